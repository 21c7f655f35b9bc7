//! Several versions of a rulebook in one folder: a submission is assessed under the one it was made for.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// A folder with two versions of the test rulebook, the newer with another title.
fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What an earlier run left.
    let _ = fs::remove_dir_all(&root);
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/minimal.rulebook.json");
    let mut rulebook: Value = serde_json::from_slice(&fs::read(kept).expect("read")).expect("JSON");
    for version in ["1.0.0", "2.0.0"] {
        rulebook["version"] = json!(version);
        let folder = root.join(version);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("rulebook.json"), rulebook.to_string()).expect("written");
    }
    fs::write(root.join("notes.json"), "not JSON").expect("written");
    root
}

/// Exit code, standard output and error of assessing a submission made for `rulebook`.
fn assess(folder: &Path, rulebook: &Value) -> (Option<i32>, String, String) {
    let mut submission = json!({ "format": "infocity-submission/1", "rulebook": rulebook });
    if rulebook.is_null() {
        submission.as_object_mut().expect("an object").remove("rulebook");
    }
    let file = folder.join("city.txt");
    fs::write(&file, submission.to_string()).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_infocity"))
        .args(["assess", "--lang", "en", "--format", "json", "--rulebook"])
        .args([folder, &file])
        .output()
        .expect("the command runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn id() -> String {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/minimal.rulebook.json");
    let rulebook: Value = serde_json::from_slice(&fs::read(kept).expect("read")).expect("JSON");
    rulebook["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_submission_is_assessed_under_the_version_it_was_made_for() {
    let folder = folder("versions");
    for version in ["1.0.0", "2.0.0"] {
        let (code, out, err) = assess(&folder, &json!({ "id": id(), "version": version }));
        assert_eq!((code, err.as_str()), (Some(0), ""));
        let assessment: Value = serde_json::from_str(&out).expect("JSON");
        assert_eq!(assessment["rulebook"]["version"], version);
        assert_eq!(
            assessment["warnings"]
                .as_array()
                .map(|all| { all.iter().filter(|warning| warning["code"] == "other_version").count() }),
            Some(0)
        );
    }
}

#[test]
fn what_the_folder_has_is_told_where_nothing_fits() {
    let folder = folder("no-version");
    let id = id();
    let (code, _, err) = assess(&folder, &json!({ "id": id, "version": "3.0.0" }));
    assert_eq!(code, Some(2));
    assert!(
        err.contains(&format!("`{id} 3.0.0`, which is not in the folder; it has: {id} 1.0.0; {id} 2.0.0")),
        "{err}"
    );
    let (code, _, err) = assess(&folder, &Value::Null);
    assert_eq!(code, Some(2));
    assert!(err.contains("does not say which one it was made for"), "{err}");
    fs::create_dir_all(folder.join("copy")).expect("a folder");
    fs::copy(folder.join("1.0.0/rulebook.json"), folder.join("copy/rulebook.json")).expect("copied");
    let (code, _, err) = assess(&folder, &json!({ "id": id, "version": "1.0.0" }));
    assert_eq!(code, Some(2));
    assert!(err.contains(&format!("`{id} 1.0.0` is in the folder more than once")), "{err}");
}
