//! The report for a terminal.

use super::layout::{bar, fixed, padded, range, right, widest};
use crate::model::{
    Assessment, Basis, CategoryResult, Decimal, Effect, Lang, MissingFigure, MissingState, RequirementResult,
    Status,
};
use crate::plan::Plan;
use crate::texts;

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

    fn heading(&mut self, zh: &str, en: &str) {
        self.line("");
        self.line(self.either(zh, en).to_owned().as_str());
    }

    fn either<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn label(&self, kind: &str, id: &str) -> String {
        self.plan.label(kind, id, self.lang).unwrap_or_else(|| id.to_owned())
    }

    fn labels(&self, kind: &str, ids: &[String]) -> String {
        let labels: Vec<_> = ids.iter().map(|id| self.label(kind, id)).collect();
        labels.join(self.either("、", ", "))
    }

    fn category_name(&self, id: &str) -> String {
        if self.plan.document.categories.is_empty() {
            self.either("总分", "overall").to_owned()
        } else {
            self.label("category", id)
        }
    }

    fn basis(&self, basis: Basis) -> String {
        format!("[{}]", texts::basis(basis).get(self.lang))
    }

    fn head(&mut self) {
        let plan = self.plan;
        self.line(plan.document.title.get(self.lang));
        let submission = &self.assessment.submission;
        let city = if submission.city.is_empty() {
            self.either("（未填城市）", "(no city)")
        } else {
            &submission.city
        };
        let year = submission.year.map(|year| match self.lang {
            Lang::Zh => format!(" {year} 年"),
            Lang::En => format!(" {year}"),
        });
        self.line(&format!("{city}{}", year.unwrap_or_default()));
        self.line(self.either(
            "本结果为申报前自评，不代表主管部门的评审意见。",
            "This is a self-check before applying, not a decision of the ministry.",
        ));
        let advice = &self.assessment.advice;
        let reason = texts::sentence(&advice.reason, self.lang, |kind, id| plan.label(kind, id, self.lang));
        let colon = self.either("：", ": ");
        self.line("");
        self.line(&format!("{}{colon}{reason}", self.either("建议", "Advice")));
        if !advice.fields.is_empty() {
            let fields = self.labels("field", &advice.fields);
            self.line(&format!("{}{colon}{fields}", self.either("领域", "Fields")));
        }
    }

    fn categories(&mut self) {
        let assessment = self.assessment;
        self.heading("类别", "Categories");
        self.results(&assessment.categories, |report, id| report.category_name(id));
        if !assessment.fields.is_empty() {
            self.heading("领域（各自单独计分）", "Fields, each scored alone");
            self.results(&assessment.fields, |report, id| report.label("field", id));
        }
    }

    fn results(&mut self, results: &[CategoryResult], name: impl Fn(&Self, &str) -> String) {
        let places = self.plan.document.rounding.total;
        let names: Vec<_> = results.iter().map(|result| name(self, &result.id)).collect();
        let width = widest(names.iter().map(String::as_str));
        for (result, name) in results.iter().zip(&names) {
            let fit = texts::fit(result.fit).get(self.lang);
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
                format!("{} {total} {basis}", self.either("参考线", "line"))
            });
            let eligible = texts::eligible(result.eligible).get(self.lang);
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
            let field = field.map_or_else(String::new, |field| match self.lang {
                Lang::Zh => format!("（{field}）"),
                Lang::En => format!(" ({field})"),
            });
            let dimension =
                result.dimensions.iter().find(|found| Some(&found.id) == floor.dimension.as_ref());
            let places = self.plan.document.rounding.dimension;
            let have = dimension.map(|found| (range(found.score, places), found.weight));
            let (percent, least) = (floor.least_percent, self.either("须达", "needs"));
            let have = have.map_or_else(String::new, |(points, weight)| match self.lang {
                Lang::Zh => format!("，现为 {points} / {weight} 分"),
                Lang::En => format!(", is {points} of {weight}"),
            });
            let missed = self.either("底线未达到：", "floor not reached: ");
            self.line(&format!("      ✗ {missed}{of}{field} {least} {percent}%{have}"));
        }
    }

    fn dimensions(&mut self) {
        let assessment = self.assessment;
        let places = self.plan.document.rounding.dimension;
        for category in &assessment.categories {
            let name = self.category_name(&category.id);
            self.heading(&format!("各维度（{name}）"), &format!("Dimensions ({name})"));
            let labels: Vec<_> = category.dimensions.iter().map(|d| self.label("dimension", &d.id)).collect();
            let width = widest(labels.iter().map(String::as_str));
            for (dimension, label) in category.dimensions.iter().zip(&labels) {
                let bar = bar(dimension.score, dimension.weight, None);
                let points = right(&range(dimension.score, places), 13);
                self.line(&format!("  {}  {bar} {points} / {}", padded(label, width), dimension.weight));
            }
        }
    }

    fn requirements(&mut self) {
        if self.assessment.requirements.is_empty() {
            return;
        }
        self.heading("申报条件", "Requirements");
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
        let status = padded(texts::status(requirement.status).get(self.lang), 12);
        let label = self.label("requirement", &requirement.id);
        let hint = match requirement.effect {
            Effect::Hint => self.either("（提示，不作为申报条件）", " (a hint, not a condition)"),
            Effect::Binding => "",
        };
        let basis = self.basis(requirement.basis);
        self.line(&format!("  {mark} {status} {label}{hint} {basis}"));
        if requirement.status == Status::Undetermined && requirement.effect == Effect::Binding {
            let known = |id: &&String| *id != "category" && *id != "fields";
            let figures: Vec<String> = requirement.decided_by.iter().filter(known).cloned().collect();
            let figures = self.labels("figure", &figures);
            self.line(&format!("      {}{figures}", self.either("取决于：", "decided by: ")));
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
                "%" => format!("{} {}", gap.short, self.either("个百分点", "percentage points")),
                _ => with_unit(&gap.short),
            };
            self.line(&match self.lang {
                Lang::Zh => format!("      {of}：须 {comparison} {need}，现为 {have}，相差 {short}"),
                Lang::En => format!("      {of}: needs {comparison} {need}, is {have}, {short} away"),
            });
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
            self.heading(
                &format!("尚未填报 {count} 项，影响最大的在前"),
                &format!("{count} figures not entered, those that decide most first"),
            );
            for (index, figure) in to_enter.iter().take(FIRST_FIGURES).enumerate() {
                self.missing_figure(index, figure);
            }
            let more = count.saturating_sub(FIRST_FIGURES);
            if more > 0 {
                self.line(&match self.lang {
                    Lang::Zh => format!("  …… 另有 {more} 项"),
                    Lang::En => format!("  … and {more} more"),
                });
            }
        }
        if !not_collected.is_empty() {
            let ids: Vec<_> = not_collected.iter().map(|figure| figure.id.clone()).collect();
            let figures = self.labels("figure", &ids);
            self.heading(&format!("本市不统计：{figures}"), &format!("Not collected by the city: {figures}"));
        }
        if !missing.materials.is_empty() {
            let ids: Vec<_> = missing.materials.iter().map(|material| material.id.clone()).collect();
            let materials = self.labels("material", &ids);
            self.heading(&format!("材料未备齐：{materials}"), &format!("Materials not ready: {materials}"));
        }
    }

    fn missing_figure(&mut self, index: usize, figure: &MissingFigure) {
        let number = right(&index.saturating_add(1).to_string(), 4);
        let label = self.label("figure", &figure.id);
        let state = match figure.state {
            MissingState::LastYear => self.either("（缺上年值）", " (last year's value)"),
            MissingState::Estimate => self.either("（现为估计值）", " (an estimate so far)"),
            MissingState::Unknown | MissingState::NotCollected => "",
        };
        let mut effects = Vec::new();
        if !figure.decides.is_empty() {
            let requirements = self.labels("requirement", &figure.decides);
            effects.push(format!("{}{requirements}", self.either("决定：", "decides: ")));
        }
        if figure.open > Decimal::ZERO {
            let places = self.plan.document.rounding.indicator;
            let (open, worth) = (fixed(figure.open, places), fixed(figure.worth, places));
            effects.push(match self.lang {
                Lang::Zh if open == worth => format!("关系 {open} 分"),
                Lang::Zh => format!("关系 {open} 分，均摊 {worth} 分"),
                Lang::En if open == worth => format!("{open} points open"),
                Lang::En => format!("{open} points open, its part {worth}"),
            });
        }
        let effects = effects.join(self.either("；", "; "));
        self.line(&format!("  {number}. {label}{state} — {effects}"));
    }

    fn route(&mut self) {
        let route = &self.assessment.route;
        let Some(channel) = &route.channel else { return };
        let Some(document) = self.plan.document.routes.iter().find(|known| known.id == *channel) else {
            return;
        };
        let (heading_zh, heading_en) =
            (format!("申报渠道：{}", document.label.zh), format!("Route: {}", document.label.en));
        self.heading(&heading_zh, &heading_en);
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
        self.heading("请核对", "Please check");
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
        self.line(&format!("{} · sha256 {}", self.either("填报", "submission"), submission.sha256));
        self.line(&format!("infocity {}", assessment.engine));
    }
}
