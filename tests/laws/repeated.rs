//! Law 2 where an unknown is used more than once: formulas that are known to move one way with each of their unknowns.

use std::sync::atomic::{AtomicU32, Ordering};

use infocity_check::submission::admit;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cases::{assessment, law};
use crate::support::dice::{Dice, rolls};
use crate::support::directions::Directions;
use crate::support::rulebooks::load;
use crate::support::submissions::{Submitter, submission_rolls};
use crate::tight::{corners, is_tight, score};

/// For `a` and `b` above 0, `c` not below 0, `d` from 0 to 1 and the share `s` of `a` in `a` and `b`.
const FORMULAS: [&str; 20] = [
    "a / (a + b)",
    "a / (a + b + c)",
    "(a - b) / (a + b)",
    "(a + b) / (a + b + c)",
    "1 - a / (a + b)",
    "(a - last(a)) / last(a)",
    "(a - last(a)) / (a + last(a))",
    "growth(a)",
    "growth(a) + 2 * growth(a)",
    "a / (a + b) + a / (a + c)",
    "choose(m, x: a / (a + b), y: b / (a + b))",
    "choose(m, x: a / (a + b), y: 1 - d) + d",
    "a * b / (a + b) / 10 人",
    "(a + 2 * b) / (a + b)",
    "a / b - b / a",
    "d - d * d / 2",
    "d * (2 - d)",
    "s",
    "s / (1 + s)",
    "(a + b - a / 3) / 100 人",
];

fn document(dice: &mut Dice) -> Value {
    let text = json!({ "zh": "-", "en": "-" });
    let standing = json!({ "basis": "reference", "note": text });
    let figure = |id: &str, kind: Value| json!({ "id": id, "label": text, "help": text, "kind": kind, "standing": standing });
    let most = |dice: &mut Dice| *dice.pick(&["100", "1000", "12.5", ""]);
    let count = |least: &str, most: &str| {
        let most = if most.is_empty() { Value::Null } else { json!(most) };
        json!({ "number": { "unit": "人", "units": ["万人"], "least": least, "most": most, "places": 1 } })
    };
    let (a, b, c) = (most(dice), most(dice), most(dice));
    let (least_a, least_c) = (*dice.pick(&["1", "0.5", "10"]), *dice.pick(&["0", "2"]));
    let option = |id: &str| json!({ "id": id, "label": text });
    let figures = [
        figure("a", count(least_a, a)),
        figure("b", count("1", b)),
        figure("c", count(least_c, c)),
        figure("d", json!({ "number": { "unit": "%", "least": "0", "most": "100", "places": 1 } })),
        figure("m", json!({ "choice": { "options": [option("x"), option("y")] } })),
    ];
    let of = dice.pick(&FORMULAS);
    let (low, high) = *dice.pick(&[("0", "1"), ("-1", "2"), ("0.25", "0.75"), ("0", "10")]);
    let falls = dice.chance(30);
    let (least, most) = if falls { ("100", "0") } else { ("0", "100") };
    let score = if dice.chance(30) {
        json!({ "bands": { "of": of, "bands": [
            { "below": low, "score": least }, { "at_least": low, "at_most": high, "score": "50" },
            { "above": high, "score": most },
        ] } })
    } else {
        json!({ "piecewise": { "of": of, "points": [
            { "at": low, "score": least }, { "at": high, "score": most },
        ] } })
    };
    let places = dice.of(7);
    json!({
        "format": "infocity-rulebook/1", "id": "made", "version": "1.0.0", "title": text, "summary": text,
        "checked_on": "2026-11-24", "sources": [], "figures": figures,
        "rounding": {
            "mode": "half_up", "indicator": places, "dimension": places, "total": places, "standing": standing,
        },
        "derived": [{ "id": "s", "label": text, "unit": "%", "formula": "a / (a + b)", "standing": standing }],
        "dimensions": [{
            "id": "all", "label": text, "weight": "100", "standing": standing, "indicators": [{
                "id": "only", "label": text, "nature": "quantitative", "max": "100", "score": score,
                "standing": standing,
            }],
        }],
    })
}

/// Law 2: where an unknown is used more than once and the formula moves one way with it, both ends can be reached.
#[test]
fn ranges_of_repeated_unknowns_are_tight() {
    let (tried, checked) = (AtomicU32::new(0), AtomicU32::new(0));
    let strategy = (rolls(12), submission_rolls(6)).prop_map(|(rolls, submission)| {
        let document = document(&mut Dice::new(&rolls));
        (document.to_string(), submission)
    });
    law("ranges_of_repeated_unknowns_are_tight", &strategy, |(document, rolls)| {
        tried.fetch_add(1, Ordering::Relaxed);
        let plan = load(&serde_json::from_str(&document).expect("JSON"));
        let submission = Submitter::new(&plan).chain(&rolls).pop().expect("at least one");
        let facts = admit(&plan, &submission).expect("within the domains");
        let indicator = plan.indicators().next().expect("the only one");
        let ways = Directions { plan: &plan, facts: &facts }.indicator(indicator, None);
        let Some((reached, finite)) = corners(&plan, &submission, &ways, (0, indicator)) else {
            return Ok(());
        };
        let shown = score(&assessment(&plan, &submission), 0, "only").expect("it is there");
        let tight = is_tight(&plan, &ways, finite, (shown, reached));
        prop_assert!(
            tight,
            "{} is shown, {} is reached for {}",
            json!(shown),
            json!(reached),
            json!(submission)
        );
        checked.fetch_add(u32::from(!ways.inputs.is_empty()), Ordering::Relaxed);
        Ok(())
    });
    let (tried, checked) = (tried.into_inner(), checked.into_inner());
    assert!(checked > tried / 3, "only {checked} ranges checked in {tried} cases");
}
