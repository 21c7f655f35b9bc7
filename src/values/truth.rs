//! Three-valued (Kleene) logic: what is not known is neither true nor false.

use crate::model::{Eligible, Fit, Status};

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// It certainly holds.
    True,
    /// It certainly does not hold.
    False,
    /// It is not decided.
    Unknown,
}

impl Truth {
    /// From whether it holds for all, and for any, of the possible values.
    #[must_use]
    pub const fn from_bounds(certain: bool, possible: bool) -> Self {
        match (certain, possible) {
            (true, _) => Self::True,
            (false, true) => Self::Unknown,
            (false, false) => Self::False,
        }
    }

    /// `not`
    #[must_use]
    pub const fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    /// Whether at least `count` of `parts` hold.
    pub fn at_least(count: usize, parts: impl IntoIterator<Item = Self>) -> Self {
        let (mut certain, mut possible) = (0_usize, 0_usize);
        for part in parts {
            certain = certain.saturating_add(usize::from(part == Self::True));
            possible = possible.saturating_add(usize::from(part != Self::False));
        }
        Self::from_bounds(certain >= count, possible >= count)
    }

    /// Whether all of `parts` hold.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::at_least(1, parts.into_iter().map(Self::not)).not()
    }

    /// Whether any of `parts` holds.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::at_least(1, parts)
    }

    /// The value that is the same in either case, else unknown.
    #[must_use]
    pub fn either(self, other: Self) -> Self {
        if self == other { self } else { Self::Unknown }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

/// What the three values are called in each part of an assessment.
macro_rules! called {
    ($name:ident, $yes:ident, $no:ident) => {
        impl From<Truth> for $name {
            fn from(truth: Truth) -> Self {
                match truth {
                    Truth::True => Self::$yes,
                    Truth::False => Self::$no,
                    Truth::Unknown => Self::Undetermined,
                }
            }
        }

        impl From<$name> for Truth {
            fn from(value: $name) -> Self {
                match value {
                    $name::$yes => Self::True,
                    $name::$no => Self::False,
                    $name::Undetermined => Self::Unknown,
                }
            }
        }
    };
}

called!(Status, Met, NotMet);
called!(Fit, Fits, DoesNotFit);
called!(Eligible, Eligible, NotEligible);

#[cfg(test)]
mod tests {
    use super::Truth::{False, True, Unknown};
    use super::*;

    #[test]
    fn unknown_stays_unknown_only_where_it_decides() {
        assert_eq!(Truth::all([Unknown, False]), False);
        assert_eq!(Truth::all([Unknown, True]), Unknown);
        assert_eq!(Truth::any([Unknown, True]), True);
        assert_eq!(Truth::any([Unknown, False]), Unknown);
        assert_eq!(Truth::all([]), True);
        assert_eq!(Truth::any([]), False);
        assert_eq!(Truth::at_least(2, [True, Unknown, False]), Unknown);
        assert_eq!(Truth::at_least(2, [True, True, Unknown]), True);
        assert_eq!(Truth::at_least(2, [Unknown, False, False]), False);
    }

    #[test]
    fn what_is_the_same_in_either_case_stands() {
        for truth in [True, False, Unknown] {
            assert_eq!(truth.either(truth), truth);
        }
        for (one, other) in [(True, False), (False, True), (True, Unknown), (Unknown, False)] {
            assert_eq!(one.either(other), Unknown, "{one:?}, {other:?}");
        }
    }
}
