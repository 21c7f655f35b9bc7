//! Where in a JSON text a JSON pointer leads, so that an editor can go there.

use std::collections::BTreeMap;

use serde::Serialize;

use super::json::MAX_DEPTH;

/// A place in a text, counted from 1: line and character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The character in the line.
    pub column: u32,
}

/// The places of all values of a JSON text, by their JSON pointers; of a text that is not JSON those before its fault.
#[derive(Debug, Clone, Default)]
pub struct Positions {
    values: BTreeMap<String, Position>,
    keys: BTreeMap<String, Position>,
}

impl Positions {
    /// Reads the places.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        let start = Position { line: 1, column: 1 };
        let signs = text.strip_prefix('\u{feff}').unwrap_or(text).chars().peekable();
        // Where the text ends being JSON, reading ends.
        let _ = Reader { signs, at: start, found: &mut found }.value(&mut String::new(), 0);
        found
    }

    /// The place of a value; where it is not there, of the nearest one around it.
    #[must_use]
    pub fn value(&self, pointer: &str) -> Option<Position> {
        let mut pointer = pointer;
        loop {
            if let Some(position) = self.values.get(pointer) {
                return Some(*position);
            }
            (pointer, _) = pointer.rsplit_once('/')?;
        }
    }

    /// The place of the key of a value; of the value where it has none.
    #[must_use]
    pub fn key(&self, pointer: &str) -> Option<Position> {
        self.keys.get(pointer).copied().or_else(|| self.value(pointer))
    }
}

struct Reader<'a, 'f> {
    signs: std::iter::Peekable<std::str::Chars<'a>>,
    at: Position,
    found: &'f mut Positions,
}

impl Reader<'_, '_> {
    fn next(&mut self) -> Option<char> {
        let sign = self.signs.next()?;
        if sign == '\n' {
            self.at = Position { line: self.at.line.saturating_add(1), column: 1 };
        } else {
            self.at.column = self.at.column.saturating_add(1);
        }
        Some(sign)
    }

    /// The next sign that is no white space; it is not taken.
    fn ahead(&mut self) -> Option<char> {
        while self.signs.peek().is_some_and(|sign| sign.is_ascii_whitespace()) {
            self.next();
        }
        self.signs.peek().copied()
    }

    fn value(&mut self, pointer: &mut String, depth: usize) -> Option<()> {
        let first = self.ahead()?;
        self.found.values.insert(pointer.clone(), self.at);
        if depth > MAX_DEPTH {
            return None;
        }
        match first {
            '{' => self.parts(pointer, depth, '}'),
            '[' => self.parts(pointer, depth, ']'),
            '"' => self.text().map(|_| ()),
            _ => {
                let ends = |sign: &char| matches!(sign, ',' | ']' | '}') || sign.is_ascii_whitespace();
                while self.signs.peek().is_some_and(|sign| !ends(sign)) {
                    self.next();
                }
                Some(())
            }
        }
    }

    /// The entries of an object or the items of a list.
    fn parts(&mut self, pointer: &mut String, depth: usize, close: char) -> Option<()> {
        self.next();
        let length = pointer.len();
        let mut index = 0_usize;
        while self.ahead()? != close {
            let key_at = self.at;
            let key = if close == '}' { self.text()? } else { index.to_string() };
            pointer.push('/');
            pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            if close == '}' {
                self.found.keys.insert(pointer.clone(), key_at);
                self.ahead().filter(|sign| *sign == ':')?;
                self.next();
            }
            self.value(pointer, depth.saturating_add(1))?;
            pointer.truncate(length);
            index = index.saturating_add(1);
            if self.ahead()? == ',' {
                self.next();
            }
        }
        self.next();
        Some(())
    }

    /// A string, its escapes read.
    fn text(&mut self) -> Option<String> {
        let mut written = String::new();
        if self.next()? != '"' {
            return None;
        }
        written.push('"');
        loop {
            let sign = self.next()?;
            written.push(sign);
            match sign {
                '"' => break,
                '\\' => written.push(self.next()?),
                _ => {}
            }
        }
        serde_json::from_str(&written).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, column: u32) -> Option<Position> {
        Some(Position { line, column })
    }

    #[test]
    fn a_pointer_leads_to_its_value_and_its_key() {
        let text = "\u{feff}{\n  \"市\": [1, {\"a/b\": true}],\n  \"\\u0061\": \"x\\\"y\", \"c\": {}\n}";
        let positions = Positions::of(text);
        assert_eq!(positions.value(""), at(1, 1));
        assert_eq!(positions.value("/市"), at(2, 8));
        assert_eq!(positions.key("/市"), at(2, 3));
        assert_eq!(positions.value("/市/1/a~1b"), at(2, 20));
        assert_eq!(positions.value("/a"), at(3, 13));
        assert_eq!(positions.value("/c"), at(3, 26));
    }

    #[test]
    fn what_is_not_there_is_placed_at_what_is_around_it() {
        let positions = Positions::of("{\"list\": [{\"id\": \"a\"}]}");
        assert_eq!(positions.value("/list/0/label"), at(1, 11));
        assert_eq!(positions.value("/list/7"), at(1, 10));
        assert_eq!(positions.key("/list/0/id"), at(1, 12));
        assert_eq!(positions.key("/list/0"), at(1, 11));
    }

    #[test]
    fn a_text_that_is_not_json_has_the_places_before_its_fault() {
        let positions = Positions::of("{\"a\": 1, \"b\" 2, \"c\": 3}");
        assert_eq!((positions.value("/a"), positions.value("/c")), (at(1, 7), at(1, 1)));
        assert_eq!(Positions::of("").value(""), None);
        assert_eq!(Positions::of(&"[".repeat(100_000)).value("/0/0"), at(1, 3));
    }
}
