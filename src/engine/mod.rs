//! Concludes an assessment from a rulebook and a submission. Knows no surface.
//!
//! ```
//! use infocity_check::{engine, rulebook, submission};
//!
//! let plan = rulebook::load(include_bytes!("../../tests/data/minimal.rulebook.json")).map_err(|f| format!("{f:?}"))?;
//! let submission = submission::read(br#"{ "format": "infocity-submission/1", "figures": { "rate": "75" } }"#)
//!     .map_err(|f| format!("{f:?}"))?;
//! let assessment = engine::assess(&plan, &submission).map_err(|f| format!("{f:?}"))?;
//! let score = assessment.categories.first().and_then(|overall| overall.score).ok_or("no score")?;
//! assert_eq!((score.low.to_string(), score.high.to_string()), ("50".to_owned(), "50".to_owned()));
//! # Ok::<(), String>(())
//! ```

mod advice;
mod assess;
mod category;
mod compare;
mod explain;
mod joint;
mod material;
mod missing;
mod open_pieces;
mod points;
pub(crate) mod prints;
mod reach;
pub(crate) mod relevance;
mod requirement;
mod rules;
pub(crate) mod scoring;
mod session;
mod shares;
mod warnings;

pub use assess::assess;
pub use compare::{Differences, Refused, compare, differences};
pub use explain::explain;
pub use reach::{Question, reach};
pub use session::{Change, Session};
