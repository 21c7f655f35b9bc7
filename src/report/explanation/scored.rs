//! A score function at work.

use super::Page;
use crate::model::Lang;
use crate::model::explanation::{
    BandTold, FormulaTold, Hit, LinePlace, OnLine, PartScored, PointTold, Scored, ScoredBy, ShareTold, Told,
};

/// Before what counts, what may count and what does not.
const fn mark(hit: Hit) -> &'static str {
    match hit {
        Hit::Yes => "→",
        Hit::Maybe => "?",
        Hit::No => " ",
    }
}

impl Page {
    pub(super) fn scored(&mut self, indent: usize, scored: &Scored) {
        match &scored.by {
            ScoredBy::Bands { of, out_of, bands } => {
                self.scale(indent, "分档", "bands", out_of);
                self.value(indent, of);
                let rows: Vec<_> = bands.iter().map(|band| self.band(band)).collect();
                self.rows(indent.saturating_add(2), &rows);
            }
            ScoredBy::Line { of, out_of, points, at_low, at_high } => {
                self.scale(indent, "按折线", "on a line", out_of);
                self.value(indent, of);
                self.points_of_line(indent, points);
                let both = at_low.is_some() && at_high.is_some();
                for (end, zh, en) in
                    [(at_low, "最小时", "at the least"), (at_high, "最大时", "at the greatest")]
                {
                    if let Some(at) = end {
                        let which = if both { self.either(zh, en).to_owned() } else { String::new() };
                        self.on_line(indent.saturating_add(2), &which, at);
                    }
                }
            }
            ScoredBy::Options { of, out_of, options } => {
                let label = self.get(&of.label).to_owned();
                self.scale(
                    indent,
                    &format!("按选项计分，“{label}”"),
                    &format!("by option of “{label}”"),
                    out_of,
                );
                let rows: Vec<_> = options
                    .iter()
                    .map(|option| {
                        let label = self.get(&option.named.label).to_owned();
                        vec![mark(option.hit).to_owned(), label, option.score.to_string()]
                    })
                    .collect();
                self.rows(indent.saturating_add(2), &rows);
            }
            ScoredBy::Items { of, out_of, items, low, high, cap } => {
                let label = self.get(&of.label).to_owned();
                self.scale(
                    indent,
                    &format!("按选中项相加，“{label}”"),
                    &format!("summed over “{label}”"),
                    out_of,
                );
                let rows: Vec<_> = items
                    .iter()
                    .map(|item| {
                        let box_mark = match item.ticked {
                            Some(true) => "✓",
                            Some(false) => "✗",
                            None => "?",
                        };
                        let label = self.get(&item.named.label).to_owned();
                        vec![box_mark.to_owned(), label, item.score.to_string()]
                    })
                    .collect();
                self.rows(indent.saturating_add(2), &rows);
                let sum = if low == high { low.to_string() } else { format!("{low} – {high}") };
                let text = match self.lang {
                    Lang::Zh => format!("合计 {sum}，至多 {cap}"),
                    Lang::En => format!("sum {sum}, at most {cap}"),
                };
                self.line(indent.saturating_add(2), &text);
            }
            ScoredBy::BestOf { parts } => {
                let text = self.either("取各项中最高的：", "The best of:").to_owned();
                self.line(indent, &text);
                self.parts(indent, parts);
            }
            ScoredBy::SumOf { parts } => {
                let text = self.either("各项按占比相加：", "The sum of, each with its share:").to_owned();
                self.line(indent, &text);
                self.parts(indent, parts);
            }
            ScoredBy::ByField { all, parts } => {
                let text = if *all {
                    self.either("各领域平均：", "Every field in equal parts:")
                } else {
                    self.either("取计分领域中最高的：", "The best of the fields that count:")
                };
                let text = text.to_owned();
                self.line(indent, &text);
                self.parts(indent, parts);
            }
        }
        let share = self.share(&scored.share);
        let text = match self.lang {
            Lang::Zh => format!("得分比例 {share}"),
            Lang::En => format!("share of the points {share}"),
        };
        self.line(indent, &text);
    }

    fn share(&self, share: &ShareTold) -> String {
        let ShareTold { low, high } = share;
        if low == high { low.to_string() } else { format!("{low} – {high}") }
    }

    fn scale(&mut self, indent: usize, zh: &str, en: &str, out_of: &Told) {
        let text = match self.lang {
            Lang::Zh => format!("{zh}（满分 {out_of}）"),
            Lang::En => format!("{en} (out of {out_of})"),
        };
        self.line(indent, &text);
    }

    /// What is scored, with its value.
    fn value(&mut self, indent: usize, of: &FormulaTold) {
        let indent = indent.saturating_add(2);
        let (labels, value) = (self.get(&of.formula.labels).to_owned(), &of.value);
        // A name alone needs no second telling of its value.
        let is_name = of.formula.written.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if is_name {
            self.line(indent, &format!("{labels} = {value}"));
        } else {
            let values = self.get(&of.formula.values).to_owned();
            self.line(indent, &format!("{labels} = {values} = {value}"));
        }
        for choice in &of.choices {
            let text = self.choice(choice);
            self.line(indent, &text);
        }
        for undefined in &of.undefined {
            let text = self.undefined(undefined);
            self.line(indent, &text);
        }
    }

    fn band(&self, band: &BandTold) -> Vec<String> {
        let from = band.from.as_ref().map(|end| {
            let sign = if end.included { "≥" } else { ">" };
            format!("{sign} {}", end.at)
        });
        let to = band.to.as_ref().map(|end| {
            let sign = if end.included { "≤" } else { "<" };
            format!("{sign} {}", end.at)
        });
        let ends: Vec<_> = from.into_iter().chain(to).collect();
        let ends = if ends.is_empty() {
            self.either("任何值", "any value").to_owned()
        } else {
            ends.join(self.either("，", ", "))
        };
        vec![mark(band.hit).to_owned(), ends, band.score.to_string()]
    }

    fn points_of_line(&mut self, indent: usize, points: &[PointTold]) {
        let told: Vec<_> = points
            .iter()
            .map(|point| match self.lang {
                Lang::Zh => format!("{} 得 {}", point.at, point.score),
                Lang::En => format!("{} gives {}", point.at, point.score),
            })
            .collect();
        let text = match self.lang {
            Lang::Zh => format!("{}；其间按直线，两端之外持平", told.join("，")),
            Lang::En => format!("{}; straight between, level outside", told.join(", ")),
        };
        self.line(indent.saturating_add(2), &text);
    }

    fn on_line(&mut self, indent: usize, which: &str, at: &OnLine) {
        let (value, score) = (&at.value, &at.score);
        let which =
            if which.is_empty() { String::new() } else { format!("{which}{}", self.either("，", ", ")) };
        let text = match (&at.place, &at.working, self.lang) {
            (LinePlace::Between(from, to), Some(working), Lang::Zh) => {
                format!("{which}{value} 在 {from} 与 {to} 之间：{working} = {score}")
            }
            (LinePlace::Between(from, to), Some(working), Lang::En) => {
                format!("{which}{value} lies between {from} and {to}: {working} = {score}")
            }
            (LinePlace::Last, _, Lang::Zh) => format!("{which}{value} 不低于最后一点：{score}"),
            (LinePlace::Last, _, Lang::En) => {
                format!("{which}{value} is at or above the last point: {score}")
            }
            (_, _, Lang::Zh) => format!("{which}{value} 不高于第一点：{score}"),
            (_, _, Lang::En) => format!("{which}{value} is at or below the first point: {score}"),
        };
        self.line(indent, &text);
    }

    fn parts(&mut self, indent: usize, parts: &[PartScored]) {
        let deeper = indent.saturating_add(2);
        for (index, part) in parts.iter().enumerate() {
            let number = index.saturating_add(1);
            let name = match (&part.field, &part.percent) {
                (Some(field), _) => self.get(field).to_owned(),
                (None, Some(percent)) => match self.lang {
                    Lang::Zh => format!("第 {number} 项，占 {percent} %"),
                    Lang::En => format!("part {number}, {percent} %"),
                },
                (None, None) => match self.lang {
                    Lang::Zh => format!("第 {number} 项"),
                    Lang::En => format!("part {number}"),
                },
            };
            self.line(deeper, &format!("{} {name}", mark(part.hit)));
            self.scored(deeper.saturating_add(4), &part.scored);
        }
    }
}
