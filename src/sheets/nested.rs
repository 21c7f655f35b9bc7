//! Indicators and score functions: rows that stand below one another.

use std::collections::{BTreeMap, BTreeSet};

use super::build::{Builder, Known};
use super::fault::Code;
use super::layout::Shape;
use super::table::Table;
use super::tree::Path;
use crate::model::Json;

/// The most levels of indicators, and of score functions, that are put together: more than a rulebook may have, so that
/// its own faults can be told.
const MAX_LEVELS: usize = 12;

/// The columns that say where a row of scores belongs.
const PLACE: [&str; 3] = ["indicator", "path", "part"];

/// A score function that was put together.
struct Function {
    name: &'static str,
    body: Path,
    parts: usize,
}

impl Builder<'_> {
    /// Puts the indicators of all levels where they belong.
    pub(super) fn indicators(&mut self) -> Known {
        let mut known = Known::new();
        let Some((at, table)) = self.table(Shape::Indicators) else { return known };
        let dimensions = self.known("dimensions");
        let mut waiting: Vec<usize> = Vec::new();
        let mut levels: BTreeMap<String, usize> = BTreeMap::new();
        for row in 0..table.rows.len() {
            if table.word(row, "parent").is_some() {
                waiting.push(row);
            } else if let Some(dimension) = self.named(table, row, "dimension_of", &dimensions) {
                self.indicator(at, row, dimension, &mut known);
                levels.extend(table.word(row, "id").map(|id| (id, 1)));
            }
        }
        // Level by level, so that a row may stand above the one it belongs to.
        for level in 2..=MAX_LEVELS {
            let above = |row: &usize| {
                let parent = table.word(*row, "parent");
                parent
                    .is_some_and(|parent| levels.get(&parent).is_some_and(|at| at.saturating_add(1) == level))
            };
            let (now, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(above);
            waiting = later;
            for row in now {
                let Some(parent) = self.named(table, row, "parent", &known).cloned() else { continue };
                self.same_dimension(table, row, &parent, &dimensions);
                self.indicator(at, row, &parent, &mut known);
                if let Some(id) = table.word(row, "id") {
                    levels.entry(id).or_insert(level);
                }
            }
        }
        let all: Known =
            (0..table.rows.len()).filter_map(|row| Some((table.word(row, "id")?, Path::default()))).collect();
        for row in waiting {
            if self.named(table, row, "parent", &all).is_some() {
                self.fault(table, row, "parent", Code::NoTop, &[("most", &MAX_LEVELS.to_string())]);
            }
        }
        self.unplaced = all.into_keys().filter(|id| !known.contains_key(id)).collect();
        known
    }

    fn indicator(&mut self, at: usize, row: usize, above: &Path, known: &mut Known) {
        let list = above.at("indicators");
        let path = list.at(self.count(&list));
        self.item(at, row, &path);
        if let Some(id) = self.tables.get(at).and_then(|table| table.word(row, "id")) {
            known.entry(id).or_insert(path);
        }
    }

    /// An indicator below another may name its dimension, if it is the one that it is in.
    fn same_dimension(&mut self, table: &Table, row: usize, parent: &Path, dimensions: &Known) {
        if table.word(row, "dimension_of").is_none() {
            return;
        }
        if let Some(dimension) = self.named(table, row, "dimension_of", dimensions).cloned()
            && !parent.pointer().starts_with(&format!("{}/", dimension.pointer()))
        {
            self.fault(table, row, "dimension_of", Code::OtherDimension, &[]);
        }
    }

    /// Puts score functions together: outer ones before those in them, then the rows of each.
    pub(super) fn scores(&mut self, indicators: &Known) {
        let Some((_, table)) = self.table(Shape::Scores) else { return };
        let mut functions: BTreeMap<(String, Vec<u32>), (usize, &'static str)> = BTreeMap::new();
        let mut parts = Vec::new();
        for row in 0..table.rows.len() {
            let Some(part) = self.one_of(table, row, "part") else { continue };
            if self.named(table, row, "indicator", indicators).is_none() {
                continue;
            }
            let Some(level) = self.level(table, row) else { continue };
            let key = (table.word(row, "indicator").unwrap_or_default(), level);
            if matches!(part, "band" | "point" | "option") {
                parts.push((key, row, part));
            } else if let Some((other, _)) = functions.get(&key) {
                let leaf = table.leaf("part").unwrap_or_default();
                let other = super::fault::cell(&table.name, table.spot(*other, leaf));
                self.fault(table, row, "part", Code::Twice, &[("other", &other)]);
            } else {
                functions.insert(key, (row, part));
            }
        }
        let mut made: BTreeMap<(String, Vec<u32>), Function> = BTreeMap::new();
        for (key, (row, name)) in functions {
            let place = match key.1.split_last() {
                None => {
                    self.strays(row, |leaf| !matches!(leaf, "percent" | "field"));
                    indicators.get(&key.0).map(|indicator| indicator.at("score"))
                }
                Some((_, above)) => self.inner(row, made.get_mut(&(key.0.clone(), above.to_vec()))),
            };
            let Some(place) = place else { continue };
            let body = self.function(row, name, &place);
            made.insert(key, Function { name, body, parts: 0 });
        }
        let mut without = BTreeSet::new();
        for (key, row, part) in parts {
            match made.get_mut(&key) {
                Some(function) => self.part(row, part, function),
                // Said once, not for each of its rows.
                None if !without.insert(key) => {}
                None => self.fault(table, row, "part", Code::NoFunction, &[]),
            }
        }
    }

    /// The level of a row, numbers separated by points; none for the outermost.
    fn level(&mut self, table: &Table, row: usize) -> Option<Vec<u32>> {
        let text = table.word(row, "path").unwrap_or_default();
        let level: Option<Vec<u32>> = if text.is_empty() {
            Some(Vec::new())
        } else {
            text.split('.').map(|number| number.parse().ok()).collect()
        };
        let level = level.filter(|level| level.len() < MAX_LEVELS);
        if level.is_none() {
            self.fault(table, row, "path", Code::BadLevel, &[]);
        }
        level
    }

    /// The place of a function in another one.
    fn inner(&mut self, row: usize, outer: Option<&mut Function>) -> Option<Path> {
        let (_, table) = self.table(Shape::Scores)?;
        let Some(outer) = outer else {
            self.fault(table, row, "path", Code::NoOuter, &[]);
            return None;
        };
        let next = outer.body.at(outer.parts);
        let place = match outer.name {
            "best_of" => next,
            "sum_of" => {
                self.row_at(row, &next, "percent");
                if let Some(percent) = table.leaf("percent").and_then(|leaf| table.value(row, leaf)) {
                    self.put(table, row, "percent", &next.at("percent"), percent);
                }
                next.at("score")
            }
            "by_field" => match table.word(row, "field") {
                Some(field) => outer.body.at(field.as_str()),
                None => {
                    self.fault(table, row, "field", Code::Empty, &[]);
                    return None;
                }
            },
            _ => {
                self.fault(table, row, "path", Code::NotOuter, &[]);
                return None;
            }
        };
        let own = match outer.name {
            "sum_of" => "percent",
            "by_field" => "field",
            _ => "",
        };
        self.strays(row, |leaf| leaf == own || !matches!(leaf, "percent" | "field"));
        outer.parts = outer.parts.saturating_add(1);
        Some(place)
    }

    /// Puts a function without its parts; the place of what is in it.
    fn function(&mut self, row: usize, name: &'static str, place: &Path) -> Path {
        let body = place.at(name);
        let Some((at, table)) = self.table(Shape::Scores) else { return body };
        if self.tree.get(place).is_some() {
            let other = self.places.find(self.tables, &place.pointer());
            let other = other.map(|(_, spot)| super::fault::cell(&table.name, spot)).unwrap_or_default();
            self.fault(table, row, "part", Code::Twice, &[("other", &other)]);
            return body;
        }
        self.row_at(row, place, "part");
        match name {
            "best_of" | "sum_of" | "by_field" => {
                self.strays(row, |leaf| PLACE.contains(&leaf) || matches!(leaf, "percent" | "field"));
                let empty =
                    if name == "by_field" { Json::Object(Vec::new()) } else { Json::List(Vec::new()) };
                self.hold(&body, empty);
            }
            _ => {
                self.values(at, row, &body, &["percent"]);
                match name {
                    "bands" => self.hold(&body.at("bands"), Json::List(Vec::new())),
                    "piecewise" => self.hold(&body.at("points"), Json::List(Vec::new())),
                    "choice" | "checklist" => self.hold(&body.at("scores"), Json::Object(Vec::new())),
                    _ => {}
                }
            }
        }
        body
    }

    /// Puts a band, a point or the score of an option.
    fn part(&mut self, row: usize, part: &str, function: &mut Function) {
        let Some((at, table)) = self.table(Shape::Scores) else { return };
        let body = &function.body;
        let next = match (function.name, part) {
            ("bands", "band") => body.at("bands").at(function.parts),
            ("piecewise", "point") => body.at("points").at(function.parts),
            ("choice" | "checklist", "option") => {
                let Some(option) = table.word(row, "option") else {
                    self.fault(table, row, "option", Code::Empty, &[]);
                    return;
                };
                self.strays(row, |leaf| PLACE.contains(&leaf) || matches!(leaf, "option" | "score"));
                let path = body.at("scores").at(option.as_str());
                match table.leaf("score").and_then(|leaf| table.value(row, leaf)) {
                    Some(score) => {
                        if self.put(table, row, "score", &path, score) {
                            self.row_at(row, &path, "score");
                        }
                    }
                    None => self.fault(table, row, "score", Code::Empty, &[]),
                }
                return;
            }
            _ => {
                self.fault(table, row, "part", Code::OtherFunction, &[]);
                return;
            }
        };
        function.parts = function.parts.saturating_add(1);
        self.values(at, row, &next, &[]);
    }

    /// Cells that mean nothing in a row: those of columns that are not `kept`.
    fn strays(&mut self, row: usize, kept: impl Fn(&str) -> bool) {
        let Some((_, table)) = self.table(Shape::Scores) else { return };
        for (at, leaf) in table.leaves.iter().enumerate() {
            if !kept(&leaf.key) && table.value(row, at).is_some() {
                self.fault(table, row, &leaf.key, Code::NotHere, &[]);
            }
        }
    }

    fn row_at(&mut self, row: usize, path: &Path, key: &str) {
        if let Some((at, table)) = self.table(Shape::Scores) {
            self.places.add(path, at, row, table.leaf(key).unwrap_or_default());
        }
    }

    /// The values of a row but those of some columns.
    fn values(&mut self, at: usize, row: usize, path: &Path, without: &[&str]) {
        self.row_at(row, path, "part");
        self.hold(path, Json::Object(Vec::new()));
        self.fill(at, row, path, without);
    }
}
