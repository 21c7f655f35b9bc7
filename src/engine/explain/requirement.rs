//! A requirement explained: its condition part by part, how far each comparison is from holding, what decides it.

use super::super::requirement::{gap, result, truth};
use super::telling::{Telling, named};
use crate::language::{Condition, Input, Structure, Written};
use crate::model::Status;
use crate::model::explanation::{ConditionTold, Decider, DeciderOutcome, Joint, RequirementTold};
use crate::values::Truth;

impl Telling<'_> {
    /// Explains a requirement by its place.
    pub(super) fn requirement_told(&self, at: usize) -> Option<RequirementTold> {
        let (document, plan) = (self.plan.document.requirements.get(at)?, self.plan.requirements.get(at)?);
        let judged = result(self.plan, at, self.facts)?;
        let mut reads = self.reads();
        reads.condition(&plan.condition);
        let written = Written::read(&document.condition)?;
        let decided_by = judged.decided_by.iter().filter_map(|id| {
            let figure = self.input_at(id)?;
            let inputs = reads.inputs.iter().filter(|input| input.figure() == figure);
            let open = inputs.filter(|input| self.facts.is_open(**input));
            let outcomes = open.flat_map(|input| {
                let last_year = matches!(input, Input::Last(_));
                let trials = self.trials(self.opening(*input)).into_iter();
                trials.map(move |trial| DeciderOutcome {
                    status: truth(plan, &trial.facts(self.plan, self.facts)).into(),
                    at: trial.at,
                    last_year,
                })
            });
            let outcomes =
                if judged.status == Status::Undetermined { outcomes.collect() } else { Vec::new() };
            Some(Decider { named: self.figure_named(figure), outcomes })
        });
        Some(RequirementTold {
            status: judged.status,
            effect: document.effect,
            applies_to: plan.categories.iter().map(|at| self.category(*at)).collect(),
            fields: plan.fields.as_ref().map(|fields| self.fields(fields)).unwrap_or_default(),
            way: self.way(&reads),
            condition: self.condition(&written, &plan.condition, plan.when_undefined),
            when_undefined: plan.when_undefined.map(|met| Status::from(Truth::from(met))),
            decided_by: decided_by.collect(),
            remedy: document.remedy.clone(),
        })
    }

    fn condition(
        &self,
        written: &Written,
        condition: &Condition,
        when_undefined: Option<bool>,
    ) -> ConditionTold {
        let parts = |parts: Vec<(Written, &Condition)>| {
            parts.iter().map(|(w, c)| self.condition(w, c, when_undefined)).collect::<Vec<_>>()
        };
        let truth = self.facts.truth(condition, when_undefined);
        let mut compared = (None, Vec::new(), Vec::new());
        let (joint, least, parts) = match written.structure(condition) {
            Structure::All(found) => (Joint::All, None, parts(found)),
            Structure::Any(found) => (Joint::Any, None, parts(found)),
            Structure::AtLeast(least, found) => (Joint::AtLeast, Some(least), parts(found)),
            Structure::Not(written, condition) => (Joint::Not, None, parts(vec![(written, condition)])),
            Structure::Compare(left, right, compare) => {
                let gap = (truth == Truth::False).then(|| gap(self.facts, compare)).flatten();
                let sides = [(&left, &compare.left), (&right, &compare.right)];
                let choices = sides.iter().flat_map(|(written, formula)| self.choices(written, formula));
                let undefined = sides.iter().flat_map(|(written, formula)| self.undefined(written, formula));
                compared = (gap, each_once(choices), each_once(undefined));
                (Joint::Comparison, None, Vec::new())
            }
            Structure::Question => (Joint::Question, None, Vec::new()),
        };
        let (gap, choices, undefined) = compared;
        ConditionTold {
            formula: self.formulation(written),
            status: truth.into(),
            joint,
            least,
            parts,
            gap,
            choices,
            undefined,
        }
    }

    /// The name of a requirement.
    pub(super) fn requirement_named(&self, at: usize) -> Option<crate::model::explanation::Named> {
        self.plan.document.requirements.get(at).map(|document| named(&document.id, &document.label))
    }
}

fn each_once<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.fold(Vec::new(), |mut found, item| {
        if !found.contains(&item) {
            found.push(item);
        }
        found
    })
}
