//! From tree to compiled form: looks up names, converts numbers to base units, checks that units fit.

use super::parse::{MAX_LENGTH, MAX_NESTING, Problem, parse};
use super::scope::{Found, Scope, ValueKind, among};
use super::syntax::{Node, Part, Sign};
use super::token::around_comparison;
use super::{Compare, Condition, Formula};
use crate::model::{Decimal, Exact, FaultCode, Faults, Kind, Place};

/// Compiles a formula; with its kind of unit.
pub fn formula(text: &str, scope: &Scope, place: &Place, faults: &mut Faults) -> Option<(Formula, Kind)> {
    let mut checker = Checker { text, scope, place, faults };
    let node = checker.parse()?;
    checker.number(&node)
}

/// Compiles a condition.
pub fn condition(text: &str, scope: &Scope, place: &Place, faults: &mut Faults) -> Option<Condition> {
    let mut checker = Checker { text, scope, place, faults };
    let node = checker.parse()?;
    checker.condition(&node)
}

/// Reads a number with its unit, such as `70 %`, in base units; with its kind of unit.
pub fn constant(text: &str, scope: &Scope, place: &Place, faults: &mut Faults) -> Option<(Exact, Kind)> {
    match formula(text, scope, place, faults)? {
        (Formula::Constant(value), kind) => Some((value, kind)),
        (Formula::Negate(of), kind) => match *of {
            Formula::Constant(value) => Some((-value, kind)),
            _ => not_constant(text, place, faults),
        },
        _ => not_constant(text, place, faults),
    }
}

fn not_constant<T>(text: &str, place: &Place, faults: &mut Faults) -> Option<T> {
    faults.add(FaultCode::NotConstant, place, text, &[]);
    None
}

/// What a part of a text stands for.
pub(super) enum Typed {
    Number(Formula, Kind),
    Condition(Condition),
    Choice(usize, Vec<String>),
    Checklist(usize, Vec<String>),
}

impl Typed {
    const fn name(&self) -> &'static str {
        match self {
            Self::Number(..) => "number",
            Self::Condition(_) => "condition",
            Self::Choice(..) => "choice",
            Self::Checklist(..) => "checklist",
        }
    }
}

pub(super) struct Checker<'a> {
    text: &'a str,
    pub(super) scope: &'a Scope,
    place: &'a Place,
    pub(super) faults: &'a mut Faults,
}

impl Checker<'_> {
    fn parse(&mut self) -> Option<Node> {
        match parse(self.text) {
            Ok(node) => Some(node),
            Err(unreadable) => {
                match unreadable.problem {
                    Problem::Expected(what) => self.expected(what, unreadable.column, &unreadable.found),
                    Problem::Stray => self.stray(unreadable.column, &unreadable.found),
                    Problem::TooLong => {
                        self.fault(FaultCode::TooLong, 1, self.text, &[("most", &MAX_LENGTH.to_string())]);
                    }
                    Problem::TooDeep => {
                        let most = MAX_NESTING.to_string();
                        self.fault(
                            FaultCode::TooDeep,
                            unreadable.column,
                            &unreadable.found,
                            &[("most", &most)],
                        );
                    }
                }
                None
            }
        }
    }

    pub(super) fn fault(&mut self, code: FaultCode, column: usize, value: &str, params: &[(&str, &str)]) {
        let column = column.to_string();
        let params: Vec<_> =
            params.iter().copied().chain([("column", column.as_str()), ("text", self.text)]).collect();
        self.faults.add(code, self.place, value, &params);
    }

    pub(super) fn wrong_kind(&mut self, node: &Node, expected: &str, found: &Typed) {
        let value = self.written(node);
        self.fault(
            FaultCode::WrongKind,
            node.column,
            &value,
            &[("expected", expected), ("found", found.name())],
        );
    }

    /// A part as it is written, as far as it can be told from what follows it.
    pub(super) fn written(&self, node: &Node) -> String {
        match &node.part {
            Part::Name(name) => name.clone(),
            Part::Number { digits, unit } if unit.is_empty() => digits.clone(),
            Part::Number { digits, unit } => format!("{digits} {unit}"),
            Part::Call { name, .. } => format!("{name}(…)"),
            _ => self.slice(node.column, node.column.saturating_add(40)),
        }
    }

    pub(super) fn slice(&self, from: usize, to: usize) -> String {
        let skip = from.saturating_sub(1);
        self.text.chars().skip(skip).take(to.saturating_sub(from)).collect()
    }

    pub(super) fn number(&mut self, node: &Node) -> Option<(Formula, Kind)> {
        match self.typed(node)? {
            Typed::Number(formula, kind) => Some((formula, kind)),
            other => {
                self.wrong_kind(node, "number", &other);
                None
            }
        }
    }

    pub(super) fn condition(&mut self, node: &Node) -> Option<Condition> {
        match self.typed(node)? {
            Typed::Condition(condition) => Some(condition),
            other => {
                self.wrong_kind(node, "condition", &other);
                None
            }
        }
    }

    pub(super) fn typed(&mut self, node: &Node) -> Option<Typed> {
        match &node.part {
            Part::Number { digits, unit } => self.literal(node.column, digits, unit),
            Part::Name(name) => self.name(node.column, name),
            Part::Negate(of) => {
                let (of, kind) = self.number(of)?;
                Some(Typed::Number(Formula::Negate(Box::new(of)), kind))
            }
            Part::Not(of) => Some(Typed::Condition(Condition::Not(Box::new(self.condition(of)?)))),
            Part::Binary { sign: sign @ (Sign::And | Sign::Or), left, right } => {
                let parts = [self.condition(left), self.condition(right)];
                let parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
                let least = if *sign == Sign::And { parts.len() } else { 1 };
                Some(Typed::Condition(Condition::AtLeast(least, parts)))
            }
            Part::Binary { sign, left, right } => self.arithmetic(node.column, *sign, left, right),
            Part::Is { of, options } => self.is(of, options),
            Part::Has { of, item } => self.has(of, item),
            Part::Call { name, arguments } => self.call(node.column, name, arguments),
        }
    }

    fn literal(&mut self, column: usize, digits: &str, unit: &str) -> Option<Typed> {
        let value = match digits.parse::<Decimal>() {
            Ok(value) => Exact::from(value),
            Err(_) => {
                self.fault(FaultCode::MalformedNumber, column, digits, &[]);
                return None;
            }
        };
        let Some(known) = self.scope.units.get(unit) else {
            self.unknown_unit(column, digits, unit);
            return None;
        };
        Some(Typed::Number(Formula::Constant(value * known.factor), known.kind))
    }

    fn name(&mut self, column: usize, name: &str) -> Option<Typed> {
        if name == "true" || name == "false" {
            return Some(Typed::Condition(Condition::Constant(name == "true")));
        }
        let Some(found) = self.scope.find(name) else {
            let near = self.scope.nearest(name).unwrap_or("").to_owned();
            self.fault(FaultCode::UnknownName, column, name, &[("nearest", &near)]);
            return None;
        };
        Some(match found {
            Found::Figure(at, ValueKind::Number(_, unit)) => {
                Typed::Number(Formula::Figure(at), unit.kind.clone())
            }
            Found::Figure(at, ValueKind::YesNo) => Typed::Condition(Condition::YesNo(at)),
            Found::Figure(at, ValueKind::Choice(options)) => Typed::Choice(at, options.clone()),
            Found::Figure(at, ValueKind::Checklist(items)) => Typed::Checklist(at, items.clone()),
            Found::Benchmark(at, ValueKind::Number(_, unit)) => {
                Typed::Number(Formula::Benchmark(at), unit.kind.clone())
            }
            Found::Derived(at, ValueKind::Number(_, unit)) => {
                Typed::Number(Formula::Derived(at), unit.kind.clone())
            }
            Found::Figure(..) | Found::Benchmark(..) | Found::Derived(..) => return None,
        })
    }

    fn arithmetic(&mut self, column: usize, sign: Sign, left: &Node, right: &Node) -> Option<Typed> {
        if let Sign::Compare(comparison) = sign
            && self.compares_no_number(left, comparison, right)
        {
            return None;
        }
        let (left_typed, right_typed) = (self.number(left), self.number(right));
        let ((a, a_kind), (b, b_kind)) = (left_typed?, right_typed?);
        let number = |make: fn(Box<Formula>, Box<Formula>) -> Formula, a, b, kind| {
            Some(Typed::Number(make(Box::new(a), Box::new(b)), kind))
        };
        match sign {
            Sign::Multiply => return number(Formula::Multiply, a, b, a_kind.times(&b_kind)),
            Sign::Divide => return number(Formula::Divide, a, b, a_kind.per(&b_kind)),
            _ => {}
        }
        if a_kind != b_kind {
            self.unit_clash(right.column, &a_kind, &b_kind);
            return None;
        }
        match sign {
            Sign::Add => number(Formula::Add, a, b, a_kind),
            Sign::Subtract => number(Formula::Subtract, a, b, a_kind),
            Sign::Compare(comparison) => {
                let text = self.slice(column, right.column);
                let text = text.trim_end_matches(around_comparison).to_owned();
                let unit = self.shown_unit(left, right, &a_kind);
                let compare = Compare { left: a, comparison, right: b, text, unit };
                Some(Typed::Condition(Condition::Compare(Box::new(compare))))
            }
            Sign::Multiply | Sign::Divide | Sign::And | Sign::Or => None,
        }
    }

    pub(super) fn unit_clash(&mut self, column: usize, expected: &Kind, found: &Kind) {
        let (expected, found) = (expected.told(), found.told());
        self.fault(FaultCode::UnitClash, column, &found, &[("found", &found), ("expected", &expected)]);
    }

    /// The unit in which a comparison is told: that of the number it is made with, else that of what is compared.
    fn shown_unit(&self, left: &Node, right: &Node, kind: &Kind) -> (String, Exact) {
        let of = |node: &Node| match &node.part {
            Part::Number { unit, .. } if !unit.is_empty() => Some(unit.clone()),
            Part::Name(name) => match self.scope.find(name)? {
                Found::Figure(_, ValueKind::Number(unit, _))
                | Found::Benchmark(_, ValueKind::Number(unit, _))
                | Found::Derived(_, ValueKind::Number(unit, _)) => Some(unit.clone()),
                _ => None,
            },
            _ => None,
        };
        let symbol = of(right).or_else(|| of(left)).unwrap_or_else(|| Scope::base_symbol(kind));
        self.scope.unit_for(&symbol)
    }

    pub(super) fn option(&mut self, options: &[String], (name, column): &(String, usize)) -> Option<usize> {
        let found = options.iter().position(|option| option == name);
        if found.is_none() {
            let [(nearest, near), (known, all)] = among(name, options.iter().map(String::as_str));
            self.fault(FaultCode::UnknownOption, *column, name, &[(nearest, &near), (known, &all)]);
        }
        found
    }

    fn is(&mut self, of: &Node, names: &[(String, usize)]) -> Option<Typed> {
        match self.typed(of)? {
            Typed::Choice(of, options) => {
                let found: Vec<_> = names.iter().map(|name| self.option(&options, name)).collect();
                let options = found.into_iter().collect::<Option<Vec<_>>>()?;
                Some(Typed::Condition(Condition::Is { of, options }))
            }
            other => {
                self.asked_of(of, &other, "is", names);
                None
            }
        }
    }

    fn has(&mut self, of: &Node, item: &(String, usize)) -> Option<Typed> {
        match self.typed(of)? {
            Typed::Checklist(of, items) => {
                let item = self.option(&items, item)?;
                Some(Typed::Condition(Condition::Has { of, item }))
            }
            other => {
                self.asked_of(of, &other, "has", std::slice::from_ref(item));
                None
            }
        }
    }
}
