//! Whatever can be wrong with a rulebook, a submission or a call, as pages of cases to read: what an author did, and all
//! that is said of it, in both languages.
//!
//! `UPDATE=1` writes what is said into the pages. Read it as somebody who knows the regulation and no programming: does it
//! say where, what, and what to do?
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
mod support;

mod change;
mod page;
mod said;

use std::collections::BTreeSet;

use infocity_check::rulebook;
use support::shape::{OF_SHAPE, validator};

/// Each case says what stands on its page, and each code has a case: the catalogue has all of them, since a code without
/// its text does not compile, nor a text without its code.
#[test]
fn everything_wrong_is_said_in_both_languages() {
    let (mut wrong, mut silent) = (Vec::new(), Vec::new());
    let mut codes = BTreeSet::new();
    for mut page in page::all() {
        let name = page.file.file_name().expect("a name").to_string_lossy().into_owned();
        for case in &mut page.cases {
            let said = said::of(case);
            let lines = said.zh.lines().count();
            if lines == 0 || lines != said.en.lines().count() {
                silent.push(format!("{name}: {}", case.title));
            }
            if (&case.zh, &case.en) != (&said.zh, &said.en) {
                wrong.push(format!("{name}: {}\n{}{}", case.title, said.zh, said.en));
            }
            (case.zh, case.en) = (said.zh, said.en);
            codes.extend(said.codes);
        }
        if support::golden::updates() {
            std::fs::write(&page.file, page.text()).expect("written");
        }
    }
    assert!(silent.is_empty(), "nothing is said: {silent:#?}");
    if !support::golden::updates() {
        assert!(wrong.is_empty(), "this is said instead:\n{}", wrong.join("\n"));
    }
    let catalogue = support::told::catalogue();
    let all = catalogue["faults"].as_object().expect("the faults");
    let missing: Vec<_> = all.keys().filter(|code| !codes.contains(*code)).collect();
    assert!(missing.is_empty(), "without a case: {missing:?}");
}

/// The pages have no block that is read as something else than it looks, and no title twice.
#[test]
fn a_page_is_all_read() {
    for page in page::all() {
        let mut titles = BTreeSet::new();
        let text = std::fs::read_to_string(&page.file).expect("a page");
        assert!(page.text() == text, "{}: run UPDATE=1", page.file.display());
        for case in &page.cases {
            assert!(titles.insert(case.title.clone()), "{}: twice", case.title);
        }
    }
}

#[test]
fn there_are_a_hundred_broken_rulebooks() {
    let pages = page::all();
    let cases = pages.iter().flat_map(|page| &page.cases);
    let rulebooks: BTreeSet<_> = cases.filter_map(said::rulebook_of).collect();
    assert!(rulebooks.len() >= 100, "{}", rulebooks.len());
}

/// What the schema accepts has the shape of a rulebook; what it refuses does not load.
#[test]
fn the_schema_sees_the_faults_of_shape() {
    let validator = validator();
    for page in page::all() {
        for case in &page.cases {
            let Some(bytes) = said::rulebook_of(case) else { continue };
            let Ok(document) = serde_json::from_slice(&bytes) else { continue };
            let faults = rulebook::load(&bytes).err().unwrap_or_default();
            let of_shape = faults.iter().find(|fault| OF_SHAPE.contains(&fault.code));
            if validator.is_valid(&document) {
                assert!(of_shape.is_none(), "{}: the schema accepts {of_shape:?}", case.title);
            }
        }
    }
}
