//! Law 5: points as shown add up, at both ends; none is below zero or above what it can be.

use infocity_check::model::{Decimal, IndicatorResult, Points};
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
    places: u32,
) -> Result<(), TestCaseError> {
    adds_up(whole, &indicators.iter().map(|indicator| indicator.score).collect::<Vec<_>>())?;
    for indicator in indicators {
        if indicator.indicators.is_empty() {
            within(indicator.score, indicator.max, places)?;
        } else {
            indicators_add_up(indicator.score, &indicator.indicators, places)?;
        }
    }
    Ok(())
}

/// Law 5: points as shown sum to the dimension as shown, dimensions to the total, at both ends.
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
                    indicators_add_up(dimension.score, &dimension.indicators, places)?;
                }
            }
        }
        Ok(())
    });
}
