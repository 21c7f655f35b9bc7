//! Standings that say less than their basis asks for.

use serde_json::{Map, Value};

use super::walk::{document, objects};
use crate::model::{FindingCode, Findings, Place};
use crate::plan::Plan;

/// The fewest characters of a note that can say why an assumption is as it is: in Chinese, in English.
const SHORT: (usize, usize) = (8, 20);

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    let json = document(&plan.document);
    objects(&json, &Place::document(), &mut |object, place| standing(object, place, findings));
}

fn standing(object: &Map<String, Value>, place: &Place, findings: &mut Findings) {
    let Some(basis) = object.get("basis").and_then(Value::as_str) else { return };
    let lacks = |key: &str| object.get(key).is_none_or(Value::is_null);
    match basis {
        "official" => {
            let no_article = if lacks("article") { "article" } else { "" };
            if lacks("quote") {
                findings.add(FindingCode::NoQuote, place, basis, &[("lacking", no_article)]);
            } else if lacks("article") {
                findings.add(FindingCode::NoArticle, place, basis, &[]);
            }
        }
        "interpretation" if lacks("note") => findings.add(FindingCode::NoNote, place, basis, &[]),
        "reported" if lacks("source") => findings.add(FindingCode::NoSource, place, basis, &[]),
        "reference" => {
            let note = |lang: &str| object.get("note")?.get(lang)?.as_str();
            let (Some(zh), Some(en)) = (note("zh"), note("en")) else { return };
            if zh.chars().count() < SHORT.0 || en.chars().count() < SHORT.1 {
                findings.add(FindingCode::ShortNote, &place.at("note"), zh, &[]);
            }
        }
        _ => {}
    }
}
