//! Explains a result of an assessment, or what goes into it. Nothing is computed here that an assessment computes:
//! the same functions are asked, and what they did is told.

mod find;
mod open;
mod points;
mod probe;
mod reading;
mod requirement;
mod scored;
mod sums;
mod telling;
mod thing;
mod trials;
mod way;

use super::prints;
use super::shares::ShareTable;
use crate::model::explanation::{About, EXPLANATION_FORMAT, ExplainedKind, Explanation, Places};
use crate::model::{Fault, Standing, Submission, Text};
use crate::plan::Plan;
use crate::submission::admit;
use crate::texts::words;
use telling::Telling;

/// Explains what an id names: an indicator, a dimension, a category's total (`total` for that of the categories in
/// question), a field, a requirement, a derived figure, a benchmark or a figure. `kind:id` chooses where an id names
/// several.
///
/// Points are explained in `category`; without it in the one that the submission names, else in every one.
///
/// # Errors
/// Every fault of the submission; an id that names nothing, or several things; a category that is none.
pub fn explain(
    plan: &Plan,
    submission: &Submission,
    id: &str,
    category: Option<&str>,
) -> Result<Explanation, Vec<Fault>> {
    let facts = admit(plan, submission)?;
    let mut telling =
        Telling { plan, submission, facts: &facts, shares: ShareTable::new(plan, &facts), marks: Vec::new() };
    let categories = find::categories(plan, submission, category)?;
    let subject = find::subject(plan, id)?;
    let explained = telling.explained(&subject, &categories);
    explained.ok_or_else(|| vec![find::unknown(plan, id)])
}

impl Telling<'_> {
    fn explained(&mut self, subject: &find::Subject, categories: &[usize]) -> Option<Explanation> {
        let at = subject.at;
        let document = &self.plan.document;
        let mut weight_standing = None;
        let made = |telling: &Self, label: &Text, help: Option<&Text>, standing: &Standing, about: About| {
            telling.framed(subject, label, help, standing, about)
        };
        let explanation = match subject.kind {
            ExplainedKind::Category => {
                let (all, label, help, standing) = match document.categories.get(at) {
                    Some(category) if !subject.total => {
                        (vec![at], category.label.clone(), category.help.as_ref(), &category.standing)
                    }
                    _ => {
                        // A total rests on the way of rounding and adding.
                        (categories.to_vec(), words::OVERALL.text(), None, &document.rounding.standing)
                    }
                };
                made(self, &label, help, standing, About::Sums(Box::new(self.totals_told(&all)?)))
            }
            ExplainedKind::Field => {
                let field = document.fields.get(at)?;
                let sums = self.field_told(at)?;
                made(self, &field.label, field.help.as_ref(), &field.standing, About::Sums(Box::new(sums)))
            }
            ExplainedKind::Dimension => {
                let dimension = document.dimensions.get(at)?;
                weight_standing = dimension.weight_standing.as_ref();
                let about = About::Sums(Box::new(self.dimension_told(at, categories)?));
                made(self, &dimension.label, dimension.help.as_ref(), &dimension.standing, about)
            }
            ExplainedKind::Indicator => {
                let located = self.indicator(&subject.id)?;
                let indicator = located.document;
                weight_standing = indicator.max_standing.as_ref();
                let about = match &located.plan.scoring {
                    Some(scoring) => {
                        self.mark_scoring(scoring);
                        About::Indicator(Box::new(self.indicator_told(&located, categories)?))
                    }
                    None => About::Sums(Box::new(self.group_told(&located, categories)?)),
                };
                made(self, &indicator.label, indicator.help.as_ref(), &indicator.standing, about)
            }
            ExplainedKind::Requirement => {
                self.mark_condition(&self.plan.requirements.get(at)?.condition);
                let requirement = document.requirements.get(at)?;
                let about = About::Requirement(Box::new(self.requirement_told(at)?));
                made(self, &requirement.label, None, &requirement.standing, about)
            }
            ExplainedKind::Derived => {
                let derived = document.derived.get(at)?;
                let about = About::Derived(Box::new(self.derived_told(at, categories)?));
                made(self, &derived.label, None, &derived.standing, about)
            }
            ExplainedKind::Benchmark => {
                let benchmark = document.benchmarks.get(at)?;
                let about = About::Benchmark(Box::new(self.benchmark_told(at, categories)?));
                made(self, &benchmark.label, None, &benchmark.standing, about)
            }
            ExplainedKind::Figure => {
                let figure = document.figures.get(at)?;
                let about = About::Figure(Box::new(self.figure_told(at, categories)?));
                made(self, &figure.label, Some(&figure.help), &figure.standing, about)
            }
        };
        let weight_rule = weight_standing.map(|standing| self.rule(standing));
        Some(Explanation { weight_rule, ..explanation })
    }

    fn framed(
        &self,
        subject: &find::Subject,
        label: &Text,
        help: Option<&Text>,
        standing: &Standing,
        about: About,
    ) -> Explanation {
        let rounding = &self.plan.document.rounding;
        Explanation {
            format: EXPLANATION_FORMAT,
            rulebook: prints::of_rulebook(self.plan),
            submission: prints::of_submission(self.submission),
            engine: crate::VERSION,
            kind: subject.kind,
            id: subject.id.clone(),
            label: label.clone(),
            help: help.cloned(),
            rule: self.rule(standing),
            weight_rule: None,
            places: Places {
                indicator: rounding.indicator,
                dimension: rounding.dimension,
                total: rounding.total,
            },
            about,
        }
    }
}
