//! Law 9: any rulebook that loads and any submission that parses gives an assessment, or faults; nothing panics.

use infocity_check::engine::assess;
use infocity_check::{fingerprint, rulebook, submission};
use proptest::prelude::*;

use crate::cases::{case, law};
use crate::support::dice::Dice;
use crate::support::mutations::mutate;
use crate::support::submissions::Submitter;

/// Law 9, submissions: whatever is put wrong in one, there is an assessment or a fault that says why not.
#[test]
fn any_submission_gives_an_assessment_or_faults() {
    law("any_submission_gives_an_assessment_or_faults", &case(3), |case| {
        let plan = case.plan();
        let submissions = Submitter::new(&plan).chain(&case.submission);
        let written = fingerprint::canonical(&submissions[submissions.len() - 1]);
        let mut hostile = serde_json::from_str(&written).expect("JSON");
        let mut dice = Dice::new(&case.extra);
        for _ in 0..1 + dice.of(3) {
            mutate(&mut hostile, &mut dice);
        }
        let bytes = serde_json::to_vec(&hostile).expect("JSON");
        let result = submission::read(&bytes).and_then(|submission| assess(&plan, &submission));
        if let Err(faults) = result {
            prop_assert!(!faults.is_empty());
        }
        Ok(())
    });
}

/// Law 9, rulebooks: whatever is put wrong in one, it does not load and says why, or it gives an assessment.
#[test]
fn any_rulebook_gives_an_assessment_or_faults() {
    law("any_rulebook_gives_an_assessment_or_faults", &case(3), |case| {
        let mut hostile = case.document();
        let mut dice = Dice::new(&case.extra);
        for _ in 0..1 + dice.of(3) {
            mutate(&mut hostile, &mut dice);
        }
        match rulebook::load(&serde_json::to_vec(&hostile).expect("JSON")) {
            Err(faults) => prop_assert!(!faults.is_empty()),
            Ok(plan) => {
                for submission in Submitter::new(&plan).chain(&case.submission) {
                    prop_assert!(assess(&plan, &submission).is_ok(), "a submission within the domains");
                }
            }
        }
        Ok(())
    });
}
