//! The whole assessment.

use super::rules::Rules;
use super::{advice, category, material, missing, prints, warnings};
use crate::model::{ASSESSMENT_FORMAT, Assessment, Fault, Submission};
use crate::plan::Plan;
use crate::submission::admit;
use crate::values::Facts;

/// Assesses a submission.
///
/// # Errors
/// Every fault of the submission, where it does not fit the rulebook.
pub fn assess(plan: &Plan, submission: &Submission) -> Result<Assessment, Vec<Fault>> {
    Ok(afresh(plan, submission, &admit(plan, submission)?))
}

/// Everything that follows from what is known, no rule of it concluded before.
pub(super) fn afresh(plan: &Plan, submission: &Submission, facts: &Facts) -> Assessment {
    conclude(plan, submission, facts, &Rules::new(plan, facts))
}

/// Everything that follows from what is known and from what is concluded rule by rule.
pub(super) fn conclude(plan: &Plan, submission: &Submission, facts: &Facts, rules: &Rules) -> Assessment {
    let requirements = rules.requirements.clone();
    let (categories, fields) = category::judge(plan, facts, &rules.shares);
    let materials = material::results(plan, submission, facts);
    let missing =
        missing::missing(plan, submission, (facts, &rules.shares), &requirements, &categories, &materials);
    Assessment {
        format: ASSESSMENT_FORMAT,
        rulebook: prints::of_rulebook(plan),
        submission: prints::of_submission(submission),
        engine: crate::VERSION,
        advice: advice::advice(plan, submission, &categories, &fields, &missing.figures),
        missing,
        materials,
        route: advice::route(plan, facts),
        warnings: warnings::warnings(plan, submission, facts, &rules.warnings),
        categories,
        fields,
        requirements,
    }
}
