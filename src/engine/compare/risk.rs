//! What puts a title at risk when the city is assessed again.

use super::changes::less;
use crate::model::{
    Again, Assessment, AtRisk, CategoryResult, Decimal, DimensionChange, Exact, Fall, Fit, FloorResult,
    FloorRisk, IndicatorChange, LineRisk, Points, PointsChange, RequirementRisk, Risk, Shift, Status, Threat,
};
use crate::plan::Plan;
use crate::sorting;
use crate::values::Truth;

pub(super) fn risk(
    plan: &Plan,
    (before, now): (&Assessment, &Assessment),
    (was, is): (&CategoryResult, &CategoryResult),
    dimensions: &[DimensionChange],
) -> Risk {
    let fallen = fallen(dimensions);
    let line = line(was, is);
    let again = line.as_ref().and_then(|line| again(line.margin, &fallen));
    Risk {
        at_risk: match is.fit {
            Fit::DoesNotFit => AtRisk::Certain,
            Fit::Undetermined => AtRisk::Possible,
            Fit::Fits => AtRisk::No,
        },
        requirements: requirements(before, now, is),
        floors: floors(plan, was, is),
        falls: fallen.into_iter().map(|(fall, _)| fall).collect(),
        line,
        again,
    }
}

/// The binding requirements of a category that fail, then those that may fail.
fn requirements(before: &Assessment, now: &Assessment, is: &CategoryResult) -> Vec<RequirementRisk> {
    let status =
        |assessment: &Assessment, id: &str| assessment.requirements.iter().find(|r| r.id == id).cloned();
    let found = is.blocked_by.iter().chain(&is.unknown).filter_map(|id| {
        let held = status(before, id).map(|requirement| requirement.status);
        let requirement = status(now, id)?;
        let threat = Threat::between(held, requirement.status)?;
        Some(RequirementRisk { id: id.clone(), basis: requirement.basis, threat })
    });
    found.collect()
}

fn line(was: &CategoryResult, is: &CategoryResult) -> Option<LineRisk> {
    let (line, score) = is.line.as_ref().zip(is.score)?;
    let status = Shift { before: total_status(was)?, now: total_status(is)? };
    Some(LineRisk {
        total: line.total,
        basis: line.basis,
        status,
        threat: Threat::between(Some(status.before), status.now),
        margin: Points { low: less(score.low, line.total), high: less(score.high, line.total) },
    })
}

/// Whether the total alone reaches the line.
fn total_status(result: &CategoryResult) -> Option<Status> {
    let (line, score) = result.line.as_ref().zip(result.score)?;
    Some(Truth::from_bounds(score.low >= line.total, score.high >= line.total).into())
}

fn floors(plan: &Plan, was: &CategoryResult, is: &CategoryResult) -> Vec<FloorRisk> {
    let of = |result: &CategoryResult| result.line.as_ref().map_or_else(Vec::new, |line| line.floors.clone());
    let before = of(was);
    let floor = |floor: FloorResult| {
        let same = |other: &&FloorResult| {
            let key =
                |floor: &FloorResult| (floor.dimension.clone(), floor.indicator.clone(), floor.field.clone());
            key(other) == key(&floor)
        };
        let held = before.iter().find(same).map(|floor| floor.status);
        FloorRisk {
            before: held,
            now: floor.status,
            threat: Threat::between(held, floor.status),
            margin: margin(plan, is, &floor),
            dimension: floor.dimension,
            indicator: floor.indicator,
            field: floor.field,
            least_percent: floor.least_percent,
        }
    };
    of(is).into_iter().map(floor).collect()
}

/// How far a dimension's points are from the least.
fn margin(plan: &Plan, is: &CategoryResult, floor: &FloorResult) -> Option<Points> {
    let id = floor.dimension.as_ref()?;
    let mut dimensions = is.dimensions.iter().zip(&plan.dimensions);
    let (dimension, document) = dimensions.find(|(dimension, _)| dimension.id == *id)?;
    // While the choice that switches it is open, the weight shown is but the greatest.
    if document.weight.varies() {
        return None;
    }
    let least = Exact::from(floor.least_percent).percent() * Exact::from(dimension.weight);
    let end = |points: Decimal| (Exact::from(points) - least.clone()).to_decimal();
    Some(Points { low: end(dimension.score.low)?, high: end(dimension.score.high)? })
}

/// The indicators whose points fell or may have fallen: first those that certainly did, in each the furthest first;
/// behind those with points the ones that have but a share.
fn fallen(dimensions: &[DimensionChange]) -> Vec<(Fall, Option<PointsChange>)> {
    let mut found = Vec::new();
    for dimension in dimensions {
        leaves(&dimension.indicators, &mut |indicator| {
            let Some(moved) = indicator.score.or(indicator.share) else { return };
            if moved.change.low < Decimal::ZERO {
                let fall = Fall {
                    indicator: indicator.id.clone(),
                    dimension: dimension.id.clone(),
                    certain: moved.change.high < Decimal::ZERO,
                    change: indicator.score.map(|score| score.change),
                    share: indicator.share.map(|share| share.change),
                };
                found.push((fall, indicator.score));
            }
        });
    }
    // The sort is stable: what fell equally far stays in the rulebook's order.
    sorting::sort_by_key(&mut found, |(fall, _)| {
        let by = fall.change.or(fall.share);
        let (low, high) = by.map_or((Decimal::ZERO, Decimal::ZERO), |by| (by.low, by.high));
        let ends = if fall.certain { (high, low) } else { (low, high) };
        (!fall.certain, fall.change.is_none(), ends)
    });
    found
}

/// The indicators that are scored themselves.
fn leaves(indicators: &[IndicatorChange], found: &mut impl FnMut(&IndicatorChange)) {
    for indicator in indicators {
        if indicator.indicators.is_empty() {
            found(indicator);
        } else {
            leaves(&indicator.indicators, found);
        }
    }
}

/// The fewest of the falls, in their order, that bring the total below its line when they come again; of those that
/// certainly do, where there are any. No indicator falls below zero; one without a known weight does not count.
fn again(margin: Points, fallen: &[(Fall, Option<PointsChange>)]) -> Option<Again> {
    let (mut least, mut most) = (Exact::zero(), Exact::zero());
    let mut possible = None;
    let fallen: Vec<_> = fallen.iter().filter_map(|(fall, score)| Some((fall, (*score)?))).collect();
    for (count, (_, score)) in fallen.iter().enumerate() {
        let fall = |change: Decimal, points: Decimal| {
            (-Exact::from(change.min(Decimal::ZERO))).min(Exact::from(points))
        };
        least = least + fall(score.change.high, score.now.low);
        most = most + fall(score.change.low, score.now.high);
        let names = || fallen.iter().take(count.saturating_add(1)).map(|(fall, _)| fall.indicator.clone());
        if margin.high >= Decimal::ZERO && least > Exact::from(margin.high) {
            return Some(Again { indicators: names().collect(), certain: true });
        }
        if margin.low >= Decimal::ZERO && possible.is_none() && most > Exact::from(margin.low) {
            possible = Some(Again { indicators: names().collect(), certain: false });
        }
    }
    possible
}
