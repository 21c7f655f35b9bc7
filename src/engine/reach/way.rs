//! Values found, in the terms of the rulebook: from what to what, in which unit, and what it changes.

use super::super::missing::state;
use super::super::relevance::Relevant;
use super::super::requirement::input_name;
use super::goal::{Asked, certain_percents, span};
use super::grid::{Grid, Spot};
use super::judge::{Judge, Scene};
use crate::language::{Compare, Condition, Formula, Input};
use crate::model::{ChoiceOption, Effected, Exact, FigureKind, ReachValue, ReachWay, Sense, Submission};
use crate::plan::Plan;
use crate::sorted::Set;
use crate::values::{Bound, Fact, Facts};

/// The decimal places in which a compared value is told.
const PLACES: u32 = 4;

/// What an input is called: a figure's id, `last(ID)` for last year's value, `category`, `fields`, `year`.
pub(super) fn input_text(plan: &Plan, input: Input) -> String {
    let name = input_name(plan, input.figure());
    match input {
        Input::Now(_) => name,
        Input::Last(_) => format!("last({name})"),
    }
}

/// Each figure with its value, the others having theirs.
pub(super) fn ways(judge: &Judge<'_>, submission: &Submission, values: &[(usize, Spot)]) -> Vec<ReachWay> {
    let before = judge.scene(&Set::new(), &Set::new());
    let mut after = judge.changed(values);
    // A way is told within the work allowed for it: sense and effects take a handful of evaluations.
    judge.allow(u64::MAX);
    values
        .iter()
        .filter_map(|(figure, spot)| way(judge, submission, &before, &mut after, *figure, spot))
        .collect()
}

fn way(
    judge: &Judge<'_>,
    submission: &Submission,
    before: &Scene,
    after: &mut Scene,
    figure: usize,
    spot: &Spot,
) -> Option<ReachWay> {
    let plan = judge.plan;
    let document = plan.document.figures.get(figure)?;
    let grid = Grid::of(plan, figure);
    let now = judge.facts.fact(figure)?;
    let open = judge.facts.is_open(Input::Now(figure));
    let state = open.then(|| state(submission, judge.facts, figure, &document.id));
    let sense = grid.as_ref().and_then(|grid| sense(judge, after, figure, grid, spot));
    Some(ReachWay {
        figure: document.id.clone(),
        state,
        from: from(judge, figure, &document.kind, grid.as_ref(), now),
        to: to(&document.kind, grid.as_ref(), spot)?,
        unit: grid.map(|grid| grid.unit),
        sense,
        effects: effects(judge, before, after, figure),
    })
}

/// Whether every greater, or every smaller value does it as well, and the one next to it on the other side does not.
fn sense(judge: &Judge<'_>, after: &mut Scene, figure: usize, grid: &Grid, spot: &Spot) -> Option<Sense> {
    let Spot::Number(at) = spot else { return None };
    let mut all = |from: i128, to: i128| judge.with(after, figure, grid.between(from, to), false) == Ok(0);
    let (below, above) = (at.saturating_sub(1), at.saturating_add(1));
    Some(match (all(grid.low, *at), all(*at, grid.high)) {
        (false, true) if !all(below, below) => Sense::AtLeast,
        (true, false) if !all(above, above) => Sense::AtMost,
        // Where any value does it, only the step from what is unknown to a value counts.
        _ => Sense::Exactly,
    })
}

fn from(
    judge: &Judge<'_>,
    figure: usize,
    kind: &FigureKind,
    grid: Option<&Grid>,
    now: &Fact,
) -> Option<ReachValue> {
    match (kind, now) {
        (FigureKind::Number(_), Fact::Number(range)) => {
            let (low, high) = range.ends.as_ref()?;
            let text = |bound: &Bound| match bound {
                Bound::Finite(value) => grid.map(|grid| grid.text(value)),
                Bound::NegativeInfinity | Bound::PositiveInfinity => None,
            };
            if low == high {
                return text(low).map(ReachValue::Text);
            }
            if judge.any(figure).as_ref() == Some(now) {
                return None;
            }
            Some(ReachValue::Estimate { between: [text(low), text(high)] })
        }
        (FigureKind::Choice(choice), Fact::Choice(Some(at))) => {
            choice.options.get(*at).map(|option| ReachValue::Text(option.id.clone()))
        }
        (FigureKind::YesNo, Fact::YesNo(Some(answer))) => Some(ReachValue::Flag(*answer)),
        (FigureKind::Checklist(list), Fact::Checklist(items)) if items.iter().all(Option::is_some) => {
            let ticked: Vec<bool> = items.iter().map(|item| *item == Some(true)).collect();
            Some(ReachValue::Items(ids(&list.items, &ticked)))
        }
        _ => None,
    }
}

fn to(kind: &FigureKind, grid: Option<&Grid>, spot: &Spot) -> Option<ReachValue> {
    Some(match (kind, spot) {
        (FigureKind::Number(_), Spot::Number(at)) => ReachValue::Text(grid?.decimal(*at).to_string()),
        (FigureKind::Choice(choice), Spot::Choice(at)) => {
            ReachValue::Text(choice.options.get(*at)?.id.clone())
        }
        (FigureKind::YesNo, Spot::YesNo(answer)) => ReachValue::Flag(*answer),
        (FigureKind::Checklist(list), Spot::Items(ticked)) => ReachValue::Items(ids(&list.items, ticked)),
        _ => return None,
    })
}

fn ids(items: &[ChoiceOption], ticked: &[bool]) -> Vec<String> {
    items.iter().zip(ticked).filter(|(_, ticked)| **ticked).map(|(item, _)| item.id.clone()).collect()
}

/// The points and compared values that read the figure and are not what they were.
fn effects(judge: &Judge<'_>, before: &Scene, after: &Scene, figure: usize) -> Vec<Effected> {
    let mut effects: Vec<Effected> = Vec::new();
    for at in judge.readers(figure) {
        let Some(part) = judge.goal.parts.get(*at) else { continue };
        match &part.asked {
            Asked::Condition(requirement) => {
                let told = Told { judge, figure, before: &before.facts, after: &after.facts };
                told.compared(&requirement.condition, &mut effects);
            }
            // Without a known weight it is the share that tells what changed.
            Asked::Points { indicators, .. }
                if indicators.iter().all(|indicator| indicator.max.is_none()) =>
            {
                let percents = |facts: &Facts| certain_percents(judge.plan, facts, &part.asked);
                let pairs = percents(&before.facts).into_iter().zip(percents(&after.facts));
                for ((of, from), (_, to)) in pairs.filter(|((_, from), (_, to))| from != to) {
                    let (from, to) = (Some(text(&from, PLACES)), text(&to, PLACES));
                    let effect = Effected { of, from, to, unit: Some("%".to_owned()) };
                    if !effects.contains(&effect) {
                        effects.push(effect);
                    }
                }
            }
            Asked::Points { indicators, .. } => {
                let points = |facts: &Facts| text(&points(span(judge.plan, facts, &part.asked).0), PLACES);
                let (from, to) = (points(&before.facts), points(&after.facts));
                let of = indicators.iter().map(|indicator| indicator.id.clone()).collect();
                let effect = Effected { of, from: Some(from.clone()), to, unit: None };
                if effect.to != from && !effects.contains(&effect) {
                    effects.push(effect);
                }
            }
            Asked::Floor { .. } => {}
        }
    }
    effects
}

struct Told<'j, 'a> {
    judge: &'j Judge<'a>,
    figure: usize,
    before: &'j Facts,
    after: &'j Facts,
}

impl Told<'_, '_> {
    /// The left sides of comparisons that read the figure, where they are known afterwards.
    fn compared(&self, condition: &Condition, effects: &mut Vec<Effected>) {
        match condition {
            Condition::Not(of) => self.compared(of, effects),
            Condition::AtLeast(_, parts) => parts.iter().for_each(|part| self.compared(part, effects)),
            // That the figure itself has its new value goes without saying.
            Condition::Compare(compare) if compare.left == Formula::Figure(self.figure) => {}
            Condition::Compare(compare) => {
                let reads = Relevant::of_formula(self.judge.plan, self.after, &compare.left);
                if let (from, Some(to)) = (value(compare, self.before), value(compare, self.after))
                    && reads.contains(&Input::Now(self.figure))
                    && from.as_ref() != Some(&to)
                {
                    let unit = Some(compare.unit.0.clone());
                    effects.push(Effected { of: compare.text.clone(), from, to, unit });
                }
            }
            _ => {}
        }
    }
}

fn value(compare: &Compare, facts: &Facts) -> Option<String> {
    let left = facts.number(&compare.left);
    left.single()?.over(&compare.unit.1).map(|value| text(&value, PLACES))
}

/// Millionths of a point as points.
pub(super) fn points(millionths: i64) -> Exact {
    let millionths = i128::from(millionths);
    crate::model::Decimal::from_parts(millionths, 6).map_or_else(Exact::zero, Exact::from)
}

pub(super) fn text(value: &Exact, places: u32) -> String {
    value.to_decimal().map_or_else(|| value.to_text(places), |decimal| decimal.to_string())
}
