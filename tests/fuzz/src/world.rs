//! A rulebook, the scope its texts are compiled in, and what several cities know of its figures.

use std::sync::LazyLock;

use arbitrary::Unstructured;
use infocity_check::language::{Named, Scope, ValueKind};
use infocity_check::model::{FigureKind, Submission, Unit};
use infocity_check::plan::Plan;
use infocity_check::values::Facts;
use infocity_check::{rulebook, submission};

use crate::submissions;

/// The real rulebook, and the one in which every rule occurs.
pub static WORLDS: LazyLock<[World; 2]> = LazyLock::new(|| {
    [
        World::new(include_bytes!("../../../rulebooks/miit-2019-63/rulebook.json")),
        World::new(include_bytes!("../../data/every-rule.rulebook.json")),
    ]
});

/// How many cities know everything of a world.
const CITIES: u64 = 12;

/// A rulebook and what texts need to be compiled and evaluated.
pub struct World {
    pub plan: Plan,
    pub scope: Scope,
    /// Nothing was entered.
    pub unknown: Facts,
    /// Everything was entered.
    pub known: Vec<Facts>,
}

impl World {
    fn new(bytes: &[u8]) -> Self {
        let plan = rulebook::load(bytes).expect("a rulebook of the repository");
        let admit = |submission: &Submission| submission::admit(&plan, submission).expect("facts");
        let known = (0..CITIES).map(|city| {
            let bytes = submissions::chance(city, 20_000);
            admit(&submissions::complete(&plan, &mut Unstructured::new(&bytes)).expect("enough bytes"))
        });
        Self { scope: scope(&plan), unknown: admit(&Submission::default()), known: known.collect(), plan }
    }
}

/// The names of a rulebook, in the order of its plan.
fn scope(plan: &Plan) -> Scope {
    let document = &plan.document;
    let ids = |ids: &mut dyn Iterator<Item = &String>| ids.cloned().collect::<Vec<_>>();
    let number = |symbol: &str| ValueKind::Number(symbol.to_owned(), plan.units.get(symbol).expect("a unit"));
    let figures = document.figures.iter().map(|figure| {
        let kind = match &figure.kind {
            FigureKind::Number(kind) => number(&kind.unit),
            FigureKind::Choice(choice) => ValueKind::Choice(ids(&mut choice.options.iter().map(|o| &o.id))),
            FigureKind::YesNo => ValueKind::YesNo,
            FigureKind::Checklist(list) => ValueKind::Checklist(ids(&mut list.items.iter().map(|o| &o.id))),
        };
        Named { id: figure.id.clone(), kind }
    });
    let categories = ids(&mut document.categories.iter().map(|category| &category.id));
    let fields = ids(&mut document.fields.iter().map(|field| &field.id));
    let always = [
        Named { id: "category".to_owned(), kind: ValueKind::Choice(categories) },
        Named { id: "fields".to_owned(), kind: ValueKind::Checklist(fields) },
        Named { id: "year".to_owned(), kind: ValueKind::Number(String::new(), Unit::plain()) },
    ];
    let benchmarks = document.benchmarks.iter();
    let derived = document.derived.iter();
    Scope {
        figures: figures.chain(always).collect(),
        benchmarks: benchmarks.map(|b| Named { id: b.id.clone(), kind: number(&b.unit) }).collect(),
        derived: derived.map(|d| Named { id: d.id.clone(), kind: number(&d.unit) }).collect(),
        units: plan.units.clone(),
        labels: Vec::new(),
    }
}
