//! `infocity reach`

use clap::Args;

use super::given::Given;
use super::{Answer, Refusal};
use crate::{engine, report};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    given: Given,
    /// One category; every category when absent.
    #[arg(long)]
    category: Option<String>,
    /// One requirement, a hint included; when absent all that are not certain, then lines and fits.
    #[arg(long)]
    requirement: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let given = &arguments.given;
    let (plan, submission) = given.load()?;
    let question =
        engine::Question { category: arguments.category.clone(), requirement: arguments.requirement.clone() };
    let reach = engine::reach(&plan, &submission, &question).map_err(|faults| given.refused(faults))?;
    Ok(given.answer(|lang| report::reach_text(&plan, &reach, lang), || report::reach_json(&reach)))
}
