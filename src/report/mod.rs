//! An assessment as a report: text to read in a terminal, JSON for programs.

mod amendment;
mod comparison;
mod document;
mod explanation;
mod layout;
mod reach;
mod text;

pub use amendment::text as amendment_text;
pub use comparison::text as comparison_text;
pub use document::{html as document_html, markdown as document_markdown};
pub use explanation::{explanation_json, explanation_text};
pub use reach::text as reach_text;
pub use text::text;

use serde::Serialize;

use crate::model::{Assessment, Comparison, Reach, RulebookDiff};

/// The assessment as JSON, indented, with a line end.
#[must_use]
pub fn json(assessment: &Assessment) -> String {
    indented(assessment)
}

/// The comparison as JSON, indented, with a line end.
#[must_use]
pub fn comparison_json(comparison: &Comparison) -> String {
    indented(comparison)
}

/// What would have to change as JSON, indented, with a line end.
#[must_use]
pub fn reach_json(reach: &Reach) -> String {
    indented(reach)
}

/// What changed between two rulebooks as JSON, indented, with a line end.
#[must_use]
pub fn amendment_json(diff: &RulebookDiff) -> String {
    indented(diff)
}

/// Any document as JSON, indented, with a line end.
pub(crate) fn indented(document: &impl Serialize) -> String {
    // Every document always has a JSON form; the fallback is never taken.
    let mut json = serde_json::to_string_pretty(document).unwrap_or_default();
    json.push('\n');
    json
}
