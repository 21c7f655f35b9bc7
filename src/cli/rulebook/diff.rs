//! `infocity rulebook diff`

use clap::Args;

use crate::cli::files::{plan, read, refusal, unreadable};
use crate::cli::given::Format;
use crate::cli::{Answer, Refusal};
use crate::model::Lang;
use crate::{amendment, report, submission};

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    /// The rulebook as it was, a JSON file; `-` is standard input.
    old: String,
    /// The rulebook as it is now, a JSON file.
    new: String,
    /// Submissions whose results under both are compared, JSON files.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    submission: Vec<String>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the text.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang;
    let files = [&arguments.old, &arguments.new].into_iter().chain(&arguments.submission);
    if let Some(again) = files.filter(|file| *file == "-").nth(1) {
        let why = "standard input can be read once only";
        return Err(unreadable(again, why, lang));
    }
    let (old, new) = (plan(Some(&arguments.old), lang)?, plan(Some(&arguments.new), lang)?);
    let mut submissions = Vec::new();
    for file in &arguments.submission {
        let read = submission::read(&read(file, lang)?).map_err(|faults| refusal(file, faults, lang))?;
        submissions.push((file.clone(), read));
    }
    let diff = amendment::diff(&old, &new, &submissions);
    Ok(Answer::Done(match arguments.format {
        Format::Text => report::amendment_text(&old, &new, &diff, lang),
        Format::Json => report::amendment_json(&diff),
    }))
}
