//! Why a number is what it is, and what it would take to reach what is not reached. Asked for, never told while typing.

use infocity_check::engine::{self, Question};
use infocity_check::model::explanation::Explanation;
use infocity_check::model::{Fault, Reach};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{Checker, json};

/// The answer to why something is as it is.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Explained {
    /// It can be told.
    Explained {
        /// The explanation.
        explanation: Box<Explanation>,
    },
    /// Something is wrong with what was asked.
    Refused {
        /// Everything that is wrong.
        faults: Vec<Fault>,
    },
}

/// The answer to what it would take.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Reached {
    /// The search was made.
    Reached {
        /// What it came to, for each goal.
        reach: Reach,
    },
    /// Something is wrong with what was asked.
    Refused {
        /// Everything that is wrong.
        faults: Vec<Fault>,
    },
}

#[wasm_bindgen]
impl Checker {
    /// Explains what an id names (`dimension:ID`, `indicator:ID`, `category:ID` …, or the id alone where it names one
    /// thing), as the submission stands; points in one category, or without it in the one that the submission names, else
    /// in every one. Answers with the JSON text of an `Explained`.
    #[must_use]
    pub fn explain(&self, id: &str, category: Option<String>) -> String {
        let explained = self.state.as_ref().map_err(Clone::clone).and_then(|session| {
            engine::explain(session.plan(), session.submission(), id, category.as_deref())
        });
        json(&match explained {
            Ok(explanation) => Explained::Explained { explanation: Box::new(explanation) },
            Err(faults) => Explained::Refused { faults },
        })
    }

    /// Searches for the least that would have to change for a requirement to be met; without one, for what the category
    /// still lacks, its line and its fit. Answers with the JSON text of a `Reached`.
    #[must_use]
    pub fn reach(&self, requirement: Option<String>, category: Option<String>) -> String {
        let question = Question { category, requirement };
        let reached = self
            .state
            .as_ref()
            .map_err(Clone::clone)
            .and_then(|session| engine::reach(session.plan(), session.submission(), &question));
        json(&match reached {
            Ok(reach) => Reached::Reached { reach },
            Err(faults) => Reached::Refused { faults },
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a test fails by panicking")]

    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    fn parsed(text: &str) -> serde_json::Value {
        serde_json::from_str(text).expect("JSON")
    }

    fn checker() -> Checker {
        let mut checker = Checker::new(include_str!("../../../tests/data/minimal.rulebook.json"));
        checker.set("figures/rate", "\"75\"");
        checker
    }

    #[wasm_bindgen_test]
    fn points_are_explained_as_the_submission_stands() {
        let mut checker = checker();
        let told = parsed(&checker.explain("indicator:rate_score", None));
        assert_eq!(told["kind"], "explained");
        assert_eq!(told["explanation"]["kind"], "indicator");
        let scoring = &told["explanation"]["scorings"][0];
        assert_eq!(scoring["figures"][0]["value"]["zh"], "75 %");
        assert_eq!(scoring["categories"][0]["low"]["shown"], "50");
        checker.set("figures/rate", "\"100\"");
        let told = parsed(&checker.explain("rate_score", None));
        assert_eq!(told["explanation"]["scorings"][0]["categories"][0]["low"]["shown"], "100");
        for (id, category) in [("indicator:none", None), ("rate_score", Some("none".to_owned()))] {
            let told = parsed(&checker.explain(id, category));
            assert_eq!(told["kind"], "refused", "{id}");
            assert_ne!(told["faults"][0]["message"]["zh"], "", "{id}");
        }
        assert_eq!(parsed(&Checker::new("{}").explain("rate_score", None))["kind"], "refused");
    }

    #[wasm_bindgen_test]
    fn what_it_takes_is_searched_for_when_asked() {
        let checker = checker();
        let reached = parsed(&checker.reach(None, None));
        assert_eq!(reached["kind"], "reached");
        assert_eq!(reached["reach"]["goals"][0]["goal"], "fit");
        assert_eq!(reached["reach"]["goals"][0]["judged"], false);
        let refused = parsed(&checker.reach(Some("none".to_owned()), None));
        assert_eq!(refused["kind"], "refused");
        assert_eq!(refused["faults"][0]["code"], "unknown_requirement");
        assert_eq!(parsed(&Checker::new("{}").reach(None, None))["kind"], "refused");
    }
}
