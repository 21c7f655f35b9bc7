//! What goes into results, explained for itself: derived figures, benchmarks and figures; and what they go into.

use super::super::category::selection;
use super::super::relevance::Relevant;
use super::super::requirement::truth;
use super::points::find;
use super::probe::Probe;
use super::telling::{Telling, named, same};
use crate::language::{Formula, Input};
use crate::model::explanation::{
    BenchmarkTold, CategoryPoints, DerivedTold, ExplainedKind, FigureTold, RangeState, Use, YearValue,
};
use crate::model::{FigureKind, Lang, Text};
use crate::texts::{signs, words};
use crate::values::domain;

impl Telling<'_> {
    pub(super) fn derived_told(&self, at: usize, categories: &[usize]) -> Option<DerivedTold> {
        let mut reads = self.reads();
        reads.formula(&Formula::Derived(at));
        let open = self.levers(&reads, &Probe::Derived(at));
        let way = self.way(&reads);
        let used_by = self.used_by(categories, Some(at), |reads| reads.followed.contains(&at));
        Some(DerivedTold { way, open, used_by })
    }

    pub(super) fn benchmark_told(&self, at: usize, categories: &[usize]) -> Option<BenchmarkTold> {
        let document = self.plan.document.benchmarks.get(at)?;
        let by_year = document.by_year.iter();
        let by_year = by_year.filter_map(|(year, value)| {
            let rule = value.standing().map(|standing| self.rule(standing));
            Some(YearValue { year: year.parse().ok()?, value: value.value(), rule })
        });
        Some(BenchmarkTold {
            used: self.benchmark(at)?,
            by_year: by_year.collect(),
            used_by: self.used_by(categories, None, |reads| reads.benchmarks.contains(&at)),
        })
    }

    pub(super) fn figure_told(&self, at: usize, categories: &[usize]) -> Option<FigureTold> {
        let document = self.plan.document.figures.get(at)?;
        let entry = self.submission.figures.get(&document.id);
        let mut values = vec![self.input(Input::Now(at))];
        let used_by =
            self.used_by(categories, None, |reads| reads.inputs.iter().any(|input| input.figure() == at));
        let mut all = self.reads();
        self.plan.derived.iter().for_each(|derived| all.formula(&derived.formula));
        if entry.is_some_and(|entry| entry.last.is_some()) || all.inputs.contains(&Input::Last(at)) {
            values.push(self.input(Input::Last(at)));
        }
        let (domain, in_own_unit) = match (&document.kind, self.plan.numbers.get(at)) {
            (FigureKind::Number(kind), Some(Some(number))) => {
                let own = self.scale(&kind.unit);
                let given =
                    entry.and_then(|entry| entry.unit.as_ref()).is_some_and(|unit| *unit != kind.unit);
                let value = self.range(&self.facts.number(&Formula::Figure(at)), &own, &[]);
                let value = Some(value).filter(|value| given && value.state != RangeState::None);
                let domain = domain(number);
                let bounded = number.least.is_some() || number.most.is_some();
                let domain = self.range(&domain, &own, &[]).to_string();
                (if bounded { same(&domain) } else { words::ANY_NUMBER.text() }, value)
            }
            _ => {
                let options = self.options(at);
                let list = |lang: Lang| {
                    let labels: Vec<_> = options.iter().map(|option| option.label.get(lang)).collect();
                    labels.join(signs::SEMICOLON.get(lang))
                };
                (Text::each(list), None)
            }
        };
        Some(FigureTold {
            values,
            domain,
            in_own_unit,
            find: document.find.clone(),
            holder: document.holder.clone(),
            used_by,
        })
    }

    /// What a value goes into, as things stand: derived figures, indicators with their points, requirements.
    fn used_by(
        &self,
        categories: &[usize],
        own: Option<usize>,
        reads_it: impl Fn(&Relevant) -> bool,
    ) -> Vec<Use> {
        let mut uses = Vec::new();
        let plain = |kind, named| Use { kind, named, points: Vec::new(), status: None, value: None };
        let deriveds = self.plan.document.derived.iter().zip(self.plan.derived.iter()).enumerate();
        for (at, (document, derived)) in deriveds {
            let mut reads = self.reads();
            reads.formula(&derived.formula);
            if own != Some(at) && reads_it(&reads) {
                let value = self.value_of(&Formula::Derived(at));
                let named = named(&document.id, &document.label);
                uses.push(Use { value, ..plain(ExplainedKind::Derived, named) });
            }
        }
        let dimensions = categories.iter().map(|category| (*category, self.dimensions(*category)));
        let dimensions: Vec<_> = dimensions.collect();
        for indicator in self.plan.indicators().filter(|indicator| indicator.scoring.is_some()) {
            let points = dimensions.iter().filter_map(|(category, results)| {
                let reads = self.reads_of_indicator(indicator, &selection(self.plan, self.facts, *category));
                if !reads_it(&reads) {
                    return None;
                }
                let result = find(results, &indicator.id)?;
                let (max, score, share) = (result.max, result.score, result.share);
                Some(CategoryPoints { category: self.category(*category), max, score, share })
            });
            let points: Vec<_> = points.collect();
            if let (false, Some(located)) = (points.is_empty(), self.indicator(&indicator.id)) {
                let named = named(&located.document.id, &located.document.label);
                uses.push(Use { points, ..plain(ExplainedKind::Indicator, named) });
            }
        }
        for (at, requirement) in self.plan.requirements.iter().enumerate() {
            let mut reads = self.reads();
            reads.condition(&requirement.condition);
            if let (true, Some(named)) = (reads_it(&reads), self.requirement_named(at)) {
                let status = Some(truth(requirement, self.facts).into());
                uses.push(Use { status, ..plain(ExplainedKind::Requirement, named) });
            }
        }
        uses
    }
}
