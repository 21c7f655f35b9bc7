//! What is missing, each thing once, what decides most first.

use super::category::selection;
use super::open_pieces::OpenPieces;
use super::relevance::Relevant;
use super::shares::ShareTable;
use crate::language::Input;
use crate::model::{
    CategoryResult, Decimal, Effect, Exact, Fit, Given, MaterialResult, MaterialState, Missing,
    MissingFigure, MissingItem, MissingState, RequirementResult, Status, Submission,
};
use crate::plan::Plan;
use crate::sorted::{Map, Set};
use crate::sorting;
use crate::values::{Facts, Truth};

/// What is known, and the shares that it gives.
type Known<'a> = (&'a Facts, &'a ShareTable);

pub(super) fn missing(
    plan: &Plan,
    submission: &Submission,
    known: Known<'_>,
    requirements: &[RequirementResult],
    categories: &[CategoryResult],
    materials: &[MaterialResult],
) -> Missing {
    Missing {
        requirements: missing_requirements(requirements),
        figures: missing_figures(plan, submission, known, requirements, categories),
        materials: missing_materials(plan, materials),
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

fn missing_materials(plan: &Plan, materials: &[MaterialResult]) -> Vec<MissingItem> {
    let missing = plan.document.materials.iter().zip(materials).filter(|(_, result)| match result.state {
        MaterialState::Missing | MaterialState::MayBeNeeded => true,
        MaterialState::Ready | MaterialState::NotNeeded => false,
    });
    missing
        .map(|(material, _)| MissingItem {
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
    known: Known<'_>,
    requirements: &[RequirementResult],
    categories: &[CategoryResult],
) -> Vec<MissingFigure> {
    let facts = known.0;
    let open_points = OpenByFigure::new(plan, known, categories);
    let named =
        submission.category.as_ref().and_then(|id| categories.iter().position(|category| category.id == *id));
    let mut figures: Vec<(MissingFigure, Exact)> = Vec::new();
    for (at, document) in plan.document.figures.iter().enumerate() {
        let id = &document.id;
        let undecided =
            || requirements.iter().filter(|r| r.status == Status::Undetermined && r.decided_by.contains(id));
        let decided: Vec<_> =
            undecided().filter(|requirement| requirement.effect == Effect::Binding).collect();
        let by_category = open_points.of(at);
        let blocks = categories.iter().zip(&by_category).filter(|(category, points)| {
            let decides = decided.iter().any(|requirement| requirement.applies_to.contains(&category.id));
            category.fit == Fit::Undetermined && (decides || !points.open.is_zero())
        });
        let blocks: Vec<_> = blocks.map(|(category, _)| category.id.clone()).collect();
        let most = by_category.iter().max().cloned().unwrap_or_default();
        // What decides nothing and moves no points is not missing: the way of a method that was not chosen, for one.
        if undecided().next().is_none() && most.open.is_zero() && !way_needs(plan, facts, at) {
            continue;
        }
        let points = named.and_then(|named| by_category.get(named).cloned()).unwrap_or(most);
        let rounding = &plan.document.rounding;
        let figure = MissingFigure {
            blocks,
            decides: decided.iter().map(|requirement| requirement.id.clone()).collect(),
            open: points.open.to_decimal().unwrap_or(Decimal::ZERO),
            worth: points.worth.rounded(rounding.indicator, rounding.mode).unwrap_or(Decimal::ZERO),
            state: state(submission, facts, at, id),
            id: id.clone(),
        };
        figures.push((figure, points.worth));
    }
    // What the city does not collect comes last; then decisions before points, points before the order of the form.
    sorting::sort_by(&mut figures, |(a, a_worth), (b, b_worth)| {
        let not_collected = |figure: &MissingFigure| figure.state == MissingState::NotCollected;
        let by_state = not_collected(a).cmp(&not_collected(b));
        let by_decisions = b.decides.len().cmp(&a.decides.len());
        by_state.then(by_decisions).then_with(|| b_worth.cmp(a_worth))
    });
    figures.into_iter().map(|(figure, _)| figure).collect()
}

/// Whether the route, or whether a material is needed, is undecided as long as a figure is unknown.
fn way_needs(plan: &Plan, facts: &Facts, figure: usize) -> bool {
    let conditions = plan.routes.iter().chain(plan.materials.iter().flatten());
    let undecided = conditions.filter(|condition| facts.truth(condition, Some(false)) == Truth::Unknown);
    let mut inputs = undecided.flat_map(|condition| Relevant::of_condition(plan, facts, condition));
    inputs.any(|input| input.figure() == figure && facts.is_open(input))
}

pub(super) fn state(submission: &Submission, facts: &Facts, figure: usize, id: &str) -> MissingState {
    let given = submission.figures.get(id).map(|entry| &entry.given);
    match given {
        Some(Given::NotCollected) => MissingState::NotCollected,
        Some(Given::Between(..)) if facts.is_open(Input::Now(figure)) => MissingState::Estimate,
        _ if facts.is_open(Input::Now(figure)) => MissingState::Unknown,
        _ => MissingState::LastYear,
    }
}

/// Points that are open as long as a figure is unknown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct OpenPoints {
    /// Those of all indicators that read it.
    open: Exact,
    /// Its part of them.
    worth: Exact,
}

impl Default for OpenPoints {
    fn default() -> Self {
        Self { open: Exact::zero(), worth: Exact::zero() }
    }
}

/// The open points by figure and category.
struct OpenByFigure {
    by_figure: Map<usize, Vec<OpenPoints>>,
    categories: usize,
}

impl OpenByFigure {
    fn new(plan: &Plan, (facts, shares): Known<'_>, categories: &[CategoryResult]) -> Self {
        let mut open = Self { by_figure: Map::new(), categories: categories.len() };
        for (at, category) in categories.iter().enumerate() {
            let selection = selection(plan, facts, at);
            let mut points = OpenPieces::new(plan, facts, shares, (at, &selection));
            for (dimension, results) in plan.dimensions.iter().zip(&category.dimensions) {
                points.add(&dimension.indicators, &results.indicators, dimension.rest.as_ref());
            }
            for piece in points.found {
                let mut inputs = Relevant::of_indicator(plan, facts, piece.indicator, &selection);
                inputs.extend(plan.weights_by.filter(|_| piece.varies).map(Input::Now));
                let open_inputs = inputs.into_iter().filter(|input| facts.is_open(*input));
                let figures: Set<usize> = sorting::gathered(open_inputs.map(Input::figure));
                let parts = Exact::from(figures.len()) * Exact::from(piece.sharers);
                let part = piece.width.over(&parts).unwrap_or_else(Exact::zero);
                figures.into_iter().for_each(|figure| open.add(figure, at, &piece.width, &part));
            }
        }
        open
    }

    fn add(&mut self, figure: usize, category: usize, width: &Exact, part: &Exact) {
        let categories = self.categories;
        self.by_figure.change(figure, |slots| {
            slots.resize(categories, OpenPoints::default());
            if let Some(slot) = slots.get_mut(category) {
                slot.open = slot.open.clone() + width.clone();
                slot.worth = slot.worth.clone() + part.clone();
            }
        });
    }

    fn of(&self, figure: usize) -> Vec<OpenPoints> {
        let none = || vec![OpenPoints::default(); self.categories];
        self.by_figure.get(&figure).cloned().unwrap_or_else(none)
    }
}
