//! What became of the reference assumptions.

use super::Page;
use crate::model::StandingChange;
use crate::texts;
use crate::texts::Word;
use crate::texts::amendment::report as words;

impl Page<'_> {
    pub(super) fn standings(&mut self) {
        let standings = &self.diff.standings;
        let lists = [
            (words::REPLACED, &standings.replaced),
            (words::REMOVED, &standings.removed),
            (words::INTRODUCED, &standings.introduced),
            (words::OTHERS, &standings.others),
            (words::REMAINING, &standings.remaining),
        ];
        self.heading(&format!("== {} ==", self.word(words::STANDINGS)));
        if lists.iter().all(|(_, list)| list.is_empty()) {
            self.line(2, self.word(words::NO_REFERENCE));
            return;
        }
        for (word, list) in lists {
            self.standing_list(word, list);
        }
    }

    fn standing_list(&mut self, word: Word, list: &[StandingChange]) {
        // How many assumptions were replaced and how many stand is said even where there are none.
        let always = word == words::REPLACED || word == words::REMAINING;
        if list.is_empty() && !always {
            return;
        }
        self.line(2, &self.said(word, &[("count", &list.len().to_string())]));
        for change in list {
            let line = self.standing(change);
            self.line(4, &line);
        }
    }

    fn standing(&self, change: &StandingChange) -> String {
        let subject = texts::words::subject(change.subject).get(self.lang);
        let of = change.of.get(self.lang);
        let within =
            if of.is_empty() { String::new() } else { format!("{}{of}", self.word(texts::rules::WITHIN)) };
        let mut line = format!("{subject}  {}{within}", change.label.get(self.lang));
        if change.from != change.to {
            let basis =
                |basis: Option<_>| basis.map_or("", |basis| texts::words::basis(basis).get(self.lang));
            let (from, to) = (basis(change.from), basis(change.to));
            match (from.is_empty(), to.is_empty()) {
                (false, false) => line.push_str(&format!("  {from} → {to}")),
                (true, false) => line.push_str(&format!("  → {to}")),
                _ => {}
            }
        }
        if change.from.is_some() && change.to.is_some() && change.from != change.to {
            if let Some(cited) = &change.cited {
                line.push_str(&format!("  {}", cited.get(self.lang)));
            }
            let rule = if change.rule_changed { words::RULE_CHANGED } else { words::RULE_SAME };
            line.push_str(&format!("  [{}]", self.word(rule)));
        }
        line
    }
}
