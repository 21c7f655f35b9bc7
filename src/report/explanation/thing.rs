//! Derived figures, benchmarks and figures.

use super::Page;
use crate::model::explanation::{BenchmarkTold, DerivedTold, FigureTold, Use};
use crate::report::layout::range;
use crate::texts::report::explanation::thing as words;
use crate::texts::{self, Word, signs};

impl Page {
    pub(super) fn derived(&mut self, told: &DerivedTold) {
        self.way(&told.way);
        if !told.open.is_empty() {
            self.line(0, "");
            self.levers(0, &told.open);
        }
        self.uses(&told.used_by);
    }

    pub(super) fn benchmark(&mut self, told: &BenchmarkTold) {
        self.heading(words::VALUE_USED);
        let row = self.benchmark_row(&told.used);
        self.rows(2, &[row]);
        self.heading(words::BY_YEAR);
        let unit = &told.used.value.unit;
        let rows: Vec<_> = told
            .by_year
            .iter()
            .map(|value| {
                let basis = value.rule.as_ref().unwrap_or(&told.used.rule);
                vec![value.year.to_string(), format!("{} {unit}", value.value), self.basis(basis)]
            })
            .collect();
        self.rows(2, &rows);
        self.uses(&told.used_by);
    }

    pub(super) fn figure(&mut self, told: &FigureTold) {
        self.heading(words::AS_ENTERED);
        self.inputs(&told.values);
        if let Some(value) = &told.in_own_unit {
            self.line(2, &format!("= {value}"));
        }
        for note in told.values.iter().filter_map(|value| value.note.as_ref()).take(1) {
            self.line(2, &words::Note { note }.get(self.lang));
        }
        self.heading(words::ABOUT);
        let mut rows = Vec::new();
        let mut row = |name: Word, text: Option<&str>| {
            if let Some(text) = text {
                rows.push(vec![self.word(name).to_owned(), text.to_owned()]);
            }
        };
        row(words::CAN_BE, Some(self.get(&told.domain)));
        row(words::FIND, told.find.as_ref().map(|text| self.get(text)));
        row(words::HOLDER, told.holder.as_ref().map(|text| self.get(text)));
        self.rows(2, &rows);
        self.uses(&told.used_by);
    }

    fn uses(&mut self, uses: &[Use]) {
        if uses.is_empty() {
            self.heading(words::UNUSED);
            return;
        }
        self.heading(words::USED_BY);
        let mut rows = Vec::new();
        for item in uses {
            let kind = self.word(texts::words::explained(item.kind)).to_owned();
            let label = self.get(&item.named.label).to_owned();
            let mut result = Vec::new();
            if let Some(value) = &item.value {
                result.push(value.to_string());
            }
            if let Some(status) = item.status {
                result.push(self.word(texts::words::status(status)).to_owned());
            }
            for points in &item.points {
                let category = self.get(&points.category.label);
                let Some((score, max)) = points.score.zip(points.max) else {
                    result.push(format!("{category} {}", self.result(None, None, points.share, 0)));
                    continue;
                };
                let score = range(score, self.places.indicator);
                result.push(words::Points { category, score, max }.get(self.lang));
            }
            rows.push(vec![kind, label, result.join(self.word(signs::SEMICOLON)), item.named.id.clone()]);
        }
        self.rows(2, &rows);
    }
}
