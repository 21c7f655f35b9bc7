//! Every part of a formula, a condition, a score function.

use crate::language::{Condition, Formula};
use crate::plan::Scoring;

/// A formula and every part of it; derived figures are not followed.
pub(super) fn each_formula<'a>(formula: &'a Formula, visit: &mut impl FnMut(&'a Formula)) {
    visit(formula);
    match formula {
        Formula::Constant(_)
        | Formula::Figure(_)
        | Formula::Last(_)
        | Formula::Benchmark(_)
        | Formula::Derived(_)
        | Formula::Count(_) => {}
        Formula::Negate(of) => each_formula(of, visit),
        Formula::Add(left, right)
        | Formula::Subtract(left, right)
        | Formula::Multiply(left, right)
        | Formula::Divide(left, right) => {
            each_formula(left, visit);
            each_formula(right, visit);
        }
        Formula::Min(parts) | Formula::Max(parts) | Formula::Choose { branches: parts, .. } => {
            for part in parts {
                each_formula(part, visit);
            }
        }
    }
}

/// A condition and every part of it.
pub(super) fn each_condition<'a>(condition: &'a Condition, visit: &mut impl FnMut(&'a Condition)) {
    visit(condition);
    match condition {
        Condition::Not(of) => each_condition(of, visit),
        Condition::AtLeast(_, parts) => {
            for part in parts {
                each_condition(part, visit);
            }
        }
        _ => {}
    }
}

/// A score function and every part of it.
pub(super) fn each_scoring<'a>(scoring: &'a Scoring, visit: &mut impl FnMut(&'a Scoring)) {
    visit(scoring);
    match scoring {
        Scoring::BestOf(parts) | Scoring::ByField(parts) => {
            for part in parts {
                each_scoring(part, visit);
            }
        }
        Scoring::SumOf(parts) => {
            for (_, part) in parts {
                each_scoring(part, visit);
            }
        }
        Scoring::Bands { .. } | Scoring::Line { .. } | Scoring::Options { .. } | Scoring::Items { .. } => {}
    }
}

/// The formulas that a score function scores.
pub(super) fn each_scored<'a>(scoring: &'a Scoring, visit: &mut impl FnMut(&'a Formula)) {
    each_scoring(scoring, &mut |part| {
        if let Scoring::Bands { of, .. } | Scoring::Line { of, .. } = part {
            visit(of);
        }
    });
}
