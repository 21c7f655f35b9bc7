//! Where a text ceases to be JSON, and what its author most likely typed there.

use super::fault::{Fault, FaultCode, Place};

/// What serde says of a comma too many in a list.
const TRAILING_COMMA: &str = "trailing comma";

/// A character of the text: what it is, its line and its column, from 1.
#[derive(Clone, Copy)]
struct Spot {
    sign: char,
    line: usize,
    column: usize,
}

/// The fault of a text that is no JSON.
pub(super) fn malformed(text: &str, error: &serde_json::Error) -> Fault {
    let detail = error.to_string();
    let detail = detail.split(" at line ").next().unwrap_or_default();
    let (line, column) = (error.line(), characters(text, error.line(), error.column()));
    let (before, here) = around(text, line, column);
    let found = here.filter(|sign| !sign.is_ascii()).map(String::from).unwrap_or_default();
    let (line, column, why) = match (detail, before, here) {
        // What is missing or too much stands before the place at which that is noticed, often a line above.
        ("expected `,` or `}`" | "expected `,` or `]`", Some(before), Some(sign)) if begins_value(sign) => {
            (before.line, before.column.saturating_add(1), "a comma is missing")
        }
        ("key must be a string" | "expected value" | TRAILING_COMMA, Some(before), Some('}' | ']'))
            if before.sign == ',' =>
        {
            (before.line, before.column, TRAILING_COMMA)
        }
        _ => (line, column, detail),
    };
    let (line, column) = (line.to_string(), column.to_string());
    let params = [("line", line.as_str()), ("column", &column), ("why", why), ("typed", &found)];
    Fault::new(FaultCode::MalformedJson, &Place::document(), why, &params)
}

/// Whether a character begins a value or a key.
fn begins_value(sign: char) -> bool {
    matches!(sign, '"' | '{' | '[' | '-' | 't' | 'f' | 'n') || sign.is_ascii_digit()
}

/// The last character before a place that is no white space, and the one that stands there.
fn around(text: &str, line: usize, column: usize) -> (Option<Spot>, Option<char>) {
    let mut before = None;
    let (mut at_line, mut at_column) = (1_usize, 1_usize);
    for sign in text.chars() {
        if (at_line, at_column) >= (line, column) {
            return (before, Some(sign));
        }
        if !sign.is_whitespace() {
            before = Some(Spot { sign, line: at_line, column: at_column });
        }
        (at_line, at_column) = if sign == '\n' {
            (at_line.saturating_add(1), 1)
        } else {
            (at_line, at_column.saturating_add(1))
        };
    }
    (before, None)
}

/// The column in characters, as editors count, of a column in bytes.
fn characters(text: &str, line: usize, column: usize) -> usize {
    let written = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    written.char_indices().take_while(|(at, _)| at.saturating_add(1) < column).count().saturating_add(1)
}
