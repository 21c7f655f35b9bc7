//! What is likely a mistake in a rulebook that holds together, and what an honest one would still say.
//!
//! Whatever is said to be never or always so is so for every submission: it is read from the engine's own ranges while
//! nothing is known, one way of making the choices and one stretch of years after another. Years before the first
//! benchmark that a rule compares with are left out: it has no value there.

mod alike;
mod cases;
mod conditions;
mod lines;
mod numbers;
mod points;
mod reads;
mod routes;
mod scores;
mod standings;
mod texts;
mod usage;
mod visit;
mod walk;

use crate::model::{Finding, Findings};
use crate::plan::Plan;

/// Everything that is odd about a rulebook, by kinds of rules.
#[must_use]
pub fn lint(plan: &Plan) -> Vec<Finding> {
    let mut findings = Findings::default();
    conditions::check(plan, &mut findings);
    numbers::check(plan, &mut findings);
    routes::check(plan, &mut findings);
    scores::check(plan, &mut findings);
    points::check(plan, &mut findings);
    lines::check(plan, &mut findings);
    usage::check(plan, &mut findings);
    alike::check(plan, &mut findings);
    texts::check(plan, &mut findings);
    standings::check(plan, &mut findings);
    findings.into_vec()
}
