//! JSON text to its value in one pass.
//!
//! It only takes what is right. What is wrong with a text that is no JSON is asked of serde_json, which knows the place.

use serde::de::IgnoredAny;

use super::escapes::unescaped;
use super::{Json, MAX_DEPTH};
use crate::model::fault::{Fault, FaultCode, Place};
use crate::model::malformed::malformed;
use crate::sorting;

/// An object of at most so many keys is looked through for one that stands twice as it is read.
const FEW: usize = 32;

/// Reads a document that is nested no deeper than `most`.
pub(super) fn read(text: &str, most: usize) -> Result<Json, Box<Fault>> {
    let mut reader = Reader { text, at: 0, most };
    let json =
        reader.value(0).and_then(|json| reader.ahead().map_or(Ok(json), |_| Err(Unread::malformed(""))));
    json.map_err(|unread| {
        let fault = match serde_json::from_str::<IgnoredAny>(text) {
            Err(error) => malformed(text, &error),
            Ok(_) => unread.fault(Place::document()),
        };
        Box::new(fault)
    })
}

/// A text, up to which of its bytes it was read, and the deepest nesting that is taken.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    most: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Json, Box<Unread>> {
        if depth > self.most {
            return Err(Unread::new(Why::TooDeep));
        }
        let deeper = depth.saturating_add(1);
        match self.ahead() {
            Some(b'{') => self.object(deeper).map(Json::Object),
            Some(b'[') => self.list(deeper).map(Json::List),
            Some(b'"') => self.string().map(Json::Text),
            _ => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Vec<(String, Json)>, Box<Unread>> {
        let mut entries: Vec<(String, Json)> = Vec::new();
        let mut more = self.begins(b'}');
        while more {
            if self.ahead() != Some(b'"') {
                return Err(Unread::malformed(""));
            }
            let key = self.string()?;
            if entries.len() < FEW && entries.iter().any(|(before, _)| *before == key) {
                return Err(Unread::twice(key));
            }
            if !self.takes(b':') {
                return Err(Unread::malformed(""));
            }
            match self.value(depth) {
                Ok(value) => entries.push((key, value)),
                Err(unread) => {
                    entries.push((key.clone(), Json::Null));
                    return Err(twice(&entries).unwrap_or_else(|| unread.below(key)));
                }
            }
            more = self.goes_on(b'}')?;
        }
        if entries.len() <= FEW { Ok(entries) } else { twice(&entries).map_or(Ok(entries), Err) }
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Json>, Box<Unread>> {
        let mut items = Vec::new();
        let mut more = self.begins(b']');
        while more {
            let item = self.value(depth).map_err(|unread| unread.below(items.len().to_string()))?;
            items.push(item);
            more = self.goes_on(b']')?;
        }
        Ok(items)
    }

    /// Takes the sign that opens a list or an object, and the one that closes it where nothing is in it; whether
    /// something is.
    fn begins(&mut self, close: u8) -> bool {
        self.at = self.at.saturating_add(1);
        !self.takes(close)
    }

    /// Takes the comma before a further item, or the sign that closes; which of them it was.
    fn goes_on(&mut self, close: u8) -> Result<bool, Box<Unread>> {
        match self.takes(b',') {
            true => Ok(true),
            false if self.takes(close) => Ok(false),
            false => Err(Unread::malformed("")),
        }
    }

    /// A string: as it is written, but for its escapes.
    fn string(&mut self) -> Result<String, Box<Unread>> {
        let from = self.at.saturating_add(1);
        let mut to = from.saturating_add(self.plain(from));
        let first = to;
        while self.rest(to).first() == Some(&b'\\') {
            let beyond = to.saturating_add(2);
            to = beyond.saturating_add(self.plain(beyond));
        }
        if self.rest(to).first() != Some(&b'"') {
            return Err(Unread::malformed(""));
        }
        let end = to.saturating_add(1);
        let written = self.text.get(from..to).unwrap_or_default();
        self.at = end;
        if to == first {
            return Ok(written.to_owned());
        }
        unescaped(written).map_err(|why| Unread::malformed(&why))
    }

    /// How many bytes of a string follow that stand for themselves.
    fn plain(&self, from: usize) -> usize {
        self.rest(from).iter().take_while(|sign| !matches!(sign, b'"' | b'\\' | 0..0x20)).count()
    }

    /// What is written without quotes or brackets.
    fn word(&mut self) -> Result<Json, Box<Unread>> {
        let within = |sign: &&u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'+' | b'.');
        let end = self.at.saturating_add(self.rest(self.at).iter().take_while(within).count());
        let word = self.text.get(self.at..end).unwrap_or_default();
        self.at = end;
        match word {
            "null" => Ok(Json::Null),
            "true" => Ok(Json::Bool(true)),
            "false" => Ok(Json::Bool(false)),
            digits if serde_json::from_str::<IgnoredAny>(digits).is_ok() => {
                Ok(Json::Number(digits.to_owned()))
            }
            _ => Err(Unread::malformed("")),
        }
    }

    /// Whether a sign comes next, which is then taken.
    fn takes(&mut self, sign: u8) -> bool {
        let here = self.ahead() == Some(sign);
        self.at = self.at.saturating_add(usize::from(here));
        here
    }

    /// What comes next after white space.
    fn ahead(&mut self) -> Option<u8> {
        let rest = self.rest(self.at);
        let white = rest.iter().take_while(|sign| matches!(sign, b' ' | b'\n' | b'\r' | b'\t')).count();
        self.at = self.at.saturating_add(white);
        rest.get(white).copied()
    }

    fn rest(&self, from: usize) -> &'a [u8] {
        self.text.as_bytes().get(from..).unwrap_or_default()
    }
}

/// That a key stands twice: the first that stood before already.
fn twice(entries: &[(String, Json)]) -> Option<Box<Unread>> {
    let mut places: Vec<_> = entries.iter().map(|(key, _)| key).enumerate().collect();
    sorting::sort_by(&mut places, |a, b| a.1.cmp(b.1));
    let again = places.windows(2).filter_map(|pair| match pair {
        [(_, before), (place, key)] if before == key => Some((*place, *key)),
        _ => None,
    });
    again.min().map(|(_, key)| Unread::twice(key.clone()))
}

/// Why a value was not read, and where: the keys from the innermost outwards. (To know each place while nothing is wrong
/// would take a third of the time in which a rulebook is read.)
struct Unread {
    why: Why,
    path: Vec<String>,
}

enum Why {
    TooDeep,
    Malformed(String),
    Duplicate(String),
}

impl Unread {
    fn new(why: Why) -> Box<Self> {
        Box::new(Self { why, path: Vec::new() })
    }

    /// That something is no JSON: what is told of a string with an escape that means nothing, the only such thing that
    /// serde_json passes over in a whole text.
    fn malformed(why: &str) -> Box<Self> {
        Self::new(Why::Malformed(why.to_owned()))
    }

    fn twice(key: String) -> Box<Self> {
        Self::new(Why::Duplicate(key.clone())).below(key)
    }

    /// The same seen from one level further out.
    fn below(mut self: Box<Self>, key: String) -> Box<Self> {
        self.path.push(key);
        self
    }

    fn fault(self, document: Place) -> Fault {
        let place = self.path.iter().rev().fold(document, |place, key| place.at(key));
        match self.why {
            Why::TooDeep => Fault::new(FaultCode::TooDeep, &place, "", &[("most", &MAX_DEPTH.to_string())]),
            Why::Malformed(why) => {
                let params = [("line", "1"), ("column", "1"), ("why", why.as_str())];
                Fault::new(FaultCode::MalformedJson, &place, &why, &params)
            }
            Why::Duplicate(key) => Fault::new(FaultCode::DuplicateKey, &place, key, &[]),
        }
    }
}
