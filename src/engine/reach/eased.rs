//! What, once known, may let less of a change do: every answer holds for the worst that it may turn out to be.

use super::extremes::{ends, settle};
use super::grid::{Grid, Spot};
use super::judge::{Judge, Scene};
use super::way::input_text;
use crate::language::Input;
use crate::sorted::Set;
use crate::values::{Bound, Fact, Facts};

/// What is not certain and is none of `changeable`, but has a value with which a step less of one of the `answers`, each figures
/// that together do it, does it too. What eases only together with others is not looked for.
pub(super) fn eased_by(
    judge: &Judge<'_>,
    changeable: &Set<usize>,
    answers: &[Vec<(usize, Spot)>],
) -> Vec<String> {
    let unknown = judge.unknown_beside(changeable);
    if unknown.is_empty() {
        return Vec::new();
    }
    // A handful of evaluations for each unknown, within the work allowed to what was found.
    judge.allow(u64::MAX);
    let answers: Vec<Answer> = answers.iter().map(|values| Answer::new(judge, values)).collect();
    let eases = |input: &&Input| answers.iter().any(|answer| answer.is_eased_by(judge, **input));
    unknown.iter().filter(eases).map(|input| input_text(judge.plan, *input)).collect()
}

struct Answer {
    /// Things with the answer put in.
    done: Scene,
    /// For each of its figures what is less of a change, and does not do it as things stand.
    less: Vec<(usize, Fact)>,
}

impl Answer {
    fn new(judge: &Judge<'_>, values: &[(usize, Spot)]) -> Self {
        let mut done = judge.changed(values);
        let mut less: Vec<(usize, Fact)> =
            values.iter().flat_map(|(figure, spot)| beside(judge, *figure, spot)).collect();
        less.retain(|(figure, fact)| judge.with(&mut done, *figure, fact.clone(), false) != Ok(0));
        Self { done, less }
    }

    fn is_eased_by(&self, judge: &Judge<'_>, input: Input) -> bool {
        known(judge, &self.done.facts, input).any(|mut known| {
            let does = |(figure, fact): &(usize, Fact)| {
                judge.with(&mut known, *figure, fact.clone(), false) == Ok(0)
            };
            self.less.iter().any(does)
        })
    }
}

/// A step less or more of a number; of anything else what it is as things stand.
fn beside(judge: &Judge<'_>, figure: usize, spot: &Spot) -> Vec<(usize, Fact)> {
    let facts = match (spot, Grid::of(judge.plan, figure)) {
        (Spot::Number(at), Some(grid)) => {
            steps(&grid, [at.saturating_sub(1), at.saturating_add(1)]).collect()
        }
        _ => Vec::from_iter(judge.facts.fact(figure).cloned()),
    };
    facts.into_iter().map(|fact| (figure, fact)).collect()
}

fn steps(grid: &Grid, at: [i128; 2]) -> impl Iterator<Item = Fact> {
    at.into_iter().filter(|at| (grid.low..=grid.high).contains(at)).map(|at| grid.between(at, at))
}

/// Things with an unknown input at each of its outermost values; of a number also at the next ones within, since at a bound such
/// as 0 there may be no quotient.
fn known<'j>(judge: &'j Judge<'_>, facts: &'j Facts, input: Input) -> impl Iterator<Item = Scene> {
    let plan = judge.plan;
    let variants: Vec<Facts> = if input == Input::Now(plan.year_input()) {
        let of_year = |year: &u32| {
            let mut facts = facts.clone();
            facts.set_year(plan, Some(*year));
            facts
        };
        judge.years.iter().map(of_year).collect()
    } else {
        let with = |fact| {
            let mut facts = facts.clone();
            settle(&mut facts, input, fact);
            facts
        };
        ends(plan, facts, input).into_iter().chain(within(judge, facts, input)).map(with).collect()
    };
    variants.into_iter().map(|mut facts| {
        facts.derive(plan);
        judge.seen(facts, Set::new())
    })
}

fn within(judge: &Judge<'_>, facts: &Facts, input: Input) -> Vec<Fact> {
    let range = match (input, facts.fact(input.figure())) {
        (Input::Last(figure), _) => facts.last(figure),
        (Input::Now(_), Some(Fact::Number(range))) => range.clone(),
        _ => return Vec::new(),
    };
    let (Some(grid), Some((Bound::Finite(low), Bound::Finite(high)))) =
        (Grid::of(judge.plan, input.figure()), range.ends)
    else {
        return Vec::new();
    };
    let (up, down) = (grid.up(&low).saturating_add(1), grid.down(&high).saturating_sub(1));
    if up > down { Vec::new() } else { steps(&grid, [up, down]).collect() }
}
