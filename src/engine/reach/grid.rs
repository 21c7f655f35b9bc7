//! The values a figure can be given at its precision.

use crate::model::{Decimal, Exact, FigureKind, MAX_DIGITS};
use crate::plan::Plan;
use crate::values::{Bound, Fact, Range};

/// A value at the figure's precision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    /// So many steps of a number's precision.
    Number(i128),
    /// An option.
    Choice(usize),
    /// Yes or no.
    YesNo(bool),
    /// Every item of a checklist, ticked or not.
    Items(Vec<bool>),
}

/// The numbers of a figure: whole multiples of a step.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    /// Decimal places in the figure's own unit.
    places: u32,
    /// The figure's own unit, in base units.
    factor: Exact,
    /// The figure's own unit.
    pub(super) unit: String,
    /// The least multiple.
    pub(super) low: i128,
    /// The greatest multiple.
    pub(super) high: i128,
}

impl Grid {
    /// The grid of a number figure.
    pub(super) fn of(plan: &Plan, figure: usize) -> Option<Self> {
        let FigureKind::Number(kind) = &plan.document.figures.get(figure)?.kind else { return None };
        let number = plan.numbers.get(figure)?.as_ref()?;
        let (unit, own) = number.units.first()?;
        let most = 10_i128.saturating_pow(u32::try_from(MAX_DIGITS).unwrap_or(0)).saturating_sub(1);
        let mut grid = Self {
            places: kind.places,
            factor: own.factor.clone(),
            unit: unit.clone(),
            low: most.saturating_neg(),
            high: most,
        };
        if let Some(least) = &number.least {
            grid.low = grid.up(least).clamp(grid.low, most);
        }
        if let Some(greatest) = &number.most {
            grid.high = grid.down(greatest).clamp(most.saturating_neg(), most);
        }
        Some(grid)
    }

    /// The greatest multiple not above a value in base units.
    pub(super) fn down(&self, value: &Exact) -> i128 {
        let scale = Exact::power_of_ten(i32::try_from(self.places).unwrap_or(0));
        let steps = value.over(&self.factor).map(|own| own * scale).and_then(|steps| steps.floor());
        steps.unwrap_or(if value.is_negative() { i128::MIN } else { i128::MAX })
    }

    /// The least multiple not below a value in base units.
    pub(super) fn up(&self, value: &Exact) -> i128 {
        self.down(&-value.clone()).saturating_neg()
    }

    /// The value in base units.
    pub(super) fn value(&self, steps: i128) -> Exact {
        Exact::from(self.decimal(steps)) * self.factor.clone()
    }

    /// The value in the figure's own unit.
    pub(super) fn decimal(&self, steps: i128) -> Decimal {
        // At most 28 digits: always a decimal.
        Decimal::from_parts(steps, self.places).unwrap_or(Decimal::ZERO)
    }

    /// All values from one multiple to another, either first.
    pub(super) fn between(&self, a: i128, b: i128) -> Fact {
        Fact::Number(Range::between(Bound::Finite(self.value(a.min(b))), Bound::Finite(self.value(a.max(b)))))
    }

    /// A value in base units, in the figure's own unit.
    pub(super) fn text(&self, value: &Exact) -> String {
        value.over(&self.factor).map_or_else(String::new, |own| match own.to_decimal() {
            Some(decimal) => decimal.to_string(),
            None => own.to_text(self.places.saturating_add(2)),
        })
    }
}

/// The fact that a figure has a value.
pub(super) fn fact(grid: Option<&Grid>, spot: &Spot) -> Fact {
    match spot {
        Spot::Number(steps) => {
            Fact::Number(Range::exactly(grid.map_or_else(Exact::zero, |grid| grid.value(*steps))))
        }
        Spot::Choice(option) => Fact::Choice(Some(*option)),
        Spot::YesNo(answer) => Fact::YesNo(Some(*answer)),
        Spot::Items(ticked) => Fact::Checklist(ticked.iter().copied().map(Some).collect()),
    }
}
