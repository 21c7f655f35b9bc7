//! Numbers that are known only as a range.
//!
//! Arithmetic is interval arithmetic on exact ends: sound always, and exact where every unknown occurs once.

use crate::language::Comparison;
use crate::model::Exact;

use super::truth::Truth;

/// An end of a range.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// No bound below.
    NegativeInfinity,
    /// A bound that belongs to the range.
    Finite(Exact),
    /// No bound above.
    PositiveInfinity,
}

use Bound::{Finite, NegativeInfinity, PositiveInfinity};

impl Bound {
    fn sign(&self) -> std::cmp::Ordering {
        self.cmp(&Finite(Exact::zero()))
    }

    fn add(self, other: Self, toward: &Self) -> Self {
        match (self, other) {
            (Finite(a), Finite(b)) => Finite(a + b),
            (Finite(_), infinite) | (infinite, Finite(_)) => infinite,
            (a, b) if a == b => a,
            // Opposite infinities: nothing is known on this side.
            _ => toward.clone(),
        }
    }

    /// Zero times infinity is zero: the infinite end stands for ever larger finite numbers.
    fn multiply(self, other: Self) -> Self {
        let sign = (self.sign(), other.sign());
        match (self, other) {
            (Finite(a), Finite(b)) => Finite(a * b),
            _ if sign.0.is_eq() || sign.1.is_eq() => Finite(Exact::zero()),
            _ if sign.0 == sign.1 => PositiveInfinity,
            _ => NegativeInfinity,
        }
    }

    fn negate(self) -> Self {
        match self {
            NegativeInfinity => PositiveInfinity,
            Finite(value) => Finite(-value),
            PositiveInfinity => NegativeInfinity,
        }
    }
}

/// All values a number may have, both ends included, and whether it may have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The ends, the lower first; `None` where there is no value at all.
    pub ends: Option<(Bound, Bound)>,
    /// Whether a division by zero or a benchmark without a value may leave no value.
    pub undefined: bool,
}

impl Range {
    /// One value.
    #[must_use]
    pub fn exactly(value: Exact) -> Self {
        Self { ends: Some((Finite(value.clone()), Finite(value))), undefined: false }
    }

    /// The values from `low` to `high`.
    #[must_use]
    pub fn between(low: Bound, high: Bound) -> Self {
        Self { ends: Some((low, high)), undefined: false }
    }

    /// No value.
    #[must_use]
    pub fn nothing() -> Self {
        Self { ends: None, undefined: true }
    }

    /// The one value, where there is only one and certainly one.
    #[must_use]
    pub fn single(&self) -> Option<&Exact> {
        match &self.ends {
            Some((Finite(low), Finite(high))) if low == high && !self.undefined => Some(low),
            _ => None,
        }
    }

    /// The values of either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let ends = match (self.ends, other.ends) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (one, None) | (None, one) => one,
        };
        Self { ends, undefined: self.undefined || other.undefined }
    }

    /// The same values, `value` standing for none.
    #[must_use]
    pub fn or_when_undefined(self, value: &Exact) -> Self {
        if !self.undefined {
            return self;
        }
        let defined = Self { undefined: false, ..self };
        defined.or(Self::exactly(value.clone()))
    }

    fn both(
        self,
        other: Self,
        combine: impl FnOnce((Bound, Bound), (Bound, Bound)) -> (Bound, Bound),
    ) -> Self {
        let ends = self.ends.zip(other.ends).map(|(a, b)| combine(a, b));
        Self { ends, undefined: self.undefined || other.undefined }
    }

    /// The negated values.
    #[must_use]
    pub fn negate(self) -> Self {
        Self { ends: self.ends.map(|(low, high)| (high.negate(), low.negate())), ..self }
    }

    /// The sums.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.both(other, |(a, b), (c, d)| (a.add(c, &NegativeInfinity), b.add(d, &PositiveInfinity)))
    }

    /// The differences.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.plus(other.negate())
    }

    /// The products.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        self.both(other, |(a, b), (c, d)| {
            let products =
                [a.clone().multiply(c.clone()), a.multiply(d.clone()), b.clone().multiply(c), b.multiply(d)];
            let [first, rest @ ..] = products;
            rest.into_iter().fold((first.clone(), first), |(low, high), product| {
                (low.min(product.clone()), high.max(product))
            })
        })
    }

    /// The quotients; undefined where the divisor may be zero.
    #[must_use]
    pub fn over(self, divisor: Self) -> Self {
        self.times(divisor.reciprocal())
    }

    fn reciprocal(self) -> Self {
        let Some((low, high)) = self.ends else { return self };
        let over = |bound: Bound| match bound {
            Finite(value) => Exact::from(1).over(&value).map(Finite),
            NegativeInfinity | PositiveInfinity => Some(Finite(Exact::zero())),
        };
        let (below, above) = (low.sign(), high.sign());
        let touches_zero = !below.is_gt() && !above.is_lt();
        // An end at zero goes to infinity on its own side.
        let (start, end) = match (below.is_eq(), above.is_eq()) {
            (true, true) => return Self { ends: None, undefined: true },
            (true, false) => (over(high), Some(PositiveInfinity)),
            (false, true) => (Some(NegativeInfinity), over(low)),
            (false, false) if touches_zero => (Some(NegativeInfinity), Some(PositiveInfinity)),
            (false, false) => (over(high), over(low)),
        };
        Self { ends: start.zip(end), undefined: self.undefined || touches_zero }
    }

    /// The lesser of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        self.both(other, |(a, b), (c, d)| (a.min(c), b.min(d)))
    }

    /// The greater of two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        self.both(other, |(a, b), (c, d)| (a.max(c), b.max(d)))
    }

    /// How the values compare with others; `None` where there may be no value: what then holds is for the rule to say.
    #[must_use]
    pub fn compare(&self, comparison: Comparison, other: &Self) -> Option<Truth> {
        let ((low, high), (other_low, other_high)) = self.ends.as_ref().zip(other.ends.as_ref())?;
        let less = |strict: bool| {
            let certain = if strict { high < other_low } else { high <= other_low };
            let possible = if strict { low < other_high } else { low <= other_high };
            Truth::from_bounds(certain, possible)
        };
        let equal = Truth::from_bounds(
            low == high && other_low == other_high && low == other_low,
            low <= other_high && other_low <= high,
        );
        Some(match comparison {
            Comparison::Less => less(true),
            Comparison::AtMost => less(false),
            Comparison::Greater => less(false).not(),
            Comparison::AtLeast => less(true).not(),
            Comparison::Equal => equal,
            Comparison::NotEqual => equal.not(),
        })
    }

    /// Whether there may be no value, here or there.
    #[must_use]
    pub fn may_be_undefined(&self, other: &Self) -> bool {
        self.undefined || other.undefined
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `1..2`, `..2`, `1..`, `..`, `1`; `nothing`; a `?` at the end where there may be no value.
    fn range(text: &str) -> Range {
        if text == "nothing" {
            return Range::nothing();
        }
        let number = |text: &str| {
            let (over, under) = text.split_once('/').unwrap_or((text, "1"));
            let read = |text: &str| Exact::from(text.parse::<i32>().unwrap());
            read(over).over(&read(under)).unwrap()
        };
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
        let operations: [(fn(Range, Range) -> Range, fn(Exact, Exact) -> Exact); 5] = [
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
                let values =
                    (a..=b).flat_map(|x| (c..=d).map(move |y| Exact::from(x).over(&y.into()).unwrap()));
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
        let comparisons: [(Comparison, fn(&i32, &i32) -> bool); 6] = [
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
                let expected =
                    Truth::from_bounds(all.iter().all(|holds| *holds), all.iter().any(|holds| *holds));
                let (left, right) = (range(&format!("{a}..{b}")), range(&format!("{c}..{d}")));
                assert_eq!(
                    left.compare(comparison, &right),
                    Some(expected),
                    "{left:?} {comparison:?} {right:?}"
                );
            }
        }
        assert_eq!(range("1..").compare(Comparison::AtLeast, &range("..1")), Some(Truth::True));
        assert_eq!(range("..").compare(Comparison::Less, &range("1")), Some(Truth::Unknown));
        assert_eq!(range("nothing").compare(Comparison::Less, &range("1")), None);
        assert_eq!(range("1").compare(Comparison::Less, &range("nothing")), None);
    }
}
