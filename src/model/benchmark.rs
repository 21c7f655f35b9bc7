//! Benchmarks: published values by year, each a number or one with a standing of its own.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, IntoDeserializer as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::decimal::Decimal;
use super::standing::Standing;
use super::text::Text;
use crate::sorted::Map;

/// A published value, by year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Benchmark {
    /// The name by which formulas use it.
    pub id: String,
    /// What it is.
    pub label: Text,
    /// The unit of its values.
    pub unit: String,
    /// The values by year; a year that is missing takes the latest earlier one, with a warning.
    pub by_year: Map<String, BenchmarkValue>,
    /// Where the values come from.
    pub standing: Standing,
}

/// A benchmark's value of a year: a number, or one that rests on something else than the benchmark's other values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum BenchmarkValue {
    /// Rests on what the benchmark rests on.
    Plain(Decimal),
    /// Rests on something of its own.
    Own {
        /// The value.
        value: Decimal,
        /// What it rests on.
        standing: Standing,
    },
}

impl BenchmarkValue {
    /// The value.
    #[must_use]
    pub const fn value(&self) -> Decimal {
        match self {
            Self::Plain(value) | Self::Own { value, .. } => *value,
        }
    }

    /// What it rests on, where that is not what the benchmark rests on.
    #[must_use]
    pub const fn standing(&self) -> Option<&Standing> {
        match self {
            Self::Plain(_) => None,
            Self::Own { standing, .. } => Some(standing),
        }
    }
}

/// A year's value with a standing of its own, as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnValue {
    value: Decimal,
    standing: Standing,
}

impl<'de> Deserialize<'de> for BenchmarkValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = BenchmarkValue;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a decimal number")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<BenchmarkValue, E> {
                Decimal::deserialize(text.into_deserializer()).map(BenchmarkValue::Plain)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<BenchmarkValue, A::Error> {
                let OwnValue { value, standing } = OwnValue::deserialize(MapAccessDeserializer::new(map))?;
                Ok(BenchmarkValue::Own { value, standing })
            }
        }
        deserializer.deserialize_any(Reader)
    }
}
