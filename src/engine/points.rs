//! From shares to points: rounded once for each indicator, summed above.

use super::scoring::{Selection, Shares};
use super::shares::ShareTable;
use crate::model::{Basis, Decimal, DimensionResult, Exact, Indicator, IndicatorResult, Points, Rounding};
use crate::plan::{IndicatorPlan, Plan};

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
            let indicators = self.indicators(&document.indicators, &plan.indicators);
            DimensionResult {
                id: document.id.clone(),
                weight: plan.weight.of(self.variant, self.category),
                score: total(indicators.iter().map(|indicator| indicator.score)),
                indicators,
            }
        });
        dimensions.collect()
    }

    fn indicators(&self, documents: &[Indicator], plans: &[IndicatorPlan]) -> Vec<IndicatorResult> {
        documents.iter().zip(plans).map(|(document, plan)| self.indicator(document, plan)).collect()
    }

    fn indicator(&self, document: &Indicator, plan: &IndicatorPlan) -> IndicatorResult {
        let max = plan.max.of(self.variant, self.category);
        let indicators = self.indicators(&document.indicators, &plan.indicators);
        let score = if plan.scoring.is_some() {
            points(&self.shares.of(plan, &self.selection), max, &self.plan.document.rounding)
        } else {
            total(indicators.iter().map(|indicator| indicator.score))
        };
        let basis: Basis = document.standing.basis;
        IndicatorResult { id: document.id.clone(), basis, max, score, indicators }
    }
}

/// An indicator's points: its share of `max`, rounded.
pub(super) fn points(shares: &Shares, max: Decimal, rounding: &Rounding) -> Points {
    let end = |share: &Exact| {
        let exact = share.clone() * Exact::from(max);
        // A share of at most 1 of at most 100 points, with at most 6 places, is a decimal again.
        exact.rounded(rounding.indicator, rounding.mode).unwrap_or(Decimal::ZERO)
    };
    Points { low: end(&shares.low), high: end(&shares.high) }
}

/// The dimensions where the variant of the weights is not known: every indicator's points span those of all variants,
/// weights and most points are the greatest.
pub(super) fn spanning(variants: Vec<Vec<DimensionResult>>) -> Vec<DimensionResult> {
    let span = |a: DimensionResult, b: DimensionResult| {
        let indicators = span_indicators(a.indicators, b.indicators);
        let score = total(indicators.iter().map(|indicator| indicator.score));
        DimensionResult { id: a.id, weight: a.weight.max(b.weight), score, indicators }
    };
    let spans = |a: Vec<DimensionResult>, b: Vec<DimensionResult>| {
        a.into_iter().zip(b).map(|(a, b)| span(a, b)).collect()
    };
    variants.into_iter().reduce(spans).unwrap_or_default()
}

fn span_indicators(a: Vec<IndicatorResult>, b: Vec<IndicatorResult>) -> Vec<IndicatorResult> {
    let span = |(a, b): (IndicatorResult, IndicatorResult)| {
        let indicators = span_indicators(a.indicators, b.indicators);
        let score = if indicators.is_empty() {
            Points { low: a.score.low.min(b.score.low), high: a.score.high.max(b.score.high) }
        } else {
            total(indicators.iter().map(|indicator| indicator.score))
        };
        IndicatorResult { max: a.max.max(b.max), score, indicators, ..a }
    };
    a.into_iter().zip(b).map(span).collect()
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
