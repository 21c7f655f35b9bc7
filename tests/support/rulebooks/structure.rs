//! Dimensions, indicators and their weights; categories, fields and their lines.

use serde_json::{Map, Value, json};

use super::super::dice::{Dice, Rolls, decimal};
use super::scores::Scores;
use super::{Maker, standing, text};

/// Weights in hundredths, by option of the choice that switches them and by category.
type Matrix = Vec<Vec<i64>>;

/// A share of each weight; the same share of all unless they vary.
fn shares(whole: &Matrix, parts: usize, dice: &mut Dice) -> Vec<Matrix> {
    let mut left = whole.clone();
    let mut found = Vec::new();
    for part in (1..parts).rev() {
        let varies = dice.chance(35);
        let mut percent = dice.of(101) as i64;
        if dice.chance(50) {
            percent = 100 / (part as i64 + 1);
        }
        let taken = left.iter().map(|row| {
            let take = |value: &i64| {
                let own = if varies { dice.of(101) as i64 } else { percent };
                let exact = value * own / 100;
                // Whole numbers mostly.
                if value % 100 == 0 { exact / 100 * 100 } else { exact }
            };
            row.iter().map(take).collect::<Vec<_>>()
        });
        let taken: Matrix = taken.collect();
        for (row, taken) in left.iter_mut().zip(&taken) {
            row.iter_mut().zip(taken).for_each(|(value, taken)| *value -= taken);
        }
        found.push(taken);
    }
    found.push(left);
    found
}

/// What weights and points are written with: the choice's options and the categories.
struct Weights {
    options: Vec<String>,
    categories: Vec<String>,
}

impl Weights {
    /// In the shortest form, or one that says it all.
    fn written(&self, matrix: &Matrix, dice: &mut Dice) -> Value {
        let in_full = dice.chance(20);
        let row = |row: &Vec<i64>| {
            let same = row.iter().all(|value| *value == row[0]);
            if self.categories.is_empty() || same && !in_full {
                return json!(decimal(row[0], 2));
            }
            let each = self.categories.iter().zip(row);
            Value::Object(each.map(|(id, value)| (id.clone(), json!(decimal(*value, 2)))).collect())
        };
        let same = matrix.iter().all(|other| *other == matrix[0]);
        if self.options.is_empty() || same && !in_full {
            return row(&matrix[0]);
        }
        let by_option: Map<_, _> =
            self.options.iter().zip(matrix).map(|(id, values)| (id.clone(), row(values))).collect();
        json!({ "by_option": by_option })
    }
}

pub(super) fn dimensions(maker: &mut Maker, head: &mut Dice, indicators: &[Rolls]) {
    let choices: Vec<_> = maker.names.choices.iter().filter(|choice| choice.figure).cloned().collect();
    let mut options = Vec::new();
    if !choices.is_empty() && head.chance(50) {
        let choice = head.pick(&choices);
        maker.set("weights_by", json!(choice.id));
        options.clone_from(&choice.options);
    }
    let weights = Weights { options, categories: maker.names.categories.clone() };
    let whole: Matrix = vec![vec![10_000; weights.categories.len().max(1)]; weights.options.len().max(1)];
    let count = 1 + head.of(indicators.len().min(4));
    let by_dimension = shares(&whole, count, head);
    let mut made = Vec::new();
    for (at, weight) in by_dimension.into_iter().enumerate() {
        let own: Vec<_> = indicators.iter().enumerate().filter(|(index, _)| index % count == at).collect();
        let indicators = Groups { maker, weights: &weights, dice: head }.indicators(&own, &weight, 1);
        made.push(json!({
            "id": format!("dimension{at}"), "label": text("dimension"), "weight": weights.written(&weight, head),
            "standing": standing(head), "indicators": indicators,
        }));
    }
    maker.set("dimensions", json!(made));
}

/// Indicators on up to three levels.
struct Groups<'a, 'd> {
    maker: &'a Maker,
    weights: &'a Weights,
    dice: &'a mut Dice<'d>,
}

impl Groups<'_, '_> {
    fn indicators(&mut self, leaves: &[(usize, &Rolls)], whole: &Matrix, level: usize) -> Vec<Value> {
        // The first two or more become one group, on a level of their own.
        let grouped = if leaves.len() > 1 && level < 3 && self.dice.chance(40) {
            2 + self.dice.of(leaves.len() - 1)
        } else {
            0
        };
        let (group, single) = leaves.split_at(grouped.min(leaves.len()));
        let parts = single.len() + usize::from(!group.is_empty());
        let points = shares(whole, parts, self.dice);
        let hidden = hidden(parts, leaves, level);
        let mut points = points.into_iter().zip(hidden.iter().copied());
        let several = hidden.iter().filter(|hidden| **hidden).count() > 1;
        let mut made = Vec::new();
        if let (Some((first, _)), true) = (group.first(), !group.is_empty()) {
            let (own, hidden) = points.next().unwrap_or_default();
            let max = (!hidden).then(|| self.weights.written(&own, self.dice));
            // Below a group without known points, points are parts of 100.
            let whole = if hidden && several { hundred(&own) } else { own };
            made.push(json!({
                "id": format!("group{level}_{first}"), "label": text("group"), "nature": "quantitative",
                "max": max, "max_standing": unknown(hidden), "standing": standing(self.dice),
                "indicators": self.indicators(group, &whole, level + 1),
            }));
        }
        for ((index, rolls), (own, hidden)) in single.iter().zip(points) {
            let mut dice = Dice::new(rolls);
            let depth = dice.of(4);
            let score = Scores { names: &self.maker.names, dice: &mut dice }.score(depth);
            let percent =
                (score.undefined || dice.chance(10)).then(|| decimal(*dice.pick(&[0, 1000, 500, 333]), 1));
            made.push(json!({
                "id": format!("i{index}"), "label": text("indicator"), "nature": "qualitative",
                "max": (!hidden).then(|| self.weights.written(&own, self.dice)), "max_standing": unknown(hidden),
                "score": score.json,
                "when_undefined_percent": percent, "standing": standing(&mut dice),
            }));
        }
        made
    }
}

/// Of so many, those whose points are left out: mostly none. The chance is that of the first indicator's last numbers, of
/// others on each level.
fn hidden(parts: usize, leaves: &[(usize, &Rolls)], level: usize) -> Vec<bool> {
    let own =
        leaves.first().map_or(&[][..], |(_, rolls)| &rolls[rolls.len() - (3 * level).min(rolls.len())..]);
    let mut dice = Dice::new(own);
    let some = dice.chance(40);
    let mask = if some { dice.of(1 << parts.min(15)) } else { 0 };
    // One alone would be known.
    let mask = if mask & 1 == 1 { mask | 2 } else { mask };
    (0..parts).map(|at| mask >> at.min(14) & 1 == 1).collect()
}

/// What says that a weight is not known.
fn unknown(hidden: bool) -> Option<Value> {
    hidden.then(|| json!({ "basis": "reported", "note": text("not published") }))
}

/// 100 wherever there is a value.
fn hundred(like: &Matrix) -> Matrix {
    like.iter().map(|row| vec![10_000; row.len()]).collect()
}

/// The ids of what floors can be about: dimensions and, with `true`, indicators.
fn parts(maker: &Maker) -> Vec<(String, bool)> {
    fn add(indicators: &Value, found: &mut Vec<(String, bool)>) {
        for indicator in indicators.as_array().into_iter().flatten() {
            found.push((indicator["id"].as_str().unwrap_or_default().to_owned(), true));
            add(&indicator["indicators"], found);
        }
    }
    let mut found = Vec::new();
    for dimension in maker.document["dimensions"].as_array().into_iter().flatten() {
        found.push((dimension["id"].as_str().unwrap_or_default().to_owned(), false));
        add(&dimension["indicators"], &mut found);
    }
    found
}

fn floors(maker: &Maker, dice: &mut Dice) -> Vec<Value> {
    let parts = parts(maker);
    let count = 1 + dice.of(2);
    let floor = |_| {
        let (id, indicator) = dice.pick(&parts).clone();
        let percent = decimal(*dice.pick(&[600, 0, 1000, 250, 333]), 1);
        json!({ (if indicator { "indicator" } else { "dimension" }): id, "least_percent": percent })
    };
    (0..count).map(floor).collect()
}

pub(super) fn categories(maker: &mut Maker, categories: &[Rolls]) {
    let mut made = Vec::new();
    for (at, rolls) in categories.iter().enumerate() {
        let mut dice = Dice::new(rolls);
        let chooses = dice.chance(50) && !maker.names.fields.is_empty();
        let line = dice.chance(70).then(|| {
            let total = decimal(*dice.pick(&[6000, 5000, 0, 10_000, 3333]), 2);
            let floors = if dice.chance(60) { floors(maker, &mut dice) } else { Vec::new() };
            json!({ "total": total, "floors": floors, "standing": standing(&mut dice) })
        });
        made.push(json!({
            "id": maker.names.categories[at], "label": text("category"),
            "fields": if chooses { "choose" } else { "all" }, "line": line, "standing": standing(&mut dice),
        }));
    }
    maker.set("categories", json!(made));
}

pub(super) fn fields(maker: &mut Maker, fields: &[Rolls]) {
    let mut made = Vec::new();
    for (at, rolls) in fields.iter().enumerate() {
        let mut dice = Dice::new(rolls);
        let floors = if dice.chance(60) { floors(maker, &mut dice) } else { Vec::new() };
        made.push(json!({
            "id": maker.names.fields[at], "label": text("field"), "floors": floors,
            "standing": standing(&mut dice),
        }));
    }
    maker.set("fields", json!(made));
}
