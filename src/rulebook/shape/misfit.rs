//! What serde finds wrong with the shape of a document, as faults that name value and remedy.

use std::fmt;

use serde::de::{Expected, Unexpected};

use crate::language::nearest;
use crate::model::{Decimal, DecimalError, Fault, FaultCode, Place};

/// A number whose digits are to stay as they are written, as a fault names it.
pub(in crate::rulebook) const QUOTED_NUMBER: &str = "a decimal number in quotation marks";

/// What a text in the languages of the rulebook is called in a fault.
const TEXT: &str = "text in Chinese and English";

/// What serde found wrong, and where below the part that was read: the keys from the innermost outwards.
#[derive(Debug)]
pub(super) struct Wrong(pub(super) Box<Misplaced>);

#[derive(Debug)]
pub(super) struct Misplaced {
    pub(super) misfit: Misfit,
    pub(super) path: Vec<String>,
}

impl Wrong {
    /// The same fault seen from one level further out.
    pub(super) fn below(mut self, key: &str) -> Self {
        self.0.path.push(key.to_owned());
        self
    }
}

impl From<Misfit> for Wrong {
    fn from(misfit: Misfit) -> Self {
        Self(Box::new(Misplaced { misfit, path: Vec::new() }))
    }
}

/// What serde found wrong.
#[derive(Debug)]
pub(super) enum Misfit {
    UnknownKey { key: String, known: &'static [&'static str] },
    UnknownVariant { name: String, known: &'static [&'static str] },
    MissingKey(&'static str),
    WrongType { found: String, expected: String },
    InvalidValue { value: String, expected: String },
    TooManyDigits(String),
}

fn unknown(code: FaultCode, place: &Place, found: &str, known: &[&str]) -> Fault {
    let near = nearest(found, known.iter().copied()).unwrap_or("").to_owned();
    Fault::new(code, place, found, &[("known", &known.join(", ")), ("nearest", &near)])
}

impl Misfit {
    pub(super) fn fault(self, place: &Place) -> Fault {
        match self {
            Self::UnknownKey { key, known } => unknown(FaultCode::UnknownKey, &place.at(&key), &key, known),
            Self::UnknownVariant { name, known } => unknown(FaultCode::UnknownValue, place, &name, known),
            Self::MissingKey(key) => Fault::new(FaultCode::MissingKey, place, "", &[("key", key)]),
            Self::WrongType { found, expected } => {
                let example = if expected == TEXT { r#"{"zh": "…", "en": "…"}"# } else { "" };
                let params = [("found", found.as_str()), ("expected", &expected), ("example", example)];
                Fault::new(FaultCode::WrongType, place, &found, &params)
            }
            Self::InvalidValue { value, expected } => {
                Fault::new(FaultCode::InvalidValue, place, &value, &[("expected", &expected)])
            }
            Self::TooManyDigits(value) => Fault::new(FaultCode::TooManyDigits, place, &value, &[]),
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the document does not have the shape of a rulebook")
    }
}

impl std::error::Error for Wrong {}

impl serde::de::Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        // What serde says of an untagged value that fits none of its forms.
        Misfit::WrongType { found: message.to_string(), expected: "a decimal number".to_owned() }.into()
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Bool(_) => "true/false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "number",
            Unexpected::Str(_) | Unexpected::UnitVariant => "string",
            Unexpected::Seq => "list",
            Unexpected::Map => "object",
            Unexpected::Unit => "null",
            _ => "value",
        };
        let expected = match plain_name(&expected.to_string()).as_str() {
            // It is a number, but not as a text.
            "a decimal number" => QUOTED_NUMBER.to_owned(),
            other => other.to_owned(),
        };
        Misfit::WrongType { found: found.to_owned(), expected }.into()
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let value = match found {
            Unexpected::Str(text) if text.parse::<Decimal>() == Err(DecimalError::TooManyDigits) => {
                return Misfit::TooManyDigits(text.to_owned()).into();
            }
            Unexpected::Str(text) => text.to_owned(),
            Unexpected::Unsigned(number) => format!("integer `{number}`"),
            // No reader of a rulebook finds the value of anything else invalid; to tell it would take in binary numbers.
            _ => String::new(),
        };
        Misfit::InvalidValue { value, expected: plain_name(&expected.to_string()) }.into()
    }

    fn unknown_variant(variant: &str, known: &'static [&'static str]) -> Self {
        Misfit::UnknownVariant { name: variant.to_owned(), known }.into()
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Misfit::UnknownKey { key: key.to_owned(), known }.into()
    }

    fn missing_field(key: &'static str) -> Self {
        Misfit::MissingKey(key).into()
    }
}

/// What serde calls an expected value, without names of Rust types.
fn plain_name(expected: &str) -> String {
    let plain = match expected {
        "struct Text" => TEXT,
        e if e.starts_with("struct ") || e.contains("map") => "object",
        e if e.contains("sequence") || e.contains("list") => "list",
        e if e.contains("string") => "string",
        e if e.contains("bool") => "true/false",
        e if e.contains("u32") => "whole number",
        e if e.contains("enum") || e.contains("variant") => "object",
        e => e,
    };
    plain.to_owned()
}
