//! What would have to change, as text for a terminal.

mod limit;
mod way;

use super::layout::{fixed, range};
use crate::model::{Basis, FloorResult, GoalKind, GoalReach, Indicator, Lang, Reach, ReachOutcome, Status};
use crate::plan::Plan;
use crate::texts::report::{reach as words, shared};
use crate::texts::{self, Word};

/// The answers as text in `lang`.
#[must_use]
pub fn text(plan: &Plan, reach: &Reach, lang: Lang) -> String {
    let mut report = Report { plan, lang, out: String::new() };
    report.head(reach);
    let (requirements, others): (Vec<_>, Vec<_>) =
        reach.goals.iter().partition(|goal| goal.goal == GoalKind::Requirement);
    if !requirements.is_empty() {
        report.line("");
        report.line(report.word(shared::REQUIREMENTS));
        requirements.into_iter().for_each(|goal| report.goal(goal));
    }
    let mut category = "";
    for goal in others {
        if goal.id != category {
            category = &goal.id;
            report.line("");
            report.line(&report.category(&goal.id));
        }
        report.goal(goal);
    }
    report.foot(reach);
    report.out
}

struct Report<'a> {
    plan: &'a Plan,
    lang: Lang,
    out: String,
}

impl Report<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    const fn word(&self, word: Word) -> &'static str {
        word.get(self.lang)
    }

    fn label(&self, kind: &str, id: &str) -> String {
        self.plan.label(kind, id, self.lang).unwrap_or_else(|| id.to_owned())
    }

    fn category(&self, id: &str) -> String {
        let whole = self.plan.document.categories.is_empty();
        if whole { self.word(words::OVERALL).to_owned() } else { self.label("category", id) }
    }

    fn joined(&self, parts: impl IntoIterator<Item = String>) -> String {
        texts::list(parts, self.lang)
    }

    fn head(&mut self, reach: &Reach) {
        let plan = self.plan;
        self.line(plan.document.title.get(self.lang));
        let none = self.word(shared::NO_CITY);
        let city = if reach.submission.city.is_empty() { none } else { &reach.submission.city };
        let year = reach.submission.year.map(|year| shared::OfYear { year }.get(self.lang));
        self.line(&format!("{city}{}", year.unwrap_or_default()));
        self.line(self.word(words::TITLE));
        self.line(self.word(words::PREMISE));
    }

    fn goal(&mut self, goal: &GoalReach) {
        if goal.judged == Some(false) {
            let score = goal.score.map(|points| range(points, self.plan.document.rounding.total));
            let points = score.unwrap_or_default();
            self.line(&format!("  {}", words::NothingToReach { points }.get(self.lang)));
            return;
        }
        let mark = match goal.status {
            Status::Met => "✓",
            Status::NotMet => "✗",
            Status::Undetermined => "?",
        };
        let basis = goal.basis.map(|basis| format!(" [{}]", self.word(texts::words::basis(basis))));
        let basis = basis.unwrap_or_default();
        let name = match goal.goal {
            GoalKind::Requirement => self.label("requirement", &goal.id),
            GoalKind::Line => {
                let line = goal.line.map(|line| fixed(line, 0)).unwrap_or_default();
                let name = self.word(texts::line_name(goal.basis.unwrap_or(Basis::Official)));
                words::Line { name, line }.get(self.lang)
            }
            GoalKind::Fit => self.word(words::FIT).to_owned(),
        };
        let score = goal.score.map(|points| {
            let points = range(points, self.plan.document.rounding.total);
            words::Now { points }.get(self.lang)
        });
        self.line(&format!("  {mark} {name}{basis}{}", score.unwrap_or_default()));
        if !goal.floors.is_empty() {
            let floors = self.joined(goal.floors.iter().map(|floor| self.floor(floor)));
            self.line(&format!("      {}", words::Floors { floors }.get(self.lang)));
        }
        self.outcome(goal);
        if !goal.not_searched.is_empty() {
            let figures = self.joined(goal.not_searched.iter().map(|id| self.label("figure", id)));
            self.line(&format!("      {}", words::NotSearched { figures }.get(self.lang)));
        }
    }

    fn floor(&self, floor: &FloorResult) -> String {
        let dimension = floor.dimension.as_ref().map(|id| self.label("dimension", id));
        let of = dimension.or_else(|| self.indicator(floor.indicator.as_ref()?)).unwrap_or_default();
        let field = floor.field.as_ref().map(|id| self.label("field", id)).unwrap_or_default();
        words::Floor { of, percent: floor.least_percent, field }.get(self.lang)
    }

    fn outcome(&mut self, goal: &GoalReach) {
        let said = match goal.outcome {
            ReachOutcome::Certain => self.word(words::CERTAIN).to_owned(),
            ReachOutcome::Ways if goal.ways.len() == 1 => self.word(words::ONE_WAY).to_owned(),
            ReachOutcome::Ways => self.word(words::WAYS).to_owned(),
            ReachOutcome::Set => {
                let count = goal.set.as_ref().map_or(0, |set| set.figures.len());
                let smallest = goal.set.as_ref().is_some_and(|set| set.smallest);
                if count == 1 {
                    self.word(words::ONE_WAY).to_owned()
                } else if smallest {
                    words::Set { count }.get(self.lang)
                } else {
                    words::SetUnproved { count }.get(self.lang)
                }
            }
            ReachOutcome::Unreachable => self.word(words::UNREACHABLE).to_owned(),
            ReachOutcome::Waits => {
                let inputs = self.joined(goal.waits_for.iter().map(|id| self.input(id)));
                words::Waits { inputs }.get(self.lang)
            }
            ReachOutcome::Undecided => self.word(words::UNDECIDED).to_owned(),
        };
        if !goal.eased_by.is_empty() {
            let inputs = self.joined(goal.eased_by.iter().map(|id| self.input(id)));
            self.line(&format!("      {}", words::EasedBy { inputs }.get(self.lang)));
        }
        self.line(&format!("      {said}"));
        for way in &goal.ways {
            let told = self.way(way);
            self.line(&format!("        · {told}"));
        }
        for (index, way) in goal.set.iter().flat_map(|set| &set.figures).enumerate() {
            let told = self.way(way);
            self.line(&format!("        {}. {told}", index.saturating_add(1)));
        }
        for limit in &goal.limits {
            let told = self.limit(limit);
            self.line(&format!("        · {told}"));
        }
    }

    /// What an input that is to be known first is called.
    fn input(&self, id: &str) -> String {
        let last = id.strip_prefix("last(").and_then(|id| id.strip_suffix(')'));
        match (last, id) {
            (Some(id), _) => words::LastYear { figure: self.label("figure", id) }.get(self.lang),
            (None, "year") => self.word(words::YEAR).to_owned(),
            (None, "category") => self.word(words::CATEGORY).to_owned(),
            (None, "fields") => self.word(words::FIELDS).to_owned(),
            (None, id) => self.label("figure", id),
        }
    }

    /// The label of a formula that is a name alone, of an indicator, or the formula as the rulebook writes it.
    fn formula(&self, text: &str) -> String {
        let counted = text.strip_prefix("count(").and_then(|id| id.strip_suffix(')'));
        if let Some(figure) = counted.and_then(|id| self.plan.label("figure", id, self.lang)) {
            return words::ItemsOf { figure }.get(self.lang);
        }
        let named = self.plan.label("derived", text, self.lang);
        let named = named.or_else(|| self.plan.label("figure", text, self.lang));
        named.or_else(|| self.indicator(text)).unwrap_or_else(|| text.to_owned())
    }

    fn indicator(&self, id: &str) -> Option<String> {
        fn find<'i>(indicators: &'i [Indicator], id: &str) -> Option<&'i Indicator> {
            indicators.iter().find_map(|indicator| {
                if indicator.id == id { Some(indicator) } else { find(&indicator.indicators, id) }
            })
        }
        let mut dimensions = self.plan.document.dimensions.iter();
        let found = dimensions.find_map(|dimension| find(&dimension.indicators, id))?;
        Some(found.label.get(self.lang).to_owned())
    }

    fn foot(&mut self, reach: &Reach) {
        self.line("");
        let (rulebook, submission) = (&reach.rulebook, &reach.submission);
        self.line(&format!("{} {} · sha256 {}", rulebook.id, rulebook.version, rulebook.sha256));
        self.line(&format!("{} · sha256 {}", self.word(shared::SUBMISSION), submission.sha256));
        self.line(&format!("infocity {}", reach.engine));
    }
}
