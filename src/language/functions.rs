//! The functions of the language: what each takes and what it compiles to.

use super::check::{Checker, Typed};
use super::scope::nearest;
use super::syntax::{Node, Part};
use super::{Condition, Formula};
use crate::model::{Exact, FaultCode, Kind};

/// The functions by name.
const FUNCTIONS: [&str; 7] = ["last", "growth", "count", "min", "max", "choose", "at_least"];

impl Checker<'_> {
    pub(super) fn call(
        &mut self,
        column: usize,
        name: &str,
        arguments: &[(Option<String>, Node)],
    ) -> Option<Typed> {
        let plain: Vec<&Node> =
            arguments.iter().filter(|(label, _)| label.is_none()).map(|(_, node)| node).collect();
        let labelled = arguments.len() != plain.len();
        let usage = match name {
            "last" => "last(figure)",
            "growth" => "growth(figure)",
            "count" => "count(checklist)",
            "min" => "min(a, b, …)",
            "max" => "max(a, b, …)",
            "choose" => "choose(choice, option: formula, …)",
            "at_least" => "at_least(2, condition, condition, …)",
            _ => {
                let near = nearest(name, FUNCTIONS.into_iter()).unwrap_or("");
                let params = [("nearest", near), ("known", &*FUNCTIONS.join(", "))];
                self.fault(FaultCode::UnknownFunction, column, name, &params);
                return None;
            }
        };
        match (name, plain.as_slice()) {
            ("choose", [of]) if labelled => return self.choose(column, of, arguments),
            ("last", [of]) if !labelled => {
                return self.last(of).map(|(last, _, kind)| Typed::Number(last, kind));
            }
            ("growth", [of]) if !labelled => {
                let (last, now, _) = self.last(of)?;
                let ratio = Formula::Divide(Box::new(now), Box::new(last));
                let growth = Formula::Subtract(Box::new(ratio), Box::new(Formula::Constant(Exact::from(1))));
                return Some(Typed::Number(growth, Kind::plain()));
            }
            ("count", [of]) if !labelled => {
                return match self.typed(of)? {
                    Typed::Checklist(of, _) => Some(Typed::Number(Formula::Count(of), Kind::plain())),
                    other => {
                        self.wrong_kind(of, "checklist", &other);
                        None
                    }
                };
            }
            ("min" | "max", [first, rest @ ..]) if !labelled && !rest.is_empty() => {
                let (first, kind) = self.number(first)?;
                let mut parts = vec![first];
                for node in rest {
                    let (part, part_kind) = self.number(node)?;
                    if part_kind != kind {
                        self.unit_clash(node.column, &kind, &part_kind);
                        return None;
                    }
                    parts.push(part);
                }
                let formula = if name == "min" { Formula::Min(parts) } else { Formula::Max(parts) };
                return Some(Typed::Number(formula, kind));
            }
            ("at_least", [least, rest @ ..]) if !labelled && !rest.is_empty() => {
                return self.at_least(least, rest).map(Typed::Condition);
            }
            _ => {}
        }
        self.fault(FaultCode::WrongArguments, column, name, &[("usage", usage)]);
        None
    }

    /// `last(figure)`: last year's value, this year's, and their kind.
    fn last(&mut self, of: &Node) -> Option<(Formula, Formula, Kind)> {
        match self.typed(of)? {
            // The year is a number that no figure is.
            Typed::Number(Formula::Figure(at), kind) if !matches!(&of.part, Part::Name(name) if name == "year") => {
                Some((Formula::Last(at), Formula::Figure(at), kind))
            }
            other => {
                self.wrong_kind(of, "number figure", &other);
                None
            }
        }
    }

    fn at_least(&mut self, least: &Node, conditions: &[&Node]) -> Option<Condition> {
        let compiled: Vec<_> = conditions.iter().map(|node| self.condition(node)).collect();
        let parts = compiled.into_iter().collect::<Option<Vec<_>>>()?;
        let count = match &least.part {
            Part::Number { digits, unit } if unit.is_empty() => digits.parse::<usize>().ok(),
            _ => None,
        };
        match count {
            Some(count) if (1..=parts.len()).contains(&count) => Some(Condition::AtLeast(count, parts)),
            _ => {
                let value = self.written(least);
                let usage = format!("at_least(1 … {}, condition, condition, …)", parts.len());
                self.fault(FaultCode::WrongArguments, least.column, &value, &[("usage", &usage)]);
                None
            }
        }
    }

    fn choose(&mut self, column: usize, of: &Node, arguments: &[(Option<String>, Node)]) -> Option<Typed> {
        let (of, options) = match self.typed(of)? {
            Typed::Choice(of, options) => (of, options),
            other => {
                self.wrong_kind(of, "choice", &other);
                return None;
            }
        };
        let labelled = arguments.iter().filter_map(|(label, node)| Some((label.as_ref()?, node)));
        for (label, node) in labelled.clone() {
            self.option(&options, &(label.clone(), node.column))?;
        }
        let mut kind: Option<Kind> = None;
        let mut branches = Vec::new();
        for option in &options {
            let mut nodes = labelled.clone().filter(|(label, _)| *label == option);
            let (Some((_, node)), None) = (nodes.next(), nodes.next()) else {
                self.fault(FaultCode::MissingOption, column, option, &[]);
                return None;
            };
            let (branch, branch_kind) = self.number(node)?;
            let expected = kind.get_or_insert_with(|| branch_kind.clone()).clone();
            if expected != branch_kind {
                self.unit_clash(node.column, &expected, &branch_kind);
                return None;
            }
            branches.push(branch);
        }
        Some(Typed::Number(Formula::Choose { of, branches }, kind?))
    }
}
