//! The points of dimensions, and of the groups and indicators below them that a reader must see to follow a sum.

use super::Report;
use crate::model::{CategoryResult, Decimal, DimensionResult, Exact, IndicatorResult, Points, Unweighted};
use crate::plan::{IndicatorPlan, Weights};
use crate::report::layout::{bar, padded, range, right, widest};
use crate::texts::report::{assessment as words, unweighted};

/// A row: its label, indented, and what stands beside it.
struct Row {
    label: String,
    result: String,
}

/// A category whose rows are being made.
struct Category {
    at: usize,
    /// Whether the choice that switches the weights is open: the weights shown are the greatest then.
    open: bool,
}

impl Report<'_> {
    pub(super) fn dimensions(&mut self) {
        let assessment = self.assessment;
        for (at, category) in assessment.categories.iter().enumerate() {
            let name = self.category_name(&category.id);
            self.heading(&words::Dimensions { category: name }.get(self.lang));
            let of = Category { at, open: weights_open(category) };
            let dimensions = category.dimensions.iter().zip(&self.plan.dimensions);
            let rows = dimensions.flat_map(|(result, plan)| {
                let mut rows = vec![Row {
                    label: self.label("dimension", &result.id),
                    result: self.of_dimension(result, &plan.weight, &of),
                }];
                self.below(&result.indicators, &plan.indicators, result.unweighted, (1, &of), &mut rows);
                rows
            });
            let rows: Vec<_> = rows.collect();
            let width = widest(rows.iter().map(|row| row.label.as_str()));
            for Row { label, result } in rows {
                self.line(&format!("  {}  {result}", padded(&label, width)));
            }
        }
    }

    fn of_dimension(&self, result: &DimensionResult, weight: &Weights, of: &Category) -> String {
        let most = worth(weight, result.weight, of);
        self.points(result.score, result.weight, &most, self.plan.document.rounding.dimension)
    }

    fn points(&self, score: Points, most: Decimal, told: &str, places: u32) -> String {
        format!("{} {} / {told}", bar(score, most, None), right(&range(score, places), 13))
    }

    /// The groups among some indicators, those without known weights, and what these give together.
    fn below(
        &self,
        results: &[IndicatorResult],
        plans: &[IndicatorPlan],
        together: Option<Unweighted>,
        (depth, of): (usize, &Category),
        rows: &mut Vec<Row>,
    ) {
        let places = self.plan.document.rounding.indicator;
        let indent = "  ".repeat(depth);
        if let Some(Unweighted { max, score }) = together {
            let count = results.iter().filter(|result| result.score.is_none()).count();
            let score = range(score, places);
            let text = unweighted::Together { max, count, score }.get(self.lang);
            rows.push(Row { label: indent.clone(), result: text });
        }
        for (result, plan) in results.iter().zip(plans) {
            let told = match (result.score.zip(result.max), &plan.max, result.share) {
                (Some((score, max)), Some(weights), _) if !result.indicators.is_empty() => {
                    self.points(score, max, &worth(weights, max, of), places)
                }
                (None, _, Some(share)) => {
                    unweighted::Share { share: range(share.into(), places) }.get(self.lang)
                }
                // Points of indicators are many; explain tells them.
                _ => continue,
            };
            let label = format!("{indent}{}", self.label("indicator", &result.id));
            rows.push(Row { label, result: told });
            let deeper = (depth.saturating_add(1), of);
            self.below(&result.indicators, &plan.indicators, result.unweighted, deeper, rows);
        }
    }
}

/// Whether the weights shown are those of several options: they sum to more than all points then, unless all options
/// have the same.
fn weights_open(category: &CategoryResult) -> bool {
    let sum = category.dimensions.iter().fold(Exact::zero(), |sum, of| sum + Exact::from(of.weight));
    sum > Exact::from(Decimal::HUNDRED)
}

/// The most points; while the choice that switches them is open, from those of one option to those of another.
fn worth(weights: &Weights, shown: Decimal, of: &Category) -> String {
    let all = weights.0.iter().filter_map(|of_variant| of_variant.get(of.at));
    match all.min() {
        Some(least) if of.open && *least < shown => format!("{least}–{shown}"),
        _ => shown.to_string(),
    }
}
