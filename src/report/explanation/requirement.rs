//! A requirement: its condition as a tree.

use super::Page;
use crate::model::explanation::{ConditionTold, Decider, Joint, RequirementTold};
use crate::model::{Effect, Gap, Status};
use crate::texts::report::explanation::requirement as words;
use crate::texts::{self, signs};

const fn mark(status: Status) -> &'static str {
    match status {
        Status::Met => "✓",
        Status::NotMet => "✗",
        Status::Undetermined => "?",
    }
}

impl Page {
    pub(super) fn requirement(&mut self, told: &RequirementTold) {
        self.heading(words::CONCLUSION);
        let status = self.word(texts::words::status(told.status));
        let effect = self.word(match told.effect {
            Effect::Binding => words::BINDING,
            Effect::Hint => words::HINT,
        });
        let effect = signs::Bracketed { text: effect }.get(self.lang);
        self.line(2, &format!("{} {status}{effect}", mark(told.status)));
        let categories = self.list(told.applies_to.iter().map(|category| &category.label));
        self.line(2, &words::AppliesTo { categories }.get(self.lang));
        if !told.fields.is_empty() {
            let fields = self.list(told.fields.iter().map(|field| &field.label));
            self.line(2, &words::FieldsChosen { fields }.get(self.lang));
        }
        self.way(&told.way);
        self.heading(words::CONDITION);
        let formula = &told.condition.formula;
        self.line(2, &words::Rule { rule: &formula.written }.get(self.lang));
        self.condition(2, &told.condition);
        if let Some(status) = told.when_undefined {
            let status = self.word(texts::words::status(status));
            self.line(2, &words::WhenUndefined { status }.get(self.lang));
        }
        self.deciders(told);
        if told.status == Status::NotMet {
            self.heading(words::WHAT_TO_DO);
            let remedy = self.get(&told.remedy).to_owned();
            self.line(2, &remedy);
        }
    }

    fn condition(&mut self, indent: usize, told: &ConditionTold) {
        let status = mark(told.status);
        let joint = match told.joint {
            Joint::All => Some(self.word(words::ALL).to_owned()),
            Joint::Any => Some(self.word(words::ANY).to_owned()),
            Joint::Not => Some(self.word(words::NOT).to_owned()),
            Joint::AtLeast => Some(words::AtLeast { least: told.least.unwrap_or(0) }.get(self.lang)),
            Joint::Comparison | Joint::Question => None,
        };
        let Some(joint) = joint else {
            let (labels, values) = (self.get(&told.formula.labels), self.get(&told.formula.values));
            let text = format!("{status} {labels}{}{values}", self.word(signs::COLON));
            self.line(indent, &text);
            for choice in &told.choices {
                let text = self.choice(choice);
                self.line(indent.saturating_add(2), &text);
            }
            for undefined in &told.undefined {
                let text = self.undefined(undefined);
                self.line(indent.saturating_add(2), &text);
            }
            if let Some(gap) = &told.gap {
                let text = self.gap(gap);
                self.line(indent.saturating_add(2), &text);
            }
            return;
        };
        self.line(indent, &format!("{status} {joint}"));
        told.parts.iter().for_each(|part| self.condition(indent.saturating_add(4), part));
    }

    fn gap(&self, gap: &Gap) -> String {
        let Gap { comparison, need, have, short, unit, .. } = gap;
        let comparison = texts::rule_word(comparison).map_or(comparison.as_str(), |word| self.word(word));
        let with = |number: &str, unit: &str| format!("{number} {unit}").trim_end().to_owned();
        let unit_of = if unit == "%" { self.word(words::PERCENTAGE_POINTS) } else { unit };
        let (need, have, short) = (with(need, unit), with(have, unit), with(short, unit_of));
        words::Gap { comparison, need, have, short }.get(self.lang)
    }

    fn deciders(&mut self, told: &RequirementTold) {
        if told.decided_by.is_empty() {
            return;
        }
        if told.status == Status::Undetermined {
            self.heading(words::DEPENDS_ON);
        } else {
            self.heading(words::DECIDED_BY);
            let figures = self.list(told.decided_by.iter().map(|decider| &decider.named.label));
            self.line(2, &figures);
            return;
        }
        let rows: Vec<_> = told.decided_by.iter().map(|decider| self.decider(decider)).collect();
        self.rows(2, &rows);
    }

    fn decider(&self, decider: &Decider) -> Vec<String> {
        let outcomes = decider.outcomes.iter().map(|outcome| {
            let status = self.word(texts::words::status(outcome.status));
            let at = self.get(&outcome.at);
            if outcome.last_year {
                let last_year = self.word(texts::words::LAST_YEAR);
                words::OutcomeLastYear { last_year, at, status }.get(self.lang)
            } else {
                words::Outcome { at, status }.get(self.lang)
            }
        });
        let outcomes = outcomes.collect::<Vec<_>>().join(self.word(signs::SEMICOLON));
        vec![self.get(&decider.named.label).to_owned(), outcomes]
    }
}
