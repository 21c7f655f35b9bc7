//! How a score function came to its score: which band, between which points, which option.

use serde::Serialize;

use super::{ChoiceTold, Formulation, Named, Told, ToldRange, Undefined};
use crate::model::decimal::Decimal;
use crate::model::text::Text;

/// A score function at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Scored {
    /// The least and the greatest share it gives, of one.
    pub share: ShareTold,
    /// How it comes to it.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", tsify(type = "ScoredBy"))]
    pub by: ScoredBy,
}

/// A share, of one, as a range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ShareTold {
    /// The least it can be.
    pub low: Told,
    /// The most it can be.
    pub high: Told,
}

/// Whether a band, an option or a part is the one that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Hit {
    /// It is.
    Yes,
    /// It may be.
    Maybe,
    /// It is not.
    No,
}

/// A score function of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "function", rename_all = "snake_case")]
pub enum ScoredBy {
    /// A score for each band of values.
    Bands {
        /// What is looked up.
        of: Box<FormulaTold>,
        /// The scale of the scores.
        out_of: Told,
        /// The bands.
        bands: Vec<BandTold>,
    },
    /// Straight lines between given points, level outside.
    Line {
        /// What is scored.
        of: Box<FormulaTold>,
        /// The scale of the scores.
        out_of: Told,
        /// The points.
        points: Vec<PointTold>,
        /// The score at the low end of the value; absent where there is no bound or no value.
        #[serde(skip_serializing_if = "Option::is_none")]
        at_low: Option<Box<OnLine>>,
        /// The score at its high end, where that is another value.
        #[serde(skip_serializing_if = "Option::is_none")]
        at_high: Option<Box<OnLine>>,
    },
    /// A score for each option.
    Options {
        /// The choice.
        of: Named,
        /// The scale of the scores.
        out_of: Told,
        /// The options.
        options: Vec<OptionTold>,
    },
    /// A score for each ticked item, capped.
    Items {
        /// The checklist.
        of: Named,
        /// The scale of the scores.
        out_of: Told,
        /// The items.
        items: Vec<ItemTold>,
        /// The sum of the items that are ticked for certain, before the cap.
        low: Told,
        /// The sum of those that may be ticked, before the cap.
        high: Told,
        /// The most they give together.
        cap: Told,
    },
    /// The best of several.
    BestOf {
        /// The parts.
        parts: Vec<PartScored>,
    },
    /// Several, each with its share.
    SumOf {
        /// The parts.
        parts: Vec<PartScored>,
    },
    /// One for each field.
    ByField {
        /// Whether all fields count in equal parts; else the best of those that count.
        all: bool,
        /// The parts.
        parts: Vec<PartScored>,
    },
}

/// A formula with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct FormulaTold {
    /// The formula.
    #[serde(flatten)]
    pub formula: Formulation,
    /// The choices in it: which way was taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub choices: Vec<ChoiceTold>,
    /// Its value.
    pub value: ToldRange,
    /// Why it has, or may have, no value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub undefined: Vec<Undefined>,
}

/// A band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct BandTold {
    /// Its lower end; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Cutting>,
    /// Its upper end; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Cutting>,
    /// The score in it.
    pub score: Told,
    /// Whether the value lies in it.
    pub hit: Hit,
}

/// An end of a band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Cutting {
    /// Where it is, with its unit.
    pub at: String,
    /// Whether it belongs to the band.
    pub included: bool,
}

/// A point of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct PointTold {
    /// The value, with its unit.
    pub at: String,
    /// The score at it.
    pub score: Told,
}

/// A value on a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct OnLine {
    /// The value.
    pub value: Told,
    /// Where on the line it is.
    pub place: LinePlace,
    /// The computation, where the value lies between two points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working: Option<String>,
    /// The score.
    pub score: Told,
}

/// Where on a line a value is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum LinePlace {
    /// At or below the first point.
    First,
    /// Between two points: theirs values, with the unit.
    Between(String, String),
    /// At or above the last point.
    Last,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct OptionTold {
    /// The option.
    #[serde(flatten)]
    pub named: Named,
    /// Its score.
    pub score: Told,
    /// Whether it is chosen.
    pub hit: Hit,
}

/// An item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ItemTold {
    /// The item.
    #[serde(flatten)]
    pub named: Named,
    /// Its score.
    pub score: Told,
    /// Whether it is ticked; `null` where that is not known.
    pub ticked: Option<bool>,
}

/// A score function that is part of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct PartScored {
    /// The field it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Text>,
    /// Its share of the whole in percent, where parts are summed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Decimal>,
    /// Whether it counts: of the best of several, whether it is the best.
    pub hit: Hit,
    /// The score function.
    pub scored: Scored,
}
