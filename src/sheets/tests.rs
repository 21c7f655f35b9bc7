//! What the sheets hold beyond what today's loader takes, and how cells are written.

use super::cells::{read, written};
use super::layout::{FLAGS, Kind, UNITS};
use super::{build, difference, take};
use crate::model::{Json, Lang};

fn json(text: &str) -> Json {
    Json::read(text.as_bytes()).expect("JSON")
}

/// The document comes back from its tables as it was, whether it would load or not.
fn kept(text: &str) {
    let document = json(text);
    for lang in [Lang::Zh, Lang::En] {
        let built = build::build(&take::take(&document, lang));
        assert_eq!(difference(&document, &built.document), None);
        assert!(built.faults.is_empty(), "{:#?}", built.faults);
    }
}

#[test]
fn further_languages_are_columns() {
    kept(
        r#"{"format": "infocity-rulebook/1", "languages": ["ja", "pt-BR"],
            "title": {"zh": "一", "en": "one", "ja": "いち", "pt-BR": "um"},
            "sources": [{"id": "s", "title": {"zh": "一", "en": "one", "ja": "いち"}}],
            "figures": [], "dimensions": []}"#,
    );
}

#[test]
fn points_that_are_not_known_stay_absent_and_empty_things_stay() {
    kept(
        r#"{"format": "infocity-rulebook/1", "sources": [], "figures": [],
            "requirements": [{"id": "r", "categories": [], "fields": ["a", "b"], "label": {"zh": "", "en": " "}}],
            "materials": [{"id": "m", "when": "a and\n b", "standing": {"basis": "official", "quote": ""}}],
            "dimensions": [
                {"id": "d", "weight": {}, "indicators": [
                    {"id": "d", "indicators": [{"id": "unknown"}, {"id": "known", "max": {"by_option": {"a": {"c": "1"}, "b": "2"}}}]},
                    {"id": "e", "max": {"by_option": {}}, "score": {"best_of": [{"sum_of": []}, {"by_field": {}}]}}]},
                {"id": "empty", "indicators": []}]}"#,
    );
}

#[test]
fn a_score_in_a_score_in_a_score_is_kept() {
    kept(
        r#"{"format": "infocity-rulebook/1", "sources": [], "figures": [], "dimensions": [{"id": "d", "indicators": [
            {"id": "i", "score": {"by_field": {
                "of": {"sum_of": [
                    {"percent": "40", "score": {"best_of": [
                        {"bands": {"of": "a", "monotone": false, "bands": [{"below": "1 元", "score": "0"}, {"at_least": "1 元", "score": "1"}]}},
                        {"growth": {"of": "a", "full_at": "10 %"}}]}},
                    {"percent": "60", "score": {"choice": {"of": "b", "scores": {"of": "1", "score": "2"}}}}]},
                "score": {"target": {"of": "a", "target": "b", "from": "0", "most": "1", "out_of": "2"}}}}}]}]}"#,
    );
}

#[test]
fn more_than_nine_functions_keep_their_order() {
    let scores: Vec<String> =
        (0..12).map(|at| format!(r#"{{"growth": {{"of": "f{at}", "full_at": "1"}}}}"#)).collect();
    kept(&format!(
        r#"{{"format": "infocity-rulebook/1", "sources": [], "figures": [], "dimensions": [{{"id": "d", "indicators": [
            {{"id": "i", "score": {{"best_of": [{}]}}}}]}}]}}"#,
        scores.join(",")
    ));
}

#[test]
fn cells_say_plainly_what_they_can() {
    let text = |text: &str| Json::Text(text.to_owned());
    for (kind, value, cell) in [
        (Kind::Words, text("两行\n文字"), "两行\n文字"),
        (Kind::Words, text(""), "\"\""),
        (Kind::Words, text(" a"), "\" a\""),
        (Kind::Words, text("\"a\""), "\"\\\"a\\\"\""),
        (Kind::Words, text("_x0041_"), "\"\\u005fx0041_\""),
        (Kind::Words, text("a\u{85}b"), "\"a\\u0085b\""),
        (Kind::Decimal, text("0.30"), "0.30"),
        (Kind::Whole, Json::Number("2".to_owned()), "2"),
        (Kind::Whole, text("2"), "\"2\""),
        (Kind::Flag, Json::Bool(true), "是"),
        (Kind::List, json(r#"["a", "b"]"#), "a、b"),
        (Kind::List, json("[]"), "[]"),
        (Kind::List, json(r#"["a b"]"#), "[\"a b\"]"),
        (Kind::OneOf(UNITS), text(""), "（无单位）"),
        (Kind::OneOf(UNITS), text("万人"), "万人"),
        (Kind::OneOf(FLAGS), text("是"), "\"是\""),
    ] {
        assert_eq!(written(kind, &value, Lang::Zh), cell, "{value:?}");
        if kind != Kind::Whole || cell == "2" {
            assert_eq!(read(kind, cell), Some(value), "{cell}");
        }
    }
    assert_eq!(read(Kind::Words, " \u{3000}\n"), None, "an empty cell says nothing");
    assert_eq!(read(Kind::Whole, "０２"), Some(Json::Number("2".to_owned())));
    assert_eq!(read(Kind::Id, "ａ＿1"), Some(text("a_1")));
    assert_eq!(read(Kind::Decimal, "−1,234.5"), Some(text("-1234.5")));
    assert_eq!(read(Kind::Decimal, "1,23"), Some(text("1,23")));
    assert_eq!(read(Kind::List, "a，b;\nc"), Some(json(r#"["a", "b", "c"]"#)));
}
