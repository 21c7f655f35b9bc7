//! What formulas of a generated rulebook can name, and the units of numbers.

use super::super::dice::{Dice, decimal};

/// What a number counts: 0 is a plain number.
type Base = usize;

/// The symbols of each base, the plain number first; the last base is the rulebook's own.
const SYMBOLS: [&[&str]; 5] =
    [&["", "%", "‰"], &["万元", "元", "亿元"], &["万人", "人"], &["件", "万件", "大包"], &["标准箱", "大箱"]];

/// The kind of a number: what it counts, and per what. Plain over plain is a plain number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) over: Base,
    pub(crate) under: Base,
}

impl Kind {
    pub(crate) const PLAIN: Self = Self { over: 0, under: 0 };

    pub(crate) fn any(dice: &mut Dice) -> Self {
        let over = dice.of(SYMBOLS.len());
        let under = if dice.chance(25) { dice.of(SYMBOLS.len()) } else { 0 };
        Self { over, under: if under == over { 0 } else { under } }
    }

    pub(crate) fn base(over: Base) -> Self {
        Self { over, under: 0 }
    }

    pub(crate) fn is_plain(self) -> bool {
        self == Self::PLAIN
    }

    /// A base that is not the plain number.
    pub(crate) fn any_base(dice: &mut Dice) -> Base {
        1 + dice.of(SYMBOLS.len() - 1)
    }

    /// A symbol of a unit of this kind.
    pub(crate) fn symbol(self, dice: &mut Dice) -> String {
        let over = *dice.pick(SYMBOLS[self.over]);
        if self.under == 0 {
            return over.to_owned();
        }
        let over = if over.is_empty() { "%" } else { over };
        format!("{over}/{}", dice.pick(SYMBOLS[self.under]))
    }

    /// A number with a unit of this kind; above 0 where it must not be zero.
    pub(crate) fn constant(self, dice: &mut Dice, nonzero: bool) -> String {
        let number = number(dice, nonzero);
        let symbol = self.symbol(dice);
        if symbol.is_empty() { number } else { format!("{number} {symbol}") }
    }
}

/// A number that is not negative, mostly small; rarely one of many digits.
fn number(dice: &mut Dice, nonzero: bool) -> String {
    let text = match dice.of(12) {
        0..=4 => decimal(dice.within(1, 20), 0),
        5 | 6 => decimal(dice.within(0, 1000), 1),
        7 => decimal(dice.within(0, 10), 0),
        8 => decimal(dice.within(1, 9) * 1000, 0),
        9 => decimal(dice.within(1, 9), 4),
        10 => "33.333333333333333333333333".to_owned(),
        _ => "0".to_owned(),
    };
    if nonzero && text.bytes().all(|digit| matches!(digit, b'0' | b'.')) { "1".to_owned() } else { text }
}

/// A number figure.
#[derive(Debug, Clone)]
pub(crate) struct NumberName {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    /// Whether its domain keeps it from being zero.
    pub(crate) nonzero: bool,
}

/// A choice or a checklist with its options or items.
#[derive(Debug, Clone)]
pub(crate) struct ListName {
    pub(crate) id: String,
    pub(crate) options: Vec<String>,
    /// Whether it is a figure, not one of the names that are always there.
    pub(crate) figure: bool,
}

/// A benchmark or a derived figure.
#[derive(Debug, Clone)]
pub(crate) struct ValueName {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    /// Whether it may have no value at all.
    pub(crate) undefined: bool,
    /// The bound of its digits that the checks of rulebooks compute.
    pub(crate) digits: usize,
}

/// Everything that has a name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    pub(crate) numbers: Vec<NumberName>,
    pub(crate) choices: Vec<ListName>,
    pub(crate) yes_no: Vec<String>,
    pub(crate) checklists: Vec<ListName>,
    pub(crate) values: Vec<ValueName>,
    pub(crate) fields: Vec<String>,
    pub(crate) categories: Vec<String>,
}

impl Names {
    /// The kind of one of the declared numbers, mostly, so that formulas have something to name.
    pub(crate) fn kind(&self, dice: &mut Dice) -> Kind {
        if dice.chance(15) {
            return if dice.chance(50) { Kind::any(dice) } else { Kind::PLAIN };
        }
        let kinds: Vec<_> = self.numbers.iter().map(|number| number.kind).collect();
        if kinds.is_empty() { Kind::PLAIN } else { *dice.pick(&kinds) }
    }
}
