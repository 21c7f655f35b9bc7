//! The engine as a WebAssembly module: the only way from the page to the engine.
//!
//! What changes while a city types crosses as JSON text, which costs a tenth of what objects do; embedders get objects
//! as well. Nothing here throws: every answer says in its `kind` whether it is what was asked for or a list of faults.

mod explain;
mod object;
#[cfg(feature = "workbench")]
mod workbench;

use infocity_check::engine::{self, Change, Session};
use infocity_check::model::{Assessment, Fault, Json, Lang, Sentence};
use infocity_check::{fingerprint, rulebook, submission, texts};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

/// The engine's version, as an assessment names it.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    infocity_check::VERSION.to_owned()
}

/// The answer to a whole submission.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// The submission was assessed.
    Assessed {
        /// The assessment.
        assessment: Box<Assessment>,
    },
    /// Something is wrong; what was held before still is.
    Refused {
        /// Everything that is wrong.
        faults: Vec<Fault>,
    },
}

/// The answer to a change of one part.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Update {
    /// The part was changed.
    Changed {
        /// The parts of the assessment that changed with it.
        changes: Vec<Change>,
    },
    /// Something is wrong; nothing was changed.
    Refused {
        /// Everything that is wrong.
        faults: Vec<Fault>,
    },
}

/// A rulebook, compiled once, with a submission that is filled in part by part.
#[wasm_bindgen]
pub struct Checker {
    state: Result<Box<Session>, Vec<Fault>>,
}

#[wasm_bindgen]
impl Checker {
    /// Compiles a rulebook, given as JSON text. Whether it holds together is said by `faults`.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(rulebook: &str) -> Checker {
        Checker { state: rulebook::load(rulebook.as_bytes()).map(|plan| Box::new(Session::new(plan))) }
    }

    /// What is wrong with the rulebook, as the JSON text of `Fault[]`; `[]` where nothing is.
    #[must_use]
    pub fn faults(&self) -> String {
        match &self.state {
            Ok(_) => "[]".to_owned(),
            Err(faults) => json(faults),
        }
    }

    /// Replaces the whole submission, given as JSON text. Answers with the JSON text of an `Outcome`.
    pub fn open(&mut self, submission: &str) -> String {
        json(&match &mut self.state {
            Err(faults) => Outcome::Refused { faults: faults.clone() },
            Ok(session) => {
                match submission::read(submission.as_bytes()).and_then(|read| session.open(read)) {
                    Ok(()) => Outcome::Assessed { assessment: Box::new(session.assessment().clone()) },
                    Err(faults) => Outcome::Refused { faults },
                }
            }
        })
    }

    /// Sets one part of the submission (`city`, `year`, `category`, `fields`, `figures/ID`, `materials/ID`) to a value
    /// given as JSON text; `null` takes it away. Answers with the JSON text of an `Update`.
    pub fn set(&mut self, part: &str, value: &str) -> String {
        json(&match &mut self.state {
            Err(faults) => Update::Refused { faults: faults.clone() },
            Ok(session) => {
                let value = Json::read(value.as_bytes()).map_err(|fault| vec![*fault]);
                match value.and_then(|value| session.set(part, &value)) {
                    Ok(changes) => Update::Changed { changes },
                    Err(faults) => Update::Refused { faults },
                }
            }
        })
    }

    /// The submission as it stands, as canonical JSON text.
    #[must_use]
    pub fn submission(&self) -> String {
        self.state
            .as_ref()
            .map_or_else(|_| "null".to_owned(), |session| fingerprint::canonical(session.submission()))
    }

    /// The assessment as it stands, as JSON text; `null` where the rulebook is at fault.
    #[must_use]
    pub fn assessment(&self) -> String {
        self.state.as_ref().map_or_else(|_| "null".to_owned(), |session| json(session.assessment()))
    }

    /// A sentence of the assessment in words, `lang` being the tag of a language that the engine has, else in Chinese; the
    /// sentence is given as JSON text.
    #[must_use]
    pub fn words(&self, sentence: &str, lang: &str) -> String {
        let lang = Lang::tagged(lang).unwrap_or_default();
        let read = Json::read(sentence.as_bytes()).ok();
        let (Ok(session), Some(sentence)) = (&self.state, read.as_ref().and_then(Sentence::of_json)) else {
            return String::new();
        };
        texts::sentence(&sentence, lang, |kind, id| session.plan().label(kind, id, lang))
    }

    /// Assesses a submission given as a JavaScript object, without keeping it. A number is taken when it is a safe
    /// integer or has at most 15 significant digits; else the fault asks for a string. Answers with an `Outcome`.
    #[must_use]
    pub fn assess(&self, submission: JsValue) -> JsValue {
        let outcome = match &self.state {
            Err(faults) => Outcome::Refused { faults: faults.clone() },
            Ok(session) => {
                let json = object::read(submission).map_err(|fault| vec![*fault]);
                let read = json.and_then(|json| submission::from_json(&json));
                match read.and_then(|submission| engine::assess(session.plan(), &submission)) {
                    Ok(assessment) => Outcome::Assessed { assessment: Box::new(assessment) },
                    Err(faults) => Outcome::Refused { faults },
                }
            }
        };
        object(&outcome)
    }
}

fn json(value: &impl Serialize) -> String {
    // What crosses here always has a JSON form; the fallback is never taken.
    serde_json::to_string(value).unwrap_or_default()
}

fn object(value: &impl Serialize) -> JsValue {
    // The browser makes the object: a second way of writing an assessment would weigh as much as the first.
    js_sys::JSON::parse(&json(value)).unwrap_or(JsValue::NULL)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a test fails by panicking")]

    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    const MINIMAL: &str = include_str!("../../../tests/data/minimal.rulebook.json");

    fn parsed(text: &str) -> serde_json::Value {
        serde_json::from_str(text).expect("JSON")
    }

    #[wasm_bindgen_test]
    fn a_change_answers_with_what_changed() {
        let mut checker = Checker::new(MINIMAL);
        assert_eq!(checker.faults(), "[]");
        let update = parsed(&checker.set("figures/rate", "\"75\""));
        assert_eq!(update["kind"], "changed");
        let changes = update["changes"].as_array().expect("a list");
        let low = changes.iter().find(|change| change["at"] == "/categories/0/score/low");
        assert_eq!(low.expect("the total's lower end")["value"], "50");
        assert_eq!(parsed(&checker.assessment())["categories"][0]["score"]["high"], "50");
        assert_eq!(parsed(&checker.submission())["figures"]["rate"], "75");
    }

    #[wasm_bindgen_test]
    fn what_is_at_fault_changes_nothing() {
        let mut checker = Checker::new(MINIMAL);
        checker.set("figures/rate", "\"75\"");
        let before = checker.assessment();
        for (part, value) in
            [("figures/rate", "\"101\""), ("figures/other", "1"), ("somewhere", "1"), ("year", "{")]
        {
            let update = parsed(&checker.set(part, value));
            assert_eq!(update["kind"], "refused", "{part}");
            assert_ne!(update["faults"][0]["remedy"]["zh"], "", "{part}");
        }
        assert_eq!(parsed(&checker.open("{}"))["kind"], "refused");
        assert_eq!(checker.assessment(), before);
    }

    #[cfg(feature = "workbench")]
    #[wasm_bindgen_test]
    fn the_workbench_is_told_what_is_odd_and_what_changed() {
        let old = Checker::new(MINIMAL);
        let new = Checker::new(&MINIMAL.replace("\"普及率\"", "\"覆盖率\""));
        assert!(parsed(&new.findings()).is_array());
        assert_eq!(parsed(&new.difference(&new))["changes"], parsed("[]"));
        assert_eq!(parsed(&new.difference(&old))["changes"][0]["id"], "rate");
        let broken = Checker::new("{}");
        assert_eq!([broken.findings(), broken.difference(&old), old.difference(&broken)], ["null"; 3]);
    }

    #[wasm_bindgen_test]
    fn a_rulebook_at_fault_is_answered_with_its_faults() {
        let mut checker = Checker::new("{}");
        assert_ne!(checker.faults(), "[]");
        assert_eq!(checker.assessment(), "null");
        assert_eq!(parsed(&checker.set("year", "2021"))["kind"], "refused");
    }

    /// `{ format, figures: { rate } }` as JavaScript has it.
    fn submission_object(rate: &JsValue) -> JsValue {
        let set = |object: &js_sys::Object, key: &str, value: &JsValue| {
            js_sys::Reflect::set(object, &key.into(), value).expect("a property");
        };
        let (submission, figures) = (js_sys::Object::new(), js_sys::Object::new());
        set(&figures, "rate", rate);
        set(&submission, "format", &"infocity-submission/1".into());
        set(&submission, "figures", &figures);
        submission.into()
    }

    fn property(value: &JsValue, path: &[&str]) -> JsValue {
        path.iter().fold(value.clone(), |value, key| {
            js_sys::Reflect::get(&value, &(*key).into()).expect("a property")
        })
    }

    #[wasm_bindgen_test]
    fn objects_go_in_and_come_out_with_decimals_as_strings() {
        let checker = Checker::new(MINIMAL);
        for rate in [JsValue::from_f64(62.5), JsValue::from_str("62.5")] {
            let outcome = checker.assess(submission_object(&rate));
            assert_eq!(property(&outcome, &["kind"]), "assessed");
            assert_eq!(property(&outcome, &["assessment", "categories", "0", "score", "low"]), "25");
        }
    }

    #[wasm_bindgen_test]
    fn a_number_that_binary_does_not_hold_asks_for_a_string() {
        let outcome =
            Checker::new(MINIMAL).assess(submission_object(&JsValue::from_f64(0.300_000_000_000_000_04)));
        assert_eq!(property(&outcome, &["kind"]), "refused");
        assert_eq!(property(&outcome, &["faults", "0", "code"]), "inexact_number");
        assert_eq!(property(&outcome, &["faults", "0", "value"]), "0.30000000000000004");
    }
}
