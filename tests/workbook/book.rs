//! A workbook as an official edits it: cells of sheets, found by key and by what stands in the row.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use infocity_check::model::Lang;
use infocity_check::sheets::to_xlsx;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::support::plan;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Percent(f64),
    Flag(bool),
    Formula(&'static str),
    Day,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

pub(crate) type Cells = BTreeMap<(u32, u16), Value>;

/// The sheets of a workbook, in order.
#[derive(Debug, Clone)]
pub(crate) struct Book(pub(crate) Vec<(String, Cells)>);

impl Book {
    /// The workbook of a rulebook.
    pub(crate) fn of(rulebook: &str, lang: Lang) -> Self {
        Self::read(&to_xlsx(&plan(rulebook).document, lang).expect("a workbook"))
    }

    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let names = book.sheet_names();
        let sheet = |name: String| {
            let range = book.worksheet_range(&name).expect("a sheet");
            let (top, left) = range.start().unwrap_or_default();
            let cells = range.used_cells().map(|(row, col, value)| {
                let Data::String(text) = value else { panic!("{name}: {value:?} is no text") };
                ((top + row as u32, left as u16 + col as u16), Value::Text(text.clone()))
            });
            (name.clone(), cells.collect())
        };
        Self(names.into_iter().map(sheet).collect())
    }

    pub(crate) fn sheet(&mut self, name: &str) -> &mut Cells {
        let found = self.0.iter_mut().find(|(known, _)| known == name);
        &mut found.unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    /// The column of a key.
    pub(crate) fn column(&mut self, sheet: &str, key: &str) -> u16 {
        let found = self.sheet(sheet).iter().find(|((row, _), value)| *row == 1 && **value == key.into());
        found.unwrap_or_else(|| panic!("{sheet}: no key {key}")).0.1
    }

    /// The first row in which all these cells say this.
    pub(crate) fn row(&mut self, sheet: &str, says: &[(&str, &str)]) -> u32 {
        let wanted: Vec<_> =
            says.iter().map(|(key, value)| (self.column(sheet, key), Value::from(*value))).collect();
        let cells = self.sheet(sheet);
        let last = cells.keys().next_back().map_or(0, |(row, _)| *row);
        let found =
            (2..=last).find(|row| wanted.iter().all(|(col, value)| cells.get(&(*row, *col)) == Some(value)));
        found.unwrap_or_else(|| panic!("{sheet}: no row {says:?}"))
    }

    /// The first row without contents.
    pub(crate) fn free(&mut self, sheet: &str) -> u32 {
        self.sheet(sheet).keys().map(|(row, _)| row + 1).max().unwrap_or(2)
    }

    /// Puts a value into a cell, or clears it; the cell as a fault names it.
    pub(crate) fn put(&mut self, sheet: &str, row: u32, key: &str, value: Option<Value>) -> String {
        let col = self.column(sheet, key);
        match value {
            Some(value) => self.sheet(sheet).insert((row, col), value),
            None => self.sheet(sheet).remove(&(row, col)),
        };
        name(sheet, row, col)
    }

    /// Puts a value into the cell of a row that says this.
    pub(crate) fn set(
        &mut self,
        sheet: &str,
        says: &[(&str, &str)],
        key: &str,
        value: impl Into<Value>,
    ) -> String {
        let row = self.row(sheet, says);
        self.put(sheet, row, key, Some(value.into()))
    }

    /// Clears a cell of a row that says this.
    pub(crate) fn clear(&mut self, sheet: &str, says: &[(&str, &str)], key: &str) -> String {
        let row = self.row(sheet, says);
        self.put(sheet, row, key, None)
    }

    /// Adds a row; it.
    pub(crate) fn add(&mut self, sheet: &str, says: &[(&str, &str)]) -> u32 {
        let row = self.free(sheet);
        for (key, value) in says {
            self.put(sheet, row, key, Some((*value).into()));
        }
        row
    }

    /// The file.
    pub(crate) fn save(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, cells) in &self.0 {
            let sheet = book.add_worksheet();
            sheet.set_name(name).expect("a name");
            for ((row, col), value) in cells {
                let written = match value {
                    Value::Text(text) => sheet.write_string(*row, *col, text),
                    Value::Number(number) => sheet.write_number(*row, *col, *number),
                    Value::Percent(number) => sheet.write_number_with_format(
                        *row,
                        *col,
                        *number,
                        &Format::new().set_num_format("0%"),
                    ),
                    Value::Flag(flag) => sheet.write_boolean(*row, *col, *flag),
                    Value::Formula(text) => {
                        sheet.write_formula(*row, *col, Formula::new(*text).set_result("7"))
                    }
                    Value::Day => {
                        let day = ExcelDateTime::from_ymd(2021, 5, 1).expect("a day");
                        let format = Format::new().set_num_format("yyyy-mm-dd");
                        sheet.write_datetime_with_format(*row, *col, &day, &format)
                    }
                };
                written.expect("a cell");
            }
        }
        book.save_to_buffer().expect("a file")
    }
}

/// A cell as spreadsheets name it.
pub(crate) fn name(sheet: &str, row: u32, col: u16) -> String {
    let letters = match col {
        0..26 => char::from(b'A' + col as u8).to_string(),
        _ => format!("{}{}", char::from(b'A' + (col / 26 - 1) as u8), char::from(b'A' + (col % 26) as u8)),
    };
    format!("{sheet}!{letters}{}", row + 1)
}
