//! Lines and floors that are always or never reached.

use crate::engine::assess;
use crate::model::{
    CategoryResult, FindingCode, Findings, Floor, FloorResult, Place, Status, Subject, Submission,
};
use crate::plan::Plan;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    // Nothing is at fault in an empty submission.
    let Ok(assessment) = assess(plan, &Submission::default()) else { return };
    for (index, category) in plan.document.categories.iter().enumerate() {
        let result = assessment.categories.iter().find(|result| result.id == category.id);
        let (Some(line), Some(result)) = (&category.line, result) else { continue };
        let place = Place::item("categories", index, Subject::Category, &category.id).at("line");
        total(result, &place.at("total"), findings);
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

fn total(result: &CategoryResult, place: &Place, findings: &mut Findings) {
    let (Some(line), Some(score)) = (&result.line, &result.score) else { return };
    if score.high < line.total {
        let most = score.high.to_string();
        findings.add(FindingCode::LineNotReached, place, line.total, &[("most", &most)]);
    } else if score.low >= line.total {
        let least = score.low.to_string();
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
