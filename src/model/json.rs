//! JSON as the engine reads it: numbers by their written digits, no key twice, bounded size and depth.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::fault::{Fault, FaultCode, Place};
use super::malformed::malformed;
use crate::sorting;

/// The most bytes a document may have.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The deepest nesting a document may have.
pub const MAX_DEPTH: usize = 32;

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
    /// The one fault that keeps the text from being JSON: its size, its depth, a key that stands twice, or the line
    /// and column at which it is malformed.
    pub fn read(bytes: &[u8]) -> Result<Self, Box<Fault>> {
        let document = Place::document();
        if bytes.len() > MAX_BYTES {
            let (size, most) = (bytes.len().to_string(), MAX_BYTES.to_string());
            return Err(Box::new(Fault::new(FaultCode::TooLarge, &document, size, &[("most", &most)])));
        }
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let at = error.valid_up_to().to_string();
            Box::new(Fault::new(FaultCode::NotUtf8, &document, "", &[("at", &at)]))
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let raw: &RawValue = serde_json::from_str(text).map_err(|error| Box::new(malformed(text, &error)))?;
        Self::from_raw(raw, 0).map_err(|unread| Box::new(unread.fault(document)))
    }

    fn from_raw(raw: &RawValue, depth: usize) -> Result<Self, Box<Unread>> {
        let text = raw.get();
        if depth > MAX_DEPTH {
            return Err(Unread::new(Why::TooDeep));
        }
        let unreadable = |error: serde_json::Error| Unread::new(Why::Malformed(error.to_string()));
        let deeper = depth.saturating_add(1);
        match text.as_bytes().first() {
            Some(b'{') => {
                let Entries(entries) = serde_json::from_str(text).map_err(unreadable)?;
                let mut object: Vec<(String, Self)> = Vec::with_capacity(entries.len());
                let mut seen = std::collections::BTreeSet::new();
                for (key, value) in entries {
                    if !seen.insert(key.clone()) {
                        return Err(Unread::new(Why::Duplicate(key.clone())).below(key));
                    }
                    match Self::from_raw(value, deeper) {
                        Ok(value) => object.push((key, value)),
                        Err(unread) => return Err(unread.below(key)),
                    }
                }
                Ok(Self::Object(object))
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text).map_err(unreadable)?;
                let items = items.into_iter().enumerate();
                let items = items.map(|(index, item)| {
                    Self::from_raw(item, deeper).map_err(|unread| unread.below(index.to_string()))
                });
                Ok(Self::List(items.collect::<Result<_, _>>()?))
            }
            Some(b'"') => Ok(Self::Text(serde_json::from_str(text).map_err(unreadable)?)),
            Some(b't') => Ok(Self::Bool(true)),
            Some(b'f') => Ok(Self::Bool(false)),
            Some(b'n') => Ok(Self::Null),
            _ => Ok(Self::Number(text.to_owned())),
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

/// Why a value was not read, and where: the keys from the innermost outwards. (To know each place while nothing is wrong
/// would take a third of the time in which a rulebook is read.)
struct Unread {
    why: Why,
    path: Vec<String>,
}

enum Why {
    TooDeep,
    Malformed(String),
    Duplicate(String),
}

impl Unread {
    fn new(why: Why) -> Box<Self> {
        Box::new(Self { why, path: Vec::new() })
    }

    /// The same seen from one level further out.
    fn below(mut self: Box<Self>, key: String) -> Box<Self> {
        self.path.push(key);
        self
    }

    fn fault(self, document: Place) -> Fault {
        let place = self.path.iter().rev().fold(document, |place, key| place.at(key));
        match self.why {
            Why::TooDeep => Fault::new(FaultCode::TooDeep, &place, "", &[("most", &MAX_DEPTH.to_string())]),
            Why::Malformed(why) => {
                let params = [("line", "1"), ("column", "1"), ("why", why.as_str())];
                Fault::new(FaultCode::MalformedJson, &place, &why, &params)
            }
            Why::Duplicate(key) => Fault::new(FaultCode::DuplicateKey, &place, key, &[]),
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    // A string always has a JSON form; the empty fallback is never taken.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
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

/// The entries of an object, in order, repeated keys included.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Entries<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some((key, value)) = map.next_entry::<Cow<'de, str>, &'de RawValue>()? {
                    entries.push((key.into_owned(), value));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

/// Reads JavaScript values: a number is taken when it is a safe integer or has at most 15 significant digits.
impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Json;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("null, true, false, a number, a string, a list or an object")
            }
            fn visit_unit<E: de::Error>(self) -> Result<Json, E> {
                Ok(Json::Null)
            }
            fn visit_none<E: de::Error>(self) -> Result<Json, E> {
                Ok(Json::Null)
            }
            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Json, E> {
                Ok(Json::Bool(value))
            }
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Json, E> {
                Ok(Json::Number(value.to_string()))
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Json, E> {
                Ok(Json::Number(value.to_string()))
            }
            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Json, E> {
                match exact_digits(value) {
                    Some(digits) => Ok(Json::Number(digits)),
                    None => Err(E::custom(format!("{INEXACT}{value}"))),
                }
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<Json, E> {
                Ok(Json::Text(value.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Json::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Json::Object(entries))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// The fault of a JavaScript value that is no JSON.
#[must_use]
pub fn not_json(error: &impl fmt::Display) -> Fault {
    let text = error.to_string();
    match text.split_once(INEXACT) {
        Some((_, number)) => Fault::new(FaultCode::InexactNumber, &Place::document(), number, &[]),
        None => {
            let params = [("line", "1"), ("column", "1"), ("why", text.as_str())];
            Fault::new(FaultCode::MalformedJson, &Place::document(), &text, &params)
        }
    }
}

/// How the reader of JavaScript values begins its error about a number that a binary number does not hold.
const INEXACT: &str = "inexact number ";

/// The shortest digits of a binary number, where they say exactly what was meant.
fn exact_digits(value: f64) -> Option<String> {
    const SAFE: f64 = 9_007_199_254_740_991.0;
    let digits = format!("{value}");
    let significant = digits.bytes().filter(u8::is_ascii_digit).skip_while(|b| *b == b'0').count();
    let safe_integer = value.fract() == 0.0 && value.abs() <= SAFE;
    (value.is_finite() && (safe_integer || significant <= 15)).then_some(digits)
}

#[cfg(test)]
mod tests {
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
        let fault = Json::read(b"{\"a\": [1, {\"b\": 1, \"b\": 2}]}").expect_err("a key stands twice");
        assert_eq!((fault.place.as_str(), fault.value.as_str()), ("/a/1/b", "b"));
    }

    #[test]
    fn canonical_text_sorts_keys_and_drops_white_space() {
        let json = Json::read("{ \"b\" : [ true , null ], \"a\" : \"市\\n\" }".as_bytes()).expect("JSON");
        assert_eq!(json.canonical(), "{\"a\":\"市\\n\",\"b\":[true,null]}");
    }

    #[test]
    fn a_binary_number_is_taken_only_where_its_digits_are_what_was_meant() {
        assert_eq!(exact_digits(0.1).as_deref(), Some("0.1"));
        assert_eq!(exact_digits(1244.77).as_deref(), Some("1244.77"));
        assert_eq!(exact_digits(9_007_199_254_740_991.0).as_deref(), Some("9007199254740991"));
        assert_eq!(exact_digits(0.1 + 0.2), None);
        assert_eq!(exact_digits(9_007_199_254_740_992.0), None);
        assert_eq!(exact_digits(f64::NAN), None);
    }
}
