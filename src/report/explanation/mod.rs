//! An explanation for a terminal, made from its data alone.

mod points;
mod requirement;
mod scored;
mod thing;
mod way;

use super::layout::{padded, widest};
use crate::model::explanation::{About, Explanation, RuleTold};
use crate::model::{Lang, Text};
use crate::texts;
use crate::texts::explained as words;

/// The explanation as text in `lang`.
#[must_use]
pub fn explanation_text(explanation: &Explanation, lang: Lang) -> String {
    let mut page = Page { lang, out: String::new() };
    page.head(explanation);
    match &explanation.about {
        About::Indicator(told) => page.indicator(told),
        About::Sums(told) => page.sums(told),
        About::Requirement(told) => page.requirement(told),
        About::Derived(told) => page.derived(told),
        About::Benchmark(told) => page.benchmark(told),
        About::Figure(told) => page.figure(told),
    }
    page.foot(explanation);
    page.out
}

/// The explanation as JSON, indented, with a line end.
#[must_use]
pub fn explanation_json(explanation: &Explanation) -> String {
    // An explanation always has a JSON form; the fallback is never taken.
    let mut json = serde_json::to_string_pretty(explanation).unwrap_or_default();
    json.push('\n');
    json
}

struct Page {
    lang: Lang,
    out: String,
}

impl Page {
    fn line(&mut self, indent: usize, text: &str) {
        let text = format!("{}{text}", " ".repeat(indent));
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn heading(&mut self, zh: &str, en: &str) {
        let heading = self.either(zh, en).to_owned();
        self.line(0, "");
        self.line(0, &heading);
    }

    fn either<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    /// Labels joined as a list.
    fn list<'t>(&self, texts: impl IntoIterator<Item = &'t Text>) -> String {
        let labels: Vec<_> = texts.into_iter().map(|text| self.get(text)).collect();
        labels.join(self.either("、", ", "))
    }

    /// Rows in columns; the last column is not padded.
    fn rows(&mut self, indent: usize, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<_> = (0..columns)
            .map(|column| widest(rows.iter().filter_map(|row| row.get(column)).map(String::as_str)))
            .collect();
        for row in rows {
            let cells = row.iter().zip(&widths).map(|(cell, width)| padded(cell, *width));
            let cells = cells.collect::<Vec<_>>().join("  ");
            self.line(indent, &cells);
        }
    }

    fn head(&mut self, explanation: &Explanation) {
        let kind = words::explained(explanation.kind).get(self.lang);
        let label = self.get(&explanation.label).to_owned();
        self.line(
            0,
            &format!("{label}{}{kind} {}{}", self.either("（", " ("), explanation.id, self.either("）", ")")),
        );
        let submission = &explanation.submission;
        let city = if submission.city.is_empty() {
            self.either("（未填城市）", "(no city)").to_owned()
        } else {
            submission.city.clone()
        };
        let year = submission.year.map(|year| match self.lang {
            Lang::Zh => format!(" {year} 年"),
            Lang::En => format!(" {year}"),
        });
        self.line(0, &format!("{city}{}", year.unwrap_or_default()));
        if let Some(help) = &explanation.help {
            let help = self.get(help).to_owned();
            self.line(0, &help);
        }
        self.heading("依据", "What it rests on");
        self.rule(2, &explanation.rule);
        if let Some(rule) = &explanation.weight_rule {
            self.heading("分值的依据", "What the points rest on");
            self.rule(2, rule);
        }
    }

    fn basis(&self, rule: &RuleTold) -> String {
        format!("[{}]", texts::basis(rule.basis).get(self.lang))
    }

    fn rule(&mut self, indent: usize, rule: &RuleTold) {
        let mut first = self.basis(rule);
        if let Some(source) = &rule.source {
            first.push(' ');
            first.push_str(self.get(source));
        }
        if let Some(article) = &rule.article {
            first.push_str(self.either("", ", "));
            first.push_str(article);
        }
        self.line(indent, &first);
        if let Some(quote) = &rule.quote {
            self.line(indent, &format!("“{quote}”"));
        }
        if let Some(note) = &rule.note {
            let note = self.get(note).to_owned();
            self.line(indent, &note);
        }
    }

    fn foot(&mut self, explanation: &Explanation) {
        let (rulebook, submission) = (&explanation.rulebook, &explanation.submission);
        self.line(0, "");
        self.line(
            0,
            self.either(
                "≈ 后为便于阅读而取近似的数，计算一律用精确值。",
                "A number after ≈ is rounded for reading; everything is computed with the exact one.",
            )
            .to_owned()
            .as_str(),
        );
        self.line(0, &format!("{} {} · sha256 {}", rulebook.id, rulebook.version, rulebook.sha256));
        let name = self.either("填报", "submission");
        self.line(0, &format!("{name} · sha256 {}", submission.sha256));
        self.line(0, &format!("infocity {}", explanation.engine));
    }
}
