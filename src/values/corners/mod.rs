//! The exact range of a formula that uses an unknown more than once.
//!
//! Interval arithmetic treats every use of an unknown as a number of its own, so its range for `a / (a + b)` is too wide. Where
//! the formula rises or falls in each of its unknowns, its ends are its values at two corners of what is known; these are
//! computed here, as limits where a corner lies at infinity or where numerator and denominator vanish together.

mod open;
mod polynomial;
mod ratio;

pub(super) use open::Open;

use std::collections::BTreeMap;

use self::polynomial::{Polynomial, Sign};
use self::ratio::{Ratio, Reader};
use super::facts::Facts;
use super::range::Bound;
use crate::language::Formula;

/// The most unknowns of a formula.
const MAX_UNKNOWNS: usize = 8;

/// The most ways of making the choices that are open.
const MAX_CASES: usize = 16;

/// The most parts of a formula, its derived figures written out, that are looked at.
const MAX_PARTS: usize = 2000;

/// Options assumed of choices that are not made, by figure.
type Assumed = BTreeMap<usize, usize>;

/// The ends of the values a formula may have; `None` where they could not be found exactly.
pub(super) fn range(facts: &Facts, formula: &Formula, open: &Open) -> Option<(Bound, Bound)> {
    if open.parts > MAX_PARTS || open.unknowns.len() > MAX_UNKNOWNS {
        return None;
    }
    let unknowns: Vec<_> = open.unknowns.keys().copied().collect();
    let ends = unknowns.iter().map(|unknown| facts.of_unknown(*unknown).ends);
    let ends = ends.collect::<Option<Vec<_>>>()?;
    let mut whole: Option<(Bound, Bound)> = None;
    for assumed in cases(&open.choices)? {
        let reader = Reader { facts, unknowns: &unknowns, assumed: &assumed };
        let (low, high) = of_ratio(&reader.ratio(formula)?, &ends)?;
        whole = Some(match whole {
            Some((least, most)) => (least.min(low), most.max(high)),
            None => (low, high),
        });
    }
    whole
}

/// Every way of making the open choices.
fn cases(choices: &BTreeMap<usize, usize>) -> Option<Vec<Assumed>> {
    let mut cases = vec![Assumed::new()];
    for (choice, options) in choices {
        let each = |case: &Assumed| {
            let with = |option| case.clone().into_iter().chain([(*choice, option)]).collect();
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
fn of_ratio(ratio: &Ratio<'_>, ends: &[(Bound, Bound)]) -> Option<(Bound, Bound)> {
    let directions = (0..ends.len()).map(|unknown| ratio.direction(unknown, ends));
    let directions = directions.collect::<Option<Vec<_>>>()?;
    let corner = |upper: bool| {
        let of = ends.iter().zip(&directions).map(|((low, high), direction)| {
            if upper == (*direction == Sign::NotNegative) { high.clone() } else { low.clone() }
        });
        of.enumerate().collect::<Vec<_>>()
    };
    let (numerator, denominator) = ratio.parts(ends.len())?;
    let low = limit(numerator.clone(), denominator.clone(), corner(false), Bound::NegativeInfinity)?;
    let high = limit(numerator, denominator, corner(true), Bound::PositiveInfinity)?;
    Some((low, high))
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
    corner.sort_by_key(|(_, end)| !matches!(end, Bound::Finite(_)));
    for (unknown, end) in corner {
        if let Bound::Finite(at) = &end {
            loop {
                let (quotient, rest) = denominator.divided(unknown, at);
                let (numerator_quotient, numerator_rest) = numerator.divided(unknown, at);
                if !rest.is_zero() {
                    (numerator, denominator) = (numerator_rest, rest);
                    break;
                }
                if !numerator_rest.is_zero() {
                    return Some(beyond);
                }
                if quotient.is_zero() {
                    return None;
                }
                (numerator, denominator) = (numerator_quotient, quotient);
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
