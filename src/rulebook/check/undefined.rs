//! Formulas and conditions whose denominator may be zero, within the domains, where no rule says what then holds.

use std::borrow::Cow;

use super::indicators::places;
use crate::language::{Condition, Formula};
use crate::model::{Exact, FaultCode, Faults, FigureKind, Place, Subject};
use crate::plan::{Plan, Scoring};
use crate::texts;
use crate::values::Facts;

/// Reports every one of them.
pub(super) fn check(plan: &Plan, faults: &mut Faults) {
    let mut plan = Cow::Borrowed(plan);
    let mut facts = Facts::unknown(&plan);
    for index in plan.order.clone() {
        if facts.derived(index).undefined
            && let Some((derived, compiled)) = plan.document.derived.get(index).zip(plan.derived.get(index))
        {
            let place = Place::item("derived", index, Subject::Derived, &derived.id).at("formula");
            let denominator = zero_below(&facts, &compiled.formula);
            report(&plan, &derived.formula, denominator, "when_undefined", &place, faults);
            // What refers to it is told only of what is wrong with itself.
            let mut derived = plan.derived.to_vec();
            if let Some(derived) = derived.get_mut(index) {
                derived.when_undefined = Some(Exact::from(1));
            }
            plan.to_mut().derived = derived.into();
            facts = Facts::unknown(&plan);
        }
    }
    let plan = &*plan;
    for (index, (requirement, document)) in
        plan.requirements.iter().zip(&plan.document.requirements).enumerate()
    {
        if requirement.when_undefined.is_none() && facts.may_be_undefined(&requirement.condition) {
            let place =
                Place::item("requirements", index, Subject::Requirement, &document.id).at("condition");
            let denominator = zero_in(&facts, &requirement.condition);
            report(plan, &document.condition, denominator, "when_undefined", &place, faults);
        }
    }
    for (indicator, place) in plan.indicators().zip(places(&plan.document)) {
        if indicator.when_undefined.is_none()
            && let Some(of) = indicator.scoring.as_ref().and_then(|scoring| undefined(scoring, &facts))
        {
            let written = written(plan, of).unwrap_or_else(|| indicator.id.clone());
            let denominator = zero_below(&facts, of);
            report(plan, &written, denominator, "when_undefined_percent", &place.at("score"), faults);
        }
    }
}

fn report(
    plan: &Plan,
    formula: &str,
    denominator: Option<&Formula>,
    key: &str,
    place: &Place,
    faults: &mut Faults,
) {
    let mut params = vec![("key".to_owned(), key.to_owned())];
    if let Some(written) = denominator.and_then(|denominator| written(plan, denominator)) {
        params.push(("denominator".to_owned(), written));
    }
    if let Some(figure) = denominator.and_then(|denominator| match denominator {
        Formula::Figure(at) | Formula::Last(at) => plan.document.figures.get(*at),
        _ => None,
    }) {
        params.extend(texts::in_each("label", |lang| figure.label.get(lang).to_owned()));
        params.push(("figure".to_owned(), figure.id.clone()));
        if let FigureKind::Number(number) = &figure.kind {
            let least = number.least.map(|least| format!("{least} {}", number.unit).trim_end().to_owned());
            params.push(("least".to_owned(), least.unwrap_or_default()));
        }
    }
    faults.add_with(FaultCode::MayBeUndefined, place, formula, &params);
}

/// The innermost denominator that may be zero, the leftmost of several.
fn zero_below<'a>(facts: &Facts, formula: &'a Formula) -> Option<&'a Formula> {
    match formula {
        Formula::Divide(above, below) => {
            zero_below(facts, above).or_else(|| zero_below(facts, below)).or_else(|| {
                let one = Box::new(Formula::Constant(Exact::from(1)));
                facts.number(&Formula::Divide(one, below.clone())).undefined.then_some(&**below)
            })
        }
        Formula::Negate(of) => zero_below(facts, of),
        Formula::Add(left, right) | Formula::Subtract(left, right) | Formula::Multiply(left, right) => {
            zero_below(facts, left).or_else(|| zero_below(facts, right))
        }
        Formula::Min(parts) | Formula::Max(parts) | Formula::Choose { branches: parts, .. } => {
            parts.iter().find_map(|part| zero_below(facts, part))
        }
        Formula::Constant(_)
        | Formula::Figure(_)
        | Formula::Last(_)
        | Formula::Benchmark(_)
        | Formula::Derived(_)
        | Formula::Count(_) => None,
    }
}

fn zero_in<'a>(facts: &Facts, condition: &'a Condition) -> Option<&'a Formula> {
    match condition {
        Condition::Compare(compare) => {
            zero_below(facts, &compare.left).or_else(|| zero_below(facts, &compare.right))
        }
        Condition::Not(of) => zero_in(facts, of),
        Condition::AtLeast(_, parts) => parts.iter().find_map(|part| zero_in(facts, part)),
        _ => None,
    }
}

/// A formula that a score function reads and that may have no value.
fn undefined<'a>(scoring: &'a Scoring, facts: &Facts) -> Option<&'a Formula> {
    match scoring {
        Scoring::Bands { of, .. } | Scoring::Line { of, .. } => facts.number(of).undefined.then_some(of),
        Scoring::Options { .. } | Scoring::Items { .. } => None,
        Scoring::BestOf(parts) | Scoring::ByField(parts) => {
            parts.iter().find_map(|part| undefined(part, facts))
        }
        Scoring::SumOf(parts) => parts.iter().find_map(|(_, part)| undefined(part, facts)),
    }
}

/// A formula as a rulebook may write it; nothing where it has a number, whose unit is not kept.
fn written(plan: &Plan, formula: &Formula) -> Option<String> {
    let document = &plan.document;
    let figure = |at: usize| document.figures.get(at).map(|figure| figure.id.clone());
    let within = |formula: &Formula| {
        let text = written(plan, formula)?;
        Some(if text.contains(' ') { format!("({text})") } else { text })
    };
    let two = |left: &Formula, sign: &str, right: &Formula| {
        Some(format!("{} {sign} {}", within(left)?, within(right)?))
    };
    match formula {
        Formula::Figure(at) => figure(*at),
        Formula::Last(at) => Some(format!("last({})", figure(*at)?)),
        Formula::Count(at) => Some(format!("count({})", figure(*at)?)),
        Formula::Benchmark(at) => document.benchmarks.get(*at).map(|benchmark| benchmark.id.clone()),
        Formula::Derived(at) => document.derived.get(*at).map(|derived| derived.id.clone()),
        Formula::Add(left, right) => two(left, "+", right),
        Formula::Subtract(left, right) => two(left, "-", right),
        Formula::Multiply(left, right) => two(left, "*", right),
        Formula::Divide(left, right) => two(left, "/", right),
        _ => None,
    }
}
