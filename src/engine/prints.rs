//! Which rulebook and submission a result belongs to, so that anybody can compute it again.

use crate::fingerprint;
use crate::model::{RulebookPrint, Submission, SubmissionPrint};
use crate::plan::Plan;

pub(crate) fn of_rulebook(plan: &Plan) -> RulebookPrint {
    RulebookPrint {
        id: plan.document.id.clone(),
        version: plan.document.version.clone(),
        sha256: plan.sha256.clone(),
    }
}

pub(crate) fn of_submission(submission: &Submission) -> SubmissionPrint {
    SubmissionPrint {
        city: submission.city.clone(),
        year: submission.year,
        sha256: fingerprint::sha256(&fingerprint::canonical(submission)),
    }
}
