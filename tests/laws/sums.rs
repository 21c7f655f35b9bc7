//! Law 5: points as shown add up, at both ends; none is below zero or above what it can be. While the choice that switches
//! the weights is open, sums are those of its options.

use std::sync::atomic::{AtomicU32, Ordering};

use infocity_check::language::Input;
use infocity_check::model::{
    Decimal, Entry, FigureKind, Given, IndicatorResult, Points, Rulebook, Submission, Unweighted,
};
use infocity_check::plan::Plan;
use infocity_check::submission::admit;
use proptest::prelude::*;

use crate::cases::{assessment, case, law, points, sum};
use crate::support::submissions::Submitter;

/// What a sum must be of what it is the sum of.
#[derive(Clone, Copy)]
enum Sums {
    /// Exactly that.
    Equal,
    /// That or narrower: the choice that switches the weights is open.
    Within,
}

fn adds_up(whole: Points, parts: &[Points], sums: Sums) -> Result<(), TestCaseError> {
    let exact = |value: Decimal| sum(std::iter::once(value));
    let (low, high) = (sum(parts.iter().map(|part| part.low)), sum(parts.iter().map(|part| part.high)));
    match sums {
        Sums::Equal => prop_assert_eq!((exact(whole.low), exact(whole.high)), (low, high)),
        Sums::Within => prop_assert!(low <= exact(whole.low) && exact(whole.high) <= high, "{:?}", whole),
    }
    Ok(())
}

fn within(points: Points, most: Decimal, places: u32) -> Result<(), TestCaseError> {
    let ordered = Decimal::ZERO <= points.low && points.low <= points.high;
    // The most points may have more places than are kept.
    let most = infocity_check::model::Exact::from(most);
    let unit = infocity_check::model::Exact::power_of_ten(-(places as i32));
    let high = infocity_check::model::Exact::from(points.high);
    prop_assert!(ordered && high < most + unit, "{:?}", points);
    prop_assert!(points.low.places() <= places && points.high.places() <= places, "{:?}", points);
    Ok(())
}

fn indicators_add_up(
    whole: Points,
    indicators: &[IndicatorResult],
    unweighted: Option<Unweighted>,
    (places, sums): (u32, Sums),
) -> Result<(), TestCaseError> {
    let scores = indicators.iter().filter_map(|indicator| indicator.score);
    let parts: Vec<_> = scores.chain(unweighted.map(|unweighted| unweighted.score)).collect();
    adds_up(whole, &parts, sums)?;
    if let Some(unweighted) = unweighted {
        within(unweighted.score, unweighted.max, places)?;
    }
    for indicator in indicators {
        match indicator.score.zip(indicator.max) {
            Some((score, max)) if indicator.indicators.is_empty() => within(score, max, places)?,
            Some((score, _)) => {
                indicators_add_up(score, &indicator.indicators, indicator.unweighted, (places, sums))?;
            }
            None => without_points(indicator, places)?,
        }
    }
    Ok(())
}

/// An indicator without a known weight has a share, and nothing below it has points.
fn without_points(indicator: &IndicatorResult, places: u32) -> Result<(), TestCaseError> {
    prop_assert!(indicator.score.is_none() && indicator.max.is_none() && indicator.unweighted.is_none());
    within(indicator.share.expect("a share").into(), Decimal::HUNDRED, places)?;
    indicator.indicators.iter().try_for_each(|below| without_points(below, places))
}

/// Law 5: points as shown, with what indicators without known weights give together, sum to the dimension as shown,
/// dimensions to the total, at both ends.
#[test]
fn points_add_up() {
    law("points_add_up", &case(8), |case| {
        let plan = case.plan();
        let submissions = Submitter::new(&plan).chain(&case.submission);
        let places = plan.document.rounding.indicator;
        for submission in [&submissions[0], &submissions[submissions.len() - 1]] {
            let assessment = assessment(&plan, submission);
            let sums = if weights_open(&plan, submission) { Sums::Within } else { Sums::Equal };
            for category in assessment.categories.iter().chain(&assessment.fields) {
                let dimensions: Vec<_> =
                    category.dimensions.iter().map(|dimension| dimension.score).collect();
                adds_up(category.score.expect("a score"), &dimensions, sums)?;
                for dimension in &category.dimensions {
                    let unweighted = dimension.unweighted;
                    indicators_add_up(dimension.score, &dimension.indicators, unweighted, (places, sums))?;
                }
            }
        }
        Ok(())
    });
}

fn weights_open(plan: &Plan, submission: &Submission) -> bool {
    let facts = admit(plan, submission).expect("within the domains");
    plan.weights_by.is_some_and(|choice| facts.is_open(Input::Now(choice)))
}

/// Whether points read a figure otherwise than by their weights.
fn scores_read(document: &Rulebook, figure: &str) -> bool {
    let rules = serde_json::to_string(&(&document.dimensions, &document.derived)).expect("JSON");
    rules.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == figure)
}

/// While the choice that switches the weights is open, what each of its options makes of points and sums lies in what is
/// shown; where nothing else reads the choice, what is shown is exactly what they span.
#[test]
fn sums_under_open_weights_span_those_of_the_options() {
    let (open, exact) = (AtomicU32::new(0), AtomicU32::new(0));
    law("sums_under_open_weights_span_those_of_the_options", &case(8), |case| {
        let plan = case.plan();
        let Some(figure) = plan.weights_by.and_then(|choice| plan.document.figures.get(choice)) else {
            return Ok(());
        };
        let FigureKind::Choice(choice) = &figure.kind else { panic!("a choice") };
        let submissions = Submitter::new(&plan).chain(&case.submission);
        let mut submission = submissions[submissions.len() - 1].clone();
        submission.figures.remove(&figure.id);
        let shown = points(&assessment(&plan, &submission));
        let of_options = choice.options.iter().map(|option| {
            let given = Given::Text(option.id.clone());
            submission.figures.insert(figure.id.clone(), Entry { given, ..Entry::default() });
            points(&assessment(&plan, &submission))
        });
        let span = |a: Vec<Points>, b: Vec<Points>| {
            let pairs = a.into_iter().zip(b);
            pairs.map(|(a, b)| Points { low: a.low.min(b.low), high: a.high.max(b.high) }).collect()
        };
        let spanned: Vec<Points> = of_options.reduce(span).expect("options");
        open.fetch_add(1, Ordering::Relaxed);
        if scores_read(&plan.document, &figure.id) {
            for (shown, spanned) in shown.iter().zip(&spanned) {
                prop_assert!(
                    shown.low <= spanned.low && spanned.high <= shown.high,
                    "{:?}",
                    (shown, spanned)
                );
            }
        } else {
            prop_assert_eq!(shown, spanned);
            exact.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    });
    let (open, exact) = (open.into_inner(), exact.into_inner());
    println!("{open} rulebooks whose weights a choice switches, {exact} of which read it nowhere else");
    assert!(exact > 0, "none of {open} rulebooks reads the choice for its weights alone");
}
