//! Dates: days that the calendar has.

use crate::model::{FaultCode, Faults, Place};

/// `YYYY-MM-DD`, or its beginning where no more is known; a day that the calendar has.
pub(super) fn date(date: &str, place: &Place, faults: &mut Faults) {
    let parts: Vec<_> = date.split('-').collect();
    let widths = [4, 2, 2];
    let fits = (1..=3).contains(&parts.len())
        && parts
            .iter()
            .zip(widths)
            .all(|(part, width)| part.len() == width && part.bytes().all(|b| b.is_ascii_digit()));
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u32>().ok());
    let within =
        |at: usize, most: u32| parts.get(at).is_none() || number(at).is_some_and(|n| (1..=most).contains(&n));
    let days = number(0).zip(number(1)).map_or(31, |(year, month)| days(year, month));
    if !fits || !within(1, 12) || !within(2, days) {
        faults.add(FaultCode::BadDate, place, date, &[]);
    }
}

/// The days of a month.
fn days(year: u32, month: u32) -> u32 {
    let every = |years: u32| year.is_multiple_of(years);
    match month {
        2 if every(4) && (!every(100) || every(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
