//! The changes, part by part.

use std::collections::BTreeMap;

use serde_json::Value;

use super::naming::{Naming, UNITS};
use super::parts::{Part, SECTIONS, WITHOUT};
use super::walk::{Leaf, Step, Walk};
use super::{Pair, effects};
use crate::model::{
    ChangeEffect, Lang, PropertyChange, RuleChange, RuleChangeKind, Rulebook, Subject, Text, ToldValue,
};
use crate::texts::{amendment::words, said};

/// A document and its parts.
pub(super) type Parted<'p, 'v> = (&'v Value, &'p [Part<'v>]);

/// What a part is called by readers.
pub(super) fn label(part: &Part<'_>) -> Text {
    let found = ["label", "title", "text"].iter().find_map(|key| part.value.get(key));
    let text = found.and_then(|label| serde_json::from_value(label.clone()).ok());
    text.unwrap_or_else(|| Text::each(|_| part.id.clone()))
}

impl Pair<'_> {
    fn naming(&self, document: Side, lang: Lang) -> Naming<'_> {
        Naming::new(self.document(document), lang)
    }

    fn document(&self, side: Side) -> &Rulebook {
        match side {
            Side::Old => &self.old.document,
            Side::New => &self.new.document,
        }
    }

    /// Every change, list by list.
    pub(super) fn changes(&self, old: Parted<'_, '_>, new: Parted<'_, '_>) -> Vec<RuleChange> {
        let mut changes = Vec::new();
        let lists: Vec<_> = SECTIONS.iter().map(|(section, _)| *section).collect();
        let head = Walk::parts(self.renames, (old.0, ""), (new.0, ""), &lists);
        let properties = self.properties("", "", head);
        if !properties.is_empty() {
            let title = Text::each(|lang| words::THE_RULEBOOK.get(lang).to_owned());
            let effect = strongest(&properties);
            let (old, new) = (Some(String::new()), Some(String::new()));
            let mut change = plain(RuleChangeKind::Changed, Subject::Document, "", title, effect, (old, new));
            change.properties = properties;
            changes.push(change);
        }
        for (section, kind) in SECTIONS {
            self.section(section, *kind, old.1, new.1, &mut changes);
        }
        changes
    }

    fn section(
        &self,
        section: &str,
        subject: Subject,
        old: &[Part<'_>],
        new: &[Part<'_>],
        changes: &mut Vec<RuleChange>,
    ) {
        let old: Vec<_> = old.iter().filter(|part| part.section == section).collect();
        let new: Vec<_> = new.iter().filter(|part| part.section == section).collect();
        let came_from =
            |part: &Part<'_>| old.iter().copied().find(|old| self.renames.name(section, &old.id) == part.id);
        for part in &new {
            let Some(before) = came_from(part) else {
                let effect = effects::of_part(section, false);
                let at = (None, Some(part.pointer.clone()));
                changes.push(plain(RuleChangeKind::Added, subject, &part.id, label(part), effect, at));
                continue;
            };
            self.part(section, before, part, changes);
        }
        let kept = |part: &Part<'_>| new.iter().any(|new| self.renames.name(section, &part.id) == new.id);
        for part in old.iter().filter(|part| !kept(part)) {
            let effect = effects::of_part(section, true);
            let at = (Some(part.pointer.clone()), None);
            changes.push(plain(RuleChangeKind::Removed, subject, &part.id, label(part), effect, at));
        }
        self.orders(section, subject, &old, &new, changes);
    }

    /// A part that is in both.
    fn part(&self, section: &str, old: &Part<'_>, new: &Part<'_>, changes: &mut Vec<RuleChange>) {
        let at = || (Some(old.pointer.clone()), Some(new.pointer.clone()));
        let made = |kind, effect| plain(kind, new.subject, &new.id, label(new), effect, at());
        if old.id != new.id {
            let mut change = made(RuleChangeKind::Renamed, effects::of_rename(section));
            (change.from, change.to) = (Some(name(&old.id)), Some(name(&new.id)));
            changes.push(change);
        }
        if let (Some(from), Some(to)) = (&old.parent, &new.parent)
            && self.renames.parent(from) != to
        {
            let mut change = made(RuleChangeKind::Moved, ChangeEffect::Result);
            let told = |side, id: &String| ToldValue {
                value: Value::from(id.clone()),
                words: Text::each(|lang| self.naming(side, lang).scored(id)),
            };
            (change.from, change.to) = (Some(told(Side::Old, from)), Some(told(Side::New, to)));
            changes.push(change);
        }
        let without: Vec<_> = WITHOUT.iter().copied().chain((old.id != new.id).then_some("id")).collect();
        let leaves =
            Walk::parts(self.renames, (old.value, &old.pointer), (new.value, &new.pointer), &without);
        let properties = self.properties(section, &new.id, leaves);
        if !properties.is_empty() {
            let mut change = made(RuleChangeKind::Changed, strongest(&properties));
            change.properties = properties;
            changes.push(change);
        }
    }

    /// Lists whose parts stand in another order: of indicators, those below one parent.
    fn orders(
        &self,
        section: &str,
        subject: Subject,
        old: &[&Part<'_>],
        new: &[&Part<'_>],
        changes: &mut Vec<RuleChange>,
    ) {
        let mut below: BTreeMap<Option<&String>, Vec<(usize, &Part<'_>, &Part<'_>)>> = BTreeMap::new();
        for part in new {
            let before = old.iter().enumerate().find(|(_, o)| self.renames.name(section, &o.id) == part.id);
            let stayed = |(_, o): &(usize, &&Part<'_>)| {
                o.parent.as_ref().map(|parent| self.renames.parent(parent)) == part.parent.as_deref()
            };
            if let Some((at, before)) = before.filter(stayed) {
                below.entry(part.parent.as_ref()).or_default().push((at, before, part));
            }
        }
        for (parent, mut parts) in below {
            if parts.iter().map(|(at, ..)| *at).is_sorted() {
                continue;
            }
            let list = |parts: &[&Part<'_>]| ToldValue {
                value: parts.iter().map(|part| Value::from(part.id.clone())).collect(),
                words: Text::each(|lang| {
                    let labels = parts.iter().map(|part| label(part).get(lang).to_owned());
                    labels.collect::<Vec<_>>().join(crate::texts::rules::LIST_JOINT.get(lang))
                }),
            };
            let to = list(&parts.iter().map(|(_, _, new)| *new).collect::<Vec<_>>());
            parts.sort_by_key(|(at, ..)| *at);
            let from = list(&parts.iter().map(|(_, old, _)| *old).collect::<Vec<_>>());
            let what = Text::each(|lang| {
                let list = subject_of(subject, lang);
                match parent {
                    Some(parent) => format!("{list} · {}", self.naming(Side::New, lang).scored(parent)),
                    None => list,
                }
            });
            let above = |part: Option<&Part<'_>>| part.map(|part| list_of(&part.pointer));
            let at =
                (above(parts.first().map(|(_, old, _)| *old)), above(parts.first().map(|(.., new)| *new)));
            let id = parent.map_or("", String::as_str);
            let mut change =
                plain(RuleChangeKind::Reordered, subject, id, what, effects::of_order(section), at);
            (change.from, change.to) = (Some(from), Some(to));
            changes.push(change);
        }
    }

    /// The properties that differ, in words.
    fn properties(&self, section: &str, id: &str, leaves: Vec<Leaf>) -> Vec<PropertyChange> {
        let told = leaves.into_iter().map(|leaf| {
            let of = match section {
                "figures" => Some(id.to_owned()),
                "units" => Some(UNITS.to_owned()),
                _ => leaf.of.clone(),
            };
            let side = if leaf.to.is_some() { Side::New } else { Side::Old };
            // What came or went is said as a value: the property is its list.
            let steps = match leaf.steps.as_slice() {
                [above @ .., Step::Item { .. }] if leaf.from.is_none() || leaf.to.is_none() => above,
                all => all,
            };
            let name = Text::each(|lang| {
                let name = self.naming(side, lang).property(section, steps, of.as_deref());
                if leaf.order { said(words::ORDER_OF, lang, &[("list", &name)]) } else { name }
            });
            let value = |side, value: &Option<Value>| {
                value.as_ref().map(|value| ToldValue {
                    value: value.clone(),
                    words: Text::each(|lang| {
                        self.naming(side, lang).value(&leaf.steps, of.as_deref(), value)
                    }),
                })
            };
            PropertyChange {
                path: leaf.steps.iter().map(Step::text).collect::<Vec<_>>().join("/"),
                name,
                effect: effects::of_property(section, &leaf),
                same_meaning: leaf.same_meaning,
                old: leaf.old.clone(),
                new: leaf.new.clone(),
                from: value(Side::Old, &leaf.from).or_else(|| absent(section, &leaf)),
                to: value(Side::New, &leaf.to).or_else(|| absent(section, &leaf)),
            }
        });
        told.collect()
    }
}

/// What the absence of a list of categories or fields means: all of them; that of points: nobody knows them.
fn absent(section: &str, leaf: &Leaf) -> Option<ToldValue> {
    let word = match (section, leaf.steps.as_slice()) {
        ("requirements" | "materials", [Step::Key(key)]) if key == "categories" => words::EVERY_CATEGORY,
        ("requirements", [Step::Key(key)]) if key == "fields" => words::WHATEVER_FIELDS,
        ("indicators", [Step::Key(key)]) if key == "max" => words::NOT_KNOWN,
        _ => return None,
    };
    Some(ToldValue { value: Value::Null, words: word.text() })
}

/// One of the two rulebooks.
#[derive(Debug, Clone, Copy)]
enum Side {
    Old,
    New,
}

fn subject_of(kind: Subject, lang: Lang) -> String {
    crate::texts::words::subject(kind).get(lang).to_owned()
}

/// The list in which something stands.
fn list_of(pointer: &str) -> String {
    pointer.rsplit_once('/').map_or("", |(list, _)| list).to_owned()
}

fn name(id: &str) -> ToldValue {
    ToldValue { value: Value::from(id), words: Text::each(|_| id.to_owned()) }
}

fn strongest(properties: &[PropertyChange]) -> ChangeEffect {
    properties.iter().map(|property| property.effect).min().unwrap_or(ChangeEffect::Words)
}

fn plain(
    kind: RuleChangeKind,
    subject: Subject,
    id: &str,
    label: Text,
    effect: ChangeEffect,
    (old, new): (Option<String>, Option<String>),
) -> RuleChange {
    RuleChange {
        kind,
        subject,
        id: id.to_owned(),
        label,
        effect,
        old,
        new,
        from: None,
        to: None,
        properties: Vec::new(),
    }
}
