use super::*;

/// `7`, `1/3`
pub(crate) fn number(text: &str) -> Exact {
    let (over, under) = text.split_once('/').unwrap_or((text, "1"));
    let read = |text: &str| Exact::from(text.parse::<i32>().unwrap());
    read(over).over(&read(under)).unwrap()
}

/// `1..2`, `..2`, `1..`, `..`, `1`; `nothing`; a `?` at the end where there may be no value.
pub(crate) fn range(text: &str) -> Range {
    if text == "nothing" {
        return Range::nothing();
    }
    let ends = text.trim_end_matches('?');
    let (low, high) = ends.split_once("..").unwrap_or((ends, ends));
    let low = if low.is_empty() { NegativeInfinity } else { Finite(number(low)) };
    let high = if high.is_empty() { PositiveInfinity } else { Finite(number(high)) };
    Range { undefined: text.ends_with('?'), ..Range::between(low, high) }
}

fn check(cases: &[(&str, &str, &str)], of: fn(Range, Range) -> Range) {
    for (left, right, expected) in cases {
        assert_eq!(of(range(left), range(right)), range(expected), "{left}, {right}");
    }
}

#[test]
fn sums_and_differences_end_where_their_parts_do() {
    let sums = [
        ("1..2", "30..50", "31..52"),
        ("..2", "3..5", "..7"),
        ("3..5", "2..", "5.."),
        ("1..", "..2", ".."),
        ("..", "1", ".."),
        ("..1", "..2", "..3"),
        ("1?", "2", "3?"),
        ("nothing", "1..2", "nothing"),
    ];
    check(&sums, Range::plus);
    let differences =
        [("1..2", "3..5", "-4..-1"), ("1..", "1..", ".."), ("..7", "2..", "..5"), ("1", "2?", "-1?")];
    check(&differences, Range::minus);
    assert_eq!(range("-3..5?").negate(), range("-5..3?"));
    assert_eq!(range("..5").negate(), range("-5.."));
    assert_eq!(range("5..").negate(), range("..-5"));
}

#[test]
fn products_end_at_a_product_of_ends() {
    let products = [
        ("2..3", "5..7", "10..21"),
        ("-2..3", "5..7", "-14..21"),
        ("-3..-2", "5..7", "-21..-10"),
        ("-2..3", "-5..7", "-15..21"),
        ("-3..-2", "-7..-5", "10..21"),
        ("2..", "3..", "6.."),
        ("..-2", "3..", "..-6"),
        ("..-2", "..-3", "6.."),
        ("-1..2", "3..", ".."),
        // Infinitely many times nothing is nothing: the end stands for ever larger numbers, not for one.
        ("0", "..", "0"),
        ("0..2", "3..", "0.."),
        ("..", "0", "0"),
        ("2?", "3", "6?"),
    ];
    check(&products, Range::times);
}

#[test]
fn quotients_have_no_value_where_the_divisor_may_be_zero() {
    let quotients = [
        ("1..2", "4..5", "1/5..1/2"),
        ("1..2", "-5..-4", "-1/2..-1/5"),
        ("1", "2..", "0..1/2"),
        ("1", "..-2", "-1/2..0"),
        ("1..2", "0..4", "1/4..?"),
        ("1..2", "-4..0", "..-1/4?"),
        ("1..2", "-4..4", "..?"),
        ("1..2", "..", "..?"),
        ("1..2", "0..", "0..?"),
        ("0", "-4..4", "0?"),
        ("1..2", "0", "nothing"),
        ("1", "nothing", "nothing"),
        ("1?", "2", "1/2?"),
    ];
    check(&quotients, Range::over);
}

/// Every value of a whole number's range against every value of another's: none lies outside the range of the
/// results, and its ends are among them.
#[test]
fn results_are_those_of_the_values_and_no_wider() {
    let whole = |low: i32, high: i32| Range::between(Finite(low.into()), Finite(high.into()));
    type Operation = (fn(Range, Range) -> Range, fn(Exact, Exact) -> Exact);
    let operations: [Operation; 5] = [
        (Range::plus, |a, b| a + b),
        (Range::minus, |a, b| a - b),
        (Range::times, |a, b| a * b),
        (Range::min, Exact::min),
        (Range::max, Exact::max),
    ];
    let ends: Vec<_> = (-3..=3).flat_map(|low| (low..=3).map(move |high| (low, high))).collect();
    for ((a, b), (c, d)) in ends.iter().flat_map(|one| ends.iter().map(move |other| (*one, *other))) {
        for (of_ranges, of_values) in operations {
            let values = (a..=b).flat_map(|x| (c..=d).map(move |y| of_values(x.into(), y.into())));
            let values: Vec<_> = values.collect();
            let exact = Range::between(
                Finite(values.iter().min().unwrap().clone()),
                Finite(values.iter().max().unwrap().clone()),
            );
            assert_eq!(of_ranges(whole(a, b), whole(c, d)), exact, "{a}..{b}, {c}..{d}");
        }
        if c > 0 || d < 0 {
            let values = (a..=b).flat_map(|x| (c..=d).map(move |y| Exact::from(x).over(&y.into()).unwrap()));
            let values: Vec<_> = values.collect();
            let quotient = whole(a, b).over(whole(c, d));
            assert_eq!(
                quotient.ends.as_ref().map(|ends| &ends.0),
                values.iter().min().cloned().map(Finite).as_ref()
            );
            assert_eq!(
                quotient.ends.as_ref().map(|ends| &ends.1),
                values.iter().max().cloned().map(Finite).as_ref()
            );
            assert!(!quotient.undefined);
        }
    }
}

#[test]
fn the_lesser_and_the_greater_are_taken_end_by_end() {
    check(&[("1..5", "2..3", "1..3"), ("..", "2..3", "..3"), ("1?", "2", "1?")], Range::min);
    check(&[("1..5", "2..3", "2..5"), ("..", "2..3", "2.."), ("1", "2?", "2?")], Range::max);
}

#[test]
fn either_holds_the_values_of_both() {
    let cases = [
        ("1..2", "4..5", "1..5"),
        ("3", "..1", "..3"),
        ("1..2", "nothing", "1..2?"),
        ("nothing", "1..2", "1..2?"),
        ("nothing", "nothing", "nothing"),
        ("1", "1?", "1?"),
    ];
    check(&cases, Range::or);
}

#[test]
fn a_stated_value_stands_for_none() {
    let seven = Exact::from(7);
    assert_eq!(range("1..2").or_when_undefined(&seven), range("1..2"));
    assert_eq!(range("1..2?").or_when_undefined(&seven), range("1..7"));
    assert_eq!(range("nothing").or_when_undefined(&seven), range("7"));
}

#[test]
fn one_value_is_known_only_where_no_other_and_not_none_is_possible() {
    assert_eq!(range("3").single(), Some(&Exact::from(3)));
    for open in ["3..4", "3?", "3..", "..3", "..", "nothing"] {
        assert_eq!(range(open).single(), None, "{open}");
    }
    for (one, other, expected) in [("1", "2", false), ("1?", "2", true), ("1", "2?", true)] {
        assert_eq!(range(one).may_be_undefined(&range(other)), expected, "{one}, {other}");
    }
}

/// A comparison is decided where every value of the one against every value of the other comes to the same.
#[test]
fn comparisons_are_decided_where_all_values_agree() {
    type Holds = fn(&i32, &i32) -> bool;
    let comparisons: [(Comparison, Holds); 6] = [
        (Comparison::Less, i32::lt),
        (Comparison::AtMost, i32::le),
        (Comparison::Greater, i32::gt),
        (Comparison::AtLeast, i32::ge),
        (Comparison::Equal, i32::eq),
        (Comparison::NotEqual, i32::ne),
    ];
    let ends: Vec<_> = (0..=4).flat_map(|low| (low..=4).map(move |high| (low, high))).collect();
    for ((a, b), (c, d)) in ends.iter().flat_map(|one| ends.iter().map(move |other| (*one, *other))) {
        for (comparison, holds) in comparisons {
            let all: Vec<_> = (a..=b).flat_map(|x| (c..=d).map(move |y| holds(&x, &y))).collect();
            let expected = Truth::from_bounds(all.iter().all(|holds| *holds), all.iter().any(|holds| *holds));
            let (left, right) = (range(&format!("{a}..{b}")), range(&format!("{c}..{d}")));
            assert_eq!(left.compare(comparison, &right), Some(expected), "{left:?} {comparison:?} {right:?}");
        }
    }
    assert_eq!(range("1..").compare(Comparison::AtLeast, &range("..1")), Some(Truth::True));
    assert_eq!(range("..").compare(Comparison::Less, &range("1")), Some(Truth::Unknown));
    assert_eq!(range("nothing").compare(Comparison::Less, &range("1")), None);
    assert_eq!(range("1").compare(Comparison::Less, &range("nothing")), None);
}
