//! Answers to submissions made by hand.

use infocity_check::engine::{Question, reach};
use infocity_check::model::{GoalReach, Lang, LimitOf, ReachOutcome, ReachValue, Sense, Submission};
use infocity_check::plan::Plan;
use infocity_check::report;

use crate::{PLANS, support};

/// What the small rulebook says of a submission made by hand.
fn asked(figures: &str, requirement: &str) -> GoalReach {
    asked_of(&PLANS[1], figures, requirement)
}

fn asked_of(plan: &Plan, figures: &str, requirement: &str) -> GoalReach {
    asked_in(plan, r#""year": 2021,"#, figures, requirement)
}

fn asked_in(plan: &Plan, year: &str, figures: &str, requirement: &str) -> GoalReach {
    let text = format!(r#"{{ "format": "infocity-submission/1", {year} "figures": {{ {figures} }} }}"#);
    let submission = infocity_check::submission::read(text.as_bytes()).expect("a submission");
    let question = Question { category: None, requirement: Some(requirement.to_owned()) };
    let mut found = reach(plan, &submission, &question).expect("an answer");
    found.goals.pop().expect("a goal")
}

fn told(goal: &GoalReach) -> Vec<String> {
    let ways = goal.ways.iter().chain(goal.set.iter().flat_map(|set| &set.figures));
    let text = |value: &Option<ReachValue>| serde_json::to_string(value).expect("JSON").replace('"', "");
    ways.map(|way| {
        let (from, to) = (text(&way.from), text(&Some(way.to.clone())));
        let sense = way.sense.map_or("", |sense| match sense {
            Sense::AtLeast => " or more",
            Sense::AtMost => " or less",
            Sense::Exactly => " exactly",
        });
        format!("{} {from} -> {to}{sense}", way.figure)
    })
    .collect()
}

#[test]
fn a_threshold_is_met_at_the_precision_of_the_figure() {
    // 30000 元 a head for 100 万人 are 300 亿元.
    let goal = asked(r#""population": "100", "retail": "200""#, "rich");
    assert_eq!(told(&goal), ["retail 200 -> 300 or more"]);
    assert_eq!(goal.ways[0].effects[0].to, "30000");
    // 30000 元 for 100.0001 万人 are 300.0003 亿元; the figure has two places.
    let goal = asked(r#""population": "100.0001", "retail": "200.005""#, "rich");
    assert_eq!(told(&goal), ["retail 200.005 -> 300.01 or more"]);
}

#[test]
fn both_directions_are_tried() {
    let goal = asked(r#""retail": "100", "energy": "100""#, "efficient");
    assert_eq!(told(&goal), ["retail 100 -> 100.01 or more", "energy 100 -> 99.99 or less"]);
}

#[test]
fn it_holds_for_all_that_a_fixed_unknown_may_be() {
    // At most 4000 万人, each with 30000 元.
    let goal = asked(r#""retail": "200""#, "rich");
    assert_eq!(told(&goal), ["retail 200 -> 12000 or more"]);
    // Of a city of 100 万人 300 亿元 would do: that is said, and of a known population nothing.
    assert_eq!(goal.eased_by, ["population"]);
    assert!(asked(r#""population": "100", "retail": "200""#, "rich").eased_by.is_empty());
    let goal = asked("", "level_right");
    assert_eq!((goal.outcome, goal.waits_for), (ReachOutcome::Waits, vec!["level".to_owned()]));
}

#[test]
fn what_once_known_may_let_less_do_is_named_and_nothing_else() {
    let eased = |figures: &str, condition: &str| asked_of(&plan_with(condition), figures, "rich").eased_by;
    let level = "(retail >= 500 亿元 or level is province) and (retail >= 200 亿元 or not level is province)";
    assert_eq!(eased(r#""retail": "100""#, level), ["level"]);
    // 500 are needed whatever the level is.
    let both = "(retail >= 500 亿元 or level is province) and (retail >= 500 亿元 or not level is province)";
    assert!(eased(r#""retail": "100""#, both).is_empty());
    // What has to be little, last year's value, an answer and what another comparison reads.
    assert_eq!(eased(r#""retail": "100""#, "retail / population <= 30000 元/人"), ["population"]);
    assert_eq!(
        eased(r#""retail": "100""#, "retail + 99000 亿元 - last(retail) >= 10 亿元"),
        ["last(retail)"]
    );
    assert_eq!(eased(r#""centre_built": false"#, "centre_built or population <= 100 万人"), ["population"]);
    assert_eq!(
        eased(r#""rate": "10""#, "at_least(2, centres >= 0 个, rate >= 50 %, population <= 100 万人)"),
        ["population"]
    );
    // The estimate of a city that is small enough, or too large, whatever it turns out to be.
    let estimate = |low: &str, high: &str| {
        format!(r#""centre_built": false, "population": {{ "between": ["{low}", "{high}"] }}"#)
    };
    assert_eq!(eased(&estimate("90", "110"), "centre_built or population <= 100 万人"), ["population"]);
    assert!(eased(&estimate("110", "120"), "centre_built or population <= 100 万人").is_empty());
}

#[test]
fn estimates_and_figures_not_collected_are_named_by_what_they_would_have_to_be() {
    let goal = asked(r#""population": "100", "retail": { "between": ["250", "350"] }"#, "rich");
    assert_eq!(told(&goal), ["retail {between:[250,350]} -> 300 or more"]);
    let goal = asked(r#""population": "100", "retail": { "state": "not_collected" }"#, "rich");
    assert_eq!(told(&goal), ["retail null -> 300 or more"]);
}

/// The small rulebook with another condition as its requirement `rich`.
fn plan_with(condition: &str) -> Plan {
    let text = std::fs::read_to_string(support::root().join(support::EVERY_RULE)).expect("a rulebook");
    let changed = text.replace("retail_per_head >= 30000 元/人", condition);
    assert_ne!(changed, text, "the condition is put in");
    infocity_check::rulebook::load(changed.as_bytes()).expect("it loads")
}

/// What it says of one figure, the rate.
fn asked_of_rate(rate: &str, condition: &str) -> Vec<String> {
    told(&asked_of(&plan_with(condition), rate, "rich"))
}

#[test]
fn what_depends_on_the_year_alone_waits_for_it() {
    // 411649 亿元 in 2019 and 440823 亿元 in 2021, for 100 万人.
    let plan = plan_with("national_retail / population >= 42000000 元/人");
    let of_year = |year: &str| asked_in(&plan, year, r#""population": "100""#, "rich");
    let goal = of_year("");
    assert_eq!((goal.outcome, goal.waits_for), (ReachOutcome::Waits, vec!["year".to_owned()]));
    assert_eq!(of_year(r#""year": 2021,"#).outcome, ReachOutcome::Certain);
    assert_eq!(of_year(r#""year": 2019,"#).outcome, ReachOutcome::Unreachable);
}

#[test]
fn of_an_unknown_that_does_it_at_both_ends_the_edge_of_what_does_not_is_named() {
    let told = |condition| asked_of_rate("", condition);
    assert_eq!(told("rate <= 20 % or rate >= 90 %"), ["rate null -> 90 or more"]);
    assert_eq!(told("rate <= 120 % or rate >= 180 %"), ["rate null -> 120 or less"]);
    assert_eq!(told("rate < 20 % or rate > 180 %"), ["rate null -> 19.9 or less"]);
    // Only one value does not do it, and it is beside an end.
    assert_eq!(told("rate < 199.9 % or rate > 199.9 %"), ["rate null -> 199.8 or less"]);
    assert_eq!(told("rate < 0.1 % or rate > 0.1 %"), ["rate null -> 0.2 or more"]);
    let estimate = r#""rate": { "between": ["10", "95"] }"#;
    let told = asked_of_rate(estimate, "rate <= 20 % or rate >= 90 %");
    assert_eq!(told, ["rate {between:[10,95]} -> 20 or less"]);
}

#[test]
fn of_an_unknown_that_does_it_whatever_it_is_once_known_no_edge_is_claimed() {
    assert_eq!(asked_of_rate("", "rate <= 50 % or rate > 50 %"), ["rate null -> 0 exactly"]);
}

#[test]
fn from_a_known_value_the_nearer_side_of_a_gap_is_named() {
    let told = |rate: &str| asked_of_rate(&format!(r#""rate": "{rate}""#), "rate <= 20 % or rate >= 90 %");
    assert_eq!(told("54.9"), ["rate 54.9 -> 20 or less"]);
    assert_eq!(told("55"), ["rate 55 -> 90 or more"]);
    assert_eq!(told("89.95"), ["rate 89.95 -> 90 or more"]);
}

#[test]
fn what_cannot_change_cannot_be_reached() {
    let goal = asked(r#""level": "county""#, "level_right");
    assert_eq!(goal.outcome, ReachOutcome::Unreachable);
    assert_eq!(goal.limits[0].decided_by, ["level"]);
    let met = asked(r#""level": "prefecture""#, "level_right");
    assert_eq!(met.outcome, ReachOutcome::Certain);
}

#[test]
fn a_set_is_the_smallest_and_a_checklist_takes_the_fewest_items() {
    let goal = asked(r#""activities": ["festival"], "rate": "60""#, "two_things");
    assert_eq!(told(&goal), ["activities [festival] -> [training,exhibition,festival]"]);
    let goal = asked(r#""activities": ["training"], "rate": "60""#, "two_things");
    assert_eq!(told(&goal), ["rate 60 -> 70 or more", "activities [training] -> [training,exhibition]"]);
    let choice = asked(r#""industry_grade": "none""#, "industry_real");
    assert_eq!(told(&choice), ["industry_grade none -> basic"]);
}

#[test]
fn a_question_about_what_the_rulebook_lacks_is_refused() {
    let ask = |category: Option<&str>, requirement: Option<&str>| {
        let question =
            Question { category: category.map(str::to_owned), requirement: requirement.map(str::to_owned) };
        reach(&PLANS[1], &Submission::default(), &question).expect_err("refused").len()
    };
    assert_eq!((ask(Some("no"), None), ask(None, Some("no"))), (1, 1));
}

/// The text in Chinese of what the small rulebook with another condition says of a submission that knows nothing.
fn text_of(condition: &str) -> String {
    let plan = plan_with(condition);
    let submission = r#"{ "format": "infocity-submission/1", "figures": {} }"#;
    let submission = infocity_check::submission::read(submission.as_bytes()).expect("a submission");
    let question = Question { category: None, requirement: Some("rich".to_owned()) };
    let found = reach(&plan, &submission, &question).expect("an answer");
    report::reach_text(&plan, &found, Lang::Zh)
}

#[test]
fn what_no_value_meets_is_not_laid_upon_figures_that_can_change() {
    let goal = asked_of(&plan_with("not (rate >= 0 %)"), "", "rich");
    assert_eq!(goal.outcome, ReachOutcome::Unreachable);
    assert_eq!(goal.limits[0].what, LimitOf::Requirement);
    assert_eq!(goal.limits[0].decided_by, [""; 0]);
    let text = text_of("not (rate >= 0 %)");
    assert!(text.contains("”无论可改变的数据取何值都不满足"), "{text}");
    assert!(!text.contains("决定，不能改变"), "{text}");
}

#[test]
fn a_comparison_is_told_by_the_signs_that_people_know() {
    let text = text_of("rate >= 201 %");
    assert!(text.contains("最高只能到 200 %，须 ≥ 201 %"), "{text}");
    let text = text_of("0 - rate >= 1 %");
    assert!(text.contains("须 ≥ 1 %"), "{text}");
}
