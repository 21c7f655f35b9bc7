//! What goes into results, explained for itself: derived figures, benchmarks and figures.

use serde::Serialize;

use super::{BenchmarkUse, ExplainedKind, InputTold, Lever, Named, RuleTold, ToldRange, Way};
use crate::model::assessment::{Percent, Points, Status};
use crate::model::decimal::Decimal;
use crate::model::text::Text;

/// A derived figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DerivedTold {
    /// What goes into it; the last step is the figure itself.
    #[serde(flatten)]
    pub way: Way,
    /// The figures that make it uncertain.
    pub open: Vec<Lever>,
    /// What it goes into.
    pub used_by: Vec<Use>,
}

/// A benchmark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct BenchmarkTold {
    /// How it is used.
    pub used: BenchmarkUse,
    /// Its values by year, with their unit.
    pub by_year: Vec<YearValue>,
    /// What it goes into.
    pub used_by: Vec<Use>,
}

/// A value of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct YearValue {
    /// The year.
    pub year: u32,
    /// The value, in the benchmark's unit.
    pub value: Decimal,
    /// What it rests on, where that is not what the benchmark rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleTold>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FigureTold {
    /// As it is known; last year's value behind it, where it has one.
    pub values: Vec<InputTold>,
    /// What it can be at all.
    pub domain: Text,
    /// The value in the figure's own unit, where the city gave it in another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_own_unit: Option<ToldRange>,
    /// Where a city finds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub find: Option<Text>,
    /// The bureau that usually holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Text>,
    /// What it goes into, as things stand.
    pub used_by: Vec<Use>,
}

/// Something that a value goes into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Use {
    /// What kind of thing it is.
    pub kind: ExplainedKind,
    /// The thing.
    #[serde(flatten)]
    pub named: Named,
    /// Of an indicator: its points in each category.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub points: Vec<CategoryPoints>,
    /// Of a requirement: whether it is met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Of a derived figure: its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<ToldRange>,
}

/// Points in a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CategoryPoints {
    /// The category.
    #[serde(flatten)]
    pub category: Named,
    /// The most points; `null` where its weight is not known.
    pub max: Option<Decimal>,
    /// The points; `null` where its weight is not known.
    pub score: Option<Points>,
    /// Where its weight is not known: its share in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Percent>,
}
