//! What stays short where a goal cannot be reached, and how far one can get.

use super::super::relevance::Relevant;
use super::goal::{Alternative, Asked, Goal, Line, POINT, span};
use super::judge::{Judge, Scene, sum};
use super::way::{input_text, points, text};
use crate::language::{Compare, Comparison, Condition, Input};
use crate::model::{Exact, Limit, LimitOf};
use crate::plan::RequirementPlan;
use crate::sorted::Set;
use crate::sorting::gathered;
use crate::values::{Bound, Facts, Truth};

/// The decimal places in which a best value is told, beyond those of the value needed.
const PLACES: u32 = 4;

/// Everything that stays short in the alternative that comes nearest; `best` has all that can be chosen free.
pub(super) fn limits(judge: &Judge<'_>, goal: Goal, best: &Scene) -> Vec<Limit> {
    let mut limits = Vec::new();
    let short = |alternative: &&Alternative| {
        let values = &best.values;
        sum(values, &alternative.conditions).saturating_neg().saturating_add(
            judge.lines(alternative, &best.facts).map(|line| short_total(line, values)).max().unwrap_or(0),
        )
    };
    let Some(nearest) = judge.goal.alternatives.iter().min_by_key(short) else { return limits };
    for at in &nearest.conditions {
        if best.values.get(*at).is_some_and(|value| *value < 0)
            && let Some(Asked::Condition(requirement)) = judge.goal.parts.get(*at).map(|part| &part.asked)
        {
            of_requirement(judge, requirement, &best.facts, &mut limits);
        }
    }
    if let Some(line) = judge.lines(nearest, &best.facts).max_by_key(|line| short_total(line, &best.values)) {
        of_line(judge, goal, line, best, &mut limits);
    }
    limits
}

fn limit(what: LimitOf, of: String) -> Limit {
    Limit { what, of, need: None, comparison: None, best: None, unit: None, decided_by: Vec::new() }
}

fn short_total(line: &Line, values: &[i64]) -> i64 {
    let points = line.portions.iter().map(|portion| sum(values, &portion.parts));
    line.total.saturating_sub(points.fold(0, i64::saturating_add)).max(0)
}

fn of_line(judge: &Judge<'_>, goal: Goal, line: &Line, best: &Scene, limits: &mut Vec<Limit>) {
    let mut add = |what, of: String, need: i64, most: i64| {
        if most < need {
            let (need, best) = (Some(text(&points(need), PLACES)), Some(text(&points(most), PLACES)));
            limits.push(Limit { need, best, ..limit(what, of) });
        }
    };
    let reached = line.portions.iter().map(|portion| sum(&best.values, &portion.parts));
    let (Goal::Line(category) | Goal::Fit(category) | Goal::Requirement(category)) = goal;
    let category =
        judge.plan.categories.get(category).map(|category| category.id.clone()).unwrap_or_default();
    add(LimitOf::Total, category, line.total, reached.fold(0, i64::saturating_add));
    for portion in &line.portions {
        let id = judge.plan.document.dimensions.get(portion.dimension).map(|dimension| dimension.id.clone());
        add(LimitOf::Dimension, id.unwrap_or_default(), portion.least, sum(&best.values, &portion.parts));
    }
    for at in &line.floors {
        let Some(part) = judge.goal.parts.get(*at) else { continue };
        if let Asked::Floor { indicator, least, .. } = &part.asked
            && span(judge.plan, &best.facts, &part.asked).1 <= POINT.saturating_neg()
        {
            let percent = (*least).clone() * Exact::power_of_ten(2);
            limits.push(Limit {
                need: Some(text(&percent, PLACES)),
                unit: Some("%".to_owned()),
                ..limit(LimitOf::Indicator, indicator.id.clone())
            });
        }
    }
}

/// The comparisons that cannot hold; the requirement itself where something else keeps it from being met.
fn of_requirement(judge: &Judge<'_>, requirement: &RequirementPlan, facts: &Facts, limits: &mut Vec<Limit>) {
    let mut deciding = Vec::new();
    facts.deciding(&requirement.condition, requirement.when_undefined, &mut deciding);
    let before = limits.len();
    for (condition, truth) in &deciding {
        if let (Condition::Compare(compare), Truth::False) = (condition, truth) {
            limits.extend(of_comparison(compare, facts));
        }
    }
    if limits.len() == before {
        let number = judge.plan.requirements.iter().position(|known| std::ptr::eq(known, requirement));
        let document = number.and_then(|number| judge.plan.document.requirements.get(number));
        let inputs = deciding.iter().flat_map(|(part, _)| Relevant::of_condition(judge.plan, facts, part));
        let fixed: Set<Input> = gathered(inputs.filter(|input| !judge.changeable(*input)));
        limits.push(Limit {
            decided_by: fixed.into_iter().map(|input| input_text(judge.plan, input)).collect(),
            ..limit(LimitOf::Requirement, document.map(|document| document.id.clone()).unwrap_or_default())
        });
    }
}

fn of_comparison(compare: &Compare, facts: &Facts) -> Option<Limit> {
    let (left, right) = (facts.number(&compare.left), facts.number(&compare.right));
    let (low, high) = left.ends?;
    let (need_low, need_high) = right.ends?;
    let (best, need) = match compare.comparison {
        Comparison::AtLeast | Comparison::Greater => (high, need_low),
        Comparison::AtMost | Comparison::Less => (low, need_high),
        Comparison::Equal | Comparison::NotEqual => return None,
    };
    let own = |bound: Bound| match bound {
        Bound::Finite(value) => value.over(&compare.unit.1).map(|value| text(&value, PLACES)),
        Bound::NegativeInfinity | Bound::PositiveInfinity => None,
    };
    Some(Limit {
        need: Some(own(need)?),
        comparison: Some(compare.comparison.text().to_owned()),
        best: Some(own(best)?),
        unit: Some(compare.unit.0.clone()),
        ..limit(LimitOf::Comparison, compare.text.clone())
    })
}
