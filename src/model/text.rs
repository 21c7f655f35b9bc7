//! Texts in several languages, and the languages of the product.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::json::Json;
use crate::sorted::Map;
use crate::sorting::gathered;

include!(concat!(env!("OUT_DIR"), "/lang.rs"));

impl Lang {
    /// The language with this tag.
    #[must_use]
    pub fn tagged(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}

/// The languages that every text has; the first is the original.
const REQUIRED: &[&str] = &["zh", "en"];

/// Whether `tag` can be a language that a rulebook's texts have beside Chinese and English: a language tag in lower case.
#[must_use]
pub fn is_further_language(tag: &str) -> bool {
    let part = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    tag.starts_with(|c: char| c.is_ascii_lowercase())
        && tag.split('-').all(part)
        && tag.split('-').count() <= 4
        && !REQUIRED.contains(&tag)
}

/// A text in Chinese and English, and perhaps in further languages; `zh` is the original.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
    /// Further languages by their tags. Where one is missing, `zh` stands.
    #[cfg_attr(feature = "typescript", serde(flatten), tsify(type = "Record<string, string>"))]
    pub further: Map<String, String>,
}

impl Text {
    /// A text made for each language of the product.
    #[must_use]
    pub fn each(make: impl Fn(Lang) -> String) -> Self {
        Self::made(&make)
    }

    /// The same without a type of its own for each text that is made: most of what the engine says is made here.
    fn made(make: &dyn Fn(Lang) -> String) -> Self {
        let (zh, en) = (make(Lang::Zh), make(Lang::En));
        let others = Lang::ALL.into_iter().filter(|lang| !REQUIRED.contains(&lang.tag()));
        // What does not differ is not said again.
        let others = others.map(|lang| (lang.tag().to_owned(), make(lang))).filter(|(_, text)| *text != zh);
        let further = gathered(others);
        Self { zh, en, further }
    }

    /// The text that a JSON value is, as far as it is one: it has at least Chinese and English.
    #[must_use]
    pub fn of_json(json: &Json) -> Option<Self> {
        let Json::Object(entries) = json else { return None };
        let texts = entries.iter().filter_map(|(tag, text)| match text {
            Json::Text(text) => Some((tag.clone(), text.clone())),
            _ => None,
        });
        let mut further: Map<_, _> = gathered(texts);
        let (zh, en) = (further.remove("zh")?, further.remove("en")?);
        further.retain(|tag, _| is_further_language(tag));
        Some(Self { zh, en, further })
    }

    /// The text in `lang`; in Chinese where it lacks it.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang.tag() {
            "zh" => &self.zh,
            "en" => &self.en,
            tag => self.further.get(tag).unwrap_or(&self.zh),
        }
    }

    /// The languages that it has, with its words in each.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        let further = self.further.iter().map(|(tag, text)| (tag.as_str(), text.as_str()));
        [("zh", self.zh.as_str()), ("en", self.en.as_str())].into_iter().chain(further)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (tag, text) in self.all() {
            map.serialize_entry(tag, text)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("struct Text")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let (mut zh, mut en, mut further) = (None, None, Vec::new());
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "zh" => zh = Some(map.next_value()?),
                        "en" => en = Some(map.next_value()?),
                        tag if is_further_language(tag) => further.push((key, map.next_value()?)),
                        _ => return Err(A::Error::unknown_field(&key, REQUIRED)),
                    }
                }
                let zh = zh.ok_or_else(|| A::Error::missing_field("zh"))?;
                let en = en.ok_or_else(|| A::Error::missing_field("en"))?;
                Ok(Text { zh, en, further: gathered(further) })
            }
        }
        from.deserialize_map(Reader)
    }
}
