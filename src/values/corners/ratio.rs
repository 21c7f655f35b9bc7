//! A formula as a quotient of polynomials in its unknowns.

use super::Assumed;
use super::polynomial::{Polynomial, Sign};
use crate::language::Formula;
use crate::model::Exact;
use crate::values::facts::{Facts, Unknown};
use crate::values::range::Bound;

/// A quotient: the numerator, and the denominator as factors.
///
/// A factor is known by the divisor it comes from, so that quotients by the same divisor are added without multiplying
/// it in again. What becomes of a formula does not depend on which numbers are known but by their values: so what is
/// found for a box holds for every smaller one.
#[derive(Debug, Clone)]
pub(super) struct Ratio<'f> {
    numerator: Polynomial,
    denominator: Vec<Factor<'f>>,
}

#[derive(Debug, Clone)]
struct Factor<'f> {
    divisor: &'f Formula,
    value: Polynomial,
    power: usize,
}

/// Why a formula is not read as a quotient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// It has no value: a denominator is zero, or a benchmark has no value.
    NoValue,
    /// It is no quotient of polynomials, or too large a one.
    NoQuotient,
}

/// What it takes to read a formula.
pub(super) struct Reader<'f> {
    pub(super) facts: &'f Facts,
    /// The unknowns, in the order of the polynomials' powers.
    pub(super) unknowns: &'f [Unknown],
    /// The options assumed of choices that are not made.
    pub(super) assumed: &'f Assumed,
}

impl<'f> Reader<'f> {
    /// The formula as a quotient.
    pub(super) fn ratio(&self, formula: &'f Formula) -> Result<Ratio<'f>, Unread> {
        let fits = |ratio: Option<Ratio<'f>>| ratio.ok_or(Unread::NoQuotient);
        match formula {
            Formula::Constant(value) => Ok(self.constant(value.clone())),
            Formula::Figure(_) | Formula::Last(_) | Formula::Benchmark(_) | Formula::Count(_) => {
                let unknown = Unknown::of(formula).ok_or(Unread::NoQuotient)?;
                let ends = self.facts.of_unknown(unknown).ends.ok_or(Unread::NoValue)?;
                match (self.unknowns.iter().position(|known| *known == unknown), ends.0) {
                    (Some(at), _) => Ok(Ratio::from(Polynomial::unknown(at, self.unknowns.len()))),
                    (None, Bound::Finite(value)) => Ok(self.constant(value)),
                    (None, _) => Err(Unread::NoQuotient),
                }
            }
            Formula::Derived(derived) => {
                self.ratio(self.facts.written_out(*derived).ok_or(Unread::NoQuotient)?)
            }
            Formula::Negate(of) => {
                let ratio = self.ratio(of)?;
                Ok(Ratio { numerator: ratio.numerator.negate(), ..ratio })
            }
            Formula::Add(left, right) => fits(self.ratio(left)?.plus(self.ratio(right)?)),
            Formula::Subtract(left, right) => {
                let right = self.ratio(right)?;
                fits(self.ratio(left)?.plus(Ratio { numerator: right.numerator.negate(), ..right }))
            }
            Formula::Multiply(left, right) => fits(self.ratio(left)?.times(&self.ratio(right)?)),
            Formula::Divide(left, right) => {
                let (above, below) = (self.ratio(left)?, self.ratio(right)?);
                if below.numerator.is_zero() { Err(Unread::NoValue) } else { fits(above.over(below, right)) }
            }
            Formula::Choose { of, branches } => {
                let chosen = self.facts.chosen(*of).or_else(|| self.assumed.get(of).copied());
                let branch = chosen.and_then(|chosen| branches.get(chosen));
                self.ratio(branch.ok_or(Unread::NoQuotient)?)
            }
            Formula::Min(_) | Formula::Max(_) => Err(Unread::NoQuotient),
        }
    }

    fn constant(&self, value: Exact) -> Ratio<'f> {
        Ratio::from(Polynomial::constant(value, self.unknowns.len()))
    }
}

impl From<Polynomial> for Ratio<'_> {
    fn from(numerator: Polynomial) -> Self {
        Self { numerator, denominator: Vec::new() }
    }
}

impl<'f> Ratio<'f> {
    fn plus(self, other: Self) -> Option<Self> {
        let mut denominator = self.denominator.clone();
        for factor in &other.denominator {
            match denominator.iter_mut().find(|known| known.divisor == factor.divisor) {
                Some(known) => known.power = known.power.max(factor.power),
                None => denominator.push(factor.clone()),
            }
        }
        let numerator = self.expanded(&denominator)?.plus(&other.expanded(&denominator)?)?;
        Some(Self { numerator, denominator })
    }

    /// The numerator over a denominator that holds at least its own factors.
    fn expanded(&self, denominator: &[Factor<'f>]) -> Option<Polynomial> {
        denominator.iter().try_fold(self.numerator.clone(), |numerator, factor| {
            let own = self.denominator.iter().find(|known| known.divisor == factor.divisor);
            let missing = factor.power.saturating_sub(own.map_or(0, |own| own.power));
            factor.times_into(numerator, missing)
        })
    }

    fn times(&self, other: &Self) -> Option<Self> {
        let mut denominator = self.denominator.clone();
        other.denominator.iter().for_each(|factor| multiply_in(&mut denominator, factor));
        Some(Self { numerator: self.numerator.times(&other.numerator)?, denominator })
    }

    /// The quotient by what `divisor` is.
    fn over(self, other: Self, divisor: &'f Formula) -> Option<Self> {
        let mut numerator = self.numerator;
        for factor in &other.denominator {
            numerator = factor.times_into(numerator, factor.power)?;
        }
        let mut denominator = self.denominator;
        multiply_in(&mut denominator, &Factor { divisor, value: other.numerator, power: 1 });
        // What the divisor itself is divided by stays known, to no power: where it is zero there is no value.
        for factor in other.denominator {
            multiply_in(&mut denominator, &Factor { power: 0, ..factor });
        }
        Some(Self { numerator, denominator })
    }

    /// Whether it rises (`NotNegative`) or falls with an unknown throughout the box.
    pub(super) fn direction(&self, unknown: usize, ends: &[(Bound, Bound)]) -> Option<Sign> {
        // The derivative's sign is that of P'·R - P·Σ k·f'·R/f, over R·Πf^k, with R the product of the factors.
        let product = |left_out: Option<usize>| {
            let factors = self.denominator.iter().enumerate().filter(|(at, _)| Some(*at) != left_out);
            factors.map(|(_, factor)| &factor.value).try_fold(None, |product: Option<Polynomial>, value| {
                Some(Some(product.map_or_else(|| Some(value.clone()), |product| product.times(value))?))
            })
        };
        let times = |polynomial: Polynomial, product: Option<Polynomial>| match product {
            Some(product) => polynomial.times(&product),
            None => Some(polynomial),
        };
        let mut sum = times(self.numerator.derivative(unknown), product(None)?)?;
        for (at, factor) in self.denominator.iter().enumerate() {
            let rate = times(factor.value.derivative(unknown), product(Some(at))?)?;
            let part = self.numerator.times(&rate)?;
            for _ in 0..factor.power {
                sum = sum.plus(&part.clone().negate())?;
            }
        }
        self.denominator.iter().try_fold(sum.sign(ends)?, |sign, factor| {
            let own = factor.value.sign(ends)?;
            // Once from R, `power` times from the denominator itself.
            let squared = factor.power % 2 == 1;
            Some(if squared { sign } else { sign.times(own) })
        })
    }

    /// Whether the denominator keeps its sign throughout the box.
    pub(super) fn has_no_pole_inside(&self, ends: &[(Bound, Bound)]) -> bool {
        self.denominator.iter().all(|factor| factor.value.sign(ends).is_some())
    }

    /// Whether there is a value everywhere in the box, as far as divisors are concerned.
    pub(super) fn is_defined(&self, ends: &[(Bound, Bound)]) -> bool {
        self.denominator.iter().all(|factor| factor.value.is_nowhere_zero(ends))
    }

    /// Numerator and denominator, multiplied out.
    pub(super) fn parts(&self, unknowns: usize) -> Option<(Polynomial, Polynomial)> {
        let one = Polynomial::constant(Exact::from(1), unknowns);
        let mut denominator = self.denominator.iter();
        let denominator =
            denominator.try_fold(one, |product, factor| factor.times_into(product, factor.power));
        Some((self.numerator.clone(), denominator?))
    }
}

impl Factor<'_> {
    /// `polynomial` times the factor, so many times.
    fn times_into(&self, polynomial: Polynomial, count: usize) -> Option<Polynomial> {
        (0..count).try_fold(polynomial, |product, _| product.times(&self.value))
    }
}

fn multiply_in<'f>(denominator: &mut Vec<Factor<'f>>, factor: &Factor<'f>) {
    match denominator.iter_mut().find(|known| known.divisor == factor.divisor) {
        Some(known) => known.power = known.power.saturating_add(factor.power),
        None => denominator.push(factor.clone()),
    }
}
