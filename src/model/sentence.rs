//! Sentences as data: a code and what it speaks of. The words are made in [`crate::texts`].

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::{Deserialize, Serialize, de};

use super::json::Json;
use crate::sorted::Map;
use crate::sorting::gathered;

/// What a sentence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum SentenceCode {
    /// Nothing has been entered.
    NothingEntered,
    /// The category is the only one that fits for certain.
    OnlyFit,
    /// Several categories fit; this one is furthest above its line.
    BestFit,
    /// None fits for certain yet; this one is not excluded and nearest to certain.
    StillOpen,
    /// A binding requirement of every category is not met.
    NotEligible,
    /// No category fits, though none is excluded by more than an assumption.
    NoneFits,
    /// The fields chosen do not fit, others would.
    FieldsFit,
    /// Every category's score stays below its line.
    BelowLine,
    /// The nearest category can reach its line, but not a floor of it.
    BelowFloors,
    /// The rulebook has no categories to choose from, and nothing that counts for the total is missing: the total.
    Total,
    /// The same, the total being a range because some weights are not known.
    TotalRange,
    /// The same while figures are missing.
    TotalOpen,
    /// A warning of the rulebook, by its id.
    RulebookWarning,
    /// A benchmark has no value for the submission's year; an earlier year's was used.
    BenchmarkOfEarlierYear,
    /// A benchmark has no value for the submission's year or an earlier one.
    BenchmarkMissing,
    /// The submission names no year; the benchmarks of all years are possible.
    YearMissing,
    /// The submission was made for another version of the rulebook.
    OtherVersion,
    /// The rulebook's rules did not hold yet, or no longer hold, for the submission's year.
    NotInForce,
    /// A figure belongs to another year than the submission.
    FigureOfOtherYear,
    /// A year is missing, so that two submissions cannot be put in order.
    OrderOfYearsUnknown,
    /// More than a year lies between two submissions.
    YearsApart,
    /// Last year's submission names another city.
    OtherCity,
    /// Last year's submission was made for another version of the rulebook.
    PreviousOtherVersion,
    /// Last year's submission names another category.
    OtherCategory,
    /// Last year's submission names other fields.
    OtherFields,
    /// The choice that switches the weights is another one last year.
    OtherWeights,
}

impl SentenceCode {
    /// The code with this name.
    fn named(name: &str) -> Option<Self> {
        Self::deserialize(StrDeserializer::<NoCode>::new(name)).ok()
    }
}

/// That a name is that of no code. (What errors of serde say themselves would take in how binary numbers are told.)
#[derive(Debug)]
struct NoCode;

impl de::Error for NoCode {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl std::error::Error for NoCode {}

impl fmt::Display for NoCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no code of a sentence")
    }
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Sentence {
    /// What it says.
    pub code: SentenceCode,
    /// What it speaks of: ids, years, numbers.
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, string>"))]
    pub params: Map<String, String>,
}

impl Sentence {
    /// The sentence that a JSON value is.
    #[must_use]
    pub fn of_json(json: &Json) -> Option<Self> {
        let (Json::Text(code), Json::Object(entries)) = (json.get("code")?, json.get("params")?) else {
            return None;
        };
        let params = entries.iter().map(|(name, value)| match value {
            Json::Text(text) => Some((name.clone(), text.clone())),
            _ => None,
        });
        Some(Self { code: SentenceCode::named(code)?, params: params.collect::<Option<_>>()? })
    }

    /// A sentence about `params`.
    #[must_use]
    pub fn new(code: SentenceCode, params: &[(&str, &str)]) -> Self {
        let params = params.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        Self { code, params: gathered(params) }
    }
}
