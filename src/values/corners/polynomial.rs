//! Polynomials in the unknowns of a formula, with exact coefficients.

use crate::model::Exact;
use crate::sorted::Map;
use crate::sorting::gathered;
use crate::values::range::{Bound, Range};

/// The most terms a polynomial may have; beyond, the exact range is not sought.
const MAX_TERMS: usize = 64;

/// The highest power of one unknown.
const MAX_POWER: u8 = 8;

/// The most unknowns with which more than the terms of a polynomial is looked at.
const MAX_CORNERED: usize = 4;

/// A sum of terms: the powers of each unknown, in the order of the unknowns, with their coefficient, which is not zero.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Polynomial(Map<Vec<u8>, Exact>);

impl Polynomial {
    /// A number, among `unknowns` unknowns.
    pub(super) fn constant(value: Exact, unknowns: usize) -> Self {
        Self::from_terms([(vec![0; unknowns], value)])
    }

    /// One of `unknowns` unknowns.
    pub(super) fn unknown(at: usize, unknowns: usize) -> Self {
        let powers = (0..unknowns).map(|unknown| u8::from(unknown == at)).collect();
        Self::from_terms([(powers, Exact::from(1))])
    }

    fn from_terms(terms: impl IntoIterator<Item = (Vec<u8>, Exact)>) -> Self {
        let mut sum = Self::default();
        terms.into_iter().for_each(|(powers, coefficient)| sum.add_term(powers, coefficient));
        sum
    }

    fn add_term(&mut self, powers: Vec<u8>, coefficient: Exact) {
        let sum = match self.0.remove(&powers) {
            Some(before) => before + coefficient,
            None => coefficient,
        };
        if !sum.is_zero() {
            self.0.insert(powers, sum);
        }
    }

    /// Whether it is zero everywhere.
    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// Its value, where it depends on no unknown.
    pub(super) fn value(&self) -> Option<Exact> {
        let mut terms = self.0.iter();
        match (terms.next(), terms.next()) {
            (None, _) => Some(Exact::zero()),
            (Some((powers, value)), None) if powers.iter().all(|power| *power == 0) => Some(value.clone()),
            _ => None,
        }
    }

    pub(super) fn plus(mut self, other: &Self) -> Option<Self> {
        other.0.iter().for_each(|(powers, value)| self.add_term(powers.clone(), value.clone()));
        self.within_limits()
    }

    pub(super) fn negate(self) -> Self {
        Self(gathered(self.0.into_iter().map(|(powers, value)| (powers, -value))))
    }

    pub(super) fn times(&self, other: &Self) -> Option<Self> {
        let mut product = Self::default();
        for (a_powers, a) in &self.0 {
            for (b_powers, b) in &other.0 {
                let powers = a_powers.iter().zip(b_powers).map(|(a, b)| a.saturating_add(*b)).collect();
                product.add_term(powers, a.clone() * b.clone());
            }
            product = product.within_limits()?;
        }
        Some(product)
    }

    fn within_limits(self) -> Option<Self> {
        let low_powers = self.0.keys().flatten().all(|power| *power <= MAX_POWER);
        (low_powers && self.0.len() <= MAX_TERMS).then_some(self)
    }

    /// The derivative by one unknown.
    pub(super) fn derivative(&self, unknown: usize) -> Self {
        self.mapped(unknown, |power, coefficient| {
            let lower = power.checked_sub(1)?;
            Some((lower, coefficient * Exact::from(i32::from(power))))
        })
    }

    /// The highest power of one unknown.
    pub(super) fn degree(&self, unknown: usize) -> u8 {
        self.0.keys().filter_map(|powers| powers.get(unknown)).copied().max().unwrap_or(0)
    }

    /// The factor of a power of one unknown: a polynomial in the others.
    pub(super) fn factor(&self, unknown: usize, power: u8) -> Self {
        self.mapped(unknown, |found, coefficient| (found == power).then_some((0, coefficient)))
    }

    /// Every term with its power of one unknown and its coefficient changed; those without an answer are left out.
    fn mapped(&self, unknown: usize, change: impl Fn(u8, Exact) -> Option<(u8, Exact)>) -> Self {
        Self::from_terms(self.0.iter().filter_map(|(powers, value)| {
            let mut powers = powers.clone();
            let slot = powers.get_mut(unknown)?;
            let (power, value) = change(*slot, value.clone())?;
            *slot = power;
            Some((powers, value))
        }))
    }

    /// Divided by `unknown - at`: the quotient and the rest, which does not depend on the unknown (Horner's scheme).
    pub(super) fn divided(&self, unknown: usize, at: &Exact) -> (Self, Self) {
        let mut quotient = Self::default();
        let mut rest = Self::default();
        for power in (0..=self.degree(unknown)).rev() {
            for (powers, value) in &rest.0 {
                let mut powers = powers.clone();
                if let Some(slot) = powers.get_mut(unknown) {
                    *slot = power;
                }
                quotient.add_term(powers, value.clone());
            }
            let scaled = rest.0.into_iter().map(|(powers, value)| (powers, value * at.clone()));
            rest = Self::from_terms(scaled.chain(self.factor(unknown, power).0));
        }
        (quotient, rest)
    }

    /// With `sign * unknown + by` in place of one unknown; `sign` is 1 or -1.
    fn moved(&self, unknown: usize, by: &Exact, negative: bool) -> Self {
        let mut moved = Self::default();
        // Repeated division by `unknown - by` gives the coefficients around `by`.
        let mut left = self.clone();
        for power in 0..=self.degree(unknown) {
            let (quotient, rest) = left.divided(unknown, by);
            for (mut powers, value) in rest.0 {
                if let Some(slot) = powers.get_mut(unknown) {
                    *slot = power;
                }
                let odd = power % 2 == 1;
                moved.add_term(powers, if odd && negative { -value } else { value });
            }
            left = quotient;
        }
        moved
    }

    /// Whether it is nowhere negative, or nowhere positive, in the box; `None` where that was not found.
    ///
    /// What is found in a box is found in every smaller one.
    pub(super) fn sign(&self, ends: &[(Bound, Bound)]) -> Option<Sign> {
        for (low, high) in self.range(ends).ends.into_iter().chain(self.extremes(ends)) {
            let zero = Bound::Finite(Exact::zero());
            if low >= zero {
                return Some(Sign::NotNegative);
            }
            if high <= zero {
                return Some(Sign::NotPositive);
            }
        }
        if ends.len() > MAX_CORNERED {
            return None;
        }
        // With every unknown between 0 and infinity instead of between its ends, all coefficients are of one sign.
        let opened = ends
            .iter()
            .enumerate()
            .try_fold(self.clone(), |opened, (unknown, ends)| opened.opened(unknown, ends))?;
        if opened.0.values().all(|value| !value.is_negative()) {
            Some(Sign::NotNegative)
        } else if opened.0.values().all(Exact::is_negative) {
            Some(Sign::NotPositive)
        } else {
            None
        }
    }

    /// The polynomial, times something above zero, in an unknown from 0 to infinity in place of one between `ends`; `None`
    /// where neither end is finite. In a smaller box its coefficients are sums of these, each times something not negative.
    fn opened(&self, unknown: usize, ends: &(Bound, Bound)) -> Option<Self> {
        let degree = self.degree(unknown);
        match ends {
            _ if degree == 0 => Some(self.clone()),
            (Bound::Finite(low), Bound::Finite(high)) => {
                // From `low + s` with `s = width * t / (1 + t)`, times `(1 + t)` to the degree.
                let (width, mut opened) = (high.clone() - low.clone(), Self::default());
                let mut scale = Exact::from(1);
                for power in 0..=degree {
                    let above = degree.saturating_sub(power);
                    let factor = self.moved(unknown, low, false).factor(unknown, power);
                    for (step, times) in binomials(above).into_iter().enumerate() {
                        let to = power.saturating_add(u8::try_from(step).ok()?);
                        for (mut powers, value) in factor.0.clone() {
                            *powers.get_mut(unknown)? = to;
                            opened.add_term(powers, value * scale.clone() * Exact::from(times));
                        }
                    }
                    scale = scale * width.clone();
                }
                Some(opened)
            }
            (Bound::Finite(low), _) => Some(self.moved(unknown, low, false)),
            (_, Bound::Finite(high)) => Some(self.moved(unknown, high, true)),
            _ => None,
        }
    }

    /// Whether it is certainly zero nowhere in the box; found in a box, it is found in every smaller one.
    pub(super) fn is_nowhere_zero(&self, ends: &[(Bound, Bound)]) -> bool {
        let zero = Bound::Finite(Exact::zero());
        let mut ranges = self.range(ends).ends.into_iter().chain(self.extremes(ends));
        ranges.any(|(low, high)| low > zero || high < zero)
    }

    /// The least and the greatest value in the box of a polynomial of first degree in every unknown: they lie at corners.
    fn extremes(&self, ends: &[(Bound, Bound)]) -> Option<(Bound, Bound)> {
        let used: Vec<usize> = (0..ends.len()).filter(|unknown| self.degree(*unknown) > 0).collect();
        if used.len() > MAX_CORNERED || used.iter().any(|unknown| self.degree(*unknown) > 1) {
            return None;
        }
        let mut values = vec![self.clone()];
        for unknown in used {
            let (Bound::Finite(low), Bound::Finite(high)) = ends.get(unknown)? else { return None };
            let at_ends = |value: &Self| [low, high].map(|end| value.divided(unknown, end).1);
            values = values.iter().flat_map(at_ends).collect();
        }
        let values = values.iter().map(Self::value).collect::<Option<Vec<_>>>()?;
        let (low, high) = (values.iter().min()?.clone(), values.into_iter().max()?);
        Some((Bound::Finite(low), Bound::Finite(high)))
    }

    /// A range that holds its values in the box.
    fn range(&self, ends: &[(Bound, Bound)]) -> Range {
        self.0.iter().fold(Range::exactly(Exact::zero()), |sum, (powers, coefficient)| {
            let factors = powers.iter().zip(ends).flat_map(|(power, (low, high))| {
                std::iter::repeat_n(Range::between(low.clone(), high.clone()), usize::from(*power))
            });
            sum.plus(factors.fold(Range::exactly(coefficient.clone()), Range::times))
        })
    }
}

/// The coefficients of `(1 + t)` to a power.
fn binomials(power: u8) -> Vec<i32> {
    (0..power).fold(vec![1], |row, _| {
        let shifted = std::iter::once(0).chain(row.iter().copied());
        shifted.zip(row.iter().copied().chain([0])).map(|(a, b)| a.saturating_add(b)).collect()
    })
}

/// On which side of zero all values lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Zero or above.
    NotNegative,
    /// Zero or below.
    NotPositive,
}

impl Sign {
    /// The sign of a product.
    pub(super) fn times(self, other: Self) -> Self {
        if self == other { Self::NotNegative } else { Self::NotPositive }
    }
}
