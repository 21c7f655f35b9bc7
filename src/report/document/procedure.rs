//! Materials, routes, warnings, notes, and the index of assumptions.

use super::escape::{code, escaped};
use super::{Assumption, Document, anchor};
use crate::language::Written;
use crate::texts::document as words;

impl Document<'_> {
    pub(super) fn procedure(&mut self) {
        self.materials();
        self.routes();
        self.warnings();
        self.notes();
    }

    fn materials(&mut self) {
        let document = &self.plan.document;
        if !document.materials.is_empty() {
            self.heading(2, "materials", self.word(words::MATERIALS));
        }
        for material in &document.materials {
            self.rule(3, "material", &material.id, &material.label);
            self.paragraph(&self.text(&material.help));
            let categories = self.applies_to(material.categories.as_ref());
            self.item(0, words::APPLIES_TO, &categories);
            if let Some(when) = &material.when {
                self.when(words::NEEDED_WHEN, when);
            }
            self.rests_on(0, &material.standing);
            self.line("");
        }
    }

    /// A condition in words and as it is written.
    fn when(&mut self, name: crate::texts::Word, when: &str) {
        let words_of = Written::read(when).map_or_else(|| when.to_owned(), |w| self.wording.written(&w));
        self.item(0, name, &escaped(&words_of));
        self.item(0, words::AS_WRITTEN, &code(when));
    }

    fn routes(&mut self) {
        let document = &self.plan.document;
        if document.routes.is_empty() {
            return;
        }
        self.heading(2, "routes", self.word(words::ROUTES));
        self.paragraph(self.word(words::ROUTES_INTRODUCTION));
        for route in &document.routes {
            self.rule(3, "route", &route.id, &route.label);
            self.when(words::ROUTE_WHEN, &route.when);
            self.rests_on(0, &route.standing);
            self.line("");
            for (at, step) in route.steps.iter().enumerate() {
                let (anchor, name) =
                    (anchor("step", &format!("{}-{}", route.id, step.id)), self.text(&step.label));
                let number = at.saturating_add(1);
                self.line(&format!("{number}. <a id=\"{anchor}\"></a>{name}"));
                self.now = (anchor, name);
                if let Some(help) = &step.help {
                    let help = self.text(help);
                    self.line(&format!("     - {help}"));
                }
                // Three blanks more than a list within a list: it belongs to the step whatever its number.
                let told = self.standing(&step.standing);
                let colon = self.word(crate::texts::rules::COLON);
                self.line(&format!("     - {}{colon}{told}", self.word(words::RESTS_ON)));
                self.assume(&step.standing);
            }
            self.line("");
        }
    }

    fn warnings(&mut self) {
        let document = &self.plan.document;
        if document.warnings.is_empty() {
            return;
        }
        self.heading(2, "warnings", self.word(words::WARNINGS));
        self.paragraph(self.word(words::WARNINGS_INTRODUCTION));
        for warning in &document.warnings {
            let anchor = anchor("warning", &warning.id);
            let text = self.text(&warning.text);
            self.line(&format!("- <a id=\"{anchor}\"></a>{text}"));
            let when = escaped(&self.wording.formula(&warning.when));
            self.item(1, words::GIVEN_WHEN, &when);
        }
        self.line("");
    }

    fn notes(&mut self) {
        let document = &self.plan.document;
        if !document.notes.is_empty() {
            self.heading(2, "notes", self.word(words::NOTES));
        }
        for note in &document.notes {
            self.rule(3, "note", &note.id, &note.label);
            self.paragraph(&self.text(&note.text));
            self.rests_on(0, &note.standing);
            self.line("");
        }
    }

    /// Every rule that is an assumption, with the reason.
    pub(super) fn index(&mut self) {
        self.heading(2, "assumptions", self.word(words::ASSUMPTIONS));
        let assumptions = std::mem::take(&mut self.assumptions);
        if assumptions.is_empty() {
            self.paragraph(self.word(words::NO_ASSUMPTION));
            return;
        }
        let count = assumptions.len().to_string();
        self.paragraph(&self.said(words::ASSUMPTIONS_INTRODUCTION, &[("count", &count)]));
        let colon = self.word(crate::texts::rules::COLON);
        for Assumption { anchor, name, note } in assumptions {
            self.line(&format!("- [{name}](#{anchor}){colon}{note}"));
        }
        self.line("");
    }
}
