//! A value of the document as the text of a cell, and back.
//!
//! An empty cell is a key that is not there. What a cell cannot say plainly (an empty text, an empty list, spaces at an
//! end) stands in it as JSON: `""`, `[]`, `"  as written"`.

use super::layout::{FLAGS, Kind, Words};
use crate::model::{Json, Lang};
use crate::texts::sheets::SEE_WEIGHTS;

/// Between the ids of a cell.
const SEPARATORS: &[char] = &['、', '，', ',', '；', ';'];

/// The text of the cell that says `value`.
pub(super) fn written(kind: Kind, value: &Json, lang: Lang) -> String {
    let plain = plain(kind, value, lang);
    match plain {
        Some(text) if stays(&text) && read(kind, &text).as_ref() == Some(value) => text,
        _ => escaped(value),
    }
}

fn plain(kind: Kind, value: &Json, lang: Lang) -> Option<String> {
    match (kind, value) {
        (Kind::OneOf(words) | Kind::Tag(words), Json::Text(text)) => {
            let word = words.iter().find(|(known, _)| known == text);
            Some(word.map_or(text.as_str(), |(_, word)| word.get(lang)).to_owned())
        }
        (Kind::Flag, Json::Bool(flag)) => {
            let flag = flag.to_string();
            FLAGS.iter().find(|(known, _)| *known == flag).map(|(_, word)| word.get(lang).to_owned())
        }
        (Kind::List, Json::List(items)) => {
            let texts = items.iter().map(|item| match item {
                Json::Text(text) => Some(text.as_str()),
                _ => None,
            });
            Some(texts.collect::<Option<Vec<_>>>()?.join("、"))
        }
        (Kind::List | Kind::Flag | Kind::Whole, Json::Text(_)) => None,
        (Kind::Whole, Json::Number(digits)) => Some(digits.clone()),
        (_, Json::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

/// Whether a spreadsheet keeps the text as it is.
fn stays(text: &str) -> bool {
    !text.contains("_x") && text.chars().all(|c| c == '\n' || !troubles(c))
}

fn troubles(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// The value as JSON, in characters that a spreadsheet keeps.
fn escaped(value: &Json) -> String {
    let mut out = String::new();
    for c in value.canonical().replace("_x", "\\u005fx").chars() {
        if troubles(c) {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// What a cell says; nothing where it is empty.
pub(super) fn read(kind: Kind, cell: &str) -> Option<Json> {
    let text = cell.trim();
    if text.is_empty() {
        return None;
    }
    if let Some(value) = literal(kind, text) {
        return Some(value);
    }
    Some(match kind {
        Kind::Text | Kind::Standing | Kind::Words | Kind::Formula => Json::Text(text.to_owned()),
        Kind::Id | Kind::IdOf(_) => Json::Text(half_width(text, |_| true)),
        Kind::Decimal | Kind::Weight => Json::Text(number(text)),
        Kind::Quantity => Json::Text(half_width(text, |c| !c.is_alphabetic())),
        Kind::Whole => {
            let digits = number(text);
            let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            if whole { Json::Number(shortest(&digits)) } else { Json::Text(digits) }
        }
        Kind::OneOf(words) | Kind::Tag(words) => Json::Text(known(words, text).unwrap_or(text).to_owned()),
        Kind::Flag => match known(FLAGS, text) {
            Some(flag) => Json::Bool(flag == "true"),
            None => Json::Text(text.to_owned()),
        },
        Kind::List => {
            let items = text.split(|c: char| SEPARATORS.contains(&c) || c.is_whitespace());
            Json::List(
                items.filter(|item| !item.is_empty()).map(|item| Json::Text(item.to_owned())).collect(),
            )
        }
    })
}

/// Whether the cell of a weight points to the sheet of weights.
pub(super) fn sees_weights(cell: &str) -> bool {
    let cell = cell.trim();
    [SEE_WEIGHTS.zh, SEE_WEIGHTS.en].iter().any(|word| word.eq_ignore_ascii_case(cell))
}

/// The value that a word in either language, or the document's own word, stands for.
pub(super) fn known(words: Words, text: &str) -> Option<&'static str> {
    let bare = |text: &str| text.trim_start_matches(['└', ' ']).to_ascii_lowercase();
    let wanted = bare(text);
    let same = |(value, word): &&(&'static str, crate::texts::sheets::Word)| {
        [*value, word.zh, word.en].iter().any(|known| bare(known) == wanted)
    };
    words.iter().find(same).map(|(value, _)| *value)
}

/// What stands in the cell as JSON.
fn literal(kind: Kind, text: &str) -> Option<Json> {
    let fits = match text.chars().next()? {
        '"' => !matches!(kind, Kind::List | Kind::Flag | Kind::Whole),
        '[' => kind == Kind::List,
        '{' => kind == Kind::Weight,
        _ => false,
    };
    fits.then(|| Json::read(text.as_bytes()).ok()).flatten()
}

/// The text with full-width letters, digits and signs as half-width ones.
fn half_width(text: &str, which: impl Fn(char) -> bool) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' if which(c) => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        '\u{2212}' => '-',
        other => other,
    };
    text.chars().map(narrow).collect()
}

/// A number as people type it: full-width, or with separators between thousands.
fn number(text: &str) -> String {
    let text = half_width(text, |_| true);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut groups = whole.strip_prefix('-').unwrap_or(whole).split(',');
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().is_some_and(|group| digits(group) && group.len() <= 3);
    let rest: Vec<_> = groups.collect();
    let grouped = first && !rest.is_empty() && rest.iter().all(|group| digits(group) && group.len() == 3);
    if grouped && !fraction.contains(',') { text.replace(',', "") } else { text }
}

/// The digits without zeros at their front.
fn shortest(digits: &str) -> String {
    let short = digits.trim_start_matches('0');
    if short.is_empty() { "0".to_owned() } else { short.to_owned() }
}
