//! What is known, told to a reader: values with their units, labels, what a rule rests on.

use super::super::shares::ShareTable;
use crate::language::{Formula, Input};
use crate::model::explanation::{
    BenchmarkUse, InputState, InputTold, Named, RangeState, RuleTold, Told, ToldRange, YearTold,
};
use crate::model::{
    BenchmarkValue, ChoiceOption, Exact, FigureKind, Given, Lang, Standing, Submission, Text,
};
use crate::plan::Plan;
use crate::texts::{self, explain, signs, words};
use crate::values::{Bound, Fact, Facts, Range, YearUse};

/// What an explanation is made from.
pub(super) struct Telling<'a> {
    pub(super) plan: &'a Plan,
    pub(super) submission: &'a Submission,
    pub(super) facts: &'a Facts,
    /// The shares of all indicators, as an assessment has them.
    pub(super) shares: ShareTable,
    /// Formulas whose values are held against a number: no text may show them on its other side.
    pub(super) marks: Vec<(Formula, Exact)>,
}

/// A unit's symbol, and how many base units it is.
pub(super) type Scale = (String, Exact);

/// The same text in every language.
pub(super) fn same(text: &str) -> Text {
    Text::each(|_| text.to_owned())
}

pub(super) fn named(id: &str, label: &Text) -> Named {
    Named { id: id.to_owned(), label: label.clone() }
}

impl Telling<'_> {
    /// What a rule rests on, its source in full.
    pub(super) fn rule(&self, standing: &Standing) -> RuleTold {
        let sources = &self.plan.document.sources;
        let source = standing.source.as_ref().and_then(|id| sources.iter().find(|source| source.id == *id));
        let source = source.map(|source| {
            Text::each(|lang| {
                let (title, number) = (source.title.get(lang), source.number.as_deref().unwrap_or_default());
                // A title that quotes another title is not set in the same marks again.
                if title.contains('《') {
                    explain::SourceQuoting { title, number }.get(lang)
                } else {
                    explain::Source { title, number }.get(lang)
                }
            })
        });
        RuleTold {
            basis: standing.basis,
            source,
            article: standing.article.clone(),
            quote: standing.quote.clone(),
            note: standing.note.clone(),
        }
    }

    /// A unit by its symbol.
    pub(super) fn scale(&self, symbol: &str) -> Scale {
        let factor = self.plan.units.get(symbol).map_or_else(|| Exact::from(1), |unit| unit.factor);
        (symbol.to_owned(), factor)
    }

    /// A range in a unit; its ends compare with `others`, in base units, as they do exactly.
    pub(super) fn range(&self, range: &Range, scale: &Scale, others: &[Exact]) -> ToldRange {
        let (symbol, factor) = scale;
        let others: Vec<_> = others.iter().filter_map(|other| other.over(factor)).collect();
        let end = |bound: &Bound| match bound {
            Bound::Finite(value) => value.over(factor).map(|value| Told::apart(&value, &others)),
            Bound::NegativeInfinity | Bound::PositiveInfinity => None,
        };
        let (low, high) = range.ends.as_ref().map_or((None, None), |(low, high)| (end(low), end(high)));
        let state = match &range.ends {
            None => RangeState::None,
            Some((Bound::Finite(low), Bound::Finite(high))) if low == high => RangeState::Known,
            Some(_) => RangeState::Range,
        };
        let may_be_undefined = range.undefined && state != RangeState::None;
        ToldRange { state, low, high, unit: symbol.clone(), may_be_undefined }
    }

    /// What a formula's value is held against.
    pub(super) fn marks_of(&self, formula: &Formula) -> Vec<Exact> {
        let marks = self.marks.iter().filter(|(of, _)| of == formula);
        marks.map(|(_, mark)| mark.clone()).collect()
    }

    /// The unit in which a formula that is one name is told: for a figure the one the city wrote.
    pub(super) fn scale_of(&self, formula: &Formula) -> Option<Scale> {
        let document = &self.plan.document;
        let symbol = match formula {
            Formula::Figure(at) if *at == self.plan.year_input() => String::new(),
            Formula::Figure(at) => self.input_unit(Input::Now(*at))?,
            Formula::Last(at) => self.input_unit(Input::Last(*at))?,
            Formula::Benchmark(at) => document.benchmarks.get(*at)?.unit.clone(),
            Formula::Derived(at) => document.derived.get(*at)?.unit.clone(),
            _ => return None,
        };
        Some(self.scale(&symbol))
    }

    /// The unit in which a number figure was entered, else its own.
    fn input_unit(&self, input: Input) -> Option<String> {
        let figure = self.plan.document.figures.get(input.figure())?;
        let FigureKind::Number(kind) = &figure.kind else { return None };
        let entry = self.submission.figures.get(&figure.id);
        let unit = entry.and_then(|entry| {
            let last = entry.last.as_ref().and_then(|last| last.unit.clone());
            match input {
                Input::Now(_) => entry.unit.clone(),
                Input::Last(_) => last.or_else(|| entry.unit.clone()),
            }
        });
        Some(unit.unwrap_or_else(|| kind.unit.clone()))
    }

    /// The value of a formula that is one name, in its unit.
    pub(super) fn value_of(&self, formula: &Formula) -> Option<ToldRange> {
        let scale = self.scale_of(formula)?;
        Some(self.range(&self.facts.number(formula), &scale, &self.marks_of(formula)))
    }

    /// The figure of an input, or one of the names that are always there.
    pub(super) fn figure_named(&self, at: usize) -> Named {
        match self.plan.document.figures.get(at) {
            Some(figure) => named(&figure.id, &figure.label),
            None if at == self.plan.category_input() => named("category", &words::CATEGORY_NAMED.text()),
            None if at == self.plan.year_input() => named("year", &words::YEAR_NAMED.text()),
            None => named("fields", &words::FIELDS_NAMED.text()),
        }
    }

    /// The options of a choice or the items of a checklist.
    pub(super) fn options(&self, at: usize) -> Vec<Named> {
        let document = &self.plan.document;
        let all = |options: &[ChoiceOption]| options.iter().map(|o| named(&o.id, &o.label)).collect();
        match document.figures.get(at).map(|figure| &figure.kind) {
            Some(FigureKind::Choice(choice)) => all(&choice.options),
            Some(FigureKind::Checklist(list)) => all(&list.items),
            Some(FigureKind::YesNo) => {
                vec![named("yes", &words::YES.text()), named("no", &words::NO.text())]
            }
            Some(FigureKind::Number(_)) => Vec::new(),
            None if at == self.plan.category_input() => {
                document.categories.iter().map(|c| named(&c.id, &c.label)).collect()
            }
            None => document.fields.iter().map(|field| named(&field.id, &field.label)).collect(),
        }
    }

    /// Which input a name stands for.
    pub(super) fn input_at(&self, name: &str) -> Option<usize> {
        match name {
            "category" => Some(self.plan.category_input()),
            "fields" => Some(self.plan.fields_input()),
            "year" => Some(self.plan.year_input()),
            _ => self.plan.figure(name),
        }
    }

    /// In which way an input is known.
    pub(super) fn state(&self, input: Input) -> InputState {
        if !self.facts.is_open(input) {
            return InputState::Known;
        }
        let figure = self.plan.document.figures.get(input.figure());
        let entry = figure.and_then(|figure| self.submission.figures.get(&figure.id));
        let given = entry.map(|entry| match (input, &entry.last) {
            (Input::Last(_), Some(last)) => last.given.clone(),
            (Input::Last(_), None) if entry.given != Given::NotCollected => Given::Unknown,
            _ => entry.given.clone(),
        });
        match given {
            Some(Given::NotCollected) => InputState::NotCollected,
            Some(Given::Between(..)) => InputState::Estimate,
            _ => InputState::Unknown,
        }
    }

    /// The value of an input, or what it can be, without how it is known.
    pub(super) fn plain_value(&self, input: Input) -> Text {
        let at = input.figure();
        let number = match input {
            Input::Now(_) => Formula::Figure(at),
            Input::Last(_) => Formula::Last(at),
        };
        if let Some(value) = self.value_of(&number) {
            return same(&value.to_string());
        }
        let options = self.options(at);
        let any = || {
            Text::each(|lang| {
                let labels: Vec<_> = options.iter().map(|option| option.label.get(lang)).collect();
                labels.join(" / ")
            })
        };
        match self.facts.fact(at) {
            Some(Fact::Choice(Some(chosen))) => {
                options.get(*chosen).map_or_else(any, |option| option.label.clone())
            }
            Some(Fact::YesNo(Some(true))) => words::YES.text(),
            Some(Fact::YesNo(Some(false))) => words::NO.text(),
            Some(Fact::Checklist(items)) if items.iter().all(Option::is_some) => {
                let ticked = items.iter().zip(&options).filter(|(item, _)| **item == Some(true));
                let ticked: Vec<_> = ticked.map(|(_, option)| &option.label).collect();
                if ticked.is_empty() {
                    return words::NOTHING_TICKED.text();
                }
                Text::each(|lang| texts::list(ticked.iter().map(|label| label.get(lang)), lang))
            }
            _ => any(),
        }
    }

    /// The value of an input as it stands in a formula: how it is known follows in brackets.
    pub(super) fn value_in_formula(&self, input: Input, lang: Lang) -> String {
        let value = self.plain_value(input);
        let (value, state) = (value.get(lang), self.state(input));
        if state == InputState::Known {
            return value.to_owned();
        }
        let state = words::input_state(state).get(lang);
        if matches!(self.facts.fact(input.figure()), Some(Fact::Number(_))) {
            format!("{value}{}", signs::Bracketed { text: state }.get(lang))
        } else {
            format!("[{state}]")
        }
    }

    pub(super) fn input(&self, input: Input) -> InputTold {
        let Named { id, label } = self.figure_named(input.figure());
        let entry = self.submission.figures.get(&id);
        InputTold {
            last_year: matches!(input, Input::Last(_)),
            state: self.state(input),
            value: self.plain_value(input),
            year: entry.and_then(|entry| entry.year),
            note: entry.and_then(|entry| entry.note.clone()),
            id,
            label,
        }
    }

    pub(super) fn benchmark(&self, at: usize) -> Option<BenchmarkUse> {
        let document = self.plan.document.benchmarks.get(at)?;
        let (year_use, year) = match self.facts.year_uses().nth(at)? {
            YearUse::Own => (YearTold::Own, self.submission.year),
            YearUse::Earlier(year) => (YearTold::Earlier, Some(year)),
            YearUse::Missing => (YearTold::Missing, None),
            YearUse::AnyYear => (YearTold::AnyYear, None),
        };
        let used = year.and_then(|year| document.by_year.get(&year.to_string()));
        let standing = used.and_then(BenchmarkValue::standing).unwrap_or(&document.standing);
        Some(BenchmarkUse {
            named: named(&document.id, &document.label),
            value: self.value_of(&Formula::Benchmark(at))?,
            year_use,
            year,
            rule: self.rule(standing),
        })
    }

    /// A category by its place; a rulebook without categories has one, which is the whole.
    pub(super) fn category(&self, at: usize) -> Named {
        match (self.plan.document.categories.get(at), self.plan.categories.get(at)) {
            (Some(category), _) => named(&category.id, &category.label),
            (None, Some(category)) => named(&category.id, &words::OVERALL.text()),
            (None, None) => named("", &words::OVERALL.text()),
        }
    }

    pub(super) fn fields(&self, fields: &[usize]) -> Vec<Named> {
        let document = &self.plan.document;
        let found = fields.iter().filter_map(|at| document.fields.get(*at));
        found.map(|field| named(&field.id, &field.label)).collect()
    }

    pub(super) fn requirements(&self, ids: &[String]) -> Vec<Named> {
        let all = &self.plan.document.requirements;
        let found = ids.iter().filter_map(|id| all.iter().find(|requirement| requirement.id == *id));
        found.map(|requirement| named(&requirement.id, &requirement.label)).collect()
    }
}
