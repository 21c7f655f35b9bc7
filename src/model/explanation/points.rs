//! Points explained: the share of an indicator, and the sums above.

use serde::Serialize;

use super::{ExplainedKind, Lever, Named, RuleTold, Scored, Told, Way};
use crate::model::assessment::{Eligible, Fit, Percent, Points, Status};
use crate::model::decimal::Decimal;
use crate::model::indicator::Nature;
use crate::model::rulebook::RoundingMode;

/// How points are rounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RoundingTold {
    /// What happens to a half.
    pub mode: RoundingMode,
    /// The decimal places that are kept.
    pub places: u32,
    /// What it rests on.
    pub rule: RuleTold,
}

/// An indicator that is scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct IndicatorTold {
    /// Computed or graded.
    pub nature: Nature,
    /// The dimension it belongs to.
    pub dimension: Named,
    /// How points are rounded.
    pub rounding: RoundingTold,
    /// How it is scored, once for all categories in which that is the same.
    pub scorings: Vec<ScoringTold>,
}

/// How an indicator is scored in some categories.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ScoringTold {
    /// What goes into it.
    #[serde(flatten)]
    pub way: Way,
    /// Its share in percent where its formula has no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when_undefined_percent: Option<Decimal>,
    /// The score function.
    pub scored: Scored,
    /// The points in each of the categories.
    pub categories: Vec<PointsTold>,
}

/// An indicator's points in a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct PointsTold {
    /// The category.
    #[serde(flatten)]
    pub category: Named,
    /// The most points it can give; `null` where its weight is not known.
    pub max: Option<Decimal>,
    /// The points; `null` where its weight is not known.
    pub score: Option<Points>,
    /// Where its weight is not known: its share in percent; the products below are then of 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Percent>,
    /// How the low end comes about.
    pub low: Product,
    /// How the high end comes about.
    pub high: Product,
    /// The figures that make the points uncertain, the one that would narrow them most first.
    pub open: Vec<Lever>,
}

/// A share of the most points, before and after rounding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Product {
    /// Where a choice switches the weights: the option under which this end is found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<Named>,
    /// The share, of one.
    pub share: Told,
    /// The most points.
    pub max: Decimal,
    /// The share of the most points, not rounded.
    pub points: Told,
    /// The points as shown.
    pub shown: Decimal,
}

/// Points that are sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct SumsTold {
    /// The sum in each category.
    pub categories: Vec<SumTold>,
}

/// A sum of points in a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct SumTold {
    /// The category.
    #[serde(flatten)]
    pub category: Named,
    /// The most points it can give; `null` where its weight is not known.
    pub max: Option<Decimal>,
    /// The sum; `null` where its weight is not known.
    pub score: Option<Points>,
    /// Where its weight is not known: its share in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Percent>,
    /// While the choice that switches the weights is open and matters to it: what it comes to under each option. It spans
    /// these, and may be narrower than what its parts as shown add up to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub by_option: Vec<OptionSum>,
    /// Its parts as shown.
    pub parts: Vec<PartTold>,
    /// What the parts without known weights give together, where it has points and some of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unweighted: Option<UnweightedTold>,
    /// What else is concluded of a category or field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OutcomeTold>,
    /// The floors that are about what is explained.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub floors: Vec<FloorTold>,
    /// The figures that make the sum uncertain, the one that would narrow it most first.
    pub open: Vec<Lever>,
}

/// A sum under one option of the choice that switches the weights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct OptionSum {
    /// The option.
    #[serde(flatten)]
    pub option: Named,
    /// The most points it can give; `null` where its weight is not known.
    pub max: Option<Decimal>,
    /// The sum; `null` where its weight is not known.
    pub score: Option<Points>,
    /// Where its weight is not known: its share in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Percent>,
}

/// A part of a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct PartTold {
    /// What kind of thing it is.
    pub kind: ExplainedKind,
    /// The part.
    #[serde(flatten)]
    pub named: Named,
    /// The most points it can give; `null` where its weight is not known.
    pub max: Option<Decimal>,
    /// Its points; `null` where its weight is not known.
    pub score: Option<Points>,
    /// Where its weight is not known: its share in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Percent>,
    /// Below something whose weight is not known: its part of 100; absent where that is not known either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_hundred: Option<Decimal>,
}

/// What parts without known weights give together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct UnweightedTold {
    /// The points that they share in unknown proportions.
    pub max: Decimal,
    /// What they may give of them.
    pub score: Points,
    /// How the low end comes about.
    pub low: UnweightedEnd,
    /// How the high end comes about.
    pub high: UnweightedEnd,
}

/// An end of what parts without known weights give together: all points go to one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct UnweightedEnd {
    /// That part.
    #[serde(flatten)]
    pub of: Named,
    /// Its share of all these points.
    pub product: Product,
}

/// Whether a category or field is one for the city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct OutcomeTold {
    /// Whether the city may apply at all.
    pub eligible: Eligible,
    /// Whether it also reaches the line.
    pub fit: Fit,
    /// Whether there is anything to meet; where there is nothing, `eligible` and `fit` hold of themselves.
    pub judged: bool,
    /// The fields that count, where the category chooses among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub fields: Vec<Named>,
    /// The line.
    pub line: Option<LineTold>,
    /// The binding requirements that are not met.
    pub blocked_by: Vec<Named>,
    /// The binding requirements that are undetermined.
    pub unknown: Vec<Named>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct LineTold {
    /// The least total.
    pub total: Decimal,
    /// Whether the total as shown reaches it.
    pub total_status: Status,
    /// Whether total and floors are reached.
    pub status: Status,
    /// What it rests on.
    pub rule: RuleTold,
}

/// A floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FloorTold {
    /// The dimension or indicator it is about.
    #[serde(flatten)]
    pub of: Named,
    /// The field that asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Named>,
    /// The least share of the points, in percent.
    pub least_percent: Decimal,
    /// The least points, for a dimension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_points: Option<Told>,
    /// Whether it is reached.
    pub status: Status,
}
