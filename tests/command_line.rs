//! The command as people and programs call it: output, exit codes, one line a fault on standard error.
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

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

const SHENZHEN: &str = "rulebooks/miit-2019-63/examples/shenzhen-2021.submission.json";

fn infocity(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_infocity"))
        .args(arguments)
        .current_dir(support::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    child.stdin.take().expect("standard input").write_all(input.as_bytes()).expect("input is taken");
    child.wait_with_output().expect("the command ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn assess_prints_a_report_in_both_languages() {
    let zh = infocity(&["assess", SHENZHEN], "");
    let en = infocity(&["assess", SHENZHEN, "--lang", "en"], "");
    assert_eq!((zh.status.code(), en.status.code()), (Some(0), Some(0)));
    assert!(text(&zh.stdout).contains("深圳市 2021 年") && text(&zh.stdout).contains("参考假设"));
    assert!(
        text(&en.stdout).contains("reference assumption") && text(&en.stdout).contains("Figures not entered")
    );
}

#[test]
fn json_does_not_depend_on_the_language() {
    let zh = infocity(&["assess", SHENZHEN, "--format", "json"], "");
    let en = infocity(&["assess", SHENZHEN, "--format", "json", "--lang", "en"], "");
    assert_eq!(zh.stdout, en.stdout);
    let assessment: serde_json::Value = serde_json::from_slice(&zh.stdout).expect("JSON");
    assert_eq!(assessment["format"], "infocity-assessment/1");
    assert_eq!(assessment["route"]["channel"], "direct");
    let level = assessment["requirements"].as_array().expect("a list").iter().find(|r| r["id"] == "level");
    assert_eq!(level.expect("the requirement on the level")["status"], "met");
}

#[test]
fn explain_says_how_a_number_came_about() {
    let zh = infocity(&["explain", SHENZHEN, "retail_score"], "");
    let en = infocity(&["explain", SHENZHEN, "retail_score", "--lang", "en"], "");
    assert_eq!((zh.status.code(), en.status.code()), (Some(0), Some(0)));
    assert!(text(&zh.stdout).contains("9498.12 亿元 ÷ 1768.16 万人") && text(&zh.stdout).contains("→ 3.84"));
    assert!(text(&en.stdout).contains("Retail sales per head"));
    let json = infocity(&["explain", SHENZHEN, "retail_score", "--format", "json"], "");
    let again = infocity(&["explain", SHENZHEN, "retail_score", "--format", "json", "--lang", "en"], "");
    assert_eq!(json.stdout, again.stdout, "JSON does not depend on the language");
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(json["scorings"][0]["categories"][0]["score"]["low"], "3.84");
}

#[test]
fn explain_refuses_what_is_not_there_or_not_clear() {
    for (id, said) in [
        (
            "retail_scor",
            "explain: what to explain: the rulebook has no `retail_scor` (did you mean `retail_score`?)",
        ),
        ("industrial_base", "say which: requirement:industrial_base, figure:industrial_base"),
    ] {
        let answer = infocity(&["explain", SHENZHEN, id, "--lang", "en"], "");
        assert_eq!((answer.status.code(), text(&answer.stdout)), (Some(2), String::new()));
        let errors = text(&answer.stderr);
        assert!(errors.lines().count() == 1 && errors.contains(said), "{errors}");
    }
    let category = infocity(&["explain", SHENZHEN, "total", "--category", "none"], "");
    assert!(
        category.status.code() == Some(2) && text(&category.stderr).contains("comprehensive, specialised")
    );
}

#[test]
fn the_submission_may_come_from_standard_input_and_the_rulebook_from_a_file() {
    let submission = r#"{"format": "infocity-submission/1", "figures": {"rate": "75"}}"#;
    let rulebook = "tests/data/minimal.rulebook.json";
    let answer = infocity(&["assess", "-", "--rulebook", rulebook, "--format", "json"], submission);
    let assessment: serde_json::Value = serde_json::from_slice(&answer.stdout).expect("JSON");
    assert_eq!(assessment["categories"][0]["id"], "overall");
    assert_eq!(assessment["categories"][0]["score"]["low"], "50");
}

#[test]
fn the_fingerprint_is_that_of_the_canonical_form() {
    let canonical = infocity(&["canonical", SHENZHEN], "");
    let assessed = infocity(&["assess", SHENZHEN, "--format", "json"], "");
    let assessment: serde_json::Value = serde_json::from_slice(&assessed.stdout).expect("JSON");
    let sha256 = infocity_check::fingerprint::sha256(&text(&canonical.stdout));
    assert_eq!(assessment["submission"]["sha256"], sha256.as_str());
    let again = infocity(&["canonical", "-"], &text(&canonical.stdout));
    assert_eq!(again.stdout, canonical.stdout, "the canonical form is its own canonical form");
}

#[test]
fn reach_says_what_would_have_to_change() {
    let example = "rulebooks/miit-2019-63/examples/industry-specialised.submission.json";
    let json = infocity(&["reach", example, "--category", "comprehensive", "--format", "json"], "");
    let reach: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(reach["format"], "infocity-reach/1");
    let goals = reach["goals"].as_array().expect("a list");
    assert!(goals.iter().all(|goal| goal["id"] == "comprehensive") && goals.len() == 2);
    assert_eq!(goals[0]["ways"][0]["figure"], "online_retail");
    let en = infocity(&["reach", example, "--requirement", "income_hint", "--lang", "en"], "");
    assert_eq!(en.status.code(), Some(0));
    assert!(text(&en.stdout).contains("Requirements"), "{}", text(&en.stdout));
    let refused = infocity(&["reach", example, "--requirement", "no"], "");
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("没有申报条件“no”"), "{}", text(&refused.stderr));
}

#[test]
fn rulebook_check_says_no_with_exit_code_1() {
    let good = infocity(&["rulebook", "check", support::FLAGSHIP, "--lang", "en"], "");
    assert_eq!(good.status.code(), Some(0));
    assert!(text(&good.stdout).contains("no faults"));
    let bad = infocity(&["rulebook", "check", "-"], r#"{"format": "infocity-rulebook/1"}"#);
    assert_eq!(bad.status.code(), Some(1));
    assert!(text(&bad.stdout).contains("缺少键"));
}

#[test]
fn what_cannot_be_read_is_exit_code_2_and_one_line_a_fault() {
    let submission = r#"{"format": "infocity-submission/1", "figures": {"a": "1", "b": "2"}}"#;
    let refused = infocity(&["assess", "-", "--lang", "en"], submission);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty());
    let lines: Vec<_> = text(&refused.stderr).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].starts_with("-: /figures/a: figure `a`: the rulebook has no figure `a`"),
        "{}",
        lines[0]
    );
    let missing = infocity(&["assess", "no/such/file.json"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).starts_with("no/such/file.json: "));
    assert_eq!(infocity(&["assess"], "").status.code(), Some(2), "a wrong call");
}

#[test]
fn a_rulebook_goes_into_a_workbook_and_back() {
    let folder = std::env::temp_dir().join(format!("infocity-workbook-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = |name: &str| folder.join(name).display().to_string();
    let (workbook, back) = (path("rules.xlsx"), path("rules.json"));
    let rulebook = "tests/data/every-rule.rulebook.json";
    let there = infocity(&["rulebook", "to-xlsx", rulebook, "-o", &workbook], "");
    assert_eq!((there.status.code(), text(&there.stderr)), (Some(0), format!("已写出 {workbook}\n")));
    let again = infocity(&["rulebook", "from-xlsx", &workbook, "-o", &back], "");
    assert_eq!((again.status.code(), text(&again.stderr)), (Some(0), format!("已写出 {back}\n")));
    let canonical = |file: &str| text(&infocity(&["canonical", file], "").stdout);
    assert_eq!(canonical(rulebook), canonical(&back));
    let printed = infocity(&["rulebook", "from-xlsx", &workbook], "");
    assert_eq!(text(&printed.stdout), std::fs::read_to_string(&back).expect("the rulebook"));
    let check = infocity(&["rulebook", "check", &workbook], "");
    let assess = infocity(&["assess", &workbook], "");
    assert_eq!([check.status.code(), assess.status.code()], [Some(1), Some(2)]);
    for told in [text(&check.stdout), text(&assess.stderr)] {
        assert!(told.contains("infocity rulebook from-xlsx"), "{told}");
    }
    for (lang, words) in [("zh", "不是 .xlsx 文件"), ("en", "this is not an .xlsx file")] {
        let wrong = infocity(&["rulebook", "from-xlsx", rulebook, "--lang", lang], "");
        let told = text(&wrong.stderr);
        assert!(wrong.status.code() == Some(2) && told.contains(words), "{told}");
        assert!(told.starts_with(&format!("{rulebook}: ")) && wrong.stdout.is_empty(), "{told}");
    }
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}
