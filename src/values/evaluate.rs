//! The value of formulas and the truth of conditions, over what is known.

use crate::language::{Compare, Condition, Formula};
use crate::model::Exact;

use super::corners::{self, Open};
use super::facts::{Fact, Facts, Unknown};
use super::range::Range;
use super::truth::Truth;

impl Facts {
    /// The values a formula may have: exactly, where each unknown is used once or the formula rises or falls in those
    /// used more often; else a range that holds them.
    #[must_use]
    pub fn number(&self, formula: &Formula) -> Range {
        let open = Open::of(self, formula);
        if !open.repeats() {
            return self.by_rules(formula);
        }
        let plain = self.part_by_part(formula, &mut |part| self.number(part));
        match corners::range(self, formula, &open) {
            // Whether there may be no value is known by either way: the rules see some of it better.
            Some(exact) => Range { undefined: exact.undefined && plain.undefined, ..exact },
            None => plain,
        }
    }

    /// The values by the rules of interval arithmetic alone.
    fn by_rules(&self, formula: &Formula) -> Range {
        self.part_by_part(formula, &mut |part| self.by_rules(part))
    }

    /// What follows from the values of a formula's parts.
    fn part_by_part(&self, formula: &Formula, number: &mut impl FnMut(&Formula) -> Range) -> Range {
        let mut fold = |parts: &[Formula], combine: fn(Range, Range) -> Range| {
            parts.iter().map(&mut *number).reduce(combine).unwrap_or_else(Range::nothing)
        };
        match formula {
            Formula::Constant(value) => Range::exactly(value.clone()),
            Formula::Figure(figure) => self.of_unknown(Unknown::Now(*figure)),
            Formula::Last(figure) => self.of_unknown(Unknown::Last(*figure)),
            Formula::Benchmark(benchmark) => self.of_unknown(Unknown::Benchmark(*benchmark)),
            Formula::Count(figure) => self.of_unknown(Unknown::Count(*figure)),
            Formula::Derived(derived) => self.derived(*derived),
            Formula::Negate(of) => number(of).negate(),
            Formula::Add(left, right) => number(left).plus(number(right)),
            Formula::Subtract(left, right) => number(left).minus(number(right)),
            Formula::Multiply(left, right) => number(left).times(number(right)),
            Formula::Divide(left, right) => number(left).over(number(right)),
            Formula::Min(parts) => fold(parts, Range::min),
            Formula::Max(parts) => fold(parts, Range::max),
            Formula::Choose { of, branches } => match self.chosen(*of) {
                Some(chosen) => branches.get(chosen).map_or_else(Range::nothing, number),
                None => fold(branches, Range::or),
            },
        }
    }

    /// Whether a condition holds. A comparison that may have no value counts as `when_undefined` says; as undecided,
    /// where it says nothing.
    #[must_use]
    pub fn truth(&self, condition: &Condition, when_undefined: Option<bool>) -> Truth {
        match condition {
            Condition::Constant(value) => Truth::from(*value),
            Condition::Compare(compare) => self.compare(compare, when_undefined),
            Condition::YesNo(figure) => match self.fact(*figure) {
                Some(Fact::YesNo(Some(answer))) => Truth::from(*answer),
                _ => Truth::Unknown,
            },
            Condition::Is { of, options } => match self.fact(*of) {
                Some(Fact::Choice(Some(chosen))) => Truth::from(options.contains(chosen)),
                _ => Truth::Unknown,
            },
            Condition::Has { of, item } => match self.fact(*of) {
                Some(Fact::Checklist(items)) => {
                    items.get(*item).copied().flatten().map_or(Truth::Unknown, Truth::from)
                }
                _ => Truth::Unknown,
            },
            Condition::Not(of) => self.truth(of, when_undefined).not(),
            Condition::AtLeast(count, parts) => {
                Truth::at_least(*count, parts.iter().map(|part| self.truth(part, when_undefined)))
            }
        }
    }

    fn compare(&self, compare: &Compare, when_undefined: Option<bool>) -> Truth {
        let (left, right) = (self.number(&compare.left), self.number(&compare.right));
        let without = when_undefined.map_or(Truth::Unknown, Truth::from);
        let compared = left.compare(compare.comparison, &right).map(|apart| match apart {
            // The same unknown on both sides moves both: their difference may decide what the sides apart do not.
            Truth::Unknown => self.compare_difference(compare),
            decided => decided,
        });
        match compared {
            None => without,
            Some(truth) if left.may_be_undefined(&right) => truth.either(without),
            Some(truth) => truth,
        }
    }

    fn compare_difference(&self, compare: &Compare) -> Truth {
        if !Open::of(self, &compare.left).shares(&Open::of(self, &compare.right)) {
            return Truth::Unknown;
        }
        let (left, right) = (compare.left.clone(), compare.right.clone());
        let difference = Formula::Subtract(Box::new(left), Box::new(right));
        let zero = Range::exactly(Exact::zero());
        self.number(&difference).compare(compare.comparison, &zero).unwrap_or(Truth::Unknown)
    }

    /// Whether a comparison in the condition may have no value.
    #[must_use]
    pub fn may_be_undefined(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Compare(compare) => {
                self.number(&compare.left).may_be_undefined(&self.number(&compare.right))
            }
            Condition::Not(of) => self.may_be_undefined(of),
            Condition::AtLeast(_, parts) => parts.iter().any(|part| self.may_be_undefined(part)),
            _ => false,
        }
    }

    /// The parts of a condition that make it what it is: of a conjunction that fails the parts that fail, of an
    /// undecided one the undecided parts. Each is a comparison or a question about one figure, with its truth.
    pub fn deciding<'a>(
        &self,
        condition: &'a Condition,
        when_undefined: Option<bool>,
        found: &mut Vec<(&'a Condition, Truth)>,
    ) {
        match condition {
            Condition::Not(of) => self.deciding(of, when_undefined, found),
            Condition::AtLeast(_, parts) => {
                let whole = self.truth(condition, when_undefined);
                for part in parts {
                    if self.truth(part, when_undefined) == whole {
                        self.deciding(part, when_undefined, found);
                    }
                }
            }
            Condition::Constant(_) => {}
            leaf => found.push((leaf, self.truth(leaf, when_undefined))),
        }
    }
}
