//! A score function at work.

use super::Page;
use crate::model::explanation::{
    BandTold, FormulaTold, Hit, LinePlace, OnLine, PartScored, PointTold, Scored, ScoredBy, ShareTold, Told,
};
use crate::texts::report::explanation::scored as words;
use crate::texts::signs;

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
                self.scale(indent, self.word(words::BANDS), out_of);
                self.value(indent, of);
                let rows: Vec<_> = bands.iter().map(|band| self.band(band)).collect();
                self.rows(indent.saturating_add(2), &rows);
            }
            ScoredBy::Line { of, out_of, points, at_low, at_high } => {
                self.scale(indent, self.word(words::LINE), out_of);
                self.value(indent, of);
                self.points_of_line(indent, points);
                let both = at_low.is_some() && at_high.is_some();
                for (end, name) in [(at_low, words::AT_LEAST), (at_high, words::AT_GREATEST)] {
                    if let Some(at) = end {
                        let which = if both { self.word(name) } else { "" };
                        self.on_line(indent.saturating_add(2), which, at);
                    }
                }
            }
            ScoredBy::Options { of, out_of, options } => {
                let of = self.get(&of.label);
                self.scale(indent, &words::Options { of }.get(self.lang), out_of);
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
                let of = self.get(&of.label);
                self.scale(indent, &words::Items { of }.get(self.lang), out_of);
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
                self.line(indent.saturating_add(2), &words::Sum { sum, cap }.get(self.lang));
            }
            ScoredBy::BestOf { parts } => {
                self.line(indent, self.word(words::BEST_OF));
                self.parts(indent, parts);
            }
            ScoredBy::SumOf { parts } => {
                self.line(indent, self.word(words::SUM_OF));
                self.parts(indent, parts);
            }
            ScoredBy::ByField { all, parts } => {
                self.line(indent, self.word(if *all { words::EVERY_FIELD } else { words::BEST_FIELD }));
                self.parts(indent, parts);
            }
        }
        let share = self.share(&scored.share);
        self.line(indent, &words::Share { share }.get(self.lang));
    }

    fn share(&self, share: &ShareTold) -> String {
        let ShareTold { low, high } = share;
        if low == high { low.to_string() } else { format!("{low} – {high}") }
    }

    fn scale(&mut self, indent: usize, scale: &str, most: &Told) {
        self.line(indent, &words::OutOf { scale, most }.get(self.lang));
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
            self.word(words::ANY_VALUE).to_owned()
        } else {
            ends.join(self.word(signs::COMMA))
        };
        vec![mark(band.hit).to_owned(), ends, band.score.to_string()]
    }

    fn points_of_line(&mut self, indent: usize, points: &[PointTold]) {
        let told: Vec<_> = points
            .iter()
            .map(|point| words::Gives { value: &point.at, score: &point.score }.get(self.lang))
            .collect();
        let points = told.join(self.word(signs::COMMA));
        self.line(indent.saturating_add(2), &words::Straight { points }.get(self.lang));
    }

    fn on_line(&mut self, indent: usize, which: &str, at: &OnLine) {
        let (value, score) = (&at.value, &at.score);
        let text = match (&at.place, &at.working) {
            (LinePlace::Between(from, to), Some(working)) => {
                words::Between { which, value, from, to, working, score }.get(self.lang)
            }
            (LinePlace::Last, _) => words::LastPoint { which, value, score }.get(self.lang),
            _ => words::FirstPoint { which, value, score }.get(self.lang),
        };
        self.line(indent, &text);
    }

    fn parts(&mut self, indent: usize, parts: &[PartScored]) {
        let deeper = indent.saturating_add(2);
        for (index, part) in parts.iter().enumerate() {
            let number = index.saturating_add(1);
            let name = match (&part.field, &part.percent) {
                (Some(field), _) => self.get(field).to_owned(),
                (None, percent) => {
                    let percent = percent.map(|percent| percent.to_string()).unwrap_or_default();
                    words::Part { number, percent }.get(self.lang)
                }
            };
            self.line(deeper, &format!("{} {name}", mark(part.hit)));
            self.scored(deeper.saturating_add(4), &part.scored);
        }
    }
}
