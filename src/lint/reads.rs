//! What rules read, for judging them while nothing is known.

use super::visit::{each_condition, each_formula, each_scored};
use crate::engine::relevance::Relevant;
use crate::engine::scoring::Selection;
use crate::language::{Condition, Formula, Input};
use crate::plan::{IndicatorPlan, Plan};
use crate::sorted::Set;

/// The inputs, items, derived figures and benchmarks that rules read.
pub(super) struct Reads<'a> {
    relevant: Relevant<'a>,
    /// Items of checklists that are asked for one by one: figure and item.
    items: Set<(usize, usize)>,
    /// Figures that formulas name themselves: a benchmark reads the year without naming it.
    named: Set<usize>,
    plan: &'a Plan,
}

impl<'a> Reads<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        Self { relevant: Relevant::new(plan, None), items: Set::new(), named: Set::new(), plan }
    }

    pub(super) fn condition(&mut self, condition: &Condition) {
        self.relevant.condition(condition);
        each_condition(condition, &mut |part| match part {
            Condition::Has { of, item } => {
                self.items.insert((*of, *item));
            }
            Condition::Compare(compare) => {
                self.named.extend(named(self.plan, &compare.left));
                self.named.extend(named(self.plan, &compare.right));
            }
            _ => {}
        });
    }

    pub(super) fn formula(&mut self, formula: &Formula) {
        self.relevant.formula(formula);
        self.named.extend(named(self.plan, formula));
    }

    pub(super) fn indicator(&mut self, indicator: &IndicatorPlan) {
        self.relevant.indicator(indicator, &Selection::All);
        if let Some(scoring) = &indicator.scoring {
            each_scored(scoring, &mut |formula| self.named.extend(named(self.plan, formula)));
        }
    }

    /// Whether a formula names a figure, or a name that is always there, itself.
    pub(super) fn names(&self, figure: usize) -> bool {
        self.named.contains(&figure)
    }

    /// Whether a figure, or one of the names that are always there, is read; last year's value of it included.
    pub(super) fn reads(&self, figure: usize) -> bool {
        let inputs = &self.relevant.inputs;
        inputs.contains(&Input::Now(figure)) || inputs.contains(&Input::Last(figure))
    }

    pub(super) fn items(&self) -> impl Iterator<Item = (usize, usize)> {
        self.items.iter().copied()
    }

    pub(super) fn derived(&self) -> &Set<usize> {
        &self.relevant.followed
    }

    pub(super) fn benchmarks(&self) -> &Set<usize> {
        &self.relevant.benchmarks
    }
}

/// The number figures that a formula names, derived figures written out.
fn named(plan: &Plan, formula: &Formula) -> Set<usize> {
    let mut found = Set::new();
    let mut waiting = vec![formula];
    let mut followed = Set::new();
    while let Some(formula) = waiting.pop() {
        each_formula(formula, &mut |part| match part {
            Formula::Figure(figure) => {
                found.insert(*figure);
            }
            Formula::Derived(derived) if followed.insert(*derived) => {
                waiting.extend(plan.derived.get(*derived).map(|derived| &derived.formula));
            }
            _ => {}
        });
    }
    found
}
