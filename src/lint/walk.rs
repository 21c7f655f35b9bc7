//! Every part of the document with its place, and the indicators with theirs.

use serde_json::Value;

use crate::model::{Indicator, Place, Rulebook, Subject};
use crate::plan::{IndicatorPlan, Plan, Weights};
use crate::rulebook::LISTS;

/// The document as JSON.
pub(super) fn document(document: &Rulebook) -> Value {
    // A rulebook always has a JSON form; the fallback is never taken.
    serde_json::to_value(document).unwrap_or_default()
}

/// Every object of a document, those that hold others before them.
pub(super) fn objects<'a>(
    value: &'a Value,
    place: &Place,
    visit: &mut impl FnMut(&'a serde_json::Map<String, Value>, &Place),
) {
    match value {
        Value::Object(object) => {
            visit(object, place);
            for (key, value) in object {
                objects(value, &place.at(key), visit);
            }
        }
        Value::Array(items) => {
            let subject = subject_of(&place.pointer);
            for (index, item) in items.iter().enumerate() {
                let at = place.at(index);
                let id = item.get("id").or_else(|| item.get("unit")).and_then(Value::as_str);
                match (subject, id) {
                    (Some(subject), Some(id)) => objects(item, &at.about(subject, id), visit),
                    _ => objects(item, &at, visit),
                }
            }
        }
        _ => {}
    }
}

/// What the items of a list are.
fn subject_of(pointer: &str) -> Option<Subject> {
    if pointer.ends_with("/indicators") {
        return Some(Subject::Indicator);
    }
    LISTS.iter().find(|(list, _)| pointer.strip_prefix('/') == Some(*list)).map(|(_, subject)| *subject)
}

/// An indicator of the document, what was made of it, and where it stands.
pub(super) struct Found<'a> {
    pub(super) document: &'a Indicator,
    pub(super) plan: &'a IndicatorPlan,
    /// Its points; where they are not known, those that it shares with others.
    pub(super) points: Option<&'a Weights>,
    pub(super) place: Place,
}

/// Every indicator, those that group others before them.
pub(super) fn indicators(plan: &Plan) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    for (index, (document, dimension)) in plan.document.dimensions.iter().zip(&plan.dimensions).enumerate() {
        let place = Place::item("dimensions", index, Subject::Dimension, &document.id);
        below(&document.indicators, &dimension.indicators, dimension.rest.as_ref(), &place, &mut found);
    }
    found
}

fn below<'a>(
    documents: &'a [Indicator],
    plans: &'a [IndicatorPlan],
    rest: Option<&'a Weights>,
    parent: &Place,
    found: &mut Vec<Found<'a>>,
) {
    for (index, (document, plan)) in documents.iter().zip(plans).enumerate() {
        let place = parent.at("indicators").at(index).about(Subject::Indicator, &document.id);
        let points = plan.max.as_ref().or(rest);
        found.push(Found { document, plan, points, place: place.clone() });
        below(&document.indicators, &plan.indicators, plan.rest.as_ref(), &place, found);
    }
}
