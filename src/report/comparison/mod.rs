//! The report of two years for a terminal.

mod risk;

use std::collections::BTreeMap;

use super::layout::{padded, range, right, signed_range, widest};
use super::text::essentials;
use crate::model::{
    Basis, CategoryChange, Comparison, Effect, Indicator, IndicatorChange, Lang, LastYearCheck,
    LastYearState, PointsChange, Quantity, SubmissionPrint, UnweightedChange,
};
use crate::plan::Plan;
use crate::texts::report::{comparison as words, shared, unweighted};
use crate::texts::{self, Word};

/// The width of the columns of points.
const COLUMN: usize = 14;

/// The essentials of this year's report, what changed, and what would put the title at risk, as text in `lang`.
#[must_use]
pub fn text(plan: &Plan, comparison: &Comparison, lang: Lang) -> String {
    let indicators = indicator_labels(plan, lang);
    let mut report = Report { plan, comparison, lang, indicators, out: String::new() };
    report.head();
    report.totals();
    report.requirements();
    let about: Vec<_> = report.about().collect();
    for category in about {
        report.indicators(category);
        if category.judged {
            report.risk(category);
        }
    }
    report.last_year();
    report.foot();
    essentials(plan, &comparison.assessment, lang, &report.out)
}

fn indicator_labels(plan: &Plan, lang: Lang) -> BTreeMap<String, String> {
    fn collect(indicators: &[Indicator], lang: Lang, found: &mut BTreeMap<String, String>) {
        for indicator in indicators {
            found.insert(indicator.id.clone(), indicator.label.get(lang).to_owned());
            collect(&indicator.indicators, lang, found);
        }
    }
    let mut found = BTreeMap::new();
    for dimension in &plan.document.dimensions {
        collect(&dimension.indicators, lang, &mut found);
    }
    found
}

struct Report<'a> {
    plan: &'a Plan,
    comparison: &'a Comparison,
    lang: Lang,
    indicators: BTreeMap<String, String>,
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

    fn indicator(&self, id: &str) -> String {
        self.indicators.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    fn name(&self, change: &CategoryChange) -> String {
        if change.category.is_some() {
            self.label("field", &change.id)
        } else if self.plan.document.categories.is_empty() {
            self.word(texts::words::OVERALL).to_owned()
        } else {
            self.label("category", &change.id)
        }
    }

    fn basis(&self, basis: Basis) -> String {
        format!("[{}]", self.word(texts::words::basis(basis)))
    }

    fn city(&self, print: &SubmissionPrint) -> String {
        let city = if print.city.is_empty() { self.word(shared::NO_CITY) } else { &print.city };
        format!("{city} {}", self.year(print))
    }

    fn year(&self, print: &SubmissionPrint) -> String {
        match print.year {
            Some(year) => words::Year { year }.get(self.lang),
            None => self.word(words::NO_YEAR).to_owned(),
        }
    }

    /// The category that the comparison is about; all of them where no submission names one.
    fn about(&self) -> impl Iterator<Item = &'a CategoryChange> + use<'a> {
        let comparison = self.comparison;
        let named = |change: &&CategoryChange| comparison.category.as_ref().is_none_or(|id| *id == change.id);
        comparison.categories.iter().filter(named)
    }

    fn head(&mut self) {
        let (plan, comparison) = (self.plan, self.comparison);
        let previous = self.city(&comparison.previous.submission);
        self.heading(&words::Compared { previous }.get(self.lang));
        let lang = self.lang;
        let said = |sentence| texts::sentence(sentence, lang, |kind, id| plan.label(kind, id, lang));
        for note in &comparison.notes {
            self.line(&format!("  ! {}", said(note)));
        }
        for warning in &comparison.previous.warnings {
            let told = words::OfLastYear { said: said(&warning.sentence) };
            self.line(&format!("  ! {}", told.get(self.lang)));
        }
    }

    /// The head of a table of points.
    fn columns(&mut self, width: usize) {
        let before = match self.comparison.previous.submission.year {
            Some(year) => year.to_string(),
            None => self.word(words::LAST_YEAR).to_owned(),
        };
        let now = match self.comparison.current.year {
            Some(year) => year.to_string(),
            None => self.word(words::THIS_YEAR).to_owned(),
        };
        let change = right(self.word(words::CHANGE), COLUMN);
        self.line(&format!(
            "  {}  {} {} {change}",
            padded("", width),
            right(&before, COLUMN),
            right(&now, COLUMN)
        ));
    }

    fn row(&self, label: &str, width: usize, score: PointsChange, places: u32) -> String {
        let direction = padded(self.word(texts::words::direction(score.direction)), 12);
        format!(
            "  {}  {} {} {}  {direction}",
            padded(label, width),
            right(&range(score.before, places), COLUMN),
            right(&range(score.now, places), COLUMN),
            right(&signed_range(score.change, places), COLUMN),
        )
    }

    fn totals(&mut self) {
        let comparison = self.comparison;
        let places = self.plan.document.rounding.total;
        self.heading(self.word(words::TOTALS));
        let all: Vec<_> = comparison.categories.iter().chain(&comparison.fields).collect();
        let names: Vec<_> = all.iter().map(|change| self.name(change)).collect();
        let width = widest(names.iter().map(String::as_str));
        self.columns(width);
        for (change, name) in all.iter().zip(&names) {
            let Some(score) = change.score else { continue };
            let fit = |fit| {
                let judged = change.judged;
                self.word(if judged { texts::words::fit(fit) } else { texts::words::SCORED_ONLY })
            };
            let (before, now) = (fit(change.fit.before), fit(change.fit.now));
            let fit = if before == now { now.to_owned() } else { format!("{before} → {now}") };
            let row = self.row(name, width, score, places);
            self.line(&format!("{row} {fit}"));
        }
    }

    /// The requirements whose outcome changed.
    fn requirements(&mut self) {
        let comparison = self.comparison;
        let changed = comparison.requirements.iter().filter(|r| r.status.before != r.status.now);
        for (at, requirement) in changed.enumerate() {
            if at == 0 {
                self.heading(self.word(words::REQUIREMENTS));
            }
            let status = |status| self.word(texts::words::status(status));
            let (before, now) = (status(requirement.status.before), status(requirement.status.now));
            let hint = match requirement.effect {
                Effect::Hint => self.word(shared::HINT),
                Effect::Binding => "",
            };
            let label = self.label("requirement", &requirement.id);
            self.line(&format!("  {}  {label}{hint}", padded(&format!("{before} → {now}"), 24)));
        }
    }

    fn indicators(&mut self, category: &CategoryChange) {
        let name = self.name(category);
        let rounding = &self.plan.document.rounding;
        let (of_dimension, of_indicator) = (rounding.dimension, rounding.indicator);
        self.heading(&words::Indicators { category: name }.get(self.lang));
        let mut rows = Vec::new();
        for dimension in &category.dimensions {
            rows.push((self.label("dimension", &dimension.id), dimension.score, of_dimension));
            self.indicator_rows(&dimension.indicators, 1, of_indicator, &mut rows);
            rows.extend(self.unweighted_row(dimension.unweighted.as_ref(), 1, of_indicator));
        }
        let width = widest(rows.iter().map(|(label, ..)| label.as_str()));
        self.columns(width);
        for (label, score, places) in rows {
            let row = self.row(&label, width, score, places);
            self.line(&row);
        }
    }

    fn indicator_rows(
        &self,
        indicators: &[IndicatorChange],
        depth: usize,
        places: u32,
        rows: &mut Vec<(String, PointsChange, u32)>,
    ) {
        for indicator in indicators {
            let mut label = format!("{}{}", "  ".repeat(depth), self.indicator(&indicator.id));
            if indicator.score.is_none() {
                label.push_str(unweighted::SHARE_ONLY.get(self.lang));
            }
            let deeper = depth.saturating_add(1);
            rows.extend(indicator.score.or(indicator.share).map(|score| (label, score, places)));
            self.indicator_rows(&indicator.indicators, deeper, places, rows);
            rows.extend(self.unweighted_row(indicator.unweighted.as_ref(), deeper, places));
        }
    }

    fn unweighted_row(
        &self,
        change: Option<&UnweightedChange>,
        depth: usize,
        places: u32,
    ) -> Option<(String, PointsChange, u32)> {
        let label = unweighted::TOGETHER_ROW.get(self.lang);
        change.map(|change| (format!("{}{label}", "  ".repeat(depth)), change.score, places))
    }

    fn last_year(&mut self) {
        let checks = &self.comparison.last_year;
        let (decisive, others): (Vec<_>, Vec<_>) =
            checks.iter().partition(|check| check.decides || check.state != LastYearState::Missing);
        if checks.is_empty() {
            return;
        }
        self.heading(self.word(words::LAST_VALUES));
        for check in decisive {
            self.check(check);
        }
        if !others.is_empty() {
            let figures =
                texts::list(others.iter().map(|check| self.label("figure", &check.figure)), self.lang);
            self.line(&format!("  {}", words::CanBeTaken { figures }.get(self.lang)));
        }
    }

    fn check(&mut self, check: &LastYearCheck) {
        let figure = self.label("figure", &check.figure);
        let previous = quantity(&check.previous);
        let entered = check.entered.as_ref().map(quantity).unwrap_or_default();
        self.line(&match check.state {
            LastYearState::Differs => {
                format!("  ! {}", words::Differs { figure, entered, previous }.get(self.lang))
            }
            LastYearState::Estimate => {
                format!("  · {}", words::Estimate { figure, entered, previous }.get(self.lang))
            }
            LastYearState::Missing => format!("  · {}", words::Missing { figure, previous }.get(self.lang)),
        });
    }

    fn foot(&mut self) {
        let previous = &self.comparison.previous.submission;
        let (city, sha256) = (self.city(previous), &previous.sha256);
        self.line("");
        self.line(&format!("{} {city} · sha256 {sha256}", self.word(words::PREVIOUS)));
    }
}

/// A number with its unit; an end that is not named is left open.
fn quantity(quantity: &Quantity) -> String {
    let end = |end: &Option<String>| end.clone().unwrap_or_default();
    let number = if quantity.low == quantity.high {
        end(&quantity.low)
    } else {
        format!("{}–{}", end(&quantity.low), end(&quantity.high))
    };
    format!("{number} {}", quantity.unit).trim_end().to_owned()
}
