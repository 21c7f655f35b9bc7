//! Formulas and conditions as text, correct in their units by construction.

use super::super::dice::Dice;
use super::names::{Kind, Names, NumberName};

/// How closely the outermost sign of a text binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Binding {
    Or,
    And,
    Not,
    Compare,
    Sum,
    Product,
    Sign,
    Whole,
}

/// A formula or condition as it is written.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) text: String,
    binding: Binding,
    /// Whether a denominator may be zero, or a benchmark without value.
    pub(crate) undefined: bool,
    /// The bound of its digits that the checks of rulebooks compute.
    pub(crate) digits: usize,
}

/// What the checks of rulebooks count for a single value.
const LEAF_DIGITS: usize = 60;

/// The most digits of a formula that others may name, and of any.
const MOST_NAMED: usize = 500;
const MOST_DIGITS: usize = 900;
const MOST_LENGTH: usize = 700;

impl Written {
    fn whole(text: impl Into<String>) -> Self {
        Self { text: text.into(), binding: Binding::Whole, undefined: false, digits: LEAF_DIGITS }
    }

    /// The text, in parentheses where it binds less closely than what stands around it, or where chance has it.
    fn within(&self, binding: Binding, dice: &mut Dice) -> String {
        if self.binding < binding || dice.chance(5) { format!("({})", self.text) } else { self.text.clone() }
    }
}

/// Writes formulas and conditions over the names of a rulebook.
pub(crate) struct Writer<'a, 'd> {
    pub(crate) names: &'a Names,
    pub(crate) dice: &'a mut Dice<'d>,
}

impl Writer<'_, '_> {
    /// A formula of a kind, at most `depth` levels of signs and functions.
    pub(crate) fn formula(&mut self, kind: Kind, depth: usize) -> Written {
        let written = self.attempt(kind, depth);
        let fits = written.digits <= MOST_DIGITS && written.text.chars().count() <= MOST_LENGTH;
        if fits { written } else { self.leaf(kind) }
    }

    fn attempt(&mut self, kind: Kind, depth: usize) -> Written {
        if depth == 0 {
            return self.leaf(kind);
        }
        let deeper = depth - 1;
        // A quotient that nothing is declared in is best written as one.
        let way = if kind.under != 0 && self.dice.chance(50) { 7 } else { self.dice.of(14) };
        match way {
            3 | 4 => {
                let (a, b) = (self.formula(kind, deeper), self.formula(kind, deeper));
                let sign = if way == 3 { "+" } else { "-" };
                self.pair(&a, sign, &b, Binding::Sum, Binding::Product)
            }
            5 => {
                let of = self.formula(kind, deeper);
                let text = format!("-{}", of.within(Binding::Sign, self.dice));
                Written { text, binding: Binding::Sign, ..of }
            }
            6 => self.product(kind, deeper),
            7 | 8 => self.quotient(kind, deeper),
            9 | 10 => {
                let count = 2 + self.dice.of(2);
                let name = if way == 9 { "min" } else { "max" };
                let parts: Vec<_> = (0..count).map(|_| self.formula(kind, deeper)).collect();
                self.call(name, &parts, None)
            }
            11 if !self.names.choices.is_empty() => {
                let choice = self.dice.pick(&self.names.choices).clone();
                let branches: Vec<_> = choice.options.iter().map(|_| self.formula(kind, deeper)).collect();
                self.call(&choice.id, &branches, Some(&choice.options))
            }
            12 if kind.is_plain() && !self.names.numbers.is_empty() => {
                let of = self.dice.pick(&self.names.numbers);
                let text = format!("growth({})", of.id);
                Written { undefined: !of.nonzero, digits: 3 * LEAF_DIGITS, ..Written::whole(text) }
            }
            13 => self.repeated(kind),
            _ => self.leaf(kind),
        }
    }

    fn pair(&mut self, a: &Written, sign: &str, b: &Written, binding: Binding, right: Binding) -> Written {
        let text = format!("{} {sign} {}", a.within(binding, self.dice), b.within(right, self.dice));
        Written { text, binding, undefined: a.undefined || b.undefined, digits: a.digits + b.digits }
    }

    /// `min(…)`, or `choose(choice, option: …)` where there are options.
    fn call(&mut self, name: &str, parts: &[Written], options: Option<&[String]>) -> Written {
        let texts = parts.iter().map(|part| part.text.as_str());
        let text = match options {
            None => format!("{name}({})", texts.collect::<Vec<_>>().join(", ")),
            Some(options) => {
                let labelled = options.iter().zip(texts).map(|(option, text)| format!("{option}: {text}"));
                format!("choose({name}, {})", labelled.collect::<Vec<_>>().join(", "))
            }
        };
        Written {
            undefined: parts.iter().any(|part| part.undefined),
            digits: parts.iter().map(|part| part.digits).max().unwrap_or(0),
            ..Written::whole(text)
        }
    }

    fn product(&mut self, kind: Kind, depth: usize) -> Written {
        let whole = Kind::base(kind.over);
        let (a, b) = match self.dice.of(3) {
            // The divisor of the one is what the other counts.
            1 if kind.under == 0 && kind.over != 0 => {
                let base = Kind::any_base(self.dice);
                if base == kind.over {
                    (kind, Kind::PLAIN)
                } else {
                    (Kind { over: kind.over, under: base }, Kind::base(base))
                }
            }
            2 if kind.under != 0 && kind.over != 0 => (whole, Kind { over: 0, under: kind.under }),
            _ => (kind, Kind::PLAIN),
        };
        let (a, b) = if self.dice.chance(30) { (b, a) } else { (a, b) };
        let (a, b) = (self.formula(a, depth), self.formula(b, depth));
        self.pair(&a, "*", &b, Binding::Product, Binding::Sign)
    }

    fn quotient(&mut self, kind: Kind, depth: usize) -> Written {
        if kind.under == 0 && self.dice.chance(15) {
            // Of a product of two kinds, which has no unit of its own.
            let base = Kind::base(Kind::any_base(self.dice));
            let (a, b) = (self.formula(kind, 0), self.formula(base, 0));
            let product = self.pair(&a, "*", &b, Binding::Product, Binding::Sign);
            let divisor = self.divisor(base, 0);
            return self.over(&product, &divisor);
        }
        let (over, under) = match kind {
            Kind { under: 0, over } if over != 0 => (kind, Kind::PLAIN),
            Kind { under: 0, .. } => {
                let base = self.names.kind(self.dice);
                (base, base)
            }
            Kind { over, under } => (Kind::base(over), Kind::base(under)),
        };
        let (a, b) = (self.formula(over, depth), self.divisor(under, depth));
        self.over(&a, &b)
    }

    fn over(&mut self, a: &Written, b: &Written) -> Written {
        self.pair(a, "/", b, Binding::Product, Binding::Sign)
    }

    /// Something to divide by: mostly what cannot be zero.
    pub(crate) fn divisor(&mut self, kind: Kind, depth: usize) -> Written {
        let safe: Vec<_> =
            self.names.numbers.iter().filter(|number| number.nonzero && number.kind == kind).collect();
        match self.dice.of(5) {
            0 | 1 if !safe.is_empty() => Written::whole(self.dice.pick(&safe).id.clone()),
            2 if !safe.is_empty() => Written::whole(format!("last({})", self.dice.pick(&safe).id)),
            0..=3 => Written::whole(kind.constant(self.dice, true)),
            _ => Written { undefined: true, ..self.formula(kind, depth) },
        }
    }

    /// What uses an unknown more than once and still moves one way with it: a share, the growth of a difference.
    fn repeated(&mut self, kind: Kind) -> Written {
        let fits = |number: &&NumberName| kind.is_plain() || number.kind == kind;
        let firsts: Vec<_> = self.names.numbers.iter().filter(fits).collect();
        if firsts.is_empty() {
            return self.leaf(kind);
        }
        let first = *self.dice.pick(&firsts);
        let of_kind: Vec<_> = self.names.numbers.iter().filter(|number| number.kind == first.kind).collect();
        let (a, b) = (&first.id, &self.dice.pick(&of_kind).id);
        if !kind.is_plain() {
            let text = format!("{a} + {b} - {a} / {}", self.dice.within(2, 4));
            return Written { binding: Binding::Sum, digits: 4 * LEAF_DIGITS, ..Written::whole(text) };
        }
        let text = match self.dice.of(3) {
            0 => format!("{a} / ({a} + {b})"),
            1 => format!("({a} - last({a})) / last({a})"),
            _ => format!("({a} - {b}) / ({a} + {b})"),
        };
        Written {
            binding: Binding::Product,
            undefined: true,
            digits: 4 * LEAF_DIGITS,
            ..Written::whole(text)
        }
    }

    fn leaf(&mut self, kind: Kind) -> Written {
        let names = self.names;
        let numbers: Vec<_> = names.numbers.iter().filter(|number| number.kind == kind).collect();
        let values: Vec<_> =
            names.values.iter().filter(|v| v.kind == kind && v.digits <= MOST_NAMED).collect();
        let lists = names.checklists.as_slice();
        match self.dice.of(10) {
            0..=3 if !numbers.is_empty() => Written::whole(self.dice.pick(&numbers).id.clone()),
            4 if !numbers.is_empty() => Written::whole(format!("last({})", self.dice.pick(&numbers).id)),
            5..=7 if !values.is_empty() => {
                let value = self.dice.pick(&values);
                Written {
                    undefined: value.undefined,
                    digits: value.digits,
                    ..Written::whole(value.id.clone())
                }
            }
            7 if kind.is_plain() && self.dice.chance(20) => Written::whole("year"),
            4 | 7 | 8 if kind.is_plain() && !lists.is_empty() => {
                Written::whole(format!("count({})", self.dice.pick(lists).id))
            }
            _ => Written::whole(kind.constant(self.dice, false)),
        }
    }

    /// A condition, at most `depth` levels deep.
    pub(crate) fn condition(&mut self, depth: usize) -> Written {
        if depth == 0 {
            return self.question();
        }
        let deeper = depth - 1;
        match self.dice.of(8) {
            way @ (3 | 4) => {
                let (word, binding, part) = if way == 3 {
                    ("and", Binding::And, Binding::Not)
                } else {
                    ("or", Binding::Or, Binding::And)
                };
                let (a, b) = (self.condition(deeper), self.condition(deeper));
                let both = self.pair(&a, word, &b, binding, part);
                if !self.dice.chance(25) {
                    return both;
                }
                let c = self.condition(0);
                self.pair(&both, word, &c, binding, part)
            }
            5 => {
                let of = self.condition(deeper);
                let text = format!("not {}", of.within(Binding::Not, self.dice));
                Written { text, binding: Binding::Not, ..of }
            }
            6 => {
                let parts: Vec<_> = (0..1 + self.dice.of(3)).map(|_| self.condition(deeper)).collect();
                let least = 1 + self.dice.of(parts.len());
                let texts: Vec<_> = parts.iter().map(|part| part.text.as_str()).collect();
                let undefined = parts.iter().any(|part| part.undefined);
                Written { undefined, ..Written::whole(format!("at_least({least}, {})", texts.join(", "))) }
            }
            _ => self.question(),
        }
    }

    fn question(&mut self) -> Written {
        let names = self.names;
        let way = self.dice.of(12);
        let text = match way {
            5 if !names.yes_no.is_empty() => self.dice.pick(&names.yes_no).clone(),
            6 | 7 if !names.choices.is_empty() => {
                let choice = self.dice.pick(&names.choices);
                if way == 6 {
                    format!("{} is {}", choice.id, self.dice.pick(&choice.options))
                } else {
                    let mut some = self.dice.some(&choice.options);
                    some.push(choice.options[0].clone());
                    format!("{} in ({})", choice.id, some.join(", "))
                }
            }
            8 | 9 if !names.checklists.is_empty() => {
                let list = self.dice.pick(&names.checklists);
                format!("{} has {}", list.id, self.dice.pick(&list.options))
            }
            10 => format!("year >= {}", self.dice.within(2018, 2024)),
            11 => (*self.dice.pick(&["true", "false"])).to_owned(),
            _ => return self.comparison(),
        };
        let binding = if text.contains(' ') { Binding::Compare } else { Binding::Whole };
        Written { binding, ..Written::whole(text) }
    }

    fn comparison(&mut self) -> Written {
        let kind = self.names.kind(self.dice);
        let depth = self.dice.of(3);
        let left = self.formula(kind, depth);
        let right = if self.dice.chance(25) {
            self.formula(kind, 1)
        } else {
            Written::whole(kind.constant(self.dice, false))
        };
        let sign = *self.dice.pick(&[">=", "<", ">", "<=", "=", "!=", "≥", "≤", "≠"]);
        self.pair(&left, sign, &right, Binding::Compare, Binding::Sum)
    }
}
