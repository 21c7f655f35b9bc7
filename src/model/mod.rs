//! What a rulebook, a submission and an assessment are. Knows no engine.

mod amendment;
mod assessment;
mod benchmark;
mod category;
mod comparison;
mod decimal;
mod exact;
pub mod explanation;
mod fault;
mod figure;
mod finding;
mod indicator;
mod json;
mod malformed;
mod position;
mod reach;
mod rulebook;
mod score;
mod sentence;
mod standing;
mod submission;
mod text;
mod unit;

pub use amendment::*;
pub use assessment::*;
pub use benchmark::*;
pub use category::*;
pub use comparison::*;
pub use decimal::{Decimal, DecimalError, MAX_DIGITS};
pub use exact::Exact;
#[cfg(feature = "cli")]
pub(crate) use fault::shortened;
pub use fault::{Fault, FaultCode, Faults, Place, Subject};
pub use figure::*;
pub use finding::*;
pub use indicator::*;
pub use json::{Json, MAX_BYTES, MAX_DEPTH, not_json};
pub use position::{Position, Positions};
pub use reach::*;
pub use rulebook::*;
pub use score::*;
pub use sentence::*;
pub use standing::*;
pub use submission::*;
pub use text::{Lang, Text, is_further_language};
pub use unit::{Kind, Unit, Units};
