//! The shares of all indicators under every selection of fields that counts somewhere; computed once, and again only
//! where something they read changed.

use super::joint::{At, Proportions, whole};
use super::scoring::{Selection, Shares, depends_on_fields, share};
use crate::plan::{IndicatorPlan, Plan};
use crate::values::Facts;

/// The shares of all indicators, by their places.
#[derive(Debug, Clone)]
pub(super) struct ShareTable {
    /// The selections under which a share that depends on fields is needed.
    selections: Vec<Selection>,
    /// One share where it does not depend on fields, else one for each selection; none where an indicator groups others.
    shares: Vec<Vec<Shares>>,
}

impl ShareTable {
    /// All shares, computed afresh.
    pub(super) fn new(plan: &Plan, facts: &Facts) -> Self {
        Self { selections: Vec::new(), shares: Vec::new() }.renewed(plan, facts, |_| true)
    }

    /// The shares of the indicators that are stale computed again, the others kept.
    pub(super) fn renewed(&self, plan: &Plan, facts: &Facts, stale: impl Fn(usize) -> bool) -> Self {
        let selections = Selection::all_that_count(plan, facts);
        let others = selections != self.selections;
        let shares = plan.indicators().map(|indicator| {
            let Some(scoring) = &indicator.scoring else { return Vec::new() };
            let by_field = depends_on_fields(scoring);
            let again = stale(indicator.number) || (by_field && others);
            match self.shares.get(indicator.number) {
                Some(known) if !again => known.clone(),
                _ if by_field => {
                    selections.iter().map(|selection| share(indicator, facts, selection)).collect()
                }
                _ => vec![share(indicator, facts, &Selection::All)],
            }
        });
        let shares = shares.collect();
        Self { selections, shares }
    }

    /// The share of an indicator under a selection.
    pub(super) fn of(&self, indicator: &IndicatorPlan, selection: &Selection) -> Shares {
        let shares = self.shares.get(indicator.number);
        let found = shares.and_then(|shares| match shares.as_slice() {
            [one] => Some(one),
            _ => self.selections.iter().zip(shares).find(|(known, _)| *known == selection).map(|(_, s)| s),
        });
        // Every selection that counts is in the table; anything would be sound.
        found.cloned().unwrap_or_else(Shares::any)
    }

    /// The share of an indicator, of one that groups others included.
    pub(super) fn of_whole(&self, indicator: &IndicatorPlan, selection: &Selection, at: At) -> Shares {
        whole(indicator, at, Proportions::Any, &|indicator| self.of(indicator, selection))
    }
}
