//! What would put the title at risk, as text.

use super::super::layout::{fixed, range, right, signed, signed_range};
use super::{COLUMN, Report};
use crate::model::{AtRisk, Basis, CategoryChange, Decimal, Fall, FloorRisk, LineRisk, Points, Risk};
use crate::texts::report::{risk as words, shared, unweighted};
use crate::texts::{self, Word, signs};

/// The indicators named of those that fell.
const FIRST_FALLS: usize = 10;

impl Report<'_> {
    pub(super) fn risk(&mut self, category: &CategoryChange) {
        let (name, risk) = (self.name(category), &category.risk);
        self.heading(&words::Heading { category: name }.get(self.lang));
        self.line(&format!("  {}", self.word(texts::words::at_risk(risk.at_risk))));
        self.line(&format!("  {}", self.word(words::JUDGED_BY)));
        let colon = self.word(signs::COLON);
        for requirement in &risk.requirements {
            let threat = self.word(texts::words::threat(requirement.threat));
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
            self.line(&format!("  {}", self.word(words::NO_FIELD)));
        }
        self.falls(risk);
    }

    fn total_line(&mut self, line: &LineRisk) {
        let places = self.plan.document.rounding.total;
        let state = match line.threat {
            Some(threat) => self.word(texts::words::threat(threat)),
            None => self.word(words::HOLDS),
        };
        let (total, basis) = (fixed(line.total, 0), self.basis(line.basis));
        let distance = self.distance(line.margin, places);
        let spare = if line.threat.is_none() { fixed(line.margin.low, places) } else { String::new() };
        let name = self.word(texts::line_name(line.basis));
        let text = words::Line { state, line: name, total, basis, distance, spare }.get(self.lang);
        self.line(&format!("  {text}"));
    }

    /// How far points are from the least.
    fn distance(&self, margin: Points, places: u32) -> String {
        let below = |value: Decimal| signed(value, places).replace('−', "");
        if margin.low >= Decimal::ZERO {
            words::Above { points: range(margin, places) }.get(self.lang)
        } else if margin.high >= Decimal::ZERO {
            words::Apart { points: signed_range(margin, places) }.get(self.lang)
        } else {
            let (most, least) = (below(margin.low), below(margin.high));
            let points = if most == least { most } else { format!("{least}–{most}") };
            words::Short { points }.get(self.lang)
        }
    }

    /// The floors that fail or may fail, and the one of the others that is nearest.
    fn floors(&mut self, floors: &[FloorRisk]) {
        let places = self.plan.document.rounding.dimension;
        for floor in floors {
            let Some(threat) = floor.threat else { continue };
            let threat = self.word(texts::words::threat(threat));
            let (of, least) = (self.floor(floor), floor.least_percent);
            let distance = floor.margin.map(|margin| self.distance(margin, places));
            let distance = distance.unwrap_or_default();
            let text = words::Floor { threat, of, least, distance }.get(self.lang);
            self.line(&format!("  {text}"));
        }
        let holding = floors.iter().filter(|floor| floor.threat.is_none());
        let nearest = holding.filter_map(|floor| Some((floor, floor.margin?.low)));
        if let Some((floor, spare)) = nearest.min_by_key(|(_, spare)| *spare) {
            let (of, least, spare) = (self.floor(floor), floor.least_percent, fixed(spare, places));
            self.line(&format!("  {}", words::NearestFloor { of, least, spare }.get(self.lang)));
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
                let field = signs::Bracketed { text: self.label("field", field) };
                format!("{of}{}", field.get(self.lang))
            }
            None => of,
        }
    }

    fn falls(&mut self, risk: &Risk) {
        let (certain, possible): (Vec<_>, Vec<_>) = risk.falls.iter().partition(|fall| fall.certain);
        self.fall_list(&certain, words::FELL);
        self.fall_list(&possible, words::MAY_HAVE_FALLEN);
        let Some(again) = &risk.again else { return };
        let indicators = texts::list(again.indicators.iter().map(|id| self.indicator(id)), self.lang);
        let line = risk.line.as_ref().map_or(Basis::Official, |line| line.basis);
        let line = self.word(texts::line_name(line));
        let text = if again.certain {
            words::AgainCertain { indicators, line }.get(self.lang)
        } else {
            words::AgainPossible { indicators, line }.get(self.lang)
        };
        self.line(&format!("  {text}"));
    }

    fn fall_list(&mut self, falls: &[&Fall], heading: Word) {
        if falls.is_empty() {
            return;
        }
        let places = self.plan.document.rounding.indicator;
        self.line(&format!("  {}", self.word(heading)));
        for fall in falls.iter().take(FIRST_FALLS) {
            let Some(by) = fall.change.or(fall.share) else { continue };
            let (label, by) = (self.indicator(&fall.indicator), right(&signed_range(by, places), COLUMN));
            let share = if fall.change.is_none() { unweighted::SHARE_ONLY.get(self.lang) } else { "" };
            self.line(&format!("    {by} {label}{share}"));
        }
        let more = falls.len().saturating_sub(FIRST_FALLS);
        if more > 0 {
            self.line(&format!("    {}", shared::More { more }.get(self.lang)));
        }
    }
}
