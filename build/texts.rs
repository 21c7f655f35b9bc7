//! The catalogues of texts, `src/texts/<language>.json`: read, held against one another, and made into Rust.
//!
//! `build.rs` runs this on the catalogues there are, `tests/texts.rs` on made ones.

mod rust;

pub(crate) use rust::{lang, texts};

use std::collections::{BTreeMap, BTreeSet};

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};

/// The catalogue that the others are held against, and the one that must be beside it.
const FIRST: [&str; 2] = ["zh", "en"];

/// The key of what a language calls itself.
const NAME: &str = "name";

/// What the texts below a key become, where that is not a constant or a function for each.
enum Group {
    /// A function of an enum: a value of it without a text, or a text without a value, does not compile. Where `map` is
    /// set its templates are filled from a map, else by the function's parameters.
    Enum { of: &'static str, map: bool },
    /// Words by what is written: a list of pairs.
    Table,
    /// Constants, templates among them: these are filled from a map.
    Words,
}

const GROUPS: &[(&str, Group)] = &[
    ("amendment.effect", Group::Enum { of: "crate::model::ChangeEffect", map: false }),
    ("amendment.keys", Group::Table),
    ("amendment.keys_within", Group::Table),
    ("amendment.kind", Group::Enum { of: "crate::model::RuleChangeKind", map: false }),
    ("amendment.made_for", Group::Enum { of: "crate::model::MadeFor", map: false }),
    ("amendment.outcome", Group::Enum { of: "crate::model::CarryOutcome", map: true }),
    ("amendment.report", Group::Words),
    ("amendment.step", Group::Enum { of: "crate::model::VersionStep", map: false }),
    ("amendment.values", Group::Table),
    ("amendment.version", Group::Enum { of: "crate::model::VersionVerdict", map: true }),
    ("amendment.words", Group::Words),
    ("document", Group::Words),
    ("faults", Group::Enum { of: "crate::model::FaultCode", map: true }),
    ("findings", Group::Enum { of: "crate::model::FindingCode", map: true }),
    ("sentences", Group::Enum { of: "crate::model::SentenceCode", map: true }),
    ("words.at_risk", Group::Enum { of: "crate::model::AtRisk", map: false }),
    ("words.basis", Group::Enum { of: "crate::model::Basis", map: false }),
    ("words.direction", Group::Enum { of: "crate::model::Direction", map: false }),
    ("words.eligible", Group::Enum { of: "crate::model::Eligible", map: false }),
    ("words.explained", Group::Enum { of: "crate::model::explanation::ExplainedKind", map: false }),
    ("words.fit", Group::Enum { of: "crate::model::Fit", map: false }),
    ("words.input_state", Group::Enum { of: "crate::model::explanation::InputState", map: false }),
    ("words.severity", Group::Enum { of: "crate::model::Severity", map: false }),
    ("words.status", Group::Enum { of: "crate::model::Status", map: false }),
    ("words.subject", Group::Enum { of: "crate::model::Subject", map: false }),
    ("words.threat", Group::Enum { of: "crate::model::Threat", map: false }),
    ("words.year_use", Group::Enum { of: "crate::model::explanation::YearTold", map: false }),
    ("rule_language", Group::Table),
    ("cli.rulebook_check.kinds", Group::Table),
    ("cli.rulebook_test.parts", Group::Table),
    ("rules", Group::Words),
    ("values", Group::Table),
];

/// The texts of one language.
pub(crate) struct Catalogue {
    /// The language's tag, the file's name without its ending.
    tag: String,
    /// Each text by the keys that lead to it.
    texts: BTreeMap<Vec<String>, String>,
}

impl Catalogue {
    /// Reads the catalogue of the language `tag`.
    ///
    /// # Errors
    /// What keeps it from being a catalogue, as a sentence that names the file.
    pub(crate) fn read(tag: &str, json: &str) -> Result<Self, String> {
        if !is_tag(tag) {
            return Err(format!(
                "{tag}.json: name the file by a language tag in lower case, such as bo.json"
            ));
        }
        let tree: Tree = serde_json::from_str(json).map_err(|error| format!("{tag}.json: {error}"))?;
        let mut texts = BTreeMap::new();
        tree.collect(&mut Vec::new(), &mut texts);
        Ok(Self { tag: tag.to_owned(), texts })
    }

    fn wrong(&self, keys: &[String], what: impl std::fmt::Display) -> String {
        format!("{}.json: `{}`: {what}", self.tag, keys.join("."))
    }
}

/// A text, or texts by key. A key that stands twice is an error, which it is not for a map.
enum Tree {
    Text(String),
    Below(Vec<(String, Self)>),
}

impl Tree {
    fn collect(self, keys: &mut Vec<String>, into: &mut BTreeMap<Vec<String>, String>) {
        match self {
            Self::Text(text) => {
                into.insert(keys.clone(), text);
            }
            Self::Below(entries) => {
                for (key, tree) in entries {
                    keys.push(key);
                    tree.collect(keys, into);
                    keys.pop();
                }
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Tree;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text or an object of texts")
            }
            fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
                Ok(Tree::Text(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
                let mut entries: Vec<(String, Tree)> = Vec::new();
                while let Some((key, tree)) = map.next_entry::<String, Tree>()? {
                    if entries.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom(format!("the key `{key}` stands twice")));
                    }
                    entries.push((key, tree));
                }
                Ok(Tree::Below(entries))
            }
        }
        from.deserialize_any(Reader)
    }
}

/// Puts the catalogues in order, `zh` first, then `en`, then the others by tag, and holds them against one another.
///
/// # Errors
/// Everything that is wrong, a sentence each: file, key, what.
pub(crate) fn checked(mut catalogues: Vec<Catalogue>) -> Result<Vec<Catalogue>, Vec<String>> {
    let place = |tag: &str| FIRST.iter().position(|first| *first == tag).unwrap_or(FIRST.len());
    catalogues.sort_by(|a, b| (place(&a.tag), &a.tag).cmp(&(place(&b.tag), &b.tag)));
    let there = |tag: &&&str| catalogues.iter().any(|catalogue| catalogue.tag == **tag);
    if let Some(missing) = FIRST.iter().find(|tag| !there(tag)) {
        return Err(vec![format!("{missing}.json is missing")]);
    }
    let mut wrong = Vec::new();
    for catalogue in &catalogues {
        for (keys, text) in &catalogue.texts {
            wrong.extend(
                faults_of(&catalogue.tag, keys, text).into_iter().map(|what| catalogue.wrong(keys, what)),
            );
        }
    }
    if let Some((first, others)) = catalogues.split_first() {
        others.iter().for_each(|other| held_against(first, other, &mut wrong));
    }
    if wrong.is_empty() { Ok(catalogues) } else { Err(wrong) }
}

fn held_against(first: &Catalogue, other: &Catalogue, wrong: &mut Vec<String>) {
    for (keys, text) in &first.texts {
        let Some(translated) = other.texts.get(keys) else {
            wrong.push(other.wrong(keys, format_args!("missing, though {}.json has it", first.tag)));
            continue;
        };
        // A template that cannot be read is told above.
        let (Ok(names), Ok(here)) = (placeholders(text), placeholders(translated)) else { continue };
        for name in names.difference(&here) {
            let what = format!("the placeholder {{{name}}} of {}.json is missing", first.tag);
            wrong.push(other.wrong(keys, what));
        }
        for name in here.difference(&names) {
            let what = format!("the placeholder {{{name}}} is not in {}.json", first.tag);
            wrong.push(other.wrong(keys, what));
        }
    }
    for keys in other.texts.keys().filter(|keys| !first.texts.contains_key(*keys)) {
        wrong.push(other.wrong(keys, format_args!("missing in {}.json", first.tag)));
    }
}

/// What is wrong with one text, whatever the other languages have.
fn faults_of(tag: &str, keys: &[String], text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    // A table is by what is written elsewhere, and may show how that is written.
    let table = matches!(group_of(keys), Some((_, Group::Table)));
    if !table && !keys.iter().all(|key| is_name(key)) {
        wrong.push("a key is made of lower-case letters, digits and underscores".to_owned());
    }
    if text.trim().is_empty() {
        wrong.push("no text".to_owned());
    }
    if let Err(what) = placeholders(text) {
        wrong.push(what);
    }
    if tag == "en" && text.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c)) {
        wrong.push("Chinese in an English text".to_owned());
    }
    if tag == "zh" && !table && (text.contains(", ") || text.contains("; ")) {
        wrong.push("half-width punctuation in a Chinese text".to_owned());
    }
    wrong
}

/// The names in a template: `{name}`; `[…{name}…]` is what is left out where `name` is empty.
fn placeholders(text: &str) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    // The name being read; whether within brackets, and whether a name stood there.
    let (mut name, mut optional): (Option<String>, Option<bool>) = (None, None);
    for c in text.chars() {
        match (c, &mut name, optional) {
            ('{', None, _) => name = Some(String::new()),
            ('}', Some(read), _) => {
                if !is_name(read) {
                    return Err(format!("`{{{read}}}` is not a placeholder"));
                }
                names.extend(name.take());
                optional = optional.map(|_| true);
            }
            ('[', None, None) => optional = Some(false),
            (']', None, Some(true)) => optional = None,
            (']', None, Some(false)) => return Err("brackets without a placeholder".to_owned()),
            ('{' | '}' | '[' | ']', _, _) => return Err(format!("`{c}` without its partner")),
            (c, Some(read), _) => read.push(c),
            _ => {}
        }
    }
    if name.is_some() || optional.is_some() {
        return Err("a bracket without its partner".to_owned());
    }
    Ok(names)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

fn is_tag(text: &str) -> bool {
    text.split('-').all(|part| {
        (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}

/// The group that a text belongs to, and the keys that lead to it.
fn group_of(keys: &[String]) -> Option<(usize, &'static Group)> {
    GROUPS.iter().find_map(|(path, group)| {
        let path: Vec<_> = path.split('.').collect();
        let below = keys.len() > path.len() && path.iter().zip(keys).all(|(a, b)| a == b);
        below.then_some((path.len(), group))
    })
}
