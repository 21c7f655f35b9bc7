//! Whether what this year's submission says of last year is what last year's submission said.

use super::super::relevance::Relevant;
use super::super::scoring::Selection;
use crate::language::Input;
use crate::model::{
    Decimal, Entry, Figure, FigureKind, Given, LastYearCheck, LastYearState, Quantity, Submission,
};
use crate::plan::Plan;
use crate::sorted::Set;
use crate::values::{Fact, Facts, Range};

/// Every number figure of which last year's submission knows something that this year's does not, or has otherwise.
pub(super) fn checks(
    plan: &Plan,
    (current, facts): (&Submission, &Facts),
    (previous, facts_before): (&Submission, &Facts),
) -> Vec<LastYearCheck> {
    let deciding = deciding(plan, facts);
    let figures = plan.document.figures.iter().enumerate();
    let checks = figures.filter_map(|(at, figure)| {
        let entry = current.figures.get(&figure.id);
        let before = previous.figures.get(&figure.id).filter(|before| !before.given.is_unknown())?;
        let Some(Fact::Number(known)) = facts_before.fact(at) else { return None };
        if !of_the_year_before(current, entry, previous, before) {
            return None;
        }
        Some(LastYearCheck {
            figure: figure.id.clone(),
            state: state(entry, &facts.last(at), known)?,
            decides: deciding.contains(&Input::Last(at)),
            entered: entry.and_then(|entry| entered(figure, entry)),
            previous: quantity(&before.given, before.unit.as_deref(), figure)?,
        })
    });
    checks.collect()
}

/// Whether a figure of last year's submission is of the year before this year's figure, as far as the years are known.
fn of_the_year_before(
    current: &Submission,
    entry: Option<&Entry>,
    previous: &Submission,
    before: &Entry,
) -> bool {
    let now = entry.and_then(|entry| entry.year).or(current.year);
    let before = before.year.or(previous.year);
    now.zip(before).is_none_or(|(now, before)| before.saturating_add(1) == now)
}

/// How last year's value as entered this year goes together with what last year's submission knows.
fn state(entry: Option<&Entry>, entered: &Range, known: &Range) -> Option<LastYearState> {
    let missing = entry.and_then(|entry| entry.last.as_ref()).is_none_or(|last| last.given.is_unknown());
    if missing {
        return Some(LastYearState::Missing);
    }
    let ((low, high), (known_low, known_high)) = entered.ends.as_ref().zip(known.ends.as_ref())?;
    if high < known_low || known_high < low {
        return Some(LastYearState::Differs);
    }
    let narrower = known_low >= low && known_high <= high && entered != known;
    narrower.then_some(LastYearState::Estimate)
}

/// The inputs that points and requirements of this year depend on as things stand.
fn deciding(plan: &Plan, facts: &Facts) -> Set<Input> {
    let requirements =
        plan.requirements.iter().flat_map(|rule| Relevant::of_condition(plan, facts, &rule.condition));
    let indicators = plan.indicators();
    let points =
        indicators.flat_map(|indicator| Relevant::of_indicator(plan, facts, indicator, &Selection::All));
    requirements.chain(points).collect()
}

/// Last year's value as this year's submission has it; without a unit of its own it is in that of the entry.
fn entered(figure: &Figure, entry: &Entry) -> Option<Quantity> {
    let last = entry.last.as_ref()?;
    quantity(&last.given, last.unit.as_deref().or(entry.unit.as_deref()), figure)
}

fn quantity(given: &Given, unit: Option<&str>, figure: &Figure) -> Option<Quantity> {
    let FigureKind::Number(kind) = &figure.kind else { return None };
    let canonical = |text: &String| text.parse::<Decimal>().ok().map(|decimal| decimal.to_string());
    let (low, high) = match given {
        Given::Text(text) => (canonical(text), canonical(text)),
        Given::Between(low, high) => (low.as_ref().and_then(canonical), high.as_ref().and_then(canonical)),
        _ => return None,
    };
    Some(Quantity { low, high, unit: unit.unwrap_or(&kind.unit).to_owned() })
}
