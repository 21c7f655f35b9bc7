use super::*;
use crate::language::Formula;
use crate::plan::{Plan, Weights};
use crate::rulebook;
use crate::values::{number_of as number, range_of as range};

fn numbers(texts: &[&str]) -> Vec<Exact> {
    texts.iter().map(|text| number(text)).collect()
}

/// `1/2`, or `0..1` where the share is open.
fn shares(text: &str) -> Shares {
    let (low, high) = text.split_once("..").unwrap_or((text, text));
    Shares { low: number(low), high: number(high) }
}

/// A city of which nothing is known, and the places of its figures.
struct City {
    plan: Plan,
    facts: Facts,
}

impl City {
    fn new() -> Self {
        let plan = rulebook::load(include_bytes!("../../../tests/data/every-rule.rulebook.json")).unwrap();
        Self { facts: Facts::unknown(&plan), plan }
    }

    fn at(&self, figure: &str) -> usize {
        self.plan.figure(figure).unwrap()
    }

    fn knows(&mut self, figure: &str, fact: Fact) {
        self.facts.set(self.at(figure), fact);
    }

    fn share_of(&self, scoring: Scoring, when_undefined: Option<&str>, selection: &Selection) -> Shares {
        let indicator = IndicatorPlan {
            number: 0,
            id: String::new(),
            max: Some(Weights(Vec::new())),
            rest: None,
            scoring: Some(scoring),
            when_undefined: when_undefined.map(number),
            indicators: Vec::new(),
        };
        share(&indicator, &self.facts, selection)
    }

    fn share(&self, scoring: Scoring) -> Shares {
        self.share_of(scoring, None, &Selection::All)
    }

    /// Each value of a number, and the share that the score function gives it.
    fn check(&mut self, scoring: &Scoring, when_undefined: Option<&str>, cases: &[(&str, &str)]) {
        for (value, expected) in cases {
            self.knows("deductible", Fact::Number(range(value)));
            let found = self.share_of(scoring.clone(), when_undefined, &Selection::All);
            assert_eq!(found, shares(expected), "{value}");
        }
    }
}

/// Below 10, from 10 to 20 (both included), above 20.
fn bands(city: &City, each: &[&str]) -> Scoring {
    let cut = |at: &str, in_upper| Cut { at: number(at), in_upper };
    Scoring::Bands {
        of: Formula::Figure(city.at("deductible")),
        cuts: vec![cut("10", true), cut("20", false)],
        shares: numbers(each),
    }
}

fn line(city: &City, points: &[(&str, &str)]) -> Scoring {
    let points = points.iter().map(|(at, share)| (number(at), number(share))).collect();
    Scoring::Line { of: Formula::Figure(city.at("deductible")), points }
}

/// A part that gives the same share whatever is known.
fn fixed(city: &City, share: &str) -> Scoring {
    line(city, &[("0", share), ("1", share)])
}

/// A part that is open between two shares.
fn open(city: &City, low: &str, high: &str) -> Scoring {
    Scoring::Options { of: city.at("centre_built"), shares: numbers(&[low, high]) }
}

#[test]
fn a_value_on_a_cut_belongs_to_the_band_that_takes_it() {
    let mut city = City::new();
    let rising = bands(&city, &["0", "1/2", "1"]);
    city.check(&rising, None, &[("9", "0"), ("10", "1/2"), ("20", "1/2"), ("21", "1"), ("41/2", "1")]);
    city.check(&rising, None, &[("9..10", "0..1/2"), ("10..20", "1/2"), ("20..21", "1/2..1")]);
    city.check(&rising, None, &[("..9", "0"), ("..10", "0..1/2"), ("20..", "1/2..1"), ("..", "0..1")]);
    // A band that only the middle of the range falls into counts.
    let peak = bands(&city, &["0", "1", "1/2"]);
    city.check(&peak, None, &[("5..25", "0..1"), ("15..25", "1/2..1"), ("5..15", "0..1"), ("30", "1/2")]);
}

#[test]
fn a_line_joins_its_points_and_is_level_outside() {
    let mut city = City::new();
    let peak = line(&city, &[("10", "0"), ("20", "1"), ("30", "1/2")]);
    let values = [("5", "0"), ("10", "0"), ("12", "1/5"), ("20", "1"), ("25", "3/4"), ("30", "1/2")];
    city.check(&peak, None, &values);
    city.check(&peak, None, &[("40", "1/2"), ("5..15", "0..1/2"), ("20..25", "3/4..1"), ("..9", "0")]);
    // The peak lies inside; both ends are lower.
    city.check(&peak, None, &[("15..25", "1/2..1"), ("15..", "1/2..1"), ("..25", "0..1"), ("..", "0..1")]);
    city.check(&peak, None, &[("12..15", "1/5..1/2"), ("25..28", "3/5..3/4"), ("35..", "1/2")]);
    let valley = line(&city, &[("10", "1"), ("20", "0"), ("30", "1")]);
    city.check(&valley, None, &[("15..25", "0..1/2"), ("22..24", "1/5..2/5")]);
}

#[test]
fn without_a_value_the_share_is_the_stated_one_or_open() {
    let mut city = City::new();
    let rising = bands(&city, &["0", "1/2", "1"]);
    city.check(&rising, Some("1/4"), &[("nothing", "1/4"), ("15?", "1/4..1/2"), ("15", "1/2")]);
    city.check(&rising, None, &[("nothing", "0..1"), ("15?", "0..1")]);
}

#[test]
fn an_option_gives_its_share_and_an_open_choice_any_of_them() {
    let mut city = City::new();
    let graded = Scoring::Options { of: city.at("life_grade"), shares: numbers(&["1/2", "1/4", "3/4"]) };
    assert_eq!(city.share(graded.clone()), shares("1/4..3/4"));
    for (option, share) in ["1/2", "1/4", "3/4"].into_iter().enumerate() {
        city.knows("life_grade", Fact::Choice(Some(option)));
        assert_eq!(city.share(graded.clone()), shares(share));
    }
    let built = Scoring::Options { of: city.at("centre_built"), shares: numbers(&["1", "1/3"]) };
    assert_eq!(city.share(built.clone()), shares("1/3..1"));
    for (answer, share) in [(true, "1"), (false, "1/3")] {
        city.knows("centre_built", Fact::YesNo(Some(answer)));
        assert_eq!(city.share(built.clone()), shares(share), "{answer}");
    }
}

#[test]
fn ticked_items_add_up_to_the_cap() {
    let mut city = City::new();
    let items = Scoring::Items {
        of: city.at("activities"),
        shares: numbers(&["1/2", "1/8", "1/4"]),
        cap: number("2/3"),
    };
    let (yes, no) = (Some(true), Some(false));
    for (ticked, share) in [
        ([no, no, no], "0"),
        ([no, yes, yes], "3/8"),
        ([yes, yes, no], "5/8"),
        ([yes, yes, yes], "2/3"),
        ([None, no, yes], "1/4..2/3"),
        ([None, yes, no], "1/8..5/8"),
        ([None, None, None], "0..2/3"),
    ] {
        city.knows("activities", Fact::Checklist(ticked.to_vec()));
        assert_eq!(city.share(items.clone()), shares(share), "{ticked:?}");
    }
}

#[test]
fn the_best_counts_and_parts_add_up() {
    let city = City::new();
    let best = |parts: &[(&str, &str)]| {
        city.share(Scoring::BestOf(parts.iter().map(|(low, high)| open(&city, low, high)).collect()))
    };
    assert_eq!(best(&[("0", "1/2"), ("1/4", "1/3")]), shares("1/4..1/2"));
    assert_eq!(best(&[("1/2", "1"), ("0", "1/4")]), shares("1/2..1"));
    let sum = Scoring::SumOf(vec![
        (number("1/4"), fixed(&city, "1/2")),
        (number("3/4"), open(&city, "1/3", "2/3")),
    ]);
    assert_eq!(city.share(sum), shares("3/8..5/8"));
}

#[test]
fn fields_count_in_equal_parts_or_by_the_best_chosen() {
    let city = City::new();
    let by_field = Scoring::ByField(vec![fixed(&city, "1/2"), open(&city, "1/4", "1")]);
    let share = |selection: &Selection| city.share_of(by_field.clone(), None, selection);
    assert_eq!(share(&Selection::All), shares("3/8..3/4"));
    assert_eq!(share(&Selection::Best(vec![0])), shares("1/2"));
    assert_eq!(share(&Selection::Best(vec![1])), shares("1/4..1"));
    assert_eq!(share(&Selection::Best(vec![0, 1])), shares("1/2..1"));
}

#[test]
fn fields_matter_where_a_part_is_by_field() {
    let city = City::new();
    let by_field = || Scoring::ByField(vec![fixed(&city, "1")]);
    let plain = || fixed(&city, "1");
    for (scoring, expected) in [
        (plain(), false),
        (by_field(), true),
        (Scoring::BestOf(vec![plain(), plain()]), false),
        (Scoring::BestOf(vec![plain(), by_field()]), true),
        (Scoring::SumOf(vec![(number("1"), plain())]), false),
        (Scoring::SumOf(vec![(number("1/2"), plain()), (number("1/2"), by_field())]), true),
    ] {
        assert_eq!(depends_on_fields(&scoring), expected, "{scoring:?}");
    }
}

#[test]
fn a_floor_is_reached_for_certain_or_perhaps() {
    let half = number("1/2");
    for (open, expected) in [
        ("1/2", Truth::True),
        ("3/4..1", Truth::True),
        ("1/4..1/2", Truth::Unknown),
        ("0..1/4", Truth::False),
    ] {
        assert_eq!(reaches(&shares(open), &half), expected, "{open}");
    }
}
