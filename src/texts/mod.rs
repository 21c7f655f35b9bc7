//! Every word the engine says, in both languages: one place for each kind of sentence.
//!
//! A text is a template with `{name}` placeholders. The tests of this module hold both languages of a text to the
//! same placeholders.

pub mod explained;
mod faults;
mod sentences;
mod words;

pub use sentences::sentence;
pub use words::{Word, at_risk, basis, direction, eligible, fit, status, subject, threat};

use std::collections::BTreeMap;

use crate::model::{FaultCode, Place, Text};

/// Message and remedy of a fault.
pub(crate) fn fault(code: FaultCode, place: &Place, params: &BTreeMap<String, String>) -> (Text, Text) {
    let [message_zh, remedy_zh, message_en, remedy_en] = faults::templates(code);
    // A parameter that is a text of the rulebook stands under `name.zh` and `name.en`.
    let own = |lang: &str, other: &str, word: fn(&str) -> String| -> BTreeMap<String, String> {
        let kept = params.iter().filter(|(name, _)| !name.ends_with(other));
        kept.map(|(name, value)| (name.strip_suffix(lang).unwrap_or(name).to_owned(), word(value))).collect()
    };
    let zh = own(".zh", ".en", words::in_chinese);
    let en = own(".en", ".zh", str::to_owned);
    let about = subject(place.subject);
    let (about_zh, about_en) = match place.id.as_str() {
        "" => (about.zh.to_owned(), about.en.to_owned()),
        id => (format!("{} `{id}`", about.zh), format!("{} `{id}`", about.en)),
    };
    let message = Text {
        zh: format!("{about_zh}：{}", fill(message_zh, &zh)),
        en: format!("{about_en}: {}", fill(message_en, &en)),
    };
    let remedy = Text { zh: fill(remedy_zh, &zh), en: fill(remedy_en, &en) };
    (message, remedy)
}

/// A template with its placeholders replaced; `[…{name}…]` is left out where `name` is empty.
pub(crate) fn fill(template: &str, params: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((optional, after)) = after.split_once(']') else { break };
        out.push_str(&replace(before, params));
        let empty = placeholders(optional).any(|name| params.get(name).is_none_or(String::is_empty));
        if !empty {
            out.push_str(&replace(optional, params));
        }
        rest = after;
    }
    out.push_str(&replace(rest, params));
    out
}

fn replace(template: &str, params: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push_str(params.get(name).map_or("", String::as_str));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn names(template: &str) -> BTreeSet<&str> {
        placeholders(template).collect()
    }

    pub(super) fn assert_pair(zh: &str, en: &str) {
        assert_eq!(names(zh), names(en), "placeholders of {en:?}");
        assert!(zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "no Chinese in {zh:?}");
        assert!(!en.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "Chinese in {en:?}");
        assert!(!zh.contains(", ") && !zh.contains("; "), "half-width punctuation in {zh:?}");
    }

    #[test]
    fn every_fault_speaks_both_languages_with_the_same_placeholders() {
        for code in faults::ALL {
            let [message_zh, remedy_zh, message_en, remedy_en] = faults::templates(*code);
            assert_pair(message_zh, message_en);
            assert_pair(remedy_zh, remedy_en);
        }
    }

    #[test]
    fn placeholders_are_replaced_and_empty_options_left_out() {
        let params = BTreeMap::from([("a".to_owned(), "1".to_owned()), ("b".to_owned(), String::new())]);
        assert_eq!(fill("{a} and {c}[; maybe {b}][; surely {a}]", &params), "1 and ; surely 1");
    }
}
