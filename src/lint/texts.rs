//! Texts that are not in the language they are said to be in, or not in every language that the rulebook declares.

use serde_json::{Map, Value};

use super::walk::{document, objects};
use crate::model::{FindingCode, Findings, Place};
use crate::plan::Plan;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    let json = document(&plan.document);
    let is_unit = |words: &str| plan.units.symbols().any(|symbol| symbol == words);
    objects(&json, &Place::document(), &mut |object, place| {
        text(object, place, &is_unit, findings);
        declared(object, &plan.document.languages, place, findings);
    });
}

/// A text has every language that the rulebook declares.
fn declared(object: &Map<String, Value>, languages: &[String], place: &Place, findings: &mut Findings) {
    let is_text = |lang: &str| object.get(lang).is_some_and(Value::is_string);
    if is_text("zh") && is_text("en") {
        let lacking: Vec<_> = languages.iter().map(String::as_str).filter(|lang| !is_text(lang)).collect();
        if !lacking.is_empty() {
            findings.add(FindingCode::LacksLanguage, place, lacking.join(", "), &[]);
        }
    }
}

/// A text of the rulebook: an object with a text in each language.
fn text(object: &Map<String, Value>, place: &Place, is_unit: &dyn Fn(&str) -> bool, findings: &mut Findings) {
    let in_lang = |lang: &str| object.get(lang).and_then(Value::as_str);
    let (Some(zh), Some(en)) = (in_lang("zh"), in_lang("en")) else { return };
    if zh == en && (has_chinese(zh) || is_prose(en)) {
        let untranslated = if has_chinese(zh) { "en" } else { "zh" };
        findings.add(FindingCode::NotTranslated, &place.at(untranslated), zh, &[]);
    } else if let Some(chinese) = chinese_in(en, is_unit) {
        findings.add(FindingCode::ChineseInEnglish, &place.at("en"), chinese, &[]);
    }
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn has_chinese(text: &str) -> bool {
    text.contains(is_chinese)
}

/// Whether a text in Latin letters is more than a name that is the same in both languages: two words or more in small
/// letters.
fn is_prose(text: &str) -> bool {
    let small = |word: &&str| word.chars().count() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    text.split_whitespace().filter(small).nth(1).is_some()
}

/// Pairs of signs that enclose what is quoted: a title, a unit, a word of the original.
const QUOTED: &[(char, char)] =
    &[('《', '》'), ('“', '”'), ('‘', '’'), ('「', '」'), ('(', ')'), ('（', '）'), ('"', '"'), ('`', '`')];

/// The first Chinese words of an English text that are not quoted, are no unit, and are no document's number such as
/// 国发〔2017〕40号.
fn chinese_in(text: &str, is_unit: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut closing: Vec<char> = Vec::new();
    let mut words = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if closing.last() == Some(&sign) {
            closing.pop();
        } else if let Some((_, close)) = QUOTED.iter().find(|(open, _)| *open == sign) {
            closing.push(*close);
        } else if closing.is_empty() && is_chinese(sign) {
            words.push(sign);
            continue;
        } else if sign == '〔' {
            // The words before it, the year, the number and an annex belong to a document's number.
            words.clear();
            signs.by_ref().find(|sign| *sign == '号');
            while signs.next_if(|sign| is_chinese(*sign)).is_some() {}
            continue;
        }
        if !words.is_empty() && !is_unit(&words) {
            return Some(words);
        }
        words.clear();
    }
    (!words.is_empty() && !is_unit(&words)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_found_unless_it_is_quoted() {
        let chinese_in = |text| chinese_in(text, &|words| words == "万元");
        assert_eq!(chinese_in("the 口径 matters").as_deref(), Some("口径"));
        assert_eq!(chinese_in("ends in 口径").as_deref(), Some("口径"));
        assert_eq!(chinese_in("万元 and 口径").as_deref(), Some("口径"));
        for quoted in [
            "the measure 《办法》 of 2019",
            "called “宽带中国” in 国发〔2013〕31号",
            "in units of ten thousand (万户)",
            "a slip of 10,000 between 万元 and",
            "as 工信部信软〔2019〕63号附件3 says",
            "nothing",
        ] {
            assert_eq!(chinese_in(quoted), None, "{quoted}");
        }
    }

    #[test]
    fn a_name_in_latin_letters_may_be_the_same_in_both_languages() {
        assert!(!is_prose("5G") && !is_prose("GDP") && !is_prose("Mbps") && !is_prose("rate"));
        assert!(is_prose("for tests only"));
    }
}
