//! SHA-256 over canonical forms, so that anybody can recompute what a report is about.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The canonical form of a document: keys sorted, decimals canonical, no white space.
#[must_use]
pub fn canonical(document: &impl Serialize) -> String {
    value(document).to_string()
}

/// A document as a JSON value, which sorts its keys. By way of its text: serde compiles each type once for each form that
/// it is written in, and the text is needed anyway.
pub(crate) fn value(document: &impl Serialize) -> Value {
    // Every document of this crate has a JSON form: the empty fallback is never taken.
    serde_json::to_string(document).and_then(|text| serde_json::from_str(&text)).unwrap_or_default()
}

/// SHA-256 of a text, hexadecimal.
#[must_use]
pub fn sha256(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
