//! Options, items and fields that no rule tells apart.

use std::collections::{BTreeMap, BTreeSet};

use super::visit::{each_condition, each_formula, each_scored, each_scoring};
use crate::language::{Condition, Formula};
use crate::model::{ChoiceOption, FigureKind, FindingCode, Findings, Place, Subject};
use crate::plan::{Plan, Scoring, Weights};

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    let rules = Rules::of(plan);
    for (index, figure) in plan.document.figures.iter().enumerate() {
        let place = Place::item("figures", index, Subject::Figure, &figure.id).at("kind");
        match &figure.kind {
            FigureKind::Choice(choice) => {
                rules.choice(index, &choice.options, &place.at("choice").at("options"), findings);
            }
            FigureKind::Checklist(list) => {
                rules.items(index, &list.items, &place.at("checklist").at("items"), findings);
            }
            FigureKind::Number(_) | FigureKind::YesNo => {}
        }
    }
    for (index, field) in plan.document.fields.iter().enumerate() {
        if !rules.know_field(index) {
            let place = Place::item("fields", index, Subject::Field, &field.id);
            findings.add(FindingCode::FieldWithoutRule, &place, &field.id, &[]);
        }
    }
}

/// Every part of every rule.
struct Rules<'a> {
    plan: &'a Plan,
    conditions: Vec<&'a Condition>,
    formulas: Vec<&'a Formula>,
    scorings: Vec<&'a Scoring>,
}

impl<'a> Rules<'a> {
    fn of(plan: &'a Plan) -> Self {
        let mut rules = Self { plan, conditions: Vec::new(), formulas: Vec::new(), scorings: Vec::new() };
        let requirements = plan.requirements.iter().map(|requirement| &requirement.condition);
        for condition in
            requirements.chain(&plan.routes).chain(&plan.warnings).chain(plan.materials.iter().flatten())
        {
            each_condition(condition, &mut |part| rules.conditions.push(part));
        }
        let mut formulas: Vec<&Formula> = plan.derived.iter().map(|derived| &derived.formula).collect();
        for condition in &rules.conditions {
            if let Condition::Compare(compare) = condition {
                formulas.extend([&compare.left, &compare.right]);
            }
        }
        for scoring in plan.indicators().filter_map(|indicator| indicator.scoring.as_ref()) {
            each_scoring(scoring, &mut |part| rules.scorings.push(part));
            each_scored(scoring, &mut |formula| formulas.push(formula));
        }
        for formula in formulas {
            each_formula(formula, &mut |part| rules.formulas.push(part));
        }
        rules
    }

    /// Options that every rule treats alike, and graded options that do not say when they apply.
    fn choice(&self, of: usize, options: &[ChoiceOption], place: &Place, findings: &mut Findings) {
        let mut groups: BTreeMap<Vec<String>, Vec<&str>> = BTreeMap::new();
        let mut scored = false;
        for (at, option) in options.iter().enumerate() {
            let (treated, by_score) = self.treated(of, at);
            scored |= by_score;
            groups.entry(treated).or_default().push(&option.id);
        }
        // A figure that no rule uses is told as that.
        if groups.keys().all(Vec::is_empty) {
            return;
        }
        let code = if scored { FindingCode::GradesAlike } else { FindingCode::OptionsAlike };
        for alike in groups.values().filter(|alike| alike.len() > 1) {
            findings.add(code, place, alike.join(", "), &[]);
        }
        let silent: Vec<_> = options.iter().filter(|option| option.help.is_none()).collect();
        if scored && !silent.is_empty() {
            let ids = silent.into_iter().map(|option| option.id.as_str()).collect::<Vec<_>>().join(", ");
            findings.add(FindingCode::NoDescriptor, place, ids, &[]);
        }
    }

    /// What each rule that asks for the choice does with an option, and whether one of them scores it.
    fn treated(&self, of: usize, at: usize) -> (Vec<String>, bool) {
        let mut treated = Vec::new();
        let mut scored = false;
        for scoring in &self.scorings {
            if let Scoring::Options { of: figure, shares } = scoring
                && *figure == of
            {
                scored = true;
                treated.push(shares.get(at).map(ToString::to_string).unwrap_or_default());
            }
        }
        for condition in &self.conditions {
            if let Condition::Is { of: figure, options } = condition
                && *figure == of
            {
                treated.push(options.contains(&at).to_string());
            }
        }
        for formula in &self.formulas {
            if let Formula::Choose { of: figure, branches } = formula
                && *figure == of
            {
                let own = branches.get(at);
                let first = branches.iter().position(|branch| Some(branch) == own);
                treated.push(first.unwrap_or(at).to_string());
            }
        }
        if self.plan.weights_by == Some(of) {
            let dimensions = self.plan.dimensions.iter();
            let dimensions =
                dimensions.flat_map(|dimension| [Some(&dimension.weight), dimension.rest.as_ref()]);
            let indicators = self.plan.indicators();
            let indicators =
                indicators.flat_map(|indicator| [indicator.max.as_ref(), indicator.rest.as_ref()]);
            let weights = dimensions.chain(indicators).flatten();
            treated.extend(weights.map(|Weights(by_option)| {
                let of_option = by_option.get(at).into_iter().flatten();
                of_option.map(ToString::to_string).collect::<Vec<_>>().join(" ")
            }));
        }
        (treated, scored)
    }

    /// Items that give no score and that no rule asks for.
    fn items(&self, of: usize, items: &[ChoiceOption], place: &Place, findings: &mut Findings) {
        let mut used = false;
        let mut known: BTreeSet<usize> = BTreeSet::new();
        for scoring in &self.scorings {
            if let Scoring::Items { of: figure, shares, .. } = scoring
                && *figure == of
            {
                used = true;
                known.extend(
                    shares.iter().enumerate().filter(|(_, share)| !share.is_zero()).map(|(at, _)| at),
                );
            }
        }
        for condition in &self.conditions {
            if let Condition::Has { of: figure, item } = condition
                && *figure == of
            {
                used = true;
                known.insert(*item);
            }
        }
        if !used
            || self.formulas.iter().any(|formula| matches!(formula, Formula::Count(figure) if *figure == of))
        {
            return;
        }
        for (at, item) in items.iter().enumerate().filter(|(at, _)| !known.contains(at)) {
            findings.add(FindingCode::ItemWithoutEffect, &place.at(at), &item.id, &[]);
        }
    }

    /// Whether a requirement, a floor, a condition or a score depends on a field.
    fn know_field(&self, field: usize) -> bool {
        let fields_input = self.plan.fields_input();
        self.plan.field_floors.get(field).is_some_and(|floors| !floors.is_empty())
            || self.plan.requirements.iter().any(|r| r.fields.as_ref().is_some_and(|f| f.contains(&field)))
            || self.scorings.iter().any(|scoring| matches!(scoring, Scoring::ByField(_)))
            || self.conditions.iter().any(|condition| {
                matches!(condition, Condition::Has { of, item } if *of == fields_input && *item == field)
            })
    }
}
