//! Dimensions and indicators: what is scored, and with how many points.

use std::fmt;

use serde::de::{self, IntoDeserializer as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::decimal::Decimal;
use super::score::Score;
use super::standing::Standing;
use super::text::Text;
use crate::sorted::Map;
use crate::sorting::gathered;

/// Points or a weight: one value for all categories, one for each category by its id, or one of these for each option of
/// the choice that the rulebook's `weights_by` names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Weight {
    /// The same value in every category.
    Same(Decimal),
    /// One value for each category.
    Each(Map<String, Decimal>),
    /// One for each option of a choice.
    ByOption {
        /// The options by their ids; none of them by option again.
        by_option: Map<String, Weight>,
    },
}

/// The one key of a weight by option.
const BY_OPTION: &str = "by_option";

impl<'de> Deserialize<'de> for Weight {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Weight;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a decimal number")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Weight, E> {
                Decimal::deserialize(text.into_deserializer()).map(Weight::Same)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Weight, A::Error> {
                let mut each = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    if key == BY_OPTION && each.is_empty() {
                        let by_option = map.next_value()?;
                        return match map.next_key::<String>()? {
                            None => Ok(Weight::ByOption { by_option }),
                            Some(other) => Err(de::Error::unknown_field(&other, &[BY_OPTION])),
                        };
                    }
                    each.push((key, map.next_value()?));
                }
                Ok(Weight::Each(gathered(each)))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// The first level of the indicator system (维度).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// The dimension's name.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// What it looks at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// Its weight in percent; a category's weights sum to 100.
    pub weight: Weight,
    /// What name and weight rest on.
    pub standing: Standing,
    /// What the weight rests on, where that is not what the name rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_standing: Option<Standing>,
    /// Its indicators; their points sum to the weight, as far as they are known.
    pub indicators: Vec<Indicator>,
}

/// Whether an indicator is computed from statistics or graded by judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Computed (定量).
    Quantitative,
    /// Graded (定性).
    Qualitative,
}

/// An indicator (指标): scores a figure, or groups further indicators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The indicator's name.
    pub id: String,
    /// What users call it.
    pub label: Text,
    /// How it is to be understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// Computed or graded.
    pub nature: Nature,
    /// The most points it can give; absent where they are not known: what is left of the points of what it belongs to is
    /// shared in unknown proportions by the indicators there that have none, and the note of `max_standing` says what was
    /// looked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Weight>,
    /// How it is scored; absent where it groups further indicators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// Its points in percent of `max` where a denominator is zero or a benchmark has no year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_undefined_percent: Option<Decimal>,
    /// What points and score function rest on.
    pub standing: Standing,
    /// What the points rest on, where that is not what the rest of the indicator rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_standing: Option<Standing>,
    /// Indicators one level below; their points sum to `max`, and to 100 where it is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
}
