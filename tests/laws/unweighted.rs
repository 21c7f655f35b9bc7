//! Weights that are not known: whatever they are, an assessment with them written lies in the range shown without them.

use std::sync::atomic::{AtomicU32, Ordering};

use infocity_check::language::Input;
use infocity_check::model::{
    Assessment, CategoryResult, Decimal, Exact, Indicator, IndicatorResult, Points, Rulebook, Status,
    Submission, Unweighted, Weight,
};
use infocity_check::plan::{IndicatorPlan, Plan, Weights};
use infocity_check::submission::admit;
use proptest::prelude::*;

use crate::cases::{Case, assessment, case, law, sum};
use crate::support::dice::Dice;
use crate::support::rulebooks::load;
use crate::support::submissions::Submitter;

/// How the indicators without known weights share what they share.
enum Proportions<'d> {
    /// By chance, for each option and category anew.
    Any(Dice<'d>),
    /// One of them has all, by its place among them.
    AllTo(usize),
}

impl Proportions<'_> {
    /// Parts of 100 for so many.
    fn draw(&mut self, count: usize) -> Vec<usize> {
        match self {
            Self::AllTo(one) => (0..count).map(|at| if at == *one % count { 100 } else { 0 }).collect(),
            Self::Any(dice) => {
                let mut left = 100;
                let mut parts = vec![0; count];
                let first = dice.of(count);
                for at in 0..count {
                    let part = if at + 1 == count { left } else { dice.of(left + 1) };
                    left -= part;
                    parts[(first + at) % count] = part;
                }
                parts
            }
        }
    }
}

/// A value for each option and category.
type Matrix = Vec<Vec<Exact>>;

/// Writes weights into a rulebook that lacks some.
struct Writer<'a, 'd> {
    plan: &'a Plan,
    proportions: Proportions<'d>,
}

impl Writer<'_, '_> {
    fn document(mut self) -> Rulebook {
        let mut document = self.plan.document.clone();
        for (dimension, plan) in document.dimensions.iter_mut().zip(&self.plan.dimensions) {
            let one = plan.weight.0.iter().map(|row| vec![Exact::from(1); row.len()]).collect();
            self.members(&mut dimension.indicators, &plan.indicators, plan.rest.as_ref(), &one);
        }
        document
    }

    /// `factor`: by how much points as they stand in the rulebook have to be multiplied.
    fn members(
        &mut self,
        documents: &mut [Indicator],
        plans: &[IndicatorPlan],
        rest: Option<&Weights>,
        factor: &Matrix,
    ) {
        let count = plans.iter().filter(|plan| plan.max.is_none()).count();
        let cells =
            factor.iter().map(|row| row.iter().map(|_| self.proportions.draw(count.max(1))).collect());
        let cells: Vec<Vec<Vec<usize>>> = cells.collect();
        let mut place = 0;
        for (document, plan) in documents.iter_mut().zip(plans) {
            let known = plan.max.is_some();
            let value = |variant: usize, category: usize| {
                let written = match &plan.max {
                    Some(max) => Exact::from(max.of(variant, category)),
                    None => {
                        let rest = Exact::from(rest.expect("a rest").of(variant, category));
                        rest * Exact::from(cells[variant][category][place]) * Exact::power_of_ten(-2)
                    }
                };
                written * factor[variant][category].clone()
            };
            let own: Matrix = factor
                .iter()
                .enumerate()
                .map(|(variant, row)| (0..row.len()).map(|category| value(variant, category)).collect())
                .collect();
            document.max = Some(self.written(&own));
            let below = if known {
                factor.clone()
            } else {
                place += 1;
                own.iter().map(|row| row.iter().map(Exact::percent).collect()).collect()
            };
            self.members(&mut document.indicators, &plan.indicators, plan.rest.as_ref(), &below);
        }
    }

    fn written(&self, matrix: &Matrix) -> Weight {
        let document = &self.plan.document;
        let decimal = |value: &Exact| value.to_decimal().expect("few places");
        let row = |row: &Vec<Exact>| match document.categories.as_slice() {
            [] => Weight::Same(decimal(&row[0])),
            categories => {
                Weight::Each(categories.iter().map(|c| c.id.clone()).zip(row.iter().map(decimal)).collect())
            }
        };
        match self.plan.weights_by.map(|choice| &document.figures[choice].kind) {
            Some(infocity_check::model::FigureKind::Choice(choice)) => {
                let options = choice.options.iter().map(|option| option.id.clone());
                Weight::ByOption { by_option: options.zip(matrix.iter().map(row)).collect() }
            }
            _ => row(&matrix[0]),
        }
    }
}

/// The rulebook with every weight written.
fn with_weights(plan: &Plan, proportions: Proportions<'_>) -> Plan {
    let document = Writer { plan, proportions }.document();
    load(&serde_json::to_value(&document).expect("JSON"))
}

/// How many scores are rounded on their own where an indicator has points.
fn scores(indicator: &IndicatorPlan) -> usize {
    if indicator.scoring.is_some() { 1 } else { indicator.indicators.iter().map(scores).sum() }
}

/// By how many steps of the last place what stands below may lie outside the range without weights: written, each score
/// is rounded, by up to half a step; without weights only the sum of all of them.
fn steps(indicators: &[IndicatorPlan]) -> usize {
    let sharing = indicators.iter().filter(|indicator| indicator.max.is_none()).map(scores).sum::<usize>();
    let below = indicators.iter().filter(|indicator| indicator.max.is_some());
    let below: usize = below.map(|indicator| steps(&indicator.indicators)).sum();
    below + if sharing == 0 { 0 } else { sharing.div_ceil(2) }
}

fn lies_within(written: Points, shown: Points, steps: usize, places: u32) -> Result<(), TestCaseError> {
    let slack = Exact::from(steps) * Exact::power_of_ten(-(places as i32));
    let exact = |value: Decimal| Exact::from(value);
    let low = exact(shown.low) - slack.clone() <= exact(written.low);
    let high = exact(written.high) <= exact(shown.high) + slack;
    prop_assert!(low && high, "{:?} does not hold {:?}, {} steps", shown, written, steps);
    Ok(())
}

fn has_rest(plan: &Plan) -> bool {
    plan.dimensions.iter().any(|dimension| dimension.rest.is_some())
        || plan.indicators().any(|indicator| indicator.rest.is_some())
}

/// A case in which some weights are not known, with a submission that says which weights count.
fn open(case: &Case) -> Option<(std::sync::Arc<Plan>, Submission)> {
    let plan = case.plan();
    let submissions = Submitter::new(&plan).chain(&case.submission);
    let submission = submissions[submissions.len() - 1].clone();
    let facts = admit(&plan, &submission).expect("within the domains");
    let decided = plan.weights_by.is_none_or(|choice| !facts.is_open(Input::Now(choice)));
    (has_rest(&plan) && decided).then_some((plan, submission))
}

fn indicators_decided_alike(shown: &Assessment, written: &Assessment) -> Result<(), TestCaseError> {
    let all = |assessment: &Assessment| {
        let results = assessment.categories.iter().chain(&assessment.fields).cloned();
        let floors = results.flat_map(|result| {
            let floors = result.line.iter().flat_map(|line| line.floors.clone()).collect::<Vec<_>>();
            floors.into_iter().filter_map(move |floor| {
                let group_without_points = without_points(&result, floor.indicator.as_ref()?);
                Some((floor, group_without_points))
            })
        });
        floors.collect::<Vec<_>>()
    };
    for ((shown, _), (written, everything)) in all(shown).iter().zip(all(written)) {
        let stays = shown.status == Status::Undetermined || shown.status == written.status;
        prop_assert!(stays || everything, "{:?}, then {:?}", shown, written);
    }
    Ok(())
}

/// Whether an indicator groups others and got no points: its share is then everything, whatever it was before.
fn without_points(category: &CategoryResult, id: &str) -> bool {
    let mut open: Vec<_> = category.dimensions.iter().flat_map(|dimension| &dimension.indicators).collect();
    while let Some(indicator) = open.pop() {
        if indicator.id == id {
            return !indicator.indicators.is_empty() && indicator.max == Some(Decimal::ZERO);
        }
        open.extend(&indicator.indicators);
    }
    false
}

/// Whatever the weights are, with them written points lie in the range shown without them, up to the rounding of each
/// score; a floor of an indicator, which is not rounded, stays as it was decided, but that of a group that gets none.
#[test]
fn whatever_weights_are_points_lie_in_the_range() {
    let (tried, checked) = (AtomicU32::new(0), AtomicU32::new(0));
    law("whatever_weights_are_points_lie_in_the_range", &case(3), |case| {
        tried.fetch_add(1, Ordering::Relaxed);
        let Some((plan, submission)) = open(&case) else { return Ok(()) };
        checked.fetch_add(1, Ordering::Relaxed);
        let weighted = with_weights(&plan, Proportions::Any(Dice::new(&case.extra)));
        let of_weighted = Submission { rulebook: None, ..submission.clone() };
        let (shown, written) = (assessment(&plan, &submission), assessment(&weighted, &of_weighted));
        let places = plan.document.rounding.indicator;
        let results = shown.categories.iter().chain(&shown.fields);
        for (shown, written) in results.zip(written.categories.iter().chain(&written.fields)) {
            let mut all = 0;
            for ((plan, shown), written) in
                plan.dimensions.iter().zip(&shown.dimensions).zip(&written.dimensions)
            {
                let steps = steps(&plan.indicators);
                lies_within(written.score, shown.score, steps, places)?;
                all += steps;
            }
            lies_within(written.score.expect("a score"), shown.score.expect("a score"), all, places)?;
        }
        indicators_decided_alike(&shown, &written)
    });
    let (tried, checked) = (tried.into_inner(), checked.into_inner());
    println!("{checked} rulebooks with unknown weights in {tried} cases");
    assert!(checked > tried / 10, "only {checked} rulebooks with unknown weights in {tried} cases");
}

/// The most indicators that belong to one thing.
fn most_members(indicators: &[IndicatorPlan]) -> usize {
    let below = indicators.iter().map(|indicator| most_members(&indicator.indicators));
    below.max().unwrap_or(0).max(indicators.len())
}

/// What indicators without known weights give together, against what they give where one of them has all; how often.
fn reached(
    plans: &[IndicatorPlan],
    (shown, unweighted): (&[IndicatorResult], Option<Unweighted>),
    written: &[&[IndicatorResult]],
) -> Result<u32, TestCaseError> {
    let mut checked = 0;
    for (at, (plan, shown)) in plans.iter().zip(shown).enumerate() {
        if shown.score.is_some() {
            let written: Vec<_> = written.iter().map(|results| results[at].indicators.as_slice()).collect();
            checked += reached(&plan.indicators, (&shown.indicators, shown.unweighted), &written)?;
        }
    }
    let sharing = || plans.iter().zip(0..).filter(|(plan, _)| plan.max.is_none());
    // Of a group each score is rounded.
    let alone = sharing().all(|(plan, _)| plan.scoring.is_some());
    let Some(unweighted) = unweighted.filter(|_| alone) else { return Ok(checked) };
    let together = |results: &&[IndicatorResult]| {
        let scores: Vec<_> =
            sharing().map(|(_, at): (_, usize)| results[at].score.expect("points")).collect();
        (sum(scores.iter().map(|score| score.low)), sum(scores.iter().map(|score| score.high)))
    };
    let of_each = written.iter().take(sharing().count()).map(together);
    let found = of_each.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).expect("several");
    prop_assert_eq!((Exact::from(unweighted.score.low), Exact::from(unweighted.score.high)), found);
    Ok(checked + 1)
}

/// Both ends of what indicators without known weights give together can be reached: each where one of them has all.
#[test]
fn both_ends_of_unknown_weights_can_be_reached() {
    let (tried, checked) = (AtomicU32::new(0), AtomicU32::new(0));
    law("both_ends_of_unknown_weights_can_be_reached", &case(3), |case| {
        tried.fetch_add(1, Ordering::Relaxed);
        let Some((plan, submission)) = open(&case) else { return Ok(()) };
        let of_weighted = Submission { rulebook: None, ..submission.clone() };
        let most = plan.dimensions.iter().map(|dimension| most_members(&dimension.indicators)).max();
        let written: Vec<_> = (0..most.unwrap_or(0))
            .map(|one| assessment(&with_weights(&plan, Proportions::AllTo(one)), &of_weighted))
            .collect();
        let shown = assessment(&plan, &submission);
        for (category, shown) in shown.categories.iter().enumerate() {
            for (at, (dimension, shown)) in plan.dimensions.iter().zip(&shown.dimensions).enumerate() {
                let written = written.iter().map(|written| &written.categories[category].dimensions[at]);
                let written: Vec<_> = written.map(|dimension| dimension.indicators.as_slice()).collect();
                let shown = (shown.indicators.as_slice(), shown.unweighted);
                checked.fetch_add(reached(&dimension.indicators, shown, &written)?, Ordering::Relaxed);
            }
        }
        Ok(())
    });
    let (tried, checked) = (tried.into_inner(), checked.into_inner());
    println!("{checked} rests checked in {tried} cases");
    assert!(checked > tried / 20, "only {checked} rests checked in {tried} cases");
}
