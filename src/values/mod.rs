//! What is known of every value: ranges, three-valued truth, and the evaluation of formulas and conditions over them.

mod corners;
mod evaluate;
mod facts;
mod range;
mod truth;

pub(crate) use facts::domain;
pub use facts::{Fact, Facts, YearUse};
pub use range::{Bound, Range};
pub use truth::Truth;

#[cfg(test)]
pub(crate) use range::tests::{number as number_of, range as range_of};
