//! What several tests use: the rulebooks of the repository, and submissions made up for any rulebook.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

pub(crate) mod dice;
pub(crate) mod directions;
pub(crate) mod golden;
pub(crate) mod mutations;
pub(crate) mod patch;
pub(crate) mod rulebooks;
pub(crate) mod shape;
pub(crate) mod submissions;
pub(crate) mod told;

use std::path::{Path, PathBuf};

use infocity_check::model::{
    Decimal, Entry, Exact, Figure, FigureKind, Given, LastYear, NumberKind, RoundingMode, Submission,
};
use infocity_check::plan::Plan;
use infocity_check::rulebook;
use proptest::prelude::*;

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A rulebook of the repository.
pub(crate) fn plan(file: impl AsRef<Path>) -> Plan {
    let path = root().join(file);
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    rulebook::load(&bytes).unwrap_or_else(|faults| panic!("{}: {faults:#?}", path.display()))
}

pub(crate) const FLAGSHIP: &str = "rulebooks/miit-2019-63/rulebook.json";
pub(crate) const EVERY_RULE: &str = "tests/data/every-rule.rulebook.json";

/// Chance for one figure: what it becomes is decided by the figure's kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Roll {
    pub(crate) first: u32,
    pub(crate) second: u32,
    pub(crate) mask: u8,
}

pub(crate) fn roll() -> impl Strategy<Value = Roll> {
    (0..=1000_u32, 0..=1000_u32, any::<u8>()).prop_map(|(first, second, mask)| Roll { first, second, mask })
}

/// A submission in which everything is known.
pub(crate) fn complete(plan: &Plan, rolls: &[Roll], year: u32, chosen: u32) -> Submission {
    let document = &plan.document;
    let mut submission =
        Submission { city: "示例市".to_owned(), year: Some(year), ..Submission::default() };
    if let Some(category) = document.categories.get(chosen as usize % document.categories.len().max(1)) {
        submission.category = Some(category.id.clone());
    }
    let fields = document.fields.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1);
    submission.fields = fields.map(|(_, field)| field.id.clone()).collect();
    for (figure, roll) in document.figures.iter().zip(rolls.iter().cycle()) {
        submission.figures.insert(figure.id.clone(), known(figure, *roll));
    }
    submission
}

/// A known value of a figure, within its domain; the ends of the domain come up often.
fn known(figure: &Figure, roll: Roll) -> Entry {
    let given = match &figure.kind {
        FigureKind::Number(kind) => {
            let last = LastYear { given: Given::Text(number(kind, roll.second)), unit: None };
            return Entry {
                given: Given::Text(number(kind, roll.first)),
                last: Some(last),
                ..Entry::default()
            };
        }
        FigureKind::Choice(choice) => {
            Given::Text(choice.options[roll.first as usize % choice.options.len()].id.clone())
        }
        FigureKind::YesNo => Given::Flag(roll.first.is_multiple_of(2)),
        FigureKind::Checklist(list) => {
            let ticked = list.items.iter().enumerate().filter(|(at, _)| roll.mask >> (at % 8) & 1 == 1);
            Given::Items(ticked.map(|(_, item)| item.id.clone()).collect())
        }
    };
    Entry { given, ..Entry::default() }
}

/// A number of the domain, `step` of 1000 on the way from its least to its greatest; small ones come up more often.
pub(crate) fn number(kind: &NumberKind, step: u32) -> String {
    let least = kind.least.unwrap_or(Decimal::from_parts(-100, 0).expect("a decimal"));
    let most = kind.most.unwrap_or(Decimal::from(1_000_000));
    let way = Exact::from(Decimal::from(step)) * Exact::power_of_ten(-3);
    // Cubed: published figures lie near the lower end of generous domains.
    let way = way.clone() * way.clone() * way;
    let value = Exact::from(least) + (Exact::from(most) - Exact::from(least)) * way;
    let rounded = value.rounded(kind.places, RoundingMode::HalfUp).expect("a decimal of the domain");
    rounded.max(least).min(most).to_string()
}

/// The submission with a figure made less known: unknown, not collected, or an estimate around its value.
pub(crate) fn blur(plan: &Plan, submission: &mut Submission, at: usize, roll: Roll) {
    let figure = &plan.document.figures[at];
    let Some(entry) = submission.figures.get(&figure.id).cloned() else { return };
    let blurred = match (&figure.kind, &entry.given) {
        (FigureKind::Number(kind), Given::Text(text)) if roll.mask.is_multiple_of(3) => {
            let value: Decimal = text.parse().expect("a decimal");
            let other: Decimal = number(kind, roll.second).parse().expect("a decimal");
            let (low, high) = (value.min(other).to_string(), value.max(other).to_string());
            Entry { given: Given::Between(Some(low), Some(high)), ..entry }
        }
        (FigureKind::Number(_), _) if roll.mask % 3 == 1 => Entry { last: None, ..entry },
        _ if roll.first.is_multiple_of(2) => Entry { given: Given::NotCollected, ..Entry::default() },
        _ => Entry::default(),
    };
    submission.figures.insert(figure.id.clone(), blurred);
}
