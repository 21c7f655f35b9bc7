//! A city's submission beside the one of the year before: what changed, and what would put its title at risk.

mod changes;
mod last_year;
mod notes;
mod risk;

pub use changes::{Differences, differences};

use super::assess::afresh;
use crate::model::{COMPARISON_FORMAT, Comparison, Fault, FaultCode, Place, PreviousPrint, Submission};
use crate::plan::Plan;
use crate::submission::admit;

/// Why two submissions could not be compared: the faults of one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// This year's does not fit the rulebook.
    Current(Vec<Fault>),
    /// Last year's does not fit the rulebook, or is not of an earlier year.
    Previous(Vec<Fault>),
}

/// Assesses both submissions under the same rulebook and tells what changed.
///
/// # Errors
/// Every fault of this year's submission, else every fault of last year's.
pub fn compare(plan: &Plan, current: &Submission, previous: &Submission) -> Result<Comparison, Refused> {
    let facts = admit(plan, current).map_err(Refused::Current)?;
    let facts_before = admit(plan, previous).map_err(Refused::Previous)?;
    if let Some((before, now)) = previous.year.zip(current.year)
        && before >= now
    {
        let fault = Fault::new(
            FaultCode::YearNotEarlier,
            &Place::document().at("year"),
            before,
            &[("year", &now.to_string())],
        );
        return Err(Refused::Previous(vec![fault]));
    }
    let (assessment, before) = (afresh(plan, current, &facts), afresh(plan, previous, &facts_before));
    let Differences { categories, fields, requirements } = differences(plan, &before, &assessment);
    Ok(Comparison {
        format: COMPARISON_FORMAT,
        rulebook: assessment.rulebook.clone(),
        engine: assessment.engine,
        current: assessment.submission.clone(),
        previous: PreviousPrint { submission: before.submission, warnings: before.warnings },
        category: current.category.clone().or_else(|| previous.category.clone()),
        notes: notes::notes(plan, current, previous),
        categories,
        fields,
        requirements,
        last_year: last_year::checks(plan, (current, &facts), (previous, &facts_before)),
        assessment,
    })
}
