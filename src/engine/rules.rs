//! What is concluded rule by rule, and which rules a changed input concerns.

use super::relevance::Relevant;
use super::shares::ShareTable;
use super::{requirement, warnings};
use crate::language::Input;
use crate::model::{RequirementResult, WarningResult};
use crate::plan::Plan;
use crate::sorted::Set;
use crate::values::Facts;

/// What is concluded from each rule alone; sums and judgements are made from it.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    pub(super) shares: ShareTable,
    pub(super) requirements: Vec<RequirementResult>,
    /// The rulebook's warnings, `None` where one is not given.
    pub(super) warnings: Vec<Option<WarningResult>>,
}

impl Rules {
    /// Every rule.
    pub(super) fn new(plan: &Plan, facts: &Facts) -> Self {
        Self {
            shares: ShareTable::new(plan, facts),
            requirements: (0..plan.requirements.len())
                .filter_map(|at| requirement::result(plan, at, facts))
                .collect(),
            warnings: (0..plan.warnings.len()).map(|at| warnings::of_rule(plan, at, facts)).collect(),
        }
    }

    /// The rules that read one of the changed inputs concluded again, the others kept.
    pub(super) fn renewed(
        &self,
        plan: &Plan,
        facts: &Facts,
        readers: &Readers,
        changed: &Set<Input>,
    ) -> Self {
        let stale = |reads: Option<&Set<Input>>| reads.is_none_or(|reads| !reads.is_disjoint(changed));
        let requirements = self.requirements.iter().enumerate().filter_map(|(at, known)| {
            if stale(readers.requirements.get(at)) {
                requirement::result(plan, at, facts)
            } else {
                Some(known.clone())
            }
        });
        let warnings = self.warnings.iter().enumerate().map(|(at, known)| {
            if stale(readers.warnings.get(at)) { warnings::of_rule(plan, at, facts) } else { known.clone() }
        });
        Self {
            shares: self.shares.renewed(plan, facts, |at| stale(readers.indicators.get(at))),
            requirements: requirements.collect(),
            warnings: warnings.collect(),
        }
    }
}

/// What every rule may ever read.
#[derive(Debug, Clone)]
pub(super) struct Readers {
    /// By the indicators' places.
    indicators: Vec<Set<Input>>,
    requirements: Vec<Set<Input>>,
    warnings: Vec<Set<Input>>,
}

impl Readers {
    pub(super) fn new(plan: &Plan) -> Self {
        let indicators = plan.indicators().map(|indicator| {
            let scoring = indicator.scoring.as_ref();
            scoring.map(|scoring| Relevant::ever_of_scoring(plan, scoring)).unwrap_or_default()
        });
        let requirements = plan.requirements.iter().map(|requirement| &requirement.condition);
        Self {
            indicators: indicators.collect(),
            requirements: requirements.map(|c| Relevant::ever_of_condition(plan, c)).collect(),
            warnings: plan.warnings.iter().map(|c| Relevant::ever_of_condition(plan, c)).collect(),
        }
    }
}
