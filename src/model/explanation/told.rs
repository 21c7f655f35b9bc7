//! Numbers told to a reader: exact where that takes few digits, else rounded, marked, and with the exact ratio beside.

use std::fmt;

use serde::Serialize;

use crate::model::Exact;

/// The most decimal places of a number that is told exactly.
const EXACT_PLACES: u32 = 12;

/// The decimal places of one that is rounded.
const USUAL_PLACES: u32 = 6;

/// The significant digits it has at least.
const SIGNIFICANT: usize = 6;

/// The most decimal places, where a number has to be told from another.
const MOST_PLACES: u32 = 60;

/// A number told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Told {
    /// Its decimal.
    pub decimal: String,
    /// Whether the decimal is rounded for reading.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub rounded: bool,
    /// Where it is: the exact number as a ratio of whole numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<String>,
}

impl Told {
    /// Tells a number.
    #[must_use]
    pub fn new(value: &Exact) -> Self {
        Self::apart(value, &[])
    }

    /// Tells a number with enough places that its text compares with each of `others` as the number does.
    #[must_use]
    pub fn apart(value: &Exact, others: &[Exact]) -> Self {
        if value.ends_within(EXACT_PLACES) {
            return Self { decimal: value.to_text(EXACT_PLACES), rounded: false, ratio: None };
        }
        let faithful = |places: &u32| {
            let near = value.nearest(*places);
            let whole = near.clone() * Exact::power_of_ten(i32::try_from(*places).unwrap_or(0));
            let digits = whole.to_ratio().trim_start_matches('-').len();
            digits >= SIGNIFICANT && others.iter().all(|other| near.cmp(other) == value.cmp(other))
        };
        let ratio = value.to_ratio();
        match (USUAL_PLACES..=MOST_PLACES).find(faithful) {
            Some(places) => {
                let rounded = !value.ends_within(places);
                Self { decimal: value.to_text(places), rounded, ratio: rounded.then_some(ratio) }
            }
            // Nearer to another number than any decimal of bearable length can tell.
            None => Self { decimal: ratio, rounded: false, ratio: None },
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rounded {
            f.write_str("≈")?;
        }
        f.write_str(&self.decimal)
    }
}

/// What is known of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum RangeState {
    /// It is one number.
    Known,
    /// It is one of a range.
    Range,
    /// It has no value.
    None,
}

/// All values a number may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ToldRange {
    /// What is known of it.
    pub state: RangeState,
    /// The least; `null` where there is no bound or no value.
    pub low: Option<Told>,
    /// The greatest; `null` where there is no bound or no value.
    pub high: Option<Told>,
    /// The unit; empty for a plain number.
    pub unit: String,
    /// Whether it may also have no value.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub may_be_undefined: bool,
}

impl fmt::Display for ToldRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.state, &self.low) {
            (RangeState::None, _) => return f.write_str("—"),
            (RangeState::Known, Some(value)) => write!(f, "{value}")?,
            _ => {
                match &self.low {
                    Some(low) => write!(f, "[{low}, ")?,
                    None => f.write_str("(-∞, ")?,
                }
                match &self.high {
                    Some(high) => write!(f, "{high}]")?,
                    None => f.write_str("∞)")?,
                }
            }
        }
        if self.unit.is_empty() { Ok(()) } else { write!(f, " {}", self.unit) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Decimal;

    fn exact(text: &str) -> Exact {
        let mut parts = text.split('/').map(|part| Exact::from(part.parse::<Decimal>().expect("a decimal")));
        let first = parts.next().expect("a number");
        parts.next().map_or(first.clone(), |divisor| first.over(&divisor).expect("a quotient"))
    }

    #[test]
    fn a_number_is_told_exactly_where_that_is_short() {
        for (value, told) in [
            ("1/8", "0.125"),
            ("-4", "-4"),
            ("0", "0"),
            ("0.000000000001", "0.000000000001"),
            ("2/3", "≈0.666667"),
            ("-200/3", "≈-66.666667"),
            ("1/30000000", "≈0.0000000333333"),
            ("9999999/10000000", "0.9999999"),
        ] {
            assert_eq!(Told::new(&exact(value)).to_string(), told, "{value}");
        }
        assert_eq!(Told::new(&exact("2/3")).ratio.as_deref(), Some("2/3"));
    }

    #[test]
    fn a_number_never_seems_to_be_on_the_other_side_of_a_threshold() {
        let just_below = exact("1") - exact("1/3000000000");
        assert_eq!(Told::apart(&just_below, &[exact("2")]).to_string(), "≈1");
        assert_eq!(Told::apart(&just_below, &[exact("1")]).to_string(), "≈0.9999999997");
        let nearer = exact("1") - exact("1/3") * Exact::power_of_ten(-70);
        let told = Told::apart(&nearer, &[exact("1")]).to_string();
        assert!(told.starts_with("2999") && told.contains('/'), "{told}");
    }

    #[test]
    fn a_range_tells_its_ends_and_its_unit() {
        let range = |low: Option<&str>, high: Option<&str>, unit: &str| {
            let told = |end: Option<&str>| end.map(|text| Told::new(&exact(text)));
            let (low, high, unit) = (told(low), told(high), unit.to_owned());
            ToldRange { state: RangeState::Range, low, high, unit, may_be_undefined: false }.to_string()
        };
        assert_eq!(range(Some("80"), Some("200"), "%"), "[80, 200] %");
        assert_eq!(range(Some("0"), None, ""), "[0, ∞)");
        assert_eq!(range(None, Some("2/3"), "亿元"), "(-∞, ≈0.666667] 亿元");
    }
}
