//! The language of rules: formulas and conditions as text, with their names and units checked.
//!
//! Its reference page is `rulebooks/LANGUAGE.md`. A text goes from tokens to a tree, from the tree to a [`Formula`] or
//! a [`Condition`] in which every name is an index and every number is in base units.

mod check;
mod functions;
mod parse;
mod print;
mod remedy;
mod scope;
mod syntax;
mod token;

pub use check::{condition, constant, formula};
pub use parse::{MAX_LENGTH, MAX_NESTING};
pub use print::{Reading, Structure, Written};
pub use remedy::unit_example;
pub use scope::{Named, Scope, ValueKind, among, nearest};
pub use syntax::Comparison;

use crate::model::Exact;
use crate::sorted::Set;

/// A formula whose names are looked up; numbers are in base units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// A number.
    Constant(Exact),
    /// The value of a number figure.
    Figure(usize),
    /// Last year's value of a number figure.
    Last(usize),
    /// The value of a benchmark in the submission's year.
    Benchmark(usize),
    /// The value of a derived figure.
    Derived(usize),
    /// `-a`
    Negate(Box<Formula>),
    /// `a + b`
    Add(Box<Formula>, Box<Formula>),
    /// `a - b`
    Subtract(Box<Formula>, Box<Formula>),
    /// `a * b`
    Multiply(Box<Formula>, Box<Formula>),
    /// `a / b`
    Divide(Box<Formula>, Box<Formula>),
    /// The least of several.
    Min(Vec<Formula>),
    /// The greatest of several.
    Max(Vec<Formula>),
    /// How many items of a checklist are ticked.
    Count(usize),
    /// The formula of the chosen option, in the order of the options.
    Choose {
        /// The choice.
        of: usize,
        /// One formula for each option.
        branches: Vec<Formula>,
    },
}

/// A condition whose names are looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// `true`, `false`
    Constant(bool),
    /// A comparison of two numbers.
    Compare(Box<Compare>),
    /// A yes/no figure.
    YesNo(usize),
    /// A choice has one of the options.
    Is {
        /// The choice.
        of: usize,
        /// The options, by their places in the figure.
        options: Vec<usize>,
    },
    /// A checklist has an item ticked.
    Has {
        /// The checklist.
        of: usize,
        /// The item, by its place in the figure.
        item: usize,
    },
    /// It does not hold.
    Not(Box<Condition>),
    /// At least so many hold: all for `and`, one for `or`.
    AtLeast(usize, Vec<Condition>),
}

/// A comparison of two numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    /// What is compared.
    pub left: Formula,
    /// How.
    pub comparison: Comparison,
    /// With what.
    pub right: Formula,
    /// The left side as the rulebook writes it.
    pub text: String,
    /// The unit in which a reader is told the difference: its symbol and how many base units it is.
    pub unit: (String, Exact),
}

/// A value that the submission gives or withholds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// This year's value of a figure.
    Now(usize),
    /// Last year's value of a figure.
    Last(usize),
}

impl Input {
    /// The figure it belongs to.
    #[must_use]
    pub fn figure(self) -> usize {
        match self {
            Self::Now(figure) | Self::Last(figure) => figure,
        }
    }
}

impl Formula {
    /// Adds the derived figures that the formula names to `found`.
    pub fn derived_named(&self, found: &mut Set<usize>) {
        match self {
            Self::Derived(derived) => {
                found.insert(*derived);
            }
            Self::Constant(_) | Self::Figure(_) | Self::Last(_) | Self::Benchmark(_) | Self::Count(_) => {}
            Self::Negate(of) => of.derived_named(found),
            Self::Add(left, right)
            | Self::Subtract(left, right)
            | Self::Multiply(left, right)
            | Self::Divide(left, right) => {
                left.derived_named(found);
                right.derived_named(found);
            }
            Self::Min(parts) | Self::Max(parts) | Self::Choose { branches: parts, .. } => {
                parts.iter().for_each(|part| part.derived_named(found));
            }
        }
    }
}
