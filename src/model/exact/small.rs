//! Ratios of two machine words.

use std::cmp::Ordering;

use num_integer::Integer as _;

/// Numerator and denominator in lowest terms, the denominator above zero.
pub(super) type Reduced = (i128, i128);

/// A ratio in lowest terms, the denominator above zero; neither part is larger than [`i64::MAX`], whatever its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Small {
    numerator: i64,
    denominator: i64,
}

impl Small {
    pub(super) const ZERO: Self = Self { numerator: 0, denominator: 1 };
    pub(super) const HUNDREDTH: Self = Self { numerator: 1, denominator: 100 };

    /// `None` where a part does not fit.
    pub(super) fn of_reduced((numerator, denominator): Reduced) -> Option<Self> {
        // The one number of 64 bits without an opposite stays outside: so every opposite and reciprocal fits.
        let numerator = i64::try_from(numerator).ok().filter(|numerator| *numerator != i64::MIN)?;
        Some(Self { numerator, denominator: i64::try_from(denominator).ok()? })
    }

    pub(super) const fn numerator(self) -> i64 {
        self.numerator
    }

    pub(super) const fn denominator(self) -> i64 {
        self.denominator
    }

    pub(super) const fn negated(self) -> Self {
        Self { numerator: self.numerator.saturating_neg(), ..self }
    }

    pub(super) fn plus(self, other: Self) -> Option<Reduced> {
        let common = common(self.denominator, other.denominator);
        let own = self.denominator.checked_div(common)?;
        let others = other.denominator.checked_div(common)?;
        let sum = product(self.numerator, others).checked_add(product(other.numerator, own))?;
        if common == 1 {
            return Some((sum, product(own, other.denominator)));
        }
        // What numerator and denominator still share divides `common` (Knuth, 4.5.1).
        let left = i64::try_from(sum.checked_rem(common.into())?).ok()?.gcd(&common);
        Some((sum.checked_div(left.into())?, product(own, other.denominator.checked_div(left)?)))
    }

    pub(super) fn minus(self, other: Self) -> Option<Reduced> {
        self.plus(other.negated())
    }

    pub(super) fn times(self, other: Self) -> Option<Reduced> {
        // Reduced crosswise, the factors are small and their product is in lowest terms.
        let (own_numerator, others_denominator) = lowest(self.numerator, other.denominator)?;
        let (others_numerator, own_denominator) = lowest(other.numerator, self.denominator)?;
        Some((product(own_numerator, others_numerator), product(own_denominator, others_denominator)))
    }

    /// `None` where `divisor` is zero.
    pub(super) fn over(self, divisor: Self) -> Option<Reduced> {
        let reciprocal = Self {
            numerator: divisor.denominator.checked_mul(divisor.numerator.signum())?,
            denominator: divisor.numerator.checked_abs().filter(|denominator| *denominator != 0)?,
        };
        self.times(reciprocal)
    }
}

impl Ord for Small {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        product(self.numerator, other.denominator).cmp(&product(other.numerator, self.denominator))
    }
}

impl PartialOrd for Small {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Two numbers of 64 bits never overflow 128.
fn product(left: i64, right: i64) -> i128 {
    i128::from(left).saturating_mul(right.into())
}

/// The greatest common divisor of a number and one above zero; most often one of them is 1 or both are the same.
fn common(number: i64, positive: i64) -> i64 {
    if positive == 1 || number == positive {
        positive
    } else if number == 1 {
        1
    } else {
        number.gcd(&positive)
    }
}

/// Both without what they share.
fn lowest(number: i64, positive: i64) -> Option<(i64, i64)> {
    match common(number, positive) {
        1 => Some((number, positive)),
        common => Some((number.checked_div(common)?, positive.checked_div(common)?)),
    }
}
