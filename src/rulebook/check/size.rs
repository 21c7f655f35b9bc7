//! How large exact values can grow: bounded at load, so that an assessment ends soon whatever is entered.

use super::indicators::places;
use crate::language::{Condition, Formula};
use crate::model::{FaultCode, Faults, Place, Rulebook, Subject};
use crate::plan::{DerivedPlan, Plan, Scoring};

/// The most digits that the exact value of a formula may need.
const MAX_DIGITS: usize = 4000;

/// The most digits that the exact values of all formulas may need together.
const MAX_DIGITS_IN_ALL: usize = 1_000_000;

/// The most parts of all formulas together, their derived figures written out: each may be looked at on its own.
const MAX_PARTS_IN_ALL: usize = 50_000;

/// A bound for the digits of every derived figure's exact value, in their order; a chain of products would grow without end.
pub(super) fn derived(
    document: &Rulebook,
    plans: &[DerivedPlan],
    order: &[usize],
    faults: &mut Faults,
) -> Option<()> {
    let mut known = vec![0; plans.len()];
    for &index in order {
        let size = plans.get(index).map_or(0, |derived| digits(&derived.formula, &known));
        if size > MAX_DIGITS {
            let id = document.derived.get(index).map_or("", |derived| derived.id.as_str());
            let place = Place::item("derived", index, Subject::Derived, id).at("formula");
            faults.add(FaultCode::TooComplex, &place, id, &[]);
            return None;
        }
        if let Some(slot) = known.get_mut(index) {
            *slot = size;
        }
    }
    Some(())
}

/// Reports the formulas of all other rules that need too many digits, and a rulebook that needs too many in all.
pub(super) fn check(plan: &Plan, faults: &mut Faults) {
    let mut known = vec![0; plan.derived.len()];
    for &index in &plan.order {
        let size = plan.derived.get(index).map_or(0, |derived| digits(&derived.formula, &known));
        if let Some(slot) = known.get_mut(index) {
            *slot = size;
        }
    }
    let mut parts = vec![0; plan.derived.len()];
    for &index in &plan.order {
        let count = plan.derived.get(index).map_or(0, |derived| parts_of(&derived.formula, &parts));
        if let Some(slot) = parts.get_mut(index) {
            *slot = count;
        }
    }
    let sums = (known.iter().sum(), parts.iter().fold(0, |sum: usize, count| sum.saturating_add(*count)));
    let mut measure = Measure { known: &known, parts: &parts, sum: sums.0, parts_sum: sums.1, faults };
    let document = &plan.document;
    for (index, (condition, rule)) in plan.requirements.iter().zip(&document.requirements).enumerate() {
        let place = Place::item("requirements", index, Subject::Requirement, &rule.id).at("condition");
        measure.condition(&condition.condition, &rule.id, &place);
    }
    for (index, (condition, rule)) in plan.routes.iter().zip(&document.routes).enumerate() {
        let place = Place::item("routes", index, Subject::Route, &rule.id).at("when");
        measure.condition(condition, &rule.id, &place);
    }
    for (index, (condition, rule)) in plan.warnings.iter().zip(&document.warnings).enumerate() {
        let place = Place::item("warnings", index, Subject::Warning, &rule.id).at("when");
        measure.condition(condition, &rule.id, &place);
    }
    for (indicator, place) in plan.indicators().zip(places(document)) {
        if let Some(scoring) = &indicator.scoring {
            measure.scoring(scoring, &indicator.id, &place.at("score"));
        }
    }
    if measure.sum > MAX_DIGITS_IN_ALL || measure.parts_sum > MAX_PARTS_IN_ALL {
        faults.add(FaultCode::TooComplex, &Place::document(), &document.id, &[]);
    }
}

struct Measure<'a> {
    known: &'a [usize],
    parts: &'a [usize],
    sum: usize,
    parts_sum: usize,
    faults: &'a mut Faults,
}

impl Measure<'_> {
    fn formula(&mut self, formula: &Formula, id: &str, place: &Place) {
        let size = digits(formula, self.known);
        self.sum = self.sum.saturating_add(size);
        self.parts_sum = self.parts_sum.saturating_add(parts_of(formula, self.parts));
        if size > MAX_DIGITS {
            self.faults.add(FaultCode::TooComplex, place, id, &[]);
        }
    }

    fn condition(&mut self, condition: &Condition, id: &str, place: &Place) {
        match condition {
            Condition::Compare(compare) => {
                self.formula(&compare.left, id, place);
                self.formula(&compare.right, id, place);
            }
            Condition::Not(of) => self.condition(of, id, place),
            Condition::AtLeast(_, parts) => parts.iter().for_each(|part| self.condition(part, id, place)),
            Condition::Constant(_) | Condition::YesNo(_) | Condition::Is { .. } | Condition::Has { .. } => {}
        }
    }

    fn scoring(&mut self, scoring: &Scoring, id: &str, place: &Place) {
        match scoring {
            Scoring::Bands { of, .. } | Scoring::Line { of, .. } => self.formula(of, id, place),
            Scoring::Options { .. } | Scoring::Items { .. } => {}
            Scoring::BestOf(parts) | Scoring::ByField(parts) => {
                parts.iter().for_each(|part| self.scoring(part, id, place));
            }
            Scoring::SumOf(parts) => parts.iter().for_each(|(_, part)| self.scoring(part, id, place)),
        }
    }
}

/// A bound for the digits of numerator and denominator of a formula's exact value.
fn digits(formula: &Formula, derived: &[usize]) -> usize {
    // A decimal has at most 28 digits, a unit's factor as many, and each of them two parts.
    const LEAF: usize = 60;
    let most = |parts: &[Formula]| parts.iter().map(|part| digits(part, derived)).max().unwrap_or(0);
    match formula {
        Formula::Derived(index) => derived.get(*index).copied().unwrap_or(0),
        Formula::Negate(of) => digits(of, derived),
        Formula::Add(left, right)
        | Formula::Subtract(left, right)
        | Formula::Multiply(left, right)
        | Formula::Divide(left, right) => digits(left, derived).saturating_add(digits(right, derived)),
        Formula::Min(parts) | Formula::Max(parts) | Formula::Choose { branches: parts, .. } => most(parts),
        Formula::Constant(_)
        | Formula::Figure(_)
        | Formula::Last(_)
        | Formula::Benchmark(_)
        | Formula::Count(_) => LEAF,
    }
}

/// How many parts a formula has, its derived figures written out.
fn parts_of(formula: &Formula, derived: &[usize]) -> usize {
    let sum = |parts: &[Formula]| {
        parts.iter().fold(1, |sum: usize, part| sum.saturating_add(parts_of(part, derived)))
    };
    match formula {
        Formula::Derived(index) => derived.get(*index).copied().unwrap_or(0).saturating_add(1),
        Formula::Negate(of) => parts_of(of, derived).saturating_add(1),
        Formula::Add(left, right)
        | Formula::Subtract(left, right)
        | Formula::Multiply(left, right)
        | Formula::Divide(left, right) => {
            parts_of(left, derived).saturating_add(parts_of(right, derived)).saturating_add(1)
        }
        Formula::Min(parts) | Formula::Max(parts) | Formula::Choose { branches: parts, .. } => sum(parts),
        Formula::Constant(_)
        | Formula::Figure(_)
        | Formula::Last(_)
        | Formula::Benchmark(_)
        | Formula::Count(_) => 1,
    }
}
