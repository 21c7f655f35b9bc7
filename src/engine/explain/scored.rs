//! A score function at work: which band, between which points, which option, which part.

use super::super::scoring::{Selection, Shares, band, on_line, part_share};
use super::telling::{Scale, Telling};
use crate::language::{Formula, Written};
use crate::model::explanation::{
    BandTold, Cutting, FormulaTold, Hit, ItemTold, LinePlace, OnLine, OptionTold, PartScored, PointTold,
    Scored, ScoredBy, ShareTold, Told,
};
use crate::model::{Band, Decimal, Exact, Score, Text};
use crate::plan::{Cut, IndicatorPlan, Scoring};
use crate::values::{Bound, Fact};

/// Explains the score function of an indicator while some fields count.
pub(super) struct Scoreboard<'a> {
    pub(super) telling: &'a Telling<'a>,
    pub(super) indicator: &'a IndicatorPlan,
    pub(super) selection: &'a Selection,
}

impl Scoreboard<'_> {
    fn shares(&self, scoring: &Scoring) -> Shares {
        let when_undefined = self.indicator.when_undefined.as_ref();
        part_share(scoring, when_undefined, self.telling.facts, self.selection)
    }

    /// `None` only where document and plan do not belong together.
    pub(super) fn scored(&self, score: &Score, scoring: &Scoring) -> Option<Scored> {
        let shares = self.shares(scoring);
        let out_of = scale_of(score);
        let by = match (score, scoring) {
            (Score::Bands(written), Scoring::Bands { of, cuts, shares }) => {
                let unit = written.bands.iter().find_map(|band| unit_of(band_ends(band).next()?));
                let formula = self.formula(&Written::read(&written.of)?, of, unit);
                ScoredBy::Bands {
                    bands: self.bands(of, &formula.0, cuts, shares, &out_of),
                    of: Box::new(formula.1),
                    out_of: Told::new(&out_of),
                }
            }
            (_, Scoring::Line { of, points }) => {
                let (written, unit) = line_written(score)?;
                let formula = self.formula(&written, of, unit);
                let (at_low, at_high) = self.ends_on_line(of, points, &formula.0, &out_of);
                ScoredBy::Line {
                    points: points.iter().map(|point| point_told(point, &formula.0, &out_of)).collect(),
                    of: Box::new(formula.1),
                    out_of: Told::new(&out_of),
                    at_low,
                    at_high,
                }
            }
            (_, Scoring::Options { of, shares }) => self.options(*of, shares, &out_of),
            (_, Scoring::Items { of, shares, cap }) => self.items(*of, shares, cap, &out_of),
            (Score::BestOf(written), Scoring::BestOf(parts)) => {
                let pairs = written.iter().zip(parts).map(|(score, scoring)| (None, score, scoring, true));
                ScoredBy::BestOf { parts: self.best(pairs)? }
            }
            (Score::SumOf(written), Scoring::SumOf(parts)) => {
                let parts = written.iter().zip(parts).map(|(written, (_, part))| {
                    Some(PartScored {
                        field: None,
                        percent: Some(written.percent),
                        hit: Hit::Yes,
                        scored: self.scored(&written.score, part)?,
                    })
                });
                ScoredBy::SumOf { parts: parts.collect::<Option<_>>()? }
            }
            (Score::ByField(written), Scoring::ByField(parts)) => {
                let fields = &self.telling.plan.document.fields;
                let pairs = fields.iter().zip(parts).enumerate().filter_map(|(at, (field, scoring))| {
                    let counts = match self.selection {
                        Selection::All => true,
                        Selection::Best(chosen) => chosen.contains(&at),
                    };
                    Some((Some(field.label.clone()), written.get(&field.id)?, scoring, counts))
                });
                let all = *self.selection == Selection::All;
                let parts = if all { self.every(pairs) } else { self.best(pairs) };
                ScoredBy::ByField { all, parts: parts? }
            }
            _ => return None,
        };
        Some(Scored { share: share_told(&shares), by })
    }

    /// The parts, each counting.
    fn every<'s>(
        &self,
        pairs: impl Iterator<Item = (Option<Text>, &'s Score, &'s Scoring, bool)>,
    ) -> Option<Vec<PartScored>> {
        let parts = pairs.map(|(field, score, scoring, _)| {
            Some(PartScored { field, percent: None, hit: Hit::Yes, scored: self.scored(score, scoring)? })
        });
        parts.collect()
    }

    /// The parts, with which of those that count is, or may be, the best.
    fn best<'s>(
        &self,
        pairs: impl Iterator<Item = (Option<Text>, &'s Score, &'s Scoring, bool)>,
    ) -> Option<Vec<PartScored>> {
        let pairs: Vec<_> = pairs.collect();
        let counting: Vec<_> =
            pairs.iter().map(|(_, _, scoring, counts)| counts.then(|| self.shares(scoring))).collect();
        let hit = |own: usize| {
            let Some(shares) = counting.get(own).and_then(Option::as_ref) else { return Hit::No };
            let mut others = counting.iter().enumerate().filter(|(at, _)| *at != own);
            // Of several that are equally good the first is named.
            let mut certain = true;
            let possible = others.all(|(at, other)| {
                let Some(other) = other else { return true };
                certain &= if at < own { other.high < shares.low } else { other.high <= shares.low };
                if at < own { other.low < shares.high } else { other.low <= shares.high }
            });
            match (possible, certain) {
                (false, _) => Hit::No,
                (true, true) => Hit::Yes,
                (true, false) => Hit::Maybe,
            }
        };
        let parts = pairs.iter().enumerate().map(|(at, (field, score, scoring, _))| {
            let scored = self.scored(score, scoring)?;
            Some(PartScored { field: field.clone(), percent: None, hit: hit(at), scored })
        });
        parts.collect()
    }

    /// A formula with its value, told in the unit of what it is held against, else in its own.
    fn formula(&self, written: &Written, formula: &Formula, unit: Option<String>) -> (Scale, FormulaTold) {
        let telling = self.telling;
        let scale = unit.map(|unit| telling.scale(&unit)).or_else(|| telling.scale_of(formula));
        let scale = scale.unwrap_or_else(|| telling.scale(""));
        let value = telling.range(&telling.facts.number(formula), &scale, &telling.marks_of(formula));
        let told = FormulaTold {
            formula: telling.formulation(written),
            choices: telling.choices(written, formula),
            value,
            undefined: telling.undefined(written, formula),
        };
        (scale, told)
    }

    fn bands(
        &self,
        of: &Formula,
        scale: &Scale,
        cuts: &[Cut],
        shares: &[Exact],
        out_of: &Exact,
    ) -> Vec<BandTold> {
        let value = self.telling.facts.number(of);
        let hit = value.ends.as_ref().map(|(low, high)| (band(low, cuts), band(high, cuts)));
        let cutting = |at: Option<&Cut>, upper: bool| {
            at.map(|cut| Cutting { at: number(&cut.at, scale), included: cut.in_upper != upper })
        };
        let bands = shares.iter().enumerate().map(|(at, share)| BandTold {
            from: cutting(at.checked_sub(1).and_then(|before| cuts.get(before)), false),
            to: cutting(cuts.get(at), true),
            score: Told::new(&(share.clone() * out_of.clone())),
            hit: match hit {
                Some((first, last)) if first == last && first == at && !value.undefined => Hit::Yes,
                Some((first, last)) if (first..=last).contains(&at) => Hit::Maybe,
                _ => Hit::No,
            },
        });
        bands.collect()
    }

    /// The score at the low end of the value, and at its high end where that is another.
    fn ends_on_line(
        &self,
        of: &Formula,
        points: &[(Exact, Exact)],
        scale: &Scale,
        out_of: &Exact,
    ) -> (Option<Box<OnLine>>, Option<Box<OnLine>>) {
        let Some((low, high)) = self.telling.facts.number(of).ends else { return (None, None) };
        let at = |end: &Bound| match end {
            Bound::Finite(value) => point_on_line(value, points, scale, out_of).map(Box::new),
            Bound::NegativeInfinity | Bound::PositiveInfinity => None,
        };
        (at(&low), if low == high { None } else { at(&high) })
    }

    fn options(&self, of: usize, shares: &[Exact], out_of: &Exact) -> ScoredBy {
        let chosen = match self.telling.facts.fact(of) {
            Some(Fact::Choice(chosen)) => *chosen,
            Some(Fact::YesNo(answer)) => answer.map(|yes| usize::from(!yes)),
            _ => None,
        };
        let options = self.telling.options(of).into_iter().zip(shares).enumerate();
        let options = options.map(|(at, (named, share))| OptionTold {
            named,
            score: Told::new(&(share.clone() * out_of.clone())),
            hit: match chosen {
                None => Hit::Maybe,
                Some(chosen) if chosen == at => Hit::Yes,
                Some(_) => Hit::No,
            },
        });
        ScoredBy::Options {
            of: self.telling.figure_named(of),
            out_of: Told::new(out_of),
            options: options.collect(),
        }
    }

    fn items(&self, of: usize, shares: &[Exact], cap: &Exact, out_of: &Exact) -> ScoredBy {
        let ticked = match self.telling.facts.fact(of) {
            Some(Fact::Checklist(items)) => items.clone(),
            _ => Vec::new(),
        };
        let told = |share: &Exact| Told::new(&(share.clone() * out_of.clone()));
        let sum = |possible: bool| {
            let counted = ticked.iter().zip(shares).filter(|(item, _)| item.unwrap_or(possible));
            told(&counted.fold(Exact::zero(), |sum, (_, share)| sum + share.clone()))
        };
        let items = self.telling.options(of).into_iter().zip(shares).enumerate();
        let items = items.map(|(at, (named, share))| ItemTold {
            named,
            score: told(share),
            ticked: ticked.get(at).copied().flatten(),
        });
        ScoredBy::Items {
            of: self.telling.figure_named(of),
            out_of: Told::new(out_of),
            items: items.collect(),
            low: sum(false),
            high: sum(true),
            cap: told(cap),
        }
    }
}

/// A share as a range.
fn share_told(shares: &Shares) -> ShareTold {
    ShareTold { low: Told::new(&shares.low), high: Told::new(&shares.high) }
}

/// The scale of a score function's scores.
fn scale_of(score: &Score) -> Exact {
    let hundred = |out_of: Option<Decimal>| out_of.unwrap_or(Decimal::HUNDRED);
    Exact::from(match score {
        Score::Bands(bands) => hundred(bands.out_of),
        Score::Piecewise(line) => hundred(line.out_of),
        Score::PerUnit(per_unit) => per_unit.out_of.unwrap_or(per_unit.cap),
        Score::Choice(scores) => hundred(scores.out_of),
        Score::Checklist(scores) => hundred(scores.out_of),
        Score::Target(target) => hundred(target.out_of),
        Score::Growth(_) | Score::BestOf(_) | Score::SumOf(_) | Score::ByField(_) => Decimal::HUNDRED,
    })
}

/// The formula of a score function that is a line, and the unit of the values it is given.
fn line_written(score: &Score) -> Option<(Written, Option<String>)> {
    match score {
        Score::Piecewise(line) => {
            Some((Written::read(&line.of)?, line.points.first().and_then(|point| unit_of(&point.at))))
        }
        Score::PerUnit(per_unit) => Some((Written::read(&per_unit.of)?, unit_of(&per_unit.per))),
        Score::Target(target) => {
            let (of, goal) = (Written::read(&target.of)?, Written::read(&target.target)?);
            let way = match &target.from {
                Some(from) => {
                    let from = Written::read(from)?;
                    of.minus(from.clone()).over(goal.minus(from))
                }
                None => of.over(goal),
            };
            Some((way, Some(String::new())))
        }
        Score::Growth(growth) => {
            Some((Written::read(&format!("growth({})", growth.of))?, unit_of(&growth.full_at)))
        }
        _ => None,
    }
}

/// The unit in which a number of the rulebook is written.
fn unit_of(text: &str) -> Option<String> {
    Written::read(text)?.unit().map(str::to_owned)
}

fn band_ends(band: &Band) -> impl Iterator<Item = &str> {
    [&band.at_least, &band.above, &band.below, &band.at_most].into_iter().flatten().map(String::as_str)
}

/// A number of the rulebook with its unit.
fn number(value: &Exact, (symbol, factor): &Scale) -> String {
    let told = value.over(factor).map(|value| Told::new(&value).to_string()).unwrap_or_default();
    if symbol.is_empty() { told } else { format!("{told} {symbol}") }
}

fn point_told((at, share): &(Exact, Exact), scale: &Scale, out_of: &Exact) -> PointTold {
    PointTold { at: number(at, scale), score: Told::new(&(share.clone() * out_of.clone())) }
}

/// A value on a line, with the computation where it lies between two points.
fn point_on_line(value: &Exact, points: &[(Exact, Exact)], scale: &Scale, out_of: &Exact) -> Option<OnLine> {
    let (_, factor) = scale;
    let marks: Vec<_> = points.iter().filter_map(|(at, _)| at.over(factor)).collect();
    let told = Told::apart(&value.over(factor)?, &marks);
    let score = Told::new(&(on_line(&Bound::Finite(value.clone()), points) * out_of.clone()));
    let (first, last) = (points.first()?, points.last()?);
    let place = |place| Some(OnLine { value: told.clone(), place, working: None, score: score.clone() });
    if *value <= first.0 {
        return place(LinePlace::First);
    }
    if *value >= last.0 {
        return place(LinePlace::Last);
    }
    let mut pairs = points.iter().zip(points.iter().skip(1));
    let (left, right) = pairs.find(|(_, right)| *value <= right.0)?;
    let at = |point: &(Exact, Exact)| point.0.over(factor).map(|at| in_brackets(&Told::new(&at)));
    let score_at = |point: &(Exact, Exact)| Told::new(&(point.1.clone() * out_of.clone())).to_string();
    let (from, to) = (at(left)?, at(right)?);
    let (base, top) = (score_at(left), score_at(right));
    let own = in_brackets(&told);
    let working = format!("{base} + ({top} - {base}) × ({own} - {from}) ÷ ({to} - {from})");
    Some(OnLine {
        value: told,
        place: LinePlace::Between(number(&left.0, scale), number(&right.0, scale)),
        working: Some(working),
        score,
    })
}

/// A number as part of a difference.
fn in_brackets(told: &Told) -> String {
    let text = told.to_string();
    if told.decimal.starts_with('-') { format!("({text})") } else { text }
}
