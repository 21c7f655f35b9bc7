//! What a city enters: the definition of a figure.

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::standing::Standing;
use super::text::Text;

/// One thing the city enters (填报数据).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The name by which formulas and submissions use it, `snake_case`.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// Its definition and the traps in it.
    pub help: Text,
    /// Where a city finds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub find: Option<Text>,
    /// The bureau that usually holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Text>,
    /// The dimension under which the form asks for it; absent for what concerns the city as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimension: Option<String>,
    /// What kind of value it takes.
    pub kind: FigureKind,
    /// A given fact that no effort of the city changes, such as population or administrative level.
    #[serde(default, skip_serializing_if = "is_false")]
    pub fixed: bool,
    /// What the definition rests on.
    pub standing: Standing,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's skip_serializing_if passes a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// What kind of value a figure takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// A decimal with a unit.
    Number(NumberKind),
    /// One of several options, such as an administrative level or a graded rubric.
    Choice(ChoiceKind),
    /// Yes or no.
    YesNo,
    /// Any of several items.
    Checklist(ChecklistKind),
}

/// A decimal with a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NumberKind {
    /// The figure's own unit, in which a bare number is read.
    pub unit: String,
    /// Other units a city may use for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<String>,
    /// The least possible value, in the figure's own unit; absent for no bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<Decimal>,
    /// The greatest possible value, in the figure's own unit; absent for no bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Decimal>,
    /// The finest precision in which the figure is published, in decimal places of its own unit.
    pub places: u32,
}

/// One of several options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceKind {
    /// The options, in the order of the form.
    pub options: Vec<ChoiceOption>,
}

/// Any of several items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChecklistKind {
    /// The items, in the order of the form.
    pub items: Vec<ChoiceOption>,
}

/// An option of a choice or an item of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// The option's name, `snake_case`.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// When it applies: for a graded rubric, a descriptor that two readers would grade alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
}
