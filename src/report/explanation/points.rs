//! Points: shares of the most, and sums.

use super::Page;
use crate::model::explanation::{
    FloorTold, IndicatorTold, OutcomeTold, PartTold, PointsTold, RangeState, RoundingTold, Scored, ScoredBy,
    SumTold, SumsTold,
};
use crate::model::{Decimal, Lang, Points, RoundingMode};
use crate::report::layout::{fixed, range};
use crate::texts;

impl Page {
    pub(super) fn indicator(&mut self, told: &IndicatorTold) {
        let places = told.rounding.places;
        self.heading("得分", "Points");
        let categories = told.scorings.iter().flat_map(|scoring| &scoring.categories);
        let rows: Vec<_> = categories
            .map(|points| {
                let label = self.get(&points.category.label).to_owned();
                vec![label, format!("{} / {}", range(points.score, places), points.max)]
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
            self.heading("评分", "Score");
            self.scored(2, &scoring.scored);
            if without_value(&scoring.scored) {
                let text = match (self.lang, scoring.when_undefined_percent) {
                    (Lang::Zh, Some(percent)) => format!("没有值时，按规则得 {percent} %"),
                    (Lang::En, Some(percent)) => format!("without a value, the rule gives {percent} %"),
                    (Lang::Zh, None) => "没有值时规则未作规定，0 至满分均有可能".to_owned(),
                    (Lang::En, None) => {
                        "without a value the rule says nothing: anything from 0 to all is possible".to_owned()
                    }
                };
                self.line(2, &text);
            }
            self.heading("折算为分数", "From share to points");
            let rounding = self.rounding(&told.rounding);
            self.line(2, &rounding);
            for points in &scoring.categories {
                self.points(points, places);
            }
        }
    }

    fn rounding(&self, rounding: &RoundingTold) -> String {
        let places = rounding.places;
        match (self.lang, rounding.mode) {
            (Lang::Zh, RoundingMode::HalfUp) => format!("比例 × 满分，四舍五入，保留 {places} 位小数"),
            (Lang::Zh, RoundingMode::HalfEven) => {
                format!("比例 × 满分，按 GB/T 8170 修约（五成双），保留 {places} 位小数")
            }
            (Lang::En, RoundingMode::HalfUp) => {
                format!("share × most points, a half rounded up, to {places} decimal places")
            }
            (Lang::En, RoundingMode::HalfEven) => {
                format!("share × most points, a half rounded to even (GB/T 8170), to {places} decimal places")
            }
        }
    }

    fn points(&mut self, points: &PointsTold, places: u32) {
        let label = self.get(&points.category.label).to_owned();
        let mut rows = Vec::new();
        let ends = [(&points.low, "最低", "low"), (&points.high, "最高", "high")];
        let known = points.low == points.high;
        for (index, (product, zh, en)) in ends.iter().enumerate().take(if known { 1 } else { 2 }) {
            let which = if known { "" } else { self.either(zh, en) };
            let name = if index == 0 { label.as_str() } else { "" };
            let shown = fixed(product.shown, places);
            let mut sum = format!("{} × {} = {} → {shown}", product.share, product.max, product.points);
            if let Some(option) = &product.option {
                let option = self.get(&option.label);
                sum.push_str(&match self.lang {
                    Lang::Zh => format!("（权重按“{option}”）"),
                    Lang::En => format!(" (weights of “{option}”)"),
                });
            }
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
        let places = places(sum);
        let label = self.get(&sum.category.label).to_owned();
        self.line(0, "");
        self.line(
            0,
            &format!("{label}{}{} / {}", self.either("：", ": "), range(sum.score, places), sum.max),
        );
        let rows: Vec<_> = sum.parts.iter().map(|part| self.part(part, places)).collect();
        self.rows(2, &rows);
        let written = |end: fn(Points) -> Decimal| {
            let parts: Vec<_> = sum.parts.iter().map(|part| fixed(end(part.score), places)).collect();
            format!("{} = {}", parts.join(" + "), fixed(end(sum.score), places))
        };
        let (low, high) = (written(|points| points.low), written(|points| points.high));
        if sum.score.low == sum.score.high {
            self.line(2, &low);
        } else {
            let row = |zh: &str, en: &str, text: String| vec![self.either(zh, en).to_owned(), text];
            let rows = [row("最低", "low", low), row("最高", "high", high)];
            self.rows(2, &rows);
        }
        if let Some(outcome) = &sum.outcome {
            self.outcome(&label, outcome);
        }
        if !sum.floors.is_empty() {
            let text = self.either("单项底线：", "Floors:").to_owned();
            self.line(2, &text);
            let rows: Vec<_> = sum.floors.iter().map(|floor| self.floor(floor)).collect();
            self.rows(4, &rows);
        }
        self.levers(2, &sum.open);
    }

    fn part(&self, part: &PartTold, places: u32) -> Vec<String> {
        let label = self.get(&part.named.label).to_owned();
        vec![label, format!("{} / {}", range(part.score, places), part.max), part.named.id.clone()]
    }

    fn outcome(&mut self, category: &str, outcome: &OutcomeTold) {
        let colon = self.either("：", ": ").to_owned();
        if !outcome.fields.is_empty() {
            let fields = self.list(outcome.fields.iter().map(|field| &field.label));
            let name = self.either("计分领域", "Fields that count");
            self.line(2, &format!("{name}{colon}{fields}"));
        }
        if let Some(line) = &outcome.line {
            let status = texts::status(line.total_status).get(self.lang);
            let basis = self.basis(&line.rule);
            let (name, total) = (self.either("参考线：总分须达", "Line: the total must reach"), line.total);
            self.line(2, &format!("{name} {total} {basis}{colon}{status}"));
            if let Some(note) = &line.rule.note {
                let note = self.get(note).to_owned();
                self.line(4, &note);
            }
        }
        for (zh, en, requirements) in [
            ("未满足的申报条件", "Requirements not met", &outcome.blocked_by),
            ("尚不能定的申报条件", "Requirements undetermined", &outcome.unknown),
        ] {
            if !requirements.is_empty() {
                let list = self.list(requirements.iter().map(|requirement| &requirement.label));
                let name = self.either(zh, en);
                self.line(2, &format!("{name}{colon}{list}"));
            }
        }
        let eligible = texts::eligible(outcome.eligible).get(self.lang);
        let fit = texts::fit(outcome.fit).get(self.lang);
        let text = match self.lang {
            Lang::Zh => format!("结论：{eligible}；{category}{fit}"),
            Lang::En => format!("Conclusion: {eligible}; {category}: {fit}"),
        };
        self.line(2, &text);
    }

    fn floor(&self, floor: &FloorTold) -> Vec<String> {
        let of = self.get(&floor.of.label);
        let of = match (&floor.field, self.lang) {
            (Some(field), Lang::Zh) => format!("{of}（{}）", field.label.zh),
            (Some(field), Lang::En) => format!("{of} ({})", field.label.en),
            (None, _) => of.to_owned(),
        };
        let least = match (&floor.least_points, self.lang) {
            (Some(points), Lang::Zh) => format!("≥ {} %，即 {points} 分", floor.least_percent),
            (Some(points), Lang::En) => format!("≥ {} %, that is {points} points", floor.least_percent),
            (None, _) => format!("≥ {} %", floor.least_percent),
        };
        vec![of, least, texts::status(floor.status).get(self.lang).to_owned()]
    }
}

/// The decimal places in which a sum is written out: the most that a part has.
fn places(sum: &SumTold) -> u32 {
    let points = sum.parts.iter().map(|part| part.score).chain([sum.score]);
    points.map(|points| points.low.places().max(points.high.places())).max().unwrap_or(0)
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
