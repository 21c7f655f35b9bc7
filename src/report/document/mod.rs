//! The whole rulebook as a document with its sources: Markdown, and one HTML file made from it.

mod application;
mod escape;
mod figures;
mod head;
mod html;
mod procedure;
mod scored;
mod standing;

use std::collections::BTreeMap;

use crate::model::{Basis, Lang, Standing, Text};
use crate::plan::Plan;
use crate::texts::Word;
use crate::texts::document as words;
use crate::texts::said;
use crate::wording::Wording;
use escape::{anchor, escaped};

/// The rulebook as Markdown.
#[must_use]
pub fn markdown(plan: &Plan, lang: Lang) -> String {
    let mut document = Document::new(plan, lang);
    document.head();
    document.contents();
    document.reading();
    document.sources();
    document.categories();
    document.requirements();
    document.scored();
    document.figures();
    document.derived();
    document.benchmarks();
    document.units();
    document.procedure();
    document.index();
    document.out
}

/// The rulebook as one HTML file without scripts.
#[must_use]
pub fn html(plan: &Plan, lang: Lang) -> String {
    html::page(plan.document.title.get(lang), lang, &markdown(plan, lang))
}

/// A rule with an assumption, for the index: its anchor, its name and why it is as it is.
struct Assumption {
    anchor: String,
    name: String,
    note: String,
}

struct Document<'a> {
    plan: &'a Plan,
    lang: Lang,
    wording: Wording<'a>,
    /// The rules by name, that use a figure, derived figure or benchmark: its links.
    uses: BTreeMap<String, Vec<String>>,
    /// How many warnings watch a figure.
    watched: BTreeMap<String, usize>,
    assumptions: Vec<Assumption>,
    /// The anchor and the name of the rule that is being written.
    now: (String, String),
    out: String,
}

impl<'a> Document<'a> {
    fn new(plan: &'a Plan, lang: Lang) -> Self {
        let mut document = Self {
            plan,
            lang,
            wording: Wording::new(&plan.document, lang),
            uses: BTreeMap::new(),
            watched: BTreeMap::new(),
            assumptions: Vec::new(),
            now: (String::new(), String::new()),
            out: String::new(),
        };
        document.find_uses();
        document
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// A paragraph, set apart from what follows.
    fn paragraph(&mut self, text: &str) {
        self.line(text);
        self.line("");
    }

    fn word(&self, word: Word) -> &'static str {
        word.get(self.lang)
    }

    fn said(&self, template: Word, params: &[(&str, &str)]) -> String {
        said(template, self.lang, params)
    }

    /// A text of the rulebook, escaped.
    fn text(&self, text: &Text) -> String {
        escaped(text.get(self.lang))
    }

    /// A heading of the document with its anchor.
    fn heading(&mut self, level: usize, anchor: &str, text: &str) {
        let marks = "#".repeat(level);
        self.paragraph(&format!("{marks} <a id=\"{anchor}\"></a>{text}"));
    }

    /// The heading of a rule; what is written next belongs to it.
    fn rule(&mut self, level: usize, kind: &str, id: &str, label: &Text) {
        let (anchor, name) = (anchor(kind, id), self.text(label));
        self.heading(level, &anchor, &format!("{name} {}", escape::code(id)));
        self.now = (anchor, name);
    }

    /// A line of a list: what it is, and what it says.
    fn item(&mut self, depth: usize, name: Word, text: &str) {
        let indent = "  ".repeat(depth);
        let (name, colon) = (self.word(name), self.word(crate::texts::rules::COLON));
        self.line(&format!("{indent}- {name}{colon}{text}"));
    }

    /// A row of a table; every cell is already escaped.
    fn row(&mut self, cells: &[String]) {
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn table(&mut self, head: &[String], numbers_from: usize, rows: Vec<Vec<String>>) {
        self.row(head);
        let rule = |(at, _): (usize, &String)| if at >= numbers_from { "---:" } else { "---" }.to_owned();
        let rules: Vec<_> = head.iter().enumerate().map(rule).collect();
        self.row(&rules);
        rows.iter().for_each(|row| self.row(row));
        self.line("");
    }

    fn joined(&self, parts: impl IntoIterator<Item = String>) -> String {
        self.wording.list(parts)
    }

    fn mark(&self, basis: Basis) -> String {
        format!("**{} {}**", standing::sign(basis), crate::texts::words::basis(basis).get(self.lang))
    }

    /// The labels of the categories that something applies to.
    fn applies_to(&self, categories: Option<&Vec<String>>) -> String {
        match categories {
            None => self.word(words::EVERY_CATEGORY).to_owned(),
            Some(ids) => {
                self.joined(ids.iter().map(|id| escaped(&self.wording.option_label("category", id))))
            }
        }
    }

    /// What the rule being written rests on, as a line of its list.
    fn rests_on(&mut self, depth: usize, standing: &Standing) {
        self.rests_on_as(depth, words::RESTS_ON, standing);
    }

    fn rests_on_as(&mut self, depth: usize, name: Word, standing: &Standing) {
        let told = self.standing(standing);
        self.item(depth, name, &told);
        let named = self.now.clone();
        if name != words::RESTS_ON {
            self.now.1 = format!("{} · {}", named.1, self.word(name));
        }
        self.assume(standing);
        self.now = named;
    }

    /// Puts an assumption into the index, under the name of the rule being written.
    fn assume(&mut self, standing: &Standing) {
        if standing.basis == Basis::Reference {
            let (anchor, name) = self.now.clone();
            let note = standing.note.as_ref().map(|note| self.text(note)).unwrap_or_default();
            self.assumptions.push(Assumption { anchor, name, note });
        }
    }
}
