//! What is read kindly: the order of columns, empty rows and columns, numbers as people type them, words of either
//! language.

use std::collections::BTreeMap;

use infocity_check::fingerprint::canonical;
use infocity_check::model::{Lang, Rulebook};
use infocity_check::sheets::from_xlsx;

use crate::book::{Book, Cells, Value};
use crate::support::{EVERY_RULE, FLAGSHIP, plan};

fn read(book: &Book) -> Rulebook {
    from_xlsx(&book.save()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// Every sheet but the first, its cells each moved or changed.
fn changed(
    rulebook: &str,
    lang: Lang,
    change: impl Fn(&str, (u32, u16), Value) -> ((u32, u16), Value),
) -> Book {
    let mut book = Book::of(rulebook, lang);
    for (name, cells) in book.0.iter_mut().skip(1) {
        let old: Cells = std::mem::take(cells);
        *cells = old.into_iter().map(|(spot, value)| change(name, spot, value)).collect();
    }
    book
}

#[test]
fn columns_may_stand_in_any_order_and_empty_rows_and_columns_do_not_matter() {
    for rulebook in [EVERY_RULE, FLAGSHIP] {
        let moved = |_: &str, (row, col): (u32, u16), value: Value| ((row * 2 + 1, 120 - col * 2), value);
        assert_eq!(
            canonical(&read(&changed(rulebook, Lang::Zh, moved))),
            canonical(&plan(rulebook).document)
        );
    }
}

#[test]
fn numbers_typed_as_numbers_are_read_as_they_were_typed() {
    let mut count = 0;
    let mut typed = Book::of(EVERY_RULE, Lang::Zh);
    for (_, cells) in typed.0.iter_mut().skip(1) {
        for (_, value) in cells.iter_mut().filter(|((row, _), _)| *row > 1) {
            if let Value::Text(text) = value
                && let Ok(number) = text.parse::<f64>()
            {
                *value = Value::Number(number);
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count} numbers");
    assert_eq!(canonical(&read(&typed)), canonical(&plan(EVERY_RULE).document));
}

#[test]
fn full_width_digits_separators_and_spaces_are_read() {
    let mut book = Book::of(EVERY_RULE, Lang::Zh);
    let expected = canonical(&read(&book));
    let unit = book.row("单位", &[("unit", "万吨标准煤")]);
    book.put("单位", unit, "factor", Some(" １０,０００ ".into()));
    assert_eq!(canonical(&read(&book)), expected);
    book.put("单位", unit, "factor", Some("10，000".into()));
    assert_eq!(canonical(&read(&book)), expected, "full-width separators");
    book.set("评分", &[("indicator", "retail_score"), ("at", "0.5")], "at", "０．５");
    book.set("指标", &[("id", "group")], "id", "group　");
    book.set("评分", &[("indicator", "centres_score"), ("part", "按量计分")], "per", "１ 个");
    assert_eq!(canonical(&read(&book)), expected);
    book.put("单位", unit, "factor", Some("1,0000".into()));
    assert!(from_xlsx(&book.save()).is_err(), "groups of four are not read as a number");
}

#[test]
fn words_of_either_language_and_of_the_document_are_read() {
    let mut book = Book::of(EVERY_RULE, Lang::Zh);
    let expected = canonical(&read(&book));
    let words: BTreeMap<&str, &str> = [
        ("官方文本", "Official"),
        ("参考假设", "reference"),
        ("数值", "number"),
        ("└ 段", "band"),
        ("折线计分", "piecewise"),
        ("是", "TRUE"),
        ("否", "no"),
        ("定量", "quantitative"),
        ("见“权重”表", "see sheet Weights"),
    ]
    .into();
    let mut count = 0;
    for (_, cells) in book.0.iter_mut().skip(1) {
        for value in cells.values_mut() {
            if let Value::Text(text) = value
                && let Some(word) = words.get(text.as_str())
            {
                *value = (*word).into();
                count += 1;
            }
        }
    }
    assert!(count > 50, "{count} words");
    assert_eq!(canonical(&read(&book)), expected);
    for (name, cells) in &mut book.0 {
        if name == "评分" {
            "SCORES ".clone_into(name);
        }
        for value in cells.values_mut().filter(|value| **value == "TRUE".into()) {
            *value = Value::Flag(true);
        }
    }
    book.0.push(("#草稿".to_owned(), [((0, 0), "whatever".into())].into()));
    book.0.push(("空表".to_owned(), Cells::new()));
    assert_eq!(canonical(&read(&book)), expected, "names of sheets, drafts and empty sheets");
}

#[test]
fn what_a_spreadsheet_would_make_of_numbers_stays_text() {
    let book = Book::of(EVERY_RULE, Lang::En);
    let version = Value::from(plan(EVERY_RULE).document.version.as_str());
    let cells: Vec<_> = book.0.iter().flat_map(|(_, cells)| cells.values()).collect();
    assert!(cells.contains(&&version) && cells.iter().all(|value| matches!(value, Value::Text(_))));
}
