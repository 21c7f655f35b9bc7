//! What a rule rests on: the documents a rulebook cites and the standing of each rule.

use serde::{Deserialize, Serialize};

use super::text::Text;

/// A document the rulebook cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The name by which rules cite it, `snake_case`.
    pub id: String,
    /// The document's title.
    pub title: Text,
    /// Its official number, such as 工信部信软〔2019〕63号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The body that issued it.
    pub issuer: Text,
    /// The day of issue, `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What a reader should know about it, such as how much of it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The standing of a rule (依据性质).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The words of a cited document.
    Official,
    /// How the words of a cited document are read.
    Interpretation,
    /// A secondary source says so, or it is remembered and unchecked; the note says which.
    Reported,
    /// An assumption of the rulebook's author, because nothing could be found.
    Reference,
}

/// What one rule rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The kind of support the rule has.
    pub basis: Basis,
    /// The cited document, by its id among the rulebook's sources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The place in the document, such as 第五条.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// The document's own words, in its own language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Why the rule is as it is; required of a reference assumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
