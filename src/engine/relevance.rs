//! What a rule reads: as things stand, of a choice that is made only the chosen way, of fields only those that count; or
//! whatever may be entered.

use super::joint::Contribution;
use super::scoring::Selection;
use crate::language::{Condition, Formula, Input};
use crate::plan::{IndicatorPlan, Plan, Scoring, Weights};
use crate::sorted::Set;
use crate::values::{Fact, Facts};

/// Collects what rules read, derived figures followed.
pub(crate) struct Relevant<'a> {
    plan: &'a Plan,
    /// How things stand; without it, every way is followed.
    facts: Option<&'a Facts>,
    pub(crate) inputs: Set<Input>,
    /// The derived figures already followed: one that is named often is followed once.
    pub(crate) followed: Set<usize>,
    pub(crate) benchmarks: Set<usize>,
}

impl<'a> Relevant<'a> {
    pub(crate) fn new(plan: &'a Plan, facts: Option<&'a Facts>) -> Self {
        let (inputs, followed, benchmarks) = (Set::new(), Set::new(), Set::new());
        Self { plan, facts, inputs, followed, benchmarks }
    }

    /// What a condition reads.
    pub(super) fn of_condition(plan: &'a Plan, facts: &'a Facts, condition: &Condition) -> Set<Input> {
        let mut relevant = Self::new(plan, Some(facts));
        relevant.condition(condition);
        relevant.inputs
    }

    /// What a formula reads.
    pub(super) fn of_formula(plan: &'a Plan, facts: &'a Facts, formula: &Formula) -> Set<Input> {
        let mut relevant = Self::new(plan, Some(facts));
        relevant.formula(formula);
        relevant.inputs
    }

    /// What an indicator's score reads while the fields of `selection` count; the indicators below it not included.
    pub(super) fn of_indicator(
        plan: &'a Plan,
        facts: &'a Facts,
        indicator: &IndicatorPlan,
        selection: &Selection,
    ) -> Set<Input> {
        let mut relevant = Self::new(plan, Some(facts));
        relevant.indicator(indicator, selection);
        relevant.inputs
    }

    /// What an indicator's share reads, its weight not included; without facts whatever it may ever read.
    pub(super) fn of_score(
        plan: &'a Plan,
        facts: Option<&'a Facts>,
        indicator: &IndicatorPlan,
        selection: &Selection,
    ) -> Set<Input> {
        let mut relevant = Self::new(plan, facts);
        if let Some(scoring) = &indicator.scoring {
            relevant.scoring(scoring, selection);
        }
        relevant.inputs
    }

    /// What a condition may ever read; the year, where it uses a benchmark.
    pub(super) fn ever_of_condition(plan: &'a Plan, condition: &Condition) -> Set<Input> {
        let mut relevant = Self::new(plan, None);
        relevant.condition(condition);
        relevant.inputs
    }

    /// What an indicator's score may ever read.
    pub(super) fn ever_of_scoring(plan: &'a Plan, scoring: &Scoring) -> Set<Input> {
        let mut relevant = Self::new(plan, None);
        relevant.scoring(scoring, &Selection::All);
        relevant.inputs
    }

    pub(crate) fn indicator(&mut self, indicator: &IndicatorPlan, selection: &Selection) {
        if let Some(scoring) = &indicator.scoring {
            self.scoring(scoring, selection);
        }
        self.weights(indicator.max.as_ref());
        self.weights(indicator.rest.as_ref());
    }

    /// Weights read the choice that switches them.
    fn weights(&mut self, weights: Option<&Weights>) {
        if let Some(choice) = self.plan.weights_by.filter(|_| weights.is_some_and(Weights::varies)) {
            self.inputs.insert(Input::Now(choice));
        }
    }

    /// What goes into a sum of points, the indicators below it included.
    pub(super) fn contribution(&mut self, contribution: &Contribution<'_>, selection: &Selection) {
        contribution.indicators().iter().for_each(|indicator| self.with_those_below(indicator, selection));
        if let Some(choice) = self.plan.weights_by.filter(|_| contribution.varies()) {
            self.inputs.insert(Input::Now(choice));
        }
    }

    fn with_those_below(&mut self, indicator: &IndicatorPlan, selection: &Selection) {
        self.indicator(indicator, selection);
        indicator.indicators.iter().for_each(|below| self.with_those_below(below, selection));
    }

    pub(crate) fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Constant(_) => {}
            Condition::Compare(compare) => {
                self.formula(&compare.left);
                self.formula(&compare.right);
            }
            Condition::YesNo(of) | Condition::Is { of, .. } | Condition::Has { of, .. } => {
                self.inputs.insert(Input::Now(*of));
            }
            Condition::Not(of) => self.condition(of),
            Condition::AtLeast(_, parts) => parts.iter().for_each(|part| self.condition(part)),
        }
    }

    fn scoring(&mut self, scoring: &Scoring, selection: &Selection) {
        match scoring {
            Scoring::Bands { of, .. } | Scoring::Line { of, .. } => self.formula(of),
            Scoring::Options { of, .. } | Scoring::Items { of, .. } => {
                self.inputs.insert(Input::Now(*of));
            }
            Scoring::BestOf(parts) => parts.iter().for_each(|part| self.scoring(part, selection)),
            Scoring::SumOf(parts) => parts.iter().for_each(|(_, part)| self.scoring(part, selection)),
            Scoring::ByField(parts) => {
                for (field, part) in parts.iter().enumerate() {
                    let counts = match selection {
                        Selection::All => true,
                        Selection::Best(fields) => fields.contains(&field),
                    };
                    if counts {
                        self.scoring(part, selection);
                    }
                }
            }
        }
    }

    pub(crate) fn formula(&mut self, formula: &Formula) {
        match formula {
            Formula::Constant(_) => {}
            Formula::Benchmark(benchmark) => {
                self.benchmarks.insert(*benchmark);
                // The year chooses a benchmark's value; it is not a figure that could be missing.
                if self.facts.is_none() {
                    self.inputs.insert(Input::Now(self.plan.year_input()));
                }
            }
            Formula::Figure(figure) | Formula::Count(figure) => {
                self.inputs.insert(Input::Now(*figure));
            }
            Formula::Last(figure) => {
                self.inputs.insert(Input::Last(*figure));
            }
            Formula::Derived(derived) => {
                let plan = self.plan;
                if self.followed.insert(*derived)
                    && let Some(derived) = plan.derived.get(*derived)
                {
                    self.formula(&derived.formula);
                }
            }
            Formula::Negate(of) => self.formula(of),
            Formula::Add(left, right)
            | Formula::Subtract(left, right)
            | Formula::Multiply(left, right)
            | Formula::Divide(left, right) => {
                self.formula(left);
                self.formula(right);
            }
            Formula::Min(parts) | Formula::Max(parts) => parts.iter().for_each(|part| self.formula(part)),
            Formula::Choose { of, branches } => {
                self.inputs.insert(Input::Now(*of));
                match self.facts.and_then(|facts| facts.fact(*of)) {
                    Some(Fact::Choice(Some(chosen))) => {
                        branches.iter().skip(*chosen).take(1).for_each(|b| self.formula(b))
                    }
                    _ => branches.iter().for_each(|branch| self.formula(branch)),
                }
            }
        }
    }
}
