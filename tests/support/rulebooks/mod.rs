//! Rulebooks made from chance that load: small, of every part of the shape and of the language.
//!
//! A rulebook is made from flat lists of small numbers ([`RulebookRolls`]), an item of it from a list of its own: a
//! shorter list or a smaller number gives a simpler rulebook, so that a failing case shrinks.

mod formulas;
mod names;
mod scores;
mod structure;

use infocity_check::plan::Plan;
use infocity_check::rulebook;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::dice::{Dice, Rolls, decimal, many, rolls};
use formulas::Writer;
use names::{Kind, ListName, Names, NumberName, ValueName};

/// What a rulebook is made from.
#[derive(Debug, Clone)]
pub(crate) struct RulebookRolls {
    head: Rolls,
    figures: Vec<Rolls>,
    benchmarks: Vec<Rolls>,
    derived: Vec<Rolls>,
    requirements: Vec<Rolls>,
    categories: Vec<Rolls>,
    fields: Vec<Rolls>,
    indicators: Vec<Rolls>,
    routes: Vec<Rolls>,
    warnings: Vec<Rolls>,
}

/// What a rulebook is made from, any.
pub(crate) fn rulebook_rolls() -> impl Strategy<Value = RulebookRolls> {
    let values = (rolls(40), many(2, 8, 10), many(0, 2, 8), many(0, 3, 24));
    let rules =
        (many(0, 3, 24), many(0, 3, 10), many(0, 3, 8), many(1, 6, 36), many(0, 2, 12), many(0, 2, 12));
    (values, rules).prop_map(|((head, figures, benchmarks, derived), rules)| {
        let (requirements, categories, fields, indicators, routes, warnings) = rules;
        RulebookRolls {
            head,
            figures,
            benchmarks,
            derived,
            requirements,
            categories,
            fields,
            indicators,
            routes,
            warnings,
        }
    })
}

fn text(text: &str) -> Value {
    json!({ "zh": text, "en": text })
}

fn standing(dice: &mut Dice) -> Value {
    if dice.chance(60) {
        json!({ "basis": "official", "source": "text" })
    } else {
        json!({ "basis": "reference", "note": text("-") })
    }
}

/// Whether the rulebook that comes of it loads; a made rulebook that does not is a fault of what makes it.
pub(crate) fn load(document: &Value) -> Plan {
    let bytes = serde_json::to_vec(document).expect("JSON");
    rulebook::load(&bytes).unwrap_or_else(|faults| panic!("{faults:#?}\n{document}"))
}

impl RulebookRolls {
    /// The rulebook as a document.
    pub(crate) fn document(&self) -> Value {
        let mut maker = Maker { names: Names::default(), document: Map::new() };
        let mut head = Dice::new(&self.head);
        maker.head(&mut head);
        maker.fields_named(&self.fields);
        maker.categories_named(&self.categories);
        maker.figures(&self.figures);
        maker.benchmarks(&self.benchmarks);
        maker.derived(&self.derived);
        maker.requirements(&self.requirements);
        maker.routes_and_warnings(&self.routes, &self.warnings);
        structure::dimensions(&mut maker, &mut head, &self.indicators);
        structure::categories(&mut maker, &self.categories);
        structure::fields(&mut maker, &self.fields);
        maker.materials(&mut head);
        let without_nulls = without_nulls(Value::Object(maker.document));
        without_nulls.unwrap_or_default()
    }
}

/// What is absent is left out.
fn without_nulls(value: Value) -> Option<Value> {
    Some(match value {
        Value::Null => return None,
        Value::Object(map) => {
            let kept = map.into_iter().filter_map(|(key, value)| Some((key, without_nulls(value)?)));
            Value::Object(kept.collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().filter_map(without_nulls).collect()),
        other => other,
    })
}

struct Maker {
    names: Names,
    document: Map<String, Value>,
}

impl Maker {
    fn set(&mut self, key: &str, value: Value) {
        self.document.insert(key.to_owned(), value);
    }

    fn head(&mut self, dice: &mut Dice) {
        let places = dice.of(7);
        let dimension = places + dice.of(7 - places);
        let total = dimension + dice.of(7 - dimension);
        self.set("format", json!("infocity-rulebook/1"));
        self.set("id", json!("made"));
        self.set("version", json!("1.0.0"));
        self.set("title", text("made"));
        self.set("summary", text("made"));
        self.set("checked_on", json!("2026-11-24"));
        self.set("sources", json!([{ "id": "text", "title": text("text"), "issuer": text("issuer") }]));
        let mode = dice.pick(&["half_up", "half_even"]);
        let rounding = json!({
            "mode": mode, "indicator": places, "dimension": dimension, "total": total, "standing": standing(dice),
        });
        self.set("rounding", rounding);
        let own = |unit: &str, of: &str, factor: &str| json!({ "unit": unit, "of": of, "factor": factor, "label": text(unit) });
        // A third of a unit has no finite decimal.
        let factor = *dice.pick(&["10", "12.5", "3", "0.004"]);
        let units = [own("标准箱", "标准箱", "1"), own("大箱", "标准箱", factor), own("大包", "万件", "2.5")];
        self.set("units", json!(units));
    }

    fn fields_named(&mut self, fields: &[Rolls]) {
        self.names.fields = (0..fields.len()).map(|at| format!("field{at}")).collect();
        if !fields.is_empty() {
            let options = self.names.fields.clone();
            self.names.checklists.push(ListName { id: "fields".to_owned(), options, figure: false });
        }
    }

    fn categories_named(&mut self, categories: &[Rolls]) {
        self.names.categories = (0..categories.len()).map(|at| format!("category{at}")).collect();
        if !categories.is_empty() {
            let options = self.names.categories.clone();
            self.names.choices.push(ListName { id: "category".to_owned(), options, figure: false });
        }
    }

    fn figures(&mut self, figures: &[Rolls]) {
        let mut made = Vec::new();
        for (at, rolls) in figures.iter().enumerate() {
            let mut dice = Dice::new(rolls);
            let id = format!("f{at}");
            let options =
                |dice: &mut Dice| -> Vec<String> { (0..1 + dice.of(4)).map(|at| format!("o{at}")).collect() };
            let listed = |options: &[String]| -> Vec<Value> {
                options.iter().map(|id| json!({ "id": id, "label": text(id) })).collect()
            };
            let kind = match dice.of(9) {
                6 => {
                    let options = options(&mut dice);
                    let kind = json!({ "choice": { "options": listed(&options) } });
                    self.names.choices.push(ListName { id: id.clone(), options, figure: true });
                    kind
                }
                7 => {
                    self.names.yes_no.push(id.clone());
                    json!("yes_no")
                }
                8 => {
                    let options = options(&mut dice);
                    let kind = json!({ "checklist": { "items": listed(&options) } });
                    self.names.checklists.push(ListName { id: id.clone(), options, figure: true });
                    kind
                }
                _ => self.number(&id, &mut dice),
            };
            made.push(json!({
                "id": id, "label": text("figure"), "help": text("-"), "kind": kind,
                "fixed": dice.chance(20), "standing": standing(&mut dice),
            }));
        }
        self.set("figures", json!(made));
    }

    fn number(&mut self, id: &str, dice: &mut Dice) -> Value {
        let kind = Kind::any(dice);
        let unit = kind.symbol(dice);
        let units: Vec<_> =
            (0..dice.of(3)).map(|_| kind.symbol(dice)).filter(|other| *other != unit).collect();
        let least = *dice.pick(&[Some(0), Some(10), None, Some(-500), Some(1)]);
        let width = *dice.pick(&[Some(1000), None, Some(35), Some(100_000), None, Some(0)]);
        let most = width.map(|width| least.unwrap_or(-1000) + width);
        let nonzero = least.is_some_and(|least| least > 0) || most.is_some_and(|most| most < 0);
        self.names.numbers.push(NumberName { id: id.to_owned(), kind, nonzero });
        json!({ "number": {
            "unit": unit, "units": units, "places": dice.of(5),
            "least": least.map(|least| decimal(least, 1)), "most": most.map(|most| decimal(most, 1)),
        } })
    }

    fn benchmarks(&mut self, benchmarks: &[Rolls]) {
        let mut made = Vec::new();
        for (at, rolls) in benchmarks.iter().enumerate() {
            let mut dice = Dice::new(rolls);
            let id = format!("b{at}");
            let kind = self.names.kind(&mut dice);
            let years = *dice.pick(&[&[2019, 2021][..], &[2020], &[2018, 2022, 2023], &[2999]]);
            let by_year: Map<String, Value> =
                years.iter().map(|year| (year.to_string(), json!(decimal(dice.within(0, 500), 1)))).collect();
            made.push(json!({
                "id": id, "label": text("benchmark"), "unit": kind.symbol(&mut dice), "by_year": by_year,
                "standing": standing(&mut dice),
            }));
            self.names.values.push(ValueName { id, kind, undefined: false, digits: 60 });
        }
        self.set("benchmarks", json!(made));
    }

    fn derived(&mut self, derived: &[Rolls]) {
        let mut made = Vec::new();
        for (at, rolls) in derived.iter().enumerate() {
            let mut dice = Dice::new(rolls);
            let id = format!("d{at}");
            let kind = self.names.kind(&mut dice);
            let formula = Writer { names: &self.names, dice: &mut dice }.formula(kind, 3);
            let when_undefined =
                (formula.undefined || dice.chance(10)).then(|| kind.constant(&mut dice, false));
            made.push(json!({
                "id": id, "label": text("derived"), "unit": kind.symbol(&mut dice), "formula": formula.text,
                "when_undefined": when_undefined, "standing": standing(&mut dice),
            }));
            self.names.values.push(ValueName { id, kind, undefined: false, digits: formula.digits });
        }
        self.set("derived", json!(made));
    }

    fn requirements(&mut self, requirements: &[Rolls]) {
        let mut made = Vec::new();
        for (at, rolls) in requirements.iter().enumerate() {
            let mut dice = Dice::new(rolls);
            let depth = dice.of(4);
            let condition = Writer { names: &self.names, dice: &mut dice }.condition(depth);
            let decision = *dice.pick(&["not_met", "met"]);
            let when_undefined = (condition.undefined || dice.chance(10)).then_some(decision);
            let categories = dice.chance(30).then(|| dice.some(&self.names.categories));
            let fields = dice.chance(30).then(|| dice.some(&self.names.fields));
            made.push(json!({
                "id": format!("r{at}"), "label": text("requirement"), "condition": condition.text,
                "effect": dice.pick(&["binding", "hint"]), "when_undefined": when_undefined,
                "categories": categories, "fields": fields, "remedy": text("-"), "standing": standing(&mut dice),
            }));
        }
        self.set("requirements", json!(made));
    }

    fn routes_and_warnings(&mut self, routes: &[Rolls], warnings: &[Rolls]) {
        let condition = |rolls: &Rolls| {
            let mut dice = Dice::new(rolls);
            let depth = dice.of(3);
            Writer { names: &self.names, dice: &mut dice }.condition(depth).text
        };
        let reference = json!({ "basis": "reference", "note": text("-") });
        let step = json!({ "id": "step", "label": text("step"), "standing": reference });
        let routes = routes.iter().enumerate().map(|(at, rolls)| {
            json!({
                "id": format!("route{at}"), "label": text("route"), "when": condition(rolls), "steps": [step],
                "standing": reference,
            })
        });
        let routes: Vec<_> = routes.collect();
        let warnings = warnings.iter().enumerate().map(|(at, rolls)| {
            json!({ "id": format!("w{at}"), "when": condition(rolls), "text": text("warning") })
        });
        let warnings: Vec<_> = warnings.collect();
        self.set("routes", json!(routes));
        self.set("warnings", json!(warnings));
    }

    fn materials(&mut self, dice: &mut Dice) {
        let material = |at| {
            let categories = dice.chance(40).then(|| dice.some(&self.names.categories));
            json!({
                "id": format!("m{at}"), "label": text("material"), "help": text("-"), "categories": categories,
                "standing": standing(dice),
            })
        };
        let materials: Vec<_> = (0..2).map(material).collect();
        self.set("materials", json!(materials));
    }
}
