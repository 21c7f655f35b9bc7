//! Score functions over what is known: the share of the points an indicator may give.
//!
//! Every function is defined on ranges: the least and the greatest share of any value in the range.

use super::category::selection;
use crate::model::Exact;
use crate::plan::{Cut, IndicatorPlan, Plan, Scoring};
use crate::sorting;
use crate::values::{Bound, Fact, Facts, Range, Truth};

/// The shares, 0 to 1, that may result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shares {
    pub(crate) low: Exact,
    pub(crate) high: Exact,
}

impl Shares {
    pub(super) fn exactly(share: Exact) -> Self {
        Self { low: share.clone(), high: share }
    }

    /// Anything from nothing to all.
    pub(super) fn any() -> Self {
        Self { low: Exact::zero(), high: Exact::from(1) }
    }

    /// All that either may be.
    pub(super) fn or(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// The smaller of the two, whatever each turns out to be.
    pub(super) fn worst(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.min(other.high) }
    }

    /// The greater of the two, whatever each turns out to be.
    fn best(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.max(other.high) }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }

    pub(super) fn times(self, factor: &Exact) -> Self {
        Self { low: self.low * factor.clone(), high: self.high * factor.clone() }
    }
}

/// Which fields count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Selection {
    /// All, in equal parts.
    All,
    /// The best of these.
    Best(Vec<usize>),
}

impl Selection {
    /// Every selection that counts for some category, field or floor.
    pub(super) fn all_that_count(plan: &Plan, facts: &Facts) -> Vec<Self> {
        let fields = 0..plan.document.fields.len();
        let of_categories = (0..plan.categories.len()).map(|category| selection(plan, facts, category));
        let mut all: Vec<_> = of_categories.chain(fields.map(|field| Self::Best(vec![field]))).collect();
        sorting::sort(&mut all);
        all.dedup();
        all
    }
}

/// The share an indicator may give.
pub(crate) fn share(indicator: &IndicatorPlan, facts: &Facts, selection: &Selection) -> Shares {
    indicator.scoring.as_ref().map_or_else(Shares::any, |scoring| {
        part_share(scoring, indicator.when_undefined.as_ref(), facts, selection)
    })
}

/// The share that a score function or a part of one may give.
pub(super) fn part_share(
    scoring: &Scoring,
    when_undefined: Option<&Exact>,
    facts: &Facts,
    selection: &Selection,
) -> Shares {
    Scorer { facts, selection, when_undefined }.share(scoring)
}

/// Whether the share depends on which fields count.
pub(crate) fn depends_on_fields(scoring: &Scoring) -> bool {
    match scoring {
        Scoring::ByField(_) => true,
        Scoring::BestOf(parts) => parts.iter().any(depends_on_fields),
        Scoring::SumOf(parts) => parts.iter().any(|(_, part)| depends_on_fields(part)),
        _ => false,
    }
}

struct Scorer<'a> {
    facts: &'a Facts,
    selection: &'a Selection,
    when_undefined: Option<&'a Exact>,
}

impl Scorer<'_> {
    fn share(&self, scoring: &Scoring) -> Shares {
        match scoring {
            Scoring::Bands { of, cuts, shares } => self.of_range(&self.facts.number(of), |low, high| {
                let (first, last) = (band(low, cuts), band(high, cuts));
                let count = last.saturating_sub(first).saturating_add(1);
                extremes(shares.iter().skip(first).take(count).cloned())
            }),
            Scoring::Line { of, points } => self.of_range(&self.facts.number(of), |low, high| {
                let inside = points.iter().filter(|(value, _)| {
                    let value = Bound::Finite(value.clone());
                    *low < value && value < *high
                });
                let inside = inside.map(|(_, share)| share.clone());
                extremes([on_line(low, points), on_line(high, points)].into_iter().chain(inside))
            }),
            Scoring::Options { of, shares } => self.of_options(*of, shares),
            Scoring::Items { of, shares, cap } => self.of_items(*of, shares, cap),
            Scoring::BestOf(parts) => self.best(parts.iter()),
            Scoring::SumOf(parts) => {
                let zero = Shares::exactly(Exact::zero());
                parts.iter().fold(zero, |sum, (share, part)| sum.plus(self.share(part).times(share)))
            }
            Scoring::ByField(parts) => match self.selection {
                Selection::Best(fields) => self.best(fields.iter().filter_map(|field| parts.get(*field))),
                Selection::All => {
                    let zero = Shares::exactly(Exact::zero());
                    let sum = parts.iter().fold(zero, |sum, part| sum.plus(self.share(part)));
                    match Exact::from(1).over(&Exact::from(parts.len())) {
                        Some(each) => sum.times(&each),
                        None => Shares::any(),
                    }
                }
            },
        }
    }

    fn best<'s>(&self, parts: impl Iterator<Item = &'s Scoring>) -> Shares {
        parts.map(|part| self.share(part)).reduce(Shares::best).unwrap_or_else(Shares::any)
    }

    /// The shares of a range of values, what holds where there is no value included.
    fn of_range(&self, range: &Range, shares: impl Fn(&Bound, &Bound) -> Shares) -> Shares {
        let defined = range.ends.as_ref().map(|(low, high)| shares(low, high));
        let undefined = range
            .undefined
            .then(|| self.when_undefined.map_or_else(Shares::any, |s| Shares::exactly(s.clone())));
        match (defined, undefined) {
            (Some(defined), Some(undefined)) => defined.or(undefined),
            (Some(shares), None) | (None, Some(shares)) => shares,
            (None, None) => Shares::any(),
        }
    }

    fn of_options(&self, figure: usize, shares: &[Exact]) -> Shares {
        let chosen = match self.facts.fact(figure) {
            Some(Fact::Choice(chosen)) => *chosen,
            Some(Fact::YesNo(answer)) => answer.map(|yes| usize::from(!yes)),
            _ => None,
        };
        match chosen.and_then(|chosen| shares.get(chosen)) {
            Some(share) => Shares::exactly(share.clone()),
            None => extremes(shares.iter().cloned()),
        }
    }

    fn of_items(&self, figure: usize, shares: &[Exact], cap: &Exact) -> Shares {
        let Some(Fact::Checklist(items)) = self.facts.fact(figure) else { return Shares::any() };
        let sum = |possible: bool| {
            let counted = items.iter().zip(shares).filter(|(item, _)| item.unwrap_or(possible));
            counted.fold(Exact::zero(), |sum, (_, share)| sum + share.clone()).min(cap.clone())
        };
        Shares { low: sum(false), high: sum(true) }
    }
}

fn extremes(shares: impl IntoIterator<Item = Exact>) -> Shares {
    shares.into_iter().map(Shares::exactly).reduce(Shares::or).unwrap_or_else(Shares::any)
}

/// The band a value belongs to, counted from the lowest.
pub(crate) fn band(value: &Bound, cuts: &[Cut]) -> usize {
    cuts.iter()
        .filter(|cut| {
            let at = Bound::Finite(cut.at.clone());
            if cut.in_upper { *value >= at } else { *value > at }
        })
        .count()
}

/// The share at a value: on the line between its neighbours, level outside.
pub(super) fn on_line(value: &Bound, points: &[(Exact, Exact)]) -> Exact {
    let Bound::Finite(value) = value else {
        let end = if *value == Bound::NegativeInfinity { points.first() } else { points.last() };
        return end.map_or_else(Exact::zero, |(_, share)| share.clone());
    };
    let after = points.iter().position(|(at, _)| at >= value);
    let (right, left) = match after {
        None => return points.last().map_or_else(Exact::zero, |(_, share)| share.clone()),
        Some(0) => return points.first().map_or_else(Exact::zero, |(_, share)| share.clone()),
        Some(after) => (points.get(after), points.get(after.saturating_sub(1))),
    };
    let (Some((right_at, right_share)), Some((left_at, left_share))) = (right, left) else {
        return Exact::zero();
    };
    let way = (value.clone() - left_at.clone()).over(&(right_at.clone() - left_at.clone()));
    let rise = right_share.clone() - left_share.clone();
    way.map_or_else(Exact::zero, |way| left_share.clone() + rise * way)
}

/// Whether a share reaches the least one asked for.
pub(super) fn reaches(shares: &Shares, least: &Exact) -> Truth {
    Truth::from_bounds(shares.low >= *least, shares.high >= *least)
}

#[cfg(test)]
mod tests;
