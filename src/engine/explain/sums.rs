//! Sums explained: a dimension, an indicator that groups others, a category's total, a field scored alone.

use super::super::category::{chosen_fields, judge, selection};
use super::super::points::total;
use super::super::scoring::Selection;
use super::points::{Located, add_reads};
use super::probe::{PointsProbe, Probe};
use super::telling::{Telling, named};
use crate::model::explanation::{
    ExplainedKind, FloorTold, LineTold, Named, OutcomeTold, PartTold, SumTold, SumsTold, Told,
};
use crate::model::{CategoryResult, Decimal, Exact, FieldChoice, FloorResult, IndicatorResult};
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
            let mut reads = self.reads();
            plan.indicators.iter().for_each(|indicator| add_reads(indicator, &selection, &mut reads));
            let probe = PointsProbe::new(self, &plan.indicators, *category, &selection, true);
            let open = self.levers(&reads, &Probe::Points(probe));
            let floors = judged.line.iter().flat_map(|line| &line.floors);
            let floors = floors.filter(|floor| floor.dimension.as_ref() == Some(&document.id));
            Some(SumTold {
                category: self.category(*category),
                max: result.weight,
                score: result.score,
                parts: self.indicator_parts(&result.indicators),
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
            let reads = self.reads_of_indicator(located.plan, &selection);
            let probe = PointsProbe::new(self, [located.plan], *category, &selection, true);
            let open = self.levers(&reads, &Probe::Points(probe));
            Some(SumTold {
                category: self.category(*category),
                max: result.max,
                score: result.score,
                parts: self.indicator_parts(&result.indicators),
                outcome: None,
                floors: Vec::new(),
                open,
            })
        });
        Some(SumsTold { categories: sums.collect::<Option<_>>()? })
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
        let mut reads = self.reads();
        let indicators = self.plan.dimensions.iter().flat_map(|dimension| &dimension.indicators);
        let indicators: Vec<_> = indicators.collect();
        indicators.iter().for_each(|indicator| add_reads(indicator, counting, &mut reads));
        let probe = PointsProbe::new(self, indicators, at, counting, !alone);
        let open = self.levers(&reads, &Probe::Points(probe));
        let documents = self.plan.document.dimensions.iter();
        let parts = documents.zip(&judged.dimensions).map(|(document, result)| PartTold {
            kind: ExplainedKind::Dimension,
            named: named(&document.id, &document.label),
            max: result.weight,
            score: result.score,
        });
        let floors = judged.line.iter().flat_map(|line| &line.floors);
        Some(SumTold {
            category,
            max: Decimal::HUNDRED,
            score: judged.score?,
            parts: parts.collect(),
            outcome: Some(self.outcome(judged, at, counting, fields)),
            floors: floors.filter_map(|floor| self.floor(floor, judged)).collect(),
            open,
        })
    }

    fn outcome(
        &self,
        judged: &CategoryResult,
        at: usize,
        counting: &Selection,
        fields: &[usize],
    ) -> OutcomeTold {
        let document = self.plan.document.categories.get(at).and_then(|category| category.line.as_ref());
        let by_variant = self.by_variant(at, counting);
        let totals: Vec<_> =
            by_variant.iter().map(|dimensions| total(dimensions.iter().map(|d| d.score))).collect();
        let reached = |line: Decimal| {
            let reached =
                totals.iter().map(|total| Truth::from_bounds(total.low >= line, total.high >= line));
            reached.reduce(Truth::either).unwrap_or(Truth::Unknown)
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

    fn indicator_parts(&self, results: &[IndicatorResult]) -> Vec<PartTold> {
        let parts = results.iter().filter_map(|result| {
            let located = self.indicator(&result.id)?;
            Some(PartTold {
                kind: ExplainedKind::Indicator,
                named: named(&located.document.id, &located.document.label),
                max: result.max,
                score: result.score,
            })
        });
        parts.collect()
    }
}
