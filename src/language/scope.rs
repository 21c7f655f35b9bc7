//! The names a formula or condition can use.

use crate::model::{Exact, Kind, Text, Unit, Units};

/// What kind of value a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueKind {
    /// A number: its unit's symbol and the unit.
    Number(String, Unit),
    /// A choice: its options' ids.
    Choice(Vec<String>),
    /// Yes or no.
    YesNo,
    /// A checklist: its items' ids.
    Checklist(Vec<String>),
    /// Its declaration is at fault and reported there: what uses it is not reported as well.
    AtFault,
}

/// A name and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub id: String,
    /// The kind of its value.
    pub kind: ValueKind,
}

/// The names a formula or condition can use; their places in these lists are the indices in the compiled form.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The figures, `category` and `fields` behind them.
    pub figures: Vec<Named>,
    /// The benchmarks.
    pub benchmarks: Vec<Named>,
    /// The derived figures.
    pub derived: Vec<Named>,
    /// The units.
    pub units: Units,
    /// What users call whatever a formula can name, options and items included, each with its id.
    pub labels: Vec<(String, Text)>,
}

/// Where a name was found.
pub(super) enum Found<'a> {
    Figure(usize, &'a ValueKind),
    Benchmark(usize, &'a ValueKind),
    Derived(usize, &'a ValueKind),
}

impl Scope {
    pub(super) fn find(&self, name: &str) -> Option<Found<'_>> {
        fn locate<'a>(list: &'a [Named], name: &str) -> Option<(usize, &'a ValueKind)> {
            list.iter().enumerate().find(|(_, named)| named.id == name).map(|(at, named)| (at, &named.kind))
        }
        if let Some((at, kind)) = locate(&self.figures, name) {
            return Some(Found::Figure(at, kind));
        }
        if let Some((at, kind)) = locate(&self.benchmarks, name) {
            return Some(Found::Benchmark(at, kind));
        }
        locate(&self.derived, name).map(|(at, kind)| Found::Derived(at, kind))
    }

    /// The declared name nearest to a misspelt one.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        let lists = [&self.figures, &self.benchmarks, &self.derived];
        nearest(name, lists.into_iter().flatten().map(|named| named.id.as_str()))
    }

    /// What a word of a label is most likely meant to name: its id and its whole label.
    pub(super) fn labelled(&self, word: &str) -> Option<&(String, Text)> {
        let length = word.chars().count();
        if length > LONGEST_WORD {
            return None;
        }
        let labels = self.labels.iter().take(MOST_LABELS);
        let compared = labels.map(|named| (in_common(word, &named.1.zh), named));
        let likely = compared.filter(|(common, _)| common.saturating_mul(3) >= length.saturating_mul(2));
        let best = likely
            .min_by_key(|(common, (_, label))| (length.saturating_sub(*common), label.zh.chars().count()));
        best.map(|(_, named)| named)
    }

    /// A symbol and how many base units it is, for telling a reader a number of `kind`.
    pub(super) fn unit_for(&self, symbol: &str) -> (String, Exact) {
        let factor = self.units.get(symbol).map_or_else(|| Exact::from(1), |unit| unit.factor);
        (symbol.to_owned(), factor)
    }

    /// A symbol for a kind: that of its base units.
    pub(super) fn base_symbol(kind: &Kind) -> String {
        if kind.is_plain() { String::new() } else { kind.to_string() }
    }
}

/// The candidate nearest to a misspelt name, if any is near.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    // Of one character nothing is left when one is changed: any other would be near.
    let most = length.div_euclid(3).clamp(1, 4).min(length.saturating_sub(1));
    let scored = candidates.map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate));
    scored
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// What a fault says of an id that is none of those known: the nearest of them and all of them.
#[must_use]
pub fn among<'a>(id: &str, known: impl Iterator<Item = &'a str> + Clone) -> [(&'static str, String); 2] {
    let near = nearest(id, known.clone()).unwrap_or("").to_owned();
    [("nearest", near), ("known", known.collect::<Vec<_>>().join(", "))]
}

/// The longest word that is looked for among the labels, in characters.
const LONGEST_WORD: usize = 20;

/// How many labels are looked through, and how much of each.
const MOST_LABELS: usize = 2000;
const LONGEST_LABEL: usize = 60;

/// How many characters two words have in common, in the same order.
fn in_common(a: &str, b: &str) -> usize {
    let b = || b.chars().take(LONGEST_LABEL);
    let mut before = vec![0_usize; b().count().saturating_add(1)];
    for one in a.chars() {
        let (mut row, mut last) = (vec![0], 0);
        for ((other, upper), diagonal) in b().zip(before.iter().skip(1)).zip(&before) {
            last = if one == other { diagonal.saturating_add(1) } else { last.max(*upper) };
            row.push(last);
        }
        before = row;
    }
    before.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_one_character_is_near_to_nothing() {
        for unit in ["张", "万", "把"] {
            assert_eq!(nearest(unit, ["%", "人", "万人"].into_iter()), None, "{unit}");
        }
        assert_eq!(nearest("万八", ["%", "万人"].into_iter()), Some("万人"));
        assert_eq!(nearest("popuation", ["population"].into_iter()), Some("population"));
    }

    #[test]
    fn what_two_words_have_in_common() {
        assert_eq!(in_common("养老投入", "县级养老服务投入"), 4);
        assert_eq!(in_common("老年人口", "常住人口"), 2);
        assert_eq!(in_common("", "a"), 0);
    }
}
