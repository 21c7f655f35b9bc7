//! The rulebook as a document: golden Markdown in both languages, and no text of a rulebook that becomes markup.
//!
//! `UPDATE=1 cargo test --test document` writes the golden files anew; read the difference before it is committed.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

mod support;

use infocity_check::model::Lang;
use infocity_check::{report, rulebook};
use serde_json::Value;

#[test]
fn every_kind_of_rule_is_written_out() {
    let plan = support::plan(support::EVERY_RULE);
    for (lang, ending) in [(Lang::Zh, "zh.md"), (Lang::En, "en.md")] {
        let file = format!("tests/data/every-rule/document.{ending}");
        support::golden::golden(file, &report::document_markdown(&plan, lang));
    }
}

/// The values of an attribute in a page.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    page.split(start.as_str())
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(value, _)| value))
        .collect()
}

#[test]
fn every_link_within_the_page_leads_somewhere_and_every_anchor_is_there_once() {
    for file in [support::FLAGSHIP, support::EVERY_RULE, "tests/data/minimal.rulebook.json"] {
        let plan = support::plan(file);
        for lang in [Lang::Zh, Lang::En] {
            let page = report::document_html(&plan, lang);
            let mut anchors = attributes(&page, "id");
            anchors.sort_unstable();
            let count = anchors.len();
            anchors.dedup();
            assert_eq!(anchors.len(), count, "an anchor stands twice in {file}");
            let links: Vec<_> =
                attributes(&page, "href").into_iter().filter_map(|to| to.strip_prefix('#')).collect();
            assert!(links.len() > 10);
            for link in links {
                assert!(anchors.binary_search(&link).is_ok(), "#{link} leads nowhere in {file}");
            }
        }
    }
}

/// Texts that would be markup, or would leave their place, if they were not escaped.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a id=\"figures\"></a>",
    "</title></style><b>",
    "[link](javascript:alert(1))",
    "![picture](https://example.com/x.png)",
    "<https://example.com>",
    "**strong** __strong__ *em* ~~gone~~ `code`",
    "cell | another | third",
    "one\n\n# heading\n\n- list\n\n```\nfence",
    "# heading",
    "1. list",
    "- list",
    "> quotation",
    "    code",
    "&lt;b&gt; &amp; &#60;",
    "\\*not\\*",
    "| a | b |\n| --- | --- |",
    "===",
    "\u{202e}turned",
];

/// Puts a text in the place of every text for readers.
fn hostile(value: &mut Value, next: &mut usize) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object.iter_mut() {
                let is_text = ["zh", "en", "article", "quote", "number", "address"].contains(&key.as_str());
                if is_text && inner.is_string() {
                    *next += 1;
                    *inner = Value::from(format!("{} {next}", HOSTILE[*next % HOSTILE.len()]));
                } else {
                    hostile(inner, next);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| hostile(inner, next)),
        _ => {}
    }
}

/// The names of the elements of a page, in order.
fn elements(page: &str) -> Vec<String> {
    let tags = page.split('<').skip(1).filter_map(|tag| {
        let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        (!name.is_empty()).then_some(name)
    });
    tags.collect()
}

#[test]
fn no_text_of_a_rulebook_becomes_markup() {
    let bytes = std::fs::read(support::root().join(support::EVERY_RULE)).expect("the rulebook");
    let plain: Value = serde_json::from_slice(&bytes).expect("JSON");
    let mut evil = plain.clone();
    hostile(&mut evil, &mut 0);
    let load = |document: &Value| {
        rulebook::load(document.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"))
    };
    // The same rulebook with words that are harmless has the same elements in the same order.
    let mut harmless = plain;
    harmless_as(&evil, &mut harmless);
    for lang in [Lang::Zh, Lang::En] {
        let page = report::document_html(&load(&evil), lang);
        let quiet = report::document_html(&load(&harmless), lang);
        assert_eq!(elements(&page), elements(&quiet));
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{202e}"));
        assert_eq!(page.matches("<title>").count(), 1);
        assert!(attributes(&page, "href").iter().all(|to| to.starts_with('#') || to.starts_with("https://")));
        assert!(
            page.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                && page.contains("[link](javascript:alert(1))")
        );
    }
}

/// Puts a harmless text wherever `evil` differs.
fn harmless_as(evil: &Value, plain: &mut Value) {
    match (evil, plain) {
        (Value::Object(evil), Value::Object(plain)) => {
            for (key, inner) in plain.iter_mut() {
                evil.get(key).into_iter().for_each(|evil| harmless_as(evil, inner));
            }
        }
        (Value::Array(evil), Value::Array(plain)) => {
            plain.iter_mut().zip(evil).for_each(|(inner, evil)| harmless_as(evil, inner));
        }
        (Value::String(evil), Value::String(plain)) if evil != plain => *plain = "安 harmless".to_owned(),
        _ => {}
    }
}

#[test]
fn the_page_allows_nothing_but_its_own_style() {
    let plan = support::plan(support::FLAGSHIP);
    for (lang, tag) in [(Lang::Zh, "zh-CN"), (Lang::En, "en")] {
        let page = report::document_html(&plan, lang);
        assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{tag}\">")));
        assert!(page.contains("default-src 'none'; style-src 'sha256-") && !page.contains("unsafe"));
        assert!(!page.contains("<script") && attributes(&page, "style").is_empty());
        assert!(attributes(&page, "src").is_empty());
    }
}
