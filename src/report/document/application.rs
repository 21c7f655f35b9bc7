//! Categories, fields and requirements.

use super::Document;
use super::escape::{code, escaped};
use crate::language::{Condition, Structure, Written};
use crate::model::{Basis, Decision, Effect, FieldChoice, Floor};
use crate::texts::Word;
use crate::texts::document as words;

impl Document<'_> {
    pub(super) fn categories(&mut self) {
        let document = &self.plan.document;
        if !document.categories.is_empty() {
            self.heading(2, "categories", self.word(words::CATEGORIES));
        }
        for category in &document.categories {
            self.rule(3, "category", &category.id, &category.label);
            if let Some(help) = &category.help {
                self.paragraph(&self.text(help));
            }
            if !document.fields.is_empty() {
                let fields = match category.fields {
                    FieldChoice::All => words::ALL_FIELDS,
                    FieldChoice::Choose => words::CHOOSE_FIELDS,
                };
                self.item(0, words::FIELDS, self.word(fields));
            }
            self.rests_on(0, &category.standing);
            match &category.line {
                Some(line) => {
                    let total = self.said(words::AT_LEAST, &[("total", &line.total.to_string())]);
                    let (name, rests_on) = match line.standing.basis {
                        Basis::Reference => (words::REFERENCE_LINE, words::REFERENCE_LINE_RESTS_ON),
                        _ => (words::LINE, words::LINE_RESTS_ON),
                    };
                    self.item(0, name, &total);
                    for floor in &line.floors {
                        let floor = self.floor(floor);
                        self.item(1, words::FLOOR, &floor);
                    }
                    self.rests_on_as(1, rests_on, &line.standing);
                }
                None => self.item(0, words::LINE, self.word(words::NO_LINE)),
            }
            self.line("");
        }
        self.fields();
    }

    fn fields(&mut self) {
        let document = &self.plan.document;
        if !document.fields.is_empty() {
            self.heading(2, "fields", self.word(words::FIELDS));
        }
        for field in &document.fields {
            self.rule(3, "field", &field.id, &field.label);
            if let Some(help) = &field.help {
                self.paragraph(&self.text(help));
            }
            self.rests_on(0, &field.standing);
            for floor in &field.floors {
                let floor = self.floor(floor);
                self.item(0, words::FLOOR, &floor);
            }
            if let Some(standing) = &field.floors_standing {
                self.rests_on_as(0, words::FLOORS_REST_ON, standing);
            }
            self.line("");
        }
    }

    fn floor(&self, floor: &Floor) -> String {
        let (kind, id) = match (&floor.dimension, &floor.indicator) {
            (Some(id), _) => ("dimension", id),
            (None, Some(id)) => ("indicator", id),
            (None, None) => return String::new(),
        };
        let label = self.plan.label(kind, id, self.lang).unwrap_or_else(|| id.clone());
        let link = format!("[{}](#{})", escaped(&label), super::anchor(kind, id));
        self.said(words::AT_LEAST_PERCENT, &[("what", &link), ("percent", &floor.least_percent.to_string())])
    }

    pub(super) fn requirements(&mut self) {
        let document = &self.plan.document;
        if document.requirements.is_empty() {
            return;
        }
        self.heading(2, "requirements", self.word(words::REQUIREMENTS));
        for (at, requirement) in document.requirements.iter().enumerate() {
            self.rule(3, "requirement", &requirement.id, &requirement.label);
            let effect = match requirement.effect {
                Effect::Binding => words::BINDING,
                Effect::Hint => words::HINT,
            };
            self.item(0, words::EFFECT, self.word(effect));
            let categories = self.applies_to(requirement.categories.as_ref());
            self.item(0, words::APPLIES_TO, &categories);
            if let Some(fields) = &requirement.fields {
                let fields = self.joined(fields.iter().map(|id| escaped(&self.wording.field(id))));
                self.item(0, words::IN_FIELDS, &fields);
            }
            let written = Written::read(&requirement.condition);
            let plan = self.plan.requirements.get(at);
            if let Some((written, plan)) = written.zip(plan) {
                self.condition(0, Some(words::CONDITION), &written, &plan.condition);
            }
            self.item(0, words::AS_WRITTEN, &code(&requirement.condition));
            if let Some(decision) = requirement.when_undefined {
                let counts = match decision {
                    Decision::Met => words::COUNTS_AS_MET,
                    Decision::NotMet => words::COUNTS_AS_NOT_MET,
                };
                self.item(0, words::WHERE_UNDEFINED, self.word(counts));
            }
            let remedy = self.text(&requirement.remedy);
            self.item(0, words::REMEDY, &remedy);
            self.rests_on(0, &requirement.standing);
            self.line("");
        }
    }

    /// A condition as a tree: what must hold together, and of what one is enough. A part of one has no name.
    pub(super) fn condition(
        &mut self,
        depth: usize,
        name: Option<Word>,
        written: &Written,
        condition: &Condition,
    ) {
        let (text, parts) = match written.structure(condition) {
            Structure::All(parts) => (self.word(words::ALL_OF).to_owned(), parts),
            Structure::Any(parts) => (self.word(words::ANY_OF).to_owned(), parts),
            Structure::AtLeast(least, parts) => {
                (self.said(words::AT_LEAST_OF, &[("least", &least.to_string())]), parts)
            }
            Structure::Not(..) | Structure::Compare(..) | Structure::Question => {
                (escaped(&self.wording.written(written)), Vec::new())
            }
        };
        match name {
            Some(name) => self.item(depth, name, &text),
            None => self.line(&format!("{}- {text}", "  ".repeat(depth))),
        }
        for (part, condition) in parts {
            self.condition(depth.saturating_add(1), None, &part, condition);
        }
    }
}
