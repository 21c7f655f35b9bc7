//! `infocity rulebook test`: whether the examples beside a rulebook come out as they should.

mod example;
mod matching;
mod text;

use std::path::Path;

use clap::Args;
use serde::Serialize;

use self::example::Example;
use self::matching::Mismatch;
use crate::cli::files::{plan, read};
use crate::cli::given::Format;
use crate::cli::{Answer, Refusal};
use crate::model::{Lang, Text};
use crate::plan::Plan;
use crate::report;

/// The value of `format` in every result of this shape.
const FORMAT: &str = "infocity-test-result/1";

/// How the name of a test ends.
const ENDING: &str = ".test.json";

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    /// The rulebook, a JSON file; `-` is standard input.
    rulebook: String,
    /// The tests, JSON files; when absent all `*.test.json` in the folder `examples` beside the rulebook.
    tests: Vec<String>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the text.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

/// What came out, as JSON.
#[derive(Serialize)]
struct Result<'a> {
    format: &'static str,
    rulebook: Named<'a>,
    tests: &'a [Outcome],
    passed: usize,
    failed: usize,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    version: &'a str,
}

/// What came of one test.
#[derive(Serialize)]
struct Outcome {
    file: String,
    /// What the example is for.
    why: Text,
    passed: bool,
    mismatches: Vec<Mismatch>,
}

pub(super) fn run(arguments: &Arguments) -> std::result::Result<Answer, Refusal> {
    let lang = arguments.lang;
    let plan = plan(Some(&arguments.rulebook), lang)?;
    let folder = Path::new(&arguments.rulebook).with_file_name("examples");
    let files = if arguments.tests.is_empty() { beside(&folder) } else { arguments.tests.clone() };
    let (mut refusals, mut outcomes) = (Vec::new(), Vec::new());
    for file in &files {
        let read = read(file, lang).and_then(|bytes| {
            example::read(Path::new(file), &bytes)
                .map_err(|faults| crate::cli::files::refusal(file, faults, lang))
        });
        match read {
            Ok(example) => outcomes.push(outcome(&plan, file, &example)),
            Err(refusal) => refusals.push(refusal),
        }
    }
    let passed = outcomes.iter().filter(|outcome| outcome.passed).count();
    let failed = outcomes.len().saturating_sub(passed);
    let text = match arguments.format {
        Format::Text if files.is_empty() => text::none(&folder.display().to_string(), lang),
        Format::Text => text::text(&outcomes, lang),
        Format::Json => {
            let rulebook = Named { id: &plan.document.id, version: &plan.document.version };
            report::indented(&Result { format: FORMAT, rulebook, tests: &outcomes, passed, failed })
        }
    };
    Ok(if !refusals.is_empty() {
        Answer::Unread(text, refusals)
    } else if failed > 0 || files.is_empty() {
        Answer::No(text)
    } else {
        Answer::Done(text)
    })
}

/// The tests in a folder, by name; none where there is no such folder.
fn beside(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path().display().to_string());
    let mut tests: Vec<_> = paths.filter(|path| path.ends_with(ENDING)).collect();
    tests.sort();
    tests
}

fn outcome(plan: &Plan, file: &str, example: &Example) -> Outcome {
    let mismatches = matching::mismatches(plan, example);
    Outcome { file: file.to_owned(), why: example.why.clone(), passed: mismatches.is_empty(), mismatches }
}
