//! `infocity rulebook from-xlsx`

use clap::Args;

use crate::cli::files::{read_most, write};
use crate::cli::{Answer, Refusal};
use crate::model::Lang;
use crate::sheets;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    /// The workbook, an .xlsx file; `-` is standard input.
    file: String,
    /// The rulebook to write, a JSON file; standard output when absent.
    #[arg(long, short)]
    output: Option<String>,
    /// The language of what is said.
    #[arg(long, value_enum, default_value_t = Lang::Zh)]
    lang: Lang,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang;
    let bytes = read_most(&arguments.file, sheets::MAX_FILE, lang)?;
    let rulebook = sheets::from_xlsx(&bytes).map_err(|faults| Refusal {
        file: arguments.file.clone(),
        faults: Vec::new(),
        lines: faults.iter().map(|fault| fault.line(lang)).collect(),
        lang,
    })?;
    write(arguments.output.as_deref().unwrap_or("-"), sheets::text(&rulebook), lang)
}
