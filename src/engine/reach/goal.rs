//! A goal as parts that can be judged one by one: the only file here that knows of what a requirement, a line and a fit
//! consist.

use super::super::category::{binding, chosen_fields, selection};
use super::super::joint::{At, Contribution, Proportions, joint};
use super::super::points::points;
use super::super::relevance::Relevant;
use super::super::scoring::{Selection, Shares, share};
use crate::language::Input;
use crate::model::{Decimal, Exact, FieldChoice};
use crate::plan::{FloorPlan, IndicatorPlan, Plan, RequirementPlan};
use crate::sorted::Set;
use crate::sorting::gathered;
use crate::values::Facts;

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// A requirement is met.
    Requirement(usize),
    /// A category's line is reached.
    Line(usize),
    /// A category fits.
    Fit(usize),
}

/// Points in whole millionths: no indicator's points have more places.
pub(super) const POINT: i64 = 1_000_000;

/// Something a goal asks for that is judged alone.
pub(super) enum Asked<'a> {
    /// A condition.
    Condition(&'a RequirementPlan),
    /// The points of an indicator; or, of indicators without known weights, those that they give together whatever their
    /// weights are.
    Points { indicators: Vec<IndicatorPlan>, max: Decimal, selection: Selection, at: At },
    /// A least share of an indicator's points.
    Floor { indicator: IndicatorPlan, selection: Selection, least: &'a Exact, at: At },
}

pub(super) struct Part<'a> {
    pub(super) asked: Asked<'a>,
    /// Whatever it can read: every branch of every choice, and the year where it uses a benchmark.
    pub(super) reads: Set<Input>,
}

/// A dimension's parts, and the least of their sum.
pub(super) struct Portion {
    pub(super) dimension: usize,
    pub(super) parts: Vec<usize>,
    pub(super) least: i64,
}

/// A line under one variant of the weights.
pub(super) struct Line {
    pub(super) total: i64,
    pub(super) portions: Vec<Portion>,
    pub(super) floors: Vec<usize>,
}

/// One way to the goal; the goal is reached where any of its alternatives is.
#[derive(Default)]
pub(super) struct Alternative {
    pub(super) conditions: Vec<usize>,
    /// The line, by variant of the weights; empty where none is asked for.
    pub(super) lines: Vec<Line>,
}

/// A goal taken apart.
pub(super) struct Parts<'a> {
    pub(super) parts: Vec<Part<'a>>,
    pub(super) alternatives: Vec<Alternative>,
}

pub(super) fn parts<'a>(plan: &'a Plan, facts: &Facts, goal: Goal) -> Parts<'a> {
    let mut taken = Taken { plan, goal: Parts { parts: Vec::new(), alternatives: Vec::new() } };
    match goal {
        Goal::Requirement(at) => {
            let conditions = plan.requirements.get(at).map(|requirement| taken.condition(requirement));
            taken
                .alternative(Alternative { conditions: conditions.into_iter().collect(), lines: Vec::new() });
        }
        Goal::Line(at) => {
            let chosen = chosen(plan, facts, at);
            let lines = taken.lines(at, &selection(plan, facts, at), &chosen);
            taken.alternative(Alternative { conditions: Vec::new(), lines });
        }
        Goal::Fit(at) => {
            let chooses = plan.categories.get(at).is_some_and(|c| c.fields == FieldChoice::Choose);
            let chosen = chosen(plan, facts, at);
            // While no field is chosen, the category fits if it fits in any.
            if chooses && chosen.is_empty() {
                for field in 0..plan.document.fields.len() {
                    taken.fit(at, &Selection::Best(vec![field]), &[field]);
                }
            } else {
                taken.fit(at, &selection(plan, facts, at), &chosen);
            }
        }
    }
    taken.goal
}

/// The fields that must fit themselves.
pub(super) fn chosen(plan: &Plan, facts: &Facts, category: usize) -> Vec<usize> {
    let chooses = plan.categories.get(category).is_some_and(|c| c.fields == FieldChoice::Choose);
    if chooses { chosen_fields(plan, facts) } else { Vec::new() }
}

struct Taken<'a> {
    plan: &'a Plan,
    goal: Parts<'a>,
}

impl<'a> Taken<'a> {
    fn alternative(&mut self, alternative: Alternative) {
        self.goal.alternatives.push(alternative);
    }

    fn part(&mut self, asked: Asked<'a>, reads: Set<Input>) -> usize {
        self.goal.parts.push(Part { asked, reads });
        self.goal.parts.len().saturating_sub(1)
    }

    fn condition(&mut self, requirement: &'a RequirementPlan) -> usize {
        let known = self.goal.parts.iter().position(
            |part| matches!(part.asked, Asked::Condition(known) if std::ptr::eq(known, requirement)),
        );
        known.unwrap_or_else(|| {
            let reads = Relevant::ever_of_condition(self.plan, &requirement.condition);
            self.part(Asked::Condition(requirement), reads)
        })
    }

    fn fit(&mut self, category: usize, selection: &Selection, fields: &[usize]) {
        let plan = self.plan;
        let asked: Vec<_> = binding(plan, category, fields).map(|(requirement, _)| requirement).collect();
        let conditions = asked.into_iter().map(|requirement| self.condition(requirement)).collect();
        let lines = self.lines(category, selection, fields);
        self.alternative(Alternative { conditions, lines });
    }

    fn lines(&mut self, category: usize, selection: &Selection, fields: &[usize]) -> Vec<Line> {
        let plan = self.plan;
        let Some(document) = plan.document.categories.get(category) else { return Vec::new() };
        let Some(line) = &document.line else { return Vec::new() };
        let own = plan.categories.get(category).into_iter().flat_map(|category| &category.floors);
        let own: Vec<(&FloorPlan, Option<usize>)> = own.map(|floor| (floor, None)).collect();
        let of_fields = fields.iter().flat_map(|field| {
            let floors = plan.field_floors.get(*field).into_iter().flatten();
            floors.map(|floor| (floor, Some(*field)))
        });
        let floors: Vec<_> = own.into_iter().chain(of_fields).collect();
        let variants = plan.dimensions.iter().map(|dimension| dimension.weight.0.len()).max().unwrap_or(1);
        let lines = (0..variants).map(|variant| {
            let by_indicator = floors.iter().filter(|(floor, _)| floor.dimension.is_none());
            let by_indicator = by_indicator.filter_map(|(floor, field)| {
                let selection = field.map_or_else(|| selection.clone(), |field| Selection::Best(vec![field]));
                self.floor(floor, selection, variant, category)
            });
            Line {
                total: whole(&Exact::from(line.total)),
                floors: by_indicator.collect(),
                portions: self.portions(category, variant, selection, &floors),
            }
        });
        lines.collect()
    }

    fn portions(
        &mut self,
        category: usize,
        variant: usize,
        selection: &Selection,
        floors: &[(&FloorPlan, Option<usize>)],
    ) -> Vec<Portion> {
        let plan = self.plan;
        let portions = plan.dimensions.iter().enumerate().map(|(at, dimension)| {
            let weight = Exact::from(dimension.weight.of(variant, category));
            let asked = floors.iter().filter(|(floor, _)| floor.dimension == Some(at));
            let least = asked.map(|(floor, _)| whole(&(floor.least.clone() * weight.clone())));
            let least = least.max().unwrap_or(0);
            let parts = Contribution::all(&dimension.indicators, dimension.rest.as_ref());
            let parts = parts.into_iter().map(|contribution| {
                let at = (variant, category);
                let (max, selection) = (contribution.max(at), selection.clone());
                let indicators = contribution.indicators().iter();
                let indicators: Vec<_> = indicators.map(|indicator| strict(indicator)).collect();
                let reads = all_reads(plan, None, &indicators, &selection);
                self.part(Asked::Points { indicators, max, selection, at }, reads)
            });
            Portion { dimension: at, parts: parts.collect(), least }
        });
        portions.collect()
    }

    fn floor(
        &mut self,
        floor: &'a FloorPlan,
        selection: Selection,
        variant: usize,
        category: usize,
    ) -> Option<usize> {
        let plan = self.plan;
        let number = floor.indicator?;
        let indicator = plan.indicators().find(|indicator| indicator.number == number)?;
        let reads = reads(plan, None, indicator, &selection);
        let indicator = strict(indicator);
        let at = (variant, category);
        Some(self.part(Asked::Floor { indicator, selection, least: &floor.least, at }, reads))
    }
}

/// What an indicator's share reads; of one that groups others what theirs read.
pub(super) fn reads(
    plan: &Plan,
    facts: Option<&Facts>,
    indicator: &IndicatorPlan,
    selection: &Selection,
) -> Set<Input> {
    let below = indicator.indicators.iter().flat_map(|below| reads(plan, facts, below, selection));
    gathered(Relevant::of_score(plan, facts, indicator, selection).into_iter().chain(below))
}

/// The same of several.
pub(super) fn all_reads(
    plan: &Plan,
    facts: Option<&Facts>,
    indicators: &[IndicatorPlan],
    selection: &Selection,
) -> Set<Input> {
    gathered(indicators.iter().flat_map(|indicator| reads(plan, facts, indicator, selection)))
}

/// The indicator with nothing as its share where the rulebook does not say what holds without a value: the least share
/// stays as it is, the greatest is no more than can become certain.
fn strict(indicator: &IndicatorPlan) -> IndicatorPlan {
    let when_undefined = indicator.when_undefined.clone().or_else(|| Some(Exact::zero()));
    let indicators = indicator.indicators.iter().map(strict).collect();
    IndicatorPlan { when_undefined, indicators, ..indicator.clone() }
}

/// A number of points in whole millionths, upwards.
fn whole(points: &Exact) -> i64 {
    let scaled = -(points.clone() * Exact::power_of_ten(6));
    scaled.floor().and_then(|down| i64::try_from(down.saturating_neg()).ok()).unwrap_or(i64::MAX)
}

/// The share of an indicator with what is unknown of weights at its worst: no greater share can become certain.
fn worst(indicator: &IndicatorPlan, facts: &Facts, selection: &Selection, at: At) -> Shares {
    let share = |indicator: &IndicatorPlan| share(indicator, facts, selection);
    super::super::joint::whole(indicator, at, Proportions::Worst, &share)
}

/// What several indicators' shares in percent certainly are.
pub(super) fn certain_percents(plan: &Plan, facts: &Facts, asked: &Asked<'_>) -> Vec<(String, Exact)> {
    let Asked::Points { indicators, selection, at, .. } = asked else { return Vec::new() };
    let percent = |indicator: &IndicatorPlan| {
        let shares = worst(indicator, facts, selection, *at);
        let points = points(&shares, &Exact::from(100), &plan.document.rounding);
        (indicator.id.clone(), Exact::from(points.low))
    };
    indicators.iter().map(percent).collect()
}

/// The least and the greatest of a part over what is known: points, or 0 where it holds and -1 point where it does not.
pub(super) fn span(plan: &Plan, facts: &Facts, asked: &Asked<'_>) -> (i64, i64) {
    let held = |holds: bool| if holds { 0 } else { POINT.saturating_neg() };
    match asked {
        Asked::Condition(requirement) => (
            super::condition::certain(facts, requirement).saturating_mul(POINT).saturating_neg(),
            super::condition::possible(facts, requirement).saturating_mul(POINT).saturating_neg(),
        ),
        Asked::Points { indicators, max, selection, at } => {
            let shares = joint(
                indicators.iter().map(|indicator| worst(indicator, facts, selection, *at)),
                Proportions::Worst,
            );
            let points = points(&shares, &(*max).into(), &plan.document.rounding);
            (whole(&Exact::from(points.low)), whole(&Exact::from(points.high)))
        }
        Asked::Floor { indicator, selection, least, at } => {
            let shares = worst(indicator, facts, selection, *at);
            (held(shares.low >= **least), held(shares.high >= **least))
        }
    }
}
