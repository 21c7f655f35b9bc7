//! The catalogues as Rust: the languages, and a constant, a struct or a function for each text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{Catalogue, Group, NAME, group_of, placeholders};

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
        if names.is_empty() || matches!(group_of(keys), Some((_, Group::Words))) {
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
