//! `infocity rulebook check`

use clap::Args;

use crate::cli::files::{line, read};
use crate::cli::{Answer, Refusal};
use crate::model::Lang;
use crate::rulebook::load;
use crate::texts::cli::rulebook_check as words;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    /// The rulebook, a JSON file; `-` is standard input.
    file: String,
    /// The language of what is said.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang;
    match load(&read(&arguments.file, lang)?) {
        Ok(plan) => {
            let document = &plan.document;
            let indicators = plan.indicators().count();
            let (id, version, figures, requirements) =
                (&document.id, &document.version, document.figures.len(), document.requirements.len());
            let no_faults = words::NoFaults { id, version, figures, requirements, indicators };
            Ok(Answer::Done(format!("{}\n", no_faults.get(lang))))
        }
        Err(faults) => {
            Ok(Answer::No(faults.iter().map(|fault| format!("{}\n", line(fault, lang))).collect()))
        }
    }
}
