//! Exact ratios: what arithmetic makes of decimals.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "whole numbers of any size do not overflow, and a divisor of zero is excluded where there is one"
)]

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One as _, Pow as _, Signed as _, ToPrimitive as _, Zero as _};

use super::decimal::Decimal;
use super::rulebook::RoundingMode;

/// A number without any rounding: the quotient of two whole numbers.
///
/// ```
/// use infocity_check::model::Exact;
///
/// let third = Exact::from(1).over(&Exact::from(3)).ok_or("division by zero")?;
/// assert_eq!(third * Exact::from(3), Exact::from(1));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(BigRational);

impl Exact {
    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// The quotient, or `None` where `divisor` is zero.
    #[must_use]
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() { None } else { Some(Self(&self.0 / &divisor.0)) }
    }

    /// A hundredth of it: what a percentage stands for.
    #[must_use]
    pub fn percent(&self) -> Self {
        self.clone() * Self::power_of_ten(-2)
    }

    /// Ten to the power of `exponent`.
    #[must_use]
    pub fn power_of_ten(exponent: i32) -> Self {
        let power = BigInt::from(10).pow(exponent.unsigned_abs());
        if exponent < 0 { Self(BigRational::new_raw(BigInt::one(), power)) } else { Self(power.into()) }
    }

    /// Rounded to `places` decimal places: the one rounding a result undergoes.
    #[must_use]
    pub fn rounded(&self, places: u32, mode: RoundingMode) -> Self {
        let scale = Exact::power_of_ten(i32::try_from(places).unwrap_or(i32::MAX));
        let scaled = self.clone() * scale.clone();
        let whole = match mode {
            RoundingMode::HalfUp => scaled.0.round(),
            RoundingMode::HalfEven => round_half_even(&scaled.0),
        };
        Self(whole).over(&scale).unwrap_or_else(Self::zero)
    }

    /// As a decimal, where it is one of at most 28 digits.
    #[must_use]
    pub fn to_decimal(&self) -> Option<Decimal> {
        (0..=u32::try_from(super::decimal::MAX_DIGITS).unwrap_or(0)).find_map(|places| {
            let scaled = self.clone() * Self::power_of_ten(i32::try_from(places).unwrap_or(0));
            if scaled.0.is_integer() {
                Decimal::from_parts(scaled.0.to_integer().to_i128()?, places)
            } else {
                None
            }
        })
    }

    /// Its canonical decimal text after rounding half away from zero to `places` places; exact where it has no more.
    ///
    /// Unlike [`Self::to_decimal`] this has no limit of digits.
    #[must_use]
    pub fn to_text(&self, places: u32) -> String {
        let rounded = self.rounded(places, RoundingMode::HalfUp);
        let scaled = rounded.0 * Exact::power_of_ten(i32::try_from(places).unwrap_or(0)).0;
        let whole = scaled.to_integer();
        let digits = whole.magnitude().to_string();
        let places = usize::try_from(places).unwrap_or(0);
        let padded = format!("{digits:0>width$}", width = places.saturating_add(1));
        let (front, back) = padded.split_at(padded.len().saturating_sub(places));
        let back = back.trim_end_matches('0');
        let sign = if whole.sign() == Sign::Minus { "-" } else { "" };
        if back.is_empty() { format!("{sign}{front}") } else { format!("{sign}{front}.{back}") }
    }
}

fn round_half_even(value: &BigRational) -> BigRational {
    let two = BigInt::from(2);
    let floor = value.floor();
    let rest: BigRational = value - &floor;
    let half = BigRational::new_raw(BigInt::one(), two.clone());
    let up = match rest.cmp(&half) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => !(floor.to_integer() % two).is_zero(),
    };
    if up { floor + BigRational::one() } else { floor }
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        let (mantissa, places) = value.parts();
        let whole = Self(BigInt::from(mantissa).into());
        whole * Self::power_of_ten(i32::try_from(places).map_or(0, |places| places.saturating_neg()))
    }
}

impl From<i32> for Exact {
    fn from(value: i32) -> Self {
        Self(BigInt::from(value).into())
    }
}

impl From<usize> for Exact {
    fn from(value: usize) -> Self {
        Self(BigInt::from(value).into())
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_decimal() {
            Some(decimal) => decimal.fmt(f),
            None => self.0.fmt(f),
        }
    }
}
