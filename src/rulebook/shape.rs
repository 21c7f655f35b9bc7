//! From JSON to the document types, with faults that name place, value and remedy.
//!
//! serde's derived readers do the reading; this is the deserializer they read from. It tells faults apart that serde's
//! own error types keep as English sentences.

use std::fmt;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::language::nearest;
use crate::model::{Fault, FaultCode, Faults, Json, Place};

/// Reads a part of the document; a fault is reported at its place below `place`.
pub(super) fn read<T: DeserializeOwned>(json: &Json, place: &Place, faults: &mut Faults) -> Option<T> {
    let mut track = serde_path_to_error::Track::new();
    let deserializer = serde_path_to_error::Deserializer::new(Reader(json), &mut track);
    match T::deserialize(deserializer) {
        Ok(value) => Some(value),
        Err(error) => {
            let mut at = place.clone();
            for segment in &track.path() {
                match segment {
                    serde_path_to_error::Segment::Seq { index } => at = at.at(index),
                    serde_path_to_error::Segment::Map { key } => at = at.at(key),
                    serde_path_to_error::Segment::Enum { variant } => at = at.at(variant),
                    serde_path_to_error::Segment::Unknown => {}
                }
            }
            faults.push(error.fault(&at));
            None
        }
    }
}

/// What serde found wrong.
#[derive(Debug)]
enum Misfit {
    UnknownKey { key: String, known: &'static [&'static str] },
    MissingKey(&'static str),
    WrongType { found: String, expected: String },
    InvalidValue { value: String, expected: String },
}

impl Misfit {
    fn fault(self, place: &Place) -> Fault {
        match self {
            Self::UnknownKey { key, known } => {
                let near = nearest(&key, known.iter().copied()).unwrap_or("").to_owned();
                Fault::new(
                    FaultCode::UnknownKey,
                    place,
                    &key,
                    &[("known", &known.join(", ")), ("nearest", &near)],
                )
            }
            Self::MissingKey(key) => Fault::new(FaultCode::MissingKey, place, "", &[("key", key)]),
            Self::WrongType { found, expected } => {
                Fault::new(FaultCode::WrongType, place, &found, &[("found", &found), ("expected", &expected)])
            }
            Self::InvalidValue { value, expected } => {
                Fault::new(FaultCode::InvalidValue, place, &value, &[("expected", &expected)])
            }
        }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Misfit {}

impl serde::de::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        // What serde says of an untagged value that fits none of its forms.
        Self::WrongType { found: message.to_string(), expected: "a decimal number".to_owned() }
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Bool(_) => "true/false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "number",
            Unexpected::Str(_) => "string",
            Unexpected::Seq => "list",
            Unexpected::Map => "object",
            Unexpected::Unit => "null",
            _ => "value",
        };
        Self::WrongType { found: found.to_owned(), expected: plain_name(&expected.to_string()) }
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let value = match found {
            Unexpected::Str(text) => text.to_owned(),
            other => other.to_string(),
        };
        Self::InvalidValue { value, expected: plain_name(&expected.to_string()) }
    }

    fn unknown_variant(variant: &str, known: &'static [&'static str]) -> Self {
        Self::UnknownKey { key: variant.to_owned(), known }
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::UnknownKey { key: key.to_owned(), known }
    }

    fn missing_field(key: &'static str) -> Self {
        Self::MissingKey(key)
    }
}

/// What serde calls an expected value, without names of Rust types.
fn plain_name(expected: &str) -> String {
    let plain = match expected {
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
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(digits) => match digits.parse::<u64>() {
                Ok(whole) => visitor.visit_u64(whole),
                Err(_) => Err(Misfit::invalid_type(Unexpected::Float(0.0), &visitor)),
            },
            Json::Text(text) => visitor.visit_str(text),
            Json::List(items) => visitor.visit_seq(Items(items.iter())),
            Json::Object(entries) => visitor.visit_map(Entries { entries: entries.iter(), value: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Json::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.0 {
            Json::Text(name) => visitor.visit_enum(name.as_str().into_deserializer()),
            Json::Object(entries) => match entries.as_slice() {
                [(name, value)] => visitor.visit_enum(Variant { name, value }),
                _ => Err(Misfit::InvalidValue { value: self.0.to_string(), expected: variants.join(" / ") }),
            },
            other => Err(Misfit::InvalidValue { value: other.to_string(), expected: variants.join(" / ") }),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

struct Items<'a>(std::slice::Iter<'a, Json>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Misfit;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        self.0.next().map(|item| seed.deserialize(Reader(item))).transpose()
    }
}

struct Entries<'a> {
    entries: std::slice::Iter<'a, (String, Json)>,
    value: Option<&'a Json>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Misfit;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misfit> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(key.as_str().into_deserializer()).map(Some)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misfit> {
        seed.deserialize(Reader(self.value.take().unwrap_or(&Json::Null)))
    }
}

struct Variant<'a> {
    name: &'a str,
    value: &'a Json,
}

impl<'a, 'de> EnumAccess<'de> for Variant<'a> {
    type Error = Misfit;
    type Variant = Reader<'a>;
    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Reader<'a>), Misfit> {
        Ok((seed.deserialize(self.name.into_deserializer())?, Reader(self.value)))
    }
}

impl<'de> VariantAccess<'de> for Reader<'_> {
    type Error = Misfit;
    fn unit_variant(self) -> Result<(), Misfit> {
        match self.0 {
            Json::Null => Ok(()),
            Json::Object(entries) if entries.is_empty() => Ok(()),
            other => {
                Err(Misfit::WrongType { found: other.type_name().to_owned(), expected: "null".to_owned() })
            }
        }
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Misfit> {
        seed.deserialize(self)
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_any(visitor)
    }
    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_any(visitor)
    }
}
