//! What a formula uses that is not known.

use crate::language::Formula;
use crate::sorted::Map;
use crate::values::facts::{Facts, Unknown};

/// What a formula uses that is not known, its derived figures written out.
#[derive(Debug, Clone, Default)]
pub(in crate::values) struct Open {
    /// The numbers, with how often each is used; the uses within one derived figure count as one, since its own range
    /// has been found already.
    pub(super) unknowns: Map<Unknown, usize>,
    /// The choices that are not made, with the number of their options.
    pub(super) choices: Map<usize, usize>,
    /// How many parts the formula has.
    pub(super) parts: usize,
}

impl Open {
    /// What is open in a formula whose derived figures have been looked at.
    pub(in crate::values) fn of(facts: &Facts, formula: &Formula) -> Self {
        let mut open = Self::default();
        open.add(facts, formula);
        open
    }

    /// Whether a number is used more than once, or a choice is used at all: between what its options give lies nothing, so
    /// each is taken in turn.
    pub(in crate::values) fn repeats(&self) -> bool {
        self.unknowns.values().any(|count| *count > 1) || !self.choices.is_empty()
    }

    /// Whether both use the same number or choice.
    pub(in crate::values) fn shares(&self, other: &Self) -> bool {
        self.unknowns.keys().any(|unknown| other.unknowns.contains_key(unknown))
            || self.choices.keys().any(|choice| other.choices.contains_key(choice))
    }

    fn add(&mut self, facts: &Facts, formula: &Formula) {
        self.parts = self.parts.saturating_add(1);
        match formula {
            Formula::Constant(_) => {}
            Formula::Figure(_) | Formula::Last(_) | Formula::Benchmark(_) | Formula::Count(_) => {
                if let Some(unknown) = Unknown::of(formula)
                    && facts.of_unknown(unknown).single().is_none()
                {
                    self.use_once(unknown);
                }
            }
            Formula::Derived(derived) => {
                let Some(inner) = facts.open_in(*derived) else { return };
                self.parts = self.parts.saturating_add(inner.parts);
                inner.unknowns.keys().for_each(|unknown| self.use_once(*unknown));
                self.choices.extend(inner.choices.iter().map(|(choice, options)| (*choice, *options)));
            }
            Formula::Negate(of) => self.add(facts, of),
            Formula::Add(left, right)
            | Formula::Subtract(left, right)
            | Formula::Multiply(left, right)
            | Formula::Divide(left, right) => {
                self.add(facts, left);
                self.add(facts, right);
            }
            Formula::Min(parts) | Formula::Max(parts) => parts.iter().for_each(|part| self.add(facts, part)),
            Formula::Choose { of, branches } => match facts.chosen(*of) {
                Some(chosen) => {
                    branches.iter().skip(chosen).take(1).for_each(|branch| self.add(facts, branch))
                }
                None => {
                    self.choices.insert(*of, branches.len());
                    branches.iter().for_each(|branch| self.add(facts, branch));
                }
            },
        }
    }

    fn use_once(&mut self, unknown: Unknown) {
        self.unknowns.change(unknown, |count| *count = count.saturating_add(1));
    }
}
