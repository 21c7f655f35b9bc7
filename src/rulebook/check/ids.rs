//! Ids: how they are written, and that each stands once among what it can be confused with.

use std::collections::BTreeSet;

use crate::model::{FaultCode, Faults, Indicator, Place, Rulebook, Subject};

/// Words of the language of rules and the names that are always there.
const RESERVED: &[&str] = &[
    "and", "or", "not", "is", "in", "has", "true", "false", "last", "growth", "count", "min", "max",
    "choose", "at_least", "category", "fields", "year",
];

/// The longest id.
const MAX_ID: usize = 64;

pub(super) fn id(id: &str, joint: char, place: &Place, faults: &mut Faults) {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint;
    if id.len() > MAX_ID || !id.starts_with(|c: char| c.is_ascii_lowercase()) || !id.chars().all(allowed) {
        let joint = if joint == '-' { "hyphens" } else { "underscores" };
        faults.add(FaultCode::BadId, place, id, &[("joint", joint)]);
    }
}

/// Ids are unique among what can be confused: everything a formula names, and each other list for itself.
pub(super) fn unique(document: &Rulebook, faults: &mut Faults) {
    let mut names = BTreeSet::new();
    let formula_names = [
        ("figures", Subject::Figure, document.figures.iter().map(|f| &f.id).collect::<Vec<_>>()),
        ("benchmarks", Subject::Benchmark, document.benchmarks.iter().map(|b| &b.id).collect()),
        ("derived", Subject::Derived, document.derived.iter().map(|d| &d.id).collect()),
    ];
    for (list, subject, ids) in formula_names {
        once(list, subject, &ids, &mut names, faults);
    }
    let lists = [
        ("sources", Subject::Source, document.sources.iter().map(|s| &s.id).collect::<Vec<_>>()),
        ("requirements", Subject::Requirement, document.requirements.iter().map(|r| &r.id).collect()),
        ("fields", Subject::Field, document.fields.iter().map(|f| &f.id).collect()),
        ("categories", Subject::Category, document.categories.iter().map(|c| &c.id).collect()),
        ("dimensions", Subject::Dimension, document.dimensions.iter().map(|d| &d.id).collect()),
        ("materials", Subject::Material, document.materials.iter().map(|m| &m.id).collect()),
        ("routes", Subject::Route, document.routes.iter().map(|r| &r.id).collect()),
        ("warnings", Subject::Warning, document.warnings.iter().map(|w| &w.id).collect()),
        ("notes", Subject::Note, document.notes.iter().map(|n| &n.id).collect()),
    ];
    for (list, subject, ids) in lists {
        once(list, subject, &ids, &mut BTreeSet::new(), faults);
    }
    let mut seen = BTreeSet::new();
    for (index, dimension) in document.dimensions.iter().enumerate() {
        let place = Place::item("dimensions", index, Subject::Dimension, &dimension.id);
        indicators(&dimension.indicators, &place, &mut seen, faults);
    }
}

fn once<'a>(
    list: &str,
    subject: Subject,
    ids: &[&'a String],
    seen: &mut BTreeSet<&'a str>,
    faults: &mut Faults,
) {
    for (index, found) in ids.iter().enumerate() {
        let place = Place::item(list, index, subject, found).at("id");
        id(found, '_', &place, faults);
        let in_formulas = matches!(subject, Subject::Figure | Subject::Benchmark | Subject::Derived);
        if in_formulas && RESERVED.contains(&found.as_str()) {
            faults.add(FaultCode::ReservedId, &place, found, &[]);
        }
        if !seen.insert(found) {
            faults.add(FaultCode::DuplicateId, &place, found, &[]);
        }
    }
}

fn indicators<'a>(list: &'a [Indicator], parent: &Place, seen: &mut BTreeSet<&'a str>, faults: &mut Faults) {
    for (index, indicator) in list.iter().enumerate() {
        let place = parent.at("indicators").at(index).about(Subject::Indicator, &indicator.id);
        id(&indicator.id, '_', &place.at("id"), faults);
        if !seen.insert(&indicator.id) {
            faults.add(FaultCode::DuplicateId, &place.at("id"), &indicator.id, &[]);
        }
        indicators(&indicator.indicators, &place, seen, faults);
    }
}
