//! Figures, derived figures, benchmarks and units: what is entered and what is computed from it.

use super::Document;
use super::escape::{code, escaped};
use crate::model::{ChoiceOption, Figure, FigureKind, NumberKind};
use crate::texts::document as words;

impl Document<'_> {
    pub(super) fn figures(&mut self) {
        self.heading(2, "figures", self.word(words::FIGURES));
        let document = &self.plan.document;
        // In the order of the form: what concerns the city as a whole, then dimension by dimension.
        let mut groups = vec![(None, self.word(words::WHOLE_CITY).to_owned())];
        groups.extend(document.dimensions.iter().map(|d| (Some(&d.id), self.text(&d.label))));
        for (dimension, heading) in groups {
            let figures: Vec<_> =
                document.figures.iter().filter(|figure| figure.dimension.as_ref() == dimension).collect();
            if figures.is_empty() {
                continue;
            }
            let group = super::anchor("figures-of", dimension.map_or("city", String::as_str));
            self.heading(3, &group, &heading);
            for figure in figures {
                self.figure(figure);
            }
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.rule(4, "figure", &figure.id, &figure.label);
        self.paragraph(&self.text(&figure.help));
        match &figure.kind {
            FigureKind::Number(number) => self.number(number),
            FigureKind::YesNo => self.item(0, words::KIND, self.word(words::YES_NO)),
            FigureKind::Choice(choice) => {
                self.item(0, words::KIND, self.word(words::CHOICE));
                self.options(&choice.options);
            }
            FigureKind::Checklist(list) => {
                self.item(0, words::KIND, self.word(words::CHECKLIST));
                self.options(&list.items);
            }
        }
        if figure.fixed {
            self.item(0, words::GIVEN, self.word(words::GIVEN_FACT));
        }
        for (name, text) in [(words::FIND, &figure.find), (words::HOLDER, &figure.holder)] {
            if let Some(text) = text {
                let text = self.text(text);
                self.item(0, name, &text);
            }
        }
        let used = self.used_by(&figure.id);
        self.item(0, words::USED_BY, &used);
        self.rests_on(0, &figure.standing);
        self.line("");
    }

    fn number(&mut self, number: &NumberKind) {
        let unit =
            if number.unit.is_empty() { self.word(words::NO_UNIT).to_owned() } else { escaped(&number.unit) };
        self.item(0, words::UNIT, &unit);
        if !number.units.is_empty() {
            let units = self.joined(number.units.iter().map(|unit| escaped(unit)));
            self.item(0, words::OTHER_UNITS, &units);
        }
        let end = |end: Option<crate::model::Decimal>| end.map(|end| end.to_string());
        let domain = match (end(number.least), end(number.most)) {
            (Some(least), Some(most)) => self.said(words::BETWEEN, &[("least", &least), ("most", &most)]),
            (Some(least), None) => self.said(words::FROM_LEAST, &[("least", &least)]),
            (None, Some(most)) => self.said(words::UP_TO, &[("most", &most)]),
            (None, None) => self.word(words::NO_BOUND).to_owned(),
        };
        self.item(0, words::DOMAIN, &domain);
        self.item(0, words::PLACES, &number.places.to_string());
    }

    fn options(&mut self, options: &[ChoiceOption]) {
        for option in options {
            let (label, id) = (self.text(&option.label), code(&option.id));
            let help = option
                .help
                .as_ref()
                .map(|help| format!("{}{}", self.word(crate::texts::rules::COLON), self.text(help)));
            self.line(&format!("  - {label} {id}{}", help.unwrap_or_default()));
        }
    }

    pub(super) fn derived(&mut self) {
        let document = &self.plan.document;
        if document.derived.is_empty() {
            return;
        }
        self.heading(2, "derived", self.word(words::DERIVED));
        for derived in &document.derived {
            self.rule(3, "derived", &derived.id, &derived.label);
            let formula = escaped(&self.wording.formula(&derived.formula));
            self.item(0, words::FORMULA, &formula);
            self.item(0, words::AS_WRITTEN, &code(&derived.formula));
            let unit = if derived.unit.is_empty() {
                self.word(words::NO_UNIT).to_owned()
            } else {
                escaped(&derived.unit)
            };
            self.item(0, words::UNIT, &unit);
            if let Some(value) = &derived.when_undefined {
                self.item(0, words::WHERE_UNDEFINED, &escaped(value));
            }
            let used = self.used_by(&derived.id);
            self.item(0, words::USED_BY, &used);
            self.rests_on(0, &derived.standing);
            self.line("");
        }
    }

    pub(super) fn benchmarks(&mut self) {
        let document = &self.plan.document;
        if document.benchmarks.is_empty() {
            return;
        }
        self.heading(2, "benchmarks", self.word(words::BENCHMARKS));
        self.paragraph(self.word(words::BENCHMARKS_INTRODUCTION));
        for benchmark in &document.benchmarks {
            self.rule(3, "benchmark", &benchmark.id, &benchmark.label);
            let used = self.used_by(&benchmark.id);
            self.item(0, words::USED_BY, &used);
            self.rests_on(0, &benchmark.standing);
            for (year, value) in &benchmark.by_year {
                if let Some(standing) = value.standing() {
                    let named = self.now.clone();
                    self.now.1 = format!("{} {year}", named.1);
                    let told = self.said(words::OF_YEAR, &[("year", year)]);
                    let text = self.standing(standing);
                    let colon = self.word(crate::texts::rules::COLON);
                    self.line(&format!("  - {told}{colon}{text}"));
                    self.assume(standing);
                    self.now = named;
                }
            }
            self.line("");
            let unit = escaped(&benchmark.unit);
            let head =
                vec![self.word(words::YEAR).to_owned(), self.said(words::VALUE_IN, &[("unit", &unit)])];
            let rows =
                benchmark.by_year.iter().map(|(year, value)| vec![escaped(year), value.value().to_string()]);
            let rows = rows.collect();
            self.table(&head, 1, rows);
        }
    }

    pub(super) fn units(&mut self) {
        let document = &self.plan.document;
        if document.units.is_empty() {
            return;
        }
        self.heading(2, "units", self.word(words::UNITS));
        let head = [words::UNIT, words::NAME_OF_UNIT, words::IS].map(|word| self.word(word).to_owned());
        let rows = document.units.iter().map(|unit| {
            let is = if unit.unit == unit.of {
                self.word(words::BASE_UNIT).to_owned()
            } else {
                format!("{} {}", unit.factor, escaped(&unit.of))
            };
            vec![escaped(&unit.unit), self.text(&unit.label), is]
        });
        let rows = rows.collect();
        self.table(&head, 3, rows);
    }
}
