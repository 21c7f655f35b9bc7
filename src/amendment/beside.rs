//! A submission judged under both rulebooks, the results side by side.

use super::Pair;
use super::carry::carry;
use crate::engine;
use crate::engine::prints;
use crate::model::{
    Assessment, Beside, CategoryResult, CategoryUnderBoth, DimensionUnderBoth, MadeFor, RequirementResult,
    RequirementUnderBoth, ResultChanges, Submission, SubmissionUnderBoth, Text, Titled,
};
use crate::plan::Plan;
use crate::texts::words::OVERALL;

fn titled(plan: &Plan, kind: &str, id: &str) -> Titled {
    let label = |lang| plan.label(kind, id, lang).unwrap_or_else(|| id.to_owned());
    Titled { id: id.to_owned(), label: Text::each(label) }
}

/// What is in either list, by new names: the new rulebook's order, then what is gone.
fn aligned<'r, T>(
    old: &'r [T],
    new: &'r [T],
    old_id: impl Fn(&T) -> String,
    new_id: impl Fn(&T) -> String,
) -> Vec<(Option<&'r T>, Option<&'r T>)> {
    let mut pairs: Vec<_> =
        new.iter().map(|item| (old.iter().find(|old| old_id(old) == new_id(item)), Some(item))).collect();
    let is_gone = |item: &&'r T| !new.iter().any(|new| new_id(new) == old_id(item));
    pairs.extend(old.iter().filter(is_gone).map(|item| (Some(item), None)));
    pairs
}

impl Pair<'_> {
    /// A submission under both.
    pub(super) fn submission(&self, name: &str, submission: &Submission) -> SubmissionUnderBoth {
        let made_for = self.made_for(submission);
        let forward = made_for != MadeFor::New;
        let inverse = self.renames.inverse();
        let (from, to, renames) =
            if forward { (self.old, self.new, self.renames) } else { (self.new, self.old, &inverse) };
        let own = engine::assess(from, submission);
        // What is wrong with it where it was made makes what becomes of it elsewhere no news.
        let taken = own.is_ok().then(|| carry(from, to, renames, submission));
        let other = taken.as_ref().and_then(|taken| engine::assess(to, &taken.submission).ok());
        let (carried, other_faults) = taken.map(|taken| (taken.carried, taken.faults)).unwrap_or_default();
        let own_faults = own.as_ref().err().cloned().unwrap_or_default();
        let (old_faults, new_faults) =
            if forward { (own_faults, other_faults) } else { (other_faults, own_faults) };
        let both = own.ok().zip(other);
        let results = both.map(
            |(own, other)| {
                if forward { self.results(&own, &other) } else { self.results(&other, &own) }
            },
        );
        SubmissionUnderBoth {
            name: name.to_owned(),
            submission: prints::of_submission(submission),
            made_for,
            carried,
            old_faults,
            new_faults,
            results,
        }
    }

    fn made_for(&self, submission: &Submission) -> MadeFor {
        let Some(named) = &submission.rulebook else { return MadeFor::Old };
        let is = |plan: &Plan| named.id == plan.document.id;
        let exactly = |plan: &Plan| is(plan) && named.version == plan.document.version;
        match (exactly(self.old), exactly(self.new)) {
            (true, _) => MadeFor::Old,
            (_, true) => MadeFor::New,
            _ if is(self.old) => MadeFor::OtherVersion,
            _ if is(self.new) => MadeFor::New,
            _ => MadeFor::OtherRulebook,
        }
    }

    fn results(&self, before: &Assessment, after: &Assessment) -> ResultChanges {
        let renames = self.renames;
        let categories = self.categories("category", "categories", &before.categories, &after.categories);
        let fields = self.categories("field", "fields", &before.fields, &after.fields);
        let requirements = self.requirements(&before.requirements, &after.requirements);
        let advised = |plan: &Plan, assessment: &Assessment| {
            assessment.advice.category.as_ref().map(|id| titled(plan, "category", id))
        };
        let channel = |plan: &Plan, assessment: &Assessment| {
            assessment.route.channel.as_ref().map(|id| titled(plan, "route", id))
        };
        let advice = Beside { old: advised(self.old, before), new: advised(self.new, after) };
        let route = Beside { old: channel(self.old, before), new: channel(self.new, after) };
        let same = |beside: &Beside<Titled>, section: &str| {
            let old = beside.old.as_ref().map(|titled| renames.name(section, &titled.id));
            old == beside.new.as_ref().map(|titled| titled.id.as_str())
        };
        let unchanged = !categories.iter().chain(&fields).any(|category| category.changed)
            && requirements.is_empty()
            && same(&advice, "categories")
            && same(&route, "routes");
        ResultChanges { unchanged, categories, fields, requirements, advice, route }
    }

    fn categories(
        &self,
        kind: &str,
        section: &str,
        before: &[CategoryResult],
        after: &[CategoryResult],
    ) -> Vec<CategoryUnderBoth> {
        let old_id = |category: &CategoryResult| self.renames.name(section, &category.id).to_owned();
        let pairs = aligned(before, after, old_id, |category: &CategoryResult| category.id.clone());
        pairs.into_iter().filter_map(|(old, new)| self.category(kind, old, new)).collect()
    }

    fn category(
        &self,
        kind: &str,
        old: Option<&CategoryResult>,
        new: Option<&CategoryResult>,
    ) -> Option<CategoryUnderBoth> {
        fn each<T>(
            (old, new): (Option<&CategoryResult>, Option<&CategoryResult>),
            get: impl Fn(&CategoryResult) -> Option<T>,
        ) -> Beside<T> {
            Beside { old: old.and_then(&get), new: new.and_then(&get) }
        }
        let shown = new.or(old)?;
        let plan = if new.is_some() { self.new } else { self.old };
        let both = (old, new);
        let eligible = each(both, |category| Some(category.eligible));
        let fit = each(both, |category| Some(category.fit));
        let score = each(both, |category| category.score);
        let line = each(both, |category| category.line.as_ref().map(|line| line.total));
        let dimensions = self.dimensions(both);
        let changed = old.is_some() != new.is_some()
            || !(eligible.is_same() && fit.is_same() && score.is_same() && line.is_same())
            || !dimensions.is_empty();
        let none = plan.document.categories.is_empty() && kind == "category";
        let label = if none { OVERALL.text() } else { titled(plan, kind, &shown.id).label };
        Some(CategoryUnderBoth {
            id: shown.id.clone(),
            label,
            changed,
            eligible,
            fit,
            score,
            line,
            dimensions,
        })
    }

    fn dimensions(
        &self,
        (old, new): (Option<&CategoryResult>, Option<&CategoryResult>),
    ) -> Vec<DimensionUnderBoth> {
        let of =
            |category: Option<&CategoryResult>| category.map(|c| c.dimensions.clone()).unwrap_or_default();
        let (old, new) = (of(old), of(new));
        let old_id = |d: &crate::model::DimensionResult| self.renames.name("dimensions", &d.id).to_owned();
        let pairs = aligned(&old, &new, old_id, |dimension| dimension.id.clone());
        let told = pairs.into_iter().filter_map(|(old, new)| {
            let plan = if new.is_some() { self.new } else { self.old };
            let score = Beside { old: old.map(|d| d.score), new: new.map(|d| d.score) };
            let Titled { id, label } = titled(plan, "dimension", &new.or(old)?.id);
            (!score.is_same()).then_some(DimensionUnderBoth { id, label, score })
        });
        told.collect()
    }

    fn requirements(
        &self,
        before: &[RequirementResult],
        after: &[RequirementResult],
    ) -> Vec<RequirementUnderBoth> {
        let old_id = |r: &RequirementResult| self.renames.name("requirements", &r.id).to_owned();
        let pairs = aligned(before, after, old_id, |requirement: &RequirementResult| requirement.id.clone());
        let told = pairs.into_iter().filter_map(|(old, new)| {
            let plan = if new.is_some() { self.new } else { self.old };
            let status = Beside { old: old.map(|r| r.status), new: new.map(|r| r.status) };
            let Titled { id, label } = titled(plan, "requirement", &new.or(old)?.id);
            (!status.is_same()).then_some(RequirementUnderBoth { id, label, status })
        });
        told.collect()
    }
}
