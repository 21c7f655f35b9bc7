//! Law 4: what moves one way with a figure never moves the other way.

use std::sync::atomic::{AtomicU32, Ordering};

use infocity_check::language::Input;
use infocity_check::model::{FieldChoice, Given, IndicatorResult, Points, Status};
use infocity_check::plan::IndicatorPlan;
use infocity_check::submission::admit;
use proptest::prelude::*;

use crate::cases::{assessment, case, law};
use crate::support::directions::{Directions, Way, Ways};
use crate::support::submissions::Submitter;

/// Every indicator's plan with its result.
fn pairs<'a>(
    plans: &'a [IndicatorPlan],
    results: &'a [IndicatorResult],
    found: &mut Vec<(&'a IndicatorPlan, &'a IndicatorResult)>,
) {
    for (plan, result) in plans.iter().zip(results) {
        found.push((plan, result));
        pairs(&plan.indicators, &result.indicators, found);
    }
}

/// The way something moves with an input, where it certainly has a value and moves one way.
fn one_way(ways: &Ways, input: Input) -> Option<Way> {
    if ways.undefined || ways.of(input) == Some(Way::Both) {
        return None;
    }
    Some(ways.of(input).unwrap_or(Way::Up))
}

/// Law 4: a score moves one way with what it scores, unless declared otherwise; raising a figure with which all of an
/// indicator, or of a requirement, rises never lowers its points or unmeets it.
#[test]
fn what_rises_with_a_figure_never_falls_with_it() {
    let compared = AtomicU32::new(0);
    let tried = AtomicU32::new(0);
    law("what_rises_with_a_figure_never_falls_with_it", &case(0), |case| {
        tried.fetch_add(1, Ordering::Relaxed);
        let plan = case.plan();
        let submitter = Submitter::new(&plan);
        let one = submitter.complete(&case.submission);
        let Some((at, other)) = submitter.moved(&one, &case.extra) else { return Ok(()) };
        let input = Input::Now(at);
        let value = |submission| admit(&plan, submission).expect("within the domains");
        let (facts, others) = (value(&one), value(&other));
        let (Some(infocity_check::values::Fact::Number(a)), Some(infocity_check::values::Fact::Number(b))) =
            (facts.fact(at), others.fact(at))
        else {
            return Ok(());
        };
        let (lower, upper) = if a.single() <= b.single() { (&one, &other) } else { (&other, &one) };
        // The signs are those that hold wherever the figure moves.
        let mut open = other.clone();
        let entry = open.figures.get_mut(&plan.document.figures[at].id).expect("it is there");
        (entry.given, entry.unit) = (Given::Unknown, None);
        let facts = value(&open);
        let directions = Directions { plan: &plan, facts: &facts };
        let (less, more) = (assessment(&plan, lower), assessment(&plan, upper));
        for (index, requirement) in plan.requirements.iter().enumerate() {
            let met = |status: Status| status == Status::Met;
            let (less, more) = (less.requirements[index].status, more.requirements[index].status);
            let both = [less, more].iter().all(|status| *status != Status::Undetermined);
            match one_way(&directions.condition(&requirement.condition), input).filter(|_| both) {
                Some(Way::Up) => prop_assert!(met(less) <= met(more), "requirement {}", index),
                Some(Way::Down) => prop_assert!(met(less) >= met(more), "requirement {}", index),
                _ => {}
            }
        }
        let chosen: Vec<_> = (0..plan.document.fields.len())
            .filter(|field| one.fields.is_empty() || one.fields.contains(&plan.document.fields[*field].id))
            .collect();
        for (index, category) in plan.categories.iter().enumerate() {
            let fields = (category.fields == FieldChoice::Choose).then_some(chosen.as_slice());
            let (less, more) = (&less.categories[index].dimensions, &more.categories[index].dimensions);
            for ((dimension, less), more) in plan.dimensions.iter().zip(less).zip(more) {
                let (mut lesser, mut greater) = (Vec::new(), Vec::new());
                pairs(&dimension.indicators, &less.indicators, &mut lesser);
                pairs(&dimension.indicators, &more.indicators, &mut greater);
                for ((indicator, less), (_, more)) in lesser.into_iter().zip(greater) {
                    if indicator.scoring.is_none() {
                        continue;
                    }
                    let ways = directions.indicator(indicator, fields);
                    let range = |result: &IndicatorResult| {
                        result.score.or(result.share.map(Points::from)).expect("points or a share")
                    };
                    let (less, more) = (range(less), range(more));
                    match one_way(&ways, input) {
                        Some(Way::Up) => {
                            prop_assert!(less.low <= more.low && less.high <= more.high, "{}", indicator.id)
                        }
                        Some(Way::Down) => {
                            prop_assert!(less.low >= more.low && less.high >= more.high, "{}", indicator.id)
                        }
                        _ => continue,
                    }
                    if ways.of(input).is_some() {
                        compared.fetch_add(1, Ordering::Relaxed);
                    }
                }
            }
        }
        Ok(())
    });
    let (compared, tried) = (compared.into_inner(), tried.into_inner());
    println!("{compared} scores compared in {tried} cases");
    assert!(compared > tried / 5, "only {compared} scores compared in {tried} cases");
}
