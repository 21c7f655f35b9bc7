//! From bytes to a rulebook that holds together.

mod check;
mod naming;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod shape;

pub use naming::{Thing, thing};
pub(crate) use read::LISTS;
pub use read::MAX_ITEMS;
#[cfg(feature = "schema")]
pub use schema::schema;

use crate::model::Fault;
use crate::plan::Plan;

/// Reads and checks a rulebook.
///
/// # Errors
/// Every fault, each with place, value and remedy.
pub fn load(bytes: &[u8]) -> Result<Plan, Vec<Fault>> {
    read::read(bytes).and_then(check::plan).map_err(|faults| naming::labelled(bytes, faults))
}
