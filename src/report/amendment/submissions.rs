//! What a change of rules does to submissions.

use super::Page;
use crate::model::{
    Beside, CarryOutcome, CategoryUnderBoth, Decimal, Points, ResultChanges, SubmissionUnderBoth,
};
use crate::report::layout::{range, signed};
use crate::texts::amendment::report as words;
use crate::texts::{self, Word};

impl Page<'_> {
    pub(super) fn submissions(&mut self) {
        let submissions = &self.diff.submissions;
        if submissions.is_empty() {
            return;
        }
        self.heading(&format!("== {} ==", self.word(words::SUBMISSIONS)));
        let count = |holds: &dyn Fn(&SubmissionUnderBoth) -> bool| {
            submissions.iter().filter(|submission| holds(submission)).count().to_string()
        };
        let unchanged = |s: &SubmissionUnderBoth| s.results.as_ref().map(|results| results.unchanged);
        let params = [
            ("count", submissions.len().to_string()),
            ("changed", count(&|s| unchanged(s) == Some(false))),
            ("same", count(&|s| unchanged(s) == Some(true))),
            ("failed", count(&|s| unchanged(s).is_none())),
        ];
        let params = params.each_ref().map(|(name, text)| (*name, text.as_str()));
        self.line(2, &self.said(words::SUMMARY, &params));
        for submission in submissions {
            self.submission(submission);
        }
    }

    fn submission(&mut self, submission: &SubmissionUnderBoth) {
        let print = &submission.submission;
        let city = if print.city.is_empty() { self.word(words::NO_CITY) } else { &print.city };
        let year = print.year.map(|year| format!(" {year}")).unwrap_or_default();
        self.heading(&format!("{city}{year}  {}", submission.name));
        self.line(2, self.word(texts::amendment::made_for(submission.made_for)));
        for (word, faults) in
            [(words::UNJUDGED_OLD, &submission.old_faults), (words::UNJUDGED_NEW, &submission.new_faults)]
        {
            if !faults.is_empty() {
                self.line(2, self.word(word));
                faults.iter().for_each(|fault| self.line(4, &fault.line(self.lang)));
            }
        }
        self.carried(submission);
        if let Some(results) = &submission.results {
            self.results(results);
        }
    }

    fn carried(&mut self, submission: &SubmissionUnderBoth) {
        let as_it_is = submission.carried.iter().filter(|c| c.outcome == CarryOutcome::CarriedOver).count();
        let others: Vec<_> =
            submission.carried.iter().filter(|c| c.outcome != CarryOutcome::CarriedOver).collect();
        if submission.carried.is_empty() {
            return;
        }
        let word = if others.is_empty() { words::ALL_CARRIED } else { words::SOME_CARRIED };
        self.line(2, &self.said(word, &[("count", &as_it_is.to_string())]));
        for carried in others {
            let what = carried.detail.as_ref().map_or("", |detail| detail.get(self.lang));
            let outcome = self.said(texts::amendment::outcome(carried.outcome), &[("what", what)]);
            let subject = texts::words::subject(carried.subject).get(self.lang);
            let label = carried.label.get(self.lang);
            self.line(4, &format!("{subject}  {label}  `{}`{}{outcome}", carried.id, self.colon()));
        }
    }

    fn results(&mut self, results: &ResultChanges) {
        if results.unchanged {
            self.line(2, self.word(words::UNCHANGED));
            return;
        }
        let all: Vec<_> = results.categories.iter().chain(&results.fields).collect();
        for category in all.iter().filter(|category| category.changed) {
            self.category(category);
        }
        let same = all.iter().filter(|category| !category.changed).map(|c| c.label.get(self.lang));
        let same: Vec<_> = same.collect();
        if !same.is_empty() {
            let names = same.join(self.word(texts::rules::LIST_JOINT));
            self.line(2, &self.said(words::UNCHANGED_ONES, &[("names", &names)]));
        }
        if !results.requirements.is_empty() {
            self.line(2, self.word(words::REQUIREMENTS));
            for requirement in &results.requirements {
                let status = self.beside(&requirement.status, |status| {
                    texts::words::status(*status).get(self.lang).to_owned()
                });
                self.line(4, &format!("{}{}{status}", requirement.label.get(self.lang), self.colon()));
            }
        }
        for (word, beside) in [(words::ADVICE, &results.advice), (words::ROUTE, &results.route)] {
            let ids = |side: &Option<crate::model::Titled>| side.as_ref().map(|titled| titled.id.clone());
            if ids(&beside.old) != ids(&beside.new) {
                let told = self.beside(beside, |titled| titled.label.get(self.lang).to_owned());
                self.line(2, &format!("{}{}{told}", self.word(word), self.colon()));
            }
        }
    }

    fn category(&mut self, category: &CategoryUnderBoth) {
        self.line(2, category.label.get(self.lang));
        let places = self.new.document.rounding.total;
        let eligible =
            self.beside(&category.eligible, |e| texts::words::eligible(*e).get(self.lang).to_owned());
        let fit = self.beside(&category.fit, |fit| texts::words::fit(*fit).get(self.lang).to_owned());
        let score = match (category.score.is_same(), category.score.new) {
            (true, Some(points)) => self.said(words::SAME_SCORE, &[("score", &range(points, places))]),
            _ => self.score(&category.score, places),
        };
        let line = self.beside(&category.line, ToString::to_string);
        let rows: [(Word, String, bool); 4] = [
            (words::ELIGIBLE, eligible, category.eligible.is_same()),
            (words::FIT, fit, category.fit.is_same()),
            (words::SCORE, score, category.score == Beside { old: None, new: None }),
            (words::LINE, line, category.line.is_same()),
        ];
        for (word, told, same) in rows {
            if !same {
                self.line(4, &format!("{}{}{told}", self.word(word), self.colon()));
            }
        }
        for dimension in &category.dimensions {
            let score = self.score(&dimension.score, self.new.document.rounding.dimension);
            self.line(6, &format!("{}{}{score}", dimension.label.get(self.lang), self.colon()));
        }
    }

    fn beside<T>(&self, beside: &Beside<T>, told: impl Fn(&T) -> String) -> String {
        let side =
            |side: &Option<T>| side.as_ref().map_or_else(|| self.word(words::NOT_THERE).to_owned(), &told);
        format!("{} → {}", side(&beside.old), side(&beside.new))
    }

    /// Points under both, and by how much both ends differ.
    fn score(&self, score: &Beside<Points>, places: u32) -> String {
        let told = self.beside(score, |points| range(*points, places));
        let (Some(old), Some(new)) = (score.old, score.new) else { return told };
        let by = |old: Decimal, new: Decimal| new.plus(negative(old)?);
        let (Some(low), Some(high)) = (by(old.low, new.low), by(old.high, new.high)) else { return told };
        let (low_text, high_text) = (signed(low, places), signed(high, places));
        let by = if low == high {
            self.said(words::BY, &[("low", &low_text)])
        } else {
            self.said(words::BY_RANGE, &[("low", &low_text), ("high", &high_text)])
        };
        format!("{told}  ({by})")
    }
}

fn negative(value: Decimal) -> Option<Decimal> {
    let (mantissa, places) = value.parts();
    Decimal::from_parts(mantissa.checked_neg()?, places)
}
