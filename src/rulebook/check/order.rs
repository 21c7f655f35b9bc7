//! In which order derived figures are computed.

use crate::language::Formula;
use crate::model::{FaultCode, Faults, Place, Rulebook, Subject};
use crate::plan::DerivedPlan;
use crate::sorted::Set;

/// The longest chain of derived figures that refer to one another.
const MAX_CHAIN: usize = 32;

/// An order in which each derived figure comes after those it refers to.
pub(super) fn order(document: &Rulebook, derived: &[DerivedPlan], faults: &mut Faults) -> Option<Vec<usize>> {
    let mut waiting: Vec<(usize, Set<usize>)> =
        derived.iter().map(|derived| direct(&derived.formula)).enumerate().collect();
    let mut order = Vec::new();
    let mut rounds = 0_usize;
    while !waiting.is_empty() {
        let (ready, still): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|(_, needs)| needs.iter().all(|need| order.contains(need)));
        rounds = rounds.saturating_add(1);
        let names = |list: &[(usize, Set<usize>)]| {
            let ids = list
                .iter()
                .filter_map(|(index, _)| document.derived.get(*index))
                .map(|derived| derived.id.as_str());
            ids.collect::<Vec<_>>().join(", ")
        };
        let first = |list: &[(usize, Set<usize>)]| list.first().map_or(0, |(index, _)| *index);
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

fn direct(formula: &Formula) -> Set<usize> {
    let mut found = Set::new();
    formula.derived_named(&mut found);
    found
}
