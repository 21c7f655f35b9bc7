//! Between exact ratios and decimals: exactly where it can be, else with the one rounding.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};
use num_integer::Integer as _;
use num_rational::BigRational;
use num_traits::{Signed as _, ToPrimitive as _};

use super::small::Small;
use super::{Exact, Form};
use crate::model::decimal::Decimal;
use crate::model::rulebook::RoundingMode;

impl Exact {
    /// Rounded to `places` decimal places, the one rounding a result undergoes; `None` beyond 28 digits.
    #[must_use]
    pub fn rounded(&self, places: u32, mode: RoundingMode) -> Option<Decimal> {
        let whole = match self.small_scaled_and_rounded(places, mode) {
            Some(whole) => whole,
            None => scaled_and_rounded(&self.ratio(), places, mode).to_i128()?,
        };
        Decimal::from_parts(whole, places)
    }

    /// The greatest whole number not above it; `None` where it has more than 38 digits.
    #[must_use]
    pub fn floor(&self) -> Option<i128> {
        match &self.0 {
            // The denominator is above zero.
            Form::Small(small) => {
                i128::from(small.numerator()).checked_div_euclid(i128::from(small.denominator()))
            }
            Form::Big(ratio) => ratio.floor().to_integer().to_i128(),
        }
    }

    /// As a decimal, where it is one of at most 28 digits.
    #[must_use]
    pub fn to_decimal(&self) -> Option<Decimal> {
        let (numerator, denominator) = match &self.0 {
            Form::Small(small) => (small.numerator().into(), small.denominator().into()),
            Form::Big(ratio) => (ratio.numer().to_i128()?, ratio.denom().to_i128()?),
        };
        // It ends where its denominator divides a power of ten, and has as many places as that has zeros.
        let (fives, others) = without_fives(denominator, u32::MAX);
        let twos = others.trailing_zeros();
        if others != 2_i128.checked_pow(twos)? {
            return None;
        }
        let places = twos.max(fives);
        let factor = match places.checked_sub(twos)? {
            0 => 5_i128.checked_pow(places.checked_sub(fives)?)?,
            missing => 2_i128.checked_pow(missing)?,
        };
        Decimal::from_parts(numerator.checked_mul(factor)?, places)
    }

    /// Its canonical decimal text after rounding half away from zero to `places` places; exact where it has no more.
    ///
    /// Unlike [`Self::to_decimal`] this has no limit of digits.
    #[must_use]
    pub fn to_text(&self, places: u32) -> String {
        let (negative, digits) = match self.small_scaled_and_rounded(places, RoundingMode::HalfUp) {
            Some(whole) => (whole < 0, whole.unsigned_abs().to_string()),
            None => {
                let whole = scaled_and_rounded(&self.ratio(), places, RoundingMode::HalfUp);
                (whole.sign() == Sign::Minus, whole.magnitude().to_string())
            }
        };
        let places = usize::try_from(places).unwrap_or(0);
        let padded = format!("{digits:0>width$}", width = places.saturating_add(1));
        let (front, back) = padded.split_at(padded.len().saturating_sub(places));
        let back = back.trim_end_matches('0');
        let sign = if negative { "-" } else { "" };
        if back.is_empty() { format!("{sign}{front}") } else { format!("{sign}{front}.{back}") }
    }

    /// Whether it is a decimal of at most `places` decimal places.
    #[must_use]
    pub fn ends_within(&self, places: u32) -> bool {
        let scaled = self.clone() * Self::power_of_ten(i32::try_from(places).unwrap_or(i32::MAX));
        scaled.ratio().is_integer()
    }

    /// The decimal of `places` places nearest to it, a half going away from zero; what [`Self::to_text`] writes.
    #[must_use]
    pub fn nearest(&self, places: u32) -> Self {
        let whole = match self.small_scaled_and_rounded(places, RoundingMode::HalfUp) {
            Some(whole) => whole.into(),
            None => scaled_and_rounded(&self.ratio(), places, RoundingMode::HalfUp),
        };
        Self::of_ratio(BigRational::new(whole, BigInt::from(10).pow(places)))
    }

    /// Its quotient in lowest terms, such as `70847/35128`; a whole number alone.
    #[must_use]
    pub fn to_ratio(&self) -> String {
        self.ratio().to_string()
    }

    /// The whole number nearest to it times ten to the power of `places`, where that can be had without big numbers.
    fn small_scaled_and_rounded(&self, places: u32, mode: RoundingMode) -> Option<i128> {
        let Form::Small(small) = &self.0 else { return None };
        small.scaled_and_rounded(places, mode)
    }
}

impl Small {
    /// The whole number nearest to it times ten to the power of `places`; `None` where that needs more than 127 bits.
    fn scaled_and_rounded(self, places: u32, mode: RoundingMode) -> Option<i128> {
        let scaled = 10_i128.checked_pow(places)?.checked_mul(self.numerator().checked_abs()?.into())?;
        let denominator = self.denominator().into();
        let (quotient, rest) = (scaled.checked_div(denominator)?, scaled.checked_rem(denominator)?);
        let up = goes_up(rest.checked_mul(2)?.cmp(&denominator), quotient.is_odd(), mode);
        quotient.checked_add(up.into())?.checked_mul(self.numerator().signum().into())
    }
}

/// The whole number nearest to `ratio` times ten to the power of `places`.
#[expect(
    clippy::arithmetic_side_effects,
    reason = "whole numbers of any size do not overflow, and a denominator is not zero"
)]
fn scaled_and_rounded(ratio: &BigRational, places: u32, mode: RoundingMode) -> BigInt {
    let (quotient, rest) = (ratio.numer().abs() * BigInt::from(10).pow(places)).div_rem(ratio.denom());
    let up = goes_up((rest * 2_u32).cmp(ratio.denom()), quotient.is_odd(), mode);
    let magnitude = if up { quotient + 1_u32 } else { quotient };
    if ratio.is_negative() { -magnitude } else { magnitude }
}

/// Whether a number goes up to the next, away from zero, `twice_rest` being twice its rest beside the denominator.
fn goes_up(twice_rest: Ordering, odd: bool, mode: RoundingMode) -> bool {
    match twice_rest {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => mode == RoundingMode::HalfUp || odd,
    }
}

/// How often 5 divides a number, at most `limit` times counted, and what is left of it.
fn without_fives(mut number: i128, limit: u32) -> (u32, i128) {
    let mut count = 0_u32;
    while count < limit && number % 5 == 0 {
        number /= 5;
        count = count.saturating_add(1);
    }
    (count, number)
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        let (mantissa, places) = value.parts();
        // A power of ten has no factors but 2 and 5.
        let (fives, rest) = without_fives(mantissa, places);
        let twos = rest.trailing_zeros().min(places);
        // At most 28 places: no power here has more than 94 bits.
        let twos_left = 2_i128.saturating_pow(places.saturating_sub(twos));
        let fives_left = 5_i128.saturating_pow(places.saturating_sub(fives));
        Self::of_reduced((rest.wrapping_shr(twos), twos_left.saturating_mul(fives_left)))
    }
}
