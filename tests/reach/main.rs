//! Law 8, checked from outside: what reach names is put into the submission and assessed.
//!
//! The ordinary run takes a moment; `PROPTEST_CASES=10000 cargo test --test reach` takes its time.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod by_hand;
mod smallest;
#[path = "../support/mod.rs"]
mod support;

use std::sync::LazyLock;

use infocity_check::engine::{Question, assess, reach};
use infocity_check::model::{
    Decimal, Entry, Exact, Figure, FigureKind, Fit, Given, GoalKind, GoalReach, ReachOutcome, ReachValue,
    ReachWay, Sense, Status, Submission,
};
use infocity_check::plan::Plan;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use support::{Roll, blur, complete, plan, roll};

static PLANS: LazyLock<[Plan; 2]> = LazyLock::new(|| [plan(support::FLAGSHIP), plan(support::EVERY_RULE)]);

/// As many cases as `PROPTEST_CASES` says, else `cases`; those that once failed come first.
fn tried(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/reach/regressions.txt"))),
        ..ProptestConfig::default()
    }
}

/// A submission, known in part, and other values to try.
#[derive(Debug, Clone)]
struct Case {
    rulebook: usize,
    rolls: Vec<Roll>,
    others: Vec<Roll>,
    year: u32,
    chosen: u32,
    blurs: Vec<(usize, Roll)>,
    without_year: bool,
}

fn case(rulebooks: std::ops::Range<usize>, blurs: usize) -> impl Strategy<Value = Case> {
    let rolls = || prop::collection::vec(roll(), 60);
    let blurs = prop::collection::vec((0..60_usize, roll()), 0..blurs);
    (rulebooks, rolls(), rolls(), 2019..2024_u32, 0..64_u32, blurs, prop::bool::weighted(0.05)).prop_map(
        |(rulebook, rolls, others, year, chosen, blurs, without_year)| Case {
            rulebook,
            rolls,
            others,
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

    fn submission(&self) -> Submission {
        let mut submission = self.complete();
        for (at, roll) in &self.blurs {
            blur(self.plan(), &mut submission, at % self.plan().document.figures.len(), *roll);
        }
        if self.without_year {
            submission.year = None;
        }
        submission
    }

    fn complete(&self) -> Submission {
        complete(self.plan(), &self.rolls, self.year, self.chosen)
    }

    /// Other values for everything.
    fn other(&self, turn: usize) -> Submission {
        let mut rolls = self.others.clone();
        rolls.rotate_left(turn);
        complete(self.plan(), &rolls, self.year, self.chosen)
    }

    fn question(&self) -> Question {
        let categories = &self.plan().categories;
        let category = categories[self.chosen as usize % categories.len()].id.clone();
        Question { category: Some(category), requirement: None }
    }

    fn status(&self, submission: &Submission, goal: &GoalReach) -> Status {
        let assessment = assess(self.plan(), submission).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let category = || assessment.categories.iter().find(|category| category.id == goal.id).expect("it");
        match goal.goal {
            GoalKind::Requirement => {
                assessment.requirements.iter().find(|found| found.id == goal.id).expect("it").status
            }
            GoalKind::Line => category().line.as_ref().expect("a line").status,
            GoalKind::Fit => match category().fit {
                Fit::Fits => Status::Met,
                Fit::DoesNotFit => Status::NotMet,
                Fit::Undetermined => Status::Undetermined,
            },
        }
    }

    fn does(&self, submission: &Submission, goal: &GoalReach) -> bool {
        self.status(submission, goal) == Status::Met
    }

    /// What is not known set to other values within what it may be.
    fn known(&self, submission: &Submission, turn: usize) -> Submission {
        let (complete, other) = (self.complete(), self.other(turn));
        let mut known = submission.clone();
        known.year = known.year.or(Some(self.year));
        for figure in &self.plan().document.figures {
            let others = entry(&other, &figure.id);
            known.figures.change(figure.id.clone(), |own| {
                match own.given {
                    // An estimate was made around the complete submission's value.
                    Given::Between(..) => own.given = entry(&complete, &figure.id).given.clone(),
                    Given::Unknown | Given::NotCollected => own.given = others.given.clone(),
                    _ => {}
                }
                own.last = own.last.clone().or_else(|| others.last.clone());
            });
        }
        known
    }

    fn figure(&self, id: &str) -> &'static Figure {
        self.plan().document.figures.iter().find(|figure| figure.id == id).expect("a figure")
    }
}

fn entry<'a>(submission: &'a Submission, figure: &str) -> &'a Entry {
    submission.figures.get(figure).expect("an entry")
}

fn given(value: &ReachValue) -> Given {
    match value {
        ReachValue::Text(text) => Given::Text(text.clone()),
        ReachValue::Flag(flag) => Given::Flag(*flag),
        ReachValue::Items(items) => Given::Items(items.clone()),
        ReachValue::Estimate { .. } => panic!("a value that does it is one value"),
    }
}

fn with(submission: &Submission, figure: &str, given: Given) -> Submission {
    let mut changed = submission.clone();
    let entry = changed.figures.get(figure).cloned().unwrap_or_default();
    changed.figures.insert(figure.to_owned(), Entry { given, ..entry });
    changed
}

fn with_all(submission: &Submission, ways: &[ReachWay]) -> Submission {
    ways.iter().fold(submission.clone(), |changed, way| with(&changed, &way.figure, given(&way.to)))
}

/// The values one step back: towards the present value, or, from what is unknown, away from the values that do it as well.
fn back(case: &Case, way: &ReachWay) -> Vec<Given> {
    let FigureKind::Number(kind) = &case.figure(&way.figure).kind else { return Vec::new() };
    let ReachValue::Text(to) = &way.to else { panic!("a number") };
    let to: Decimal = to.parse().expect("a decimal");
    let step = Exact::power_of_ten(-(kind.places as i32));
    let beside = |up: bool| {
        let moved = if up { Exact::from(to) + step.clone() } else { Exact::from(to) - step.clone() };
        moved.to_decimal().filter(|moved| {
            kind.least.is_none_or(|least| *moved >= least) && kind.most.is_none_or(|most| *moved <= most)
        })
    };
    let text = |value: Decimal| Given::Text(value.to_string());
    match (&way.from, way.sense) {
        (Some(ReachValue::Text(from)), _) => {
            let from: Decimal = from.parse().expect("a decimal");
            let back = beside(from > to).expect("between the two");
            // Where the present value is nearer than a step, it is the step back.
            vec![text(if from > to { back.min(from) } else { back.max(from) })]
        }
        (_, Some(Sense::AtLeast)) => beside(false).into_iter().map(text).collect(),
        (_, Some(Sense::AtMost)) => beside(true).into_iter().map(text).collect(),
        _ => Vec::new(),
    }
}

fn check(case: &Case, submission: &Submission, goal: &GoalReach) -> Result<(), TestCaseError> {
    let plan = case.plan();
    prop_assert_eq!(goal.outcome == ReachOutcome::Certain, goal.status == Status::Met, "{:?}", goal);
    prop_assert_eq!(case.status(submission, goal), goal.status);
    let together: Vec<&[ReachWay]> = match &goal.set {
        Some(set) => vec![&set.figures],
        None => goal.ways.iter().map(std::slice::from_ref).collect(),
    };
    for ways in together {
        let changed = with_all(submission, ways);
        prop_assert!(case.does(&changed, goal), "does not do it: {:?}", ways);
        for turn in 0..2 {
            prop_assert!(case.does(&case.known(&changed, turn), goal), "not for all unknowns: {:?}", ways);
        }
        for way in ways {
            prop_assert!(!case.figure(&way.figure).fixed, "{} cannot be changed", &way.figure);
            for back in back(case, way) {
                let step = with(&changed, &way.figure, back);
                prop_assert!(!case.does(&step, goal), "a step back does it as well: {:?} of {:?}", way, ways);
            }
            if let (Some(ReachValue::Items(before)), ReachValue::Items(after)) = (&way.from, &way.to) {
                for item in after.iter().filter(|item| !before.contains(item)) {
                    let fewer = after.iter().filter(|kept| *kept != item).cloned().collect();
                    let step = with(&changed, &way.figure, Given::Items(fewer));
                    prop_assert!(!case.does(&step, goal), "an item less does it as well: {:?}", way);
                }
            }
        }
    }
    let movable: Vec<&Figure> = plan.document.figures.iter().filter(|figure| !figure.fixed).collect();
    // No other single figure does it, nor a value nearer than the one named.
    if matches!(
        goal.outcome,
        ReachOutcome::Ways | ReachOutcome::Set | ReachOutcome::Unreachable | ReachOutcome::Waits
    ) {
        // A different fifth of the figures in each case.
        let some = movable.iter().enumerate().filter(|(at, _)| at % 5 == case.chosen as usize % 5);
        for (turn, figure) in some {
            if goal.not_searched.contains(&figure.id) {
                continue;
            }
            let value = entry(&case.other(turn), &figure.id).given.clone();
            let does = case.does(&with(submission, &figure.id, value.clone()), goal);
            let way = goal.ways.iter().find(|way| way.figure == figure.id);
            match way {
                None => prop_assert!(!does, "{} = {:?} alone does it", &figure.id, value),
                Some(way) => {
                    prop_assert!(!does || !is_nearer(way, &value), "{:?} is nearer: {:?}", value, way)
                }
            }
        }
    }
    // Whatever is changed, what cannot be reached is not, and what waits is not certain.
    if matches!(goal.outcome, ReachOutcome::Unreachable | ReachOutcome::Waits) {
        for turn in 0..4 {
            let other = case.other(turn);
            let changed = movable.iter().fold(submission.clone(), |changed, figure| {
                with(&changed, &figure.id, entry(&other, &figure.id).given.clone())
            });
            prop_assert!(!case.does(&changed, goal), "reached with {:?}", changed);
            if goal.outcome == ReachOutcome::Unreachable {
                prop_assert!(!case.does(&case.known(&changed, turn), goal), "reached once all is known");
            }
        }
    }
    for id in &goal.eased_by {
        prop_assert!(matches!(goal.outcome, ReachOutcome::Ways | ReachOutcome::Set), "{:?}", goal);
        prop_assert!(movable.iter().all(|figure| figure.id != *id), "{} can be changed itself", id);
        let open = submission.figures.get(id).map(|entry| &entry.given);
        let is_open = matches!(open, None | Some(Given::Between(..) | Given::Unknown | Given::NotCollected));
        prop_assert!(is_open, "{} is known: {:?}", id, open);
    }
    let evidence = [
        (ReachOutcome::Ways, goal.ways.len()),
        (ReachOutcome::Set, goal.set.as_ref().map_or(0, |set| set.figures.len())),
        (ReachOutcome::Unreachable, goal.limits.len()),
        (ReachOutcome::Waits, goal.waits_for.len()),
    ];
    for (outcome, count) in evidence {
        prop_assert_eq!(count > 0, goal.outcome == outcome, "{:?}", goal);
    }
    Ok(())
}

/// Whether a number lies strictly between the present value and the one named.
fn is_nearer(way: &ReachWay, value: &Given) -> bool {
    let (Some(ReachValue::Text(from)), ReachValue::Text(to), Given::Text(value)) =
        (&way.from, &way.to, value)
    else {
        return false;
    };
    let numbers: Vec<Decimal> = [from, to, value].into_iter().filter_map(|text| text.parse().ok()).collect();
    let [from, to, value] = numbers[..] else { return false };
    let away = |other: Decimal| {
        let distance = Exact::from(other) - Exact::from(from);
        if distance.is_negative() { -distance } else { distance }
    };
    away(value) < away(to)
}

proptest! {
    #![proptest_config(tried(120))]

    /// What is named does it for every value of what remains unknown; one step back does not; nothing else alone does.
    #[test]
    fn what_reach_names_does_it_and_a_step_back_does_not(case in case(0..2, 12)) {
        let submission = case.submission();
        let found = reach(case.plan(), &submission, &case.question()).expect("an answer");
        for goal in &found.goals {
            check(&case, &submission, goal)?;
        }
    }

    /// The same while most is unknown.
    #[test]
    fn it_holds_while_most_is_unknown(case in case(1..2, 60)) {
        let submission = case.submission();
        let found = reach(case.plan(), &submission, &case.question()).expect("an answer");
        for goal in &found.goals {
            check(&case, &submission, goal)?;
        }
    }

    /// A hint is answered on request, in the same way.
    #[test]
    fn a_hint_is_answered_by_its_id(case in case(0..2, 20), at in any::<usize>()) {
        let submission = case.submission();
        let requirements = &case.plan().document.requirements;
        let requirement = Some(requirements[at % requirements.len()].id.clone());
        let found = reach(case.plan(), &submission, &Question { category: None, requirement }).expect("an answer");
        prop_assert_eq!(found.goals.len(), 1);
        check(&case, &submission, &found.goals[0])?;
    }
}
