//! The engine's laws, as properties over the rulebooks of the repository.
//!
//! The ordinary run takes a moment; `PROPTEST_CASES=100000 cargo test --release --test laws` takes its time.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod support;

use std::sync::LazyLock;

use infocity_check::engine::{Session, assess};
use infocity_check::model::{
    Assessment, CategoryResult, Decimal, Eligible, Exact, Fit, IndicatorResult, Json, Points, Status,
    Submission,
};
use infocity_check::plan::Plan;
use infocity_check::{fingerprint, submission};
use proptest::prelude::*;
use support::{Roll, blur, complete, plan, roll};

static PLANS: LazyLock<[Plan; 2]> = LazyLock::new(|| [plan(support::FLAGSHIP), plan(support::EVERY_RULE)]);

/// A rulebook, a complete submission for it, and the figures to blur, in order.
#[derive(Debug, Clone)]
struct Case {
    rulebook: usize,
    rolls: Vec<Roll>,
    year: u32,
    chosen: u32,
    blurs: Vec<(usize, Roll)>,
    without_year: bool,
}

fn case() -> impl Strategy<Value = Case> {
    let rolls = prop::collection::vec(roll(), 60);
    let blurs = prop::collection::vec((0..60_usize, roll()), 0..40);
    (0..2_usize, rolls, 2019..2024_u32, 0..64_u32, blurs, prop::bool::weighted(0.1)).prop_map(
        |(rulebook, rolls, year, chosen, blurs, without_year)| Case {
            rulebook,
            rolls,
            year,
            chosen,
            blurs,
            without_year,
        },
    )
}

impl Case {
    fn plan(&self) -> &'static Plan {
        &PLANS[self.rulebook]
    }

    /// The complete submission, then ever less known ones.
    fn submissions(&self) -> Vec<Submission> {
        let plan = self.plan();
        let mut current = complete(plan, &self.rolls, self.year, self.chosen);
        let mut all = vec![current.clone()];
        for (at, roll) in &self.blurs {
            blur(plan, &mut current, at % plan.document.figures.len(), *roll);
            all.push(current.clone());
        }
        if self.without_year {
            current.year = None;
            all.push(current);
        }
        all
    }

    fn assess(&self, submission: &Submission) -> Assessment {
        assess(self.plan(), submission).unwrap_or_else(|faults| panic!("{faults:#?}"))
    }
}

/// Every range of points in an assessment.
fn points(assessment: &Assessment) -> Vec<Points> {
    fn of_indicators(indicators: &[IndicatorResult], found: &mut Vec<Points>) {
        for indicator in indicators {
            found.push(indicator.score);
            of_indicators(&indicator.indicators, found);
        }
    }
    let mut found = Vec::new();
    for category in assessment.categories.iter().chain(&assessment.fields) {
        found.extend(category.score);
        for dimension in &category.dimensions {
            found.push(dimension.score);
            of_indicators(&dimension.indicators, &mut found);
        }
    }
    found
}

/// Whether what `less` decides is decided alike by `more`.
fn keeps_decisions(less: &Assessment, more: &Assessment) -> Result<(), TestCaseError> {
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
    }
    if less.route.channel.is_some() {
        prop_assert_eq!(&less.route, &more.route);
    }
    Ok(())
}

fn sum(values: impl Iterator<Item = Decimal>) -> Exact {
    values.fold(Exact::zero(), |sum, value| sum + Exact::from(value))
}

fn adds_up(whole: Points, parts: &[Points]) -> Result<(), TestCaseError> {
    prop_assert_eq!(Exact::from(whole.low), sum(parts.iter().map(|part| part.low)));
    prop_assert_eq!(Exact::from(whole.high), sum(parts.iter().map(|part| part.high)));
    Ok(())
}

fn indicators_add_up(
    whole: Points,
    indicators: &[IndicatorResult],
    places: u32,
) -> Result<(), TestCaseError> {
    adds_up(whole, &indicators.iter().map(|indicator| indicator.score).collect::<Vec<_>>())?;
    for indicator in indicators {
        prop_assert!(indicator.score.low.places() <= places && indicator.score.high.places() <= places);
        prop_assert!(Decimal::ZERO <= indicator.score.low && indicator.score.high <= indicator.max);
        if !indicator.indicators.is_empty() {
            indicators_add_up(indicator.score, &indicator.indicators, places)?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..ProptestConfig::default() })]

    /// Law 1: whatever the missing figures turn out to be, the score lies in the range and decisions stand.
    /// Law 3: one more figure never widens a range.
    #[test]
    fn ranges_are_sound_and_narrow(case in case()) {
        let assessments: Vec<_> = case.submissions().iter().map(|submission| case.assess(submission)).collect();
        let complete = &assessments[0];
        for pair in assessments.windows(2) {
            let [more, less] = pair else { unreachable!() };
            for (less, more) in points(less).iter().zip(points(more)) {
                prop_assert!(less.low <= more.low && more.high <= less.high, "{less:?} does not hold {more:?}");
            }
            keeps_decisions(less, more)?;
            keeps_decisions(less, complete)?;
        }
    }

    /// A complete submission has one number everywhere and nothing undetermined.
    #[test]
    fn everything_known_decides_everything(case in case()) {
        // A benchmark that has no value for the year or an earlier one leaves a range.
        let case = Case { year: case.year.max(2021), ..case };
        let complete = case.assess(&case.submissions()[0]);
        prop_assert!(points(&complete).iter().all(|points| points.low == points.high));
        prop_assert!(complete.categories.iter().all(|category| category.fit != Fit::Undetermined));
        prop_assert!(complete.missing.figures.is_empty(), "{:?}", complete.missing.figures);
    }

    /// Law 5: points as shown sum to the dimension as shown, dimensions to the total, at both ends.
    #[test]
    fn points_add_up(case in case()) {
        let submissions = case.submissions();
        let assessment = case.assess(&submissions[submissions.len() - 1]);
        let places = case.plan().document.rounding.indicator;
        for category in assessment.categories.iter().chain(&assessment.fields) {
            let dimensions: Vec<_> = category.dimensions.iter().map(|dimension| dimension.score).collect();
            adds_up(category.score.expect("a score"), &dimensions)?;
            for dimension in &category.dimensions {
                indicators_add_up(dimension.score, &dimension.indicators, places)?;
            }
        }
    }

    /// Law 6: the order of entry changes nothing, and a session's changes lead to the bytes of a fresh assessment.
    #[test]
    fn order_of_entry_changes_nothing(case in case(), order in prop::collection::vec(any::<u32>(), 60)) {
        let submissions = case.submissions();
        let target = &submissions[submissions.len() - 1];
        let fresh = case.assess(target);
        let mut session = Session::new(case.plan().clone());
        let mut shown = serde_json::to_value(session.assessment()).expect("JSON");
        let mut parts = parts(target);
        parts.sort_by_key(|(part, _)| {
            let at = part.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
            order[at % order.len()]
        });
        for (part, value) in parts {
            let changes = session.set(&part, &value).unwrap_or_else(|faults| panic!("{faults:#?}"));
            for change in changes {
                *shown.pointer_mut(&change.at).expect("a place of the assessment") = change.value;
            }
        }
        let text = |assessment: &Assessment| serde_json::to_string(assessment).expect("JSON");
        let mut expected = fresh;
        // The session's submission names its rulebook; the one made up here does not.
        expected.submission = session.assessment().submission.clone();
        prop_assert_eq!(text(session.assessment()), text(&expected));
        prop_assert_eq!(shown, serde_json::to_value(session.assessment()).expect("JSON"));
    }

    /// A submission and what is read back from its canonical text are the same.
    #[test]
    fn the_canonical_text_is_the_submission(case in case()) {
        let submissions = case.submissions();
        let written = fingerprint::canonical(&submissions[submissions.len() - 1]);
        let read = submission::read(written.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        prop_assert_eq!(fingerprint::canonical(&read), written);
    }
}

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
