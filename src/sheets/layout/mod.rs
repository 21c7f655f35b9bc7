//! Which sheets there are and what stands in their columns: a new key of the rulebook is one line in [`tables`].

mod leaf;
mod tables;
mod words;

pub(super) use leaf::{Leaf, leaves};
pub(super) use tables::{GUIDE as GUIDE_NAME, SHEETS};
pub(super) use words::{FLAGS, UNITS};

use crate::texts::sheets::Word;

/// The words of a cell that has one of a few values: the value in the document, and what stands in the cell.
pub(super) type Words = &'static [(&'static str, Word)];

/// Where the rows of a sheet stand in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The document itself, a row a key.
    Head,
    /// The items of a list of the document.
    Items(&'static str),
    /// The options of choices and the items of checklists.
    Options,
    /// The values of benchmarks by year.
    Years,
    /// The floors of categories' lines and of fields.
    Floors,
    /// The indicators of all levels.
    Indicators,
    /// Score functions: a row a function, a row each of its bands, points and options.
    Scores,
    /// Weights and points that are not one number.
    Weights,
    /// The steps of routes.
    Steps,
}

/// A sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its name in the file.
    pub(super) name: Word,
    /// What a row of it is.
    pub(super) about: Word,
    /// Where its rows stand in the document.
    pub(super) shape: Shape,
    /// Its columns, in the order in which they are written.
    pub(super) columns: &'static [Column],
}

/// A key of the document, or what a row belongs to: one column or several.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// The path of the value below what the row is, keys separated by points; for what a row belongs to, a name.
    pub(super) key: &'static str,
    /// Its heading.
    pub(super) heading: Word,
    /// What stands in its cells.
    pub(super) kind: Kind,
    /// Whether it is a key of the document.
    pub(super) use_: Use,
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// A key of the document.
    Key,
    /// What the row belongs to or is: without the column the sheet cannot be read.
    Place,
}

/// What stands in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text in every language: a column each.
    Text,
    /// What a rule rests on: several columns.
    Standing,
    /// Words of one language, an address, a date.
    Words,
    /// A formula or a condition.
    Formula,
    /// An id, a version: letters, digits and signs without spaces.
    Id,
    /// The id of a thing that has a sheet.
    IdOf(Shape),
    /// Several ids or units.
    List,
    /// A decimal.
    Decimal,
    /// A number with its unit.
    Quantity,
    /// A whole number.
    Whole,
    /// One of a few values, anything else as it is.
    OneOf(Words),
    /// Yes or no.
    Flag,
    /// The one key of an object, or a word where there is nothing more to say.
    Tag(Words),
    /// A number, or a reference to the sheet of weights.
    Weight,
}

/// The sheet whose rows have `shape`.
pub(super) fn sheet(shape: Shape) -> Option<&'static Sheet> {
    SHEETS.iter().find(|sheet| sheet.shape == shape)
}

/// Whether a name is that of the sheet that says how to fill in the others.
pub(super) fn is_guide(name: &str) -> bool {
    let name = name.trim();
    GUIDE_NAME.zh == name || GUIDE_NAME.en.eq_ignore_ascii_case(name)
}

/// The list of the document that has this name; one that has no sheet is none.
pub(super) fn list(name: &str) -> &'static str {
    let lists = SHEETS.iter().filter_map(|sheet| match sheet.shape {
        Shape::Items(list) => Some(list),
        _ => None,
    });
    lists.into_iter().find(|list| *list == name).unwrap_or_default()
}
