//! Whether a submission fits a rulebook: every figure is known, in an allowed unit and within its domain.

use crate::language::{among, nearest};
use crate::model::{
    ChoiceOption, Decimal, DecimalError, Entry, Exact, Fault, FaultCode, Faults, Figure, FigureKind, Given,
    NumberKind, Place, Subject, Submission,
};
use crate::plan::{NumberPlan, Plan};
use crate::values::{Bound, Fact, Facts, Range, domain};

/// What the submission says, as values.
///
/// # Errors
/// Every fault, each with place, value and remedy.
pub fn admit(plan: &Plan, submission: &Submission) -> Result<Facts, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut facts = Facts::begin(plan);
    let document = Place::document();
    if let Some(made_for) = &submission.rulebook
        && made_for.id != plan.document.id
    {
        let params = [("expected", plan.document.id.as_str())];
        faults.add(FaultCode::OtherRulebook, &document.at("rulebook"), &made_for.id, &params);
        return Err(faults.into_vec());
    }
    let mut admission = Admission { plan, facts: &mut facts, faults: &mut faults };
    admission.category(submission, &document);
    admission.fields(submission, &document);
    for (id, entry) in &submission.figures {
        admission.figure(id, entry, &document.at("figures").at(id).about(Subject::Figure, id));
    }
    admission.materials(submission, &document);
    facts.set_year(plan, submission.year);
    facts.derive(plan);
    let mut told = Faults::default();
    if let Some(made_for) = &submission.rulebook
        && made_for.version != plan.document.version
        && !faults.is_empty()
    {
        // What does not fit may be what changed between the two.
        let params = [("expected", plan.document.version.as_str())];
        told.add(FaultCode::OtherVersion, &document.at("rulebook"), &made_for.version, &params);
    }
    for fault in faults.into_vec() {
        told.push(fault);
    }
    told.or(facts)
}

struct Admission<'a> {
    plan: &'a Plan,
    facts: &'a mut Facts,
    faults: &'a mut Faults,
}

impl Admission<'_> {
    fn category(&mut self, submission: &Submission, document: &Place) {
        let Some(category) = &submission.category else { return };
        let categories = &self.plan.document.categories;
        match categories.iter().position(|known| known.id == *category) {
            Some(at) => self.facts.set(self.plan.category_input(), Fact::Choice(Some(at))),
            None => {
                let known = among(category, categories.iter().map(|known| known.id.as_str()));
                self.faults.add_with(FaultCode::UnknownCategory, &document.at("category"), category, &known);
            }
        }
    }

    fn fields(&mut self, submission: &Submission, document: &Place) {
        if submission.fields.is_empty() {
            return;
        }
        let known: Vec<&str> = self.plan.document.fields.iter().map(|field| field.id.as_str()).collect();
        let place = document.at("fields");
        let ticked = self.ticked(&submission.fields, &known, FaultCode::UnknownField, &place);
        if let Some(ticked) = ticked {
            self.facts.set(self.plan.fields_input(), Fact::Checklist(ticked));
        }
    }

    /// Which of the known items are named, each once.
    fn ticked(
        &mut self,
        items: &[String],
        known: &[&str],
        code: FaultCode,
        place: &Place,
    ) -> Option<Vec<Option<bool>>> {
        let mut ticked = vec![Some(false); known.len()];
        let mut fine = true;
        for (index, item) in items.iter().enumerate() {
            let slot = known.iter().position(|known| known == item).and_then(|at| ticked.get_mut(at));
            let fault = match slot {
                None => code,
                Some(slot) if *slot == Some(true) => FaultCode::DuplicateItem,
                Some(slot) => {
                    *slot = Some(true);
                    continue;
                }
            };
            self.faults.add_with(fault, &place.at(index), item, &among(item, known.iter().copied()));
            fine = false;
        }
        fine.then_some(ticked)
    }

    fn materials(&mut self, submission: &Submission, document: &Place) {
        for id in submission.materials.keys() {
            if !self.plan.document.materials.iter().any(|material| material.id == *id) {
                let place = document.at("materials").at(id).about(Subject::Material, id);
                let known = self.plan.document.materials.iter().map(|material| material.id.as_str());
                let near = nearest(id, known).unwrap_or("");
                self.faults.add(FaultCode::UnknownMaterial, &place, id, &[("nearest", near)]);
            }
        }
    }

    fn figure(&mut self, id: &str, entry: &Entry, place: &Place) {
        let plan = self.plan;
        let Some(index) = plan.figure(id) else {
            let near =
                nearest(id, plan.document.figures.iter().map(|figure| figure.id.as_str())).unwrap_or("");
            self.faults.add(FaultCode::UnknownFigure, place, id, &[("nearest", near)]);
            return;
        };
        let (Some(figure), Some(number)) = (plan.document.figures.get(index), plan.numbers.get(index)) else {
            return;
        };
        let value_place = match entry.given {
            Given::Between(..) => place.at("between"),
            _ => place.clone(),
        };
        match (&figure.kind, number) {
            (FigureKind::Number(kind), Some(number)) => {
                let reader = NumberReader { figure, kind, number };
                if let Some(range) =
                    reader.read(&entry.given, entry.unit.as_deref(), &value_place, self.faults)
                {
                    self.facts.set(index, Fact::Number(range));
                }
                if let Some(last) = &entry.last {
                    let unit = last.unit.as_deref().or(entry.unit.as_deref());
                    if let Some(range) = reader.read(&last.given, unit, &place.at("last"), self.faults) {
                        self.facts.set_last(index, range);
                    }
                }
            }
            _ => self.other_kind(index, figure, entry, place),
        }
    }

    /// A figure that is no number: it has neither unit nor last year's value.
    fn other_kind(&mut self, index: usize, figure: &Figure, entry: &Entry, place: &Place) {
        if entry.last.is_some() {
            self.faults.add(FaultCode::NoLastYear, &place.at("last"), "", &[]);
        }
        if let Some(unit) = &entry.unit {
            self.faults.add(FaultCode::NoUnit, &place.at("unit"), unit, &[]);
        }
        if entry.given.is_unknown() {
            return;
        }
        let known =
            |options: &[ChoiceOption]| options.iter().map(|option| option.id.clone()).collect::<Vec<_>>();
        match (&figure.kind, &entry.given) {
            (FigureKind::Choice(choice), Given::Text(chosen)) => {
                match choice.options.iter().position(|option| option.id == *chosen) {
                    Some(at) => self.facts.set(index, Fact::Choice(Some(at))),
                    None => {
                        let known = known(&choice.options).join(", ");
                        self.faults.add(FaultCode::NotAnOption, place, chosen, &[("known", &known)]);
                    }
                }
            }
            (FigureKind::YesNo, Given::Flag(answer)) => self.facts.set(index, Fact::YesNo(Some(*answer))),
            (FigureKind::Checklist(list), Given::Items(items)) => {
                let known = known(&list.items);
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                if let Some(ticked) = self.ticked(items, &known, FaultCode::NotAnItem, place) {
                    self.facts.set(index, Fact::Checklist(ticked));
                }
            }
            (kind, given) => {
                let expected = match kind {
                    FigureKind::Number(_) => "number with a unit",
                    FigureKind::Choice(_) => "the id of an option",
                    FigureKind::YesNo => "yes or no (true, false)",
                    FigureKind::Checklist(_) => "a list of items",
                };
                wrong_given(given, expected, place, self.faults);
            }
        }
    }
}

fn wrong_given(given: &Given, expected: &str, place: &Place, faults: &mut Faults) {
    let (found, value) = match given {
        Given::Unknown | Given::NotCollected => ("null", String::new()),
        Given::Text(text) => ("string", text.clone()),
        Given::Flag(flag) => ("true/false", flag.to_string()),
        Given::Items(items) => ("list", items.join(", ")),
        Given::Between(..) => ("list", "between".to_owned()),
    };
    faults.add(FaultCode::WrongType, place, value, &[("found", found), ("expected", expected)]);
}

struct NumberReader<'a> {
    figure: &'a Figure,
    kind: &'a NumberKind,
    number: &'a NumberPlan,
}

impl NumberReader<'_> {
    /// The values a number may have, in base units; `None` where it is at fault.
    fn read(&self, given: &Given, unit: Option<&str>, place: &Place, faults: &mut Faults) -> Option<Range> {
        let symbol = unit.unwrap_or(&self.kind.unit);
        let Some((_, unit)) = self.number.units.iter().find(|(known, _)| known == symbol) else {
            let known: Vec<_> = self.number.units.iter().map(|(known, _)| known.as_str()).collect();
            faults.add(FaultCode::UnitNotAllowed, &place.at("unit"), symbol, &[("known", &known.join(", "))]);
            return None;
        };
        let mut value = |text: &str| self.value(text, symbol, &unit.factor, place, faults);
        match given {
            Given::Unknown | Given::NotCollected => Some(domain(self.number)),
            Given::Text(text) => value(text).map(Range::exactly),
            Given::Between(low, high) => {
                let ends = (low.as_deref().map(&mut value), high.as_deref().map(&mut value));
                let low = match ends.0 {
                    Some(value) => Some(value?),
                    None => self.number.least.clone(),
                };
                let high = match ends.1 {
                    Some(value) => Some(value?),
                    None => self.number.most.clone(),
                };
                if let (Some(least), Some(most)) = (&low, &high)
                    && least > most
                {
                    let shown = |value: &Exact| {
                        value.over(&unit.factor).map(|value| value.to_string()).unwrap_or_default()
                    };
                    faults.add(FaultCode::ReversedRange, place, shown(least), &[("most", &shown(most))]);
                    return None;
                }
                let low = low.map_or(Bound::NegativeInfinity, Bound::Finite);
                Some(Range::between(low, high.map_or(Bound::PositiveInfinity, Bound::Finite)))
            }
            Given::Flag(_) | Given::Items(_) => {
                wrong_given(given, "number with a unit", place, faults);
                None
            }
        }
    }

    fn value(
        &self,
        text: &str,
        symbol: &str,
        factor: &Exact,
        place: &Place,
        faults: &mut Faults,
    ) -> Option<Exact> {
        let decimal = match text.parse::<Decimal>() {
            Ok(decimal) => decimal,
            Err(error) => {
                let code = match error {
                    DecimalError::Malformed => FaultCode::MalformedNumber,
                    DecimalError::TooManyDigits => FaultCode::TooManyDigits,
                };
                faults.add(code, place, text, &[]);
                return None;
            }
        };
        let value = Exact::from(decimal) * factor.clone();
        let bound = match (&self.number.least, &self.number.most) {
            (Some(least), _) if value < *least => Some((FaultCode::BelowLeast, "least", least)),
            (_, Some(most)) if value > *most => Some((FaultCode::AboveMost, "most", most)),
            _ => None,
        };
        let Some((code, name, bound)) = bound else { return Some(value) };
        let shown = |value: &Exact| {
            let value = value.over(factor).map(|value| value.to_string()).unwrap_or_default();
            if symbol.is_empty() { value } else { format!("{value} {symbol}") }
        };
        let bound = shown(bound);
        let label = self.figure.label.all().map(|(tag, text)| (format!("label.{tag}"), text));
        let label: Vec<_> = label.collect();
        let mut params = vec![(name, bound.as_str()), ("unit", symbol)];
        params.extend(label.iter().map(|(name, text)| (name.as_str(), *text)));
        faults.add(code, place, shown(&value), &params);
        None
    }
}
