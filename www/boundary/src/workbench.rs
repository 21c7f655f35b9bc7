//! What the workbench for rulebooks asks beyond what a page asks. It has a module of its own, so that no page carries this.

use infocity_check::{amendment, lint};
use wasm_bindgen::prelude::*;

use super::{Checker, json};

#[wasm_bindgen]
impl Checker {
    /// What is likely a mistake in the rulebook, as the JSON text of `Finding[]`; `null` where the rulebook is at fault.
    #[must_use]
    pub fn findings(&self) -> String {
        self.state.as_ref().map_or_else(|_| "null".to_owned(), |session| json(&lint::lint(session.plan())))
    }

    /// What changed from the rulebook of `old` to this one, as the JSON text of a `RulebookDiff`; `null` where one of them
    /// is at fault.
    #[must_use]
    pub fn difference(&self, old: &Checker) -> String {
        match (&self.state, &old.state) {
            (Ok(new), Ok(old)) => json(&amendment::diff(old.plan(), new.plan(), &[])),
            _ => "null".to_owned(),
        }
    }
}
