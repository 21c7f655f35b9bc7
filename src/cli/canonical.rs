//! `infocity canonical`

use clap::Args;

use super::files::{read, refusal};
use super::{Answer, Refusal};
use crate::model::{Json, Lang, RULEBOOK_FORMAT};
use crate::{fingerprint, rulebook, submission};

#[derive(Args)]
pub(super) struct Arguments {
    /// A submission or a rulebook, a JSON file; `-` is standard input.
    file: String,
    /// The language of faults.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

/// Prints the text without a line end, so that `sha256sum` gives the fingerprint of an assessment.
pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let lang = arguments.lang;
    let file = arguments.file.as_str();
    let bytes = read(file, lang)?;
    let is_rulebook = Json::read(&bytes)
        .is_ok_and(|json| json.get("format") == Some(&Json::Text(RULEBOOK_FORMAT.to_owned())));
    let canonical = if is_rulebook {
        rulebook::load(&bytes).map(|plan| fingerprint::canonical(&plan.document))
    } else {
        submission::read(&bytes).map(|submission| fingerprint::canonical(&submission))
    };
    canonical.map(Answer::Done).map_err(|faults| refusal(file, faults, lang))
}
