//! Law 6: the order of entry changes nothing, and changes lead to the bytes of a fresh assessment.

use infocity_check::engine::Session;
use infocity_check::model::{Assessment, Json, SUBMISSION_FORMAT, Submission};
use infocity_check::{fingerprint, submission};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cases::{assessment, case, law};
use crate::support::dice::Dice;
use crate::support::submissions::Submitter;

/// The most parts that are set one by one.
const MOST_STEPS: usize = 14;

/// The parts of a submission as a session takes them.
fn parts(submission: &Submission) -> Vec<(String, Json)> {
    let written = fingerprint::canonical(submission);
    let Json::Object(entries) = Json::read(written.as_bytes()).expect("JSON") else { panic!("an object") };
    let mut parts = Vec::new();
    for (key, value) in entries {
        match (key.as_str(), value) {
            ("format" | "rulebook", _) => {}
            ("figures" | "materials", Json::Object(items)) => {
                parts.extend(items.into_iter().map(|(id, value)| (format!("{key}/{id}"), value)));
            }
            (_, value) => parts.push((key, value)),
        }
    }
    parts
}

/// The submission of which these are the parts.
fn of_parts(parts: &[(String, Json)]) -> Submission {
    let mut whole = json!({ "format": SUBMISSION_FORMAT, "figures": {}, "materials": {} });
    for (part, value) in parts {
        let value: Value = serde_json::from_str(&value.canonical()).expect("JSON");
        match part.split_once('/') {
            Some((list, id)) => whole[list][id] = value,
            None => whole[part] = value,
        }
    }
    submission::read(whole.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// Sets a part; what is reported must be exactly what differs, each thing once.
fn set(session: &mut Session, shown: &mut Value, part: &str, value: &Json) -> Result<(), TestCaseError> {
    let changes = session.set(part, value).unwrap_or_else(|faults| panic!("{faults:#?}"));
    for change in changes {
        let place = shown.pointer_mut(&change.at).expect("a place of the assessment");
        let value = serde_json::to_value(&change.value).expect("JSON");
        prop_assert_ne!(&*place, &value, "{} is reported though it did not change", &change.at);
        *place = value;
    }
    prop_assert_eq!(&*shown, &serde_json::to_value(session.assessment()).expect("JSON"));
    Ok(())
}

/// Law 6: the order of entry changes nothing, and a session's changes lead to the bytes of a fresh assessment.
#[test]
fn order_of_entry_changes_nothing() {
    law("order_of_entry_changes_nothing", &case(6), |case| {
        let plan = case.plan();
        let submissions = Submitter::new(&plan).chain(&case.submission);
        let target = &submissions[submissions.len() - 1];
        let mut dice = Dice::new(&case.extra);
        let mut left = parts(target);
        let mut session = Session::new((*plan).clone());
        // Of a long submission most is there from the start.
        let turn = dice.of(left.len());
        left.rotate_left(turn);
        let opened = left.split_off(left.len().min(MOST_STEPS));
        if !opened.is_empty() {
            session.open(of_parts(&opened)).unwrap_or_else(|faults| panic!("{faults:#?}"));
        }
        let mut shown = serde_json::to_value(session.assessment()).expect("JSON");
        // On the way: a part of another submission, taken away again before the end or written over.
        let detours = parts(&submissions[0]);
        if !detours.is_empty() {
            let (part, value) = dice.pick(&detours);
            set(&mut session, &mut shown, part, value)?;
            let own = opened.iter().chain(&left).find(|(own, _)| own == part);
            match own.map(|(_, value)| value.clone()) {
                Some(value) => left.push((part.clone(), value)),
                None => left.push((part.clone(), Json::Null)),
            }
        }
        while !left.is_empty() {
            let (part, value) = left.swap_remove(dice.of(left.len()));
            set(&mut session, &mut shown, &part, &value)?;
        }
        let text = |assessment: &Assessment| serde_json::to_string(assessment).expect("JSON");
        // The session's submission names its rulebook; the one made up here does not.
        let named = Submission { rulebook: session.submission().rulebook.clone(), ..target.clone() };
        prop_assert_eq!(text(session.assessment()), text(&assessment(&plan, &named)));
        Ok(())
    });
}

fn submission_as_read(submission: &Submission) -> Submission {
    let written = fingerprint::canonical(submission);
    submission::read(written.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A submission and what is read back from its canonical text are the same.
#[test]
fn the_canonical_text_is_the_submission() {
    law("the_canonical_text_is_the_submission", &case(6), |case| {
        let plan = case.plan();
        let submissions = Submitter::new(&plan).chain(&case.submission);
        let last = &submissions[submissions.len() - 1];
        let read = submission_as_read(last);
        prop_assert_eq!(fingerprint::canonical(&read), fingerprint::canonical(last));
        prop_assert_eq!(assessment(&plan, &read), assessment(&plan, last));
        Ok(())
    });
}
