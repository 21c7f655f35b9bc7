//! Derived figures, benchmarks and figures.

use super::Page;
use crate::model::Lang;
use crate::model::explanation::{BenchmarkTold, DerivedTold, FigureTold, Use};
use crate::report::layout::range;
use crate::texts;
use crate::texts::explained as words;

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
        self.heading("取值", "Value used");
        let row = self.benchmark_row(&told.used);
        self.rows(2, &[row]);
        self.heading("各年数值", "Values by year");
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
        self.heading("填报", "As entered");
        self.inputs(&told.values);
        if let Some(value) = &told.in_own_unit {
            self.line(2, &format!("= {value}"));
        }
        for note in told.values.iter().filter_map(|value| value.note.as_ref()).take(1) {
            self.line(2, &format!("{}{note}", self.either("城市注：", "the city's note: ")));
        }
        self.heading("说明", "About it");
        let mut rows = Vec::new();
        let mut row = |zh: &str, en: &str, text: Option<&str>| {
            if let Some(text) = text {
                rows.push(vec![self.either(zh, en).to_owned(), text.to_owned()]);
            }
        };
        row("可取的值", "can be", Some(self.get(&told.domain)));
        row("出处", "where to find it", told.find.as_ref().map(|text| self.get(text)));
        row("掌握部门", "who holds it", told.holder.as_ref().map(|text| self.get(text)));
        self.rows(2, &rows);
        self.uses(&told.used_by);
    }

    fn uses(&mut self, uses: &[Use]) {
        if uses.is_empty() {
            self.heading("目前没有用到它的规则", "No rule uses it as things stand");
            return;
        }
        self.heading("用于", "Used by");
        let mut rows = Vec::new();
        for item in uses {
            let kind = words::explained(item.kind).get(self.lang).to_owned();
            let label = self.get(&item.named.label).to_owned();
            let mut result = Vec::new();
            if let Some(value) = &item.value {
                result.push(value.to_string());
            }
            if let Some(status) = item.status {
                result.push(texts::status(status).get(self.lang).to_owned());
            }
            for points in &item.points {
                let (category, score) = (self.get(&points.category.label), points.score);
                let places = score.low.places().max(score.high.places());
                let (score, max) = (range(score, places), points.max);
                result.push(match self.lang {
                    Lang::Zh => format!("{category} {score} / {max} 分"),
                    Lang::En => format!("{category} {score} / {max} points"),
                });
            }
            rows.push(vec![kind, label, result.join(self.either("；", "; ")), item.named.id.clone()]);
        }
        self.rows(2, &rows);
    }
}
