//! The outermost values of an input that is not known.

use crate::language::Input;
use crate::model::{Exact, FigureKind};
use crate::plan::Plan;
use crate::sorted::Set;
use crate::sorting::gathered;
use crate::values::{Bound, Fact, Facts, Range};

/// The ends of what an unknown input may be; of a choice every option.
pub(super) fn ends(plan: &Plan, facts: &Facts, input: Input) -> Vec<Fact> {
    let figure = match input {
        Input::Now(figure) => figure,
        Input::Last(figure) => return range_ends(&facts.last(figure)),
    };
    match facts.fact(figure) {
        Some(Fact::Number(range)) => range_ends(range),
        Some(Fact::YesNo(_)) => vec![Fact::YesNo(Some(false)), Fact::YesNo(Some(true))],
        Some(Fact::Choice(_)) => {
            let options = match plan.document.figures.get(figure).map(|figure| &figure.kind) {
                Some(FigureKind::Choice(choice)) => choice.options.len(),
                _ => plan.document.categories.len(),
            };
            (0..options).map(|option| Fact::Choice(Some(option))).collect()
        }
        Some(Fact::Checklist(items)) => {
            let all = |ticked| items.iter().map(|item| Some(item.unwrap_or(ticked))).collect();
            vec![Fact::Checklist(all(false)), Fact::Checklist(all(true))]
        }
        None => Vec::new(),
    }
}

/// The ends of a range; for one that has no bound, a value far beyond what any figure can be given as.
fn range_ends(range: &Range) -> Vec<Fact> {
    let far = Exact::power_of_ten(90);
    let Some((low, high)) = &range.ends else { return Vec::new() };
    let end = |bound: &Bound| {
        Fact::Number(Range::exactly(match bound {
            Bound::Finite(value) => value.clone(),
            Bound::NegativeInfinity => -far.clone(),
            Bound::PositiveInfinity => far.clone(),
        }))
    };
    vec![end(low), end(high)]
}

/// Gives an input a value; what is derived from it must be derived again.
pub(super) fn settle(facts: &mut Facts, input: Input, fact: Fact) {
    match (input, fact) {
        (Input::Now(figure), fact) => facts.set(figure, fact),
        (Input::Last(figure), Fact::Number(range)) => facts.set_last(figure, range),
        (Input::Last(_), _) => {}
    }
}

/// The years of which a benchmark has a value, and one before them all.
pub(super) fn years(plan: &Plan) -> Vec<u32> {
    let known = plan.benchmarks.iter().flat_map(|benchmark| benchmark.by_year.iter().map(|(year, _)| *year));
    let known: Set<u32> = gathered(known);
    std::iter::once(*crate::model::YEARS.start()).chain(known).collect()
}
