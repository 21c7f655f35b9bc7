//! Exact ratios: what arithmetic makes of decimals.

mod decimal;
mod operators;
mod small;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed as _, ToPrimitive as _};

use small::{Reduced, Small};

/// A number without any rounding: the quotient of two whole numbers.
///
/// ```
/// use infocity_check::model::Exact;
///
/// let third = Exact::from(1).over(&Exact::from(3)).ok_or("division by zero")?;
/// assert_eq!(third * Exact::from(3), Exact::from(1));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exact(Form);

/// One form for each value, or equal numbers would differ: small exactly where it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// Nearly every number of an assessment: its arithmetic needs no memory.
    Small(Small),
    /// In lowest terms, the denominator above zero; behind a box, so that the small ones stay small.
    Big(Box<BigRational>),
}

impl Exact {
    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self(Form::Small(Small::ZERO))
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        // Zero is small.
        matches!(&self.0, Form::Small(small) if small.numerator() == 0)
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Form::Small(small) => small.numerator() < 0,
            Form::Big(ratio) => ratio.is_negative(),
        }
    }

    /// A hundredth of it: what a percentage stands for.
    #[must_use]
    pub fn percent(&self) -> Self {
        self.clone() * Self(Form::Small(Small::HUNDREDTH))
    }

    /// Ten to the power of `exponent`.
    #[must_use]
    pub fn power_of_ten(exponent: i32) -> Self {
        let size = exponent.unsigned_abs();
        let power = match 10_i128.checked_pow(size) {
            Some(power) => Self::of_reduced((power, 1)),
            None => Self::of_ratio(BigInt::from(10).pow(size).into()),
        };
        // No power of ten is zero.
        if exponent < 0 { Self::from(1).over(&power).unwrap_or(power) } else { power }
    }

    /// The one form of a ratio in lowest terms.
    fn of_reduced((numerator, denominator): Reduced) -> Self {
        Self(match Small::of_reduced((numerator, denominator)) {
            Some(small) => Form::Small(small),
            None => Form::Big(Box::new(BigRational::new_raw(numerator.into(), denominator.into()))),
        })
    }

    /// The one form of a ratio, which is in lowest terms as `num_rational` keeps it.
    fn of_ratio(ratio: BigRational) -> Self {
        let parts = ratio.numer().to_i128().zip(ratio.denom().to_i128());
        Self(match parts.and_then(Small::of_reduced) {
            Some(small) => Form::Small(small),
            None => Form::Big(Box::new(ratio)),
        })
    }

    /// It as whole numbers of any size.
    fn ratio(&self) -> Cow<'_, BigRational> {
        match &self.0 {
            Form::Small(small) => {
                let denominator = small.denominator().into();
                Cow::Owned(BigRational::new_raw(small.numerator().into(), denominator))
            }
            Form::Big(ratio) => Cow::Borrowed(ratio),
        }
    }
}

impl From<i32> for Exact {
    fn from(value: i32) -> Self {
        Self::of_reduced((value.into(), 1))
    }
}

impl From<usize> for Exact {
    fn from(value: usize) -> Self {
        Self::of_ratio(BigInt::from(value).into())
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Small(left), Form::Small(right)) => left.cmp(right),
            _ => self.ratio().cmp(&other.ratio()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_decimal() {
            Some(decimal) => decimal.fmt(f),
            None => self.ratio().fmt(f),
        }
    }
}
