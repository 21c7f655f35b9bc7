//! Whether the version says what the changes are: MAJOR where a submission cannot be taken over whole, MINOR where a
//! result or the procedure can change, PATCH for words and sources.

use super::Pair;
use crate::model::{
    ChangeEffect, PropertyChange, RuleChange, RuleChangeKind, Subject, VersionAdvice, VersionStep,
    VersionVerdict,
};

/// The properties of a figure that say which values it takes.
const TAKEN: &[&str] = &["kind"];

/// The three numbers of a version; a loaded rulebook has them.
fn numbers(version: &str) -> Option<[u64; 3]> {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

/// How large the step between two versions is; the later one must be higher.
fn step(old: [u64; 3], new: [u64; 3]) -> VersionStep {
    match (old, new) {
        ([a, ..], [b, ..]) if a != b => VersionStep::Major,
        ([_, a, _], [_, b, _]) if a != b => VersionStep::Minor,
        ([.., a], [.., b]) if a != b => VersionStep::Patch,
        _ => VersionStep::None,
    }
}

/// Whether a submission made for the old rulebook can no longer be taken over whole.
fn breaks(change: &RuleChange) -> bool {
    let named = [Subject::Figure, Subject::Category, Subject::Field, Subject::Material];
    if !named.contains(&change.subject) {
        return false;
    }
    match change.kind {
        RuleChangeKind::Removed | RuleChangeKind::Renamed => true,
        RuleChangeKind::Changed if change.subject == Subject::Figure => {
            let taken = |path: &str| path.split('/').next().is_some_and(|first| TAKEN.contains(&first));
            let cut = change.properties.iter().filter(|p| p.effect == ChangeEffect::Result && taken(&p.path));
            // An option or unit more takes nothing away; an item more leaves what was ticked without an answer to it.
            let takes = |property: &PropertyChange| {
                property.from.is_some() || property.path.starts_with("kind/checklist/items")
            };
            cut.into_iter().any(takes)
        }
        _ => false,
    }
}

impl Pair<'_> {
    /// What there is to say about the version.
    pub(super) fn version(&self, changes: &[RuleChange]) -> VersionAdvice {
        let (old, new) = (&self.old.document, &self.new.document);
        let is_rule = |change: &&RuleChange| {
            change.subject != Subject::Document || change.properties.iter().any(|p| p.path != "version")
        };
        let needed = changes.iter().filter(is_rule).map(|change| match change.effect {
            _ if breaks(change) => VersionStep::Major,
            ChangeEffect::Result | ChangeEffect::Procedure => VersionStep::Minor,
            ChangeEffect::Sources | ChangeEffect::Words => VersionStep::Patch,
        });
        let needed = needed.max().unwrap_or(VersionStep::None);
        let (from, to) =
            (numbers(&old.version).unwrap_or_default(), numbers(&new.version).unwrap_or_default());
        let [major, minor, patch] = from;
        let up = |number: u64| number.saturating_add(1);
        let least = match needed {
            VersionStep::None => from,
            VersionStep::Patch => [major, minor, up(patch)],
            VersionStep::Minor => [major, up(minor), 0],
            VersionStep::Major => [up(major), 0, 0],
        };
        let verdict = match needed {
            _ if old.id != new.id => VersionVerdict::OtherRulebook,
            _ if to < from => VersionVerdict::Lowered,
            VersionStep::None if to == from => VersionVerdict::NothingChanged,
            _ if to == from => VersionVerdict::NotRaised,
            needed if step(from, to) < needed => VersionVerdict::TooSmall,
            _ => VersionVerdict::Fits,
        };
        VersionAdvice { verdict, needed, least: least.map(|number| number.to_string()).join(".") }
    }
}
