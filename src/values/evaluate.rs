//! The value of formulas and the truth of conditions, over what is known.

use crate::language::{Compare, Condition, Formula};
use crate::model::Exact;

use super::facts::{Fact, Facts};
use super::range::{Bound, Range};
use super::truth::Truth;

impl Facts {
    /// The values a formula may have.
    #[must_use]
    pub fn number(&self, formula: &Formula) -> Range {
        match formula {
            Formula::Constant(value) => Range::exactly(value.clone()),
            Formula::Figure(figure) => match self.fact(*figure) {
                Some(Fact::Number(range)) => range.clone(),
                _ => Range::nothing(),
            },
            Formula::Last(figure) => self.last(*figure),
            Formula::Benchmark(benchmark) => self.benchmark(*benchmark),
            Formula::Derived(derived) => self.derived(*derived),
            Formula::Negate(of) => self.number(of).negate(),
            Formula::Add(left, right) => self.number(left).plus(self.number(right)),
            Formula::Subtract(left, right) => self.number(left).minus(self.number(right)),
            Formula::Multiply(left, right) => self.number(left).times(self.number(right)),
            Formula::Divide(left, right) => self.number(left).over(self.number(right)),
            Formula::Min(parts) => self.fold(parts, Range::min),
            Formula::Max(parts) => self.fold(parts, Range::max),
            Formula::Count(figure) => self.count(*figure),
            Formula::Choose { of, branches } => match self.fact(*of) {
                Some(Fact::Choice(Some(chosen))) => {
                    branches.get(*chosen).map_or_else(Range::nothing, |f| self.number(f))
                }
                _ => self.fold(branches, Range::or),
            },
        }
    }

    fn fold(&self, parts: &[Formula], combine: fn(Range, Range) -> Range) -> Range {
        parts.iter().map(|part| self.number(part)).reduce(combine).unwrap_or_else(Range::nothing)
    }

    fn count(&self, figure: usize) -> Range {
        let Some(Fact::Checklist(items)) = self.fact(figure) else { return Range::nothing() };
        let count = |counted: &[Option<bool>]| {
            Bound::Finite(Exact::from(items.iter().filter(|item| counted.contains(item)).count()))
        };
        Range::between(count(&[Some(true)]), count(&[Some(true), None]))
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
        match left.compare(compare.comparison, &right) {
            None => without,
            Some(truth) if left.may_be_undefined(&right) => truth.either(without),
            Some(truth) => truth,
        }
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
