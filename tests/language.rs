//! The examples of the language's reference page, run.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use infocity_check::engine::assess;
use infocity_check::model::Status;
use infocity_check::{rulebook, submission};
use serde_json::{Value, json};

/// One line of an example: what is known, a formula or condition, and what comes of it.
struct Example<'a> {
    given: Vec<&'a str>,
    text: &'a str,
    result: &'a str,
}

impl<'a> Example<'a> {
    fn read(line: &'a str) -> Self {
        let (left, result) = line.split_once('→').expect("an arrow");
        let (given, text) = match left.split_once(": ") {
            Some((given, text)) if !given.contains('(') => (given.split(", ").collect(), text),
            _ => (Vec::new(), left),
        };
        Self { given, text: text.trim(), result: result.trim() }
    }

    fn submission(&self) -> Value {
        let mut submission = json!({ "format": "infocity-submission/1", "figures": {} });
        for given in &self.given {
            let (last, given) = match given.strip_prefix("last ") {
                Some(rest) => (true, rest),
                None => (false, *given),
            };
            let (name, rest) = given.split_once(' ').expect("a name");
            let (sign, value) = rest.split_once(' ').expect("a sign");
            if name == "year" {
                submission["year"] = json!(value);
                continue;
            }
            let words: Vec<_> = value.split(' ').collect();
            let entry = match (sign, words.as_slice()) {
                ("between", [low, high, unit]) => json!({ "between": [low, high], "unit": unit }),
                ("=", ["yes"]) => json!({ "value": true }),
                ("=", ["no"]) => json!({ "value": false }),
                ("=", items) if name == "activities" => json!({ "value": items }),
                ("=", [value]) => json!({ "value": value }),
                ("=", [value, unit]) => json!({ "value": value, "unit": unit }),
                _ => panic!("{given}"),
            };
            let figure = &mut submission["figures"][name];
            if last {
                figure["last"] = entry;
            } else {
                let earlier = figure.take();
                *figure = entry;
                if let Value::Object(earlier) = earlier {
                    figure.as_object_mut().expect("an object").extend(earlier);
                }
            }
        }
        submission
    }

    /// What a condition comes to; the codes of the faults where the rulebook does not load.
    fn truth(&self, condition: &str, when_undefined: Option<&str>) -> Result<Status, Vec<String>> {
        let mut document = rulebook();
        document["requirements"] = json!([requirement(condition, when_undefined)]);
        let plan = rulebook::load(document.to_string().as_bytes())
            .map_err(|faults| faults.iter().map(|fault| format!("{:?}", fault.code)).collect::<Vec<_>>())?;
        let read = submission::read(self.submission().to_string().as_bytes());
        let read = read.unwrap_or_else(|faults| panic!("{}: {faults:#?}", self.text));
        let assessment = assess(&plan, &read).unwrap_or_else(|faults| panic!("{}: {faults:#?}", self.text));
        Ok(assessment.requirements[0].status)
    }

    fn holds(&self, condition: &str) -> Status {
        self.truth(condition, Some("not_met")).unwrap_or_else(|codes| panic!("{condition}: {codes:?}"))
    }

    fn check(&self) {
        let text = self.text;
        let is = |condition: String, expected| {
            assert_eq!(self.holds(&condition), expected, "{condition}, given {:?}", self.given);
        };
        match self.result {
            "true" => is(text.to_owned(), Status::Met),
            "false" => is(text.to_owned(), Status::NotMet),
            "undetermined" => is(text.to_owned(), Status::Undetermined),
            code if code.chars().all(|c| c.is_ascii_alphabetic()) => {
                // A formula alone is no condition: compared with itself it is one.
                let as_formula = self.truth(&format!("({text}) = ({text})"), None);
                let codes = [self.truth(text, None), as_formula].map(|truth| truth.err().unwrap_or_default());
                assert!(
                    codes.iter().any(|codes| codes.iter().any(|found| found == code)),
                    "{text}: {codes:?}"
                );
            }
            range if range.starts_with('[') => {
                let (ends, unit) = range.trim_start_matches('[').rsplit_once(']').expect("a closing bracket");
                let (low, high) = ends.split_once(", ").expect("two ends");
                let end = |end: &str| format!("({end}{unit})");
                for (end, certain, possible) in [(end(low), ">=", ">"), (end(high), "<=", "<")] {
                    if !end.contains('∞') {
                        is(format!("({text}) {certain} {end}"), Status::Met);
                        is(format!("({text}) {possible} {end}"), Status::Undetermined);
                    }
                }
            }
            value => is(format!("({text}) = ({value})"), Status::Met),
        }
    }
}

fn both(text: &str) -> Value {
    json!({ "zh": text, "en": text })
}

fn requirement(condition: &str, when_undefined: Option<&str>) -> Value {
    let standing = json!({ "basis": "reference", "note": both("仅供测试") });
    let mut requirement = json!({ "id": "example", "label": both("例"), "effect": "binding", "condition": condition,
        "remedy": both("例"), "standing": standing });
    if let Some(outcome) = when_undefined {
        requirement["when_undefined"] = json!(outcome);
    }
    requirement
}

/// The figures that the page's examples speak of.
fn rulebook() -> Value {
    let path = support::root().join("tests/data/minimal.rulebook.json");
    let text = std::fs::read_to_string(path).expect("the file");
    let mut document: Value = serde_json::from_str(&text).expect("JSON");
    let standing = json!({ "basis": "reference", "note": both("仅供测试") });
    let number = |unit: &str, least: Option<&str>, most: Option<&str>| {
        let mut number = json!({ "unit": unit, "places": 4 });
        for (key, value) in [("least", least), ("most", most)] {
            if let Some(value) = value {
                number[key] = json!(value);
            }
        }
        json!({ "number": number })
    };
    let options =
        |ids: &[&str]| ids.iter().map(|id| json!({ "id": id, "label": both(id) })).collect::<Value>();
    let kinds = [
        ("sales", number("亿元", Some("0"), None)),
        ("population", number("万人", Some("1"), Some("4000"))),
        ("urban", number("万人", Some("0"), None)),
        ("rural", number("万人", Some("0"), None)),
        ("share", number("%", Some("0"), Some("100"))),
        ("method", json!({ "choice": { "options": options(&["published", "computed"]) } })),
        ("level", json!({ "choice": { "options": options(&["province", "city", "county"]) } })),
        ("centre", json!("yes_no")),
        ("plan", json!("yes_no")),
        ("activities", json!({ "checklist": { "items": options(&["training", "exhibition", "festival"]) } })),
    ];
    for (id, kind) in kinds {
        let figure =
            json!({ "id": id, "label": both(id), "help": both(id), "kind": kind, "standing": standing });
        document["figures"].as_array_mut().expect("a list").push(figure);
    }
    let by_year = json!({ "2019": "100", "2021": "120" });
    document["benchmarks"] = json!([{ "id": "national_sales", "label": both("全国"), "unit": "亿元",
        "by_year": by_year, "standing": standing }]);
    document
}

fn page(name: &str) -> String {
    std::fs::read_to_string(support::root().join("rulebooks").join(name)).expect("the page")
}

fn examples(page: &str) -> Vec<&str> {
    let blocks = page.split("```example\n").skip(1);
    blocks.flat_map(|block| block.split_once("```").expect("the end of the example").0.lines()).collect()
}

#[test]
fn the_examples_of_the_reference_page_hold() {
    for name in ["LANGUAGE.md", "LANGUAGE.zh.md"] {
        let page = page(name);
        let examples = examples(&page);
        assert!(examples.len() >= 40, "only {} examples were found in {name}", examples.len());
        for line in examples {
            Example::read(line).check();
        }
    }
}

/// What the page in one language has, the other one has, in the same order.
#[test]
fn the_reference_page_says_the_same_in_both_languages() {
    let [english, chinese] = ["LANGUAGE.md", "LANGUAGE.zh.md"].map(page);
    assert_eq!(examples(&english), examples(&chinese));
    // A section's level; the forms, functions and keys that a table's first column names.
    let outline = |page: &str| -> Vec<String> {
        let line = |line: &str| match line.split_once(' ') {
            Some((level, _)) if level.starts_with('#') => Some(level.to_owned()),
            Some(("|", row)) => {
                let row = row.replace("\\|", "/");
                // Code is the same in every language: what stands between backticks.
                let code = row.split('|').next()?.split('`').skip(1).step_by(2);
                Some(code.collect::<Vec<_>>().join(" "))
            }
            _ => None,
        };
        page.lines().filter_map(line).collect()
    };
    assert_eq!(outline(&english), outline(&chinese));
}
