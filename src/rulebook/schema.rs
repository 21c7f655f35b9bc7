//! The JSON Schema of a rulebook, generated from the types that read it, so that an editor completes and checks while
//! an author writes.
//!
//! What it refuses the loader refuses; what it accepts has the shape of a rulebook, and what may still be wrong with it is
//! what only the loader can see: names that do not exist, weights that do not add up, units that do not fit.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::MAX_ITEMS;
use crate::model::{BenchmarkValue, Decimal, RULEBOOK_FORMAT, Rulebook, Standing, Text, Weight};

/// The identity of the schema: that of the rulebooks' format.
const ID: &str = "urn:infocity:rulebook:1";

/// `YYYY-MM-DD`, or its beginning.
const DATE: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

/// A language tag in lower case.
const LANGUAGE: &str = "^[a-z][a-z0-9]{1,7}(-[a-z0-9]{2,8}){0,3}$";

/// The grammar of a decimal; that it has at most 28 digits only the loader can see.
const DECIMAL: &str = r"^-?[0-9]+(\.[0-9]+)?$";

/// The schema as a JSON text, indented.
///
/// ```
/// let schema = infocity_check::rulebook::schema();
/// assert!(schema.contains("\"const\": \"infocity-rulebook/1\""));
/// ```
#[must_use]
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(words));
    let generator = settings.into_generator();
    let mut schema = generator.into_root_schema_for::<Rulebook>();
    schema.insert("$id".to_owned(), json!(ID));
    schema.insert("title".to_owned(), json!("infocity rulebook 指标体系"));
    for (key, shape) in properties(&mut schema) {
        let list = shape.get("type") == Some(&json!("array"));
        if let Some(shape) = shape.as_object_mut() {
            match key.as_str() {
                "format" => insert(shape, "const", json!(RULEBOOK_FORMAT)),
                "id" => insert(shape, "pattern", json!("^[a-z][a-z0-9-]{0,63}$")),
                "version" => insert(shape, "pattern", json!(r"^[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}$")),
                "languages" => {
                    insert(shape, "items", json!({ "type": "string", "pattern": LANGUAGE }));
                    insert(shape, "maxItems", json!(MAX_ITEMS));
                }
                _ if list => insert(shape, "maxItems", json!(MAX_ITEMS)),
                _ => {}
            }
        }
    }
    // A value always has a JSON form.
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default()
}

fn insert(shape: &mut Map<String, Value>, key: &str, value: Value) {
    shape.insert(key.to_owned(), value);
}

fn properties(schema: &mut Schema) -> impl Iterator<Item = (&String, &mut Value)> {
    schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten()
}

/// Constraints that go with the names of keys, and descriptions without the marks of Rust's documentation.
fn words(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.replace("[`RULEBOOK_FORMAT`]", &format!("`{RULEBOOK_FORMAT}`")).replace('\n', " ");
    }
    if schema.get("format") == Some(&json!("uint32")) {
        schema.remove("format");
        schema.insert("maximum".to_owned(), json!(u32::MAX));
    }
    // Of the keys named `from`, that of the validity stands beside a `to`; the others are formulas.
    let period = properties(schema).any(|(key, _)| key == "to");
    for (key, shape) in properties(schema) {
        let pattern = match key.as_str() {
            "id" => "^[a-z][a-z0-9_]{0,63}$",
            "checked_on" | "date" => DATE,
            "from" | "to" if period => DATE,
            _ => continue,
        };
        if let Some(shape) = shape.as_object_mut()
            && shape
                .get("type")
                .is_some_and(|kind| *kind == json!("string") || *kind == json!(["string", "null"]))
        {
            insert(shape, "pattern", json!(pattern));
        }
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": DECIMAL,
            "description": "A decimal number as a text, so that its digits stay as written: \"27.4\". At most 28 digits.",
        })
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let text = |language| json!({ "type": "string", "description": language });
        json_schema!({
            "type": "object",
            "description": "A text in Chinese and English, and in any of the further languages that `languages` declares; `zh` is the original.",
            "properties": { "zh": text("Simplified Chinese."), "en": text("English.") },
            "patternProperties": { LANGUAGE: text("A further language, declared in `languages`.") },
            "required": ["zh", "en"],
            "additionalProperties": false,
        })
    }
}

impl JsonSchema for Weight {
    fn schema_name() -> Cow<'static, str> {
        "Weight".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let decimal = generator.subschema_for::<Decimal>();
        let each = json_schema!({
            "type": "object",
            "description": "One number for each category, by its id.",
            "propertyNames": { "not": { "const": "by_option" } },
            "additionalProperties": decimal,
        });
        json_schema!({
            "description": "Points or a weight: one number for all categories, one for each category by its id, or by the option of the choice that `weights_by` names.",
            "anyOf": [
                decimal,
                each,
                {
                    "type": "object",
                    "description": "One weight for each option of the choice that `weights_by` names.",
                    "properties": { "by_option": { "type": "object", "additionalProperties": { "anyOf": [decimal, each] } } },
                    "required": ["by_option"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}

impl JsonSchema for BenchmarkValue {
    fn schema_name() -> Cow<'static, str> {
        "BenchmarkValue".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let decimal = generator.subschema_for::<Decimal>();
        let standing = generator.subschema_for::<Standing>();
        json_schema!({
            "description": "A benchmark's value of a year: a number, or one that rests on something else than the benchmark's other values.",
            "anyOf": [
                decimal,
                {
                    "type": "object",
                    "properties": { "value": decimal, "standing": standing },
                    "required": ["value", "standing"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}
