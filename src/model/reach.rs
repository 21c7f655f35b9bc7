//! The least that would have to change (差距测算): for a requirement, a category's line or its fit.

use serde::Serialize;

use super::assessment::{FloorResult, MissingState, Points, RulebookPrint, Status, SubmissionPrint};
use super::decimal::Decimal;
use super::standing::Basis;

/// The value of `format` in every reach of this shape.
pub const REACH_FORMAT: &str = "infocity-reach/1";

/// What would have to change, for each goal asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Reach {
    /// Always [`REACH_FORMAT`].
    pub format: &'static str,
    /// The rulebook it follows.
    pub rulebook: RulebookPrint,
    /// The submission it starts from.
    pub submission: SubmissionPrint,
    /// The engine's version.
    pub engine: &'static str,
    /// The goals: requirements, then for each category its line and its fit.
    pub goals: Vec<GoalReach>,
}

/// What a goal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum GoalKind {
    /// A requirement is met.
    Requirement,
    /// A category's score reaches its line and floors.
    Line,
    /// A category fits: its binding requirements are met and its line is reached.
    Fit,
}

/// What it takes to reach a goal for certain, whatever the unknown figures turn out to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct GoalReach {
    /// What the goal is about.
    pub goal: GoalKind,
    /// The requirement's or the category's id.
    pub id: String,
    /// For a requirement: the categories asked about to which it applies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub categories: Vec<String>,
    /// Whether it is reached as things stand.
    pub status: Status,
    /// For a fit: whether there is anything to meet; where there is nothing, it holds of itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged: Option<bool>,
    /// What the requirement or the line rests on; absent for a fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// For a line and a fit: the total as things stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Points>,
    /// For a line and a fit: the least total, where there is a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<Decimal>,
    /// For a line: its floors that are not certainly reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub floors: Vec<FloorResult>,
    /// What it comes to.
    pub outcome: ReachOutcome,
    /// Every single figure that alone does it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub ways: Vec<ReachWay>,
    /// Where no single figure does it: a smallest set of figures that together do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<FigureSet>,
    /// Where it cannot be reached: what stays short even with every figure at its best.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub limits: Vec<Limit>,
    /// What is not known, cannot be changed and must be known first: ids of figures, `last(ID)` for last year's value,
    /// `year`, `category` or `fields`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub waits_for: Vec<String>,
    /// Beside ways or a set: what is not certain, cannot be changed and, once known, may let a smaller change or none do, in the
    /// form of `waits_for`. What does so only together with others is not looked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub eased_by: Vec<String>,
    /// Figures for which the search ended before it was known whether they alone do it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub not_searched: Vec<String>,
}

/// What the question comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ReachOutcome {
    /// It is reached already, whatever the unknown figures turn out to be.
    Certain,
    /// One figure alone does it.
    Ways,
    /// Several figures together do it.
    Set,
    /// It cannot be reached, however the figures that can be changed are changed.
    Unreachable,
    /// Something that cannot be changed is not known and can still keep it from being certain.
    Waits,
    /// The search ended before it found an answer.
    Undecided,
}

/// One figure that would have to change, or to turn out so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ReachWay {
    /// The figure.
    pub figure: String,
    /// In which way it is not known; absent where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<MissingState>,
    /// The value now: `null` where it is unknown, the range of an estimate.
    pub from: Option<ReachValue>,
    /// The value that does it: the nearest to the one now, at the precision of the figure.
    pub to: ReachValue,
    /// The unit of both, where the figure is a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Which other values of a number do it as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sense: Option<Sense>,
    /// What it changes in the rules, for certain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub effects: Vec<Effected>,
}

/// A value of a figure, in the forms of a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum ReachValue {
    /// A number's canonical text, or an option's id.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// All ticked items of a checklist.
    Items(Vec<String>),
    /// An estimate; an absent end has no bound.
    Estimate {
        /// Its ends.
        between: [Option<String>; 2],
    },
}

/// Which values of a number do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// The value named and every greater one.
    AtLeast,
    /// The value named and every smaller one.
    AtMost,
    /// The value named; greater and smaller ones need not.
    Exactly,
}

/// A value in the rules that a change moves: points of an indicator, or what a requirement compares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Effected {
    /// The indicator's id, or the formula compared as the rulebook writes it.
    pub of: String,
    /// Its certain points, its certain share where its weight is not known, or its value, before; `null` where it is not known.
    pub from: Option<String>,
    /// The same after.
    pub to: String,
    /// The unit of a value; absent for points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// Several figures that together do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FigureSet {
    /// The figures, in the order of the form.
    pub figures: Vec<ReachWay>,
    /// Whether it is proved that no smaller set, and none of the same size before it in the order of the form, does it.
    pub smallest: bool,
}

/// What cannot be reached, and how far one can get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Limit {
    /// What stays short.
    pub what: LimitOf,
    /// The id of the dimension, indicator or requirement; the formula compared, as the rulebook writes it; the category
    /// for its total.
    pub of: String,
    /// What is needed: points, or the value with which it is compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// The comparison: `>=`, `>`, `<=` or `<`; absent for points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<String>,
    /// The best that can be reached: at most so much, at least so much where the comparison asks for little.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<String>,
    /// The unit of a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// For a requirement: what keeps it from being met and cannot be changed, in the form of `waits_for`; nothing where it is
    /// not met whatever the figures are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub decided_by: Vec<String>,
}

/// What a limit is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum LimitOf {
    /// The total of a category.
    Total,
    /// The points of a dimension.
    Dimension,
    /// The share of an indicator's points, in percent.
    Indicator,
    /// A comparison in a requirement.
    Comparison,
    /// A requirement that asks for something that is no number.
    Requirement,
}
