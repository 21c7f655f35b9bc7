//! What changed from one rulebook to another (修订), in words a reader of regulations uses, and what it does to
//! submissions.
//!
//! The documents are compared as they are, property by property ([`walk`]): nothing that a rulebook may come to hold is
//! left out. Which change can alter a result is said in [`effects`], how a property is called in [`naming`].

mod beside;
mod carry;
mod changes;
mod effects;
mod keys;
mod naming;
mod parts;
mod renames;
mod standings;
mod version;
mod walk;

use serde_json::Value;

use crate::engine::prints::of_rulebook;
use crate::model::{RULEBOOK_DIFF_FORMAT, RulebookDiff, Submission};
use crate::plan::Plan;

/// Two rulebooks and what became of their names.
pub(in crate::amendment) struct Pair<'a> {
    old: &'a Plan,
    new: &'a Plan,
    renames: &'a renames::Renames,
}

/// What changed from `old` to `new`, and what it does to `submissions`, each with the name by which it was given.
#[must_use]
pub fn diff(old: &Plan, new: &Plan, submissions: &[(String, Submission)]) -> RulebookDiff {
    // Every document of a rulebook has a JSON form: the empty fallback is never taken.
    let json = |plan: &Plan| serde_json::to_value(&plan.document).unwrap_or(Value::Null);
    let (old_json, new_json) = (json(old), json(new));
    let (old_parts, new_parts) = (parts::parts(&old_json), parts::parts(&new_json));
    let renames = renames::Renames::find(&old_parts, &new_parts, old.document.weights_by.as_deref());
    let pair = Pair { old, new, renames: &renames };
    let changes = pair.changes((&old_json, &old_parts), (&new_json, &new_parts));
    let standings = pair.standings((&old_json, &old_parts), (&new_json, &new_parts), &changes);
    RulebookDiff {
        format: RULEBOOK_DIFF_FORMAT,
        old: of_rulebook(old),
        new: of_rulebook(new),
        version: pair.version(&changes),
        changes,
        standings,
        submissions: submissions.iter().map(|(name, submission)| pair.submission(name, submission)).collect(),
    }
}
