//! `infocity assess`

use clap::{Args, ValueEnum};

use super::files::{plan, read, refusal};
use super::{Answer, LangArgument, Refusal};
use crate::engine::Refused;
use crate::model::{Fault, FaultCode, Lang, Place, Submission};
use crate::plan::Plan;
use crate::{engine, report, submission};

#[derive(Args)]
pub(super) struct Arguments {
    /// The submission, a JSON file; `-` is standard input.
    submission: String,
    /// The rulebook, a JSON file; the flagship miit-2019-63 when absent.
    #[arg(long)]
    rulebook: Option<String>,
    /// Last year's submission, a JSON file: tells what changed and what puts the title at risk. JSON is then the
    /// comparison, with this year's assessment in it.
    #[arg(long, value_name = "LAST")]
    previous: Option<String>,
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
    /// The assessment as JSON; it does not depend on the language.
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang.into();
    let plan = plan(arguments.rulebook.as_deref(), lang)?;
    let file = arguments.submission.as_str();
    let read = submission(file, lang)?;
    if let Some(previous) = &arguments.previous {
        return compare(arguments, previous, &plan, &read);
    }
    let assessment = engine::assess(&plan, &read).map_err(|faults| refusal(file, faults, lang))?;
    Ok(Answer::Done(match arguments.format {
        Format::Text => report::text(&plan, &assessment, lang),
        Format::Json => report::json(&assessment),
    }))
}

/// This year's submission beside last year's.
fn compare(
    arguments: &Arguments,
    previous: &str,
    plan: &Plan,
    current: &Submission,
) -> Result<Answer, Refusal> {
    let (file, lang) = (arguments.submission.as_str(), arguments.lang.into());
    if file == "-" && previous == "-" {
        let why = "standard input is already the submission";
        let fault = Fault::new(FaultCode::Unreadable, &Place::document(), why, &[]);
        return Err(refusal(previous, vec![fault], lang));
    }
    let before = submission(previous, lang)?;
    let comparison = engine::compare(plan, current, &before).map_err(|refused| match refused {
        Refused::Current(faults) => refusal(file, faults, lang),
        Refused::Previous(faults) => refusal(previous, faults, lang),
    })?;
    Ok(Answer::Done(match arguments.format {
        Format::Text => report::comparison_text(plan, &comparison, lang),
        Format::Json => report::comparison_json(&comparison),
    }))
}

fn submission(file: &str, lang: Lang) -> Result<Submission, Refusal> {
    submission::read(&read(file, lang)?).map_err(|faults| refusal(file, faults, lang))
}
