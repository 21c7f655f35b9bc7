//! Chance as a list of small numbers: what is made of them is decided where they are taken, so they shrink by themselves.

use proptest::prelude::*;

/// The numbers that one thing is made from.
pub(crate) type Rolls = Vec<u16>;

/// At most `most` numbers, and at least half as many.
pub(crate) fn rolls(most: usize) -> impl Strategy<Value = Rolls> {
    prop::collection::vec(any::<u16>(), most / 2..=most)
}

/// Between `least` and `most` things of at most `each` numbers.
pub(crate) fn many(least: usize, most: usize, each: usize) -> impl Strategy<Value = Vec<Rolls>> {
    prop::collection::vec(rolls(each), least..=most)
}

/// Takes the numbers one by one; where they have run out, each further one is 0, the simplest.
#[derive(Debug, Clone)]
pub(crate) struct Dice<'a>(std::slice::Iter<'a, u16>);

impl<'a> Dice<'a> {
    pub(crate) fn new(rolls: &'a [u16]) -> Self {
        Self(rolls.iter())
    }

    /// A number below `count`.
    pub(crate) fn of(&mut self, count: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % count.max(1)
    }

    /// A number from `least` to `most`, `least` being the simplest.
    pub(crate) fn within(&mut self, least: i64, most: i64) -> i64 {
        least + self.of((most - least + 1) as usize) as i64
    }

    /// Whether something that happens in so many percent of cases happens; the simplest is that it does not.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.of(100) >= 100 - percent
    }

    /// One of several, the first being the simplest.
    pub(crate) fn pick<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.of(list.len())]
    }

    /// Some of several.
    pub(crate) fn some<T: Clone>(&mut self, list: &[T]) -> Vec<T> {
        let mask = self.of(1 << list.len().min(15));
        list.iter()
            .enumerate()
            .filter(|(at, _)| mask >> at.min(&14) & 1 == 1)
            .map(|(_, item)| item.clone())
            .collect()
    }
}

/// The text of `mantissa` with its last `places` digits after the point.
pub(crate) fn decimal(mantissa: i64, places: u32) -> String {
    let value = infocity_check::model::Decimal::from_parts(mantissa.into(), places);
    value.expect("few digits").to_string()
}
