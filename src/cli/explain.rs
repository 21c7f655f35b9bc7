//! `infocity explain`

use clap::Args;

use super::files::refusal;
use super::given::Given;
use super::{Answer, Refusal};
use crate::model::FaultCode;
use crate::{engine, report};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    given: Given,
    /// What to explain: the id of an indicator, dimension, category, field, requirement, derived figure, benchmark or
    /// figure; `total` for the total; `kind:id`, such as `requirement:level`, where an id names several.
    id: String,
    /// The category in which points are explained; the one the submission names when absent, else every one.
    #[arg(long)]
    category: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let given = &arguments.given;
    let (plan, submission) = given.load()?;
    let explained = engine::explain(&plan, &submission, &arguments.id, arguments.category.as_deref());
    let explanation = explained.map_err(|faults| {
        // What was asked for is at fault, not the file.
        let asked = |code| {
            use FaultCode::{AmbiguousId, NothingToExplain, UnknownCategory};
            matches!(code, NothingToExplain | AmbiguousId | UnknownCategory)
        };
        if faults.iter().any(|fault| asked(fault.code)) {
            refusal("explain", faults, given.lang())
        } else {
            given.refused(faults)
        }
    })?;
    let text = |lang| report::explanation_text(&explanation, lang);
    Ok(given.answer(text, || report::explanation_json(&explanation)))
}
