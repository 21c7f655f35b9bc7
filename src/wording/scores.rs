//! A score function in words: one sentence, the table of its cases, and its parts.

use super::Wording;
use crate::model::{Band, Decimal, Score};
use crate::sorting;
use crate::texts::{rules as words, said};

/// A score function read out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreTold {
    /// How it scores, in one sentence.
    pub rule: String,
    /// Its cases: the value, option or item, and the score for it.
    pub rows: Vec<[String; 2]>,
    /// What it is made of, where it is made of other score functions.
    pub parts: Vec<ScoredPart>,
}

/// A part of a score function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoredPart {
    /// Its name: a number, with its share, or a field.
    pub name: String,
    /// How it scores.
    pub told: ScoreTold,
}

impl ScoreTold {
    fn plain(rule: String, rows: Vec<[String; 2]>) -> Self {
        Self { rule, rows, parts: Vec::new() }
    }

    /// The whole of it in one line.
    #[must_use]
    pub fn line(&self, wording: Wording<'_>) -> String {
        let lang = wording.lang();
        let mut line = self.rule.clone();
        let rows = self
            .rows
            .iter()
            .map(|[case, score]| said(words::CASE, lang, &[("case", case), ("score", score)]));
        let parts = self.parts.iter().map(|part| {
            let told = part.told.line(wording);
            said(words::PART, lang, &[("name", &part.name), ("told", &told)])
        });
        let all: Vec<_> = rows.chain(parts).collect();
        if !all.is_empty() {
            line.push_str(words::COLON.get(lang));
            line.push_str(&all.join(words::CLAUSE_JOINT.get(lang)));
        }
        line
    }
}

/// The scale of scores where none is given.
const SCALE: u32 = 100;

fn scale(out_of: Option<Decimal>) -> String {
    out_of.unwrap_or_else(|| Decimal::from(SCALE)).to_string()
}

impl Wording<'_> {
    /// A score function in words.
    #[must_use]
    pub fn score(&self, score: &Score) -> ScoreTold {
        let lang = self.lang();
        match score {
            Score::Bands(bands) => {
                let (of, out_of) = (self.formula(&bands.of), scale(bands.out_of));
                let rows = bands.bands.iter().map(|band| [self.band(band), band.score.to_string()]);
                ScoreTold::plain(
                    said(words::BANDS, lang, &[("of", &of), ("out_of", &out_of)]),
                    rows.collect(),
                )
            }
            Score::Piecewise(line) => {
                let (of, out_of) = (self.formula(&line.of), scale(line.out_of));
                let rows = line.points.iter().map(|point| [point.at.clone(), point.score.to_string()]);
                ScoreTold::plain(
                    said(words::PIECEWISE, lang, &[("of", &of), ("out_of", &out_of)]),
                    rows.collect(),
                )
            }
            Score::PerUnit(unit) => {
                let params = [
                    ("of", self.formula(&unit.of)),
                    ("per", unit.per.clone()),
                    ("each", unit.each.to_string()),
                    ("cap", unit.cap.to_string()),
                    ("out_of", unit.out_of.unwrap_or(unit.cap).to_string()),
                ];
                self.sentence(words::PER_UNIT, &params)
            }
            Score::Target(target) => {
                let from = target.from.as_deref().map_or_else(|| "0".to_owned(), |from| self.formula(from));
                let params = [
                    ("of", self.formula(&target.of)),
                    ("target", self.formula(&target.target)),
                    ("from", from),
                    ("most", target.most.map_or_else(|| scale(target.out_of), |most| most.to_string())),
                    ("out_of", scale(target.out_of)),
                ];
                self.sentence(words::TARGET, &params)
            }
            Score::Growth(growth) => {
                let params = [
                    ("of", self.formula(&growth.of)),
                    ("from", growth.from.clone().unwrap_or_else(|| "0".to_owned())),
                    ("full_at", growth.full_at.clone()),
                ];
                self.sentence(words::GROWTH, &params)
            }
            Score::Choice(choice) => {
                let (of, out_of) = (self.formula(&choice.of), scale(choice.out_of));
                let rule = said(words::CHOICE, lang, &[("of", &of), ("out_of", &out_of)]);
                ScoreTold::plain(rule, self.options(&choice.of, choice.scores.iter()))
            }
            Score::Checklist(list) => {
                let (of, out_of) = (self.formula(&list.of), scale(list.out_of));
                let cap = list.cap.map_or_else(|| out_of.clone(), |cap| cap.to_string());
                let rule = said(words::CHECKLIST, lang, &[("of", &of), ("out_of", &out_of), ("cap", &cap)]);
                ScoreTold::plain(rule, self.options(&list.of, list.scores.iter()))
            }
            Score::BestOf(parts) => {
                let parts = parts.iter().enumerate().map(|(at, part)| {
                    let number = at.saturating_add(1).to_string();
                    let name = said(words::NUMBERED, lang, &[("number", &number)]);
                    ScoredPart { name, told: self.score(part) }
                });
                self.made_of(words::BEST_OF, parts.collect())
            }
            Score::SumOf(shares) => {
                let parts = shares.iter().enumerate().map(|(at, share)| {
                    let (number, percent) = (at.saturating_add(1).to_string(), share.percent.to_string());
                    let name = said(words::SHARE, lang, &[("number", &number), ("percent", &percent)]);
                    ScoredPart { name, told: self.score(&share.score) }
                });
                self.made_of(words::SUM_OF, parts.collect())
            }
            Score::ByField(fields) => {
                let parts = fields
                    .iter()
                    .map(|(field, score)| ScoredPart { name: self.field(field), told: self.score(score) });
                self.made_of(words::BY_FIELD, parts.collect())
            }
        }
    }

    fn sentence(&self, template: crate::texts::Word, params: &[(&str, String)]) -> ScoreTold {
        let params: Vec<_> = params.iter().map(|(name, text)| (*name, text.as_str())).collect();
        ScoreTold::plain(said(template, self.lang(), &params), Vec::new())
    }

    fn made_of(&self, rule: crate::texts::Word, parts: Vec<ScoredPart>) -> ScoreTold {
        ScoreTold { rule: rule.get(self.lang()).to_owned(), rows: Vec::new(), parts }
    }

    /// The options in the order of the form, each with its score.
    fn options<'s>(
        &self,
        of: &str,
        scores: impl Iterator<Item = (&'s String, &'s Decimal)>,
    ) -> Vec<[String; 2]> {
        let order = self.option_ids(of);
        let place = |id: &str| order.iter().position(|known| known == id).unwrap_or(usize::MAX);
        let mut rows: Vec<_> = scores.collect();
        sorting::sort_by_key(&mut rows, |(id, _)| place(id));
        rows.into_iter().map(|(id, score)| [self.option_label(of, id), score.to_string()]).collect()
    }

    /// The values of a band.
    #[must_use]
    pub fn band(&self, band: &Band) -> String {
        let ends = [("≥", &band.at_least), (">", &band.above), ("<", &band.below), ("≤", &band.at_most)];
        let ends: Vec<_> =
            ends.iter().filter_map(|(sign, end)| end.as_ref().map(|end| format!("{sign} {end}"))).collect();
        if ends.is_empty() {
            words::ANY_VALUE.get(self.lang()).to_owned()
        } else {
            ends.join(words::ENDS_JOINT.get(self.lang()))
        }
    }
}
