//! Columns and bars for a terminal in which a Chinese character is two columns wide.

use unicode_width::UnicodeWidthStr as _;

use crate::model::{Decimal, Exact, Points};

/// The text with blanks up to `width` columns.
pub(super) fn padded(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(blanks))
}

/// The text with blanks before it up to `width` columns.
pub(super) fn right(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(text.width());
    format!("{}{text}", " ".repeat(blanks))
}

/// The widest of several texts, in columns.
pub(super) fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|text| text.width()).max().unwrap_or(0)
}

/// A range as a bar of 20 columns: certain points full, open points shaded, the line as a stroke.
pub(super) fn bar(points: Points, most: Decimal, line: Option<Decimal>) -> String {
    const COLUMNS: i32 = 20;
    let column = |value: Decimal| {
        let share = Exact::from(value).over(&Exact::from(most)).unwrap_or_else(Exact::zero);
        share * Exact::from(COLUMNS)
    };
    let (low, high) = (column(points.low), column(points.high));
    let line = line.map(column);
    let columns = (0..COLUMNS).map(|at| {
        let (from, to) = (Exact::from(at), Exact::from(at.saturating_add(1)));
        if line.as_ref().is_some_and(|line| *line > from && *line <= to) {
            '│'
        } else if to <= low {
            '█'
        } else if from < high {
            '▒'
        } else {
            '·'
        }
    });
    columns.collect()
}

/// A number with `places` decimal places, as points are printed.
pub(super) fn fixed(value: Decimal, places: u32) -> String {
    let text = value.to_string();
    let have = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let missing = usize::try_from(places).unwrap_or(0).saturating_sub(have);
    match (have, missing) {
        (_, 0) => text,
        (0, missing) => format!("{text}.{}", "0".repeat(missing)),
        (_, missing) => format!("{text}{}", "0".repeat(missing)),
    }
}

/// A range of points: one number where both ends are the same.
pub(super) fn range(points: Points, places: u32) -> String {
    let (low, high) = (fixed(points.low, places), fixed(points.high, places));
    if points.low == points.high { low } else { format!("{low}–{high}") }
}

/// A difference of points with its sign.
pub(super) fn signed(value: Decimal, places: u32) -> String {
    let text = fixed(value, places);
    match text.strip_prefix('-') {
        Some(digits) => format!("−{digits}"),
        None if value > Decimal::ZERO => format!("+{text}"),
        None => text,
    }
}

/// A range of differences: one number where both ends are the same.
pub(super) fn signed_range(points: Points, places: u32) -> String {
    let (low, high) = (signed(points.low, places), signed(points.high, places));
    if points.low == points.high { low } else { format!("{low}…{high}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn columns_count_chinese_characters_twice() {
        assert_eq!(padded("综合型", 8), "综合型  ");
        assert_eq!(right("ab", 4), "  ab");
    }

    #[test]
    fn a_bar_tells_certain_from_open_points_and_the_line() {
        let points = Points { low: decimal("25"), high: decimal("75") };
        assert_eq!(bar(points, decimal("100"), Some(decimal("60"))), "█████▒▒▒▒▒▒│▒▒▒·····");
    }

    #[test]
    fn points_are_printed_with_their_places() {
        assert_eq!(fixed(decimal("60"), 2), "60.00");
        assert_eq!(fixed(decimal("6.5"), 2), "6.50");
        assert_eq!(fixed(decimal("6.55"), 2), "6.55");
        assert_eq!(fixed(decimal("6"), 0), "6");
        assert_eq!(range(Points { low: decimal("1"), high: decimal("2") }, 1), "1.0–2.0");
        assert_eq!(signed_range(Points { low: decimal("-1.5"), high: decimal("2") }, 2), "−1.50…+2.00");
        assert_eq!(signed(decimal("0"), 1), "0.0");
    }
}
