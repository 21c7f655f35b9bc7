//! Requirements explained: the condition part by part, and what decides it.

use serde::Serialize;

use super::{ChoiceTold, Formulation, Named, Undefined, Way};
use crate::model::assessment::{Gap, Status};
use crate::model::rulebook::Effect;
use crate::model::text::Text;

/// A requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RequirementTold {
    /// Whether it is met.
    pub status: Status,
    /// Whether it blocks.
    pub effect: Effect,
    /// The categories it applies to.
    pub applies_to: Vec<Named>,
    /// The fields it applies to, where it is about some.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub fields: Vec<Named>,
    /// What goes into it.
    #[serde(flatten)]
    pub way: Way,
    /// The condition, part by part.
    pub condition: ConditionTold,
    /// What a comparison without a value counts as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when_undefined: Option<Status>,
    /// The figures that decide it.
    pub decided_by: Vec<Decider>,
    /// What to do where it is not met.
    pub remedy: Text,
}

/// A condition or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ConditionTold {
    /// The condition.
    #[serde(flatten)]
    pub formula: Formulation,
    /// Whether it holds.
    pub status: Status,
    /// How its parts make it.
    pub joint: Joint,
    /// How many of the parts must hold, where that is neither all nor one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<usize>,
    /// Its parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub parts: Vec<ConditionTold>,
    /// Of a comparison that fails: how far it is from holding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<Gap>,
    /// Of a comparison: the choices in it, with the way that was taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub choices: Vec<ChoiceTold>,
    /// Of a comparison: why it has, or may have, no value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub undefined: Vec<Undefined>,
}

/// How the parts of a condition make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Joint {
    /// All must hold.
    All,
    /// One must hold.
    Any,
    /// At least so many must hold.
    AtLeast,
    /// It must not hold.
    Not,
    /// It compares two numbers.
    Comparison,
    /// It asks about one figure.
    Question,
}

/// A figure that decides a requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Decider {
    /// The figure.
    #[serde(flatten)]
    pub named: Named,
    /// While it is open: what the requirement would be, were the figure known to have this value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub outcomes: Vec<DeciderOutcome>,
}

/// What would be at a value of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DeciderOutcome {
    /// The value.
    pub at: Text,
    /// Whether it is last year's.
    pub last_year: bool,
    /// What the requirement would be.
    pub status: Status,
}
