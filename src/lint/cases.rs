//! Ways in which everything that a rule reads can turn out: each way of making its choices, each stretch of years between
//! two benchmarks. Numbers stay unknown within their domains, so the cases together cover every submission.

use std::collections::BTreeMap;

use super::reads::Reads;
use crate::model::{Decimal, Exact, FigureKind, YEARS};
use crate::plan::Plan;
use crate::values::{Bound, Fact, Facts, Range};

/// The most cases of one rule; what would lead beyond stays open instead, which only makes a lint say less.
const MOST: usize = 256;

/// One case.
pub(super) struct Case {
    /// What is known in it.
    pub(super) facts: Facts,
    /// Whether the rule asks for the category and the submission names none.
    pub(super) no_category: bool,
    /// The choices and answers of the case: figure and option.
    pub(super) chosen: BTreeMap<usize, usize>,
}

/// What one decision of a case can be.
enum Axis {
    /// The years from one benchmark to the next.
    Years(Vec<(u32, u32)>),
    /// The options of a choice; beyond the last one it is left open.
    Choice { of: usize, options: usize, open: bool },
    /// Yes or no.
    YesNo(usize),
    /// An item that is ticked or not.
    Item(usize, usize),
}

impl Axis {
    fn ways(&self) -> usize {
        match self {
            Self::Years(stretches) => stretches.len(),
            Self::Choice { options, open, .. } => options.saturating_add(usize::from(*open)),
            Self::YesNo(_) | Self::Item(..) => 2,
        }
    }
}

/// The cases of a rule that reads `reads`.
pub(super) fn cases(plan: &Plan, reads: &Reads<'_>) -> Vec<Case> {
    let mut ways = vec![Vec::new()];
    let mut axes = Vec::new();
    for axis in axes_of(plan, reads) {
        let more = axis.ways();
        if ways.len().saturating_mul(more) <= MOST {
            let longer = ways.iter().flat_map(|way: &Vec<usize>| {
                (0..more).map(|at| way.iter().copied().chain([at]).collect::<Vec<_>>())
            });
            ways = longer.collect();
            axes.push(axis);
        }
    }
    let base = Facts::unknown(plan);
    let order = plan.order.iter().copied().filter(|derived| reads.derived().contains(derived));
    let order: Vec<usize> = order.collect();
    ways.iter().map(|way| case(plan, &base, &order, &axes, way)).collect()
}

fn axes_of(plan: &Plan, reads: &Reads<'_>) -> Vec<Axis> {
    let mut axes = Vec::new();
    let benchmarks = reads.benchmarks().iter().filter_map(|at| plan.benchmarks.get(*at));
    let mut years: Vec<u32> = benchmarks.flat_map(|b| b.by_year.iter().map(|(year, _)| *year)).collect();
    years.sort_unstable();
    years.dedup();
    if !years.is_empty() {
        let starts = [*YEARS.start()].into_iter().chain(years.iter().copied());
        let next = years.iter().map(|year| year.saturating_sub(1)).chain([*YEARS.end()]);
        // Before the first benchmark there is nothing to compare with: what is said of a rule is said of later years.
        let before_first = usize::from(!reads.names(plan.year_input()));
        axes.push(Axis::Years(starts.zip(next).skip(before_first).collect()));
    }
    let categories = plan.document.categories.len();
    if categories > 1 && reads.reads(plan.category_input()) {
        axes.push(Axis::Choice { of: plan.category_input(), options: categories, open: true });
    }
    for (of, figure) in plan.document.figures.iter().enumerate().filter(|(of, _)| reads.reads(*of)) {
        match &figure.kind {
            FigureKind::Choice(choice) => {
                axes.push(Axis::Choice { of, options: choice.options.len(), open: false });
            }
            FigureKind::YesNo => axes.push(Axis::YesNo(of)),
            FigureKind::Number(_) | FigureKind::Checklist(_) => {}
        }
    }
    let own = reads.items().filter(|(of, _)| *of < plan.document.figures.len());
    axes.extend(own.map(|(of, item)| Axis::Item(of, item)));
    axes
}

fn case(plan: &Plan, base: &Facts, order: &[usize], axes: &[Axis], way: &[usize]) -> Case {
    let mut case = Case { facts: base.clone(), no_category: false, chosen: BTreeMap::new() };
    for (axis, at) in axes.iter().zip(way) {
        match axis {
            Axis::Years(stretches) => {
                let Some((from, to)) = stretches.get(*at) else { continue };
                case.facts.set_year(plan, Some(*from));
                let year = |year: u32| Bound::Finite(Exact::from(Decimal::from(year)));
                case.facts.set(plan.year_input(), Fact::Number(Range::between(year(*from), year(*to))));
            }
            Axis::Choice { of, options, .. } if at < options => {
                case.facts.set(*of, Fact::Choice(Some(*at)));
                case.chosen.insert(*of, *at);
            }
            Axis::Choice { .. } => case.no_category = true,
            Axis::YesNo(of) => {
                case.facts.set(*of, Fact::YesNo(Some(*at == 0)));
                case.chosen.insert(*of, *at);
            }
            Axis::Item(of, item) => {
                let mut items = match case.facts.fact(*of) {
                    Some(Fact::Checklist(items)) => items.clone(),
                    _ => continue,
                };
                if let Some(known) = items.get_mut(*item) {
                    *known = Some(*at == 0);
                }
                case.facts.set(*of, Fact::Checklist(items));
            }
        }
    }
    case.facts.derive_these(plan, order);
    case
}
