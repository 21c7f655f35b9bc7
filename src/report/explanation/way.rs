//! Figures, benchmarks and derived figures on the way to a result, and what makes it uncertain.

use super::Page;
use crate::model::explanation::{
    BenchmarkUse, ChoiceTold, Formulation, InputState, InputTold, Lever, StepTold, Undefined, UndefinedCause,
    Way,
};
use crate::model::{Lang, Text};
use crate::texts::explained as words;

/// The figures named of those that make a result uncertain.
const FIRST_LEVERS: usize = 12;

impl Page {
    pub(super) fn way(&mut self, way: &Way) {
        if !way.figures.is_empty() {
            self.heading("用到的填报数据", "Figures used");
            self.inputs(&way.figures);
        }
        if !way.benchmarks.is_empty() {
            self.heading("用到的基准值", "Benchmarks used");
            let rows: Vec<_> = way.benchmarks.iter().map(|benchmark| self.benchmark_row(benchmark)).collect();
            self.rows(2, &rows);
        }
        if !way.steps.is_empty() {
            self.heading("计算过程", "Computation");
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
            remarks.push(words::input_state(input.state).get(self.lang).to_owned());
        }
        if let Some(year) = input.year {
            remarks.push(match self.lang {
                Lang::Zh => format!("{year} 年数据"),
                Lang::En => format!("of {year}"),
            });
        }
        let remarks = remarks.join(self.either("，", ", "));
        let label = self.of_year(self.get(&input.label), input.last_year);
        vec![label, self.get(&input.value).to_owned(), remarks]
    }

    /// A label, marked where it is that of last year's value.
    fn of_year(&self, label: &str, last_year: bool) -> String {
        match (last_year, self.lang) {
            (false, _) => label.to_owned(),
            (true, Lang::Zh) => format!("{label}（{}）", words::LAST_YEAR.zh),
            (true, Lang::En) => format!("{label} ({})", words::LAST_YEAR.en),
        }
    }

    pub(super) fn benchmark_row(&self, benchmark: &BenchmarkUse) -> Vec<String> {
        let year = benchmark.year.map(|year| year.to_string()).unwrap_or_default();
        let year_use = words::year_use(benchmark.year_use).get(self.lang).replace("{year}", &year);
        vec![
            self.get(&benchmark.named.label).to_owned(),
            benchmark.value.to_string(),
            year_use,
            self.basis(&benchmark.rule),
        ]
    }

    /// A formula as written, with labels and with values put in.
    pub(super) fn formulation(&self, formula: &Formulation) -> Vec<Vec<String>> {
        let row = |zh: &str, en: &str, text: &str| vec![self.either(zh, en).to_owned(), text.to_owned()];
        vec![
            row("规则", "rule", &formula.written),
            row("含义", "meaning", self.get(&formula.labels)),
            row("代入", "values", self.get(&formula.values)),
        ]
    }

    fn step(&mut self, number: usize, step: &StepTold) {
        let (label, basis) = (self.get(&step.named.label), self.basis(&step.rule));
        let text = format!("{number}. {label} {basis}");
        self.line(2, &text);
        let mut rows = self.formulation(&step.formula);
        for choice in &step.choices {
            rows.push(vec![self.either("取法", "way").to_owned(), self.choice(choice)]);
        }
        for undefined in &step.undefined {
            rows.push(vec![self.either("例外", "exception").to_owned(), self.undefined(undefined)]);
        }
        if let Some(value) = &step.when_undefined {
            let text = match self.lang {
                Lang::Zh => format!("此时按规则取 {value}"),
                Lang::En => format!("the rule then takes {value}"),
            };
            rows.push(vec![String::new(), text]);
        }
        let mut result = format!("= {}", step.value);
        if step.value.may_be_undefined {
            result.push_str(self.either("，也可能没有值", ", or no value"));
        }
        rows.push(vec![self.either("结果", "result").to_owned(), result]);
        self.rows(5, &rows);
    }

    /// Which way of a choice was taken.
    pub(super) fn choice(&self, choice: &ChoiceTold) -> String {
        let of = self.get(&choice.of.label);
        let chosen = choice.chosen.as_ref().map(|option| self.get(&option.label));
        match (self.lang, chosen) {
            (Lang::Zh, Some(chosen)) => format!("“{of}”选了“{chosen}”，按此计算"),
            (Lang::En, Some(chosen)) => format!("“{of}” is “{chosen}”: computed that way"),
            (Lang::Zh, None) => format!("“{of}”未选，各种算法均可能"),
            (Lang::En, None) => format!("“{of}” is not chosen: every way is possible"),
        }
    }

    /// Why there is, or may be, no value.
    pub(super) fn undefined(&self, undefined: &Undefined) -> String {
        let of = self.get(&undefined.labels);
        let zero = undefined.cause == UndefinedCause::ZeroDenominator;
        match (self.lang, zero, undefined.certain) {
            (Lang::Zh, true, true) => format!("分母 {of} 为零，没有值"),
            (Lang::Zh, true, false) => format!("分母 {of} 可能为零，那时没有值"),
            (Lang::Zh, false, true) => format!("{of} 没有本年及更早的数值"),
            (Lang::Zh, false, false) => format!("{of} 可能没有本年及更早的数值"),
            (Lang::En, true, true) => format!("the denominator {of} is zero: no value"),
            (Lang::En, true, false) => format!("the denominator {of} may be zero: then no value"),
            (Lang::En, false, true) => format!("{of} has no value for the year or earlier"),
            (Lang::En, false, false) => format!("{of} may have no value for the year or earlier"),
        }
    }

    /// What makes a result uncertain.
    pub(super) fn levers(&mut self, indent: usize, levers: &[Lever]) {
        if levers.is_empty() {
            return;
        }
        let heading =
            self.either("使结果不定的数据，影响大的在前：", "Open because of these, most first:").to_owned();
        self.line(indent, &heading);
        let mut rows = Vec::new();
        for lever in levers.iter().take(FIRST_LEVERS) {
            let label = self.of_year(self.get(&lever.named.label), lever.last_year);
            let effect = match (self.lang, &lever.narrows, lever.jointly) {
                (Lang::Zh, _, true) => "须与其他数据一并填定".to_owned(),
                (Lang::En, _, true) => "only together with others".to_owned(),
                (Lang::Zh, Some(narrows), _) => format!("填定后至多缩小 {narrows}"),
                (Lang::En, Some(narrows), _) => format!("once known, narrower by up to {narrows}"),
                (Lang::Zh, None, _) => "缩小多少无法计量".to_owned(),
                (Lang::En, None, _) => "no measure of how much".to_owned(),
            };
            let mut row = vec![label, effect];
            if !lever.jointly {
                let ends = [("最低", "low", &lever.low_at), ("最高", "high", &lever.high_at)];
                for (zh, en, at) in ends {
                    let found = self.found_at(at, lever.tried);
                    row.push(format!("{}{}{found}", self.either(zh, en), self.either("：", ": ")));
                }
            }
            rows.push(row);
        }
        self.rows(indent.saturating_add(2), &rows);
        let more = levers.len().saturating_sub(FIRST_LEVERS);
        if more > 0 {
            let text = match self.lang {
                Lang::Zh => format!("…… 另有 {more} 项"),
                Lang::En => format!("… and {more} more"),
            };
            self.line(indent.saturating_add(2), &text);
        }
    }

    /// The values at which an end of a result is found.
    fn found_at(&self, at: &[Text], tried: usize) -> String {
        if at.is_empty() {
            return self.either("所试各值均不是", "at none of those tried").to_owned();
        }
        if at.len() == tried {
            return self.either("所试各值均是", "each of those tried").to_owned();
        }
        let texts: Vec<_> = at.iter().map(|text| self.get(text)).collect();
        texts.join(self.either(" 或 ", " or "))
    }
}
