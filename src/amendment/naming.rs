//! Properties and values of a rulebook for readers.

use serde_json::Value;

use super::keys;
use super::renames::FORMULAS;
use super::walk::Step;
use crate::language::Reading as _;
use crate::model::{Band, Basis, Dimension, Indicator, Lang, Point, Rulebook, Score, Text};
use crate::texts::{self, amendment::words};
use crate::texts::{rules, said};
use crate::wording::Wording;

/// One of two rulebooks, read out in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Naming<'a> {
    document: &'a Rulebook,
    wording: Wording<'a>,
    lang: Lang,
}

/// The properties whose name adds nothing to what stands around it.
const SILENT: &[&str] =
    &["choice", "checklist", "piecewise", "per_unit", "growth", "best_of", "sum_of", "by_field"];

impl<'a> Naming<'a> {
    pub(super) const fn new(document: &'a Rulebook, lang: Lang) -> Self {
        Self { document, wording: Wording::new(document, lang), lang }
    }

    /// The label of a dimension or an indicator.
    pub(super) fn scored(&self, id: &str) -> String {
        fn within<'i>(indicators: &'i [Indicator], id: &str) -> Option<&'i Text> {
            indicators
                .iter()
                .find_map(|i| if i.id == id { Some(&i.label) } else { within(&i.indicators, id) })
        }
        let dimension =
            |d: &'a Dimension| if d.id == id { Some(&d.label) } else { within(&d.indicators, id) };
        let label = self.document.dimensions.iter().find_map(dimension);
        label.map_or(id, |label| label.get(self.lang)).to_owned()
    }

    fn source(&self, id: &str) -> String {
        let source = self.document.sources.iter().find(|source| source.id == id);
        let Some(source) = source else { return id.to_owned() };
        let title = source.title.get(self.lang);
        // A title that has its marks already takes no others.
        let title = if title.contains('《') {
            title.to_owned()
        } else {
            said(words::QUOTED_TITLE, self.lang, &[("title", title)])
        };
        let number = source.number.as_deref().unwrap_or("");
        said(words::NUMBERED_TITLE, self.lang, &[("title", &title), ("number", number)])
    }

    /// The cited document and the place in it.
    pub(super) fn cited(&self, standing: &Value) -> Option<String> {
        let text = |key: &str| standing.get(key).and_then(Value::as_str);
        let source = self.source(text("source")?);
        Some(text("article").map_or_else(|| source.clone(), |article| format!("{source} {article}")))
    }

    /// A property by the way to it, from the part of `section` down.
    pub(super) fn property(&self, section: &str, steps: &[Step], of: Option<&str>) -> String {
        let mut said_so_far: Vec<String> = Vec::new();
        let mut within = section;
        for (at, step) in steps.iter().enumerate() {
            match step {
                // The kind of value is said by what is in it.
                Step::Key(key) if key == "kind" && at.saturating_add(1) < steps.len() => within = key,
                // A score function within another is said by its number.
                Step::Key(key) if key == "score" && within == "sum_of" => within = key,
                Step::Key(key) => {
                    if let Some(name) = self.key(within, key, of) {
                        said_so_far.push(name);
                    }
                    within = key;
                }
                Step::Item { list, id } => {
                    said_so_far.push(self.wording.quoted(&self.item(list, id, section, of)));
                    within = list;
                }
                Step::At { list, number } => {
                    let template = match list.as_str() {
                        "bands" => words::NUMBER_OF_BAND,
                        "points" => words::NUMBER_OF_POINT,
                        _ => words::NUMBER_OF_PART,
                    };
                    said_so_far.push(said(template, self.lang, &[("number", &number.to_string())]));
                    within = list;
                }
            }
        }
        // The list is said by the number of its item: 第 2 档, not 分档·第 2 档.
        let listed = [keys::key("", "bands"), keys::key("", "points")];
        let listed: Vec<_> = listed.iter().flatten().map(|word| word.get(self.lang)).collect();
        let numbered = steps.iter().any(|step| matches!(step, Step::At { .. }));
        said_so_far.retain(|name| !numbered || !listed.contains(&name.as_str()));
        said_so_far.dedup();
        said_so_far.join(rules::WITHIN.get(self.lang))
    }

    fn key(&self, within: &str, key: &str, of: Option<&str>) -> Option<String> {
        let option = |of: &str| self.wording.quoted(&self.wording.option_label(of, key));
        match within {
            "max" | "weight" if key != "by_option" => Some(option("category")),
            "scores" => Some(option(of.unwrap_or(""))),
            "by_field" => Some(said(words::IN_FIELD, self.lang, &[("field", &self.wording.field(key))])),
            "by_option" => Some(option(self.document.weights_by.as_deref().unwrap_or(""))),
            "by_year" => Some(said(words::OF_YEAR, self.lang, &[("year", key)])),
            "kind" => None,
            "score" | "best_of" | "sum_of" if SILENT.contains(&key) || ["bands", "target"].contains(&key) => {
                None
            }
            _ if SILENT.contains(&key) || key == "by_option" => None,
            _ => Some(
                keys::key(within, key)
                    .map_or_else(|| self.document_key(key), |word| word.get(self.lang).to_owned()),
            ),
        }
    }

    /// A property that has no word: a category below an option, or what a later rulebook may hold.
    fn document_key(&self, key: &str) -> String {
        self.wording.option_label("category", key)
    }

    fn item(&self, list: &str, id: &str, section: &str, of: Option<&str>) -> String {
        match list {
            "floors" => {
                let (dimension, indicator) = id.split_once(':').unwrap_or((id, ""));
                self.scored(if dimension.is_empty() { indicator } else { dimension })
            }
            "steps" => {
                let mut steps = self.document.routes.iter().flat_map(|route| &route.steps);
                let label = steps.find(|step| step.id == id).map(|step| step.label.get(self.lang));
                label.unwrap_or(id).to_owned()
            }
            "options" | "items" if section == "figures" => self.wording.option_label(of.unwrap_or(""), id),
            _ => id.to_owned(),
        }
    }

    /// A value of a property. `of` is the figure whose options are meant.
    pub(super) fn value(&self, steps: &[Step], of: Option<&str>, value: &Value) -> String {
        let last = steps.last();
        let key = last.map_or("", Step::key);
        match value {
            Value::Bool(true) => texts::words::YES.get(self.lang).to_owned(),
            Value::Bool(false) => texts::words::NO.get(self.lang).to_owned(),
            Value::String(text) => self.text(key, text, of),
            Value::Array(list) => self.list(key, list, of),
            Value::Object(object) => {
                if object.contains_key("zh")
                    && let Ok(text) = serde_json::from_value::<Text>(value.clone())
                {
                    return self.wording.quoted(text.get(self.lang));
                }
                self.object(last, value, of).unwrap_or_else(|| value.to_string())
            }
            other => other.to_string(),
        }
    }

    fn text(&self, key: &str, text: &str, of: Option<&str>) -> String {
        if let Some(word) = keys::value(key, text) {
            return word.get(self.lang).to_owned();
        }
        match key {
            "basis" => basis(text).map_or(text, |basis| texts::words::basis(basis).get(self.lang)).to_owned(),
            "dimension" | "indicator" => self.wording.quoted(&self.scored(text)),
            "source" => self.source(text),
            "weights_by" => self.wording.name(text),
            "quote" | "article" | "address" | "number" => self.wording.quoted(text),
            _ if FORMULAS.contains(&key) && of != Some(UNITS) => self.wording.formula(text),
            _ => text.to_owned(),
        }
    }

    fn list(&self, key: &str, list: &[Value], of: Option<&str>) -> String {
        if list.is_empty() {
            return words::NONE.get(self.lang).to_owned();
        }
        let item = |value: &Value| match (key, value) {
            ("categories", Value::String(id)) => self.wording.option_label("category", id),
            ("fields", Value::String(id)) => self.wording.field(id),
            ("options" | "items" | "steps" | "floors", Value::String(id)) => {
                self.item(key, id, "figures", of)
            }
            ("bands", value) => serde_json::from_value::<Band>(value.clone()).map_or_else(
                |_| value.to_string(),
                |band| self.case(&self.wording.band(&band), &band.score.to_string()),
            ),
            ("points", value) => serde_json::from_value::<Point>(value.clone())
                .map_or_else(|_| value.to_string(), |point| self.case(&point.at, &point.score.to_string())),
            ("floors", value) => self.floor(value).unwrap_or_else(|| value.to_string()),
            (_, value) => match value.get("label") {
                Some(label) => self.value(&[], of, label),
                None => self.value(&[Step::Item { list: key.to_owned(), id: String::new() }], of, value),
            },
        };
        let joint = if ["bands", "points", "best_of", "sum_of"].contains(&key) {
            rules::CLAUSE_JOINT
        } else {
            rules::LIST_JOINT
        };
        list.iter().map(item).collect::<Vec<_>>().join(joint.get(self.lang))
    }

    fn case(&self, case: &str, score: &str) -> String {
        said(rules::CASE, self.lang, &[("case", case), ("score", score)])
    }

    fn floor(&self, floor: &Value) -> Option<String> {
        let text = |key: &str| floor.get(key).and_then(Value::as_str);
        let of = text("dimension").or_else(|| text("indicator"))?;
        let what = self.wording.quoted(&self.scored(of));
        Some(said(
            words::AT_LEAST_PERCENT,
            self.lang,
            &[("what", &what), ("percent", text("least_percent")?)],
        ))
    }

    fn object(&self, last: Option<&Step>, value: &Value, of: Option<&str>) -> Option<String> {
        let object = value.as_object()?;
        let key = last.map_or("", Step::key);
        if object.contains_key("basis") {
            let basis = self.text("basis", object.get("basis")?.as_str()?, of);
            let quote = object.get("quote").and_then(Value::as_str).map(|quote| self.wording.quoted(quote));
            let more: Vec<_> = self.cited(value).into_iter().chain(quote).collect();
            let colon = if more.is_empty() { "" } else { rules::COLON.get(self.lang) };
            return Some(format!("{basis}{colon}{}", more.join(" ")));
        }
        if object.contains_key("least_percent") {
            return self.floor(value);
        }
        if let Some(label) = object.get("label") {
            return Some(self.value(&[], of, label));
        }
        match key {
            "kind" => {
                let (kind, more) = object.iter().next()?;
                let kind = self.text("kind", kind, of);
                let unit = more.get("unit").and_then(Value::as_str).filter(|unit| !unit.is_empty());
                let params = [("kind", kind.as_str()), ("unit", unit.unwrap_or(""))];
                Some(said(words::KIND_WITH_UNIT, self.lang, &params))
            }
            "line" => {
                let total = object.get("total")?.as_str()?;
                let line = said(words::LINE_TOTAL, self.lang, &[("total", total)]);
                let floors = object.get("floors").and_then(Value::as_array).into_iter().flatten();
                Some(
                    self.wording.list([line].into_iter().chain(floors.filter_map(|floor| self.floor(floor)))),
                )
            }
            "max" | "weight" | "by_option" | "scores" | "by_year" => {
                let each = object.iter().map(|(name, inner)| {
                    let name = self.key(key, name, of).unwrap_or_default();
                    let value = self.value(&[Step::Key(key.to_owned())], of, inner);
                    format!("{name} {value}").trim_start().to_owned()
                });
                Some(self.wording.list(each))
            }
            _ => match serde_json::from_value::<Score>(value.clone()) {
                Ok(score) => Some(self.wording.score(&score).line(self.wording)),
                Err(_) => Some(self.record(value)),
            },
        }
    }

    /// Any other object: each of its properties with its value.
    fn record(&self, value: &Value) -> String {
        let entries = value.as_object().into_iter().flatten().map(|(key, inner)| {
            let name = keys::key("", key).map_or(key.as_str(), |word| word.get(self.lang));
            format!("{name} {}", self.value(&[Step::Key(key.clone())], None, inner))
        });
        self.wording.list(entries)
    }
}

/// Stands for the figure where a property belongs to a unit: its `of` is no formula.
pub(super) const UNITS: &str = "units";

/// A standing's kind by its name.
pub(super) fn basis(text: &str) -> Option<Basis> {
    serde_json::from_value(Value::from(text)).ok()
}
