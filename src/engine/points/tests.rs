use super::*;
use crate::model::{RoundingMode, Standing};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// `1.5`, or `1..2` where the points are open.
fn range(text: &str) -> Points {
    let (low, high) = text.split_once("..").unwrap_or((text, text));
    Points { low: decimal(low), high: decimal(high) }
}

fn rounding(mode: RoundingMode, indicator: u32) -> Rounding {
    let standing: Standing = serde_json::from_value(serde_json::json!({
        "basis": "reference", "note": { "zh": "仅供测试", "en": "for tests only" }
    }))
    .unwrap();
    Rounding { mode, indicator, dimension: 6, total: 6, standing }
}

fn eighth() -> Exact {
    Exact::from(1).over(&Exact::from(8)).unwrap()
}

#[test]
fn a_share_of_the_most_points_is_rounded_once_at_each_end() {
    let shares = Shares { low: eighth(), high: Exact::from(3) * eighth() };
    for (mode, places, max, expected) in [
        (RoundingMode::HalfUp, 2, "1", "0.13..0.38"),
        (RoundingMode::HalfEven, 2, "1", "0.12..0.38"),
        (RoundingMode::HalfUp, 3, "1", "0.125..0.375"),
        (RoundingMode::HalfUp, 0, "100", "13..38"),
        (RoundingMode::HalfEven, 0, "100", "12..38"),
        (RoundingMode::HalfUp, 2, "8", "1..3"),
    ] {
        assert_eq!(
            points(&shares, &decimal(max).into(), &rounding(mode, places)),
            range(expected),
            "{max}, {places}"
        );
    }
}

#[test]
fn points_sum_end_by_end() {
    let sum = |parts: &[&str]| total(parts.iter().map(|part| range(part)));
    assert_eq!(sum(&[]), range("0"));
    assert_eq!(sum(&["1.25", "0..2", "10.5..11"]), range("11.75..14.25"));
}

fn indicator(id: &str, max: &str, score: &str, indicators: Vec<IndicatorResult>) -> IndicatorResult {
    IndicatorResult {
        id: id.to_owned(),
        basis: Basis::Reference,
        max: Some(decimal(max)),
        score: Some(range(score)),
        share: None,
        unweighted: None,
        indicators,
    }
}

fn dimension(weight: &str, score: &str, indicators: Vec<IndicatorResult>) -> Vec<DimensionResult> {
    let (weight, score) = (decimal(weight), range(score));
    vec![DimensionResult { id: "only".to_owned(), weight, score, unweighted: None, indicators }]
}

#[test]
fn where_the_variant_is_not_known_points_and_sums_span_those_of_all() {
    let group =
        |max, score, inner| indicator("group", max, score, vec![indicator("inner", max, inner, vec![])]);
    let first =
        dimension("10", "5..7", vec![indicator("a", "6", "4..5", vec![]), group("4", "1..2", "1..2")]);
    let second = dimension("12", "5..6", vec![indicator("a", "3", "2..3", vec![]), group("9", "3", "3")]);
    // Not 3..8, which the indicators as shown add up to.
    let both = dimension("12", "5..7", vec![indicator("a", "6", "2..5", vec![]), group("9", "1..3", "1..3")]);
    assert_eq!(spanning(vec![first.clone(), second.clone()]), both);
    assert_eq!(spanning(vec![second, first.clone()]), both);
    assert_eq!(spanning(vec![first.clone()]), first);
    assert_eq!(spanning(Vec::new()), Vec::new());
}
