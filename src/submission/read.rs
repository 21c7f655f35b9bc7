//! The shape of a submission, whatever the rulebook.

use super::year;
use crate::language::nearest;
use crate::model::{
    Entry, Fault, FaultCode, Faults, Given, Json, LastYear, Place, RULEBOOK_FORMAT, RulebookRef,
    SUBMISSION_FORMAT, Subject, Submission,
};
use crate::sorted::Map;

/// The longest text in a submission: a city's name, a note.
pub const MAX_TEXT: usize = 2000;

/// The most figures or materials in a submission.
const MAX_ITEMS: usize = 1000;

/// Reads a submission from JSON text.
///
/// # Errors
/// Every fault, each with place, value and remedy.
pub fn read(bytes: &[u8]) -> Result<Submission, Vec<Fault>> {
    from_json(&Json::read(bytes).map_err(|fault| vec![*fault])?)
}

/// Reads a submission from a JSON value.
///
/// # Errors
/// Every fault, each with place, value and remedy.
pub fn from_json(json: &Json) -> Result<Submission, Vec<Fault>> {
    let mut faults = Faults::default();
    let document = Place::document();
    let submission = Reader { faults: &mut faults }.submission(json, &document);
    match submission {
        Some(submission) => faults.or(submission),
        None => Err(faults.into_vec()),
    }
}

/// Reads one figure from a JSON value; `null` is unknown.
pub fn entry(json: &Json, place: &Place, faults: &mut Faults) -> Option<Entry> {
    Reader { faults }.entry(json, place)
}

struct Reader<'a> {
    faults: &'a mut Faults,
}

const KEYS: &[&str] = &["format", "rulebook", "city", "year", "category", "fields", "figures", "materials"];
const ENTRY_KEYS: &[&str] = &["value", "between", "unit", "last", "year", "note", "state"];

impl Reader<'_> {
    fn wrong_type<T>(&mut self, json: &Json, expected: &str, place: &Place) -> Option<T> {
        self.faults.add(
            FaultCode::WrongType,
            place,
            json,
            &[("found", json.type_name()), ("expected", expected)],
        );
        None
    }

    fn keys(&mut self, entries: &[(String, Json)], known: &[&str], place: &Place) {
        for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let near = nearest(key, known.iter().copied()).unwrap_or("");
            self.faults.add(
                FaultCode::UnknownKey,
                &place.at(key),
                key,
                &[("known", &known.join(", ")), ("nearest", near)],
            );
        }
    }

    fn text(&mut self, json: &Json, place: &Place) -> Option<String> {
        match json {
            Json::Text(text) if text.chars().nth(MAX_TEXT).is_some() => {
                self.faults.add(FaultCode::TooLong, place, text, &[("most", &MAX_TEXT.to_string())]);
                None
            }
            Json::Text(text) => Some(text.clone()),
            other => self.wrong_type(other, "string", place),
        }
    }

    fn year(&mut self, json: &Json, place: &Place) -> Option<u32> {
        let found = match json {
            Json::Number(digits) | Json::Text(digits) => year(digits),
            _ => None,
        };
        if found.is_none() {
            self.faults.add(FaultCode::BadYear, place, json, &[]);
        }
        found
    }

    fn object<'j>(&mut self, json: &'j Json, place: &Place) -> Option<&'j [(String, Json)]> {
        match json {
            Json::Object(entries) if entries.len() > MAX_ITEMS => {
                self.faults.add(
                    FaultCode::TooMany,
                    place,
                    entries.len(),
                    &[("most", &MAX_ITEMS.to_string())],
                );
                None
            }
            Json::Object(entries) => Some(entries),
            other => self.wrong_type(other, "object", place),
        }
    }

    fn texts(&mut self, json: &Json, place: &Place) -> Option<Vec<String>> {
        match json {
            Json::List(items) if items.len() <= MAX_ITEMS => {
                let texts: Vec<_> =
                    items.iter().enumerate().map(|(index, item)| self.text(item, &place.at(index))).collect();
                texts.into_iter().collect()
            }
            Json::List(items) => {
                self.faults.add(FaultCode::TooMany, place, items.len(), &[("most", &MAX_ITEMS.to_string())]);
                None
            }
            other => self.wrong_type(other, "list", place),
        }
    }

    fn submission(&mut self, json: &Json, document: &Place) -> Option<Submission> {
        let entries = self.object(json, document)?;
        match json.get("format") {
            Some(Json::Text(format)) if format == SUBMISSION_FORMAT => {}
            Some(other) => {
                let rulebook = matches!(other, Json::Text(format) if format == RULEBOOK_FORMAT);
                let code = if rulebook { FaultCode::RulebookForSubmission } else { FaultCode::WrongFormat };
                self.faults.add(code, document, other, &[("expected", SUBMISSION_FORMAT)]);
                return None;
            }
            None => self.faults.add(FaultCode::MissingKey, document, "", &[("key", "format")]),
        }
        self.keys(entries, KEYS, document);
        let part = |key: &str| {
            json.get(key).filter(|part| **part != Json::Null).map(|part| (part, document.at(key)))
        };
        let mut submission = Submission::default();
        if let Some((json, place)) = part("rulebook")
            && let Some(entries) = self.object(json, &place)
        {
            self.keys(entries, &["id", "version"], &place);
            let mut text = |key: &str| {
                json.get(key).and_then(|json| self.text(json, &place.at(key))).unwrap_or_default()
            };
            submission.rulebook = Some(RulebookRef { id: text("id"), version: text("version") });
        }
        if let Some((json, place)) = part("city") {
            submission.city = self.text(json, &place).unwrap_or_default();
        }
        submission.year = part("year").and_then(|(json, place)| self.year(json, &place));
        submission.category = part("category").and_then(|(json, place)| self.text(json, &place));
        submission.fields =
            part("fields").and_then(|(json, place)| self.texts(json, &place)).unwrap_or_default();
        if let Some((json, place)) = part("figures") {
            for (id, json) in self.object(json, &place).unwrap_or_default() {
                if let Some(entry) = self.entry(json, &place.at(id).about(Subject::Figure, id)) {
                    submission.figures.insert(id.clone(), entry);
                }
            }
        }
        if let Some((json, place)) = part("materials") {
            submission.materials = self.materials(json, &place);
        }
        Some(submission)
    }

    fn materials(&mut self, json: &Json, place: &Place) -> Map<String, bool> {
        let mut materials = Map::new();
        for (id, json) in self.object(json, place).unwrap_or_default() {
            match json {
                Json::Bool(ready) => {
                    materials.insert(id.clone(), *ready);
                }
                Json::Null => {}
                other => {
                    let place = place.at(id).about(Subject::Material, id);
                    let _: Option<()> = self.wrong_type(other, "true/false", &place);
                }
            }
        }
        materials
    }

    fn entry(&mut self, json: &Json, place: &Place) -> Option<Entry> {
        let Json::Object(entries) = json else {
            return Some(Entry { given: self.given(json, place)?, ..Entry::default() });
        };
        self.keys(entries, ENTRY_KEYS, place);
        let given = self.full_given(json, place)?;
        let unit = self.unit(json, place)?;
        let mut entry = Entry { given, unit, ..Entry::default() };
        let part =
            |key: &str| json.get(key).filter(|part| **part != Json::Null).map(|part| (part, place.at(key)));
        if let Some((json, place)) = part("last") {
            entry.last = Some(self.last(json, &place)?);
        }
        if let Some((json, place)) = part("year") {
            entry.year = Some(self.year(json, &place)?);
        }
        if let Some((json, place)) = part("note") {
            entry.note = Some(self.text(json, &place)?);
        }
        Some(entry)
    }

    fn last(&mut self, json: &Json, place: &Place) -> Option<LastYear> {
        let Json::Object(entries) = json else {
            return Some(LastYear { given: self.given(json, place)?, unit: None });
        };
        self.keys(entries, &["value", "between", "unit", "state"], place);
        Some(LastYear { given: self.full_given(json, place)?, unit: self.unit(json, place)? })
    }

    fn unit(&mut self, json: &Json, place: &Place) -> Option<Option<String>> {
        match json.get("unit") {
            None | Some(Json::Null) => Some(None),
            Some(unit) => self.text(unit, &place.at("unit")).map(Some),
        }
    }

    /// `value` or `between` or `state` of the full form.
    fn full_given(&mut self, json: &Json, place: &Place) -> Option<Given> {
        let part = |key: &str| json.get(key).filter(|part| **part != Json::Null);
        match (part("value"), part("between"), part("state")) {
            (None, None, None) => Some(Given::Unknown),
            (Some(value), None, None) => self.given(value, &place.at("value")),
            (None, Some(between), None) => self.between(between, &place.at("between")),
            (None, None, Some(Json::Text(state))) if state == "not_collected" => Some(Given::NotCollected),
            (None, None, Some(state)) => {
                self.faults.add(
                    FaultCode::UnknownValue,
                    &place.at("state"),
                    state,
                    &[("known", "not_collected"), ("nearest", "")],
                );
                None
            }
            _ => {
                let written = ["value", "between", "state"].into_iter().filter(|key| part(key).is_some());
                let written = written.collect::<Vec<_>>().join(", ");
                self.faults.add(FaultCode::ValueAndBetween, place, written, &[]);
                None
            }
        }
    }

    fn given(&mut self, json: &Json, place: &Place) -> Option<Given> {
        match json {
            Json::Null => Some(Given::Unknown),
            Json::Bool(flag) => Some(Given::Flag(*flag)),
            Json::Number(digits) => Some(Given::Text(digits.clone())),
            Json::Text(_) => self.text(json, place).map(Given::Text),
            Json::List(_) => self.texts(json, place).map(Given::Items),
            Json::Object(_) => self.wrong_type(json, "string or number", place),
        }
    }

    fn between(&mut self, json: &Json, place: &Place) -> Option<Given> {
        let Json::List(ends) = json else { return self.wrong_type(json, "list", place) };
        let [low, high] = ends.as_slice() else {
            self.faults.add(FaultCode::InvalidValue, place, json, &[("expected", "[low, high]")]);
            return None;
        };
        let mut end = |json: &Json, index: usize| match json {
            Json::Null => Some(None),
            Json::Number(digits) | Json::Text(digits) => Some(Some(digits.clone())),
            other => self.wrong_type(other, "string or number", &place.at(index)),
        };
        let (low, high) = (end(low, 0), end(high, 1));
        Some(Given::Between(low?, high?))
    }
}
