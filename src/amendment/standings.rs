//! What became of the reference assumptions: the day the official table arrives, this is the list of what it replaced.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Pair;
use super::changes::{Parted, label};
use super::keys;
use super::naming::{Naming, basis};
use super::parts::{Part, SECTIONS, WITHOUT};
use super::walk::Step;
use crate::model::{Basis, ChangeEffect, RuleChange, StandingChange, StandingChanges, Subject, Text};

/// A standing within a part.
struct Found<'v> {
    subject: Subject,
    id: String,
    label: Text,
    section: &'static str,
    steps: Vec<Step>,
    pointer: String,
    value: &'v Value,
}

impl Found<'_> {
    fn basis(&self) -> Option<Basis> {
        self.value.get("basis").and_then(Value::as_str).and_then(basis)
    }

    fn path(&self) -> String {
        self.steps.iter().map(Step::text).collect::<Vec<_>>().join("/")
    }
}

/// The key under which a standing is found again: part and way.
type Key = (Subject, String, String);

fn collect<'v>(value: &'v Value, at: &str, steps: &[Step], found: &mut Vec<(Vec<Step>, String, &'v Value)>) {
    let mut go = |step: Step, key: &str, inner: &'v Value| {
        let steps: Vec<_> = steps.iter().cloned().chain([step]).collect();
        collect(inner, &format!("{at}/{key}"), &steps, found);
    };
    match value {
        Value::Object(object) if object.contains_key("basis") => {
            found.push((steps.to_vec(), at.to_owned(), value));
        }
        Value::Object(object) => {
            for (key, inner) in object.iter().filter(|(key, _)| !WITHOUT.contains(&key.as_str())) {
                go(Step::Key(key.clone()), key, inner);
            }
        }
        Value::Array(list) => {
            let name = steps.last().map_or("", Step::key).to_owned();
            for (at, inner) in list.iter().enumerate() {
                let id = inner.get("id").and_then(Value::as_str).unwrap_or("").to_owned();
                go(Step::Item { list: name.clone(), id }, &at.to_string(), inner);
            }
        }
        _ => {}
    }
}

fn all<'v>((document, parts): Parted<'_, 'v>) -> Vec<Found<'v>> {
    let mut found = Vec::new();
    let mut add = |subject, id: &str, label: Text, section, value: &'v Value, at: &str| {
        let mut standings = Vec::new();
        collect(value, at, &[], &mut standings);
        found.extend(standings.into_iter().map(|(steps, pointer, value)| Found {
            subject,
            id: id.to_owned(),
            label: label.clone(),
            section,
            steps,
            pointer,
            value,
        }));
    };
    for (key, value) in document.as_object().into_iter().flatten() {
        if !SECTIONS.iter().any(|(section, _)| section == key) && value.is_object() {
            let name =
                Text::each(|lang| keys::key("", key).map_or(key.as_str(), |word| word.get(lang)).to_owned());
            add(Subject::Document, key, name, "", value, &format!("/{key}"));
        }
    }
    for part in parts {
        add(part.subject, &part.id, label(part), part.section, part.value, &part.pointer);
    }
    found
}

impl Pair<'_> {
    fn key(&self, found: &Found<'_>) -> Key {
        let id = self.renames.name(found.section, &found.id).to_owned();
        (found.subject, id, found.path())
    }

    /// What became of every standing.
    pub(super) fn standings(
        &self,
        old: Parted<'_, '_>,
        new: Parted<'_, '_>,
        changes: &[RuleChange],
    ) -> StandingChanges {
        let (before, after) = (all(old), all(new));
        let before: BTreeMap<Key, &Found<'_>> = before.iter().map(|found| (self.key(found), found)).collect();
        let after_keys: Vec<Key> =
            after.iter().map(|found| (found.subject, found.id.clone(), found.path())).collect();
        let mut standings = StandingChanges::default();
        for (found, key) in after.iter().zip(&after_keys) {
            // Where a weight had no standing of its own, it rested on that of its part.
            let whole = (key.0, key.1.clone(), "standing".to_owned());
            let stood =
                before.get(key).or_else(|| before.get(&whole).filter(|_| key.2.ends_with("_standing")));
            let from = stood.and_then(|found| found.basis());
            let change = self.told(found, from, found.basis(), changes);
            match (from, change.to) {
                (Some(Basis::Reference), Some(Basis::Reference)) => standings.remaining.push(change),
                (Some(Basis::Reference), _) => standings.replaced.push(change),
                (_, Some(Basis::Reference)) => standings.introduced.push(change),
                (Some(from), Some(to)) if from != to => standings.others.push(change),
                _ => {}
            }
        }
        for (key, found) in &before {
            let part_stays = new.1.iter().any(|part: &Part<'_>| part.subject == key.0 && part.id == key.1);
            // A weight that lost its own standing rests on that of its part, which was told above.
            let falls_back = part_stays && key.2.ends_with("_standing");
            if found.basis() == Some(Basis::Reference) && !after_keys.contains(key) && !falls_back {
                standings.removed.push(self.told(found, Some(Basis::Reference), None, changes));
            }
        }
        standings
    }

    fn told(
        &self,
        found: &Found<'_>,
        from: Option<Basis>,
        to: Option<Basis>,
        changes: &[RuleChange],
    ) -> StandingChange {
        let document = if to.is_some() { &self.new.document } else { &self.old.document };
        let of = match found.steps.as_slice() {
            [Step::Key(key)] if key == "standing" => Text::each(|_| String::new()),
            steps => {
                let steps: Vec<_> = match steps.split_last() {
                    Some((Step::Key(key), above)) if key == "standing" => above.to_vec(),
                    _ => steps.to_vec(),
                };
                Text::each(|lang| Naming::new(document, lang).property(found.section, &steps, None))
            }
        };
        let cited = |lang| Naming::new(document, lang).cited(found.value);
        let has_cited = found.value.get("source").is_some();
        let of_part = |change: &&RuleChange| {
            change.subject == found.subject && change.id == found.id && change.effect == ChangeEffect::Result
        };
        let rule = |change: &RuleChange| {
            change.properties.is_empty()
                || change
                    .properties
                    .iter()
                    .any(|p| p.effect == ChangeEffect::Result && !p.path.ends_with("standing"))
        };
        StandingChange {
            subject: found.subject,
            id: found.id.clone(),
            label: found.label.clone(),
            path: found.path(),
            of,
            from,
            to,
            cited: (to.is_some() && has_cited).then(|| Text::each(|lang| cited(lang).unwrap_or_default())),
            rule_changed: changes.iter().filter(of_part).any(rule),
            place: found.pointer.clone(),
        }
    }
}
