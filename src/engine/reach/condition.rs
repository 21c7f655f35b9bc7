//! How many comparisons and answers a condition is short of holding.

use crate::language::Condition;
use crate::plan::RequirementPlan;
use crate::sorting;
use crate::values::{Facts, Truth};

/// How many parts are short of making the condition certain: 0 exactly where it certainly holds.
pub(super) fn certain(facts: &Facts, requirement: &RequirementPlan) -> i64 {
    let leaf = |leaf: &Condition, wanted: bool| {
        i64::from(facts.truth(leaf, requirement.when_undefined) != Truth::from(wanted))
    };
    short(&requirement.condition, true, &leaf)
}

/// How many parts stay short whatever value of the ranges is taken: above 0 only where no value makes it certain.
pub(super) fn possible(facts: &Facts, requirement: &RequirementPlan) -> i64 {
    let when_undefined = requirement.when_undefined;
    let leaf = |leaf: &Condition, wanted: bool| {
        let never_defined = match leaf {
            Condition::Compare(compare) => {
                let (left, right) = (facts.number(&compare.left), facts.number(&compare.right));
                left.ends.is_none() || right.ends.is_none()
            }
            _ => false,
        };
        if never_defined {
            return i64::from(when_undefined != Some(wanted));
        }
        i64::from(facts.truth(leaf, when_undefined) == Truth::from(!wanted))
    };
    short(&requirement.condition, true, &leaf)
}

/// The least number of leaves that would have to turn out otherwise for the condition to be as wanted.
fn short(condition: &Condition, wanted: bool, leaf: &impl Fn(&Condition, bool) -> i64) -> i64 {
    match condition {
        Condition::Constant(value) => i64::from(*value != wanted),
        Condition::Not(of) => short(of, !wanted, leaf),
        Condition::AtLeast(count, parts) => {
            // That fewer than `count` hold takes all but `count - 1` of them.
            let needed = if wanted { *count } else { parts.len().saturating_add(1).saturating_sub(*count) };
            let mut parts: Vec<i64> = parts.iter().map(|part| short(part, wanted, leaf)).collect();
            if needed > parts.len() {
                return NEVER;
            }
            sorting::sort(&mut parts);
            parts.into_iter().take(needed).fold(0, i64::saturating_add)
        }
        leaf_condition => leaf(leaf_condition, wanted),
    }
}

/// Short of more parts than a condition can have.
const NEVER: i64 = 1_000_000;
