//! Score functions of every kind, as JSON.

use serde_json::{Map, Value, json};

use super::super::dice::{Dice, decimal};
use super::formulas::Writer;
use super::names::{Kind, ListName, Names};

/// A score function, and whether its formula may have no value.
pub(crate) struct Made {
    pub(crate) json: Value,
    pub(crate) undefined: bool,
}

/// The scales of scores: none is 100.
const SCALES: [Option<i64>; 5] = [None, Some(10), Some(1), Some(3), Some(7)];

pub(crate) struct Scores<'a, 'd> {
    pub(crate) names: &'a Names,
    pub(crate) dice: &'a mut Dice<'d>,
}

impl Scores<'_, '_> {
    /// A score function, at most `depth` levels of others in it.
    pub(crate) fn score(&mut self, depth: usize) -> Made {
        let deeper = depth.saturating_sub(1);
        match self.dice.of(if depth == 0 { 10 } else { 14 }) {
            0 | 1 => self.bands(),
            2 | 3 => self.piecewise(),
            4 => self.per_unit(),
            5 | 6 => self.target(),
            7 => self.growth(),
            8 => self.choice(),
            9 => self.checklist(),
            10 => {
                let parts: Vec<_> = (0..1 + self.dice.of(3)).map(|_| self.score(deeper)).collect();
                let undefined = parts.iter().any(|part| part.undefined);
                let parts: Vec<_> = parts.into_iter().map(|part| part.json).collect();
                Made { json: json!({ "best_of": parts }), undefined }
            }
            11 => {
                let count = 1 + self.dice.of(3);
                let mut left = 1000;
                let (mut parts, mut undefined) = (Vec::new(), false);
                for at in 0..count {
                    let percent = if at + 1 == count { left } else { self.dice.within(0, left) };
                    left -= percent;
                    let part = self.score(deeper);
                    undefined |= part.undefined;
                    parts.push(json!({ "percent": decimal(percent, 1), "score": part.json }));
                }
                Made { json: json!({ "sum_of": parts }), undefined }
            }
            _ => self.by_field(deeper),
        }
    }

    fn by_field(&mut self, depth: usize) -> Made {
        if self.names.fields.is_empty() {
            return self.bands();
        }
        let mut undefined = false;
        let mut parts = Map::new();
        for field in &self.names.fields {
            let part = self.score(depth);
            undefined |= part.undefined;
            parts.insert(field.clone(), part.json);
        }
        Made { json: json!({ "by_field": parts }), undefined }
    }

    fn formula(&mut self, kind: Kind) -> (String, bool) {
        let depth = self.dice.of(4);
        let written = Writer { names: self.names, dice: self.dice }.formula(kind, depth);
        (written.text, written.undefined)
    }

    /// The scale as written, and in tenths.
    fn scale(&mut self) -> (Value, i64) {
        let scale = *self.dice.pick(&SCALES);
        (scale.map_or(Value::Null, |scale| json!(scale.to_string())), scale.unwrap_or(100) * 10)
    }

    /// Scores in tenths and whether they are declared not to move one way.
    fn grades(&mut self, count: usize, scale: i64) -> (Vec<i64>, bool) {
        let mut grades: Vec<_> = (0..count)
            .map(|at| match self.dice.of(4) {
                0 => scale * at as i64 / count.max(2) as i64,
                1 => scale,
                2 => 0,
                _ => self.dice.within(0, scale),
            })
            .collect();
        let way = self.dice.of(5);
        if way < 4 {
            grades.sort_unstable();
        }
        if way == 3 {
            grades.reverse();
        }
        (grades, way == 4)
    }

    /// Rising numbers of a kind.
    fn rising(&mut self, count: usize, kind: Kind) -> Vec<String> {
        let mut at = *self.dice.pick(&[10, 0, 50, 100, -50, 5]);
        let symbol = kind.symbol(self.dice);
        let mut texts = Vec::new();
        for _ in 0..count {
            texts.push(format!("{} {symbol}", decimal(at, 1)).trim_end().to_owned());
            at += *self.dice.pick(&[100, 10, 1, 300, 5000]);
        }
        texts
    }

    fn bands(&mut self) -> Made {
        let kind = self.names.kind(self.dice);
        let (of, undefined) = self.formula(kind);
        let (out_of, scale) = self.scale();
        let cuts = self.dice.of(4);
        let (grades, free) = self.grades(cuts + 1, scale);
        let mut bands: Vec<Map<String, Value>> = vec![Map::new(); cuts + 1];
        for (at, cut) in self.rising(cuts, kind).into_iter().enumerate() {
            let (upper, lower) = *self.dice.pick(&[("below", "at_least"), ("at_most", "above")]);
            bands[at].insert(upper.to_owned(), json!(cut));
            bands[at + 1].insert(lower.to_owned(), json!(cut));
        }
        for (band, grade) in bands.iter_mut().zip(grades) {
            band.insert("score".to_owned(), json!(decimal(grade, 1)));
        }
        let monotone = if free { json!(false) } else { Value::Null };
        Made {
            json: json!({ "bands": { "of": of, "out_of": out_of, "bands": bands, "monotone": monotone } }),
            undefined,
        }
    }

    fn piecewise(&mut self) -> Made {
        let kind = self.names.kind(self.dice);
        let (of, undefined) = self.formula(kind);
        let (out_of, scale) = self.scale();
        let count = 2 + self.dice.of(3);
        let (grades, free) = self.grades(count, scale);
        let points = self.rising(count, kind).into_iter().zip(grades);
        let points: Vec<_> =
            points.map(|(at, grade)| json!({ "at": at, "score": decimal(grade, 1) })).collect();
        let monotone = if free { json!(false) } else { Value::Null };
        let json =
            json!({ "piecewise": { "of": of, "out_of": out_of, "points": points, "monotone": monotone } });
        Made { json, undefined }
    }

    fn per_unit(&mut self) -> Made {
        let kind = self.names.kind(self.dice);
        let (of, undefined) = self.formula(kind);
        let per = kind.constant(self.dice, true);
        let each = self.dice.within(1, 50);
        let cap = self.dice.within(1, 200);
        let out_of =
            if self.dice.chance(50) { json!(decimal(cap + self.dice.within(0, 50), 1)) } else { Value::Null };
        let json = json!({ "per_unit": {
            "of": of, "per": per, "each": decimal(each, 1), "cap": decimal(cap, 1), "out_of": out_of,
        } });
        Made { json, undefined }
    }

    fn target(&mut self) -> Made {
        let kind = self.names.kind(self.dice);
        let (of, mut undefined) = self.formula(kind);
        let target = Writer { names: self.names, dice: self.dice }.divisor(kind, 1);
        undefined |= target.undefined;
        let from = if self.dice.chance(40) {
            // The way from start to target may be none.
            undefined = true;
            let (from, _) = self.formula(kind);
            json!(from)
        } else {
            Value::Null
        };
        let (out_of, scale) = self.scale();
        let most =
            if self.dice.chance(30) { json!(decimal(self.dice.within(0, scale), 1)) } else { Value::Null };
        let json = json!({ "target": {
            "of": of, "target": target.text, "from": from, "most": most, "out_of": out_of,
        } });
        Made { json, undefined }
    }

    fn growth(&mut self) -> Made {
        if self.names.numbers.is_empty() {
            return self.bands();
        }
        let of = self.dice.pick(&self.names.numbers);
        let from = self.dice.within(-10, 20);
        let full = from + self.dice.within(1, 50);
        let from = if from <= 0 && self.dice.chance(50) { Value::Null } else { json!(format!("{from} %")) };
        let full = if from.is_null() && full <= 0 { "0.25".to_owned() } else { format!("{full} %") };
        Made {
            json: json!({ "growth": { "of": of.id, "from": from, "full_at": full } }),
            undefined: !of.nonzero,
        }
    }

    fn choice(&mut self) -> Made {
        let figures: Vec<&ListName> = self.names.choices.iter().filter(|choice| choice.figure).collect();
        let use_yes_no = !self.names.yes_no.is_empty() && (figures.is_empty() || self.dice.chance(40));
        let (of, options) = if use_yes_no {
            (self.dice.pick(&self.names.yes_no).clone(), vec!["yes".to_owned(), "no".to_owned()])
        } else if let Some(choice) = figures.get(self.dice.of(figures.len())) {
            (choice.id.clone(), choice.options.clone())
        } else {
            return self.piecewise();
        };
        let (out_of, scale) = self.scale();
        let scores = self.scores(&options, scale);
        Made { json: json!({ "choice": { "of": of, "out_of": out_of, "scores": scores } }), undefined: false }
    }

    fn scores(&mut self, options: &[String], scale: i64) -> Map<String, Value> {
        let score = |option: &String| (option.clone(), json!(decimal(self.dice.within(0, scale), 1)));
        options.iter().map(score).collect()
    }

    fn checklist(&mut self) -> Made {
        let figures: Vec<&ListName> = self.names.checklists.iter().filter(|list| list.figure).collect();
        let Some(list) = figures.get(self.dice.of(figures.len())) else { return self.piecewise() };
        let (out_of, scale) = self.scale();
        let scores = self.scores(&list.options, scale);
        let cap =
            if self.dice.chance(40) { json!(decimal(self.dice.within(0, scale), 1)) } else { Value::Null };
        let json = json!({ "checklist": { "of": list.id, "out_of": out_of, "scores": scores, "cap": cap } });
        Made { json, undefined: false }
    }
}
