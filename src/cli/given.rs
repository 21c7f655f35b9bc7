//! What most commands are given: a submission, a rulebook, and how the answer is to be told.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::files::{plan, read, refusal, unreadable};
use super::shelf::choose;
use super::{Answer, Refusal};
use crate::model::{Fault, Lang, Submission};
use crate::plan::Plan;
use crate::submission;

#[derive(Args)]
pub(super) struct Given {
    /// The submission, a JSON file; `-` is standard input.
    pub(super) submission: String,
    /// The rulebook, a JSON file; the flagship miit-2019-63 when absent. A folder holds several side by side: the
    /// submission says which one, in which version, it was made for.
    #[arg(long)]
    rulebook: Option<String>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the text.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A text to read.
    Text,
    /// JSON; it does not depend on the language.
    Json,
}

impl Given {
    /// The language of what is said.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// The rulebook and the submission.
    pub(super) fn load(&self) -> Result<(Plan, Submission), Refusal> {
        if self.submission == "-" && self.rulebook.as_deref() == Some("-") {
            let why = "standard input is already the submission";
            return Err(unreadable("-", why, self.lang()));
        }
        let submission = self.another(&self.submission)?;
        let chosen = match &self.rulebook {
            Some(folder) if Path::new(folder).is_dir() => Some(choose(folder, &submission, self.lang())?),
            file => file.as_ref().map(PathBuf::from),
        };
        let file = chosen.as_ref().map(|file| file.to_string_lossy());
        Ok((plan(file.as_deref(), self.lang())?, submission))
    }

    /// A submission beside the one given.
    pub(super) fn another(&self, file: &str) -> Result<Submission, Refusal> {
        let lang = self.lang();
        submission::read(&read(file, lang)?).map_err(|faults| refusal(file, faults, lang))
    }

    /// Faults of the submission given.
    pub(super) fn refused(&self, faults: Vec<Fault>) -> Refusal {
        refusal(&self.submission, faults, self.lang())
    }

    /// The answer as it was asked for.
    pub(super) fn answer(&self, text: impl FnOnce(Lang) -> String, json: impl FnOnce() -> String) -> Answer {
        Answer::Done(match self.format {
            Format::Text => text(self.lang()),
            Format::Json => json(),
        })
    }
}
