//! From JSON to the document types, with faults that name place, value and remedy.
//!
//! serde's derived readers do the reading; this is the deserializer they read from. It tells faults apart that serde's
//! own error types keep as English sentences.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::language::nearest;
use crate::model::{Decimal, DecimalError, Fault, FaultCode, Faults, Json, Place, Subject};

/// A number whose digits are to stay as they are written, as a fault names it.
pub(super) const QUOTED_NUMBER: &str = "a decimal number in quotation marks";

/// What a text in the languages of the rulebook is called in a fault.
const TEXT: &str = "text in Chinese and English";

/// The most faults of shape that are looked for in one part.
const MOST: usize = 20;

/// Reads a part of the document; every fault is reported at its place below `place`.
///
/// serde stops at the first fault: what is at fault is then left out and the rest read again, as far as it can be read
/// without it.
pub(super) fn read<T: DeserializeOwned>(json: &Json, place: &Place, faults: &mut Faults) -> Option<T> {
    let mut rest = Cow::Borrowed(json);
    let (mut left_out, mut meant): (Vec<Vec<String>>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    for _ in 0..MOST {
        let wrong = match T::deserialize(Reader(&rest)) {
            Ok(value) => return left_out.is_empty().then_some(value),
            Err(wrong) => wrong,
        };
        let mut path: Vec<_> = wrong.path.into_iter().rev().collect();
        let at = path.iter().fold(place.clone(), |at, key| at.at(key));
        let told = match &wrong.misfit {
            // It is missing because it was left out, or misspelt: that is told already.
            Misfit::MissingKey(key) => left_out.iter().chain(&meant).any(|out| ends(out, &path, key)),
            // What it consists of was left out.
            Misfit::UnknownVariant { .. } => left_out.iter().any(|out| within(out, &path)),
            Misfit::UnknownKey { key, known } => {
                if let Some(near) = nearest(key, known.iter().copied()) {
                    meant.push(path.iter().cloned().chain([near.to_owned()]).collect());
                }
                path.push(key.clone());
                false
            }
            _ => false,
        };
        if !told {
            faults.push(wrong.misfit.fault(&about(json, at)));
        }
        // What cannot be left out alone is left out with what is around it.
        while !without(rest.to_mut(), &path) {
            path.pop()?;
        }
        left_out.push(path);
    }
    None
}

/// Whether a path is that of `key` in the object at `object`.
fn ends(path: &[String], object: &[String], key: &str) -> bool {
    path.split_last().is_some_and(|(last, before)| last == key && before == object)
}

/// Whether a path is that of something directly in the object at `object`.
fn within(path: &[String], object: &[String]) -> bool {
    path.split_last().is_some_and(|(_, before)| before == object)
}

/// A place below a dimension, about the innermost indicator that it is in.
fn about(dimension: &Json, place: Place) -> Place {
    let mut parts = place.pointer.split('/').skip(3);
    let (mut inner, mut found) = (dimension, None);
    while let (Some("indicators"), Some(at)) = (parts.next(), parts.next()) {
        let Some(Json::List(items)) = inner.get("indicators") else { break };
        let Some(item) = at.parse::<usize>().ok().and_then(|at| items.get(at)) else { break };
        inner = item;
        if let Some(Json::Text(id)) = item.get("id") {
            found = Some(id);
        }
    }
    match found {
        Some(id) if place.subject == Subject::Dimension => place.about(Subject::Indicator, id),
        _ => place,
    }
}

/// Takes what stands at `path` out of the objects around it; nothing in a list, whose places would change.
fn without(json: &mut Json, path: &[String]) -> bool {
    let (Json::Object(entries), Some((key, below))) = (json, path.split_first()) else { return false };
    let Some(at) = entries.iter().position(|(known, _)| known == key) else { return false };
    match (below, entries.get_mut(at)) {
        ([], _) => {
            entries.remove(at);
            true
        }
        (below, Some((_, value))) => without(value, below),
        (_, None) => false,
    }
}

/// What serde found wrong, and where below the part that was read: the keys from the innermost outwards.
#[derive(Debug)]
struct Wrong {
    misfit: Misfit,
    path: Vec<String>,
}

impl Wrong {
    /// The same fault seen from one level further out.
    fn below(mut self, key: impl ToString) -> Self {
        self.path.push(key.to_string());
        self
    }
}

impl From<Misfit> for Wrong {
    fn from(misfit: Misfit) -> Self {
        Self { misfit, path: Vec::new() }
    }
}

/// What serde found wrong.
#[derive(Debug)]
enum Misfit {
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
    fn fault(self, place: &Place) -> Fault {
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
            other => other.to_string(),
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

#[derive(Clone, Copy)]
struct Reader<'a>(&'a Json);

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(digits) => match digits.parse::<u64>() {
                Ok(whole) => visitor.visit_u64(whole),
                Err(_) => Err(Wrong::invalid_type(Unexpected::Float(0.0), &visitor)),
            },
            Json::Text(text) => visitor.visit_str(text),
            Json::List(items) => visitor.visit_seq(Items(items.iter().enumerate())),
            Json::Object(entries) => visitor.visit_map(Entries { entries: entries.iter(), value: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Json::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match self.0 {
            Json::Text(name) => visitor.visit_enum(name.as_str().into_deserializer()),
            Json::Object(entries) => match entries.as_slice() {
                [(name, value)] => visitor.visit_enum(Variant { name, value }),
                _ => Err(Misfit::UnknownVariant { name: self.0.to_string(), known: variants }.into()),
            },
            other => Err(Misfit::UnknownVariant { name: other.to_string(), known: variants }.into()),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

struct Items<'a>(std::iter::Enumerate<std::slice::Iter<'a, Json>>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Wrong;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let read = |(index, item)| seed.deserialize(Reader(item)).map_err(|wrong: Wrong| wrong.below(index));
        self.0.next().map(read).transpose()
    }
}

struct Entries<'a> {
    entries: std::slice::Iter<'a, (String, Json)>,
    value: Option<&'a (String, Json)>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Wrong;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        let Some(entry) = self.entries.next() else { return Ok(None) };
        self.value = Some(entry);
        seed.deserialize(entry.0.as_str().into_deserializer()).map(Some)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        match self.value.take() {
            Some((key, value)) => seed.deserialize(Reader(value)).map_err(|wrong: Wrong| wrong.below(key)),
            None => seed.deserialize(Reader(&Json::Null)),
        }
    }
}

struct Variant<'a> {
    name: &'a str,
    value: &'a Json,
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = Wrong;
    type Variant = Self;
    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Wrong> {
        let name: StrDeserializer<'_, Wrong> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Wrong;
    fn unit_variant(self) -> Result<(), Wrong> {
        // A variant without content is written as its name alone.
        let found = Misfit::WrongType { found: "object".to_owned(), expected: "string".to_owned() };
        Err(found.into())
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Wrong> {
        seed.deserialize(Reader(self.value)).map_err(|wrong: Wrong| wrong.below(self.name))
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Wrong> {
        Reader(self.value).deserialize_any(visitor)
    }
    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        Reader(self.value).deserialize_any(visitor)
    }
}
