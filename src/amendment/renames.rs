//! Parts that have another name and are otherwise equal, and rules that changed only by such names.

use std::collections::BTreeMap;

use serde_json::Value;

use super::parts::{Part, WITHOUT};
use super::walk::{Walk, equal_but_id};
use crate::language::{Reading, Written};

/// The most rounds of finding names: each makes rules equal that use the names found before.
const ROUNDS: usize = 8;

/// The properties that hold a formula or a condition.
pub(super) const FORMULAS: &[&str] = &["of", "target", "from", "formula", "condition", "when"];

/// New names by old ones, each kind of name on its own.
#[derive(Debug, Default)]
pub(super) struct Renames {
    by_space: BTreeMap<String, BTreeMap<String, String>>,
    weights_by: Option<String>,
}

/// Which names live together: formulas name figures, benchmarks and derived figures alike.
fn space(section: &str) -> &str {
    match section {
        "figures" | "benchmarks" | "derived" => "values",
        other => other,
    }
}

const OPTIONS_OF: &str = "options of ";

/// The names of a figure's options.
fn options(figure: &str) -> String {
    format!("{OPTIONS_OF}{figure}")
}

/// The text by which a part may be known again: it must be equal.
fn face(part: &Part<'_>) -> String {
    let found = ["label", "title", "text"].iter().find_map(|key| part.value.get(key));
    found.map(Value::to_string).unwrap_or_default()
}

impl Renames {
    /// Finds what was only renamed.
    pub(super) fn find(old: &[Part<'_>], new: &[Part<'_>], weights_by: Option<&str>) -> Self {
        let mut renames = Self { weights_by: weights_by.map(str::to_owned), ..Self::default() };
        let is_in = |parts: &[Part<'_>], part: &Part<'_>| {
            parts.iter().any(|p| p.section == part.section && p.id == part.id)
        };
        let gone: Vec<_> = old.iter().filter(|part| !is_in(new, part)).collect();
        let mut come: BTreeMap<(&str, String), Vec<&Part<'_>>> = BTreeMap::new();
        for part in new.iter().filter(|part| !is_in(old, part)) {
            come.entry((part.section, face(part))).or_default().push(part);
        }
        for _ in 0..ROUNDS {
            let before = renames.len();
            for part in &gone {
                if renames.has(part.section, &part.id) {
                    continue;
                }
                let twins = come.get(&(part.section, face(part))).into_iter().flatten();
                let twin = twins
                    .filter(|twin| !renames.taken(part.section, &twin.id))
                    .find(|twin| renames.only_names_differ(part, twin))
                    .map(|twin| twin.id.clone());
                if let Some(id) = twin {
                    renames.add(space(part.section), &part.id, id);
                }
            }
            for part in old.iter().filter(|part| part.section == "figures") {
                renames.options(part, new);
            }
            if renames.len() == before {
                break;
            }
        }
        renames
    }

    /// The options of a figure that were renamed.
    fn options(&mut self, figure: &Part<'_>, new: &[Part<'_>]) {
        let id = self.get("values", &figure.id).to_owned();
        let Some(now) = new.iter().find(|part| part.section == "figures" && part.id == id) else { return };
        for place in ["/kind/choice/options", "/kind/checklist/items"] {
            let list = |part: &Part<'_>| part.value.pointer(place).and_then(Value::as_array).cloned();
            let (Some(old), Some(new)) = (list(figure), list(now)) else { continue };
            let id = |item: &Value| item.get("id").and_then(Value::as_str).map(str::to_owned);
            let is_in = |list: &[Value], item: &Value| list.iter().any(|other| id(other) == id(item));
            for item in old.iter().filter(|item| !is_in(&new, item)) {
                let twin = new.iter().find(|other| !is_in(&old, other) && equal_but_id(item, other));
                if let Some((from, to)) = id(item).zip(twin.and_then(id)) {
                    self.add(&options(&figure.id), &from, to);
                }
            }
        }
    }

    fn only_names_differ(&self, old: &Part<'_>, new: &Part<'_>) -> bool {
        let without: Vec<_> = WITHOUT.iter().copied().chain(["id"]).collect();
        let leaves = Walk::parts(self, (old.value, ""), (new.value, ""), &without);
        let above = match (&old.parent, &new.parent) {
            (Some(old), Some(new)) => self.parent(old) == new,
            (None, None) => true,
            _ => false,
        };
        above && leaves.iter().all(|leaf| leaf.same_meaning)
    }

    /// The old names by new ones.
    pub(super) fn inverse(&self) -> Self {
        let turned = self.by_space.iter().map(|(space, names)| {
            let figure = space.strip_prefix(OPTIONS_OF).map(|figure| options(self.get("values", figure)));
            let names = names.iter().map(|(old, new)| (new.clone(), old.clone())).collect();
            (figure.unwrap_or_else(|| space.clone()), names)
        });
        let weights_by = self.weights_by.as_deref().map(|figure| self.get("values", figure).to_owned());
        Self { by_space: turned.collect(), weights_by }
    }

    fn len(&self) -> usize {
        self.by_space.values().map(BTreeMap::len).sum()
    }

    fn add(&mut self, space: &str, old: &str, new: String) {
        self.by_space.entry(space.to_owned()).or_default().insert(old.to_owned(), new);
    }

    fn has(&self, section: &str, old: &str) -> bool {
        self.by_space.get(space(section)).is_some_and(|names| names.contains_key(old))
    }

    fn taken(&self, section: &str, new: &str) -> bool {
        self.by_space.get(space(section)).is_some_and(|names| names.values().any(|name| name == new))
    }

    fn get<'n>(&'n self, space: &str, old: &'n str) -> &'n str {
        self.by_space.get(space).and_then(|names| names.get(old)).map_or(old, String::as_str)
    }

    /// The new name of a part of `section`.
    pub(super) fn name<'n>(&'n self, section: &str, old: &'n str) -> &'n str {
        self.get(space(section), old)
    }

    /// The new name of an option or item of a figure, by the figure's old name.
    pub(super) fn option<'n>(&'n self, figure: &str, old: &'n str) -> &'n str {
        match figure {
            "category" => self.get("categories", old),
            "fields" => self.get("fields", old),
            _ => self.get(&options(figure), old),
        }
    }

    /// The new name of what an indicator stands below.
    pub(super) fn parent<'n>(&'n self, old: &'n str) -> &'n str {
        let dimension = self.get("dimensions", old);
        if dimension == old { self.get("indicators", old) } else { dimension }
    }

    /// The new name of a key below `property`.
    pub(super) fn key<'n>(&'n self, property: &str, of: Option<&str>, old: &'n str) -> &'n str {
        match property {
            "scores" => self.option(of.unwrap_or(""), old),
            "by_field" => self.get("fields", old),
            "max" | "weight" => self.get("categories", old),
            "by_option" => self.option(self.weights_by.as_deref().unwrap_or(""), old),
            _ if self.weights_by.is_some() => self.get("categories", old),
            _ => old,
        }
    }

    /// Whether two values of a property mean the same: names that were renamed, or other signs and brackets.
    pub(super) fn same(&self, property: &str, old: &Value, new: &Value) -> bool {
        match (property, old, new) {
            (_, Value::String(old), Value::String(new)) if FORMULAS.contains(&property) => {
                let read = |text: &str| Written::read(text);
                read(old).zip(read(new)).is_some_and(|(old, new)| old.print(self) == new.text())
            }
            ("dimension", Value::String(old), Value::String(new)) => self.get("dimensions", old) == new,
            ("indicator", Value::String(old), Value::String(new)) => self.get("indicators", old) == new,
            ("source", Value::String(old), Value::String(new)) => self.get("sources", old) == new,
            ("weights_by", Value::String(old), Value::String(new)) => self.get("values", old) == new,
            ("categories" | "fields", Value::Array(old), Value::Array(new)) => {
                let renamed = old.iter().map(|id| id.as_str().map(|id| self.get(property, id)));
                renamed.eq(new.iter().map(Value::as_str))
            }
            _ => false,
        }
    }
}

impl Reading for Renames {
    fn name(&self, name: &str) -> String {
        self.get("values", name).to_owned()
    }

    fn option(&self, of: &str, option: &str) -> String {
        Renames::option(self, of, option).to_owned()
    }
}
