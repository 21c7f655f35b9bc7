//! What would have to change, as text for a terminal.

mod limit;
mod way;

use super::layout::{fixed, range};
use crate::model::{FloorResult, GoalKind, GoalReach, Indicator, Lang, Outcome, Reach, Status};
use crate::plan::Plan;
use crate::texts;

/// The answers as text in `lang`.
#[must_use]
pub fn text(plan: &Plan, reach: &Reach, lang: Lang) -> String {
    let mut report = Report { plan, lang, out: String::new() };
    report.head(reach);
    let (requirements, others): (Vec<_>, Vec<_>) =
        reach.goals.iter().partition(|goal| goal.goal == GoalKind::Requirement);
    if !requirements.is_empty() {
        report.line("");
        report.line(report.either("申报条件", "Requirements"));
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

    fn either<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn label(&self, kind: &str, id: &str) -> String {
        self.plan.label(kind, id, self.lang).unwrap_or_else(|| id.to_owned())
    }

    fn category(&self, id: &str) -> String {
        let whole = self.plan.document.categories.is_empty();
        if whole { self.either("总分", "Overall").to_owned() } else { self.label("category", id) }
    }

    fn joined(&self, parts: &[String]) -> String {
        parts.join(self.either("、", ", "))
    }

    fn head(&mut self, reach: &Reach) {
        let plan = self.plan;
        self.line(plan.document.title.get(self.lang));
        let none = self.either("（未填城市）", "(no city)");
        let city = if reach.submission.city.is_empty() { none } else { &reach.submission.city };
        let year = match (reach.submission.year, self.lang) {
            (Some(year), Lang::Zh) => format!(" {year} 年"),
            (Some(year), Lang::En) => format!(" {year}"),
            (None, _) => String::new(),
        };
        let title =
            self.either("差距测算：至少须改变什么", "What it takes: the least that would have to change");
        let (head, title) = (format!("{city}{year}"), title.to_owned());
        self.line(&head);
        self.line(&title);
        self.line(self.either(
            "每项结论都以其余已填数据不变为前提，其余未填数据无论是多少都成立；人口、行政级别等固定数据和上年数据视为不能改变。",
            "Each answer leaves the other figures entered as they are and holds whatever those not entered turn out to be; fixed figures such as population and level, and last year's, are not changed.",
        ));
    }

    fn goal(&mut self, goal: &GoalReach) {
        let mark = match goal.status {
            Status::Met => "✓",
            Status::NotMet => "✗",
            Status::Undetermined => "?",
        };
        let basis = goal.basis.map(|basis| format!(" [{}]", texts::basis(basis).get(self.lang)));
        let basis = basis.unwrap_or_default();
        let name = match goal.goal {
            GoalKind::Requirement => self.label("requirement", &goal.id),
            GoalKind::Line => {
                let line = goal.line.map(|line| fixed(line, 0)).unwrap_or_default();
                format!("{} {line}", self.either("达到参考线", "Reaches its line of"))
            }
            GoalKind::Fit => {
                self.either("符合该类别（申报条件与参考线）", "Fits (requirements and line)").to_owned()
            }
        };
        let score = goal.score.map(|points| {
            let points = range(points, self.plan.document.rounding.total);
            format!("{}{points}{}", self.either("，现为 ", ", now "), self.either(" 分", " points"))
        });
        self.line(&format!("  {mark} {name}{basis}{}", score.unwrap_or_default()));
        if !goal.floors.is_empty() {
            let floors: Vec<_> = goal.floors.iter().map(|floor| self.floor(floor)).collect();
            let floors = self.joined(&floors);
            let told = self.either("尚未确定达到的下限：", "floors not certainly reached: ").to_owned();
            self.line(&format!("      {told}{floors}"));
        }
        self.outcome(goal);
        if !goal.not_searched.is_empty() {
            let labels: Vec<_> = goal.not_searched.iter().map(|id| self.label("figure", id)).collect();
            let labels = self.joined(&labels);
            let told = self.either("未能算完：", "not searched to the end: ").to_owned();
            self.line(&format!("      {told}{labels}"));
        }
    }

    fn floor(&self, floor: &FloorResult) -> String {
        let dimension = floor.dimension.as_ref().map(|id| self.label("dimension", id));
        let name = dimension.or_else(|| self.indicator(floor.indicator.as_ref()?)).unwrap_or_default();
        let field = floor.field.as_ref().map(|id| self.label("field", id));
        let field = field.map(|field| format!("{}{field}", self.either("，", ", "))).unwrap_or_default();
        match self.lang {
            Lang::Zh => format!("{name}（{}%{field}）", floor.least_percent),
            Lang::En => format!("{name} ({} %{field})", floor.least_percent),
        }
    }

    fn outcome(&mut self, goal: &GoalReach) {
        match goal.outcome {
            Outcome::Certain => self.line(self.either(
                "      已经确定，未填数据无论是多少都不影响",
                "      certain already, whatever the figures not entered turn out to be",
            )),
            Outcome::Ways if goal.ways.len() == 1 => {
                self.line(self.either("      改变这一项即可：", "      this figure alone does it:"));
            }
            Outcome::Ways => {
                self.line(self.either("      以下任意一项即可：", "      any one of these does it:"));
            }
            Outcome::Set => {
                let count = goal.set.as_ref().map_or(0, |set| set.figures.len());
                let smallest = goal.set.as_ref().is_some_and(|set| set.smallest);
                let proved = match (smallest, self.lang) {
                    (true, _) => "",
                    (false, Lang::Zh) => "（可行，但未证明项数最少）",
                    (false, Lang::En) => {
                        " (they do it, though fewer may: the search ended before that was settled)"
                    }
                };
                self.line(&match self.lang {
                    Lang::Zh => format!("      没有哪一项单独可以做到；须同时改变 {count} 项{proved}："),
                    Lang::En => format!("      no figure alone does it; together these {count} do{proved}:"),
                });
            }
            Outcome::Unreachable => self.line(self.either(
                "      无法达到，即使可改变的数据都取最有利的值：",
                "      cannot be reached, even with every figure that can change at its best:",
            )),
            Outcome::Waits => {
                let names: Vec<_> = goal.waits_for.iter().map(|id| self.input(id)).collect();
                let names = self.joined(&names);
                let told = self.either(
                    "须先填写，才能有确定的答案：",
                    "to be entered first, for there to be a certain answer: ",
                );
                let line = format!("      {told}{names}");
                self.line(&line);
            }
            Outcome::Undecided => {
                self.line(self.either(
                    "      在限定的计算量内没有得出结论",
                    "      not settled within the work allowed",
                ))
            }
        }
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

    /// What an input that is waited for is called.
    fn input(&self, id: &str) -> String {
        let last = id.strip_prefix("last(").and_then(|id| id.strip_suffix(')'));
        match (last, id) {
            (Some(id), _) => {
                format!("{}{}", self.label("figure", id), self.either("（上年值）", " (last year's value)"))
            }
            (None, "year") => self.either("数据年份", "the year of the figures").to_owned(),
            (None, "category") => self.either("申报类别", "the category applied for").to_owned(),
            (None, "fields") => self.either("申报领域", "the fields applied for").to_owned(),
            (None, id) => self.label("figure", id),
        }
    }

    /// The label of a formula that is a name alone, of an indicator, or the formula as the rulebook writes it.
    fn formula(&self, text: &str) -> String {
        let counted = text.strip_prefix("count(").and_then(|id| id.strip_suffix(')'));
        if let Some(label) = counted.and_then(|id| self.plan.label("figure", id, self.lang)) {
            return match self.lang {
                Lang::Zh => format!("{label}项数"),
                Lang::En => format!("number of items of {label}"),
            };
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
        self.line(&format!("{} · sha256 {}", self.either("填报", "submission"), submission.sha256));
        self.line(&format!("infocity {}", reach.engine));
    }
}
