//! Every operation beside plain arithmetic on whole numbers of any size.
#![allow(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::model::decimal::Decimal;
use crate::model::rulebook::RoundingMode::{self, HalfEven, HalfUp};

const MODES: [RoundingMode; 2] = [HalfUp, HalfEven];

fn ten_to_the(places: u32) -> BigInt {
    BigInt::from(10).pow(places)
}

/// Whole numbers, those beside which a form or a word ends among them.
fn whole() -> impl Strategy<Value = BigInt> {
    let ends = [0, i64::MAX.into(), i64::MIN.into(), u64::MAX.into(), i128::MAX, i128::MIN];
    let near = (select(ends.to_vec()), -2..=2_i32).prop_map(|(end, step)| BigInt::from(end) + step);
    // What cancels against denominators, powers of two and five above all.
    let smooth = (-30..=30_i64, 0..=40_u32, 0..=30_u32).prop_map(|(factor, twos, fives)| {
        BigInt::from(factor) * BigInt::from(2).pow(twos) * BigInt::from(5).pow(fives)
    });
    prop_oneof![
        4 => (-20..=20_i64).prop_map(BigInt::from),
        3 => near,
        2 => smooth,
        2 => any::<i32>().prop_map(BigInt::from),
        2 => any::<i64>().prop_map(BigInt::from),
        1 => any::<i128>().prop_map(BigInt::from),
        1 => (any::<i128>(), any::<i128>()).prop_map(|(a, b)| BigInt::from(a) * b),
    ]
}

/// Halves at some place: where the modes of rounding part.
fn half() -> impl Strategy<Value = BigRational> {
    (whole(), 0..=24_u32)
        .prop_map(|(number, places)| BigRational::new(number * 2 + 1, ten_to_the(places) * 2))
}

fn ratio() -> impl Strategy<Value = BigRational> {
    let quotient = (whole(), whole().prop_filter("a divisor", |number| !number.is_zero()))
        .prop_map(|(numerator, denominator)| BigRational::new(numerator, denominator));
    prop_oneof![6 => quotient, 2 => half(), 2 => whole().prop_map(BigRational::from)]
}

/// Two ratios; often with one denominator, or one and nearly the same.
fn pair() -> impl Strategy<Value = (BigRational, BigRational)> {
    prop_oneof![
        4 => (ratio(), ratio()),
        1 => (ratio(), whole())
            .prop_map(|(one, number)| { let other = BigRational::new(number, one.denom().clone()); (one, other) }),
        1 => (ratio(), 1..=i64::MAX).prop_map(|(one, step)| {
            let other = &one + BigRational::new(1.into(), step.into());
            (one, other)
        }),
        1 => ratio().prop_map(|one| { let other = -&one; (one, other) }),
    ]
}

fn exact(ratio: &BigRational) -> Exact {
    Exact::of_ratio(ratio.clone())
}

/// The value, of which the form is the one that there is for it.
fn value(exact: &Exact) -> BigRational {
    let ratio = exact.ratio().into_owned();
    let (numerator, denominator) = (ratio.numer(), ratio.denom());
    assert!(denominator > &BigInt::zero(), "{exact:?}");
    assert!(numerator.gcd(denominator).is_one(), "{exact:?}");
    let fits = numerator.magnitude().max(denominator.magnitude()) <= &i64::MAX.unsigned_abs().into();
    assert_eq!(matches!(&exact.0, Form::Small(_)), fits, "{exact:?}");
    ratio
}

/// Rounding as it is taught: half is added and what is behind the point cut off, then a tie is looked at.
fn nearest(ratio: &BigRational, places: u32, mode: RoundingMode) -> BigInt {
    let negative = ratio < &BigRational::zero();
    let size = if negative { -ratio } else { ratio.clone() } * ten_to_the(places);
    let raised = size + BigRational::new(1.into(), 2.into());
    let up = raised.floor().to_integer();
    let tie = raised.is_integer();
    let size = if tie && mode == HalfEven && up.is_odd() { up - 1 } else { up };
    if negative { -size } else { size }
}

/// A decimal by looking for it, one number of places after the other.
fn decimal(ratio: &BigRational) -> Option<Decimal> {
    (0..=28).find_map(|places| {
        let scaled = ratio * ten_to_the(places);
        if scaled.is_integer() { Decimal::from_parts(scaled.to_integer().to_i128()?, places) } else { None }
    })
}

/// The text of a whole number over a power of ten, digit by digit.
fn text(number: &BigInt, places: u32) -> String {
    let size = BigInt::from(number.magnitude().clone());
    let (front, mut rest) = size.div_rem(&ten_to_the(places));
    let mut text = if &size == number { front.to_string() } else { format!("-{front}") };
    if !rest.is_zero() {
        text.push('.');
    }
    while !rest.is_zero() {
        let tenfold: BigInt = rest * 10;
        let (digit, left) = tenfold.div_rem(&ten_to_the(places));
        text.push_str(&digit.to_string());
        rest = left;
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arithmetic((left, right) in pair()) {
        let (a, b) = (exact(&left), exact(&right));
        prop_assert_eq!(value(&a), left.clone());
        prop_assert_eq!(value(&(a.clone() + b.clone())), &left + &right);
        prop_assert_eq!(value(&(a.clone() - b.clone())), &left - &right);
        prop_assert_eq!(value(&(a.clone() * b.clone())), &left * &right);
        prop_assert_eq!(value(&-a.clone()), -&left);
        prop_assert_eq!(value(&a.percent()), &left / BigInt::from(100));
        let quotient = if right.is_zero() { None } else { Some(&left / &right) };
        prop_assert_eq!(a.over(&b).as_ref().map(value), quotient);
    }

    #[test]
    fn order((left, right) in pair()) {
        let (a, b) = (exact(&left), exact(&right));
        prop_assert_eq!(a.cmp(&b), left.cmp(&right));
        prop_assert_eq!(a.partial_cmp(&b), left.partial_cmp(&right));
        prop_assert_eq!(a == b, left == right);
        // However a value was reached, it equals itself.
        prop_assert_eq!((a.clone() + b.clone()) - b, a.clone());
        prop_assert_eq!(a.is_zero(), left.is_zero());
        prop_assert_eq!(a.is_negative(), left < BigRational::zero());
    }

    #[test]
    fn rounding(ratio in ratio(), places in 0..=30_u32) {
        let number = exact(&ratio);
        for places in [0, 2, places] {
            for mode in MODES {
                let expected = nearest(&ratio, places, mode).to_i128();
                let expected = expected.and_then(|whole| Decimal::from_parts(whole, places));
                prop_assert_eq!(number.rounded(places, mode), expected, "{} places, {:?}", places, mode);
            }
            prop_assert_eq!(number.to_text(places), text(&nearest(&ratio, places, HalfUp), places));
        }
    }

    #[test]
    fn decimals(ratio in ratio()) {
        let number = exact(&ratio);
        prop_assert_eq!(number.to_decimal(), decimal(&ratio));
        let shown = decimal(&ratio).map_or_else(|| ratio.to_string(), |decimal| decimal.to_string());
        prop_assert_eq!(number.to_string(), shown);
    }

    #[test]
    fn from_decimals(mantissa in whole(), places in 0..=28_u32) {
        let written = mantissa.to_i128().and_then(|mantissa| Decimal::from_parts(mantissa, places));
        if let Some(written) = written {
            let number = Exact::from(written);
            prop_assert_eq!(value(&number), BigRational::new(mantissa, ten_to_the(places)));
            prop_assert_eq!(number.to_decimal(), Some(written));
        }
    }
}

#[test]
fn powers_of_ten_and_whole_numbers() {
    for exponent in 0..=60_u32 {
        let power = BigRational::from(ten_to_the(exponent));
        let signed = i32::try_from(exponent).expect("a small number");
        assert_eq!(value(&Exact::power_of_ten(signed)), power);
        assert_eq!(value(&Exact::power_of_ten(-signed)), power.recip());
    }
    for number in [0, 1, -1, i32::MAX, i32::MIN] {
        assert_eq!(value(&Exact::from(number)), BigRational::from(BigInt::from(number)));
    }
    for number in [0, 1, usize::MAX] {
        assert_eq!(value(&Exact::from(number)), BigRational::from(BigInt::from(number)));
    }
    assert_eq!(value(&Exact::zero()), BigRational::zero());
}

#[test]
fn a_half_goes_where_the_mode_says_at_both_signs() {
    let cases = [
        ("2.345", "2.35", "2.34"),
        ("2.355", "2.36", "2.36"),
        ("-2.345", "-2.35", "-2.34"),
        ("-2.355", "-2.36", "-2.36"),
        ("2.3449999", "2.34", "2.34"),
        ("2.3450001", "2.35", "2.35"),
        ("0.005", "0.01", "0"),
        ("-0.005", "-0.01", "0"),
        ("7", "7", "7"),
    ];
    for (number, half_up, half_even) in cases {
        let number = Exact::from(number.parse::<Decimal>().expect("a decimal"));
        let rounded = |mode| number.rounded(2, mode).expect("a decimal").to_string();
        assert_eq!((rounded(HalfUp).as_str(), rounded(HalfEven).as_str()), (half_up, half_even), "{number}");
    }
}

#[test]
fn a_decimal_comes_back_as_it_went_in() {
    for text in ["0", "-0.5", "1234.5678", "0.0000000000000000000000000001", "9999999999999999999999999999"] {
        let number = Exact::from(text.parse::<Decimal>().expect("a decimal"));
        assert_eq!(number.to_decimal().map(|decimal| decimal.to_string()).as_deref(), Some(text));
    }
}

#[test]
fn a_quotient_is_exact_until_it_is_rounded() {
    let third = Exact::from(1).over(&Exact::from(3)).expect("a quotient");
    assert_eq!(third.clone() * Exact::from(3), Exact::from(1));
    assert_eq!(third.to_decimal(), None);
    assert_eq!((third.to_text(3), (-third).to_text(2)), ("0.333".to_owned(), "-0.33".to_owned()));
    assert_eq!(Exact::from(1).over(&Exact::zero()), None);
}

#[test]
fn it_tells_where_its_decimal_ends_and_its_ratio() {
    let of = |text: &str| Exact::from(text.parse::<Decimal>().expect("a decimal"));
    let eighth = of("1").over(&of("8")).expect("a quotient");
    assert!(eighth.ends_within(3) && !eighth.ends_within(2));
    assert_eq!((eighth.to_ratio(), of("-4").to_ratio()), ("1/8".to_owned(), "-4".to_owned()));
    assert_eq!((eighth.nearest(2), (-eighth).nearest(2)), (of("0.13"), of("-0.13")));
    let big = Exact::power_of_ten(50) + of("0.25");
    assert_eq!(big.nearest(1), Exact::power_of_ten(50) + of("0.3"));
    assert!(big.ends_within(2) && !big.ends_within(1));
}
