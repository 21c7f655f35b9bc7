//! The smallest set of figures that together reach a goal.
//!
//! Sets are tried by size, then in the order of the form. A branch is left out only where a bound shows that nothing in
//! it can do.

use std::collections::BTreeMap;

use super::count::Need;
use super::grid::{Grid, Spot, fact};
use super::judge::{Judge, Spent};
use super::nearest::Axis;
use crate::language::Input;
use crate::sorted::Set;
use crate::sorting::{self, gathered};

/// What it costs to combine what is known of all parts, in evaluations of one.
const COMBINING: u64 = 8;

/// Figures with the values they need, in the order of the form.
pub(super) type Values = Vec<(usize, Spot)>;

/// What the search for a set came to.
pub(super) enum Search {
    /// The first of the smallest sets.
    Smallest(Values),
    /// A set from which no figure can be left out; whether it is the smallest is not proved.
    Some(Values),
    /// None was found.
    None,
}

/// The search over the figures that can be changed.
pub(super) struct Sets<'j, 'a> {
    judge: &'j Judge<'a>,
    /// The figures that can be changed and matter, in the order of the form.
    figures: &'j [usize],
    /// What a part can give with some figures free, by part and those it reads. A tree: a search may add thousands.
    known: BTreeMap<(usize, Vec<usize>), i64>,
    /// Whether a set was passed over though it was not shown to be unable.
    doubtful: bool,
}

impl<'j, 'a> Sets<'j, 'a> {
    pub(super) fn new(judge: &'j Judge<'a>, figures: &'j [usize]) -> Self {
        Self { judge, figures, known: BTreeMap::new(), doubtful: false }
    }

    /// The search; `again` is the work allowed for a set that is only found greedily.
    pub(super) fn search(mut self, again: u64) -> Search {
        match self.by_size() {
            Ok(Some(values)) if !self.doubtful => return Search::Smallest(values),
            Ok(Some(values)) => return Search::Some(values),
            Ok(None) | Err(Spent) => {}
        }
        self.judge.allow(again);
        match self.greedy() {
            Ok(Some(values)) => Search::Some(values),
            Ok(None) | Err(Spent) => Search::None,
        }
    }

    fn by_size(&mut self) -> Result<Option<Values>, Spent> {
        let mut forced = Vec::new();
        for figure in self.figures {
            let others = gathered(self.figures.iter().copied().filter(|other| other != figure));
            if self.short(&others)? > 0 {
                forced.push(*figure);
            }
        }
        let optional: Vec<usize> = self.figures.iter().copied().filter(|f| !forced.contains(f)).collect();
        for size in 0..=optional.len() {
            if let Some(values) = self.from(&mut forced.clone(), &optional, size)? {
                return Ok(Some(values));
            }
        }
        Ok(None)
    }

    /// The first set that does it with `size` of `rest` beside the `chosen`.
    fn from(
        &mut self,
        chosen: &mut Vec<usize>,
        rest: &[usize],
        size: usize,
    ) -> Result<Option<Values>, Spent> {
        if size == 0 {
            if self.short(&gathered(chosen.iter().copied()))? > 0 {
                return Ok(None);
            }
            return self.values(chosen);
        }
        let mut rest = rest;
        while rest.len() >= size {
            let all: Set<usize> = gathered(chosen.iter().chain(rest).copied());
            if self.short(&all)? > 0 || !self.enough(chosen, rest, size)? {
                return Ok(None);
            }
            let Some((first, others)) = rest.split_first() else { return Ok(None) };
            chosen.push(*first);
            let found = self.from(chosen, others, size.saturating_sub(1))?;
            chosen.pop();
            if found.is_some() {
                return Ok(found);
            }
            rest = others;
        }
        Ok(None)
    }

    /// Whether `size` of `rest` might be enough beside the `chosen`, counted.
    fn enough(&mut self, chosen: &[usize], rest: &[usize], size: usize) -> Result<bool, Spent> {
        let now: Set<usize> = gathered(chosen.iter().copied());
        let all: Set<usize> = gathered(chosen.iter().chain(rest).copied());
        let mut need = Need::default();
        for at in 0..self.judge.goal.parts.len() {
            let readers: Vec<usize> = rest.iter().copied().filter(|figure| self.reads(at, *figure)).collect();
            let value = self.part(at, &now)?;
            let most = if readers.is_empty() { value } else { self.part(at, &all)? };
            let mut gains = Vec::new();
            for figure in readers {
                let mut with = now.clone();
                with.insert(figure);
                // Several figures of a part can give more together than each alone: then each counts for half of it.
                let gain = self.part(at, &with)?.saturating_sub(value);
                let half = most.saturating_sub(value).saturating_add(1).div_euclid(2);
                gains.push((figure, gain.max(half)));
            }
            need.add(value, gains);
        }
        self.judge.spend(COMBINING)?;
        let switches = self.judge.plan.weights_by.is_some_and(|figure| all.contains(&figure));
        Ok(switches
            || self.judge.goal.alternatives.iter().any(|alternative| {
                let lines: Vec<_> = self.judge.lines(alternative, self.judge.facts).collect();
                need.met(&alternative.conditions, &lines, size)
            }))
    }

    fn reads(&self, part: usize, figure: usize) -> bool {
        self.judge.goal.parts.get(part).is_some_and(|part| part.reads.contains(&Input::Now(figure)))
    }

    /// What a part can give at most with some figures free.
    fn part(&mut self, at: usize, free: &Set<usize>) -> Result<i64, Spent> {
        let read: Vec<usize> = free.iter().copied().filter(|figure| self.reads(at, *figure)).collect();
        if let Some(known) = self.known.get(&(at, read.clone())) {
            return Ok(*known);
        }
        let value = self.judge.part_with(at, &read);
        self.judge.spend(1)?;
        self.known.insert((at, read), value);
        Ok(value)
    }

    /// How far the goal stays with some figures free.
    fn short(&mut self, free: &Set<usize>) -> Result<i64, Spent> {
        let parts = 0..self.judge.goal.parts.len();
        let values: Result<Vec<i64>, Spent> = parts.map(|at| self.part(at, free)).collect();
        self.judge.spend(COMBINING)?;
        let mut facts = self.judge.facts.clone();
        if let Some(figure) = self.judge.plan.weights_by.filter(|figure| free.contains(figure)) {
            facts.set(figure, crate::values::Fact::Choice(None));
        }
        let free = gathered(free.iter().map(|figure| Input::Now(*figure)));
        Ok(self.judge.short_of(&values?, &facts, &free))
    }

    /// Values with which the figures do it together: one after another the nearest with which the others still can. Where
    /// the first has none, there are none; where a later one has none, an earlier one might have had another.
    fn values(&mut self, figures: &[usize]) -> Result<Option<Values>, Spent> {
        let mut scene = self.judge.scene(&gathered(figures.iter().copied()), &Set::new());
        let mut ordered = figures.to_vec();
        // A figure that several rules read may help one and harm another: the bound is exact once it is settled.
        sorting::sort_by_key(&mut ordered, |figure| {
            (std::cmp::Reverse(self.judge.readers(*figure).len()), *figure)
        });
        let mut values = Vec::new();
        for figure in ordered {
            let Some(spot) = Axis::new(self.judge, &mut scene, figure).nearest()? else {
                self.doubtful |= !values.is_empty();
                return Ok(None);
            };
            let grid = Grid::of(self.judge.plan, figure);
            self.judge.put(&mut scene, figure, fact(grid.as_ref(), &spot), false);
            values.push((figure, spot));
        }
        sorting::sort_by_key(&mut values, |(figure, _)| *figure);
        Ok(Some(values))
    }

    /// All figures, less those that can be left out, the least useful first.
    fn greedy(&mut self) -> Result<Option<Values>, Spent> {
        let mut kept: Set<usize> = gathered(self.figures.iter().copied());
        let mut order = Vec::new();
        for figure in self.figures {
            let alone = self.short(&gathered([*figure]))?;
            order.push((std::cmp::Reverse(alone), std::cmp::Reverse(*figure)));
        }
        sorting::sort(&mut order);
        for (_, std::cmp::Reverse(figure)) in order {
            kept.remove(&figure);
            if self.short(&kept)? > 0 {
                kept.insert(figure);
            }
        }
        self.values(&kept.into_iter().collect::<Vec<_>>())
    }
}
