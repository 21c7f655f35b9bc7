//! What makes a result uncertain: each open figure is set to its ends in turn, and the result is computed anew.

use super::super::relevance::Relevant;
use super::probe::{Ends, Probe};
use super::telling::{Telling, named};
use super::trials::{Open, Trial};
use crate::language::Input;
use crate::model::Exact;
use crate::model::explanation::{Lever, Told};
use crate::sorting;
use crate::texts::words;
use crate::values::Bound;

/// The most combinations of others' values in which an open figure is tried.
const COMBINATIONS: usize = 32;

impl Telling<'_> {
    /// What is open of what a result reads; the year, where a benchmark waits for it.
    fn open(&self, reads: &Relevant) -> Vec<Open> {
        let open = reads.inputs.iter().filter(|input| self.facts.is_open(**input));
        let mut open: Vec<_> = open.map(|input| self.opening(*input)).collect();
        let waits = self.submission.year.is_none() && !reads.benchmarks.is_empty();
        if waits && !open.contains(&Open::Year { named: true }) {
            open.push(Open::Year { named: false });
        }
        open
    }

    /// The figures that make a result uncertain, the one that would narrow it most first.
    pub(super) fn levers(&self, reads: &Relevant, probe: &Probe) -> Vec<Lever> {
        let Some(now) = probe.now(self.facts).filter(|(low, high)| low != high) else { return Vec::new() };
        let all = self.open(reads);
        let mut levers: Vec<_> = all.iter().filter_map(|open| self.lever(*open, &all, &now, probe)).collect();
        // Stable: what narrows alike stays in the order of the form. What has no measure comes first.
        sorting::sort_by(&mut levers, |(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) => b.cmp(a),
            (a, b) => a.is_some().cmp(&b.is_some()),
        });
        levers.into_iter().map(|(_, lever)| lever).collect()
    }

    /// What something open does to a result; `None` where it does nothing.
    fn lever(&self, open: Open, all: &[Open], now: &Ends, probe: &Probe) -> Option<(Option<Exact>, Lever)> {
        let trials = self.trials(open);
        let results = trials
            .iter()
            .filter_map(|trial| Some((trial, probe.moved(open, &trial.facts(self.plan, self.facts))?)));
        let results: Vec<(&Trial, Ends)> = results.collect();
        let narrowest = results.iter().filter_map(|(_, ends)| width(ends)).min();
        let narrows = width(now).zip(narrowest).map(|(now, then)| now - then);
        let at = |keeps: &dyn Fn(&Ends) -> bool| {
            let kept = results.iter().filter(|(_, ends)| keeps(ends));
            kept.map(|(trial, _)| trial.at.clone()).collect::<Vec<_>>()
        };
        let (low_at, high_at) = (at(&|ends| ends.0 == now.0), at(&|ends| ends.1 == now.1));
        let jointly = [low_at.len(), high_at.len()] == [results.len(); 2];
        if jointly && !self.matters_jointly(open, all, probe) {
            return None;
        }
        let (named, last_year) = match open {
            Open::Input(input) => (self.figure_named(input.figure()), matches!(input, Input::Last(_))),
            Open::Year { .. } => (named("year", &words::YEAR_NAMED.text()), false),
        };
        let (told, tried) = (narrows.as_ref().map(Told::new), results.len());
        Some((narrows, Lever { named, last_year, narrows: told, jointly, tried, low_at, high_at }))
    }

    /// Whether something open moves the result where the others that go into the same are known too: each of them is set
    /// to the values at which it is tried, in every combination where these are few, else in a sample.
    fn matters_jointly(&self, own: Open, all: &[Open], probe: &Probe) -> bool {
        let others = all.iter().filter(|other| **other != own && probe.together(own, **other));
        let others: Vec<Vec<Trial>> = others.map(|open| self.trials(*open)).collect();
        let trials = self.trials(own);
        let combinations = others.iter().fold(1_usize, |product, of| product.saturating_mul(of.len().max(1)));
        let tried = combinations.min(COMBINATIONS);
        let stride = combinations.checked_div(tried).unwrap_or(1);
        (0..tried).any(|combination| {
            let mut rest = combination.saturating_mul(stride);
            let mut known = self.facts.clone();
            for of in &others {
                let count = of.len().max(1);
                if let Some(trial) = of.get(rest.checked_rem(count).unwrap_or(0)) {
                    trial.enter(self.plan, &mut known);
                }
                rest = rest.checked_div(count).unwrap_or(0);
            }
            let mut results = trials.iter().map(|trial| probe.pieces(own, &trial.facts(self.plan, &known)));
            let first = results.next();
            results.any(|result| Some(result) != first)
        })
    }
}

fn width((low, high): &Ends) -> Option<Exact> {
    match (low, high) {
        (Bound::Finite(low), Bound::Finite(high)) => Some(high.clone() - low.clone()),
        _ => None,
    }
}
