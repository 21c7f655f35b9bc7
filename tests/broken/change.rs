//! What an author did to a rulebook, a line a change:
//!
//! - `base minimal`: to which one (`every-rule` where none is named)
//! - `set /pointer = value`, where the last part of a pointer into a list may be `-` for a further item
//! - `remove /pointer`, `rename /pointer to key`
//! - `copy /pointer 20 times`: further items of a list, their ids numbered
//! - `text "a" -> "b"`, `bytes "a" -> B1 EA`: the file as it is saved
//! - `whole = value`: the file is this text
//!
//! A value is JSON; strings and lists may be repeated and joined: `"(" * 40 + "1" + ")" * 40`.

use serde_json::Value;

use crate::support;

/// The bytes of the changed rulebook.
pub(crate) fn changed(changes: &str) -> Vec<u8> {
    let (base, changes) = match changes.strip_prefix("base ") {
        Some(rest) => rest.split_once('\n').expect("changes"),
        None => ("every-rule", changes),
    };
    let file = support::root().join(format!("tests/data/{base}.rulebook.json"));
    let text = std::fs::read_to_string(file).expect("the base");
    let mut document: Value = serde_json::from_str(&text).expect("JSON");
    // The file keeps its lines as long as only the text is changed.
    let mut bytes = text.into_bytes();
    for change in changes.lines() {
        let (word, rest) = change.split_once(' ').expect("a change");
        match word {
            "set" => {
                let (pointer, value) = rest.split_once(" = ").expect("set /pointer = value");
                set(&mut document, pointer, term(value));
            }
            "remove" => {
                take(&mut document, rest);
            }
            "rename" => {
                let (pointer, key) = rest.split_once(" to ").expect("rename /pointer to key");
                let value = take(&mut document, pointer);
                let (parent, _) = pointer.rsplit_once('/').expect("a pointer");
                set(&mut document, &format!("{parent}/{key}"), value);
            }
            "copy" => {
                let (pointer, count) = rest.split_once(' ').expect("copy /pointer 2 times");
                let count: usize =
                    count.strip_suffix(" times").and_then(|n| n.parse().ok()).expect("a count");
                copy(&mut document, pointer, count);
            }
            "text" => {
                let (from, to) = rest.split_once(" -> ").expect("text \"a\" -> \"b\"");
                let to: String = serde_json::from_str(to).expect("a string");
                bytes = replaced(&bytes, from, to.as_bytes());
                continue;
            }
            "bytes" => {
                let (from, to) = rest.split_once(" -> ").expect("bytes \"a\" -> 00");
                let to: Vec<u8> =
                    to.split(' ').map(|hex| u8::from_str_radix(hex, 16).expect("a byte")).collect();
                bytes = replaced(&bytes, from, &to);
                continue;
            }
            "whole" => {
                let text = term(rest.strip_prefix("= ").expect("whole = value"));
                bytes = text.as_str().expect("a string").as_bytes().to_vec();
                continue;
            }
            _ => panic!("no such change: {change}"),
        }
        bytes = serde_json::to_vec(&document).expect("JSON");
    }
    bytes
}

/// A value: JSON, repeated and joined.
fn term(text: &str) -> Value {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let value = values.next().unwrap_or_else(|| panic!("no value: {text}"));
    let mut value = value.unwrap_or_else(|error| panic!("{text}: {error}"));
    let mut rest = text[values.byte_offset()..].trim();
    if let Some(times) = rest.strip_prefix("* ") {
        let (count, after) = times.split_once(' ').unwrap_or((times, ""));
        let count: usize = count.parse().expect("a count");
        value = match value {
            Value::String(text) => Value::String(text.repeat(count)),
            Value::Array(items) => Value::Array(vec![items; count].concat()),
            _ => panic!("only a string or a list can be repeated: {text}"),
        };
        rest = after;
    }
    let Some(more) = rest.strip_prefix("+ ") else {
        assert!(rest.is_empty(), "{rest:?} in {text}");
        return value;
    };
    match (value, term(more)) {
        (Value::String(a), Value::String(b)) => Value::String(a + &b),
        (Value::Array(a), Value::Array(b)) => Value::Array([a, b].concat()),
        _ => panic!("only strings and lists can be joined: {text}"),
    }
}

/// What holds the part at a pointer, and the last key.
fn parent<'a, 'p>(document: &'a mut Value, pointer: &'p str) -> (&'a mut Value, &'p str) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    (document.pointer_mut(parent).unwrap_or_else(|| panic!("no place {parent}")), key)
}

fn set(document: &mut Value, pointer: &str, value: Value) {
    match parent(document, pointer) {
        (Value::Object(entries), key) => {
            entries.insert(key.to_owned(), value);
        }
        (Value::Array(items), "-") => items.push(value),
        (Value::Array(items), key) => items[key.parse::<usize>().expect("an index")] = value,
        _ => panic!("no place {pointer}"),
    }
}

fn take(document: &mut Value, pointer: &str) -> Value {
    match parent(document, pointer) {
        (Value::Object(entries), key) => entries.remove(key).unwrap_or_else(|| panic!("no place {pointer}")),
        (Value::Array(items), key) => items.remove(key.parse().expect("an index")),
        _ => panic!("no place {pointer}"),
    }
}

fn copy(document: &mut Value, pointer: &str, count: usize) {
    let (Value::Array(items), key) = parent(document, pointer) else { panic!("no list around {pointer}") };
    let first = items[key.parse::<usize>().expect("an index")].clone();
    for number in 1..=count {
        let mut next = first.clone();
        if let Some(id) = next.get_mut("id") {
            *id = Value::String(format!("{}_{number}", id.as_str().expect("an id")));
        }
        items.push(next);
    }
}

/// The bytes with the first place at which the JSON string `from` stands replaced.
fn replaced(bytes: &[u8], from: &str, to: &[u8]) -> Vec<u8> {
    let from: String = serde_json::from_str(from).expect("a string");
    let at = bytes.windows(from.len()).position(|window| window == from.as_bytes());
    let at = at.unwrap_or_else(|| panic!("{from:?} is not in the file"));
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}
