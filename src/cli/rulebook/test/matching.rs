//! Whether what came out is what a test expects.

use serde::Serialize;

use super::example::{Example, Given, Wanted};
use crate::engine::{self, Refused};
use crate::language::nearest;
use crate::model::{Decimal, Fault, Json, Lang, Submission, Text, shortened};
use crate::plan::Plan;
use crate::texts::cli::rulebook_test as words;
use crate::texts::signs;

/// A place at which something else came out than was expected.
#[derive(Serialize)]
pub(super) struct Mismatch {
    /// Where: a JSON pointer into what came out; of a fault into the submission.
    pub(super) place: String,
    /// The same in the rulebook's words.
    pub(super) words: Text,
    /// What was expected.
    pub(super) expected: String,
    /// What came out.
    pub(super) found: String,
    /// What is wrong.
    pub(super) message: Text,
}

/// Every place at which something else came out than was expected.
pub(super) fn mismatches(plan: &Plan, example: &Example) -> Vec<Mismatch> {
    let mut matcher = Matcher { plan, mismatches: Vec::new() };
    match (outcome(plan, &example.submission, example.previous.as_ref()), &example.wanted) {
        (Ok(found), Wanted::Parts(expected)) => matcher.value(expected, &found, &At::default()),
        (Err(faults), Wanted::Faults(expected)) => matcher.faults(expected, &faults),
        (Ok(_), Wanted::Faults(expected)) => {
            for (code, place) in expected {
                let fault = format!("{code} {place}");
                let message = Text::each(|lang| words::NotRefused { expected: &fault }.get(lang));
                matcher.add(&At::of_fault(place), (&fault, ""), message);
            }
        }
        (Err(faults), Wanted::Parts(_)) => {
            for fault in &faults {
                matcher.of_fault(fault, |found, lang| words::Refused { found }.get(lang));
            }
        }
    }
    matcher.mismatches
}

/// What comes of a submission, as it would be printed.
fn outcome(plan: &Plan, submission: &Given, previous: Option<&Given>) -> Result<Json, Vec<Fault>> {
    let current: &Submission = submission.as_ref().map_err(Clone::clone)?;
    let json = match previous {
        None => serde_json::to_vec(&engine::assess(plan, current)?),
        Some(previous) => {
            let before: &Submission = previous.as_ref().map_err(Clone::clone)?;
            let compared = engine::compare(plan, current, before).map_err(|refused| match refused {
                Refused::Current(faults) | Refused::Previous(faults) => faults,
            })?;
            serde_json::to_vec(&compared)
        }
    };
    // What is printed is JSON; the fallback is never taken.
    Ok(json.ok().and_then(|bytes| Json::read(&bytes).ok()).unwrap_or(Json::Null))
}

/// A place in what came out.
#[derive(Clone, Default)]
struct At {
    pointer: String,
    words: Vec<Text>,
    /// The key it stands under, or the list it stands in.
    key: String,
}

impl At {
    fn of_fault(place: &str) -> Self {
        Self { pointer: place.to_owned(), ..Self::default() }
    }

    fn key(&self, key: &str) -> Self {
        let part = words::PARTS.iter().find(|(known, _)| *known == key);
        let words = part.map_or_else(|| Text::each(|_| key.to_owned()), |(_, word)| word.text());
        self.below(key, words, key)
    }

    fn below(&self, key: &str, words: Text, list: &str) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        let all = self.words.iter().cloned().chain([words]).collect();
        Self { pointer: format!("{}/{key}", self.pointer), words: all, key: list.to_owned() }
    }

    fn words(&self) -> Text {
        Text::each(|lang| {
            let words: Vec<_> = self.words.iter().map(|words| words.get(lang)).collect();
            words.join(" › ")
        })
    }
}

struct Matcher<'a> {
    plan: &'a Plan,
    mismatches: Vec<Mismatch>,
}

impl Matcher<'_> {
    fn add(&mut self, at: &At, (expected, found): (&str, &str), message: Text) {
        self.mismatches.push(Mismatch {
            place: at.pointer.clone(),
            words: at.words(),
            expected: expected.to_owned(),
            found: found.to_owned(),
            message,
        });
    }

    fn differs(&mut self, expected: &Json, found: &Json, at: &At) {
        let short = |json: &Json| shortened(&json.canonical());
        let (expected, found) = (&short(expected), &short(found));
        self.add(at, (expected, found), Text::each(|lang| words::Differs { expected, found }.get(lang)));
    }

    fn value(&mut self, expected: &Json, found: &Json, at: &At) {
        match (expected, found) {
            (Json::Object(entries), Json::Object(known)) => {
                for (key, value) in entries {
                    if let Some(found) = found.get(key) {
                        self.value(value, found, &at.key(key));
                    } else {
                        self.no_key(key, known, &at.key(key));
                    }
                }
            }
            (Json::List(items), Json::List(found_items)) => {
                let ids: Option<Vec<_>> = items.iter().map(id).collect();
                match ids {
                    Some(ids) if !ids.is_empty() => self.by_id(&ids, items, found_items, at),
                    _ if same(expected, found) => {}
                    _ => self.list(items, (expected, found), at),
                }
            }
            _ if same(expected, found) => {}
            _ => self.differs(expected, found, at),
        }
    }

    fn no_key(&mut self, expected: &str, known: &[(String, Json)], at: &At) {
        let keys: Vec<_> = known.iter().map(|(known, _)| known.as_str()).collect();
        let nearest = nearest(expected, keys.iter().copied()).unwrap_or("");
        let found = &keys.join(", ");
        let message = Text::each(|lang| words::NoKey { expected, found, nearest }.get(lang));
        self.add(at, (expected, found), message);
    }

    /// The objects of a list that are expected, looked up by their ids.
    fn by_id(&mut self, ids: &[&str], items: &[Json], found: &[Json], at: &At) {
        let there: Vec<_> = found.iter().filter_map(id).collect();
        for (wanted, item) in ids.iter().zip(items) {
            match found.iter().enumerate().find(|(_, other)| id(other) == Some(wanted)) {
                Some((index, other)) => {
                    let words = Text::each(|lang| self.labelled(&at.key, wanted, lang));
                    self.value(item, other, &at.below(&index.to_string(), words, &at.key));
                }
                None if self.unknown(&at.key, wanted) => self.no_id(wanted, at),
                None => {
                    let found = &there.join(", ");
                    let message = Text::each(|lang| words::NotListed { expected: wanted, found }.get(lang));
                    self.add(at, (wanted, found), message);
                }
            }
        }
    }

    /// A list that is not the same: an id in it may be one that the rulebook does not know.
    fn list(&mut self, items: &[Json], (expected, found): (&Json, &Json), at: &At) {
        let strange = items.iter().find_map(|item| match item {
            Json::Text(wanted) if self.unknown(&at.key, wanted) => Some(wanted.as_str()),
            _ => None,
        });
        match strange {
            Some(wanted) => self.no_id(wanted, at),
            None => self.differs(expected, found, at),
        }
    }

    fn no_id(&mut self, wanted: &str, at: &At) {
        let near = nearest(wanted, ids(self.plan, &at.key).into_iter()).unwrap_or("");
        let message = Text::each(|lang| words::NoId { expected: wanted, nearest: near }.get(lang));
        self.add(at, (wanted, ""), message);
    }

    /// Whether the rulebook has nothing of this id, where the list says what it would be.
    fn unknown(&self, list: &str, wanted: &str) -> bool {
        let known = ids(self.plan, list);
        !known.is_empty() && !known.contains(&wanted)
    }

    /// The label and the id of an item of a list.
    fn labelled(&self, list: &str, id: &str, lang: Lang) -> String {
        let kind = match list {
            "categories" => "category",
            "dimensions" => "dimension",
            "indicators" => "indicator",
            "materials" => "material",
            other => other,
        };
        let label = self.plan.label(kind, id, lang);
        label.map_or_else(|| id.to_owned(), |label| words::Labelled { label, id }.get(lang))
    }

    /// A fault of the submission: its own words say more than its code.
    fn of_fault(&mut self, fault: &Fault, message: impl Fn(String, Lang) -> String) {
        let code = &told(fault);
        let message = Text::each(|lang| {
            let code = signs::Bracketed { text: code }.get(lang);
            message(format!("{}{code}", fault.line(lang)), lang)
        });
        self.add(&At::of_fault(&fault.place), ("", code), message);
    }

    fn faults(&mut self, expected: &[(String, String)], faults: &[Fault]) {
        let there: Vec<_> = faults.iter().map(told).collect();
        for (code, place) in expected {
            let wanted = format!("{code} {place}");
            if !there.contains(&wanted) {
                let nearest = nearest(&wanted, there.iter().map(String::as_str)).unwrap_or("");
                let (expected, found) = (&wanted, &there.join(", "));
                let message = Text::each(|lang| words::NoSuchFault { expected, found, nearest }.get(lang));
                self.add(&At::of_fault(place), (expected, found), message);
            }
        }
        let named =
            |fault: &Fault| expected.iter().any(|(code, place)| told(fault) == format!("{code} {place}"));
        for fault in faults.iter().filter(|fault| !named(fault)) {
            self.of_fault(fault, |found, lang| words::OtherFault { found }.get(lang));
        }
    }
}

/// Code and place of a fault.
fn told(fault: &Fault) -> String {
    // A code always has a JSON form; the fallback is never taken.
    let code = serde_json::to_value(fault.code).unwrap_or_default();
    format!("{} {}", code.as_str().unwrap_or_default(), fault.place)
}

fn id(json: &Json) -> Option<&str> {
    match json.get("id") {
        Some(Json::Text(id)) => Some(id),
        _ => None,
    }
}

/// Whether two values are the same; numbers as decimals, however they are written.
fn same(expected: &Json, found: &Json) -> bool {
    match (expected, found) {
        (Json::List(expected), Json::List(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(a, b)| same(a, b))
        }
        (Json::Object(expected), Json::Object(entries)) => {
            let matches =
                |(key, value): &(String, Json)| found.get(key).is_some_and(|other| same(value, other));
            expected.len() == entries.len() && expected.iter().all(matches)
        }
        (Json::Text(a) | Json::Number(a), Json::Text(b) | Json::Number(b)) => {
            let decimal = |text: &str| text.parse::<Decimal>().ok();
            a == b || decimal(a).zip(decimal(b)).is_some_and(|(a, b)| a == b)
        }
        _ => expected == found,
    }
}

/// The ids that can stand in a list of an assessment; none where any can.
fn ids<'a>(plan: &'a Plan, list: &str) -> Vec<&'a str> {
    let document = &plan.document;
    match list {
        "categories" | "blocks" | "applies_to" => plan.categories.iter().map(|c| c.id.as_str()).collect(),
        "fields" => document.fields.iter().map(|field| field.id.as_str()).collect(),
        "dimensions" => document.dimensions.iter().map(|dimension| dimension.id.as_str()).collect(),
        "indicators" => plan.indicators().map(|indicator| indicator.id.as_str()).collect(),
        "requirements" | "blocked_by" | "unknown" => {
            document.requirements.iter().map(|requirement| requirement.id.as_str()).collect()
        }
        "figures" => document.figures.iter().map(|figure| figure.id.as_str()).collect(),
        "materials" => document.materials.iter().map(|material| material.id.as_str()).collect(),
        _ => Vec::new(),
    }
}
