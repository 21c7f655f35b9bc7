//! `infocity rulebook check`

mod file;
mod text;

use clap::Args;
use serde::Serialize;

use self::file::Checked;
use crate::cli::files::read;
use crate::cli::given::Format;
use crate::cli::{Answer, Refusal};
use crate::model::Lang;
use crate::report;

/// The value of `format` in every result of this shape.
const FORMAT: &str = "infocity-check/1";

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    /// The rulebooks, JSON files; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// A warning about a rulebook that loads is a no as well; a hint never is.
    #[arg(long)]
    strict: bool,
    /// The language of the text.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

/// What was found, as JSON.
#[derive(Serialize)]
struct Result<'a> {
    format: &'static str,
    files: &'a [Checked],
}

/// Checks every file, whatever is wrong with the others.
pub(super) fn run(arguments: &Arguments) -> std::result::Result<Answer, Refusal> {
    let lang = arguments.lang;
    let mut refusals = Vec::new();
    let mut files = Vec::new();
    for file in &arguments.files {
        match read(file, lang) {
            Ok(bytes) => files.push(file::check(file, &bytes)),
            Err(refusal) => {
                files.push(file::unreadable(file, &refusal.faults));
                refusals.push(refusal);
            }
        }
    }
    let good = files.iter().all(|file| file.holds(arguments.strict));
    let text = match arguments.format {
        Format::Text => files.iter().map(|file| text::text(file, lang)).collect(),
        Format::Json => report::indented(&Result { format: FORMAT, files: &files }),
    };
    Ok(match (refusals.is_empty(), good) {
        (false, _) => Answer::Unread(text, refusals),
        (true, true) => Answer::Done(text),
        (true, false) => Answer::No(text),
    })
}
