//! SHA-256 over canonical forms, so that anybody can recompute what a report is about.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// The canonical form of a document: keys sorted, decimals canonical, no white space.
#[must_use]
pub fn canonical(document: &impl Serialize) -> String {
    // A value sorts its keys, and every document of this crate has a JSON form: the empty fallback is never taken.
    serde_json::to_value(document).map(|value| value.to_string()).unwrap_or_default()
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
