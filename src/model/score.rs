//! How an indicator turns a figure into points.
//!
//! Every function gives a score on its own scale, 0 to `out_of`; the indicator's points are that share of its
//! `max`, rounded once.

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use crate::sorted::Map;

/// A score function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Score {
    /// A score for each band of values.
    Bands(Bands),
    /// Straight lines between given points, level before the first and after the last.
    Piecewise(Piecewise),
    /// So many points for each unit, up to a cap.
    PerUnit(PerUnit),
    /// In proportion to the way to a target, full at the target.
    Target(Target),
    /// In proportion to the growth against last year, full at a given growth.
    Growth(Growth),
    /// A score for each option of a choice.
    Choice(OptionScores),
    /// A score for each ticked item of a checklist, up to a cap.
    Checklist(ChecklistScores),
    /// The best of several scores.
    BestOf(Vec<Score>),
    /// Several scores, each with its share.
    SumOf(Vec<Share>),
    /// One score for each field: all in equal parts, or the best of the chosen, as the category says.
    ByField(Map<String, Score>),
}

/// A score for each band of values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// The formula whose value is looked up.
    pub of: String,
    /// The scale of the scores; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Decimal>,
    /// The bands from the lowest to the highest, without gap or overlap.
    pub bands: Vec<Band>,
    /// `false` where scores rise and fall on purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monotone: Option<bool>,
}

/// A band of values; an end that is absent is open to infinity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The lower end, which belongs to the band: a number with its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<String>,
    /// The lower end, which does not belong to the band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<String>,
    /// The upper end, which does not belong to the band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<String>,
    /// The upper end, which belongs to the band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<String>,
    /// The score in the band.
    pub score: Decimal,
}

/// Straight lines between given points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Piecewise {
    /// The formula whose value is scored.
    pub of: String,
    /// The scale of the scores; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Decimal>,
    /// The points, by rising value; at least two.
    pub points: Vec<Point>,
    /// `false` where scores rise and fall on purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monotone: Option<bool>,
}

/// A point of a piecewise line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The value: a number with its unit.
    pub at: String,
    /// The score at it.
    pub score: Decimal,
}

/// So many points for each unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PerUnit {
    /// The formula that is counted.
    pub of: String,
    /// What counts as one: a number with its unit, above 0.
    pub per: String,
    /// The score for each.
    pub each: Decimal,
    /// The most it can give.
    pub cap: Decimal,
    /// The scale of the scores; `cap` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Decimal>,
}

/// In proportion to the way from a start to a target; nothing at the start or short of it, `most` at the target and beyond.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The formula whose value is scored.
    pub of: String,
    /// The formula that is the target, such as a benchmark.
    pub target: String,
    /// The formula where points begin; 0 when absent. A target below it scores falling values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The score at the target; `out_of` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Decimal>,
    /// The scale of the scores; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Decimal>,
}

/// In proportion to the growth against last year; nothing at `from` or below, everything at `full_at` and above.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Growth {
    /// The number figure, by its id.
    pub of: String,
    /// The growth where points begin: a plain number or a percentage; 0 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The growth that gives everything.
    pub full_at: String,
}

/// A score for each option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionScores {
    /// The choice, by its id.
    pub of: String,
    /// The scale of the scores; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Decimal>,
    /// The score of every option.
    pub scores: Map<String, Decimal>,
}

/// A score for each ticked item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChecklistScores {
    /// The checklist, by its id.
    pub of: String,
    /// The scale of the scores; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Decimal>,
    /// The score of every item; not below 0.
    pub scores: Map<String, Decimal>,
    /// The most they can give together; `out_of` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
}

/// One of several scores that are summed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Its share in percent; the shares sum to 100.
    pub percent: Decimal,
    /// The score.
    pub score: Score,
}
