//! The catalogues of texts: what fails the build, what a further language takes, and that whatever is told has what its
//! text asks for.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

#[path = "../build/texts.rs"]
mod catalogues;
mod support;

use std::collections::BTreeSet;

use catalogues::{Catalogue, checked, lang, texts};
use infocity_check::model::{Fault, Lang, Text};
use infocity_check::{fingerprint, rulebook, submission};
use serde_json::{Value, json};
use support::told::{catalogue, has_what_it_says};

const ZH: &str = r#"{ "name": "简体中文", "greeting": "您好，{city}[（{year} 年）]", "words": { "status": { "met": "满足", "not_met": "不满足", "undetermined": "尚不能定" } } }"#;
const EN: &str = r#"{ "name": "English", "greeting": "Hello, {city}[ ({year})]", "words": { "status": { "met": "met", "not_met": "not met", "undetermined": "undetermined" } } }"#;

/// What is wrong with catalogues by tag.
fn wrong(files: &[(&str, &str)]) -> Vec<String> {
    let read: Result<Vec<_>, _> = files.iter().map(|(tag, json)| Catalogue::read(tag, json)).collect();
    match read {
        Ok(read) => checked(read).err().unwrap_or_default(),
        Err(sentence) => vec![sentence],
    }
}

#[test]
fn what_is_wrong_with_a_catalogue_names_file_key_and_placeholder() {
    assert_eq!(wrong(&[("zh", ZH), ("en", EN)]), Vec::<String>::new());
    let cases = [
        (EN.replace("\"greeting\"", "\"greetings\""), "en.json: `greeting`: missing, though zh.json has it"),
        (EN.replace("\"greeting\"", "\"greetings\""), "en.json: `greetings`: missing in zh.json"),
        (EN.replace("{city}", "city"), "en.json: `greeting`: the placeholder {city} of zh.json is missing"),
        (EN.replace("{city}", "{town}"), "en.json: `greeting`: the placeholder {town} is not in zh.json"),
        (EN.replace("\"not met\"", "\" \""), "en.json: `words.status.not_met`: no text"),
        (EN.replace("Hello", "您好"), "en.json: `greeting`: Chinese in an English text"),
        (EN.replace("{year}", "{year"), "en.json: `greeting`: `]` without its partner"),
        (EN.replace("{year}", "year"), "en.json: `greeting`: brackets without a placeholder"),
        (EN.replace(")]", ")"), "en.json: `greeting`: a bracket without its partner"),
        (EN.replace("[ (", " ("), "en.json: `greeting`: `]` without its partner"),
        (EN.replace("{year}", "{Year}"), "en.json: `greeting`: `{Year}` is not a placeholder"),
        (EN.replace("greeting", "Greeting"), "en.json: `Greeting`: a key is made of lower-case letters"),
        (EN.replace("\"English\"", "\"English\", \"name\": \"\""), "en.json: the key `name` stands twice"),
        (EN.replace("\"English\"", "1"), "en.json: invalid type: integer `1`, expected a text or an object"),
    ];
    for (en, expected) in cases {
        let found = wrong(&[("zh", ZH), ("en", &en)]);
        assert!(found.iter().any(|sentence| sentence.starts_with(expected)), "{expected}: {found:?}");
    }
    let zh = ZH.replace("您好，", "您好, ");
    assert_eq!(
        wrong(&[("zh", &zh), ("en", EN)]),
        ["zh.json: `greeting`: half-width punctuation in a Chinese text"]
    );
    assert_eq!(wrong(&[("zh", ZH)]), ["en.json is missing"]);
    assert_eq!(wrong(&[("zh", ZH), ("en", EN), ("FR", EN)]).len(), 1);
}

#[test]
fn a_further_language_is_a_further_file() {
    let fr = EN
        .replace("Hello", "Bonjour")
        .replace("English", "français")
        .replace(": \"undetermined\"", ": \"indéterminé\"");
    let read = |tag, json: &str| Catalogue::read(tag, json).unwrap();
    let all = checked(vec![read("fr", &fr), read("en", EN), read("bo-cn", EN), read("zh", ZH)])
        .unwrap_or_else(|e| panic!("{e:?}"));
    let (lang, texts) = (lang(&all), texts(&all));
    for expected in [
        "pub const ALL: [Self; 4] = [Self::Zh, Self::En, Self::BoCn, Self::Fr];",
        "self.of([\"zh\", \"en\", \"bo-cn\", \"fr\"])",
        "self.of([\"简体中文\", \"English\", \"English\", \"français\"])",
    ] {
        assert!(lang.contains(expected), "{expected}: {lang}");
    }
    for expected in [
        "pub(crate) struct Greeting<T0, T1> { pub(crate) city: T0, pub(crate) year: T1 }",
        "\"Bonjour, {city}[ ({year})]\"",
        "pub(crate) const fn status(of: crate::model::Status) -> crate::texts::Word",
        "crate::model::Status::Undetermined => crate::texts::Word([\"尚不能定\", \"undetermined\", \"undetermined\", \"indéterminé\"])",
    ] {
        assert!(texts.contains(expected), "{expected}: {texts}");
    }
    let short = fr.replace(", {city}", "");
    let found = wrong(&[("zh", ZH), ("en", EN), ("fr", &short)]);
    assert_eq!(found, ["fr.json: `greeting`: the placeholder {city} of zh.json is missing"]);
}

#[test]
fn every_sentence_of_the_golden_files_has_what_its_text_asks_for() {
    fn visit(value: &Value, sentences: &Value, seen: &mut BTreeSet<String>) {
        if let (Some(code), Some(_)) = (value.get("code").and_then(Value::as_str), value.get("params")) {
            has_what_it_says(value, &[&sentences[code]]);
            seen.insert(code.to_owned());
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| visit(item, sentences, seen)),
            Value::Object(map) => map.values().for_each(|item| visit(item, sentences, seen)),
            _ => {}
        }
    }
    let (catalogue, mut seen) = (catalogue(), BTreeSet::new());
    let folders =
        ["rulebooks/miit-2019-63/examples", "tests/data/every-rule", "tests/data/comparison", "tests/data"];
    for folder in folders.map(|folder| support::root().join(folder)).iter().filter(|folder| folder.is_dir()) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.to_string_lossy();
            // A test names parts only.
            if name.ends_with(".json") && !name.ends_with(".test.json") {
                let text = std::fs::read_to_string(&path).expect("a file");
                visit(&serde_json::from_str(&text).expect("JSON"), &catalogue["sentences"], &mut seen);
            }
        }
    }
    assert!(seen.len() > 5, "{seen:?}");
}

fn minimal() -> Value {
    let file = support::root().join("tests/data/minimal.rulebook.json");
    serde_json::from_slice(&std::fs::read(file).expect("the rulebook")).expect("JSON")
}

fn faults(document: &Value) -> Vec<String> {
    let faults = rulebook::load(document.to_string().as_bytes()).err().unwrap_or_default();
    faults.iter().map(|fault| format!("{} {}", fault.place, fault.line(Lang::En))).collect()
}

#[test]
fn a_rulebook_declares_the_further_languages_of_its_texts() {
    let mut document = minimal();
    document["title"]["bo"] = json!("བོད");
    assert_eq!(
        faults(&document),
        [
            "/title/bo document: the language `bo` of this text is not declared; remove the text, or declare the language in \
          `languages`; declared are: zh, en"
        ]
    );
    document["languages"] = json!(["bo", "zh-hant"]);
    assert_eq!(faults(&document), Vec::<String>::new());
    let plan = rulebook::load(document.to_string().as_bytes()).expect("it loads");
    let title = &plan.document.title;
    assert_eq!(title.further.get("bo").map(String::as_str), Some("བོད"));
    assert_eq!(title.all().map(|(tag, _)| tag).collect::<Vec<_>>(), ["zh", "en", "bo"]);
    assert!(fingerprint::canonical(&plan.document).contains("\"bo\":\"བོད\""));
    document["title"]["bo"] = json!(" ");
    assert_eq!(faults(&document), ["/title/bo document: the text in bo is missing; write it"]);
    document["title"]["bo"] = json!(1);
    assert_eq!(
        faults(&document),
        ["/title/bo document: this is a number where a string belongs; write a string"]
    );
    document["title"] = json!({ "zh": "一", "en": "one", "Bo": "x" });
    assert!(
        faults(&document)[0].starts_with("/title/Bo document: there is no key `Bo` here"),
        "{:?}",
        faults(&document)
    );
    document["title"] = json!({ "zh": "一", "bo": "x" });
    assert_eq!(faults(&document), ["/title document: the key `en` is missing; add it"]);
    document["title"] = minimal()["title"].clone();
    for wrong in ["zh", "Bo", "b", "", "zh-hant"] {
        document["languages"] = json!(["bo", "zh-hant", wrong]);
        let found = faults(&document);
        assert!(
            found[0].starts_with(&format!("/languages/2 document: `{wrong}` cannot be declared")),
            "{found:?}"
        );
    }
}

#[test]
fn where_a_text_lacks_a_language_the_chinese_one_stands() {
    let text: Text = serde_json::from_value(json!({ "zh": "一", "en": "one", "bo": "གཅིག" })).expect("a text");
    assert_eq!((text.get(Lang::Zh), text.get(Lang::En)), ("一", "one"));
    let made = Text::each(|lang| lang.tag().to_owned());
    for lang in Lang::ALL {
        assert_eq!(made.get(lang), lang.tag());
        let expected = if lang == Lang::En { "one" } else { "一" };
        assert_eq!(text.get(lang), expected);
        assert_eq!(Lang::tagged(lang.tag()), Some(lang));
    }
    assert_eq!(Lang::tagged("xx"), None);
    assert_eq!(Text::each(|_| "1".to_owned()).further.len(), 0);
}

#[test]
fn a_file_of_the_other_kind_is_told_where_it_goes() {
    let line = |faults: Vec<Fault>, lang| faults[0].line(lang);
    let refused = rulebook::load(br#"{"format":"infocity-submission/1"}"#).expect_err("refused");
    assert!(
        line(refused.clone(), Lang::Zh)
            .starts_with("文件：这是填报（infocity-submission/1），此处应为规则文件；")
    );
    assert!(line(refused, Lang::En).contains("a submission is the first argument of a command"));
    let refused = submission::read(br#"{"format":"infocity-rulebook/1"}"#).expect_err("refused");
    assert!(line(refused.clone(), Lang::Zh).contains("规则文件请写在 --rulebook 之后"));
    assert!(line(refused, Lang::En).starts_with("document: this is a rulebook"));
}

/// What the system says of files is told in the reader's language.
#[test]
fn why_a_file_cannot_be_read_is_told_in_words() {
    let folder = support::root().join("tests");
    let missing = folder.join("nowhere.json");
    let cases = [
        (folder.as_path(), "zh", "无法读取：这是文件夹；"),
        (folder.as_path(), "en", "cannot be read: it is a folder;"),
        (missing.as_path(), "zh", "无法读取：没有此文件；"),
        (missing.as_path(), "en", "cannot be read: there is no such file;"),
    ];
    for (path, lang, expected) in cases {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_infocity"));
        let output = command.arg("assess").arg(path).args(["--lang", lang]).output().expect("it runs");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(said.contains(expected), "{said}");
        assert_eq!(output.status.code(), Some(2));
    }
}
