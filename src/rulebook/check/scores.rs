//! Score functions: scales, bands, points, options; compiled to shares of one.

use super::formulas::unit_clash;
use crate::language::{Formula, Scope, among, constant, formula, nearest};
use crate::model::{
    ChecklistScores, ChoiceOption, Decimal, Exact, FaultCode, Faults, FigureKind, Growth, Kind, OptionScores,
    PerUnit, Piecewise, Place, Rulebook, Score, Target,
};
use crate::plan::Scoring;

/// The deepest nesting of score functions.
const MAX_NESTING: usize = 4;

pub(super) fn scoring(
    score: &Score,
    document: &Rulebook,
    scope: &Scope,
    place: &Place,
    faults: &mut Faults,
) -> Option<Scoring> {
    Builder { document, scope, faults }.scoring(score, place, 1)
}

pub(super) struct Builder<'a> {
    pub(super) document: &'a Rulebook,
    pub(super) scope: &'a Scope,
    pub(super) faults: &'a mut Faults,
}

impl Builder<'_> {
    fn scoring(&mut self, score: &Score, place: &Place, level: usize) -> Option<Scoring> {
        if level > MAX_NESTING {
            self.faults.add(FaultCode::TooDeep, place, level, &[("most", &MAX_NESTING.to_string())]);
            return None;
        }
        let below = level.saturating_add(1);
        match score {
            Score::Bands(bands) => self.bands(bands, &place.at("bands")),
            Score::Piecewise(line) => self.piecewise(line, &place.at("piecewise")),
            Score::PerUnit(per_unit) => self.per_unit(per_unit, &place.at("per_unit")),
            Score::Target(target) => self.target(target, &place.at("target")),
            Score::Growth(growth) => self.growth(growth, &place.at("growth")),
            Score::Choice(scores) => self.options(scores, &place.at("choice")),
            Score::Checklist(scores) => self.checklist(scores, &place.at("checklist")),
            Score::BestOf(parts) => {
                let place = place.at("best_of");
                if parts.is_empty() {
                    self.faults.add(FaultCode::EmptyList, &place, "", &[]);
                }
                let parts: Vec<_> = parts
                    .iter()
                    .enumerate()
                    .map(|(index, part)| self.scoring(part, &place.at(index), below))
                    .collect();
                Some(Scoring::BestOf(parts.into_iter().collect::<Option<_>>()?))
            }
            Score::SumOf(parts) => {
                let place = place.at("sum_of");
                let sum = parts.iter().fold(Exact::zero(), |sum, part| sum + Exact::from(part.percent));
                if sum != Exact::from(Decimal::HUNDRED) {
                    self.faults.add(FaultCode::ShareSum, &place, &sum, &[]);
                }
                for part in parts.iter().filter(|part| part.percent.is_negative()) {
                    self.faults.add(FaultCode::OffScale, &place, part.percent, &[("most", "100")]);
                }
                let parts: Vec<_> = parts
                    .iter()
                    .enumerate()
                    .map(|(index, part)| {
                        let scoring = self.scoring(&part.score, &place.at(index).at("score"), below)?;
                        Some((Exact::from(part.percent).percent(), scoring))
                    })
                    .collect();
                Some(Scoring::SumOf(parts.into_iter().collect::<Option<_>>()?))
            }
            Score::ByField(parts) => {
                let place = place.at("by_field");
                let known: Vec<&str> = self.document.fields.iter().map(|field| field.id.as_str()).collect();
                for id in parts.keys().filter(|id| !known.contains(&id.as_str())) {
                    let known = among(id, known.iter().copied());
                    self.faults.add_with(FaultCode::UnknownField, &place.at(id), id, &known);
                }
                let found: Vec<_> = known
                    .iter()
                    .map(|id| match parts.get(*id) {
                        Some(part) => self.scoring(part, &place.at(id), below),
                        None => {
                            self.faults.add(FaultCode::MissingField, &place, id, &[]);
                            None
                        }
                    })
                    .collect();
                Some(Scoring::ByField(found.into_iter().collect::<Option<_>>()?))
            }
        }
    }

    /// The scale, which is above 0.
    pub(super) fn scale(
        &mut self,
        out_of: Option<Decimal>,
        otherwise: Decimal,
        place: &Place,
    ) -> Option<Decimal> {
        let scale = out_of.unwrap_or(otherwise);
        if scale <= Decimal::ZERO {
            self.faults.add(FaultCode::NotPositive, &place.at("out_of"), scale, &[]);
            return None;
        }
        Some(scale)
    }

    /// A score as a share of the scale.
    pub(super) fn share(&mut self, score: Decimal, scale: Decimal, place: &Place) -> Option<Exact> {
        if score.is_negative() || score > scale {
            self.faults.add(FaultCode::OffScale, place, score, &[("most", &scale.to_string())]);
            return None;
        }
        Exact::from(score).over(&Exact::from(scale))
    }

    /// A number with its unit, of the kind of the formula it belongs to.
    pub(super) fn value(&mut self, text: &str, kind: &Kind, place: &Place) -> Option<Exact> {
        let (value, found) = constant(text, self.scope, place, self.faults)?;
        if found != *kind {
            unit_clash(&found, kind, place, self.faults);
            return None;
        }
        Some(value)
    }

    pub(super) fn of(&mut self, text: &str, place: &Place) -> Option<(Formula, Kind)> {
        formula(text, self.scope, &place.at("of"), self.faults)
    }

    pub(super) fn monotone(
        &mut self,
        shares: &[Exact],
        written: impl Iterator<Item = Decimal>,
        place: &Place,
    ) {
        let pairs = || shares.iter().zip(shares.iter().skip(1));
        if !pairs().all(|(a, b)| a <= b) && !pairs().all(|(a, b)| a >= b) {
            let written = written.map(|score| score.to_string()).collect::<Vec<_>>().join(", ");
            self.faults.add(FaultCode::NotMonotone, place, written, &[]);
        }
    }

    fn piecewise(&mut self, line: &Piecewise, place: &Place) -> Option<Scoring> {
        let scale = self.scale(line.out_of, Decimal::HUNDRED, place);
        let (of, kind) = self.of(&line.of, place)?;
        let scale = scale?;
        let mut points: Vec<(Exact, Exact)> = Vec::new();
        for (index, point) in line.points.iter().enumerate() {
            let at = place.at("points").at(index);
            let value = self.value(&point.at, &kind, &at.at("at"));
            let share = self.share(point.score, scale, &at.at("score"));
            points.push((value?, share?));
        }
        let rising = points.iter().zip(points.iter().skip(1)).all(|((a, _), (b, _))| a < b);
        if points.len() < 2 || !rising {
            let written = line.points.iter().map(|point| point.at.clone()).collect::<Vec<_>>().join(", ");
            self.faults.add(FaultCode::PointOrder, &place.at("points"), written, &[]);
            return None;
        }
        if line.monotone.unwrap_or(true) {
            let shares: Vec<_> = points.iter().map(|(_, share)| share.clone()).collect();
            self.monotone(&shares, line.points.iter().map(|point| point.score), &place.at("points"));
        }
        Some(Scoring::Line { of, points })
    }

    /// A straight line from nothing to the cap.
    fn per_unit(&mut self, per_unit: &PerUnit, place: &Place) -> Option<Scoring> {
        let scale = self.scale(per_unit.out_of, per_unit.cap, place);
        let (of, kind) = self.of(&per_unit.of, place)?;
        let per = self.value(&per_unit.per, &kind, &place.at("per"))?;
        let cap = self.share(per_unit.cap, scale?, &place.at("cap"))?;
        for (name, value) in
            [("each", Exact::from(per_unit.each)), ("per", per.clone()), ("cap", cap.clone())]
        {
            if value.is_zero() || value.is_negative() {
                self.faults.add(FaultCode::NotPositive, &place.at(name), &value, &[]);
                return None;
            }
        }
        let full = (Exact::from(per_unit.cap) * per).over(&Exact::from(per_unit.each))?;
        Some(Scoring::Line { of, points: vec![(Exact::zero(), Exact::zero()), (full, cap)] })
    }

    /// A straight line over the share of the way.
    fn target(&mut self, target: &Target, place: &Place) -> Option<Scoring> {
        let scale = self.scale(target.out_of, Decimal::HUNDRED, place);
        let (of, kind) = self.of(&target.of, place)?;
        let mut same_kind = |text: &String, key: &str| {
            let at = place.at(key);
            let (formula, found) = formula(text, self.scope, &at, self.faults)?;
            if found != kind {
                unit_clash(&found, &kind, &at, self.faults);
                return None;
            }
            Some(formula)
        };
        let goal = same_kind(&target.target, "target");
        let from = target.from.as_ref().map(|from| same_kind(from, "from"));
        let scale = scale?;
        let most = self.share(target.most.unwrap_or(scale), scale, &place.at("most"))?;
        let way = |to: Formula, from: Option<Formula>| match from {
            Some(from) => Formula::Subtract(Box::new(to), Box::new(from)),
            None => to,
        };
        let (goal, from) = (goal?, from.map_or(Some(None), |from| from.map(Some))?);
        let of = Formula::Divide(Box::new(way(of, from.clone())), Box::new(way(goal, from)));
        Some(Scoring::Line { of, points: vec![(Exact::zero(), Exact::zero()), (Exact::from(1), most)] })
    }

    /// A straight line over the growth.
    fn growth(&mut self, growth: &Growth, place: &Place) -> Option<Scoring> {
        self.figure(&growth.of, "number", &place.at("of"), |kind| {
            matches!(kind, FigureKind::Number(_)).then(Vec::new)
        })?;
        let (of, kind) = self.of(&format!("growth({})", growth.of), place)?;
        let from = match &growth.from {
            Some(from) => self.value(from, &kind, &place.at("from"))?,
            None => Exact::zero(),
        };
        let full = self.value(&growth.full_at, &kind, &place.at("full_at"))?;
        if full <= from {
            let from = growth.from.as_deref().unwrap_or("0");
            self.faults.add(FaultCode::FullTooLow, &place.at("full_at"), &growth.full_at, &[("from", from)]);
            return None;
        }
        Some(Scoring::Line { of, points: vec![(from, Exact::zero()), (full, Exact::from(1))] })
    }

    fn options(&mut self, scores: &OptionScores, place: &Place) -> Option<Scoring> {
        let scale = self.scale(scores.out_of, Decimal::HUNDRED, place);
        let (of, ids) = self.figure(&scores.of, "choice", &place.at("of"), |kind| match kind {
            FigureKind::Choice(choice) => Some(ids(&choice.options)),
            FigureKind::YesNo => Some(vec!["yes".to_owned(), "no".to_owned()]),
            _ => None,
        })?;
        let shares = self.shares(&scores.scores, &ids, scale?, place)?;
        Some(Scoring::Options { of, shares })
    }

    fn checklist(&mut self, scores: &ChecklistScores, place: &Place) -> Option<Scoring> {
        let scale = self.scale(scores.out_of, Decimal::HUNDRED, place);
        let (of, ids) = self.figure(&scores.of, "checklist", &place.at("of"), |kind| match kind {
            FigureKind::Checklist(list) => Some(ids(&list.items)),
            _ => None,
        })?;
        let scale = scale?;
        let shares = self.shares(&scores.scores, &ids, scale, place)?;
        let cap = self.share(scores.cap.unwrap_or(scale), scale, &place.at("cap"))?;
        Some(Scoring::Items { of, shares, cap })
    }

    /// A figure that must be of a certain kind; with the ids of its options.
    pub(super) fn figure(
        &mut self,
        id: &str,
        expected: &str,
        place: &Place,
        options: impl Fn(&FigureKind) -> Option<Vec<String>>,
    ) -> Option<(usize, Vec<String>)> {
        let found = self.document.figures.iter().enumerate().find(|(_, figure)| figure.id == id);
        match found {
            None => {
                let near =
                    nearest(id, self.document.figures.iter().map(|figure| figure.id.as_str())).unwrap_or("");
                let params = [("nearest", near), ("column", "1"), ("text", id)];
                self.faults.add(FaultCode::UnknownName, place, id, &params);
                None
            }
            Some((index, figure)) => match options(&figure.kind) {
                Some(options) => Some((index, options)),
                None => {
                    let found = match &figure.kind {
                        FigureKind::Number(_) => "number",
                        FigureKind::Choice(_) => "choice",
                        FigureKind::YesNo => "condition",
                        FigureKind::Checklist(_) => "checklist",
                    };
                    let params = [("expected", expected), ("found", found), ("column", "1"), ("text", id)];
                    self.faults.add(FaultCode::WrongKind, place, id, &params);
                    None
                }
            },
        }
    }

    /// The share of every option, in the order of the figure.
    fn shares(
        &mut self,
        scores: &crate::sorted::Map<String, Decimal>,
        options: &[String],
        scale: Decimal,
        place: &Place,
    ) -> Option<Vec<Exact>> {
        let place = place.at("scores");
        for id in scores.keys().filter(|id| !options.contains(id)) {
            let known = among(id, options.iter().map(String::as_str));
            self.faults.add_with(FaultCode::UnknownOption, &place.at(id), id, &known);
        }
        let shares: Vec<_> = options
            .iter()
            .map(|option| match scores.get(option) {
                Some(score) => self.share(*score, scale, &place.at(option)),
                None => {
                    self.faults.add(FaultCode::MissingOption, &place, option, &[]);
                    None
                }
            })
            .collect();
        shares.into_iter().collect()
    }
}

fn ids(options: &[ChoiceOption]) -> Vec<String> {
    options.iter().map(|option| option.id.clone()).collect()
}
