//! That a set is the smallest, by trying.

use infocity_check::engine::reach;
use infocity_check::model::{Decimal, Figure, FigureKind, Given, GoalReach, Submission};
use proptest::prelude::*;

use crate::{Case, case, tried, with};

/// Values of a figure among which the best for any rule of the small rulebook is: ends, kinks, every option and list.
fn candidates(figure: &Figure) -> Vec<Given> {
    match &figure.kind {
        FigureKind::Number(kind) => {
            let least = kind.least.map_or("-5".to_owned(), |least| least.to_string());
            let most = kind.most.map_or("100000".to_owned(), |most| most.to_string());
            let mut texts = vec![least, most, "0".to_owned(), "20".to_owned(), "100".to_owned()];
            texts.dedup();
            let inside = |text: &String| {
                let value: Decimal = text.parse().expect("a decimal");
                kind.least.is_none_or(|least| value >= least) && kind.most.is_none_or(|most| value <= most)
            };
            texts.into_iter().filter(inside).map(Given::Text).collect()
        }
        FigureKind::Choice(choice) => choice.options.iter().map(|o| Given::Text(o.id.clone())).collect(),
        FigureKind::YesNo => vec![Given::Flag(true), Given::Flag(false)],
        FigureKind::Checklist(list) => (0..1_u32 << list.items.len())
            .map(|mask| {
                let items = list.items.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
                Given::Items(items.map(|(_, item)| item.id.clone()).collect())
            })
            .collect(),
    }
}

/// Whether some of the candidates' values do it in the figures given, tried one by one.
fn any_does(case: &Case, submission: &Submission, goal: &GoalReach, figures: &[&Figure]) -> bool {
    let Some((first, rest)) = figures.split_first() else { return case.does(submission, goal) };
    candidates(first).into_iter().any(|value| any_does(case, &with(submission, &first.id, value), goal, rest))
}

/// The subsets of so many, in order.
fn subsets<'a>(figures: &[&'a Figure], size: usize) -> Vec<Vec<&'a Figure>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let from = |at: usize| {
        let with = subsets(&figures[at + 1..], size - 1).into_iter();
        with.map(move |rest| std::iter::once(figures[at]).chain(rest).collect())
    };
    (0..figures.len()).flat_map(from).collect()
}

proptest! {
    #![proptest_config(tried(16))]

    /// By trying: no smaller set does it, and none of the same size that comes before it.
    #[test]
    fn a_smallest_set_is_the_first_of_the_smallest(case in case(1..2, 12)) {
        let submission = case.submission();
        let found = reach(case.plan(), &submission, &case.question()).expect("an answer");
        let movable: Vec<&Figure> =
            case.plan().document.figures.iter().filter(|figure| !figure.fixed).collect();
        for goal in &found.goals {
            let Some(set) = goal.set.as_ref().filter(|set| set.smallest && set.figures.len() < 4) else { continue };
            let named: Vec<&str> = set.figures.iter().map(|way| way.figure.as_str()).collect();
            for size in 1..=named.len().min(2) {
                for subset in subsets(&movable, size) {
                    if subset.iter().map(|figure| figure.id.as_str()).eq(named.iter().copied()) {
                        break;
                    }
                    prop_assert!(
                        !any_does(&case, &submission, goal, &subset),
                        "{:?} before {:?}",
                        subset.iter().map(|figure| &figure.id).collect::<Vec<_>>(),
                        named
                    );
                }
            }
        }
    }
}
