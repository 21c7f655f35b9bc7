//! Explanations: the numbers explained are those of the assessment, and what is said of them is true.
//!
//! `UPDATE=1 cargo test --test explain` writes the golden texts anew; read the difference before it is committed.
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

use infocity_check::engine::{assess, explain};
use infocity_check::model::explanation::{About, Explanation, Lever, ScoredBy, SumsTold};
use infocity_check::model::{
    Assessment, CategoryResult, Decimal, Entry, Exact, FaultCode, Given, IndicatorResult, Lang, Points,
    Submission,
};
use infocity_check::plan::Plan;
use infocity_check::{report, rulebook, submission};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

const EXAMPLES: &str = "rulebooks/miit-2019-63/examples";

fn submission_of(file: &str) -> Submission {
    let bytes = std::fs::read(support::root().join(file)).expect("an example");
    submission::read(&bytes).unwrap_or_else(|faults| panic!("{file}: {faults:#?}"))
}

fn submission_from(json: &str) -> Submission {
    submission::read(json.as_bytes()).unwrap_or_else(|faults| panic!("{json}: {faults:#?}"))
}

fn explained(plan: &Plan, submission: &Submission, id: &str, category: Option<&str>) -> Explanation {
    explain(plan, submission, id, category).unwrap_or_else(|faults| panic!("{id}: {faults:#?}"))
}

/// All indicators of a category, those that group others included.
fn indicators(category: &CategoryResult) -> Vec<&IndicatorResult> {
    let mut found = Vec::new();
    let mut open: Vec<_> = category.dimensions.iter().flat_map(|dimension| &dimension.indicators).collect();
    while let Some(indicator) = open.pop() {
        found.push(indicator);
        open.extend(&indicator.indicators);
    }
    found
}

fn plus(a: Points, b: Points) -> Points {
    Points { low: a.low.plus(b.low).expect("a sum"), high: a.high.plus(b.high).expect("a sum") }
}

/// The score, or the share, of each category explained; that parts add up is checked on the way.
fn sums(told: &SumsTold) -> Vec<(&str, Points)> {
    let zero = Points { low: Decimal::ZERO, high: Decimal::ZERO };
    let sums = told.categories.iter().map(|sum| {
        let parts = sum.parts.iter().filter_map(|part| part.score);
        let parts = parts.chain(sum.unweighted.iter().map(|unweighted| unweighted.score));
        let parts = parts.fold(zero, plus);
        if let Some(score) = sum.score {
            if sum.by_option.is_empty() {
                assert_eq!(parts, score, "the parts of {:?} add up", sum.category.id);
            } else {
                let options = sum.by_option.iter().map(|of| of.score.expect("points"));
                let span = |a: Points, b: Points| Points { low: a.low.min(b.low), high: a.high.max(b.high) };
                assert_eq!(options.reduce(span), Some(score), "{:?} spans its options", sum.category.id);
                assert!(parts.low <= score.low && score.high <= parts.high, "{sum:#?}");
            }
        }
        if let Some(unweighted) = &sum.unweighted {
            let ends = (unweighted.low.product.shown, unweighted.high.product.shown);
            assert_eq!(ends, (unweighted.score.low, unweighted.score.high));
        }
        let range = sum.score.or(sum.share.map(Points::from)).expect("points or a share");
        levers_are_true(&sum.open, range);
        (sum.category.id.as_str(), range)
    });
    sums.collect()
}

/// No figure narrows a range by more than its width, and the first narrows it most.
fn levers_are_true(levers: &[Lever], score: Points) {
    let width = Exact::from(score.high) - Exact::from(score.low);
    let narrows = levers.iter().map(|lever| {
        let told = lever.narrows.as_ref().expect("points have a measure");
        Exact::from(told.decimal.parse::<Decimal>().expect("a decimal"))
    });
    let narrows: Vec<_> = narrows.collect();
    assert!(narrows.iter().all(|narrows| *narrows <= width), "{levers:#?}");
    assert!(narrows.is_sorted_by(|a, b| a >= b), "{levers:#?}");
    assert!(levers.is_empty() || !width.is_zero(), "nothing is uncertain: {levers:#?}");
}

/// Everything that can be explained says what the assessment says.
fn agrees(plan: &Plan, submission: &Submission) {
    let assessment = assess(plan, submission).unwrap_or_else(|faults| panic!("{faults:#?}"));
    for category in &assessment.categories {
        agrees_in(plan, submission, category);
    }
    for field in &assessment.fields {
        let told = explained(plan, submission, &format!("field:{}", field.id), None);
        let About::Sums(told) = &told.about else { panic!("a sum: {told:#?}") };
        assert_eq!(sums(told).first().map(|(_, score)| Some(*score)), Some(field.score));
    }
    for requirement in &assessment.requirements {
        let told = explained(plan, submission, &format!("requirement:{}", requirement.id), None);
        let About::Requirement(told) = &told.about else { panic!("a requirement: {told:#?}") };
        assert_eq!(told.status, requirement.status, "{}", requirement.id);
        assert_eq!(told.condition.status, requirement.status, "{}", requirement.id);
        let deciders: Vec<_> = told.decided_by.iter().map(|decider| decider.named.id.clone()).collect();
        assert_eq!(deciders, requirement.decided_by);
    }
    let document = &plan.document;
    let derived = document.derived.iter().map(|derived| format!("derived:{}", derived.id));
    let benchmarks = document.benchmarks.iter().map(|benchmark| format!("benchmark:{}", benchmark.id));
    let figures = document.figures.iter().map(|figure| format!("figure:{}", figure.id));
    for id in derived.chain(benchmarks).chain(figures) {
        readable(&explained(plan, submission, &id, None));
    }
}

fn agrees_in(plan: &Plan, submission: &Submission, category: &CategoryResult) {
    let id = category.id.as_str();
    let total = explained(plan, submission, "total", Some(id));
    let own = explained(plan, submission, &format!("category:{id}"), None);
    for told in [&total, &own] {
        let About::Sums(told) = &told.about else { panic!("a sum: {told:#?}") };
        assert_eq!(sums(told), [(id, category.score.expect("a score"))]);
        let outcome = told.categories[0].outcome.as_ref().expect("an outcome");
        assert_eq!((outcome.fit, outcome.eligible), (category.fit, category.eligible));
        assert_eq!(outcome.line.as_ref().map(|l| l.status), category.line.as_ref().map(|l| l.status));
    }
    readable(&total);
    for dimension in &category.dimensions {
        let told = explained(plan, submission, &format!("dimension:{}", dimension.id), Some(id));
        let About::Sums(told) = &told.about else { panic!("a sum: {told:#?}") };
        assert_eq!(sums(told), [(id, dimension.score)]);
        assert_eq!(told.categories[0].max, Some(dimension.weight));
    }
    for indicator in indicators(category) {
        let explanation = explained(plan, submission, &format!("indicator:{}", indicator.id), Some(id));
        readable(&explanation);
        let range = indicator.score.or(indicator.share.map(Points::from)).expect("points or a share");
        match &explanation.about {
            About::Sums(told) => assert_eq!(sums(told), [(id, range)]),
            About::Indicator(told) => {
                let points = &told.scorings[0].categories[0];
                assert_eq!((points.score, points.max), (indicator.score, indicator.max), "{}", indicator.id);
                let ends = Points { low: points.low.shown, high: points.high.shown };
                assert_eq!((ends, points.share), (range, indicator.share), "{}", indicator.id);
                levers_are_true(&points.open, range);
            }
            other => panic!("points: {other:#?}"),
        }
    }
}

/// Text and JSON are made, and neither shows what it should not.
fn readable(explanation: &Explanation) {
    for lang in [Lang::Zh, Lang::En] {
        let text = report::explanation_text(explanation, lang);
        assert!(text.contains(explanation.label.get(lang)), "{text}");
        assert!(!text.contains('{') && !text.contains("  \n"), "{text}");
    }
    let json: Value = serde_json::from_str(&report::explanation_json(explanation)).expect("JSON");
    assert_eq!(json["format"], "infocity-explanation/1");
    assert_eq!(json["id"], explanation.id.as_str());
}

#[test]
fn what_is_explained_is_what_is_assessed_on_the_flagships_examples() {
    let plan = support::plan(support::FLAGSHIP);
    for name in ["shenzhen-2021", "county", "empty", "industry-specialised", "strong-comprehensive"] {
        agrees(&plan, &submission_of(&format!("{EXAMPLES}/{name}.submission.json")));
    }
}

#[test]
fn what_is_explained_is_what_is_assessed_for_every_kind_of_rule() {
    let plan = support::plan(support::EVERY_RULE);
    agrees(&plan, &submission_of("tests/data/every-rule/half-known.submission.json"));
    agrees(&plan, &submission_from(r#"{ "format": "infocity-submission/1", "figures": {} }"#));
    agrees(&support::plan("tests/data/minimal.rulebook.json"), &Submission::default());
}

#[test]
fn what_is_explained_is_what_is_assessed_whatever_is_entered() {
    let plan = support::plan(support::EVERY_RULE);
    let count = plan.document.figures.len();
    let rolls = prop::collection::vec(support::roll(), count);
    let blurs = prop::collection::vec((0..count, support::roll()), 0..count);
    let all = (rolls, blurs, prop::sample::select(vec![2018_u32, 2019, 2020, 2021]), any::<u32>());
    let mut runner = TestRunner::new(Config { cases: 40, failure_persistence: None, ..Config::default() });
    let tried = runner.run(&all, |(rolls, blurs, year, chosen)| {
        let mut submission = support::complete(&plan, &rolls, year, chosen);
        for (at, roll) in blurs {
            support::blur(&plan, &mut submission, at, roll);
        }
        agrees(&plan, &submission);
        Ok(())
    });
    tried.unwrap_or_else(|error| panic!("{error}"));
}

/// The rulebook of every rule with weights by the level, a target, and points for growth.
fn switched() -> Plan {
    let bytes = std::fs::read(support::root().join(support::EVERY_RULE)).expect("a rulebook");
    let mut document: Value = serde_json::from_slice(&bytes).expect("JSON");
    document["weights_by"] = json!("level");
    let by_level = |province: &str, other: &str| json!({ "by_option": { "province": province, "prefecture": other, "county": other } });
    let dimensions = &mut document["dimensions"];
    dimensions[0]["weight"] = by_level("50", "30");
    dimensions[0]["indicators"][0]["max"] = by_level("40", "20");
    dimensions[0]["indicators"][1]["max"] = json!("10");
    dimensions[0]["indicators"][0]["score"] = json!({ "target": {
        "of": "retail_ratio + 0", "target": "2 * retail_ratio + 3", "from": "0.5", "most": "80" } });
    dimensions[0]["indicators"][1]["score"] = json!({ "growth": { "of": "revenue", "full_at": "20 %" } });
    dimensions[0]["indicators"][1]["when_undefined_percent"] = json!("0");
    dimensions[1]["weight"] = json!("40");
    dimensions[2]["weight"] = by_level("10", "30");
    dimensions[2]["indicators"][0]["max"] = by_level("10", "30");
    rulebook::load(document.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn weights_by_option_targets_and_growth_are_explained() {
    let plan = switched();
    let known = submission_of("tests/data/every-rule/half-known.submission.json");
    agrees(&plan, &known);
    let mut open = known.clone();
    open.figures.remove("level");
    agrees(&plan, &open);

    let told = explained(&plan, &open, "demonstrations", Some("special"));
    let About::Indicator(told) = &told.about else { panic!("an indicator: {told:#?}") };
    let points = &told.scorings[0].categories[0];
    let option =
        |end: &infocity_check::model::explanation::Product| end.option.clone().map(|option| option.id);
    assert_eq!(option(&points.low).as_deref(), Some("province"), "the low end has the weights of a province");
    assert_eq!(option(&points.high).as_deref(), Some("prefecture"));

    let told = explained(&plan, &known, "retail_score", Some("whole"));
    let About::Indicator(told) = &told.about else { panic!("an indicator: {told:#?}") };
    let ScoredBy::Line { of, .. } = &told.scorings[0].scored.by else { panic!("a line: {told:#?}") };
    assert_eq!(of.formula.written, "(retail_ratio + 0 - 0.5) / (2 * retail_ratio + 3 - 0.5)");
}

#[test]
fn a_sum_under_open_weights_is_told_option_by_option() {
    let plan = support::plan("rulebooks/broadband-china-2013-31/rulebook.json");
    let folder = "rulebooks/broadband-china-2013-31/examples";
    agrees(&plan, &submission_of(&format!("{folder}/made-up-2015.submission.json")));
    let empty = submission_of(&format!("{folder}/empty.submission.json"));
    agrees(&plan, &empty);
    let told = explained(&plan, &empty, "total", None);
    let text = report::explanation_text(&told, Lang::En);
    assert!(text.contains("the sum is taken under each option"), "{text}");
    let About::Sums(told) = &told.about else { panic!("a sum: {told:#?}") };
    let total = told.categories[0].score.expect("points");
    assert_eq!((total.low.to_string(), total.high.to_string()), ("0".to_owned(), "100".to_owned()));
    let outcome = told.categories[0].outcome.as_ref().expect("an outcome");
    assert!(!outcome.judged && text.contains("nothing to pass"), "{text}");
}

#[test]
fn the_levers_of_a_range_say_which_end_is_which() {
    let plan = support::plan(support::EVERY_RULE);
    let submission = submission_from(
        r#"{ "format": "infocity-submission/1", "year": 2021, "figures": {
            "population": { "between": ["1000", "1200"] }, "retail": { "between": ["60000000", null], "unit": "万元" } } }"#,
    );
    let told = explained(&plan, &submission, "retail_score", Some("whole"));
    let About::Indicator(told) = &told.about else { panic!("an indicator: {told:#?}") };
    let open = &told.scorings[0].categories[0].open;
    let said: Vec<_> = open
        .iter()
        .map(|lever| {
            let at = |texts: &[infocity_check::model::Text]| {
                texts.iter().map(|text| text.en.clone()).collect::<Vec<_>>().join(" / ")
            };
            (lever.named.id.as_str(), at(&lever.low_at), at(&lever.high_at))
        })
        .collect();
    // Either alone makes the points certain: few people, or much retail.
    let (few, many) = ("at its least, 1000 万人", "at its greatest, 1200 万人");
    let (little, much) = ("at its least, 60000000 万元", "at its greatest, 1000000000 万元");
    let expected = [
        ("population", many.to_owned(), format!("{few} / {many}")),
        ("retail", little.to_owned(), format!("{little} / {much}")),
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_value_that_fails_never_seems_to_reach_what_it_fails() {
    let plan = support::plan(support::EVERY_RULE);
    // 30000 元/人 less a third of a millionth of a millionth.
    let submission = submission_from(
        r#"{ "format": "infocity-submission/1", "year": 2021, "figures": {
            "population": { "value": "3", "unit": "万人" }, "retail": { "value": "899999999.9999", "unit": "元" } } }"#,
    );
    let text = report::explanation_text(&explained(&plan, &submission, "rich", None), Lang::En);
    assert!(text.contains("≈29999.999999997 元/人 ≥ 30000 元/人"), "{text}");
    assert!(text.contains("✗"), "{text}");
}

#[test]
fn an_id_that_names_nothing_or_several_things_is_refused() {
    let plan = support::plan(support::FLAGSHIP);
    let refused = |id: &str, category: Option<&str>| {
        let faults = explain(&plan, &Submission::default(), id, category).expect_err("a refusal");
        (faults[0].code, faults[0].params.clone())
    };
    let (code, params) = refused("retail_scor", None);
    assert_eq!(
        (code, params.get("nearest").map(String::as_str)),
        (FaultCode::NothingToExplain, Some("retail_score"))
    );
    let (code, params) = refused("industrial_base", None);
    assert_eq!(code, FaultCode::AmbiguousId);
    assert_eq!(
        params.get("known").map(String::as_str),
        Some("requirement:industrial_base, figure:industrial_base")
    );
    assert_eq!(refused("figure:retail_score", None).0, FaultCode::NothingToExplain);
    assert_eq!(refused("total", Some("none")).0, FaultCode::UnknownCategory);
    assert_eq!(
        explained(&plan, &Submission::default(), "figure:industrial_base", None).id,
        "industrial_base"
    );
}

#[test]
fn without_a_category_points_are_explained_in_the_one_named_else_in_each() {
    let plan = support::plan(support::FLAGSHIP);
    let categories = |submission: &Submission, category| {
        let told = explained(&plan, submission, "demand", category);
        let About::Sums(told) = told.about else { panic!("a sum") };
        told.categories.iter().map(|sum| sum.category.id.clone()).collect::<Vec<_>>()
    };
    let named = Submission { category: Some("specialised".to_owned()), ..Submission::default() };
    assert_eq!(categories(&named, None), ["specialised"]);
    assert_eq!(categories(&named, Some("comprehensive")), ["comprehensive"]);
    assert_eq!(categories(&Submission::default(), None), ["comprehensive", "specialised"]);
}

/// Compares texts in both languages and JSON of several explanations with those written down.
fn golden(name: &str, explanations: &[Explanation]) {
    let rule = format!("\n{}\n\n", "=".repeat(78));
    let text = |lang| {
        let texts: Vec<_> = explanations.iter().map(|told| report::explanation_text(told, lang)).collect();
        texts.join(&rule)
    };
    let json: String = explanations.iter().map(report::explanation_json).collect();
    for (ending, actual) in [("zh.txt", text(Lang::Zh)), ("en.txt", text(Lang::En)), ("json", json)] {
        support::golden::golden(format!("tests/data/explain/{name}.{ending}"), &actual);
    }
}

#[test]
fn a_real_city_explained() {
    let plan = support::plan(support::FLAGSHIP);
    let submission = submission_of(&format!("{EXAMPLES}/shenzhen-2021.submission.json"));
    let ids = ["retail_score", "software_score", "demand", "attention", "income_per_head"];
    golden("shenzhen-2021", &ids.map(|id| explained(&plan, &submission, id, None)));
}

#[test]
fn made_up_cities_explained() {
    let plan = support::plan(support::EVERY_RULE);
    let half_known = submission_of("tests/data/every-rule/half-known.submission.json");
    let mut last_zero = half_known.clone();
    let revenue = last_zero.figures.get_mut("revenue").expect("the figure");
    revenue.last.as_mut().expect("last year's value").given = Given::Text("0".to_owned());
    last_zero.year = None;
    last_zero
        .figures
        .insert("rate".to_owned(), Entry { given: Given::Text("69.99".to_owned()), ..Entry::default() });
    let half = ["mixed", "demonstrations", "special", "efficient", "retail"];
    let mut told: Vec<_> = half.iter().map(|id| explained(&plan, &half_known, id, None)).collect();
    for id in ["growth_score", "retail_score", "two_things", "national_retail"] {
        told.push(explained(&plan, &last_zero, id, Some("whole")));
    }
    golden("made-up", &told);
}

#[test]
fn the_same_explanation_gives_the_same_bytes() {
    let plan = support::plan(support::FLAGSHIP);
    let submission = submission_of(&format!("{EXAMPLES}/shenzhen-2021.submission.json"));
    let [told, again] = [(); 2].map(|()| explained(&plan, &submission, "total", None));
    assert_eq!(report::explanation_json(&told), report::explanation_json(&again));
    let assessment: Assessment = assess(&plan, &submission).expect("an assessment");
    assert_eq!((told.rulebook, told.submission), (assessment.rulebook, assessment.submission));
}
