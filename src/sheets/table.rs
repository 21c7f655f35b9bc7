//! The sheets as tables of texts: between the document and the file.

use super::layout::{Leaf, Sheet};
use crate::model::Json;

/// Where a cell stands in its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// The row, from 0.
    pub(super) row: u32,
    /// The column, from 0.
    pub(super) col: u32,
}

/// A sheet with what stands in it.
#[derive(Debug)]
pub(super) struct Table {
    /// What the sheet is.
    pub(super) sheet: &'static Sheet,
    /// Its name in the file.
    pub(super) name: String,
    /// Its columns.
    pub(super) leaves: Vec<Leaf>,
    /// Its rows; the sheet of the document itself has one.
    pub(super) rows: Vec<Row>,
}

/// A row: a cell for each column of the table, empty where nothing is said.
#[derive(Debug)]
pub(super) struct Row {
    /// The texts of the cells.
    pub(super) cells: Vec<String>,
    /// Where they stand in the file.
    pub(super) spots: Vec<Spot>,
}

impl Table {
    /// The number of the column that the file knows by `key`.
    pub(super) fn leaf(&self, key: &str) -> Option<usize> {
        self.leaves.iter().position(|leaf| leaf.key == key)
    }

    /// What stands in a cell; nothing where it is empty.
    pub(super) fn value(&self, row: usize, leaf: usize) -> Option<Json> {
        let cell = self.rows.get(row)?.cells.get(leaf)?;
        super::cells::read(self.leaves.get(leaf)?.kind, cell)
    }

    /// The word or id in a cell; nothing where it is empty.
    pub(super) fn word(&self, row: usize, key: &str) -> Option<String> {
        match self.value(row, self.leaf(key)?)? {
            Json::Text(text) => Some(text),
            other => Some(other.to_string()),
        }
    }

    /// Where a cell stands in the file.
    pub(super) fn spot(&self, row: usize, leaf: usize) -> Spot {
        let spots = self.rows.get(row).map(|row| &row.spots);
        spots
            .and_then(|spots| spots.get(leaf).or_else(|| spots.first()))
            .copied()
            .unwrap_or(Spot { row: 0, col: 0 })
    }
}
