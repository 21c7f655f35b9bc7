//! Materials: which the application needs, and whether they are ready.

use crate::model::{MaterialResult, MaterialState, Submission};
use crate::plan::Plan;
use crate::values::{Facts, Truth};

/// Every material, in the rulebook's order.
pub(super) fn results(plan: &Plan, submission: &Submission, facts: &Facts) -> Vec<MaterialResult> {
    let materials = plan.document.materials.iter().zip(&plan.materials);
    let results = materials.map(|(material, when)| {
        let needed = when.as_ref().map_or(Truth::True, |when| facts.truth(when, Some(false)));
        let ready = submission.materials.get(&material.id) == Some(&true);
        let state = match (needed, ready) {
            (Truth::False, _) => MaterialState::NotNeeded,
            (_, true) => MaterialState::Ready,
            (Truth::True, false) => MaterialState::Missing,
            (Truth::Unknown, false) => MaterialState::MayBeNeeded,
        };
        MaterialResult { id: material.id.clone(), state }
    });
    results.collect()
}
