//! `infocity rulebook to-xlsx`

use clap::Args;

use crate::cli::files::{plan, write_bytes};
use crate::cli::{Answer, Refusal};
use crate::model::Lang;
use crate::sheets;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    /// The rulebook, a JSON file; `-` is standard input.
    file: String,
    /// The workbook to write; `-` is standard output.
    #[arg(long, short)]
    output: String,
    /// The language of sheets and words, and of what is said.
    #[arg(long, value_enum, default_value_t = Lang::Zh)]
    lang: Lang,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang;
    let plan = plan(Some(&arguments.file), lang)?;
    let bytes = sheets::to_xlsx(&plan.document, lang).map_err(|fault| Refusal {
        file: arguments.file.clone(),
        faults: Vec::new(),
        lines: vec![fault.line(lang)],
        lang,
    })?;
    write_bytes(&arguments.output, &bytes, lang)
}
