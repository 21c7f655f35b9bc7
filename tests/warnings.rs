//! The flagship's warnings: each one appears, alone, where something is odd, and none where nothing is.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeSet;

use infocity_check::engine::assess;
use infocity_check::model::{Decimal, Exact, Fault, FigureKind, Given, Json, Lang, SentenceCode, Submission};
use infocity_check::plan::Plan;
use infocity_check::submission;
use serde_json::{Value, json};

const EXAMPLES: &str = "rulebooks/miit-2019-63/examples";

/// An example as JSON.
fn example(name: &str) -> Value {
    let path = support::root().join(EXAMPLES).join(format!("{name}.submission.json"));
    serde_json::from_slice(&std::fs::read(path).expect("an example")).expect("JSON")
}

fn read(document: &Value) -> Submission {
    let json = Json::read(document.to_string().as_bytes()).expect("JSON");
    submission::from_json(&json).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The ids of the rulebook's warnings about a submission.
fn warnings(plan: &Plan, submission: &Submission) -> Result<BTreeSet<String>, Vec<Fault>> {
    let assessment = assess(plan, submission)?;
    let own = assessment.warnings.into_iter().filter(|w| w.sentence.code == SentenceCode::RulebookWarning);
    Ok(own.map(|warning| warning.sentence.params.get("warning").cloned().unwrap_or_default()).collect())
}

/// For every warning what is entered otherwise than in the invented city, in which nothing is odd: 8 million people,
/// all figures known. `null` takes a figure away, so that only the neighbours that are meant can tell; `year` is that of the
/// submission.
fn cases() -> Vec<(&'static str, Value)> {
    vec![
        ("population_level", json!({"administrative_level": "county"})),
        (
            "population_level",
            json!({"administrative_level": "municipality", "resident_population": "450", "family_households": "180",
                "mobile_broadband_users": "600", "fixed_broadband_households": "180"}),
        ),
        ("census_notion", json!({"population_basis": "census"})),
        // More than 5 people each, and fewer than 1.8.
        ("household_size", json!({"family_households": "150", "fixed_broadband_households": "150"})),
        ("household_size", json!({"family_households": "460"})),
        ("households_jump", json!({"family_households": {"value": "310", "last": "200"}})),
        ("households_jump", json!({"family_households": {"value": "310", "last": "400"}})),
        // A monthly value.
        ("income_scale", json!({"disposable_income": "4660", "consumption_per_head": null})),
        (
            "income_swapped",
            json!({"urban_income": "30000", "rural_income": "60000", "disposable_income": null}),
        ),
        ("income_between", json!({"urban_income": "50000"})),
        ("income_between", json!({"rural_income": "57000"})),
        ("income_jump", json!({"disposable_income": {"value": "56000", "last": "4400"}})),
        ("income_jump", json!({"disposable_income": {"value": "56000", "last": "70000"}})),
        ("urban_income_jump", json!({"urban_income": {"value": "60000", "last": "5000"}})),
        ("urban_income_jump", json!({"urban_income": {"value": "60000", "last": "80000"}})),
        ("rural_income_jump", json!({"rural_income": {"value": "35000", "last": "3000"}})),
        ("rural_income_jump", json!({"rural_income": {"value": "35000", "last": "50000"}})),
        ("consumption_scale", json!({"consumption_per_head": "3040"})),
        ("consumption_jump", json!({"consumption_per_head": {"value": "36500", "last": "3000"}})),
        ("consumption_jump", json!({"consumption_per_head": {"value": "36500", "last": "50000"}})),
        ("consumption_over_income", json!({"consumption_per_head": "57000"})),
        // The online retail and the information consumption not being entered, only the population tells.
        (
            "retail_unit",
            json!({"retail_sales": {"value": "42000", "unit": "万元"}, "information_consumption": null,
                "online_retail": null}),
        ),
        (
            "retail_unit",
            json!({"retail_sales": "30000", "resident_population": "40", "family_households": "16",
                "information_consumption": null, "mobile_broadband_users": "50", "fixed_broadband_users": "19",
                "fixed_broadband_households": "16", "fibre_users": "18", "stations_5g": "500",
                "online_retail": "60", "express_parcels": "2000", "software_revenue": "50",
                "electronics_revenue": "100"}),
        ),
        ("parcels_unit", json!({"express_parcels": {"value": "13", "unit": "万件"}})),
        ("parcels_unit", json!({"express_parcels": {"value": "400", "unit": "亿件"}})),
        ("parcels_jump", json!({"express_parcels": {"value": "130000", "unit": "万件", "last": "10"}})),
        ("parcels_jump", json!({"express_parcels": {"value": "13", "unit": "亿件", "last": "40"}})),
        ("information_over_retail", json!({"information_consumption": "4300"})),
        // Retail sales not being entered, only the population tells.
        (
            "information_unit",
            json!({"information_consumption": {"value": "2000", "unit": "万元"}, "retail_sales": null}),
        ),
        ("information_unit", json!({"information_consumption": "9000", "retail_sales": null})),
        ("information_doubtful", json!({"information_consumption": "2000"})),
        ("information_doubtful", json!({"information_consumption": "40"})),
        ("information_jump", json!({"information_consumption": {"value": "720", "last": "400"}})),
        ("information_jump", json!({"information_consumption": {"value": "720", "last": "1100"}})),
        ("information_growth_gap", json!({"information_consumption_growth": "20"})),
        ("information_growth_gap", json!({"information_consumption_growth": "6"})),
        ("software_unit", json!({"software_revenue": "50000"})),
        ("software_small", json!({"software_revenue": {"value": "1300", "unit": "万元"}})),
        ("software_scope", json!({"year": 2022})),
        ("software_jump", json!({"software_revenue": {"value": "1300", "last": "600"}})),
        ("software_jump", json!({"software_revenue": {"value": "1300", "last": "2000"}})),
        ("software_growth_gap", json!({"software_growth": "25"})),
        ("software_growth_gap", json!({"software_growth": "8"})),
        ("population_jump", json!({"resident_population": {"value": "800", "last": "700"}})),
        ("population_jump", json!({"resident_population": {"value": "800", "last": "900"}})),
        ("retail_jump", json!({"retail_sales": {"value": "4200", "last": "2900"}})),
        ("retail_jump", json!({"retail_sales": {"value": "4200", "last": "5000"}})),
        ("electronics_unit", json!({"electronics_revenue": "45000"})),
        ("electronics_small", json!({"electronics_revenue": {"value": "1500", "unit": "万元"}})),
        ("electronics_jump", json!({"electronics_revenue": {"value": "2600", "last": "0.26"}})),
        ("electronics_jump", json!({"electronics_revenue": {"value": "2600", "last": "8000"}})),
        ("projects_many", json!({"national_projects": "51"})),
        ("broadband_high", json!({"fixed_broadband_households": "470", "fixed_broadband_users": null})),
        ("broadband_over_all", json!({"fixed_broadband_users": "320", "fibre_users": "310"})),
        ("broadband_low", json!({"fixed_broadband_households": {"value": "322", "unit": "户"}})),
        ("broadband_jump", json!({"fixed_broadband_households": {"value": "322", "last": "0.0301"}})),
        ("broadband_jump", json!({"fixed_broadband_households": {"value": "322", "last": "700"}})),
        ("mobile_range", json!({"mobile_broadband_users": {"value": "930", "unit": "户"}})),
        ("mobile_range", json!({"mobile_broadband_users": "2100"})),
        ("mobile_jump", json!({"mobile_broadband_users": {"value": "930", "last": "0.0905"}})),
        ("mobile_jump", json!({"mobile_broadband_users": {"value": "930", "last": "2000"}})),
        (
            "fixed_users_range",
            json!({"fixed_broadband_users": "10", "fibre_users": null, "fixed_broadband_households": null}),
        ),
        ("fixed_users_range", json!({"fixed_broadband_users": "900", "fibre_users": "850"})),
        ("fixed_users_jump", json!({"fixed_broadband_users": {"value": "380", "last": "180"}})),
        ("fixed_users_jump", json!({"fixed_broadband_users": {"value": "380", "last": "800"}})),
        ("fibre_share_high", json!({"fibre_users": "381"})),
        ("fibre_share_low", json!({"fibre_users": {"value": "361", "unit": "户"}})),
        ("fibre_jump", json!({"fibre_users": {"value": "361", "last": "0.0331"}})),
        ("fibre_jump", json!({"fibre_users": {"value": "361", "last": "800"}})),
        ("stations_many", json!({"stations_5g": "125000"})),
        // 1.35 万个 as 1.35 个.
        ("stations_few", json!({"stations_5g": {"value": "1.35", "unit": "个"}})),
        ("stations_jump", json!({"stations_5g": {"value": "1.35", "unit": "万个", "last": "0.1"}})),
        ("stations_jump", json!({"stations_5g": {"value": "1.35", "unit": "万个", "last": "2.8"}})),
        ("villages_as_fraction", json!({"villages_with_broadband": "0.98"})),
        ("online_notion", json!({"online_retail_notion": "above_norm"})),
        ("online_series", json!({"year": 2026, "software_revenue": null})),
        ("online_unit", json!({"online_retail": "23000", "retail_sales": null})),
        ("online_small", json!({"online_retail": {"value": "1150", "unit": "万元"}})),
        ("online_jump", json!({"online_retail": {"value": "1150", "last": "0.101"}})),
        ("online_jump", json!({"online_retail": {"value": "1150", "last": "3500"}})),
        ("online_over_retail", json!({"online_retail": "12700"})),
        ("policies_many", json!({"policies_in_force": "31"})),
        ("fund_unit", json!({"consumption_fund": {"value": "45", "unit": "亿元"}})),
        ("fund_small", json!({"consumption_fund": {"value": "3200", "unit": "元"}})),
        ("fund_jump", json!({"consumption_fund": {"value": "3200", "last": "300"}})),
        ("fund_jump", json!({"consumption_fund": {"value": "3200", "last": "33000"}})),
    ]
}

fn changed(figures: &Value) -> Submission {
    let mut document = example("strong-comprehensive");
    for (id, value) in figures.as_object().expect("figures") {
        let place = if id == "year" { &mut document[id] } else { &mut document["figures"][id] };
        *place = value.clone();
    }
    read(&document)
}

#[test]
fn each_warning_appears_alone_where_something_is_odd() {
    let plan = support::plan(support::FLAGSHIP);
    let mut untried: BTreeSet<_> = plan.document.warnings.iter().map(|warning| warning.id.as_str()).collect();
    let mut wrong = Vec::new();
    for (id, figures) in cases() {
        untried.remove(id);
        match warnings(&plan, &changed(&figures)) {
            Ok(found) if found == BTreeSet::from([id.to_owned()]) => {}
            found => wrong.push(format!("{id}, {figures}: {found:?}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(untried.is_empty(), "no submission tries these warnings: {untried:?}");
}

#[test]
fn where_nothing_is_odd_nothing_is_said() {
    let plan = support::plan(support::FLAGSHIP);
    let names = [
        "strong-comprehensive",
        "shenzhen-2021",
        "wuhan-2021",
        "empty",
        "county",
        "previous/strong-comprehensive-2020",
        "previous/shenzhen-2020",
        "previous/wuhan-2020",
    ];
    for name in names {
        assert_eq!(warnings(&plan, &read(&example(name))), Ok(BTreeSet::new()), "{name}");
    }
}

/// What real cities have been through is not odd.
#[test]
fn an_unusual_city_is_left_in_peace() {
    let plan = support::plan(support::FLAGSHIP);
    let cases = [
        // Wuhan's retail sales in 2020: 20.9 % down.
        json!({"year": 2020, "retail_sales": {"value": "4200", "last": "5309.73"}}),
        // A district of 5.6 million people.
        json!({"administrative_level": "county", "resident_population": "560", "family_households": "225",
            "mobile_broadband_users": "700", "fixed_broadband_households": "225"}),
        // From the first 5G stations to an ordinary number of them.
        json!({"year": 2020, "stations_5g": {"value": "4200", "unit": "个", "last": "300"}}),
        // A prefecture of the far west.
        json!({"resident_population": "12", "family_households": "4", "retail_sales": "15", "disposable_income": "24000",
            "consumption_per_head": "14000", "express_parcels": "40", "information_consumption": "1.2",
            "software_revenue": "0", "electronics_revenue": "0", "fixed_broadband_households": "3",
            "fixed_broadband_users": "3.2", "fibre_users": "3.1", "mobile_broadband_users": "11",
            "stations_5g": {"value": "60", "unit": "个"}, "online_retail": "0.2", "consumption_fund": "10"}),
    ];
    for figures in cases {
        assert_eq!(warnings(&plan, &changed(&figures)), Ok(BTreeSet::new()), "{figures}");
    }
}

/// Of every figure that can be given in several units, a value ten thousand times too large or too small is refused or
/// warned of, while the other figures stand.
#[test]
fn a_slip_of_ten_thousand_is_seen() {
    let plan = support::plan(support::FLAGSHIP);
    let base = read(&example("strong-comprehensive"));
    let mut tried = 0;
    for figure in &plan.document.figures {
        let FigureKind::Number(kind) = &figure.kind else { continue };
        if kind.units.is_empty() {
            continue;
        }
        let Given::Text(text) = &base.figures.get(&figure.id).expect("an entry").given else {
            panic!("{}", figure.id)
        };
        let value = Exact::from(text.parse::<Decimal>().expect("a decimal"));
        for exponent in [4, -4] {
            let slipped = (value.clone() * Exact::power_of_ten(exponent)).to_decimal().expect("a decimal");
            let mut submission = base.clone();
            let entry = submission.figures.get_mut(&figure.id).expect("the figure");
            entry.given = Given::Text(slipped.to_string());
            // Without last year's value: the neighbours alone tell.
            entry.last = None;
            let seen = warnings(&plan, &submission).is_ok_and(|found| found.is_empty());
            assert!(!seen, "{} as {slipped} goes unseen", figure.id);
            tried += 1;
        }
    }
    assert!(tried >= 24, "{tried}");
}

/// Last year's value of a figure being known, one ten thousand times as large or small is refused or warned of.
#[test]
fn a_slip_of_ten_thousand_against_last_year_is_seen() {
    let plan = support::plan(support::FLAGSHIP);
    let base = example("strong-comprehensive");
    for figure in &plan.document.figures {
        let FigureKind::Number(kind) = &figure.kind else { continue };
        if kind.units.is_empty() {
            continue;
        }
        let entry = &base["figures"][&figure.id];
        let text = entry.as_str().or_else(|| entry["value"].as_str()).expect("a number");
        let value = Exact::from(text.parse::<Decimal>().expect("a decimal"));
        for exponent in [4, -4] {
            let last = (value.clone() * Exact::power_of_ten(exponent)).to_decimal().expect("a decimal");
            let mut document = base.clone();
            let unit = entry["unit"].as_str().unwrap_or(&kind.unit);
            document["figures"][&figure.id] = json!({"value": text, "unit": unit, "last": last.to_string()});
            let unseen = warnings(&plan, &read(&document)).is_ok_and(|found| found.is_empty());
            assert!(!unseen, "last year's {} as {last} {unit} goes unseen", figure.id);
        }
    }
}

#[test]
fn a_warning_says_what_to_check_in_both_languages() {
    let plan = support::plan(support::FLAGSHIP);
    for warning in &plan.document.warnings {
        let (zh, en) = (warning.text.get(Lang::Zh), warning.text.get(Lang::En));
        assert!(zh.ends_with('。') && en.ends_with('.'), "{}", warning.id);
        assert!(!en.contains('，') && !en.contains('。'), "{}", warning.id);
    }
}
