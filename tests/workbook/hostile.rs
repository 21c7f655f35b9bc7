//! Files made to harm, or broken: an answer in time, never a panic.

use std::io::{Cursor, Read as _, Write as _};

use infocity_check::model::Lang;
use infocity_check::sheets::{Code, from_xlsx};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::book::{Book, Value};
use crate::support::EVERY_RULE;

/// A zip archive of these files.
pub(crate) fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A small file that unpacks to more than is read.
pub(crate) fn bomb() -> Vec<u8> {
    let zeros = vec![b' '; 80 * 1024 * 1024];
    let bytes = archive(&[("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", &zeros)]);
    assert!(bytes.len() < 1024 * 1024);
    bytes
}

/// The parts of a workbook, each changed.
fn parts(book: &[u8], mut change: impl FnMut(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut read = ZipArchive::new(Cursor::new(book)).expect("an archive");
    let mut files = Vec::new();
    for index in 0..read.len() {
        let mut file = read.by_index(index).expect("a file");
        let name = file.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("bytes");
        let changed = change(&name, bytes);
        files.push((name, changed));
    }
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    archive(&files)
}

fn replaced(book: &[u8], old: &str, new: &str) -> Vec<u8> {
    let mut count = 0;
    let changed = parts(book, |_, bytes| match String::from_utf8(bytes) {
        Ok(text) => {
            count += text.matches(old).count();
            text.replace(old, new).into_bytes()
        }
        Err(error) => error.into_bytes(),
    });
    assert!(count > 0, "{old} is in no part");
    changed
}

/// A workbook with an error value in a cell.
pub(crate) fn error_cell() -> Vec<u8> {
    let mut book = Book::of(EVERY_RULE, Lang::Zh);
    book.set("评分", &[("indicator", "retail_score"), ("at", "1")], "score", Value::Number(12345.5));
    replaced(&book.save(), "><v>12345.5</v>", " t=\"e\"><v>#N/A</v>")
}

#[test]
fn room_is_not_made_for_texts_that_are_only_announced() {
    let book = Book::of(EVERY_RULE, Lang::Zh).save();
    for announced in ["uniqueCount=\"99999999999999999999\"", "uniqueCount = '4000000000'"] {
        let hostile = parts(&book, |name, bytes| {
            if !name.ends_with("sharedStrings.xml") {
                return bytes;
            }
            let text = String::from_utf8(bytes).expect("UTF-8");
            let (before, after) = text.split_once("uniqueCount=\"").expect("a count");
            let (_, after) = after.split_once('"').expect("its end");
            format!("{before}{announced}{after}").into_bytes()
        });
        assert_eq!(from_xlsx(&hostile).expect_err("too many")[0].code, Some(Code::TooLarge));
    }
}

#[test]
fn a_sheet_that_says_it_ends_before_it_begins_is_read_all_the_same() {
    let book = Book::of(EVERY_RULE, Lang::Zh).save();
    let hostile = replaced(&book, "<dimension ref=\"A1:", "<dimension ref=\"ZZ99999:");
    assert_eq!(from_xlsx(&hostile).expect("a rulebook"), from_xlsx(&book).expect("the same"));
}

#[test]
fn a_cell_far_out_takes_no_room() {
    let mut book = Book::of(EVERY_RULE, Lang::Zh);
    book.sheet("说明").insert((1_048_575, 16_383), "far".into());
    let faults = from_xlsx(&book.save()).expect_err("a column without a key");
    assert_eq!((faults[0].code, faults[0].cell.as_str()), (Some(Code::NoKey), "说明!XFD1048576"));
}

#[test]
fn one_long_text_in_very_many_cells_is_too_much() {
    let mut book = Book::of(EVERY_RULE, Lang::Zh);
    let long = "x".repeat(30_000);
    for row in 3..1500 {
        book.sheet("说明").insert((row, 1), long.as_str().into());
    }
    let faults = from_xlsx(&book.save()).expect_err("too much");
    assert_eq!(faults[0].code, Some(Code::TooLarge), "{faults:#?}");
}

#[test]
fn indicators_and_scores_nested_without_end_are_refused() {
    let mut book = Book::of(EVERY_RULE, Lang::Zh);
    for level in 0..600 {
        let (id, parent) = (format!("deep{level}"), format!("deep{}", level + 1));
        book.add("指标", &[("id", &id), ("parent", &parent)]);
    }
    book.add("指标", &[("id", "deep600"), ("dimension_of", "base")]);
    let path = vec!["1"; 400].join(".");
    book.add("评分", &[("indicator", "hump"), ("path", &path), ("part", "取最高")]);
    let faults = from_xlsx(&book.save()).expect_err("too deep");
    let codes: Vec<_> = faults.iter().filter_map(|fault| fault.code).collect();
    assert!(codes.contains(&Code::NoTop), "{codes:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(crate::cases(40)) })]

    /// Bytes put wrong in the file, or in one of its parts: a rulebook or faults, never a panic.
    #[test]
    fn a_broken_file_gives_faults(
        packed in any::<bool>(),
        wrong in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut book = Book::of("tests/data/minimal.rulebook.json", Lang::Zh).save();
        for (part, at, byte) in &wrong {
            if packed {
                let at = at.index(book.len());
                book[at] = *byte;
                continue;
            }
            let count = ZipArchive::new(Cursor::new(&book)).expect("an archive").len();
            let (mut number, chosen) = (0, part.index(count));
            book = parts(&book, |_, mut bytes| {
                if number == chosen && !bytes.is_empty() {
                    let at = at.index(bytes.len());
                    bytes[at] = byte % 128;
                }
                number += 1;
                bytes
            });
        }
        if let Err(faults) = from_xlsx(&book) {
            prop_assert!(!faults.is_empty());
        }
    }
}
