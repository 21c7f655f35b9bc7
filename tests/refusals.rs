//! All faults are told at once; whatever is given, nothing panics and nothing hangs. What is said of each fault stands in
//! `tests/broken`, a case each.
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

use infocity_check::model::{Fault, Json};
use infocity_check::{engine, rulebook, submission};
use serde_json::{Value, json};

fn document() -> Value {
    let text = std::fs::read_to_string(support::root().join(support::EVERY_RULE)).expect("the rulebook");
    serde_json::from_str(&text).expect("JSON")
}

fn faults(document: &Value) -> Vec<String> {
    match rulebook::load(document.to_string().as_bytes()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(line).collect(),
    }
}

fn line(fault: &Fault) -> String {
    assert!(!fault.message.zh.is_empty() && !fault.remedy.zh.is_empty() && !fault.remedy.en.is_empty());
    support::told::fault_has_what_it_says(fault);
    format!("{} {}; {}", fault.place, fault.message.en, fault.remedy.en)
}

#[test]
fn the_test_rulebook_itself_loads() {
    assert_eq!(faults(&document()), Vec::<String>::new());
}

#[test]
fn all_faults_are_told_at_once() {
    let mut document = document();
    document["figures"][1]["kind"]["number"]["unit"] = json!("人头");
    document["requirements"][1]["condition"] = json!("centre_bilt or centre_planned");
    document["derived"][1]["extra"] = json!(true);
    // What does not have the right shape comes before what does not make sense.
    assert_eq!(faults(&document).len(), 1);
    document["derived"][1].as_object_mut().expect("an object").remove("extra");
    // The unit, the condition, and the sum below: what only uses the figure with the unknown unit is not told of.
    document["dimensions"][0]["weight"]["special"] = json!("29");
    let found = faults(&document);
    assert_eq!(found.len(), 4, "{found:#?}");
    let first = "sum to 99 (29 + 40 + 30), not 100";
    assert!(found[2].contains(first) && found[3].contains("not to the 29"), "{found:#?}");
}

/// What is computed from the compiled form is told as it groups, not as it happens to be written.
#[test]
fn a_denominator_is_told_with_its_brackets() {
    let mut document = document();
    let denominator = "rate / (population / (population + population))";
    let standing = json!({"basis": "reference", "note": {"zh": "测试", "en": "a test"}});
    let nested = json!({"id": "nested", "label": {"zh": "比", "en": "ratio"}, "unit": "", "formula": format!("rate / ({denominator})"), "standing": standing});
    document["derived"].as_array_mut().expect("a list").push(nested);
    let faults = rulebook::load(document.to_string().as_bytes()).expect_err("it may be zero");
    let told: Vec<_> =
        faults.iter().map(|fault| fault.params.get("denominator").map(String::as_str)).collect();
    assert_eq!(told, [Some(denominator)]);
}

/// A third more of these warnings are refused: see the limits in `tests/broken`.
#[test]
fn a_rulebook_that_is_large_and_not_too_large_loads() {
    let product = |of: &str, count: usize| vec![of; count].join(" * ");
    let warning = |at: usize| {
        let when = format!("{} > 1", product("power", 3));
        json!({"id": format!("w_{at}"), "when": when, "text": {"zh": "测试", "en": "a test"}})
    };
    let mut document = document();
    let standing = json!({"basis": "reference", "note": {"zh": "测试", "en": "a test"}});
    let power = json!({"id": "power", "label": {"zh": "幂", "en": "power"}, "unit": "", "formula": product("deductible", 20), "standing": standing});
    document["derived"].as_array_mut().expect("a list").push(power);
    document["warnings"] = (0..200).map(warning).collect();
    assert_eq!(faults(&document), Vec::<String>::new());
}

/// The faults of a submission for the test rulebook, as English lines.
fn submitted(text: &str) -> Vec<String> {
    let plan = support::plan(support::EVERY_RULE);
    let assessed = submission::read(text.as_bytes()).and_then(|read| engine::assess(&plan, &read).map(drop));
    assessed.err().unwrap_or_default().iter().map(line).collect()
}

fn with_figures(figures: &str) -> Vec<String> {
    submitted(&format!("{{\"format\": \"infocity-submission/1\", \"figures\": {{{figures}}}}}"))
}

#[test]
fn hostile_input_is_refused_soon() {
    let deep = format!(
        "{{\"format\": \"infocity-submission/1\", \"figures\": {}{}}}",
        "{\"a\":".repeat(50_000),
        "}".repeat(50_000)
    );
    assert!(
        submitted(&deep).iter().any(|line| line.contains("not valid JSON") || line.contains("nested deeper"))
    );
    let large = " ".repeat(50 * 1024 * 1024);
    assert!(submitted(&large).iter().any(|line| line.contains("more than")));
    let long = format!("{{\"format\": \"infocity-submission/1\", \"city\": \"{}\"}}", "市".repeat(100_000));
    assert!(submitted(&long).iter().any(|line| line.contains("longer than")));
    assert!(Json::read(&[b'"', 0xff, b'"']).is_err());
    for digits in ["9".repeat(100_000), format!("0.{}", "1".repeat(100_000))] {
        assert!(
            with_figures(&format!("\"population\": {digits}"))
                .iter()
                .any(|line| line.contains("more than 28 digits"))
        );
    }
}
