//! The engine's laws, as properties over made rulebooks, the flagship and the rulebook of every rule.
//!
//! The ordinary run tries each law on 10 000 cases; `make laws CASES=1000000` takes its time.
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

mod cases;
mod fields;
mod found;
mod monotone;
mod ranges;
mod repeated;
mod schema;
mod sessions;
mod sums;
#[path = "../support/mod.rs"]
mod support;
mod tight;
mod total;
mod unweighted;
