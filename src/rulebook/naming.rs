//! What a place in a rulebook is about, in the rulebook's own words; also of one that does not load.

use super::read::LISTS;
use crate::model::{Fault, Json, Subject, Text};
use crate::texts::{fault, words};

/// What a place in a document is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What kind of thing it is.
    pub subject: Subject,
    /// Its id; empty where it has none.
    pub id: String,
    /// What users call it, where that is said.
    pub label: Option<Text>,
}

impl Thing {
    /// What it is, its label and its id.
    #[must_use]
    pub fn words(&self) -> Text {
        Text::each(|lang| {
            let subject = words::subject(self.subject).get(lang);
            let label = self.label.as_ref().map_or("", |label| label.get(lang));
            fault::Thing { subject, label, id: &self.id }.get(lang)
        })
    }
}

/// What a JSON pointer into a rulebook is about: the innermost figure, indicator … around it.
#[must_use]
pub fn thing(document: &Json, pointer: &str) -> Thing {
    let mut found = Thing { subject: Subject::Document, id: String::new(), label: None };
    let mut at = document;
    let mut list: Option<Subject> = None;
    for (depth, key) in pointer.split('/').skip(1).enumerate() {
        let key = key.replace("~1", "/").replace("~0", "~");
        let below = match at {
            Json::Object(_) => at.get(&key),
            Json::List(items) => key.parse::<usize>().ok().and_then(|index| items.get(index)),
            _ => None,
        };
        let Some(below) = below else { break };
        if let Some(subject) = list.take() {
            found = named(below, subject);
        }
        list = match key.as_str() {
            "indicators" => Some(Subject::Indicator),
            _ if depth == 0 => LISTS.iter().find(|(known, _)| *known == key).map(|(_, subject)| *subject),
            _ => None,
        };
        at = below;
    }
    found
}

/// Faults that say what they are about by its label beside its id.
pub(super) fn labelled(bytes: &[u8], mut faults: Vec<Fault>) -> Vec<Fault> {
    if let Ok(document) = Json::read(bytes) {
        for fault in &mut faults {
            let thing = thing(&document, &fault.place);
            if thing.label.is_some() && thing.id == fault.id {
                fault.tell_about(&thing.words());
            }
        }
    }
    faults
}

fn named(json: &Json, subject: Subject) -> Thing {
    let text = |json: &Json| match json {
        Json::Text(text) => Some(text.clone()),
        _ => None,
    };
    let id = json.get("id").or_else(|| json.get("unit")).and_then(text).unwrap_or_default();
    let label = json.get("label").or_else(|| json.get("title")).and_then(Text::of_json);
    Thing { subject, id, label }
}
