//! Requirements, warnings and conditions of materials that are always or never so, and those that ask the same twice.

use super::cases::{Case, cases};
use super::reads::Reads;
use crate::language::{Compare, Condition};
use crate::model::{Effect, FindingCode, Findings, Place, Subject};
use crate::plan::{Plan, RequirementPlan};
use crate::values::Truth;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    for (index, (requirement, document)) in
        plan.requirements.iter().zip(&plan.document.requirements).enumerate()
    {
        let place = Place::item("requirements", index, Subject::Requirement, &document.id).at("condition");
        let cases = of_condition(plan, &requirement.condition);
        // Without a value and a rule for it the outcome stays open: it is neither met nor not met.
        let when_undefined = |otherwise: bool| requirement.when_undefined.unwrap_or(otherwise);
        if never_holds(&cases, &requirement.condition, when_undefined(false)) {
            findings.add(FindingCode::NeverMet, &place, &document.condition, &[]);
        } else if always_holds(&cases, &requirement.condition, when_undefined(true)) {
            findings.add(FindingCode::NeverFails, &place, &document.condition, &[]);
        }
    }
    for (index, (condition, document)) in plan.warnings.iter().zip(&plan.document.warnings).enumerate() {
        let place = Place::item("warnings", index, Subject::Warning, &document.id).at("when");
        let cases = of_condition(plan, condition);
        if never_holds(&cases, condition, false) {
            findings.add(FindingCode::WarningNeverGiven, &place, &document.when, &[]);
        } else if always_holds(&cases, condition, false) {
            findings.add(FindingCode::WarningAlwaysGiven, &place, &document.when, &[]);
        }
    }
    for (index, (condition, document)) in plan.materials.iter().zip(&plan.document.materials).enumerate() {
        let (Some(condition), Some(when)) = (condition, &document.when) else { continue };
        let place = Place::item("materials", index, Subject::Material, &document.id).at("when");
        let cases = of_condition(plan, condition);
        if never_holds(&cases, condition, false) {
            findings.add(FindingCode::MaterialNeverNeeded, &place, when, &[]);
        } else if always_holds(&cases, condition, false) {
            findings.add(FindingCode::MaterialAlwaysNeeded, &place, when, &[]);
        }
    }
    repeated(plan, findings);
}

pub(super) fn of_condition(plan: &Plan, condition: &Condition) -> Vec<Case> {
    let mut reads = Reads::new(plan);
    reads.condition(condition);
    cases(plan, &reads)
}

/// Whether it holds in no case. A submission that names no category yet may still name one.
pub(super) fn never_holds(cases: &[Case], condition: &Condition, when_undefined: bool) -> bool {
    let mut named = cases.iter().filter(|case| !case.no_category);
    named.all(|case| case.facts.truth(condition, Some(when_undefined)) == Truth::False)
}

/// Whether it holds in every case, one in which no category is named included.
pub(super) fn always_holds(cases: &[Case], condition: &Condition, when_undefined: bool) -> bool {
    cases.iter().all(|case| case.facts.truth(condition, Some(when_undefined)) == Truth::True)
}

/// Requirements, and warnings, that ask what an earlier one asks.
fn repeated(plan: &Plan, findings: &mut Findings) {
    let documents = &plan.document.requirements;
    let requirements: Vec<_> = plan.requirements.iter().zip(documents).collect();
    for (index, (requirement, document)) in requirements.iter().enumerate() {
        let mut earlier = requirements.iter().take(index);
        let Some((_, other)) = earlier.find(|(other, _)| overlap(requirement, other)) else { continue };
        let (code, index, document, other) = match (document.effect, other.effect) {
            (Effect::Hint, Effect::Binding) => (FindingCode::HintRepeatsRequirement, index, document, other),
            (Effect::Binding, Effect::Hint) => {
                let at = documents.iter().position(|known| known.id == other.id).unwrap_or(index);
                (FindingCode::HintRepeatsRequirement, at, other, document)
            }
            _ => (FindingCode::SameCondition, index, document, other),
        };
        let place = Place::item("requirements", index, Subject::Requirement, &document.id).at("condition");
        findings.add(code, &place, &document.condition, &[("other", &other.id)]);
    }
    let warnings: Vec<_> = plan.warnings.iter().zip(&plan.document.warnings).collect();
    for (index, (condition, document)) in warnings.iter().enumerate() {
        let other = warnings.iter().take(index).find(|(other, _)| same(condition, other));
        if let Some((_, other)) = other {
            let place = Place::item("warnings", index, Subject::Warning, &document.id).at("when");
            findings.add(FindingCode::SameCondition, &place, &document.when, &[("other", &other.id)]);
        }
    }
}

/// Whether two requirements ask the same of a city that both apply to.
fn overlap(one: &RequirementPlan, other: &RequirementPlan) -> bool {
    let fields = match (&one.fields, &other.fields) {
        (Some(one), Some(other)) => one.iter().any(|field| other.contains(field)),
        _ => true,
    };
    fields
        && one.categories.iter().any(|category| other.categories.contains(category))
        && same(&one.condition, &other.condition)
}

/// Whether two conditions are the same, however they are spaced and in whatever unit their numbers are written.
fn same(one: &Condition, other: &Condition) -> bool {
    match (one, other) {
        (Condition::Compare(one), Condition::Compare(other)) => {
            let parts = |compare: &Compare| (compare.left.clone(), compare.comparison, compare.right.clone());
            parts(one) == parts(other)
        }
        (Condition::Not(one), Condition::Not(other)) => same(one, other),
        (Condition::AtLeast(least, one), Condition::AtLeast(other_least, other)) => {
            least == other_least
                && one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => one == other,
    }
}
