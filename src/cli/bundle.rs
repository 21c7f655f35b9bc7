//! `infocity bundle`: the single file with another rulebook in it.

use std::path::Path;

use clap::Args;

use super::files::{plan, read_most, refusal, write};
use super::{Answer, Refusal};
use crate::model::{Fault, FaultCode, Lang, Place};

/// Where `make build` leaves the single file.
const PAGE: &str = "www/dist/infocity-check.html";

/// Where the element stands in the single file; the rulebook goes between.
const ELEMENT: [&str; 2] = ["<infocity-check>", "</infocity-check>"];
const TITLE: [&str; 2] = ["<title>", "</title>"];
/// A page is both forms of the engine and more: far above what a rulebook may be, in bytes.
const MOST_OF_A_PAGE: usize = 64 << 20;

#[derive(Args)]
pub(super) struct Arguments {
    /// The rulebook, a JSON file.
    #[arg(long)]
    rulebook: String,
    /// The page to write; `-` is standard output.
    #[arg(short, long, value_name = "PAGE")]
    output: String,
    /// The single file that `make build` leaves, from which the page is made.
    #[arg(long, value_name = "FILE", default_value = PAGE)]
    page: String,
    /// The language of faults.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang;
    let plan = plan(Some(&arguments.rulebook), lang)?;
    if arguments.page == PAGE && !Path::new(PAGE).exists() {
        let fault = Fault::new(FaultCode::NoSingleFile, &Place::document(), PAGE, &[]);
        return Err(refusal("infocity bundle", vec![fault], lang));
    }
    let page = read_most(&arguments.page, MOST_OF_A_PAGE, lang)?;
    let page = String::from_utf8_lossy(&page);
    // Data and not a script: the policy in the page asks for no hash of it. `<` would end it.
    let rulebook = serde_json::to_string(&plan.document).unwrap_or_default().replace('<', "\\u003c");
    let data = format!("<script type=\"application/json\">{rulebook}</script>");
    let title = escaped(&plan.document.title.zh);
    let bundled = between(&page, TITLE, |_| title.clone())
        .and_then(|page| between(&page, ELEMENT, |before| [notice(before), &data].concat()));
    let Some(bundled) = bundled else {
        let fault = Fault::new(FaultCode::NotTheSingleFile, &Place::document(), "", &[]);
        return Err(refusal(&arguments.page, vec![fault], lang));
    };
    write(&arguments.output, bundled, lang)
}

/// The text with what stands between the first two marks replaced by what is made of it.
fn between(text: &str, [start, end]: [&str; 2], content: impl Fn(&str) -> String) -> Option<String> {
    let (before, rest) = text.split_once(start)?;
    let (inside, after) = rest.split_once(end)?;
    Some([before, start, &content(inside), end, after].concat())
}

/// What says in the page that its script does not run. It stays; the form to print behind it is that of another rulebook.
fn notice(inside: &str) -> &str {
    const END: &str = "</div>";
    let end = inside.find(END).map(|at| at.saturating_add(END.len()));
    end.filter(|_| inside.starts_with("<div class=\"late\">"))
        .and_then(|end| inside.get(..end))
        .unwrap_or_default()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
