//! What is said of a case: of a rulebook, of a submission, of what is entered on the page, by a command.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use infocity_check::model::{Fault, Json, Lang};
use infocity_check::{engine, rulebook, submission};

use crate::change::changed;
use crate::page::Case;
use crate::support::{self, told};

/// What is said, a line a fault.
pub(crate) struct Said {
    /// The codes of the faults.
    pub(crate) codes: BTreeSet<String>,
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Said {
    fn of(faults: &[Fault]) -> Self {
        let lines = |lang| faults.iter().map(|fault| line(fault, lang)).collect();
        let codes = faults.iter().map(|fault| {
            told::fault_has_what_it_says(fault);
            serde_json::to_value(fault.code).expect("JSON").as_str().expect("a code").to_owned()
        });
        Self { codes: codes.collect(), zh: lines(Lang::Zh), en: lines(Lang::En) }
    }
}

/// A fault as a command tells it after the name of the file.
fn line(fault: &Fault, lang: Lang) -> String {
    let colon = if fault.place.is_empty() { "" } else { ": " };
    format!("{}{colon}{}\n", fault.place, fault.line(lang))
}

/// The bytes of the rulebook of a case that has one.
pub(crate) fn rulebook_of(case: &Case) -> Option<Vec<u8>> {
    match case.input.as_slice() {
        [(what, block)] if what == "change" => Some(changed(block)),
        [(what, block)] if what == "json" => Some(block.as_bytes().to_vec()),
        _ => None,
    }
}

/// What is said of a case.
pub(crate) fn of(case: &Case) -> Said {
    if let Some(bytes) = rulebook_of(case) {
        return Said::of(&rulebook::load(&bytes).err().unwrap_or_default());
    }
    let (what, block) = case.input.last().expect("an input");
    match what.as_str() {
        "submission" => {
            let plan = support::plan(support::EVERY_RULE);
            let assessed =
                submission::read(block.as_bytes()).and_then(|read| engine::assess(&plan, &read).map(drop));
            Said::of(&assessed.err().unwrap_or_default())
        }
        "enter" => {
            let (part, value) = block.trim().split_once(" = ").expect("part = value");
            let value = Json::read(value.as_bytes()).expect("JSON");
            let mut session = engine::Session::new(support::plan(support::EVERY_RULE));
            Said::of(&session.set(part, &value).map(drop).err().unwrap_or_default())
        }
        "javascript" => {
            let fault = Json::of_binary(block.trim()).err();
            Said::of(&fault.map(|fault| *fault).into_iter().collect::<Vec<_>>())
        }
        what => match what.strip_prefix("console ") {
            Some(code) => by_command(case, code, block),
            None => panic!("{}: no such block: {what}", case.title),
        },
    }
}

/// What a command says, its files beside it; `code` is the fault it is about.
fn by_command(case: &Case, code: &str, block: &str) -> Said {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken").join(case.title.replace(' ', "-"));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::copy(support::root().join(support::EVERY_RULE), folder.join("rulebook.json")).expect("copied");
    let (_, files) = case.input.split_last().expect("a command");
    for (what, text) in files {
        let file = folder.join(what.strip_prefix("file ").expect("a file"));
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, text).expect("written");
    }
    let arguments = block.trim().strip_prefix("$ infocity ").expect("$ infocity …");
    let run = |lang: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_infocity"));
        command.args(arguments.split(' ')).args(["--lang", lang]).current_dir(&folder);
        let output = command.output().expect("the command runs");
        assert_ne!(output.status.code(), Some(0), "{}", case.title);
        String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8")
    };
    let said = Said { codes: BTreeSet::from([code.to_owned()]), zh: run("zh"), en: run("en") };
    for (catalogue, text) in [("zh", &said.zh), ("en", &said.en)] {
        let file = support::root().join(format!("src/texts/{catalogue}.json"));
        let catalogue: serde_json::Value =
            serde_json::from_slice(&std::fs::read(file).expect("the catalogue")).expect("JSON");
        for part in ["message", "remedy"] {
            let template = catalogue["faults"][code][part].as_str().expect("a code");
            assert!(fits(template, text), "{}: not {code}: {text}", case.title);
        }
    }
    said
}

/// Whether what a template says whatever its placeholders hold stands in a text, in that order.
fn fits(template: &str, text: &str) -> bool {
    let certain = template
        .split('[')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once(']').expect("a partner").1 });
    let mut words = certain
        .flat_map(|part| part.split('{').enumerate())
        .map(|(at, part)| if at == 0 { part } else { part.split_once('}').expect("a partner").1 });
    words.try_fold(text, |rest, word| rest.split_once(word).map(|(_, after)| after)).is_some()
}
