//! Everything that can be wrong with a rulebook or a submission, as data.

use serde::Serialize;

use super::text::Text;
use crate::sorted::Map;
use crate::sorting::gathered;
use crate::texts;

/// What is wrong. The words for each code stand in [`crate::texts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each code's meaning is its text in the catalogues")]
pub enum FaultCode {
    // The file and the text as JSON.
    Unreadable,
    Unwritable,
    NotTheSingleFile,
    NoSingleFile,
    TooLarge,
    Workbook,
    NotUtf8,
    MalformedJson,
    TooDeep,
    DuplicateKey,
    UnknownKey,
    UnknownValue,
    MissingKey,
    WrongType,
    InvalidValue,
    WrongFormat,
    SubmissionForRulebook,
    RulebookForSubmission,
    TooLong,
    TooMany,
    MalformedNumber,
    TooManyDigits,
    InexactNumber,
    // The rulebook.
    BadId,
    DuplicateId,
    ReservedId,
    BadVersion,
    BadDate,
    ReversedDates,
    MissingText,
    BadLanguage,
    UndeclaredLanguage,
    UnknownSource,
    MissingSource,
    MissingNote,
    UnknownUnit,
    BadUnit,
    UnitClash,
    BadDomain,
    RoundsTwice,
    TooManyPlaces,
    Syntax,
    LabelForId,
    YesNoCompared,
    ChoiceCompared,
    UnknownName,
    UnknownFunction,
    WrongKind,
    WrongArguments,
    UnknownOption,
    MissingOption,
    EmptyList,
    Cycle,
    TooComplex,
    MayBeUndefined,
    NotConstant,
    WeightSum,
    MaxSum,
    NothingLeft,
    UnexplainedWeight,
    NoChoiceNamed,
    UnknownCategory,
    MissingCategory,
    UnknownDimension,
    UnknownIndicator,
    UnknownField,
    MissingField,
    NoFields,
    BadFloor,
    GroupAndScore,
    NoScore,
    BadBand,
    BandGap,
    PointOrder,
    FullTooLow,
    NotMonotone,
    OffScale,
    ShareSum,
    NotPositive,
    // The submission.
    OtherRulebook,
    OtherVersion,
    NoRulebookNamed,
    NoSuchRulebook,
    SeveralRulebooks,
    BadYear,
    UnknownFigure,
    UnknownMaterial,
    UnknownRequirement,
    UnitNotAllowed,
    NoUnit,
    BelowLeast,
    AboveMost,
    NotAnOption,
    NotAnItem,
    DuplicateItem,
    ReversedRange,
    NoLastYear,
    ValueAndBetween,
    NoPlace,
    YearNotEarlier,
    // What is to be explained.
    NothingToExplain,
    AmbiguousId,
}

/// What a fault is about, for readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The document as a whole.
    Document,
    /// A source.
    Source,
    /// A unit.
    Unit,
    /// A figure.
    Figure,
    /// A benchmark.
    Benchmark,
    /// A derived figure.
    Derived,
    /// A requirement.
    Requirement,
    /// A field.
    Field,
    /// A category.
    Category,
    /// A dimension.
    Dimension,
    /// An indicator.
    Indicator,
    /// A material.
    Material,
    /// A route.
    Route,
    /// A warning.
    Warning,
    /// A note.
    Note,
    /// What was asked to be explained.
    Asked,
}

/// Where something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The JSON pointer (RFC 6901) into the document; empty for the document itself.
    pub pointer: String,
    /// What it is about.
    pub subject: Subject,
    /// The id of what it is about; empty where it has none.
    pub id: String,
}

impl Place {
    /// The document as a whole.
    #[must_use]
    pub fn document() -> Self {
        Self { pointer: String::new(), subject: Subject::Document, id: String::new() }
    }

    /// The place of `subject` number `index` in the list `list`.
    #[must_use]
    pub fn item(list: &str, index: usize, subject: Subject, id: &str) -> Self {
        Self { pointer: format!("/{list}/{index}"), subject, id: id.to_owned() }
    }

    /// A place below this one, about the same thing.
    #[must_use]
    pub fn at(&self, key: impl std::fmt::Display) -> Self {
        let key = key.to_string().replace('~', "~0").replace('/', "~1");
        Self { pointer: format!("{}/{key}", self.pointer), ..self.clone() }
    }

    /// The same place, about something else.
    #[must_use]
    pub fn about(&self, subject: Subject, id: &str) -> Self {
        Self { subject, id: id.to_owned(), ..self.clone() }
    }
}

/// One fault: place, value and remedy, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Fault {
    /// What is wrong.
    pub code: FaultCode,
    /// Where: a JSON pointer into the document.
    pub place: String,
    /// The id of the figure, indicator … it is about; empty for the document itself.
    pub id: String,
    /// The value that is wrong, shortened where it is long.
    pub value: String,
    /// What the sentence depends on.
    pub params: Map<String, String>,
    /// Place, value and what is wrong with it.
    pub message: Text,
    /// What to do.
    pub remedy: Text,
}

/// A value and what its sentence depends on, the value included, each shortened where it is long.
pub(super) fn spoken_of(value: &str, params: &[(&str, &str)]) -> (String, Map<String, String>) {
    let value = shortened(value);
    let params = params.iter().map(|(name, text)| ((*name).to_owned(), shortened(text)));
    let mut all: Map<String, String> = gathered(params);
    all.insert("value".to_owned(), value.clone());
    (value, all)
}

impl Fault {
    /// A fault with its words.
    #[must_use]
    pub fn new(
        code: FaultCode,
        place: &Place,
        value: impl std::fmt::Display,
        params: &[(&str, &str)],
    ) -> Self {
        Self::told(code, place, &value.to_string(), params)
    }

    /// The same without a type of its own for each kind of value.
    fn told(code: FaultCode, place: &Place, value: &str, params: &[(&str, &str)]) -> Self {
        let (value, all) = spoken_of(value, params);
        let (message, remedy) = texts::fault(code, place, &all);
        Self { code, place: place.pointer.clone(), id: place.id.clone(), value, params: all, message, remedy }
    }

    /// What is wrong, without what it is about.
    #[must_use]
    pub fn said(&self, lang: super::text::Lang) -> String {
        texts::fault_said(self.code, &self.params, lang)
    }

    /// Says in words what it is about.
    pub(crate) fn tell_about(&mut self, about: &Text) {
        self.message = Text::each(|lang| {
            texts::fault::About { about: about.get(lang), id: "", said: self.said(lang) }.get(lang)
        });
    }

    /// The fault as one line: place, value and remedy.
    #[must_use]
    pub fn line(&self, lang: super::text::Lang) -> String {
        texts::fault::Line { message: self.message.get(lang), remedy: self.remedy.get(lang) }.get(lang)
    }
}

/// At most 120 characters of a text, so that a message stays readable whatever it quotes.
pub(crate) fn shortened(text: &str) -> String {
    const MOST: usize = 120;
    let mut short: String = text.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

/// Collects faults, so that all are reported at once.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The most faults that are kept: more help nobody.
    pub const MOST: usize = 200;

    /// Adds a fault.
    pub fn add(
        &mut self,
        code: FaultCode,
        place: &Place,
        value: impl std::fmt::Display,
        params: &[(&str, &str)],
    ) {
        self.add_told(code, place, &value.to_string(), params);
    }

    fn add_told(&mut self, code: FaultCode, place: &Place, value: &str, params: &[(&str, &str)]) {
        self.push(Fault::told(code, place, value, params));
    }

    /// Adds a fault with parameters that were made for it.
    pub fn add_with(
        &mut self,
        code: FaultCode,
        place: &Place,
        value: impl std::fmt::Display,
        params: &[(impl AsRef<str>, String)],
    ) {
        let params: Vec<_> = params.iter().map(|(name, text)| (name.as_ref(), text.as_str())).collect();
        self.add(code, place, value, &params);
    }

    /// Adds a fault that is ready.
    pub fn push(&mut self, fault: Fault) {
        if !self.is_full() && !self.0.contains(&fault) {
            self.0.push(fault);
        }
    }

    /// Whether no further one is kept.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() >= Self::MOST
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in the order in which they were found.
    #[must_use]
    pub fn into_vec(self) -> Vec<Fault> {
        self.0
    }

    /// `value`, if nothing was wrong.
    ///
    /// # Errors
    /// All faults, where there are any.
    pub fn or<T>(self, value: T) -> Result<T, Vec<Fault>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}
