//! Points: shares of the most, and sums.

use super::Page;
use crate::model::explanation::{
    FloorTold, IndicatorTold, OutcomeTold, PartTold, PointsTold, Product, RangeState, RoundingTold, Scored,
    ScoredBy, SumTold, SumsTold, UnweightedEnd, UnweightedTold,
};
use crate::model::{Decimal, Percent, Points, RoundingMode};
use crate::report::layout::{fixed, range};
use crate::texts::report::{explanation as words, unweighted};
use crate::texts::{self, Word, signs};

impl Page {
    pub(super) fn indicator(&mut self, told: &IndicatorTold) {
        let places = told.rounding.places;
        self.heading(words::POINTS);
        let categories = told.scorings.iter().flat_map(|scoring| &scoring.categories);
        let rows: Vec<_> = categories
            .map(|points| {
                let label = self.get(&points.category.label).to_owned();
                vec![label, self.result(points.max, points.score, points.share, places)]
            })
            .collect();
        self.rows(2, &rows);
        for scoring in &told.scorings {
            if told.scorings.len() > 1 {
                let labels = self.list(scoring.categories.iter().map(|points| &points.category.label));
                self.line(0, "");
                self.line(0, &format!("── {labels} ──"));
            }
            self.way(&scoring.way);
            self.heading(words::SCORE);
            self.scored(2, &scoring.scored);
            if without_value(&scoring.scored) {
                let text = match scoring.when_undefined_percent {
                    Some(percent) => words::WithoutValue { percent }.get(self.lang),
                    None => self.word(words::WITHOUT_RULE).to_owned(),
                };
                self.line(2, &text);
            }
            self.heading(words::TO_POINTS);
            let rounding = self.rounding(&told.rounding);
            self.line(2, &rounding);
            for points in &scoring.categories {
                self.points(points, places);
            }
        }
    }

    fn rounding(&self, rounding: &RoundingTold) -> String {
        let places = rounding.places;
        match rounding.mode {
            RoundingMode::HalfUp => words::HalfUp { places }.get(self.lang),
            RoundingMode::HalfEven => words::HalfEven { places }.get(self.lang),
        }
    }

    fn points(&mut self, points: &PointsTold, places: u32) {
        let label = self.get(&points.category.label).to_owned();
        let mut rows = Vec::new();
        let ends = [(&points.low, words::LOWEST), (&points.high, words::HIGHEST)];
        let known = points.low == points.high;
        for (index, (product, end)) in ends.iter().enumerate().take(if known { 1 } else { 2 }) {
            let which = if known { "" } else { self.word(*end) };
            let name = if index == 0 { label.as_str() } else { "" };
            let sum = self.product(product, places);
            rows.push(vec![name.to_owned(), which.to_owned(), sum]);
        }
        if known {
            rows.iter_mut().for_each(|row| {
                row.remove(1);
            });
        }
        self.rows(2, &rows);
        self.levers(2, &points.open);
    }

    pub(super) fn sums(&mut self, told: &SumsTold) {
        for sum in &told.categories {
            self.sum(sum);
        }
    }

    fn sum(&mut self, sum: &SumTold) {
        let places = self.of_kind;
        let label = self.get(&sum.category.label).to_owned();
        self.line(0, "");
        let result = self.result(sum.max, sum.score, sum.share, places);
        self.line(0, &format!("{label}{}{result}", self.word(signs::COLON)));
        let rows: Vec<_> = sum.parts.iter().map(|part| self.part(part, places)).collect();
        self.rows(2, &rows);
        if let Some(unweighted) = &sum.unweighted {
            self.unweighted(unweighted, places);
        }
        match sum.score {
            Some(score) if sum.by_option.is_empty() => self.written_out(sum, score, places),
            Some(_) => {}
            None => {
                let how = self.word(unweighted::HOW_GROUP).to_owned();
                self.line(2, &how);
            }
        }
        self.by_option(sum, places);
        if let Some(outcome) = &sum.outcome {
            self.outcome(&label, outcome);
        }
        if !sum.floors.is_empty() {
            self.line(2, self.word(words::FLOORS));
            let rows: Vec<_> = sum.floors.iter().map(|floor| self.floor(floor)).collect();
            self.rows(4, &rows);
        }
        self.levers(2, &sum.open);
    }

    /// The sum written out, at both ends.
    fn written_out(&mut self, sum: &SumTold, score: Points, places: u32) {
        let parts = sum.parts.iter().filter_map(|part| part.score);
        let parts: Vec<_> = parts.chain(sum.unweighted.iter().map(|unweighted| unweighted.score)).collect();
        let written = |end: fn(Points) -> Decimal| {
            let parts: Vec<_> = parts.iter().map(|part| fixed(end(*part), places)).collect();
            format!("{} = {}", parts.join(" + "), fixed(end(score), places))
        };
        let (low, high) = (written(|points| points.low), written(|points| points.high));
        if score.low == score.high {
            self.line(2, &low);
        } else {
            let row = |end: Word, text: String| vec![self.word(end).to_owned(), text];
            let rows = [row(words::LOWEST, low), row(words::HIGHEST, high)];
            self.rows(2, &rows);
        }
    }

    /// What the sum comes to under each option, while the choice that switches the weights is open.
    fn by_option(&mut self, sum: &SumTold, places: u32) {
        if sum.by_option.is_empty() {
            return;
        }
        self.line(2, self.word(words::BY_OPTION));
        let rows = sum.by_option.iter().map(|of| {
            let option = self.get(&of.option.label).to_owned();
            vec![option, self.result(of.max, of.score, of.share, places)]
        });
        let rows: Vec<_> = rows.collect();
        self.rows(4, &rows);
    }

    fn part(&self, part: &PartTold, places: u32) -> Vec<String> {
        let label = self.get(&part.named.label).to_owned();
        let result = match (part.of_hundred, part.share) {
            (Some(parts), Some(share)) => {
                unweighted::ShareOfHundred { share: self.percent(share), parts }.get(self.lang)
            }
            _ => self.result(part.max, part.score, part.share, places),
        };
        vec![label, result, part.named.id.clone()]
    }

    /// A share in percent.
    fn percent(&self, share: Percent) -> String {
        range(share.into(), self.places.indicator)
    }

    /// Points of the most, or a share where the weight is not known.
    pub(super) fn result(
        &self,
        max: Option<Decimal>,
        score: Option<Points>,
        share: Option<Percent>,
        places: u32,
    ) -> String {
        match (score.zip(max), share) {
            (Some((score, max)), _) => format!("{} / {max}", range(score, places)),
            (None, Some(share)) => unweighted::Share { share: self.percent(share) }.get(self.lang),
            (None, None) => String::new(),
        }
    }

    /// What indicators without known weights give together, and how both ends come about.
    fn unweighted(&mut self, told: &UnweightedTold, places: u32) {
        let how = unweighted::How { max: told.max }.get(self.lang);
        self.line(2, &how);
        let row = |which: Word, end: &UnweightedEnd| {
            let of = self.get(&end.of.label).to_owned();
            vec![self.word(which).to_owned(), of, self.product(&end.product, places)]
        };
        let rows = [row(words::LOWEST, &told.low), row(words::HIGHEST, &told.high)];
        self.rows(4, &rows);
    }

    fn product(&self, product: &Product, places: u32) -> String {
        let shown = fixed(product.shown, places);
        let mut sum = format!("{} × {} = {} → {shown}", product.share, product.max, product.points);
        if let Some(option) = &product.option {
            let option = self.get(&option.label);
            sum.push_str(&words::WeightsOf { option }.get(self.lang));
        }
        sum
    }

    fn outcome(&mut self, category: &str, outcome: &OutcomeTold) {
        if !outcome.fields.is_empty() {
            let fields = self.list(outcome.fields.iter().map(|field| &field.label));
            self.line(2, &words::Fields { fields }.get(self.lang));
        }
        if let Some(line) = &outcome.line {
            let status = self.word(texts::words::status(line.total_status));
            let (basis, total) = (self.basis(&line.rule), line.total);
            let name = self.word(texts::line_name(line.rule.basis));
            self.line(2, &words::Line { line: name, total, basis, status }.get(self.lang));
            if let Some(note) = &line.rule.note {
                let note = self.get(note).to_owned();
                self.line(4, &note);
            }
        }
        if !outcome.blocked_by.is_empty() {
            let requirements = self.list(outcome.blocked_by.iter().map(|requirement| &requirement.label));
            self.line(2, &words::BlockedBy { requirements }.get(self.lang));
        }
        if !outcome.unknown.is_empty() {
            let requirements = self.list(outcome.unknown.iter().map(|requirement| &requirement.label));
            self.line(2, &words::Undetermined { requirements }.get(self.lang));
        }
        let eligible = self.word(texts::words::eligible(outcome.eligible));
        let fit = self.word(texts::words::fit(outcome.fit));
        self.line(
            2,
            &if outcome.judged {
                words::Conclusion { eligible, category, fit }.get(self.lang)
            } else {
                self.word(words::NOT_JUDGED).to_owned()
            },
        );
    }

    fn floor(&self, floor: &FloorTold) -> Vec<String> {
        let of = self.get(&floor.of.label);
        let field = floor.field.as_ref().map(|field| signs::Bracketed { text: self.get(&field.label) });
        let of = format!("{of}{}", field.map(|field| field.get(self.lang)).unwrap_or_default());
        let percent = floor.least_percent;
        let least = match &floor.least_points {
            Some(points) => words::FloorPoints { percent, points }.get(self.lang),
            None => format!("≥ {percent} %"),
        };
        vec![of, least, self.word(texts::words::status(floor.status)).to_owned()]
    }
}

/// Whether what is scored has, or may have, no value somewhere.
fn without_value(scored: &Scored) -> bool {
    match &scored.by {
        ScoredBy::Bands { of, .. } | ScoredBy::Line { of, .. } => {
            of.value.may_be_undefined || of.value.state == RangeState::None
        }
        ScoredBy::Options { .. } | ScoredBy::Items { .. } => false,
        ScoredBy::BestOf { parts } | ScoredBy::SumOf { parts } | ScoredBy::ByField { parts, .. } => {
            parts.iter().any(|part| without_value(&part.scored))
        }
    }
}
