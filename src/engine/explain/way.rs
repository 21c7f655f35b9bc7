//! What goes into a result: figures, benchmarks, and the derived figures in the order of computation.

use super::super::relevance::Relevant;
use super::telling::{Telling, named};
use crate::language::{Condition, Formula, Input, Written};
use crate::model::explanation::{StepTold, Way};
use crate::plan::Scoring;
use crate::sorting;

impl<'a> Telling<'a> {
    /// Collects what rules read, as things stand.
    pub(super) fn reads(&self) -> Relevant<'a> {
        Relevant::new(self.plan, Some(self.facts))
    }

    pub(super) fn way(&self, reads: &Relevant) -> Way {
        let order = self.plan.order.iter().filter(|at| reads.followed.contains(at));
        // Last year's value stands below this year's.
        let mut inputs: Vec<Input> = reads.inputs.iter().copied().collect();
        sorting::sort_by_key(&mut inputs, |input| (input.figure(), *input));
        Way {
            figures: inputs.into_iter().map(|input| self.input(input)).collect(),
            benchmarks: reads.benchmarks.iter().filter_map(|at| self.benchmark(*at)).collect(),
            steps: order.filter_map(|at| self.step(*at)).collect(),
        }
    }

    fn step(&self, at: usize) -> Option<StepTold> {
        let (document, derived) = (self.plan.document.derived.get(at)?, self.plan.derived.get(at)?);
        let written = Written::read(&document.formula)?;
        let undefined = self.undefined(&written, &derived.formula);
        Some(StepTold {
            named: named(&document.id, &document.label),
            formula: self.formulation(&written),
            choices: self.choices(&written, &derived.formula),
            when_undefined: document.when_undefined.clone().filter(|_| !undefined.is_empty()),
            undefined,
            value: self.value_of(&Formula::Derived(at))?,
            rule: self.rule(&document.standing),
        })
    }

    /// Marks what a score function holds values against.
    pub(super) fn mark_scoring(&mut self, scoring: &Scoring) {
        match scoring {
            Scoring::Bands { of, cuts, .. } => {
                self.marks.extend(cuts.iter().map(|cut| (of.clone(), cut.at.clone())));
            }
            Scoring::Line { of, points } => {
                self.marks.extend(points.iter().map(|(at, _)| (of.clone(), at.clone())));
            }
            Scoring::BestOf(parts) | Scoring::ByField(parts) => {
                parts.iter().for_each(|part| self.mark_scoring(part));
            }
            Scoring::SumOf(parts) => parts.iter().for_each(|(_, part)| self.mark_scoring(part)),
            Scoring::Options { .. } | Scoring::Items { .. } => {}
        }
    }

    /// Marks what a condition compares.
    pub(super) fn mark_condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Compare(compare) => {
                let (left, right) = (self.facts.number(&compare.left), self.facts.number(&compare.right));
                let sides = [(&compare.left, right), (&compare.right, left)];
                for (formula, other) in sides {
                    let ends = other.ends.into_iter().flat_map(|(low, high)| [low, high]);
                    let ends = ends.filter_map(|end| match end {
                        crate::values::Bound::Finite(value) => Some(value),
                        _ => None,
                    });
                    self.marks.extend(ends.map(|end| (formula.clone(), end)));
                }
            }
            Condition::Not(of) => self.mark_condition(of),
            Condition::AtLeast(_, parts) => parts.iter().for_each(|part| self.mark_condition(part)),
            _ => {}
        }
    }
}
