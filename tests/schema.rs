//! The JSON Schema in the repository is the one that the types give, and it takes every rulebook of the repository.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::path::PathBuf;

use infocity_check::rulebook;
use support::golden::golden;
use support::root;

/// `UPDATE=1` writes it.
#[test]
fn the_schema_in_the_repository_is_current() {
    golden("rulebooks/rulebook.schema.json", &rulebook::schema());
}

#[test]
fn the_schema_takes_every_rulebook_of_the_repository() {
    let schema = serde_json::from_str(&rulebook::schema()).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let rulebooks = std::fs::read_dir(root().join("rulebooks")).expect("the folder");
    let rulebooks = rulebooks.map(|entry| entry.expect("an entry").path().join("rulebook.json"));
    let made_up =
        ["every-rule", "minimal"].map(|name| root().join(format!("tests/data/{name}.rulebook.json")));
    let files: Vec<PathBuf> = rulebooks.filter(|file| file.exists()).chain(made_up).collect();
    assert!(files.len() > 2, "{files:?}");
    for file in files {
        let document = serde_json::from_slice(&std::fs::read(&file).expect("read")).expect("JSON");
        let errors: Vec<_> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file.display());
    }
}
