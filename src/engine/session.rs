//! A submission that is filled in figure by figure: each change concludes again only the rules that read what changed,
//! and answers with what it changed.

use serde::Serialize;

use super::assess::conclude;
use super::rules::{Readers, Rules};
use crate::model::{Assessment, Fault, FaultCode, Faults, Json, Place, RulebookRef, Subject, Submission};
use crate::plan::Plan;
use crate::submission::{admit, entry, from_json};
use crate::values::Facts;

/// One part of the assessment that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Change {
    /// Where it stands: a JSON pointer (RFC 6901) into the assessment.
    pub at: String,
    /// Its new value.
    #[cfg_attr(feature = "typescript", tsify(type = "unknown"))]
    pub value: Json,
}

/// A rulebook with a submission that changes.
#[derive(Debug, Clone)]
pub struct Session {
    plan: Plan,
    readers: Readers,
    submission: Submission,
    facts: Facts,
    rules: Rules,
    assessment: Assessment,
    shown: Json,
}

impl Session {
    /// Begins with an empty submission.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let submission = empty(&plan);
        // Nothing is at fault in an empty submission.
        let facts = admit(&plan, &submission).unwrap_or_else(|_| Facts::unknown(&plan));
        let rules = Rules::new(&plan, &facts);
        let assessment = conclude(&plan, &submission, &facts, &rules);
        let (readers, shown) = (Readers::new(&plan), shown(&assessment));
        Self { plan, readers, submission, facts, rules, assessment, shown }
    }

    /// The rulebook.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The submission as it stands.
    #[must_use]
    pub fn submission(&self) -> &Submission {
        &self.submission
    }

    /// The assessment as it stands.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Replaces the whole submission.
    ///
    /// # Errors
    /// Every fault of the new one; the old one then stays.
    pub fn open(&mut self, submission: Submission) -> Result<(), Vec<Fault>> {
        let submission =
            Submission { rulebook: submission.rulebook.or_else(|| empty(&self.plan).rulebook), ..submission };
        self.replace(submission)
    }

    /// Sets one part of the submission: `city`, `year`, `category`, `fields`, `figures/ID` or `materials/ID`; `null`
    /// takes it away. Answers with what changed in the assessment.
    ///
    /// # Errors
    /// Every fault of the new value; the submission then stays as it was.
    pub fn set(&mut self, part: &str, value: &Json) -> Result<Vec<Change>, Vec<Fault>> {
        let submission = self.changed(part, value)?;
        let before = std::mem::replace(&mut self.shown, Json::Null);
        if let Err(faults) = self.replace(submission) {
            self.shown = before;
            return Err(faults);
        }
        let mut changes = Vec::new();
        difference(&before, &self.shown, &mut String::new(), &mut changes);
        Ok(changes)
    }

    fn replace(&mut self, submission: Submission) -> Result<(), Vec<Fault>> {
        let facts = admit(&self.plan, &submission)?;
        let changed = facts.changed_from(&self.facts, &self.plan);
        self.rules = self.rules.renewed(&self.plan, &facts, &self.readers, &changed);
        self.assessment = conclude(&self.plan, &submission, &facts, &self.rules);
        self.facts = facts;
        self.shown = shown(&self.assessment);
        self.submission = submission;
        Ok(())
    }

    /// The submission with one part changed.
    fn changed(&self, part: &str, value: &Json) -> Result<Submission, Vec<Fault>> {
        let mut submission = self.submission.clone();
        let document = Place::document();
        match part.split_once('/') {
            Some(("figures", id)) => {
                let mut faults = Faults::default();
                let place = document.at("figures").at(id).about(Subject::Figure, id);
                let read = entry(value, &place, &mut faults);
                submission.figures.insert(id.to_owned(), faults.or(read)?.unwrap_or_default());
            }
            Some(("materials", id)) => {
                let json = Json::Object(vec![(id.to_owned(), value.clone())]);
                let read = from_json(&with_format("materials", json))?;
                submission.materials.remove(id);
                submission.materials.extend(read.materials);
            }
            None if ["city", "year", "category", "fields"].contains(&part) => {
                let read = from_json(&with_format(part, value.clone()))?;
                match part {
                    "city" => submission.city = read.city,
                    "year" => submission.year = read.year,
                    "category" => submission.category = read.category,
                    _ => submission.fields = read.fields,
                }
            }
            _ => return Err(vec![Fault::new(FaultCode::NoPlace, &document, part, &[])]),
        }
        Ok(submission)
    }
}

/// A submission in which only one part stands.
fn with_format(part: &str, value: Json) -> Json {
    let format = Json::Text(crate::model::SUBMISSION_FORMAT.to_owned());
    Json::Object(vec![("format".to_owned(), format), (part.to_owned(), value)])
}

fn empty(plan: &Plan) -> Submission {
    let rulebook = RulebookRef { id: plan.document.id.clone(), version: plan.document.version.clone() };
    Submission { rulebook: Some(rulebook), ..Submission::default() }
}

/// An assessment as it is compared with the next.
fn shown(assessment: &Assessment) -> Json {
    Json::of(assessment).sorted()
}

/// The smallest parts in which two values differ; lists of different length are replaced whole.
fn difference(before: &Json, after: &Json, at: &mut String, changes: &mut Vec<Change>) {
    if before == after {
        return;
    }
    let length = at.len();
    match (before, after) {
        (Json::Object(a), Json::Object(b))
            if a.iter().map(|entry| &entry.0).eq(b.iter().map(|entry| &entry.0)) =>
        {
            for ((key, a), (_, b)) in a.iter().zip(b) {
                at.push('/');
                at.push_str(&key.replace('~', "~0").replace('/', "~1"));
                difference(a, b, at, changes);
                at.truncate(length);
            }
        }
        (Json::List(a), Json::List(b))
            if a.len() == b.len() && a.iter().all(|item| matches!(item, Json::Object(_))) =>
        {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                at.push('/');
                at.push_str(&index.to_string());
                difference(a, b, at, changes);
                at.truncate(length);
            }
        }
        _ => changes.push(Change { at: at.clone(), value: after.clone() }),
    }
}
