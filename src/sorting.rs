//! Sorting and collecting with little code.
//!
//! The sorts of the standard library are compiled anew for every type and comparison, at 3 KB each in the module for the
//! page, those by which trees are collected included. Here one sort, of places, serves them all.

use std::cmp::Ordering;

/// Sorts by a comparison; what compares equal keeps its order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places = sorted(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    // Round by round: what belongs at a place comes from where it stands, what belongs there from where that stands.
    for start in 0..places.len() {
        let mut at = start;
        while let Some(from) = places.get_mut(at).map(|place| std::mem::replace(place, at)) {
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Sorts by a key; what has equal keys keeps its order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts; what is equal keeps its order.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// A collection filled item by item, where `collect` would sort all of them first.
pub(crate) fn gathered<T, C: Default + Extend<T>>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

/// The places of so many items in the order of a comparison.
fn sorted(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in proptest::collection::vec((0_u8..8, any::<u16>()), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
            let gathered: std::collections::BTreeSet<_> = gathered(items.iter().copied());
            prop_assert_eq!(gathered, items.into_iter().collect());
        }
    }
}
