//! A figure that would have to change: from what to what, and what that moves.

use super::Report;
use crate::model::{Decimal, Effected, Exact, FigureKind, MissingState, ReachValue, ReachWay, Sense};
use crate::texts::report::reach as words;
use crate::texts::{signs, words as named};

impl Report<'_> {
    pub(super) fn way(&self, way: &ReachWay) -> String {
        let (figure, change) = (self.label("figure", &way.figure), self.change(way));
        let effects: Vec<_> = way.effects.iter().map(|effect| self.effect(effect)).collect();
        let effects = effects.join(self.word(signs::COMMA));
        words::Way { figure, change, effects }.get(self.lang)
    }

    fn change(&self, way: &ReachWay) -> String {
        let unit = way.unit.as_ref().filter(|unit| !unit.is_empty());
        let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        let to = self.value(&way.figure, &way.to);
        let state = match way.state {
            Some(MissingState::NotCollected) => self.word(words::NOT_COLLECTED),
            Some(MissingState::Estimate) => self.word(words::ESTIMATED),
            Some(MissingState::Unknown | MissingState::LastYear) => self.word(words::NOT_ENTERED),
            None => "",
        };
        let exactly = self.word(words::ONLY_THIS);
        match (&way.from, &way.to) {
            (Some(ReachValue::Text(from)), ReachValue::Text(_)) if way.unit.is_some() => {
                let difference = difference(from, &to);
                let up = difference.as_ref().is_some_and(|(up, _)| *up);
                let by = difference.map(|(_, by)| by).unwrap_or_default();
                let exactly = if way.sense == Some(Sense::Exactly) { exactly } else { "" };
                let (from, to, by) = (format!("{from}{unit}"), format!("{to}{unit}"), format!("{by}{unit}"));
                let change = if up {
                    words::Raise { from, to, by }.get(self.lang)
                } else {
                    words::Lower { from, to, by }.get(self.lang)
                };
                format!("{change}{exactly}")
            }
            (_, ReachValue::Text(_)) if way.unit.is_some() => {
                let estimate = match &way.from {
                    Some(ReachValue::Estimate { between: [low, high] }) => {
                        let end = |end: &Option<String>| end.clone().unwrap_or_else(|| "…".to_owned());
                        let estimate = format!("{}–{}{unit}", end(low), end(high));
                        words::Estimate { estimate }.get(self.lang)
                    }
                    _ => String::new(),
                };
                let to = format!("{to}{unit}");
                let must = match way.sense {
                    Some(Sense::AtLeast) => words::AtLeast { to }.get(self.lang),
                    Some(Sense::AtMost) => words::AtMost { to }.get(self.lang),
                    Some(Sense::Exactly) | None => words::Exactly { to }.get(self.lang),
                };
                let exactly = if way.sense == Some(Sense::Exactly) { exactly } else { "" };
                format!("{state}{estimate}{must}{exactly}")
            }
            (Some(ReachValue::Items(before)), ReachValue::Items(after)) => {
                self.items(&way.figure, before, after)
            }
            (Some(from), _) => {
                let from = self.value(&way.figure, from);
                words::Change { from, to }.get(self.lang)
            }
            (None, ReachValue::Items(_)) => format!("{state}{}", words::Include { to }.get(self.lang)),
            (None, _) => format!("{state}{}", words::Choose { to }.get(self.lang)),
        }
    }

    fn items(&self, figure: &str, before: &[String], after: &[String]) -> String {
        let beyond = |list: &[String], than: &[String]| -> Vec<String> {
            let items = list.iter().filter(|item| !than.contains(item));
            items.map(|item| self.option(figure, item)).collect()
        };
        let (added, removed) = (beyond(after, before), beyond(before, after));
        let mut parts = Vec::new();
        if !added.is_empty() {
            parts.push(words::Add { items: self.joined(added) }.get(self.lang));
        }
        if !removed.is_empty() {
            parts.push(words::LeaveOut { items: self.joined(removed) }.get(self.lang));
        }
        parts.join(self.word(signs::SEMICOLON))
    }

    fn value(&self, figure: &str, value: &ReachValue) -> String {
        match value {
            ReachValue::Text(text) => self.option(figure, text),
            ReachValue::Flag(answer) => self.word(if *answer { named::YES } else { named::NO }).to_owned(),
            ReachValue::Items(items) => self.joined(items.iter().map(|item| self.option(figure, item))),
            ReachValue::Estimate { between } => {
                between.iter().flatten().cloned().collect::<Vec<_>>().join("–")
            }
        }
    }

    /// The label of an option or item; a number as it is.
    fn option(&self, figure: &str, id: &str) -> String {
        let document = self.plan.document.figures.iter().find(|known| known.id == figure);
        let options = match document.map(|figure| &figure.kind) {
            Some(FigureKind::Choice(choice)) => choice.options.as_slice(),
            Some(FigureKind::Checklist(list)) => list.items.as_slice(),
            _ => &[],
        };
        let option = options.iter().find(|option| option.id == id);
        option.map_or_else(|| id.to_owned(), |option| option.label.get(self.lang).to_owned())
    }

    fn effect(&self, effect: &Effected) -> String {
        let (of, to) = (self.formula(&effect.of), &effect.to);
        let Some(unit) = &effect.unit else {
            return match &effect.from {
                Some(from) => words::PointsEffect { of, from, to }.get(self.lang),
                None => words::PointsBecome { of, to }.get(self.lang),
            };
        };
        let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
        match &effect.from {
            Some(from) => format!("{of} {from} → {to}{unit}"),
            None => format!("{of} = {to}{unit}"),
        }
    }
}

/// Whether the second number is greater, and by how much they differ.
fn difference(from: &str, to: &str) -> Option<(bool, String)> {
    let (from, to) = (from.parse::<Decimal>().ok()?, to.parse::<Decimal>().ok()?);
    let difference = Exact::from(to) - Exact::from(from);
    let up = !difference.is_negative();
    let by = if up { difference } else { -difference };
    Some((up, by.to_decimal().map_or_else(|| by.to_text(12), |by| by.to_string())))
}
