//! The JSON Schema in the repository is the one that the types give, and it takes every rulebook of the repository.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use infocity_check::rulebook;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `UPDATE=1` writes it.
#[test]
fn the_schema_in_the_repository_is_current() {
    let file = root().join("rulebooks/rulebook.schema.json");
    let schema = rulebook::schema();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &schema).expect("written");
    }
    let kept = std::fs::read_to_string(&file).expect("the schema");
    assert!(kept == schema, "run UPDATE=1 cargo nextest run -E 'binary(schema)'");
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
