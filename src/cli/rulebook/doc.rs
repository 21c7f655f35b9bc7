//! `infocity rulebook doc`

use clap::{Args, ValueEnum};

use crate::cli::files::{plan, write};
use crate::cli::{Answer, Refusal};
use crate::model::Lang;
use crate::report;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    /// The rulebook, a JSON file; `-` is standard input.
    rulebook: String,
    /// Markdown, or one HTML file.
    #[arg(long, value_enum, default_value_t = Form::Markdown)]
    format: Form,
    /// The language of the document.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
    /// The file to write; standard output when absent or `-`.
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// Markdown.
    Markdown,
    /// One HTML file with its style, to read and to print.
    Html,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang;
    let plan = plan(Some(&arguments.rulebook), lang)?;
    let document = match arguments.format {
        Form::Markdown => report::document_markdown(&plan, lang),
        Form::Html => report::document_html(&plan, lang),
    };
    write(arguments.output.as_deref().unwrap_or("-"), document, lang)
}
