//! Everything concluded from a rulebook and a submission (自评结果).

use serde::Serialize;

use super::decimal::Decimal;
use super::rulebook::Effect;
use super::sentence::Sentence;
use super::standing::Basis;

/// The value of `format` in every assessment of this shape.
pub const ASSESSMENT_FORMAT: &str = "infocity-assessment/1";

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It holds, whatever the unknown figures turn out to be.
    Met,
    /// It does not hold, whatever the unknown figures turn out to be.
    NotMet,
    /// The figures entered do not decide it.
    Undetermined,
}

/// Whether the binding requirements that rest on more than an assumption are met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Eligible {
    /// All are met.
    Eligible,
    /// One is not met.
    NotEligible,
    /// The figures entered do not decide it.
    Undetermined,
}

/// Whether requirements are met and the score reaches the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// It does.
    Fits,
    /// It does not.
    DoesNotFit,
    /// The figures entered do not decide it.
    Undetermined,
}

/// An assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Assessment {
    /// Always [`ASSESSMENT_FORMAT`].
    pub format: &'static str,
    /// The rulebook it follows.
    pub rulebook: RulebookPrint,
    /// The submission it judges.
    pub submission: SubmissionPrint,
    /// The engine's version.
    pub engine: &'static str,
    /// Every category.
    pub categories: Vec<CategoryResult>,
    /// Every field, scored alone in the category that chooses among them.
    pub fields: Vec<CategoryResult>,
    /// Every requirement.
    pub requirements: Vec<RequirementResult>,
    /// Every material.
    pub materials: Vec<MaterialResult>,
    /// What is missing.
    pub missing: Missing,
    /// Which category to go for.
    pub advice: Advice,
    /// The way the application takes.
    pub route: RouteResult,
    /// What looks wrong though it is allowed.
    pub warnings: Vec<WarningResult>,
}

/// Which rulebook an assessment follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RulebookPrint {
    /// The rulebook's id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its canonical form, hexadecimal.
    pub sha256: String,
}

/// Which submission an assessment judges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct SubmissionPrint {
    /// The city's name.
    pub city: String,
    /// The year of the figures.
    pub year: Option<u32>,
    /// SHA-256 of its canonical form, hexadecimal.
    pub sha256: String,
}

/// Points as a range: both ends equal once every figure needed is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Points {
    /// The least it can be.
    pub low: Decimal,
    /// The most it can be.
    pub high: Decimal,
}

/// A part of 100, in percent, as a range: both ends equal once every figure needed is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Percent {
    /// The least it can be.
    pub low: Decimal,
    /// The most it can be.
    pub high: Decimal,
}

impl From<Points> for Percent {
    fn from(of_hundred: Points) -> Self {
        Self { low: of_hundred.low, high: of_hundred.high }
    }
}

impl From<Percent> for Points {
    fn from(percent: Percent) -> Self {
        Self { low: percent.low, high: percent.high }
    }
}

/// What indicators without known weights give together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Unweighted {
    /// The points that they share in unknown proportions.
    pub max: Decimal,
    /// What they may give of them, whatever the proportions are.
    pub score: Points,
}

/// A category, or a field scored alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CategoryResult {
    /// The category's id, or the field's.
    pub id: String,
    /// For a field: the category in which it is scored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Whether the city may apply at all.
    pub eligible: Eligible,
    /// Whether it also reaches the line.
    pub fit: Fit,
    /// Whether there is anything to meet, a line or a binding requirement; where there is nothing, `eligible` and `fit`
    /// hold of themselves and say nothing of the city.
    pub judged: bool,
    /// The total.
    pub score: Option<Points>,
    /// The line and its floors; `null` where the system has none.
    pub line: Option<LineResult>,
    /// The binding requirements that are not met.
    pub blocked_by: Vec<String>,
    /// The binding requirements that are undetermined.
    pub unknown: Vec<String>,
    /// The dimensions.
    pub dimensions: Vec<DimensionResult>,
}

/// A line and whether the score as shown reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct LineResult {
    /// The least total.
    pub total: Decimal,
    /// Least points of parts.
    pub floors: Vec<FloorResult>,
    /// What the line rests on.
    pub basis: Basis,
    /// Whether total and floors are reached.
    pub status: Status,
}

/// A floor and whether it is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FloorResult {
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
    /// Whether it is reached.
    pub status: Status,
}

/// A dimension's points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DimensionResult {
    /// The dimension's id.
    pub id: String,
    /// Its weight: the most points it can give.
    pub weight: Decimal,
    /// Its points: the sum of its indicators', and of what those without known weights give together.
    pub score: Points,
    /// What the indicators without known weights give together, where it has some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unweighted: Option<Unweighted>,
    /// Its indicators.
    pub indicators: Vec<IndicatorResult>,
}

/// An indicator's points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct IndicatorResult {
    /// The indicator's id.
    pub id: String,
    /// What it rests on.
    pub basis: Basis,
    /// The most points it can give; `null` where its weight is not known.
    pub max: Option<Decimal>,
    /// Its points; `null` where its weight is not known.
    pub score: Option<Points>,
    /// Where its weight is not known: its share of its points, rounded to the places of an indicator's points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Percent>,
    /// What those of its indicators without known weights give together, where it has points and some of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unweighted: Option<Unweighted>,
    /// Indicators one level below, where the system has more levels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<IndicatorResult>,
}

/// A requirement's outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RequirementResult {
    /// The requirement's id.
    pub id: String,
    /// Whether it is met.
    pub status: Status,
    /// What it rests on.
    pub basis: Basis,
    /// Whether it blocks.
    pub effect: Effect,
    /// The categories it applies to.
    pub applies_to: Vec<String>,
    /// The figures that decide it; while it is undetermined, the unknown ones that still can.
    pub decided_by: Vec<String>,
    /// How far the comparisons that fail are from holding.
    pub gaps: Vec<Gap>,
}

/// A material of the application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MaterialResult {
    /// The material's id.
    pub id: String,
    /// Whether it is needed and ready.
    pub state: MaterialState,
}

/// Whether a material is needed and ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum MaterialState {
    /// It is ready, and may be needed.
    Ready,
    /// It is needed and not ready.
    Missing,
    /// It is not ready, and the figures entered do not decide whether it is needed.
    MayBeNeeded,
    /// It is not needed.
    NotNeeded,
}

/// How far a comparison is from holding: what is needed, what there is and the difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Gap {
    /// The figure, derived figure or formula compared, as the rulebook writes it.
    pub of: String,
    /// The comparison: `>=`, `>`, `<=`, `<`, `=` or `!=`.
    pub comparison: String,
    /// The value needed, as a decimal text with enough places to differ from what there is.
    pub need: String,
    /// The value there is.
    pub have: String,
    /// The difference.
    pub short: String,
    /// The unit of the three.
    pub unit: String,
}

/// What is missing, each thing once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Missing {
    /// Requirements not met, then those undetermined.
    pub requirements: Vec<MissingItem>,
    /// Figures not known, those that decide most first.
    pub figures: Vec<MissingFigure>,
    /// Materials that are or may be needed and are not ready.
    pub materials: Vec<MissingItem>,
}

/// A thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MissingItem {
    /// Its id.
    pub id: String,
    /// The categories it keeps from being certain; none for a hint.
    pub blocks: Vec<String>,
}

/// A figure that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MissingFigure {
    /// Its id.
    pub id: String,
    /// The categories it keeps from being certain.
    pub blocks: Vec<String>,
    /// The binding requirements it can still decide.
    pub decides: Vec<String>,
    /// The points that are open as long as it is unknown: in the category the submission names, else in the one in which
    /// they are most. Of an indicator whose weight is not known these are the points open at the greatest weight that it
    /// can have.
    pub open: Decimal,
    /// Its part of these points, rounded: those of an indicator are shared equally by the figures that it still needs, and
    /// indicators that share points in unknown proportions count as if they shared them equally. Of two figures that decide
    /// as many requirements, the one with the greater part comes first.
    pub worth: Decimal,
    /// In which way it is not known.
    pub state: MissingState,
}

/// In which way a figure is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum MissingState {
    /// Nothing was entered.
    Unknown,
    /// Only last year's value is missing.
    LastYear,
    /// It was entered as an estimate.
    Estimate,
    /// The city does not collect it.
    NotCollected,
}

/// Which category to go for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Advice {
    /// The category; `null` where none can be advised.
    pub category: Option<String>,
    /// In a category that chooses: the fields.
    pub fields: Vec<String>,
    /// The reason.
    pub reason: Sentence,
}

/// The way the application takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RouteResult {
    /// The route's id; `null` where it is not decided or there is none.
    pub channel: Option<String>,
    /// The ids of its steps, in order.
    pub steps: Vec<String>,
}

/// A warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct WarningResult {
    /// What it says.
    #[serde(flatten)]
    pub sentence: Sentence,
    /// The figures it is about.
    pub figures: Vec<String>,
}
