//! A rulebook's rules in words: formulas and conditions with labels in place of names, score functions as sentences and
//! tables. What a rule means is not said here; this is how it is read out.

mod scores;

pub use scores::{ScoreTold, ScoredPart};

use crate::language::{Reading, Written};
use crate::model::{ChoiceOption, FigureKind, Lang, Rulebook, Text};
use crate::texts::{rule_word, rules, words};

/// Reads a rulebook out in one language.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    document: &'a Rulebook,
    lang: Lang,
}

impl<'a> Wording<'a> {
    /// The words of `document` in `lang`.
    #[must_use]
    pub const fn new(document: &'a Rulebook, lang: Lang) -> Self {
        Self { document, lang }
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A formula or condition with labels in place of names; as it is written where it is none.
    #[must_use]
    pub fn formula(&self, text: &str) -> String {
        Written::read(text).map_or_else(|| text.to_owned(), |written| self.written(&written))
    }

    /// A formula or condition that is already read.
    #[must_use]
    pub fn written(&self, written: &Written) -> String {
        written.print(self)
    }

    /// The label of an option of a choice or an item of a checklist; of a yes/no figure `yes` and `no`.
    #[must_use]
    pub fn option_label(&self, of: &str, option: &str) -> String {
        let document = self.document;
        let named = |label: &Text| label.get(self.lang).to_owned();
        let found = match of {
            "category" => document.categories.iter().find(|c| c.id == option).map(|c| named(&c.label)),
            "fields" => document.fields.iter().find(|f| f.id == option).map(|f| named(&f.label)),
            _ => match document.figures.iter().find(|figure| figure.id == of).map(|figure| &figure.kind) {
                Some(FigureKind::YesNo) if option == "yes" => Some(words::YES.get(self.lang).to_owned()),
                Some(FigureKind::YesNo) if option == "no" => Some(words::NO.get(self.lang).to_owned()),
                Some(FigureKind::Choice(choice)) => label_of(&choice.options, option).map(named),
                Some(FigureKind::Checklist(list)) => label_of(&list.items, option).map(named),
                _ => None,
            },
        };
        found.unwrap_or_else(|| option.to_owned())
    }

    /// The label of a value that formulas name.
    #[must_use]
    pub fn value_label(&self, name: &str) -> Option<String> {
        let document = self.document;
        let figure = document.figures.iter().find(|f| f.id == name).map(|f| &f.label);
        let derived = || document.derived.iter().find(|d| d.id == name).map(|d| &d.label);
        let benchmark = || document.benchmarks.iter().find(|b| b.id == name).map(|b| &b.label);
        let label = figure.or_else(derived).or_else(benchmark);
        label.map(|label| label.get(self.lang).to_owned()).or_else(|| {
            let always = match name {
                "category" => words::CATEGORY_NAMED,
                "fields" => words::FIELDS_NAMED,
                "year" => words::YEAR_NAMED,
                _ => return None,
            };
            Some(always.get(self.lang).to_owned())
        })
    }

    /// The ids of a figure's options or items, in the order of the form.
    fn option_ids(&self, of: &str) -> Vec<String> {
        let ids = |options: &[ChoiceOption]| options.iter().map(|option| option.id.clone()).collect();
        match self.document.figures.iter().find(|figure| figure.id == of).map(|figure| &figure.kind) {
            Some(FigureKind::Choice(choice)) => ids(&choice.options),
            Some(FigureKind::Checklist(list)) => ids(&list.items),
            Some(FigureKind::YesNo) => vec!["yes".to_owned(), "no".to_owned()],
            _ => Vec::new(),
        }
    }

    /// The label of a field.
    #[must_use]
    pub fn field(&self, id: &str) -> String {
        self.option_label("fields", id)
    }

    /// A text between the quotation marks of both languages.
    #[must_use]
    pub fn quoted(&self, text: &str) -> String {
        format!("“{text}”")
    }

    /// Several texts as a list within a sentence.
    #[must_use]
    pub fn list(&self, texts: impl IntoIterator<Item = String>) -> String {
        texts.into_iter().collect::<Vec<_>>().join(rules::LIST_JOINT.get(self.lang))
    }
}

fn label_of<'o>(options: &'o [ChoiceOption], id: &str) -> Option<&'o Text> {
    options.iter().find(|option| option.id == id).map(|option| &option.label)
}

impl Reading for Wording<'_> {
    fn name(&self, name: &str) -> String {
        match (name, rule_word(name)) {
            ("true" | "false", Some(word)) => word.get(self.lang).to_owned(),
            _ => self.quoted(&self.value_label(name).unwrap_or_else(|| name.to_owned())),
        }
    }

    fn option(&self, of: &str, option: &str) -> String {
        self.option_label(of, option)
    }

    fn word(&self, written: &str) -> String {
        rule_word(written).map_or_else(|| written.to_owned(), |word| word.get(self.lang).to_owned())
    }
}
