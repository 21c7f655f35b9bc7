//! Two years of a city: what changed, what puts the title at risk, and what the two submissions say of each other.
//!
//! `UPDATE=1 cargo test --test comparison` writes the golden files anew; read the difference before it is committed.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod last_year;
#[path = "../support/mod.rs"]
mod support;

use std::path::PathBuf;
use std::process::Command;

use infocity_check::engine::{Refused, compare};
use infocity_check::model::{
    AtRisk, CategoryChange, Comparison, Decimal, Fall, FaultCode, Json, Lang, SentenceCode, Status,
    Submission, Threat,
};
use infocity_check::plan::Plan;
use infocity_check::{report, submission};
use serde_json::json;

const EXAMPLES: &str = "rulebooks/miit-2019-63/examples";

/// This year's and last year's examples, by their names.
const PAIRS: &[(&str, &str)] = &[
    ("strong-comprehensive", "strong-comprehensive-2020"),
    ("shenzhen-2021", "shenzhen-2020"),
    ("wuhan-2021", "wuhan-2020"),
];

fn example(name: &str) -> Submission {
    let path = support::root().join(EXAMPLES).join(format!("{name}.submission.json"));
    submission::read(&std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        .unwrap_or_else(|faults| panic!("{name}: {faults:#?}"))
}

fn compared(plan: &Plan, current: &Submission, previous: &Submission) -> Comparison {
    compare(plan, current, previous).unwrap_or_else(|refused| panic!("{refused:#?}"))
}

fn golden(name: &str, actual: &str) {
    support::golden::golden(format!("{EXAMPLES}/previous/{name}"), actual);
}

#[test]
fn every_pair_of_examples_in_both_languages() {
    let plan = support::plan(support::FLAGSHIP);
    for (current, previous) in PAIRS {
        let comparison = compared(&plan, &example(current), &example(&format!("previous/{previous}")));
        let json = report::comparison_json(&comparison);
        // This year's assessment is whole in it, at its end; its bytes are the example's own golden file.
        let (differences, _) = json.split_once(",\n  \"assessment\": ").expect("the assessment");
        let whole: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let path = support::root().join(EXAMPLES).join(format!("{current}.assessment.json"));
        let own: serde_json::Value =
            serde_json::from_slice(&std::fs::read(path).expect("a golden file")).expect("JSON");
        assert_eq!(whole["assessment"], own, "{current}");
        // Of the second real city the text is enough.
        if *current != "wuhan-2021" {
            golden(&format!("{current}.comparison.json"), &format!("{differences}\n}}\n"));
        }
        for (lang, ending) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            let text = report::comparison_text(&plan, &comparison, lang);
            golden(&format!("{current}.{ending}.txt"), &text);
        }
    }
    let folder: Vec<PathBuf> = std::fs::read_dir(support::root().join(EXAMPLES).join("previous"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".submission.json"))
        .collect();
    assert_eq!(folder.len(), PAIRS.len(), "an example of last year belongs to no pair");
}

/// The invented city of both years, with figures of this year and of last year changed.
fn changed(now: &[(&str, &str)], before: &[(&str, &str)]) -> (Submission, Submission) {
    let with = |name: &str, changes: &[(&str, &str)]| {
        let mut submission = example(name);
        for (id, json) in changes {
            let json = Json::read(json.as_bytes()).expect("JSON");
            let mut faults = infocity_check::model::Faults::default();
            let place = infocity_check::model::Place::document();
            let entry = submission::entry(&json, &place, &mut faults).expect("an entry");
            submission.figures.insert((*id).to_owned(), entry);
        }
        submission
    };
    (with("strong-comprehensive", now), with("previous/strong-comprehensive-2020", before))
}

fn of_changed(now: &[(&str, &str)], before: &[(&str, &str)]) -> Comparison {
    let (current, previous) = changed(now, before);
    compared(&support::plan(support::FLAGSHIP), &current, &previous)
}

fn category<'a>(comparison: &'a Comparison, id: &str) -> &'a CategoryChange {
    comparison.categories.iter().find(|category| category.id == id).expect("a category")
}

fn threats(comparison: &Comparison, id: &str) -> Vec<(String, Threat)> {
    let requirements = &category(comparison, id).risk.requirements;
    requirements.iter().map(|requirement| (requirement.id.clone(), requirement.threat)).collect()
}

#[test]
fn a_requirement_threatens_by_what_it_was_and_is() {
    let unchanged = of_changed(&[], &[]);
    assert_eq!(category(&unchanged, "comprehensive").risk.at_risk, AtRisk::No);
    assert!(threats(&unchanged, "comprehensive").is_empty());

    let lost = of_changed(&[("centre_built", "false")], &[]);
    assert_eq!(category(&lost, "comprehensive").risk.at_risk, AtRisk::Certain);
    let both = |threat| vec![("centre".to_owned(), threat), ("attention".to_owned(), threat)];
    assert_eq!(threats(&lost, "comprehensive"), both(Threat::Lost));

    let open = of_changed(&[("centre_built", "null")], &[]);
    assert_eq!(category(&open, "comprehensive").risk.at_risk, AtRisk::Possible);
    assert_eq!(threats(&open, "comprehensive"), both(Threat::NoLongerCertain));

    let never = of_changed(&[("centre_built", "false")], &[("centre_built", "null")]);
    assert_eq!(threats(&never, "comprehensive"), both(Threat::NotMet));

    let unknown = of_changed(&[("centre_built", "null")], &[("centre_built", "false")]);
    assert_eq!(threats(&unknown, "comprehensive"), both(Threat::Open));
    let centre = unknown.requirements.iter().find(|r| r.id == "centre").expect("the requirement");
    assert_eq!((centre.status.before, centre.status.now), (Status::NotMet, Status::Undetermined));
}

/// No plan for the work, nothing for the environment but what is required.
const POOR: &[(&str, &str)] = &[
    ("plan_goals", "\"none\""),
    ("plan_tasks", "\"none\""),
    ("plan_safeguards", "\"none\""),
    ("plan_originality", "\"none\""),
    ("consumer_protection", "[]"),
    ("daily_life_demonstration", "\"none\""),
    ("public_service_demonstration", "\"none\""),
];

#[test]
fn line_and_floors_threaten_by_their_margin() {
    let comparison = of_changed(POOR, &[]);
    let risk = &category(&comparison, "comprehensive").risk;
    let line = risk.line.as_ref().expect("a line");
    assert_eq!((line.status.now, line.threat), (Status::Met, None));
    assert_eq!(line.margin.low, line.margin.high);
    let score = category(&comparison, "comprehensive").score.expect("a score").now.low;
    assert_eq!(line.margin.low.plus(line.total), Some(score));
    let plan = risk.floors.iter().find(|floor| floor.dimension.as_deref() == Some("plan")).expect("a floor");
    // 0 points of 10, of which 40 % are asked for.
    assert_eq!(plan.threat, Some(Threat::Lost));
    assert_eq!(plan.margin.expect("a margin").high.to_string(), "-4");
    assert_eq!(risk.at_risk, AtRisk::Certain);

    let falls: Vec<_> = risk.falls.iter().filter(|fall| fall.certain).collect();
    let high = |fall: &Fall| fall.change.expect("points").high;
    assert!(falls.windows(2).all(|pair| high(pair[0]) <= high(pair[1])), "{falls:#?}");
    assert!(risk.falls.iter().any(|fall| !fall.certain), "electronics has no benchmark in 2020");
    assert!(risk.falls.iter().rev().take_while(|fall| !fall.certain).count() == 1, "the uncertain come last");
}

#[test]
fn a_category_without_chosen_fields_is_at_risk_where_every_field_is() {
    let basic = ["daily_life", "public_service", "industry", "new_products"]
        .map(|field| (format!("{field}_demonstration"), "\"basic\""));
    let basic: Vec<_> = basic.iter().map(|(id, value)| (id.as_str(), *value)).collect();
    let (mut current, previous) = changed(&basic, &[]);
    current.category = Some("specialised".to_owned());
    let plan = support::plan(support::FLAGSHIP);
    let comparison = compared(&plan, &current, &previous);
    let risk = &category(&comparison, "specialised").risk;
    assert_eq!(risk.at_risk, AtRisk::Certain);
    assert!(risk.requirements.is_empty() && risk.floors.iter().all(|floor| floor.threat.is_none()));
    let of_fields = comparison.fields.iter().flat_map(|field| &field.risk.floors);
    assert_eq!(of_fields.filter(|floor| floor.threat.is_some()).count(), 4);
    let text = report::comparison_text(&plan, &comparison, Lang::En);
    assert!(text.contains("No field is chosen yet: one of them must fit"), "{text}");
}

#[test]
fn falling_as_far_again_stops_at_zero_points() {
    // What fell to nothing has nothing more to lose, and the rest fell too little to reach the line.
    let comparison = of_changed(POOR, &[]);
    assert_eq!(category(&comparison, "comprehensive").risk.again, None);
    let weaker: Vec<_> = POOR
        .iter()
        .copied()
        .chain([
            ("retail_sales", "{\"value\": \"2600\", \"last\": \"3790\"}"),
            ("online_retail", "\"500\""),
            ("disposable_income", "\"38000\""),
            ("consumption_per_head", "\"26000\""),
            ("fixed_broadband_households", "\"230\""),
        ])
        .collect();
    let comparison = of_changed(&weaker, &[]);
    let risk = &category(&comparison, "comprehensive").risk;
    let line = risk.line.as_ref().expect("a line");
    assert_eq!(line.threat, None, "{:?}", line.margin);
    let again = risk.again.as_ref().expect("so near the line, another such year matters");
    assert!(again.certain);
    let falls: Vec<_> = risk.falls.iter().map(|fall| fall.indicator.clone()).collect();
    assert_eq!(again.indicators, falls[..again.indicators.len()]);
}

#[test]
fn what_makes_two_years_less_comparable_is_said() {
    let plan = support::plan(support::FLAGSHIP);
    let (mut current, mut previous) = changed(&[], &[]);
    let codes = |current: &Submission, previous: &Submission| -> Vec<SentenceCode> {
        compared(&plan, current, previous).notes.iter().map(|note| note.code).collect()
    };
    assert_eq!(codes(&current, &previous), []);
    current.city = "示例市乙（虚构）".to_owned();
    current.category = Some("specialised".to_owned());
    current.fields = vec!["industry".to_owned()];
    previous.year = None;
    previous.rulebook.as_mut().expect("a rulebook").version = "0.9.0".to_owned();
    assert_eq!(
        codes(&current, &previous),
        [
            SentenceCode::OrderOfYearsUnknown,
            SentenceCode::OtherCity,
            SentenceCode::PreviousOtherVersion,
            SentenceCode::OtherCategory,
            SentenceCode::OtherFields,
        ]
    );
    let comparison = compared(&plan, &current, &previous);
    assert_eq!(comparison.category.as_deref(), Some("specialised"));
    // A field's floor was not asked for last year: it was neither held nor lost.
    let floors = &category(&comparison, "specialised").risk.floors;
    let of_field = floors.iter().find(|floor| floor.field.is_some()).expect("a field's floor");
    assert_eq!((of_field.before, of_field.now, of_field.margin), (None, Status::Met, None));
    let text = report::comparison_text(&plan, &comparison, Lang::En);
    assert!(text.contains("choose different fields (last year: -, this year: Industry)"), "{text}");
    current.category = None;
    assert_eq!(compared(&plan, &current, &previous).category.as_deref(), Some("comprehensive"));
}

/// A rulebook in which the choice `size` switches the weights of two dimensions, with a line of 50 and a floor.
fn switched() -> Plan {
    let path = support::root().join("tests/data/minimal.rulebook.json");
    let mut document: serde_json::Value =
        serde_json::from_slice(&std::fs::read(path).expect("a rulebook")).expect("JSON");
    let label = json!({"zh": "测试", "en": "a test"});
    let standing = json!({"basis": "reference", "note": label});
    let option = |id: &str| json!({"id": id, "label": label});
    document["figures"].as_array_mut().expect("a list").push(json!({
        "id": "size", "label": {"zh": "规模", "en": "Size"}, "help": label, "standing": standing,
        "kind": {"choice": {"options": [option("large"), option("small")]}},
    }));
    document["weights_by"] = json!("size");
    let mut rest = document["dimensions"][0].clone();
    rest["id"] = json!("rest");
    rest["indicators"][0]["id"] = json!("rest_score");
    document["dimensions"].as_array_mut().expect("a list").push(rest);
    for (at, large, small) in [(0, "70", "30"), (1, "30", "70")] {
        let weight = json!({"by_option": {"large": large, "small": small}});
        document["dimensions"][at]["weight"] = weight.clone();
        document["dimensions"][at]["indicators"][0]["max"] = weight;
    }
    let floors = json!([{"dimension": "only", "least_percent": "40"}]);
    document["categories"] = json!([{"id": "whole", "label": label, "standing": standing,
        "line": {"total": "50", "floors": floors, "standing": standing}}]);
    infocity_check::rulebook::load(document.to_string().as_bytes())
        .unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn weights_that_a_choice_switches_are_told_and_the_line_is_judged_for_each() {
    let plan = switched();
    let of = |figures: &str| {
        let text = format!("{{\"format\": \"infocity-submission/1\", \"figures\": {{{figures}}}}}");
        submission::read(text.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
    };
    let large = of("\"size\": \"large\", \"rate\": \"90\"");
    let small = of("\"size\": \"small\", \"rate\": \"90\"");
    let comparison = compared(&plan, &small, &large);
    let only = &category(&comparison, "whole").dimensions[0];
    let text = |value: Option<Decimal>| value.map(|value| value.to_string());
    assert_eq!((only.weight.to_string(), text(only.weight_before)), ("30".to_owned(), Some("70".to_owned())));
    assert_eq!(text(only.indicators[0].max_before), Some("70".to_owned()));
    assert_eq!(comparison.notes[1].code, SentenceCode::OtherWeights);

    // With either weights 80 points, though the ranges of the dimensions begin at 24 each.
    let open = compared(&plan, &of("\"rate\": \"90\""), &large);
    let risk = &category(&open, "whole").risk;
    let line = risk.line.as_ref().expect("a line");
    assert_eq!((risk.at_risk, line.status.now, line.threat), (AtRisk::No, Status::Met, None));
    assert_eq!(
        (line.margin.low.to_string(), line.margin.high.to_string()),
        ("30".to_owned(), "30".to_owned())
    );
    assert_eq!((risk.floors[0].now, risk.floors[0].margin), (Status::Met, None));
    let text = report::comparison_text(&plan, &open, Lang::En);
    assert!(text.contains("losing more than 30"), "{text}");
}

#[test]
fn the_years_must_be_in_order_and_each_fault_names_its_submission() {
    let plan = support::plan(support::FLAGSHIP);
    let (current, previous) = changed(&[], &[]);
    for (current, previous) in [(&previous, &current), (&current, &current)] {
        let Err(Refused::Previous(faults)) = compare(&plan, current, previous) else { panic!("refused") };
        assert_eq!(faults[0].code, FaultCode::YearNotEarlier);
        assert_eq!(faults[0].place, "/year");
    }
    let (wrong, _) = changed(&[("nothing_like_it", "\"1\"")], &[]);
    assert!(matches!(compare(&plan, &wrong, &previous), Err(Refused::Current(_))));
    let (_, wrong) = changed(&[], &[("nothing_like_it", "\"1\"")]);
    assert!(matches!(compare(&plan, &current, &wrong), Err(Refused::Previous(_))));
}

/// Exit code, standard output and standard error of `infocity assess`.
fn assess(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_infocity"))
        .arg("assess")
        .args(arguments)
        .current_dir(support::root())
        .output()
        .expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_command_compares_and_refuses() {
    let now = format!("{EXAMPLES}/shenzhen-2021.submission.json");
    let last = format!("{EXAMPLES}/previous/shenzhen-2020.submission.json");
    let (code, zh, _) = assess(&[&now, "--previous", &last]);
    assert_eq!(code, Some(0));
    assert!(zh.contains("与上年比较：深圳市 2020 年"), "{zh}");
    let json = |lang| assess(&[&now, "--previous", &last, "--format", "json", "--lang", lang]).1;
    assert_eq!(json("zh"), json("en"));
    let comparison: serde_json::Value = serde_json::from_str(&json("en")).expect("JSON");
    assert_eq!(comparison["format"], "infocity-comparison/1");
    assert_eq!(comparison["assessment"]["format"], "infocity-assessment/1");
    assert_ne!(comparison["current"]["sha256"], comparison["previous"]["sha256"]);

    let (code, out, error) = assess(&[&last, "--previous", &now, "--lang", "en"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(
        error.starts_with(&format!("{now}: /year: document: last year's submission is of 2021")),
        "{error}"
    );
    assert_eq!(error.lines().count(), 1);
    let (code, _, error) = assess(&[&now, "--previous", "no/such/file.json", "--lang", "en"]);
    assert_eq!(code, Some(2));
    assert!(error.starts_with("no/such/file.json: "), "{error}");
    let (code, _, error) = assess(&[&now, "--previous", support::FLAGSHIP, "--lang", "en"]);
    assert_eq!(code, Some(2));
    assert!(error.starts_with(support::FLAGSHIP), "{error}");
    let (code, _, error) = assess(&["-", "--previous", "-", "--lang", "en"]);
    assert_eq!(code, Some(2));
    assert!(error.lines().count() >= 1 && error.starts_with("-: "), "{error}");
}
