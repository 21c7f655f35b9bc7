//! A document that grows cell by cell, and the cell that each part of it came from.

use std::collections::BTreeMap;

use super::table::{Spot, Table};
use crate::model::Json;

/// A key of an object or a number in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// The key.
    Key(String),
    /// The number, from 0.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// Where something stands in the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Path(Vec<Step>);

impl Path {
    /// The place below this one.
    pub(super) fn at(&self, step: impl Into<Step>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    /// The place below this one by several keys.
    pub(super) fn below(&self, keys: &[String]) -> Self {
        keys.iter().fold(self.clone(), |path, key| path.at(key.as_str()))
    }

    /// The JSON pointer.
    pub(super) fn pointer(&self) -> String {
        let step = |step: &Step| match step {
            Step::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => format!("/{index}"),
        };
        self.0.iter().map(step).collect()
    }
}

/// A document that grows.
#[derive(Debug)]
pub(super) struct Tree(Json);

impl Tree {
    /// A document without keys.
    pub(super) fn new() -> Self {
        Self(Json::Object(Vec::new()))
    }

    /// The document.
    pub(super) fn into_json(self) -> Json {
        self.0
    }

    /// What stands at a place.
    pub(super) fn get(&self, path: &Path) -> Option<&Json> {
        path.0.iter().try_fold(&self.0, |node, step| match (node, step) {
            (Json::Object(_), Step::Key(key)) => node.get(key),
            (Json::List(items), Step::Index(index)) => items.get(*index),
            _ => None,
        })
    }

    /// Puts a value where there is none; `false` where there is one, or where nothing can be.
    pub(super) fn put(&mut self, path: &Path, value: Json) -> bool {
        match slot(&mut self.0, &path.0) {
            Some(vacant @ Json::Null) => {
                *vacant = value;
                true
            }
            _ => false,
        }
    }

    /// Sees to it that there is an object or a list at a place; `false` where there is something else.
    pub(super) fn hold(&mut self, path: &Path, empty: Json) -> bool {
        match slot(&mut self.0, &path.0) {
            Some(vacant @ Json::Null) => {
                *vacant = empty;
                true
            }
            Some(node) => std::mem::discriminant(node) == std::mem::discriminant(&empty),
            None => false,
        }
    }
}

/// The place in a node, made where it is not there yet.
fn slot<'a>(node: &'a mut Json, path: &[Step]) -> Option<&'a mut Json> {
    let Some((step, rest)) = path.split_first() else { return Some(node) };
    if *node == Json::Null {
        *node = match step {
            Step::Key(_) => Json::Object(Vec::new()),
            Step::Index(_) => Json::List(Vec::new()),
        };
    }
    let below = match (node, step) {
        (Json::Object(entries), Step::Key(key)) => {
            let at = entries.iter().position(|(known, _)| known == key).unwrap_or(entries.len());
            if at == entries.len() {
                entries.push((key.clone(), Json::Null));
            }
            entries.get_mut(at).map(|(_, value)| value)
        }
        (Json::List(items), Step::Index(index)) => {
            if *index == items.len() {
                items.push(Json::Null);
            }
            items.get_mut(*index)
        }
        _ => None,
    };
    below.and_then(|below| slot(below, rest))
}

/// A cell: the table by its number, and where in it.
pub(super) type Found = (usize, Spot);

/// Which row each part of the document came from.
#[derive(Debug, Default)]
pub(super) struct Places(BTreeMap<String, Origin>);

#[derive(Debug, Clone, Copy)]
struct Origin {
    table: usize,
    row: usize,
    leaf: usize,
}

impl Places {
    /// Says that what stands at `path` came from a row, as a whole from the cell of `leaf`.
    pub(super) fn add(&mut self, path: &Path, table: usize, row: usize, leaf: usize) {
        self.0.entry(path.pointer()).or_insert(Origin { table, row, leaf });
    }

    /// The cell of a JSON pointer, or that of the nearest thing around it.
    pub(super) fn find(&self, tables: &[Table], pointer: &str) -> Option<Found> {
        let mut known = pointer;
        loop {
            if let Some(origin) = self.0.get(known) {
                let rest = pointer.get(known.len()..).unwrap_or_default();
                return origin.cell(tables, rest.trim_start_matches('/'));
            }
            known = known.rsplit_once('/')?.0;
        }
    }

    /// The cell in which a key that is missing at a place would stand.
    pub(super) fn vacant(&self, tables: &[Table], pointer: &str, key: &str) -> Option<Found> {
        let whole = format!("{pointer}/{key}");
        let (table, spot) = self.find(tables, &whole)?;
        // Where the row has no such column, the row itself is the place.
        (self.find(tables, pointer) != Some((table, spot))).then_some((table, spot))
    }
}

impl Origin {
    /// The cell of `rest` within the row: the column of that path, or of the longest part of it.
    fn cell(self, tables: &[Table], rest: &str) -> Option<Found> {
        let table = tables.get(self.table)?;
        let wanted: Vec<&str> = rest.split('/').filter(|key| !key.is_empty()).collect();
        let shared = |path: &[String]| {
            let same = path.iter().zip(&wanted).take_while(|(key, wanted)| key == *wanted).count();
            let inside = same == path.len() || same == wanted.len();
            if inside { same } else { 0 }
        };
        let scored = table.leaves.iter().enumerate().map(|(at, leaf)| (shared(&leaf.path), at));
        let best = scored
            .filter(|(same, _)| *same > 0)
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        let leaf = best.map_or(self.leaf, |(_, at)| at);
        Some((self.table, table.spot(self.row, leaf)))
    }
}
