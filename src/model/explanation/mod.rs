//! How a number of an assessment came about: the explanation of one of its results, or of what goes into them.
//!
//! Numbers are decimal texts. Where a number has no decimal of reasonable length, its text is rounded for reading and
//! marked, and its exact ratio stands beside it. Nothing here depends on the language of a report: what is in words is
//! there in both.

mod points;
mod requirement;
mod scored;
mod thing;
mod told;
mod way;

pub use points::*;
pub use requirement::*;
pub use scored::*;
pub use thing::*;
pub use told::{RangeState, Told, ToldRange};
pub use way::*;

use serde::Serialize;

use super::assessment::{RulebookPrint, SubmissionPrint};
use super::standing::Basis;
use super::text::Text;

/// The value of `format` in every explanation of this shape.
pub const EXPLANATION_FORMAT: &str = "infocity-explanation/1";

/// An explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Explanation {
    /// Always [`EXPLANATION_FORMAT`].
    pub format: &'static str,
    /// The rulebook it follows.
    pub rulebook: RulebookPrint,
    /// The submission it is about.
    pub submission: SubmissionPrint,
    /// The engine's version.
    pub engine: &'static str,
    /// What kind of thing is explained.
    pub kind: ExplainedKind,
    /// Its id.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// How it is to be understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// What it rests on.
    pub rule: RuleTold,
    /// What its weight or points rest on, where that is something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight_rule: Option<RuleTold>,
    /// With how many decimal places points are shown.
    pub places: Places,
    /// The explanation itself.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", tsify(type = "About"))]
    pub about: About,
}

/// With how many decimal places points are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Places {
    /// Those of an indicator.
    pub indicator: u32,
    /// Those of a dimension.
    pub dimension: u32,
    /// The total.
    pub total: u32,
}

/// What can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ExplainedKind {
    /// A category's total.
    Category,
    /// A field, scored alone.
    Field,
    /// A dimension's points.
    Dimension,
    /// An indicator's points.
    Indicator,
    /// Whether a requirement is met.
    Requirement,
    /// A derived figure.
    Derived,
    /// A benchmark.
    Benchmark,
    /// A figure.
    Figure,
}

impl ExplainedKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Category,
        Self::Field,
        Self::Dimension,
        Self::Indicator,
        Self::Requirement,
        Self::Derived,
        Self::Benchmark,
        Self::Figure,
    ];

    /// The word before the colon in `kind:id`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Field => "field",
            Self::Dimension => "dimension",
            Self::Indicator => "indicator",
            Self::Requirement => "requirement",
            Self::Derived => "derived",
            Self::Benchmark => "benchmark",
            Self::Figure => "figure",
        }
    }
}

/// The explanation of one kind of thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum About {
    /// An indicator that is scored.
    Indicator(Box<IndicatorTold>),
    /// A category, a field, a dimension, or an indicator that groups others.
    Sums(Box<SumsTold>),
    /// A requirement.
    Requirement(Box<RequirementTold>),
    /// A derived figure.
    Derived(Box<DerivedTold>),
    /// A benchmark.
    Benchmark(Box<BenchmarkTold>),
    /// A figure.
    Figure(Box<FigureTold>),
}

/// An id with what users call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Named {
    /// The id.
    pub id: String,
    /// What users call it.
    pub label: Text,
}

/// What a rule rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RuleTold {
    /// The kind of support it has.
    pub basis: Basis,
    /// The title of the cited document, with its number where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// The place in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Its own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Why the rule is as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A formula or condition: as the rulebook writes it, with labels and with values put in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Formulation {
    /// As the rulebook writes it.
    pub written: String,
    /// With labels in place of names.
    pub labels: Text,
    /// With values in place of names.
    pub values: Text,
}
