//! Exact self-assessment of a city against an indicator system.

/// The engine's version, as an assessment names it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
