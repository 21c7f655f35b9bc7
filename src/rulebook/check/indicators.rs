//! Dimensions and indicators: weights that sum, and what each score function reads.

use super::scores;
use crate::language::Scope;
use crate::model::{
    Decimal, Exact, FaultCode, Faults, FigureKind, Indicator, Place, Rulebook, Subject, Weight,
};
use crate::plan::{CategoryPlan, DimensionPlan, IndicatorPlan, Plan, Scoring, Weights};
use crate::values::Facts;

/// The most indicators of a rulebook, all levels together.
const MAX_INDICATORS: usize = 1000;

/// The most levels of indicators below a dimension.
const MAX_LEVELS: usize = 5;

/// The choice whose options have weights of their own.
pub(super) fn weights_by(document: &Rulebook, faults: &mut Faults) -> Option<usize> {
    let id = document.weights_by.as_ref()?;
    let place = Place::document();
    scores::Builder { document, scope: &Scope::default(), faults }
        .figure(id, "choice", &place.at("weights_by"), |kind| {
            matches!(kind, FigureKind::Choice(_)).then(Vec::new)
        })
        .map(|(index, _)| index)
}

pub(super) fn dimensions(
    document: &Rulebook,
    scope: &Scope,
    categories: &[CategoryPlan],
    weights_by: Option<usize>,
    faults: &mut Faults,
) -> Option<Vec<DimensionPlan>> {
    let ids: Vec<&str> = categories.iter().map(|category| category.id.as_str()).collect();
    let options = match weights_by.and_then(|at| document.figures.get(at)).map(|figure| &figure.kind) {
        Some(FigureKind::Choice(choice)) => choice.options.iter().map(|option| option.id.as_str()).collect(),
        _ => Vec::new(),
    };
    let mut builder = Builder { document, scope, categories: &ids, options: &options, next: 0, faults };
    let mut plans = Vec::new();
    for (index, dimension) in document.dimensions.iter().enumerate() {
        let place = Place::item("dimensions", index, Subject::Dimension, &dimension.id);
        let weight = builder.weights(&dimension.weight, &place.at("weight"));
        let indicators = builder.indicators(&dimension.indicators, weight.as_ref(), &place, 1);
        plans.push(weight.zip(indicators).map(|(weight, indicators)| DimensionPlan { weight, indicators }));
    }
    let plans = plans.into_iter().collect::<Option<Vec<_>>>()?;
    let place = Place::document().at("dimensions");
    builder.sums(plans.iter().map(|dimension| &dimension.weight), FaultCode::WeightSum, &place, |_, _| {
        Decimal::HUNDRED
    });
    Some(plans)
}

struct Builder<'a> {
    document: &'a Rulebook,
    scope: &'a Scope,
    categories: &'a [&'a str],
    /// The options that have weights of their own; none where weights are the same for all.
    options: &'a [&'a str],
    next: usize,
    faults: &'a mut Faults,
}

impl Builder<'_> {
    /// A value for each option and category.
    fn weights(&mut self, weight: &Weight, place: &Place) -> Option<Weights> {
        let Weight::ByOption { by_option } = weight else {
            let same = self.per_category(weight, place)?;
            return Some(Weights(vec![same; self.options.len().max(1)]));
        };
        let place = place.at("by_option");
        let options = self.options;
        let known = options.join(", ");
        for id in by_option.keys().filter(|id| !options.contains(&id.as_str())) {
            self.faults.add(FaultCode::UnknownOption, &place.at(id), id, &[("known", &known)]);
        }
        let found: Vec<_> = options
            .iter()
            .map(|option| match by_option.get(*option) {
                Some(weight) => self.per_category(weight, &place.at(option)),
                None => {
                    self.faults.add(FaultCode::MissingOption, &place, option, &[]);
                    None
                }
            })
            .collect();
        found.into_iter().collect::<Option<Vec<_>>>().filter(|found| !found.is_empty()).map(Weights)
    }

    /// One value for each category.
    fn per_category(&mut self, weight: &Weight, place: &Place) -> Option<Vec<Decimal>> {
        let found = match weight {
            Weight::Same(value) => vec![Some(*value); self.categories.len()],
            Weight::Each(each) => {
                let known = self.categories.join(", ");
                for id in each.keys().filter(|id| !self.categories.contains(&id.as_str())) {
                    self.faults.add(FaultCode::UnknownCategory, &place.at(id), id, &[("known", &known)]);
                }
                for id in self.categories.iter().filter(|id| !each.contains_key(**id)) {
                    self.faults.add(FaultCode::MissingCategory, place, id, &[]);
                }
                self.categories.iter().map(|id| each.get(*id).copied()).collect()
            }
            Weight::ByOption { .. } => {
                let params = [("found", "by_option"), ("expected", "a decimal number")];
                self.faults.add(FaultCode::WrongType, place, "by_option", &params);
                return None;
            }
        };
        let found = found.into_iter().collect::<Option<Vec<_>>>()?;
        for value in found.iter().filter(|value| value.is_negative()) {
            self.faults.add(FaultCode::OffScale, place, value, &[("most", "100")]);
        }
        Some(found)
    }

    /// Reports the options and categories in which values do not sum to what is expected.
    fn sums<'w>(
        &mut self,
        weights: impl Iterator<Item = &'w Weights> + Clone,
        code: FaultCode,
        place: &Place,
        expected: impl Fn(usize, usize) -> Decimal,
    ) {
        for variant in 0..self.options.len().max(1) {
            let option = self.options.get(variant).copied().unwrap_or("");
            for (at, category) in self.categories.iter().enumerate() {
                let values = weights.clone().map(|weights| Exact::from(weights.of(variant, at)));
                let sum = values.fold(Exact::zero(), |sum, value| sum + value);
                let expected = expected(variant, at);
                if sum != Exact::from(expected) {
                    let expected = expected.to_string();
                    let params = [("category", *category), ("option", option), ("expected", &expected)];
                    self.faults.add(code, place, &sum, &params);
                }
            }
        }
    }

    /// Indicators whose points must sum to those of what they belong to.
    fn indicators(
        &mut self,
        indicators: &[Indicator],
        whole: Option<&Weights>,
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
            let parts = plans.iter().map(|indicator| &indicator.max);
            self.sums(parts, FaultCode::MaxSum, parent, |variant, category| whole.of(variant, category));
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
        let max = self.weights(&indicator.max, &place.at("max"));
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
            (None, below) => (None, self.indicators(below, max.as_ref(), place, level.saturating_add(1))?),
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
