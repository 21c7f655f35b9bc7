//! `infocity rulebook check`

use clap::Args;

use crate::cli::files::{line, read};
use crate::cli::{Answer, LangArgument, Refusal};
use crate::model::Lang;
use crate::rulebook::load;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    /// The rulebook, a JSON file; `-` is standard input.
    file: String,
    /// The language of what is said.
    #[arg(long, value_enum, default_value_t = LangArgument::Zh)]
    lang: LangArgument,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang: Lang = arguments.lang.into();
    match load(&read(&arguments.file, lang)?) {
        Ok(plan) => {
            let document = &plan.document;
            let indicators = plan.indicators().count();
            let (id, version, figures, requirements) =
                (&document.id, &document.version, document.figures.len(), document.requirements.len());
            Ok(Answer::Done(match lang {
                Lang::Zh => {
                    format!(
                        "{id} {version}：没有错误。填报数据 {figures} 项，申报条件 {requirements} 项，指标 {indicators} 项\n"
                    )
                }
                Lang::En => format!(
                    "{id} {version}: no faults; {figures} figures, {requirements} requirements, {indicators} indicators\n"
                ),
            }))
        }
        Err(faults) => {
            Ok(Answer::No(faults.iter().map(|fault| format!("{}\n", line(fault, lang))).collect()))
        }
    }
}
