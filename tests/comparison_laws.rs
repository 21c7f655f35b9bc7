//! The laws of comparing two years, as properties over the rulebooks of the repository.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod support;

use std::sync::LazyLock;

use infocity_check::engine::{assess, differences};
use infocity_check::model::{
    Assessment, CategoryChange, Decimal, Direction, Exact, IndicatorChange, Points, PointsChange, Submission,
    Threat,
};
use infocity_check::plan::Plan;
use proptest::prelude::*;

use support::{Roll, blur, complete, plan, roll};

static PLANS: LazyLock<[Plan; 2]> = LazyLock::new(|| [plan(support::FLAGSHIP), plan(support::EVERY_RULE)]);

#[derive(Debug, Clone)]
struct Year {
    rolls: Vec<Roll>,
    year: u32,
    chosen: u32,
    blurs: Vec<(usize, Roll)>,
}

fn year() -> impl Strategy<Value = Year> {
    let blurs = prop::collection::vec((0..60_usize, roll()), 0..40);
    (prop::collection::vec(roll(), 60), 2019..2024_u32, 0..64_u32, blurs)
        .prop_map(|(rolls, year, chosen, blurs)| Year { rolls, year, chosen, blurs })
}

impl Year {
    /// Everything known, and less known.
    fn assessments(&self, plan: &Plan) -> (Assessment, Assessment) {
        let full = complete(plan, &self.rolls, self.year, self.chosen);
        let mut less = full.clone();
        for (at, roll) in &self.blurs {
            blur(plan, &mut less, at % plan.document.figures.len(), *roll);
        }
        let of = |submission: &Submission| assess(plan, submission).expect("it fits the rulebook");
        (of(&full), of(&less))
    }
}

/// Every change of points of a category, the total first.
fn changes(category: &CategoryChange) -> Vec<PointsChange> {
    fn of_indicators(indicators: &[IndicatorChange], found: &mut Vec<PointsChange>) {
        for indicator in indicators {
            found.extend(indicator.score.or(indicator.share));
            found.extend(indicator.unweighted.as_ref().map(|unweighted| unweighted.score));
            of_indicators(&indicator.indicators, found);
        }
    }
    let mut found: Vec<_> = category.score.into_iter().collect();
    for dimension in &category.dimensions {
        found.push(dimension.score);
        found.extend(dimension.unweighted.as_ref().map(|unweighted| unweighted.score));
        of_indicators(&dimension.indicators, &mut found);
    }
    found
}

fn all(plan: &Plan, before: &Assessment, now: &Assessment) -> Vec<CategoryChange> {
    let found = differences(plan, before, now);
    found.categories.into_iter().chain(found.fields).collect()
}

fn negative(points: Points) -> (Exact, Exact) {
    (-Exact::from(points.high), -Exact::from(points.low))
}

fn sum(values: impl Iterator<Item = Decimal>) -> Exact {
    values.fold(Exact::zero(), |sum, value| sum + Exact::from(value))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// A submission beside itself: nothing changed where nothing is open, and nothing is new that threatens.
    #[test]
    fn the_same_twice_is_no_change(year in year(), rulebook in 0..2_usize) {
        let plan = &PLANS[rulebook];
        let (_, less) = year.assessments(plan);
        for category in all(plan, &less, &less) {
            for change in changes(&category) {
                let known = change.now.low == change.now.high;
                let expected = if known { Direction::Unchanged } else { Direction::Open };
                prop_assert_eq!(change.direction, expected, "{:?}", change);
                prop_assert_eq!(change.change.low == Decimal::ZERO, known);
            }
            let risk = category.risk;
            prop_assert_eq!(category.fit.before, category.fit.now);
            prop_assert!(risk.falls.iter().all(|fall| !fall.certain));
            let threats = risk.requirements.iter().map(|r| r.threat);
            let threats = threats.chain(risk.floors.iter().filter_map(|floor| floor.threat));
            for threat in threats.chain(risk.line.and_then(|line| line.threat)) {
                prop_assert!(matches!(threat, Threat::NotMet | Threat::Open), "{threat:?}");
            }
        }
    }

    /// From one to the other is the opposite of from the other to the one.
    #[test]
    fn differences_are_antisymmetric(before in year(), now in year(), rulebook in 0..2_usize) {
        let plan = &PLANS[rulebook];
        let ((_, before), (_, now)) = (before.assessments(plan), now.assessments(plan));
        for (there, back) in all(plan, &before, &now).iter().zip(all(plan, &now, &before)) {
            for (there, back) in changes(there).iter().zip(changes(&back)) {
                prop_assert_eq!((there.before, there.now), (back.now, back.before));
                let ends = (Exact::from(there.change.low), Exact::from(there.change.high));
                prop_assert_eq!(ends, negative(back.change));
                let opposite = match there.direction {
                    Direction::Risen => Direction::Fallen,
                    Direction::Fallen => Direction::Risen,
                    same => same,
                };
                prop_assert_eq!(back.direction, opposite);
            }
        }
    }

    /// Whatever the missing figures of both years turn out to be, the change lies in the range shown, and what is
    /// said of its direction and of threats stands. Changes sum as points do.
    #[test]
    fn changes_are_sound_and_add_up(before in year(), now in year(), rulebook in 0..2_usize) {
        let plan = &PLANS[rulebook];
        let ((full_before, before), (full_now, now)) = (before.assessments(plan), now.assessments(plan));
        for (full, shown) in all(plan, &full_before, &full_now).iter().zip(all(plan, &before, &now)) {
            for (full, shown) in changes(full).iter().zip(changes(&shown)) {
                prop_assert!(shown.change.low <= full.change.low && full.change.high <= shown.change.high);
                prop_assert!(shown.direction == Direction::Open || shown.direction == full.direction);
            }
            let total = shown.score.expect("a score").change;
            let parts = || shown.dimensions.iter().map(|dimension| dimension.score.change);
            prop_assert_eq!(Exact::from(total.low), sum(parts().map(|part| part.low)));
            prop_assert_eq!(Exact::from(total.high), sum(parts().map(|part| part.high)));
            let failing = |category: &CategoryChange| -> Vec<String> {
                let certain =
                    category.risk.requirements.iter().filter(|r| {
                        matches!(r.threat, Threat::Lost | Threat::NotMet)
                    });
                certain.map(|r| r.id.clone()).collect()
            };
            let still = failing(full);
            prop_assert!(failing(&shown).iter().all(|id| still.contains(id)));
            let fell = |category: &CategoryChange| -> Vec<String> {
                let certain = category.risk.falls.iter().filter(|fall| fall.certain);
                certain.map(|fall| fall.indicator.clone()).collect()
            };
            let still = fell(full);
            prop_assert!(fell(&shown).iter().all(|id| still.contains(id)));
        }
    }
}
