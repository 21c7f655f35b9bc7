//! What is told as a code with parameters, held to the texts of that code.

use std::collections::BTreeSet;

use infocity_check::model::Fault;
use serde_json::Value;

/// The placeholders that a template cannot do without.
fn needed(template: &str) -> BTreeSet<String> {
    let certain = template
        .split('[')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once(']').expect("a partner").1 });
    let names = certain.flat_map(|part| part.split('{').skip(1));
    names.map(|name| name.split_once('}').expect("a partner").0.to_owned()).collect()
}

/// The catalogue that the others are held against when the crate is built.
pub(crate) fn catalogue() -> Value {
    let file = super::root().join("src/texts/zh.json");
    serde_json::from_str(&std::fs::read_to_string(file).expect("the catalogue")).expect("JSON")
}

/// Holds a fault, or a sentence, to what its texts need.
pub(crate) fn has_what_it_says(told: &Value, texts: &[&Value]) {
    let params = told["params"].as_object().expect("params");
    for text in texts {
        for name in needed(text.as_str().expect("a text")) {
            // What a line is called is asked for by its category.
            let name = if name == "line_name" { "category".to_owned() } else { name };
            let there = params.contains_key(&name) || params.contains_key(&format!("{name}.zh"));
            assert!(there, "{{{name}}} of {text}: {told}");
        }
    }
}

/// Holds a fault to what its message and its remedy need.
pub(crate) fn fault_has_what_it_says(fault: &Fault) {
    thread_local! {
        static FAULTS: Value = catalogue()["faults"].clone();
    }
    let told = serde_json::to_value(fault).expect("JSON");
    FAULTS.with(|faults| {
        let texts = &faults[told["code"].as_str().expect("a code")];
        has_what_it_says(&told, &[&texts["message"], &texts["remedy"]]);
    });
}
