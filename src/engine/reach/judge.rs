//! How far a goal is from certain while some figures have a value, some are free to be chosen and some stay unknown.

use std::cell::Cell;

use super::super::category::variants;
use super::super::relevance::Relevant;
use super::extremes::{ends, settle, years};
use super::goal::{Alternative, Asked, Goal, Line, Part, Parts, all_reads, parts, reads, span};
use super::grid::{Grid, Spot, fact};
use crate::language::{Formula, Input};
use crate::model::FigureKind;
use crate::plan::Plan;
use crate::sorted::Set;
use crate::sorting::gathered;
use crate::values::{Fact, Facts};

/// The most combinations of ends that unknown inputs of one part are tried at.
const CORNERS: usize = 16;

/// The work allowed is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spent;

/// A goal of a submission.
pub(super) struct Judge<'a> {
    pub(super) plan: &'a Plan,
    /// What the submission says.
    pub(super) facts: &'a Facts,
    pub(super) goal: Parts<'a>,
    /// The parts that read a figure, by figure.
    readers: Vec<Vec<usize>>,
    /// The derived figures that depend on a figure, in the order of computation.
    derived: Vec<Vec<usize>>,
    /// Years to try where the submission names none.
    pub(super) years: Vec<u32>,
    /// Evaluations of parts that are left.
    left: Cell<u64>,
}

/// What is known while values are tried, and what each part gives.
#[derive(Clone)]
pub(super) struct Scene {
    pub(super) facts: Facts,
    /// The inputs that are free to be chosen: their facts are all that they may become.
    pub(super) free: Set<Input>,
    /// What each part certainly gives; where it reads something free, a bound on what can become certain.
    pub(super) values: Vec<i64>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(plan: &'a Plan, facts: &'a Facts, goal: Goal) -> Self {
        let goal = parts(plan, facts, goal);
        let inputs = plan.year_input().saturating_add(1);
        let mut readers = vec![Vec::new(); inputs];
        for (at, part) in goal.parts.iter().enumerate() {
            let figures: Set<usize> = gathered(part.reads.iter().map(|input| input.figure()));
            for figure in figures {
                if let Some(slot) = readers.get_mut(figure) {
                    slot.push(at);
                }
            }
        }
        let unknown = Facts::unknown(plan);
        let mut derived = vec![Vec::new(); inputs];
        for index in &plan.order {
            let reads = Relevant::of_formula(plan, &unknown, &Formula::Derived(*index));
            let figures: Set<usize> = gathered(reads.into_iter().map(Input::figure));
            for figure in figures {
                if let Some(slot) = derived.get_mut(figure) {
                    slot.push(*index);
                }
            }
        }
        let years = if facts.is_open(Input::Now(plan.year_input())) { years(plan) } else { Vec::new() };
        Self { plan, facts, goal, readers, derived, years, left: Cell::new(0) }
    }

    /// Allows so much more work, and no more.
    pub(super) fn allow(&self, work: u64) {
        self.left.set(work);
    }

    pub(super) fn spend(&self, work: u64) -> Result<(), Spent> {
        let left = self.left.get().checked_sub(work);
        self.left.set(left.unwrap_or(0));
        if left.is_some() { Ok(()) } else { Err(Spent) }
    }

    pub(super) fn readers(&self, figure: usize) -> &[usize] {
        self.readers.get(figure).map_or(&[], Vec::as_slice)
    }

    /// Whether an input is one that a city can change: this year's value of a figure that is not fixed.
    pub(super) fn changeable(&self, input: Input) -> bool {
        let figure = self.plan.document.figures.get(input.figure());
        matches!(input, Input::Now(_)) && figure.is_some_and(|figure| !figure.fixed)
    }

    /// Whether the goal reads this year's value of a figure, or its weights depend on it.
    pub(super) fn reads(&self, figure: usize) -> bool {
        let input = Input::Now(figure);
        let weighs = self.plan.weights_by == Some(figure)
            && self.goal.alternatives.iter().any(|alternative| alternative.lines.len() > 1);
        weighs || self.goal.parts.iter().any(|part| part.reads.contains(&input))
    }

    /// What the goal reads as things stand, is not known and is none of `figures`.
    pub(super) fn unknown_beside(&self, figures: &Set<usize>) -> Set<Input> {
        let read = self.goal.parts.iter().flat_map(|part| self.relevant(part, self.facts));
        let weighs = self.plan.weights_by.filter(|figure| self.reads(*figure)).map(Input::Now);
        let year = Some(self.plan.year_input()).filter(|year| self.reads(*year)).map(Input::Now);
        let changed = |input: &Input| matches!(input, Input::Now(figure) if figures.contains(figure));
        let all = read.chain(weighs).chain(year);
        gathered(all.filter(|input| self.facts.is_open(*input) && !changed(input)))
    }

    /// Things as they are, with some figures free to be anything, and some unknown inputs free to be what they may be.
    pub(super) fn scene(&self, figures: &Set<usize>, unknown: &Set<Input>) -> Scene {
        let mut facts = self.facts.clone();
        for figure in figures {
            self.release(&mut facts, *figure);
        }
        facts.derive(self.plan);
        let free = figures.iter().map(|figure| Input::Now(*figure)).chain(unknown.iter().copied());
        self.seen(facts, gathered(free))
    }

    /// What is known, with what each part gives.
    pub(super) fn seen(&self, facts: Facts, free: Set<Input>) -> Scene {
        let mut scene = Scene { facts, free, values: Vec::new() };
        scene.values = (0..self.goal.parts.len()).map(|at| self.value(at, &mut scene)).collect();
        scene
    }

    /// Things as they are, but some figures with a value that was found.
    pub(super) fn changed(&self, values: &[(usize, Spot)]) -> Scene {
        let mut scene = self.scene(&Set::new(), &Set::new());
        for (figure, spot) in values {
            let grid = Grid::of(self.plan, *figure);
            self.put(&mut scene, *figure, fact(grid.as_ref(), spot), false);
        }
        scene
    }

    /// What a part gives at most when some figures are free.
    pub(super) fn part_with(&self, at: usize, figures: &[usize]) -> i64 {
        let mut facts = self.facts.clone();
        for figure in figures {
            self.release(&mut facts, *figure);
            self.derive(&mut facts, *figure);
        }
        let free = figures.iter().map(|figure| Input::Now(*figure)).collect();
        self.value(at, &mut Scene { facts, free, values: Vec::new() })
    }

    fn release(&self, facts: &mut Facts, figure: usize) {
        if let Some(fact) = self.any(figure) {
            facts.set(figure, fact);
        }
    }

    /// Everything a figure can be.
    pub(super) fn any(&self, figure: usize) -> Option<Fact> {
        Some(match &self.plan.document.figures.get(figure)?.kind {
            FigureKind::Number(_) => {
                let number = self.plan.numbers.get(figure)?.as_ref()?;
                Fact::Number(crate::values::domain(number))
            }
            FigureKind::Choice(_) => Fact::Choice(None),
            FigureKind::YesNo => Fact::YesNo(None),
            FigureKind::Checklist(list) => Fact::Checklist(vec![None; list.items.len()]),
        })
    }

    fn set(&self, facts: &mut Facts, figure: usize, fact: Fact) {
        facts.set(figure, fact);
        self.derive(facts, figure);
    }

    fn derive(&self, facts: &mut Facts, figure: usize) {
        if let Some(order) = self.derived.get(figure) {
            facts.derive_these(self.plan, order);
        }
    }

    /// How far the goal is with a figure at `fact`: one value, or, where it is `free`, any of several.
    pub(super) fn with(
        &self,
        scene: &mut Scene,
        figure: usize,
        fact: Fact,
        free: bool,
    ) -> Result<i64, Spent> {
        let kept: Vec<_> = self.readers(figure).iter().map(|at| (*at, value_of(scene, *at))).collect();
        let Some(before) = scene.facts.fact(figure).cloned() else { return Ok(i64::MAX) };
        let input = Input::Now(figure);
        let was_free = scene.free.contains(&input);
        self.put(scene, figure, fact, free);
        let short = self.short(scene);
        self.set(&mut scene.facts, figure, before);
        mark(scene, input, was_free);
        for (at, value) in kept {
            if let Some(slot) = scene.values.get_mut(at) {
                *slot = value;
            }
        }
        self.spend(1)?;
        Ok(short)
    }

    /// Sets a figure for good.
    pub(super) fn put(&self, scene: &mut Scene, figure: usize, fact: Fact, free: bool) {
        self.set(&mut scene.facts, figure, fact);
        mark(scene, Input::Now(figure), free);
        for at in self.readers(figure) {
            let value = self.value(*at, scene);
            if let Some(slot) = scene.values.get_mut(*at) {
                *slot = value;
            }
        }
    }

    /// What a part certainly gives; where it reads something free, at most what any choice of it makes certain.
    fn value(&self, at: usize, scene: &mut Scene) -> i64 {
        let Some(part) = self.goal.parts.get(at) else { return 0 };
        if part.reads.is_disjoint(&scene.free) {
            self.work();
            return span(self.plan, &scene.facts, &part.asked).0;
        }
        let year = Input::Now(self.plan.year_input());
        if self.years.is_empty() || !part.reads.contains(&year) || scene.free.contains(&year) {
            return self.bound(part, scene);
        }
        // Whatever is certain is so for every year.
        let before = scene.facts.clone();
        let bounds = self.years.iter().map(|year| {
            scene.facts.set_year(self.plan, Some(*year));
            scene.facts.derive(self.plan);
            self.bound(part, scene)
        });
        let least = bounds.min().unwrap_or(i64::MAX);
        scene.facts = before;
        least
    }

    /// The most a part can give, what is unknown and not free being at its worst: tried at the ends of what it may be,
    /// of which each is a bound by itself.
    fn bound(&self, part: &Part<'_>, scene: &mut Scene) -> i64 {
        let open = |input: &&Input| scene.facts.is_open(**input) && !scene.free.contains(input);
        let mut unknown: Vec<Input> = part.reads.iter().filter(open).copied().collect();
        if !unknown.is_empty() {
            let relevant = self.relevant(part, &scene.facts);
            unknown.retain(|input| relevant.contains(input));
        }
        let Some((input, rest)) = unknown.split_first() else {
            self.work();
            return span(self.plan, &scene.facts, &part.asked).1;
        };
        self.worst(part, &mut scene.facts, *input, rest, CORNERS)
    }

    fn worst(&self, part: &Part<'_>, facts: &mut Facts, input: Input, rest: &[Input], most: usize) -> i64 {
        let before = facts.fact(input.figure()).cloned();
        let last = facts.last(input.figure());
        let ends = ends(self.plan, facts, input);
        if ends.is_empty() {
            self.work();
            return span(self.plan, facts, &part.asked).1;
        }
        let share = most.checked_div(ends.len()).unwrap_or(1).max(1);
        let mut least = i64::MAX;
        for end in ends.into_iter().take(most) {
            settle(facts, input, end);
            self.derive(facts, input.figure());
            let found = match rest.split_first() {
                Some((next, rest)) => self.worst(part, facts, *next, rest, share),
                None => {
                    self.work();
                    span(self.plan, facts, &part.asked).1
                }
            };
            least = least.min(found);
        }
        match (input, before) {
            (Input::Now(figure), Some(before)) => facts.set(figure, before),
            (Input::Last(figure), _) => facts.set_last(figure, last),
            (Input::Now(_), None) => {}
        }
        self.derive(facts, input.figure());
        least
    }

    fn relevant(&self, part: &Part<'_>, facts: &Facts) -> Set<Input> {
        match &part.asked {
            Asked::Condition(requirement) => Relevant::of_condition(self.plan, facts, &requirement.condition),
            Asked::Points { indicators, selection, .. } => {
                all_reads(self.plan, Some(facts), indicators, selection)
            }
            Asked::Floor { indicator, selection, .. } => reads(self.plan, Some(facts), indicator, selection),
        }
    }

    fn work(&self) {
        self.left.set(self.left.get().saturating_sub(1));
    }

    /// How far the goal is from certain: 0 exactly where it is; while something is free, above 0 only where no choice of
    /// it makes the goal certain.
    pub(super) fn short(&self, scene: &Scene) -> i64 {
        self.short_of(&scene.values, &scene.facts, &scene.free)
    }

    pub(super) fn short_of(&self, values: &[i64], facts: &Facts, free: &Set<Input>) -> i64 {
        let alternatives = self.goal.alternatives.iter();
        alternatives.map(|alternative| self.short_in(alternative, values, facts, free)).min().unwrap_or(0)
    }

    fn short_in(&self, alternative: &Alternative, values: &[i64], facts: &Facts, free: &Set<Input>) -> i64 {
        let conditions = missing(values, &alternative.conditions);
        let lines = self.lines(alternative, facts).map(|line| short_of_line(line, values));
        // A free choice of weights is made for the best, an unknown one turns out for the worst.
        let chosen = self.plan.weights_by.is_some_and(|figure| free.contains(&Input::Now(figure)));
        let line = if chosen { lines.min() } else { lines.max() };
        conditions.saturating_add(line.unwrap_or(0))
    }

    /// The lines of the variants of the weights that are possible.
    pub(super) fn lines<'s>(
        &self,
        alternative: &'s Alternative,
        facts: &Facts,
    ) -> impl Iterator<Item = &'s Line> + use<'s> {
        let variants = variants(self.plan, facts);
        let lines = alternative.lines.iter().enumerate();
        lines.filter(move |(at, _)| variants.contains(at)).map(|(_, line)| line)
    }
}

fn value_of(scene: &Scene, at: usize) -> i64 {
    scene.values.get(at).copied().unwrap_or(0)
}

fn mark(scene: &mut Scene, input: Input, free: bool) {
    if free {
        scene.free.insert(input);
    } else {
        scene.free.remove(&input);
    }
}

/// The sum of some parts.
pub(super) fn sum(values: &[i64], parts: &[usize]) -> i64 {
    parts.iter().filter_map(|at| values.get(*at)).fold(0, |sum, value| sum.saturating_add(*value))
}

/// How far some parts are from holding.
fn missing(values: &[i64], parts: &[usize]) -> i64 {
    sum(values, parts).saturating_neg()
}

fn short_of_line(line: &Line, values: &[i64]) -> i64 {
    let mut total = 0_i64;
    let mut short = missing(values, &line.floors);
    for portion in &line.portions {
        let points = sum(values, &portion.parts);
        total = total.saturating_add(points);
        short = short.saturating_add(portion.least.saturating_sub(points).max(0));
    }
    short.saturating_add(line.total.saturating_sub(total).max(0))
}
