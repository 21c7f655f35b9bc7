//! The least that would have to change for a requirement to be met, a line to be reached or a category to fit.
//!
//! Every answer holds for all that the remaining unknowns may turn out to be. `goal` says of what a goal consists,
//! `judge` how far it is from certain, `nearest` finds the value of one figure, `sets` the smallest set of several,
//! `eased` what may let less do once it is known, `limits` what stays short where nothing helps, `way` puts it in the
//! terms of the rulebook.

mod condition;
mod count;
mod eased;
mod extremes;
mod goal;
mod grid;
mod judge;
mod limits;
mod nearest;
mod sets;
mod way;

use self::goal::{Goal, chosen};
use self::judge::{Judge, Spent};
use self::nearest::Axis;
use self::sets::{Search, Sets};
use super::assess::assess;
use super::category::binding;
use super::prints;
use super::requirement::truth;
use crate::language::Input;
use crate::model::{
    CategoryResult, Fault, FaultCode, FigureSet, Fit, GoalKind, GoalReach, Place, REACH_FORMAT, Reach,
    ReachOutcome, Status, Submission,
};
use crate::plan::Plan;
use crate::sorted::Set;
use crate::sorting::gathered;
use crate::submission::admit;
use crate::values::{Facts, Truth};

/// The evaluations of parts allowed to the search for one figure, for a smallest set and for a set at all.
const FIGURE_WORK: u64 = 5_000;
const SET_WORK: u64 = 25_000;
const GREEDY_WORK: u64 = 25_000;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// One category; every category when absent.
    pub category: Option<String>,
    /// One requirement, a hint included; when absent every binding one that is not certain, then lines and fits.
    pub requirement: Option<String>,
}

/// The least that would have to change.
///
/// # Errors
/// Every fault of the submission, where it does not fit the rulebook; an id in the question that the rulebook lacks.
pub fn reach(plan: &Plan, submission: &Submission, question: &Question) -> Result<Reach, Vec<Fault>> {
    let facts = admit(plan, submission)?;
    let goals = goals(plan, &facts, question)?;
    let categories = assess(plan, submission)?.categories;
    let goals = goals.into_iter().map(|(goal, asked)| {
        let found = found(plan, submission, &facts, goal);
        described(plan, &facts, &categories, goal, &asked, found)
    });
    Ok(Reach {
        format: REACH_FORMAT,
        rulebook: prints::of_rulebook(plan),
        submission: prints::of_submission(submission),
        engine: crate::VERSION,
        goals: goals.collect(),
    })
}

/// The goals asked about, each with the categories it is about.
fn goals(plan: &Plan, facts: &Facts, question: &Question) -> Result<Vec<(Goal, Vec<usize>)>, Vec<Fault>> {
    let unknown = |code, place: &str, id: &str, known: Vec<&str>| {
        vec![Fault::new(code, &Place::document().at(place), id, &[("known", &known.join(", "))])]
    };
    let mut asked: Vec<usize> = (0..plan.categories.len()).collect();
    if let Some(id) = &question.category {
        let known = || plan.categories.iter().map(|category| category.id.as_str());
        let Some(at) = known().position(|known| known == id) else {
            return Err(unknown(FaultCode::UnknownCategory, "category", id, known().collect()));
        };
        asked = vec![at];
    }
    if let Some(id) = &question.requirement {
        let known = || plan.document.requirements.iter().map(|requirement| requirement.id.as_str());
        let Some(at) = known().position(|known| known == id) else {
            return Err(unknown(FaultCode::UnknownRequirement, "requirement", id, known().collect()));
        };
        let applies = plan.requirements.get(at).map(|requirement| requirement.categories.clone());
        asked.retain(|category| applies.iter().flatten().any(|applies| applies == category));
        return Ok(vec![(Goal::Requirement(at), asked)]);
    }
    let mut goals = Vec::new();
    for (at, requirement) in plan.requirements.iter().enumerate() {
        let mut categories = asked.clone();
        categories.retain(|category| {
            let fields = chosen(plan, facts, *category);
            binding(plan, *category, &fields).any(|(binding, _)| std::ptr::eq(binding, requirement))
        });
        if !categories.is_empty() && truth(requirement, facts) != Truth::True {
            goals.push((Goal::Requirement(at), categories));
        }
    }
    for category in asked {
        let document = plan.document.categories.get(category);
        if document.is_some_and(|category| category.line.is_some()) {
            goals.push((Goal::Line(category), vec![category]));
        }
        goals.push((Goal::Fit(category), vec![category]));
    }
    Ok(goals)
}

/// What it comes to, without what is said of the goal itself.
fn found(plan: &Plan, submission: &Submission, facts: &Facts, goal: Goal) -> GoalReach {
    let judge = Judge::new(plan, facts, goal);
    let nothing = GoalReach {
        goal: GoalKind::Fit,
        id: String::new(),
        categories: Vec::new(),
        status: Status::Undetermined,
        judged: None,
        basis: None,
        score: None,
        line: None,
        floors: Vec::new(),
        outcome: ReachOutcome::Undecided,
        ways: Vec::new(),
        set: None,
        limits: Vec::new(),
        waits_for: Vec::new(),
        eased_by: Vec::new(),
        not_searched: Vec::new(),
    };
    let mut now = judge.scene(&Set::new(), &Set::new());
    if judge.short(&now) == 0 {
        return GoalReach { outcome: ReachOutcome::Certain, ..nothing };
    }
    let figures = 0..plan.document.figures.len();
    let figures: Vec<usize> =
        figures.filter(|at| judge.changeable(Input::Now(*at)) && judge.reads(*at)).collect();
    let all: Set<usize> = gathered(figures.iter().copied());
    if judge.short(&judge.scene(&all, &Set::new())) > 0 {
        let unknown = judge.unknown_beside(&all);
        let best = judge.scene(&all, &unknown);
        if judge.short(&best) > 0 {
            let limits = limits::limits(&judge, goal, &best);
            return GoalReach { outcome: ReachOutcome::Unreachable, limits, ..nothing };
        }
        let waits_for = waits_for(&judge, &all, &unknown);
        return GoalReach { outcome: ReachOutcome::Waits, waits_for, ..nothing };
    }
    let mut alone = Vec::new();
    let mut not_searched = Vec::new();
    for figure in &figures {
        judge.allow(FIGURE_WORK);
        match Axis::new(&judge, &mut now, *figure).nearest() {
            Ok(Some(spot)) => alone.push(vec![(*figure, spot)]),
            Ok(None) => {}
            Err(Spent) => not_searched.extend(plan.document.figures.get(*figure).map(|f| f.id.clone())),
        }
    }
    if !alone.is_empty() {
        let ways = alone.iter().flat_map(|values| way::ways(&judge, submission, values)).collect();
        let eased_by = eased::eased_by(&judge, &all, &alone);
        return GoalReach { outcome: ReachOutcome::Ways, ways, eased_by, not_searched, ..nothing };
    }
    judge.allow(SET_WORK);
    let (values, smallest) = match Sets::new(&judge, &figures).search(GREEDY_WORK) {
        Search::Smallest(values) => (values, not_searched.is_empty()),
        Search::Some(values) => (values, false),
        Search::None => return GoalReach { not_searched, ..nothing },
    };
    let set = FigureSet { figures: way::ways(&judge, submission, &values), smallest };
    let eased_by = eased::eased_by(&judge, &all, &[values]);
    GoalReach { outcome: ReachOutcome::Set, set: Some(set), eased_by, ..nothing }
}

/// The unknown inputs of which each alone keeps the goal from being certain; all of them where none does so alone.
fn waits_for(judge: &Judge<'_>, figures: &Set<usize>, unknown: &Set<Input>) -> Vec<String> {
    let alone = unknown.iter().filter(|input| {
        let others = gathered(unknown.iter().copied().filter(|other| other != *input));
        judge.short(&judge.scene(figures, &others)) > 0
    });
    let alone: Vec<Input> = alone.copied().collect();
    let named = if alone.is_empty() { unknown.iter().copied().collect() } else { alone };
    named.into_iter().map(|input| way::input_text(judge.plan, input)).collect()
}

fn described(
    plan: &Plan,
    facts: &Facts,
    categories: &[CategoryResult],
    goal: Goal,
    asked: &[usize],
    found: GoalReach,
) -> GoalReach {
    match goal {
        Goal::Requirement(at) => {
            let document = plan.document.requirements.get(at);
            let status =
                plan.requirements.get(at).map_or(Truth::Unknown, |requirement| truth(requirement, facts));
            let ids =
                asked.iter().filter_map(|at| plan.categories.get(*at)).map(|category| category.id.clone());
            GoalReach {
                goal: GoalKind::Requirement,
                id: document.map(|document| document.id.clone()).unwrap_or_default(),
                categories: ids.collect(),
                status: status.into(),
                basis: document.map(|document| document.standing.basis),
                ..found
            }
        }
        Goal::Line(at) | Goal::Fit(at) => {
            let Some(category) = categories.get(at) else { return found };
            let line = category.line.as_ref();
            let of_line = matches!(goal, Goal::Line(_));
            let fit = match category.fit {
                Fit::Fits => Status::Met,
                Fit::DoesNotFit => Status::NotMet,
                Fit::Undetermined => Status::Undetermined,
            };
            let floors = line.filter(|_| of_line).into_iter().flat_map(|line| &line.floors);
            let floors = floors.filter(|floor| floor.status != Status::Met);
            GoalReach {
                floors: floors.cloned().collect(),
                goal: if of_line { GoalKind::Line } else { GoalKind::Fit },
                id: category.id.clone(),
                status: if of_line { line.map_or(Status::Met, |line| line.status) } else { fit },
                judged: (!of_line).then_some(category.judged),
                basis: line.filter(|_| of_line).map(|line| line.basis),
                score: category.score,
                line: line.map(|line| line.total),
                ..found
            }
        }
    }
}
