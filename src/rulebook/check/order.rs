//! In which order derived figures are computed, and how large their exact values can grow.

use std::collections::BTreeSet;

use crate::language::Formula;
use crate::model::{FaultCode, Faults, Place, Rulebook, Subject};
use crate::plan::DerivedPlan;

/// The most digits that the exact value of a formula may need.
const MAX_VALUE_DIGITS: usize = 4000;

/// Bounds the digits of every derived figure's exact value: a chain of products would grow without end.
pub(super) fn sizes(
    document: &Rulebook,
    derived: &[DerivedPlan],
    order: &[usize],
    faults: &mut Faults,
) -> Option<()> {
    let mut known = vec![0; derived.len()];
    for &index in order {
        let size = derived.get(index).map_or(0, |derived| digits(&derived.formula, &known));
        if size > MAX_VALUE_DIGITS {
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

/// The longest chain of derived figures that refer to one another.
const MAX_CHAIN: usize = 32;

/// An order in which each derived figure comes after those it refers to.
pub(super) fn order(document: &Rulebook, derived: &[DerivedPlan], faults: &mut Faults) -> Option<Vec<usize>> {
    let mut waiting: Vec<(usize, BTreeSet<usize>)> =
        derived.iter().map(|derived| direct(&derived.formula)).enumerate().collect();
    let mut order = Vec::new();
    let mut rounds = 0_usize;
    while !waiting.is_empty() {
        let (ready, still): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|(_, needs)| needs.iter().all(|need| order.contains(need)));
        rounds = rounds.saturating_add(1);
        let names = |list: &[(usize, BTreeSet<usize>)]| {
            let ids = list
                .iter()
                .filter_map(|(index, _)| document.derived.get(*index))
                .map(|derived| derived.id.as_str());
            ids.collect::<Vec<_>>().join(", ")
        };
        let first = |list: &[(usize, BTreeSet<usize>)]| list.first().map_or(0, |(index, _)| *index);
        if ready.is_empty() {
            let place = Place::item("derived", first(&still), Subject::Derived, &names(&still)).at("formula");
            faults.add(FaultCode::Cycle, &place, names(&still), &[]);
            return None;
        }
        if rounds > MAX_CHAIN {
            let place = Place::item("derived", first(&ready), Subject::Derived, &names(&ready)).at("formula");
            faults.add(FaultCode::TooComplex, &place, names(&ready), &[]);
            return None;
        }
        order.extend(ready.into_iter().map(|(index, _)| index));
        waiting = still;
    }
    Some(order)
}

fn direct(formula: &Formula) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    formula.derived_named(&mut found);
    found
}
