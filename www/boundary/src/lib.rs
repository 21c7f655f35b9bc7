//! The engine as a WebAssembly module: the only way from the page to the engine.
//!
//! What changes while a city types crosses as JSON text, which costs a tenth of what objects do; embedders get objects
//! as well. Nothing here throws: every answer says in its `kind` whether it is what was asked for or a list of faults.

use infocity_check::engine::{self, Session};
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

/// A part of the assessment that changed.
#[derive(Serialize, Tsify)]
pub struct Change {
    /// Where it stands: a JSON pointer (RFC 6901) into the assessment.
    pub at: String,
    /// Its new value.
    #[tsify(type = "unknown")]
    pub value: serde_json::Value,
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
                    Ok(changes) => Update::Changed {
                        changes: changes.into_iter().map(|c| Change { at: c.at, value: c.value }).collect(),
                    },
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

    /// A sentence of the assessment in words, `lang` being `zh` or `en`; the sentence is given as JSON text.
    #[must_use]
    pub fn words(&self, sentence: &str, lang: &str) -> String {
        let lang = if lang == "en" { Lang::En } else { Lang::Zh };
        let (Ok(session), Ok(sentence)) = (&self.state, serde_json::from_str::<Sentence>(sentence)) else {
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
                let read = read_object(submission).and_then(|json| submission::from_json(&json));
                match read.and_then(|submission| engine::assess(session.plan(), &submission)) {
                    Ok(assessment) => Outcome::Assessed { assessment: Box::new(assessment) },
                    Err(faults) => Outcome::Refused { faults },
                }
            }
        };
        object(&outcome)
    }
}

fn read_object(value: JsValue) -> Result<Json, Vec<Fault>> {
    serde_wasm_bindgen::from_value(value).map_err(|error| vec![infocity_check::model::not_json(&error)])
}

fn json(value: &impl Serialize) -> String {
    // What crosses here always has a JSON form; the fallback is never taken.
    serde_json::to_string(value).unwrap_or_default()
}

fn object(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
