//! What is missing, each thing once, what decides most first.

use std::collections::{BTreeMap, BTreeSet};

use super::requirement::input_name;
use crate::language::Input;
use crate::model::{
    CategoryResult, Decimal, Effect, Exact, Fit, Given, IndicatorResult, Missing, MissingFigure, MissingItem,
    MissingState, RequirementResult, Status, Submission,
};
use crate::plan::{IndicatorPlan, Plan};
use crate::values::Facts;

pub(super) fn missing(
    plan: &Plan,
    submission: &Submission,
    facts: &Facts,
    requirements: &[RequirementResult],
    categories: &[CategoryResult],
) -> Missing {
    Missing {
        requirements: missing_requirements(requirements),
        figures: missing_figures(plan, submission, facts, requirements, categories),
        materials: missing_materials(plan, submission),
    }
}

fn missing_requirements(requirements: &[RequirementResult]) -> Vec<MissingItem> {
    let with = |status: Status| requirements.iter().filter(move |requirement| requirement.status == status);
    let missing = with(Status::NotMet).chain(with(Status::Undetermined));
    missing
        .map(|requirement| MissingItem {
            id: requirement.id.clone(),
            blocks: match requirement.effect {
                Effect::Binding => requirement.applies_to.clone(),
                Effect::Hint => Vec::new(),
            },
        })
        .collect()
}

fn missing_materials(plan: &Plan, submission: &Submission) -> Vec<MissingItem> {
    let materials = plan.document.materials.iter();
    let missing = materials.filter(|material| submission.materials.get(&material.id) != Some(&true));
    missing
        .map(|material| MissingItem {
            id: material.id.clone(),
            blocks: match &material.categories {
                Some(categories) => categories.clone(),
                None => plan.categories.iter().map(|category| category.id.clone()).collect(),
            },
        })
        .collect()
}

fn missing_figures(
    plan: &Plan,
    submission: &Submission,
    facts: &Facts,
    requirements: &[RequirementResult],
    categories: &[CategoryResult],
) -> Vec<MissingFigure> {
    let used: BTreeSet<Input> = used_inputs(plan);
    let mut figures: Vec<(usize, MissingFigure)> = Vec::new();
    let open_points = OpenPoints::new(plan, categories);
    let open: BTreeSet<usize> = facts.open(&used).map(Input::figure).collect();
    for figure in open.into_iter().filter(|figure| *figure < plan.document.figures.len()) {
        let id = input_name(plan, figure);
        let decided: Vec<_> = requirements
            .iter()
            .filter(|r| {
                r.effect == Effect::Binding && r.status == Status::Undetermined && r.decided_by.contains(&id)
            })
            .collect();
        let by_category = open_points.of(figure);
        let blocks = categories.iter().enumerate().filter(|(at, category)| {
            let decides = decided.iter().any(|requirement| requirement.applies_to.contains(&category.id));
            let scores = by_category.get(*at).is_some_and(|open| !open.is_zero());
            category.fit == Fit::Undetermined && (decides || scores)
        });
        let blocks = blocks.map(|(_, category)| category.id.clone()).collect();
        let most = by_category.iter().max().cloned().unwrap_or_else(Exact::zero);
        let missing = MissingFigure {
            blocks,
            decides: decided.iter().map(|requirement| requirement.id.clone()).collect(),
            open: most.to_decimal().unwrap_or(Decimal::ZERO),
            state: state(submission, facts, figure, &id),
            id,
        };
        figures.push((figure, missing));
    }
    // What the city does not collect comes last; then decisions before points, points before the order of the form.
    figures.sort_by(|(a_at, a), (b_at, b)| {
        let not_collected = |figure: &MissingFigure| figure.state == MissingState::NotCollected;
        let by_state = not_collected(a).cmp(&not_collected(b));
        let by_decisions = b.decides.len().cmp(&a.decides.len());
        by_state.then(by_decisions).then(b.open.cmp(&a.open)).then(a_at.cmp(b_at))
    });
    figures.into_iter().map(|(_, figure)| figure).collect()
}

fn state(submission: &Submission, facts: &Facts, figure: usize, id: &str) -> MissingState {
    let given = submission.figures.get(id).map(|entry| &entry.given);
    match given {
        Some(Given::NotCollected) => MissingState::NotCollected,
        Some(Given::Between(..)) if facts.is_open(Input::Now(figure)) => MissingState::Estimate,
        _ if facts.is_open(Input::Now(figure)) => MissingState::Unknown,
        _ => MissingState::LastYear,
    }
}

/// Everything of the submission that any requirement, indicator, route or warning reads.
fn used_inputs(plan: &Plan) -> BTreeSet<Input> {
    let conditions = plan.requirements.iter().map(|requirement| &requirement.condition).chain(&plan.routes);
    let mut used = BTreeSet::new();
    for condition in conditions {
        let mut reads = crate::language::Reads::default();
        condition.reads(&mut reads);
        used.extend(reads.inputs.iter().copied());
        let derived = reads.derived.iter().filter_map(|at| plan.derived.get(*at));
        used.extend(derived.flat_map(|derived| derived.inputs.iter().copied()));
    }
    used.extend(plan.indicators().flat_map(|indicator| indicator.inputs.iter().copied()));
    used
}

/// The points that are open in the indicators that read a figure, by figure and category.
struct OpenPoints(BTreeMap<usize, Vec<Exact>>);

impl OpenPoints {
    fn new(plan: &Plan, categories: &[CategoryResult]) -> Self {
        let mut open = Self(BTreeMap::new());
        for (at, category) in categories.iter().enumerate() {
            for (dimension, results) in plan.dimensions.iter().zip(&category.dimensions) {
                open.add(&dimension.indicators, &results.indicators, at, categories.len());
            }
        }
        open
    }

    fn add(
        &mut self,
        plans: &[IndicatorPlan],
        results: &[IndicatorResult],
        category: usize,
        categories: usize,
    ) {
        for (plan, result) in plans.iter().zip(results) {
            self.add(&plan.indicators, &result.indicators, category, categories);
            let width = Exact::from(result.score.high) - Exact::from(result.score.low);
            if plan.scoring.is_none() || width.is_zero() {
                continue;
            }
            let figures: BTreeSet<usize> = plan.inputs.iter().map(|input| input.figure()).collect();
            for figure in figures {
                let slots = self.0.entry(figure).or_insert_with(|| vec![Exact::zero(); categories]);
                if let Some(slot) = slots.get_mut(category) {
                    *slot = slot.clone() + width.clone();
                }
            }
        }
    }

    fn of(&self, figure: usize) -> Vec<Exact> {
        self.0.get(&figure).cloned().unwrap_or_default()
    }
}
