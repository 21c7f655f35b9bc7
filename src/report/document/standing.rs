//! What a rule rests on, and which rules use which values.

use std::cell::RefCell;

use super::Document;
use super::escape::{anchor, escaped};
use crate::language::{Reading, Written};
use crate::model::{Basis, Indicator, Score, Standing};
use crate::texts::document as words;
use crate::texts::rules::CLAUSE_JOINT;

/// The sign of a standing: told apart in black and white as well.
pub(super) const fn sign(basis: Basis) -> char {
    match basis {
        Basis::Official => '●',
        Basis::Interpretation => '◐',
        Basis::Reported => '○',
        Basis::Reference => '△',
    }
}

/// Notes the names that are read out.
#[derive(Default)]
struct Names(RefCell<Vec<String>>);

impl Reading for Names {
    fn name(&self, name: &str) -> String {
        self.0.borrow_mut().push(name.to_owned());
        String::new()
    }
}

/// The names in a formula or condition, each once.
fn names(text: &str) -> Vec<String> {
    let names = Names::default();
    if let Some(written) = Written::read(text) {
        written.print(&names);
    }
    let mut names = names.0.into_inner();
    names.sort();
    names.dedup();
    names
}

fn formulas<'s>(score: &'s Score, found: &mut Vec<&'s str>) {
    match score {
        Score::Bands(bands) => found.push(&bands.of),
        Score::Piecewise(line) => found.push(&line.of),
        Score::PerUnit(unit) => found.push(&unit.of),
        Score::Target(target) => {
            found.extend(
                [target.of.as_str(), target.target.as_str()].into_iter().chain(target.from.as_deref()),
            );
        }
        Score::Growth(growth) => found.push(&growth.of),
        Score::Choice(choice) => found.push(&choice.of),
        Score::Checklist(list) => found.push(&list.of),
        Score::BestOf(parts) => parts.iter().for_each(|part| formulas(part, found)),
        Score::SumOf(shares) => shares.iter().for_each(|share| formulas(&share.score, found)),
        Score::ByField(fields) => fields.values().for_each(|score| formulas(score, found)),
    }
}

impl Document<'_> {
    /// What a rule rests on: kind, document, place, its words, and why.
    pub(super) fn standing(&self, standing: &Standing) -> String {
        let mut parts = vec![self.mark(standing.basis)];
        if let Some(source) = &standing.source {
            let number = self.source_number(source);
            let place = standing.article.as_deref().map(|article| format!(" {}", escaped(article)));
            parts.push(format!(
                "[\\[{number}\\]](#{}){}",
                anchor("source", source),
                place.unwrap_or_default()
            ));
        } else if let Some(article) = &standing.article {
            parts.push(escaped(article));
        }
        if let Some(quote) = &standing.quote {
            parts.push(self.said(words::QUOTE, &[("quote", &escaped(quote))]));
        }
        let mut told = parts.join(self.word(words::STANDING_JOINT));
        if let Some(note) = &standing.note {
            told.push_str(self.word(CLAUSE_JOINT));
            told.push_str(&self.text(note));
        }
        told
    }

    /// The number under which a source is listed.
    fn source_number(&self, id: &str) -> String {
        let sources = &self.plan.document.sources;
        let at = sources.iter().position(|source| source.id == id);
        at.map_or_else(|| escaped(id), |at| at.saturating_add(1).to_string())
    }

    fn used(&mut self, by: &str, formulas: &[&str]) {
        let mut all: Vec<_> = formulas.iter().flat_map(|formula| names(formula)).collect();
        all.sort();
        all.dedup();
        for name in all {
            self.uses.entry(name).or_default().push(by.to_owned());
        }
    }

    /// Which rules use which values.
    pub(super) fn find_uses(&mut self) {
        let document = &self.plan.document;
        let link = |kind: &str, id: &str, label: &crate::model::Text| {
            format!("[{}](#{})", escaped(label.get(self.lang)), anchor(kind, id))
        };
        let mut rules: Vec<(String, Vec<&str>)> = Vec::new();
        for derived in &document.derived {
            rules.push((link("derived", &derived.id, &derived.label), vec![&derived.formula]));
        }
        for requirement in &document.requirements {
            let link = link("requirement", &requirement.id, &requirement.label);
            rules.push((link, vec![&requirement.condition]));
        }
        let mut open: Vec<&Indicator> =
            document.dimensions.iter().flat_map(|d| &d.indicators).rev().collect();
        while let Some(indicator) = open.pop() {
            let mut found = Vec::new();
            indicator.score.iter().for_each(|score| formulas(score, &mut found));
            rules.push((link("indicator", &indicator.id, &indicator.label), found));
            open.extend(indicator.indicators.iter().rev());
        }
        for material in document.materials.iter().filter(|material| material.when.is_some()) {
            let when = material.when.as_deref().into_iter().collect();
            rules.push((link("material", &material.id, &material.label), when));
        }
        for route in &document.routes {
            rules.push((link("route", &route.id, &route.label), vec![&route.when]));
        }
        if let Some(choice) = &document.weights_by {
            rules.push((self.word(words::WEIGHTS_BY).to_owned(), vec![choice]));
        }
        for (by, formulas) in rules {
            self.used(&by, &formulas);
        }
        for name in self.plan.document.warnings.iter().flat_map(|warning| names(&warning.when)) {
            let count = self.watched.entry(name).or_default();
            *count = count.saturating_add(1);
        }
    }

    /// The rules that use a value, as links; and how many warnings watch it.
    pub(super) fn used_by(&self, id: &str) -> String {
        let rules = self.uses.get(id).cloned().unwrap_or_default();
        let warnings =
            self.watched.get(id).map(|count| self.said(words::WATCHED, &[("count", &count.to_string())]));
        let all: Vec<_> = rules.into_iter().chain(warnings).collect();
        if all.is_empty() { self.word(words::NO_RULE).to_owned() } else { self.joined(all) }
    }
}
