//! Whole assessments, compared as bytes: every example beside a rulebook, and a few for the rulebooks of the tests.
//!
//! `UPDATE=1 cargo test --test golden` writes them anew; read the difference before it is committed.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod support;

use std::path::PathBuf;

use infocity_check::engine::{Question, assess, reach};
use infocity_check::model::Lang;
use infocity_check::plan::Plan;
use infocity_check::{report, submission};
use support::golden::golden;

/// Every `*.submission.json` of a folder.
fn submissions(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(support::root().join(folder)).expect("a folder of examples");
    let mut found: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".submission.json"))
        .collect();
    found.sort();
    found
}

/// What would have to change, as JSON and as text in both languages.
fn check_reach(plan: &Plan, folder: &str, names: &[&str]) {
    for name in names {
        let path = |ending: &str| support::root().join(folder).join(format!("{name}.{ending}"));
        let read = submission::read(&std::fs::read(path("submission.json")).expect("an example"))
            .unwrap_or_else(|faults| panic!("{name}: {faults:#?}"));
        let found = reach(plan, &read, &Question::default()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        golden(path("reach.json"), &report::reach_json(&found));
        for (lang, ending) in [(Lang::Zh, "reach.zh.txt"), (Lang::En, "reach.en.txt")] {
            golden(path(ending), &report::reach_text(plan, &found, lang));
        }
    }
}

fn check(plan: &Plan, folder: &str, texts: &[&str]) {
    let found = submissions(folder);
    assert!(!found.is_empty(), "no example in {folder}");
    for path in found {
        let name = path.to_string_lossy().replace(".submission.json", "");
        let read = submission::read(&std::fs::read(&path).expect("an example"))
            .unwrap_or_else(|faults| panic!("{name}: {faults:#?}"));
        let assessment = assess(plan, &read).unwrap_or_else(|faults| panic!("{name}: {faults:#?}"));
        golden(format!("{name}.assessment.json"), &report::json(&assessment));
        if texts.iter().any(|text| name.ends_with(text)) {
            for (lang, ending) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
                golden(format!("{name}.{ending}.txt"), &report::text(plan, &assessment, lang));
            }
        }
    }
}

#[test]
fn examples_of_the_flagship() {
    let plan = support::plan(support::FLAGSHIP);
    let folder = "rulebooks/miit-2019-63/examples";
    check(&plan, folder, &["shenzhen-2021", "county"]);
    check_reach(&plan, folder, &["shenzhen-2021", "county", "industry-specialised"]);
}

#[test]
fn examples_of_the_broadband_targets() {
    let plan = support::plan("rulebooks/broadband-china-2013-31/rulebook.json");
    check(
        &plan,
        "rulebooks/broadband-china-2013-31/examples",
        &["empty", "made-up-2015", "partly-filled-2020"],
    );
}

#[test]
fn examples_of_the_smart_city_indicators() {
    let plan = support::plan("rulebooks/smart-city-2016/rulebook.json");
    check(&plan, "rulebooks/smart-city-2016/examples", &["made-up-full"]);
}

#[test]
fn every_kind_of_rule() {
    let plan = support::plan(support::EVERY_RULE);
    check(&plan, "tests/data/every-rule", &["half-known"]);
    check_reach(&plan, "tests/data/every-rule", &["half-known"]);
}
