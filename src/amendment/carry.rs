//! A submission made for one rulebook, taken over to another: what can be, what cannot, and what is new to enter.

use super::renames::Renames;
use crate::model::{
    Carried, CarryOutcome, ChoiceOption, Decimal, Entry, Exact, Fault, Figure, FigureKind, Given, Lang,
    LastYear, RulebookRef, Subject, Submission, Text, Unit,
};
use crate::plan::{NumberPlan, Plan};
use crate::submission::admit;

/// What came of it.
pub(super) struct Taken {
    /// The submission for the other rulebook.
    pub(super) submission: Submission,
    /// What became of everything entered, and what is new to enter.
    pub(super) carried: Vec<Carried>,
    /// Why it does not fit the other rulebook even so.
    pub(super) faults: Vec<Fault>,
}

/// Takes a submission over from `from` to `to`, whose names are as `renames` says.
pub(super) fn carry(from: &Plan, to: &Plan, renames: &Renames, submission: &Submission) -> Taken {
    let made_for = RulebookRef { id: to.document.id.clone(), version: to.document.version.clone() };
    let mut carrier = Carrier { from, to, renames, carried: Vec::new() };
    let figures = submission.figures.iter().filter_map(|(id, entry)| carrier.figure(id, entry)).collect();
    let category = submission.category.as_ref().and_then(|id| {
        let of = |plan: &Plan, id: &str| find(&plan.document.categories, id, |c| (&c.id, &c.label));
        carrier.named(Subject::Category, id, of, "categories")
    });
    let fields = submission.fields.iter().filter_map(|id| {
        let of = |plan: &Plan, id: &str| find(&plan.document.fields, id, |f| (&f.id, &f.label));
        carrier.named(Subject::Field, id, of, "fields")
    });
    let fields = fields.collect();
    let materials = submission.materials.iter().filter_map(|(id, ready)| {
        let of = |plan: &Plan, id: &str| find(&plan.document.materials, id, |m| (&m.id, &m.label));
        Some((carrier.named(Subject::Material, id, of, "materials")?, *ready))
    });
    let materials = materials.collect();
    carrier.new_to_enter();
    let taken = Submission {
        rulebook: submission.rulebook.is_some().then_some(made_for),
        category,
        fields,
        figures,
        materials,
        ..submission.clone()
    };
    let carried = carrier.carried;
    settle(to, taken, carried)
}

/// Leaves out the figures that the other rulebook does not take, such as one outside a domain that became narrower.
fn settle(to: &Plan, mut submission: Submission, mut carried: Vec<Carried>) -> Taken {
    let Err(faults) = admit(to, &submission) else {
        return Taken { submission, carried, faults: Vec::new() };
    };
    for fault in faults {
        if fault.place.starts_with("/figures/") && submission.figures.remove(&fault.id).is_some() {
            let found = carried
                .iter_mut()
                .find(|c| c.subject == Subject::Figure && (c.id == fault.id || c.renamed_to(&fault.id)));
            if let Some(found) = found {
                found.outcome = CarryOutcome::Refused;
                found.detail = Some(fault.message.clone());
            }
        }
    }
    let faults = admit(to, &submission).err().unwrap_or_default();
    Taken { submission, carried, faults }
}

impl Carried {
    /// Whether it is taken over under this name.
    fn renamed_to(&self, id: &str) -> bool {
        self.outcome == CarryOutcome::Renamed && self.detail.as_ref().is_some_and(|detail| detail.en == id)
    }
}

struct Carrier<'a> {
    from: &'a Plan,
    to: &'a Plan,
    renames: &'a Renames,
    carried: Vec<Carried>,
}

/// A text that is the same in both languages: an id, a unit, a number.
fn same(text: &str) -> Text {
    Text::each(|_| text.to_owned())
}

impl Carrier<'_> {
    fn tell(&mut self, subject: Subject, id: &str, label: Text, outcome: CarryOutcome, detail: Option<Text>) {
        self.carried.push(Carried { subject, id: id.to_owned(), label, outcome, detail });
    }

    /// A category, field or material by its id.
    fn named(
        &mut self,
        subject: Subject,
        id: &str,
        label_in: impl Fn(&Plan, &str) -> Option<Text>,
        section: &str,
    ) -> Option<String> {
        let now = self.renames.name(section, id).to_owned();
        let there = label_in(self.to, &now);
        let is_there = there.is_some();
        let label = label_in(self.from, id).or(there).unwrap_or_else(|| same(id));
        let (outcome, detail) = match (is_there, now == id) {
            (false, _) => (CarryOutcome::NoLongerAsked, None),
            (true, true) => (CarryOutcome::CarriedOver, None),
            (true, false) => (CarryOutcome::Renamed, Some(same(&now))),
        };
        self.tell(subject, id, label, outcome, detail);
        is_there.then_some(now)
    }

    fn figure(&mut self, id: &str, entry: &Entry) -> Option<(String, Entry)> {
        let now = self.renames.name("figures", id).to_owned();
        let old = self.from.figure(id).and_then(|at| self.from.document.figures.get(at));
        let at = self.to.figure(&now);
        let new = at.and_then(|at| self.to.document.figures.get(at));
        let label = old.or(new).map_or_else(|| same(id), |figure| figure.label.clone());
        // Without a figure of the old rulebook it is at fault there, and told so.
        let (Some(old), Some(new)) = (old, new) else {
            self.tell(Subject::Figure, id, label, CarryOutcome::NoLongerAsked, None);
            return None;
        };
        if entry.given.is_unknown() && entry.last.is_none() {
            return Some((now, entry.clone()));
        }
        let taken = match (&old.kind, &new.kind) {
            (FigureKind::Number(_), FigureKind::Number(_)) => self.number(old, new, entry),
            (FigureKind::YesNo, FigureKind::YesNo) => Ok((entry.clone(), None)),
            (FigureKind::Choice(_), FigureKind::Choice(new)) => self.choice(id, &new.options, entry),
            (FigureKind::Checklist(old), FigureKind::Checklist(new)) => {
                self.checklist(id, (&old.items, &new.items), entry)
            }
            _ => Err((CarryOutcome::OtherKind, None)),
        };
        match taken {
            Ok((entry, converted)) => {
                let (outcome, detail) = match converted {
                    Some(detail) => (CarryOutcome::Converted, Some(detail)),
                    None if now != id => (CarryOutcome::Renamed, Some(same(&now))),
                    None => (CarryOutcome::CarriedOver, None),
                };
                self.tell(Subject::Figure, id, label, outcome, detail);
                Some((now, entry))
            }
            Err((outcome, detail)) => {
                self.tell(Subject::Figure, id, label, outcome, detail);
                None
            }
        }
    }

    /// A number keeps its unit where that is still allowed; else it is converted to the figure's own, exactly.
    fn number(&self, old: &Figure, new: &Figure, entry: &Entry) -> Result<(Entry, Option<Text>), NotTaken> {
        let plans =
            |plan: &Plan, id: &str| plan.figure(id).and_then(|at| plan.numbers.get(at).cloned().flatten());
        let (Some(before), Some(now)) = (plans(self.from, &old.id), plans(self.to, &new.id)) else {
            return Err((CarryOutcome::OtherKind, None));
        };
        let own =
            |plan: &NumberPlan| plan.units.first().map(|(symbol, _)| symbol.clone()).unwrap_or_default();
        let mut taken = entry.clone();
        let symbol = entry.unit.clone().unwrap_or_else(|| own(&before));
        let (given, unit, converted) = retold(&entry.given, &symbol, &before, &now)?;
        (taken.given, taken.unit) = (given, unit.filter(|unit| *unit != own(&now)));
        let mut converted = converted.then(|| own(&now));
        if let Some(last) = &entry.last {
            let symbol = last.unit.clone().unwrap_or(symbol);
            let (given, unit, again) = retold(&last.given, &symbol, &before, &now)?;
            // Last year's value without a unit is read in that of the entry.
            taken.last = Some(LastYear { given, unit });
            converted = converted.or_else(|| again.then(|| own(&now)));
        }
        Ok((taken, converted.map(|unit| same(&unit))))
    }

    fn choice(
        &self,
        figure: &str,
        new: &[ChoiceOption],
        entry: &Entry,
    ) -> Result<(Entry, Option<Text>), NotTaken> {
        let Given::Text(chosen) = &entry.given else { return Ok((entry.clone(), None)) };
        let now = self.renames.option(figure, chosen).to_owned();
        if new.iter().any(|option| option.id == now) {
            Ok((Entry { given: Given::Text(now), ..entry.clone() }, None))
        } else {
            Err((CarryOutcome::OptionGone, Some(self.option(figure, chosen))))
        }
    }

    fn option(&self, figure: &str, option: &str) -> Text {
        Text::each(|lang| {
            crate::wording::Wording::new(&self.from.document, lang).option_label(figure, option)
        })
    }

    /// A list of what is ticked is complete: where there are more items now, it does not say whether they hold.
    fn checklist(
        &self,
        figure: &str,
        (old, new): (&[ChoiceOption], &[ChoiceOption]),
        entry: &Entry,
    ) -> Result<(Entry, Option<Text>), NotTaken> {
        let Given::Items(ticked) = &entry.given else { return Ok((entry.clone(), None)) };
        let renamed: Vec<_> = old.iter().map(|item| self.renames.option(figure, &item.id)).collect();
        let more: Vec<_> = new.iter().filter(|item| !renamed.contains(&item.id.as_str())).collect();
        let joint = |lang| crate::texts::rules::LIST_JOINT.get(lang);
        if !more.is_empty() {
            let labels = |lang: Lang| {
                more.iter().map(|item| item.label.get(lang).to_owned()).collect::<Vec<_>>().join(joint(lang))
            };
            return Err((CarryOutcome::NewItems, Some(Text::each(labels))));
        }
        let now: Vec<_> = ticked.iter().map(|item| self.renames.option(figure, item).to_owned()).collect();
        let is_there = |id: &String| new.iter().any(|item| item.id == *id);
        let gone: Vec<_> =
            ticked.iter().zip(&now).filter(|(_, now)| !is_there(now)).map(|(old, _)| old).collect();
        if !gone.is_empty() {
            let labels = |lang: Lang| {
                gone.iter()
                    .map(|id| self.option(figure, id).get(lang).to_owned())
                    .collect::<Vec<_>>()
                    .join(joint(lang))
            };
            return Err((CarryOutcome::OptionGone, Some(Text::each(labels))));
        }
        Ok((Entry { given: Given::Items(now), ..entry.clone() }, None))
    }

    /// The figures and materials that the other rulebook asks for and this one did not.
    fn new_to_enter(&mut self) {
        let (from, to) = (&self.from.document, &self.to.document);
        let came =
            |section: &str, id: &str, old: &[&str]| old.iter().any(|o| self.renames.name(section, o) == id);
        let old: Vec<_> = from.figures.iter().map(|figure| figure.id.as_str()).collect();
        let figures = to.figures.iter().filter(|figure| !came("figures", &figure.id, &old));
        let figures: Vec<_> =
            figures.map(|figure| (Subject::Figure, figure.id.clone(), figure.label.clone())).collect();
        let old: Vec<_> = from.materials.iter().map(|material| material.id.as_str()).collect();
        let materials = to.materials.iter().filter(|material| !came("materials", &material.id, &old));
        let materials: Vec<_> = materials
            .map(|material| (Subject::Material, material.id.clone(), material.label.clone()))
            .collect();
        for (subject, id, label) in figures.into_iter().chain(materials) {
            self.tell(subject, &id, label, CarryOutcome::NewToEnter, None);
        }
    }
}

/// Why something is not taken over.
type NotTaken = (CarryOutcome, Option<Text>);

fn find<T>(list: &[T], id: &str, of: impl Fn(&T) -> (&String, &Text)) -> Option<Text> {
    list.iter().map(of).find(|(known, _)| *known == id).map(|(_, label)| label.clone())
}

/// What is given in the unit `symbol`, as the figure now takes it: its unit, and whether it was converted.
fn retold(
    given: &Given,
    symbol: &str,
    before: &NumberPlan,
    now: &NumberPlan,
) -> Result<(Given, Option<String>, bool), NotTaken> {
    let unit = |plan: &NumberPlan| {
        plan.units.iter().find(|(known, _)| known == symbol).map(|(_, unit)| unit.clone())
    };
    let gone = || (CarryOutcome::UnitGone, Some(same(symbol)));
    let old = unit(before).ok_or_else(gone)?;
    if unit(now).is_some_and(|new| new == old) {
        return Ok((given.clone(), Some(symbol.to_owned()), false));
    }
    let (own, new) = now.units.first().ok_or_else(gone)?;
    if new.kind != old.kind {
        return Err(gone());
    }
    let convert = |text: &String| converted(text, &old, new).ok_or_else(gone);
    let given = match given {
        Given::Text(text) => Given::Text(convert(text)?),
        Given::Between(low, high) => {
            Given::Between(low.as_ref().map(convert).transpose()?, high.as_ref().map(convert).transpose()?)
        }
        other => other.clone(),
    };
    Ok((given, Some(own.clone()), true))
}

fn converted(text: &str, old: &Unit, new: &Unit) -> Option<String> {
    let value = Exact::from(text.parse::<Decimal>().ok()?) * old.factor.clone();
    Some(value.over(&new.factor)?.to_decimal()?.to_string())
}
