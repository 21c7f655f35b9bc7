//! What the loader says of a workbook's rulebook, in the words of the workbook: columns by their headings, lists by their
//! sheets, values as they stand in the drop-down.

use std::collections::BTreeMap;

use super::layout::{Kind, SHEETS, Shape, Words};
use super::table::{Spot, Table};
use crate::model::{Fault, FaultCode, Json, Lang, Subject, Text};
use crate::rulebook::thing;
use crate::texts::sheets::{self, Word};

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
    let column = column(table, spot);
    let mut params = fault.params.clone();
    // How the document writes it helps nobody here.
    params.remove("example");
    let kind = column.and_then(|at| table.leaves.get(at)).map(|leaf| leaf.kind);
    if let Some(Kind::OneOf(words) | Kind::Tag(words)) = kind {
        match fault.code {
            FaultCode::UnknownValue => offered(&mut params, words),
            FaultCode::MissingSource | FaultCode::MissingNote => as_offered(&mut params, "value", words),
            _ => {}
        }
    }
    let missing = fault.params.get("key").filter(|_| fault.code == FaultCode::MissingKey);
    let heading = missing.and_then(|key| heading(table, key));
    let thing = thing(document, &fault.place);
    let about = thing.words();
    let message = Text::each(|lang| {
        let said = match &heading {
            Some(heading) => sheets::filled(sheets::MISSING.get(lang), &one("heading", of(heading, lang))),
            None => fault.said_with(&params, lang),
        };
        if thing.subject == Subject::Document {
            said
        } else {
            crate::texts::fault::About { about: about.get(lang), id: "", said: said.as_str() }.get(lang)
        }
    });
    let remedy = Text::each(|lang| match &heading {
        Some(_) => sheets::FILL_IN.get(lang).to_owned(),
        None => {
            let remedy = fault.remedy_with(&params, lang);
            if NAME_KEYS.contains(&fault.code) { in_headings(&remedy, table, lang) } else { remedy }
        }
    });
    (message, remedy)
}

/// The column of a cell.
fn column(table: &Table, spot: Spot) -> Option<usize> {
    let row = table.rows.iter().position(|row| row.spots.contains(&spot))?;
    (0..table.leaves.len()).find(|leaf| table.spot(row, *leaf) == spot)
}

/// The values that are known as the drop-down has them.
fn offered(params: &mut BTreeMap<String, String>, words: Words) {
    as_offered(params, "nearest", words);
    params.remove("known");
    for lang in Lang::ALL {
        let all: Vec<_> = words.iter().map(|(_, word)| shown(*word, lang)).collect();
        params.insert(format!("known.{}", lang.tag()), all.join(" / "));
    }
}

/// A value as the drop-down has it.
fn as_offered(params: &mut BTreeMap<String, String>, name: &str, words: Words) {
    let value = params.get(name);
    let Some((_, word)) = words.iter().find(|(known, _)| value.is_some_and(|value| value == known)) else {
        return;
    };
    params.remove(name);
    params.extend(Lang::ALL.map(|lang| (format!("{name}.{}", lang.tag()), shown(*word, lang).to_owned())));
}

/// A word without the mark of a row that belongs to the one above it.
fn shown(word: Word, lang: Lang) -> &'static str {
    word.get(lang).trim_start_matches(['└', ' '])
}

/// The heading of the column in which a key stands, in Chinese and in English.
fn heading(table: &Table, key: &str) -> Option<[String; 2]> {
    let exact = table.leaves.iter().find(|leaf| leaf.key == key);
    let last = || table.leaves.iter().find(|leaf| leaf.path.last().is_some_and(|last| last == key));
    let text = || table.leaves.iter().find(|leaf| leaf.path.iter().any(|part| part == key));
    exact.or_else(last).or_else(text).map(|leaf| leaf.heading.clone())
}

/// The name of the sheet that has the items of a list.
fn sheet_of(list: &str) -> Option<Word> {
    SHEETS
        .iter()
        .find(|sheet| sheet.shape == Shape::Items(super::layout::list(list)) && !list.is_empty())
        .map(|sheet| sheet.name)
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
        let marked = quoted || lang == Lang::Zh;
        let sheet = || {
            sheet_of(word).map(|name| sheets::filled(sheets::SHEET.get(lang), &one("name", name.get(lang))))
        };
        let column = || {
            heading(table, word)
                .map(|names| sheets::filled(sheets::COLUMN.get(lang), &one("name", of(&names, lang))))
        };
        match Some(()).filter(|()| marked).and_then(|()| sheet().or_else(column)) {
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

fn of([zh, en]: &[String; 2], lang: Lang) -> &str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn one(name: &str, value: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(name.to_owned(), value.to_owned())])
}
