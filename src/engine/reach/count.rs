//! Whether so many further figures can be enough, counted without trying their values.

use super::goal::Line;
use crate::sorted::{Map, Set};
use crate::sorting;

/// What each part gives, and how much each further figure can add to it.
#[derive(Default)]
pub(super) struct Need {
    values: Vec<i64>,
    gains: Vec<Vec<(usize, i64)>>,
}

impl Need {
    /// The next part: what it gives now and, by figure, the most that the figure can add as one of those taken.
    pub(super) fn add(&mut self, value: i64, gains: Vec<(usize, i64)>) {
        self.values.push(value);
        self.gains.push(gains);
    }

    /// Whether `size` figures might meet the conditions and one of the lines; `false` only where they cannot.
    pub(super) fn met(&self, conditions: &[usize], lines: &[&Line], size: usize) -> bool {
        if lines.is_empty() {
            return self.left(conditions, size).is_some();
        }
        lines.iter().any(|line| {
            let asked: Vec<usize> = conditions.iter().chain(&line.floors).copied().collect();
            self.left(&asked, size).is_some_and(|(left, covers)| self.reaches(line, left, &covers))
        })
    }

    /// The figures left after one was taken for each of several demands that share none, and those demands' figures;
    /// nothing where they are too many.
    fn left(&self, asked: &[usize], size: usize) -> Option<(usize, Vec<Set<usize>>)> {
        let mut covers: Vec<Set<usize>> = Vec::new();
        for at in asked.iter().filter(|at| self.value(**at) < 0) {
            let able = self.gains_of(*at).iter().filter(|(_, gain)| *gain > 0);
            let able: Set<usize> = sorting::gathered(able.map(|(figure, _)| *figure));
            if able.is_empty() {
                return None;
            }
            if covers.iter().all(|cover| cover.is_disjoint(&able)) {
                covers.push(able);
            }
        }
        Some((size.checked_sub(covers.len())?, covers))
    }

    fn value(&self, at: usize) -> i64 {
        self.values.get(at).copied().unwrap_or(0)
    }

    fn gains_of(&self, at: usize) -> &[(usize, i64)] {
        self.gains.get(at).map_or(&[], Vec::as_slice)
    }

    /// Whether `left` figures beside one of each cover might reach the line.
    fn reaches(&self, line: &Line, left: usize, covers: &[Set<usize>]) -> bool {
        let mut by_figure: Map<usize, Map<usize, i64>> = Map::new();
        let mut total = line.total;
        let mut least: Vec<i64> = Vec::new();
        for (number, portion) in line.portions.iter().enumerate() {
            let points = portion.parts.iter().fold(0_i64, |sum, at| sum.saturating_add(self.value(*at)));
            total = total.saturating_sub(points);
            least.push(portion.least.saturating_sub(points));
            for (figure, gain) in portion.parts.iter().flat_map(|at| self.gains_of(*at)) {
                by_figure.change(*figure, |gains| {
                    gains.change(number, |sum| *sum = sum.saturating_add(*gain));
                });
            }
        }
        let none = Map::new();
        let gains = |figure: &usize| by_figure.get(figure).unwrap_or(&none);
        // Whatever one figure of each cover can give is given.
        for cover in covers {
            let best = cover.iter().map(|figure| whole(gains(figure))).max().unwrap_or(0);
            total = total.saturating_sub(best);
            for (number, short) in least.iter_mut().enumerate() {
                let best = cover.iter().filter_map(|figure| gains(figure).get(&number)).max();
                *short = short.saturating_sub(best.copied().unwrap_or(0));
            }
        }
        // A figure that serves several dimensions gives to all of them without being counted.
        let mut own: Vec<Vec<i64>> = vec![Vec::new(); least.len()];
        for gains in by_figure.values() {
            let several = gains.len() > 1;
            for (number, gain) in gains {
                if several {
                    total = total.saturating_sub(*gain);
                    if let Some(short) = least.get_mut(*number) {
                        *short = short.saturating_sub(*gain);
                    }
                } else if let Some(own) = own.get_mut(*number) {
                    own.push(*gain);
                }
            }
        }
        // The most points with so many figures, dimension after dimension, each reaching its least.
        let mut best: Vec<Option<i64>> = vec![None; left.saturating_add(1)];
        if let Some(first) = best.first_mut() {
            *first = Some(0);
        }
        for (gains, short) in own.iter_mut().zip(&least) {
            sorting::sort_by(gains, |a, b| b.cmp(a));
            best = with_dimension(&best, gains, *short);
        }
        best.into_iter().flatten().any(|points| points >= total)
    }
}

fn whole(gains: &Map<usize, i64>) -> i64 {
    gains.values().fold(0, |sum, gain| sum.saturating_add(*gain))
}

/// `best` with the first so many of a dimension's gains taken as reach its least.
fn with_dimension(best: &[Option<i64>], gains: &[i64], least: i64) -> Vec<Option<i64>> {
    let mut next = vec![None; best.len()];
    let mut points = 0_i64;
    let mut taken = 0_usize;
    loop {
        if points >= least {
            for (before, slot) in best.iter().zip(next.iter_mut().skip(taken)) {
                let sum = before.map(|before| before.saturating_add(points));
                *slot = (*slot).max(sum);
            }
        }
        let Some(gain) = gains.get(taken) else { return next };
        points = points.saturating_add(*gain);
        taken = taken.saturating_add(1);
    }
}
