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
    match T::deserialize(Reader(json)) {
        Ok(value) => Some(value),
        Err(wrong) => {
            let again = |rest: &Json| T::deserialize(Reader(rest)).err();
            report(json, wrong, &again, place, faults);
            None
        }
    }
}

/// Reports the first fault, and what else is wrong `again` and again.
fn report(
    json: &Json,
    first: Wrong,
    again: &dyn Fn(&Json) -> Option<Wrong>,
    place: &Place,
    faults: &mut Faults,
) {
    let mut rest = Cow::Borrowed(json);
    let (mut left_out, mut meant): (Vec<Vec<String>>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    let mut next = Some(first);
    for _ in 0..MOST {
        let Some(wrong) = next.map(|wrong| *wrong.0) else { return };
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
            if path.pop().is_none() {
                return;
            }
        }
        left_out.push(path);
        next = again(&rest);
    }
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
struct Wrong(Box<Misplaced>);

#[derive(Debug)]
struct Misplaced {
    misfit: Misfit,
    path: Vec<String>,
}

impl Wrong {
    /// The same fault seen from one level further out.
    fn below(mut self, key: &str) -> Self {
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

impl<'de> Reader<'de> {
    /// That something else was expected.
    fn wrong(self, expected: &dyn Expected) -> Wrong {
        let found = match self.0 {
            Json::Null => Unexpected::Unit,
            Json::Bool(value) => Unexpected::Bool(*value),
            Json::Number(_) => Unexpected::Float(0.0),
            Json::Text(text) => Unexpected::Str(text),
            Json::List(_) => Unexpected::Seq,
            Json::Object(_) => Unexpected::Map,
        };
        Wrong::invalid_type(found, expected)
    }
}

// Each method calls only what can be right: the readers that serde derives could read every other type as well, such as a
// structure from a list, and all of that would be compiled.
impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        // What may be of several types is a text or an object.
        match self.0 {
            Json::Text(text) => visitor.visit_str(text),
            Json::Object(entries) => visitor.visit_map(Entries { entries: entries.iter(), value: None }),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Json::Bool(value) => visitor.visit_bool(*value),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Json::Number(digits) if let Ok(whole) = digits.parse() => visitor.visit_u64(whole),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Json::Text(text) => visitor.visit_str(text),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_str(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Json::List(items) => visitor.visit_seq(Items(items.iter().enumerate())),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Json::Object(entries) => visitor.visit_map(Entries { entries: entries.iter(), value: None }),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.deserialize_map(visitor)
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
            Json::Text(name) => visitor.visit_enum(Variant { name, value: None }),
            Json::Object(entries) => match entries.as_slice() {
                [(name, value)] => visitor.visit_enum(Variant { name, value: Some(value) }),
                _ => Err(Misfit::UnknownVariant { name: self.0.to_string(), known: variants }.into()),
            },
            other => Err(Misfit::UnknownVariant { name: other.to_string(), known: variants }.into()),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

struct Items<'a>(std::iter::Enumerate<std::slice::Iter<'a, Json>>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Wrong;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let Some((index, item)) = self.0.next() else { return Ok(None) };
        seed.deserialize(Reader(item)).map(Some).map_err(|wrong| wrong.below(&index.to_string()))
    }
}

struct Entries<'a> {
    entries: std::slice::Iter<'a, (String, Json)>,
    value: Option<&'a (String, Json)>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Wrong;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        let Some(entry) = self.entries.next() else { return Ok(None) };
        self.value = Some(entry);
        seed.deserialize(entry.0.as_str().into_deserializer()).map(Some)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        match self.value.take() {
            Some((key, value)) => seed.deserialize(Reader(value)).map_err(|wrong| wrong.below(key)),
            None => seed.deserialize(Reader(&Json::Null)),
        }
    }
}

/// A variant: its name alone, or with its content.
struct Variant<'a> {
    name: &'a str,
    value: Option<&'a Json>,
}

impl Variant<'_> {
    /// That the name stands alone where content belongs.
    fn alone(expected: &'static str) -> Wrong {
        Wrong::invalid_type(Unexpected::UnitVariant, &expected)
    }
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Wrong;
    type Variant = Self;
    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Wrong> {
        let name: StrDeserializer<'_, Wrong> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Wrong;
    fn unit_variant(self) -> Result<(), Wrong> {
        // A variant without content is written as its name alone.
        let found = Misfit::WrongType { found: "object".to_owned(), expected: "string".to_owned() };
        if self.value.is_some() { Err(found.into()) } else { Ok(()) }
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Wrong> {
        let Some(value) = self.value else { return Err(Self::alone("newtype variant")) };
        seed.deserialize(Reader(value)).map_err(|wrong| wrong.below(self.name))
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Wrong> {
        // No variant of a rulebook is of these two forms.
        Err(Self::alone("tuple variant"))
    }
    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Wrong> {
        Err(Self::alone("struct variant"))
    }
}
