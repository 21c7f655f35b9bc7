//! In which direction a formula, a score or a condition moves with each unknown, by the rules of signs alone.
//!
//! Cautious: where the rules of signs do not tell, an unknown counts as moving both ways.

use std::collections::BTreeMap;

use infocity_check::language::{Comparison, Condition, Formula, Input};
use infocity_check::model::Exact;
use infocity_check::plan::{IndicatorPlan, Plan, Scoring, Weights};
use infocity_check::values::{Bound, Facts, Range};

/// How something moves when an unknown rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Up,
    Down,
    Both,
}

impl Way {
    fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Both }
    }

    fn turned(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            Self::Both => Self::Both,
        }
    }
}

/// What is known of how something moves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ways {
    /// For each open input its way, and how often it is used.
    pub(crate) inputs: BTreeMap<Input, (Way, usize)>,
    /// For each open choice how often it is asked.
    pub(crate) choices: BTreeMap<usize, usize>,
    /// Whether there may be no value.
    pub(crate) undefined: bool,
    /// Whether a score rises and falls on purpose.
    pub(crate) uneven: bool,
    /// Whether an open input is divided by.
    pub(crate) divides: bool,
    /// Whether a score jumps.
    pub(crate) jumps: bool,
}

impl Ways {
    /// Both parts stand side by side.
    fn and(mut self, other: Self) -> Self {
        for (input, (way, uses)) in other.inputs {
            self.inputs
                .entry(input)
                .and_modify(|own| *own = (own.0.and(way), own.1 + uses))
                .or_insert((way, uses));
        }
        for (choice, uses) in other.choices {
            *self.choices.entry(choice).or_insert(0) += uses;
        }
        self.undefined |= other.undefined;
        self.uneven |= other.uneven;
        self.divides |= other.divides;
        self.jumps |= other.jumps;
        self
    }

    /// One of the two parts counts, never both.
    fn or(self, other: Self) -> Self {
        let uses: BTreeMap<Input, usize> =
            self.inputs.iter().map(|(input, (_, uses))| (*input, *uses)).collect();
        let others: BTreeMap<Input, usize> =
            other.inputs.iter().map(|(input, (_, uses))| (*input, *uses)).collect();
        let mut both = self.and(other);
        for (input, own) in &mut both.inputs {
            own.1 = uses.get(input).copied().unwrap_or(0).max(others.get(input).copied().unwrap_or(0));
        }
        both
    }

    fn map(mut self, change: impl Fn(Way) -> Way) -> Self {
        self.inputs.values_mut().for_each(|(way, _)| *way = change(*way));
        self
    }

    /// Multiplied by something of a certain range.
    fn times(self, factor: &Range) -> Self {
        match sign(factor) {
            Some(false) => self,
            Some(true) => self.map(Way::turned),
            None => self.map(|_| Way::Both),
        }
    }

    /// The way an input moves it: `None` where it does not at all.
    pub(crate) fn of(&self, input: Input) -> Option<Way> {
        self.inputs.get(&input).map(|(way, _)| *way)
    }
}

/// Whether all values are at most zero; `None` where some are above and some below.
fn sign(range: &Range) -> Option<bool> {
    let zero = Bound::Finite(Exact::zero());
    let (low, high) = range.ends.as_ref()?;
    if *low >= zero {
        Some(false)
    } else if *high <= zero {
        Some(true)
    } else {
        None
    }
}

fn touches_zero(range: &Range) -> bool {
    let zero = Bound::Finite(Exact::zero());
    range.ends.as_ref().is_none_or(|(low, high)| *low <= zero && zero <= *high)
}

/// Finds ways, as things stand.
pub(crate) struct Directions<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) facts: &'a Facts,
}

impl Directions<'_> {
    fn input(&self, input: Input) -> Ways {
        let mut ways = Ways::default();
        if self.facts.is_open(input) {
            ways.inputs.insert(input, (Way::Up, 1));
        }
        ways
    }

    fn choice(&self, choice: usize) -> Ways {
        let mut ways = Ways::default();
        if self.facts.is_open(Input::Now(choice)) {
            ways.choices.insert(choice, 1);
        }
        ways
    }

    pub(crate) fn formula(&self, formula: &Formula) -> Ways {
        match formula {
            Formula::Constant(_) => Ways::default(),
            Formula::Figure(figure) | Formula::Count(figure) => self.input(Input::Now(*figure)),
            Formula::Last(figure) => self.input(Input::Last(*figure)),
            Formula::Benchmark(benchmark) => {
                // While the year is open, benchmarks are unknowns that belong together.
                let open = self.facts.benchmark(*benchmark).single().is_none();
                Ways { undefined: open, ..Ways::default() }
            }
            Formula::Derived(derived) => self.formula(&self.plan.derived[*derived].formula),
            Formula::Negate(of) => self.formula(of).map(Way::turned),
            Formula::Add(a, b) => self.formula(a).and(self.formula(b)),
            Formula::Subtract(a, b) => self.formula(a).and(self.formula(b).map(Way::turned)),
            Formula::Multiply(a, b) => {
                let (in_a, in_b) = (self.facts.number(a), self.facts.number(b));
                self.formula(a).times(&in_b).and(self.formula(b).times(&in_a))
            }
            Formula::Divide(a, b) => {
                let (in_a, in_b) = (self.facts.number(a), self.facts.number(b));
                let divisor = self.formula(b);
                let divides = !divisor.inputs.is_empty() || !divisor.choices.is_empty();
                let ways = self.formula(a).times(&in_b).and(divisor.map(Way::turned).times(&in_a));
                Ways {
                    divides: ways.divides || divides,
                    undefined: ways.undefined || touches_zero(&in_b),
                    ..ways
                }
            }
            Formula::Min(parts) | Formula::Max(parts) => self.all(parts),
            Formula::Choose { of, branches } => {
                let open = self.choice(*of);
                let chosen = match self.facts.fact(*of) {
                    Some(infocity_check::values::Fact::Choice(Some(at))) => {
                        branches.get(*at).map_or_else(Ways::default, |branch| self.formula(branch))
                    }
                    _ => {
                        let branches = branches.iter().map(|branch| self.formula(branch));
                        branches.reduce(Ways::or).unwrap_or_default()
                    }
                };
                open.and(chosen)
            }
        }
    }

    fn all(&self, parts: &[Formula]) -> Ways {
        parts.iter().map(|part| self.formula(part)).fold(Ways::default(), Ways::and)
    }

    /// How an indicator's share moves while certain fields count; all of them, in equal parts, for `None`.
    pub(crate) fn indicator(&self, indicator: &IndicatorPlan, fields: Option<&[usize]>) -> Ways {
        let mut ways =
            indicator.scoring.as_ref().map_or_else(Ways::default, |scoring| self.scoring(scoring, fields));
        let varies = indicator.max.as_ref().is_some_and(Weights::varies);
        if let Some(choice) = self.plan.weights_by.filter(|_| varies) {
            ways = ways.and(self.choice(choice));
        }
        ways
    }

    fn scoring(&self, scoring: &Scoring, fields: Option<&[usize]>) -> Ways {
        match scoring {
            Scoring::Bands { of, shares, .. } => {
                Ways { jumps: true, ..through(self.formula(of), shares.iter()) }
            }
            Scoring::Line { of, points } => through(self.formula(of), points.iter().map(|(_, share)| share)),
            Scoring::Options { of, .. } => self.choice(*of),
            Scoring::Items { of, .. } => self.input(Input::Now(*of)),
            Scoring::BestOf(parts) => {
                parts.iter().map(|part| self.scoring(part, fields)).fold(Ways::default(), Ways::and)
            }
            Scoring::SumOf(parts) => {
                parts.iter().map(|(_, part)| self.scoring(part, fields)).fold(Ways::default(), Ways::and)
            }
            Scoring::ByField(parts) => {
                let counted = parts.iter().enumerate();
                let counted = counted.filter(|(at, _)| fields.is_none_or(|fields| fields.contains(at)));
                counted.map(|(_, part)| self.scoring(part, fields)).fold(Ways::default(), Ways::and)
            }
        }
    }

    /// How a condition moves from false to true.
    pub(crate) fn condition(&self, condition: &Condition) -> Ways {
        match condition {
            Condition::Constant(_) => Ways::default(),
            Condition::Compare(compare) => {
                let (left, right) = (self.formula(&compare.left), self.formula(&compare.right));
                let difference = left.and(right.map(Way::turned));
                match compare.comparison {
                    Comparison::Greater | Comparison::AtLeast => difference,
                    Comparison::Less | Comparison::AtMost => difference.map(Way::turned),
                    Comparison::Equal | Comparison::NotEqual => difference.map(|_| Way::Both),
                }
            }
            Condition::YesNo(of) | Condition::Is { of, .. } | Condition::Has { of, .. } => self.choice(*of),
            Condition::Not(of) => self.condition(of).map(Way::turned),
            Condition::AtLeast(_, parts) => {
                parts.iter().map(|part| self.condition(part)).fold(Ways::default(), Ways::and)
            }
        }
    }
}

/// The ways through a score that rises or falls.
fn through<'s>(ways: Ways, shares: impl Iterator<Item = &'s Exact> + Clone) -> Ways {
    let pairs = || shares.clone().zip(shares.clone().skip(1));
    let (rises, falls) = (pairs().any(|(a, b)| a < b), pairs().any(|(a, b)| a > b));
    match (rises, falls) {
        (true, true) => Ways { uneven: true, ..ways.map(|_| Way::Both) },
        (false, true) => ways.map(Way::turned),
        _ => ways,
    }
}
