//! Dimensions and indicators: weights by category, and how each indicator scores.

use super::escape::{code, escaped};
use super::{Document, anchor};
use crate::model::{Decimal, Dimension, Indicator, Nature, RoundingMode, Weight};
use crate::texts::document as words;
use crate::wording::ScoreTold;

impl Document<'_> {
    pub(super) fn scored(&mut self) {
        let document = &self.plan.document;
        self.heading(2, "indicators", self.word(words::INDICATORS));
        self.rounding();
        self.overview();
        for dimension in &document.dimensions {
            self.dimension(dimension);
        }
    }

    /// Everything that gives points in one table, with what its name and its points rest on.
    fn overview(&mut self) {
        self.heading(3, "overview", self.word(words::OVERVIEW));
        let mut rows = Vec::new();
        for dimension in &self.plan.document.dimensions {
            let link = self.link("dimension", &dimension.id, &dimension.label);
            let points = dimension.weight_standing.as_ref().unwrap_or(&dimension.standing);
            let row =
                vec![format!("**{link}**"), self.mark(dimension.standing.basis), self.mark(points.basis)];
            rows.push(self.weight_row(row, &dimension.weight, false));
            self.indicator_rows(&dimension.indicators, 1, false, true, &mut rows);
        }
        let head = [words::DIMENSION_OR_INDICATOR, words::STANDING, words::STANDING_OF_POINTS];
        let head = self.weight_head(head.map(|word| self.word(word).to_owned()).to_vec());
        self.table(&head, 3, rows);
    }

    fn rounding(&mut self) {
        let rounding = &self.plan.document.rounding;
        let mode = match rounding.mode {
            RoundingMode::HalfUp => words::HALF_UP,
            RoundingMode::HalfEven => words::HALF_EVEN,
        };
        let places = rounding.indicator.to_string();
        let told = self.said(words::ROUNDED, &[("mode", self.word(mode)), ("places", &places)]);
        self.now = ("indicators".to_owned(), self.word(words::ROUNDING).to_owned());
        self.item(0, words::ROUNDING, &told);
        self.rests_on(1, &rounding.standing);
        if let Some(choice) = &document_choice(self) {
            self.item(0, words::WEIGHTS_BY, choice);
        }
        self.line("");
    }

    pub(super) fn link(&self, kind: &str, id: &str, label: &crate::model::Text) -> String {
        format!("[{}](#{})", self.text(label), anchor(kind, id))
    }

    /// The columns of weights: one for each category.
    fn weight_head(&self, mut head: Vec<String>) -> Vec<String> {
        let categories = &self.plan.document.categories;
        if categories.is_empty() {
            head.push(self.word(words::POINTS).to_owned());
        }
        head.extend(categories.iter().map(|category| self.text(&category.label)));
        head
    }

    fn weight_row<'w>(
        &self,
        mut row: Vec<String>,
        weight: impl Into<Option<&'w Weight>>,
        open: bool,
    ) -> Vec<String> {
        let weight = weight.into();
        let categories = &self.plan.document.categories;
        if categories.is_empty() {
            row.push(self.weight(weight, "overall", open));
        }
        row.extend(categories.iter().map(|category| self.weight(weight, &category.id, open)));
        row
    }

    /// A weight in a category; by option, where the rulebook's weights depend on a choice.
    fn weight(&self, weight: Option<&Weight>, category: &str, open: bool) -> String {
        match weight {
            None => self.word(words::NOT_KNOWN).to_owned(),
            Some(Weight::Same(points)) => self.points_of(points, open),
            Some(Weight::Each(each)) => {
                each.get(category).map(|points| self.points_of(points, open)).unwrap_or_default()
            }
            Some(Weight::ByOption { by_option }) => {
                let choice = self.plan.document.weights_by.as_deref().unwrap_or("");
                let each = by_option.iter().map(|(option, weight)| {
                    let label = escaped(&self.wording.option_label(choice, option));
                    format!("{label} {}", self.weight(Some(weight), category, open))
                });
                self.joined(each)
            }
        }
    }

    /// Points; below something whose own are not known, a share of them.
    fn points_of(&self, points: &Decimal, open: bool) -> String {
        let points = points.to_string();
        if open { self.said(words::SHARE_OF_OPEN, &[("percent", &points)]) } else { points }
    }

    /// Points in every category, in one line; once where they are the same in all.
    fn points<'w>(&self, weight: impl Into<Option<&'w Weight>>, open: bool) -> String {
        let weight = weight.into();
        match weight {
            None | Some(Weight::Same(_)) => self.weight(weight, "", open),
            Some(_) if self.plan.document.categories.is_empty() => self.weight(weight, "overall", open),
            Some(_) => {
                let categories = self.plan.document.categories.iter();
                let each = categories
                    .map(|c| format!("{} {}", self.text(&c.label), self.weight(weight, &c.id, open)));
                self.joined(each)
            }
        }
    }

    fn dimension(&mut self, dimension: &Dimension) {
        self.rule(3, "dimension", &dimension.id, &dimension.label);
        if let Some(help) = &dimension.help {
            self.paragraph(&self.text(help));
        }
        self.rests_on(0, &dimension.standing);
        if let Some(standing) = &dimension.weight_standing {
            self.rests_on_as(0, words::WEIGHT_RESTS_ON, standing);
        }
        self.line("");
        let mut rows = Vec::new();
        self.indicator_rows(&dimension.indicators, 0, false, false, &mut rows);
        let head = [words::INDICATOR, words::STANDING].map(|word| self.word(word).to_owned());
        let head = self.weight_head(head.to_vec());
        self.table(&head, 2, rows);
        for indicator in &dimension.indicators {
            self.indicator(indicator, 4, false);
        }
    }

    /// A row each; `points_rest` adds what the points rest on.
    fn indicator_rows(
        &self,
        indicators: &[Indicator],
        depth: usize,
        open: bool,
        points_rest: bool,
        rows: &mut Vec<Vec<String>>,
    ) {
        for indicator in indicators {
            let below = "— ".repeat(depth);
            let link = self.link("indicator", &indicator.id, &indicator.label);
            let mut row = vec![format!("{below}{link}"), self.mark(indicator.standing.basis)];
            if points_rest {
                row.push(self.mark(indicator.max_standing.as_ref().unwrap_or(&indicator.standing).basis));
            }
            rows.push(self.weight_row(row, &indicator.max, open));
            let open = indicator.max.is_none();
            self.indicator_rows(&indicator.indicators, depth.saturating_add(1), open, points_rest, rows);
        }
    }

    fn indicator(&mut self, indicator: &Indicator, level: usize, open: bool) {
        self.rule(level, "indicator", &indicator.id, &indicator.label);
        if let Some(help) = &indicator.help {
            self.paragraph(&self.text(help));
        }
        let nature = match indicator.nature {
            Nature::Quantitative => words::QUANTITATIVE,
            Nature::Qualitative => words::QUALITATIVE,
        };
        self.item(0, words::NATURE, self.word(nature));
        let points = self.points(&indicator.max, open);
        self.item(0, words::POINTS, &points);
        if let Some(percent) = &indicator.when_undefined_percent {
            let told = self.said(words::UNDEFINED_GIVES, &[("percent", &percent.to_string())]);
            self.item(0, words::WHERE_UNDEFINED, &told);
        }
        self.rests_on(0, &indicator.standing);
        if let Some(standing) = &indicator.max_standing {
            self.rests_on_as(0, words::POINTS_REST_ON, standing);
        }
        if let Some(score) = &indicator.score {
            let told = self.wording.score(score);
            self.item(0, words::SCORE, &escaped(&told.rule));
            self.line("");
            self.score(&told, "");
        } else {
            self.line("");
        }
        for below in &indicator.indicators {
            self.indicator(below, level.saturating_add(1).min(6), indicator.max.is_none());
        }
    }

    /// The cases of a score function as a table, then its parts.
    fn score(&mut self, told: &ScoreTold, name: &str) {
        if !told.rows.is_empty() {
            let head = [words::CASE, words::SCORED].map(|word| self.word(word).to_owned());
            let rows = told.rows.iter().map(|[case, score]| vec![escaped(case), escaped(score)]).collect();
            self.table(&head, 1, rows);
        }
        for part in &told.parts {
            let within = escaped(&part.name);
            let name = if name.is_empty() { within } else { format!("{name} · {within}") };
            let colon = self.word(crate::texts::rules::COLON);
            self.paragraph(&format!("**{name}**{colon}{}", escaped(&part.told.rule)));
            self.score(&part.told, &name);
        }
    }
}

/// The choice whose options have weights of their own, as a link.
fn document_choice(document: &Document<'_>) -> Option<String> {
    let id = document.plan.document.weights_by.as_deref()?;
    let label = document.wording.value_label(id)?;
    Some(format!("[{}](#{}) {}", escaped(&label), anchor("figure", id), code(id)))
}
