//! A rulebook of the repository with a few places changed: `add`, `remove`, `replace` and `move` of RFC 6902.

use serde_json::Value;

/// The document with every step of a patch done, in order.
pub(crate) fn patched(document: &Value, patch: &Value) -> Value {
    let mut document = document.clone();
    for step in patch.as_array().expect("a list of steps") {
        let text = |key: &str| step[key].as_str().unwrap_or_else(|| panic!("{key} of {step}"));
        match text("op") {
            "add" => add(&mut document, text("path"), step["value"].clone()),
            "remove" => drop(remove(&mut document, text("path"))),
            "replace" => {
                let path = text("path");
                *document.pointer_mut(path).unwrap_or_else(|| panic!("nothing at {path}")) =
                    step["value"].clone();
            }
            "move" => {
                let value = remove(&mut document, text("from"));
                add(&mut document, text("path"), value);
            }
            other => panic!("no step `{other}`"),
        }
    }
    document
}

fn above<'d>(document: &'d mut Value, path: &str) -> (&'d mut Value, String) {
    let (above, key) = path.rsplit_once('/').expect("a pointer");
    let key = key.replace("~1", "/").replace("~0", "~");
    (document.pointer_mut(above).unwrap_or_else(|| panic!("nothing at {above}")), key)
}

fn add(document: &mut Value, path: &str, value: Value) {
    match above(document, path) {
        (Value::Array(list), key) if key == "-" => list.push(value),
        (Value::Array(list), key) => list.insert(key.parse().expect("a place"), value),
        (Value::Object(object), key) => drop(object.insert(key, value)),
        (other, key) => panic!("{key} cannot stand in {other}"),
    }
}

fn remove(document: &mut Value, path: &str) -> Value {
    match above(document, path) {
        (Value::Array(list), key) => list.remove(key.parse().expect("a place")),
        (Value::Object(object), key) => object.remove(&key).unwrap_or_else(|| panic!("nothing at {path}")),
        (other, key) => panic!("{key} does not stand in {other}"),
    }
}
