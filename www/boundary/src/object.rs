//! JavaScript values as JSON: objects and maps, lists, texts, numbers, true and false, null.
//!
//! serde-wasm-bindgen walks through them. Its numbers are binary; what was meant by one is asked of JavaScript, whose
//! shortest digits tell it.

use std::fmt;

use infocity_check::model::{Fault, Json, not_json};
use js_sys::Object;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use wasm_bindgen::{JsCast, JsValue};

/// How the error about a number begins of which JavaScript's digits do not say what was meant.
const INEXACT: &str = "inexact number ";

/// Reads a value, and all that is in it.
pub(crate) fn read(value: JsValue) -> Result<Json, Box<Fault>> {
    let read: Result<Value, _> = serde_wasm_bindgen::from_value(value);
    read.map(|Value(json)| json).map_err(|error| {
        let text = error.to_string();
        let inexact = text.split_once(INEXACT).and_then(|(_, number)| Json::of_binary(number).err());
        inexact.unwrap_or_else(|| Box::new(not_json(&text)))
    })
}

struct Value(Json);

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, true, false, a number, a string, a list or an object")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Json, E> {
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
        let written = String::from(JsValue::from_f64(value).unchecked_ref::<Object>().to_string());
        Json::of_binary(&written).map_err(|fault| E::custom(format!("{INEXACT}{}", fault.value)))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(Value(item)) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, Value(value))) = map.next_entry()? {
            entries.push((key, value));
        }
        Ok(Json::Object(entries))
    }
}
