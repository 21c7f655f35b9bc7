//! Two values of a rulebook's document side by side, down to the properties that differ.
//!
//! The walk knows no property by name beyond what names things elsewhere: whatever a rulebook comes to hold is compared.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::keys::rank;
use super::renames::Renames;

/// A step from a part of the rulebook down to a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// A property.
    Key(String),
    /// An item of a list, by its id.
    Item { list: String, id: String },
    /// An item of a list, by its number from 1.
    At { list: String, number: usize },
}

impl Step {
    /// The step as it stands in a path.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Key(key) => key.clone(),
            Self::Item { id, .. } => id.clone(),
            Self::At { number, .. } => number.to_string(),
        }
    }

    /// The property, where the step is one.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Key(key) => key,
            _ => "",
        }
    }
}

/// A property that differs.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    /// The way to it.
    pub(super) steps: Vec<Step>,
    /// Where it is in the old document.
    pub(super) old: Option<String>,
    /// Where it is in the new one.
    pub(super) new: Option<String>,
    /// What it was.
    pub(super) from: Option<Value>,
    /// What it is.
    pub(super) to: Option<Value>,
    /// The figure whose options are the keys hereabouts.
    pub(super) of: Option<String>,
    /// Only names in it, or the way it is written, differ.
    pub(super) same_meaning: bool,
    /// The items are the same in another order.
    pub(super) order: bool,
}

/// Where the walk is.
#[derive(Debug, Clone, Default)]
struct Trail {
    steps: Vec<Step>,
    old: String,
    new: String,
    of: Option<String>,
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

impl Trail {
    fn down(&self, step: Step, old: &str, new: &str) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self {
            steps,
            old: format!("{}/{}", self.old, escaped(old)),
            new: format!("{}/{}", self.new, escaped(new)),
            of: self.of.clone(),
        }
    }

    fn key(&self) -> &str {
        self.steps.last().map_or("", Step::key)
    }
}

/// Finds the properties that differ.
pub(super) struct Walk<'a> {
    renames: &'a Renames,
    leaves: Vec<Leaf>,
}

impl<'a> Walk<'a> {
    /// The properties in which two parts differ, those in `without` aside.
    pub(super) fn parts(
        renames: &'a Renames,
        (old, old_at): (&Value, &str),
        (new, new_at): (&Value, &str),
        without: &[&str],
    ) -> Vec<Leaf> {
        let mut walk = Self { renames, leaves: Vec::new() };
        let trail = Trail { old: old_at.to_owned(), new: new_at.to_owned(), ..Trail::default() };
        match (old, new) {
            (Value::Object(old), Value::Object(new)) => walk.objects(old, new, &trail, without),
            _ => walk.values(old, new, &trail),
        }
        walk.leaves
    }

    fn values(&mut self, old: &Value, new: &Value, trail: &Trail) {
        if old == new {
            return;
        }
        match (old, new) {
            (Value::Object(a), Value::Object(b)) if !told_as_one(a, b) => {
                self.objects(a, b, trail, &[]);
            }
            (Value::Array(a), Value::Array(b)) => match (ids(a), ids(b)) {
                (Some(a_ids), Some(b_ids)) => self.items((a, &a_ids), (b, &b_ids), trail),
                _ if a.len() == b.len() && a.iter().chain(b).all(Value::is_object) => {
                    for (at, (a, b)) in a.iter().zip(b).enumerate() {
                        let list = trail.key().to_owned();
                        let step = Step::At { list, number: at.saturating_add(1) };
                        self.values(a, b, &trail.down(step, &at.to_string(), &at.to_string()));
                    }
                }
                _ => self.leaf(Some(old), Some(new), trail),
            },
            _ => self.leaf(Some(old), Some(new), trail),
        }
    }

    fn objects(
        &mut self,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        trail: &Trail,
        without: &[&str],
    ) {
        let mut trail = trail.clone();
        if let Some(Value::String(of)) = old.get("of") {
            trail.of = Some(of.clone());
        }
        let renamed = |key: &str| self.renames.key(trail.key(), trail.of.as_deref(), key).to_owned();
        let came_from = |key: &str| old.keys().find(|old| renamed(old) == key).cloned();
        let mut keys: Vec<(Option<String>, Option<String>)> = Vec::new();
        for key in new.keys() {
            keys.push((came_from(key), Some(key.clone())));
        }
        let taken: BTreeSet<_> = keys.iter().filter_map(|(old, _)| old.clone()).collect();
        keys.extend(old.keys().filter(|key| !taken.contains(*key)).map(|key| (Some(key.clone()), None)));
        let shown = |pair: &(Option<String>, Option<String>)| pair.1.clone().or_else(|| pair.0.clone());
        keys.sort_by_key(|pair| shown(pair).map(|key| (rank(&key), key)));
        for (from, to) in keys {
            let Some(key) = to.as_ref().or(from.as_ref()).filter(|key| !without.contains(&key.as_str()))
            else {
                continue;
            };
            let (a, b) = (from.as_ref().and_then(|k| old.get(k)), to.as_ref().and_then(|k| new.get(k)));
            let old_key = from.as_ref().unwrap_or(key);
            let below = trail.down(Step::Key(key.clone()), old_key, key);
            match (a, b) {
                (Some(a), Some(b)) if a == b && old_key != key => {
                    self.leaf(Some(a), Some(b), &below);
                    self.leaves.last_mut().into_iter().for_each(|leaf| leaf.same_meaning = true);
                }
                (Some(a), Some(b)) => self.values(a, b, &below),
                (a, b) => self.leaf(a, b, &below),
            }
        }
    }

    /// Two lists whose items have ids: by ids, and their order.
    fn items(
        &mut self,
        (old, old_ids): (&[Value], &[String]),
        (new, new_ids): (&[Value], &[String]),
        trail: &Trail,
    ) {
        let list = trail.key().to_owned();
        let pairs = self.pairs((old, old_ids), (new, new_ids), trail);
        let mut order = Vec::new();
        for (at, id) in new_ids.iter().enumerate() {
            let came = pairs.iter().find(|(_, to)| *to == at).map(|(from, _)| *from);
            let step = Step::Item { list: list.clone(), id: id.clone() };
            let below = trail.down(step, &came.unwrap_or(at).to_string(), &at.to_string());
            match came.and_then(|from| old.get(from)).zip(new.get(at)) {
                Some((a, b)) => self.values(a, b, &below),
                None => self.leaf(None, new.get(at), &below),
            }
            order.extend(came);
        }
        for (at, id) in old_ids.iter().enumerate().filter(|(at, _)| !order.contains(at)) {
            let step = Step::Item { list: list.clone(), id: id.clone() };
            self.leaf(old.get(at), None, &trail.down(step, &at.to_string(), &at.to_string()));
        }
        if !order.is_sorted() {
            let all = |ids: &[String]| Value::from(ids.to_vec());
            self.leaf(Some(&all(old_ids)), Some(&all(new_ids)), trail);
            self.leaves.last_mut().into_iter().for_each(|leaf| leaf.order = true);
        }
    }

    /// Which item became which: the same id, else one that is equal but for its id.
    fn pairs(
        &self,
        (old, old_ids): (&[Value], &[String]),
        (new, new_ids): (&[Value], &[String]),
        trail: &Trail,
    ) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (from, id) in old_ids.iter().enumerate() {
            if let Some(to) = new_ids.iter().position(|new| new == id) {
                pairs.push((from, to));
            }
        }
        for (from, item) in old.iter().enumerate() {
            let open = |to: usize| !pairs.iter().any(|(a, b)| *a == from || *b == to);
            let twin = new.iter().enumerate().find(|(to, other)| open(*to) && equal_but_id(item, other));
            if let Some((to, _)) = twin.filter(|_| trail.key() != "floors") {
                pairs.push((from, to));
            }
        }
        pairs
    }

    fn leaf(&mut self, from: Option<&Value>, to: Option<&Value>, trail: &Trail) {
        let same_meaning = match (from, to) {
            (Some(from), Some(to)) => self.renames.same(trail.key(), from, to),
            _ => false,
        };
        self.leaves.push(Leaf {
            steps: trail.steps.clone(),
            old: from.map(|_| trail.old.clone()),
            new: to.map(|_| trail.new.clone()),
            from: from.cloned(),
            to: to.cloned(),
            of: trail.of.clone(),
            same_meaning,
            order: false,
        });
    }
}

/// Whether two objects are told as wholes: texts in several languages, standings of different kinds, and different things
/// under one name each, such as two kinds of score functions.
fn told_as_one(a: &Map<String, Value>, b: &Map<String, Value>) -> bool {
    let is_text = |object: &Map<String, Value>| object.get("zh").is_some_and(Value::is_string);
    let other_basis = a.get("basis").zip(b.get("basis")).is_some_and(|(a, b)| a != b);
    let other_variant = a.len() == 1 && b.len() == 1 && a.keys().ne(b.keys());
    is_text(a) || is_text(b) || other_basis || other_variant
}

/// What names an item of a list.
fn id(item: &Value) -> Option<String> {
    let text = |key: &str| item.get(key).and_then(Value::as_str);
    if item.get("least_percent").is_some() {
        return Some(format!("{}:{}", text("dimension").unwrap_or(""), text("indicator").unwrap_or("")));
    }
    text("id").or_else(|| text("unit")).map(str::to_owned)
}

/// The names of a list's items, where each has one of its own.
fn ids(list: &[Value]) -> Option<Vec<String>> {
    let ids = list.iter().map(id).collect::<Option<Vec<_>>>()?;
    let different: BTreeSet<_> = ids.iter().collect();
    (different.len() == ids.len()).then_some(ids)
}

/// Whether two items differ in nothing but their ids.
pub(super) fn equal_but_id(a: &Value, b: &Value) -> bool {
    let (Value::Object(a), Value::Object(b)) = (a, b) else { return false };
    a.len() == b.len() && a.iter().all(|(key, value)| key == "id" || b.get(key) == Some(value))
}
