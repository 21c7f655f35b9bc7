//! What is said to be never or always so is so, whatever rulebook and submission chance makes.

use infocity_check::engine::assess;
use infocity_check::lint::lint;
use infocity_check::model::{
    Assessment, DimensionResult, Finding, FindingCode, IndicatorResult, Json, SentenceCode, Status,
    Submission,
};
use infocity_check::plan::Plan;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::rulebooks::{load, rulebook_rolls};
use crate::support::submissions::{Submitter, submission_rolls};

/// How many rulebooks are tried: as `PROPTEST_CASES` says, else 150.
fn tried() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(150)
}

/// The list and the index that a finding is about.
fn place(finding: &Finding) -> (String, usize) {
    let mut keys = finding.place.split('/').skip(1);
    let list = keys.next().expect("a list").to_owned();
    (list, keys.next().and_then(|index| index.parse().ok()).unwrap_or(usize::MAX))
}

fn indicators<'a>(dimensions: &'a [DimensionResult], id: &str) -> Vec<&'a IndicatorResult> {
    fn add<'a>(indicators: &'a [IndicatorResult], id: &str, found: &mut Vec<&'a IndicatorResult>) {
        for indicator in indicators {
            if indicator.id == id {
                found.push(indicator);
            }
            add(&indicator.indicators, id, found);
        }
    }
    let mut found = Vec::new();
    dimensions.iter().for_each(|dimension| add(&dimension.indicators, id, &mut found));
    found
}

/// Whether what is said of a rulebook is true of an assessment.
fn is_true(plan: &Plan, finding: &Finding, submission: &Submission, assessment: &Assessment) -> bool {
    let (_, index) = place(finding);
    let status = || assessment.requirements[index].status;
    let given = || {
        assessment.warnings.iter().any(|warning| {
            warning.sentence.code == SentenceCode::RulebookWarning
                && warning.sentence.params.get("warning") == Some(&finding.id)
        })
    };
    let categories = || assessment.categories.iter().chain(&assessment.fields);
    match finding.code {
        FindingCode::NeverFails => status() != Status::NotMet,
        FindingCode::NeverMet => status() != Status::Met,
        FindingCode::WarningNeverGiven => !given(),
        FindingCode::WarningAlwaysGiven => given(),
        FindingCode::RouteNeverHolds | FindingCode::RouteNeverTaken => {
            assessment.route.channel.as_ref() != Some(&finding.id)
        }
        // Points still span those of several weights, where a choice switches them.
        FindingCode::AlwaysSamePoints => {
            plan.weights_by.is_some()
                || categories().flat_map(|category| indicators(&category.dimensions, &finding.id)).all(
                    |indicator| {
                        indicator.score.is_none_or(|score| score.low == score.high)
                            && indicator.share.is_none_or(|share| share.low == share.high)
                    },
                )
        }
        FindingCode::LineNotReached => {
            let line = assessment.categories[index].line.as_ref().expect("a line");
            assessment.categories[index].score.expect("a score").high < line.total
        }
        FindingCode::LineAlwaysReached => {
            let line = assessment.categories[index].line.as_ref().expect("a line");
            assessment.categories[index].score.expect("a score").low >= line.total
        }
        FindingCode::UnusedFigure => {
            let mut without = submission.clone();
            without.figures.remove(&finding.id);
            let without = assess(plan, &without).expect("an assessment");
            let rules = |assessment: &Assessment| {
                (assessment.categories.clone(), assessment.requirements.clone(), assessment.route.clone())
            };
            rules(&without) == rules(assessment)
        }
        _ => true,
    }
}

#[test]
fn what_is_never_or_always_so_is_so() {
    let strategy = (rulebook_rolls(), submission_rolls(3));
    let config = Config { cases: tried(), failure_persistence: None, ..Config::default() };
    let told = std::cell::RefCell::new(std::collections::BTreeMap::<FindingCode, usize>::new());
    let result = TestRunner::new(config).run(&strategy, |(rulebook, rolls)| {
        let plan = load(&rulebook.document());
        let findings = lint(&plan);
        // What is said of a benchmark is said of the years that have one.
        let first = plan.benchmarks.iter().filter_map(|benchmark| Some(benchmark.by_year.first()?.0)).max();
        for (step, mut submission) in Submitter::new(&plan).chain(&rolls).into_iter().enumerate() {
            submission.year = submission.year.map(|year| year.max(first.unwrap_or(year)));
            let assessment = assess(&plan, &submission).expect("a submission within the domains");
            for finding in findings.iter().filter(|_| submission.year.is_some()) {
                // A choice that is not made yet leaves every option open, so a warning waits for it.
                if step > 0 && finding.code == FindingCode::WarningAlwaysGiven {
                    continue;
                }
                *told.borrow_mut().entry(finding.code).or_default() += 1;
                prop_assert!(
                    is_true(&plan, finding, &submission, &assessment),
                    "{finding:#?}\n{}\n{}",
                    rulebook.document(),
                    infocity_check::fingerprint::canonical(&submission)
                );
            }
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let told = told.into_inner();
    for code in [
        FindingCode::NeverMet,
        FindingCode::NeverFails,
        FindingCode::WarningNeverGiven,
        FindingCode::AlwaysSamePoints,
    ] {
        assert!(told.get(&code).is_some_and(|times| *times > 10), "{code:?} is hardly ever said: {told:?}");
    }
}

#[test]
fn a_finding_is_at_a_place_of_the_document() {
    let strategy = rulebook_rolls();
    let config = Config { cases: 20, failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(&strategy, |rulebook| {
        let document = rulebook.document();
        for finding in lint(&load(&document)) {
            prop_assert!(document.pointer(&finding.place).is_some(), "{finding:#?}");
            let json = Json::read(document.to_string().as_bytes()).expect("JSON");
            let thing = infocity_check::rulebook::thing(&json, &finding.place);
            prop_assert_eq!(&thing.id, &finding.id, "{}", finding.place);
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}
