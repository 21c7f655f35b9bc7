//! From tables to the file.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, IgnoreError, Workbook, Worksheet, XlsxError,
};

use unicode_width::UnicodeWidthStr as _;

use super::fault::{Fault, column};
use super::guard::damaged;
use super::layout::{FLAGS, GUIDE_NAME, Kind, Leaf, Shape, UNITS, Words, sheet};
use super::table::Table;
use super::take::{FIRST_ROW, HEAD_VALUE};
use crate::model::{Json, Lang};
use crate::texts::sheets::{GUIDE, HEAD, SHEET_ABOUT, SHEET_LIST, filled};

/// The widths of the sheet that says how to fill in the others, and of that of the rulebook itself.
const GUIDE_WIDTH: u32 = 70;
const HEAD_WIDTHS: [u32; 3] = [44, 26, 90];

/// How wide what stands on a printed page may be and still be read.
const PAGE_WIDTH: u32 = 190;

/// The last row for which cells are prepared: more rules than a rulebook has.
const LAST_ROW: u32 = 1999;

/// The file.
///
/// # Errors
/// What the file cannot hold, such as a text of more than 32767 characters.
pub(super) fn save(document: &Json, tables: &[Table], lang: Lang) -> Result<Vec<u8>, Box<Fault>> {
    write(document, tables, lang).map_err(|error| damaged(&error))
}

fn write(document: &Json, tables: &[Table], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same rulebook gives the same bytes: no clock goes into them.
    let day = ExcelDateTime::from_ymd(2020, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let formats = Formats::new();
    guide(book.add_worksheet(), document, tables, lang, &formats)?;
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(&table.name)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_freeze_panes(FIRST_ROW, 1)?.set_repeat_rows(0, 1)?;
        match table.sheet.shape {
            Shape::Head => head(sheet, table, lang, &formats)?,
            _ => list(sheet, table, lang, &formats)?,
        }
    }
    book.save_to_buffer()
}

struct Formats {
    heading: Format,
    key: Format,
    cell: Format,
    name: Format,
    title: Format,
    text: Format,
}

impl Formats {
    fn new() -> Self {
        let base = || Format::new().set_font_size(10).set_align(FormatAlign::Top).set_text_wrap();
        let line =
            |format: Format| format.set_border(FormatBorder::Hair).set_border_color(Color::RGB(0xBFBFBF));
        let fill = || Color::RGB(0xDDE7F0);
        Self {
            heading: line(
                base().set_bold().set_background_color(fill()).set_align(FormatAlign::VerticalCenter),
            ),
            key: line(
                Format::new().set_font_size(8).set_font_color(Color::RGB(0x808080)).set_num_format("@"),
            ),
            cell: line(base().set_num_format("@")),
            name: line(base().set_background_color(Color::RGB(0xF3F6F9))),
            title: Format::new().set_bold().set_font_size(14),
            text: base(),
        }
    }
}

fn guide(
    sheet: &mut Worksheet,
    document: &Json,
    tables: &[Table],
    lang: Lang,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(GUIDE_NAME.get(lang))?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, GUIDE_WIDTH)?.set_column_width(1, GUIDE_WIDTH)?;
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let title = document.get("title");
    let title = |lang: Lang| match lang {
        Lang::Zh => title.and_then(|title| title.get("zh")),
        Lang::En => title.and_then(|title| title.get("en")),
    };
    let mut lines: Vec<([String; 2], &Format)> = Vec::new();
    for (number, word) in GUIDE.iter().enumerate() {
        let line = |lang: Lang| {
            // Brackets in these words stand for themselves.
            word.get(lang).replace("{title}", &title(lang).map(Json::to_string).unwrap_or_default())
        };
        lines.push(([line(lang), line(other)], if number == 0 { &formats.title } else { &formats.text }));
    }
    lines.push(([lang, other].map(|lang| SHEET_LIST.get(lang).to_owned()), &formats.heading));
    for Table { sheet, .. } in tables {
        let about = |lang: Lang| {
            let params = [("name", sheet.name), ("about", sheet.about)];
            let params = params.map(|(name, word)| (name.to_owned(), word.get(lang).to_owned()));
            filled(SHEET_ABOUT.get(lang), &params.into())
        };
        lines.push(([about(lang), about(other)], &formats.text));
    }
    for (row, (texts, format)) in (0..).zip(lines) {
        let tall = usize::from(row == 0);
        let cells = texts.iter().map(|text| (text.as_str(), GUIDE_WIDTH));
        sheet.set_row_height(row, height(cells, tall))?;
        for (col, text) in (0..).zip(texts) {
            sheet.write_string_with_format(row, col, text, format)?;
        }
    }
    Ok(())
}

/// The sheet of the rulebook itself: what, key, value.
fn head(sheet: &mut Worksheet, table: &Table, lang: Lang, formats: &Formats) -> Result<(), XlsxError> {
    for (col, (word, width)) in (0..).zip(HEAD.iter().zip(HEAD_WIDTHS)) {
        sheet.set_column_width(col, width)?;
        let both = match lang {
            Lang::Zh => format!("{}\n{}", word.zh, word.en),
            Lang::En => format!("{}\n{}", word.en, word.zh),
        };
        sheet.write_string_with_format(0, col, both, &formats.heading)?;
    }
    for (col, key) in (0..).zip(["item", "key", "value"]) {
        sheet.write_string_with_format(1, col, key, &formats.key)?;
    }
    sheet.set_row_height(0, height([("\n", 2)], 0))?;
    let Some(only) = table.rows.first() else { return Ok(()) };
    for ((leaf, cell), spot) in table.leaves.iter().zip(&only.cells).zip(&only.spots) {
        let value = u16::try_from(HEAD_VALUE).unwrap_or(u16::MAX);
        sheet.write_string_with_format(spot.row, 0, leaf.title(lang), &formats.name)?;
        let [item, _, wide] = HEAD_WIDTHS;
        sheet.set_row_height(spot.row, height([(leaf.title(lang).as_str(), item), (cell, wide)], 0))?;
        sheet.write_string_with_format(spot.row, 1, &leaf.key, &formats.key)?;
        put(sheet, spot.row, value, cell, &formats.cell)?;
        validate(sheet, leaf, lang, [spot.row, spot.row], value)?;
    }
    sheet.ignore_error_range(FIRST_ROW, 0, LAST_ROW, 2, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn list(sheet: &mut Worksheet, table: &Table, lang: Lang, formats: &Formats) -> Result<(), XlsxError> {
    for (col, leaf) in (0..).zip(&table.leaves) {
        sheet.set_column_width(col, width(leaf))?.set_column_format(col, &formats.cell)?;
        sheet.write_string_with_format(0, col, leaf.title(lang), &formats.heading)?;
        sheet.write_string_with_format(1, col, &leaf.key, &formats.key)?;
        validate(sheet, leaf, lang, [FIRST_ROW, LAST_ROW], col)?;
    }
    let titles: Vec<_> = table.leaves.iter().map(|leaf| (leaf.title(lang), width(leaf))).collect();
    sheet.set_row_height(0, height(titles.iter().map(|(title, width)| (title.as_str(), *width)), 0))?;
    for row in &table.rows {
        if let Some(spot) = row.spots.first() {
            let cells = row.cells.iter().zip(&table.leaves);
            let cells = cells.map(|(cell, leaf)| (cell.as_str(), width(leaf)));
            sheet.set_row_height(spot.row, height(cells, 0))?;
        }
        for (col, (cell, spot)) in (0..).zip(row.cells.iter().zip(&row.spots)) {
            put(sheet, spot.row, col, cell, &formats.cell)?;
        }
    }
    let wide = table.leaves.iter().map(width).fold(0, u32::saturating_add);
    let pages = u16::try_from(wide.div_ceil(PAGE_WIDTH)).unwrap_or(1);
    sheet.set_print_fit_to_pages(pages, 0).set_repeat_columns(0, 0)?;
    let last = u16::try_from(table.leaves.len()).unwrap_or(u16::MAX).saturating_sub(1);
    sheet.ignore_error_range(FIRST_ROW, 0, LAST_ROW, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn put(sheet: &mut Worksheet, row: u32, col: u16, cell: &str, format: &Format) -> Result<(), XlsxError> {
    if cell.is_empty() {
        sheet.write_blank(row, col, format)?;
    } else {
        sheet.write_string_with_format(row, col, cell, format)?;
    }
    Ok(())
}

/// The height, in points, in which the texts of a row can be read, each in a column of its width; not more than a
/// quarter of a screen, as a formula bar shows the rest.
fn height<'a>(cells: impl IntoIterator<Item = (&'a str, u32)>, more: usize) -> u32 {
    const LINE: usize = 14;
    const MOST: usize = 14;
    let lines = cells.into_iter().map(|(text, width)| {
        let room = usize::try_from(width).unwrap_or(usize::MAX).max(1);
        text.split('\n').map(|line| line.width().div_ceil(room).max(1)).fold(0, usize::saturating_add)
    });
    let lines = lines.max().unwrap_or(1).min(MOST).saturating_add(more);
    u32::try_from(lines.saturating_mul(LINE).saturating_add(3)).unwrap_or(u32::MAX)
}

/// A width in which what stands in the column can be read.
fn width(leaf: &Leaf) -> u32 {
    match leaf.kind {
        _ if leaf.long => 40,
        Kind::Id if matches!(leaf.key.as_str(), "path" | "year") => 12,
        Kind::Id | Kind::IdOf(_) => 22,
        Kind::List => 24,
        Kind::Words => 18,
        Kind::Quantity | Kind::OneOf(_) | Kind::Tag(_) => 14,
        _ => 12,
    }
}

/// A list to choose from, where a cell has one of a few words or the id of something.
fn validate(
    sheet_: &mut Worksheet,
    leaf: &Leaf,
    lang: Lang,
    rows: [u32; 2],
    col: u16,
) -> Result<(), XlsxError> {
    let list = |words: Words| {
        let words: Vec<&str> = words.iter().map(|(_, word)| word.get(lang)).collect();
        DataValidation::new().allow_list_strings(&words)
    };
    let validation = match leaf.kind {
        Kind::OneOf(words) if words == UNITS => return Ok(()),
        Kind::OneOf(words) | Kind::Tag(words) => list(words)?,
        Kind::Flag => list(FLAGS)?,
        Kind::IdOf(shape) => {
            let Some(of) = sheet(shape) else { return Ok(()) };
            let ids = of.columns.iter().position(|column| column.key == "id").unwrap_or_default();
            let letters = column(u32::try_from(ids).unwrap_or_default());
            let last = LAST_ROW.saturating_add(1);
            let first = FIRST_ROW.saturating_add(1);
            let name = of.name.get(lang);
            DataValidation::new()
                .allow_list_formula(Formula::new(format!("='{name}'!${letters}${first}:${letters}${last}")))
        }
        _ => return Ok(()),
    };
    // Ids may be written before what they name is.
    let validation = validation.set_error_style(DataValidationErrorStyle::Warning);
    let [first, last] = rows;
    sheet_.add_data_validation(first, col, last, col, &validation)?;
    Ok(())
}
