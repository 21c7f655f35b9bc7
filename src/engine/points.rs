//! From shares to points: rounded once for each indicator, summed above.

use super::joint::{Proportions, joint, without_weight};
use super::scoring::{Selection, Shares};
use super::shares::ShareTable;
use crate::model::{
    Basis, Decimal, DimensionResult, Exact, Indicator, IndicatorResult, Points, Rounding, Unweighted,
};
use crate::plan::{IndicatorPlan, Plan, Weights};

/// What a sum of points needs to be computed.
pub(super) struct Scorecard<'a> {
    pub(super) plan: &'a Plan,
    pub(super) shares: &'a ShareTable,
    pub(super) category: usize,
    /// The variant of the weights: the option of the choice that switches them.
    pub(super) variant: usize,
    pub(super) selection: Selection,
}

impl Scorecard<'_> {
    /// The points of every dimension.
    pub(super) fn dimensions(&self) -> Vec<DimensionResult> {
        let documents = self.plan.document.dimensions.iter();
        let dimensions = documents.zip(&self.plan.dimensions).map(|(document, plan)| {
            let indicators = self.indicators(&document.indicators, &plan.indicators, true);
            let unweighted = self.unweighted(&plan.indicators, plan.rest.as_ref());
            DimensionResult {
                id: document.id.clone(),
                weight: plan.weight.of(self.variant, self.category),
                score: sum(&indicators, unweighted),
                unweighted,
                indicators,
            }
        });
        dimensions.collect()
    }

    /// `have_points`: whether what the indicators belong to has points of its own.
    fn indicators(
        &self,
        documents: &[Indicator],
        plans: &[IndicatorPlan],
        have_points: bool,
    ) -> Vec<IndicatorResult> {
        let pairs = documents.iter().zip(plans);
        pairs.map(|(document, plan)| self.indicator(document, plan, have_points)).collect()
    }

    fn indicator(&self, document: &Indicator, plan: &IndicatorPlan, have_points: bool) -> IndicatorResult {
        let max = plan.max.as_ref().filter(|_| have_points).map(|max| max.of(self.variant, self.category));
        let indicators = self.indicators(&document.indicators, &plan.indicators, max.is_some());
        let unweighted = max.and_then(|_| self.unweighted(&plan.indicators, plan.rest.as_ref()));
        let score = max.map(|max| {
            if plan.scoring.is_some() {
                self.points(&self.share(plan), max)
            } else {
                sum(&indicators, unweighted)
            }
        });
        let share = max.is_none().then(|| self.points(&self.share(plan), Decimal::HUNDRED).into());
        let basis: Basis = document.standing.basis;
        IndicatorResult { id: document.id.clone(), basis, max, score, share, unweighted, indicators }
    }

    /// What indicators without known weights give together of the `rest`.
    fn unweighted(&self, plans: &[IndicatorPlan], rest: Option<&Weights>) -> Option<Unweighted> {
        let max = rest?.of(self.variant, self.category);
        let shares = joint(without_weight(plans).map(|plan| self.share(plan)), Proportions::Any);
        Some(Unweighted { max, score: self.points(&shares, max) })
    }

    fn share(&self, plan: &IndicatorPlan) -> Shares {
        self.shares.of_whole(plan, &self.selection, (self.variant, self.category))
    }

    fn points(&self, shares: &Shares, max: Decimal) -> Points {
        points(shares, &max.into(), &self.plan.document.rounding)
    }
}

/// The sum of what has points.
fn sum(indicators: &[IndicatorResult], unweighted: Option<Unweighted>) -> Points {
    let scores = indicators.iter().filter_map(|indicator| indicator.score);
    total(scores.chain(unweighted.map(|unweighted| unweighted.score)))
}

/// An indicator's points: its share of `max`, rounded.
pub(super) fn points(shares: &Shares, max: &Exact, rounding: &Rounding) -> Points {
    let end = |share: &Exact| {
        let exact = share.clone() * max.clone();
        // A share of at most 1 of at most 100 points, with at most 6 places, is a decimal again.
        exact.rounded(rounding.indicator, rounding.mode).unwrap_or(Decimal::ZERO)
    };
    Points { low: end(&shares.low), high: end(&shares.high) }
}

/// The dimensions where the variant of the weights is not known: points and sums of points span those of all variants,
/// weights and most points are the greatest.
pub(super) fn spanning(variants: Vec<Vec<DimensionResult>>) -> Vec<DimensionResult> {
    let span = |a: DimensionResult, b: DimensionResult| {
        let indicators = span_indicators(a.indicators, b.indicators);
        let unweighted = span_unweighted(a.unweighted, b.unweighted);
        let score = span_points(a.score, b.score);
        DimensionResult { id: a.id, weight: a.weight.max(b.weight), score, unweighted, indicators }
    };
    let spans = |a: Vec<DimensionResult>, b: Vec<DimensionResult>| {
        a.into_iter().zip(b).map(|(a, b)| span(a, b)).collect()
    };
    variants.into_iter().reduce(spans).unwrap_or_default()
}

/// The total where the variant of the weights is not known: it spans those of all variants.
pub(super) fn spanning_total(variants: &[Vec<DimensionResult>]) -> Option<Points> {
    let totals = variants.iter().map(|dimensions| total(dimensions.iter().map(|dimension| dimension.score)));
    totals.reduce(span_points)
}

fn span_indicators(a: Vec<IndicatorResult>, b: Vec<IndicatorResult>) -> Vec<IndicatorResult> {
    let span = |(a, b): (IndicatorResult, IndicatorResult)| {
        let indicators = span_indicators(a.indicators, b.indicators);
        let unweighted = span_unweighted(a.unweighted, b.unweighted);
        let score = a.score.zip(b.score).map(|(a, b)| span_points(a, b));
        let share = a.share.zip(b.share).map(|(a, b)| span_points(a.into(), b.into()).into());
        let max = a.max.zip(b.max).map(|(a, b)| a.max(b));
        IndicatorResult { max, score, share, unweighted, indicators, ..a }
    };
    a.into_iter().zip(b).map(span).collect()
}

fn span_unweighted(a: Option<Unweighted>, b: Option<Unweighted>) -> Option<Unweighted> {
    a.zip(b).map(|(a, b)| Unweighted { max: a.max.max(b.max), score: span_points(a.score, b.score) })
}

/// All that either may be.
pub(super) fn span_points(a: Points, b: Points) -> Points {
    Points { low: a.low.min(b.low), high: a.high.max(b.high) }
}

/// The sum of points as shown.
pub(super) fn total(points: impl Iterator<Item = Points>) -> Points {
    let zero = Points { low: Decimal::ZERO, high: Decimal::ZERO };
    // Points sum to at most 100 and have few places: the sum is a decimal again.
    let plus = |a: Decimal, b: Decimal| a.plus(b).unwrap_or(Decimal::ZERO);
    points.fold(zero, |sum, points| Points {
        low: plus(sum.low, points.low),
        high: plus(sum.high, points.high),
    })
}

#[cfg(test)]
mod tests;
