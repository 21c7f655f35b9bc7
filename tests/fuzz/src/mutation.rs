//! Mutation of JSON as JSON: bytes changed at random rarely leave a document that says anything.

use serde_json::Value;

/// Values at the edge of what a place may take.
const EDGES: &[&str] = &[
    "null",
    "true",
    "false",
    "[]",
    "{}",
    "0",
    "\"\"",
    "\"0\"",
    "\"-1\"",
    "\"1\"",
    "\"100\"",
    "\"0.01\"",
    "\"9999999999999999999999999999\"",
    "\"0.0000000000000000000000000001\"",
    "\"%\"",
    "\"zh\"",
    "4294967295",
    "[null,null]",
    "{\"between\":[null,null]}",
    "{\"state\":\"not_collected\"}",
];

/// Changes a document in place of libFuzzer's own mutation, which still has a quarter of the turns; the new size.
pub fn json(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut chance = Chance(u64::from(seed) << 1 | 1);
    let document = data.get(..size).and_then(|bytes| serde_json::from_slice::<Value>(bytes).ok());
    if let Some(mut document) = document
        && chance.below(4) > 0
    {
        for _ in 0..=chance.below(3) {
            change(&mut document, &mut chance);
        }
        let text = document.to_string();
        if text.len() <= max_size.min(data.len()) {
            data[..text.len()].copy_from_slice(text.as_bytes());
            return text.len();
        }
    }
    libfuzzer_sys::fuzzer_mutate(data, size, max_size)
}

struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

fn change(document: &mut Value, chance: &mut Chance) {
    let count = count(document);
    let other = nth(document, &mut chance.below(count)).cloned().unwrap_or_default();
    let Some(place) = nth(document, &mut chance.below(count)) else { return };
    match (chance.below(6), &mut *place) {
        (0, Value::Array(items)) if !items.is_empty() => drop(items.remove(chance.below(items.len()))),
        (0, Value::Object(entries)) if !entries.is_empty() => {
            let key = entries.keys().nth(chance.below(entries.len())).cloned().unwrap_or_default();
            entries.remove(&key);
        }
        (1, Value::Array(items)) if !items.is_empty() => {
            let item = items[chance.below(items.len())].clone();
            items.insert(chance.below(items.len() + 1), item);
        }
        (1, Value::Object(entries)) if !entries.is_empty() => {
            let key = entries.keys().nth(chance.below(entries.len())).cloned().unwrap_or_default();
            entries.insert(key, other);
        }
        (2, Value::Array(items)) if items.len() > 1 => {
            let (one, two) = (chance.below(items.len()), chance.below(items.len()));
            items.swap(one, two);
        }
        (0..=3, Value::String(text)) => *text = bent(text),
        (4, place) => *place = other,
        (_, place) => *place = serde_json::from_str(EDGES[chance.below(EDGES.len())]).unwrap_or_default(),
    }
}

/// The text as libFuzzer's own mutation leaves it.
fn bent(text: &str) -> String {
    let room = text.len() + 16;
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(room, 0);
    let size = libfuzzer_sys::fuzzer_mutate(&mut bytes, text.len(), room);
    String::from_utf8_lossy(bytes.get(..size).unwrap_or_default()).into_owned()
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(entries) => entries.values().map(count).sum(),
        _ => 0,
    }
}

/// The value at a place counted from the whole downward.
fn nth<'a>(value: &'a mut Value, at: &mut usize) -> Option<&'a mut Value> {
    if *at == 0 {
        return Some(value);
    }
    *at -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| nth(item, at)),
        Value::Object(entries) => entries.values_mut().find_map(|item| nth(item, at)),
        _ => None,
    }
}
