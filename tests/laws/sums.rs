//! Law 5: points as shown add up, at both ends; none is below zero or above what it can be.

use infocity_check::model::{Decimal, IndicatorResult, Points, Unweighted};
use proptest::prelude::*;

use crate::cases::{assessment, case, law, sum};
use crate::support::submissions::Submitter;

fn adds_up(whole: Points, parts: &[Points]) -> Result<(), TestCaseError> {
    let exact = |value: Decimal| sum(std::iter::once(value));
    prop_assert_eq!(exact(whole.low), sum(parts.iter().map(|part| part.low)));
    prop_assert_eq!(exact(whole.high), sum(parts.iter().map(|part| part.high)));
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
    places: u32,
) -> Result<(), TestCaseError> {
    let scores = indicators.iter().filter_map(|indicator| indicator.score);
    let parts: Vec<_> = scores.chain(unweighted.map(|unweighted| unweighted.score)).collect();
    adds_up(whole, &parts)?;
    if let Some(unweighted) = unweighted {
        within(unweighted.score, unweighted.max, places)?;
    }
    for indicator in indicators {
        match indicator.score.zip(indicator.max) {
            Some((score, max)) if indicator.indicators.is_empty() => within(score, max, places)?,
            Some((score, _)) => {
                indicators_add_up(score, &indicator.indicators, indicator.unweighted, places)?;
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
            for category in assessment.categories.iter().chain(&assessment.fields) {
                let dimensions: Vec<_> =
                    category.dimensions.iter().map(|dimension| dimension.score).collect();
                adds_up(category.score.expect("a score"), &dimensions)?;
                for dimension in &category.dimensions {
                    let unweighted = dimension.unweighted;
                    indicators_add_up(dimension.score, &dimension.indicators, unweighted, places)?;
                }
            }
        }
        Ok(())
    });
}
