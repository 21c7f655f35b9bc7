//! What changed from one rulebook to another (修订), and what it does to submissions.

use serde::Serialize;
use serde_json::Value;

use super::assessment::{Eligible, Fit, Points, RulebookPrint, Status, SubmissionPrint};
use super::decimal::Decimal;
use super::fault::{Fault, Subject};
use super::standing::Basis;
use super::text::Text;

/// The value of `format` in every difference of this shape.
pub const RULEBOOK_DIFF_FORMAT: &str = "infocity-rulebook-diff/1";

/// What changed from one rulebook to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RulebookDiff {
    /// Always [`RULEBOOK_DIFF_FORMAT`].
    pub format: &'static str,
    /// The rulebook that was changed.
    pub old: RulebookPrint,
    /// What it was changed to.
    pub new: RulebookPrint,
    /// Whether the version says so.
    pub version: VersionAdvice,
    /// Every change, in the order of the new rulebook.
    pub changes: Vec<RuleChange>,
    /// What became of the reference assumptions.
    pub standings: StandingChanges,
    /// What it does to the submissions given.
    pub submissions: Vec<SubmissionUnderBoth>,
}

/// What a change can do, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ChangeEffect {
    /// It can change points, requirements, eligibility or fit, or what a submission may say.
    Result,
    /// It changes what is asked, needed, done or pointed out, and no judgement.
    Procedure,
    /// It changes what rules rest on.
    Sources,
    /// It changes words alone.
    Words,
}

/// What happened to a part of the rulebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum RuleChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another name; all else is equal.
    Renamed,
    /// It stands below another dimension or indicator.
    Moved,
    /// The list of such parts has another order.
    Reordered,
    /// It says something else.
    Changed,
}

/// One part of the rulebook and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RuleChange {
    /// What happened.
    pub kind: RuleChangeKind,
    /// What kind of part it is.
    pub subject: Subject,
    /// Its id; the old one where it is gone, empty for the rulebook itself or a list.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// The strongest thing the change can do.
    pub effect: ChangeEffect,
    /// Where it stands in the old rulebook: a JSON pointer.
    pub old: Option<String>,
    /// Where it stands in the new one.
    pub new: Option<String>,
    /// What it was called or what it stood below, or the old order; as ids, and for readers.
    pub from: Option<ToldValue>,
    /// What it is called or what it stands below now, or the new order.
    pub to: Option<ToldValue>,
    /// What in it changed.
    pub properties: Vec<PropertyChange>,
}

/// A property of a part that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct PropertyChange {
    /// The property: keys and ids below the part, `score/piecewise/points/2/at`.
    pub path: String,
    /// The property for readers.
    pub name: Text,
    /// What its change can do.
    pub effect: ChangeEffect,
    /// Only the names in it changed, or only the way it is written: it means the same.
    pub same_meaning: bool,
    /// Where it stands in the old rulebook: a JSON pointer; `null` where it is new.
    pub old: Option<String>,
    /// Where it stands in the new one; `null` where it is gone.
    pub new: Option<String>,
    /// What it was.
    pub from: Option<ToldValue>,
    /// What it is.
    pub to: Option<ToldValue>,
}

/// A value of a rulebook as it is written and for readers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ToldValue {
    /// As it is written.
    #[cfg_attr(feature = "typescript", tsify(type = "unknown"))]
    pub value: Value,
    /// For readers.
    pub words: Text,
}

/// How large a step from one version to the next is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum VersionStep {
    /// No step.
    None,
    /// Words and sources alone.
    Patch,
    /// A result can change.
    Minor,
    /// A submission made for the old version can no longer be taken over whole.
    Major,
}

/// What there is to say about the version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum VersionVerdict {
    /// Nothing changed.
    NothingChanged,
    /// Two rulebooks with names of their own: their versions do not compare.
    OtherRulebook,
    /// The step is as large as the changes, or larger.
    Fits,
    /// Something changed, and the version did not.
    NotRaised,
    /// The version went down.
    Lowered,
    /// The step is smaller than the changes.
    TooSmall,
}

/// Whether the version says what the changes are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct VersionAdvice {
    /// What there is to say.
    pub verdict: VersionVerdict,
    /// The step that the changes ask for.
    pub needed: VersionStep,
    /// The least version that would do, counted from the old one.
    pub least: String,
}

/// What became of the reference assumptions.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct StandingChanges {
    /// Rules that were assumptions and now rest on a document.
    pub replaced: Vec<StandingChange>,
    /// Assumptions that are gone with their rule.
    pub removed: Vec<StandingChange>,
    /// Assumptions that still stand.
    pub remaining: Vec<StandingChange>,
    /// Assumptions that are new, or stand where a document stood.
    pub introduced: Vec<StandingChange>,
    /// Other rules whose support is of another kind now.
    pub others: Vec<StandingChange>,
}

/// A rule and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct StandingChange {
    /// What kind of part it is.
    pub subject: Subject,
    /// Its id; the old one where it is gone.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// Which of its standings: keys below the part, `standing`, `line/standing`.
    pub path: String,
    /// Which of its standings, for readers; empty for that of the part itself.
    pub of: Text,
    /// What it rested on.
    pub from: Option<Basis>,
    /// What it rests on.
    pub to: Option<Basis>,
    /// The cited document and the place in it, for readers.
    pub cited: Option<Text>,
    /// Whether the rule itself was changed as well, beyond words and sources.
    pub rule_changed: bool,
    /// Where it stands: a JSON pointer into the new rulebook, or into the old one where it is gone.
    pub place: String,
}

/// A submission under both rulebooks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct SubmissionUnderBoth {
    /// The file or other name by which it was given.
    pub name: String,
    /// The submission as it was given.
    pub submission: SubmissionPrint,
    /// Which rulebook it was made for.
    pub made_for: MadeFor,
    /// What was taken over to the other rulebook and what not.
    pub carried: Vec<Carried>,
    /// Why it cannot be judged under the old rulebook.
    pub old_faults: Vec<Fault>,
    /// Why it cannot be judged under the new one.
    pub new_faults: Vec<Fault>,
    /// Its results, side by side; `null` where one of them is not to be had.
    pub results: Option<ResultChanges>,
}

/// Which of two rulebooks a submission was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum MadeFor {
    /// The old one, or none is named.
    Old,
    /// The new one: it was taken back to the old one.
    New,
    /// Another version, which is neither: taken as if for the old one.
    OtherVersion,
    /// Another rulebook.
    OtherRulebook,
}

/// What a submission says about one thing, and what became of it in the other rulebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Carried {
    /// A figure, category, field or material.
    pub subject: Subject,
    /// Its id in the submission, or in the other rulebook where it is new there.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// What became of it.
    pub outcome: CarryOutcome,
    /// What the outcome is about: the new name, the unit, the option.
    pub detail: Option<Text>,
}

/// What became of something entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum CarryOutcome {
    /// Taken over.
    CarriedOver,
    /// Taken over under its new name.
    Renamed,
    /// Taken over in another unit, exactly.
    Converted,
    /// The other rulebook does not ask for it.
    NoLongerAsked,
    /// The option or item chosen is not there.
    OptionGone,
    /// The checklist has items that were not asked before: what was not ticked is no answer to them.
    NewItems,
    /// It is asked as another kind of value.
    OtherKind,
    /// Its unit is none of the figure's units, and does not convert.
    UnitGone,
    /// The other rulebook does not take the value.
    Refused,
    /// The other rulebook asks for it anew.
    NewToEnter,
}

/// Two results beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Beside<T> {
    /// Under the old rulebook; `null` where it has none.
    pub old: Option<T>,
    /// Under the new one.
    pub new: Option<T>,
}

impl<T: PartialEq> Beside<T> {
    /// Whether both are the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.old == self.new
    }
}

/// The results of a submission under both rulebooks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ResultChanges {
    /// Whether nothing below differs.
    pub unchanged: bool,
    /// Every category.
    pub categories: Vec<CategoryUnderBoth>,
    /// Every field.
    pub fields: Vec<CategoryUnderBoth>,
    /// The requirements whose outcome differs.
    pub requirements: Vec<RequirementUnderBoth>,
    /// The category to go for.
    pub advice: Beside<Titled>,
    /// The way the application takes.
    pub route: Beside<Titled>,
}

/// Something by its id and label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Titled {
    /// Its id.
    pub id: String,
    /// What users call it.
    pub label: Text,
}

/// A category, or a field, under both rulebooks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CategoryUnderBoth {
    /// Its id in the new rulebook, or in the old one where it is gone.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// Whether anything below differs.
    pub changed: bool,
    /// Whether the city may apply at all.
    pub eligible: Beside<Eligible>,
    /// Whether it also reaches the line.
    pub fit: Beside<Fit>,
    /// The total.
    pub score: Beside<Points>,
    /// The least total that the line asks for.
    pub line: Beside<Decimal>,
    /// The dimensions whose points differ.
    pub dimensions: Vec<DimensionUnderBoth>,
}

/// A dimension's points under both rulebooks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DimensionUnderBoth {
    /// Its id.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// Its points.
    pub score: Beside<Points>,
}

/// A requirement whose outcome differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RequirementUnderBoth {
    /// Its id in the new rulebook, or in the old one where it is gone.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// Its outcome; `null` where the rulebook does not ask for it.
    pub status: Beside<Status>,
}
