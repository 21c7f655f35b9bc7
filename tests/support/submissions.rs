//! Submissions made up for any rulebook: complete, then ever less known; values on thresholds and ends come up often.

use infocity_check::language::{Condition, Formula};
use infocity_check::model::{
    ChoiceOption, Decimal, Entry, Exact, Figure, FigureKind, Given, LastYear, NumberKind, RoundingMode,
    Submission,
};
use infocity_check::plan::{NumberPlan, Plan, Scoring};
use proptest::prelude::*;

use super::dice::{Dice, Rolls, many, rolls};

/// What a complete submission is made from, and the ways in which it becomes less known.
#[derive(Debug, Clone)]
pub(crate) struct SubmissionRolls {
    head: Rolls,
    figures: Vec<Rolls>,
    blurs: Vec<(usize, Rolls)>,
}

/// What a submission is made from, any; it becomes less known in up to `most` steps.
pub(crate) fn submission_rolls(most: usize) -> impl Strategy<Value = SubmissionRolls> {
    let blurs = prop::collection::vec((0..64_usize, rolls(8)), 0..=most);
    (rolls(10), many(10, 10, 8), blurs).prop_map(|(head, figures, blurs)| SubmissionRolls {
        head,
        figures,
        blurs,
    })
}

/// Makes submissions for one rulebook.
pub(crate) struct Submitter<'a> {
    plan: &'a Plan,
    /// For each figure the numbers, in base units, that a rule compares it with.
    thresholds: Vec<Vec<Exact>>,
}

impl<'a> Submitter<'a> {
    pub(crate) fn new(plan: &'a Plan) -> Self {
        Self { plan, thresholds: thresholds(plan) }
    }

    /// A submission in which everything is known: fields, category and year included, unless chance leaves them out.
    pub(crate) fn complete(&self, rolls: &SubmissionRolls) -> Submission {
        let document = &self.plan.document;
        let mut dice = Dice::new(&rolls.head);
        let year = dice.within(2018, 2025) as u32;
        let mut submission =
            Submission { city: "示例市".to_owned(), year: Some(year), ..Submission::default() };
        if !document.categories.is_empty() && !dice.chance(25) {
            submission.category = Some(dice.pick(&document.categories).id.clone());
        }
        let fields: Vec<_> = document.fields.iter().map(|field| field.id.clone()).collect();
        submission.fields = dice.some(&fields);
        for material in &document.materials {
            if dice.chance(50) {
                submission.materials.insert(material.id.clone(), dice.chance(70));
            }
        }
        for (at, figure) in document.figures.iter().enumerate() {
            let own = &rolls.figures[at % rolls.figures.len()];
            // A rulebook with more figures than lists of numbers gives each a turn of its own.
            let mut turned = own.clone();
            turned.rotate_left(at / rolls.figures.len() % own.len().max(1));
            submission.figures.insert(figure.id.clone(), self.known(at, figure, &mut Dice::new(&turned)));
        }
        submission
    }

    /// The complete submission, then ever less known ones.
    pub(crate) fn chain(&self, rolls: &SubmissionRolls) -> Vec<Submission> {
        let mut current = self.complete(rolls);
        let mut all = vec![current.clone()];
        for (at, rolls) in &rolls.blurs {
            self.blur(&mut current, *at, &mut Dice::new(rolls));
            all.push(current.clone());
        }
        all
    }

    /// The complete submission again, with another value for one number figure; last year's stays. With the figure's place.
    pub(crate) fn moved(&self, submission: &Submission, rolls: &[u16]) -> Option<(usize, Submission)> {
        let mut dice = Dice::new(rolls);
        let figures = &self.plan.document.figures;
        let numbers: Vec<_> =
            (0..figures.len()).filter(|at| matches!(figures[*at].kind, FigureKind::Number(_))).collect();
        if numbers.is_empty() {
            return None;
        }
        let at = *dice.pick(&numbers);
        let mut moved = submission.clone();
        let own = moved.figures.get_mut(&figures[at].id)?;
        let other = self.known(at, &figures[at], &mut dice);
        let last = own.last.take().map(|last| LastYear { unit: last.unit.or(own.unit.take()), ..last });
        let last = last.map(|last| LastYear { unit: last.unit.or_else(|| own_unit(&figures[at])), ..last });
        *own = Entry { last, ..other };
        Some((at, moved))
    }

    /// A known value of a figure, within its domain.
    fn known(&self, at: usize, figure: &Figure, dice: &mut Dice) -> Entry {
        let ids =
            |options: &[ChoiceOption]| options.iter().map(|option| option.id.clone()).collect::<Vec<_>>();
        let given = match &figure.kind {
            FigureKind::Number(kind) => return self.known_number(at, kind, dice),
            FigureKind::Choice(choice) => Given::Text(dice.pick(&choice.options).id.clone()),
            FigureKind::YesNo => Given::Flag(dice.chance(50)),
            FigureKind::Checklist(list) => Given::Items(dice.some(&ids(&list.items))),
        };
        Entry { given, ..Entry::default() }
    }

    fn known_number(&self, at: usize, kind: &NumberKind, dice: &mut Dice) -> Entry {
        let Some(Some(number)) = self.plan.numbers.get(at) else { return Entry::default() };
        let now = self.value(at, kind, number, dice);
        let last = if dice.chance(30) { now.clone() } else { self.value(at, kind, number, dice) };
        let (given, unit) = written(&now, kind, number, dice);
        let (last, last_unit) = written(&last, kind, number, dice);
        let last_unit = last_unit.or_else(|| unit.is_some().then(|| kind.unit.clone()));
        let last = Some(LastYear { given: Given::Text(last), unit: last_unit });
        let year = dice.chance(5).then_some(2020);
        Entry { given: Given::Text(given), unit, last, year, note: None }
    }

    /// A number of the domain, in base units.
    fn value(&self, at: usize, kind: &NumberKind, number: &NumberPlan, dice: &mut Dice) -> Exact {
        let (_, own) = &number.units[0];
        let in_own = |value: i64, power: i32| {
            Exact::from(value as i32) * Exact::power_of_ten(power) * own.factor.clone()
        };
        let step = in_own(1, -(kind.places as i32));
        let thresholds = &self.thresholds[at];
        let value = match dice.of(10) {
            0 => number.least.clone().unwrap_or_else(|| in_own(-1, 9)),
            1 => number.most.clone().unwrap_or_else(|| in_own(1, 9)),
            2 => Exact::zero(),
            3..=5 if !thresholds.is_empty() => {
                let threshold = dice.pick(thresholds).clone();
                match dice.of(4) {
                    1 => threshold + step,
                    2 => threshold - step,
                    _ => threshold,
                }
            }
            6 => in_own(dice.within(0, 30), 0),
            7 => in_own(dice.within(-20_000, 20_000), -(kind.places as i32)),
            8 => in_own(dice.within(0, 30_000), -1),
            _ => {
                // On the way from the least to the greatest; published figures lie near the lower end.
                let least = number.least.clone().unwrap_or_else(|| in_own(-100, 0));
                let most = number.most.clone().unwrap_or_else(|| least.clone() + in_own(1000, 0));
                let way = Exact::from(dice.of(1001)) * Exact::power_of_ten(-3);
                least.clone() + (most - least) * way.clone() * way
            }
        };
        let value = number.least.iter().fold(value, |value, least| value.max(least.clone()));
        number.most.iter().fold(value, |value, most| value.min(most.clone()))
    }

    /// The submission with something made less known: a figure unknown, not collected or an estimate around its value,
    /// last year's value likewise, the year or the category left out.
    fn blur(&self, submission: &mut Submission, at: usize, dice: &mut Dice) {
        match dice.of(20) {
            18 => submission.year = None,
            19 => submission.category = None,
            _ => {
                let at = at % self.plan.document.figures.len().max(1);
                let Some(figure) = self.plan.document.figures.get(at) else { return };
                let Some(entry) = submission.figures.get(&figure.id).cloned() else { return };
                let blurred = self.blurred(at, figure, entry, dice);
                submission.figures.insert(figure.id.clone(), blurred);
            }
        }
    }

    fn blurred(&self, at: usize, figure: &Figure, entry: Entry, dice: &mut Dice) -> Entry {
        let unknown = |dice: &mut Dice| if dice.chance(30) { Given::NotCollected } else { Given::Unknown };
        let (FigureKind::Number(kind), Some(Some(number))) = (&figure.kind, self.plan.numbers.get(at)) else {
            return Entry { given: unknown(dice), ..Entry::default() };
        };
        match dice.of(6) {
            0 => Entry { given: unknown(dice), unit: None, last: None, ..entry },
            1 => Entry { last: None, ..entry },
            2 => {
                let last = entry.last.map(|last| {
                    let unit = last.unit.as_ref().or(entry.unit.as_ref());
                    LastYear { given: self.around(&last.given, unit, (at, kind, number), dice), ..last }
                });
                Entry { last, ..entry }
            }
            3 => {
                // Last year's value may have been in this entry's unit.
                let last = entry
                    .last
                    .map(|last| LastYear { unit: last.unit.or_else(|| entry.unit.clone()), ..last });
                Entry { given: unknown(dice), unit: None, last, ..entry }
            }
            _ => {
                let given = self.around(&entry.given, entry.unit.as_ref(), (at, kind, number), dice);
                Entry { given, ..entry }
            }
        }
    }

    /// An estimate that holds what was given.
    fn around(
        &self,
        given: &Given,
        unit: Option<&String>,
        (at, kind, number): (usize, &NumberKind, &NumberPlan),
        dice: &mut Dice,
    ) -> Given {
        let symbol = unit.unwrap_or(&kind.unit);
        let Some((_, unit)) = number.units.iter().find(|(known, _)| known == symbol) else {
            return given.clone();
        };
        let other = self.value(at, kind, number, dice);
        let other = other.over(&unit.factor).and_then(|other| other.to_decimal());
        let (low, high) = match given {
            Given::Text(text) => (Some(text.clone()), Some(text.clone())),
            Given::Between(low, high) => (low.clone(), high.clone()),
            other => return other.clone(),
        };
        let value = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<Decimal>().ok());
        match (dice.of(4), other) {
            (2, _) => Given::Between(None, high),
            (3, _) => Given::Between(low, None),
            (_, Some(other)) if value(&low).is_some_and(|low| other < low) => {
                Given::Between(Some(other.to_string()), high)
            }
            (_, Some(other)) if value(&high).is_some_and(|high| other > high) => {
                Given::Between(low, Some(other.to_string()))
            }
            _ => Given::Between(low, high),
        }
    }
}

fn own_unit(figure: &Figure) -> Option<String> {
    match &figure.kind {
        FigureKind::Number(kind) => Some(kind.unit.clone()),
        _ => None,
    }
}

/// A value as written: in one of the figure's units, in its own where that is the only one in which it is a decimal.
fn written(
    value: &Exact,
    kind: &NumberKind,
    number: &NumberPlan,
    dice: &mut Dice,
) -> (String, Option<String>) {
    let (symbol, unit) = dice.pick(&number.units);
    if let Some(decimal) = value.over(&unit.factor).and_then(|value| value.to_decimal()) {
        let own = *symbol == kind.unit && !dice.chance(20);
        return (decimal.to_string(), (!own).then(|| symbol.clone()));
    }
    let own = value.over(&number.units[0].1.factor).unwrap_or_else(Exact::zero);
    let rounded = own.rounded(kind.places, RoundingMode::HalfUp).unwrap_or(Decimal::ZERO);
    let rounded = kind.least.map_or(rounded, |least| rounded.max(least));
    let rounded = kind.most.map_or(rounded, |most| rounded.min(most));
    (rounded.to_string(), None)
}

/// For each figure the numbers that a score function or a condition sets against it alone.
fn thresholds(plan: &Plan) -> Vec<Vec<Exact>> {
    fn add(found: &mut [Vec<Exact>], of: &Formula, values: impl Iterator<Item = Exact>) {
        if let Formula::Figure(at) | Formula::Last(at) = of
            && let Some(slot) = found.get_mut(*at)
        {
            slot.extend(values);
        }
    }
    fn of_scoring(found: &mut [Vec<Exact>], scoring: &Scoring) {
        match scoring {
            Scoring::Bands { of, cuts, .. } => add(found, of, cuts.iter().map(|cut| cut.at.clone())),
            Scoring::Line { of, points } => add(found, of, points.iter().map(|(at, _)| at.clone())),
            Scoring::BestOf(parts) | Scoring::ByField(parts) => {
                parts.iter().for_each(|part| of_scoring(found, part));
            }
            Scoring::SumOf(parts) => parts.iter().for_each(|(_, part)| of_scoring(found, part)),
            Scoring::Options { .. } | Scoring::Items { .. } => {}
        }
    }
    fn of_condition(found: &mut [Vec<Exact>], condition: &Condition) {
        match condition {
            Condition::Compare(compare) => {
                for (of, with) in [(&compare.left, &compare.right), (&compare.right, &compare.left)] {
                    if let Formula::Constant(value) = with {
                        add(found, of, std::iter::once(value.clone()));
                    }
                }
            }
            Condition::Not(of) => of_condition(found, of),
            Condition::AtLeast(_, parts) => parts.iter().for_each(|part| of_condition(found, part)),
            _ => {}
        }
    }
    let mut found = vec![Vec::new(); plan.document.figures.len()];
    plan.indicators()
        .filter_map(|indicator| indicator.scoring.as_ref())
        .for_each(|s| of_scoring(&mut found, s));
    let conditions = plan.requirements.iter().map(|requirement| &requirement.condition);
    conditions
        .chain(&plan.routes)
        .chain(&plan.warnings)
        .for_each(|condition| of_condition(&mut found, condition));
    found
}
