//! Laws 1 and 3: ranges are sound and only narrow; what is decided stays decided.

use infocity_check::model::{Assessment, CategoryResult, Eligible, Fit, SentenceCode, Status};
use proptest::prelude::*;

use crate::cases::{assessment, case, law, points};
use crate::support::submissions::Submitter;
use crate::tight::score;

/// Whether every range of `less` holds that of `more`, and what `less` decides is decided alike by `more`.
fn holds(less: &Assessment, more: &Assessment) -> Result<(), TestCaseError> {
    for (less, more) in points(less).iter().zip(points(more)) {
        prop_assert!(less.low <= more.low && more.high <= less.high, "{:?} does not hold {:?}", less, more);
    }
    for (less, more) in less.requirements.iter().zip(&more.requirements) {
        if less.status != Status::Undetermined {
            prop_assert_eq!(less.status, more.status, "requirement {}", &less.id);
        }
    }
    let results = |assessment: &Assessment| -> Vec<CategoryResult> {
        assessment.categories.iter().chain(&assessment.fields).cloned().collect()
    };
    for (less, more) in results(less).iter().zip(&results(more)) {
        if less.fit != Fit::Undetermined {
            prop_assert_eq!(less.fit, more.fit, "fit of {}", &less.id);
        }
        if less.eligible != Eligible::Undetermined {
            prop_assert_eq!(less.eligible, more.eligible, "eligibility of {}", &less.id);
        }
        for (less, more) in less.line.iter().zip(&more.line) {
            for (less, more) in less.floors.iter().zip(&more.floors) {
                if less.status != Status::Undetermined {
                    prop_assert_eq!(less.status, more.status, "a floor");
                }
            }
        }
    }
    if less.route.channel.is_some() {
        prop_assert_eq!(&less.route, &more.route);
    }
    let warned = |assessment: &Assessment| -> Vec<_> {
        let sentences = assessment.warnings.iter().map(|warning| warning.sentence.clone());
        sentences.filter(|sentence| sentence.code == SentenceCode::RulebookWarning).collect()
    };
    let more = warned(more);
    prop_assert!(warned(less).iter().all(|warning| more.contains(warning)), "a warning is taken back");
    Ok(())
}

/// Law 1: whatever the missing figures turn out to be, the score lies in the range shown and decisions stay.
#[test]
fn ranges_are_sound() {
    law("ranges_are_sound", &case(8), |case| {
        let plan = case.plan();
        let submissions = Submitter::new(&plan).chain(&case.submission);
        let complete = assessment(&plan, &submissions[0]);
        holds(&assessment(&plan, &submissions[submissions.len() - 1]), &complete)
    });
}

/// Law 3: one more figure never widens a range.
#[test]
fn ranges_only_narrow() {
    law("ranges_only_narrow", &case(4), |case| {
        let plan = case.plan();
        let submissions = Submitter::new(&plan).chain(&case.submission);
        let assessments: Vec<_> =
            submissions.iter().map(|submission| assessment(&plan, submission)).collect();
        for pair in assessments.windows(2) {
            holds(&pair[1], &pair[0])?;
        }
        Ok(())
    });
}

/// A complete submission has one number everywhere and nothing undetermined, as far as weights are known.
#[test]
fn everything_known_decides_everything() {
    law("everything_known_decides_everything", &case(0), |case| {
        let plan = case.plan();
        let mut submission = Submitter::new(&plan).complete(&case.submission);
        // Nearly all benchmarks have a value for this year or an earlier one; no choice is open.
        submission.year = Some(2025);
        submission.category = plan.document.categories.first().map(|category| category.id.clone());
        if submission.fields.is_empty() {
            submission.fields.extend(plan.document.fields.first().map(|field| field.id.clone()));
        }
        let complete = assessment(&plan, &submission);
        let begun = |by_year: &[(u32, _)]| by_year.first().is_some_and(|(first, _)| *first <= 2025);
        if !plan.benchmarks.iter().all(|benchmark| begun(&benchmark.by_year)) {
            return Ok(());
        }
        let weights_known = plan.dimensions.iter().all(|dimension| dimension.rest.is_none())
            && plan.indicators().all(|indicator| indicator.rest.is_none());
        if weights_known {
            prop_assert!(points(&complete).iter().all(|points| points.low == points.high));
            prop_assert!(complete.categories.iter().all(|category| category.fit != Fit::Undetermined));
        }
        for (at, _) in plan.categories.iter().enumerate() {
            for indicator in plan.indicators().filter(|indicator| indicator.scoring.is_some()) {
                let points = score(&complete, at, &indicator.id).expect("points or a share");
                prop_assert_eq!(points.low, points.high);
            }
        }
        prop_assert!(
            complete.requirements.iter().all(|requirement| requirement.status != Status::Undetermined)
        );
        prop_assert!(complete.missing.figures.is_empty(), "{:?}", complete.missing.figures);
        Ok(())
    });
}
