//! Indicators without points, with points that cannot be had, or with points that nothing changes.

use super::cases::{Case, cases};
use super::reads::Reads;
use super::walk::{Found, indicators};
use crate::engine::scoring::{Selection, Shares, depends_on_fields, share};
use crate::model::{Decimal, Exact, FindingCode, Findings, Place, Subject};
use crate::plan::{IndicatorPlan, Plan, Weights};

/// The decimal places in which a share is told.
const PLACES: u32 = 2;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    let mut without: Vec<String> = Vec::new();
    for (index, (document, dimension)) in plan.document.dimensions.iter().zip(&plan.dimensions).enumerate() {
        let place = Place::item("dimensions", index, Subject::Dimension, &document.id);
        if nothing(&dimension.weight) {
            findings.add(FindingCode::NoWeight, &place.at("weight"), "0", &[]);
            without.push(place.pointer);
        }
    }
    for Found { document, plan: indicator, points, place } in indicators(plan) {
        let within = without.iter().any(|outer| place.pointer.starts_with(&format!("{outer}/")));
        if within {
            continue;
        }
        if points.is_some_and(nothing) {
            // Points that are not written are what the others leave.
            let at = if document.max.is_some() { place.at("max") } else { place.clone() };
            findings.add(FindingCode::NoWeight, &at, "0", &[]);
            without.push(place.pointer);
        } else {
            scored(plan, indicator, &place.at("score"), findings);
        }
    }
}

fn nothing(weights: &Weights) -> bool {
    weights.0.iter().flatten().all(|weight| *weight == Decimal::ZERO)
}

fn scored(plan: &Plan, indicator: &IndicatorPlan, place: &Place, findings: &mut Findings) {
    let Some(scoring) = &indicator.scoring else { return };
    let mut reads = Reads::new(plan);
    reads.indicator(indicator);
    let cases = cases(plan, &reads);
    let Some(whole) = shares(indicator, &cases, &Selection::All) else { return };
    let fields = plan.document.fields.iter().enumerate().filter(|_| depends_on_fields(scoring));
    let alone = fields.filter_map(|(at, field)| {
        Some((field.id.as_str(), shares(indicator, &cases, &Selection::Best(vec![at]))?))
    });
    let alone: Vec<_> = alone.collect();
    if whole.low == whole.high && alone.iter().all(|(_, shares)| *shares == whole) {
        findings.add(FindingCode::AlwaysSamePoints, place, percent(&whole.low), &[]);
        return;
    }
    let parts = if depends_on_fields(scoring) { alone } else { vec![("", whole)] };
    for (field, shares) in parts.iter().filter(|(_, shares)| shares.high < Exact::from(1)) {
        findings.add(FindingCode::FullPointsNotReached, place, percent(&shares.high), &[("field", field)]);
    }
}

/// The least and the greatest share of all cases.
fn shares(indicator: &IndicatorPlan, cases: &[Case], selection: &Selection) -> Option<Shares> {
    let all: Vec<_> = cases.iter().map(|case| share(indicator, &case.facts, selection)).collect();
    let low = all.iter().map(|shares| shares.low.clone()).min()?;
    let high = all.iter().map(|shares| shares.high.clone()).max()?;
    Some(Shares { low, high })
}

fn percent(share: &Exact) -> String {
    (share.clone() * Exact::from(Decimal::HUNDRED)).to_text(PLACES)
}
