//! What is known of every input, benchmark and derived figure.

use std::sync::Arc;

use crate::language::{Formula, Input};
use crate::model::{Decimal, Exact, FigureKind, YEARS};
use crate::plan::{BenchmarkPlan, DerivedPlan, NumberPlan, Plan};
use crate::sorted::Set;
use crate::sorting::gathered;

use super::corners::Open;
use super::range::{Bound, Range};

/// What is known of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A number: the values it may have, in base units.
    Number(Range),
    /// The chosen option, by its place, where it is known.
    Choice(Option<usize>),
    /// Yes or no, where it is known.
    YesNo(Option<bool>),
    /// For each item whether it is ticked, where that is known.
    Checklist(Vec<Option<bool>>),
}

impl Fact {
    /// Whether nothing or only a range is known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Number(range) => range.single().is_none(),
            Self::Choice(chosen) => chosen.is_none(),
            Self::YesNo(answer) => answer.is_none(),
            Self::Checklist(items) => items.iter().any(Option::is_none),
        }
    }
}

/// Which year's value of a benchmark is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearUse {
    /// The submission's own.
    Own,
    /// An earlier year's.
    Earlier(u32),
    /// None: there is no value for the year or an earlier one.
    Missing,
    /// The submission names no year: the values of all years stand.
    AnyYear,
}

/// Everything that is known for an assessment.
#[derive(Debug, Clone)]
pub struct Facts {
    now: Vec<Fact>,
    last: Vec<Range>,
    benchmarks: Vec<(Range, YearUse)>,
    derived: Vec<DerivedFact>,
    formulas: Arc<[DerivedPlan]>,
}

/// What is known of a derived figure.
#[derive(Debug, Clone)]
struct DerivedFact {
    range: Range,
    /// Whether a stated value may stand for one that the formula does not have.
    replaced: bool,
    open: Open,
}

/// A number that a formula reads and that may be known only as a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unknown {
    Now(usize),
    Last(usize),
    Count(usize),
    Benchmark(usize),
}

impl Unknown {
    /// What a formula is, where it is just one such number.
    pub(super) fn of(formula: &Formula) -> Option<Self> {
        match formula {
            Formula::Figure(figure) => Some(Self::Now(*figure)),
            Formula::Last(figure) => Some(Self::Last(*figure)),
            Formula::Count(figure) => Some(Self::Count(*figure)),
            Formula::Benchmark(benchmark) => Some(Self::Benchmark(*benchmark)),
            _ => None,
        }
    }
}

impl Facts {
    /// Nothing is known but the domains, and that every benchmark has a value.
    #[must_use]
    pub fn unknown(plan: &Plan) -> Self {
        let mut facts = Self::begin(plan);
        facts.derive(plan);
        facts
    }

    /// The same before [`Self::derive`]: what is known is set first.
    pub(crate) fn begin(plan: &Plan) -> Self {
        let categories = plan.document.categories.len();
        let mut now: Vec<_> = plan
            .document
            .figures
            .iter()
            .zip(&plan.numbers)
            .map(|(figure, number)| match (&figure.kind, number) {
                (FigureKind::Number(_), Some(number)) => Fact::Number(domain(number)),
                (FigureKind::Number(_), None) => {
                    Fact::Number(Range::between(Bound::NegativeInfinity, Bound::PositiveInfinity))
                }
                (FigureKind::Choice(_), _) => Fact::Choice(None),
                (FigureKind::YesNo, _) => Fact::YesNo(None),
                (FigureKind::Checklist(list), _) => Fact::Checklist(vec![None; list.items.len()]),
            })
            .collect();
        let last = now.iter().map(|fact| match fact {
            Fact::Number(range) => range.clone(),
            _ => Range::nothing(),
        });
        let last = last.collect();
        now.push(Fact::Choice(if categories == 1 { Some(0) } else { None }));
        now.push(Fact::Checklist(vec![None; plan.document.fields.len()]));
        let year = |year: &u32| Bound::Finite(Exact::from(Decimal::from(*year)));
        now.push(Fact::Number(Range::between(year(YEARS.start()), year(YEARS.end()))));
        let formulas = Arc::clone(&plan.derived);
        let mut facts = Self { now, last, benchmarks: Vec::new(), derived: Vec::new(), formulas };
        facts.benchmarks =
            plan.benchmarks.iter().map(|benchmark| (any_year(benchmark), YearUse::AnyYear)).collect();
        facts
    }

    /// What is known of a figure's value this year.
    #[must_use]
    pub fn fact(&self, figure: usize) -> Option<&Fact> {
        self.now.get(figure)
    }

    /// What is known of a figure's value last year.
    #[must_use]
    pub fn last(&self, figure: usize) -> Range {
        self.last.get(figure).cloned().unwrap_or_else(Range::nothing)
    }

    /// The values a derived figure may have.
    #[must_use]
    pub fn derived(&self, derived: usize) -> Range {
        self.derived.get(derived).map_or_else(Range::nothing, |derived| derived.range.clone())
    }

    /// What is open in a derived figure.
    pub(super) fn open_in(&self, derived: usize) -> Option<&Open> {
        self.derived.get(derived).map(|derived| &derived.open)
    }

    /// The formula of a derived figure, where its value is always the formula's.
    pub(super) fn written_out(&self, derived: usize) -> Option<&Formula> {
        self.derived.get(derived).filter(|derived| !derived.replaced)?;
        self.formulas.get(derived).map(|derived| &derived.formula)
    }

    /// The option of a choice, where it is made.
    pub(super) fn chosen(&self, figure: usize) -> Option<usize> {
        match self.fact(figure) {
            Some(Fact::Choice(chosen)) => *chosen,
            _ => None,
        }
    }

    /// The values a number may have.
    pub(super) fn of_unknown(&self, unknown: Unknown) -> Range {
        match unknown {
            Unknown::Now(figure) => match self.fact(figure) {
                Some(Fact::Number(range)) => range.clone(),
                _ => Range::nothing(),
            },
            Unknown::Last(figure) => self.last(figure),
            Unknown::Count(figure) => self.count(figure),
            Unknown::Benchmark(benchmark) => self.benchmark(benchmark),
        }
    }

    /// How many items of a checklist are ticked.
    fn count(&self, figure: usize) -> Range {
        let Some(Fact::Checklist(items)) = self.fact(figure) else { return Range::nothing() };
        let count = |counted: &[Option<bool>]| {
            Bound::Finite(Exact::from(items.iter().filter(|item| counted.contains(item)).count()))
        };
        Range::between(count(&[Some(true)]), count(&[Some(true), None]))
    }

    /// The values a benchmark may have.
    #[must_use]
    pub fn benchmark(&self, benchmark: usize) -> Range {
        self.benchmarks.get(benchmark).map_or_else(Range::nothing, |(range, _)| range.clone())
    }

    /// Which year's value of each benchmark is used.
    pub fn year_uses(&self) -> impl Iterator<Item = YearUse> {
        self.benchmarks.iter().map(|(_, year_use)| *year_use)
    }

    /// Whether an input is not known for certain.
    #[must_use]
    pub fn is_open(&self, input: Input) -> bool {
        match input {
            Input::Now(figure) => self.now.get(figure).is_none_or(Fact::is_open),
            Input::Last(figure) => self.last(figure).single().is_none(),
        }
    }

    /// Sets what is known of a figure; [`Self::derive`] must follow.
    pub fn set(&mut self, figure: usize, fact: Fact) {
        if let Some(known) = self.now.get_mut(figure) {
            *known = fact;
        }
    }

    /// Sets what is known of a figure's value last year; [`Self::derive`] must follow.
    pub fn set_last(&mut self, figure: usize, range: Range) {
        if let Some(known) = self.last.get_mut(figure) {
            *known = range;
        }
    }

    /// Sets the year and chooses the benchmarks' values; [`Self::derive`] must follow.
    pub fn set_year(&mut self, plan: &Plan, year: Option<u32>) {
        if let Some(year) = year {
            let year = Range::exactly(Exact::from(Decimal::from(year)));
            self.set(plan.year_input(), Fact::Number(year));
        }
        self.benchmarks = plan.benchmarks.iter().map(|benchmark| benchmark_value(benchmark, year)).collect();
    }

    /// The inputs of which another thing is known than before; the year, where another value of a benchmark is used.
    #[must_use]
    pub fn changed_from(&self, before: &Self, plan: &Plan) -> Set<Input> {
        let now = self.now.iter().zip(&before.now).enumerate().filter(|(_, (new, old))| new != old);
        let last = self.last.iter().zip(&before.last).enumerate().filter(|(_, (new, old))| new != old);
        let mut changed: Set<_> = gathered(now.map(|(at, _)| Input::Now(at)));
        changed.extend(last.map(|(at, _)| Input::Last(at)));
        if self.benchmarks != before.benchmarks {
            changed.insert(Input::Now(plan.year_input()));
        }
        changed
    }

    /// Computes the derived figures.
    pub fn derive(&mut self, plan: &Plan) {
        let nothing = DerivedFact { range: Range::nothing(), replaced: false, open: Open::default() };
        self.derived = vec![nothing; plan.derived.len()];
        self.derive_these(plan, &plan.order);
    }

    /// Computes some derived figures anew, given in the order of computation.
    pub fn derive_these(&mut self, plan: &Plan, order: &[usize]) {
        for &index in order {
            let Some(derived) = plan.derived.get(index) else { continue };
            let open = Open::of(self, &derived.formula);
            let range = self.number(&derived.formula);
            let replaced = range.undefined && derived.when_undefined.is_some();
            let range = match &derived.when_undefined {
                Some(value) => range.or_when_undefined(value),
                None => range,
            };
            if let Some(slot) = self.derived.get_mut(index) {
                *slot = DerivedFact { range, replaced, open };
            }
        }
    }
}

/// The values a number figure can have at all.
#[must_use]
pub(crate) fn domain(number: &NumberPlan) -> Range {
    let low = number.least.clone().map_or(Bound::NegativeInfinity, Bound::Finite);
    let high = number.most.clone().map_or(Bound::PositiveInfinity, Bound::Finite);
    Range::between(low, high)
}

/// The values of all years.
fn any_year(benchmark: &BenchmarkPlan) -> Range {
    let values = benchmark.by_year.iter().map(|(_, value)| Range::exactly(value.clone()));
    values.reduce(Range::or).unwrap_or_else(Range::nothing)
}

fn benchmark_value(benchmark: &BenchmarkPlan, year: Option<u32>) -> (Range, YearUse) {
    let Some(year) = year else {
        // The year may also turn out to be one before the first value.
        return (any_year(benchmark).or(Range::nothing()), YearUse::AnyYear);
    };
    let earlier = benchmark.by_year.iter().rev().find(|(known, _)| *known <= year);
    match earlier {
        Some((known, value)) if *known == year => (Range::exactly(value.clone()), YearUse::Own),
        Some((known, value)) => (Range::exactly(value.clone()), YearUse::Earlier(*known)),
        None => (Range::nothing(), YearUse::Missing),
    }
}
