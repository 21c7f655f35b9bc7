//! The value of one figure, nearest to the one now, that does it.
//!
//! Nothing is taken for monotone: a stretch of values is passed over only where a bound shows that none of them does it.

use super::grid::{Grid, Spot, fact};
use super::judge::{Judge, Scene, Spent};
use crate::model::{Exact, FigureKind};
use crate::sorting;
use crate::values::{Bound, Fact};

/// One figure whose value is looked for, in a scene.
pub(super) struct Axis<'j, 'a> {
    judge: &'j Judge<'a>,
    scene: &'j mut Scene,
    figure: usize,
    grid: Option<Grid>,
}

impl<'j, 'a> Axis<'j, 'a> {
    /// The figure stays what it is in the scene; only values are tried.
    pub(super) fn new(judge: &'j Judge<'a>, scene: &'j mut Scene, figure: usize) -> Self {
        let grid = Grid::of(judge.plan, figure);
        Self { judge, scene, figure, grid }
    }

    /// Whether the value does it.
    fn does(&mut self, spot: &Spot) -> Result<bool, Spent> {
        self.all(fact(self.grid.as_ref(), spot))
    }

    /// Whether any of the values might do it.
    fn may(&mut self, fact: Fact) -> Result<bool, Spent> {
        Ok(self.judge.with(self.scene, self.figure, fact, true)? == 0)
    }

    /// Whether all of the values do it, as far as a bound shows.
    fn all(&mut self, fact: Fact) -> Result<bool, Spent> {
        Ok(self.judge.with(self.scene, self.figure, fact, false)? == 0)
    }

    /// The nearest value that does it, where there is one.
    pub(super) fn nearest(&mut self) -> Result<Option<Spot>, Spent> {
        let Some(any) = self.judge.any(self.figure) else { return Ok(None) };
        if !self.may(any)? {
            return Ok(None);
        }
        let plan = self.judge.plan;
        let Some(figure) = plan.document.figures.get(self.figure) else { return Ok(None) };
        let now = self.judge.facts.fact(self.figure).cloned();
        match (&figure.kind, now) {
            (FigureKind::Number(_), Some(Fact::Number(range))) => {
                let Some(grid) = self.grid.clone() else { return Ok(None) };
                let Some((low, high)) = range.ends else { return Ok(None) };
                let found = match (low, high) {
                    (Bound::Finite(low), Bound::Finite(high)) if low == high => self.around(&grid, &low)?,
                    (low, high) => {
                        let low = match low {
                            Bound::Finite(value) => grid.up(&value).clamp(grid.low, grid.high),
                            _ => grid.low,
                        };
                        let high = match high {
                            Bound::Finite(value) => grid.down(&value).clamp(low, grid.high.max(low)),
                            _ => grid.high,
                        };
                        self.inside(&grid, low, high)?
                    }
                };
                Ok(found.map(Spot::Number))
            }
            (FigureKind::Choice(choice), Some(Fact::Choice(now))) => {
                let mut options: Vec<usize> = (0..choice.options.len()).collect();
                options.retain(|option| Some(*option) != now);
                sorting::sort_by_key(&mut options, |option| now.map_or(0, |now| option.abs_diff(now)));
                self.first(options.into_iter().map(Spot::Choice))
            }
            (FigureKind::YesNo, Some(Fact::YesNo(now))) => {
                let answers = [true, false].into_iter().filter(|answer| Some(*answer) != now);
                self.first(answers.map(Spot::YesNo))
            }
            (FigureKind::Checklist(_), Some(Fact::Checklist(items))) => self.items(&items),
            _ => Ok(None),
        }
    }

    fn first(&mut self, spots: impl Iterator<Item = Spot>) -> Result<Option<Spot>, Spent> {
        for spot in spots {
            if self.does(&spot)? {
                return Ok(Some(spot));
            }
        }
        Ok(None)
    }

    /// Around a value that does not do it.
    fn around(&mut self, grid: &Grid, now: &Exact) -> Result<Option<i128>, Spent> {
        let (below, above) = (grid.down(now), grid.up(now));
        let beyond = i128::from(below == above);
        let next_up = above.saturating_add(beyond).max(grid.low);
        let up = if next_up <= grid.high { self.first_that(true, grid, next_up, grid.high)? } else { None };
        // Only what is nearer than what was found above is of interest.
        let least = up.map_or(grid.low, |up| {
            below.saturating_sub(up.saturating_sub(above)).saturating_add(beyond).max(grid.low)
        });
        let next_down = below.saturating_sub(beyond).min(grid.high);
        let down = if next_down >= least { self.first_that(true, grid, next_down, least)? } else { None };
        let away = |at: i128| {
            let distance = grid.value(at) - now.clone();
            if distance.is_negative() { -distance } else { distance }
        };
        Ok(match (up, down) {
            (Some(up), Some(down)) if away(down) < away(up) => Some(down),
            (up, down) => up.or(down),
        })
    }

    /// From the ends of what an unknown value may be: from the end that does not do it, the value nearest to it; where
    /// both do it, the last value before those between them that do not. Of two, the one that leaves more values.
    fn inside(&mut self, grid: &Grid, low: i128, high: i128) -> Result<Option<i128>, Spent> {
        let (low_does, high_does) = (self.does(&Spot::Number(low))?, self.does(&Spot::Number(high))?);
        if low_does && high_does {
            let Some(after) = self.first_that(false, grid, low, high)? else { return Ok(Some(low)) };
            let before = self.first_that(false, grid, high, after)?.unwrap_or(after);
            let (below, above) = (after.saturating_sub(1), before.saturating_add(1));
            let wider_above = high.saturating_sub(above) > below.saturating_sub(low);
            return Ok(Some(if wider_above { above } else { below }));
        }
        let up = if low_does { None } else { self.first_that(true, grid, low, grid.high)? };
        let down = if high_does { None } else { self.first_that(true, grid, high, grid.low)? };
        Ok(match (up, down) {
            (Some(up), Some(down)) if high.saturating_sub(down) < up.saturating_sub(low) => Some(down),
            (up, down) => up.or(down),
        })
    }

    /// The first value from `from` to `to`, upwards or downwards, that does it, or that does not.
    fn first_that(&mut self, does: bool, grid: &Grid, from: i128, to: i128) -> Result<Option<i128>, Spent> {
        let beyond = |at: i128| at.saturating_add(to.saturating_sub(from).signum());
        let mut open = vec![(from, to)];
        while let Some((near, far)) = open.pop() {
            let stretch = grid.between(near, far);
            let none = if does { !self.may(stretch)? } else { self.all(stretch)? };
            if none {
                continue;
            }
            if self.does(&Spot::Number(near))? == does {
                return Ok(Some(near));
            }
            if near == far {
                continue;
            }
            let near = beyond(near);
            let middle = near.saturating_add(far.saturating_sub(near).div_euclid(2));
            if middle != far {
                open.push((beyond(middle), far));
            }
            open.push((near, middle));
        }
        Ok(None)
    }

    /// The fewest further items; where none are enough, the fewest to leave out.
    fn items(&mut self, now: &[Option<bool>]) -> Result<Option<Spot>, Spent> {
        let ticked: Vec<bool> = now.iter().map(|item| *item == Some(true)).collect();
        let known = now.iter().all(Option::is_some);
        if !known && self.does(&Spot::Items(ticked.clone()))? {
            return Ok(Some(Spot::Items(ticked)));
        }
        for adding in [true, false] {
            let places: Vec<usize> =
                ticked.iter().enumerate().filter(|(_, item)| **item != adding).map(|(at, _)| at).collect();
            for count in 1..=places.len() {
                if let Some(found) = self.flipped(&ticked, &places, count)? {
                    return Ok(Some(Spot::Items(found)));
                }
            }
        }
        Ok(None)
    }

    /// The first way, in declared order, to flip `count` of `places` that does it.
    fn flipped(
        &mut self,
        ticked: &[bool],
        places: &[usize],
        count: usize,
    ) -> Result<Option<Vec<bool>>, Spent> {
        let Some((first, rest)) = places.split_first() else {
            let does = count == 0 && self.does(&Spot::Items(ticked.to_vec()))?;
            return Ok(does.then(|| ticked.to_vec()));
        };
        if count > places.len() {
            return Ok(None);
        }
        let open =
            |(at, item): (usize, &bool)| if count > 0 && places.contains(&at) { None } else { Some(*item) };
        if !self.may(Fact::Checklist(ticked.iter().enumerate().map(open).collect()))? {
            return Ok(None);
        }
        if count > 0 {
            let mut with: Vec<bool> = ticked.to_vec();
            if let Some(item) = with.get_mut(*first) {
                *item = !*item;
            }
            if let Some(found) = self.flipped(&with, rest, count.saturating_sub(1))? {
                return Ok(Some(found));
            }
        }
        if count == 0 { self.flipped(ticked, &[], 0) } else { self.flipped(ticked, rest, count) }
    }
}
