//! The parts of a rulebook's document, in its order: what is added, removed, renamed and moved as one.

use serde_json::Value;

use crate::model::Subject;

/// A part of the document.
#[derive(Debug)]
pub(super) struct Part<'v> {
    /// The list it belongs to; `indicators` at every level.
    pub(super) section: &'static str,
    /// What kind of part it is.
    pub(super) subject: Subject,
    /// Its id; the symbol of a unit.
    pub(super) id: String,
    /// All of it.
    pub(super) value: &'v Value,
    /// Where it stands: a JSON pointer.
    pub(super) pointer: String,
    /// What an indicator stands below: a dimension or an indicator.
    pub(super) parent: Option<String>,
}

/// The lists of a rulebook, in the order in which changes are told.
pub(super) const SECTIONS: &[(&str, Subject)] = &[
    ("categories", Subject::Category),
    ("fields", Subject::Field),
    ("requirements", Subject::Requirement),
    ("dimensions", Subject::Dimension),
    ("indicators", Subject::Indicator),
    ("figures", Subject::Figure),
    ("derived", Subject::Derived),
    ("benchmarks", Subject::Benchmark),
    ("units", Subject::Unit),
    ("materials", Subject::Material),
    ("routes", Subject::Route),
    ("warnings", Subject::Warning),
    ("notes", Subject::Note),
    ("sources", Subject::Source),
];

/// What stands in a part and is a part of its own.
pub(super) const WITHOUT: &[&str] = &["indicators"];

/// Every part, list by list.
pub(super) fn parts(document: &Value) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    for (section, subject) in SECTIONS {
        if *section == "indicators" {
            let dimensions = document.get("dimensions").and_then(Value::as_array).into_iter().flatten();
            for (at, dimension) in dimensions.enumerate() {
                below(dimension, &format!("/dimensions/{at}"), &mut found);
            }
            continue;
        }
        let list = document.get(*section).and_then(Value::as_array).into_iter().flatten();
        found.extend(list.enumerate().map(|(at, value)| Part {
            section,
            subject: *subject,
            id: id(value),
            value,
            pointer: format!("/{section}/{at}"),
            parent: None,
        }));
    }
    found
}

fn id(value: &Value) -> String {
    let id = value.get("id").or_else(|| value.get("unit")).and_then(Value::as_str);
    id.unwrap_or_default().to_owned()
}

fn below<'v>(above: &'v Value, at: &str, found: &mut Vec<Part<'v>>) {
    let list = above.get("indicators").and_then(Value::as_array).into_iter().flatten();
    for (index, value) in list.enumerate() {
        let pointer = format!("{at}/indicators/{index}");
        let (section, subject, parent) = ("indicators", Subject::Indicator, Some(id(above)));
        found.push(Part { section, subject, id: id(value), value, pointer: pointer.clone(), parent });
        below(value, &pointer, found);
    }
}
