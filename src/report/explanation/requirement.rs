//! A requirement: its condition as a tree.

use super::Page;
use crate::model::explanation::{ConditionTold, Decider, Joint, RequirementTold};
use crate::model::{Effect, Gap, Lang, Status};
use crate::texts;
use crate::texts::explained as words;

const fn mark(status: Status) -> &'static str {
    match status {
        Status::Met => "✓",
        Status::NotMet => "✗",
        Status::Undetermined => "?",
    }
}

impl Page {
    pub(super) fn requirement(&mut self, told: &RequirementTold) {
        self.heading("结论", "Conclusion");
        let status = texts::status(told.status).get(self.lang);
        let effect = match told.effect {
            Effect::Binding => self.either("申报条件", "a condition for applying"),
            Effect::Hint => self.either("提示，不作为申报条件", "a hint, not a condition"),
        };
        self.line(
            2,
            &format!(
                "{} {status}{}{effect}{}",
                mark(told.status),
                self.either("（", " ("),
                self.either("）", ")")
            ),
        );
        let categories = self.list(told.applies_to.iter().map(|category| &category.label));
        self.line(2, &format!("{}{categories}", self.either("适用于：", "applies to: ")));
        if !told.fields.is_empty() {
            let fields = self.list(told.fields.iter().map(|field| &field.label));
            self.line(
                2,
                &format!(
                    "{}{fields}",
                    self.either("只在选了这些领域时：", "only where these fields are chosen: ")
                ),
            );
        }
        self.way(&told.way);
        self.heading("条件", "Condition");
        let formula = &told.condition.formula;
        self.line(2, &format!("{}{}", self.either("规则  ", "rule  "), formula.written));
        self.condition(2, &told.condition);
        if let Some(status) = told.when_undefined {
            let status = texts::status(status).get(self.lang);
            let text = match self.lang {
                Lang::Zh => format!("比较没有值时，按规则视为{status}"),
                Lang::En => format!("a comparison without a value counts as {status}"),
            };
            self.line(2, &text);
        }
        self.deciders(told);
        if told.status == Status::NotMet {
            self.heading("怎么办", "What to do");
            let remedy = self.get(&told.remedy).to_owned();
            self.line(2, &remedy);
        }
    }

    fn condition(&mut self, indent: usize, told: &ConditionTold) {
        let status = mark(told.status);
        let joint = match told.joint {
            Joint::All => Some(self.either("须同时满足", "all of").to_owned()),
            Joint::Any => Some(self.either("满足其一即可", "any of").to_owned()),
            Joint::Not => Some(self.either("须不成立", "not").to_owned()),
            Joint::AtLeast => {
                let least = told.least.unwrap_or(0);
                Some(match self.lang {
                    Lang::Zh => format!("至少满足 {least} 项"),
                    Lang::En => format!("at least {least} of"),
                })
            }
            Joint::Comparison | Joint::Question => None,
        };
        let Some(joint) = joint else {
            let (labels, values) = (self.get(&told.formula.labels), self.get(&told.formula.values));
            let text = format!("{status} {labels}{}{values}", self.either("：", ": "));
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
        let sign = words::language_word(comparison).map_or(comparison.as_str(), |word| word.get(self.lang));
        let unit_of = if unit == "%" { self.either("个百分点", "percentage points") } else { unit };
        let text = match self.lang {
            Lang::Zh => format!("须 {sign} {need} {unit}，现为 {have} {unit}，相差 {short} {unit_of}"),
            Lang::En => format!("needs {sign} {need} {unit}, is {have} {unit}, {short} {unit_of} away"),
        };
        text.replace(" ，", "，").replace(" , ", ", ").replace("  ", " ")
    }

    fn deciders(&mut self, told: &RequirementTold) {
        if told.decided_by.is_empty() {
            return;
        }
        if told.status == Status::Undetermined {
            self.heading(
                "取决于这些尚未填定的数据；单独填定后的结果",
                "Decided by these open figures; what each alone would make it",
            );
        } else {
            self.heading("由这些数据决定", "Decided by");
            let figures = self.list(told.decided_by.iter().map(|decider| &decider.named.label));
            self.line(2, &figures);
            return;
        }
        let rows: Vec<_> = told.decided_by.iter().map(|decider| self.decider(decider)).collect();
        self.rows(2, &rows);
    }

    fn decider(&self, decider: &Decider) -> Vec<String> {
        let outcomes = decider.outcomes.iter().map(|outcome| {
            let status = texts::status(outcome.status).get(self.lang);
            let at = self.get(&outcome.at);
            let last = if outcome.last_year { words::LAST_YEAR.get(self.lang) } else { "" };
            match self.lang {
                Lang::Zh => format!("{last}{at}：{status}"),
                Lang::En if last.is_empty() => format!("{at}: {status}"),
                Lang::En => format!("{last} {at}: {status}"),
            }
        });
        let outcomes = outcomes.collect::<Vec<_>>().join(self.either("；", "; "));
        vec![self.get(&decider.named.label).to_owned(), outcomes]
    }
}
