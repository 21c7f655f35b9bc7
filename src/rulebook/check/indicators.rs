//! Dimensions and indicators: weights that sum, and what each score function reads.

use super::scores;
use crate::language::Scope;
use crate::model::{Decimal, Exact, FaultCode, Faults, Indicator, PerCategory, Place, Rulebook, Subject};
use crate::plan::{CategoryPlan, DimensionPlan, IndicatorPlan, Plan, Scoring};
use crate::values::Facts;

/// The most indicators of a rulebook, all levels together.
const MAX_INDICATORS: usize = 1000;

/// The most levels of indicators below a dimension.
const MAX_LEVELS: usize = 5;

pub(super) fn dimensions(
    document: &Rulebook,
    scope: &Scope,
    categories: &[CategoryPlan],
    faults: &mut Faults,
) -> Option<Vec<DimensionPlan>> {
    let ids: Vec<&str> = categories.iter().map(|category| category.id.as_str()).collect();
    let mut builder = Builder { document, scope, categories: &ids, next: 0, faults };
    let mut plans = Vec::new();
    for (index, dimension) in document.dimensions.iter().enumerate() {
        let place = Place::item("dimensions", index, Subject::Dimension, &dimension.id);
        let weight = builder.per_category(&dimension.weight, &place.at("weight"));
        let indicators = builder.indicators(&dimension.indicators, weight.as_deref(), &place, 1);
        plans.push(weight.zip(indicators).map(|(weight, indicators)| DimensionPlan { weight, indicators }));
    }
    let plans = plans.into_iter().collect::<Option<Vec<_>>>()?;
    for (at, category) in ids.iter().enumerate() {
        let weights = plans.iter().filter_map(|dimension| dimension.weight.get(at));
        let sum = sum(weights.copied());
        if sum != Exact::from(Decimal::HUNDRED) {
            let params = [("category", *category), ("expected", "100")];
            faults.add(FaultCode::WeightSum, &Place::document().at("dimensions"), &sum, &params);
        }
    }
    Some(plans)
}

fn sum(values: impl Iterator<Item = Decimal>) -> Exact {
    values.fold(Exact::zero(), |sum, value| sum + Exact::from(value))
}

struct Builder<'a> {
    document: &'a Rulebook,
    scope: &'a Scope,
    categories: &'a [&'a str],
    next: usize,
    faults: &'a mut Faults,
}

impl Builder<'_> {
    /// One value for each category.
    fn per_category(&mut self, values: &PerCategory, place: &Place) -> Option<Vec<Decimal>> {
        let found = match values {
            PerCategory::Same(value) => vec![Some(*value); self.categories.len()],
            PerCategory::Each(each) => {
                let known = self.categories.join(", ");
                for id in each.keys().filter(|id| !self.categories.contains(&id.as_str())) {
                    self.faults.add(FaultCode::UnknownCategory, &place.at(id), id, &[("known", &known)]);
                }
                for id in self.categories.iter().filter(|id| !each.contains_key(**id)) {
                    self.faults.add(FaultCode::MissingCategory, place, id, &[]);
                }
                self.categories.iter().map(|id| each.get(*id).copied()).collect()
            }
        };
        let found = found.into_iter().collect::<Option<Vec<_>>>()?;
        for value in found.iter().filter(|value| value.is_negative()) {
            self.faults.add(FaultCode::OffScale, place, value, &[("most", "100")]);
        }
        Some(found)
    }

    /// Indicators whose points must sum to those of what they belong to.
    fn indicators(
        &mut self,
        indicators: &[Indicator],
        whole: Option<&[Decimal]>,
        parent: &Place,
        level: usize,
    ) -> Option<Vec<IndicatorPlan>> {
        if level > MAX_LEVELS {
            self.faults.add(FaultCode::TooDeep, parent, level, &[("most", &MAX_LEVELS.to_string())]);
            return None;
        }
        let plans: Vec<_> = indicators
            .iter()
            .enumerate()
            .map(|(index, indicator)| {
                let place = parent.at("indicators").at(index).about(Subject::Indicator, &indicator.id);
                self.indicator(indicator, &place, level)
            })
            .collect();
        let plans = plans.into_iter().collect::<Option<Vec<_>>>()?;
        if let Some(whole) = whole {
            for (at, (category, expected)) in self.categories.iter().zip(whole).enumerate() {
                let sum = sum(plans.iter().filter_map(|indicator| indicator.max.get(at)).copied());
                if sum != Exact::from(*expected) {
                    let params = [("category", *category), ("expected", &expected.to_string())];
                    self.faults.add(FaultCode::MaxSum, parent, &sum, &params);
                }
            }
        }
        Some(plans)
    }

    fn indicator(&mut self, indicator: &Indicator, place: &Place, level: usize) -> Option<IndicatorPlan> {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        if number >= MAX_INDICATORS {
            self.faults.add(FaultCode::TooMany, place, number, &[("most", &MAX_INDICATORS.to_string())]);
            return None;
        }
        let max = self.per_category(&indicator.max, &place.at("max"));
        let (scoring, indicators) = match (&indicator.score, indicator.indicators.as_slice()) {
            (None, []) => {
                self.faults.add(FaultCode::NoScore, place, "", &[]);
                return None;
            }
            (Some(_), [_, ..]) => {
                self.faults.add(FaultCode::GroupAndScore, place, "", &[]);
                return None;
            }
            (Some(score), []) => {
                let scoring =
                    scores::scoring(score, self.document, self.scope, &place.at("score"), self.faults)?;
                (Some(scoring), Vec::new())
            }
            (None, below) => (None, self.indicators(below, max.as_deref(), place, level.saturating_add(1))?),
        };
        let when_undefined = indicator.when_undefined_percent.map(|percent| {
            if percent.is_negative() || percent > Decimal::HUNDRED {
                self.faults.add(
                    FaultCode::OffScale,
                    &place.at("when_undefined_percent"),
                    percent,
                    &[("most", "100")],
                );
            }
            Exact::from(percent).percent()
        });
        let id = indicator.id.clone();
        Some(IndicatorPlan { number, id, max: max?, scoring, when_undefined, indicators })
    }
}

/// Reports the indicators whose formula may have no value where no rule says what then holds.
pub(super) fn may_be_undefined(plan: &Plan, facts: &Facts, faults: &mut Faults) {
    for indicator in plan.indicators().filter(|indicator| indicator.when_undefined.is_none()) {
        if indicator.scoring.as_ref().is_some_and(|scoring| is_undefined(scoring, facts)) {
            let place = Place::document().at("dimensions").about(Subject::Indicator, &indicator.id);
            faults.add(
                FaultCode::MayBeUndefined,
                &place,
                &indicator.id,
                &[("key", "when_undefined_percent")],
            );
        }
    }
}

fn is_undefined(scoring: &Scoring, facts: &Facts) -> bool {
    match scoring {
        Scoring::Bands { of, .. } | Scoring::Line { of, .. } => facts.number(of).undefined,
        Scoring::Options { .. } | Scoring::Items { .. } => false,
        Scoring::BestOf(parts) | Scoring::ByField(parts) => {
            parts.iter().any(|part| is_undefined(part, facts))
        }
        Scoring::SumOf(parts) => parts.iter().any(|(_, part)| is_undefined(part, facts)),
    }
}
