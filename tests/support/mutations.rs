//! Documents with parts put wrong: values of other places, ends of what a number can be, parts gone or twice.

use serde_json::{Value, json};

use super::dice::Dice;

/// What stands in the place of another value.
fn foreign(dice: &mut Dice) -> Value {
    let texts = [
        "0",
        "",
        "-1",
        "100",
        "9999999999999999999999999999",
        "-9999999999999999999999999999",
        "0.0000000000000000000000000001",
        "99999999999999999999999999999",
        "1e3",
        "f0",
        "f0 / f1",
        "f0 * f0 * f0 * f0",
        "min(f0, f1)",
        "year",
        "last(year) > 1",
        "category is category0",
        "d0",
        "0 / 0",
        "万元",
        "%",
        "元/人/户",
        "\u{0}\u{feff}",
        "yes",
        "o0",
        "field0",
        "half_even",
    ];
    let at = dice.of(texts.len() + 6);
    match at.checked_sub(texts.len()) {
        None => json!(texts[at]),
        Some(0) => Value::Null,
        Some(1) => json!(true),
        Some(2) => json!([]),
        Some(3) => json!({}),
        Some(4) => json!(2_147_483_648_u64),
        Some(_) => json!("九".repeat(1500)),
    }
}

/// The pointers of all parts of a document below its root.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut below = |key: &str, value: &Value| {
        let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        found.push(at.clone());
        places(value, &at, found);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| below(key, value)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| below(&index.to_string(), value));
        }
        _ => {}
    }
}

/// The document with one part put wrong.
pub(crate) fn mutate(document: &mut Value, dice: &mut Dice) {
    let mut all = Vec::new();
    places(document, "", &mut all);
    if all.is_empty() {
        return;
    }
    let at = dice.pick(&all).clone();
    let other = dice.pick(&all).clone();
    let other = document.pointer(&other).cloned().unwrap_or_default();
    match dice.of(5) {
        0 | 1 => replace(document, &at, foreign(dice)),
        2 => replace(document, &at, other),
        3 => {
            let Some((parent, key)) = at.rsplit_once('/') else { return };
            match document.pointer_mut(parent) {
                Some(Value::Object(map)) => {
                    map.remove(key);
                }
                Some(Value::Array(items)) => {
                    items.pop();
                }
                _ => {}
            }
        }
        _ => match document.pointer_mut(&at) {
            Some(Value::Array(items)) => items.push(other),
            Some(Value::Object(map)) => {
                map.insert("f0".to_owned(), other);
            }
            Some(Value::String(text)) => text.push_str(other.as_str().unwrap_or(" ")),
            _ => {}
        },
    }
}

fn replace(document: &mut Value, at: &str, value: Value) {
    if let Some(place) = document.pointer_mut(at) {
        *place = value;
    }
}
