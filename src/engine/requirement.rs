//! Requirements: met, not met or undetermined, by which figures, and how far from being met.

use super::relevance::Relevant;
use crate::language::{Compare, Comparison, Condition, Input};
use crate::model::{Exact, Gap, RequirementResult};
use crate::plan::{Plan, RequirementPlan};
use crate::sorted::Set;
use crate::sorting::gathered;
use crate::values::{Facts, Truth};

/// The most decimal places in which a difference is told.
const MAX_PLACES: u32 = 12;

/// The decimal places in which a value is told, unless more are needed to tell it from the value needed.
const USUAL_PLACES: u32 = 2;

pub(super) fn truth(requirement: &RequirementPlan, facts: &Facts) -> Truth {
    facts.truth(&requirement.condition, requirement.when_undefined)
}

/// What comes of a requirement, by its place.
pub(super) fn result(plan: &Plan, at: usize, facts: &Facts) -> Option<RequirementResult> {
    let (requirement, document) = (plan.requirements.get(at)?, plan.document.requirements.get(at)?);
    let truth = truth(requirement, facts);
    let mut deciding = Vec::new();
    facts.deciding(&requirement.condition, requirement.when_undefined, &mut deciding);
    let applies_to = requirement.categories.iter().filter_map(|at| plan.categories.get(*at));
    Some(RequirementResult {
        id: document.id.clone(),
        status: truth.into(),
        basis: document.standing.basis,
        effect: document.effect,
        applies_to: applies_to.map(|category| category.id.clone()).collect(),
        decided_by: decided_by(plan, facts, truth, &deciding),
        gaps: if truth == Truth::False { gaps(facts, &deciding) } else { Vec::new() },
    })
}

/// The figures that make the condition what it is; of an undecided one, those that are not known.
fn decided_by(plan: &Plan, facts: &Facts, truth: Truth, deciding: &[(&Condition, Truth)]) -> Vec<String> {
    let inputs = deciding.iter().flat_map(|(condition, _)| Relevant::of_condition(plan, facts, condition));
    let inputs = inputs.filter(|input| truth != Truth::Unknown || facts.is_open(*input));
    let figures: Set<usize> = gathered(inputs.map(Input::figure));
    figures.into_iter().map(|at| input_name(plan, at)).collect()
}

/// The id of an input: a figure, or one of the names that are always there.
pub(super) fn input_name(plan: &Plan, input: usize) -> String {
    match plan.document.figures.get(input) {
        Some(figure) => figure.id.clone(),
        None if input == plan.category_input() => "category".to_owned(),
        None if input == plan.year_input() => "year".to_owned(),
        None => "fields".to_owned(),
    }
}

fn gaps(facts: &Facts, deciding: &[(&Condition, Truth)]) -> Vec<Gap> {
    let failing = deciding.iter().filter(|(_, truth)| *truth == Truth::False);
    failing
        .filter_map(|(condition, _)| match condition {
            Condition::Compare(compare) => gap(facts, compare),
            _ => None,
        })
        .collect()
}

/// The difference of a comparison that fails, where both sides are known.
pub(super) fn gap(facts: &Facts, compare: &Compare) -> Option<Gap> {
    if matches!(compare.comparison, Comparison::Equal | Comparison::NotEqual) {
        return None;
    }
    let (left, right) = (facts.number(&compare.left), facts.number(&compare.right));
    let (symbol, factor) = &compare.unit;
    let (have, need) = (left.single()?.over(factor)?, right.single()?.over(factor)?);
    let difference = need.clone() - have.clone();
    let short = if difference.is_negative() { -difference } else { difference };
    // Enough places that the value told does not seem to satisfy what it fails.
    let told_apart =
        |places: &u32| have.to_text(*places) != need.to_text(*places) && short.to_text(*places) != "0";
    let exact =
        |value: &Exact| value.to_decimal().map_or(USUAL_PLACES, |decimal| decimal.places().min(MAX_PLACES));
    let usual = exact(&need).max(USUAL_PLACES);
    let places = (usual..=MAX_PLACES).find(told_apart).unwrap_or(MAX_PLACES);
    Some(Gap {
        of: compare.text.clone(),
        comparison: compare.comparison.text().to_owned(),
        need: need.to_text(places),
        have: have.to_text(places),
        short: short.to_text(places),
        unit: symbol.clone(),
    })
}
