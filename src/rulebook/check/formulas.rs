//! Figures' domains, benchmarks, derived figures and conditions.

use super::{always_named, order, size, value_kind};
use crate::language::{
    Condition, Named, Scope, ValueKind, among, condition, constant, formula, nearest, unit_example,
};
use crate::model::{
    Decimal, Exact, FaultCode, Faults, FigureKind, Kind, NumberKind, Place, Rulebook, Subject, Unit, Units,
};
use crate::plan::{BenchmarkPlan, CategoryPlan, DerivedPlan, NumberPlan, RequirementPlan};
use crate::sorting;

/// The finest precision of a figure.
const MAX_PLACES: u32 = 12;

/// The figures' units and domains, and their names for formulas.
pub(super) fn figures(
    document: &Rulebook,
    units: &Units,
    faults: &mut Faults,
) -> (Vec<Option<NumberPlan>>, Vec<Named>) {
    let mut numbers = Vec::new();
    let mut named = Vec::new();
    for (index, figure) in document.figures.iter().enumerate() {
        let place = Place::item("figures", index, Subject::Figure, &figure.id);
        numbers.push(match &figure.kind {
            FigureKind::Number(kind) => number(kind, units, &place.at("kind").at("number"), faults),
            _ => None,
        });
        let kind = value_kind(&figure.kind, units).unwrap_or(ValueKind::AtFault);
        named.push(Named { id: figure.id.clone(), kind });
    }
    named.extend(always_named(document));
    (numbers, named)
}

fn unit(symbol: &str, units: &Units, place: &Place, faults: &mut Faults) -> Option<Unit> {
    let unit = units.get(symbol);
    if unit.is_none() {
        let near = nearest(symbol, units.symbols()).unwrap_or("").to_owned();
        let example = if near.is_empty() { unit_example(symbol) } else { String::new() };
        let params = [("nearest", near.as_str()), ("example", &example)];
        faults.add(FaultCode::UnknownUnit, place, symbol, &params);
    }
    unit
}

/// Reports a unit of another kind than the one expected.
pub(super) fn unit_clash(found: &Kind, expected: &Kind, place: &Place, faults: &mut Faults) {
    let (found, expected) = (found.told(), expected.told());
    faults.add(FaultCode::UnitClash, place, &found, &[("found", &found), ("expected", &expected)]);
}

fn number(kind: &NumberKind, units: &Units, place: &Place, faults: &mut Faults) -> Option<NumberPlan> {
    let own = unit(&kind.unit, units, &place.at("unit"), faults)?;
    let mut allowed = vec![(kind.unit.clone(), own.clone())];
    for (index, symbol) in kind.units.iter().enumerate() {
        let at = place.at("units").at(index);
        let Some(other) = unit(symbol, units, &at, faults) else { continue };
        if other.kind == own.kind {
            allowed.push((symbol.clone(), other));
        } else {
            unit_clash(&other.kind, &own.kind, &at, faults);
        }
    }
    if let (Some(least), Some(most)) = (kind.least, kind.most)
        && least > most
    {
        faults.add(FaultCode::BadDomain, &place.at("least"), least, &[("most", &most.to_string())]);
    }
    if kind.places > MAX_PLACES {
        faults.add(
            FaultCode::TooManyPlaces,
            &place.at("places"),
            kind.places,
            &[("most", &MAX_PLACES.to_string())],
        );
    }
    let in_base = |value: Option<Decimal>| value.map(|value| Exact::from(value) * own.factor.clone());
    Some(NumberPlan { units: allowed, least: in_base(kind.least), most: in_base(kind.most) })
}

/// The benchmarks' values; their names are added to the scope.
pub(super) fn benchmarks(document: &Rulebook, scope: &mut Scope, faults: &mut Faults) -> Vec<BenchmarkPlan> {
    let mut compiled = Vec::new();
    for (index, benchmark) in document.benchmarks.iter().enumerate() {
        let place = Place::item("benchmarks", index, Subject::Benchmark, &benchmark.id);
        let known = unit(&benchmark.unit, &scope.units, &place.at("unit"), faults);
        let factor = known.as_ref().map_or_else(|| Exact::from(1), |unit| unit.factor.clone());
        let mut by_year = Vec::new();
        for (year, value) in &benchmark.by_year {
            match crate::submission::year(year) {
                Some(year) => by_year.push((year, Exact::from(value.value()) * factor.clone())),
                None => faults.add(FaultCode::BadYear, &place.at("by_year").at(year), year, &[]),
            }
        }
        if benchmark.by_year.is_empty() {
            faults.add(FaultCode::EmptyList, &place.at("by_year"), "", &[]);
        }
        sorting::sort_by_key(&mut by_year, |(year, _)| *year);
        compiled.push(BenchmarkPlan { by_year });
        scope.benchmarks.push(Named { id: benchmark.id.clone(), kind: number_kind(&benchmark.unit, known) });
    }
    compiled
}

/// The kind of a number whose unit was looked up.
fn number_kind(symbol: &str, unit: Option<Unit>) -> ValueKind {
    unit.map_or(ValueKind::AtFault, |unit| ValueKind::Number(symbol.to_owned(), unit))
}

/// The derived figures and the order in which they are computed.
pub(super) fn derived(
    document: &Rulebook,
    scope: &mut Scope,
    faults: &mut Faults,
) -> Option<(Vec<DerivedPlan>, Vec<usize>)> {
    let mut shown = Vec::new();
    for (index, derived) in document.derived.iter().enumerate() {
        let place = Place::item("derived", index, Subject::Derived, &derived.id);
        let known = unit(&derived.unit, &scope.units, &place.at("unit"), faults);
        shown.push(known.clone());
        scope.derived.push(Named { id: derived.id.clone(), kind: number_kind(&derived.unit, known) });
    }
    let mut compiled = Vec::new();
    for (index, (derived, shown)) in document.derived.iter().zip(shown).enumerate() {
        let place = Place::item("derived", index, Subject::Derived, &derived.id);
        let found = formula(&derived.formula, scope, &place.at("formula"), faults);
        let when_undefined = derived
            .when_undefined
            .as_ref()
            .map(|text| constant(text, scope, &place.at("when_undefined"), faults));
        let (Some((formula, kind)), Some(unit)) = (found, shown) else {
            compiled.push(None);
            continue;
        };
        let when_undefined = when_undefined.flatten();
        let otherwise = when_undefined.as_ref().map(|(_, kind)| (kind, "when_undefined"));
        for (found, at) in [(&kind, "formula")].into_iter().chain(otherwise) {
            if *found != unit.kind {
                unit_clash(found, &unit.kind, &place.at(at), faults);
            }
        }
        let when_undefined = when_undefined.map(|(value, _)| value);
        compiled.push(Some(DerivedPlan { formula, when_undefined }));
    }
    let compiled = compiled.into_iter().collect::<Option<Vec<_>>>()?;
    let order = order::order(document, &compiled, faults)?;
    size::derived(document, &compiled, &order, faults)?;
    Some((compiled, order))
}

/// The conditions of a rulebook.
pub(super) struct Conditions {
    pub(super) requirements: Vec<RequirementPlan>,
    /// When a material is needed; `None` for always.
    pub(super) materials: Vec<Option<Condition>>,
    pub(super) routes: Vec<Condition>,
    pub(super) warnings: Vec<Condition>,
}

pub(super) fn conditions(
    document: &Rulebook,
    scope: &Scope,
    categories: &[CategoryPlan],
    faults: &mut Faults,
) -> Option<Conditions> {
    let mut requirements = Vec::new();
    for (index, requirement) in document.requirements.iter().enumerate() {
        let place = Place::item("requirements", index, Subject::Requirement, &requirement.id);
        let condition = condition(&requirement.condition, scope, &place.at("condition"), faults);
        let category_ids: Vec<_> = categories.iter().map(|category| category.id.as_str()).collect();
        let categories = match &requirement.categories {
            None => (0..category_ids.len()).collect(),
            Some(ids) => {
                indices(ids, &category_ids, FaultCode::UnknownCategory, &place.at("categories"), faults)
            }
        };
        let field_ids: Vec<_> = document.fields.iter().map(|field| field.id.as_str()).collect();
        let fields = requirement
            .fields
            .as_ref()
            .map(|ids| indices(ids, &field_ids, FaultCode::UnknownField, &place.at("fields"), faults));
        let when_undefined =
            requirement.when_undefined.map(|decision| decision == crate::model::Decision::Met);
        requirements.push(condition.map(|condition| RequirementPlan {
            condition,
            when_undefined,
            categories,
            fields,
        }));
    }
    let materials: Vec<_> = document
        .materials
        .iter()
        .enumerate()
        .map(|(index, material)| {
            let place = Place::item("materials", index, Subject::Material, &material.id);
            let ids: Vec<_> = categories.iter().map(|category| category.id.as_str()).collect();
            if let Some(named) = &material.categories {
                indices(named, &ids, FaultCode::UnknownCategory, &place.at("categories"), faults);
            }
            match &material.when {
                Some(when) => condition(when, scope, &place.at("when"), faults).map(Some),
                None => Some(None),
            }
        })
        .collect();
    let routes: Vec<_> = document
        .routes
        .iter()
        .enumerate()
        .map(|(index, route)| {
            condition(
                &route.when,
                scope,
                &Place::item("routes", index, Subject::Route, &route.id).at("when"),
                faults,
            )
        })
        .collect();
    let warnings: Vec<_> = document
        .warnings
        .iter()
        .enumerate()
        .map(|(index, warning)| {
            condition(
                &warning.when,
                scope,
                &Place::item("warnings", index, Subject::Warning, &warning.id).at("when"),
                faults,
            )
        })
        .collect();
    Some(Conditions {
        requirements: requirements.into_iter().collect::<Option<_>>()?,
        materials: materials.into_iter().collect::<Option<_>>()?,
        routes: routes.into_iter().collect::<Option<_>>()?,
        warnings: warnings.into_iter().collect::<Option<_>>()?,
    })
}

fn indices(
    ids: &[String],
    known: &[&str],
    code: FaultCode,
    place: &Place,
    faults: &mut Faults,
) -> Vec<usize> {
    let mut found = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        match known.iter().position(|known| known == id) {
            Some(at) => found.push(at),
            None => faults.add_with(code, &place.at(index), id, &among(id, known.iter().copied())),
        }
    }
    found
}
