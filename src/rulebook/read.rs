//! From bytes to the document: every part is read, and every part that does not fit is reported.

use serde::de::DeserializeOwned;

use super::shape;
use crate::language::nearest;
use crate::model::{
    Fault, FaultCode, Faults, Json, Place, RULEBOOK_FORMAT, Rulebook, SUBMISSION_FORMAT, Subject,
};

/// The lists of a rulebook and what their items are.
pub(crate) const LISTS: &[(&str, Subject)] = &[
    ("sources", Subject::Source),
    ("units", Subject::Unit),
    ("figures", Subject::Figure),
    ("benchmarks", Subject::Benchmark),
    ("derived", Subject::Derived),
    ("requirements", Subject::Requirement),
    ("fields", Subject::Field),
    ("categories", Subject::Category),
    ("dimensions", Subject::Dimension),
    ("materials", Subject::Material),
    ("routes", Subject::Route),
    ("warnings", Subject::Warning),
    ("notes", Subject::Note),
];

/// The keys that every rulebook has.
const REQUIRED: [&str; 10] = [
    "format",
    "id",
    "version",
    "title",
    "summary",
    "checked_on",
    "sources",
    "rounding",
    "figures",
    "dimensions",
];

/// The most items of a list.
pub const MAX_ITEMS: usize = 500;

/// Reads the document.
///
/// # Errors
/// What keeps the text from being JSON, else every part that does not have the shape of a rulebook, one fault a part.
pub(super) fn read(bytes: &[u8]) -> Result<Rulebook, Vec<Fault>> {
    let json = Json::read(bytes).map_err(|fault| vec![*fault])?;
    let document = Place::document();
    if let Some(Json::Text(format)) = json.get("format")
        && format != RULEBOOK_FORMAT
    {
        let other = format == SUBMISSION_FORMAT;
        let code = if other { FaultCode::SubmissionForRulebook } else { FaultCode::WrongFormat };
        return Err(vec![Fault::new(code, &document, format, &[("expected", RULEBOOK_FORMAT)])]);
    }
    let Json::Object(entries) = json else {
        let params = [("found", json.type_name()), ("expected", "object")];
        return Err(vec![Fault::new(FaultCode::WrongType, &document, &json, &params)]);
    };
    let mut faults = Faults::default();
    // A key that is misspelt is told as that.
    let misspelt: Vec<_> = entries.iter().filter_map(|(key, _)| nearest(key, REQUIRED.into_iter())).collect();
    for key in REQUIRED.iter().filter(|key| !misspelt.contains(key)) {
        faults.add(FaultCode::MissingKey, &document, "", &[("key", key)]);
    }
    let mut scalars = Vec::new();
    let mut parts = Parts { entries: Vec::new(), faults: &mut faults };
    for (key, value) in entries {
        match LISTS.iter().find(|(list, _)| *list == key) {
            Some((list, subject)) if matches!(value, Json::List(_)) => {
                parts.entries.push((list, *subject, value))
            }
            _ => scalars.push((key, value)),
        }
    }
    let sources = parts.list("sources");
    let units = parts.list("units");
    let figures = parts.list("figures");
    let benchmarks = parts.list("benchmarks");
    let derived = parts.list("derived");
    let requirements = parts.list("requirements");
    let fields = parts.list("fields");
    let categories = parts.list("categories");
    let dimensions = parts.list("dimensions");
    let materials = parts.list("materials");
    let routes = parts.list("routes");
    let warnings = parts.list("warnings");
    let notes = parts.list("notes");
    // A list that is there was read above; one that must be there and is not is reported as missing.
    for (list, _, _) in parts.entries {
        scalars.push((list.to_owned(), Json::List(Vec::new())));
    }
    let head: Option<Rulebook> = shape::read(&Json::Object(scalars), &document, &mut faults);
    let Some(head) = head else { return Err(faults.into_vec()) };
    faults.or(Rulebook {
        sources,
        units,
        figures,
        benchmarks,
        derived,
        requirements,
        fields,
        categories,
        dimensions,
        materials,
        routes,
        warnings,
        notes,
        ..head
    })
}

struct Parts<'a> {
    entries: Vec<(&'static str, Subject, Json)>,
    faults: &'a mut Faults,
}

impl Parts<'_> {
    fn list<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        let Some((list, subject, Json::List(items))) = self.entries.iter().find(|(list, _, _)| *list == name)
        else {
            return Vec::new();
        };
        if items.len() > MAX_ITEMS {
            let place = Place::document().at(list);
            self.faults.add(FaultCode::TooMany, &place, items.len(), &[("most", &MAX_ITEMS.to_string())]);
            return Vec::new();
        }
        let read = items.iter().enumerate().filter_map(|(index, item)| {
            let id = match item.get("id").or_else(|| item.get("unit")) {
                Some(Json::Text(id)) => id.as_str(),
                _ => "",
            };
            shape::read(item, &Place::item(list, index, *subject, id), self.faults)
        });
        read.collect()
    }
}
