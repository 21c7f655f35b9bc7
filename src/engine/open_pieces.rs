//! The indicators whose points are open, and by how much each can move the total at most.

use super::category::variants;
use super::joint::Contribution;
use super::points::{points, span_points};
use super::scoring::Selection;
use super::shares::ShareTable;
use crate::model::{Exact, IndicatorResult};
use crate::plan::{IndicatorPlan, Plan, Weights};
use crate::values::Facts;

/// An indicator whose points are open.
pub(super) struct Piece<'a> {
    pub(super) indicator: &'a IndicatorPlan,
    /// How many of its points are open; where its weight is not known, at the greatest weight that it can have.
    pub(super) width: Exact,
    /// How many share these points with it where its weight is not known, itself included; else 1.
    pub(super) sharers: usize,
    /// Whether the greatest weight that it can have depends on the variant of the weights.
    pub(super) varies: bool,
}

/// Collects them in a category.
pub(super) struct OpenPieces<'a> {
    plan: &'a Plan,
    shares: &'a ShareTable,
    category: usize,
    selection: &'a Selection,
    variants: Vec<usize>,
    pub(super) found: Vec<Piece<'a>>,
}

impl<'a> OpenPieces<'a> {
    pub(super) fn new(
        plan: &'a Plan,
        facts: &Facts,
        shares: &'a ShareTable,
        (category, selection): (usize, &'a Selection),
    ) -> Self {
        let variants = variants(plan, facts);
        Self { plan, shares, category, selection, variants, found: Vec::new() }
    }

    /// Adds those of some indicators with their results; `rest` is what those without known weights share.
    pub(super) fn add(
        &mut self,
        plans: &'a [IndicatorPlan],
        results: &[IndicatorResult],
        rest: Option<&'a Weights>,
    ) {
        for (plan, result) in plans.iter().zip(results) {
            let Some(score) = result.score else { continue };
            self.add(&plan.indicators, &result.indicators, plan.rest.as_ref());
            let width = Exact::from(score.high) - Exact::from(score.low);
            if plan.scoring.is_some() && !width.is_zero() {
                self.found.push(Piece { indicator: plan, width, sharers: 1, varies: false });
            }
        }
        if let Some(rest) = rest {
            let most: Vec<_> =
                self.variants.iter().map(|variant| rest.of(*variant, self.category).into()).collect();
            let members: Vec<_> = super::joint::without_weight(plans).collect();
            self.sharing(&members, &most, 1);
        }
    }

    /// Adds indicators without known weights that share at most so many points, by variant.
    fn sharing(&mut self, members: &[&'a IndicatorPlan], most: &[Exact], sharers: usize) {
        let sharers = sharers.saturating_mul(members.len());
        for member in members {
            if member.scoring.is_some() {
                self.piece(member, most, sharers);
            }
            // Below it points are parts of 100.
            for below in Contribution::all(&member.indicators, member.rest.as_ref()) {
                let part = |variant: &usize| Exact::from(below.max((*variant, self.category))).percent();
                let most: Vec<_> = self
                    .variants
                    .iter()
                    .zip(most)
                    .map(|(variant, most)| most.clone() * part(variant))
                    .collect();
                match below {
                    Contribution::Indicator(indicator, _) | Contribution::Percent(indicator) => {
                        self.piece(indicator, &most, sharers);
                    }
                    Contribution::Joint(members, _) => self.sharing(&members, &most, sharers),
                }
            }
        }
    }

    fn piece(&mut self, indicator: &'a IndicatorPlan, most: &[Exact], sharers: usize) {
        let shares = self.shares.of(indicator, self.selection);
        let of_variant = most.iter().map(|most| points(&shares, most, &self.plan.document.rounding));
        let Some(span) = of_variant.reduce(span_points) else { return };
        let width = Exact::from(span.high) - Exact::from(span.low);
        let varies = most.iter().any(|other| Some(other) != most.first());
        if !width.is_zero() {
            self.found.push(Piece { indicator, width, sharers, varies });
        }
    }
}
