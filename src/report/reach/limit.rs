//! What stays short where a goal cannot be reached.

use super::Report;
use crate::model::{Limit, LimitOf};
use crate::texts::{self, report::reach as words};

impl Report<'_> {
    pub(super) fn limit(&self, limit: &Limit) -> String {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        let (need, best, written) = (text(&limit.need), text(&limit.best), text(&limit.comparison));
        let comparison = texts::rule_word(&written).map_or(written.as_str(), |word| self.word(word));
        let unit = limit.unit.as_ref().filter(|unit| !unit.is_empty());
        let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        let points =
            |of: String| words::LimitPoints { of, best: best.as_str(), need: need.as_str() }.get(self.lang);
        match limit.what {
            LimitOf::Total => points(self.word(words::TOTAL).to_owned()),
            LimitOf::Dimension => points(self.label("dimension", &limit.of)),
            LimitOf::Indicator => {
                let (of, need) = (self.formula(&limit.of), format!("{need}{unit}"));
                words::LimitIndicator { of, need }.get(self.lang)
            }
            LimitOf::Comparison => {
                let of = self.formula(&limit.of);
                let (best, need) = (format!("{best}{unit}"), format!("{need}{unit}"));
                if written.starts_with('<') {
                    words::LimitLeast { of, best, comparison, need }.get(self.lang)
                } else {
                    words::LimitMost { of, best, comparison, need }.get(self.lang)
                }
            }
            LimitOf::Requirement => {
                let requirement = self.label("requirement", &limit.of);
                if limit.decided_by.is_empty() {
                    return words::LimitAlways { requirement }.get(self.lang);
                }
                let figures = self.joined(limit.decided_by.iter().map(|id| self.input(id)));
                words::LimitFixed { requirement, figures }.get(self.lang)
            }
        }
    }
}
