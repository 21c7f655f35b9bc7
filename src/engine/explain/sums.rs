//! Sums explained: a dimension, an indicator that groups others, a category's total, a field scored alone.

use std::cmp::Ordering;

use super::super::category::{chosen_fields, judge, selection, variants};
use super::super::joint::{Contribution, without_weight};
use super::super::points::{points, spanning_total};
use super::super::scoring::{Selection, Shares};
use super::points::{Located, find};
use super::probe::{PointsProbe, Probe};
use super::telling::{Telling, named};
use crate::model::explanation::{
    ExplainedKind, FloorTold, Lever, LineTold, Named, OutcomeTold, PartTold, SumTold, SumsTold, Told,
    UnweightedEnd, UnweightedTold,
};
use crate::model::{CategoryResult, Decimal, Exact, FieldChoice, FloorResult, IndicatorResult, Unweighted};
use crate::plan::{IndicatorPlan, Weights};
use crate::values::Truth;

impl<'a> Telling<'a> {
    /// Explains a dimension in some categories.
    pub(super) fn dimension_told(&self, at: usize, categories: &[usize]) -> Option<SumsTold> {
        let document = self.plan.document.dimensions.get(at)?;
        let plan = self.plan.dimensions.get(at)?;
        let (judged, _) = judge(self.plan, self.facts, &self.shares);
        let sums = categories.iter().map(|category| {
            let judged = judged.get(*category)?;
            let result = judged.dimensions.get(at)?;
            let selection = selection(self.plan, self.facts, *category);
            let contributions = Contribution::all(&plan.indicators, plan.rest.as_ref());
            let open = self.open_in(contributions, *category, &selection, true);
            let floors = judged.line.iter().flat_map(|line| &line.floors);
            let floors = floors.filter(|floor| floor.dimension.as_ref() == Some(&document.id));
            let by_option = self.by_option(
                &self.by_variant(*category, &selection),
                |dimensions| dimensions.get(at).cloned(),
                |dimension| (Some(dimension.weight), Some(dimension.score), None),
            );
            Some(SumTold {
                category: self.category(*category),
                max: Some(result.weight),
                score: Some(result.score),
                share: None,
                by_option,
                parts: self.indicator_parts(&result.indicators, *category),
                unweighted: result.unweighted.and_then(|result| {
                    self.unweighted_told(result, &plan.indicators, plan.rest.as_ref()?, *category)
                }),
                outcome: None,
                floors: floors.filter_map(|floor| self.floor(floor, judged)).collect(),
                open,
            })
        });
        Some(SumsTold { categories: sums.collect::<Option<_>>()? })
    }

    /// Explains an indicator that groups others, in some categories.
    pub(super) fn group_told(&self, located: &Located<'a>, categories: &[usize]) -> Option<SumsTold> {
        let id = &located.document.id;
        let sums = categories.iter().map(|category| {
            let result = self.indicator_result(*category, id)?;
            let selection = selection(self.plan, self.facts, *category);
            let plan = located.plan;
            let contributions = match result.score {
                Some(_) => Contribution::all(&plan.indicators, plan.rest.as_ref()),
                None => vec![Contribution::Percent(plan)],
            };
            let by_option = self.by_option(
                &self.by_variant(*category, &selection),
                |dimensions| find(dimensions, id).cloned(),
                |group| (group.max, group.score, group.share),
            );
            Some(SumTold {
                category: self.category(*category),
                max: result.max,
                score: result.score,
                share: result.share,
                by_option,
                parts: self.indicator_parts(&result.indicators, *category),
                unweighted: result.unweighted.and_then(|result| {
                    self.unweighted_told(result, &plan.indicators, plan.rest.as_ref()?, *category)
                }),
                outcome: None,
                floors: Vec::new(),
                open: self.open_in(contributions, *category, &selection, true),
            })
        });
        Some(SumsTold { categories: sums.collect::<Option<_>>()? })
    }

    /// The figures that make a sum uncertain.
    fn open_in(
        &self,
        contributions: Vec<Contribution<'a>>,
        category: usize,
        selection: &Selection,
        named_fields: bool,
    ) -> Vec<Lever> {
        let mut reads = self.reads();
        contributions.iter().for_each(|contribution| reads.contribution(contribution, selection));
        let probe = PointsProbe::new(self, contributions, category, selection, named_fields);
        self.levers(&reads, &Probe::Points(probe))
    }

    /// Explains what indicators without known weights give together: at each end one of them has all that they share.
    fn unweighted_told(
        &self,
        result: Unweighted,
        indicators: &[IndicatorPlan],
        rest: &Weights,
        category: usize,
    ) -> Option<UnweightedTold> {
        let selection = selection(self.plan, self.facts, category);
        let rounding = &self.plan.document.rounding;
        let end = |shown: Decimal, share_of: fn(&Shares) -> &Exact, sign: fn(Ordering) -> Ordering| {
            variants(self.plan, self.facts).into_iter().find_map(|variant| {
                let at = (variant, category);
                let shares = without_weight(indicators)
                    .map(|indicator| (indicator, self.shares.of_whole(indicator, &selection, at)));
                let (indicator, shares) =
                    shares.min_by(|(_, a), (_, b)| sign(share_of(a).cmp(share_of(b))))?;
                let (share, max) = (share_of(&shares), rest.of(variant, category));
                let alone = points(&Shares::exactly(share.clone()), &max.into(), rounding);
                let option = self.option_of(variant).filter(|_| rest.varies());
                let document = self.indicator(&indicator.id)?.document;
                (alone.low == shown).then(|| UnweightedEnd {
                    of: named(&document.id, &document.label),
                    product: self.product(option, share, max, shown),
                })
            })
        };
        Some(UnweightedTold {
            max: result.max,
            score: result.score,
            low: end(result.score.low, |shares| &shares.low, |ordering| ordering)?,
            high: end(result.score.high, |shares| &shares.high, Ordering::reverse)?,
        })
    }

    /// Explains the totals of some categories.
    pub(super) fn totals_told(&self, categories: &[usize]) -> Option<SumsTold> {
        let (judged, _) = judge(self.plan, self.facts, &self.shares);
        let sums = categories.iter().map(|category| {
            let chooses = self.plan.categories.get(*category)?.fields == FieldChoice::Choose;
            let fields = if chooses { chosen_fields(self.plan, self.facts) } else { Vec::new() };
            let counting = selection(self.plan, self.facts, *category);
            let named = self.category(*category);
            self.total_told(named, judged.get(*category)?, *category, &counting, &fields, false)
        });
        Some(SumsTold { categories: sums.collect::<Option<_>>()? })
    }

    /// Explains the total of a field scored alone.
    pub(super) fn field_told(&self, field: usize) -> Option<SumsTold> {
        let (_, judged) = judge(self.plan, self.facts, &self.shares);
        let judged = judged.get(field)?;
        let in_category = judged.category.as_ref()?;
        let category = self.plan.categories.iter().position(|known| known.id == *in_category)?;
        let alone = Selection::Best(vec![field]);
        let named = self.category(category);
        let sum = self.total_told(named, judged, category, &alone, &[field], true)?;
        Some(SumsTold { categories: vec![sum] })
    }

    fn total_told(
        &self,
        category: Named,
        judged: &CategoryResult,
        at: usize,
        counting: &Selection,
        fields: &[usize],
        alone: bool,
    ) -> Option<SumTold> {
        let dimensions = self.plan.dimensions.iter();
        let contributions = dimensions
            .flat_map(|dimension| Contribution::all(&dimension.indicators, dimension.rest.as_ref()));
        let open = self.open_in(contributions.collect(), at, counting, !alone);
        let documents = self.plan.document.dimensions.iter();
        let parts = documents.zip(&judged.dimensions).map(|(document, result)| PartTold {
            kind: ExplainedKind::Dimension,
            named: named(&document.id, &document.label),
            max: Some(result.weight),
            score: Some(result.score),
            share: None,
            of_hundred: None,
        });
        let floors = judged.line.iter().flat_map(|line| &line.floors);
        Some(SumTold {
            category,
            max: Some(Decimal::HUNDRED),
            score: Some(judged.score?),
            share: None,
            by_option: self.by_option(
                &self.by_variant(at, counting),
                |dimensions| Some(dimensions.clone()),
                |dimensions| (Some(Decimal::HUNDRED), spanning_total(std::slice::from_ref(dimensions)), None),
            ),
            parts: parts.collect(),
            unweighted: None,
            outcome: Some(self.outcome(judged, at, fields)),
            floors: floors.filter_map(|floor| self.floor(floor, judged)).collect(),
            open,
        })
    }

    fn outcome(&self, judged: &CategoryResult, at: usize, fields: &[usize]) -> OutcomeTold {
        let document = self.plan.document.categories.get(at).and_then(|category| category.line.as_ref());
        let reached = |line: Decimal| {
            let total = judged.score.map(|total| Truth::from_bounds(total.low >= line, total.high >= line));
            total.unwrap_or(Truth::Unknown)
        };
        let line = judged.line.as_ref().zip(document).map(|(line, document)| LineTold {
            total: line.total,
            total_status: reached(line.total).into(),
            status: line.status,
            rule: self.rule(&document.standing),
        });
        OutcomeTold {
            eligible: judged.eligible,
            fit: judged.fit,
            judged: judged.judged,
            fields: self.fields(fields),
            line,
            blocked_by: self.requirements(&judged.blocked_by),
            unknown: self.requirements(&judged.unknown),
        }
    }

    fn floor(&self, floor: &FloorResult, judged: &CategoryResult) -> Option<FloorTold> {
        let document = &self.plan.document;
        let of_dimension = floor
            .dimension
            .as_ref()
            .and_then(|id| document.dimensions.iter().find(|dimension| dimension.id == *id));
        let of_indicator = floor.indicator.as_ref().and_then(|id| self.indicator(id));
        let of = match (of_dimension, of_indicator) {
            (Some(dimension), _) => named(&dimension.id, &dimension.label),
            (None, Some(located)) => named(&located.document.id, &located.document.label),
            (None, None) => return None,
        };
        let weight = judged.dimensions.iter().find(|result| Some(&result.id) == floor.dimension.as_ref());
        let field = floor.field.as_ref().and_then(|id| document.fields.iter().find(|field| field.id == *id));
        Some(FloorTold {
            of,
            field: field.map(|field| named(&field.id, &field.label)),
            least_percent: floor.least_percent,
            least_points: weight.map(|result| {
                Told::new(&(Exact::from(floor.least_percent).percent() * result.weight.into()))
            }),
            status: floor.status,
        })
    }

    fn indicator_parts(&self, results: &[IndicatorResult], category: usize) -> Vec<PartTold> {
        let parts = results.iter().filter_map(|result| {
            let located = self.indicator(&result.id)?;
            // Below something without a known weight the points written are parts of 100.
            let of_hundred = located.plan.max.as_ref().filter(|_| result.max.is_none()).and_then(|parts| {
                let of_variant = variants(self.plan, self.facts).into_iter();
                of_variant.map(|variant| parts.of(variant, category)).max()
            });
            Some(PartTold {
                kind: ExplainedKind::Indicator,
                named: named(&located.document.id, &located.document.label),
                max: result.max,
                score: result.score,
                share: result.share,
                of_hundred,
            })
        });
        parts.collect()
    }
}
