//! Figures, benchmarks and derived figures on the way to a result, and what makes it uncertain.

use super::Page;
use crate::model::Text;
use crate::model::explanation::{
    BenchmarkUse, ChoiceTold, Formulation, InputState, InputTold, Lever, StepTold, Undefined, UndefinedCause,
    Way,
};
use crate::texts::report::explanation::way as words;
use crate::texts::report::shared;
use crate::texts::{Word, signs, words as named};

/// The figures named of those that make a result uncertain.
const FIRST_LEVERS: usize = 12;

impl Page {
    pub(super) fn way(&mut self, way: &Way) {
        if !way.figures.is_empty() {
            self.heading(words::FIGURES);
            self.inputs(&way.figures);
        }
        if !way.benchmarks.is_empty() {
            self.heading(words::BENCHMARKS);
            let rows: Vec<_> = way.benchmarks.iter().map(|benchmark| self.benchmark_row(benchmark)).collect();
            self.rows(2, &rows);
        }
        if !way.steps.is_empty() {
            self.heading(words::COMPUTATION);
            for (index, step) in way.steps.iter().enumerate() {
                self.step(index.saturating_add(1), step);
            }
        }
    }

    pub(super) fn inputs(&mut self, inputs: &[InputTold]) {
        let rows: Vec<_> = inputs.iter().map(|input| self.input_row(input)).collect();
        self.rows(2, &rows);
    }

    fn input_row(&self, input: &InputTold) -> Vec<String> {
        let mut remarks = Vec::new();
        if input.state != InputState::Known {
            remarks.push(self.word(named::input_state(input.state)).to_owned());
        }
        if let Some(year) = input.year {
            remarks.push(words::OfYear { year }.get(self.lang));
        }
        let remarks = remarks.join(self.word(signs::COMMA));
        let label = self.of_year(self.get(&input.label), input.last_year);
        vec![label, self.get(&input.value).to_owned(), remarks]
    }

    /// A label, marked where it is that of last year's value.
    fn of_year(&self, label: &str, last_year: bool) -> String {
        if !last_year {
            return label.to_owned();
        }
        format!("{label}{}", signs::Bracketed { text: self.word(named::LAST_YEAR) }.get(self.lang))
    }

    pub(super) fn benchmark_row(&self, benchmark: &BenchmarkUse) -> Vec<String> {
        let year = benchmark.year.map(|year| year.to_string()).unwrap_or_default();
        let year_use = named::year_use(benchmark.year_use, self.lang, year);
        vec![
            self.get(&benchmark.named.label).to_owned(),
            benchmark.value.to_string(),
            year_use,
            self.basis(&benchmark.rule),
        ]
    }

    /// A formula as written, with labels and with values put in.
    pub(super) fn formulation(&self, formula: &Formulation) -> Vec<Vec<String>> {
        let row = |name: Word, text: &str| vec![self.word(name).to_owned(), text.to_owned()];
        vec![
            row(words::RULE, &formula.written),
            row(words::MEANING, self.get(&formula.labels)),
            row(words::VALUES, self.get(&formula.values)),
        ]
    }

    fn step(&mut self, number: usize, step: &StepTold) {
        let (label, basis) = (self.get(&step.named.label), self.basis(&step.rule));
        let text = format!("{number}. {label} {basis}");
        self.line(2, &text);
        let mut rows = self.formulation(&step.formula);
        for choice in &step.choices {
            rows.push(vec![self.word(words::CHOICE).to_owned(), self.choice(choice)]);
        }
        for undefined in &step.undefined {
            rows.push(vec![self.word(words::EXCEPTION).to_owned(), self.undefined(undefined)]);
        }
        if let Some(value) = &step.when_undefined {
            rows.push(vec![String::new(), words::WhenUndefined { value }.get(self.lang)]);
        }
        let mut result = format!("= {}", step.value);
        if step.value.may_be_undefined {
            result.push_str(self.word(words::OR_NO_VALUE));
        }
        rows.push(vec![self.word(words::RESULT).to_owned(), result]);
        self.rows(5, &rows);
    }

    /// Which way of a choice was taken.
    pub(super) fn choice(&self, choice: &ChoiceTold) -> String {
        let of = self.get(&choice.of.label);
        let chosen = choice.chosen.as_ref().map(|option| self.get(&option.label));
        match chosen {
            Some(chosen) => words::Chosen { of, chosen }.get(self.lang),
            None => words::NotChosen { of }.get(self.lang),
        }
    }

    /// Why there is, or may be, no value.
    pub(super) fn undefined(&self, undefined: &Undefined) -> String {
        let of = self.get(&undefined.labels);
        match (undefined.cause, undefined.certain) {
            (UndefinedCause::ZeroDenominator, true) => words::Zero { of }.get(self.lang),
            (UndefinedCause::ZeroDenominator, false) => words::MayBeZero { of }.get(self.lang),
            (UndefinedCause::BenchmarkWithoutYear, true) => words::NoYear { of }.get(self.lang),
            (UndefinedCause::BenchmarkWithoutYear, false) => words::MayHaveNoYear { of }.get(self.lang),
        }
    }

    /// What makes a result uncertain.
    pub(super) fn levers(&mut self, indent: usize, levers: &[Lever]) {
        if levers.is_empty() {
            return;
        }
        self.line(indent, self.word(words::OPEN));
        let mut rows = Vec::new();
        for lever in levers.iter().take(FIRST_LEVERS) {
            let label = self.of_year(self.get(&lever.named.label), lever.last_year);
            let effect = match &lever.narrows {
                _ if lever.jointly => self.word(words::JOINTLY).to_owned(),
                Some(by) => words::Narrows { by }.get(self.lang),
                None => self.word(words::NO_MEASURE).to_owned(),
            };
            let mut row = vec![label, effect];
            if !lever.jointly {
                let found = |at| self.found_at(at, lever.tried);
                row.push(words::AtLow { at: found(&lever.low_at) }.get(self.lang));
                row.push(words::AtHigh { at: found(&lever.high_at) }.get(self.lang));
            }
            rows.push(row);
        }
        self.rows(indent.saturating_add(2), &rows);
        let more = levers.len().saturating_sub(FIRST_LEVERS);
        if more > 0 {
            self.line(indent.saturating_add(2), &shared::More { more }.get(self.lang));
        }
    }

    /// The values at which an end of a result is found.
    fn found_at(&self, at: &[Text], tried: usize) -> String {
        if at.is_empty() {
            return self.word(words::AT_NONE).to_owned();
        }
        if at.len() == tried {
            return self.word(words::AT_EACH).to_owned();
        }
        let texts: Vec<_> = at.iter().map(|text| self.get(text)).collect();
        texts.join(self.word(signs::OR))
    }
}
