//! Which category to go for, with the reason; and the way the application takes.

use crate::model::{
    Advice, CategoryResult, Decimal, Eligible, Exact, FieldChoice, Fit, MissingFigure, Points, RouteResult,
    Sentence, SentenceCode, Status, Submission,
};
use crate::plan::Plan;
use crate::values::{Facts, Truth};

pub(super) fn advice(
    plan: &Plan,
    submission: &Submission,
    categories: &[CategoryResult],
    fields: &[CategoryResult],
    missing: &[MissingFigure],
) -> Advice {
    let none = |reason: Sentence| Advice { category: None, fields: Vec::new(), reason };
    if plan.document.categories.is_empty() {
        return none(whole(categories, missing));
    }
    if submission.figures.values().all(|entry| entry.given.is_unknown()) {
        return none(Sentence::new(SentenceCode::NothingEntered, &[]));
    }
    let with = |fit: Fit| categories.iter().filter(move |category| category.fit == fit).collect::<Vec<_>>();
    let (fitting, open) = (with(Fit::Fits), with(Fit::Undetermined));
    let advise = |category: &CategoryResult, reason: Sentence| Advice {
        category: Some(category.id.clone()),
        fields: advised_fields(plan, submission, category, fields),
        reason,
    };
    if let Some(best) = best(&fitting, |points| points.low) {
        let params = [("category", best.id.as_str())];
        if fitting.len() == 1 {
            return advise(best, Sentence::new(SentenceCode::OnlyFit, &params));
        }
        let margin = margin(best, |points| points.low).to_text(6);
        let params = [("category", best.id.as_str()), ("margin", &margin)];
        return advise(best, Sentence::new(SentenceCode::BestFit, &params));
    }
    if let Some(best) = best(&open, middle) {
        let (low, high) = ends(best);
        let line = best.line.as_ref().map(|line| line.total.to_string()).unwrap_or_default();
        let params = [("category", best.id.as_str()), ("low", &low), ("high", &high), ("line", &line)];
        return advise(best, Sentence::new(SentenceCode::StillOpen, &params));
    }
    // A field that was not chosen may fit where the chosen ones do not.
    let fitting_fields: Vec<_> = fields.iter().filter(|field| field.fit == Fit::Fits).collect();
    if let Some(best) = best(&fitting_fields, |points| points.low) {
        let category = best.category.clone().unwrap_or_default();
        let fields: Vec<_> = fitting_fields.iter().filter(|field| field.category == best.category).collect();
        let fields: Vec<_> = fields.into_iter().map(|field| field.id.clone()).collect();
        let params = [("category", category.as_str()), ("fields", &fields.join(","))];
        let reason = Sentence::new(SentenceCode::FieldsFit, &params);
        return Advice { category: Some(category), fields, reason };
    }
    let possible: Vec<_> = categories.iter().filter(|category| category.blocked_by.is_empty()).collect();
    if let Some(nearest) = best(&possible, |points| points.high) {
        let (_, high) = ends(nearest);
        if margin(nearest, |points| points.high).is_negative() {
            let params = [("category", nearest.id.as_str()), ("high", &high)];
            return none(Sentence::new(SentenceCode::BelowLine, &params));
        }
        let floors = nearest.line.iter().flat_map(|line| &line.floors);
        let missed = floors.filter(|floor| floor.status == Status::NotMet);
        let missed: Vec<_> =
            missed.filter_map(|floor| floor.dimension.as_ref().or(floor.indicator.as_ref())).collect();
        let missed: Vec<_> = missed.into_iter().map(String::as_str).collect();
        let params = [("category", nearest.id.as_str()), ("high", &high), ("parts", &missed.join(","))];
        return none(Sentence::new(SentenceCode::BelowFloors, &params));
    }
    let mut blocking: Vec<&str> = Vec::new();
    for id in categories.iter().flat_map(|category| &category.blocked_by) {
        if !blocking.contains(&id.as_str()) {
            blocking.push(id);
        }
    }
    let excluded = categories.iter().all(|category| category.eligible == Eligible::NotEligible);
    let code = if excluded { SentenceCode::NotEligible } else { SentenceCode::NoneFits };
    none(Sentence::new(code, &[("requirements", &blocking.join(","))]))
}

/// Where there is nothing to choose: the total, and how many figures that points depend on are missing.
fn whole(categories: &[CategoryResult], missing: &[MissingFigure]) -> Sentence {
    let missing = missing.iter().filter(|figure| figure.open > Decimal::ZERO).count();
    let (low, high) = categories.first().map(ends).unwrap_or_default();
    if missing > 0 {
        let params = [("low", low.as_str()), ("high", &high), ("count", &missing.to_string())];
        return Sentence::new(SentenceCode::TotalOpen, &params);
    }
    if low == high {
        return Sentence::new(SentenceCode::Total, &[("total", &low)]);
    }
    Sentence::new(SentenceCode::TotalRange, &[("low", &low), ("high", &high)])
}

fn middle(points: Points) -> Decimal {
    let half = Exact::from(Decimal::from(50)).percent();
    ((Exact::from(points.low) + Exact::from(points.high)) * half).to_decimal().unwrap_or(points.low)
}

fn ends(category: &CategoryResult) -> (String, String) {
    match &category.score {
        Some(points) => (points.low.to_string(), points.high.to_string()),
        None => (String::new(), String::new()),
    }
}

/// How far a category's points are above its line, or above zero where it has none.
fn margin(category: &CategoryResult, of: fn(Points) -> Decimal) -> Exact {
    let points = category.score.map_or(Decimal::ZERO, of);
    let line = category.line.as_ref().map_or(Decimal::ZERO, |line| line.total);
    Exact::from(points) - Exact::from(line)
}

/// The category furthest above its line; the first of those that are equal.
fn best<'a>(categories: &[&'a CategoryResult], of: fn(Points) -> Decimal) -> Option<&'a CategoryResult> {
    let mut found: Option<&CategoryResult> = None;
    for category in categories {
        if found.is_none_or(|best| margin(category, of) > margin(best, of)) {
            found = Some(category);
        }
    }
    found
}

/// In a category that chooses: the fields the city chose, else those that fit, else the one that is ahead.
fn advised_fields(
    plan: &Plan,
    submission: &Submission,
    category: &CategoryResult,
    fields: &[CategoryResult],
) -> Vec<String> {
    let chooses = plan.categories.iter().any(|c| c.id == category.id && c.fields == FieldChoice::Choose);
    if !chooses {
        return Vec::new();
    }
    if !submission.fields.is_empty() {
        let all = plan.document.fields.iter().map(|field| &field.id);
        return all.filter(|id| submission.fields.contains(id)).cloned().collect();
    }
    let fitting: Vec<_> =
        fields.iter().filter(|field| field.fit == Fit::Fits).map(|field| field.id.clone()).collect();
    if !fitting.is_empty() {
        return fitting;
    }
    let open: Vec<_> = fields.iter().filter(|field| field.fit == Fit::Undetermined).collect();
    let Some(ahead) = best(&open, |points| points.low) else { return Vec::new() };
    let alone = open
        .iter()
        .all(|field| field.id == ahead.id || field.score.map(|p| p.low) < ahead.score.map(|p| p.low));
    if alone { vec![ahead.id.clone()] } else { Vec::new() }
}

/// The first route whose condition holds, where no earlier one may.
pub(super) fn route(plan: &Plan, facts: &Facts) -> RouteResult {
    for (condition, document) in plan.routes.iter().zip(&plan.document.routes) {
        match facts.truth(condition, Some(false)) {
            Truth::True => {
                let steps = document.steps.iter().map(|step| step.id.clone()).collect();
                return RouteResult { channel: Some(document.id.clone()), steps };
            }
            Truth::False => {}
            Truth::Unknown => break,
        }
    }
    RouteResult { channel: None, steps: Vec::new() }
}
