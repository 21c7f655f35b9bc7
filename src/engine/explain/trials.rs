//! The values that something not known is tried at.

use super::telling::{Telling, same};
use crate::language::{Formula, Input};
use crate::model::{Exact, Text, YEARS};
use crate::plan::Plan;
use crate::sorting;
use crate::texts::{Word, explain, words};
use crate::values::{Bound, Fact, Facts, Range};

/// How far out a value without a bound is tried: ten to this power.
const FAR: i32 = 40;

/// Something not known: an input, or the submission's year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// A figure, this year's or last year's.
    Input(Input),
    /// The year: benchmarks wait for it, and rules may name it.
    Year {
        /// Whether they do.
        named: bool,
    },
}

/// A value that something not known may turn out to have.
pub(super) struct Trial {
    /// The value in words.
    pub(super) at: Text,
    change: Change,
}

enum Change {
    Now(usize, Fact),
    Last(usize, Range),
    Year(u32),
}

impl Trial {
    /// Makes it known; [`Facts::derive`] must follow.
    pub(super) fn enter(&self, plan: &Plan, facts: &mut Facts) {
        match &self.change {
            Change::Now(figure, fact) => facts.set(*figure, fact.clone()),
            Change::Last(figure, range) => facts.set_last(*figure, range.clone()),
            Change::Year(year) => facts.set_year(plan, Some(*year)),
        }
    }

    /// Everything that is known where this is too.
    pub(super) fn facts(&self, plan: &Plan, facts: &Facts) -> Facts {
        let mut known = facts.clone();
        self.enter(plan, &mut known);
        known.derive(plan);
        known
    }
}

impl Telling<'_> {
    /// An open input as something to try values of.
    pub(super) fn opening(&self, input: Input) -> Open {
        if input.figure() == self.plan.year_input() { Open::Year { named: true } } else { Open::Input(input) }
    }

    /// The values at which something open is tried: the ends of a number, every option of a choice, all items of a
    /// checklist and none.
    pub(super) fn trials(&self, open: Open) -> Vec<Trial> {
        let input = match open {
            Open::Input(input) => input,
            Open::Year { named } => return self.years(named),
        };
        let at = input.figure();
        let now = |at_text: Text, fact: Fact| Trial { at: at_text, change: Change::Now(at, fact) };
        match (input, self.facts.fact(at)) {
            (Input::Last(_), _) => {
                let ends = self.ends(&self.facts.last(at), &Formula::Last(at));
                ends.into_iter()
                    .map(|(text, end)| Trial { at: text, change: Change::Last(at, end) })
                    .collect()
            }
            (Input::Now(_), Some(Fact::Number(range))) => {
                let ends = self.ends(range, &Formula::Figure(at));
                ends.into_iter().map(|(text, end)| now(text, Fact::Number(end))).collect()
            }
            (Input::Now(_), Some(Fact::Choice(_))) => {
                let options = self.options(at).into_iter().enumerate();
                options.map(|(option, named)| now(named.label, Fact::Choice(Some(option)))).collect()
            }
            (Input::Now(_), Some(Fact::YesNo(_))) => vec![
                now(words::YES.text(), Fact::YesNo(Some(true))),
                now(words::NO.text(), Fact::YesNo(Some(false))),
            ],
            (Input::Now(_), Some(Fact::Checklist(items))) => {
                let all = |ticked: bool| {
                    Fact::Checklist(items.iter().map(|item| Some(item.unwrap_or(ticked))).collect())
                };
                vec![now(words::NOTHING_TICKED.text(), all(false)), now(words::ALL_TICKED.text(), all(true))]
            }
            (Input::Now(_), None) => Vec::new(),
        }
    }

    /// The two ends of a number, in words and alone.
    fn ends(&self, range: &Range, formula: &Formula) -> Vec<(Text, Range)> {
        let Some((low, high)) = &range.ends else { return Vec::new() };
        vec![
            (self.end(low, formula, words::LEAST, words::NO_LEAST), end_of(low, high)),
            (self.end(high, formula, words::GREATEST, words::NO_GREATEST), end_of(high, low)),
        ]
    }

    fn end(&self, end: &Bound, formula: &Formula, word: Word, without: Word) -> Text {
        let Bound::Finite(value) = end else { return without.text() };
        let scale = self.scale_of(formula).unwrap_or_else(|| self.scale(""));
        let value = self.range(&Range::exactly(value.clone()), &scale, &[]);
        Text::each(|lang| explain::End { word: word.get(lang), value: &value }.get(lang))
    }

    /// Every year that a benchmark has a value for, and the time before; where rules name the year, its ends.
    fn years(&self, named: bool) -> Vec<Trial> {
        let all = self.plan.benchmarks.iter().flat_map(|benchmark| &benchmark.by_year);
        let mut years: Vec<u32> = all.map(|(year, _)| *year).collect();
        sorting::sort(&mut years);
        years.dedup();
        let before = years.first().map(|year| (words::BEFORE_FIRST.text(), year.saturating_sub(1)));
        let ends = [*YEARS.start(), *YEARS.end()].into_iter().filter(|_| named);
        let years = years.iter().copied().chain(ends).map(|year| (same(&year.to_string()), year));
        let years = before.into_iter().chain(years);
        years.map(|(at, year)| Trial { at, change: Change::Year(year) }).collect()
    }
}

/// An end of a range alone; of one without a bound all that lies far out.
fn end_of(end: &Bound, other: &Bound) -> Range {
    let far = |sign: i32| {
        let start = match other {
            Bound::Finite(value) => value.clone(),
            Bound::NegativeInfinity | Bound::PositiveInfinity => Exact::zero(),
        };
        Bound::Finite(start + Exact::from(sign) * Exact::power_of_ten(FAR))
    };
    match end {
        Bound::Finite(value) => Range::exactly(value.clone()),
        Bound::NegativeInfinity => Range::between(Bound::NegativeInfinity, far(-1)),
        Bound::PositiveInfinity => Range::between(far(1), Bound::PositiveInfinity),
    }
}
