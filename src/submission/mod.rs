//! From bytes to what a submission says: first its shape, then whether it fits a rulebook.

mod admit;
mod read;

pub use admit::admit;
pub use read::{MAX_TEXT, entry, from_json, read};

use crate::model::YEARS;

/// A year of four digits.
pub(crate) fn year(text: &str) -> Option<u32> {
    text.parse().ok().filter(|year| YEARS.contains(year))
}
