//! What does not hold together does not load, and says where, what and what helps; nothing panics and nothing hangs.
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

/// The faults of the test rulebook with one part replaced, as English lines.
fn with(pointer: &str, value: Value) -> Vec<String> {
    let mut document = document();
    match document.pointer_mut(pointer) {
        Some(part) => *part = value,
        None => {
            let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
            let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("no place {parent}"));
            parent.as_object_mut().expect("an object").insert(key.to_owned(), value);
        }
    }
    faults(&document)
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
fn a_rulebook_that_does_not_hold_together_says_where_and_what_helps() {
    let cases = [
        ("/format", json!("other/1"), "the format is `other/1` where `infocity-rulebook/1` belongs"),
        ("/version", json!("1"), "/version document: `1` is not a version; write it in the form 1.0.0"),
        ("/checked_on", json!("2026-13-01"), "`2026-13-01` is not a date"),
        (
            "/valid/to",
            json!("2018-12-31"),
            "the last day 2018-12-31 is before the first, 2019-03-18; check both dates",
        ),
        ("/valid/from", json!("2019-3-1"), "/valid/from document: `2019-3-1` is not a date"),
        (
            "/last_round/year",
            json!(20211),
            "/last_round/year document: the year 20211 is not between 1900 and 2999",
        ),
        (
            "/benchmarks/0/by_year/2021/standing",
            json!({"basis": "reference"}),
            "/benchmarks/0/by_year/2021/standing benchmark `national_retail`",
        ),
        ("/benchmarks/0/by_year/2021/valu", json!("1"), "there is no key `valu` here; did you mean `value`?"),
        ("/dimensions/0/weight_standing/source", json!("txt"), "dimension `demand`: "),
        (
            "/fields/0/floors_standing/basis",
            json!("oficial"),
            "/fields/0/floors_standing/basis field `daily_life`: `oficial` is not a value here; did you mean `official`?",
        ),
        ("/materials/2/when", json!("levle is province"), "there is no `levle`; did you mean `level`?"),
        ("/title/en", json!(" "), "the text in English is missing"),
        ("/extra", json!(1), "there is no key `extra` here"),
        ("/figures/1/id", json!("Population"), "figure `Population`: `Population` cannot be an id"),
        ("/figures/1/id", json!("retail"), "figure `retail`: the id `retail` is already used"),
        ("/figures/1/id", json!("last"), "`last` is a word of the language of rules"),
        ("/figures/1/kind/number/unit", json!("万仁"), "there is no unit `万仁`"),
        ("/figures/2/kind/number/units/0", json!("万人"), "this is 人 where 元 belongs"),
        ("/figures/1/kind/number/least", json!("5000"), "the least value 5000 is above the most 4000"),
        ("/figures/1/kind/number/least", json!("1e3"), "`1e3` is not a decimal number"),
        ("/figures/1/kind/number/plaecs", json!(2), "there is no key `plaecs` here; did you mean `places`?"),
        ("/figures/0/kind", json!("numbr"), "`numbr` is not a value here; did you mean `number`?"),
        (
            "/figures/0/dimension",
            json!("nowhere"),
            "there is no dimension `nowhere`; use one of: demand, base",
        ),
        (
            "/derived/0/formula",
            json!("retail / popuation"),
            "column 10: there is no `popuation`; did you mean `population`?",
        ),
        (
            "/derived/0/formula",
            json!("retail + population"),
            "column 10: the units do not fit: this is 人 where 元 belongs",
        ),
        ("/derived/0/formula", json!("retail / "), "column 10: a number, a name or ( belongs here"),
        ("/derived/0/formula", json!("retail"), "the units do not fit: this is 元 where 元/人 belongs"),
        ("/derived/0/formula", json!("retail_ratio * 1 元/人"), "derived figures refer to one another"),
        (
            "/derived/0/formula",
            json!("retail / energy * 1 吨标准煤/人"),
            "a denominator of `retail / energy * 1 吨标准煤/人` can be zero",
        ),
        (
            "/derived/2/formula",
            json!("choose(growth_method, published: 1 %)"),
            "the option `computed` is missing",
        ),
        (
            "/derived/2/formula",
            json!("choose(level, province: 1 %, prefecture: 1 %)"),
            "the option `county` is missing",
        ),
        ("/derived/2/when_undefined", json!("0 元"), "the units do not fit: this is 元 where 1 belongs"),
        (
            "/requirements/0/condition",
            json!("level is city"),
            "there is no option `city`; use one of: province",
        ),
        (
            "/requirements/0/condition",
            json!("population"),
            "`population` is a number where a condition belongs",
        ),
        (
            "/requirements/0/condition",
            json!("level and centre_built"),
            "is a choice where a condition belongs",
        ),
        (
            "/requirements/0/condition",
            json!("at_least(3, centre_built, centre_planned)"),
            "write at_least(1 … 2",
        ),
        ("/requirements/0/categories", json!(["whole", "half"]), "there is no category `half`"),
        ("/requirements/0/standing/source", json!("txt"), "there is no source `txt`; did you mean `text`?"),
        (
            "/requirements/0/standing",
            json!({"basis": "reference"}),
            "the basis is `reference` and there is no note",
        ),
        (
            "/requirements/0/standing",
            json!({"basis": "official"}),
            "the basis is `official` and no source is named",
        ),
        ("/dimensions/0/weight/whole", json!("41"), "in category `whole` sum to 101, not 100"),
        (
            "/dimensions/0/weight/whole",
            json!("41"),
            "the points of the indicators in category `whole` sum to 40, not 41",
        ),
        ("/dimensions/0/weight", json!({"whole": "40"}), "no value for category `special`"),
        (
            "/dimensions/0/indicators/1/score/bands/bands/1/at_least",
            json!("1 %"),
            "a gap or an overlap with the band before",
        ),
        ("/dimensions/0/indicators/1/score/bands/bands/2/score", json!("20"), "the scores rise and fall"),
        (
            "/dimensions/0/indicators/1/score/bands/bands/3/score",
            json!("101"),
            "the score 101 is not between 0 and 100",
        ),
        ("/dimensions/0/indicators/0/score/piecewise/points/1/at", json!("0.4"), "do not rise in value"),
        (
            "/dimensions/0/indicators/0/score/piecewise/points/1/at",
            json!("1 元"),
            "this is 元 where 1 belongs",
        ),
        (
            "/dimensions/2/indicators/0/score/by_field/industry/choice/scores",
            json!({"none": "0"}),
            "the option `basic` is missing",
        ),
        (
            "/dimensions/1/indicators/0/score",
            json!({"best_of": []}),
            "there are indicators below it and a score function",
        ),
        (
            "/categories/0/line/floors/0",
            json!({"least_percent": "40"}),
            "a floor names exactly one dimension or one indicator",
        ),
        ("/fields/0/floors/0/indicator", json!("demos"), "there is no indicator `demos`"),
        ("/rounding/dimension", json!(0), "points would be rounded twice"),
    ];
    for (pointer, value, expected) in cases {
        let found = with(pointer, value.clone());
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{pointer} = {value}: {expected:?} is not in {found:#?}"
        );
    }
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
    assert!(found[2].contains("not 29") && found[3].contains("sum to 99, not 100"), "{found:#?}");
}

#[test]
fn a_chain_of_products_is_refused_at_load() {
    let mut document = document();
    let standing = json!({"basis": "reference", "note": {"zh": "测试", "en": "a test"}});
    let label = json!({"zh": "链", "en": "chain"});
    for at in 0..20 {
        let before = if at == 0 { "deductible".to_owned() } else { format!("chain_{}", at - 1) };
        let formula = format!("{before} * {before}");
        let derived = json!({"id": format!("chain_{at}"), "label": label, "unit": "", "formula": formula, "standing": standing});
        document["derived"].as_array_mut().expect("a list").push(derived);
    }
    let found = faults(&document);
    assert!(found.iter().any(|line| line.contains("too complex to compute")), "{found:#?}");
}

#[test]
fn a_rulebook_too_large_to_compute_is_refused_at_load() {
    let product = |of: &str, count: usize| vec![of; count].join(" * ");
    let warning = |at: usize, count: usize| {
        let when = format!("{} > 1", product("power", count));
        json!({"id": format!("w_{at}"), "when": when, "text": {"zh": "测试", "en": "a test"}})
    };
    let with = |warnings: Value| {
        let mut document = document();
        let standing = json!({"basis": "reference", "note": {"zh": "测试", "en": "a test"}});
        let power = json!({"id": "power", "label": {"zh": "幂", "en": "power"}, "unit": "", "formula": product("deductible", 20), "standing": standing});
        document["derived"].as_array_mut().expect("a list").push(power);
        document["warnings"] = warnings;
        faults(&document)
    };
    let found = with(json!([warning(0, 4)]));
    assert!(found.iter().any(|line| line.contains("w_0 is too complex")), "{found:#?}");
    let found = with((0..300).map(|at| warning(at, 3)).collect());
    assert!(found.iter().any(|line| line.contains("every-rule is too complex")), "{found:#?}");
    assert!(with((0..200).map(|at| warning(at, 3)).collect()).is_empty());
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
fn a_figure_that_does_not_fit_says_where_and_what_helps() {
    let cases = [
        (
            "\"populaton\": \"5\"",
            "/figures/populaton figure `populaton`: the rulebook has no figure `populaton`; did you mean `population`?",
        ),
        (
            "\"population\": \"-3\"",
            "figure `population`: -3 万人 is below 1 万人; check number and unit; enter: population, in 万人",
        ),
        ("\"population\": {\"value\": \"99999999\", \"unit\": \"人\"}", "99999999 人 is above 40000000 人"),
        (
            "\"population\": {\"value\": \"5\", \"unit\": \"亿元\"}",
            "the unit `亿元` cannot be used for it; convert it to one of: 万人, 人",
        ),
        ("\"population\": \"1,244\"", "`1,244` is not a number"),
        ("\"population\": 1e2", "`1e2` is not a number"),
        ("\"population\": true", "this is true or false where a number with a unit belongs"),
        ("\"population\": \"1234567890123456789012345678901234567890\"", "has more than 28 digits"),
        (
            "\"population\": {\"between\": [\"9\", \"5\"]}",
            "the lower end 9 of the estimate is above the upper end 5",
        ),
        (
            "\"population\": {\"value\": \"9\", \"between\": [\"1\", \"5\"]}",
            "stand side by side; keep one of them",
        ),
        ("\"population\": {\"valeu\": \"9\"}", "there is no key `valeu` here; did you mean `value`?"),
        (
            "\"population\": {\"value\": \"9\", \"last\": \"0\"}",
            "/figures/population/last figure `population`: 0 万人 is below 1 万人",
        ),
        ("\"population\": \"5\", \"population\": \"6\"", "the key `population` stands twice"),
        ("\"level\": \"city\"", "`city` is not an option; choose one of: province, prefecture, county"),
        ("\"level\": {\"value\": \"county\", \"last\": \"county\"}", "this figure has no value of last year"),
        (
            "\"activities\": [\"training\", \"dancing\"]",
            "/figures/activities/1 figure `activities`: `dancing` is not on the list",
        ),
        ("\"activities\": [\"training\", \"training\"]", "`training` stands twice"),
        ("\"centre_built\": \"yes\"", "this is a string where yes or no (true, false) belongs"),
    ];
    for (figures, expected) in cases {
        let found = with_figures(figures);
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{figures}: {expected:?} is not in {found:#?}"
        );
    }
}

#[test]
fn a_submission_that_does_not_fit_says_where_and_what_helps() {
    let cases = [
        ("", "line 1, column 1 is not valid JSON"),
        ("[]", "this is a list where an object belongs"),
        ("{\"format\": \"infocity-submission/9\"}", "the format is `infocity-submission/9`"),
        ("{\"figures\": {}}", "the key `format` is missing"),
        (
            "{\"format\": \"infocity-submission/1\", \"rulebook\": {\"id\": \"other\"}}",
            "made for the rulebook `other`, not for `every-rule`",
        ),
        (
            "{\"format\": \"infocity-submission/1\", \"year\": 20210}",
            "the year 20210 is not between 1900 and 2999",
        ),
        (
            "{\"format\": \"infocity-submission/1\", \"category\": \"half\"}",
            "there is no category `half`; use one of: whole, special",
        ),
        ("{\"format\": \"infocity-submission/1\", \"fields\": [\"sports\"]}", "there is no field `sports`"),
        (
            "{\"format\": \"infocity-submission/1\", \"materials\": {\"letter\": true}}",
            "the rulebook has no material `letter`",
        ),
        (
            "{\"format\": \"infocity-submission/1\", \"materials\": {\"form\": \"yes\"}}",
            "this is a string where true or false belongs",
        ),
    ];
    for (text, expected) in cases {
        let found = submitted(text);
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{text}: {expected:?} is not in {found:#?}"
        );
    }
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
