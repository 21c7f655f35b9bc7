//! An indicator explained: what goes into it, its score function, and its share of the most points, rounded once.

use super::super::category::{selection, variants};
use super::super::joint::Contribution;
use super::super::points::{Scorecard, points, spanning};
use super::super::relevance::Relevant;
use super::super::scoring::Selection;
use super::probe::{PointsProbe, Probe};
use super::scored::Scoreboard;
use super::telling::{Telling, named};
use crate::model::explanation::{
    IndicatorTold, Named, OptionSum, PointsTold, Product, RoundingTold, ScoringTold, Told,
};
use crate::model::{Decimal, DimensionResult, Exact, Indicator, IndicatorResult, Percent, Points};
use crate::plan::IndicatorPlan;

/// An indicator with the dimension it belongs to.
pub(super) struct Located<'a> {
    pub(super) dimension: usize,
    pub(super) document: &'a Indicator,
    pub(super) plan: &'a IndicatorPlan,
}

impl<'a> Telling<'a> {
    /// An indicator by its id.
    pub(super) fn indicator(&self, id: &str) -> Option<Located<'a>> {
        let pairs = self.plan.document.dimensions.iter().zip(&self.plan.dimensions).enumerate();
        for (dimension, (document, plan)) in pairs {
            let mut open: Vec<_> = document.indicators.iter().zip(&plan.indicators).collect();
            while let Some((document, plan)) = open.pop() {
                if document.id == id {
                    return Some(Located { dimension, document, plan });
                }
                open.extend(document.indicators.iter().zip(&plan.indicators));
            }
        }
        None
    }

    /// The points of every dimension in a category, as an assessment has them.
    pub(super) fn dimensions(&self, category: usize) -> Vec<DimensionResult> {
        spanning(self.by_variant(category, &selection(self.plan, self.facts, category)))
    }

    /// The same in every possible variant of the weights.
    pub(super) fn by_variant(&self, category: usize, selection: &Selection) -> Vec<Vec<DimensionResult>> {
        let (plan, shares) = (self.plan, &self.shares);
        let variants = variants(plan, self.facts).into_iter().map(|variant| {
            let selection = selection.clone();
            Scorecard { plan, shares, category, variant, selection }.dimensions()
        });
        variants.collect()
    }

    /// While the choice that switches the weights is open: what a sum comes to under each of its options; nothing where
    /// all options give the same.
    pub(super) fn by_option<T: PartialEq>(
        &self,
        by_variant: &[Vec<DimensionResult>],
        of: impl Fn(&Vec<DimensionResult>) -> Option<T>,
        told: impl Fn(&T) -> (Option<Decimal>, Option<Points>, Option<Percent>),
    ) -> Vec<OptionSum> {
        let found: Vec<T> = by_variant.iter().filter_map(of).collect();
        if found.iter().zip(found.iter().skip(1)).all(|(a, b)| a == b) {
            return Vec::new();
        }
        let options = variants(self.plan, self.facts).into_iter().filter_map(|at| self.option_of(at));
        let sums = options.zip(&found).map(|(option, found)| {
            let (max, score, share) = told(found);
            OptionSum { option, max, score, share }
        });
        sums.collect()
    }

    /// The points of an indicator in a category, as an assessment has them.
    pub(super) fn indicator_result(&self, category: usize, id: &str) -> Option<IndicatorResult> {
        find(&self.dimensions(category), id).cloned()
    }

    /// What an indicator reads while some fields count.
    pub(super) fn reads_of_indicator(
        &self,
        indicator: &IndicatorPlan,
        selection: &Selection,
    ) -> Relevant<'a> {
        let mut reads = self.reads();
        reads.contribution(&Contribution::Percent(indicator), selection);
        reads
    }

    pub(super) fn rounding(&self) -> RoundingTold {
        let rounding = &self.plan.document.rounding;
        let rule = self.rule(&rounding.standing);
        RoundingTold { mode: rounding.mode, places: rounding.indicator, rule }
    }

    /// Explains an indicator that is scored, in some categories.
    pub(super) fn indicator_told(
        &self,
        located: &Located<'a>,
        categories: &[usize],
    ) -> Option<IndicatorTold> {
        let Located { dimension, document, plan } = located;
        let dimension = self.plan.document.dimensions.get(*dimension)?;
        let (score, scoring) = (document.score.as_ref()?, plan.scoring.as_ref()?);
        // Categories in which the same fields count are told together.
        let mut ways: Vec<(Selection, Vec<usize>)> = Vec::new();
        let by_fields = super::super::scoring::depends_on_fields(scoring);
        for category in categories {
            let selection =
                if by_fields { selection(self.plan, self.facts, *category) } else { Selection::All };
            match ways.iter_mut().find(|(known, _)| *known == selection) {
                Some((_, categories)) => categories.push(*category),
                None => ways.push((selection, vec![*category])),
            }
        }
        let scorings = ways.iter().map(|(selection, categories)| {
            let reads = self.reads_of_indicator(plan, selection);
            let board = Scoreboard { telling: self, indicator: plan, selection };
            let points =
                categories.iter().map(|category| self.points_told(plan, *category, selection, &reads));
            Some(ScoringTold {
                way: self.way(&reads),
                when_undefined_percent: document.when_undefined_percent,
                scored: board.scored(score, scoring)?,
                categories: points.collect::<Option<_>>()?,
            })
        });
        Some(IndicatorTold {
            nature: document.nature,
            dimension: named(&dimension.id, &dimension.label),
            rounding: self.rounding(),
            scorings: scorings.collect::<Option<_>>()?,
        })
    }

    fn points_told(
        &self,
        plan: &'a IndicatorPlan,
        category: usize,
        selection: &Selection,
        reads: &Relevant,
    ) -> Option<PointsTold> {
        let result = self.indicator_result(category, &plan.id)?;
        let shares = self.shares.of(plan, selection);
        // An indicator without a known weight has a share of 100 instead of points.
        let max = plan.max.as_ref().filter(|_| result.max.is_some());
        let of = max.map_or(Contribution::Percent(plan), |max| Contribution::Indicator(plan, max));
        let score: Points = result.score.or(result.share.map(Points::from))?;
        // While the choice that switches weights is open, each end is found under one of its options.
        let rounding = &self.plan.document.rounding;
        let product = |share: &Exact, shown: Decimal, end: fn(Points) -> Decimal| {
            let mut found = variants(self.plan, self.facts).into_iter().map(|variant| {
                let max = of.max((variant, category));
                (variant, max, points(&shares, &max.into(), rounding))
            });
            let (variant, max, points) = found.find(|(_, _, points)| end(*points) == shown)?;
            let option = self.option_of(variant).filter(|_| of.varies());
            Some(self.product(option, share, max, end(points)))
        };
        let (low, high) = (
            product(&shares.low, score.low, |points| points.low)?,
            product(&shares.high, score.high, |points| points.high)?,
        );
        let probe = Probe::Points(PointsProbe::new(self, vec![of], category, selection, true));
        let open = self.levers(reads, &probe);
        let (max, score, share) = (result.max, result.score, result.share);
        Some(PointsTold { category: self.category(category), max, score, share, low, high, open })
    }

    /// The option under which a variant of the weights holds.
    pub(super) fn option_of(&self, variant: usize) -> Option<Named> {
        self.plan.weights_by.and_then(|choice| self.options(choice).get(variant).cloned())
    }

    pub(super) fn product(
        &self,
        option: Option<Named>,
        share: &Exact,
        max: Decimal,
        shown: Decimal,
    ) -> Product {
        let points = Told::new(&(share.clone() * Exact::from(max)));
        Product { option, share: Told::new(share), max, points, shown }
    }
}

/// The points of an indicator among those of all.
pub(super) fn find<'r>(dimensions: &'r [DimensionResult], id: &str) -> Option<&'r IndicatorResult> {
    let mut open: Vec<_> = dimensions.iter().flat_map(|dimension| &dimension.indicators).collect();
    while let Some(indicator) = open.pop() {
        if indicator.id == id {
            return Some(indicator);
        }
        open.extend(&indicator.indicators);
    }
    None
}
