//! Exact self-assessment of a city against an indicator system.

pub mod amendment;
#[cfg(feature = "cli")]
pub mod cli;
pub mod engine;
pub mod fingerprint;
pub mod language;
pub mod lint;
pub mod model;
pub mod plan;
#[cfg(feature = "cli")]
pub mod report;
pub mod rulebook;
#[cfg(feature = "cli")]
pub mod sheets;
pub mod sorted;
mod sorting;
pub mod submission;
pub mod texts;
pub mod values;
pub mod wording;

/// The engine's version, as an assessment names it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
