//! What came of tests, as text.

use super::Outcome;
use super::matching::Mismatch;
use crate::model::Lang;
use crate::texts::cli::rulebook_test as words;

/// A line a test, below it what came out otherwise, and how many there are.
pub(super) fn text(outcomes: &[Outcome], lang: Lang) -> String {
    let mut lines = Vec::new();
    for outcome in outcomes {
        let file = &outcome.file;
        lines.push(if outcome.passed {
            words::Passed { file }.get(lang)
        } else {
            words::Failed { file, why: outcome.why.get(lang) }.get(lang)
        });
        lines.extend(outcome.mismatches.iter().map(|mismatch| line(mismatch, lang)));
    }
    let (count, passed) = (outcomes.len(), outcomes.iter().filter(|outcome| outcome.passed).count());
    lines.push(words::Tests { count, passed, failed: count.saturating_sub(passed) }.get(lang));
    lines.into_iter().map(|line| line + "\n").collect()
}

/// No test was found.
pub(super) fn none(folder: &str, lang: Lang) -> String {
    words::NoTests { folder }.get(lang) + "\n"
}

fn line(mismatch: &Mismatch, lang: Lang) -> String {
    let place = if mismatch.place.is_empty() { "/" } else { &mismatch.place };
    words::Mismatch { place, words: mismatch.words.get(lang), message: mismatch.message.get(lang) }.get(lang)
}
