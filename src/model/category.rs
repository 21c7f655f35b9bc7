//! Categories and fields: the kinds of application, their lines and floors.

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::standing::Standing;
use super::text::Text;

/// A field of information consumption, or of whatever the rulebook's cities specialise in (领域).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The field's name.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// What belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// What a city that chooses the field must reach in it, beside the category's line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub floors: Vec<Floor>,
    /// What the field rests on.
    pub standing: Standing,
    /// What the floors rest on, where that is not what the field rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floors_standing: Option<Standing>,
}

/// How a category deals with fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldChoice {
    /// All fields count, in equal parts.
    #[default]
    All,
    /// The city chooses one or more; the best of the chosen counts, and each of them must fit.
    Choose,
}

/// A kind of application (类别).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// The category's name.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// How it deals with fields.
    #[serde(default)]
    pub fields: FieldChoice,
    /// What its total must reach; absent where the system has no line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Line>,
    /// What the category rests on.
    pub standing: Standing,
}

/// The line a category's score must reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The least total.
    pub total: Decimal,
    /// The least shares of dimensions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub floors: Vec<Floor>,
    /// What the line rests on.
    pub standing: Standing,
}

/// A least share of the points of a dimension, or of an indicator's part for a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// The dimension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimension: Option<String>,
    /// The indicator; in a field's floor, its part for that field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The least share of the points, in percent.
    pub least_percent: Decimal,
}
