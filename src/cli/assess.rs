//! `infocity assess`

use clap::Args;

use super::files::{refusal, unreadable};
use super::given::Given;
use super::{Answer, Refusal};
use crate::engine::Refused;
use crate::model::Submission;
use crate::plan::Plan;
use crate::{engine, report};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    given: Given,
    /// Last year's submission, a JSON file: tells what changed and what puts the title at risk. JSON is then the
    /// comparison, with this year's assessment in it.
    #[arg(long, value_name = "LAST")]
    previous: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let given = &arguments.given;
    let (plan, submission) = given.load()?;
    if let Some(previous) = &arguments.previous {
        return compare(given, previous, &plan, &submission);
    }
    let assessment = engine::assess(&plan, &submission).map_err(|faults| given.refused(faults))?;
    Ok(given.answer(|lang| report::text(&plan, &assessment, lang), || report::json(&assessment)))
}

/// This year's submission beside last year's.
fn compare(given: &Given, previous: &str, plan: &Plan, current: &Submission) -> Result<Answer, Refusal> {
    if given.submission == "-" && previous == "-" {
        let why = "standard input is already the submission";
        return Err(unreadable(previous, why, given.lang()));
    }
    let before = given.another(previous)?;
    let comparison = engine::compare(plan, current, &before).map_err(|refused| match refused {
        Refused::Current(faults) => given.refused(faults),
        Refused::Previous(faults) => refusal(previous, faults, given.lang()),
    })?;
    let text = |lang| report::comparison_text(plan, &comparison, lang);
    Ok(given.answer(text, || report::comparison_json(&comparison)))
}
