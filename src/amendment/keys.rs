//! The properties of a rulebook as readers know them, and their order.

use crate::texts::Word;
use crate::texts::amendment::{KEYS, KEYS_WITHIN, VALUES};

/// The order in which the changes of properties are told.
const ORDER: &[&str] = &[
    "id",
    "version",
    "title",
    "label",
    "summary",
    "checked_on",
    "valid",
    "last_round",
    "year",
    "languages",
    "weights_by",
    "effect",
    "categories",
    "fields",
    "condition",
    "when",
    "formula",
    "when_undefined",
    "weight",
    "max",
    "nature",
    "line",
    "total",
    "floors",
    "least_percent",
    "score",
    "when_undefined_percent",
    "of",
    "target",
    "from",
    "full_at",
    "most",
    "at",
    "at_least",
    "above",
    "below",
    "at_most",
    "bands",
    "points",
    "per",
    "each",
    "cap",
    "out_of",
    "scores",
    "percent",
    "monotone",
    "kind",
    "unit",
    "units",
    "least",
    "places",
    "options",
    "items",
    "fixed",
    "dimension",
    "indicator",
    "by_year",
    "value",
    "factor",
    "rounding",
    "mode",
    "remedy",
    "help",
    "find",
    "holder",
    "steps",
    "text",
    "standing",
    "weight_standing",
    "max_standing",
    "floors_standing",
    "basis",
    "source",
    "article",
    "quote",
    "note",
    "number",
    "issuer",
    "date",
    "address",
];

/// A word of a table by what is written.
fn written(table: &[(&str, Word)], key: &str) -> Option<Word> {
    table.iter().find(|(known, _)| *known == key).map(|(_, word)| *word)
}

/// A property as readers know it; `within` is the list or property above it, where it may mean another thing.
pub(super) fn key(within: &str, key: &str) -> Option<Word> {
    written(&KEYS_WITHIN, &format!("{within} {key}")).or_else(|| written(&KEYS, key))
}

/// Where the changes of a property are told among the others.
pub(super) fn rank(key: &str) -> usize {
    ORDER.iter().position(|known| *known == key).unwrap_or(ORDER.len())
}

/// A word of the rulebook's shape that stands as the value of a property.
pub(super) fn value(key: &str, value: &str) -> Option<Word> {
    written(&VALUES, &format!("{key} {value}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_property_that_has_a_word_has_its_place() {
        let known: Vec<_> = KEYS.iter().map(|(key, _)| *key).collect();
        assert!(known.iter().all(|key| ORDER.contains(key)) && known.len() == ORDER.len());
    }
}
