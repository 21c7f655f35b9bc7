//! An assessment as a report: text to read in a terminal, JSON for programs.

mod layout;
mod text;

pub use text::text;

use crate::model::Assessment;

/// The assessment as JSON, indented, with a line end.
#[must_use]
pub fn json(assessment: &Assessment) -> String {
    // An assessment always has a JSON form; the fallback is never taken.
    let mut json = serde_json::to_string_pretty(assessment).unwrap_or_default();
    json.push('\n');
    json
}
