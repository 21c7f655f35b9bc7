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

/// What begins no token: a word of other letters than a name has, or one sign.
pub(super) struct Stray {
    pub(super) found: String,
    pub(super) column: usize,
}

/// A sign of its own, or the first of two.
const SIGNS: &[(char, &str)] = &[
    ('≤', "<="),
    ('≥', ">="),
    ('≠', "!="),
    ('+', "+"),
    ('-', "-"),
    ('*', "*"),
    ('/', "/"),
    ('(', "("),
    (')', ")"),
    (',', ","),
    (':', ":"),
    ('<', "<"),
    ('>', ">"),
    ('=', "="),
];

/// Signs as a Chinese keyboard or a document has them, and the same on a keyboard set to English.
const SAME_SIGNS: &[(char, char)] = &[
    ('×', '*'),
    ('÷', '/'),
    ('−', '-'),
    ('＋', '+'),
    ('－', '-'),
    ('＊', '*'),
    ('／', '/'),
    ('（', '('),
    ('）', ')'),
    ('，', ','),
    ('：', ':'),
    ('＜', '<'),
    ('＞', '>'),
    ('＝', '='),
    ('！', '!'),
    ('％', '%'),
];

/// The sign that a character stands for.
fn plain(sign: char) -> char {
    SAME_SIGNS.iter().find(|(same, _)| *same == sign).map_or(sign, |(_, plain)| *plain)
}

/// Whether a character belongs to a comparison, or to a bracket or blank around one.
pub(super) fn around_comparison(sign: char) -> bool {
    sign.is_whitespace() || "<>=!≤≥≠(".contains(plain(sign))
}

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
        } else if let Some(sign) = rest.sign() {
            Token::Sign(sign)
        } else {
            let word = rest.take(|c| c.is_alphabetic() && !c.is_ascii());
            return Err(Stray { found: if word.is_empty() { next.to_string() } else { word }, column });
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

    /// The sign that stands here, the longest there is.
    fn sign(&mut self) -> Option<&'static str> {
        let mut ahead = self.text.chars();
        let (first, second) = (ahead.next().map(plain)?, ahead.next().map(plain));
        let two = match (first, second) {
            ('<', Some('=')) => Some("<="),
            ('>', Some('=')) => Some(">="),
            ('!', Some('=')) => Some("!="),
            _ => None,
        };
        let one = || SIGNS.iter().find(|(sign, _)| *sign == first).map(|(_, sign)| *sign);
        let found = two.or_else(one)?;
        self.step();
        if two.is_some() {
            self.step();
        }
        Some(found)
    }

    fn step(&mut self) {
        let mut ahead = self.text.chars();
        ahead.next();
        self.text = ahead.as_str();
        self.column = self.column.saturating_add(1);
    }

    /// The unit after a number, which may be set off by a space; 元/人 is written without one.
    fn unit(&mut self) -> String {
        let blank = self.text.len().saturating_sub(self.text.trim_start().len());
        let (_, after) = self.text.split_at(blank);
        let belongs = |c: char| c.is_alphabetic() || plain(c) == '%' || c == '‰';
        let end = after.find(|c| !belongs(c)).unwrap_or(after.len());
        let (word, _) = after.split_at(end);
        if word.is_empty() || WORDS.contains(&word) {
            return String::new();
        }
        self.skip_blank();
        let mut unit = self.take(belongs);
        while self
            .text
            .strip_prefix(['/', '／'])
            .is_some_and(|t| t.starts_with(|c: char| !c.is_ascii() && belongs(c)))
        {
            self.step();
            unit.push('/');
            unit.push_str(&self.take(belongs));
        }
        unit.chars().map(plain).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, usize)> {
        let found = tokens(text).unwrap_or_else(|stray| panic!("{} at {}", stray.found, stray.column));
        found.into_iter().map(|located| (located.token.to_string(), located.column)).collect()
    }

    fn check(text: &str, expected: &[(&str, usize)]) {
        let expected: Vec<_> = expected.iter().map(|(text, column)| ((*text).to_owned(), *column)).collect();
        assert_eq!(read(text), expected, "{text}");
    }

    #[test]
    fn a_token_ends_where_the_next_begins() {
        check("income>=30000 元 and b", &[("income", 1), (">=", 7), ("30000 元", 9), ("and", 17), ("b", 21)]);
        check("\t(_a1,B_2)", &[("(", 2), ("_a1", 3), (",", 6), ("B_2", 7), (")", 10)]);
        check("a<b<=c", &[("a", 1), ("<", 2), ("b", 3), ("<=", 4), ("c", 6)]);
        check("x:-1", &[("x", 1), (":", 2), ("-", 3), ("1", 4)]);
        check("", &[]);
        check("  ", &[]);
    }

    #[test]
    fn columns_count_characters() {
        check("1 万元 ≥ a", &[("1 万元", 1), (">=", 6), ("a", 8)]);
        check("a ≤ b ≠ c", &[("a", 1), ("<=", 3), ("b", 5), ("!=", 7), ("c", 9)]);
    }

    #[test]
    fn signs_of_a_chinese_keyboard_are_the_same_signs() {
        check("a×2÷b−1", &[("a", 1), ("*", 2), ("2", 3), ("/", 4), ("b", 5), ("-", 6), ("1", 7)]);
        check("（a＋b）＊c", &[("(", 1), ("a", 2), ("+", 3), ("b", 4), (")", 5), ("*", 6), ("c", 7)]);
        check("a＞＝1", &[("a", 1), (">=", 2), ("1", 4)]);
        check("a＜=70％", &[("a", 1), ("<=", 2), ("70 %", 4)]);
        check("a！＝15 件／人", &[("a", 1), ("!=", 2), ("15 件/人", 4)]);
        check(
            "f（x：y，z）",
            &[("f", 1), ("(", 2), ("x", 3), (":", 4), ("y", 5), (",", 6), ("z", 7), (")", 8)],
        );
    }

    #[test]
    fn a_unit_belongs_to_the_number_before_it() {
        for (text, digits, unit) in [
            ("70 %", "70", "%"),
            ("70%", "70", "%"),
            ("3 ‰", "3", "‰"),
            ("20 Mbps", "20", "Mbps"),
            ("1.5   亿元", "1.5", "亿元"),
            ("15 件/人", "15", "件/人"),
            ("15 元/户/人", "15", "元/户/人"),
            ("7", "7", ""),
        ] {
            let expected = Token::Number { digits: digits.to_owned(), unit: unit.to_owned() };
            let found: Vec<_> =
                tokens(text).ok().into_iter().flatten().map(|located| located.token).collect();
            assert_eq!(found, [expected], "{text}");
        }
        check("10 元/人+x", &[("10 元/人", 1), ("+", 7), ("x", 8)]);
    }

    #[test]
    fn a_word_or_a_name_is_no_unit() {
        check("10 元/population", &[("10 元", 1), ("/", 5), ("population", 6)]);
        check("10 元 / 2", &[("10 元", 1), ("/", 6), ("2", 8)]);
        for word in WORDS {
            check(&format!("3 {word}"), &[("3", 1), (word, 3)]);
        }
        check("3 index", &[("3 index", 1)]);
    }

    #[test]
    fn a_character_of_no_token_is_told_with_its_column() {
        for (text, found, column) in [
            ("a # b", "#", 3),
            ("人口 > 1", "人口", 1),
            ("a 且 b", "且", 3),
            ("a & b", "&", 3),
            (".5", ".", 1),
            ("！a", "！", 1),
        ] {
            let stray = tokens(text).err().map(|stray| (stray.found, stray.column));
            assert_eq!(stray, Some((found.to_owned(), column)), "{text}");
        }
    }
}
