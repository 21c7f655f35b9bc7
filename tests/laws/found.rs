//! What the laws have found, each case as small as it became.

use infocity_check::model::{Decimal, Fit};
use infocity_check::submission;
use serde_json::{Value, json};

use crate::cases::assessment;
use crate::support::root;
use crate::support::rulebooks::load;

fn minimal() -> Value {
    let text = std::fs::read_to_string(root().join("tests/data/minimal.rulebook.json")).expect("a file");
    serde_json::from_str(&text).expect("JSON")
}

/// A number of 29 digits that the type underneath can hold was taken for a decimal, and its text could not be read back.
#[test]
fn a_decimal_has_no_digit_too_many() {
    let digits = 10_033_333_333_333_333_333_333_333_333_i128;
    assert_eq!(Decimal::from_parts(digits, 28), None);
    assert_eq!(Decimal::from_parts(-digits, 28), None);
    let most = Decimal::from_parts(digits / 10, 27).expect("28 digits");
    assert_eq!(most.to_string().parse(), Ok(most));
}

/// A floor for an indicator that groups others stayed undetermined, whatever was known.
#[test]
fn a_floor_for_a_group_is_judged_by_what_the_group_gives() {
    let mut document = minimal();
    let standing = document["rounding"]["standing"].clone();
    let dimension = &mut document["dimensions"][0];
    let mut parts = [dimension["indicators"][0].take(), Value::Null];
    let label = parts[0]["label"].clone();
    parts[1] = parts[0].clone();
    for (part, (id, max)) in parts.iter_mut().zip([("strict", "40"), ("easy", "60")]) {
        (part["id"], part["max"]) = (json!(id), json!(max));
    }
    parts[1]["score"]["piecewise"]["points"][1]["at"] = json!("75 %");
    dimension["indicators"] = json!([{
        "id": "group", "label": label, "nature": "quantitative", "max": "100", "standing": standing,
        "indicators": parts,
    }]);
    document["categories"] = json!([{
        "id": "only", "label": label, "standing": standing,
        "line": { "total": "0", "floors": [{ "indicator": "group", "least_percent": "80" }], "standing": standing },
    }]);
    let plan = load(&document);
    // At 75 % half of 40 points and all of 60 are given: 80 of 100.
    for (rate, fit) in [
        (json!("75"), Fit::Fits),
        (json!("74.9"), Fit::DoesNotFit),
        (json!({ "between": ["75", null] }), Fit::Fits),
        (json!({ "between": ["74", "76"] }), Fit::Undetermined),
    ] {
        let submission = json!({ "format": "infocity-submission/1", "figures": { "rate": rate } });
        let submission = submission::read(submission.to_string().as_bytes()).expect("a submission");
        assert_eq!(assessment(&plan, &submission).categories[0].fit, fit, "{rate}");
    }
}

/// Of two categories that choose fields only the first could fit while no field was chosen.
#[test]
fn every_category_that_chooses_fits_if_it_fits_in_any_field() {
    let mut document = minimal();
    let standing = document["rounding"]["standing"].clone();
    let label = document["title"].clone();
    document["fields"] = json!([{ "id": "field", "label": label, "standing": standing }]);
    let category = |id: &str| {
        json!({
            "id": id, "label": label, "fields": "choose", "standing": standing,
            "line": { "total": "50", "standing": standing },
        })
    };
    document["categories"] = json!([category("first"), category("second")]);
    let plan = load(&document);
    for (rate, fit) in [("75", Fit::Fits), ("70", Fit::DoesNotFit)] {
        let submission = json!({ "format": "infocity-submission/1", "figures": { "rate": rate } });
        let submission = submission::read(submission.to_string().as_bytes()).expect("a submission");
        let assessed = assessment(&plan, &submission);
        assert_eq!(assessed.categories.iter().map(|category| category.fit).collect::<Vec<_>>(), [fit, fit]);
    }
}

/// The statuses of requirements over a number and the choice of a category, with the number unknown and with it known.
fn statuses(derived: &Value, condition: &str, known: &str) -> [infocity_check::model::Status; 2] {
    let mut document = minimal();
    let standing = document["rounding"]["standing"].clone();
    let label = json!({ "zh": "例", "en": "example" });
    document["categories"] =
        ["a", "b"].iter().map(|id| json!({ "id": id, "label": label, "standing": standing })).collect();
    let mut derived = derived.clone();
    for (key, value) in [("id", json!("d")), ("label", label.clone()), ("standing", standing.clone())] {
        derived[key] = value;
    }
    document["derived"] = json!([derived]);
    document["requirements"] = json!([{ "id": "r", "label": label, "effect": "binding", "condition": condition,
        "when_undefined": "not_met", "remedy": label, "standing": standing }]);
    let plan = load(&document);
    [json!({}), json!({ "rate": known })].map(|figures| {
        let submission = json!({ "format": "infocity-submission/1", "figures": figures });
        let submission = submission::read(submission.to_string().as_bytes()).expect("a submission");
        assessment(&plan, &submission).requirements[0].status
    })
}

/// A choice that is open and used twice is the same choice, also when every number is known.
#[test]
fn a_choice_used_twice_is_one_choice() {
    use infocity_check::model::Status::NotMet;
    let derived = json!({ "unit": "%", "formula": "choose(category, a: rate, b: rate + rate)" });
    let condition = "d - choose(category, a: rate, b: d) >= 1 %";
    assert_eq!(statuses(&derived, condition, "1"), [NotMet, NotMet]);
}

/// An option under which a formula has no value adds none to its range, and does not widen what the others give.
#[test]
fn an_option_without_a_value_widens_nothing() {
    use infocity_check::model::Status::NotMet;
    let formula =
        "choose(category, a: (rate - rate) / (rate + rate), b: choose(category, a: 1000, b: rate) + rate)";
    let derived = json!({ "unit": "%", "formula": formula, "when_undefined": "1" });
    assert_eq!(statuses(&derived, "d > 2", "0"), [NotMet, NotMet]);
}
