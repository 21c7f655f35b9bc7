//! Formula and condition text as tokens with their columns.

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits with at most one point, and the unit that follows them.
    Number { digits: String, unit: String },
    /// A name or a word of the language.
    Name(String),
    /// `+ - * / ( ) , : < <= > >= = !=`
    Sign(&'static str),
}

impl std::fmt::Display for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number { digits, unit } if unit.is_empty() => f.write_str(digits),
            Self::Number { digits, unit } => write!(f, "{digits} {unit}"),
            Self::Name(name) => f.write_str(name),
            Self::Sign(sign) => f.write_str(sign),
        }
    }
}

/// A token and the column, from 1, at which it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Located {
    pub(super) token: Token,
    pub(super) column: usize,
}

/// A character that begins no token.
pub(super) struct Stray {
    pub(super) found: char,
    pub(super) column: usize,
}

const SIGNS: &[(&str, &str)] = &[
    ("<=", "<="),
    (">=", ">="),
    ("!=", "!="),
    ("≤", "<="),
    ("≥", ">="),
    ("≠", "!="),
    ("+", "+"),
    ("-", "-"),
    ("*", "*"),
    ("/", "/"),
    ("(", "("),
    (")", ")"),
    (",", ","),
    (":", ":"),
    ("<", "<"),
    (">", ">"),
    ("=", "="),
];

/// Words that are never units after a number.
const WORDS: &[&str] = &["and", "or", "not", "is", "in", "has"];

pub(super) fn tokens(text: &str) -> Result<Vec<Located>, Stray> {
    let mut rest = Rest { text, column: 1 };
    let mut found = Vec::new();
    while let Some(next) = rest.skip_blank() {
        let column = rest.column;
        let token = if next.is_ascii_digit() {
            let digits = rest.take(|c| c.is_ascii_digit() || c == '.');
            Token::Number { digits, unit: rest.unit() }
        } else if next.is_ascii_alphabetic() || next == '_' {
            Token::Name(rest.take(|c| c.is_ascii_alphanumeric() || c == '_'))
        } else if let Some((written, sign)) = SIGNS.iter().find(|(written, _)| rest.text.starts_with(written))
        {
            rest.drop(written);
            Token::Sign(sign)
        } else {
            return Err(Stray { found: next, column });
        };
        found.push(Located { token, column });
    }
    Ok(found)
}

struct Rest<'a> {
    text: &'a str,
    column: usize,
}

impl Rest<'_> {
    fn skip_blank(&mut self) -> Option<char> {
        self.take(char::is_whitespace);
        self.text.chars().next()
    }

    fn take(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let end = self.text.find(|c| !belongs(c)).unwrap_or(self.text.len());
        let (taken, rest) = self.text.split_at(end);
        self.text = rest;
        self.column = self.column.saturating_add(taken.chars().count());
        taken.to_owned()
    }

    fn drop(&mut self, prefix: &str) {
        self.text = self.text.strip_prefix(prefix).unwrap_or(self.text);
        self.column = self.column.saturating_add(prefix.chars().count());
    }

    /// The unit after a number, which may be set off by a space; 元/人 is written without one.
    fn unit(&mut self) -> String {
        let blank = self.text.len().saturating_sub(self.text.trim_start().len());
        let (_, after) = self.text.split_at(blank);
        let belongs = |c: char| c.is_alphabetic() || c == '%' || c == '‰';
        let end = after.find(|c| !belongs(c)).unwrap_or(after.len());
        let (word, _) = after.split_at(end);
        if word.is_empty() || WORDS.contains(&word) {
            return String::new();
        }
        self.skip_blank();
        let mut unit = self.take(belongs);
        while let Some(divisor) =
            self.text.strip_prefix('/').filter(|t| t.starts_with(|c: char| !c.is_ascii() && belongs(c)))
        {
            self.text = divisor;
            self.column = self.column.saturating_add(1);
            unit.push('/');
            unit.push_str(&self.take(belongs));
        }
        unit
    }
}
