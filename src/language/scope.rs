//! The names a formula or condition can use.

use crate::model::{Exact, Kind, Unit, Units};

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
    let most = name.chars().count().div_euclid(3).clamp(1, 4);
    let scored = candidates.map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate));
    scored
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
