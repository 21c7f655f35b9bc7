//! The differences of two assessments.
//!
//! The unknown figures of two years are independent: from `[a, b]` to `[c, d]` is a change by `[c - b, d - a]`. Sums
//! of changes are therefore the change of the sum, at both ends.

use super::risk::risk;
use crate::model::{
    Assessment, CategoryChange, CategoryResult, Decimal, DimensionChange, DimensionResult, Direction, Exact,
    IndicatorChange, IndicatorResult, Points, PointsChange, RequirementChange, Shift, Unweighted,
    UnweightedChange,
};
use crate::plan::Plan;

/// What changed from one assessment to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differences {
    /// Every category.
    pub categories: Vec<CategoryChange>,
    /// Every field, scored alone.
    pub fields: Vec<CategoryChange>,
    /// Every requirement.
    pub requirements: Vec<RequirementChange>,
}

/// What changed from `before` to `now`, two assessments under the rulebook of `plan`.
#[must_use]
pub fn differences(plan: &Plan, before: &Assessment, now: &Assessment) -> Differences {
    let requirements = before.requirements.iter().zip(&now.requirements);
    Differences {
        categories: categories(plan, before, now, |assessment| &assessment.categories),
        fields: categories(plan, before, now, |assessment| &assessment.fields),
        requirements: requirements
            .map(|(before, now)| RequirementChange {
                id: now.id.clone(),
                basis: now.basis,
                effect: now.effect,
                status: Shift { before: before.status, now: now.status },
            })
            .collect(),
    }
}

fn categories(
    plan: &Plan,
    before: &Assessment,
    now: &Assessment,
    of: impl Fn(&Assessment) -> &Vec<CategoryResult>,
) -> Vec<CategoryChange> {
    let pairs = of(before).iter().zip(of(now));
    pairs.map(|(was, is)| category(plan, before, now, was, is)).collect()
}

fn category(
    plan: &Plan,
    before: &Assessment,
    now: &Assessment,
    was: &CategoryResult,
    is: &CategoryResult,
) -> CategoryChange {
    let dimensions: Vec<_> =
        was.dimensions.iter().zip(&is.dimensions).map(|(was, is)| dimension(was, is)).collect();
    CategoryChange {
        id: is.id.clone(),
        category: is.category.clone(),
        eligible: Shift { before: was.eligible, now: is.eligible },
        fit: Shift { before: was.fit, now: is.fit },
        judged: was.judged || is.judged,
        score: was.score.zip(is.score).map(|(was, is)| points(was, is)),
        risk: risk(plan, (before, now), (was, is), &dimensions),
        dimensions,
    }
}

fn dimension(was: &DimensionResult, is: &DimensionResult) -> DimensionChange {
    DimensionChange {
        id: is.id.clone(),
        weight: is.weight,
        weight_before: (was.weight != is.weight).then_some(was.weight),
        score: points(was.score, is.score),
        unweighted: unweighted(was.unweighted, is.unweighted),
        indicators: indicators(&was.indicators, &is.indicators),
    }
}

fn unweighted(was: Option<Unweighted>, is: Option<Unweighted>) -> Option<UnweightedChange> {
    was.zip(is).map(|(was, is)| UnweightedChange {
        max: is.max,
        max_before: (was.max != is.max).then_some(was.max),
        score: points(was.score, is.score),
    })
}

fn indicators(was: &[IndicatorResult], is: &[IndicatorResult]) -> Vec<IndicatorChange> {
    let pairs = was.iter().zip(is);
    pairs
        .map(|(was, is)| IndicatorChange {
            id: is.id.clone(),
            max: is.max,
            max_before: was.max.filter(|_| was.max != is.max),
            score: was.score.zip(is.score).map(|(was, is)| points(was, is)),
            share: was.share.zip(is.share).map(|(was, is)| points(was.into(), is.into())),
            unweighted: unweighted(was.unweighted, is.unweighted),
            indicators: indicators(&was.indicators, &is.indicators),
        })
        .collect()
}

fn points(before: Points, now: Points) -> PointsChange {
    let change = Points { low: less(now.low, before.high), high: less(now.high, before.low) };
    let direction = if change.low > Decimal::ZERO {
        Direction::Risen
    } else if change.high < Decimal::ZERO {
        Direction::Fallen
    } else if change.low == change.high {
        Direction::Unchanged
    } else {
        Direction::Open
    };
    PointsChange { before, now, change, direction }
}

/// The difference of two numbers of points, which have few digits: it is a decimal again.
pub(super) fn less(from: Decimal, what: Decimal) -> Decimal {
    (Exact::from(from) - Exact::from(what)).to_decimal().unwrap_or(Decimal::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: &str, high: &str) -> Points {
        Points { low: low.parse().expect("a decimal"), high: high.parse().expect("a decimal") }
    }

    #[test]
    fn only_what_is_certain_is_said_of_a_change() {
        for (before, now, change, direction) in [
            (("5", "5"), ("7.5", "7.5"), ("2.5", "2.5"), Direction::Risen),
            (("5", "6"), ("6.01", "9"), ("0.01", "4"), Direction::Risen),
            (("5", "6"), ("6", "9"), ("0", "4"), Direction::Open),
            (("5", "6"), ("1", "4.99"), ("-5", "-0.01"), Direction::Fallen),
            (("5", "6"), ("1", "5"), ("-5", "0"), Direction::Open),
            (("5", "5"), ("5", "5"), ("0", "0"), Direction::Unchanged),
            // The same range twice: the value in it may have moved.
            (("5", "6"), ("5", "6"), ("-1", "1"), Direction::Open),
        ] {
            let found = points(range(before.0, before.1), range(now.0, now.1));
            assert_eq!(found.change, range(change.0, change.1), "{before:?} to {now:?}");
            assert_eq!(found.direction, direction, "{before:?} to {now:?}");
        }
    }
}
