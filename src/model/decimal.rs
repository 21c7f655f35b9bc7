//! Finite decimals: what people write.

use std::fmt;

use rust_decimal::Decimal as Inner;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The most digits a number may have, zeros at its front not counted.
pub const MAX_DIGITS: usize = 28;

/// The least whole number of more than [`MAX_DIGITS`] digits.
const BEYOND: u128 = 10_u128.pow(28);

/// The most characters a number is read from.
const MAX_LENGTH: usize = 64;

/// A finite decimal of at most [`MAX_DIGITS`] digits, exactly as written.
///
/// Its text form is the grammar `-?[0-9]+(\.[0-9]+)?`, and there is one canonical text for each value.
///
/// ```
/// use infocity_check::model::Decimal;
///
/// let a: Decimal = "1244.770".parse()?;
/// assert_eq!(a.to_string(), "1244.77");
/// assert!("1e3".parse::<Decimal>().is_err());
/// assert!("1,244.77".parse::<Decimal>().is_err());
/// # Ok::<(), infocity_check::model::DecimalError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "typescript", tsify(type = "string"))]
pub struct Decimal(Inner);

/// Why a text is not a [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalError {
    /// It does not follow the grammar.
    Malformed,
    /// It has more than [`MAX_DIGITS`] digits.
    TooManyDigits,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => f.write_str("not a decimal number"),
            Self::TooManyDigits => write!(f, "more than {MAX_DIGITS} digits"),
        }
    }
}

impl std::error::Error for DecimalError {}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(Inner::ZERO);
    /// One hundred, the scale of percentages.
    pub const HUNDRED: Self = Self(Inner::ONE_HUNDRED);

    /// Whether the number is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self < Self::ZERO
    }

    /// The decimal places of its canonical text.
    #[must_use]
    pub fn places(self) -> u32 {
        self.0.scale()
    }

    /// The sum; `None` where it has more than [`MAX_DIGITS`] digits.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let places = self.places().max(other.places());
        let scaled = |value: Self| {
            let (mantissa, own) = value.parts();
            mantissa.checked_mul(10_i128.checked_pow(places.saturating_sub(own))?)
        };
        Self::from_parts(scaled(self)?.checked_add(scaled(other)?)?, places)
    }

    /// Its digits as a whole number, and the number of those after the point.
    #[must_use]
    pub fn parts(self) -> (i128, u32) {
        (self.0.mantissa(), self.0.scale())
    }

    /// `mantissa` with its last `places` digits after the point; `None` beyond [`MAX_DIGITS`] digits.
    #[must_use]
    pub fn from_parts(mantissa: i128, places: u32) -> Option<Self> {
        let inner = Inner::try_from_i128_with_scale(mantissa, places).ok()?.normalize();
        // The type underneath holds some numbers of one digit more.
        (inner.mantissa().unsigned_abs() < BEYOND).then_some(Self(inner))
    }
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self(Inner::from(value))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::str::FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (unsigned, None),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !fraction.is_none_or(digits) {
            return Err(DecimalError::Malformed);
        }
        let kept = whole.trim_start_matches('0');
        let places = fraction.unwrap_or("").trim_end_matches('0');
        if text.len() > MAX_LENGTH || kept.len().saturating_add(places.len()) > MAX_DIGITS {
            return Err(DecimalError::TooManyDigits);
        }
        let sign = if unsigned.len() < text.len() { "-" } else { "" };
        let whole = if kept.is_empty() { "0" } else { kept };
        let plain =
            if places.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{places}") };
        let inner = Inner::from_str_exact(&plain).map_err(|_| DecimalError::TooManyDigits)?;
        Ok(Self(if inner.is_zero() { Inner::ZERO } else { inner.normalize() }))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Decimal;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a decimal number")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
                text.parse().map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, DecimalError> {
        text.parse::<Decimal>().map(|d| d.to_string())
    }

    #[test]
    fn one_canonical_text_for_each_value() {
        for (written, canonical) in [
            ("0", "0"),
            ("-0", "0"),
            ("-0.00", "0"),
            ("007", "7"),
            ("1.0", "1"),
            ("1.50", "1.5"),
            ("-27.40", "-27.4"),
            ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
            ("9999999999999999999999999999", "9999999999999999999999999999"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(canonical), "{written}");
        }
    }

    #[test]
    fn only_the_grammar_is_read() {
        for text in
            ["", "-", ".5", "5.", "+5", "1e3", "1_000", "1,000", " 1", "1 ", "５", "--1", "1.2.3", "NaN", "∞"]
        {
            assert_eq!(read(text), Err(DecimalError::Malformed), "{text:?}");
        }
    }

    #[test]
    fn too_many_digits_are_refused_and_never_rounded() {
        for text in ["12345678901234567890123456789", "0.00000000000000000000000000001", &"9".repeat(5000)] {
            assert_eq!(read(text), Err(DecimalError::TooManyDigits), "{text}");
        }
    }

    #[test]
    fn parts_are_those_of_the_canonical_text() {
        assert_eq!("12.340".parse::<Decimal>().map(Decimal::parts), Ok((1234, 2)));
        assert_eq!(Decimal::from_parts(1200, 2).map(|d| d.to_string()).as_deref(), Some("12"));
        assert_eq!(Decimal::from_parts(i128::MAX, 0), None);
    }

    #[test]
    fn no_decimal_has_more_digits_than_can_be_read() {
        let most = 10_i128.pow(28) - 1;
        for (mantissa, places, expected) in [
            (most, 0, Some("9999999999999999999999999999")),
            (-most, 28, Some("-0.9999999999999999999999999999")),
            (most + 1, 1, Some("1000000000000000000000000000")),
            (most + 1, 0, None),
            (-most - 1, 0, None),
            (most + 2, 1, None),
            (1, 29, None),
        ] {
            let found = Decimal::from_parts(mantissa, places).map(|decimal| decimal.to_string());
            assert_eq!(found.as_deref(), expected, "{mantissa}, {places}");
            assert!(found.is_none_or(|text| text.parse::<Decimal>().is_ok()));
        }
    }

    #[test]
    fn as_many_characters_as_stated_are_read() {
        assert_eq!(read(&format!("{}7", "0".repeat(MAX_LENGTH - 1))).as_deref(), Ok("7"));
        assert_eq!(read(&format!("{}7", "0".repeat(MAX_LENGTH))), Err(DecimalError::TooManyDigits));
    }

    #[test]
    fn a_sum_is_exact_or_none() {
        let decimal = |text: &str| text.parse::<Decimal>().unwrap();
        for (one, other, expected) in [
            ("1.25", "2.5", Some("3.75")),
            ("2.5", "1.25", Some("3.75")),
            ("0.1", "-0.1", Some("0")),
            ("-7", "0.007", Some("-6.993")),
            ("9999999999999999999999999998", "1", Some("9999999999999999999999999999")),
            ("9999999999999999999999999999", "1", None),
            ("9999999999999999999999999999", "0.1", None),
            ("9999999999999999999999999999", "0.0000000000000000000000000001", None),
        ] {
            let sum = decimal(one).plus(decimal(other)).map(|sum| sum.to_string());
            assert_eq!(sum.as_deref(), expected, "{one} + {other}");
        }
    }

    #[test]
    fn sign_and_places_are_those_of_the_value() {
        for (text, negative, places) in
            [("0", false, 0), ("-0.10", true, 1), ("12.345", false, 3), ("1", false, 0)]
        {
            let decimal: Decimal = text.parse().unwrap();
            assert_eq!((decimal.is_negative(), decimal.places()), (negative, places), "{text}");
        }
    }

    #[test]
    fn in_json_it_is_a_string_and_anything_else_says_so() {
        let read = |text: &str| serde_json::from_str::<Decimal>(text).map_err(|error| error.to_string());
        assert_eq!(read("\"1.50\"").map(|decimal| decimal.to_string()).as_deref(), Ok("1.5"));
        for text in ["\"1e3\"", "true", "1.5", "null"] {
            assert!(read(text).is_err_and(|error| error.contains("expected a decimal number")), "{text}");
        }
        let written = "1.50".parse::<Decimal>().map(|decimal| serde_json::to_string(&decimal).unwrap());
        assert_eq!(written.as_deref(), Ok("\"1.5\""));
    }

    #[test]
    fn a_refusal_says_why() {
        assert_eq!(DecimalError::Malformed.to_string(), "not a decimal number");
        assert_eq!(DecimalError::TooManyDigits.to_string(), "more than 28 digits");
    }
}
