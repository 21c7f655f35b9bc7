//! Rulebooks as workbooks: nothing lost there and back, and every fault told by sheet and cell.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod book;
mod faults;
mod hostile;
mod kindly;
mod round_trip;
#[path = "../support/mod.rs"]
mod support;

/// How many cases a property is tried on: `CASES`, where it is set.
fn cases(ordinary: u32) -> u32 {
    std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(ordinary)
}
