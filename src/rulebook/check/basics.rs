//! Texts, dates, standings, units and rounding.

use std::collections::BTreeSet;

use super::dates::date;
use super::ids::id;
use crate::language::{among, nearest};
use crate::model::{
    Basis, ChoiceOption, Exact, FaultCode, Faults, FigureKind, Indicator, Place, Rulebook, Standing, Subject,
    Text, Units, is_further_language,
};
use crate::rulebook::MAX_ITEMS;

/// The longest text.
const MAX_TEXT: usize = 4000;

/// The most decimal places of points.
const MAX_PLACES: u32 = 6;

pub(super) fn check(document: &Rulebook, faults: &mut Faults) {
    let place = Place::document();
    id(&document.id, '-', &place.at("id"), faults);
    version(&document.version, &place.at("version"), faults);
    date(&document.checked_on, &place.at("checked_on"), faults);
    let mut checker = Checker { document, faults };
    checker.languages();
    checker.text(&document.title, &place.at("title"));
    checker.text(&document.summary, &place.at("summary"));
    checker.dates();
    checker.rounding();
    checker.lists();
}

fn version(version: &str, place: &Place, faults: &mut Faults) {
    let parts: Vec<_> = version.split('.').collect();
    let number =
        |part: &&str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() != 3 || !parts.iter().all(number) {
        faults.add(FaultCode::BadVersion, place, version, &[]);
    }
}

/// The rulebook's units; those that cannot be added are reported.
pub(super) fn units(document: &Rulebook, faults: &mut Faults) -> Units {
    let mut units = Units::default();
    for (index, definition) in document.units.iter().enumerate() {
        let place = Place::item("units", index, Subject::Unit, &definition.unit);
        let factor = Exact::from(definition.factor);
        let symbol = &definition.unit;
        let readable =
            !symbol.is_empty() && symbol.chars().all(|c| c.is_alphabetic() || c == '%' || c == '‰');
        let positive = !factor.is_zero() && !factor.is_negative();
        if !readable || !positive || !units.add(symbol, &definition.of, &factor) {
            faults.add(FaultCode::BadUnit, &place, symbol, &[]);
        }
    }
    units
}

struct Checker<'a> {
    document: &'a Rulebook,
    faults: &'a mut Faults,
}

impl Checker<'_> {
    fn text(&mut self, text: &Text, place: &Place) {
        for (key, text) in text.all() {
            let language = match key {
                "zh" => "Chinese",
                "en" => "English",
                tag => tag,
            };
            let declared = &self.document.languages;
            if !matches!(key, "zh" | "en") && !declared.iter().any(|tag| tag == key) {
                let known = ["zh", "en"].into_iter().chain(declared.iter().map(String::as_str));
                let known = known.collect::<Vec<_>>().join(", ");
                self.faults.add(FaultCode::UndeclaredLanguage, &place.at(key), key, &[("known", &known)]);
            }
            if text.trim().is_empty() {
                self.faults.add(FaultCode::MissingText, &place.at(key), "", &[("language", language)]);
            }
            // Few bytes are few characters: those need not be counted.
            if text.len() > MAX_TEXT && text.chars().nth(MAX_TEXT).is_some() {
                self.faults.add(FaultCode::TooLong, &place.at(key), text, &[("most", &MAX_TEXT.to_string())]);
            }
        }
    }

    /// The languages that texts may have beside Chinese and English.
    fn languages(&mut self) {
        let languages = &self.document.languages;
        let place = Place::document().at("languages");
        if languages.len() > MAX_ITEMS {
            self.faults.add(FaultCode::TooMany, &place, languages.len(), &[("most", &MAX_ITEMS.to_string())]);
            return;
        }
        for (index, tag) in languages.iter().enumerate() {
            let twice = languages.iter().take(index).any(|before| before == tag);
            if twice || !is_further_language(tag) {
                self.faults.add(FaultCode::BadLanguage, &place.at(index), tag, &[]);
            }
        }
    }

    fn optional_text(&mut self, text: Option<&Text>, place: &Place) {
        if let Some(text) = text {
            self.text(text, place);
        }
    }

    fn standing(&mut self, standing: &Standing, place: &Place) {
        self.standing_under("standing", standing, place);
    }

    fn standing_under(&mut self, key: &str, standing: &Standing, place: &Place) {
        let place = place.at(key);
        let basis = match standing.basis {
            Basis::Official => "official",
            Basis::Interpretation => "interpretation",
            Basis::Reported => "reported",
            Basis::Reference => "reference",
        };
        match &standing.source {
            Some(source) if !self.document.sources.iter().any(|known| known.id == *source) => {
                let near = nearest(source, self.document.sources.iter().map(|known| known.id.as_str()));
                let near = near.unwrap_or("").to_owned();
                self.faults.add(FaultCode::UnknownSource, &place.at("source"), source, &[("nearest", &near)]);
            }
            None if matches!(standing.basis, Basis::Official | Basis::Interpretation) => {
                self.faults.add(FaultCode::MissingSource, &place, basis, &[]);
            }
            _ => {}
        }
        let needs_note = matches!(standing.basis, Basis::Reference | Basis::Reported);
        match &standing.note {
            Some(note) => self.text(note, &place.at("note")),
            None if needs_note => self.faults.add(FaultCode::MissingNote, &place, basis, &[]),
            None => {}
        }
    }

    /// From when and until when the rules hold, and the last known round.
    fn dates(&mut self) {
        let document = Place::document();
        if let Some(valid) = &self.document.valid {
            let place = document.at("valid");
            date(&valid.from, &place.at("from"), self.faults);
            self.standing(&valid.standing, &place);
            if let Some(to) = &valid.to {
                date(to, &place.at("to"), self.faults);
                if *to < valid.from {
                    let params = [("from", valid.from.as_str())];
                    self.faults.add(FaultCode::ReversedDates, &place.at("to"), to, &params);
                }
            }
        }
        if let Some(round) = &self.document.last_round {
            let place = document.at("last_round");
            if crate::submission::year(&round.year.to_string()).is_none() {
                self.faults.add(FaultCode::BadYear, &place.at("year"), round.year, &[]);
            }
            self.standing(&round.standing, &place);
        }
    }

    fn rounding(&mut self) {
        let rounding = &self.document.rounding;
        let place = Place::document().at("rounding");
        self.standing(&rounding.standing, &place);
        let levels =
            [("indicator", rounding.indicator), ("dimension", rounding.dimension), ("total", rounding.total)];
        let mut least = 0;
        for (level, places) in levels {
            if places > MAX_PLACES {
                let most = MAX_PLACES.to_string();
                self.faults.add(FaultCode::TooManyPlaces, &place.at(level), places, &[("most", &most)]);
            } else if places < least {
                self.faults.add(
                    FaultCode::RoundsTwice,
                    &place.at(level),
                    places,
                    &[("least", &least.to_string())],
                );
            }
            least = least.max(places);
        }
    }

    fn options(&mut self, options: &[ChoiceOption], place: &Place) {
        if options.is_empty() {
            self.faults.add(FaultCode::EmptyList, place, "", &[]);
        }
        let mut seen = BTreeSet::new();
        for (index, option) in options.iter().enumerate() {
            let at = place.at(index);
            id(&option.id, '_', &at.at("id"), self.faults);
            if !seen.insert(&option.id) {
                self.faults.add(FaultCode::DuplicateId, &at.at("id"), &option.id, &[]);
            }
            self.text(&option.label, &at.at("label"));
            self.optional_text(option.help.as_ref(), &at.at("help"));
        }
    }

    fn lists(&mut self) {
        let document = self.document;
        for (index, source) in document.sources.iter().enumerate() {
            let place = Place::item("sources", index, Subject::Source, &source.id);
            self.text(&source.title, &place.at("title"));
            self.text(&source.issuer, &place.at("issuer"));
            self.optional_text(source.note.as_ref(), &place.at("note"));
            if let Some(day) = &source.date {
                date(day, &place.at("date"), self.faults);
            }
        }
        for (index, unit) in document.units.iter().enumerate() {
            self.text(&unit.label, &Place::item("units", index, Subject::Unit, &unit.unit).at("label"));
        }
        for (index, figure) in document.figures.iter().enumerate() {
            let place = Place::item("figures", index, Subject::Figure, &figure.id);
            self.text(&figure.label, &place.at("label"));
            self.text(&figure.help, &place.at("help"));
            self.optional_text(figure.find.as_ref(), &place.at("find"));
            self.optional_text(figure.holder.as_ref(), &place.at("holder"));
            self.standing(&figure.standing, &place);
            match &figure.kind {
                FigureKind::Choice(choice) => {
                    self.options(&choice.options, &place.at("kind").at("choice").at("options"))
                }
                FigureKind::Checklist(list) => {
                    self.options(&list.items, &place.at("kind").at("checklist").at("items"))
                }
                FigureKind::Number(_) | FigureKind::YesNo => {}
            }
            if let Some(dimension) = &figure.dimension
                && !document.dimensions.iter().any(|known| known.id == *dimension)
            {
                let known = among(dimension, document.dimensions.iter().map(|known| known.id.as_str()));
                self.faults.add_with(FaultCode::UnknownDimension, &place.at("dimension"), dimension, &known);
            }
        }
        self.labelled("benchmarks", Subject::Benchmark, &document.benchmarks, |b| {
            (&b.id, &b.label, None, &b.standing)
        });
        self.labelled("derived", Subject::Derived, &document.derived, |d| {
            (&d.id, &d.label, None, &d.standing)
        });
        self.labelled("requirements", Subject::Requirement, &document.requirements, |r| {
            (&r.id, &r.label, Some(("remedy", &r.remedy)), &r.standing)
        });
        self.labelled("fields", Subject::Field, &document.fields, |f| {
            (&f.id, &f.label, help(f.help.as_ref()), &f.standing)
        });
        self.labelled("categories", Subject::Category, &document.categories, |c| {
            (&c.id, &c.label, help(c.help.as_ref()), &c.standing)
        });
        for (index, field) in document.fields.iter().enumerate() {
            if let Some(standing) = &field.floors_standing {
                let place = Place::item("fields", index, Subject::Field, &field.id);
                self.standing_under("floors_standing", standing, &place);
            }
        }
        for (index, benchmark) in document.benchmarks.iter().enumerate() {
            let place = Place::item("benchmarks", index, Subject::Benchmark, &benchmark.id).at("by_year");
            for (year, value) in &benchmark.by_year {
                if let Some(standing) = value.standing() {
                    self.standing(standing, &place.at(year));
                }
            }
        }
        for (index, category) in document.categories.iter().enumerate() {
            if let Some(line) = &category.line {
                let place = Place::item("categories", index, Subject::Category, &category.id).at("line");
                self.standing(&line.standing, &place);
            }
        }
        self.labelled("dimensions", Subject::Dimension, &document.dimensions, |d| {
            (&d.id, &d.label, help(d.help.as_ref()), &d.standing)
        });
        for (index, dimension) in document.dimensions.iter().enumerate() {
            let place = Place::item("dimensions", index, Subject::Dimension, &dimension.id);
            if let Some(standing) = &dimension.weight_standing {
                self.standing_under("weight_standing", standing, &place);
            }
            self.indicators(&dimension.indicators, &place);
        }
        self.labelled("materials", Subject::Material, &document.materials, |m| {
            (&m.id, &m.label, help(Some(&m.help)), &m.standing)
        });
        self.labelled("routes", Subject::Route, &document.routes, |r| (&r.id, &r.label, None, &r.standing));
        for (index, route) in document.routes.iter().enumerate() {
            let place = Place::item("routes", index, Subject::Route, &route.id).at("steps");
            for (index, step) in route.steps.iter().enumerate() {
                let at = place.at(index);
                id(&step.id, '_', &at.at("id"), self.faults);
                self.text(&step.label, &at.at("label"));
                self.optional_text(step.help.as_ref(), &at.at("help"));
                self.standing(&step.standing, &at);
            }
        }
        for (index, warning) in document.warnings.iter().enumerate() {
            self.text(
                &warning.text,
                &Place::item("warnings", index, Subject::Warning, &warning.id).at("text"),
            );
        }
        self.labelled("notes", Subject::Note, &document.notes, |n| {
            (&n.id, &n.label, Some(("text", &n.text)), &n.standing)
        });
    }

    fn labelled<'a, T>(
        &mut self,
        list: &str,
        subject: Subject,
        items: &'a [T],
        parts: impl Fn(&'a T) -> (&'a String, &'a Text, Option<(&'static str, &'a Text)>, &'a Standing),
    ) {
        for (index, (id, label, other, standing)) in items.iter().map(parts).enumerate() {
            let place = Place::item(list, index, subject, id);
            self.text(label, &place.at("label"));
            if let Some((key, text)) = other {
                self.text(text, &place.at(key));
            }
            self.standing(standing, &place);
        }
    }

    fn indicators(&mut self, indicators: &[Indicator], parent: &Place) {
        for (index, indicator) in indicators.iter().enumerate() {
            let place = parent.at("indicators").at(index).about(Subject::Indicator, &indicator.id);
            self.text(&indicator.label, &place.at("label"));
            self.optional_text(indicator.help.as_ref(), &place.at("help"));
            self.standing(&indicator.standing, &place);
            if let Some(standing) = &indicator.max_standing {
                self.standing_under("max_standing", standing, &place);
            }
            self.indicators(&indicator.indicators, &place);
        }
    }
}

/// A help text under its key.
fn help(text: Option<&Text>) -> Option<(&'static str, &Text)> {
    text.map(|text| ("help", text))
}
