//! Categories and fields: whether the city may apply, how it scores and whether it reaches the line.

use super::points::{Scorecard, spanning, spanning_total, total};
use super::requirement::truth;
use super::scoring::{Selection, reaches};
use super::shares::ShareTable;
use crate::model::{
    Basis, CategoryResult, Decimal, DimensionResult, Effect, Eligible, Exact, FieldChoice, FigureKind, Fit,
    FloorResult, LineResult, Requirement, Status,
};
use crate::plan::{FloorPlan, Plan, RequirementPlan};
use crate::values::{Fact, Facts, Truth};

/// Judges every category, and every field alone.
pub(super) fn judge(
    plan: &Plan,
    facts: &Facts,
    shares: &ShareTable,
) -> (Vec<CategoryResult>, Vec<CategoryResult>) {
    let judge = Judge { plan, facts, shares };
    let chooses = plan.categories.iter().position(|category| category.fields == FieldChoice::Choose);
    let fields: Vec<_> = (0..plan.document.fields.len())
        .filter_map(|field| {
            let category = chooses?;
            let id = plan.document.fields.get(field)?.id.clone();
            let result = judge.category(category, &Selection::Best(vec![field]), &[field]);
            Some(CategoryResult { category: Some(result.id), id, ..result })
        })
        .collect();
    let chosen = chosen_fields(plan, facts);
    let categories = plan.categories.iter().enumerate().map(|(at, category)| {
        let selection = selection(plan, facts, at);
        match category.fields {
            FieldChoice::All => judge.category(at, &selection, &[]),
            FieldChoice::Choose if chosen.is_empty() => {
                judge.none_chosen(at, judge.category(at, &selection, &[]))
            }
            FieldChoice::Choose => judge.category(at, &selection, &chosen),
        }
    });
    let categories = categories.collect();
    (categories, fields)
}

/// The fields that count in a category: all, or those the submission names; the best of all while it names none.
pub(super) fn selection(plan: &Plan, facts: &Facts, category: usize) -> Selection {
    let chooses =
        plan.categories.get(category).is_some_and(|category| category.fields == FieldChoice::Choose);
    if !chooses {
        return Selection::All;
    }
    match chosen_fields(plan, facts) {
        chosen if chosen.is_empty() => Selection::Best((0..plan.document.fields.len()).collect()),
        chosen => Selection::Best(chosen),
    }
}

/// The fields the submission names.
pub(super) fn chosen_fields(plan: &Plan, facts: &Facts) -> Vec<usize> {
    match facts.fact(plan.fields_input()) {
        Some(Fact::Checklist(items)) => {
            items.iter().enumerate().filter(|(_, item)| **item == Some(true)).map(|(at, _)| at).collect()
        }
        _ => Vec::new(),
    }
}

/// The binding requirements of a category under the fields that must fit themselves.
pub(super) fn binding<'a, 'f>(
    plan: &'a Plan,
    category: usize,
    fields: &'f [usize],
) -> impl Iterator<Item = (&'a RequirementPlan, &'a Requirement)> + use<'a, 'f> {
    plan.requirements.iter().zip(&plan.document.requirements).filter(move |(requirement, document)| {
        let in_fields = |of: &Vec<usize>| of.iter().any(|field| fields.contains(field));
        document.effect == Effect::Binding
            && requirement.categories.contains(&category)
            && requirement.fields.as_ref().is_none_or(in_fields)
    })
}

/// The variants of the weights that are possible: the option of the choice that switches them, or all of them.
pub(super) fn variants(plan: &Plan, facts: &Facts) -> Vec<usize> {
    match plan.weights_by.map(|choice| (facts.fact(choice), plan.document.figures.get(choice))) {
        Some((Some(Fact::Choice(Some(chosen))), _)) => vec![*chosen],
        Some((_, Some(figure))) => match &figure.kind {
            FigureKind::Choice(choice) => (0..choice.options.len()).collect(),
            _ => vec![0],
        },
        _ => vec![0],
    }
}

struct Judge<'a> {
    plan: &'a Plan,
    facts: &'a Facts,
    shares: &'a ShareTable,
}

impl Judge<'_> {
    /// A category under a selection of fields; `fields` are those that must fit themselves.
    fn category(&self, at: usize, selection: &Selection, fields: &[usize]) -> CategoryResult {
        let (plan, facts) = (self.plan, self.facts);
        let by_variant = variants(plan, facts).into_iter().map(|variant| {
            let selection = selection.clone();
            let card = Scorecard { plan, shares: self.shares, category: at, variant, selection };
            (variant, card.dimensions())
        });
        let by_variant: Vec<_> = by_variant.collect();
        let line = self.line(at, fields, selection, &by_variant);
        let by_variant: Vec<_> = by_variant.into_iter().map(|(_, dimensions)| dimensions).collect();
        let score = spanning_total(&by_variant);
        let dimensions = spanning(by_variant);
        let applying: Vec<_> = binding(plan, at, fields)
            .map(|(requirement, document)| (document, truth(requirement, facts)))
            .collect();
        let all = Truth::all(applying.iter().map(|(_, truth)| *truth));
        let founded = applying.iter().filter(|(document, _)| document.standing.basis != Basis::Reference);
        let eligible = Truth::all(founded.map(|(_, truth)| *truth));
        let reached = line.as_ref().map_or(Truth::True, |line| Truth::from(line.status));
        let ids = |wanted: Truth| {
            let found = applying.iter().filter(|(_, truth)| *truth == wanted);
            found.map(|(document, _)| document.id.clone()).collect()
        };
        CategoryResult {
            id: plan.categories.get(at).map(|category| category.id.clone()).unwrap_or_default(),
            category: None,
            eligible: Eligible::from(eligible),
            fit: Fit::from(Truth::all([all, reached])),
            judged: line.is_some() || !applying.is_empty(),
            score,
            line,
            blocked_by: ids(Truth::False),
            unknown: ids(Truth::Unknown),
            dimensions,
        }
    }

    /// A category that chooses fields, none being chosen yet: it fits if it fits in any field.
    fn none_chosen(&self, at: usize, category: CategoryResult) -> CategoryResult {
        let fields = 0..self.plan.document.fields.len();
        let alone = fields.map(|field| self.category(at, &Selection::Best(vec![field]), &[field]));
        let alone: Vec<_> = alone.collect();
        let fits = Truth::any(alone.iter().map(|field| Truth::from(field.fit)));
        let eligible = Truth::any(alone.iter().map(|field| Truth::from(field.eligible)));
        let judged = category.judged || alone.iter().any(|field| field.judged);
        CategoryResult { fit: Fit::from(fits), eligible: Eligible::from(eligible), judged, ..category }
    }

    /// The line, judged for every possible variant of the weights: what holds in all of them holds.
    fn line(
        &self,
        at: usize,
        fields: &[usize],
        selection: &Selection,
        by_variant: &[(usize, Vec<DimensionResult>)],
    ) -> Option<LineResult> {
        let line = self.plan.document.categories.get(at)?.line.as_ref()?;
        let judged = by_variant.iter().map(|(variant, dimensions)| {
            let total = total(dimensions.iter().map(|dimension| dimension.score));
            let floors = self.floors((at, *variant), fields, selection, dimensions);
            let total = Truth::from_bounds(total.low >= line.total, total.high >= line.total);
            let status = Truth::all(floors.iter().map(|floor| Truth::from(floor.status)).chain([total]));
            LineResult { total: line.total, floors, basis: line.standing.basis, status: Status::from(status) }
        });
        judged.reduce(|a, b| {
            let either = |a: Status, b: Status| Status::from(Truth::from(a).either(Truth::from(b)));
            let floors = a.floors.into_iter().zip(b.floors);
            let floors =
                floors.map(|(a, b)| FloorResult { status: either(a.status, b.status), ..a }).collect();
            LineResult { floors, status: either(a.status, b.status), ..b }
        })
    }

    /// The floors of a category in a variant of the weights, then those of the fields that must fit themselves.
    fn floors(
        &self,
        at: (usize, usize),
        fields: &[usize],
        selection: &Selection,
        dimensions: &[DimensionResult],
    ) -> Vec<FloorResult> {
        let plan = self.plan;
        let own = plan.categories.get(at.0).into_iter().flat_map(|category| &category.floors);
        let own = own.map(|floor| self.floor(floor, at, None, selection, dimensions));
        let of_fields = fields.iter().flat_map(|field| {
            let floors = plan.field_floors.get(*field).into_iter().flatten();
            floors.map(|floor| self.floor(floor, at, Some(*field), selection, dimensions))
        });
        own.chain(of_fields).collect()
    }

    fn floor(
        &self,
        floor: &FloorPlan,
        (category, variant): (usize, usize),
        field: Option<usize>,
        selection: &Selection,
        dimensions: &[DimensionResult],
    ) -> FloorResult {
        let document = &self.plan.document;
        let dimension = floor.dimension.and_then(|at| dimensions.get(at));
        let indicator =
            floor.indicator.and_then(|number| self.plan.indicators().find(|found| found.number == number));
        let status = match (dimension, indicator) {
            (Some(dimension), _) => {
                let least = floor.least.clone() * Exact::from(dimension.weight);
                let reached = |points: Decimal| Exact::from(points) >= least;
                Truth::from_bounds(reached(dimension.score.low), reached(dimension.score.high))
            }
            (None, Some(indicator)) => {
                let of_field = field.map(|field| Selection::Best(vec![field]));
                let selection = of_field.as_ref().unwrap_or(selection);
                reaches(&self.shares.of_whole(indicator, selection, (variant, category)), &floor.least)
            }
            (None, None) => Truth::Unknown,
        };
        FloorResult {
            dimension: dimension.map(|dimension| dimension.id.clone()),
            indicator: indicator.map(|indicator| indicator.id.clone()),
            field: field.and_then(|at| document.fields.get(at)).map(|field| field.id.clone()),
            least_percent: floor.least_percent,
            status: Status::from(status),
        }
    }
}
