//! Points whose parts are not known: indicators without known weights share what is left of the points of what they
//! belong to, in any proportions that sum to it.

use super::points::points;
use super::scoring::Shares;
use crate::model::{Decimal, Exact, Points, Rounding};
use crate::plan::{IndicatorPlan, Weights};

/// A variant of the weights and a category.
pub(super) type At = (usize, usize);

/// What is asked of proportions that are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proportions {
    /// All that they can be: from the least to the greatest that they may make of the shares.
    Any,
    /// The worst: the greatest of it is what certainly can be had, whatever they are.
    Worst,
}

/// The share that several have together of what they share in unknown proportions: that of one of them has all of it, at
/// both ends.
pub(super) fn joint(shares: impl Iterator<Item = Shares>, proportions: Proportions) -> Shares {
    let both = |a: Shares, b: Shares| match proportions {
        Proportions::Any => a.or(b),
        Proportions::Worst => a.worst(b),
    };
    shares.reduce(both).unwrap_or_else(Shares::any)
}

/// The share of an indicator; of one that groups others what these give together, each by its most points, and those
/// without known weights jointly. A group that can give no points counts as giving all.
pub(super) fn whole(
    indicator: &IndicatorPlan,
    at: At,
    proportions: Proportions,
    share: &impl Fn(&IndicatorPlan) -> Shares,
) -> Shares {
    if indicator.scoring.is_some() {
        return share(indicator);
    }
    let (variant, category) = at;
    let of = |below: &IndicatorPlan| whole(below, at, proportions, share);
    let weighted = indicator.indicators.iter().filter_map(|below| {
        let max = below.max.as_ref()?.of(variant, category);
        Some(of(below).times(&Exact::from(max)))
    });
    let unweighted = indicator.rest.as_ref().map(|rest| {
        let rest = rest.of(variant, category);
        joint(without_weight(&indicator.indicators).map(of), proportions).times(&Exact::from(rest))
    });
    let points = weighted.chain(unweighted).fold(Shares::exactly(Exact::zero()), Shares::plus);
    match Exact::from(1).over(&Exact::from(indicator.whole(variant, category))) {
        Some(part) => points.times(&part),
        None => Shares::exactly(Exact::from(1)),
    }
}

/// Those of some indicators whose weights are not known.
pub(super) fn without_weight(indicators: &[IndicatorPlan]) -> impl Iterator<Item = &IndicatorPlan> {
    indicators.iter().filter(|indicator| indicator.max.is_none())
}

/// What goes into a sum of points and is rounded by itself.
pub(super) enum Contribution<'a> {
    /// The points of an indicator that is scored.
    Indicator(&'a IndicatorPlan, &'a Weights),
    /// The points that indicators without known weights share.
    Joint(Vec<&'a IndicatorPlan>, &'a Weights),
    /// The share of one indicator whose weight is not known, in percent: it has no points of its own.
    Percent(&'a IndicatorPlan),
}

impl<'a> Contribution<'a> {
    /// What goes into the sum of some indicators' points; `rest` is what those without known weights share.
    pub(super) fn all(indicators: &'a [IndicatorPlan], rest: Option<&'a Weights>) -> Vec<Self> {
        let mut found = Vec::new();
        for indicator in indicators {
            match &indicator.max {
                Some(max) if indicator.scoring.is_some() => found.push(Self::Indicator(indicator, max)),
                Some(_) => found.extend(Self::all(&indicator.indicators, indicator.rest.as_ref())),
                None => {}
            }
        }
        let joint = rest.map(|rest| Self::Joint(without_weight(indicators).collect(), rest));
        found.extend(joint);
        found
    }

    /// The points that it shares.
    pub(super) fn max(&self, (variant, category): At) -> Decimal {
        match self {
            Self::Indicator(_, max) | Self::Joint(_, max) => max.of(variant, category),
            Self::Percent(_) => Decimal::HUNDRED,
        }
    }

    /// The points, rounded.
    pub(super) fn points(
        &self,
        at: At,
        rounding: &Rounding,
        share: &impl Fn(&IndicatorPlan) -> Shares,
    ) -> Points {
        let whole = |indicator: &IndicatorPlan| whole(indicator, at, Proportions::Any, share);
        let shares = match self {
            Self::Indicator(indicator, _) | Self::Percent(indicator) => whole(indicator),
            Self::Joint(members, _) => joint(members.iter().copied().map(whole), Proportions::Any),
        };
        points(&shares, &self.max(at).into(), rounding)
    }

    /// The indicators that it reads, without those below them.
    pub(super) fn indicators(&self) -> &[&'a IndicatorPlan] {
        match self {
            Self::Indicator(indicator, _) | Self::Percent(indicator) => std::slice::from_ref(indicator),
            Self::Joint(members, _) => members,
        }
    }

    /// Whether the points that it shares depend on the variant of the weights.
    pub(super) fn varies(&self) -> bool {
        match self {
            Self::Indicator(_, max) | Self::Joint(_, max) => max.varies(),
            Self::Percent(_) => false,
        }
    }
}
