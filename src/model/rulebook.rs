//! The rulebook as its author writes it: one indicator system as data.
//!
//! These types are the shape of the JSON document. Whether the document holds together is decided in
//! [`crate::rulebook`]; what it means, in [`crate::engine`]. Formulas and conditions stay text here.

use serde::{Deserialize, Serialize};

use super::benchmark::Benchmark;
use super::category::{Category, Field};
use super::decimal::Decimal;
use super::figure::Figure;
use super::indicator::Dimension;
use super::standing::{Source, Standing};
use super::text::Text;

/// The value of `format` in every rulebook of this shape.
pub const RULEBOOK_FORMAT: &str = "infocity-rulebook/1";

/// A rulebook (指标体系).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// The JSON Schema an editor checks the document with; rules do not depend on it.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`RULEBOOK_FORMAT`].
    pub format: String,
    /// The rulebook's name, lower-case letters, digits and hyphens.
    pub id: String,
    /// Its version, `MAJOR.MINOR.PATCH`; every change of a rule changes it.
    pub version: String,
    /// Languages that its texts may have beside Chinese and English, as tags in lower case such as `bo`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The title shown to users.
    pub title: Text,
    /// What it is for and what its rules rest on, shown above the form.
    pub summary: Text,
    /// The day on which its rules were last checked against their sources, `YYYY-MM-DD`.
    pub checked_on: String,
    /// From when and until when its rules hold; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid: Option<Validity>,
    /// The last round of applications that is known; absent where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_round: Option<LastRound>,
    /// The documents its rules cite.
    pub sources: Vec<Source>,
    /// How points are rounded.
    pub rounding: Rounding,
    /// Units beyond those every rulebook knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitDefinition>,
    /// What the city enters, in the order of the form.
    pub figures: Vec<Figure>,
    /// Published values that formulas compare with, by year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benchmarks: Vec<Benchmark>,
    /// Figures computed from others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived: Vec<Derived>,
    /// The application conditions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Requirement>,
    /// The fields in which a city may specialise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// The kinds of application; without any there is one, `overall`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// The choice, by its figure's id, whose options have weights of their own; absent where weights depend on none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights_by: Option<String>,
    /// The first level of the indicator system.
    pub dimensions: Vec<Dimension>,
    /// The documents an application must contain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Material>,
    /// The ways an application can take; the first whose condition holds is the city's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
    /// What looks wrong though it is allowed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
    /// What a city should know beside the rules: management, benefits, known rounds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// From when and until when a rulebook's rules hold (施行日期).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Validity {
    /// The first day, `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known.
    pub from: String,
    /// The last day; absent as long as no end is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What the dates rest on.
    pub standing: Standing,
}

/// The last round of applications that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LastRound {
    /// Its year.
    pub year: u32,
    /// What is known of it.
    pub standing: Standing,
}

/// How points are rounded: once, for each indicator; what stands above is a sum of rounded points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// What happens to a half.
    pub mode: RoundingMode,
    /// Decimal places of an indicator's points, 0 to 6.
    pub indicator: u32,
    /// Decimal places of a dimension's points; not fewer than an indicator's, or points would be rounded twice.
    pub dimension: u32,
    /// Decimal places of the total; not fewer than a dimension's.
    pub total: u32,
    /// What the way of rounding rests on.
    pub standing: Standing,
}

/// What happens to a half when points are rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoundingMode {
    /// 四舍五入: a half goes away from zero.
    HalfUp,
    /// GB/T 8170: a half goes to the even neighbour.
    HalfEven,
}

/// A unit that the rulebook adds to the known ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnitDefinition {
    /// The unit's symbol, as figures and formulas write it.
    pub unit: String,
    /// The unit it is a multiple of: another unit's symbol, or its own for a new base unit.
    pub of: String,
    /// How many of `of` one of it is; above 0.
    pub factor: Decimal,
    /// Its name for readers.
    pub label: Text,
}

/// A figure computed from others (派生数据).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Derived {
    /// The name by which other formulas use it.
    pub id: String,
    /// What it is.
    pub label: Text,
    /// The unit in which it is shown; the formula's unit must be convertible to it.
    pub unit: String,
    /// The formula.
    pub formula: String,
    /// Its value, a number with its unit, where a denominator is zero or a benchmark has no year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_undefined: Option<String>,
    /// What the formula rests on.
    pub standing: Standing,
}

/// Whether a requirement can keep a city from applying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It must be met.
    Binding,
    /// It helps to judge oneself and never blocks.
    Hint,
}

/// A condition that is met or not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The condition holds.
    Met,
    /// The condition does not hold.
    NotMet,
}

/// An application condition (申报条件).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// The requirement's name.
    pub id: String,
    /// The requirement in one sentence.
    pub label: Text,
    /// Whether it blocks.
    pub effect: Effect,
    /// The categories it applies to; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<String>>,
    /// The fields it applies to, in a category whose fields are chosen; independent of fields when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<String>>,
    /// The condition.
    pub condition: String,
    /// The outcome where a denominator is zero or a benchmark has no year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_undefined: Option<Decision>,
    /// What to do when it is not met.
    pub remedy: Text,
    /// What it rests on.
    pub standing: Standing,
}

/// A document the application must contain (申报材料).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// The material's name.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// The form it takes and what it must show.
    pub help: Text,
    /// The categories that need it; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<String>>,
    /// When it is needed: a condition; always when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// What it rests on.
    pub standing: Standing,
}

/// A way an application can take (申报渠道).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The route's name: the channel in an assessment.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// When it is the city's: a condition.
    pub when: String,
    /// What happens, in order.
    pub steps: Vec<Step>,
    /// What it rests on.
    pub standing: Standing,
}

/// A step of a route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The step's name.
    pub id: String,
    /// What happens.
    pub label: Text,
    /// Who does it, and what the city should see to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// What it rests on.
    pub standing: Standing,
}

/// Something that looks wrong though it is allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// The warning's name.
    pub id: String,
    /// When it is given: a condition; it is given only when the condition certainly holds.
    pub when: String,
    /// What is odd and what to check.
    pub text: Text,
}

/// Something a city should know beside the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The note's name.
    pub id: String,
    /// Its heading.
    pub label: Text,
    /// What there is to know.
    pub text: Text,
    /// What it rests on.
    pub standing: Standing,
}
