//! What goes into a result: figures, benchmarks and derived figures; and what makes it uncertain.

use serde::Serialize;

use super::{Formulation, Named, RuleTold, Told, ToldRange};
use crate::model::text::Text;

/// In which way a figure is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum InputState {
    /// It was entered.
    Known,
    /// It was entered as an estimate.
    Estimate,
    /// Nothing was entered: it can be anything its definition allows.
    Unknown,
    /// The city does not collect it: the same.
    NotCollected,
}

/// A value that the submission gives or withholds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct InputTold {
    /// The figure; `category` and `fields` are those that the submission names, `year` its year.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// Whether it is last year's value.
    pub last_year: bool,
    /// In which way it is known.
    pub state: InputState,
    /// The value, or what it can be.
    pub value: Text,
    /// The year it belongs to, where the city says one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u32>,
    /// Where the city has it from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Which year's value of a benchmark is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum YearTold {
    /// The submission's own.
    Own,
    /// An earlier year's: there is none for the submission's.
    Earlier,
    /// None: there is no value for the year or an earlier one.
    Missing,
    /// The submission names no year: the values of all years are possible.
    AnyYear,
}

/// A benchmark as it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct BenchmarkUse {
    /// The benchmark.
    #[serde(flatten)]
    pub named: Named,
    /// Its value.
    pub value: ToldRange,
    /// Which year's value it is.
    pub year_use: YearTold,
    /// The year, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u32>,
    /// What it rests on.
    pub rule: RuleTold,
}

/// A derived figure on the way to a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct StepTold {
    /// The derived figure.
    #[serde(flatten)]
    pub named: Named,
    /// Its formula.
    pub formula: Formulation,
    /// The choices in the formula: which way was taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub choices: Vec<ChoiceTold>,
    /// Why it has, or may have, no value of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub undefined: Vec<Undefined>,
    /// Its value where it has none of its own, as the rulebook writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when_undefined: Option<String>,
    /// The result.
    pub value: ToldRange,
    /// What the formula rests on.
    pub rule: RuleTold,
}

/// Which way of a choice was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ChoiceTold {
    /// The choice.
    #[serde(flatten)]
    pub of: Named,
    /// The option the city chose; while it chose none, every way is possible.
    pub chosen: Option<Named>,
}

/// Why a formula has, or may have, no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Undefined {
    /// What is the matter.
    pub cause: UndefinedCause,
    /// The denominator or the benchmark, as the rulebook writes it.
    pub written: String,
    /// The same with labels put in.
    pub labels: Text,
    /// Whether it is so for certain.
    pub certain: bool,
}

/// What leaves a formula without a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum UndefinedCause {
    /// A denominator is zero.
    ZeroDenominator,
    /// A benchmark has no value for the year or an earlier one.
    BenchmarkWithoutYear,
}

/// What goes into a result: the figures and benchmarks it reads, and the derived figures in the order of computation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Way {
    /// The figures.
    pub figures: Vec<InputTold>,
    /// The benchmarks.
    pub benchmarks: Vec<BenchmarkUse>,
    /// The derived figures.
    pub steps: Vec<StepTold>,
}

/// A figure that makes a result uncertain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Lever {
    /// The figure; `year` is the submission's year.
    #[serde(flatten)]
    pub named: Named,
    /// Whether it is last year's value.
    pub last_year: bool,
    /// By how much the result would be narrower at most, were the figure known to be at one of its ends; `null` where
    /// there is no measure, the result being open without bounds.
    pub narrows: Option<Told>,
    /// Whether it matters only together with others that are open: known alone, it changes nothing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub jointly: bool,
    /// At how many of its values the result was tried: both ends of a number, every option of a choice.
    pub tried: usize,
    /// At which of its values the low end of the result is found.
    pub low_at: Vec<Text>,
    /// At which of its values the high end is found.
    pub high_at: Vec<Text>,
}
