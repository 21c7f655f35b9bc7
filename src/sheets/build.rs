//! From the rows of the sheets to the document.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{known, sees_weights};
use super::fault::{Code, Fault};
use super::layout::{Kind, Shape, Use};
use super::table::Table;
use super::tree::{Path, Places, Tree};
use crate::language::nearest;
use crate::model::{FaultCode, Json, RULEBOOK_FORMAT};

/// What came of the sheets.
#[derive(Debug)]
pub(super) struct Built {
    /// The document.
    pub(super) document: Json,
    /// Where each part of it came from.
    pub(super) places: Places,
    /// The rows and cells that could not be put into it.
    pub(super) faults: Vec<Fault>,
}

/// What the loader says only because rows of a sheet are not in the document yet: told again once they are.
pub(super) const fn follows(shape: Shape) -> &'static [FaultCode] {
    match shape {
        Shape::Options => &[FaultCode::EmptyList, FaultCode::MissingOption, FaultCode::UnknownOption],
        Shape::Indicators => &[FaultCode::MaxSum, FaultCode::UnknownIndicator],
        Shape::Scores => &[
            FaultCode::NoScore,
            FaultCode::EmptyList,
            FaultCode::ShareSum,
            FaultCode::BandGap,
            FaultCode::MissingOption,
        ],
        Shape::Weights => &[FaultCode::WeightSum, FaultCode::MaxSum, FaultCode::MissingCategory],
        _ => &[],
    }
}

/// Puts the document together.
pub(super) fn build(tables: &[Table]) -> Built {
    let mut builder = Builder {
        tables,
        tree: Tree::new(),
        places: Places::default(),
        faults: Vec::new(),
        unplaced: BTreeSet::new(),
    };
    builder.document();
    Built { document: builder.tree.into_json(), places: builder.places, faults: builder.faults }
}

/// Ids and where the things that have them stand.
pub(super) type Known = BTreeMap<String, Path>;

pub(super) struct Builder<'a> {
    pub(super) tables: &'a [Table],
    pub(super) tree: Tree,
    pub(super) places: Places,
    pub(super) faults: Vec<Fault>,
    /// The indicators that have a row but no place: that nothing else finds them is no news.
    pub(super) unplaced: BTreeSet<String>,
}

impl<'a> Builder<'a> {
    fn document(&mut self) {
        let document = Path::default();
        if let Some((at, table)) = self.table(Shape::Head) {
            for (leaf, column) in table.leaves.iter().enumerate() {
                self.places.add(&document.below(&column.path), at, 0, leaf);
            }
            self.places.add(&document, at, 0, table.leaf("id").unwrap_or_default());
            self.fill(at, 0, &document, &[]);
        }
        self.tree.hold(&document.at("format"), Json::Text(RULEBOOK_FORMAT.to_owned()));
        for list in ["sources", "figures", "dimensions"] {
            self.tree.hold(&document.at(list), Json::List(Vec::new()));
        }
        for (at, table) in self.tables.iter().enumerate() {
            if let Shape::Items(list) = table.sheet.shape {
                for row in 0..table.rows.len() {
                    let path = document.at(list).at(row);
                    self.item(at, row, &path);
                    match list {
                        "figures" => self.figure(at, row, &path),
                        "benchmarks" => self.hold(&path.at("by_year"), Json::Object(Vec::new())),
                        "dimensions" => self.hold(&path.at("indicators"), Json::List(Vec::new())),
                        "routes" => self.hold(&path.at("steps"), Json::List(Vec::new())),
                        _ => {}
                    }
                }
            }
        }
        self.options();
        self.years();
        self.floors();
        let indicators = self.indicators();
        self.scores(&indicators);
        self.weights(&indicators);
        self.children(Shape::Steps, "route", "routes", "steps");
    }

    pub(super) fn table(&self, shape: Shape) -> Option<(usize, &'a Table)> {
        self.tables.iter().enumerate().find(|(_, table)| table.sheet.shape == shape)
    }

    pub(super) fn hold(&mut self, path: &Path, empty: Json) {
        self.tree.hold(path, empty);
    }

    /// A fault of a cell.
    pub(super) fn fault(
        &mut self,
        table: &Table,
        row: usize,
        key: &str,
        code: Code,
        params: &[(&str, &str)],
    ) {
        let spot = table.spot(row, table.leaf(key).unwrap_or_default());
        let value = table.rows.get(row).zip(table.leaf(key)).and_then(|(row, leaf)| row.cells.get(leaf));
        self.faults.push(Fault::of_cell(&table.name, spot, code, value.map_or("", String::as_str), params));
    }

    /// A row that is an object of the document: its values.
    pub(super) fn item(&mut self, at: usize, row: usize, path: &Path) {
        let Some(table) = self.tables.get(at) else { return };
        let id = ["id", "unit"].iter().find_map(|key| table.leaf(key));
        self.places.add(path, at, row, id.unwrap_or_default());
        self.hold(path, Json::Object(Vec::new()));
        self.fill(at, row, path, &[]);
    }

    /// Puts the values of a row but those of some columns.
    pub(super) fn fill(&mut self, at: usize, row: usize, path: &Path, without: &[&str]) {
        let Some(table) = self.tables.get(at) else { return };
        for (leaf, column) in table.leaves.iter().enumerate() {
            let refers = column.kind == Kind::Weight
                && table
                    .rows
                    .get(row)
                    .and_then(|row| row.cells.get(leaf))
                    .is_some_and(|cell| sees_weights(cell));
            let skipped = without.contains(&column.key.as_str()) || matches!(column.kind, Kind::Tag(_));
            if column.use_ != Use::Key || skipped || refers {
                continue;
            }
            let value = table.value(row, leaf).or_else(|| half_said(table, row, &column.key));
            if let Some(value) = value {
                self.put(table, row, &column.key, &path.below(&column.path), value);
            }
        }
    }

    /// Puts a value; a cell that says what another one says, or that does not belong there, is a fault.
    pub(super) fn put(&mut self, table: &Table, row: usize, key: &str, path: &Path, value: Json) -> bool {
        let put = self.tree.put(path, value);
        if !put {
            let other = self.places.find(self.tables, &path.pointer());
            let other =
                other.and_then(|(at, spot)| Some(super::fault::cell(&self.tables.get(at)?.name, spot)));
            self.fault(table, row, key, Code::Twice, &[("other", &other.unwrap_or_default())]);
        }
        put
    }

    /// The kind of a figure: the key that its own keys stand below.
    fn figure(&mut self, at: usize, row: usize, path: &Path) {
        let Some(table) = self.tables.get(at) else { return };
        let Some(tag) = table.word(row, "kind") else { return };
        let kind = path.at("kind");
        let below = kind.at(tag.as_str());
        let put = match tag.as_str() {
            "number" => self.tree.hold(&below, Json::Object(Vec::new())),
            "choice" => self.tree.hold(&below.at("options"), Json::List(Vec::new())),
            "checklist" => self.tree.hold(&below.at("items"), Json::List(Vec::new())),
            _ => self.tree.put(&kind, Json::Text(tag.clone())),
        };
        if !put {
            self.fault(table, row, "kind", Code::NoNumber, &[]);
        }
    }

    /// The things of a list by their ids; of two with one id, the first.
    pub(super) fn known(&self, list: &'static str) -> Known {
        let Some((_, table)) = self.table(Shape::Items(list)) else { return Known::new() };
        let mut known = Known::new();
        for row in 0..table.rows.len() {
            if let Some(id) = table.word(row, "id") {
                known.entry(id).or_insert_with(|| Path::default().at(list).at(row));
            }
        }
        known
    }

    /// The thing that a cell names; a fault where it names none.
    pub(super) fn named<'k>(
        &mut self,
        table: &Table,
        row: usize,
        key: &str,
        known: &'k Known,
    ) -> Option<&'k Path> {
        let Some(id) = table.word(row, key) else {
            self.fault(table, row, key, Code::Empty, &[]);
            return None;
        };
        let found = known.get(&id);
        if found.is_none() && !self.unplaced.contains(&id) {
            let near = nearest(&id, known.keys().map(String::as_str)).unwrap_or_default();
            self.fault(table, row, key, Code::NoSuch, &[("nearest", near)]);
        }
        found
    }

    /// The word of a few that a cell has; a fault where it has none or another.
    pub(super) fn one_of(&mut self, table: &Table, row: usize, key: &str) -> Option<&'static str> {
        let Some(text) = table.word(row, key) else {
            self.fault(table, row, key, Code::Empty, &[]);
            return None;
        };
        let leaf = table.leaf(key)?;
        let Kind::OneOf(words) = table.leaves.get(leaf)?.kind else { return None };
        let found = known(words, &text);
        if found.is_none() {
            let list = |word: fn(&crate::texts::sheets::Word) -> &'static str| {
                words.iter().map(|(_, w)| word(w)).collect::<Vec<_>>().join(" / ")
            };
            let (zh, en) = (list(|word| word.zh), list(|word| word.en));
            self.fault(table, row, key, Code::NotOneOf, &[("known.zh", &zh), ("known.en", &en)]);
        }
        found
    }

    /// How many items a list has.
    pub(super) fn count(&self, list: &Path) -> usize {
        match self.tree.get(list) {
            Some(Json::List(items)) => items.len(),
            _ => 0,
        }
    }

    /// Rows that are items of a list of what they belong to.
    fn children(&mut self, shape: Shape, parent: &str, parents: &'static str, list: &str) {
        let Some((at, table)) = self.table(shape) else { return };
        let known = self.known(parents);
        for row in 0..table.rows.len() {
            if let Some(path) = self.named(table, row, parent, &known) {
                let list = path.at(list);
                let next = list.at(self.count(&list));
                self.item(at, row, &next);
            }
        }
    }

    fn options(&mut self) {
        let Some((at, table)) = self.table(Shape::Options) else { return };
        let figures = self.known("figures");
        for row in 0..table.rows.len() {
            let Some(figure) = self.named(table, row, "figure", &figures) else { continue };
            let kind = figure.at("kind");
            let lists = [kind.at("choice").at("options"), kind.at("checklist").at("items")];
            match lists.into_iter().find(|list| self.tree.get(list).is_some()) {
                Some(list) => self.item(at, row, &list.at(self.count(&list))),
                None => self.fault(table, row, "figure", Code::NoOptions, &[]),
            }
        }
    }

    fn years(&mut self) {
        let Some((at, table)) = self.table(Shape::Years) else { return };
        let benchmarks = self.known("benchmarks");
        let value_leaf = table.leaf("value").unwrap_or_default();
        for row in 0..table.rows.len() {
            let Some(benchmark) = self.named(table, row, "benchmark", &benchmarks) else { continue };
            let Some(year) = table.word(row, "year") else {
                self.fault(table, row, "year", Code::Empty, &[]);
                continue;
            };
            let path = benchmark.at("by_year").at(year.as_str());
            if self.tree.get(&path).is_some() {
                let other = self.places.find(self.tables, &path.pointer());
                let other = other.map(|(_, spot)| super::fault::cell(&table.name, spot)).unwrap_or_default();
                self.fault(table, row, "year", Code::Twice, &[("other", &other)]);
                continue;
            }
            self.places.add(&path, at, row, value_leaf);
            let standing = (0..table.leaves.len())
                .filter(|leaf| table.leaves.get(*leaf).is_some_and(|leaf| leaf.key.starts_with("standing.")))
                .any(|leaf| table.value(row, leaf).is_some());
            match table.value(row, value_leaf) {
                _ if standing => self.fill(at, row, &path, &[]),
                Some(value) => {
                    self.put(table, row, "value", &path, value);
                }
                None => self.fault(table, row, "value", Code::Empty, &[]),
            }
        }
    }

    fn floors(&mut self) {
        let Some((at, table)) = self.table(Shape::Floors) else { return };
        let (categories, fields) = (self.known("categories"), self.known("fields"));
        for row in 0..table.rows.len() {
            let Some(of) = self.one_of(table, row, "of") else { continue };
            let owners = if of == "field" { &fields } else { &categories };
            let Some(owner) = self.named(table, row, "owner", owners) else { continue };
            let list = if of == "field" { owner.at("floors") } else { owner.at("line").at("floors") };
            self.item(at, row, &list.at(self.count(&list)));
        }
    }

    fn weights(&mut self, indicators: &Known) {
        let dimensions = self.known("dimensions");
        if let Some((at, table)) = self.table(Shape::Weights) {
            for row in 0..table.rows.len() {
                let Some(of) = self.one_of(table, row, "of") else { continue };
                let (owners, key) =
                    if of == "dimension" { (&dimensions, "weight") } else { (indicators, "max") };
                let Some(owner) = self.named(table, row, "owner", owners) else { continue };
                let mut path = owner.at(key);
                if let Some(option) = table.word(row, "by_option") {
                    path = path.at("by_option").at(option.as_str());
                }
                if let Some(category) = table.word(row, "category") {
                    path = path.at(category.as_str());
                }
                let leaf = table.leaf("value").unwrap_or_default();
                match table.value(row, leaf) {
                    Some(value) => {
                        if self.put(table, row, "value", &path, value) {
                            self.places.add(&path, at, row, leaf);
                        }
                    }
                    None => self.fault(table, row, "value", Code::Empty, &[]),
                }
            }
        }
        self.referred(Shape::Items("dimensions"), "weight", &dimensions);
        self.referred(Shape::Indicators, "max", indicators);
    }

    /// A cell that points to the sheet of weights needs rows there.
    fn referred(&mut self, shape: Shape, key: &str, known: &Known) {
        let Some((_, table)) = self.table(shape) else { return };
        let Some(leaf) = table.leaf(key) else { return };
        for row in 0..table.rows.len() {
            let cell = table.rows.get(row).and_then(|row| row.cells.get(leaf));
            let path = table.word(row, "id").and_then(|id| known.get(&id));
            if cell.is_some_and(|cell| sees_weights(cell))
                && path.is_some_and(|path| self.tree.get(&path.at(key)).is_none())
            {
                self.fault(table, row, key, Code::NoWeights, &[]);
            }
        }
    }
}

/// A text in one language that has none in the other is empty there, which the loader tells as a missing text.
fn half_said(table: &Table, row: usize, key: &str) -> Option<Json> {
    let (base, other) = match key.rsplit_once('.')? {
        (base, "zh") => (base, "en"),
        (base, "en") => (base, "zh"),
        _ => return None,
    };
    let other = table.leaf(&format!("{base}.{other}"))?;
    table.value(row, other).map(|_| Json::Text(String::new()))
}
