//! Routes that are never taken, and cities that may apply and have none.

use std::collections::{BTreeMap, BTreeSet};

use super::cases::{Case, cases};
use super::conditions::{never_holds, of_condition};
use super::reads::Reads;
use crate::model::{Effect, FigureKind, FindingCode, Findings, Lang, Place, Subject, Text};
use crate::plan::Plan;
use crate::texts::words::{NO, YES};
use crate::texts::{lint, signs};
use crate::values::Truth;

/// The most cities without a route that are told.
const MOST_TOLD: usize = 3;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    for (index, (condition, document)) in plan.routes.iter().zip(&plan.document.routes).enumerate() {
        let place = Place::item("routes", index, Subject::Route, &document.id).at("when");
        if never_holds(&of_condition(plan, condition), condition, false) {
            findings.add(FindingCode::RouteNeverHolds, &place, &document.when, &[]);
            continue;
        }
        if let Some(others) = taken_before(plan, index) {
            let params = [("others", others.as_str())];
            findings.add(FindingCode::RouteNeverTaken, &place, &document.when, &params);
        }
    }
    if !plan.routes.is_empty() {
        without(plan, findings);
    }
}

/// The earlier routes one of which holds wherever this one may.
fn taken_before(plan: &Plan, index: usize) -> Option<String> {
    let own = plan.routes.get(index)?;
    let earlier: Vec<_> = plan.routes.iter().take(index).collect();
    let mut reads = Reads::new(plan);
    for condition in earlier.iter().copied().chain([own]) {
        reads.condition(condition);
    }
    let mut taking = BTreeSet::new();
    for case in cases(plan, &reads) {
        let truth = |condition| case.facts.truth(condition, Some(false));
        if truth(own) == Truth::False {
            continue;
        }
        let first = earlier.iter().position(|condition| truth(condition) == Truth::True)?;
        taking.insert(first);
    }
    let ids = taking.iter().filter_map(|at| plan.document.routes.get(*at)).map(|route| route.id.as_str());
    Some(ids.collect::<Vec<_>>().join(", "))
}

/// Cities that no binding requirement excludes and that no route is for.
fn without(plan: &Plan, findings: &mut Findings) {
    let mut reads = Reads::new(plan);
    plan.routes.iter().for_each(|condition| reads.condition(condition));
    let mut told: Vec<Text> = Vec::new();
    let mut any = false;
    for case in cases(plan, &reads) {
        let truth = |condition| case.facts.truth(condition, Some(false));
        if plan.routes.iter().all(|condition| truth(condition) == Truth::False) && may_apply(plan, &case) {
            any = true;
            let words = Text::each(|lang| words(plan, &case.chosen, lang));
            if !words.zh.is_empty() && !told.contains(&words) {
                told.push(words);
            }
        }
    }
    if any {
        let more = if told.len() > MOST_TOLD { "…" } else { "" };
        told.truncate(MOST_TOLD);
        let joined = Text::each(|lang| {
            let parts: Vec<_> = told.iter().map(|words| words.get(lang)).collect();
            format!("{}{more}", parts.join(signs::SEMICOLON.get(lang)))
        });
        let params: Vec<_> = joined.all().map(|(tag, cases)| (format!("cases.{tag}"), cases)).collect();
        let params: Vec<_> = params.iter().map(|(name, cases)| (name.as_str(), *cases)).collect();
        findings.add(FindingCode::NoRoute, &Place::document().at("routes"), "", &params);
    }
}

/// Whether there is a category in which no binding requirement is certainly not met.
fn may_apply(plan: &Plan, case: &Case) -> bool {
    (0..plan.categories.len()).any(|category| {
        plan.requirements.iter().zip(&plan.document.requirements).all(|(requirement, document)| {
            document.effect != Effect::Binding
                || requirement.fields.is_some()
                || !requirement.categories.contains(&category)
                || case.facts.truth(&requirement.condition, requirement.when_undefined) != Truth::False
        })
    })
}

/// The choices of a case in words.
fn words(plan: &Plan, chosen: &BTreeMap<usize, usize>, lang: Lang) -> String {
    let parts = chosen.iter().filter_map(|(of, at)| {
        let Some(figure) = plan.document.figures.get(*of) else {
            return plan.document.categories.get(*at).map(|category| category.label.get(lang).to_owned());
        };
        let option = match &figure.kind {
            FigureKind::Choice(choice) => choice.options.get(*at)?.label.get(lang),
            _ => (if *at == 0 { YES } else { NO }).get(lang),
        };
        Some(lint::Chosen { figure: figure.label.get(lang), option }.get(lang))
    });
    parts.collect::<Vec<_>>().join(signs::COMMA.get(lang))
}
