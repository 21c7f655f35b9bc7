//! SHA-256 over canonical forms, so that anybody can recompute what a report is about.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::model::Json;

/// The canonical form of a document: keys sorted, decimals canonical, no white space.
#[must_use]
pub fn canonical(document: &impl Serialize) -> String {
    Json::of(document).canonical()
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
