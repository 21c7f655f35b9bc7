//! A result as something open moves it: only what reads that is computed anew.

use super::super::category::{selection, variants};
use super::super::joint::Contribution;
use super::super::scoring::{Selection, share};
use super::telling::Telling;
use super::trials::Open;
use crate::language::Input;
use crate::model::Exact;
use crate::plan::{IndicatorPlan, Plan};
use crate::sorted::Set;
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

/// Points in each variant of the weights that is possible.
type ByVariant = Vec<(usize, (Exact, Exact))>;

/// What goes into the sum: what it reads, and its points as things stand.
struct Piece<'a> {
    reads: Set<Input>,
    of: Contribution<'a>,
    now: ByVariant,
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

    /// The points of what goes into the sum, in each variant of the weights that is possible.
    fn points(&self, of: &Contribution<'_>, facts: &Facts, selection: &Selection) -> ByVariant {
        let share = |indicator: &IndicatorPlan| share(indicator, facts, selection);
        let of_variant = variants(self.plan, facts).into_iter().map(|variant| {
            let points = of.points((variant, self.category), &self.plan.document.rounding, &share);
            (variant, (Exact::from(points.low), Exact::from(points.high)))
        });
        of_variant.collect()
    }

    fn is_read(&self, piece: &Piece, open: Open) -> bool {
        match open {
            Open::Input(input) => piece.reads.contains(&input) || input.figure() == self.plan.fields_input(),
            Open::Year { .. } => true,
        }
    }

    /// Every indicator's points, and whether it reads something open; those that do under `facts`.
    fn moved(&self, open: Open, facts: &Facts) -> Vec<(bool, ByVariant)> {
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

/// Points summed in each variant of the weights that is possible; the sum spans those of all of them.
fn sum(plan: &Plan, facts: &Facts, points: &[ByVariant]) -> Ends {
    let of_variant = |wanted: usize| {
        // What does not read the choice of the variant is the same in every one.
        let of = points.iter().filter_map(|points| points.iter().find(|(variant, _)| *variant == wanted));
        of.fold((Exact::zero(), Exact::zero()), |(low, high), (_, more)| {
            (low + more.0.clone(), high + more.1.clone())
        })
    };
    let sums = variants(plan, facts).into_iter().map(of_variant);
    let span = sums.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let (low, high) = span.unwrap_or_else(|| (Exact::zero(), Exact::zero()));
    (Bound::Finite(low), Bound::Finite(high))
}

impl Probe<'_> {
    /// The result as things stand.
    pub(super) fn now(&self, facts: &Facts) -> Option<Ends> {
        match self {
            Self::Derived(at) => facts.derived(*at).ends,
            Self::Points(probe) => {
                let points: Vec<_> = probe.pieces.iter().map(|piece| piece.now.clone()).collect();
                Some(sum(probe.plan, facts, &points))
            }
        }
    }

    /// The result where something open has become known, as `facts` say.
    pub(super) fn moved(&self, open: Open, facts: &Facts) -> Option<Ends> {
        match self {
            Self::Derived(at) => facts.derived(*at).ends,
            Self::Points(probe) => {
                let points: Vec<_> = probe.moved(open, facts).into_iter().map(|(_, points)| points).collect();
                Some(sum(probe.plan, facts, &points))
            }
        }
    }

    /// The same, piece by piece: only those that read it.
    pub(super) fn pieces(&self, open: Open, facts: &Facts) -> Vec<Option<Ends>> {
        match self {
            Self::Derived(at) => vec![facts.derived(*at).ends],
            Self::Points(probe) => {
                let reading = probe.moved(open, facts).into_iter().filter(|(read, _)| *read);
                reading.map(|(_, points)| Some(sum(probe.plan, facts, &[points]))).collect()
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
