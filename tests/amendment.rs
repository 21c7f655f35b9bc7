//! What changed between two rulebooks: every kind of change once, the day the official table arrives, and laws over
//! made rulebooks with a random change.
//!
//! `UPDATE=1 cargo test --test amendment` writes the golden files anew; read the difference before it is committed.
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

use infocity_check::amendment::diff;
use infocity_check::model::{
    Basis, CarryOutcome, ChangeEffect, Lang, MadeFor, RuleChangeKind, RulebookDiff, StandingChange, Subject,
    Submission, VersionStep, VersionVerdict,
};
use infocity_check::plan::Plan;
use infocity_check::{report, rulebook, submission};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use support::dice::{Dice, rolls};
use support::patch::patched;

fn read(file: &str) -> Value {
    let bytes = std::fs::read(support::root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn load(document: &Value) -> Plan {
    rulebook::load(document.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A rulebook of the repository and what a patch makes of it.
fn pair(file: &str, patch: &str) -> (Plan, Plan) {
    let old = read(file);
    (load(&old), load(&patched(&old, &read(&format!("tests/data/amendment/{patch}.patch.json")))))
}

/// `every-rule` with a few steps done to it.
fn changed(steps: Value) -> RulebookDiff {
    let old = read(support::EVERY_RULE);
    diff(&load(&old), &load(&patched(&old, &steps)), &[])
}

fn submitted(text: &Value) -> Submission {
    submission::read(text.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn named(files: &[&str]) -> Vec<(String, Submission)> {
    files.iter().map(|file| ((*file).to_owned(), submitted(&read(file)))).collect()
}

fn golden(name: &str, actual: &str) {
    support::golden::golden(format!("tests/data/amendment/{name}"), actual);
}

fn golden_texts(name: &str, old: &Plan, new: &Plan, diff: &RulebookDiff) {
    for (lang, ending) in [(Lang::Zh, "zh.txt"), (Lang::En, "en.txt")] {
        golden(&format!("{name}.{ending}"), &report::amendment_text(old, new, diff, lang));
    }
}

/// A submission for `every-rule` that says something about everything that the patch takes away.
fn full() -> Submission {
    submitted(&json!({
        "format": "infocity-submission/1",
        "rulebook": { "id": "every-rule", "version": "1.2.3" },
        "city": "示例市乙", "year": 2021, "category": "special", "fields": ["industry"],
        "figures": {
            "level": "prefecture",
            "population": "3500",
            "retail": { "value": "9000", "last": "8000" },
            "revenue": { "value": "900", "last": "800" },
            "energy": { "between": ["100", "120.5"], "last": "99" },
            "growth_method": "computed",
            "centres": "2",
            "rate": "80",
            "centre_built": true,
            "activities": ["training"],
            "life_grade": "basic",
            "industry_grade": "basic",
            "deductible": "1"
        },
        "materials": { "form": true, "field_report": false }
    }))
}

#[test]
fn every_kind_of_change_is_said_in_both_languages() {
    let (old, new) = pair(support::EVERY_RULE, "every-change");
    let mut submissions = named(&["tests/data/every-rule/half-known.submission.json"]);
    submissions.push(("full".to_owned(), full()));
    let other =
        json!({ "format": "infocity-submission/1", "rulebook": { "id": "another", "version": "1.0.0" } });
    submissions.push(("another".to_owned(), submitted(&other)));
    let diff = diff(&old, &new, &submissions);
    golden_texts("every-change", &old, &new, &diff);
    golden("every-change.json", &report::amendment_json(&diff));
    use RuleChangeKind as K;
    for kind in [K::Added, K::Removed, K::Renamed, K::Moved, K::Reordered, K::Changed] {
        assert!(diff.changes.iter().any(|change| change.kind == kind), "{kind:?}");
    }
}

#[test]
fn the_day_the_official_table_arrives() {
    let (old, new) = pair(support::FLAGSHIP, "official-arrives");
    let examples = "rulebooks/miit-2019-63/examples";
    let files = ["shenzhen-2021", "strong-comprehensive", "county"];
    let files = files.map(|name| format!("{examples}/{name}.submission.json"));
    let diff = diff(&old, &new, &named(&files.each_ref().map(String::as_str)));
    golden_texts("official-arrives", &old, &new, &diff);
    let standings = &diff.standings;
    // Every assumption of the old rulebook is in one of three lists, once.
    let all = serde_json::to_string(&old.document).expect("JSON").matches(r#""basis":"reference""#).count();
    let told = |id: &str, list: &[StandingChange]| list.iter().any(|change| change.id == id);
    assert!(told("income_score", &standings.replaced) && told("retail_score", &standings.replaced));
    assert!(told("comprehensive", &standings.replaced) && told("broadband_hint", &standings.removed));
    // A weight that rested on what its dimension rests on is listed on its own once it has a standing of its own.
    let had_none =
        |id: &str| old.document.dimensions.iter().any(|d| d.id == id && d.weight_standing.is_none());
    let is_new = |change: &&StandingChange| change.path == "weight_standing" && had_none(&change.id);
    let of_weights = standings.replaced.iter().filter(is_new).count();
    let listed = standings.replaced.len() + standings.removed.len() + standings.remaining.len();
    assert_eq!(listed - of_weights, all);
    assert!(
        standings.replaced.iter().all(|change| change.to == Some(Basis::Official) && change.cited.is_some())
    );
}

#[test]
fn equal_rulebooks_have_no_difference() {
    for file in [support::FLAGSHIP, support::EVERY_RULE] {
        let plan = support::plan(file);
        let none = diff(&plan, &plan, &named(&["tests/data/every-rule/half-known.submission.json"])[..0]);
        assert!(none.changes.is_empty());
        assert_eq!(
            (none.version.verdict, none.version.needed),
            (VersionVerdict::NothingChanged, VersionStep::None)
        );
        let said = report::amendment_text(&plan, &plan, &none, Lang::En);
        assert!(said.contains("The two rulebooks are the same."), "{said}");
        let standings = &none.standings;
        assert!(
            standings.replaced.is_empty() && standings.removed.is_empty() && !standings.remaining.is_empty()
        );
    }
}

#[test]
fn a_name_that_changes_everywhere_is_a_new_name_and_nothing_else() {
    let renamed = changed(json!([
        { "op": "replace", "path": "/figures/8/id", "value": "coverage" },
        { "op": "replace", "path": "/requirements/2/condition",
          "value": "at_least(2, activities has training, activities has exhibition, coverage >= 70 %)" },
        { "op": "replace", "path": "/dimensions/1/indicators/0/indicators/1/score/sum_of/0/score/piecewise/of",
          "value": "coverage" }
    ]));
    let of_result: Vec<_> =
        renamed.changes.iter().filter(|change| change.effect == ChangeEffect::Result).collect();
    assert_eq!(of_result.len(), 1, "{of_result:#?}");
    assert_eq!((of_result[0].kind, of_result[0].id.as_str()), (RuleChangeKind::Renamed, "coverage"));
    let others = renamed.changes.iter().filter(|change| change.kind == RuleChangeKind::Changed);
    assert!(others.flat_map(|change| &change.properties).all(|property| property.same_meaning));
}

#[test]
fn a_requirement_that_is_no_assumption_any_more_can_change_a_result() {
    let official = json!({ "basis": "official", "source": "text", "article": "第一条", "quote": "凡具备条件的城市均可申报" });
    let reference = json!({ "basis": "reference", "note": { "zh": "假设", "en": "assumed" } });
    let old = read(support::EVERY_RULE);
    let with = |standing: &Value| {
        let step = json!([{ "op": "replace", "path": "/requirements/1/standing", "value": standing }]);
        load(&patched(&old, &step))
    };
    let found = diff(&with(&reference), &with(&official), &[]);
    assert_eq!(found.changes.len(), 1);
    assert_eq!(
        (found.changes[0].effect, found.changes[0].subject),
        (ChangeEffect::Result, Subject::Requirement)
    );
    assert_eq!(found.standings.replaced.len(), 1);
    assert!(!found.standings.replaced[0].rule_changed);
    let back = diff(&with(&official), &with(&reference), &[]);
    assert_eq!((back.standings.introduced.len(), back.standings.replaced.len()), (1, 0));
}

#[test]
fn the_version_is_held_against_the_changes() {
    let words = json!({ "op": "replace", "path": "/notes/0/text/zh", "value": "另一说明" });
    let points = json!({ "op": "replace", "path": "/categories/0/line/total", "value": "61" });
    let option = json!({ "op": "replace", "path": "/figures/1/kind/number/units", "value": [] });
    let version = |version: &str| json!({ "op": "replace", "path": "/version", "value": version });
    for (steps, verdict, needed, least) in [
        (json!([words]), VersionVerdict::NotRaised, VersionStep::Patch, "1.2.4"),
        (json!([words, version("1.2.4")]), VersionVerdict::Fits, VersionStep::Patch, "1.2.4"),
        (json!([points, version("1.2.4")]), VersionVerdict::TooSmall, VersionStep::Minor, "1.3.0"),
        (json!([points, version("1.3.0")]), VersionVerdict::Fits, VersionStep::Minor, "1.3.0"),
        (json!([option, version("1.3.0")]), VersionVerdict::TooSmall, VersionStep::Major, "2.0.0"),
        (json!([option, version("1.1.9")]), VersionVerdict::Lowered, VersionStep::Major, "2.0.0"),
        (json!([version("1.2.4")]), VersionVerdict::Fits, VersionStep::None, "1.2.3"),
    ] {
        let found = changed(steps.clone()).version;
        assert_eq!((found.verdict, found.needed, found.least.as_str()), (verdict, needed, least), "{steps}");
    }
    let item = json!({ "id": "fair", "label": { "zh": "集市", "en": "fair" } });
    let item = changed(json!([
        { "op": "add", "path": "/figures/11/kind/checklist/items/-", "value": item },
        { "op": "add", "path": "/dimensions/1/indicators/1/score/checklist/scores/fair", "value": "20" }
    ]));
    assert_eq!(item.version.needed, VersionStep::Major);
    let other = changed(json!([{ "op": "replace", "path": "/id", "value": "another" }]));
    assert_eq!(other.version.verdict, VersionVerdict::OtherRulebook);
}

#[test]
fn what_was_entered_is_taken_over_one_by_one() {
    let (old, new) = pair(support::EVERY_RULE, "every-change");
    let found = diff(&old, &new, &[("full".to_owned(), full())]);
    let [full] = found.submissions.as_slice() else { panic!("one submission") };
    assert_eq!(full.made_for, MadeFor::Old);
    assert!(full.old_faults.is_empty() && full.new_faults.is_empty(), "{full:#?}");
    let outcome =
        |id: &str| full.carried.iter().find(|carried| carried.id == id).map(|carried| carried.outcome);
    use CarryOutcome as C;
    for (id, expected) in [
        ("level", C::CarriedOver),
        ("population", C::Refused),
        ("energy", C::Converted),
        ("rate", C::Renamed),
        ("activities", C::NewItems),
        ("life_grade", C::OptionGone),
        ("industry_grade", C::CarriedOver),
        ("deductible", C::NoLongerAsked),
        ("form", C::Renamed),
        ("fund", C::NewToEnter),
        ("proof", C::NewToEnter),
    ] {
        assert_eq!(outcome(id), Some(expected), "{id}");
    }
    let results = full.results.as_ref().expect("results");
    assert!(!results.unchanged);
    assert!(results.requirements.iter().any(|r| r.id == "fund_there" && r.status.old.is_none()));
}

#[test]
fn a_submission_made_for_the_new_rulebook_is_taken_back() {
    let (old, new) = pair(support::EVERY_RULE, "every-change");
    let made = submitted(&json!({
        "format": "infocity-submission/1", "rulebook": { "id": "every-rule", "version": "2.0.0" },
        "figures": { "coverage": "80", "fund": true, "industry_grade": "fair", "energy": "1200000" }
    }));
    let found = diff(&old, &new, &[("new".to_owned(), made)]);
    let back = &found.submissions[0];
    assert_eq!(back.made_for, MadeFor::New);
    assert!(back.old_faults.is_empty() && back.new_faults.is_empty(), "{back:#?}");
    let outcome =
        |id: &str| back.carried.iter().find(|carried| carried.id == id).map(|carried| carried.outcome);
    assert_eq!(outcome("coverage"), Some(CarryOutcome::Renamed));
    assert_eq!(outcome("fund"), Some(CarryOutcome::NoLongerAsked));
    assert_eq!(outcome("industry_grade"), Some(CarryOutcome::CarriedOver));
    // 吨标准煤 is still one of the units that the old rulebook takes.
    assert_eq!(outcome("energy"), Some(CarryOutcome::CarriedOver));
}

#[test]
fn the_commands_answer_in_both_languages_and_end_with_zero() {
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_infocity"));
        let output = command.args(arguments).current_dir(support::root()).output().expect("the command runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (old, new) = ("tests/data/minimal.rulebook.json", support::EVERY_RULE);
    let submission = "tests/data/every-rule/half-known.submission.json";
    let zh = run(&["rulebook", "diff", old, new, "--submission", submission]);
    assert_eq!(zh.0, Some(0), "{}", zh.2);
    assert!(zh.1.contains("规则修订对照") && zh.1.contains("为新版编制，移用到旧版"), "{}", zh.1);
    let en = run(&["rulebook", "diff", old, new, "--lang", "en"]);
    assert!(en.1.contains("two rulebooks with different ids"), "{}", en.1);
    let json = |lang| run(&["rulebook", "diff", old, new, "--format", "json", "--lang", lang]).1;
    assert_eq!(json("zh"), json("en"), "JSON does not depend on the language");
    assert!(json("zh").contains(r#""format": "infocity-rulebook-diff/1""#));
    let twice = run(&["rulebook", "diff", "-", "-"]);
    assert_eq!((twice.0, twice.1.as_str()), (Some(2), ""));
    let doc = run(&["rulebook", "doc", new, "--lang", "en"]);
    assert!(doc.0 == Some(0) && doc.1.starts_with("# <a id=\"top\"></a>Every kind of rule"));
    let nowhere = run(&["rulebook", "doc", new, "--format", "html", "-o", "no/such/folder/page.html"]);
    assert_eq!((nowhere.0, nowhere.2.lines().count()), (Some(2), 1), "{}", nowhere.2);
}

/// Where two documents differ, place by place; a list of another length is one place.
fn differing(old: &Value, new: &Value, at: &str, found: &mut Vec<String>) {
    match (old, new) {
        _ if old == new => {}
        (Value::Object(a), Value::Object(b)) => {
            let keys: std::collections::BTreeSet<_> = a.keys().chain(b.keys()).collect();
            for key in keys {
                let escaped = key.replace('~', "~0").replace('/', "~1");
                let at = format!("{at}/{escaped}");
                differing(
                    &a.get(key).cloned().unwrap_or_default(),
                    &b.get(key).cloned().unwrap_or_default(),
                    &at,
                    found,
                );
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                differing(a, b, &format!("{at}/{index}"), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// Whether a difference names this place, something above or something below it.
fn names(diff: &RulebookDiff, place: &str) -> bool {
    let near = |pointer: &Option<String>| {
        pointer.as_ref().is_some_and(|pointer| {
            let below =
                |a: &str, b: &str| a == b || a.strip_prefix(b).is_some_and(|rest| rest.starts_with('/'));
            !pointer.is_empty() && (below(place, pointer) || below(pointer, place))
        })
    };
    diff.changes.iter().any(|change| {
        let own = change.properties.is_empty() && (near(&change.old) || near(&change.new));
        own || change.properties.iter().any(|property| near(&property.old) || near(&property.new))
    })
}

#[test]
fn a_difference_names_every_place_that_changed() {
    let tried = std::cell::Cell::new(0_u32);
    let mut runner = TestRunner::new(Config { cases: 100, failure_persistence: None, ..Config::default() });
    let chance = (support::rulebooks::rulebook_rolls(), rolls(240));
    let law = runner.run(&chance, |(rulebook, chance)| {
        let document = rulebook.document();
        let old = support::rulebooks::load(&document);
        prop_assert!(diff(&old, &old, &[]).changes.is_empty());
        let mut dice = Dice::new(&chance);
        for _ in 0..16 {
            let mut other = document.clone();
            support::mutations::mutate(&mut other, &mut dice);
            let Ok(new) = rulebook::load(other.to_string().as_bytes()) else { continue };
            let found = diff(&old, &new, &[]);
            prop_assert_eq!(found.changes.is_empty(), old.sha256 == new.sha256, "{}", other);
            let (a, b) = (serde_json::to_value(&old.document), serde_json::to_value(&new.document));
            let mut places = Vec::new();
            differing(&a.expect("JSON"), &b.expect("JSON"), "", &mut places);
            for place in places {
                prop_assert!(names(&found, &place), "{} is not named by {:#?}", place, found.changes);
                tried.set(tried.get() + 1);
            }
            // Both languages say something of every change.
            for lang in [Lang::Zh, Lang::En] {
                let text = report::amendment_text(&old, &new, &found, lang);
                prop_assert!(
                    found.changes.iter().all(|change| text.contains(change.label.get(lang).trim_end()))
                );
            }
        }
        Ok(())
    });
    law.unwrap_or_else(|error| panic!("{error}"));
    assert!(tried.get() > 100, "only {} changes were tried", tried.get());
}
