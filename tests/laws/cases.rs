//! What every law is tried on: a rulebook and what a submission for it is made from.

use std::fmt;
use std::sync::{Arc, LazyLock};

use infocity_check::engine::assess;
use infocity_check::fingerprint;
use infocity_check::model::{Assessment, Exact, IndicatorResult, Points, Submission};
use infocity_check::plan::Plan;
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseResult, TestRunner};

use crate::support::dice::{Rolls, rolls};
use crate::support::rulebooks::{self, RulebookRolls, rulebook_rolls};
use crate::support::submissions::{SubmissionRolls, Submitter, submission_rolls};
use crate::support::{EVERY_RULE, FLAGSHIP, plan};

static STORED: LazyLock<[Arc<Plan>; 2]> =
    LazyLock::new(|| [Arc::new(plan(EVERY_RULE)), Arc::new(plan(FLAGSHIP))]);

/// Of 100 cases, those on each of the stored rulebooks; the others are on made ones.
const STORED_CASES: usize = 4;

#[derive(Clone)]
enum Book {
    Made(Box<RulebookRolls>),
    Stored(usize),
}

/// A rulebook, and what a submission for it is made from.
#[derive(Clone)]
pub(crate) struct Case {
    book: Book,
    pub(crate) submission: SubmissionRolls,
    /// What else a law needs of chance.
    pub(crate) extra: Rolls,
}

/// Any case; its submission becomes less known in up to `blurs` steps.
pub(crate) fn case(blurs: usize) -> impl Strategy<Value = Case> {
    (0..100_usize, rulebook_rolls(), submission_rolls(blurs), rolls(16)).prop_map(
        |(way, made, submission, extra)| {
            let book = match 99_usize.saturating_sub(way) / STORED_CASES {
                stored @ (0 | 1) => Book::Stored(stored),
                _ => Book::Made(Box::new(made)),
            };
            Case { book, submission, extra }
        },
    )
}

impl Case {
    pub(crate) fn plan(&self) -> Arc<Plan> {
        match &self.book {
            Book::Made(rolls) => Arc::new(rulebooks::load(&rolls.document())),
            Book::Stored(at) => STORED[*at].clone(),
        }
    }

    /// The rulebook as a document.
    pub(crate) fn document(&self) -> serde_json::Value {
        match &self.book {
            Book::Made(rolls) => rolls.document(),
            Book::Stored(at) => serde_json::to_value(&STORED[*at].document).expect("JSON"),
        }
    }
}

impl fmt::Debug for Case {
    /// The rulebook and the submissions, ready to be assessed again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.book {
            Book::Made(rolls) => writeln!(f, "rulebook: {}", rolls.document())?,
            Book::Stored(at) => writeln!(f, "rulebook: {}", STORED[*at].document.id)?,
        }
        let plan = self.plan();
        for submission in Submitter::new(&plan).chain(&self.submission) {
            writeln!(f, "submission: {}", fingerprint::canonical(&submission))?;
        }
        write!(f, "extra: {:?}", self.extra)
    }
}

/// How many cases a law is tried on: as `PROPTEST_CASES` says, else 10 000.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000)
}

/// Tries a law, named by its test, on every case.
pub(crate) fn law<S: Strategy>(name: &'static str, strategy: &S, holds: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config {
        cases: cases(),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/laws/regressions.txt"))),
        source_file: Some(file!()),
        test_name: Some(name),
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    if let Err(error) = TestRunner::new(config).run(strategy, holds) {
        panic!("{name}: {error}");
    }
}

pub(crate) fn assessment(plan: &Plan, submission: &Submission) -> Assessment {
    assess(plan, submission).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// Every range of points in an assessment; of an indicator without a known weight its share.
pub(crate) fn points(assessment: &Assessment) -> Vec<Points> {
    fn of_indicators(indicators: &[IndicatorResult], found: &mut Vec<Points>) {
        for indicator in indicators {
            found.extend(indicator.score.or(indicator.share.map(Points::from)));
            found.extend(indicator.unweighted.map(|unweighted| unweighted.score));
            of_indicators(&indicator.indicators, found);
        }
    }
    let mut found = Vec::new();
    for category in assessment.categories.iter().chain(&assessment.fields) {
        found.extend(category.score);
        for dimension in &category.dimensions {
            found.push(dimension.score);
            found.extend(dimension.unweighted.map(|unweighted| unweighted.score));
            of_indicators(&dimension.indicators, &mut found);
        }
    }
    found
}

/// The sum of points as shown.
pub(crate) fn sum(values: impl Iterator<Item = infocity_check::model::Decimal>) -> Exact {
    values.fold(Exact::zero(), |sum, value| sum + Exact::from(value))
}
