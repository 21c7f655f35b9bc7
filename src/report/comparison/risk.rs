//! What would put the title at risk, as text.

use super::super::layout::{fixed, range, right, signed, signed_range};
use super::{COLUMN, Report};
use crate::model::{AtRisk, CategoryChange, Decimal, Fall, FloorRisk, Lang, LineRisk, Points, Risk};
use crate::texts;

/// The indicators named of those that fell.
const FIRST_FALLS: usize = 10;

impl Report<'_> {
    pub(super) fn risk(&mut self, category: &CategoryChange) {
        let (name, risk) = (self.name(category), &category.risk);
        self.heading(
            &format!("再次评估时的风险（{name}）"),
            &format!("Risk when the city is assessed again ({name})"),
        );
        let verdict = texts::at_risk(risk.at_risk).get(self.lang);
        self.line(&format!("  {verdict}"));
        self.line(self.either(
            "  按本规则的申报条件、参考线和底线判断，年度评估的结论由主管部门作出",
            "  Judged by this rulebook's requirements, line and floors; the yearly assessment is the ministry's",
        ));
        let colon = self.either("：", ": ");
        for requirement in &risk.requirements {
            let threat = texts::threat(requirement.threat).get(self.lang);
            let (label, basis) = (self.label("requirement", &requirement.id), self.basis(requirement.basis));
            self.line(&format!("  {threat}{colon}{label} {basis}"));
        }
        if let Some(line) = &risk.line {
            self.total_line(line);
        }
        self.floors(&risk.floors);
        let line = risk.line.iter().filter_map(|line| line.threat);
        let threats = risk.floors.iter().filter_map(|floor| floor.threat).chain(line);
        if risk.at_risk != AtRisk::No && risk.requirements.is_empty() && threats.count() == 0 {
            self.line(self.either(
                "  尚未选定领域，至少须有一个领域符合，各领域是否符合见上表",
                "  No field is chosen yet: one of them must fit; the table above says which do",
            ));
        }
        self.falls(risk);
    }

    fn total_line(&mut self, line: &LineRisk) {
        let places = self.plan.document.rounding.total;
        let state = match line.threat {
            Some(threat) => texts::threat(threat).get(self.lang),
            None => self.either("✓ 达到", "✓ holds"),
        };
        let (total, basis) = (fixed(line.total, 0), self.basis(line.basis));
        let distance = self.distance(line.margin, places);
        let text = match self.lang {
            Lang::Zh => format!("  {state}：总分参考线 {total} {basis}，{distance}"),
            Lang::En => format!("  {state}: line of {total} {basis} for the total, {distance}"),
        };
        let spare = fixed(line.margin.low, places);
        let spare = match (line.threat, self.lang) {
            // The judgement of the line can know more than the range of points shows.
            _ if line.margin.low < Decimal::ZERO => String::new(),
            (Some(_), _) => String::new(),
            (None, Lang::Zh) => format!("；再失超过 {spare} 分就可能低于参考线"),
            (None, Lang::En) => format!("; losing more than {spare} may bring it below"),
        };
        self.line(&format!("{text}{spare}"));
    }

    /// How far points are from the least.
    fn distance(&self, margin: Points, places: u32) -> String {
        let below = |value: Decimal| signed(value, places).replace('−', "");
        match self.lang {
            Lang::Zh if margin.low >= Decimal::ZERO => format!("高出 {} 分", range(margin, places)),
            Lang::En if margin.low >= Decimal::ZERO => format!("{} points above it", range(margin, places)),
            _ if margin.high >= Decimal::ZERO => {
                let margin = signed_range(margin, places);
                match self.lang {
                    Lang::Zh => format!("相差 {margin} 分"),
                    Lang::En => format!("{margin} points from it"),
                }
            }
            lang => {
                let (most, least) = (below(margin.low), below(margin.high));
                let short = if most == least { most } else { format!("{least}–{most}") };
                match lang {
                    Lang::Zh => format!("还差 {short} 分"),
                    Lang::En => format!("{short} points short of it"),
                }
            }
        }
    }

    /// The floors that fail or may fail, and the one of the others that is nearest.
    fn floors(&mut self, floors: &[FloorRisk]) {
        let places = self.plan.document.rounding.dimension;
        for floor in floors {
            let Some(threat) = floor.threat else { continue };
            let threat = texts::threat(threat).get(self.lang);
            let (of, least) = (self.floor(floor), floor.least_percent);
            let distance = floor.margin.map(|margin| self.distance(margin, places));
            let distance = match (self.lang, distance) {
                (_, None) => String::new(),
                (Lang::Zh, Some(distance)) => format!("，{distance}"),
                (Lang::En, Some(distance)) => format!(", {distance}"),
            };
            let line = match self.lang {
                Lang::Zh => format!("{threat}：{of}不低于 {least}%{distance}"),
                Lang::En => format!("{threat}: {of} at least {least} %{distance}"),
            };
            self.line(&format!("  {line}"));
        }
        let holding = floors.iter().filter(|floor| floor.threat.is_none());
        let nearest = holding.filter_map(|floor| Some((floor, floor.margin?.low)));
        if let Some((floor, spare)) = nearest.min_by_key(|(_, spare)| *spare) {
            let (of, least, spare) = (self.floor(floor), floor.least_percent, fixed(spare, places));
            self.line(&match self.lang {
                Lang::Zh => format!("  ✓ 达到的底线中最接近的：{of}不低于 {least}%，高出 {spare} 分"),
                Lang::En => format!(
                    "  ✓ nearest of the floors that hold: {of} at least {least} %, {spare} points above"
                ),
            });
        }
    }

    fn floor(&self, floor: &FloorRisk) -> String {
        let of = match (&floor.dimension, &floor.indicator) {
            (Some(dimension), _) => self.label("dimension", dimension),
            (None, Some(indicator)) => self.indicator(indicator),
            (None, None) => String::new(),
        };
        match &floor.field {
            Some(field) => {
                let field = self.label("field", field);
                self.either("{of}（{field}）", "{of} ({field})")
                    .replace("{of}", &of)
                    .replace("{field}", &field)
            }
            None => of,
        }
    }

    fn falls(&mut self, risk: &Risk) {
        let (certain, possible): (Vec<_>, Vec<_>) = risk.falls.iter().partition(|fall| fall.certain);
        self.fall_list(
            &certain,
            "得分下降的指标，降得最多的在前：",
            "Indicators that fell, the furthest first:",
        );
        self.fall_list(
            &possible,
            "得分可能下降的指标，可能降得最多的在前：",
            "Indicators that may have fallen, the furthest first:",
        );
        let Some(again) = &risk.again else { return };
        let names: Vec<_> = again.indicators.iter().map(|id| self.indicator(id)).collect();
        let names = names.join(self.either("、", ", "));
        self.line(&match (self.lang, again.certain) {
            (Lang::Zh, true) => format!("  以下指标若再降同样多，总分必然低于参考线：{names}"),
            (Lang::Zh, false) => format!("  以下指标若再降同样多，总分可能低于参考线：{names}"),
            (Lang::En, true) => {
                format!("  Falling as far again, these bring the total below the line for certain: {names}")
            }
            (Lang::En, false) => {
                format!("  Falling as far again, these may bring the total below the line: {names}")
            }
        });
    }

    fn fall_list(&mut self, falls: &[&Fall], zh: &str, en: &str) {
        if falls.is_empty() {
            return;
        }
        let places = self.plan.document.rounding.indicator;
        let heading = format!("  {}", self.either(zh, en));
        self.line(&heading);
        for fall in falls.iter().take(FIRST_FALLS) {
            let (label, change) = (self.indicator(&fall.indicator), signed_range(fall.change, places));
            self.line(&format!("    {} {label}", right(&change, COLUMN)));
        }
        let more = falls.len().saturating_sub(FIRST_FALLS);
        if more > 0 {
            self.line(&match self.lang {
                Lang::Zh => format!("    …… 另有 {more} 项"),
                Lang::En => format!("    … and {more} more"),
            });
        }
    }
}
