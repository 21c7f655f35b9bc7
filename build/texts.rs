//! The catalogues of texts, `src/texts/<language>.json`: read, held against one another, and made into Rust.
//!
//! `build.rs` runs this on the catalogues there are, `tests/texts.rs` on made ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

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
}

const GROUPS: &[(&str, Group)] = &[
    ("faults", Group::Enum { of: "crate::model::FaultCode", map: true }),
    ("sentences", Group::Enum { of: "crate::model::SentenceCode", map: true }),
    ("words.at_risk", Group::Enum { of: "crate::model::AtRisk", map: false }),
    ("words.basis", Group::Enum { of: "crate::model::Basis", map: false }),
    ("words.direction", Group::Enum { of: "crate::model::Direction", map: false }),
    ("words.eligible", Group::Enum { of: "crate::model::Eligible", map: false }),
    ("words.explained", Group::Enum { of: "crate::model::explanation::ExplainedKind", map: false }),
    ("words.fit", Group::Enum { of: "crate::model::Fit", map: false }),
    ("words.input_state", Group::Enum { of: "crate::model::explanation::InputState", map: false }),
    ("words.status", Group::Enum { of: "crate::model::Status", map: false }),
    ("words.subject", Group::Enum { of: "crate::model::Subject", map: false }),
    ("words.threat", Group::Enum { of: "crate::model::Threat", map: false }),
    ("words.year_use", Group::Enum { of: "crate::model::explanation::YearTold", map: false }),
    ("rule_language", Group::Table),
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

/// `Lang`, as Rust.
pub(crate) fn lang(catalogues: &[Catalogue]) -> String {
    let names: Vec<_> = catalogues.iter().map(|catalogue| camel(&catalogue.tag)).collect();
    let all: Vec<_> = names.iter().map(|name| format!("Self::{name}")).collect();
    let count = names.len();
    let mut out = String::from(
        "/// A language in which the product speaks to its users: one for each catalogue of texts.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]\n\
         #[cfg_attr(feature = \"typescript\", derive(tsify::Tsify))]\npub enum Lang {\n",
    );
    for (at, (catalogue, name)) in catalogues.iter().zip(&names).enumerate() {
        let (called, default) = (called(catalogue), if at == 0 { "#[default]\n" } else { "" });
        let tag = &catalogue.tag;
        line(&mut out, format_args!("#[doc = {called:?}]\n{default}#[serde(rename = {tag:?})]\n{name},"));
    }
    line(&mut out, "}\n\nimpl Lang {");
    line(&mut out, "/// Every language, the default first.");
    line(&mut out, format_args!("pub const ALL: [Self; {count}] = [{}];\n", all.join(", ")));
    let tags: Vec<_> = catalogues.iter().map(|catalogue| format!("{:?}", catalogue.tag)).collect();
    line(&mut out, "/// Its tag, as in the name of its catalogue.\n#[must_use]");
    line(
        &mut out,
        format_args!("pub const fn tag(self) -> &'static str {{ self.of([{}]) }}\n", tags.join(", ")),
    );
    let called: Vec<_> = catalogues.iter().map(|catalogue| format!("{:?}", called(catalogue))).collect();
    line(&mut out, "/// What it calls itself.\n#[must_use]");
    line(
        &mut out,
        format_args!("pub const fn name(self) -> &'static str {{ self.of([{}]) }}\n", called.join(", ")),
    );
    let each: Vec<_> = (0..count).map(|at| format!("of{at}")).collect();
    let arms: Vec<_> = all.iter().zip(&each).map(|(name, of)| format!("{name} => {of}")).collect();
    line(
        &mut out,
        "/// That of several things, one a language in the order of [`Lang::ALL`], which is this language's.",
    );
    line(&mut out, format_args!("pub(crate) const fn of<T: Copy>(self, all: [T; {count}]) -> T {{"));
    line(
        &mut out,
        format_args!("let [{}] = all;\nmatch self {{ {} }}\n}}\n}}", each.join(", "), arms.join(", ")),
    );
    out
}

/// What a language calls itself.
fn called(catalogue: &Catalogue) -> &str {
    catalogue.texts.get(&[NAME.to_owned()][..]).map_or(&catalogue.tag, String::as_str)
}

/// The texts, as Rust: a module for each object, a constant for a text without placeholders, for one with them a
/// struct whose fields they are.
pub(crate) fn texts(catalogues: &[Catalogue]) -> String {
    let mut out = String::new();
    if let Some(first) = catalogues.first() {
        // What the language calls itself is part of `Lang`.
        let keys: Vec<_> = first.texts.keys().filter(|keys| ***keys != [NAME]).cloned().collect();
        Writer { catalogues, out: &mut out }.module(&keys, 0);
    }
    out
}

struct Writer<'a> {
    catalogues: &'a [Catalogue],
    out: &'a mut String,
}

impl Writer<'_> {
    /// Everything whose first `depth` keys are the same.
    fn module(&mut self, all: &[Vec<String>], depth: usize) {
        for texts in all.chunk_by(|a, b| a.get(depth) == b.get(depth)) {
            let Some(first) = texts.first() else { continue };
            let Some(key) = first.get(depth) else { continue };
            let deeper = depth.saturating_add(1);
            match group_of(first) {
                Some((length, Group::Table)) if length == deeper => self.table(key, texts),
                Some((length, Group::Enum { of, map })) if length == deeper => {
                    self.of_enum(key, of, *map, texts, deeper);
                }
                _ if first.len() == deeper => self.text(first, key),
                _ => {
                    line(self.out, format_args!("pub(crate) mod {key} {{"));
                    self.module(texts, deeper);
                    line(self.out, "}");
                }
            }
        }
    }

    /// The text in every language, as a Rust array.
    fn array(&self, keys: &[String]) -> String {
        let texts = self.catalogues.iter().map(|catalogue| catalogue.texts.get(keys));
        let texts: Vec<_> = texts.map(|text| format!("{:?}", text.map_or("", String::as_str))).collect();
        format!("[{}]", texts.join(", "))
    }

    fn names(&self, keys: &[String]) -> BTreeSet<String> {
        let text = self.catalogues.first().and_then(|catalogue| catalogue.texts.get(keys));
        text.and_then(|text| placeholders(text).ok()).unwrap_or_default()
    }

    fn text(&mut self, keys: &[String], key: &str) {
        let (array, names) = (self.array(keys), self.names(keys));
        if names.is_empty() {
            let name = key.to_uppercase();
            line(
                self.out,
                format_args!("pub(crate) const {name}: crate::texts::Word = crate::texts::Word({array});"),
            );
        } else {
            let (name, fields) = (camel(key), names.iter().enumerate());
            let types: Vec<_> = (0..names.len()).map(|at| format!("T{at}")).collect();
            let bound: Vec<_> = types.iter().map(|of| format!("{of}: std::fmt::Display")).collect();
            let held: Vec<_> = fields.map(|(at, field)| format!("pub(crate) {field}: T{at}")).collect();
            let (types, bound) = (types.join(", "), bound.join(", "));
            line(self.out, format_args!("pub(crate) struct {name}<{types}> {{ {} }}", held.join(", ")));
            line(self.out, format_args!("impl<{bound}> {name}<{types}> {{"));
            let filled = filled(&array, &names, "self.");
            line(
                self.out,
                format_args!(
                    "pub(crate) fn get(self, lang: crate::model::Lang) -> String {{ {filled} }}\n}}"
                ),
            );
        }
    }

    fn table(&mut self, key: &str, texts: &[Vec<String>]) {
        let (name, count) = (key.to_uppercase(), texts.len());
        line(self.out, format_args!("pub(crate) static {name}: [(&str, crate::texts::Word); {count}] = ["));
        for keys in texts {
            let (written, array) = (keys.last().map_or("", String::as_str), self.array(keys));
            line(self.out, format_args!("({written:?}, crate::texts::Word({array})),"));
        }
        line(self.out, "];");
    }

    /// A function for the texts of an enum's values; where each value has several, a module with a function for each.
    fn of_enum(&mut self, key: &str, of: &str, map: bool, texts: &[Vec<String>], depth: usize) {
        let deeper = depth.saturating_add(1);
        let parts: BTreeSet<_> = texts.iter().filter_map(|keys| keys.get(deeper)).collect();
        if parts.is_empty() {
            self.function(key, of, map, texts.iter(), depth);
            return;
        }
        line(self.out, format_args!("pub(crate) mod {key} {{"));
        for part in parts {
            self.function(part, of, map, texts.iter().filter(|keys| keys.get(deeper) == Some(part)), depth);
        }
        line(self.out, "}");
    }

    fn function<'k>(
        &mut self,
        name: &str,
        of: &str,
        map: bool,
        texts: impl Iterator<Item = &'k Vec<String>> + Clone,
        depth: usize,
    ) {
        let names: BTreeSet<_> = texts.clone().flat_map(|keys| self.names(keys)).collect();
        let word = map || names.is_empty();
        if word {
            line(
                self.out,
                format_args!("pub(crate) const fn {name}(of: {of}) -> crate::texts::Word {{ match of {{"),
            );
        } else {
            let parameters = parameters(&names);
            line(
                self.out,
                format_args!("pub(crate) fn {name}(of: {of}, {parameters}) -> String {{ match of {{"),
            );
        }
        for keys in texts {
            let (value, array) = (camel(keys.get(depth).map_or("", String::as_str)), self.array(keys));
            let text = if word { format!("crate::texts::Word({array})") } else { filled(&array, &names, "") };
            line(self.out, format_args!("{of}::{value} => {text},"));
        }
        line(self.out, "} }");
    }
}

fn parameters(names: &BTreeSet<String>) -> String {
    let each: Vec<_> = names.iter().map(|name| format!("{name}: impl std::fmt::Display")).collect();
    format!("lang: crate::model::Lang, {}", each.join(", "))
}

/// The text in the language `lang` with its placeholders filled from variables, or fields, of the same names.
fn filled(array: &str, names: &BTreeSet<String>, of: &str) -> String {
    let each: Vec<_> = names.iter().map(|name| format!("({name:?}, &{of}{name})")).collect();
    format!("crate::texts::filled(lang.of({array}), &[{}])", each.join(", "))
}

/// `not_met` and `zh-hant` as Rust names a variant.
fn camel(key: &str) -> String {
    let parts = key.split(['_', '-']).map(|part| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    });
    parts.collect()
}

fn line(out: &mut String, text: impl std::fmt::Display) {
    // Writing to a string does not fail.
    let _ = writeln!(out, "{text}");
}
