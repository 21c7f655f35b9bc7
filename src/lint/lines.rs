//! Lines and floors that are always or never reached.

use crate::engine::assess;
use crate::model::{
    CategoryResult, Decimal, FieldChoice, FindingCode, Findings, Floor, FloorResult, Place, Status, Subject,
    Submission,
};
use crate::plan::Plan;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    // Nothing is at fault in an empty submission.
    let Ok(assessment) = assess(plan, &Submission::default()) else { return };
    for (index, category) in plan.document.categories.iter().enumerate() {
        let result = assessment.categories.iter().find(|result| result.id == category.id);
        let (Some(line), Some(result)) = (&category.line, result) else { continue };
        let place = Place::item("categories", index, Subject::Category, &category.id).at("line");
        // Points without a chosen field are those with the best of all: with one field they may be fewer.
        let chooses = category.fields == FieldChoice::Choose && !plan.document.fields.is_empty();
        let with_one = assessment.fields.iter().filter(|field| field.category.as_ref() == Some(&category.id));
        let with_one = with_one.filter_map(|field| Some(field.score?.low)).min();
        let least = if chooses { with_one } else { result.score.map(|score| score.low) };
        total(result, least, &place.at("total"), findings);
        let floors = result.line.iter().flat_map(|line| &line.floors);
        floor(&line.floors, floors.filter(|floor| floor.field.is_none()), &place, findings);
    }
    for (index, field) in plan.document.fields.iter().enumerate() {
        let Some(result) = assessment.fields.iter().find(|result| result.id == field.id) else { continue };
        let place = Place::item("fields", index, Subject::Field, &field.id);
        let floors = result.line.iter().flat_map(|line| &line.floors);
        floor(&field.floors, floors.filter(|floor| floor.field.is_some()), &place, findings);
    }
}

fn total(result: &CategoryResult, least: Option<Decimal>, place: &Place, findings: &mut Findings) {
    let (Some(line), Some(score)) = (&result.line, &result.score) else { return };
    if score.high < line.total {
        let most = score.high.to_string();
        findings.add(FindingCode::LineNotReached, place, line.total, &[("most", &most)]);
    } else if let Some(least) = least.filter(|least| *least >= line.total) {
        let least = least.to_string();
        findings.add(FindingCode::LineAlwaysReached, place, line.total, &[("least", &least)]);
    }
}

fn floor<'a>(
    documents: &[Floor],
    results: impl Iterator<Item = &'a FloorResult>,
    place: &Place,
    findings: &mut Findings,
) {
    for (index, (document, result)) in documents.iter().zip(results).enumerate() {
        let code = match result.status {
            Status::Met => FindingCode::FloorAlwaysReached,
            Status::NotMet => FindingCode::FloorNotReached,
            Status::Undetermined => continue,
        };
        let part = document.dimension.as_ref().or(document.indicator.as_ref());
        let params = [("part", part.map_or("", String::as_str))];
        findings.add(code, &place.at("floors").at(index), document.least_percent, &params);
    }
}
