//! What is wrong with a workbook: by sheet and cell.

use super::table::Spot;
use crate::model::{Lang, Text};
use crate::texts;

/// What is wrong. The words for each stand in [`crate::texts::sheets`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each code's meaning is its text in texts/sheets.rs")]
pub enum Code {
    // The file.
    OldWorkbook,
    OpenDocument,
    NotWorkbook,
    Damaged,
    TooLarge,
    TooManyRows,
    NotInSheets,
    // The sheets.
    NoSheet,
    OtherSheet,
    SheetTwice,
    NoKeys,
    UnknownColumn,
    ColumnTwice,
    NoColumn,
    NoKey,
    // What stands in a cell.
    Formula,
    ErrorValue,
    Date,
    Percent,
    // Where a row or a cell belongs.
    Empty,
    NoSuch,
    NotOneOf,
    Twice,
    NoNumber,
    NoOptions,
    NotHere,
    NoTop,
    OtherDimension,
    NoWeights,
    BadLevel,
    NoOuter,
    NotOuter,
    NoFunction,
    OtherFunction,
}

impl Code {
    /// Every code.
    pub const ALL: &[Self] = &[
        Self::OldWorkbook,
        Self::OpenDocument,
        Self::NotWorkbook,
        Self::Damaged,
        Self::TooLarge,
        Self::TooManyRows,
        Self::NotInSheets,
        Self::NoSheet,
        Self::OtherSheet,
        Self::SheetTwice,
        Self::NoKeys,
        Self::UnknownColumn,
        Self::ColumnTwice,
        Self::NoColumn,
        Self::NoKey,
        Self::Formula,
        Self::ErrorValue,
        Self::Date,
        Self::Percent,
        Self::Empty,
        Self::NoSuch,
        Self::NotOneOf,
        Self::Twice,
        Self::NoNumber,
        Self::NoOptions,
        Self::NotHere,
        Self::NoTop,
        Self::OtherDimension,
        Self::NoWeights,
        Self::BadLevel,
        Self::NoOuter,
        Self::NotOuter,
        Self::NoFunction,
        Self::OtherFunction,
    ];
}

/// One fault: the cell, what is wrong with it, and what helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong; nothing where the loader of rulebooks says it.
    pub code: Option<Code>,
    /// The sheet and the cell, such as `评分!D14`; only the sheet, or nothing, where it is about these.
    pub cell: String,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub remedy: Text,
    pub(super) sheet: String,
    pub(super) spot: Option<Spot>,
}

impl Fault {
    /// A fault of the file.
    pub(super) fn of_file(code: Code, value: &str, params: &[(&str, &str)]) -> Self {
        Self::new(code, "", None, value, params)
    }

    /// A fault of a sheet.
    pub(super) fn of_sheet(sheet: &str, code: Code, value: &str, params: &[(&str, &str)]) -> Self {
        Self::new(code, sheet, None, value, params)
    }

    /// A fault of a cell.
    pub(super) fn of_cell(sheet: &str, spot: Spot, code: Code, value: &str, params: &[(&str, &str)]) -> Self {
        Self::new(code, sheet, Some(spot), value, params)
    }

    fn new(code: Code, sheet: &str, spot: Option<Spot>, value: &str, params: &[(&str, &str)]) -> Self {
        let (message, remedy) = texts::sheets::fault(code, value, params);
        let place = spot.map_or_else(|| sheet.to_owned(), |spot| cell(sheet, spot));
        Self { code: Some(code), cell: place, message, remedy, sheet: sheet.to_owned(), spot }
    }

    /// What the loader says, at the cell it is about, or the cells down to `last`.
    pub(super) fn of_loader((message, remedy): (Text, Text), sheet: &str, spot: Spot, last: Spot) -> Self {
        let first = cell(sheet, spot);
        let cell = if last == spot { first } else { format!("{first}:{}", corner(last)) };
        Self { code: None, cell, message, remedy, sheet: sheet.to_owned(), spot: Some(spot) }
    }

    /// The fault as one line: cell, what is wrong, remedy.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        let place = if self.cell.is_empty() { String::new() } else { format!("{}: ", self.cell) };
        match lang {
            Lang::Zh => format!("{place}{}；{}", self.message.zh, self.remedy.zh),
            Lang::En => format!("{place}{}; {}", self.message.en, self.remedy.en),
        }
    }
}

/// A cell as spreadsheets name it: `评分!D14`.
pub(super) fn cell(sheet: &str, spot: Spot) -> String {
    format!("{sheet}!{}", corner(spot))
}

/// A cell within its sheet: `D14`.
fn corner(spot: Spot) -> String {
    format!("{}{}", column(spot.col), spot.row.saturating_add(1))
}

/// The letters of a column, counted from 0.
pub(super) fn column(number: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = number.saturating_add(1);
    while rest > 0 {
        let digit = rest.saturating_sub(1);
        letters.push(char::from_u32(u32::from(b'A').saturating_add(digit.rem_euclid(26))).unwrap_or('?'));
        rest = digit.div_euclid(26);
    }
    letters.iter().rev().collect()
}
