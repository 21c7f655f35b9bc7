//! What a city entered: the submission as a document, independent of any rulebook.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::decimal::Decimal;
use crate::sorted::Map;
use crate::sorting;

/// The value of `format` in every submission of this shape.
pub const SUBMISSION_FORMAT: &str = "infocity-submission/1";

/// The years that figures can belong to.
pub const YEARS: std::ops::RangeInclusive<u32> = 1900..=2999;

/// The rulebook a submission was made for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RulebookRef {
    /// The rulebook's id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// A city's figures (填报), as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Submission {
    /// The rulebook it was made for, where it says so.
    pub rulebook: Option<RulebookRef>,
    /// The city's name.
    pub city: String,
    /// The year the figures belong to.
    pub year: Option<u32>,
    /// The category the city means to apply for.
    pub category: Option<String>,
    /// The fields it means to specialise in.
    pub fields: Vec<String>,
    /// The figures by id; those that are absent are unknown.
    pub figures: Map<String, Entry>,
    /// The materials by id: whether each is ready.
    pub materials: Map<String, bool>,
}

/// One figure, as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The value.
    pub given: Given,
    /// Its unit; the figure's own when absent.
    pub unit: Option<String>,
    /// Last year's value, in its own unit where it names one, else in this entry's.
    pub last: Option<LastYear>,
    /// The year it belongs to, where that is not the submission's.
    pub year: Option<u32>,
    /// Where the city has it from.
    pub note: Option<String>,
}

/// Last year's value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LastYear {
    /// The value.
    pub given: Given,
    /// Its unit.
    pub unit: Option<String>,
}

/// What stands for a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Given {
    /// Nothing: not yet known.
    #[default]
    Unknown,
    /// The city does not collect the figure: unknown, listed apart.
    NotCollected,
    /// A number's digits or an option's id.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// The ticked items of a checklist; the list is complete.
    Items(Vec<String>),
    /// An estimate, both ends included; an absent end is the domain's.
    Between(Option<String>, Option<String>),
}

impl Given {
    /// Whether it says nothing about the value.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown | Self::NotCollected)
    }
}

/// The text of a number in its canonical form, any other text as it is.
fn canonical(text: &str) -> String {
    text.parse::<Decimal>().map_or_else(|_| text.to_owned(), |decimal| decimal.to_string())
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown | Self::NotCollected => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(&canonical(text)),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Items(items) => {
                let mut sorted = items.clone();
                sorting::sort(&mut sorted);
                serializer.collect_seq(sorted)
            }
            Self::Between(low, high) => {
                serializer.collect_seq([low, high].map(|end| end.as_deref().map(canonical)))
            }
        }
    }
}

fn write_given<M: SerializeMap>(map: &mut M, given: &Given, unit: Option<&String>) -> Result<(), M::Error> {
    match given {
        Given::Unknown => {}
        Given::NotCollected => map.serialize_entry("state", "not_collected")?,
        Given::Between(..) => map.serialize_entry("between", given)?,
        _ => map.serialize_entry("value", given)?,
    }
    if let Some(unit) = unit {
        map.serialize_entry("unit", unit)?;
    }
    Ok(())
}

impl Serialize for LastYear {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.unit.is_none() && matches!(self.given, Given::Text(_)) {
            return self.given.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        write_given(&mut map, &self.given, self.unit.as_ref())?;
        map.end()
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bare = self.unit.is_none() && self.last.is_none() && self.year.is_none() && self.note.is_none();
        if bare && matches!(self.given, Given::Text(_) | Given::Flag(_) | Given::Items(_)) {
            return self.given.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        write_given(&mut map, &self.given, self.unit.as_ref())?;
        if let Some(last) = &self.last {
            map.serialize_entry("last", last)?;
        }
        if let Some(year) = self.year {
            map.serialize_entry("year", &year)?;
        }
        if let Some(note) = &self.note {
            map.serialize_entry("note", note)?;
        }
        map.end()
    }
}

impl Serialize for Submission {
    /// The document, in its one canonical content: what is unknown is left out, decimals are canonical.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", SUBMISSION_FORMAT)?;
        if let Some(rulebook) = &self.rulebook {
            map.serialize_entry("rulebook", rulebook)?;
        }
        map.serialize_entry("city", &self.city)?;
        if let Some(year) = self.year {
            map.serialize_entry("year", &year)?;
        }
        if let Some(category) = &self.category {
            map.serialize_entry("category", category)?;
        }
        if !self.fields.is_empty() {
            let mut fields = self.fields.clone();
            sorting::sort(&mut fields);
            map.serialize_entry("fields", &fields)?;
        }
        let known: Map<_, _> =
            sorting::gathered(self.figures.iter().filter(|(_, entry)| **entry != Entry::default()));
        map.serialize_entry("figures", &known)?;
        if !self.materials.is_empty() {
            map.serialize_entry("materials", &self.materials)?;
        }
        map.end()
    }
}
