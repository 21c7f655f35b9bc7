//! JSON as the engine reads it: numbers by their written digits, no key twice, bounded size and depth.

mod binary;
mod escapes;
mod reader;

use std::fmt;

use serde::ser::{Serialize, Serializer};

use super::fault::{Fault, FaultCode, Place};
use crate::sorting;

/// The most bytes a document may have.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The deepest nesting a document may have.
pub const MAX_DEPTH: usize = 32;

/// How an Excel workbook begins, as every zipped file does; no JSON text does.
const ZIPPED: &[u8] = b"PK\x03\x04";

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, by its written digits.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its keys in the order written, none twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a document.
    ///
    /// # Errors
    /// The one fault that keeps the text from being JSON: its size, that it is a workbook, its depth, a key that stands twice, or the line
    /// and column at which it is malformed.
    pub fn read(bytes: &[u8]) -> Result<Self, Box<Fault>> {
        let document = Place::document();
        if bytes.len() > MAX_BYTES {
            let (size, most) = (bytes.len().to_string(), MAX_BYTES.to_string());
            return Err(Box::new(Fault::new(FaultCode::TooLarge, &document, size, &[("most", &most)])));
        }
        if bytes.starts_with(ZIPPED) {
            return Err(Box::new(Fault::new(FaultCode::Workbook, &document, "", &[])));
        }
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let at = error.valid_up_to().to_string();
            Box::new(Fault::new(FaultCode::NotUtf8, &document, "", &[("at", &at)]))
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        reader::read(text, MAX_DEPTH)
    }

    /// A number of JavaScript, which is binary, by the text that JavaScript gives of it: taken when its digits say exactly
    /// what was meant, which is so for a safe integer or at most 15 digits behind leading zeros.
    ///
    /// # Errors
    /// That they do not.
    pub fn of_binary(written: &str) -> Result<Self, Box<Fault>> {
        binary::exact_digits(written)
            .map(Self::Number)
            .map_err(|number| Box::new(Fault::new(FaultCode::InexactNumber, &Place::document(), number, &[])))
    }

    /// What a document of this crate is as JSON, its keys in the order in which they are written. By way of its text: serde
    /// compiles each type once for each form that it is written in.
    pub(crate) fn of(document: &impl Serialize) -> Self {
        Self::of_text(&serde_json::to_string(document).unwrap_or_default())
    }

    /// What was written here has a JSON form, and is as large as it is: the fallback is never taken.
    fn of_text(written: &str) -> Self {
        reader::read(written, usize::MAX).unwrap_or(Self::Null)
    }

    /// The same with the keys of every object sorted.
    pub(crate) fn sorted(mut self) -> Self {
        self.sort();
        self
    }

    fn sort(&mut self) {
        match self {
            Self::List(items) => items.iter_mut().for_each(Self::sort),
            Self::Object(entries) => {
                sorting::sort_by(entries, |a, b| a.0.cmp(&b.0));
                entries.iter_mut().for_each(|(_, value)| value.sort());
            }
            _ => {}
        }
    }

    /// The value of a key of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(entries) = self else { return None };
        entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// What kind of value it is, as a fault names it.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true/false",
            Self::Number(_) => "number",
            Self::Text(_) => "string",
            Self::List(_) => "list",
            Self::Object(_) => "object",
        }
    }

    /// The canonical text: keys sorted, no white space, numbers as written.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        self.write_canonical(&mut out);
        out
    }

    fn write_canonical(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(digits) => out.push_str(digits),
            Self::Text(text) => write_text(text, out),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    item.write_canonical(out);
                }
                out.push(']');
            }
            Self::Object(entries) => {
                let mut sorted: Vec<_> = entries.iter().collect();
                sorting::sort_by(&mut sorted, |a, b| a.0.cmp(&b.0));
                out.push('{');
                for (index, (key, value)) in sorted.into_iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    write_text(key, out);
                    out.push(':');
                    value.write_canonical(out);
                }
                out.push('}');
            }
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        // A string always has a JSON form; the empty fallback is never taken.
        out.push_str(&serde_json::to_string(text).unwrap_or_default());
    }
}

impl fmt::Display for Json {
    /// A value as a fault quotes it: a string without its quotes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            other => f.write_str(&other.canonical()),
        }
    }
}

/// Writes it in the order in which it stands; a number that is not whole as a text, as every decimal is written.
impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(digits) => match digits.parse() {
                Ok(whole) => serializer.serialize_i64(whole),
                Err(_) => serializer.serialize_str(digits),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// The fault of a JavaScript value that is no JSON, and why it is none.
#[must_use]
pub fn not_json(why: &str) -> Fault {
    let params = [("line", "1"), ("column", "1"), ("why", why)];
    Fault::new(FaultCode::MalformedJson, &Place::document(), why, &params)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> Option<FaultCode> {
        Json::read(text.as_bytes()).err().map(|fault| fault.code)
    }

    #[test]
    fn a_number_keeps_its_written_digits() {
        let json = Json::read(b"[123456789012345678.123456789, 1.50, 1e400]").expect("JSON");
        assert_eq!(json.canonical(), "[123456789012345678.123456789,1.50,1e400]");
    }

    #[test]
    fn what_is_not_json_is_refused_with_its_place() {
        assert_eq!(code("{\"a\":1,\"a\":2}"), Some(FaultCode::DuplicateKey));
        assert_eq!(code("{\"a\":"), Some(FaultCode::MalformedJson));
        assert_eq!(code(&"[".repeat(100_000)), Some(FaultCode::MalformedJson));
        assert_eq!(code(&format!("{}{}", "[".repeat(100), "]".repeat(100))), Some(FaultCode::TooDeep));
        assert_eq!(code(&" ".repeat(MAX_BYTES + 1)), Some(FaultCode::TooLarge));
        assert_eq!(Json::read(b"\"\xff\"").err().map(|fault| fault.code), Some(FaultCode::NotUtf8));
        assert_eq!(Json::read(b"PK\x03\x04\x14").err().map(|fault| fault.code), Some(FaultCode::Workbook));
        let fault = Json::read(b"{\"a\": [1, {\"b\": 1, \"b\": 2}]}").expect_err("a key stands twice");
        assert_eq!((fault.place.as_str(), fault.value.as_str()), ("/a/1/b", "b"));
    }

    #[test]
    fn of_many_keys_the_first_that_stands_twice_is_told() {
        let keys = |last: &str| (0..40).map(|key| format!("\"{key}\": {{}}, ")).collect::<String>() + last;
        let twice = |last: &str| {
            let fault = Json::read(format!("{{{}}}", keys(last)).as_bytes()).expect_err("a key stands twice");
            (fault.code, fault.place.as_str().to_owned())
        };
        let expected = |place: &str| (FaultCode::DuplicateKey, place.to_owned());
        assert_eq!(twice("\"39\": 1, \"1\": 1, \"x\": {\"a\": 1, \"a\": 1}"), expected("/39"));
        assert_eq!(twice("\"x\": {\"a\": 1, \"a\": 1}, \"1\": 1"), expected("/x/a"));
    }

    /// Pieces of which texts are made that are JSON, or nearly.
    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\n",
        "\"a\"",
        "\"b\"",
        "\"",
        "\\",
        "\"\\u0041\"",
        "\"\\ud800\"",
        "\\\"",
        "\t\u{1}",
        "\u{a0}",
        "0",
        "1",
        "-",
        "+",
        ".",
        "e",
        "E",
        "5",
        "12",
        "null",
        "true",
        "false",
        "nul",
        "市",
    ];

    proptest! {
        #[test]
        fn what_serde_json_takes_is_taken(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 1..9)) {
            let text = pieces.concat();
            let known = serde_json::from_str::<serde::de::IgnoredAny>(&text);
            match (Json::read(text.as_bytes()), &known) {
                (Ok(json), _) => {
                    let value = serde_json::from_str::<serde_json::Value>(&json.canonical()).ok();
                    prop_assert_eq!(value, serde_json::from_str(&text).ok(), "{}", text);
                }
                (Err(fault), Ok(_)) => {
                    let twice = fault.code == FaultCode::DuplicateKey;
                    let other = serde_json::from_str::<serde_json::Value>(&text).is_err();
                    prop_assert!(twice || other, "{}: {:?}", text, fault);
                }
                (Err(fault), Err(_)) => prop_assert_eq!(fault.code, FaultCode::MalformedJson, "{}", text),
            }
        }
    }

    #[test]
    fn canonical_text_sorts_keys_and_drops_white_space() {
        let json = Json::read("{ \"b\" : [ true , null ], \"a\" : \"市\\n\" }".as_bytes()).expect("JSON");
        assert_eq!(json.canonical(), "{\"a\":\"市\\n\",\"b\":[true,null]}");
    }
}
