//! Conditions whose numbers are other ones than their label or the quoted words have.

use crate::model::{Decimal, Exact, FindingCode, Findings, Kind, Place, Subject, Unit, Units};
use crate::plan::Plan;

/// The longest symbol of a unit, in characters.
const LONGEST_UNIT: usize = 8;

/// A number with its unit as it is written, and what it is.
struct Number {
    written: String,
    value: Exact,
    kind: Kind,
    /// Parts of a plain number are told apart from plain numbers.
    percent: bool,
}

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    for (index, requirement) in plan.document.requirements.iter().enumerate() {
        let place = Place::item("requirements", index, Subject::Requirement, &requirement.id);
        let asked = numbers(&requirement.condition, &plan.units);
        let quote = requirement.standing.quote.as_deref().unwrap_or_default();
        for said in [requirement.label.zh.as_str(), quote] {
            let said = numbers(said, &plan.units);
            if let Some((asked, said)) = contradiction(&asked, &said) {
                let params = [("said", said.written.as_str())];
                findings.add(FindingCode::OtherNumber, &place.at("condition"), &asked.written, &params);
                break;
            }
        }
    }
}

/// A number that a condition asks for and one that the words have of the same kind, where they share none of that kind.
fn contradiction<'a>(asked: &'a [Number], said: &'a [Number]) -> Option<(&'a Number, &'a Number)> {
    asked.iter().find_map(|number| {
        let same_kind = |other: &&Number| other.kind == number.kind && other.percent == number.percent;
        let known = || said.iter().filter(same_kind);
        let shared = asked.iter().filter(same_kind).any(|one| known().any(|other| other.value == one.value));
        if shared { None } else { known().next().map(|other| (number, other)) }
    })
}

/// The numbers of a text that have a unit.
fn numbers(text: &str, units: &Units) -> Vec<Number> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        if end == 0 || before.is_ascii_alphanumeric() || before == '_' {
            before = first;
            rest = rest.strip_prefix(first).unwrap_or_default();
            continue;
        }
        let (digits, after) = rest.split_at(end);
        before = digits.chars().last().unwrap_or(first);
        rest = after;
        if let (Ok(value), Some((symbol, unit))) =
            (digits.parse::<Decimal>(), unit(after.trim_start(), units))
        {
            let percent = matches!(symbol.as_str(), "%" | "‰");
            let value = Exact::from(value) * unit.factor;
            found.push(Number { written: format!("{digits} {symbol}"), value, kind: unit.kind, percent });
        }
    }
    found
}

/// The longest unit that a text begins with.
fn unit(text: &str, units: &Units) -> Option<(String, Unit)> {
    let belongs = |c: &char| c.is_alphabetic() || matches!(c, '%' | '‰' | '/');
    let signs: Vec<char> = text.chars().take_while(belongs).take(LONGEST_UNIT).collect();
    (1..=signs.len()).rev().find_map(|length| {
        let symbol: String = signs.iter().take(length).collect();
        units.get(&symbol).map(|unit| (symbol, unit))
    })
}
