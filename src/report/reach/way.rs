//! A figure that would have to change: from what to what, and what that moves.

use super::Report;
use crate::model::{Decimal, Effected, Exact, FigureKind, Lang, MissingState, ReachValue, Sense, Way};

impl Report<'_> {
    pub(super) fn way(&self, way: &Way) -> String {
        let label = self.label("figure", &way.figure);
        let colon = self.either("：", ": ");
        let change = self.change(way);
        let effects: Vec<_> = way.effects.iter().map(|effect| self.effect(effect)).collect();
        let effects = if effects.is_empty() {
            String::new()
        } else {
            format!("{}{}", self.either("；", "; "), effects.join(self.either("，", ", ")))
        };
        format!("{label}{colon}{change}{effects}")
    }

    fn change(&self, way: &Way) -> String {
        let unit = way.unit.as_ref().filter(|unit| !unit.is_empty());
        let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        let to = self.value(&way.figure, &way.to);
        let state = match way.state {
            Some(MissingState::NotCollected) => self.either("本市不统计，", "not collected; "),
            Some(MissingState::Estimate) => self.either("估计为 ", "estimated at "),
            Some(MissingState::Unknown | MissingState::LastYear) => self.either("未填，", "not entered; "),
            None => "",
        };
        let exactly = self.either("（其他值未必可行）", " (other values may not do)");
        match (&way.from, &way.to) {
            (Some(ReachValue::Text(from)), ReachValue::Text(_)) if way.unit.is_some() => {
                let difference = difference(from, &to);
                let up = difference.as_ref().is_some_and(|(up, _)| *up);
                let by = difference.map(|(_, by)| by).unwrap_or_default();
                let exactly = if way.sense == Some(Sense::Exactly) { exactly } else { "" };
                match self.lang {
                    Lang::Zh => {
                        let (verb, by_verb) = if up { ("提高", "增加") } else { ("降低", "减少") };
                        format!("由 {from}{unit} {verb}到 {to}{unit}，{by_verb} {by}{unit}{exactly}")
                    }
                    Lang::En => {
                        let verb = if up { "raise" } else { "lower" };
                        format!("{verb} from {from}{unit} to {to}{unit}, by {by}{unit}{exactly}")
                    }
                }
            }
            (_, ReachValue::Text(_)) if way.unit.is_some() => {
                let estimate = match &way.from {
                    Some(ReachValue::Estimate { between: [low, high] }) => {
                        let end = |end: &Option<String>| end.clone().unwrap_or_else(|| "…".to_owned());
                        format!("{}–{}{unit}{}", end(low), end(high), self.either("，", "; "))
                    }
                    _ => String::new(),
                };
                let must = match way.sense {
                    Some(Sense::AtLeast) => self.either("须不低于 ", "must be at least "),
                    Some(Sense::AtMost) => self.either("须不高于 ", "must be at most "),
                    Some(Sense::Exactly) | None => self.either("须为 ", "must be "),
                };
                let exactly = if way.sense == Some(Sense::Exactly) { exactly } else { "" };
                format!("{state}{estimate}{must}{to}{unit}{exactly}")
            }
            (Some(ReachValue::Items(before)), ReachValue::Items(after)) => {
                self.items(&way.figure, before, after)
            }
            (Some(from), _) => {
                let from = self.value(&way.figure, from);
                match self.lang {
                    Lang::Zh => format!("由“{from}”改为“{to}”"),
                    Lang::En => format!("change from “{from}” to “{to}”"),
                }
            }
            (None, ReachValue::Items(_)) => format!("{state}{}{to}", self.either("须有：", "must include: ")),
            (None, _) => match self.lang {
                Lang::Zh => format!("{state}须为“{to}”"),
                Lang::En => format!("{state}must be “{to}”"),
            },
        }
    }

    fn items(&self, figure: &str, before: &[String], after: &[String]) -> String {
        let beyond = |list: &[String], than: &[String]| -> Vec<String> {
            let items = list.iter().filter(|item| !than.contains(item));
            items.map(|item| self.option(figure, item)).collect()
        };
        let (added, removed) = (beyond(after, before), beyond(before, after));
        let part = |zh: &str, en: &str, items: &[String]| {
            (!items.is_empty()).then(|| format!("{}{}", self.either(zh, en), self.joined(items)))
        };
        let parts = [part("增加：", "add: ", &added), part("去掉：", "leave out: ", &removed)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(self.either("；", "; "))
    }

    fn value(&self, figure: &str, value: &ReachValue) -> String {
        match value {
            ReachValue::Text(text) => self.option(figure, text),
            ReachValue::Flag(answer) => {
                if *answer { self.either("是", "yes") } else { self.either("否", "no") }.to_owned()
            }
            ReachValue::Items(items) => {
                let items: Vec<_> = items.iter().map(|item| self.option(figure, item)).collect();
                self.joined(&items)
            }
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
        let name = self.formula(&effect.of);
        let unit = match &effect.unit {
            Some(unit) if unit.is_empty() => String::new(),
            Some(unit) => format!(" {unit}"),
            None => self.either(" 分", "").to_owned(),
        };
        match (&effect.unit, &effect.from) {
            (None, Some(from)) => {
                format!("{name}{}{from} → {}{unit}", self.either("确定得分 ", ": certain points "), effect.to)
            }
            (_, Some(from)) => format!("{name} {from} → {}{unit}", effect.to),
            (_, None) => format!("{name} = {}{unit}", effect.to),
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
