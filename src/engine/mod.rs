//! Concludes an assessment from a rulebook and a submission. Knows no surface.
//!
//! ```
//! use infocity_check::{engine, rulebook, submission};
//!
//! let plan = rulebook::load(include_bytes!("../../tests/data/minimal.rulebook.json")).map_err(|f| format!("{f:?}"))?;
//! let submission = submission::read(br#"{ "format": "infocity-submission/1", "city": "示例市", "figures": {} }"#)
//!     .map_err(|f| format!("{f:?}"))?;
//! let assessment = engine::assess(&plan, &submission).map_err(|f| format!("{f:?}"))?;
//! assert_eq!(assessment.categories.len(), 1);
//! # Ok::<(), String>(())
//! ```

mod advice;
mod assess;
mod category;
mod missing;
mod points;
mod requirement;
mod scoring;
mod session;
mod warnings;

pub use assess::assess;
pub use session::{Change, Session};
