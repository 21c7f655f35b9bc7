//! `infocity rulebook check` and `test` as people and programs call them.
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

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

const MINIMAL: &str = "tests/data/minimal.rulebook.json";
const COUNTY: &str = "rulebooks/miit-2019-63/examples/county.submission.json";

fn infocity(arguments: &[&str]) -> (Option<i32>, String, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_infocity"))
        .args(arguments)
        .current_dir(support::root())
        .output()
        .expect("the command runs");
    let Output { status, stdout, stderr } = run;
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

/// A folder of one test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("infocity-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("examples")).expect("a folder");
        Self(folder)
    }

    fn write(&self, file: &str, text: &str) -> String {
        let path = self.0.join(file);
        std::fs::write(&path, text).expect("a file");
        path.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn minimal() -> String {
    std::fs::read_to_string(support::root().join(MINIMAL)).expect("the rulebook")
}

#[test]
fn check_goes_through_all_files_and_says_where_each_fault_stands() {
    let folder = Folder::new("check");
    let broken = minimal()
        .replace("\"label\": {\n        \"zh\": \"普及率\"", "\"lable\": {\n        \"zh\": \"普及率\"");
    let unit = folder.write("unit.json", &minimal().replacen("\"unit\": \"%\"", "\"unit\": \"百分\"", 1));
    let key = folder.write("key.json", &broken);
    let (code, en, errors) = infocity(&["rulebook", "check", MINIMAL, &unit, &key, COUNTY, "--lang", "en"]);
    assert_eq!((code, errors.as_str()), (Some(1), ""));
    assert!(en.contains(&format!("{MINIMAL}: minimal 1.0.0: no faults; figures: 1,")), "{en}");
    let line = minimal().lines().position(|line| line.contains("\"unit\": \"%\"")).expect("a unit") + 1;
    let told = format!(
        "{unit}:{line}:19: error: /figures/0/kind/number/unit (figure “rate” rate): there is no unit `百分`"
    );
    assert!(en.contains(&told), "{told}\n{en}");
    let line = broken.lines().position(|line| line.contains("lable")).expect("a key") + 1;
    let told = format!(
        "{key}:{line}:7: error: /figures/0/lable (figure rate): there is no key `lable` here (did you mean `label`?)"
    );
    assert!(en.contains(&told), "{told}\n{en}");
    assert!(
        en.contains(&format!("{COUNTY}: this is a submission, not a rulebook\n{COUNTY}:2:13: error: /")),
        "{en}"
    );
    let (_, zh, _) = infocity(&["rulebook", "check", &unit]);
    assert!(
        zh.contains("错误: /figures/0/kind/number/unit（填报数据“普及率” rate）：没有单位“百分”"),
        "{zh}"
    );
}

#[test]
fn check_tells_what_cannot_be_read_on_standard_error_and_the_rest_as_usual() {
    let (code, text, errors) = infocity(&["rulebook", "check", "no/such.json", MINIMAL, "--lang", "en"]);
    assert_eq!(code, Some(2));
    assert!(
        errors.starts_with("no/such.json: document: cannot be read") && errors.lines().count() == 1,
        "{errors}"
    );
    assert!(text.starts_with(MINIMAL) && text.contains("no faults"), "{text}");
    let folder = Folder::new("malformed");
    let file = folder.write("not.json", "{\n  \"标题\": 1,,\n}");
    let (code, text, _) = infocity(&["rulebook", "check", &file, "--lang", "en"]);
    assert_eq!(code, Some(1));
    // The column is counted in characters.
    assert!(
        text.contains(&format!("{file}:2:11: error: / (document): line 2, column 11 is not valid JSON")),
        "{text}"
    );
}

#[test]
fn findings_are_no_fault_unless_check_is_strict() {
    let folder = Folder::new("strict");
    let odd = folder.write("odd.json", &minimal().replace("\"at\": \"100 %\"", "\"at\": \"400 %\""));
    let (code, text, _) = infocity(&["rulebook", "check", &odd, "--lang", "en"]);
    assert_eq!(code, Some(0));
    let mut lines = text.lines();
    assert!(lines.next().expect("a summary").contains("warnings: 1, hints: 4"), "{text}");
    let first = lines.next().expect("a warning");
    let told = ": warning: /dimensions/0/indicators/0/score (indicator “score of the rate” rate_score): at most 14.29 % of";
    assert!(first.contains(told), "{first}");
    assert!(lines.all(|line| line.contains(": hint: ")), "{text}");
    assert_eq!(infocity(&["rulebook", "check", &odd, "--strict"]).0, Some(1));
    assert_eq!(infocity(&["rulebook", "check", MINIMAL, "--strict"]).0, Some(0), "a hint is never a no");
}

#[test]
fn check_as_json_does_not_depend_on_the_language() {
    let arguments = ["rulebook", "check", MINIMAL, COUNTY, "--format", "json"];
    let (code, zh, _) = infocity(&arguments);
    let (_, en, _) = infocity(&[&arguments[..], &["--lang", "en"]].concat());
    assert_eq!((code, &zh), (Some(1), &en));
    let result: Value = serde_json::from_str(&zh).expect("JSON");
    assert_eq!(result["format"], "infocity-check/1");
    assert_eq!(result["files"][0]["rulebook"], json!({"id": "minimal", "version": "1.0.0"}));
    assert_eq!(result["files"][0]["faults"], json!([]));
    let finding = &result["files"][0]["findings"][0];
    assert_eq!((&finding["code"], &finding["severity"]), (&json!("short_note"), &json!("hint")));
    assert!(finding["line"].is_u64() && finding["column"].is_u64() && finding["message"]["zh"].is_string());
    let fault = &result["files"][1]["faults"][0];
    assert_eq!(
        (&result["files"][1]["rulebook"], &fault["code"]),
        (&Value::Null, &json!("submission_for_rulebook"))
    );
    assert_eq!((&fault["line"], &fault["column"]), (&json!(2), &json!(13)));
}

#[test]
fn the_examples_of_every_rulebook_come_out_as_they_should() {
    let flagship = [
        "shenzhen-2021",
        "strong-comprehensive",
        "fails-one-requirement",
        "county",
        "industry-specialised",
        "empty",
    ];
    for (folder, examples) in [
        ("miit-2019-63", &flagship[..]),
        ("broadband-china-2013-31", &["made-up-2013", "made-up-2015", "partly-filled-2020", "empty"]),
        ("smart-city-2016", &["made-up-full", "partly-filled", "empty"]),
    ] {
        let rulebook = format!("rulebooks/{folder}/rulebook.json");
        let (code, text, errors) = infocity(&["rulebook", "test", &rulebook, "--lang", "en"]);
        assert_eq!((code, errors.as_str()), (Some(0), ""), "{text}");
        for name in examples {
            assert!(text.contains(&format!("/{name}.test.json\n")), "{name} in {text}");
        }
        assert!(text.trim_end().ends_with("not: 0"), "{text}");
    }
}

/// The answer to one test of the smallest rulebook.
fn tested(name: &str, test: &Value, lang: &str) -> (Option<i32>, String, String) {
    let folder = Folder::new(name);
    let rulebook = folder.write("rulebook.json", &minimal());
    folder.write(
        "examples/half.submission.json",
        r#"{"format": "infocity-submission/1", "figures": {"rate": "75"}}"#,
    );
    folder.write("examples/one.test.json", &test.to_string());
    infocity(&["rulebook", "test", &rulebook, "--lang", lang])
}

fn test(expected: Value) -> Value {
    json!({"format": "infocity-test/1", "why": {"zh": "一半", "en": "half"}, "submission": "half.submission.json",
        "expected": expected})
}

#[test]
fn a_test_compares_what_it_names_and_numbers_as_decimals() {
    let expected = json!({"categories": [{"id": "overall", "score": {"low": "50.0", "high": 50},
        "dimensions": [{"id": "only", "indicators": [{"id": "rate_score", "score": {"low": "50"}}]}]}]});
    let (code, text, errors) = tested("as-expected", &test(expected), "en");
    assert_eq!((code, errors.as_str()), (Some(0), ""), "{text}");
    assert!(text.starts_with("✓ ") && text.ends_with("tests: 1; as expected: 1, not: 0\n"), "{text}");
}

#[test]
fn a_mismatch_says_what_was_expected_what_was_found_and_what_is_misspelt() {
    let expected = json!({"categories": [{"id": "overall", "eligble": "eligible", "blocked_by": ["centre"],
        "dimensions": [{"id": "onyl"}, {"id": "only", "score": {"low": "51"}}]}]});
    let (code, en, _) = tested("mismatch", &test(expected.clone()), "en");
    assert_eq!(code, Some(1));
    for said in [
        "one.test.json: half\n",
        "    /categories/0/eligble (categories › overall › eligble): an assessment has no `eligble` here (did you mean `eligible`?)",
        "    /categories/0/dimensions (categories › overall › dimensions): the rulebook has no `onyl` (did you mean `only`?)",
        "    /categories/0/dimensions/0/score/low (categories › overall › dimensions › “the only dimension” only › score › low): expected \"51\", found \"50\"\n",
        "    /categories/0/blocked_by (categories › overall › blocked by): expected [\"centre\"], found []\n",
        "tests: 1; as expected: 0, not: 1\n",
    ] {
        assert!(en.contains(said), "{said}\n{en}");
    }
    let (_, zh, _) = tested("mismatch-zh", &test(expected), "zh");
    for said in [
        "one.test.json：一半\n",
        "（类别 › overall › eligble）：自评结果此处没有“eligble”，是否应为“eligible”",
        "规则中没有“onyl”，是否应为“only”",
        "（类别 › overall › 维度 › “唯一维度” only › 得分 › 最低）：应为 \"51\"，实为 \"50\"",
        "测试 1 个：0 个符合，1 个不符",
    ] {
        assert!(zh.contains(said), "{said}\n{zh}");
    }
}

/// A test of a submission that is beyond its domain.
fn refused(code: &str) -> Value {
    json!({"format": "infocity-test/1", "why": {"zh": "超出", "en": "beyond"},
        "submission": {"format": "infocity-submission/1", "figures": {"rate": "101"}},
        "refused": [{"code": code, "place": "/figures/rate"}]})
}

#[test]
fn a_submission_that_must_be_refused_is_tried_as_well() {
    let (code, text, _) = tested("refused", &refused("above_most"), "en");
    assert_eq!(code, Some(0), "{text}");
    let (code, text, _) = tested("refused-otherwise", &refused("above_mots"), "en");
    assert_eq!(code, Some(1));
    assert!(
        text.contains(
            "should have the fault above_mots /figures/rate; did you mean above_most /figures/rate?"
        ),
        "{text}"
    );
    assert!(text.contains("has a fault that is not named: figure `rate`: 101 % is above 100 %"), "{text}");
    let mut taken = refused("above_most");
    taken["submission"] = json!("half.submission.json");
    let (code, text, _) = tested("not-refused", &taken, "zh");
    assert_eq!(code, Some(1));
    assert!(text.contains("填报应因 above_most /figures/rate 被退回，却被接受"), "{text}");
    let mut wanted = test(json!({"advice": {}}));
    wanted["submission"] = json!({"format": "infocity-submission/1", "figures": {"rat": "1"}});
    let (code, text, _) = tested("refused-unasked", &wanted, "en");
    assert_eq!(code, Some(1));
    assert!(
        text.contains("the submission was refused: figure `rat`: the rulebook has no figure `rat`"),
        "{text}"
    );
}

#[test]
fn last_year_beside_this_year_is_compared() {
    let last = json!({"format": "infocity-submission/1", "year": 2020, "figures": {"rate": "60"}});
    let mut with_last = test(
        json!({"categories": [{"id": "overall", "score": {"direction": "risen", "change": {"low": "30"}}}]}),
    );
    with_last["previous"] = last;
    let (code, text, errors) = tested("previous", &with_last, "en");
    assert_eq!((code, errors.as_str()), (Some(0), ""), "{text}");
}

#[test]
fn a_test_that_is_none_is_exit_code_2_and_says_what_is_wrong() {
    for (name, change, said) in [
        ("key", json!({"expcted": {}}), "there is no key `expcted` here (did you mean `expected`?)"),
        ("why", json!({"why": {"zh": "x"}}), "/why: document: the key `en` is missing"),
        ("format", json!({"format": "infocity-tests/1"}), "where `infocity-test/1` belongs"),
        ("both", json!({"refused": []}), "there is no key `refused` here"),
        (
            "file",
            json!({"submission": "no.json"}),
            "/submission: document `no.json`: cannot be read: there is no such file;",
        ),
        ("type", json!({"expected": []}), "this is a list where an object belongs"),
    ] {
        let mut document = test(json!({}));
        for (key, value) in change.as_object().expect("a change") {
            document[key] = value.clone();
        }
        let (code, text, errors) = tested(&format!("none-{name}"), &document, "en");
        assert_eq!(code, Some(2), "{name}: {text}");
        assert!(errors.contains("one.test.json: ") && errors.contains(said), "{name}: {errors}");
    }
}

#[test]
fn where_no_test_is_found_the_answer_is_no_with_what_helps() {
    let folder = Folder::new("no-test");
    let rulebook = folder.write("rulebook.json", &minimal());
    let (code, text, _) = infocity(&["rulebook", "test", &rulebook, "--lang", "en"]);
    assert_eq!(code, Some(1));
    let examples = Path::new(&rulebook).with_file_name("examples");
    assert!(text.starts_with(&format!("no tests (*.test.json) in {}", examples.display())), "{text}");
    let (code, text, _) = infocity(&["rulebook", "test", &rulebook, "--format", "json"]);
    let result: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        (code, &result["format"], &result["tests"]),
        (Some(1), &json!("infocity-test-result/1"), &json!([]))
    );
}

#[test]
fn what_came_of_tests_as_json_has_both_languages() {
    let folder = Folder::new("test-json");
    let rulebook = folder.write("rulebook.json", &minimal());
    let file = folder.write("one.test.json", &json!({"format": "infocity-test/1", "why": {"zh": "一半", "en": "half"},
        "submission": {"format": "infocity-submission/1", "figures": {}}, "expected": {"route": {"channel": "a"}}}).to_string());
    let (code, text, _) = infocity(&["rulebook", "test", &rulebook, &file, "--format", "json"]);
    assert_eq!(code, Some(1));
    let result: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&result["passed"], &result["failed"]), (&json!(0), &json!(1)));
    assert_eq!(
        result["tests"][0],
        json!({"file": file, "why": {"zh": "一半", "en": "half"}, "passed": false, "mismatches": [{
            "place": "/route/channel",
            "words": {"zh": "申报渠道 › 渠道", "en": "route › channel"},
            "expected": "\"a\"", "found": "null",
            "message": {"zh": "应为 \"a\"，实为 null", "en": "expected \"a\", found null"}}]})
    );
}
