//! This year's assessment beside last year's (年度比较).

use serde::Serialize;

use super::assessment::{
    Assessment, Eligible, Fit, Points, RulebookPrint, Status, SubmissionPrint, WarningResult,
};
use super::decimal::Decimal;
use super::rulebook::Effect;
use super::sentence::Sentence;
use super::standing::Basis;

/// The value of `format` in every comparison of this shape.
pub const COMPARISON_FORMAT: &str = "infocity-comparison/1";

/// Two years of a city under one rulebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Always [`COMPARISON_FORMAT`].
    pub format: &'static str,
    /// The rulebook that both years are assessed under.
    pub rulebook: RulebookPrint,
    /// The engine's version.
    pub engine: &'static str,
    /// This year's submission.
    pub current: SubmissionPrint,
    /// Last year's submission.
    pub previous: PreviousPrint,
    /// The category it is about: the one this year's submission names, else the one that last year's did.
    pub category: Option<String>,
    /// What makes the two years less comparable than they look.
    pub notes: Vec<Sentence>,
    /// Every category.
    pub categories: Vec<CategoryChange>,
    /// Every field, scored alone.
    pub fields: Vec<CategoryChange>,
    /// Every requirement.
    pub requirements: Vec<RequirementChange>,
    /// Values of last year that this year's submission lacks, or has otherwise than last year's.
    pub last_year: Vec<LastYearCheck>,
    /// This year's assessment.
    pub assessment: Assessment,
}

/// Which submission was last year's, and what looked wrong in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PreviousPrint {
    /// City, year and fingerprint.
    #[serde(flatten)]
    pub submission: SubmissionPrint,
    /// Its warnings.
    pub warnings: Vec<WarningResult>,
}

/// Something last year and this year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Shift<T> {
    /// Last year.
    pub before: T,
    /// This year.
    pub now: T,
}

/// In which way points changed, whatever the unknown figures of both years turn out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// They certainly rose.
    Risen,
    /// They certainly fell.
    Fallen,
    /// They are certainly the same.
    Unchanged,
    /// The figures entered do not decide it.
    Open,
}

/// Points of both years and their difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PointsChange {
    /// Last year.
    pub before: Points,
    /// This year.
    pub now: Points,
    /// This year's less last year's: the least and the most it can be.
    pub change: Points,
    /// What is certain of it.
    pub direction: Direction,
}

/// A category, or a field scored alone, in both years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CategoryChange {
    /// The category's id, or the field's.
    pub id: String,
    /// For a field: the category in which it is scored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Whether the city may apply at all.
    pub eligible: Shift<Eligible>,
    /// Whether it also reaches the line.
    pub fit: Shift<Fit>,
    /// Whether there was or is anything to meet; where there is nothing, `eligible`, `fit` and `risk` say nothing of the
    /// city.
    pub judged: bool,
    /// The total.
    pub score: Option<PointsChange>,
    /// The dimensions.
    pub dimensions: Vec<DimensionChange>,
    /// What puts the title at risk.
    pub risk: Risk,
}

/// A dimension's points in both years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DimensionChange {
    /// The dimension's id.
    pub id: String,
    /// The most points it can give this year.
    pub weight: Decimal,
    /// The same last year, where a choice of the submission makes it another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight_before: Option<Decimal>,
    /// Its points.
    pub score: PointsChange,
    /// What its indicators without known weights give together, where it has some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unweighted: Option<UnweightedChange>,
    /// Its indicators.
    pub indicators: Vec<IndicatorChange>,
}

/// What indicators without known weights give together in both years. The weights count as unknown in each year alone,
/// as figures do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnweightedChange {
    /// The points that they share this year.
    pub max: Decimal,
    /// The same last year, where a choice of the submission makes it another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_before: Option<Decimal>,
    /// What they give of them.
    pub score: PointsChange,
}

/// An indicator's points in both years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndicatorChange {
    /// The indicator's id.
    pub id: String,
    /// The most points it can give this year; `null` where its weight is not known.
    pub max: Option<Decimal>,
    /// The same last year, where a choice of the submission makes it another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_before: Option<Decimal>,
    /// Its points; `null` where its weight is not known.
    pub score: Option<PointsChange>,
    /// Where its weight is not known: its share of its points, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<PointsChange>,
    /// What those of its indicators without known weights give together, where it has some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unweighted: Option<UnweightedChange>,
    /// Indicators one level below, where the system has more levels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<IndicatorChange>,
}

/// A requirement's outcome in both years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequirementChange {
    /// The requirement's id.
    pub id: String,
    /// What it rests on.
    pub basis: Basis,
    /// Whether it blocks.
    pub effect: Effect,
    /// Whether it is met.
    #[serde(flatten)]
    pub status: Shift<Status>,
}

/// Whether a title is at risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AtRisk {
    /// Something that the rulebook asks for certainly fails this year.
    Certain,
    /// Something that the rulebook asks for may fail: the figures entered do not decide it.
    Possible,
    /// Everything that the rulebook asks for certainly holds.
    No,
}

/// In which way something that the rulebook asks for fails or may fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Threat {
    /// It held last year and certainly fails now.
    Lost,
    /// It certainly fails now and did not certainly hold last year.
    NotMet,
    /// It held last year and may fail now.
    NoLongerCertain,
    /// It may fail now and did not certainly hold last year.
    Open,
}

impl Threat {
    /// What threatens, from whether it held last year (`None` where it was not asked for) and holds now.
    #[must_use]
    pub fn between(before: Option<Status>, now: Status) -> Option<Self> {
        let held = before == Some(Status::Met);
        match now {
            Status::Met => None,
            Status::NotMet => Some(if held { Self::Lost } else { Self::NotMet }),
            Status::Undetermined => Some(if held { Self::NoLongerCertain } else { Self::Open }),
        }
    }
}

/// What puts a title in a category at risk when the city is assessed again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Risk {
    /// Whether it is at risk.
    pub at_risk: AtRisk,
    /// The binding requirements that fail or may fail; those that certainly fail first.
    pub requirements: Vec<RequirementRisk>,
    /// The line; `null` where the system has none.
    pub line: Option<LineRisk>,
    /// All floors.
    pub floors: Vec<FloorRisk>,
    /// The indicators whose points fell or may have fallen: first those that certainly did, in each the furthest first.
    pub falls: Vec<Fall>,
    /// How many of these would bring the total below its line by falling as far again.
    pub again: Option<Again>,
}

/// A binding requirement that fails or may fail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequirementRisk {
    /// The requirement's id.
    pub id: String,
    /// What it rests on.
    pub basis: Basis,
    /// In which way.
    pub threat: Threat,
}

/// The least total, and how far this year's is from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineRisk {
    /// The least total.
    pub total: Decimal,
    /// What it rests on.
    pub basis: Basis,
    /// Whether the total reaches it; floors are told apart.
    #[serde(flatten)]
    pub status: Shift<Status>,
    /// In which way it fails or may fail; `null` where it is certainly reached.
    pub threat: Option<Threat>,
    /// This year's total less the line: losing more than this brings it below.
    pub margin: Points,
}

/// A least share of a part, and how far this year's is from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FloorRisk {
    /// The dimension it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimension: Option<String>,
    /// The indicator it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The field that asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The least share of the points, in percent.
    pub least_percent: Decimal,
    /// Whether it was reached last year; `null` where it was not asked for.
    pub before: Option<Status>,
    /// Whether it is reached now.
    pub now: Status,
    /// In which way it fails or may fail; `null` where it is certainly reached.
    pub threat: Option<Threat>,
    /// A dimension's points less the least; `null` for an indicator's part, and for a dimension whose weight a choice of the
    /// submission switches.
    pub margin: Option<Points>,
}

/// An indicator whose points fell or may have fallen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fall {
    /// The indicator.
    pub indicator: String,
    /// Its dimension.
    pub dimension: String,
    /// Whether it certainly fell.
    pub certain: bool,
    /// This year's points less last year's; `null` where its weight is not known.
    pub change: Option<Points>,
    /// Where its weight is not known: this year's share less last year's, in percent of its points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Points>,
}

/// What another year like this one would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Again {
    /// The indicators, in the order of the falls; of those without known weights none.
    pub indicators: Vec<String>,
    /// Whether the total would certainly be below its line, or only may be.
    pub certain: bool,
}

/// Last year's value of a figure, as this year's submission has it and as last year's does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastYearCheck {
    /// The figure.
    pub figure: String,
    /// How the two go together.
    pub state: LastYearState,
    /// Whether points or a requirement of this year depend on it as things stand; else only warnings may read it.
    pub decides: bool,
    /// What this year's submission has as last year's value.
    pub entered: Option<Quantity>,
    /// What last year's submission has.
    pub previous: Quantity,
}

/// How last year's value goes together with last year's submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LastYearState {
    /// This year's submission does not have it: it can be taken over.
    Missing,
    /// This year's submission has an estimate that last year's narrows: it can be taken over.
    Estimate,
    /// The two differ, whatever the estimates among them turn out to be.
    Differs,
}

/// A number or an estimate with its unit, as a submission writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quantity {
    /// The least it is, a canonical decimal; `null` where the submission names none.
    pub low: Option<String>,
    /// The most it is; the same as `low` for a number that is no estimate.
    pub high: Option<String>,
    /// The unit of both; empty for a plain number.
    pub unit: String,
}
