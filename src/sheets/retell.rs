//! What the loader says of a workbook's rulebook, in the words of the workbook: columns by their headings, lists by their
//! sheets, values as they stand in the drop-down.

use super::layout::{self, Kind, Leaf, Shape, Words};
use super::table::{Spot, Table};
use crate::model::{Fault, FaultCode, Json, Lang, Subject, Text};
use crate::rulebook::thing;
use crate::sorted::Map;
use crate::texts::{
    self,
    sheets::{self, Word},
};

/// The faults whose remedy names keys of the document.
const NAME_KEYS: &[FaultCode] = &[
    FaultCode::UnknownSource,
    FaultCode::MissingSource,
    FaultCode::MissingNote,
    FaultCode::UnknownUnit,
    FaultCode::UnexplainedWeight,
    FaultCode::MayBeUndefined,
    FaultCode::BadFloor,
];

/// Message and remedy of a fault of the loader, whose cell is `spot`.
pub(super) fn retold(fault: &Fault, document: &Json, table: &Table, spot: Spot) -> (Text, Text) {
    let mut params = fault.params.clone();
    // How the document writes it helps nobody here.
    params.remove("example");
    let at = table.rows.iter().find_map(|row| row.spots.iter().position(|known| *known == spot));
    let leaf = at.and_then(|at| table.leaves.get(at));
    if let Some(Kind::OneOf(words) | Kind::Tag(words)) = leaf.map(|leaf| leaf.kind) {
        match fault.code {
            FaultCode::UnknownValue => offered(&mut params, words),
            FaultCode::MissingSource | FaultCode::MissingNote => as_offered(&mut params, "value", words),
            _ => {}
        }
    }
    let missing = fault.params.get("key").filter(|_| fault.code == FaultCode::MissingKey);
    let empty = missing.and_then(|key| column(table, key));
    let thing = thing(document, &fault.place);
    let about = thing.words();
    let message = Text::each(|lang| {
        let said = match empty {
            Some(leaf) => called(sheets::MISSING, leaf.heading_in(lang), lang),
            None => texts::fault_said(fault.code, &params, lang),
        };
        if thing.subject == Subject::Document {
            said
        } else {
            texts::fault::About { about: about.get(lang), id: "", said: said.as_str() }.get(lang)
        }
    });
    let remedy = Text::each(|lang| match empty {
        Some(_) => sheets::FILL_IN.get(lang).to_owned(),
        None => {
            let remedy = texts::fault_remedy(fault.code, &params, lang);
            if NAME_KEYS.contains(&fault.code) { in_headings(&remedy, table, lang) } else { remedy }
        }
    });
    (message, remedy)
}

/// The values that are known as the drop-down has them.
fn offered(params: &mut Map<String, String>, words: Words) {
    as_offered(params, "nearest", words);
    params.remove("known");
    params.extend(texts::in_each("known", |lang| {
        words.iter().map(|(_, word)| shown(*word, lang)).collect::<Vec<_>>().join(" / ")
    }));
}

/// A value as the drop-down has it.
fn as_offered(params: &mut Map<String, String>, name: &str, words: Words) {
    let value = params.get(name);
    let Some((_, word)) = words.iter().find(|(known, _)| value.is_some_and(|value| value == known)) else {
        return;
    };
    params.remove(name);
    params.extend(texts::in_each(name, |lang| shown(*word, lang).to_owned()));
}

/// A word without the mark of a row that belongs to the one above it.
fn shown(word: Word, lang: Lang) -> &'static str {
    word.get(lang).trim_start_matches(['└', ' '])
}

/// The column in which a key stands.
fn column<'t>(table: &'t Table, key: &str) -> Option<&'t Leaf> {
    let exact = table.leaves.iter().find(|leaf| leaf.key == key);
    let last = || table.leaves.iter().find(|leaf| leaf.path.last().is_some_and(|last| last == key));
    let text = || table.leaves.iter().find(|leaf| leaf.path.iter().any(|part| part == key));
    exact.or_else(last).or_else(text)
}

/// The name of the sheet that has the items of a list.
fn sheet_of(list: &str) -> Option<Word> {
    layout::sheet(Shape::Items(layout::list(list))).map(|sheet| sheet.name)
}

/// A text with keys of the document as the workbook calls them.
fn in_headings(text: &str, table: &Table, lang: Lang) -> String {
    let mut out = String::new();
    let mut rest = text;
    let in_key = |c: char| c.is_ascii_lowercase() || c == '_';
    while let Some(start) = rest.find(in_key) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c| !in_key(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        // In English only what is quoted is a key.
        let quoted = before.ends_with('`') && after.starts_with('`');
        let sheet = || sheet_of(word).map(|name| called(sheets::SHEET, name.get(lang), lang));
        let column = || column(table, word).map(|leaf| called(sheets::COLUMN, leaf.heading_in(lang), lang));
        let name = if quoted || lang == Lang::Zh { sheet().or_else(column) } else { None };
        match name {
            Some(name) => {
                let before = if quoted { before.trim_end_matches('`') } else { before.trim_end() };
                out.push_str(before);
                out.push_str(&name);
                rest = if quoted { after.trim_start_matches('`') } else { after.trim_start() };
            }
            None => {
                out.push_str(before);
                out.push_str(word);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// A template with the name of a sheet or of a column in it.
fn called(template: Word, name: &str, lang: Lang) -> String {
    sheets::filled(template.get(lang), &[("name".to_owned(), name.to_owned())].into())
}
