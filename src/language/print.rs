//! A formula or condition printed from its tree, with what a reader needs in place of names and signs; and its parts
//! beside those of the compiled form.

use super::parse::parse;
use super::syntax::{Node, Part, Sign};
use super::{Compare, Condition, Formula};

/// A formula or condition as it is written in a rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written(Node);

/// What stands in the printed text for the names, numbers, signs and words of the language.
///
/// What a method does not say is printed as the language writes it.
pub trait Reading {
    /// What stands for a name.
    fn name(&self, name: &str) -> String {
        name.to_owned()
    }

    /// What stands for an option of a choice or an item of a checklist.
    fn option(&self, _of: &str, option: &str) -> String {
        option.to_owned()
    }

    /// What stands for a sign such as `*`, or a word such as `and` or `min`.
    fn word(&self, word: &str) -> String {
        word.to_owned()
    }

    /// What stands for last year's value of a figure, where it is to be put in.
    fn last(&self, _figure: &str) -> Option<String> {
        None
    }

    /// What stands for the number of ticked items, where it is to be put in.
    fn count(&self, _checklist: &str) -> Option<String> {
        None
    }

    /// The option whose formula stands for the whole `choose`, where only that is to be printed.
    fn chosen(&self, _choice: &str) -> Option<String> {
        None
    }
}

/// The language's own words.
struct AsWritten;

impl Reading for AsWritten {}

/// A condition taken apart, each part beside its compiled form.
#[derive(Debug)]
pub enum Structure<'c> {
    /// All hold.
    All(Vec<(Written, &'c Condition)>),
    /// One holds.
    Any(Vec<(Written, &'c Condition)>),
    /// At least so many hold.
    AtLeast(usize, Vec<(Written, &'c Condition)>),
    /// It does not hold.
    Not(Written, &'c Condition),
    /// A comparison: its two sides, and how it is compiled.
    Compare(Written, Written, &'c Compare),
    /// A question about one figure, or a constant.
    Question,
}

/// How tightly a part binds, loosest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Sign,
    Whole,
}

struct Phrase {
    text: String,
    binding: Binding,
}

impl Phrase {
    fn whole(text: String) -> Self {
        Self { text, binding: Binding::Whole }
    }

    /// A value put in: a negative one is set in brackets behind a sign.
    fn value(text: String) -> Self {
        let binding = if text.starts_with(['-', '−']) { Binding::Sum } else { Binding::Whole };
        Self { text, binding }
    }

    /// The text as part of something that binds as tightly as `least`.
    fn within(self, least: Binding) -> String {
        if self.binding >= least { self.text } else { format!("({})", self.text) }
    }
}

impl Written {
    /// Reads a text; `None` where it is none of the language.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        parse(text).ok().map(Self)
    }

    /// The text as the language writes it.
    #[must_use]
    pub fn text(&self) -> String {
        self.print(&AsWritten)
    }

    /// The text with what `reading` puts in place of names, numbers and signs.
    pub fn print(&self, reading: &dyn Reading) -> String {
        phrase(&self.0, reading).text
    }

    /// The difference of two formulas.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.with(Sign::Subtract, other)
    }

    /// The quotient of two formulas.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        self.with(Sign::Divide, other)
    }

    fn with(self, sign: Sign, other: Self) -> Self {
        let (column, left, right) = (self.0.column, Box::new(self.0), Box::new(other.0));
        Self(Node { column, part: Part::Binary { sign, left, right } })
    }

    /// The unit, where it is a number with one, its sign not counted.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        match &self.0.part {
            Part::Number { unit, .. } => Some(unit),
            Part::Negate(of) => match &of.part {
                Part::Number { unit, .. } => Some(unit),
                _ => None,
            },
            _ => None,
        }
    }

    /// The parts of a condition. `condition` must be what this text compiles to.
    #[must_use]
    pub fn structure<'c>(&self, condition: &'c Condition) -> Structure<'c> {
        match (&self.0.part, condition) {
            (Part::Not(of), Condition::Not(condition)) => Structure::Not(Self((**of).clone()), condition),
            (Part::Binary { sign: sign @ (Sign::And | Sign::Or), .. }, Condition::AtLeast(..)) => {
                let mut parts = Vec::new();
                chain(&self.0, condition, *sign, &mut parts);
                if *sign == Sign::And { Structure::All(parts) } else { Structure::Any(parts) }
            }
            (Part::Call { arguments, .. }, Condition::AtLeast(least, conditions)) => {
                let nodes = arguments.iter().skip(1).map(|(_, node)| Self(node.clone()));
                Structure::AtLeast(*least, nodes.zip(conditions).collect())
            }
            (Part::Binary { left, right, .. }, Condition::Compare(compare)) => {
                Structure::Compare(Self((**left).clone()), Self((**right).clone()), compare)
            }
            _ => Structure::Question,
        }
    }

    /// The parts of a formula. `formula` must be what this text compiles to, and `options` give a choice's, in order.
    pub fn parts<'f>(
        &self,
        formula: &'f Formula,
        options: &dyn Fn(usize) -> Vec<String>,
    ) -> Vec<(Self, &'f Formula)> {
        match (&self.0.part, formula) {
            (Part::Negate(of), Formula::Negate(formula)) => vec![(Self((**of).clone()), formula)],
            (
                Part::Binary { left, right, .. },
                Formula::Add(a, b)
                | Formula::Subtract(a, b)
                | Formula::Multiply(a, b)
                | Formula::Divide(a, b),
            ) => vec![(Self((**left).clone()), a), (Self((**right).clone()), b)],
            (Part::Call { arguments, .. }, Formula::Min(parts) | Formula::Max(parts)) => {
                arguments.iter().map(|(_, node)| Self(node.clone())).zip(parts).collect()
            }
            (Part::Call { arguments, .. }, Formula::Choose { of, branches }) => {
                let labelled = |option: &String| {
                    let found = arguments.iter().find(|(label, _)| label.as_ref() == Some(option));
                    found.map(|(_, node)| Self(node.clone()))
                };
                let options = options(*of);
                options.iter().zip(branches).filter_map(|(o, b)| Some((labelled(o)?, b))).collect()
            }
            (Part::Call { name, arguments }, _) if name == "growth" => match arguments.as_slice() {
                [(None, of)] => Self(growth(of)).parts(formula, options),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}

/// `a and b and c` as one list of three.
fn chain<'c>(node: &Node, condition: &'c Condition, sign: Sign, parts: &mut Vec<(Written, &'c Condition)>) {
    match (&node.part, condition) {
        (Part::Binary { sign: found, left, right }, Condition::AtLeast(_, compiled)) if *found == sign => {
            if let [first, second] = compiled.as_slice() {
                chain(left, first, sign, parts);
                // As it is written: brackets on the right are kept as a part of their own.
                parts.push((Written((**right).clone()), second));
            }
        }
        _ => parts.push((Written(node.clone()), condition)),
    }
}

/// What `growth(x)` stands for: `x / last(x) - 1`.
fn growth(of: &Node) -> Node {
    let at = |part: Part| Box::new(Node { column: of.column, part });
    let last = at(Part::Call { name: "last".to_owned(), arguments: vec![(None, of.clone())] });
    let ratio = at(Part::Binary { sign: Sign::Divide, left: Box::new(of.clone()), right: last });
    let one = at(Part::Number { digits: "1".to_owned(), unit: String::new() });
    Node { column: of.column, part: Part::Binary { sign: Sign::Subtract, left: ratio, right: one } }
}

fn phrase(node: &Node, reading: &dyn Reading) -> Phrase {
    match &node.part {
        Part::Number { digits, unit } if unit.is_empty() => Phrase::whole(digits.clone()),
        Part::Number { digits, unit } => Phrase::whole(format!("{digits} {unit}")),
        Part::Name(name) => Phrase::value(reading.name(name)),
        Part::Negate(of) => {
            let text = format!("{}{}", reading.word("-"), phrase(of, reading).within(Binding::Sign));
            Phrase { text, binding: Binding::Sign }
        }
        Part::Not(of) => {
            let text = format!("{} {}", reading.word("not"), phrase(of, reading).within(Binding::Not));
            Phrase { text, binding: Binding::Not }
        }
        Part::Binary { sign, left, right } => binary(*sign, left, right, reading),
        Part::Is { of, options } => {
            let name = named(of);
            let mut names = options.iter().map(|(option, _)| reading.option(name, option));
            let text = match (options.len(), names.next()) {
                (1, Some(option)) => format!("{} {option}", reading.word("is")),
                (_, first) => {
                    let all = first.into_iter().chain(names).collect::<Vec<_>>();
                    format!("{} ({})", reading.word("in"), all.join(", "))
                }
            };
            let of = phrase(of, reading).within(Binding::Sum);
            Phrase { text: format!("{of} {text}"), binding: Binding::Comparison }
        }
        Part::Has { of, item: (item, _) } => {
            let item = reading.option(named(of), item);
            let of = phrase(of, reading).within(Binding::Sum);
            Phrase { text: format!("{of} {} {item}", reading.word("has")), binding: Binding::Comparison }
        }
        Part::Call { name, arguments } => call(name, arguments, reading),
    }
}

fn named(node: &Node) -> &str {
    match &node.part {
        Part::Name(name) => name,
        _ => "",
    }
}

fn binary(sign: Sign, left: &Node, right: &Node, reading: &dyn Reading) -> Phrase {
    // The language groups from the left: what stands on the right binds more tightly than the sign.
    let (word, binding, tighter) = match sign {
        Sign::Or => ("or", Binding::Or, Binding::And),
        Sign::And => ("and", Binding::And, Binding::Not),
        Sign::Compare(comparison) => (comparison.text(), Binding::Comparison, Binding::Sum),
        Sign::Add => ("+", Binding::Sum, Binding::Product),
        Sign::Subtract => ("-", Binding::Sum, Binding::Product),
        Sign::Multiply => ("*", Binding::Product, Binding::Sign),
        Sign::Divide => ("/", Binding::Product, Binding::Sign),
    };
    let least = if binding == Binding::Comparison { tighter } else { binding };
    let (left, right) = (phrase(left, reading).within(least), phrase(right, reading).within(tighter));
    Phrase { text: format!("{left} {} {right}", reading.word(word)), binding }
}

fn call(name: &str, arguments: &[(Option<String>, Node)], reading: &dyn Reading) -> Phrase {
    let first = arguments.first().map_or("", |(_, node)| named(node));
    match name {
        "last" => {
            if let Some(value) = reading.last(first) {
                return Phrase::value(value);
            }
        }
        "count" => {
            if let Some(value) = reading.count(first) {
                return Phrase::value(value);
            }
        }
        "growth" => {
            if let (Some(_), Some((_, of))) = (reading.last(first), arguments.first()) {
                return phrase(&growth(of), reading);
            }
        }
        "choose" => {
            let chosen = reading.chosen(first);
            let branch =
                chosen.and_then(|id| arguments.iter().find(|(label, _)| label.as_ref() == Some(&id)));
            if let Some((_, branch)) = branch {
                return phrase(branch, reading);
            }
        }
        _ => {}
    }
    let arguments = arguments.iter().map(|(label, node)| {
        let text = phrase(node, reading).text;
        match label {
            Some(label) => format!("{}: {text}", reading.option(first, label)),
            None => text,
        }
    });
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    Phrase::whole(format!("{}({arguments})", reading.word(name)))
}

#[cfg(test)]
mod tests;
