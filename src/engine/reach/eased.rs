//! What, once known, may let less of a change do: every answer holds for the worst that it may turn out to be.

use super::grid::{Grid, Spot, fact};
use super::judge::{Judge, Scene, ends, range_ends};
use super::way::input_text;
use crate::language::Input;
use crate::sorted::Set;
use crate::values::{Fact, Range};

/// What is not certain and is none of `changeable`, but has a value with which a step less of one of the `answers`, each figures
/// that together do it, does it too. What eases only together with others is not looked for.
pub(super) fn eased_by(
    judge: &Judge<'_>,
    changeable: &Set<usize>,
    answers: &[Vec<(usize, Spot)>],
) -> Vec<String> {
    // A handful of evaluations for each unknown, within the work allowed to what was found.
    judge.allow(u64::MAX);
    let unknown = judge.unknown_beside(changeable);
    let eases = |input: &&Input| answers.iter().any(|answer| eases(judge, answer, **input));
    unknown.iter().filter(eases).map(|input| input_text(judge.plan, *input)).collect()
}

fn eases(judge: &Judge<'_>, answer: &[(usize, Spot)], input: Input) -> bool {
    let mut done = judge.scene(&Set::new(), &Set::new());
    for (figure, spot) in answer {
        let grid = Grid::of(judge.plan, *figure);
        judge.put(&mut done, *figure, fact(grid.as_ref(), spot), false);
    }
    // Values a step away that do it as things stand are no less of a change.
    let mut less: Vec<(usize, Fact)> =
        answer.iter().flat_map(|(figure, spot)| beside(judge, *figure, spot)).collect();
    less.retain(|(figure, fact)| judge.with(&mut done, *figure, fact.clone(), false) != Ok(0));
    known(judge, &done, input).iter_mut().any(|scene| {
        less.iter().any(|(figure, fact)| judge.with(scene, *figure, fact.clone(), false) == Ok(0))
    })
}

/// A step less or more of a number; of anything else what it is as things stand.
fn beside(judge: &Judge<'_>, figure: usize, spot: &Spot) -> Vec<(usize, Fact)> {
    let facts = match (spot, Grid::of(judge.plan, figure)) {
        (Spot::Number(at), Some(grid)) => [at.saturating_sub(1), at.saturating_add(1)]
            .into_iter()
            .filter(|at| (grid.low..=grid.high).contains(at))
            .map(|at| grid.between(at, at))
            .collect(),
        _ => Vec::from_iter(judge.facts.fact(figure).cloned()),
    };
    facts.into_iter().map(|fact| (figure, fact)).collect()
}

/// The same with an unknown input at each of its outermost values; of a number also the next ones within, since at a bound such
/// as 0 there may be no quotient.
fn known(judge: &Judge<'_>, scene: &Scene, input: Input) -> Vec<Scene> {
    let with = |set: &dyn Fn(&mut Scene)| {
        let mut known = scene.clone();
        set(&mut known);
        known.facts.derive(judge.plan);
        judge.again(&mut known);
        known
    };
    if input == Input::Now(judge.plan.year_input()) {
        let years = judge.years.iter();
        return years.map(|year| with(&|known| known.facts.set_year(judge.plan, Some(*year)))).collect();
    }
    match input {
        Input::Now(figure) => {
            let mut facts = ends(judge.plan, &scene.facts, figure);
            facts.extend(within(judge, scene, figure));
            facts.iter().map(|fact| with(&|known| known.facts.set(figure, fact.clone()))).collect()
        }
        Input::Last(figure) => {
            let last = range_ends(&scene.facts.last(figure)).into_iter().map(Range::exactly);
            last.map(|last| with(&|known| known.facts.set_last(figure, last.clone()))).collect()
        }
    }
}

fn within(judge: &Judge<'_>, scene: &Scene, figure: usize) -> Vec<Fact> {
    let (Some(grid), Some(Fact::Number(range))) = (Grid::of(judge.plan, figure), scene.facts.fact(figure))
    else {
        return Vec::new();
    };
    let ends = range_ends(range);
    let [low, high] = ends.as_slice() else { return Vec::new() };
    let steps =
        [grid.up(low).max(grid.low).saturating_add(1), grid.down(high).min(grid.high).saturating_sub(1)];
    let inside = |at: &i128| (low..=high).contains(&&grid.value(*at));
    steps.into_iter().filter(inside).map(|at| grid.between(at, at)).collect()
}
