//! What the rulebook is, how its marks are read, and its sources.

use super::Document;
use super::escape::{anchor, code, escaped, link};
use crate::model::{Basis, Standing};
use crate::texts::Word;
use crate::texts::document as words;

/// The chapters in their order: anchor, heading, whether there is anything in it.
type Chapter = (&'static str, Word, bool);

impl Document<'_> {
    pub(super) fn head(&mut self) {
        let document = &self.plan.document;
        self.now = ("top".to_owned(), self.word(words::THE_RULEBOOK).to_owned());
        self.heading(1, "top", &self.text(&document.title));
        self.paragraph(&self.text(&document.summary));
        self.item(0, words::NAME, &code(&document.id));
        self.item(0, words::VERSION, &escaped(&document.version));
        self.item(0, words::CHECKED_ON, &escaped(&document.checked_on));
        if let Some(valid) = &document.valid {
            let from = escaped(&valid.from);
            let told = match &valid.to {
                Some(to) => self.said(words::FROM_TO, &[("from", &from), ("to", &escaped(to))]),
                None => self.said(words::FROM_ON, &[("from", &from)]),
            };
            self.item(0, words::VALID, &told);
            self.rests_on_as(1, words::VALID_RESTS_ON, &valid.standing);
        }
        if let Some(round) = &document.last_round {
            self.item(0, words::LAST_ROUND, &round.year.to_string());
            self.rests_on_as(1, words::ROUND_RESTS_ON, &round.standing);
        }
        self.item(0, words::FINGERPRINT, &code(&self.plan.sha256));
        self.line("");
    }

    /// The overview, and for each dimension a line with its indicators.
    fn indicator_contents(&mut self) {
        self.line(&format!("  - [{}](#overview)", self.word(words::OVERVIEW)));
        let colon = self.word(crate::texts::rules::COLON);
        for dimension in &self.plan.document.dimensions {
            let of = self.link("dimension", &dimension.id, &dimension.label);
            let indicators = dimension.indicators.iter();
            let links: Vec<_> =
                indicators.map(|known| self.link("indicator", &known.id, &known.label)).collect();
            self.line(&format!("  - {of}{colon}{}", links.join(" · ")));
        }
    }

    pub(super) fn contents(&mut self) {
        let document = &self.plan.document;
        let chapters: [Chapter; 15] = [
            ("reading", words::READING, true),
            ("sources", words::SOURCES, !document.sources.is_empty()),
            ("categories", words::CATEGORIES, !document.categories.is_empty()),
            ("fields", words::FIELDS, !document.fields.is_empty()),
            ("requirements", words::REQUIREMENTS, !document.requirements.is_empty()),
            ("indicators", words::INDICATORS, true),
            ("figures", words::FIGURES, true),
            ("derived", words::DERIVED, !document.derived.is_empty()),
            ("benchmarks", words::BENCHMARKS, !document.benchmarks.is_empty()),
            ("units", words::UNITS, !document.units.is_empty()),
            ("materials", words::MATERIALS, !document.materials.is_empty()),
            ("routes", words::ROUTES, !document.routes.is_empty()),
            ("warnings", words::WARNINGS, !document.warnings.is_empty()),
            ("notes", words::NOTES, !document.notes.is_empty()),
            ("assumptions", words::ASSUMPTIONS, true),
        ];
        self.heading(2, "contents", self.word(words::CONTENTS));
        for (anchor, heading, _) in chapters.iter().filter(|(.., there)| *there) {
            self.line(&format!("- [{}](#{anchor})", self.word(*heading)));
            if *anchor == "indicators" {
                self.indicator_contents();
            }
        }
        self.line("");
    }

    /// The four standings, with how many rules have each.
    pub(super) fn reading(&mut self) {
        self.heading(2, "reading", self.word(words::READING));
        self.paragraph(self.word(words::READING_INTRODUCTION));
        let all = self.standings();
        let rows = [
            (Basis::Official, words::OFFICIAL_MEANS),
            (Basis::Interpretation, words::INTERPRETATION_MEANS),
            (Basis::Reported, words::REPORTED_MEANS),
            (Basis::Reference, words::REFERENCE_MEANS),
        ];
        let rows = rows.iter().map(|(basis, means)| {
            let count = all.iter().filter(|found| *found == basis).count().to_string();
            vec![self.mark(*basis), self.word(*means).to_owned(), count]
        });
        let rows = rows.collect();
        let head = [words::MARK, words::MEANS, words::HOW_MANY].map(|word| self.word(word).to_owned());
        self.table(&head, 2, rows);
    }

    /// The standing of everything that has one.
    fn standings(&self) -> Vec<Basis> {
        fn collect(value: &serde_json::Value, found: &mut Vec<Basis>) {
            match value {
                serde_json::Value::Object(object) if object.contains_key("basis") => {
                    found.extend(serde_json::from_value::<Standing>(value.clone()).map(|s| s.basis));
                }
                serde_json::Value::Object(object) => object.values().for_each(|inner| collect(inner, found)),
                serde_json::Value::Array(list) => list.iter().for_each(|inner| collect(inner, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        collect(&serde_json::to_value(&self.plan.document).unwrap_or_default(), &mut found);
        found
    }

    pub(super) fn sources(&mut self) {
        let document = &self.plan.document;
        if document.sources.is_empty() {
            return;
        }
        self.heading(2, "sources", self.word(words::SOURCES));
        for (at, source) in document.sources.iter().enumerate() {
            let number = at.saturating_add(1);
            let title = self.text(&source.title);
            let details = [
                source.number.as_deref().map(escaped),
                Some(self.text(&source.issuer)),
                source.date.as_deref().map(escaped),
                source.address.as_deref().map(link),
            ];
            let details: Vec<_> = details.into_iter().flatten().collect();
            let details = details.join(self.word(words::STANDING_JOINT));
            let anchor = anchor("source", &source.id);
            self.line(&format!(
                "{number}. <a id=\"{anchor}\"></a>{title}{}{details}",
                self.word(words::STANDING_JOINT)
            ));
            if let Some(note) = &source.note {
                // Indented so far that it belongs to the source whatever its number.
                let note = self.text(note);
                self.line(&format!("     - {note}"));
            }
        }
        self.line("");
    }
}
