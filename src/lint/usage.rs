//! What no rule uses.

use std::collections::BTreeSet;

use serde_json::Value;

use super::reads::Reads;
use super::walk::{document, objects};
use crate::model::{FigureKind, FindingCode, Findings, Place, Subject};
use crate::plan::Plan;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    let mut deciding = Reads::new(plan);
    plan.requirements.iter().for_each(|requirement| deciding.condition(&requirement.condition));
    plan.routes.iter().for_each(|condition| deciding.condition(condition));
    plan.materials.iter().flatten().for_each(|condition| deciding.condition(condition));
    plan.indicators().for_each(|indicator| deciding.indicator(indicator));
    let mut warning = Reads::new(plan);
    plan.warnings.iter().for_each(|condition| warning.condition(condition));
    for (index, figure) in plan.document.figures.iter().enumerate() {
        let place = Place::item("figures", index, Subject::Figure, &figure.id);
        if deciding.reads(index) || plan.weights_by == Some(index) {
        } else if warning.reads(index) {
            findings.add(FindingCode::FigureOnlyWarned, &place, &figure.id, &[]);
        } else {
            findings.add(FindingCode::UnusedFigure, &place, &figure.id, &[]);
        }
        if let FigureKind::Number(number) = &figure.kind
            && (number.least.is_none() || number.most.is_none())
        {
            findings.add(FindingCode::NoDomain, &place.at("kind").at("number"), &number.unit, &[]);
        }
    }
    for (index, derived) in plan.document.derived.iter().enumerate() {
        if !deciding.derived().contains(&index) && !warning.derived().contains(&index) {
            let place = Place::item("derived", index, Subject::Derived, &derived.id);
            findings.add(FindingCode::UnusedDerived, &place, &derived.id, &[]);
        }
    }
    for (index, benchmark) in plan.document.benchmarks.iter().enumerate() {
        let place = Place::item("benchmarks", index, Subject::Benchmark, &benchmark.id);
        if !deciding.benchmarks().contains(&index) && !warning.benchmarks().contains(&index) {
            findings.add(FindingCode::UnusedBenchmark, &place, &benchmark.id, &[]);
        }
        let by_year = plan.benchmarks.get(index).into_iter().flat_map(|plan| &plan.by_year);
        let years: Vec<u32> = by_year.map(|(year, _)| *year).collect();
        let missing = missing_years(&years);
        if !missing.is_empty() {
            findings.add(FindingCode::YearsMissing, &place.at("by_year"), missing, &[]);
        }
        if let (Some(newest), Some(round)) = (years.last(), &plan.document.last_round)
            && *newest < round.year
        {
            let params = [("year", &*round.year.to_string())];
            findings.add(FindingCode::BenchmarkOld, &place.at("by_year"), newest, &params);
        }
    }
    units_and_sources(plan, findings);
}

/// The stretches of years between the first and the last that have no value.
fn missing_years(years: &[u32]) -> String {
    let gaps = years.iter().zip(years.iter().skip(1)).filter_map(|(before, after)| {
        let (from, to) = (before.saturating_add(1), after.saturating_sub(1));
        (from <= to).then(|| if from == to { from.to_string() } else { format!("{from}–{to}") })
    });
    gaps.collect::<Vec<_>>().join(", ")
}

/// Where formulas, conditions and units are written.
const WRITTEN: &[&str] = &[
    "unit",
    "units",
    "formula",
    "condition",
    "when",
    "when_undefined",
    "of",
    "target",
    "from",
    "full_at",
    "per",
    "at",
    "at_least",
    "above",
    "below",
    "at_most",
];

fn units_and_sources(plan: &Plan, findings: &mut Findings) {
    let json = document(&plan.document);
    let (mut units, mut sources) = (BTreeSet::new(), BTreeSet::new());
    objects(&json, &Place::document(), &mut |object, place| {
        if let Some(source) = object.get("source").and_then(Value::as_str) {
            sources.insert(source);
        }
        // A unit does not use itself, only the one it is a multiple of.
        let (own, keys) = match (place.subject, object.get("unit").and_then(Value::as_str)) {
            (Subject::Unit, Some(own)) => (own, ["of"].as_slice()),
            _ => ("", WRITTEN),
        };
        for text in keys.iter().filter_map(|key| object.get(*key)).flat_map(texts_of) {
            let signs = text.split(|c: char| !c.is_alphabetic() && c != '%' && c != '‰');
            units.extend(signs.filter(|sign| *sign != own));
        }
    });
    for (index, unit) in plan.document.units.iter().enumerate() {
        if !units.contains(unit.unit.as_str()) {
            let place = Place::item("units", index, Subject::Unit, &unit.unit);
            findings.add(FindingCode::UnusedUnit, &place, &unit.unit, &[]);
        }
    }
    for (index, source) in plan.document.sources.iter().enumerate() {
        if !sources.contains(source.id.as_str()) {
            let place = Place::item("sources", index, Subject::Source, &source.id);
            findings.add(FindingCode::UnusedSource, &place, &source.id, &[]);
        }
    }
}

/// A text, or the texts of a list.
fn texts_of(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
