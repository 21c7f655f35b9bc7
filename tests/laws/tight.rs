//! Law 2: both ends of an indicator's range can be reached.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use infocity_check::language::Input;
use infocity_check::model::{
    Assessment, CategoryResult, Entry, Exact, FieldChoice, Figure, FigureKind, Given, IndicatorResult,
    LastYear, NumberKind, Points, Submission,
};
use infocity_check::plan::{IndicatorPlan, Plan};
use infocity_check::submission::admit;
use proptest::prelude::*;

use crate::cases::{assessment, case, law};
use crate::support::directions::{Directions, Way, Ways};
use crate::support::submissions::Submitter;

/// The most corners that are visited for one indicator.
const MOST_CORNERS: usize = 64;

/// Stands for an end that is infinite.
const FAR: &str = "1000000000000000000000000";

/// A submission with one input set to an end, and whether that end is finite.
type Set = Box<dyn Fn(&mut Submission)>;

/// The ends, or options, of an open input, as changes of a submission; with whether all are finite.
fn ends(figure: &Figure, entry: &Entry, last: bool) -> (Vec<Set>, bool) {
    let id = figure.id.clone();
    let set = |given: Given| -> Set {
        let id = id.clone();
        Box::new(move |submission| {
            submission.figures.change(id.clone(), |entry| entry.given = given.clone());
        })
    };
    match &figure.kind {
        FigureKind::Number(kind) => number_ends(&figure.id, kind, entry, last),
        FigureKind::Choice(choice) => {
            (choice.options.iter().map(|option| set(Given::Text(option.id.clone()))).collect(), true)
        }
        FigureKind::YesNo => (vec![set(Given::Flag(true)), set(Given::Flag(false))], true),
        FigureKind::Checklist(list) => {
            let all = list.items.iter().map(|item| item.id.clone()).collect();
            (vec![set(Given::Items(Vec::new())), set(Given::Items(all))], true)
        }
    }
}

fn number_ends(id: &str, kind: &NumberKind, entry: &Entry, last: bool) -> (Vec<Set>, bool) {
    let before = entry.last.clone().unwrap_or_default();
    let (given, unit) = if last {
        (before.given, before.unit.or_else(|| entry.unit.clone()))
    } else {
        (entry.given.clone(), entry.unit.clone())
    };
    let unit = unit.unwrap_or_else(|| kind.unit.clone());
    let domain = |end: Option<infocity_check::model::Decimal>, sign: &str| match end {
        Some(end) => (end.to_string(), kind.unit.clone(), true),
        None => (format!("{sign}{FAR}"), kind.unit.clone(), false),
    };
    let (low, high) = match given {
        Given::Between(low, high) => (low, high),
        _ => (None, None),
    };
    let low = low.map_or_else(|| domain(kind.least, "-"), |low| (low, unit.clone(), true));
    let high = high.map_or_else(|| domain(kind.most, ""), |high| (high, unit.clone(), true));
    let finite = low.2 && high.2;
    let set = |(text, unit, _): (String, String, bool)| -> Set {
        let (id, kind_unit) = (id.to_owned(), kind.unit.clone());
        Box::new(move |submission| {
            let given = Given::Text(text.clone());
            submission.figures.change(id.clone(), |entry| {
                if last {
                    entry.last = Some(LastYear { given, unit: Some(unit.clone()) });
                } else {
                    let before = entry.last.take();
                    entry.last = before.map(|before| LastYear {
                        unit: before.unit.or_else(|| entry.unit.clone()).or_else(|| Some(kind_unit.clone())),
                        ..before
                    });
                    (entry.given, entry.unit) = (given, Some(unit.clone()));
                }
            });
        })
    };
    (vec![set(low), set(high)], finite)
}

/// The points of an indicator in a category.
pub(crate) fn score(assessment: &Assessment, category: usize, id: &str) -> Option<Points> {
    score_in(&assessment.categories[category], id)
}

/// The points of an indicator in a category or a field; without a known weight its share.
pub(crate) fn score_in(category: &CategoryResult, id: &str) -> Option<Points> {
    fn find(indicators: &[IndicatorResult], id: &str) -> Option<Points> {
        indicators.iter().find_map(|indicator| {
            if indicator.id == id {
                indicator.score.or(indicator.share.map(Points::from))
            } else {
                find(&indicator.indicators, id)
            }
        })
    }
    category.dimensions.iter().find_map(|dimension| find(&dimension.indicators, id))
}

/// Whether the range of an indicator is promised to be tight.
fn promised(ways: &Ways, figures: usize) -> bool {
    let one_way = ways.inputs.iter().all(|(input, (way, uses))| {
        // What `category`, `fields` and `year` are is a choice, not an unknown.
        input.figure() < figures && (*uses == 1 || *way != Way::Both)
    });
    let asked_once = ways.choices.iter().all(|(choice, uses)| *choice < figures && *uses == 1);
    one_way && asked_once && !ways.undefined && !ways.uneven
}

/// Visits every corner of an indicator's unknowns: the least and the greatest of its points there, and whether all
/// corners are finite; `None` where there are too many.
pub(crate) fn corners(
    plan: &Plan,
    submission: &Submission,
    ways: &Ways,
    (category, indicator): (usize, &IndicatorPlan),
) -> Option<(Points, bool)> {
    let mut inputs: BTreeMap<Input, ()> = ways.inputs.keys().map(|input| (*input, ())).collect();
    inputs.extend(ways.choices.keys().map(|choice| (Input::Now(*choice), ())));
    let mut finite = true;
    let mut found = vec![submission.clone()];
    for input in inputs.into_keys() {
        let figure = &plan.document.figures[input.figure()];
        let entry = submission.figures.get(&figure.id).cloned().unwrap_or_default();
        let (sets, all_finite) = ends(figure, &entry, matches!(input, Input::Last(_)));
        finite &= all_finite;
        let set = |submission: &Submission, set: &Set| {
            let mut changed = submission.clone();
            set(&mut changed);
            changed
        };
        found = found.iter().flat_map(|submission| sets.iter().map(move |s| set(submission, s))).collect();
        if found.len() > MOST_CORNERS {
            return None;
        }
    }
    let at = found.iter().filter_map(|corner| score(&assessment(plan, corner), category, &indicator.id));
    let spanned = at.reduce(|a, b| Points { low: a.low.min(b.low), high: a.high.max(b.high) })?;
    Some((spanned, finite))
}

/// Whether the points that are shown are those that are reached.
pub(crate) fn is_tight(plan: &Plan, ways: &Ways, finite: bool, (shown, reached): (Points, Points)) -> bool {
    if finite {
        return shown == reached;
    }
    if ways.divides && ways.jumps {
        // An end that is only approached counts as reached; a score may jump there.
        return shown.low <= reached.low && reached.high <= shown.high;
    }
    // Approached: the last place may differ.
    let unit = Exact::power_of_ten(-(plan.document.rounding.indicator as i32));
    let near = |a, b| (Exact::zero()..=unit.clone()).contains(&(Exact::from(b) - Exact::from(a)));
    near(shown.low, reached.low) && near(reached.high, shown.high)
}

/// Law 2: for an indicator in which every unknown acts in one direction, or once, both ends can be reached.
#[test]
fn ranges_are_tight() {
    let (tried, checked) = (AtomicU32::new(0), AtomicU32::new(0));
    law("ranges_are_tight", &case(6), |case| {
        tried.fetch_add(1, Ordering::Relaxed);
        let plan = case.plan();
        let submissions = Submitter::new(&plan).chain(&case.submission);
        let mut submission = submissions[submissions.len() - 1].clone();
        submission.year = submission.year.or(Some(2021));
        submission.category =
            submission.category.or_else(|| plan.document.categories.first().map(|first| first.id.clone()));
        let facts = admit(&plan, &submission).expect("within the domains");
        let shown = assessment(&plan, &submission);
        let chosen: Vec<_> = (0..plan.document.fields.len())
            .filter(|at| {
                let id = &plan.document.fields[*at].id;
                submission.fields.is_empty() || submission.fields.contains(id)
            })
            .collect();
        let directions = Directions { plan: &plan, facts: &facts };
        let mut left = 2;
        for (category, document) in plan.categories.iter().enumerate() {
            let fields = (document.fields == FieldChoice::Choose).then_some(chosen.as_slice());
            for indicator in plan.indicators().filter(|indicator| indicator.scoring.is_some()) {
                let ways = directions.indicator(indicator, fields);
                let open = !ways.inputs.is_empty() || !ways.choices.is_empty();
                if left == 0 || !open || !promised(&ways, plan.document.figures.len()) {
                    continue;
                }
                let Some((reached, finite)) = corners(&plan, &submission, &ways, (category, indicator))
                else {
                    continue;
                };
                left -= 1;
                let shown = score(&shown, category, &indicator.id).expect("it is there");
                let tight = is_tight(&plan, &ways, finite, (shown, reached));
                prop_assert!(tight, "{}: {:?} is shown, {:?} is reached", indicator.id, shown, reached);
                checked.fetch_add(1, Ordering::Relaxed);
            }
        }
        Ok(())
    });
    let (tried, checked) = (tried.into_inner(), checked.into_inner());
    println!("{checked} indicators checked in {tried} cases");
    assert!(checked > tried / 5, "only {checked} indicators checked in {tried} cases");
}
