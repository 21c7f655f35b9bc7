//! Numbers that are known only as a range.
//!
//! Arithmetic is interval arithmetic on exact ends: sound always, and exact where every unknown occurs once.

use crate::language::Comparison;
use crate::model::Exact;

use super::truth::Truth;

/// An end of a range.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// No bound below.
    NegativeInfinity,
    /// A bound that belongs to the range.
    Finite(Exact),
    /// No bound above.
    PositiveInfinity,
}

use Bound::{Finite, NegativeInfinity, PositiveInfinity};

impl Bound {
    fn sign(&self) -> std::cmp::Ordering {
        self.cmp(&Finite(Exact::zero()))
    }

    /// The sum of two ends on the same side; where there is none on that side, `beyond`.
    fn add(self, other: Self, beyond: Self) -> Self {
        match (self, other) {
            (Finite(a), Finite(b)) => Finite(a + b),
            _ => beyond,
        }
    }

    /// Zero times infinity is zero: the infinite end stands for ever larger finite numbers.
    fn multiply(self, other: Self) -> Self {
        let sign = (self.sign(), other.sign());
        match (self, other) {
            (Finite(a), Finite(b)) => Finite(a * b),
            _ if sign.0.is_eq() || sign.1.is_eq() => Finite(Exact::zero()),
            _ if sign.0 == sign.1 => PositiveInfinity,
            _ => NegativeInfinity,
        }
    }

    fn negate(self) -> Self {
        match self {
            NegativeInfinity => PositiveInfinity,
            Finite(value) => Finite(-value),
            PositiveInfinity => NegativeInfinity,
        }
    }
}

/// All values a number may have, both ends included, and whether it may have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The ends, the lower first; `None` where there is no value at all.
    pub ends: Option<(Bound, Bound)>,
    /// Whether a division by zero or a benchmark without a value may leave no value.
    pub undefined: bool,
}

impl Range {
    /// One value.
    #[must_use]
    pub fn exactly(value: Exact) -> Self {
        Self { ends: Some((Finite(value.clone()), Finite(value))), undefined: false }
    }

    /// The values from `low` to `high`.
    #[must_use]
    pub fn between(low: Bound, high: Bound) -> Self {
        Self { ends: Some((low, high)), undefined: false }
    }

    /// No value.
    #[must_use]
    pub fn nothing() -> Self {
        Self { ends: None, undefined: true }
    }

    /// The one value, where there is only one and certainly one.
    #[must_use]
    pub fn single(&self) -> Option<&Exact> {
        match &self.ends {
            Some((Finite(low), Finite(high))) if low == high && !self.undefined => Some(low),
            _ => None,
        }
    }

    /// The values of either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let ends = match (self.ends, other.ends) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (one, None) | (None, one) => one,
        };
        Self { ends, undefined: self.undefined || other.undefined }
    }

    /// The same values, `value` standing for none.
    #[must_use]
    pub fn or_when_undefined(self, value: &Exact) -> Self {
        if !self.undefined {
            return self;
        }
        let defined = Self { undefined: false, ..self };
        defined.or(Self::exactly(value.clone()))
    }

    fn both(
        self,
        other: Self,
        combine: impl FnOnce((Bound, Bound), (Bound, Bound)) -> (Bound, Bound),
    ) -> Self {
        let ends = self.ends.zip(other.ends).map(|(a, b)| combine(a, b));
        Self { ends, undefined: self.undefined || other.undefined }
    }

    /// The negated values.
    #[must_use]
    pub fn negate(self) -> Self {
        Self { ends: self.ends.map(|(low, high)| (high.negate(), low.negate())), ..self }
    }

    /// The sums.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.both(other, |(a, b), (c, d)| (a.add(c, NegativeInfinity), b.add(d, PositiveInfinity)))
    }

    /// The differences.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.plus(other.negate())
    }

    /// The products.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        self.both(other, |(a, b), (c, d)| {
            let products =
                [a.clone().multiply(c.clone()), a.multiply(d.clone()), b.clone().multiply(c), b.multiply(d)];
            let [first, rest @ ..] = products;
            rest.into_iter().fold((first.clone(), first), |(low, high), product| {
                (low.min(product.clone()), high.max(product))
            })
        })
    }

    /// The quotients; undefined where the divisor may be zero.
    #[must_use]
    pub fn over(self, divisor: Self) -> Self {
        self.times(divisor.reciprocal())
    }

    fn reciprocal(self) -> Self {
        let Some((low, high)) = self.ends else { return self };
        let over = |bound: Bound| match bound {
            Finite(value) => Exact::from(1).over(&value).map(Finite),
            NegativeInfinity | PositiveInfinity => Some(Finite(Exact::zero())),
        };
        let (below, above) = (low.sign(), high.sign());
        let touches_zero = !below.is_gt() && !above.is_lt();
        // An end at zero goes to infinity on its own side.
        let (start, end) = match (below.is_eq(), above.is_eq()) {
            (true, true) => return Self { ends: None, undefined: true },
            (true, false) => (over(high), Some(PositiveInfinity)),
            (false, true) => (Some(NegativeInfinity), over(low)),
            (false, false) if touches_zero => (Some(NegativeInfinity), Some(PositiveInfinity)),
            (false, false) => (over(high), over(low)),
        };
        Self { ends: start.zip(end), undefined: self.undefined || touches_zero }
    }

    /// The lesser of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        self.both(other, |(a, b), (c, d)| (a.min(c), b.min(d)))
    }

    /// The greater of two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        self.both(other, |(a, b), (c, d)| (a.max(c), b.max(d)))
    }

    /// How the values compare with others; `None` where there may be no value: what then holds is for the rule to say.
    #[must_use]
    pub fn compare(&self, comparison: Comparison, other: &Self) -> Option<Truth> {
        let ((low, high), (other_low, other_high)) = self.ends.as_ref().zip(other.ends.as_ref())?;
        let less = |strict: bool| {
            let certain = if strict { high < other_low } else { high <= other_low };
            let possible = if strict { low < other_high } else { low <= other_high };
            Truth::from_bounds(certain, possible)
        };
        let equal = Truth::from_bounds(
            low == high && other_low == other_high && low == other_low,
            low <= other_high && other_low <= high,
        );
        Some(match comparison {
            Comparison::Less => less(true),
            Comparison::AtMost => less(false),
            Comparison::Greater => less(false).not(),
            Comparison::AtLeast => less(true).not(),
            Comparison::Equal => equal,
            Comparison::NotEqual => equal.not(),
        })
    }

    /// Whether there may be no value, here or there.
    #[must_use]
    pub fn may_be_undefined(&self, other: &Self) -> bool {
        self.undefined || other.undefined
    }
}

#[cfg(test)]
pub(crate) mod tests;
