//! What a rulebook that holds together may still have wrong, as data: a fault keeps it from loading, a finding does not.

use serde::Serialize;

use super::fault::{Place, spoken_of};
use super::text::{Lang, Text};
use crate::sorted::Map;
use crate::texts;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Likely a mistake.
    Warning,
    /// Something that honesty or completeness asks for, or that is odd but may be meant.
    Hint,
}

/// What was found. The words for each code stand in [`crate::texts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each code's meaning is its text in the catalogues")]
pub enum FindingCode {
    // Requirements, routes and warnings.
    NeverFails,
    NeverMet,
    HintRepeatsRequirement,
    SameCondition,
    OtherNumber,
    RouteNeverHolds,
    RouteNeverTaken,
    NoRoute,
    WarningNeverGiven,
    WarningAlwaysGiven,
    MaterialNeverNeeded,
    MaterialAlwaysNeeded,
    // Scores, points and lines.
    BandNotReached,
    PointWithoutEffect,
    FullPointsNotReached,
    AlwaysSamePoints,
    NoWeight,
    LineNotReached,
    LineAlwaysReached,
    FloorNotReached,
    FloorAlwaysReached,
    // What nothing uses or tells apart.
    UnusedFigure,
    FigureOnlyWarned,
    UnusedDerived,
    UnusedBenchmark,
    UnusedUnit,
    UnusedSource,
    GradesAlike,
    OptionsAlike,
    ItemWithoutEffect,
    FieldWithoutRule,
    // What a reader would miss.
    NoDomain,
    NoDescriptor,
    YearsMissing,
    BenchmarkOld,
    NotTranslated,
    ChineseInEnglish,
    LacksLanguage,
    NoQuote,
    NoArticle,
    NoSource,
    NoNote,
    ShortNote,
}

impl FindingCode {
    /// Every code.
    pub const ALL: &[Self] = &[
        Self::NeverFails,
        Self::NeverMet,
        Self::HintRepeatsRequirement,
        Self::SameCondition,
        Self::OtherNumber,
        Self::RouteNeverHolds,
        Self::RouteNeverTaken,
        Self::NoRoute,
        Self::WarningNeverGiven,
        Self::WarningAlwaysGiven,
        Self::MaterialNeverNeeded,
        Self::MaterialAlwaysNeeded,
        Self::BandNotReached,
        Self::PointWithoutEffect,
        Self::FullPointsNotReached,
        Self::AlwaysSamePoints,
        Self::NoWeight,
        Self::LineNotReached,
        Self::LineAlwaysReached,
        Self::FloorNotReached,
        Self::FloorAlwaysReached,
        Self::UnusedFigure,
        Self::FigureOnlyWarned,
        Self::UnusedDerived,
        Self::UnusedBenchmark,
        Self::UnusedUnit,
        Self::UnusedSource,
        Self::GradesAlike,
        Self::OptionsAlike,
        Self::ItemWithoutEffect,
        Self::FieldWithoutRule,
        Self::NoDomain,
        Self::NoDescriptor,
        Self::YearsMissing,
        Self::BenchmarkOld,
        Self::NotTranslated,
        Self::ChineseInEnglish,
        Self::LacksLanguage,
        Self::NoQuote,
        Self::NoArticle,
        Self::NoSource,
        Self::NoNote,
        Self::ShortNote,
    ];

    /// How much it weighs.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::FigureOnlyWarned
            | Self::UnusedSource
            | Self::OptionsAlike
            | Self::FieldWithoutRule
            | Self::NoRoute
            | Self::NoDomain
            | Self::NoDescriptor
            | Self::YearsMissing
            | Self::BenchmarkOld
            | Self::ChineseInEnglish
            | Self::LacksLanguage
            | Self::NoQuote
            | Self::NoArticle
            | Self::NoSource
            | Self::NoNote
            | Self::ShortNote => Severity::Hint,
            _ => Severity::Warning,
        }
    }
}

/// One finding: place, value and remedy, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Finding {
    /// What was found.
    pub code: FindingCode,
    /// How much it weighs.
    pub severity: Severity,
    /// Where: a JSON pointer into the document.
    pub place: String,
    /// The id of the figure, indicator … it is about; empty for the document itself.
    pub id: String,
    /// The value that is odd, shortened where it is long.
    pub value: String,
    /// What the sentence depends on.
    pub params: Map<String, String>,
    /// Place, value and what is odd about it.
    pub message: Text,
    /// What to do.
    pub remedy: Text,
}

impl Finding {
    /// A finding with its words.
    #[must_use]
    pub fn new(
        code: FindingCode,
        place: &Place,
        value: impl std::fmt::Display,
        params: &[(&str, &str)],
    ) -> Self {
        let (value, all) = spoken_of(&value.to_string(), params);
        let (message, remedy) = texts::finding(code, place, &all);
        let severity = code.severity();
        let (place, id) = (place.pointer.clone(), place.id.clone());
        Self { code, severity, place, id, value, params: all, message, remedy }
    }

    /// What is odd, without what it is about.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        texts::finding_said(self.code, &self.params, lang)
    }
}

/// Collects findings.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// The most findings that are kept: more help nobody.
    pub const MOST: usize = 1000;

    /// Adds a finding.
    pub fn add(
        &mut self,
        code: FindingCode,
        place: &Place,
        value: impl std::fmt::Display,
        params: &[(&str, &str)],
    ) {
        if self.0.len() < Self::MOST {
            self.0.push(Finding::new(code, place, value, params));
        }
    }

    /// All of them, in the order in which they were found.
    #[must_use]
    pub fn into_vec(self) -> Vec<Finding> {
        self.0
    }
}
