//! For each lint the smallest change that makes it speak, what it then says, and what mends it.

mod completeness;
mod conditions;
mod scores;
mod uses;

use infocity_check::model::FindingCode;
use serde_json::{Value, json};

const MINIMAL: &str = "tests/data/minimal.rulebook.json";

/// A lint that speaks and is silent again.
pub(crate) struct Case {
    pub(crate) code: FindingCode,
    pub(crate) file: &'static str,
    /// What is changed in the file so that the lint speaks.
    pub(crate) odd: Vec<(&'static str, Value)>,
    /// What is changed in the file so that it does not.
    pub(crate) mended: Vec<(&'static str, Value)>,
    pub(crate) place: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
}

fn text(zh: &str, en: &str) -> Value {
    json!({"zh": zh, "en": en})
}

fn standing() -> Value {
    json!({"basis": "reference", "note": {"zh": "仅供测试", "en": "for tests only"}})
}

/// A second figure for the smallest rulebook.
fn extra() -> (&'static str, Value) {
    let kind = json!({"number": {"unit": "%", "least": "0", "most": "100", "places": 1}});
    let label = text("另一项", "another");
    (
        "/figures/-",
        json!({"id": "extra", "label": label, "help": label, "kind": kind, "standing": standing()}),
    )
}

/// The score of the only indicator: a line through points of value and score.
fn line(points: &[(&str, &str)]) -> (&'static str, Value) {
    let points: Vec<_> = points.iter().map(|(at, score)| json!({"at": at, "score": score})).collect();
    ("/dimensions/0/indicators/0/score", json!({"piecewise": {"of": "rate", "points": points}}))
}

fn bands(cut: &str) -> (&'static str, Value) {
    let bands = json!([
        {"below": "50 %", "score": "0"},
        {"at_least": "50 %", "below": cut, "score": "60"},
        {"at_least": cut, "score": "100"}]);
    ("/dimensions/0/indicators/0/score", json!({"bands": {"of": "rate", "bands": bands}}))
}

/// One category with a line.
fn category(total: &str, floor: &str) -> (&'static str, Value) {
    let floors = json!([{"dimension": "only", "least_percent": floor}]);
    let line = json!({"total": total, "floors": floors, "standing": standing()});
    let category =
        json!({"id": "whole", "label": text("全部", "whole"), "line": line, "standing": standing()});
    ("/categories", json!([category]))
}

fn double() -> (&'static str, Value) {
    let derived = json!({"id": "double", "label": text("两倍", "double"), "unit": "%", "formula": "rate * 2",
        "standing": standing()});
    ("/derived", json!([derived]))
}

fn national_rate() -> (&'static str, Value) {
    let benchmark = json!({"id": "national_rate", "label": text("全国", "nation"), "unit": "%",
        "by_year": {"2021": "50"}, "standing": standing()});
    ("/benchmarks", json!([benchmark]))
}

fn field() -> (&'static str, Value) {
    ("/fields", json!([{"id": "life", "label": text("生活", "life"), "standing": standing()}]))
}

fn requirement_of_field() -> (&'static str, Value) {
    let requirement = json!({"id": "enough", "label": text("足够", "enough"), "effect": "binding",
        "fields": ["life"], "condition": "rate >= 50 %", "remedy": text("补足", "do more"), "standing": standing()});
    ("/requirements", json!([requirement]))
}

const HALF: [(&str, &str); 2] = [("50 %", "0"), ("100 %", "80")];
const OF: &str = "/dimensions/0/indicators/0/score/piecewise/of";
const CONDITION: &str = "/requirements/4/condition";
const SCORE: &str = "/dimensions/0/indicators/0/score";

/// Every lint at least once.
pub(crate) fn cases() -> Vec<Case> {
    [conditions::cases(), scores::cases(), uses::cases(), completeness::cases()]
        .into_iter()
        .flatten()
        .collect()
}
