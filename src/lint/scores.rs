//! Bands and points of score functions that no value comes to.

use super::cases::cases;
use super::reads::Reads;
use super::walk::{Found, indicators};
use crate::engine::scoring::band;
use crate::language::Formula;
use crate::model::{Band, Bands, Exact, FindingCode, Findings, Piecewise, Place, Score};
use crate::plan::{Cut, Plan, Scoring};
use crate::values::Bound;

/// The decimal places in which a range is told.
const PLACES: u32 = 4;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    for Found { document, plan: indicator, place, .. } in indicators(plan) {
        if let (Some(score), Some(scoring)) = (&document.score, &indicator.scoring) {
            part(plan, score, scoring, &place.at("score"), findings);
        }
    }
}

/// A part of a score function, beside what was made of it.
fn part(plan: &Plan, score: &Score, scoring: &Scoring, place: &Place, findings: &mut Findings) {
    match (score, scoring) {
        (Score::Bands(document), Scoring::Bands { of, cuts, .. }) => {
            bands(plan, document, of, cuts, &place.at("bands"), findings);
        }
        (Score::Piecewise(document), Scoring::Line { of, points }) => {
            line(plan, document, of, points, &place.at("piecewise"), findings);
        }
        (Score::BestOf(documents), Scoring::BestOf(parts)) => {
            for (index, (document, scoring)) in documents.iter().zip(parts).enumerate() {
                part(plan, document, scoring, &place.at("best_of").at(index), findings);
            }
        }
        (Score::SumOf(documents), Scoring::SumOf(parts)) => {
            for (index, (document, (_, scoring))) in documents.iter().zip(parts).enumerate() {
                part(plan, &document.score, scoring, &place.at("sum_of").at(index).at("score"), findings);
            }
        }
        (Score::ByField(documents), Scoring::ByField(parts)) => {
            for (field, scoring) in plan.document.fields.iter().zip(parts) {
                if let Some(document) = documents.get(&field.id) {
                    part(plan, document, scoring, &place.at("by_field").at(&field.id), findings);
                }
            }
        }
        _ => {}
    }
}

/// The least and the greatest value of a formula in every case in which it has one.
fn ends(plan: &Plan, formula: &Formula) -> Vec<(Bound, Bound)> {
    let mut reads = Reads::new(plan);
    reads.formula(formula);
    cases(plan, &reads).iter().filter_map(|case| case.facts.number(formula).ends).collect()
}

fn whole(ends: &[(Bound, Bound)]) -> Option<(Bound, Bound)> {
    let least = ends.iter().map(|(low, _)| low).min()?;
    let greatest = ends.iter().map(|(_, high)| high).max()?;
    Some((least.clone(), greatest.clone()))
}

fn bands(plan: &Plan, document: &Bands, of: &Formula, cuts: &[Cut], place: &Place, findings: &mut Findings) {
    let ends = ends(plan, of);
    let Some(whole) = whole(&ends) else { return };
    for (index, written) in document.bands.iter().enumerate() {
        let reached = |(low, high): &(Bound, Bound)| band(low, cuts) <= index && index <= band(high, cuts);
        if !ends.iter().any(reached) {
            let texts = [&written.at_least, &written.above, &written.below, &written.at_most];
            let unit = texts.into_iter().flatten().next().map_or("", |text| unit_of(text));
            let params = [("of", document.of.as_str()), ("range", &told(plan, &whole, unit))];
            let place = place.at("bands").at(index);
            findings.add(FindingCode::BandNotReached, &place, band_text(written), &params);
        }
    }
}

/// Points beyond a neighbour that is itself beyond every value.
fn line(
    plan: &Plan,
    document: &Piecewise,
    of: &Formula,
    points: &[(Exact, Exact)],
    place: &Place,
    findings: &mut Findings,
) {
    let Some(whole) = whole(&ends(plan, of)) else { return };
    let at = |index: usize| points.get(index).map(|(at, _)| Bound::Finite(at.clone()));
    for (index, written) in document.points.iter().enumerate() {
        let below = at(index.saturating_add(1)).is_some_and(|next| next <= whole.0);
        let above = index.checked_sub(1).and_then(at).is_some_and(|before| before >= whole.1);
        if below || above {
            let range = told(plan, &whole, unit_of(&written.at));
            let params = [("of", document.of.as_str()), ("range", &range)];
            let place = place.at("points").at(index);
            findings.add(FindingCode::PointWithoutEffect, &place, &written.at, &params);
        }
    }
}

fn band_text(band: &Band) -> String {
    let ends = [("≥", &band.at_least), (">", &band.above), ("<", &band.below), ("≤", &band.at_most)];
    let written = ends.iter().filter_map(|(sign, end)| Some(format!("{sign} {}", end.as_ref()?)));
    written.collect::<Vec<_>>().join(" … ")
}

/// The unit of a number as it is written.
fn unit_of(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '-' || c == '.').trim()
}

/// A range in a unit.
fn told(plan: &Plan, (low, high): &(Bound, Bound), unit: &str) -> String {
    let factor = plan.units.get(unit).map_or_else(|| Exact::from(1), |unit| unit.factor);
    let end = |bound: &Bound| match bound {
        Bound::NegativeInfinity => "−∞".to_owned(),
        Bound::PositiveInfinity => "∞".to_owned(),
        Bound::Finite(value) => value.over(&factor).map_or_else(String::new, |value| value.to_text(PLACES)),
    };
    let gap = if unit.is_empty() { "" } else { " " };
    format!("{} … {}{gap}{unit}", end(low), end(high))
}
