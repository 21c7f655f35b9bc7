//! What this year's submission says of last year, beside what last year's says.

use infocity_check::engine::assess;
use infocity_check::model::{Comparison, Entry, Given, LastYear, LastYearState, SentenceCode};

use crate::{changed, compared, of_changed, support};

fn check(comparison: &Comparison, figure: &str) -> Option<(LastYearState, bool, String)> {
    let check = comparison.last_year.iter().find(|check| check.figure == figure)?;
    let previous = &check.previous;
    let text = |end: &Option<String>| end.clone().unwrap_or_default();
    Some((
        check.state,
        check.decides,
        format!("{}..{} {}", text(&previous.low), text(&previous.high), previous.unit),
    ))
}

#[test]
fn last_years_values_are_compared_exactly_and_across_units() {
    let comparison = of_changed(&[], &[]);
    // 1120 亿元 here, 11200000 万元 there.
    assert_eq!(check(&comparison, "software_revenue"), None);
    assert_eq!(
        check(&comparison, "information_consumption"),
        Some((LastYearState::Differs, true, "632..632 亿元".to_owned()))
    );
    let found = comparison.last_year.iter().find(|c| c.figure == "information_consumption").expect("it");
    assert_eq!(found.entered.as_ref().expect("640").low.as_deref(), Some("640"));
    // Only warnings can read it.
    assert_eq!(
        check(&comparison, "resident_population"),
        Some((LastYearState::Missing, false, "792.6..792.6 万人".to_owned()))
    );

    let comparison = of_changed(
        &[
            ("software_revenue", "\"1300\""),
            ("information_consumption", "{\"value\": \"720\", \"last\": {\"between\": [\"600\", null]}}"),
            ("retail_sales", "{\"value\": \"4200\", \"last\": {\"between\": [\"3000\", \"3789.99\"]}}"),
        ],
        &[("information_consumption", "{\"between\": [\"6200000\", \"6400000.0\"], \"unit\": \"万元\"}")],
    );
    assert_eq!(
        check(&comparison, "software_revenue"),
        Some((LastYearState::Missing, true, "11200000..11200000 万元".to_owned()))
    );
    assert_eq!(
        check(&comparison, "information_consumption"),
        Some((LastYearState::Estimate, true, "6200000..6400000 万元".to_owned()))
    );
    assert_eq!(
        check(&comparison, "retail_sales"),
        Some((LastYearState::Differs, false, "3790..3790 亿元".to_owned()))
    );
}

#[test]
fn a_value_of_another_year_is_not_last_years() {
    let comparison = of_changed(&[], &[("information_consumption", "{\"value\": \"632\", \"year\": 2019}")]);
    assert_eq!(check(&comparison, "information_consumption"), None);
    let (current, mut previous) = changed(&[], &[]);
    previous.year = Some(2018);
    let comparison = compared(&support::plan(support::FLAGSHIP), &current, &previous);
    assert!(comparison.last_year.is_empty());
    assert_eq!(comparison.notes[0].code, SentenceCode::YearsApart);
}

#[test]
fn nothing_is_filled_in() {
    let plan = support::plan(support::FLAGSHIP);
    let (mut current, previous) = changed(&[("software_revenue", "\"1300\"")], &[]);
    let alone = assess(&plan, &current).expect("an assessment");
    assert_eq!(compared(&plan, &current, &previous).assessment, alone);
    let last = LastYear { given: Given::Text("1120".to_owned()), unit: None };
    let entry =
        Entry { last: Some(last), ..current.figures.get("software_revenue").expect("an entry").clone() };
    current.figures.insert("software_revenue".to_owned(), entry);
    assert_ne!(compared(&plan, &current, &previous).assessment, alone);
}
