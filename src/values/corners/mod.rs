//! The exact range of a formula that uses an unknown more than once.
//!
//! Interval arithmetic treats every use of an unknown as a number of its own, so its range for `a / (a + b)` is too wide. Where
//! the formula rises or falls in each of its unknowns, or is of first degree in it, its ends are its values at corners of what is
//! known; these are computed here, as limits where a corner lies at infinity or where numerator and denominator vanish together.

mod open;
mod polynomial;
mod ratio;

pub(super) use open::Open;

use self::polynomial::{Polynomial, Sign};
use self::ratio::{Ratio, Reader, Unread};
use super::facts::{Facts, Unknown};
use super::range::{Bound, Range};
use crate::language::Formula;
use crate::sorted::Map;
use crate::sorting::{self, gathered};

/// The most unknowns of a formula.
const MAX_UNKNOWNS: usize = 8;

/// The most ways of making the choices that are open.
const MAX_CASES: usize = 16;

/// The most parts of a formula, its derived figures written out, that are looked at.
const MAX_PARTS: usize = 2000;

/// Options assumed of choices that are not made, by figure.
type Assumed = Map<usize, usize>;

/// The values a formula may have; `None` where they could not be found exactly.
pub(super) fn range(facts: &Facts, formula: &Formula, open: &Open) -> Option<Range> {
    if open.parts > MAX_PARTS || open.unknowns.len() > MAX_UNKNOWNS {
        return None;
    }
    // A number without a value leaves none to what uses it, one of a single value is no unknown: see the reader.
    let with_ends = |unknown: &Unknown| {
        let ends = facts.of_unknown(*unknown).ends?;
        (ends.0 != ends.1).then_some((*unknown, ends))
    };
    let (unknowns, ends): (Vec<_>, Vec<_>) = open.unknowns.keys().filter_map(with_ends).unzip();
    let of_numbers = open.unknowns.keys().any(|unknown| facts.of_unknown(*unknown).undefined);
    let mut whole: Option<Range> = None;
    for assumed in cases(&open.choices)? {
        let reader = Reader { facts, unknowns: &unknowns, assumed: &assumed };
        let range = match reader.ratio(formula) {
            Ok(ratio) => {
                let undefined = of_numbers || !ratio.is_defined(&ends);
                Range { ends: Some(of_ratio(&ratio, &ends)?), undefined }
            }
            Err(Unread::NoValue) => Range::nothing(),
            Err(Unread::NoQuotient) => return None,
        };
        whole = Some(match whole {
            Some(before) => before.or(range),
            None => range,
        });
    }
    whole
}

/// Every way of making the open choices.
fn cases(choices: &Map<usize, usize>) -> Option<Vec<Assumed>> {
    let mut cases = vec![Assumed::new()];
    for (choice, options) in choices {
        let each = |case: &Assumed| {
            let with = |option| gathered(case.clone().into_iter().chain([(*choice, option)]));
            (0..*options).map(with).collect::<Vec<Assumed>>()
        };
        cases = cases.iter().flat_map(each).collect();
        if cases.len() > MAX_CASES {
            return None;
        }
    }
    Some(cases)
}

/// The least and the greatest value of a quotient in the box.
///
/// In an unknown of first degree the quotient rises or falls once the others stand still, even where they decide which: so the
/// ends are found among the corners, both ends of such an unknown being tried.
fn of_ratio(ratio: &Ratio<'_>, ends: &[(Bound, Bound)]) -> Option<(Bound, Bound)> {
    if !ratio.has_no_pole_inside(ends) {
        return None;
    }
    let (numerator, denominator) = ratio.parts(ends.len())?;
    let directions: Vec<_> = (0..ends.len()).map(|unknown| ratio.direction(unknown, ends)).collect();
    let either: Vec<usize> = (0..ends.len()).filter(|at| directions.get(*at) == Some(&None)).collect();
    let first_degree = |at: &usize| numerator.degree(*at) <= 1 && denominator.degree(*at) <= 1;
    if !either.iter().all(first_degree) {
        return None;
    }
    let corners = 1_usize.checked_shl(u32::try_from(either.len()).ok()?)?;
    let extreme = |upper: bool| -> Option<Bound> {
        let beyond = if upper { Bound::PositiveInfinity } else { Bound::NegativeInfinity };
        let mut found: Option<Bound> = None;
        for corner in 0..corners {
            let at_upper = |at: usize| match directions.get(at) {
                Some(Some(direction)) => upper == (*direction == Sign::NotNegative),
                _ => either.iter().position(|known| *known == at).is_some_and(|bit| corner >> bit & 1 == 1),
            };
            let end = |at: usize| {
                let (low, high) = ends.get(at)?;
                Some((at, if at_upper(at) { high.clone() } else { low.clone() }))
            };
            let (mut top, mut bottom) = (numerator.clone(), denominator.clone());
            for &at in &either {
                (top, bottom) = substituted(top, bottom, &end(at)?)?;
            }
            let others = (0..ends.len()).filter(|at| !either.contains(at)).map(end);
            let value = limit(top, bottom, others.collect::<Option<_>>()?, beyond.clone())?;
            found = Some(match found {
                Some(before) if upper => before.max(value),
                Some(before) => before.min(value),
                None => value,
            });
        }
        found
    };
    extreme(false).zip(extreme(true))
}

/// Numerator and denominator with a finite end in place of an unknown; `None` where the quotient has no value there.
fn substituted(
    mut numerator: Polynomial,
    mut denominator: Polynomial,
    (unknown, end): &(usize, Bound),
) -> Option<(Polynomial, Polynomial)> {
    let Bound::Finite(at) = end else { return None };
    loop {
        let (quotient, rest) = denominator.divided(*unknown, at);
        let (numerator_quotient, numerator_rest) = numerator.divided(*unknown, at);
        if !rest.is_zero() {
            return Some((numerator_rest, rest));
        }
        if !numerator_rest.is_zero() || quotient.is_zero() {
            return None;
        }
        (numerator, denominator) = (numerator_quotient, quotient);
    }
}

/// The limit of a quotient at a corner towards which it rises or falls in every unknown, to `beyond` where it has none.
///
/// As it does, the limit can be taken in one unknown after the other.
fn limit(
    mut numerator: Polynomial,
    mut denominator: Polynomial,
    mut corner: Vec<(usize, Bound)>,
    beyond: Bound,
) -> Option<Bound> {
    // The unknowns whose end is finite come first: there the quotient is mostly just evaluated.
    sorting::sort_by_key(&mut corner, |(_, end)| !matches!(end, Bound::Finite(_)));
    for (unknown, end) in corner {
        if let Bound::Finite(_) = &end {
            match substituted(numerator, denominator, &(unknown, end)) {
                Some(parts) => (numerator, denominator) = parts,
                None => return Some(beyond),
            }
        } else {
            let (above, below) = (numerator.degree(unknown), denominator.degree(unknown));
            if above > below {
                return Some(beyond);
            }
            numerator = numerator.factor(unknown, below);
            denominator = denominator.factor(unknown, below);
        }
    }
    numerator.value()?.over(&denominator.value()?).map(Bound::Finite)
}
