//! Sums that are not what they should be: each is told once for all the categories and options in which it is the same.

use crate::model::{FaultCode, Faults, FigureKind, Lang, Place, Rulebook, Text};
use crate::sorted::{Map, Set};
use crate::sorting::gathered;
use crate::texts;

/// A sum that is off.
#[derive(PartialEq)]
pub(super) struct Off {
    pub(super) code: FaultCode,
    pub(super) sum: String,
    pub(super) expected: String,
    /// What was added.
    pub(super) parts: Vec<String>,
}

/// The sums of one place that are off, each with the options and categories, by their places, in which it is.
#[derive(Default)]
pub(super) struct Offs(Vec<(Off, Map<usize, Set<usize>>)>);

impl Offs {
    /// A sum that is off for an option and in a category.
    pub(super) fn add(&mut self, off: Off, option: usize, category: usize) {
        let known = self.0.iter_mut().find(|(known, _)| *known == off);
        match known {
            Some((_, at)) => at.change(option, |categories| {
                categories.insert(category);
            }),
            None => self.0.push((off, gathered([(option, gathered([category]))]))),
        }
    }

    /// Tells them.
    pub(super) fn report(
        self,
        document: &Rulebook,
        weights_by: Option<usize>,
        place: &Place,
        faults: &mut Faults,
    ) {
        let categories: Vec<_> = document.categories.iter().map(|category| &category.label).collect();
        let options: Vec<_> = match weights_by
            .and_then(|at| document.figures.get(at))
            .map(|figure| &figure.kind)
        {
            Some(FigureKind::Choice(choice)) => choice.options.iter().map(|option| &option.label).collect(),
            _ => Vec::new(),
        };
        for (off, at) in self.0 {
            let mut alike: Map<Set<usize>, Set<usize>> = Map::new();
            for (option, categories) in at {
                alike.change(categories, |options| {
                    options.insert(option);
                });
            }
            // A sum of one part is that part.
            let parts = if off.parts.len() > 1 { off.parts.join(" + ") } else { String::new() };
            for (in_categories, for_options) in alike {
                let mut params =
                    vec![("expected".to_owned(), off.expected.clone()), ("parts".to_owned(), parts.clone())];
                params.extend(named("category", &in_categories, &categories));
                params.extend(named("option", &for_options, &options));
                faults.add_with(off.code, place, &off.sum, &params);
            }
        }
    }
}

/// The labels of some things; nothing where it is all of them.
fn named(param: &str, some: &Set<usize>, all: &[&Text]) -> Vec<(String, String)> {
    if some.len() >= all.len() {
        return Vec::new();
    }
    let labels = |lang: Lang| some.iter().filter_map(|at| all.get(*at)).map(move |label| label.get(lang));
    texts::in_each(param, |lang| texts::list(labels(lang), lang)).into()
}
