//! Dimensions and indicators: weights that sum, and what each score function reads.

use super::scores;
use super::sums::{Off, Offs};
use crate::language::{Scope, among};
use crate::model::{
    Decimal, Exact, FaultCode, Faults, FigureKind, Indicator, Place, Rulebook, Subject, Weight,
};
use crate::plan::{CategoryPlan, DimensionPlan, IndicatorPlan, Weights};
use crate::rulebook::shape::QUOTED_NUMBER;

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
    let mut builder =
        Builder { document, scope, categories: &ids, options: &options, weights_by, next: 0, faults };
    let places = document.dimensions.iter().enumerate().map(|(index, dimension)| {
        (dimension, Place::item("dimensions", index, Subject::Dimension, &dimension.id))
    });
    // Weights come first: points below a wrong one are wrong as well, and whatever else is wrong, the sum can be told.
    let weights: Vec<_> = places
        .clone()
        .map(|(dimension, place)| builder.weights(&dimension.weight, &place.at("weight")))
        .collect();
    if let Some(known) = weights.iter().map(Option::as_ref).collect::<Option<Vec<_>>>() {
        builder.weights_sum(&known, &Place::document().at("dimensions"));
    }
    let mut plans = Vec::new();
    for ((dimension, place), weight) in places.zip(weights) {
        let members = builder.members(&dimension.indicators, weight.as_ref(), &place, 1);
        plans.push(weight.zip(members).map(|(weight, members)| {
            let Members { plans: indicators, rest } = members;
            DimensionPlan { weight, rest, indicators }
        }));
    }
    plans.into_iter().collect()
}

/// The points of an indicator.
enum Max {
    /// They are known, where they are not at fault.
    Known(Option<Weights>),
    /// They are not known.
    Unknown,
}

/// The indicators that belong to one thing, and what those without known points share of its points.
struct Members {
    plans: Vec<IndicatorPlan>,
    rest: Option<Weights>,
}

struct Builder<'a> {
    document: &'a Rulebook,
    scope: &'a Scope,
    categories: &'a [&'a str],
    /// The options that have weights of their own; none where weights are the same for all.
    options: &'a [&'a str],
    /// The choice that has them.
    weights_by: Option<usize>,
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
        if options.is_empty() {
            // What is wrong with the choice that is named is told already.
            if self.document.weights_by.is_none() {
                self.faults.add(FaultCode::NoChoiceNamed, &place, "", &[]);
            }
            return None;
        }
        for id in by_option.keys().filter(|id| !options.contains(&id.as_str())) {
            let known = among(id, options.iter().copied());
            self.faults.add_with(FaultCode::UnknownOption, &place.at(id), id, &known);
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
                for id in each.keys().filter(|id| !self.categories.contains(&id.as_str())) {
                    let known = among(id, self.categories.iter().copied());
                    self.faults.add_with(FaultCode::UnknownCategory, &place.at(id), id, &known);
                }
                for id in self.categories.iter().filter(|id| !each.contains_key(**id)) {
                    self.faults.add(FaultCode::MissingCategory, place, id, &[]);
                }
                self.categories.iter().map(|id| each.get(*id).copied()).collect()
            }
            Weight::ByOption { .. } => {
                let params = [("found", "object"), ("expected", QUOTED_NUMBER)];
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

    /// Reports the options and categories in which weights do not sum to 100.
    fn weights_sum(&mut self, weights: &[&Weights], place: &Place) {
        let hundred = self.hundred();
        self.left(weights, &hundred, place, |left| (!left.is_zero()).then_some(FaultCode::WeightSum));
    }

    /// What is left of the whole after its parts, in every option and category; `fault` says what is wrong with it.
    fn left(
        &mut self,
        parts: &[&Weights],
        whole: &Weights,
        place: &Place,
        fault: impl Fn(&Exact) -> Option<FaultCode>,
    ) -> Option<Weights> {
        let (mut found, mut offs) = (Vec::new(), Offs::default());
        for variant in 0..self.options.len().max(1) {
            let mut row = Vec::new();
            for at in 0..self.categories.len() {
                let values = parts.iter().map(|part| Exact::from(part.of(variant, at)));
                let sum = values.fold(Exact::zero(), |sum, value| sum + value);
                let expected = whole.of(variant, at);
                let left = Exact::from(expected) - sum.clone();
                if let Some(code) = fault(&left) {
                    let parts = parts.iter().map(|part| part.of(variant, at).to_string()).collect();
                    let off = Off { code, sum: sum.to_string(), expected: expected.to_string(), parts };
                    offs.add(off, variant, at);
                    continue;
                }
                match left.to_decimal() {
                    Some(left) => row.push(left),
                    None => self.faults.add(FaultCode::TooManyDigits, place, &left, &[]),
                }
            }
            found.push(Some(row).filter(|row| row.len() == self.categories.len()));
        }
        offs.report(self.document, self.weights_by, place, self.faults);
        found.into_iter().collect::<Option<_>>().map(Weights)
    }

    /// What the points below an indicator without known points are parts of.
    fn hundred(&self) -> Weights {
        Weights(vec![vec![Decimal::HUNDRED; self.categories.len()]; self.options.len().max(1)])
    }

    /// Indicators, whose points must sum to those of what they belong to; those that have none written share what is
    /// left, and one alone has it.
    fn members(
        &mut self,
        indicators: &[Indicator],
        whole: Option<&Weights>,
        parent: &Place,
        level: usize,
    ) -> Option<Members> {
        if level > MAX_LEVELS {
            self.faults.add(FaultCode::TooDeep, parent, level, &[("most", &MAX_LEVELS.to_string())]);
            return None;
        }
        let places: Vec<_> = indicators
            .iter()
            .enumerate()
            .map(|(index, indicator)| {
                parent.at("indicators").at(index).about(Subject::Indicator, &indicator.id)
            })
            .collect();
        let written: Vec<_> = indicators
            .iter()
            .zip(&places)
            .map(|(indicator, place)| indicator.max.as_ref().map(|max| self.weights(max, &place.at("max"))))
            .collect();
        let known: Option<Vec<&Weights>> = written.iter().flatten().map(Option::as_ref).collect();
        let unwritten = written.iter().filter(|max| max.is_none()).count();
        let left = whole.zip(known).and_then(|(whole, known)| {
            self.left(&known, whole, parent, |left| match unwritten {
                0 => (!left.is_zero()).then_some(FaultCode::MaxSum),
                _ => left.is_negative().then_some(FaultCode::NothingLeft),
            })
        });
        let plans = indicators.iter().zip(&places).zip(written).map(|((indicator, place), max)| {
            let max = match max {
                Some(max) => Max::Known(max),
                None if unwritten == 1 => Max::Known(left.clone()),
                None => {
                    // That a weight is not known has to be said: it is easily forgotten.
                    let standing = indicator.max_standing.as_ref();
                    if standing.is_none_or(|standing| standing.note.is_none()) {
                        self.faults.add(FaultCode::UnexplainedWeight, place, &indicator.id, &[]);
                    }
                    Max::Unknown
                }
            };
            self.indicator(indicator, max, place, level)
        });
        let plans: Vec<_> = plans.collect();
        let plans = plans.into_iter().collect::<Option<Vec<_>>>()?;
        let rest = if unwritten > 1 { Some(left?) } else { None };
        Some(Members { plans, rest })
    }

    fn indicator(
        &mut self,
        indicator: &Indicator,
        max: Max,
        place: &Place,
        level: usize,
    ) -> Option<IndicatorPlan> {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        if number >= MAX_INDICATORS {
            self.faults.add(FaultCode::TooMany, place, self.next, &[("most", &MAX_INDICATORS.to_string())]);
            return None;
        }
        let whole = match &max {
            Max::Known(max) => max.clone(),
            Max::Unknown => Some(self.hundred()),
        };
        let none = Members { plans: Vec::new(), rest: None };
        let (scoring, members) = match (&indicator.score, indicator.indicators.as_slice()) {
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
                (Some(scoring), none)
            }
            (None, below) => (None, self.members(below, whole.as_ref(), place, level.saturating_add(1))?),
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
        let max = match max {
            Max::Known(max) => Some(max?),
            Max::Unknown => None,
        };
        let Members { plans: indicators, rest } = members;
        Some(IndicatorPlan { number, id, max, rest, scoring, when_undefined, indicators })
    }
}

/// The places of all indicators, in the order of [`Plan::indicators`].
pub(super) fn places(document: &Rulebook) -> Vec<Place> {
    fn add(indicators: &[Indicator], parent: &Place, places: &mut Vec<Place>) {
        for (index, indicator) in indicators.iter().enumerate() {
            let place = parent.at("indicators").at(index).about(Subject::Indicator, &indicator.id);
            places.push(place.clone());
            add(&indicator.indicators, &place, places);
        }
    }
    let mut places = Vec::new();
    for (index, dimension) in document.dimensions.iter().enumerate() {
        let place = Place::item("dimensions", index, Subject::Dimension, &dimension.id);
        add(&dimension.indicators, &place, &mut places);
    }
    places
}
