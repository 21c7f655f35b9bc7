//! A result as something open moves it: only what reads that is computed anew.

use std::collections::BTreeSet;

use super::super::category::{selection, variants};
use super::super::joint::Contribution;
use super::super::points::span_points;
use super::super::scoring::{Selection, share};
use super::telling::Telling;
use super::trials::Open;
use crate::language::Input;
use crate::model::Exact;
use crate::plan::{IndicatorPlan, Plan};
use crate::values::{Bound, Facts};

/// The ends of a result.
pub(super) type Ends = (Bound, Bound);

/// The result.
pub(super) enum Probe<'a> {
    /// A derived figure.
    Derived(usize),
    /// The sum of some indicators' points.
    Points(PointsProbe<'a>),
}

/// The sum of some indicators' points in a category, or the share in percent of one without a known weight.
pub(super) struct PointsProbe<'a> {
    plan: &'a Plan,
    category: usize,
    selection: Selection,
    /// Whether the fields that count are those that the submission names.
    named_fields: bool,
    pieces: Vec<Piece<'a>>,
}

/// What goes into the sum: what it reads, and its points as things stand.
struct Piece<'a> {
    reads: BTreeSet<Input>,
    of: Contribution<'a>,
    now: (Exact, Exact),
}

impl<'a> PointsProbe<'a> {
    pub(super) fn new(
        telling: &Telling<'a>,
        contributions: Vec<Contribution<'a>>,
        category: usize,
        selection: &Selection,
        named_fields: bool,
    ) -> Self {
        let plan = telling.plan;
        let mut probe =
            Self { plan, category, selection: selection.clone(), named_fields, pieces: Vec::new() };
        for of in contributions {
            let mut reads = telling.reads();
            reads.contribution(&of, selection);
            let now = probe.points(&of, telling.facts, selection);
            probe.pieces.push(Piece { reads: reads.inputs, of, now });
        }
        probe
    }

    /// The points of what goes into the sum, over all variants of the weights that are possible.
    fn points(&self, of: &Contribution<'_>, facts: &Facts, selection: &Selection) -> (Exact, Exact) {
        let share = |indicator: &IndicatorPlan| share(indicator, facts, selection);
        let of_variant = variants(self.plan, facts).into_iter();
        let of_variant = of_variant
            .map(|variant| of.points((variant, self.category), &self.plan.document.rounding, &share));
        let span = of_variant.reduce(span_points);
        span.map_or_else(
            || (Exact::zero(), Exact::zero()),
            |span| (Exact::from(span.low), Exact::from(span.high)),
        )
    }

    fn is_read(&self, piece: &Piece, open: Open) -> bool {
        match open {
            Open::Input(input) => piece.reads.contains(&input) || input.figure() == self.plan.fields_input(),
            Open::Year { .. } => true,
        }
    }

    /// Every indicator's points, and whether it reads something open; those that do under `facts`.
    fn moved(&self, open: Open, facts: &Facts) -> Vec<(bool, (Exact, Exact))> {
        let selection = if self.named_fields {
            selection(self.plan, facts, self.category)
        } else {
            self.selection.clone()
        };
        let pieces = self.pieces.iter().map(|piece| {
            let read = self.is_read(piece, open);
            let points = if read { self.points(&piece.of, facts, &selection) } else { piece.now.clone() };
            (read, points)
        });
        pieces.collect()
    }
}

fn sum(points: impl Iterator<Item = (Exact, Exact)>) -> Ends {
    let zero = (Exact::zero(), Exact::zero());
    let (low, high) =
        points.fold(zero, |(low, high), (more_low, more_high)| (low + more_low, high + more_high));
    (Bound::Finite(low), Bound::Finite(high))
}

impl Probe<'_> {
    /// The result as things stand.
    pub(super) fn now(&self, facts: &Facts) -> Option<Ends> {
        match self {
            Self::Derived(at) => facts.derived(*at).ends,
            Self::Points(probe) => Some(sum(probe.pieces.iter().map(|piece| piece.now.clone()))),
        }
    }

    /// The result where something open has become known, as `facts` say.
    pub(super) fn moved(&self, open: Open, facts: &Facts) -> Option<Ends> {
        match self {
            Self::Derived(at) => facts.derived(*at).ends,
            Self::Points(probe) => Some(sum(probe.moved(open, facts).into_iter().map(|(_, points)| points))),
        }
    }

    /// The same, piece by piece: only those that read it.
    pub(super) fn pieces(&self, open: Open, facts: &Facts) -> Vec<Option<Ends>> {
        match self {
            Self::Derived(at) => vec![facts.derived(*at).ends],
            Self::Points(probe) => {
                let reading = probe.moved(open, facts).into_iter().filter(|(read, _)| *read);
                reading.map(|(_, points)| Some(sum([points].into_iter()))).collect()
            }
        }
    }

    /// Whether two open things go into the same piece.
    pub(super) fn together(&self, one: Open, other: Open) -> bool {
        match self {
            Self::Derived(_) => true,
            Self::Points(probe) => {
                probe.pieces.iter().any(|piece| probe.is_read(piece, one) && probe.is_read(piece, other))
            }
        }
    }
}
