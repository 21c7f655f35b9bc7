//! An explanation for a terminal, made from its data alone.

mod points;
mod requirement;
mod scored;
mod thing;
mod way;

use super::layout::{padded, widest};
use crate::model::explanation::{About, ExplainedKind, Explanation, Places, RuleTold};
use crate::model::{Lang, Text};
use crate::texts::report::{explanation as words, shared};
use crate::texts::{self, Word};

/// The explanation as text in `lang`.
#[must_use]
pub fn explanation_text(explanation: &Explanation, lang: Lang) -> String {
    let mut page =
        Page { lang, places: explanation.places, of_kind: of_kind(explanation), out: String::new() };
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

/// With how many places the points of what is explained are shown.
const fn of_kind(explanation: &Explanation) -> u32 {
    match explanation.kind {
        ExplainedKind::Category | ExplainedKind::Field => explanation.places.total,
        ExplainedKind::Dimension => explanation.places.dimension,
        _ => explanation.places.indicator,
    }
}

struct Page {
    lang: Lang,
    places: Places,
    /// Those of the kind of thing explained.
    of_kind: u32,
    out: String,
}

impl Page {
    fn line(&mut self, indent: usize, text: &str) {
        let text = format!("{}{text}", " ".repeat(indent));
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn heading(&mut self, heading: Word) {
        self.line(0, "");
        self.line(0, self.word(heading));
    }

    const fn word(&self, word: Word) -> &'static str {
        word.get(self.lang)
    }

    fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }

    /// Labels joined as a list.
    fn list<'t>(&self, labels: impl IntoIterator<Item = &'t Text>) -> String {
        texts::list(labels.into_iter().map(|text| self.get(text)), self.lang)
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
        let kind = self.word(texts::words::explained(explanation.kind));
        let (label, id) = (self.get(&explanation.label), &explanation.id);
        self.line(0, &words::Head { label, kind, id }.get(self.lang));
        let submission = &explanation.submission;
        let city = if submission.city.is_empty() {
            self.word(shared::NO_CITY).to_owned()
        } else {
            submission.city.clone()
        };
        let year = submission.year.map(|year| shared::OfYear { year }.get(self.lang));
        self.line(0, &format!("{city}{}", year.unwrap_or_default()));
        if let Some(help) = &explanation.help {
            let help = self.get(help).to_owned();
            self.line(0, &help);
        }
        self.heading(words::RESTS_ON);
        self.rule(2, &explanation.rule);
        if let Some(rule) = &explanation.weight_rule {
            self.heading(words::POINTS_REST_ON);
            self.rule(2, rule);
        }
    }

    fn basis(&self, rule: &RuleTold) -> String {
        format!("[{}]", self.word(texts::words::basis(rule.basis)))
    }

    fn rule(&mut self, indent: usize, rule: &RuleTold) {
        let mut first = self.basis(rule);
        if let Some(source) = &rule.source {
            first.push(' ');
            first.push_str(self.get(source));
        }
        if let Some(article) = &rule.article {
            first = words::Article { source: first, article }.get(self.lang);
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
        self.line(0, self.word(words::ROUNDED));
        self.line(0, &format!("{} {} · sha256 {}", rulebook.id, rulebook.version, rulebook.sha256));
        let name = self.word(shared::SUBMISSION);
        self.line(0, &format!("{name} · sha256 {}", submission.sha256));
        self.line(0, &format!("infocity {}", explanation.engine));
    }
}
