//! There and back: the same rulebook, the same bytes.

use infocity_check::fingerprint::canonical;
use infocity_check::model::{Lang, Rulebook};
use infocity_check::sheets::{from_xlsx, text, to_xlsx};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::dice::{Dice, rolls};
use crate::support::rulebooks::{load, rulebook_rolls};
use crate::support::{plan, root};

/// The rulebook goes into a workbook and comes back as it was; a second time nothing changes either.
fn holds(rulebook: &Rulebook, lang: Lang) -> Result<(), TestCaseError> {
    let file = to_xlsx(rulebook, lang).expect("a workbook");
    let back = from_xlsx(&file)
        .map_err(|faults| TestCaseError::fail(format!("{faults:#?}\n{}", canonical(rulebook))))?;
    prop_assert_eq!(canonical(rulebook), canonical(&back));
    let again = to_xlsx(&back, lang).expect("a workbook");
    prop_assert!(file == again, "the same rulebook gives the same bytes");
    let twice = from_xlsx(&again).expect("a rulebook");
    prop_assert_eq!(text(&back), text(&twice));
    Ok(())
}

#[test]
fn every_rulebook_of_the_repository_comes_back_as_it_was() {
    let mut files: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(root().join("rulebooks")).expect("rulebooks").flatten() {
        let file = entry.path().join("rulebook.json");
        if file.is_file() {
            files.push(file.display().to_string());
        }
    }
    for entry in std::fs::read_dir(root().join("tests/data")).expect("data").flatten() {
        let file = entry.path().display().to_string();
        if file.ends_with(".rulebook.json") {
            files.push(file);
        }
    }
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        for lang in [Lang::Zh, Lang::En] {
            holds(&plan(&file).document, lang).unwrap_or_else(|error| panic!("{file}: {error}"));
        }
    }
}

/// Texts that a spreadsheet, or a careless reader of one, makes something else of.
const ODD: &[&str] = &[
    " spaces at both ends ",
    "\u{3000}全角空格",
    "first\nsecond",
    "carriage\r\nreturn",
    "tab\tand \u{1} and \u{7f} and \u{85}",
    "=1+1",
    "'quoted",
    "\"in quotation marks\"",
    "\"",
    "[]",
    "{}",
    "[\"a\"]",
    "_x0041_ and _x000D_",
    "1-2",
    "0.30",
    "00012",
    "１２３，４５６",
    "TRUE",
    "是",
    "#N/A",
    "2021-05-01",
    "30%",
    "<b>&amp;</b>",
    "😀 𠮷 \u{fffe} \u{ffff}",
    "见“权重”表",
    "a、b；c",
    "\\u0041 \\",
    "null",
];

/// Puts odd texts in the place of some of those that stand for themselves.
fn spiced(value: &mut Value, dice: &mut Dice<'_>) {
    match value {
        Value::Object(entries) if entries.len() == 2 && entries.contains_key("zh") => {
            for text in entries.values_mut() {
                if dice.chance(50) {
                    *text = (*dice.pick(ODD)).into();
                }
            }
        }
        Value::Object(entries) => {
            if entries.contains_key("basis") {
                for key in ["quote", "article"] {
                    if dice.chance(40) {
                        let text = if dice.chance(10) { "" } else { *dice.pick(ODD) };
                        entries.insert(key.to_owned(), text.into());
                    }
                }
            }
            entries.values_mut().for_each(|value| spiced(value, dice));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| spiced(value, dice)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(crate::cases(100)) })]

    #[test]
    fn any_rulebook_comes_back_as_it_was(made in rulebook_rolls(), spice in rolls(200), english in any::<bool>()) {
        let mut document = made.document();
        spiced(&mut document, &mut Dice::new(&spice));
        let rulebook = load(&document).document.clone();
        holds(&rulebook, if english { Lang::En } else { Lang::Zh })?;
    }
}
