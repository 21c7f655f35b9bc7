//! Whether a rulebook holds together: every rule of it in turn, every fault reported.

mod bands;
mod basics;
mod categories;
mod dates;
mod formulas;
mod ids;
mod indicators;
mod order;
mod scores;
mod size;
mod sums;
mod undefined;

use crate::fingerprint;
use crate::language::{Named, Scope, ValueKind};
use crate::model::{Fault, Faults, FigureKind, Rulebook, Text, Unit};
use crate::plan::Plan;

/// Checks the document and makes it ready for use.
pub(super) fn plan(document: Rulebook) -> Result<Plan, Vec<Fault>> {
    let mut faults = Faults::default();
    basics::check(&document, &mut faults);
    ids::unique(&document, &mut faults);
    let units = basics::units(&document, &mut faults);
    let (numbers, named) = formulas::figures(&document, &units, &mut faults);
    let labels = labels(&document);
    let mut scope = Scope { figures: named, units, labels, ..Scope::default() };
    let benchmarks = formulas::benchmarks(&document, &mut scope, &mut faults);
    let derived = formulas::derived(&document, &mut scope, &mut faults);
    let categories = categories::categories(&document, &mut faults);
    let conditions = formulas::conditions(&document, &scope, &categories, &mut faults);
    let weights_by = indicators::weights_by(&document, &mut faults);
    let dimensions = indicators::dimensions(&document, &scope, &categories, weights_by, &mut faults);
    let categories = categories::floors(&document, categories, &mut faults);
    let field_floors = categories::field_floors(&document, &mut faults);
    let (Some(derived), Some(conditions), Some(dimensions)) = (derived, conditions, dimensions) else {
        return Err(faults.into_vec());
    };
    if !faults.is_empty() {
        return Err(faults.into_vec());
    }
    let sha256 = fingerprint::sha256(&fingerprint::canonical(&document));
    let (derived, order) = derived;
    let plan = Plan {
        document,
        sha256,
        units: scope.units,
        numbers,
        benchmarks,
        derived: derived.into(),
        order,
        requirements: conditions.requirements,
        categories,
        field_floors,
        weights_by,
        dimensions,
        materials: conditions.materials,
        routes: conditions.routes,
        warnings: conditions.warnings,
    };
    size::check(&plan, &mut faults);
    if !faults.is_empty() {
        return Err(faults.into_vec());
    }
    undefined::check(&plan, &mut faults);
    faults.or(plan)
}

/// The kind of value a figure has in formulas.
fn value_kind(kind: &FigureKind, units: &crate::model::Units) -> Option<ValueKind> {
    Some(match kind {
        FigureKind::Number(number) => ValueKind::Number(number.unit.clone(), units.get(&number.unit)?),
        FigureKind::Choice(choice) => {
            ValueKind::Choice(choice.options.iter().map(|option| option.id.clone()).collect())
        }
        FigureKind::YesNo => ValueKind::YesNo,
        FigureKind::Checklist(list) => {
            ValueKind::Checklist(list.items.iter().map(|item| item.id.clone()).collect())
        }
    })
}

/// What users call whatever a formula can name, with its id.
fn labels(document: &Rulebook) -> Vec<(String, Text)> {
    let options = document.figures.iter().flat_map(|figure| match &figure.kind {
        FigureKind::Choice(choice) => choice.options.as_slice(),
        FigureKind::Checklist(list) => list.items.as_slice(),
        FigureKind::Number(_) | FigureKind::YesNo => &[],
    });
    let figures = document.figures.iter().map(|figure| (&figure.id, &figure.label));
    figures
        .chain(document.benchmarks.iter().map(|benchmark| (&benchmark.id, &benchmark.label)))
        .chain(document.derived.iter().map(|derived| (&derived.id, &derived.label)))
        .chain(options.map(|option| (&option.id, &option.label)))
        .chain(document.categories.iter().map(|category| (&category.id, &category.label)))
        .chain(document.fields.iter().map(|field| (&field.id, &field.label)))
        .map(|(id, label)| (id.clone(), label.clone()))
        .collect()
}

/// The names that are there in every rulebook: the category, the fields and the year that the submission names.
fn always_named(document: &Rulebook) -> [Named; 3] {
    let categories = document.categories.iter().map(|category| category.id.clone()).collect();
    let fields = document.fields.iter().map(|field| field.id.clone()).collect();
    [
        Named { id: "category".to_owned(), kind: ValueKind::Choice(categories) },
        Named { id: "fields".to_owned(), kind: ValueKind::Checklist(fields) },
        Named { id: "year".to_owned(), kind: ValueKind::Number(String::new(), Unit::plain()) },
    ]
}
