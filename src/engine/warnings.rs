//! What looks wrong though it is allowed.

use super::relevance::Relevant;
use super::requirement::input_name;
use crate::language::Input;
use crate::model::{Sentence, SentenceCode, Submission, WarningResult};
use crate::plan::Plan;
use crate::sorted::Set;
use crate::sorting::gathered;
use crate::values::{Facts, Truth, YearUse};

/// The warning of a rule of the rulebook, by its place, where it is given.
pub(super) fn of_rule(plan: &Plan, at: usize, facts: &Facts) -> Option<WarningResult> {
    let (condition, document) = (plan.warnings.get(at)?, plan.document.warnings.get(at)?);
    if facts.truth(condition, Some(false)) != Truth::True {
        return None;
    }
    let inputs = Relevant::of_condition(plan, facts, condition);
    let figures: Set<usize> = gathered(inputs.into_iter().map(Input::figure));
    Some(WarningResult {
        sentence: Sentence::new(SentenceCode::RulebookWarning, &[("warning", &document.id)]),
        figures: figures.into_iter().map(|at| input_name(plan, at)).collect(),
    })
}

/// All warnings: those of the rulebook, `of_rules`, and those that hold for any rulebook.
pub(super) fn warnings(
    plan: &Plan,
    submission: &Submission,
    facts: &Facts,
    of_rules: &[Option<WarningResult>],
) -> Vec<WarningResult> {
    let mut found: Vec<_> = of_rules.iter().flatten().cloned().collect();
    let general = |sentence| WarningResult { sentence, figures: Vec::new() };
    let year = submission.year.map(|year| year.to_string()).unwrap_or_default();
    let mut any_year = false;
    for (year_use, benchmark) in facts.year_uses().zip(&plan.document.benchmarks) {
        let id = benchmark.id.as_str();
        match year_use {
            YearUse::Own => {}
            YearUse::Earlier(used) => {
                let params = [("benchmark", id), ("year", &year), ("used", &used.to_string())];
                found.push(general(Sentence::new(SentenceCode::BenchmarkOfEarlierYear, &params)));
            }
            YearUse::Missing => {
                let params = [("benchmark", id), ("year", year.as_str())];
                found.push(general(Sentence::new(SentenceCode::BenchmarkMissing, &params)));
            }
            YearUse::AnyYear => any_year = true,
        }
    }
    if any_year {
        found.push(general(Sentence::new(SentenceCode::YearMissing, &[])));
    }
    if let Some(made_for) = &submission.rulebook
        && made_for.version != plan.document.version
    {
        let params = [("made_for", made_for.version.as_str()), ("version", &plan.document.version)];
        found.push(general(Sentence::new(SentenceCode::OtherVersion, &params)));
    }
    found.extend(not_in_force(plan, submission).map(general));
    for (id, entry) in &submission.figures {
        if let Some(year) = entry.year.filter(|year| submission.year.is_some_and(|own| own != *year)) {
            let sentence = Sentence::new(
                SentenceCode::FigureOfOtherYear,
                &[("figure", id), ("year", &year.to_string())],
            );
            found.push(WarningResult { sentence, figures: vec![id.clone()] });
        }
    }
    found
}

/// A city applies with the figures of a year in that year or the next: whether the rules hold in neither.
fn not_in_force(plan: &Plan, submission: &Submission) -> Option<Sentence> {
    let (valid, year) = (plan.document.valid.as_ref()?, submission.year?);
    let year_of = |date: &str| date.split('-').next().and_then(|year| year.parse::<u32>().ok());
    let too_early = year_of(&valid.from).is_some_and(|from| year.saturating_add(1) < from);
    let too_late = valid.to.as_deref().and_then(year_of).is_some_and(|to| year > to);
    let (year, to) = (year.to_string(), valid.to.as_deref().unwrap_or_default());
    let params = [("year", year.as_str()), ("from", &valid.from), ("to", to)];
    (too_early || too_late).then(|| Sentence::new(SentenceCode::NotInForce, &params))
}
