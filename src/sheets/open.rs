//! From the file to what stands in its cells.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, Xlsx};

use super::fault::{Code, Fault};
use super::guard::{check, damaged, too_large};

/// The most rows with contents in a sheet.
const MAX_ROWS: usize = 20_000;

/// The most cells with contents in all sheets.
const MAX_CELLS: usize = 1_000_000;

/// The most bytes in all cells: one text may stand in many.
const MAX_TEXT: usize = 32 * 1024 * 1024;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// A text, or a number or yes/no as a text.
    Text(String),
    /// A number in percentage format.
    Percent(String),
    /// A formula of the spreadsheet.
    Formula(String),
    /// A date or a time.
    Date(String),
    /// An error value.
    Error(String),
}

impl Cell {
    /// What stands in it, for a message.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Percent(text)
            | Self::Formula(text)
            | Self::Date(text)
            | Self::Error(text) => text,
        }
    }
}

/// The cells of a row with contents, by their columns.
pub(super) type Cells = BTreeMap<u32, Cell>;

/// A sheet of the file.
#[derive(Debug)]
pub(super) struct RawSheet {
    /// Its name.
    pub(super) name: String,
    /// Its rows with contents, by their numbers from 0.
    pub(super) rows: BTreeMap<u32, Cells>,
}

/// Reads every sheet whose name `wanted` takes.
///
/// # Errors
/// What keeps the file from being read as a workbook.
pub(super) fn open(bytes: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Vec<RawSheet>, Box<Fault>> {
    check(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let names = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = names.map(|sheet| sheet.name.clone()).filter(|name| wanted(name)).collect();
    let mut room = Room { cells: MAX_CELLS, text: MAX_TEXT };
    names.into_iter().map(|name| sheet(&mut book, name, &mut room)).collect()
}

/// How much may still come.
struct Room {
    cells: usize,
    text: usize,
}

impl Room {
    fn take(&mut self, text: &str) -> Result<(), Box<Fault>> {
        let cells = self.cells.checked_sub(1).ok_or_else(|| too_large("", &format!("{MAX_CELLS} cells")))?;
        let text =
            self.text.checked_sub(text.len()).ok_or_else(|| too_large("", &format!("{MAX_TEXT} B")))?;
        *self = Self { cells, text };
        Ok(())
    }
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: String, room: &mut Room) -> Result<RawSheet, Box<Fault>> {
    let mut rows: BTreeMap<u32, Cells> = BTreeMap::new();
    let mut numbers = BTreeSet::new();
    let mut reader = book.worksheet_cells_reader(&name).map_err(|error| damaged(&error))?;
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(|error| damaged(&error))? {
        let is_formula = record.formula.is_some();
        let Some(cell) = cell(&record.value, is_formula) else { continue };
        room.take(cell.text())?;
        if matches!(record.value, DataRef::Float(_) | DataRef::Int(_)) && !is_formula {
            numbers.insert(record.pos);
        }
        let (row, column) = record.pos;
        rows.entry(row).or_default().insert(column, cell);
        if rows.len() > MAX_ROWS {
            let most = MAX_ROWS.to_string();
            return Err(Box::new(Fault::of_sheet(&name, Code::TooManyRows, "", &[("most", &most)])));
        }
    }
    drop(reader);
    if !numbers.is_empty() {
        percents(book, &name, &numbers, &mut rows)?;
    }
    Ok(RawSheet { name, rows })
}

/// Marks numbers that are shown as percentages: 30 % is stored as 0.3, and a reader means 30.
fn percents(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    numbers: &BTreeSet<(u32, u32)>,
    rows: &mut BTreeMap<u32, Cells>,
) -> Result<(), Box<Fault>> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
    while let Some((row, column, style)) = reader.next_style_id().map_err(|error| damaged(&error))? {
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let is_percent = format.is_some_and(|format| format.format_code.contains('%'));
        if is_percent
            && numbers.contains(&(row, column))
            && let Some(cell) = rows.get_mut(&row).and_then(|cells| cells.get_mut(&column))
        {
            *cell = Cell::Percent(cell.text().to_owned());
        }
    }
    Ok(())
}

/// What stands in a cell; nothing where it is empty.
fn cell(value: &DataRef<'_>, is_formula: bool) -> Option<Cell> {
    let cell = match value {
        DataRef::Empty => Cell::Text(String::new()),
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Int(number) => Cell::Text(number.to_string()),
        DataRef::Float(number) => Cell::Text(shortest(*number)),
        DataRef::Bool(flag) => Cell::Text(flag.to_string()),
        DataRef::DateTime(_) => Cell::Date(String::new()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Date(text.clone()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    };
    match cell {
        cell if is_formula => Some(Cell::Formula(cell.text().to_owned())),
        Cell::Text(text) if text.trim().is_empty() => None,
        cell => Some(cell),
    }
}

/// The decimal that a typed number is stored as: at most 15 significant digits, as a spreadsheet shows them.
fn shortest(number: f64) -> String {
    let scientific = format!("{number:.14e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits = mantissa.replace('.', "");
    let digits = digits.trim_end_matches('0');
    let Ok(exponent) = exponent.parse::<i32>() else { return scientific };
    if digits.is_empty() {
        return "0".to_owned();
    }
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let point = exponent.saturating_add(1);
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let (whole, fraction) = if point <= 0 {
        ("0".to_owned(), format!("{}{digits}", zeros(point.saturating_neg())))
    } else {
        let whole = digits.chars().take(usize::try_from(point).unwrap_or_default()).collect::<String>();
        let rest = digits.chars().skip(usize::try_from(point).unwrap_or_default()).collect::<String>();
        (format!("{whole}{}", zeros(point.saturating_sub(count).max(0))), rest)
    };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::shortest;

    #[test]
    fn a_typed_number_is_read_as_it_was_typed() {
        for typed in [
            "0",
            "1",
            "-1",
            "0.3",
            "1244.77",
            "0.1",
            "1.1",
            "100",
            "12345678901234.5",
            "123456789012345",
            "0.00001",
            "1000000",
            "-0.5",
            "31.25",
            "99999999999999.9",
        ] {
            let stored: f64 = typed.parse().expect("a number");
            assert_eq!(shortest(stored), typed);
        }
        assert_eq!(
            shortest(0.1 + 0.2),
            "0.3",
            "what a spreadsheet computed has no more digits than it shows"
        );
        assert_eq!(shortest(1e20), "100000000000000000000");
        assert_eq!(shortest(-0.0), "0");
        assert_eq!(shortest(f64::NAN), "NaN");
    }
}
