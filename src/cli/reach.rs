//! `infocity reach`

use clap::{Args, ValueEnum};

use super::files::{plan, read, refusal};
use super::{Answer, LangArgument, Refusal};
use crate::{engine, report, submission};

#[derive(Args)]
pub(super) struct Arguments {
    /// The submission, a JSON file; `-` is standard input.
    submission: String,
    /// One category; every category when absent.
    #[arg(long)]
    category: Option<String>,
    /// One requirement, a hint included; when absent all that are not certain, then lines and fits.
    #[arg(long)]
    requirement: Option<String>,
    /// The rulebook, a JSON file; the flagship miit-2019-63 when absent.
    #[arg(long)]
    rulebook: Option<String>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the text.
    #[arg(long, value_enum, default_value_t = LangArgument::Zh)]
    lang: LangArgument,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A report to read.
    Text,
    /// The answers as JSON; they do not depend on the language.
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang.into();
    let plan = plan(arguments.rulebook.as_deref(), lang)?;
    let file = arguments.submission.as_str();
    let read = submission::read(&read(file, lang)?).map_err(|faults| refusal(file, faults, lang))?;
    let question =
        engine::Question { category: arguments.category.clone(), requirement: arguments.requirement.clone() };
    let reach = engine::reach(&plan, &read, &question).map_err(|faults| refusal(file, faults, lang))?;
    Ok(Answer::Done(match arguments.format {
        Format::Text => report::reach_text(&plan, &reach, lang),
        Format::Json => report::reach_json(&reach),
    }))
}
