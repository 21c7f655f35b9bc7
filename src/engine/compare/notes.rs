//! What makes two years less comparable than they look.

use crate::model::{FieldChoice, Sentence, SentenceCode, Submission};
use crate::plan::Plan;

pub(super) fn notes(plan: &Plan, current: &Submission, previous: &Submission) -> Vec<Sentence> {
    let mut notes = Vec::new();
    match (previous.year, current.year) {
        (Some(before), Some(now)) if now > before.saturating_add(1) => {
            let params = [("before", before.to_string()), ("year", now.to_string())];
            notes.push(sentence(SentenceCode::YearsApart, &params));
        }
        (Some(_), Some(_)) => {}
        _ => notes.push(sentence(SentenceCode::OrderOfYearsUnknown, &[])),
    }
    if current.city != previous.city {
        let named = |city: &str| if city.is_empty() { "-".to_owned() } else { city.to_owned() };
        let params = [("before", named(&previous.city)), ("city", named(&current.city))];
        notes.push(sentence(SentenceCode::OtherCity, &params));
    }
    if let Some(made_for) = &previous.rulebook
        && made_for.version != plan.document.version
    {
        let params = [("made_for", made_for.version.clone()), ("version", plan.document.version.clone())];
        notes.push(sentence(SentenceCode::PreviousOtherVersion, &params));
    }
    if let Some((before, now)) = previous.category.as_ref().zip(current.category.as_ref())
        && before != now
    {
        let params = [("others", before.clone()), ("category", now.clone())];
        notes.push(sentence(SentenceCode::OtherCategory, &params));
    }
    let chooses = plan.categories.iter().any(|category| category.fields == FieldChoice::Choose);
    let (before, now) = (fields(plan, previous), fields(plan, current));
    if chooses && before != now {
        notes.push(sentence(SentenceCode::OtherFields, &[("field", before), ("fields", now)]));
    }
    let switch = plan.weights_by.and_then(|choice| plan.document.figures.get(choice));
    if let Some(switch) = switch {
        let given =
            |submission: &Submission| submission.figures.get(&switch.id).map(|entry| entry.given.clone());
        let chosen = |submission| given(submission).filter(|given| !given.is_unknown());
        if chosen(previous) != chosen(current) {
            notes.push(sentence(SentenceCode::OtherWeights, &[("figure", switch.id.clone())]));
        }
    }
    notes
}

fn sentence(code: SentenceCode, params: &[(&str, String)]) -> Sentence {
    let params: Vec<_> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Sentence::new(code, &params)
}

/// The fields a submission names, in the rulebook's order.
fn fields(plan: &Plan, submission: &Submission) -> String {
    let all = plan.document.fields.iter().map(|field| field.id.as_str());
    let named: Vec<_> = all.filter(|id| submission.fields.iter().any(|named| named == id)).collect();
    if named.is_empty() { "-".to_owned() } else { named.join(",") }
}
