//! `infocity explain`

use clap::{Args, ValueEnum};

use super::files::{plan, read, refusal};
use super::{Answer, LangArgument, Refusal};
use crate::model::FaultCode;
use crate::{engine, report, submission};

#[derive(Args)]
pub(super) struct Arguments {
    /// The submission, a JSON file; `-` is standard input.
    submission: String,
    /// What to explain: the id of an indicator, dimension, category, field, requirement, derived figure, benchmark or
    /// figure; `total` for the total; `kind:id`, such as `requirement:level`, where an id names several.
    id: String,
    /// The rulebook, a JSON file; the flagship miit-2019-63 when absent.
    #[arg(long)]
    rulebook: Option<String>,
    /// The category in which points are explained; the one the submission names when absent, else every one.
    #[arg(long)]
    category: Option<String>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the text.
    #[arg(long, value_enum, default_value_t = LangArgument::Zh)]
    lang: LangArgument,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// An explanation to read.
    Text,
    /// The explanation as JSON; it does not depend on the language.
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang.into();
    let plan = plan(arguments.rulebook.as_deref(), lang)?;
    let file = arguments.submission.as_str();
    let read = submission::read(&read(file, lang)?).map_err(|faults| refusal(file, faults, lang))?;
    let explained = engine::explain(&plan, &read, &arguments.id, arguments.category.as_deref());
    let explanation = explained.map_err(|faults| {
        // What was asked for is at fault, not the file.
        let asked = |code| {
            use FaultCode::{AmbiguousId, NothingToExplain, UnknownCategory};
            matches!(code, NothingToExplain | AmbiguousId | UnknownCategory)
        };
        let place = if faults.iter().any(|fault| asked(fault.code)) { "explain" } else { file };
        refusal(place, faults, lang)
    })?;
    Ok(Answer::Done(match arguments.format {
        Format::Text => report::explanation_text(&explanation, lang),
        Format::Json => report::explanation_json(&explanation),
    }))
}
