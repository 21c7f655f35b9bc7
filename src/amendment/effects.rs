//! What a change can do: alter a result, the procedure, what rules rest on, or words alone.

use serde_json::Value;

use super::walk::{Leaf, Step};
use crate::model::ChangeEffect;

/// Properties that are words.
const WORDS: &[&str] = &[
    "label",
    "help",
    "find",
    "holder",
    "remedy",
    "text",
    "title",
    "summary",
    "note",
    "$schema",
    "languages",
    "format",
];

/// Lists in which a change alters what is asked, needed, done or pointed out, and no judgement.
const PROCEDURE: &[&str] = &["materials", "routes", "warnings"];

/// What a new part does by itself, or one that is gone: a rule that uses it changes on its own.
pub(super) const fn of_part(section: &str, removed: bool) -> ChangeEffect {
    match section.as_bytes() {
        b"sources" => ChangeEffect::Sources,
        b"notes" => ChangeEffect::Words,
        b"materials" | b"routes" | b"warnings" | b"derived" | b"benchmarks" | b"units" => {
            ChangeEffect::Procedure
        }
        // A submission cannot name a figure that is gone; one that is new asks for more and decides nothing yet.
        b"figures" if !removed => ChangeEffect::Procedure,
        _ => ChangeEffect::Result,
    }
}

/// What the new name of a part does: a submission names figures, categories, fields and materials.
pub(super) fn of_rename(section: &str) -> ChangeEffect {
    match section {
        "figures" | "categories" | "fields" | "materials" => ChangeEffect::Result,
        _ => ChangeEffect::Words,
    }
}

/// What another order of a list does.
pub(super) fn of_order(section: &str) -> ChangeEffect {
    match section {
        "sources" | "units" | "benchmarks" | "derived" | "notes" => ChangeEffect::Words,
        _ => ChangeEffect::Procedure,
    }
}

/// What the change of a property does.
pub(super) fn of_property(section: &str, leaf: &Leaf) -> ChangeEffect {
    if leaf.same_meaning {
        return ChangeEffect::Words;
    }
    let keys: Vec<&str> = leaf.steps.iter().map(Step::key).filter(|key| !key.is_empty()).collect();
    let first = keys.first().copied().unwrap_or("");
    let last = keys.last().copied().unwrap_or("");
    if section == "sources" {
        return ChangeEffect::Sources;
    }
    if keys.iter().any(|key| *key == "standing" || key.ends_with("_standing")) {
        return standing(section, last, leaf);
    }
    if keys.iter().any(|key| WORDS.contains(key)) {
        return ChangeEffect::Words;
    }
    match (section, first, last) {
        ("", "checked_on" | "last_round", _) => ChangeEffect::Sources,
        ("", "version", _) | ("notes", ..) => ChangeEffect::Words,
        ("", "valid" | "id", _) => ChangeEffect::Procedure,
        ("", "rounding", "dimension" | "total") => ChangeEffect::Procedure,
        ("figures", "dimension" | "fixed", _) | ("figures", _, "places") => ChangeEffect::Procedure,
        ("routes", "steps", "id") => ChangeEffect::Words,
        (section, ..) if PROCEDURE.contains(&section) => ChangeEffect::Procedure,
        _ if leaf.order => ChangeEffect::Procedure,
        _ => ChangeEffect::Result,
    }
}

/// A binding requirement counts for eligibility unless it is an assumption: its standing can change a result.
fn standing(section: &str, last: &str, leaf: &Leaf) -> ChangeEffect {
    let basis =
        |value: &Option<Value>| value.as_ref().and_then(|v| v.get("basis")?.as_str().map(str::to_owned));
    let (from, to) = (basis(&leaf.from), basis(&leaf.to));
    let is_reference = |basis: &Option<String>| basis.as_deref() == Some("reference");
    if section == "requirements" && last == "standing" && is_reference(&from) != is_reference(&to) {
        ChangeEffect::Result
    } else {
        ChangeEffect::Sources
    }
}
