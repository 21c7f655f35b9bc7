//! From what stands in the cells to tables: the row of keys says what each column is.

use std::collections::BTreeMap;

use super::fault::{Code, Fault, cell, column};
use super::layout::{Column, Kind, SHEETS, Shape, Sheet, Use, leaves};
use super::open::{Cell, Cells, RawSheet};
use super::table::{Row, Spot, Table};
use crate::language::nearest;

/// How many rows may stand above the keys.
const MOST_ABOVE: usize = 20;

/// The sheet that a name in the file stands for.
pub(super) fn named(name: &str) -> Option<&'static Sheet> {
    let name = name.trim();
    SHEETS.iter().find(|sheet| sheet.name.zh == name || sheet.name.en.eq_ignore_ascii_case(name))
}

/// The tables of a file, and what is wrong with sheets and columns, or with what kind of thing stands in a cell.
pub(super) fn tables(sheets: &[RawSheet]) -> Result<(Vec<Table>, Vec<Fault>), Vec<Fault>> {
    let mut wrong = Vec::new();
    let mut faults = Vec::new();
    let mut tables = Vec::new();
    for raw in sheets.iter().filter(|raw| named(&raw.name).is_none() && !raw.rows.is_empty()) {
        let names = SHEETS.iter().flat_map(|sheet| [sheet.name.zh, sheet.name.en]);
        let near = nearest(&raw.name, names).unwrap_or_default();
        wrong.push(Fault::of_sheet(&raw.name, Code::OtherSheet, &raw.name, &[("nearest", near)]));
    }
    for sheet in SHEETS {
        let mut found =
            sheets.iter().filter(|raw| named(&raw.name).is_some_and(|known| std::ptr::eq(known, sheet)));
        let Some(raw) = found.next() else {
            let other = format!("{} / {}", sheet.name.zh, sheet.name.en);
            wrong.push(Fault::of_file(Code::NoSheet, &other, &[]));
            continue;
        };
        if let Some(second) = found.next() {
            wrong.push(Fault::of_sheet(&second.name, Code::SheetTwice, "", &[("other", &raw.name)]));
        }
        let mut reader = Reader { raw, table: empty(sheet, raw), wrong: &mut wrong, faults: &mut faults };
        match sheet.shape {
            Shape::Head => reader.head(),
            _ => reader.list(),
        }
        tables.push(reader.table);
    }
    if wrong.is_empty() { Ok((tables, faults)) } else { Err([wrong, faults].concat()) }
}

/// The table of a sheet, with a column for each language that its keys name.
fn empty(sheet: &'static Sheet, raw: &RawSheet) -> Table {
    let mut languages = vec!["zh".to_owned(), "en".to_owned()];
    let cells = raw.rows.values().take(if sheet.shape == Shape::Head { usize::MAX } else { MOST_ABOVE });
    for text in cells.flat_map(|cells| cells.values()).map(|cell| cell.text().trim()) {
        if let Some(language) = language(sheet.columns, text)
            && !languages.contains(&language)
        {
            languages.push(language);
        }
    }
    Table { sheet, name: raw.name.clone(), leaves: leaves(sheet.columns, &languages), rows: Vec::new() }
}

/// The further language of a text that a key names.
fn language(columns: &[Column], key: &str) -> Option<String> {
    let (base, language) = key.rsplit_once('.')?;
    let is_text = |column: &Column| match column.kind {
        Kind::Text => column.key == base,
        Kind::Standing => base.strip_suffix(".note") == Some(column.key),
        _ => false,
    };
    let tag = !language.is_empty() && language.len() <= 35;
    let tag = tag && language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (tag && columns.iter().any(is_text)).then(|| language.to_owned())
}

struct Reader<'a> {
    raw: &'a RawSheet,
    table: Table,
    /// What keeps the sheet from being understood.
    wrong: &'a mut Vec<Fault>,
    /// What is wrong with single cells.
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    /// The row of keys: the first in which at least half of what stands there is keys.
    fn keys(&mut self, is_key: impl Fn(&Table, &str) -> bool) -> Option<(u32, Cells)> {
        let found = self.raw.rows.iter().take(MOST_ABOVE).find(|(_, cells)| {
            let keys = cells.values().filter(|cell| is_key(&self.table, cell.text().trim())).count();
            keys > 0 && keys.saturating_mul(2) >= cells.len()
        });
        if found.is_none() {
            let keys: Vec<_> = self.table.leaves.iter().take(4).map(|leaf| leaf.key.as_str()).collect();
            let keys =
                if self.table.sheet.shape == Shape::Head { "key, value".to_owned() } else { keys.join(", ") };
            self.wrong.push(Fault::of_sheet(&self.raw.name, Code::NoKeys, "", &[("known", &keys)]));
        }
        found.map(|(row, cells)| (*row, cells.clone()))
    }

    fn list(&mut self) {
        let Some((key_row, keys)) = self.keys(|table, text| table.leaf(text).is_some()) else { return };
        let mut columns: BTreeMap<usize, u32> = BTreeMap::new();
        for (col, key) in &keys {
            let spot = Spot { row: key_row, col: *col };
            if let Some(leaf) = self.key(key.text().trim(), spot)
                && let Some(other) = columns.insert(leaf, *col)
            {
                self.wrong_cell(spot, Code::ColumnTwice, key.text().trim(), &[("other", &column(other))]);
            }
        }
        for (at, leaf) in self.table.leaves.iter().enumerate() {
            if leaf.use_ == Use::Place && !columns.contains_key(&at) {
                self.wrong.push(Fault::of_sheet(&self.raw.name, Code::NoColumn, &leaf.key, &[]));
            }
        }
        let known: BTreeMap<u32, usize> = columns.iter().map(|(leaf, col)| (*col, *leaf)).collect();
        let mut strange: Vec<u32> = Vec::new();
        let below = key_row.saturating_add(1);
        for (number, cells) in self.raw.rows.range(below..) {
            let first = columns.values().min().copied().unwrap_or_default();
            let spots = (0..self.table.leaves.len()).map(|leaf| columns.get(&leaf).copied().unwrap_or(first));
            let mut row = Row {
                cells: vec![String::new(); self.table.leaves.len()],
                spots: spots.map(|col| Spot { row: *number, col }).collect(),
            };
            let mut filled = false;
            for (col, cell) in cells {
                let spot = Spot { row: *number, col: *col };
                match known.get(col) {
                    Some(leaf) => {
                        filled = true;
                        self.cell(cell, spot, row.cells.get_mut(*leaf));
                    }
                    // A column whose key is unknown was reported.
                    None if keys.contains_key(col) || strange.contains(col) => {}
                    None => {
                        strange.push(*col);
                        self.wrong_cell(spot, Code::NoKey, cell.text(), &[]);
                    }
                }
            }
            if filled {
                self.table.rows.push(row);
            }
        }
    }

    fn head(&mut self) {
        let Some((key_row, keys)) = self.keys(|_, text| matches!(text, "item" | "key" | "value")) else {
            return;
        };
        let column =
            |wanted: &str| keys.iter().find(|(_, cell)| cell.text().trim() == wanted).map(|(col, _)| *col);
        let (Some(key_col), Some(value_col)) = (column("key"), column("value")) else {
            self.wrong.push(Fault::of_sheet(&self.raw.name, Code::NoKeys, "", &[("known", "key, value")]));
            return;
        };
        let count = self.table.leaves.len();
        let top = Spot { row: key_row, col: value_col };
        let mut row = Row { cells: vec![String::new(); count], spots: vec![top; count] };
        let mut seen: BTreeMap<usize, Spot> = BTreeMap::new();
        for (number, cells) in self.raw.rows.range(key_row.saturating_add(1)..) {
            let spot = Spot { row: *number, col: value_col };
            let key_spot = Spot { row: *number, col: key_col };
            let value = cells.get(&value_col);
            let Some(key) = cells.get(&key_col) else {
                if let Some(value) = value {
                    self.wrong_cell(spot, Code::NoKey, value.text(), &[]);
                }
                continue;
            };
            let key = key.text().trim();
            let Some(leaf) = self.key(key, key_spot) else { continue };
            if let Some(other) = seen.insert(leaf, key_spot) {
                let other = cell(&self.raw.name, other);
                self.wrong_cell(key_spot, Code::ColumnTwice, key, &[("other", &other)]);
                continue;
            }
            if let Some(place) = row.spots.get_mut(leaf) {
                *place = spot;
            }
            if let Some(value) = value {
                self.cell(value, spot, row.cells.get_mut(leaf));
            }
        }
        self.table.rows.push(row);
    }

    /// The column of a key; a fault where there is none.
    fn key(&mut self, key: &str, spot: Spot) -> Option<usize> {
        let found = self.table.leaf(key);
        if found.is_none() {
            let known: Vec<_> = self.table.leaves.iter().map(|leaf| leaf.key.as_str()).collect();
            let near = nearest(key, known.iter().copied()).unwrap_or_default().to_owned();
            let known = known.join(", ");
            self.wrong_cell(spot, Code::UnknownColumn, key, &[("nearest", &near), ("known", &known)]);
        }
        found
    }

    /// The text of a cell; a fault where something else stands in it.
    fn cell(&mut self, cell: &Cell, spot: Spot, into: Option<&mut String>) {
        let code = match cell {
            Cell::Text(text) => {
                if let Some(into) = into {
                    text.clone_into(into);
                }
                return;
            }
            Cell::Percent(_) => Code::Percent,
            Cell::Formula(_) => Code::Formula,
            Cell::Date(_) => Code::Date,
            Cell::Error(_) => Code::ErrorValue,
        };
        self.faults.push(Fault::of_cell(&self.raw.name, spot, code, cell.text(), &[]));
    }

    fn wrong_cell(&mut self, spot: Spot, code: Code, value: &str, params: &[(&str, &str)]) {
        self.wrong.push(Fault::of_cell(&self.raw.name, spot, code, value, params));
    }
}
