//! What is odd about a rulebook that loads: each lint speaks where it should, and is silent where nothing is odd.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod cases;
mod law;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use infocity_check::lint::lint;
use infocity_check::model::{Finding, FindingCode, Severity};
use infocity_check::rulebook;
use serde_json::Value;

use self::cases::{Case, cases};

/// The rulebook of a file with parts set, added at the end of a list (`-`) or, by `null`, taken away.
fn changed(file: &str, changes: &[(&str, Value)]) -> Value {
    let text = std::fs::read_to_string(support::root().join(file)).expect("a rulebook");
    let mut document: Value = serde_json::from_str(&text).expect("JSON");
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        match document.pointer_mut(parent).unwrap_or_else(|| panic!("no place {parent}")) {
            Value::Object(entries) if value.is_null() => {
                entries.remove(key);
            }
            Value::Object(entries) => {
                entries.insert(key.to_owned(), value.clone());
            }
            Value::Array(items) if key == "-" => items.push(value.clone()),
            Value::Array(items) => items[key.parse::<usize>().expect("an index")] = value.clone(),
            other => panic!("{parent} is {other}"),
        }
    }
    document
}

fn findings(file: &str, changes: &[(&str, Value)]) -> Vec<Finding> {
    let document = changed(file, changes);
    let plan = rulebook::load(document.to_string().as_bytes());
    lint(&plan.unwrap_or_else(|faults| panic!("{changes:?}: {faults:#?}")))
}

/// The findings of a code at a place.
fn at<'a>(findings: &'a [Finding], code: FindingCode, place: &str) -> Vec<&'a Finding> {
    findings.iter().filter(|finding| finding.code == code && finding.place == place).collect()
}

/// A finding has the parameters that its texts cannot do without.
fn has_what_it_says(finding: &Finding) {
    let told = serde_json::to_value(finding).expect("JSON");
    let texts = &support::told::catalogue()["findings"][told["code"].as_str().expect("a code")];
    support::told::has_what_it_says(&told, &[&texts["message"], &texts["remedy"]]);
}

#[test]
fn each_lint_speaks_in_both_languages_and_is_silent_once_it_is_mended() {
    for Case { code, file, odd, mended, place, zh, en } in cases() {
        let found = findings(file, &odd);
        match at(&found, code, place).as_slice() {
            [one] => {
                assert_eq!((one.message.zh.as_str(), one.message.en.as_str()), (zh, en), "{code:?}");
                assert!(!one.remedy.zh.is_empty() && !one.remedy.en.is_empty(), "{code:?}");
                has_what_it_says(one);
            }
            others => panic!("{code:?} at {place}: {others:#?} of {found:#?}"),
        }
        let found = findings(file, &mended);
        assert!(at(&found, code, place).is_empty(), "{code:?} at {place} is mended: {found:#?}");
    }
}

#[test]
fn every_code_is_tried() {
    let tried: BTreeSet<_> = cases().iter().map(|case| case.code).collect();
    let all: BTreeSet<_> = FindingCode::ALL.iter().copied().collect();
    assert_eq!(tried, all);
    assert_eq!(all.len(), FindingCode::ALL.len(), "a code stands twice");
}

#[test]
fn nothing_in_the_flagship_is_likely_a_mistake() {
    let found = lint(&support::plan(support::FLAGSHIP));
    let warnings: Vec<_> = found.iter().filter(|finding| finding.severity == Severity::Warning).collect();
    assert!(warnings.is_empty(), "{warnings:#?}");
}

#[test]
fn what_asks_a_city_to_name_its_category_is_not_said_to_hold_always() {
    let categories = [
        ("/requirements/4/condition", Value::from("category in (whole, special)")),
        ("/requirements/5/condition", Value::from("count(fields) >= 1")),
    ];
    let found = findings(support::EVERY_RULE, &categories);
    assert!(!found.iter().any(|finding| finding.code == FindingCode::NeverFails), "{found:#?}");
    // Naming two at once is possible for no submission.
    let both = [("/requirements/4/condition", Value::from("category is whole and category is special"))];
    let found = findings(support::EVERY_RULE, &both);
    assert_eq!(at(&found, FindingCode::NeverMet, "/requirements/4/condition").len(), 1);
}

#[test]
fn a_condition_is_judged_for_every_way_of_choosing() {
    let never_fails = [
        "level is county or level in (province, prefecture)",
        "centre_built or not centre_built",
        "activities has training or not activities has training",
        "true",
    ];
    for condition in never_fails {
        let found = findings(support::EVERY_RULE, &[("/requirements/4/condition", Value::from(condition))]);
        assert_eq!(at(&found, FindingCode::NeverFails, "/requirements/4/condition").len(), 1, "{condition}");
    }
    // The benchmarks are those of one year: what they are never at once is never.
    let at_once = "national_retail > 430000 亿元 and national_population < 141100 万人";
    let found = findings(support::EVERY_RULE, &[("/warnings/0/when", Value::from(at_once))]);
    assert_eq!(at(&found, FindingCode::WarningNeverGiven, "/warnings/0/when").len(), 1);
    // A year before the first benchmark counts only where the condition speaks of the year itself.
    let early = "year < 2000 or retail_ratio > 1000000";
    let found = findings(support::EVERY_RULE, &[("/warnings/0/when", Value::from(early))]);
    assert!(at(&found, FindingCode::WarningNeverGiven, "/warnings/0/when").is_empty());
}

#[test]
fn who_may_not_apply_needs_no_route() {
    let found = findings(support::EVERY_RULE, &[]);
    assert!(!found.iter().any(|finding| finding.code == FindingCode::NoRoute), "{found:#?}");
    let counties = [("/requirements/0/condition", Value::from("level in (province, prefecture, county)"))];
    let found = findings(support::EVERY_RULE, &counties);
    assert_eq!(at(&found, FindingCode::NoRoute, "/routes").len(), 1);
}
