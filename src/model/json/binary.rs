//! Numbers of JavaScript by their digits.

/// The greatest whole number up to which every one is held.
const SAFE: u64 = 9_007_199_254_740_991;

/// The most digits of which each number is held otherwise.
const DIGITS: usize = 15;

/// The digits of a number as JavaScript writes it, where they say exactly what was meant.
///
/// # Errors
/// The number as it is told, where they do not.
pub(super) fn exact_digits(written: &str) -> Result<String, String> {
    let digits = plain(written);
    let safe = digits.parse::<i64>().is_ok_and(|whole| whole.unsigned_abs() <= SAFE);
    let significant = digits.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    if safe || (1..=DIGITS).contains(&significant) { Ok(digits) } else { Err(digits) }
}

/// A number without an exponent, which JavaScript gives those of many zeros.
fn plain(written: &str) -> String {
    let Some((factor, Ok(power))) =
        written.split_once('e').map(|(factor, power)| (factor, power.parse::<i32>()))
    else {
        // No number at all, if it is not finite; told in short.
        return written.replace("Infinity", "inf");
    };
    let (sign, factor) = factor.strip_prefix('-').map_or(("", factor), |factor| ("-", factor));
    let (whole, places) = factor.split_once('.').unwrap_or((factor, ""));
    let zeros = |count: usize| "0".repeat(count);
    let size = usize::try_from(power.unsigned_abs()).unwrap_or_default();
    if power < 0 {
        format!("{sign}0.{}{whole}{places}", zeros(size.saturating_sub(1)))
    } else {
        format!("{sign}{whole}{places}{}", zeros(size.saturating_sub(places.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_binary_number_is_taken_only_where_its_digits_are_what_was_meant() {
        for taken in ["0", "-5", "0.1", "1244.77", "9007199254740991", "-9007199254740991", "100000000000000"]
        {
            assert_eq!(exact_digits(taken).as_deref(), Ok(taken));
        }
        for left in
            ["0.30000000000000004", "9007199254740992", "-9007199254740992", "NaN", "12345678901234567000"]
        {
            assert_eq!(exact_digits(left), Err(left.to_owned()));
        }
    }

    #[test]
    fn an_exponent_is_written_out() {
        for (written, value) in [
            ("1.5e-7", 1.5e-7_f64),
            ("-2e-10", -2e-10),
            ("1e+21", 1e21),
            ("-1.234e+25", -1.234e25),
            ("5e-324", 5e-324),
            ("Infinity", f64::INFINITY),
            ("-Infinity", f64::NEG_INFINITY),
            ("62.5", 62.5),
        ] {
            assert_eq!(plain(written), value.to_string());
        }
        assert_eq!(exact_digits("1.5e-7").as_deref(), Ok("0.00000015"));
        assert_eq!(exact_digits("1e+21"), Err("1000000000000000000000".to_owned()));
    }
}
