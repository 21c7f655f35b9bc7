//! JavaScript values as JSON: objects and maps, lists, texts, numbers, true and false, null.
//!
//! Read by hand: serde's way from such values brings along how binary numbers are told.

use infocity_check::model::{Fault, Json, not_json};
use js_sys::{Array, ArrayBuffer, Map, Object, Symbol, Uint8Array};
use wasm_bindgen::prelude::*;

/// Reads a value, and all that is in it.
pub(crate) fn read(value: &JsValue) -> Result<Json, Box<Fault>> {
    if value.is_null() || value.is_undefined() {
        return Ok(Json::Null);
    }
    if let Some(value) = value.as_bool() {
        return Ok(Json::Bool(value));
    }
    if value.is_bigint() {
        let digits = written(value);
        let fits = digits.parse::<i64>().is_ok() || digits.parse::<u64>().is_ok();
        return if fits { Ok(Json::Number(digits)) } else { Err(wrong(TOO_BIG.to_owned())) };
    }
    if value.as_f64().is_some() {
        return Json::of_binary(&written(value));
    }
    if let Some(text) = value.as_string() {
        return Ok(Json::Text(text));
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().map(|item| read(&item)).collect::<Result<_, _>>().map(Json::List);
    }
    let entries = if value.has_type::<Map>() {
        Array::from(value)
    } else if value.is_object() && !is_bytes(value) && !Symbol::iterator().js_in(value) {
        Object::entries(value.unchecked_ref())
    } else {
        return Err(unexpected(value, "null, true, false, a number, a string, a list or an object"));
    };
    let entries = entries.iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        let key = entry.get(0);
        let key = key.as_string().ok_or_else(|| unexpected(&key, "a string"))?;
        Ok((key, read(&entry.get(1))?))
    });
    entries.collect::<Result<_, _>>().map(Json::Object)
}

const TOO_BIG: &str = "Couldn't deserialize i64 or u64 from a BigInt outside i64::MIN..u64::MAX bounds";

/// A number as JavaScript writes it.
fn written(number: &JsValue) -> String {
    number.unchecked_ref::<Object>().to_string().into()
}

fn is_bytes(value: &JsValue) -> bool {
    value.has_type::<Uint8Array>() || value.has_type::<ArrayBuffer>()
}

/// That something else was expected.
fn unexpected(value: &JsValue, expected: &str) -> Box<Fault> {
    let found = if value.is_null() || value.is_undefined() {
        "unit value".to_owned()
    } else if let Some(value) = value.as_bool() {
        format!("boolean `{value}`")
    } else if value.as_f64().is_some() {
        format!("floating point `{}`", written(value))
    } else if is_bytes(value) {
        "byte array".to_owned()
    } else {
        format!("{value:?}")
    };
    wrong(format!("invalid type: {found}, expected {expected}"))
}

fn wrong(why: String) -> Box<Fault> {
    Box::new(not_json(&format!("Error: {why}")))
}
