//! What stays short where a goal cannot be reached.

use super::Report;
use crate::model::{Lang, Limit, LimitOf};

impl Report<'_> {
    pub(super) fn limit(&self, limit: &Limit) -> String {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        let (need, best, comparison) = (text(&limit.need), text(&limit.best), text(&limit.comparison));
        let unit = limit.unit.as_ref().filter(|unit| !unit.is_empty());
        let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        let points = |name: String| match self.lang {
            Lang::Zh => format!("{name}最多 {best} 分，须 {need} 分"),
            Lang::En => format!("{name}: at most {best} points, {need} needed"),
        };
        match limit.what {
            LimitOf::Total => points(self.either("总分", "total").to_owned()),
            LimitOf::Dimension => points(self.label("dimension", &limit.of)),
            LimitOf::Indicator => {
                let name = self.formula(&limit.of);
                match self.lang {
                    Lang::Zh => format!("{name}达不到其分值的 {need}{unit}"),
                    Lang::En => format!("{name}: cannot reach {need}{unit} of its points"),
                }
            }
            LimitOf::Comparison => {
                let name = self.formula(&limit.of);
                let least = comparison.starts_with('<');
                match (self.lang, least) {
                    (Lang::Zh, false) => {
                        format!("{name}最高只能到 {best}{unit}，须 {comparison} {need}{unit}")
                    }
                    (Lang::Zh, true) => {
                        format!("{name}最低只能到 {best}{unit}，须 {comparison} {need}{unit}")
                    }
                    (Lang::En, false) => {
                        format!("{name}: at most {best}{unit}, {comparison} {need}{unit} needed")
                    }
                    (Lang::En, true) => {
                        format!("{name}: at least {best}{unit}, {comparison} {need}{unit} needed")
                    }
                }
            }
            LimitOf::Requirement => {
                let name = self.label("requirement", &limit.of);
                let figures: Vec<_> = limit.decided_by.iter().map(|id| self.input(id)).collect();
                let figures = self.joined(&figures);
                match self.lang {
                    Lang::Zh => format!("“{name}”由{figures}决定，不能改变"),
                    Lang::En => format!("“{name}” is decided by {figures}, which cannot be changed"),
                }
            }
        }
    }
}
