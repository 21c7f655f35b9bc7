//! What must hold of every assessment, and of two of which one knows less.

use infocity_check::language::{Condition, Formula};
use infocity_check::model::{
    Assessment, CategoryResult, Decimal, Eligible, Fit, IndicatorResult, Points, Status,
};
use infocity_check::values::{Facts, Range, Truth};

use crate::world::World;

/// Every range of points, from the total down.
fn points(assessment: &Assessment) -> Vec<Points> {
    fn of_indicators(indicators: &[IndicatorResult], found: &mut Vec<Points>) {
        for indicator in indicators {
            // Without a known weight an indicator has a share of 100.
            let share = indicator.share.map(|share| (Points::from(share), Decimal::HUNDRED));
            let (score, max) = indicator.score.zip(indicator.max).or(share).expect("points or a share");
            assert!(Decimal::ZERO <= score.low && score.high <= max, "{indicator:?}");
            found.push(score);
            found.extend(indicator.unweighted.map(|unweighted| unweighted.score));
            of_indicators(&indicator.indicators, found);
        }
    }
    let mut found = Vec::new();
    for category in results(assessment) {
        found.extend(category.score);
        for dimension in &category.dimensions {
            found.push(dimension.score);
            found.extend(dimension.unweighted.map(|unweighted| unweighted.score));
            of_indicators(&dimension.indicators, &mut found);
        }
    }
    found
}

fn results(assessment: &Assessment) -> impl Iterator<Item = &CategoryResult> {
    assessment.categories.iter().chain(&assessment.fields)
}

/// Every range has its ends in order and within what can be reached.
pub fn ordered(assessment: &Assessment) {
    for points in points(assessment) {
        assert!(points.low <= points.high, "{points:?}");
    }
}

/// What is known less is no narrower, and what it decides stands.
pub fn narrows(less: &Assessment, more: &Assessment) {
    for (less, more) in points(less).iter().zip(points(more)) {
        assert!(less.low <= more.low && more.high <= less.high, "{less:?} does not hold {more:?}");
    }
    for (less, more) in less.requirements.iter().zip(&more.requirements) {
        assert!(less.status == Status::Undetermined || less.status == more.status, "requirement {}", less.id);
    }
    for (less, more) in results(less).zip(results(more)) {
        assert!(less.fit == Fit::Undetermined || less.fit == more.fit, "fit of {}", less.id);
        let undetermined = less.eligible == Eligible::Undetermined;
        assert!(undetermined || less.eligible == more.eligible, "eligibility of {}", less.id);
    }
    assert!(less.route.channel.is_none() || less.route == more.route, "{:?}", less.route);
}

/// A formula's values where everything is known lie in those where nothing is.
pub fn formula(world: &World, formula: &Formula) {
    let wide = world.unknown.number(formula);
    for facts in &world.known {
        let narrow = facts.number(formula);
        assert!(within(&narrow, &wide), "{formula:?}: {narrow:?} is not within {wide:?}");
    }
}

fn within(narrow: &Range, wide: &Range) -> bool {
    let ends = match (&narrow.ends, &wide.ends) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some((low, high)), Some((wide_low, wide_high))) => {
            low <= high && wide_low <= low && high <= wide_high
        }
    };
    ends && (wide.undefined || !narrow.undefined)
}

/// What a condition comes to while nothing is known stands when everything is.
pub fn condition(world: &World, condition: &Condition) {
    for when_undefined in [None, Some(false), Some(true)] {
        let truth = |facts: &Facts| {
            let truth = facts.truth(condition, when_undefined);
            let mut deciding = Vec::new();
            facts.deciding(condition, when_undefined, &mut deciding);
            truth
        };
        let early = truth(&world.unknown);
        for facts in &world.known {
            let late = truth(facts);
            assert!(early == Truth::Unknown || early == late, "{condition:?}: {early:?}, then {late:?}");
        }
    }
    let early = world.unknown.may_be_undefined(condition);
    assert!(early || !world.known.iter().any(|facts| facts.may_be_undefined(condition)), "{condition:?}");
}
