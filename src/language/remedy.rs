//! What helps with a text that does not fit: what its author most likely meant.

use super::check::{Checker, Typed};
use super::scope::{Found, ValueKind, nearest};
use super::syntax::{Comparison, Node, Part};
use crate::model::{FaultCode, Text};
use crate::texts::in_each;

/// The words that have a word of the language, and what is said of them.
const CHINESE_WORDS: &[(&[&str], &str)] = &[
    (
        &["且", "并且", "而且", "和", "与", "及", "或", "或者", "非", "不", "是", "为", "含", "含有", "包含"],
        "write and, or, not, is, has",
    ),
    (&["&", "|", "!", "！"], "write and, or, not, is, has"),
    (
        &["大于", "小于", "等于", "不等于", "大于等于", "小于等于", "不小于", "不大于", "不低于", "不高于"],
        "write >=, <=, >, <, =, !=",
    ),
    (&["不少于", "不超过", "不多于", "高于", "低于", "超过", "至少", "至多"], "write >=, <=, >, <, =, !="),
    (&["^", "²", "³"], "write a product"),
    (&["加", "减", "乘", "除", "乘以", "除以"], "write +, -, *, /"),
];

/// What helps where nothing more is known.
const CORRECT: &str = "correct it there";

/// What the language has for a word or sign that it does not know.
fn hint(found: &str) -> Option<&'static str> {
    CHINESE_WORDS.iter().find(|(words, _)| words.contains(&found)).map(|(_, hint)| *hint)
}

/// A definition of a unit, for one who has to write it; nothing where the symbol cannot be one.
pub fn unit_example(symbol: &str) -> String {
    if symbol.chars().count() > 6 || !symbol.chars().all(char::is_alphabetic) || symbol.is_empty() {
        return String::new();
    }
    format!(
        r#"{{"unit": "{symbol}", "of": "{symbol}", "factor": "1", "label": {{"zh": "{symbol}", "en": "…"}}}}"#
    )
}

impl Checker<'_> {
    /// Something else was expected than what stands at a column.
    pub(super) fn expected(&mut self, what: &str, column: usize, found: &str) {
        let digits = |text: &str, count: usize| {
            text.chars().count() == count && text.chars().all(|c| c.is_ascii_digit())
        };
        let before = self.slice(column.saturating_sub(1), column);
        let after = self.slice(column.saturating_add(1), column.saturating_add(4));
        // A word that was taken for the unit of the number before.
        let passed = self.slice(1, column);
        let passed = passed.trim_end();
        let others = passed.trim_end_matches(|c: char| c.is_alphabetic() && !c.is_ascii());
        let word = passed.strip_prefix(others).unwrap_or_default();
        let hint = match (found, hint(found), hint(word)) {
            (",", ..) if digits(&before, 1) && digits(&after, 3) => "write numbers without separators",
            (_, Some(hint), _) => hint,
            (_, None, Some(hint)) => {
                let at = others.chars().count().saturating_add(1);
                self.fault(FaultCode::Syntax, at, word, &[("expected", what), ("hint", hint)]);
                return;
            }
            (_, None, None) => CORRECT,
        };
        self.fault(FaultCode::Syntax, column, found, &[("expected", what), ("hint", hint)]);
    }

    /// What stands at a column begins nothing of the language: a label where an id belongs, or a wrong sign.
    pub(super) fn stray(&mut self, column: usize, found: &str) {
        let word = found.chars().all(|c| c.is_alphabetic() && !c.is_ascii());
        if word && hint(found).is_none() {
            self.label_for_id(column, found);
        } else {
            self.expected("a number, a name or a sign", column, found);
        }
    }

    /// What a word of a label is most likely meant to name. Nobody reads it where no further fault is kept.
    fn labelled(&self, word: &str) -> Option<(String, Text)> {
        if self.faults.is_full() { None } else { self.scope.labelled(word).cloned() }
    }

    fn label_for_id(&mut self, column: usize, found: &str) {
        let mut likely = Vec::new();
        if let Some((id, label)) = self.labelled(found) {
            likely.extend(in_each("label", |lang| label.get(lang).to_owned()));
            likely.push(("nearest".to_owned(), id));
        }
        let params: Vec<_> = likely.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        self.fault(FaultCode::LabelForId, column, found, &params);
    }

    /// What stands for a unit after a number is none: it may be a word of the language or a label.
    pub(super) fn unknown_unit(&mut self, column: usize, digits: &str, unit: &str) {
        let near = nearest(unit, self.scope.units.symbols()).unwrap_or("").to_owned();
        if near.is_empty() {
            let end = column.saturating_add(digits.chars().count());
            let after = self.slice(end, usize::MAX);
            let blank = after.chars().take_while(|c| c.is_whitespace()).count();
            let at = end.saturating_add(blank);
            if hint(unit).is_some() {
                self.expected("a sign such as + or >=, or the end", at, unit);
                return;
            }
            if unit.chars().count() > 3 && self.labelled(unit).is_some() {
                self.label_for_id(at, unit);
                return;
            }
        }
        let example = if near.is_empty() { unit_example(unit) } else { String::new() };
        self.fault(FaultCode::UnknownUnit, column, unit, &[("nearest", &near), ("example", &example)]);
    }

    /// Whether one side of a comparison is no number but a figure that is asked otherwise, which is then reported.
    pub(super) fn compares_no_number(&mut self, left: &Node, comparison: Comparison, right: &Node) -> bool {
        [(left, right), (right, left)].into_iter().any(|(of, with)| self.asked_wrongly(of, comparison, with))
    }

    fn asked_wrongly(&mut self, of: &Node, comparison: Comparison, with: &Node) -> bool {
        let Part::Name(name) = &of.part else { return false };
        let Some(Found::Figure(_, kind)) = self.scope.find(name) else { return false };
        let wanted = match &with.part {
            Part::Name(name) => name.as_str(),
            _ => "",
        };
        match kind {
            ValueKind::YesNo => self.yes_no_compared(of, comparison.text()),
            ValueKind::Choice(options) => {
                let option = likely(wanted, options);
                let usage = match comparison {
                    Comparison::Equal => format!("{name} is {option}"),
                    Comparison::NotEqual => format!("not {name} is {option}"),
                    _ => format!("{name} in ({option}, …)"),
                };
                self.wrongly_asked(of, "choice", comparison.text(), &usage, options);
            }
            ValueKind::Checklist(items) => {
                let item = likely(wanted, items);
                let not = if comparison == Comparison::NotEqual { "not " } else { "" };
                let usage = format!("{not}{name} has {item}");
                self.wrongly_asked(of, "checklist", comparison.text(), &usage, items);
            }
            ValueKind::Number(..) | ValueKind::AtFault => return false,
        }
        true
    }

    /// A yes/no figure asked as if it had another value.
    pub(super) fn yes_no_compared(&mut self, of: &Node, sign: &str) {
        let value = self.written(of);
        self.fault(FaultCode::YesNoCompared, of.column, &value, &[("sign", sign)]);
    }

    fn wrongly_asked(&mut self, of: &Node, found: &str, sign: &str, usage: &str, known: &[String]) {
        let value = self.written(of);
        let known = known.join(", ");
        let params = [("found", found), ("sign", sign), ("usage", usage), ("known", &known)];
        self.fault(FaultCode::ChoiceCompared, of.column, &value, &params);
    }

    /// A figure of another kind than `is`, `in` or `has` asks.
    pub(super) fn asked_of(&mut self, of: &Node, found: &Typed, word: &str, wanted: &[(String, usize)]) {
        let named = matches!(of.part, Part::Name(_));
        let wanted = wanted.first().map_or("", |(name, _)| name);
        let name = self.written(of);
        match found {
            Typed::Condition(super::Condition::YesNo(_)) if named => self.yes_no_compared(of, word),
            Typed::Choice(_, options) => {
                let usage = format!("{name} is {}", likely(wanted, options));
                self.wrongly_asked(of, "choice", word, &usage, options);
            }
            Typed::Checklist(_, items) => {
                let usage = format!("{name} has {}", likely(wanted, items));
                self.wrongly_asked(of, "checklist", word, &usage, items);
            }
            other => self.wrong_kind(of, if word == "has" { "checklist" } else { "choice" }, other),
        }
    }
}

/// The option that was most likely meant; the first where none is near.
fn likely(wanted: &str, options: &[String]) -> String {
    let near = nearest(wanted, options.iter().map(String::as_str));
    near.or_else(|| options.first().map(String::as_str)).unwrap_or("…").to_owned()
}
