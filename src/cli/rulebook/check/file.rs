//! One file: what is wrong with it, and what is odd about a rulebook that loads.

use serde::Serialize;

use crate::lint::lint;
use crate::model::{Fault, FaultCode, Finding, Json, Place, Position, Positions, Severity, Text};
use crate::plan::Plan;
use crate::rulebook::{load, thing};
use crate::texts::words;

/// What was found in a file.
#[derive(Serialize)]
pub(super) struct Checked {
    /// The file.
    pub(super) file: String,
    /// The rulebook in it, as far as it says.
    pub(super) rulebook: Option<Named>,
    /// What keeps it from loading.
    pub(super) faults: Vec<Located<Fault>>,
    /// What is odd about it though it loads, by weight and place.
    pub(super) findings: Vec<Located<Finding>>,
    /// How much is in it, where it loads.
    #[serde(skip)]
    pub(super) size: Option<Size>,
    /// Whether it cannot be read at all: told on standard error.
    #[serde(skip)]
    pub(super) unreadable: bool,
}

/// Id and version of a rulebook.
#[derive(Serialize)]
pub(super) struct Named {
    pub(super) id: String,
    pub(super) version: String,
}

/// How many rules a rulebook has.
pub(super) struct Size {
    pub(super) figures: usize,
    pub(super) requirements: usize,
    pub(super) indicators: usize,
}

/// A fault or a finding with its place in the file and in words.
#[derive(Serialize)]
pub(super) struct Located<T> {
    #[serde(flatten)]
    pub(super) found: T,
    /// Where it stands in the file; absent where the file is no text.
    #[serde(flatten)]
    pub(super) position: Option<Position>,
    /// What it is about, in the rulebook's words.
    pub(super) about: Text,
}

impl Checked {
    /// Whether the answer is yes.
    pub(super) fn holds(&self, strict: bool) -> bool {
        self.faults.is_empty() && !(strict && self.count(Severity::Warning) > 0)
    }

    /// How many findings weigh so much.
    pub(super) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.found.severity == severity).count()
    }
}

/// A file that cannot be read.
pub(super) fn unreadable(file: &str, faults: &[Fault]) -> Checked {
    let faults = faults.iter().map(|fault| {
        let about = words::subject(Place::document().subject).text();
        Located { found: fault.clone(), position: None, about }
    });
    Checked {
        file: file.to_owned(),
        rulebook: None,
        faults: faults.collect(),
        findings: Vec::new(),
        size: None,
        unreadable: true,
    }
}

/// Checks a file's bytes.
pub(super) fn check(file: &str, bytes: &[u8]) -> Checked {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let source = Source { json: Json::read(bytes).ok(), positions: Positions::of(text) };
    let loaded = load(bytes);
    let (faults, findings) = match &loaded {
        Ok(plan) => (Vec::new(), source.findings(plan)),
        Err(faults) => (faults.iter().map(|fault| source.fault(fault)).collect(), Vec::new()),
    };
    let size = loaded.ok().map(|plan| Size {
        figures: plan.document.figures.len(),
        requirements: plan.document.requirements.len(),
        indicators: plan.indicators().count(),
    });
    Checked { file: file.to_owned(), rulebook: source.named(), faults, findings, size, unreadable: false }
}

/// A file as it is written.
struct Source {
    json: Option<Json>,
    positions: Positions,
}

impl Source {
    fn named(&self) -> Option<Named> {
        let text = |key: &str| match self.json.as_ref()?.get(key) {
            Some(Json::Text(text)) => Some(text.clone()),
            _ => None,
        };
        Some(Named { id: text("id")?, version: text("version")? })
    }

    fn fault(&self, fault: &Fault) -> Located<Fault> {
        let number = |name: &str| fault.params.get(name).and_then(|text| text.parse().ok());
        let position = match fault.code {
            FaultCode::MalformedJson => {
                number("line").zip(number("column")).map(|(line, column)| Position { line, column })
            }
            FaultCode::UnknownKey | FaultCode::DuplicateKey => self.positions.key(&fault.place),
            FaultCode::WrongFormat | FaultCode::SubmissionForRulebook => self.positions.value("/format"),
            _ => self.positions.value(&fault.place),
        };
        Located { found: fault.clone(), position, about: self.about(&fault.place) }
    }

    fn findings(&self, plan: &Plan) -> Vec<Located<Finding>> {
        let found = lint(plan).into_iter().map(|finding| {
            let (position, about) = (self.positions.value(&finding.place), self.about(&finding.place));
            Located { found: finding, position, about }
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|finding| (finding.found.severity, finding.position));
        found
    }

    /// What a place is about, in the rulebook's words.
    fn about(&self, pointer: &str) -> Text {
        match &self.json {
            Some(json) => thing(json, pointer).words(),
            None => words::subject(Place::document().subject).text(),
        }
    }
}
