//! What changed between two rulebooks, as text.

mod standings;
mod submissions;

use crate::model::{
    ChangeEffect, Lang, PropertyChange, RuleChange, RuleChangeKind, RulebookDiff, ToldValue, VersionVerdict,
};
use crate::plan::Plan;
use crate::texts::amendment::report as words;
use crate::texts::said;
use crate::texts::{self, Word};

/// The strongest first.
const EFFECTS: [ChangeEffect; 4] =
    [ChangeEffect::Result, ChangeEffect::Procedure, ChangeEffect::Sources, ChangeEffect::Words];

/// A value that is longer, in characters, stands on a line of its own.
const SHORT: usize = 36;

/// The difference as text in `lang`; `old` and `new` are the rulebooks it is of.
#[must_use]
pub fn text(old: &Plan, new: &Plan, diff: &RulebookDiff, lang: Lang) -> String {
    let mut page = Page { new, diff, lang, out: String::new() };
    page.head(old);
    page.changes();
    page.standings();
    page.submissions();
    page.out
}

struct Page<'a> {
    new: &'a Plan,
    diff: &'a RulebookDiff,
    lang: Lang,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.out.push('\n');
        self.line(0, text);
    }

    fn said(&self, template: Word, params: &[(&str, &str)]) -> String {
        said(template, self.lang, params)
    }

    const fn word(&self, word: Word) -> &'static str {
        word.get(self.lang)
    }

    const fn colon(&self) -> &'static str {
        texts::rules::COLON.get(self.lang)
    }

    fn head(&mut self, old: &Plan) {
        self.line(0, self.word(words::TITLE));
        for (word, plan) in [(words::OLD, old), (words::NEW, self.new)] {
            let document = &plan.document;
            let title = document.title.get(self.lang);
            let text = format!("{} {}  {title}  {}", document.id, document.version, plan.sha256);
            self.line(2, &format!("{}  {text}", self.word(word)));
        }
        let version = &self.diff.version;
        let (from, to) = (self.diff.old.version.as_str(), self.diff.new.version.as_str());
        let params = [("old", from), ("new", to), ("least", &version.least)];
        let verdict = self.said(texts::amendment::version(version.verdict), &params);
        if version.verdict == VersionVerdict::NothingChanged {
            self.line(2, &verdict);
            return;
        }
        let step = self.word(texts::amendment::step(version.needed));
        let joint = self.word(texts::rules::CLAUSE_JOINT);
        self.line(2, &format!("{verdict}{joint}{step}"));
    }

    fn changes(&mut self) {
        let changes = &self.diff.changes;
        if changes.is_empty() {
            self.heading(self.word(words::EMPTY));
            return;
        }
        let count = |effect| -> usize { changes.iter().map(|change| of_effect(change, effect)).sum() };
        let counts: Vec<_> = EFFECTS.iter().map(|effect| (*effect, count(*effect))).collect();
        let all = counts.iter().fold(0_usize, |all, (_, count)| all.saturating_add(*count)).to_string();
        self.heading(&self.said(words::COUNTS, &[("all", &all)]));
        for (effect, count) in counts.iter().filter(|(_, count)| *count > 0) {
            let effect = self.word(texts::amendment::effect(*effect));
            let line = self.said(words::PART_COUNT, &[("effect", effect), ("count", &count.to_string())]);
            self.line(2, &line);
        }
        for effect in EFFECTS {
            self.section(effect);
        }
    }

    /// The changes that can do this much.
    fn section(&mut self, effect: ChangeEffect) {
        let diff = self.diff;
        let mut subject = None;
        for change in diff.changes.iter().filter(|change| of_effect(change, effect) > 0) {
            if subject.is_none() {
                let heading = self.word(texts::amendment::effect(effect));
                self.heading(&format!("== {heading} =="));
            }
            if subject != Some(change.subject) {
                subject = Some(change.subject);
                let name = texts::words::subject(change.subject);
                self.heading(name.get(self.lang));
            }
            self.change(change, effect);
        }
    }

    fn change(&mut self, change: &RuleChange, effect: ChangeEffect) {
        let mark = match change.kind {
            RuleChangeKind::Added => "+",
            RuleChangeKind::Removed => "-",
            RuleChangeKind::Renamed => "=",
            RuleChangeKind::Moved => ">",
            RuleChangeKind::Reordered => "#",
            RuleChangeKind::Changed => "~",
        };
        let kind = self.word(texts::amendment::kind(change.kind));
        let label = change.label.get(self.lang);
        let id = if change.id.is_empty() || change.kind == RuleChangeKind::Reordered {
            String::new()
        } else {
            format!("  `{}`", change.id)
        };
        self.line(2, &format!("{mark} {kind}  {label}{id}"));
        if let (Some(from), Some(to)) = (&change.from, &change.to) {
            self.values(6, "", Some(from), Some(to));
        }
        for property in change.properties.iter().filter(|property| property.effect == effect) {
            self.property(property);
        }
    }

    fn property(&mut self, property: &PropertyChange) {
        let name = property.name.get(self.lang);
        if property.same_meaning {
            let text = self.word(words::SAME_MEANING);
            let text = format!("{name}{}{text}", self.colon());
            self.line(6, &text);
            return;
        }
        let words =
            |value: &Option<ToldValue>| value.as_ref().map(|value| value.words.get(self.lang).to_owned());
        if property.from.is_some() && words(&property.from) == words(&property.to) {
            let other = self.word(words::OTHER_LANGUAGE);
            let text = format!("{name}{}{other}", self.colon());
            self.line(6, &text);
            return;
        }
        self.values(6, &format!("{name}{}", self.colon()), property.from.as_ref(), property.to.as_ref());
    }

    fn values(&mut self, indent: usize, name: &str, from: Option<&ToldValue>, to: Option<&ToldValue>) {
        let words = |value: &ToldValue| value.words.get(self.lang).replace('\n', " ");
        let text = match (from.map(words), to.map(words)) {
            (Some(from), Some(to)) if from.chars().count().max(to.chars().count()) > SHORT => {
                let deeper = if name.is_empty() { indent } else { indent.saturating_add(2) };
                if !name.is_empty() {
                    self.line(indent, name);
                }
                self.line(deeper, &self.said(words::WAS, &[("from", &from)]));
                self.line(deeper, &self.said(words::IS, &[("to", &to)]));
                return;
            }
            (Some(from), Some(to)) => self.said(words::FROM_TO, &[("from", &from), ("to", &to)]),
            (None, Some(to)) => self.said(words::CAME, &[("to", &to)]),
            (Some(from), None) => self.said(words::WENT, &[("from", &from)]),
            (None, None) => String::new(),
        };
        self.line(indent, &format!("{name}{text}"));
    }
}

/// How many changes of this strength: the properties of a part that changed, else the part itself.
fn of_effect(change: &RuleChange, effect: ChangeEffect) -> usize {
    match change.kind {
        RuleChangeKind::Changed => {
            change.properties.iter().filter(|property| property.effect == effect).count()
        }
        _ => usize::from(change.effect == effect),
    }
}
