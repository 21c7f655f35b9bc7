//! From text to tree. Precedence, loosest first: `or`, `and`, `not`, comparison, `+ -`, `* /`, `-a`.

use super::syntax::{Comparison, Node, Part, Sign};
use super::token::{Located, Token, tokens};

/// The longest formula or condition, in characters.
pub const MAX_LENGTH: usize = 1000;

/// The deepest nesting of a formula or condition.
pub const MAX_NESTING: usize = 32;

/// Why a text is no formula or condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unreadable {
    /// The column, from 1.
    pub(super) column: usize,
    /// What stands there; empty at the end of the text.
    pub(super) found: String,
    pub(super) problem: Problem,
}

/// What is wrong with the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// Something else was expected.
    Expected(&'static str),
    /// What stands there begins nothing of the language.
    Stray,
    /// It is longer than [`MAX_LENGTH`].
    TooLong,
    /// It is nested deeper than [`MAX_NESTING`].
    TooDeep,
}

pub(super) fn parse(text: &str) -> Result<Node, Unreadable> {
    if text.chars().nth(MAX_LENGTH).is_some() {
        return Err(Unreadable { column: 1, found: String::new(), problem: Problem::TooLong });
    }
    let tokens = tokens(text).map_err(|stray| Unreadable {
        column: stray.column,
        found: stray.found,
        problem: Problem::Stray,
    })?;
    let end = text.chars().count().saturating_add(1);
    let mut parser = Parser { tokens: tokens.into_iter().peekable(), end, depth: 0 };
    let node = parser.any()?;
    match parser.tokens.peek() {
        None => Ok(node),
        Some(_) => Err(parser.expected("a sign such as + or >=, or the end")),
    }
}

struct Parser {
    tokens: std::iter::Peekable<std::vec::IntoIter<Located>>,
    end: usize,
    depth: usize,
}

impl Parser {
    fn column(&mut self) -> usize {
        self.tokens.peek().map_or(self.end, |located| located.column)
    }

    fn expected(&mut self, what: &'static str) -> Unreadable {
        let found = self.tokens.peek().map(|located| located.token.to_string()).unwrap_or_default();
        Unreadable { column: self.column(), found, problem: Problem::Expected(what) }
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        self.tokens
            .next_if(|located| matches!(&located.token, Token::Sign(found) if *found == sign))
            .is_some()
    }

    fn take_word(&mut self, word: &str) -> bool {
        self.tokens.next_if(|located| matches!(&located.token, Token::Name(found) if found == word)).is_some()
    }

    fn take_name(&mut self, what: &'static str) -> Result<(String, usize), Unreadable> {
        let column = self.column();
        match self.tokens.next_if(|located| matches!(located.token, Token::Name(_))) {
            Some(Located { token: Token::Name(name), .. }) => Ok((name, column)),
            _ => Err(self.expected(what)),
        }
    }

    /// Runs `parse` one level deeper.
    fn deeper(&mut self, parse: fn(&mut Self) -> Result<Node, Unreadable>) -> Result<Node, Unreadable> {
        if self.depth >= MAX_NESTING {
            return Err(Unreadable {
                column: self.column(),
                found: String::new(),
                problem: Problem::TooDeep,
            });
        }
        self.depth = self.depth.saturating_add(1);
        let node = parse(self);
        self.depth = self.depth.saturating_sub(1);
        node
    }

    fn any(&mut self) -> Result<Node, Unreadable> {
        self.deeper(Self::or)
    }

    fn or(&mut self) -> Result<Node, Unreadable> {
        self.chain(Self::and, |parser| parser.take_word("or").then_some(Sign::Or))
    }

    fn and(&mut self) -> Result<Node, Unreadable> {
        self.chain(Self::not, |parser| parser.take_word("and").then_some(Sign::And))
    }

    fn not(&mut self) -> Result<Node, Unreadable> {
        let column = self.column();
        if self.take_word("not") {
            let of = self.deeper(Self::not)?;
            return Ok(Node { column, part: Part::Not(Box::new(of)) });
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Result<Node, Unreadable> {
        let left = self.sum()?;
        let column = left.column;
        let of = Box::new(left);
        if self.take_word("is") {
            let options = vec![self.take_name("the name of an option")?];
            return Ok(Node { column, part: Part::Is { of, options } });
        }
        if self.take_word("in") {
            if !self.take_sign("(") {
                return Err(self.expected("(option, option, …)"));
            }
            let mut options = vec![self.take_name("the name of an option")?];
            while self.take_sign(",") {
                options.push(self.take_name("the name of an option")?);
            }
            self.close()?;
            return Ok(Node { column, part: Part::Is { of, options } });
        }
        if self.take_word("has") {
            let item = self.take_name("the name of an item")?;
            return Ok(Node { column, part: Part::Has { of, item } });
        }
        let signs = [
            ("<", Comparison::Less),
            ("<=", Comparison::AtMost),
            (">", Comparison::Greater),
            (">=", Comparison::AtLeast),
            ("=", Comparison::Equal),
            ("!=", Comparison::NotEqual),
        ];
        for (text, comparison) in signs {
            if self.take_sign(text) {
                let right = Box::new(self.sum()?);
                return Ok(Node {
                    column,
                    part: Part::Binary { sign: Sign::Compare(comparison), left: of, right },
                });
            }
        }
        Ok(*of)
    }

    fn sum(&mut self) -> Result<Node, Unreadable> {
        self.chain(Self::product, |parser| {
            let add = parser.take_sign("+").then_some(Sign::Add);
            add.or_else(|| parser.take_sign("-").then_some(Sign::Subtract))
        })
    }

    fn product(&mut self) -> Result<Node, Unreadable> {
        self.chain(Self::signed, |parser| {
            let multiply = parser.take_sign("*").then_some(Sign::Multiply);
            multiply.or_else(|| parser.take_sign("/").then_some(Sign::Divide))
        })
    }

    /// `part sign part sign part`, from the left.
    fn chain(
        &mut self,
        part: fn(&mut Self) -> Result<Node, Unreadable>,
        sign: fn(&mut Self) -> Option<Sign>,
    ) -> Result<Node, Unreadable> {
        let mut left = part(self)?;
        let mut links: usize = 0;
        while let Some(sign) = sign(self) {
            links = links.saturating_add(1);
            if links.saturating_add(self.depth) > MAX_NESTING {
                return Err(Unreadable {
                    column: self.column(),
                    found: String::new(),
                    problem: Problem::TooDeep,
                });
            }
            let right = Box::new(part(self)?);
            left = Node { column: left.column, part: Part::Binary { sign, left: Box::new(left), right } };
        }
        Ok(left)
    }

    fn signed(&mut self) -> Result<Node, Unreadable> {
        let column = self.column();
        if self.take_sign("-") {
            let of = self.deeper(Self::signed)?;
            return Ok(Node { column, part: Part::Negate(Box::new(of)) });
        }
        self.primary()
    }

    fn primary(&mut self) -> Result<Node, Unreadable> {
        let column = self.column();
        if self.take_sign("(") {
            let inside = self.any()?;
            self.close()?;
            return Ok(Node { column, ..inside });
        }
        match self.tokens.next_if(|located| !matches!(located.token, Token::Sign(_))) {
            Some(Located { token: Token::Number { digits, unit }, .. }) => {
                Ok(Node { column, part: Part::Number { digits, unit } })
            }
            Some(Located { token: Token::Name(name), .. }) => {
                let part = if self.take_sign("(") { self.call(name)? } else { Part::Name(name) };
                Ok(Node { column, part })
            }
            _ => Err(self.expected("a number, a name or (")),
        }
    }

    fn call(&mut self, name: String) -> Result<Part, Unreadable> {
        let mut arguments = Vec::new();
        loop {
            let argument = self.any()?;
            match argument.part {
                Part::Name(label) if self.take_sign(":") => arguments.push((Some(label), self.any()?)),
                _ => arguments.push((None, argument)),
            }
            if !self.take_sign(",") {
                break;
            }
        }
        self.close()?;
        Ok(Part::Call { name, arguments })
    }

    fn close(&mut self) -> Result<(), Unreadable> {
        if self.take_sign(")") { Ok(()) } else { Err(self.expected(")")) }
    }
}

#[cfg(test)]
mod tests;
