//! The tree of a formula or condition as written, before its names are looked up.

/// A part of a formula or condition, and the column, from 1, at which it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) column: usize,
    pub(super) part: Part,
}

/// What stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// `30000 元`
    Number { digits: String, unit: String },
    /// `resident_population`, `true`
    Name(String),
    /// `-a`
    Negate(Box<Node>),
    /// `not a`
    Not(Box<Node>),
    /// `a + b`, `a >= b`, `a and b` …
    Binary { sign: Sign, left: Box<Node>, right: Box<Node> },
    /// `a is b`, `a in (b, c)`: the options' names with their columns.
    Is { of: Box<Node>, options: Vec<(String, usize)> },
    /// `a has b`
    Has { of: Box<Node>, item: (String, usize) },
    /// `min(a, b)`, `choose(a, b: c)`: the name of an argument where it has one.
    Call { name: String, arguments: Vec<(Option<String>, Node)> },
}

/// A sign or word between two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Add,
    Subtract,
    Multiply,
    Divide,
    Compare(Comparison),
    And,
    Or,
}

/// A comparison of two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
}

impl Comparison {
    /// The comparison as it is written.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
            Self::Equal => "=",
            Self::NotEqual => "!=",
        }
    }
}
