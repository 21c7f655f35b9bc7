//! Formulas and conditions with labels and with values put in, and why they may have no value.

use super::telling::Telling;
use crate::language::{Formula, Input, Reading, Written};
use crate::model::explanation::{ChoiceTold, Formulation, Undefined, UndefinedCause};
use crate::model::{Lang, Text};
use crate::texts::rule_word;
use crate::values::{Bound, Fact};

/// Labels in place of names.
struct Labels<'a> {
    telling: &'a Telling<'a>,
    lang: Lang,
}

/// Values in place of names.
struct Values<'a> {
    labels: Labels<'a>,
}

fn word(word: &str, lang: Lang) -> String {
    rule_word(word).map_or_else(|| word.to_owned(), |word| word.get(lang).to_owned())
}

impl Reading for Labels<'_> {
    fn name(&self, name: &str) -> String {
        if (name == "true" || name == "false")
            && let Some(word) = rule_word(name)
        {
            return word.get(self.lang).to_owned();
        }
        let plan = self.telling.plan;
        let label = self.telling.input_at(name).map(|at| self.telling.figure_named(at).label);
        let label = label.map(|label| label.get(self.lang).to_owned());
        let label = label
            .or_else(|| plan.label("derived", name, self.lang))
            .or_else(|| plan.label("benchmark", name, self.lang));
        format!("“{}”", label.unwrap_or_else(|| name.to_owned()))
    }

    fn option(&self, of: &str, option: &str) -> String {
        let options = self.telling.input_at(of).map(|at| self.telling.options(at)).unwrap_or_default();
        let found = options.iter().find(|known| known.id == option);
        found.map_or(option, |known| known.label.get(self.lang)).to_owned()
    }

    fn word(&self, written: &str) -> String {
        word(written, self.lang)
    }
}

impl Values<'_> {
    fn telling(&self) -> &Telling<'_> {
        self.labels.telling
    }
}

impl Reading for Values<'_> {
    fn name(&self, name: &str) -> String {
        let (telling, lang) = (self.telling(), self.labels.lang);
        if let Some(at) = telling.input_at(name) {
            return telling.value_in_formula(Input::Now(at), lang);
        }
        let document = &telling.plan.document;
        let derived = document.derived.iter().position(|derived| derived.id == name).map(Formula::Derived);
        let benchmark = || document.benchmarks.iter().position(|benchmark| benchmark.id == name);
        let value = derived.or_else(|| benchmark().map(Formula::Benchmark));
        let value = value.and_then(|formula| telling.value_of(&formula));
        value.map_or_else(|| self.labels.name(name), |value| value.to_string())
    }

    fn option(&self, of: &str, option: &str) -> String {
        self.labels.option(of, option)
    }

    fn word(&self, written: &str) -> String {
        self.labels.word(written)
    }

    fn last(&self, figure: &str) -> Option<String> {
        let at = self.telling().input_at(figure)?;
        Some(self.telling().value_in_formula(Input::Last(at), self.labels.lang))
    }

    fn count(&self, checklist: &str) -> Option<String> {
        let telling = self.telling();
        let count = telling.facts.number(&Formula::Count(telling.input_at(checklist)?));
        Some(telling.range(&count, &telling.scale(""), &[]).to_string())
    }

    fn chosen(&self, choice: &str) -> Option<String> {
        let telling = self.telling();
        let at = telling.input_at(choice)?;
        match telling.facts.fact(at) {
            Some(Fact::Choice(Some(chosen))) => Some(telling.options(at).get(*chosen)?.id.clone()),
            _ => None,
        }
    }
}

impl Telling<'_> {
    fn labels(&self, written: &Written) -> Text {
        Text::each(|lang| written.print(&Labels { telling: self, lang }))
    }

    /// A formula or condition, with labels and with values put in.
    pub(super) fn formulation(&self, written: &Written) -> Formulation {
        let values = |lang| written.print(&Values { labels: Labels { telling: self, lang } });
        Formulation { written: written.text(), labels: self.labels(written), values: Text::each(values) }
    }

    /// The parts of a formula that count as things stand: of a choice that is made only the chosen way.
    fn counting<'f>(&self, written: &Written, formula: &'f Formula) -> Vec<(Written, &'f Formula)> {
        let ids = |at| self.options(at).into_iter().map(|option| option.id).collect();
        let parts = written.parts(formula, &ids);
        match formula {
            Formula::Choose { of, .. } => match self.facts.fact(*of) {
                Some(Fact::Choice(Some(chosen))) => parts.into_iter().skip(*chosen).take(1).collect(),
                _ => parts,
            },
            _ => parts,
        }
    }

    /// The choices in a formula, with the way that was taken.
    pub(super) fn choices(&self, written: &Written, formula: &Formula) -> Vec<ChoiceTold> {
        let mut found = Vec::new();
        if let Formula::Choose { of, .. } = formula {
            let chosen = match self.facts.fact(*of) {
                Some(Fact::Choice(Some(chosen))) => self.options(*of).get(*chosen).cloned(),
                _ => None,
            };
            found.push(ChoiceTold { of: self.figure_named(*of), chosen });
        }
        for (written, formula) in self.counting(written, formula) {
            for choice in self.choices(&written, formula) {
                if !found.contains(&choice) {
                    found.push(choice);
                }
            }
        }
        found
    }

    /// Why a formula has, or may have, no value: the denominators that are or may be zero, the benchmarks without a
    /// year; those of derived figures included.
    pub(super) fn undefined(&self, written: &Written, formula: &Formula) -> Vec<Undefined> {
        let mut found = Vec::new();
        self.add_undefined(written, formula, &mut found);
        found
    }

    fn add_undefined(&self, written: &Written, formula: &Formula, found: &mut Vec<Undefined>) {
        let mut add = |cause, written: &Written, certain| {
            let undefined =
                Undefined { cause, written: written.text(), labels: self.labels(written), certain };
            if !found.contains(&undefined) {
                found.push(undefined);
            }
        };
        let parts = self.counting(written, formula);
        match formula {
            Formula::Benchmark(at) => {
                let value = self.facts.benchmark(*at);
                if value.undefined {
                    add(UndefinedCause::BenchmarkWithoutYear, written, value.ends.is_none());
                }
            }
            Formula::Derived(at) if self.facts.derived(*at).undefined => {
                let document = self.plan.document.derived.get(*at);
                let text = document.and_then(|derived| Written::read(&derived.formula));
                if let Some((written, derived)) = text.zip(self.plan.derived.get(*at)) {
                    self.add_undefined(&written, &derived.formula, found);
                }
            }
            // `growth(x)` comes as a difference whose first part divides.
            Formula::Divide(_, divisor) => {
                if let Some((written, _)) = parts.get(1) {
                    let zero = Bound::Finite(crate::model::Exact::zero());
                    if let Some((low, high)) = self.facts.number(divisor).ends
                        && low <= zero
                        && zero <= high
                    {
                        add(UndefinedCause::ZeroDenominator, written, low == high);
                    }
                }
            }
            _ => {}
        }
        for (written, formula) in parts {
            self.add_undefined(&written, formula, found);
        }
    }
}
