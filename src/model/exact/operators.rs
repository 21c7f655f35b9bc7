//! Arithmetic: on small ratios where both are and it can, else on whole numbers of any size.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "whole numbers of any size do not overflow, and a divisor of zero is excluded where there is one"
)]

use std::ops::{Add, Mul, Neg, Sub};

use num_rational::BigRational;

use super::small::{Reduced, Small};
use super::{Exact, Form};

impl Exact {
    /// The quotient, or `None` where `divisor` is zero.
    #[must_use]
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        Some(self.with(divisor, Small::over, |left, right| left / right))
    }

    fn with(
        &self,
        other: &Self,
        small: impl FnOnce(Small, Small) -> Option<Reduced>,
        big: impl FnOnce(&BigRational, &BigRational) -> BigRational,
    ) -> Self {
        if let (Form::Small(left), Form::Small(right)) = (&self.0, &other.0)
            && let Some(result) = small(*left, *right)
        {
            return Self::of_reduced(result);
        }
        Self::of_ratio(big(&self.ratio(), &other.ratio()))
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(&other, Small::plus, |left, right| left + right)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.with(&other, Small::minus, |left, right| left - right)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.with(&other, Small::times, |left, right| left * right)
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        // What fits with one sign fits with the other.
        Self(match self.0 {
            Form::Small(small) => Form::Small(small.negated()),
            Form::Big(ratio) => Form::Big(Box::new(-*ratio)),
        })
    }
}
