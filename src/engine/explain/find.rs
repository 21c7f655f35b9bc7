//! What an id names, and in which categories points are explained.

use crate::language::nearest;
use crate::model::explanation::ExplainedKind;
use crate::model::{Fault, FaultCode, FieldChoice, Place, Subject as FaultSubject, Submission};
use crate::plan::Plan;

/// Names the total of the categories in question.
const TOTAL: &str = "total";

/// What is to be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) kind: ExplainedKind,
    pub(super) id: String,
    /// Its place among those of its kind.
    pub(super) at: usize,
    /// Whether it is the total of the categories in question.
    pub(super) total: bool,
}

/// The ids of a kind, in the order of the document.
fn ids(plan: &Plan, kind: ExplainedKind) -> Vec<&str> {
    let document = &plan.document;
    match kind {
        ExplainedKind::Category => plan.categories.iter().map(|c| c.id.as_str()).chain([TOTAL]).collect(),
        // A field is scored alone only where a category chooses among fields.
        ExplainedKind::Field if plan.categories.iter().all(|c| c.fields == FieldChoice::All) => Vec::new(),
        ExplainedKind::Field => document.fields.iter().map(|field| field.id.as_str()).collect(),
        ExplainedKind::Dimension => document.dimensions.iter().map(|d| d.id.as_str()).collect(),
        ExplainedKind::Indicator => plan.indicators().map(|indicator| indicator.id.as_str()).collect(),
        ExplainedKind::Requirement => document.requirements.iter().map(|r| r.id.as_str()).collect(),
        ExplainedKind::Derived => document.derived.iter().map(|derived| derived.id.as_str()).collect(),
        ExplainedKind::Benchmark => document.benchmarks.iter().map(|b| b.id.as_str()).collect(),
        ExplainedKind::Figure => document.figures.iter().map(|figure| figure.id.as_str()).collect(),
    }
}

/// What `id` or `kind:id` names.
pub(super) fn subject(plan: &Plan, id: &str) -> Result<Subject, Vec<Fault>> {
    let by_kind = id.split_once(':').and_then(|(word, rest)| {
        ExplainedKind::ALL.into_iter().find(|kind| kind.word() == word).map(|kind| (kind, rest))
    });
    let (kinds, wanted) = match by_kind {
        Some((kind, rest)) => (vec![kind], rest),
        None => (ExplainedKind::ALL.to_vec(), id),
    };
    let found = kinds.into_iter().filter_map(|kind| {
        let at = ids(plan, kind).iter().position(|known| *known == wanted)?;
        Some(Subject {
            kind,
            id: wanted.to_owned(),
            at,
            total: kind == ExplainedKind::Category && at >= plan.categories.len(),
        })
    });
    let found: Vec<_> = found.collect();
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(vec![unknown(plan, id)]),
        several => {
            let ways = several.iter().map(|subject| format!("{}:{}", subject.kind.word(), subject.id));
            let ways = ways.collect::<Vec<_>>().join(", ");
            Err(vec![Fault::new(FaultCode::AmbiguousId, &asked(), id, &[("known", &ways)])])
        }
    }
}

/// The place of what is wrong with what was asked: in no document.
fn asked() -> Place {
    Place::document().about(FaultSubject::Asked, "")
}

/// The fault of an id that names nothing.
pub(super) fn unknown(plan: &Plan, id: &str) -> Fault {
    let wanted = id.split_once(':').map_or(id, |(_, rest)| rest);
    let all = ExplainedKind::ALL.into_iter().flat_map(|kind| ids(plan, kind));
    let near = nearest(wanted, all).unwrap_or("");
    Fault::new(FaultCode::NothingToExplain, &asked(), id, &[("nearest", near)])
}

/// The categories in which points are explained.
pub(super) fn categories(
    plan: &Plan,
    submission: &Submission,
    category: Option<&str>,
) -> Result<Vec<usize>, Vec<Fault>> {
    let find = |id: &str| plan.categories.iter().position(|known| known.id == id);
    let all = || (0..plan.categories.len()).collect();
    match category {
        Some(id) => find(id).map(|at| vec![at]).ok_or_else(|| {
            let known: Vec<_> = plan.categories.iter().map(|category| category.id.as_str()).collect();
            let params = [("known", known.join(", "))];
            let params = params.each_ref().map(|(name, text)| (*name, text.as_str()));
            vec![Fault::new(FaultCode::UnknownCategory, &asked(), id, &params)]
        }),
        None => Ok(submission.category.as_deref().and_then(find).map_or_else(all, |at| vec![at])),
    }
}
