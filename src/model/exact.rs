//! Exact ratios: what arithmetic makes of decimals.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "whole numbers of any size do not overflow, and a divisor of zero is excluded where there is one"
)]

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::{BigInt, Sign};
use num_integer::Integer as _;
use num_rational::BigRational;
use num_traits::{One as _, Signed as _, ToPrimitive as _, Zero as _};

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

    /// Rounded to `places` decimal places, the one rounding a result undergoes; `None` beyond 28 digits.
    #[must_use]
    pub fn rounded(&self, places: u32, mode: RoundingMode) -> Option<Decimal> {
        Decimal::from_parts(self.scaled_and_rounded(places, mode).to_i128()?, places)
    }

    /// The whole number nearest to it times ten to the power of `places`.
    fn scaled_and_rounded(&self, places: u32, mode: RoundingMode) -> BigInt {
        let (quotient, rest) = (self.0.numer().abs() * BigInt::from(10).pow(places)).div_rem(self.0.denom());
        let up = match (rest * 2_u32).cmp(self.0.denom()) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => mode == RoundingMode::HalfUp || quotient.is_odd(),
        };
        let magnitude = if up { quotient + 1_u32 } else { quotient };
        if self.is_negative() { -magnitude } else { magnitude }
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
        let whole = self.scaled_and_rounded(places, RoundingMode::HalfUp);
        let digits = whole.magnitude().to_string();
        let places = usize::try_from(places).unwrap_or(0);
        let padded = format!("{digits:0>width$}", width = places.saturating_add(1));
        let (front, back) = padded.split_at(padded.len().saturating_sub(places));
        let back = back.trim_end_matches('0');
        let sign = if whole.sign() == Sign::Minus { "-" } else { "" };
        if back.is_empty() { format!("{sign}{front}") } else { format!("{sign}{front}.{back}") }
    }
}

/// Ten to the power of the decimal places of a [`Decimal`], which has at most 28.
const fn ten_to_the(places: u32) -> u128 {
    10_u128.saturating_pow(places)
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        let (mantissa, places) = value.parts();
        // Reduced while the numbers are small: this is where most exact ratios begin.
        let common = mantissa.unsigned_abs().gcd(&ten_to_the(places)).max(1);
        let denominator = BigInt::from(ten_to_the(places) / common);
        let numerator = BigInt::from(mantissa) / BigInt::from(common);
        Self(BigRational::new_raw(numerator, denominator))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::from(text.parse::<Decimal>().expect("a decimal"))
    }

    fn rounded(value: &Exact, places: u32, mode: RoundingMode) -> String {
        value.rounded(places, mode).expect("a decimal").to_string()
    }

    #[test]
    fn a_half_goes_where_the_mode_says_at_both_signs() {
        let cases = [
            ("2.345", "2.35", "2.34"),
            ("2.355", "2.36", "2.36"),
            ("-2.345", "-2.35", "-2.34"),
            ("-2.355", "-2.36", "-2.36"),
            ("2.3449999", "2.34", "2.34"),
            ("2.3450001", "2.35", "2.35"),
            ("0.005", "0.01", "0"),
            ("-0.005", "-0.01", "0"),
            ("7", "7", "7"),
        ];
        for (value, half_up, half_even) in cases {
            assert_eq!(rounded(&exact(value), 2, RoundingMode::HalfUp), half_up, "{value}");
            assert_eq!(rounded(&exact(value), 2, RoundingMode::HalfEven), half_even, "{value}");
        }
    }

    #[test]
    fn a_quotient_is_exact_until_it_is_rounded() {
        let third = exact("1").over(&exact("3")).expect("a quotient");
        assert_eq!(third.clone() * exact("3"), exact("1"));
        assert_eq!(third.to_decimal(), None);
        assert_eq!(rounded(&third, 4, RoundingMode::HalfUp), "0.3333");
        assert_eq!((third.to_text(3), (-third).to_text(2)), ("0.333".to_owned(), "-0.33".to_owned()));
        assert_eq!(exact("1").over(&Exact::zero()), None);
    }

    #[test]
    fn a_decimal_comes_back_as_it_went_in() {
        for text in
            ["0", "-0.5", "1234.5678", "0.0000000000000000000000000001", "9999999999999999999999999999"]
        {
            assert_eq!(exact(text).to_decimal().map(|d| d.to_string()).as_deref(), Some(text));
        }
    }
}
