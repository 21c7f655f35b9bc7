//! Indicators whose weights are not known, computed by hand.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use infocity_check::engine::{Question, assess, explain, reach};
use infocity_check::model::{Assessment, Lang, Submission};
use infocity_check::plan::Plan;
use infocity_check::{report, rulebook, submission};
use serde_json::{Value, json};

fn standing() -> Value {
    json!({ "basis": "reference", "note": { "zh": "仅供测试", "en": "for tests only" } })
}

fn named(id: &str) -> Value {
    json!({ "zh": format!("指标{id}"), "en": format!("indicator {id}") })
}

/// An indicator that gives the figure of its name as its share; without `max` where this is empty.
fn leaf(id: &str, max: &str) -> Value {
    let points = json!([{ "at": "0 %", "score": "0" }, { "at": "100 %", "score": "100" }]);
    let mut leaf = json!({
        "id": format!("{id}_score"), "label": named(id), "nature": "quantitative", "standing": standing(),
        "score": { "piecewise": { "of": id, "points": points } },
    });
    if max.is_empty() {
        leaf["max_standing"] = standing();
    } else {
        leaf["max"] = json!(max);
    }
    leaf
}

fn group(id: &str, max: &str, indicators: Value) -> Value {
    let mut group = leaf(id, max);
    let fields = group.as_object_mut().expect("an object");
    fields.remove("score");
    fields.insert("id".to_owned(), json!(id));
    fields.insert("indicators".to_owned(), indicators);
    group
}

/// A rulebook of shares: figures `a` to `e` in percent, one dimension of 100 points with these indicators.
fn document(indicators: Value) -> Value {
    let figure = |id: &str| {
        json!({
            "id": id, "label": named(id), "help": named(id), "standing": standing(),
            "kind": { "number": { "unit": "%", "least": "0", "most": "100", "places": 2 } },
        })
    };
    let figures = ["a", "b", "c", "d", "e"].map(figure);
    json!({
        "format": "infocity-rulebook/1", "id": "shares", "version": "1.0.0", "title": named("t"),
        "summary": named("s"), "checked_on": "2026-11-24", "sources": [],
        "rounding": { "mode": "half_up", "indicator": 2, "dimension": 2, "total": 2, "standing": standing() },
        "figures": figures,
        "dimensions": [{
            "id": "only", "label": named("only"), "weight": "100", "standing": standing(),
            "indicators": indicators,
        }],
    })
}

fn load(document: &Value) -> Plan {
    rulebook::load(document.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn submitted(figures: &Value) -> Submission {
    let document =
        json!({ "format": "infocity-submission/1", "city": "示例市", "year": 2021, "figures": figures });
    submission::read(document.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn assessed(plan: &Plan, figures: &Value) -> Assessment {
    assess(plan, &submitted(figures)).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The only dimension of an assessment, as JSON.
fn dimension(plan: &Plan, figures: &Value) -> Value {
    serde_json::to_value(assessed(plan, figures)).expect("JSON")["categories"][0]["dimensions"][0].clone()
}

fn range(low: &str, high: &str) -> Value {
    json!({ "low": low, "high": high })
}

#[test]
fn what_is_left_goes_to_two_in_unknown_proportions() {
    let plan = load(&document(json!([leaf("a", "30"), leaf("b", ""), leaf("c", "")])));
    let found = dimension(&plan, &json!({ "a": "50", "b": "20", "c": "60" }));
    // 15 of 30 points; of the other 70 between all at 20 % and all at 60 %.
    assert_eq!(found["score"], range("29", "57"));
    assert_eq!(found["unweighted"], json!({ "max": "70", "score": range("14", "42") }));
    let [a, b, c] = [0, 1, 2].map(|at| &found["indicators"][at]);
    assert_eq!((&a["max"], &a["score"], a.get("share")), (&json!("30"), &range("15", "15"), None));
    assert_eq!((&b["max"], &b["score"], &b["share"]), (&Value::Null, &Value::Null, &range("20", "20")));
    assert_eq!(c["share"], range("60", "60"));
    // An unknown figure has all it can be.
    let found = dimension(&plan, &json!({ "a": "50", "b": "20", "c": { "between": ["10", "60"] } }));
    assert_eq!(found["unweighted"]["score"], range("7", "42"));
    assert_eq!(found["indicators"][2]["share"], range("10", "60"));
    // Equal shares need no weights.
    let found = dimension(&plan, &json!({ "a": "50", "b": "40", "c": "40" }));
    assert_eq!(found["score"], range("43", "43"));
}

#[test]
fn three_share_all_points_and_each_end_is_rounded_once() {
    let mut three = document(json!([leaf("a", ""), leaf("b", ""), leaf("c", "")]));
    let figures = json!({ "a": "33.35", "b": "50", "c": "66.65" });
    for (mode, places, expected) in [
        ("half_up", 2, range("33.35", "66.65")),
        ("half_up", 1, range("33.4", "66.7")),
        ("half_even", 1, range("33.4", "66.6")),
    ] {
        three["rounding"]["mode"] = json!(mode);
        three["rounding"]["indicator"] = json!(places);
        let found = dimension(&load(&three), &figures);
        assert_eq!(found["unweighted"], json!({ "max": "100", "score": expected }), "{mode} {places}");
        assert_eq!(found["indicators"][0]["share"]["low"], expected["low"]);
    }
}

#[test]
fn one_alone_has_the_rest_as_if_it_were_written() {
    let figures = json!({ "a": "33.33", "b": { "between": ["20", "30"] }, "d": "60", "e": "10" });
    let with = |rest: &str, part: &str| {
        let inner = json!([leaf("d", "25"), leaf("e", part)]);
        let plan = load(&document(json!([leaf("a", "30"), leaf("b", "25"), group("g", rest, inner)])));
        serde_json::to_value(assessed(&plan, &figures).categories).expect("JSON")
    };
    assert_eq!(with("", ""), with("45", "20"));
}

#[test]
fn below_a_group_without_points_they_are_parts_of_100() {
    let inner = json!([leaf("c", "60"), leaf("d", "")]);
    let plan = load(&document(json!([leaf("a", "40"), leaf("b", ""), group("g", "", inner)])));
    let found = dimension(&plan, &json!({ "a": "100", "b": "50", "c": "70", "d": "20" }));
    // The group: 60 parts at 70 %, the other 40 at 20 %.
    assert_eq!(found["indicators"][2]["share"], range("50", "50"));
    assert_eq!(found["indicators"][2]["indicators"][1]["share"], range("20", "20"));
    assert_eq!(found["indicators"][2].get("unweighted"), None);
    assert_eq!(found["score"], range("70", "70"));
    // Parts that are not known either: 20 at 70 %, 80 between 20 % and 90 %.
    let inner = json!([leaf("c", "20"), leaf("d", ""), leaf("e", "")]);
    let plan = load(&document(json!([leaf("a", "40"), leaf("b", ""), group("g", "", inner)])));
    let found = dimension(&plan, &json!({ "a": "100", "b": "50", "c": "70", "d": "20", "e": "90" }));
    assert_eq!(found["indicators"][2]["share"], range("30", "86"));
    assert_eq!(found["unweighted"], json!({ "max": "60", "score": range("18", "51.6") }));
}

#[test]
fn a_group_with_points_adds_up_with_what_its_members_give_together() {
    let inner = json!([leaf("b", "10"), leaf("c", ""), leaf("d", "")]);
    let plan = load(&document(json!([leaf("a", "40"), group("g", "60", inner)])));
    let found = dimension(&plan, &json!({ "a": "50", "b": "50", "c": "20", "d": "80" }));
    let group = &found["indicators"][1];
    assert_eq!(group["unweighted"], json!({ "max": "50", "score": range("10", "40") }));
    assert_eq!((&group["max"], &group["score"]), (&json!("60"), &range("15", "45")));
    assert_eq!((&found["score"], found.get("unweighted")), (&range("35", "65"), None));
}

/// The statuses of floors for some indicators, at so many percent.
fn floors(of: &[(&str, &str)], figures: &Value) -> Vec<Value> {
    let inner = json!([leaf("c", "20"), leaf("d", ""), leaf("e", "")]);
    let mut document = document(json!([leaf("a", "40"), leaf("b", ""), group("g", "", inner)]));
    let floors: Vec<_> = of
        .iter()
        .map(|(id, least)| {
            let kind = if *id == "only" { "dimension" } else { "indicator" };
            json!({ (kind): id, "least_percent": least })
        })
        .collect();
    document["categories"] = json!([{
        "id": "all", "label": named("all"), "standing": standing(),
        "line": { "total": "0", "floors": floors, "standing": standing() },
    }]);
    let assessment = serde_json::to_value(assessed(&load(&document), figures)).expect("JSON");
    let line = assessment["categories"][0]["line"]["floors"].as_array().expect("floors").clone();
    line.into_iter().map(|floor| floor["status"].clone()).collect()
}

#[test]
fn floors_hold_where_they_hold_for_all_weights() {
    let figures = json!({ "a": "100", "b": "50", "c": "70", "d": "20", "e": "90" });
    // The share of `g` is from 30 % to 86 %, the dimension has from 58 to 91.6 points.
    let asked =
        [("g", "30"), ("g", "30.01"), ("g", "86.01"), ("b_score", "50"), ("only", "58"), ("only", "58.01")];
    let expected = ["met", "undetermined", "not_met", "met", "met", "undetermined"];
    assert_eq!(floors(&asked, &figures), expected.map(Value::from));
}

#[test]
fn what_is_missing_counts_at_the_greatest_weight_and_is_worth_an_equal_part() {
    let inner = json!([leaf("d", "60"), leaf("e", "40")]);
    let plan = load(&document(json!([leaf("a", "40"), leaf("b", ""), leaf("c", ""), group("g", "", inner)])));
    let found = assessed(&plan, &json!({ "c": "50", "d": { "between": ["20", "70"] }, "e": "30" }));
    let missing = found.missing.figures.iter();
    let missing: Vec<_> = missing
        .map(|figure| (figure.id.as_str(), figure.open.to_string(), figure.worth.to_string()))
        .collect();
    // `b` can weigh 60 and a third of it is 20; of `d` 60 parts of 60 points, half of which are open, and a third of these.
    let expected = [("a", "40", "40"), ("b", "60", "20"), ("d", "18", "6")];
    assert_eq!(missing, expected.map(|(id, open, worth)| (id, open.to_owned(), worth.to_owned())));
}

#[test]
fn while_the_choice_of_weights_is_open_what_is_shared_spans_all_options() {
    let mut document = document(json!([leaf("a", "-"), leaf("b", ""), leaf("c", "")]));
    document["dimensions"][0]["indicators"][0]["max"] = json!({ "by_option": { "x": "40", "y": "70" } });
    let options = ["x", "y"].map(|id| json!({ "id": id, "label": named(id) }));
    let choice = json!({
        "id": "m", "label": named("m"), "help": named("m"), "standing": standing(),
        "kind": { "choice": { "options": options } },
    });
    document["figures"].as_array_mut().expect("figures").push(choice);
    document["weights_by"] = json!("m");
    document["categories"] = json!([{
        "id": "all", "label": named("all"), "standing": standing(),
        "line": { "total": "52", "standing": standing() },
    }]);
    let plan = load(&document);
    let found = dimension(&plan, &json!({ "a": "100", "b": "50", "c": "20" }));
    // With `x` 40 points and 12 to 30 of 60, with `y` 70 points and 6 to 15 of 30.
    assert_eq!(found["unweighted"], json!({ "max": "60", "score": range("6", "30") }));
    // Not 46 to 100, which what is shown adds up to: the sum is taken for each option.
    assert_eq!(found["score"], range("52", "85"));
    let assessment = assessed(&plan, &json!({ "a": "100", "b": "50", "c": "20" }));
    let line = assessment.categories[0].line.as_ref().expect("a line");
    assert_eq!(serde_json::to_value(line.status).expect("JSON"), "met", "with either option");
    // The choice moves `a` by 30, `b` by 15 at its greatest weight and `c` by 6, each of these two for half of it.
    let [missing] = assessment.missing.figures.as_slice() else { panic!("{:#?}", assessment.missing) };
    let found = (missing.id.as_str(), missing.open.to_string(), missing.worth.to_string());
    assert_eq!(found, ("m", "51".to_owned(), "40.5".to_owned()));
    let found = dimension(&plan, &json!({ "a": "100", "b": "50", "c": "20", "m": "y" }));
    assert_eq!(found["unweighted"], json!({ "max": "30", "score": range("6", "15") }));
}

#[test]
fn more_than_there_is_does_not_load() {
    let document = document(json!([leaf("a", "60"), leaf("b", "40.5"), leaf("c", ""), leaf("d", "")]));
    let faults = rulebook::load(document.to_string().as_bytes()).expect_err("nothing is left");
    let found: Vec<_> =
        faults.iter().map(|fault| (fault.place.as_str(), fault.message.en.as_str())).collect();
    let [(place, said)] = found.as_slice() else { panic!("{found:#?}") };
    let expected =
        "the points written sum to 100.5 (60 + 40.5), more than the 100 of what the indicators belong to";
    assert!(*place == "/dimensions/0" && said.contains(expected), "{said}");
}

#[test]
fn that_weights_are_not_known_has_to_be_said() {
    let mut silent = leaf("b", "");
    silent.as_object_mut().expect("an object").remove("max_standing");
    let faults = |indicators: Value| {
        let loaded = rulebook::load(document(indicators).to_string().as_bytes());
        let faults = loaded.err().unwrap_or_default();
        faults.iter().map(|fault| (fault.place.clone(), fault.message.en.clone())).collect::<Vec<_>>()
    };
    let expected = "indicator “indicator b” b_score: the points are not written, and nothing says why they are not known";
    let found = faults(json!([leaf("a", "30"), silent.clone(), leaf("c", "")]));
    assert_eq!(found, [("/dimensions/0/indicators/1".to_owned(), expected.to_owned())]);
    // One alone is known: it has the rest.
    assert_eq!(faults(json!([leaf("a", "30"), silent])), []);
}

#[test]
fn a_goal_is_reached_when_it_is_for_all_weights() {
    let mut document = document(json!([leaf("a", "40"), leaf("b", ""), leaf("c", "")]));
    document["categories"] = json!([{
        "id": "all", "label": named("all"), "standing": standing(),
        "line": { "total": "70", "standing": standing() },
    }]);
    let plan = load(&document);
    // 40 points of `a` and 60 times the lesser of the shares of `b` and `c`: both must be at 50 %.
    let submission = submitted(&json!({ "a": "100", "b": "20", "c": "80" }));
    let question = Question { category: Some("all".to_owned()), requirement: None };
    let found = reach(&plan, &submission, &question).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let found = serde_json::to_value(&found.goals[0].ways).expect("JSON");
    assert_eq!(
        (&found[0]["figure"], &found[0]["to"], &found[0]["sense"]),
        (&json!("b"), &json!("50"), &json!("at_least"))
    );
    let effect = json!({ "of": "b_score", "from": "20", "to": "50", "unit": "%" });
    assert_eq!(found[0]["effects"], json!([effect]));
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    // Neither alone is enough.
    let submission = submitted(&json!({ "a": "100", "b": "20", "c": "30" }));
    let found = reach(&plan, &submission, &question).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let set = found.goals[0].set.as_ref().expect("a set");
    let figures: Vec<_> = set.figures.iter().map(|way| way.figure.as_str()).collect();
    assert_eq!((figures, set.smallest), (vec!["b", "c"], true));
}

#[test]
fn a_report_says_that_the_weights_are_not_known() {
    let inner = json!([leaf("d", "60"), leaf("e", "40")]);
    let plan = load(&document(json!([leaf("a", "40"), leaf("b", ""), group("g", "", inner)])));
    let figures = json!({ "a": "100", "b": "50", "d": "70", "e": "20" });
    let text = report::text(&plan, &assessed(&plan, &figures), Lang::En);
    assert!(text.contains("of these, 2 indicators whose weights are not known share 60: 30.00"), "{text}");
    let told = |id: &str, lang: Lang| {
        let told =
            explain(&plan, &submitted(&figures), id, None).unwrap_or_else(|faults| panic!("{faults:#?}"));
        report::explanation_text(&told, lang)
    };
    let group = told("g", Lang::En);
    assert!(group.contains("overall: 50.00 % (weight not known)"), "{group}");
    assert!(group.contains("70.00 %, weighs 60 of 100"), "{group}");
    let leaf = told("b_score", Lang::Zh);
    assert!(leaf.contains("得分率 50.00 %（权重未知）") && leaf.contains("0.5 × 100 = 50 → 50.00"), "{leaf}");
    let dimension = told("only", Lang::En);
    for line in ["share 60 points in unknown proportions", "0.5 × 60 = 30 → 30.00", "40.00 + 30.00 = 70.00"]
    {
        assert!(dimension.contains(line), "{dimension}");
    }
}
