//! A rulebook as a workbook (.xlsx) and back: one sheet a kind of rule, nothing lost either way.
//!
//! Document → tables of texts ([`take`]) → file ([`save`]); file → cells ([`open`]) → tables ([`header`]) → document
//! ([`build`]). Which sheets and columns there are is one table ([`layout`]).

mod build;
mod cells;
mod fault;
mod guard;
mod header;
mod layout;
mod nested;
mod open;
mod retell;
mod save;
mod table;
mod take;
mod tree;

pub use fault::{Code, Fault};
pub use guard::MAX_FILE;

use crate::model::{FaultCode, Json, Lang, Rulebook};
use crate::rulebook;
use table::{Spot, Table};

/// The most faults that are told: more help nobody.
const MOST_FAULTS: usize = 200;

/// The rulebook as a workbook, its sheets and words in `lang`.
///
/// # Errors
/// What cannot be written into a workbook.
pub fn to_xlsx(rulebook: &Rulebook, lang: Lang) -> Result<Vec<u8>, Box<Fault>> {
    let text = serde_json::to_vec(rulebook).unwrap_or_default();
    let document = Json::read(&text).map_err(|fault| guard::damaged(&fault.message.get(Lang::En)))?;
    let tables = take::take(&document, lang);
    // What the sheets do not hold would be lost without a word.
    let again = build::build(&tables).document;
    if let Some(pointer) = difference(&document, &again) {
        return Err(Box::new(Fault::of_file(Code::NotInSheets, &pointer, &[])));
    }
    save::save(&document, &tables, lang)
}

/// The rulebook of a workbook.
///
/// # Errors
/// Every fault of the workbook and of the rulebook in it, by sheet and cell.
pub fn from_xlsx(bytes: &[u8]) -> Result<Rulebook, Vec<Fault>> {
    let is_read = |name: &str| !name.starts_with('#') && !layout::is_guide(name);
    let sheets = open::open(bytes, is_read).map_err(|fault| vec![*fault])?;
    let (tables, mut faults) = header::tables(&sheets)?;
    let built = build::build(&tables);
    let missed = tables.iter().filter(|table| built.faults.iter().any(|fault| fault.sheet == table.name));
    let follows: Vec<FaultCode> =
        missed.flat_map(|table| build::follows(table.sheet.shape)).copied().collect();
    faults.extend(built.faults);
    let loaded = rulebook::load(built.document.canonical().as_bytes());
    match loaded {
        Ok(plan) if faults.is_empty() => return Ok(plan.document),
        Ok(_) => {}
        Err(told) => {
            for fault in told.into_iter().filter(|fault| !follows.contains(&fault.code)) {
                let pointer = fault.place.clone();
                let missing = fault.params.get("key").filter(|_| fault.code == FaultCode::MissingKey);
                let vacant = missing.and_then(|key| built.places.vacant(&tables, &pointer, key));
                let weights = if fault.code == FaultCode::WeightSum { all_weights(&tables) } else { None };
                let (table, spot, last) = weights.unwrap_or_else(|| {
                    let found = vacant.or_else(|| built.places.find(&tables, &pointer));
                    let (table, spot) = found.unwrap_or_else(|| whole(&tables, &pointer));
                    (table, spot, spot)
                });
                let Some(table) = tables.get(table) else { continue };
                let name = table.name.as_str();
                // Where a cell cannot be read, that something is missing there is no news.
                let told =
                    |known: &Fault| known.sheet == name && known.spot == Some(spot) && known.code.is_some();
                if !faults.iter().any(told) {
                    let told = retell::retold(&fault, &built.document, table, spot);
                    faults.push(Fault::of_loader(told, name, spot, last));
                }
            }
        }
    }
    let position = |sheet: &str| tables.iter().position(|table| table.name == sheet);
    faults.sort_by_key(|fault| (position(&fault.sheet), fault.spot));
    faults.truncate(MOST_FAULTS);
    Err(faults)
}

/// A rulebook as the text of its file: indented, its keys in the order of the document types.
#[must_use]
pub fn text(rulebook: &Rulebook) -> String {
    // Every document of this crate has a JSON form: the empty fallback is never taken.
    let mut text = serde_json::to_string_pretty(rulebook).unwrap_or_default();
    text.push('\n');
    text
}

/// The weights of all dimensions: the table, the first and the last cell.
fn all_weights(tables: &[Table]) -> Option<(usize, Spot, Spot)> {
    let is = |table: &&Table| table.sheet.shape == layout::Shape::Items("dimensions");
    let (at, table) = tables.iter().enumerate().find(|(_, table)| is(table))?;
    let leaf = table.leaf("weight")?;
    let last = table.rows.len().checked_sub(1)?;
    Some((at, table.spot(0, leaf), table.spot(last, leaf)))
}

/// The place of a list as a whole: the head of its sheet, or that of the rulebook.
fn whole(tables: &[Table], pointer: &str) -> (usize, Spot) {
    let list = pointer.split('/').nth(1).unwrap_or_default();
    let of = |table: &Table| table.sheet.shape == layout::Shape::Items(layout::list(list));
    let table = tables.iter().position(of).unwrap_or_default();
    (table, Spot { row: 1, col: 0 })
}

/// The pointer of the first part in which two documents differ.
fn difference(one: &Json, other: &Json) -> Option<String> {
    let below = |key: &str, one: &Json, other: Option<&Json>| {
        let rest = other.map_or_else(|| Some(String::new()), |other| difference(one, other));
        rest.map(|rest| format!("/{key}{rest}"))
    };
    match (one, other) {
        (Json::Object(ones), Json::Object(others)) => {
            let lost = ones.iter().find_map(|(key, value)| below(key, value, other.get(key)));
            let added = || others.iter().find(|(key, _)| one.get(key).is_none());
            lost.or_else(|| added().map(|(key, _)| format!("/{key}")))
        }
        (Json::List(ones), Json::List(others)) if ones.len() == others.len() => {
            let pairs = ones.iter().zip(others).enumerate();
            pairs.into_iter().find_map(|(at, (one, other))| below(&at.to_string(), one, Some(other)))
        }
        _ => (one != other).then(String::new),
    }
}

#[cfg(test)]
mod tests;
