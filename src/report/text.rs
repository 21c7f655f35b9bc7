//! The report for a terminal.

mod dimensions;

use super::layout::{bar, fixed, padded, range, right, widest};
use crate::model::{
    Assessment, Basis, CategoryResult, Decimal, Effect, Lang, MissingFigure, MissingState, RequirementResult,
    Status,
};
use crate::plan::Plan;
use crate::texts::report::{assessment as words, shared};
use crate::texts::{self, Word, signs};

/// The figures named of those that are missing.
const FIRST_FIGURES: usize = 10;

/// The assessment as text in `lang`.
#[must_use]
pub fn text(plan: &Plan, assessment: &Assessment, lang: Lang) -> String {
    let mut report = Report { plan, assessment, lang, out: String::new() };
    report.head();
    report.categories();
    report.dimensions();
    report.requirements();
    report.missing();
    report.route();
    report.warnings();
    report.foot();
    report.out
}

/// The report without details: its head and the categories, then `middle`, then what to check and the fingerprints.
pub(super) fn essentials(plan: &Plan, assessment: &Assessment, lang: Lang, middle: &str) -> String {
    let mut report = Report { plan, assessment, lang, out: String::new() };
    report.head();
    report.categories();
    report.out.push_str(middle);
    report.warnings();
    report.foot();
    report.out
}

struct Report<'a> {
    plan: &'a Plan,
    assessment: &'a Assessment,
    lang: Lang,
    out: String,
}

impl<'a> Report<'a> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.line("");
        self.line(text);
    }

    const fn word(&self, word: Word) -> &'static str {
        word.get(self.lang)
    }

    fn label(&self, kind: &str, id: &str) -> String {
        self.plan.label(kind, id, self.lang).unwrap_or_else(|| id.to_owned())
    }

    fn labels(&self, kind: &str, ids: &[String]) -> String {
        texts::list(ids.iter().map(|id| self.label(kind, id)), self.lang)
    }

    fn category_name(&self, id: &str) -> String {
        if self.plan.document.categories.is_empty() {
            self.word(texts::words::OVERALL).to_owned()
        } else {
            self.label("category", id)
        }
    }

    fn basis(&self, basis: Basis) -> String {
        format!("[{}]", self.word(texts::words::basis(basis)))
    }

    fn head(&mut self) {
        let plan = self.plan;
        self.line(plan.document.title.get(self.lang));
        let submission = &self.assessment.submission;
        let city = if submission.city.is_empty() { self.word(shared::NO_CITY) } else { &submission.city };
        let year = submission.year.map(|year| shared::OfYear { year }.get(self.lang));
        self.line(&format!("{city}{}", year.unwrap_or_default()));
        let applying = self.plan.asks_for_an_application();
        self.line(self.word(if applying { words::DISCLAIMER } else { words::DISCLAIMER_MEASURING }));
        let advice = &self.assessment.advice;
        let reason = texts::sentence(&advice.reason, self.lang, |kind, id| plan.label(kind, id, self.lang));
        self.line("");
        self.line(&if plan.document.categories.is_empty() {
            words::Result { result: reason }.get(self.lang)
        } else {
            words::Advice { advice: reason }.get(self.lang)
        });
        if !advice.fields.is_empty() {
            let fields = self.labels("field", &advice.fields);
            self.line(&words::AdvisedFields { fields }.get(self.lang));
        }
    }

    fn categories(&mut self) {
        let assessment = self.assessment;
        self.heading(self.word(shared::CATEGORIES));
        self.results(&assessment.categories, |report, id| report.category_name(id));
        if !assessment.fields.is_empty() {
            self.heading(self.word(words::FIELDS));
            self.results(&assessment.fields, |report, id| report.label("field", id));
        }
    }

    fn results(&mut self, results: &[CategoryResult], name: impl Fn(&Self, &str) -> String) {
        let places = self.plan.document.rounding.total;
        let names: Vec<_> = results.iter().map(|result| name(self, &result.id)).collect();
        let width = widest(names.iter().map(String::as_str));
        for (result, name) in results.iter().zip(&names) {
            let (fit, eligible) = if result.judged {
                (texts::words::fit(result.fit), texts::words::eligible(result.eligible))
            } else {
                (texts::words::SCORED_ONLY, texts::words::NOTHING_TO_PASS)
            };
            let (fit, eligible) = (self.word(fit), self.word(eligible));
            let line = result.line.as_ref();
            let points = result.score.map_or_else(String::new, |points| {
                format!(
                    "{} {}",
                    bar(points, Decimal::HUNDRED, line.map(|line| line.total)),
                    right(&range(points, places), 13)
                )
            });
            let line = line.map(|line| {
                let total = fixed(line.total, 0);
                let basis = self.basis(line.basis);
                let name = self.word(texts::line_name(line.basis));
                words::Line { line: name, total, basis }.get(self.lang)
            });
            let fit = padded(fit, 12);
            self.line(&format!(
                "  {}  {fit} {points}  {}  {eligible}",
                padded(name, width),
                line.unwrap_or_default()
            ));
            self.floors(result);
        }
    }

    /// The floors that are not reached, with what there is and what is needed.
    fn floors(&mut self, result: &CategoryResult) {
        let floors = result.line.iter().flat_map(|line| &line.floors);
        for floor in floors.filter(|floor| floor.status == Status::NotMet) {
            let of = match (&floor.dimension, &floor.indicator) {
                (Some(id), _) => self.label("dimension", id),
                (_, Some(id)) => self.label("indicator", id),
                (None, None) => continue,
            };
            let field = floor.field.as_ref().map(|id| self.label("field", id));
            let field = field.map(|text| signs::Bracketed { text }.get(self.lang));
            let of = format!("{of}{}", field.unwrap_or_default());
            let dimension =
                result.dimensions.iter().find(|found| Some(&found.id) == floor.dimension.as_ref());
            let places = self.plan.document.rounding.dimension;
            let points = dimension.map(|found| range(found.score, places)).unwrap_or_default();
            let weight = dimension.map(|found| found.weight.to_string()).unwrap_or_default();
            let missed = words::FloorMissed { of, percent: floor.least_percent, points, weight };
            self.line(&format!("      ✗ {}", missed.get(self.lang)));
        }
    }

    fn requirements(&mut self) {
        if self.assessment.requirements.is_empty() {
            return;
        }
        self.heading(self.word(shared::REQUIREMENTS));
        for effect in [Effect::Binding, Effect::Hint] {
            for requirement in
                self.assessment.requirements.iter().filter(|requirement| requirement.effect == effect)
            {
                self.requirement(requirement);
            }
        }
    }

    fn requirement(&mut self, requirement: &RequirementResult) {
        let mark = match requirement.status {
            Status::Met => "✓",
            Status::NotMet => "✗",
            Status::Undetermined => "?",
        };
        let status = padded(self.word(texts::words::status(requirement.status)), 12);
        let label = self.label("requirement", &requirement.id);
        let hint = match requirement.effect {
            Effect::Hint => self.word(shared::HINT),
            Effect::Binding => "",
        };
        let basis = self.basis(requirement.basis);
        self.line(&format!("  {mark} {status} {label}{hint} {basis}"));
        if requirement.status == Status::Undetermined && requirement.effect == Effect::Binding {
            let known = |id: &&String| *id != "category" && *id != "fields";
            let figures: Vec<String> = requirement.decided_by.iter().filter(known).cloned().collect();
            let figures = self.labels("figure", &figures);
            self.line(&format!("      {}", words::DecidedBy { figures }.get(self.lang)));
        }
        for gap in &requirement.gaps {
            let of = self
                .plan
                .label("derived", &gap.of, self.lang)
                .or_else(|| self.plan.label("figure", &gap.of, self.lang));
            let of = of.unwrap_or_else(|| gap.of.clone());
            let comparison = match gap.comparison.as_str() {
                ">=" => "≥",
                "<=" => "≤",
                other => other,
            };
            let with_unit = |number: &str| match gap.unit.as_str() {
                "" => number.to_owned(),
                unit => format!("{number} {unit}"),
            };
            let (need, have) = (with_unit(&gap.need), with_unit(&gap.have));
            let short = match gap.unit.as_str() {
                "%" => words::PercentagePoints { number: &gap.short }.get(self.lang),
                _ => with_unit(&gap.short),
            };
            let gap = words::Gap { of, comparison, need, have, short };
            self.line(&format!("      {}", gap.get(self.lang)));
        }
        if requirement.status == Status::NotMet {
            let documents = &self.plan.document.requirements;
            if let Some(document) = documents.iter().find(|document| document.id == requirement.id) {
                let remedy = document.remedy.get(self.lang).to_owned();
                self.line(&format!("      → {remedy}"));
            }
        }
    }

    fn missing(&mut self) {
        let missing = &self.assessment.missing;
        let (not_collected, to_enter): (Vec<_>, Vec<_>) =
            missing.figures.iter().partition(|figure| figure.state == MissingState::NotCollected);
        if !to_enter.is_empty() {
            let count = to_enter.len();
            self.heading(&words::NotEntered { count }.get(self.lang));
            for (index, figure) in to_enter.iter().take(FIRST_FIGURES).enumerate() {
                self.missing_figure(index, figure);
            }
            let more = count.saturating_sub(FIRST_FIGURES);
            if more > 0 {
                self.line(&format!("  {}", shared::More { more }.get(self.lang)));
            }
        }
        if !not_collected.is_empty() {
            let ids: Vec<_> = not_collected.iter().map(|figure| figure.id.clone()).collect();
            let figures = self.labels("figure", &ids);
            self.heading(&words::NotCollected { figures }.get(self.lang));
        }
        if !missing.materials.is_empty() {
            let ids: Vec<_> = missing.materials.iter().map(|material| material.id.clone()).collect();
            let materials = self.labels("material", &ids);
            self.heading(&words::Materials { materials }.get(self.lang));
        }
    }

    fn missing_figure(&mut self, index: usize, figure: &MissingFigure) {
        let number = right(&index.saturating_add(1).to_string(), 4);
        let label = self.label("figure", &figure.id);
        let state = match figure.state {
            MissingState::LastYear => self.word(words::LAST_YEAR_MISSING),
            MissingState::Estimate => self.word(words::ESTIMATED),
            MissingState::Unknown | MissingState::NotCollected => "",
        };
        let mut effects = Vec::new();
        if !figure.decides.is_empty() {
            let requirements = self.labels("requirement", &figure.decides);
            effects.push(words::Decides { requirements }.get(self.lang));
        }
        if figure.open > Decimal::ZERO {
            let places = self.plan.document.rounding.indicator;
            let (open, worth) = (fixed(figure.open, places), fixed(figure.worth, places));
            effects.push(if open == worth {
                words::OpenPoints { open }.get(self.lang)
            } else {
                words::OpenPointsPart { open, worth }.get(self.lang)
            });
        }
        let effects = effects.join(self.word(signs::SEMICOLON));
        self.line(&format!("  {number}. {label}{state} — {effects}"));
    }

    fn route(&mut self) {
        let route = &self.assessment.route;
        let Some(channel) = &route.channel else { return };
        let Some(document) = self.plan.document.routes.iter().find(|known| known.id == *channel) else {
            return;
        };
        self.heading(&words::Route { route: document.label.get(self.lang) }.get(self.lang));
        for (index, step) in document.steps.iter().enumerate() {
            let number = right(&index.saturating_add(1).to_string(), 4);
            self.line(&format!("  {number}. {}", step.label.get(self.lang)));
        }
    }

    fn warnings(&mut self) {
        let (plan, assessment) = (self.plan, self.assessment);
        if assessment.warnings.is_empty() {
            return;
        }
        self.heading(self.word(words::CHECK));
        for warning in &assessment.warnings {
            let words =
                texts::sentence(&warning.sentence, self.lang, |kind, id| plan.label(kind, id, self.lang));
            self.line(&format!("  ! {words}"));
        }
    }

    fn foot(&mut self) {
        let assessment = self.assessment;
        self.line("");
        let (rulebook, submission) = (&assessment.rulebook, &assessment.submission);
        self.line(&format!("{} {} · sha256 {}", rulebook.id, rulebook.version, rulebook.sha256));
        self.line(&format!("{} · sha256 {}", self.word(shared::SUBMISSION), submission.sha256));
        self.line(&format!("infocity {}", assessment.engine));
    }
}
