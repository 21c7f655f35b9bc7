//! Every word the engine says: the catalogues `zh.json`, `en.json` …, one a language, made into Rust by `build.rs`.
//!
//! A text is a template with `{name}` placeholders; what stands in `[…{name}…]` is left out where `name` is empty. A text
//! without placeholders is a [`Word`] here, one with them a struct whose fields they are, in a module for each object of
//! the catalogue.

mod fill;
#[cfg(feature = "cli")]
pub mod sheets;

#[allow(
    clippy::wildcard_imports,
    reason = "every text has its path here and its home in a generated file"
)]
pub(crate) use catalogue::*;
pub(crate) use fill::filled;

use crate::model::{Basis, FaultCode, FindingCode, Lang, Place, Sentence, Text};
use crate::sorted::Map;

#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "reports are for the command line only"))]
#[rustfmt::skip]
mod catalogue {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// A text without placeholders, or a template whose placeholders are filled from a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word([&'static str; Lang::ALL.len()]);

impl Word {
    /// The word in `lang`.
    pub(crate) const fn get(self, lang: Lang) -> &'static str {
        lang.of(self.0)
    }

    /// The word in every language.
    pub(crate) fn text(self) -> Text {
        Text::each(|lang| self.get(lang).to_owned())
    }
}

/// The parameters of faults and findings that are words, not quotations: told in the reader's language.
const WORDS: &[&str] = &["expected", "found", "hint", "joint", "language", "usage", "why"];

/// What a fault or a finding depends on, by name.
type Params = Map<String, String>;

/// Message and remedy of a fault.
pub(crate) fn fault(code: FaultCode, place: &Place, params: &Params) -> (Text, Text) {
    let message = about(place, |lang| fault_said(code, params, lang));
    (message, Text::each(|lang| fault_remedy(code, params, lang)))
}

/// What helps with a fault.
pub(crate) fn fault_remedy(code: FaultCode, params: &Params, lang: Lang) -> String {
    told(faults::remedy(code), params, lang)
}

/// What a fault says, without what it is about.
pub(crate) fn fault_said(code: FaultCode, params: &Params, lang: Lang) -> String {
    told(faults::message(code), params, lang)
}

/// Message and remedy of a finding.
pub(crate) fn finding(code: FindingCode, place: &Place, params: &Params) -> (Text, Text) {
    let message = about(place, |lang| finding_said(code, params, lang));
    (message, Text::each(|lang| told(findings::remedy(code), params, lang)))
}

/// What a finding says, without what it is about.
pub(crate) fn finding_said(code: FindingCode, params: &Params, lang: Lang) -> String {
    told(findings::message(code), params, lang)
}

/// What is said, with what it is about before it.
fn about(place: &Place, said: impl Fn(Lang) -> String) -> Text {
    Text::each(|lang| {
        let (about, id) = (words::subject(place.subject).get(lang), place.id.as_str());
        fault::About { about, id, said: said(lang) }.get(lang)
    })
}

/// A parameter of a fault that is words of the rulebook, under a name for each language as [`told`] looks for them.
pub(crate) fn in_each(name: &str, text: impl Fn(Lang) -> String) -> [(String, String); Lang::ALL.len()] {
    Lang::ALL.map(|lang| (format!("{name}.{}", lang.tag()), text(lang)))
}

/// A template of a fault or a finding with its parameters.
fn told(template: Word, params: &Params, lang: Lang) -> String {
    // A parameter that is a text of the rulebook stands under `name.zh`, `name.en` …; where there is none in a
    // language, the Chinese one stands.
    let value = |name: &str| {
        let own = params.get(name).or_else(|| params.get(&format!("{name}.{}", lang.tag())));
        let value = own.or_else(|| params.get(&format!("{name}.zh")))?;
        let word = VALUES.iter().find(|(written, _)| WORDS.contains(&name) && written == value);
        Some(word.map_or_else(|| value.clone(), |(_, word)| word.get(lang).to_owned()))
    };
    fill::fill(template.get(lang), &value)
}

/// What the least total of a category is called: an assumption of the author is no pass mark.
pub(crate) const fn line_name(basis: Basis) -> Word {
    if matches!(basis, Basis::Reference) { words::line::REFERENCE } else { words::line::PASS }
}

/// A sentence in words. `label` gives the name of what a parameter identifies, by the parameter's name and its value;
/// for `line_name`, which is no parameter, what the line of the category is called.
#[must_use]
pub fn sentence(sentence: &Sentence, lang: Lang, label: impl Fn(&str, &str) -> Option<String>) -> String {
    let value = |name: &str| {
        if name == "line_name" {
            return label(name, sentence.params.get("category")?);
        }
        let value = sentence.params.get(name)?;
        let parts = value.split(',').map(|part| label(name, part).unwrap_or_else(|| part.to_owned()));
        Some(list(parts, lang))
    };
    fill::fill(sentences(sentence.code).get(lang), &value)
}

/// Parts as a list in a sentence.
pub(crate) fn list(parts: impl IntoIterator<Item = impl Into<String>>, lang: Lang) -> String {
    let parts: Vec<String> = parts.into_iter().map(Into::into).collect();
    parts.join(signs::LIST.get(lang))
}

/// A template that is a [`Word`], with its placeholders replaced.
pub(crate) fn said(template: Word, lang: Lang, params: &[(&str, &str)]) -> String {
    let value =
        |name: &str| params.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
    fill::fill(template.get(lang), &value)
}

/// A word or sign of the language of rules, as a reader knows it.
pub(crate) fn rule_word(written: &str) -> Option<Word> {
    RULE_LANGUAGE.iter().find(|(known, _)| *known == written).map(|(_, word)| *word)
}
