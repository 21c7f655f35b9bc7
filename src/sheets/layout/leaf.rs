//! Columns as they stand in a sheet: a text is one for each language, a standing several.

use super::tables::STANDING_COLUMNS;
use super::{Column, Kind, Use};
use crate::model::Lang;
use crate::texts::sheets::language_name;

/// One column of a sheet.
#[derive(Debug, Clone)]
pub(in crate::sheets) struct Leaf {
    /// The name by which the file knows the column.
    pub(in crate::sheets) key: String,
    /// The keys from what a row is down to the value.
    pub(in crate::sheets) path: Vec<String>,
    /// Its heading, in Chinese and in English.
    pub(in crate::sheets) heading: [String; 2],
    /// What stands in its cells; never a text or a standing.
    pub(in crate::sheets) kind: Kind,
    /// Whether it is a key of the document, or says where a row belongs.
    pub(in crate::sheets) use_: Use,
    /// Whether its cells hold whole sentences.
    pub(in crate::sheets) long: bool,
}

impl Leaf {
    /// The heading in `lang`.
    pub(in crate::sheets) fn heading_in(&self, lang: Lang) -> &str {
        lang.of(self.heading.each_ref().map(String::as_str))
    }

    /// The heading in `lang` first, below it the other.
    pub(in crate::sheets) fn title(&self, lang: Lang) -> String {
        let [zh, en] = &self.heading;
        match lang {
            Lang::Zh => format!("{zh}\n{en}"),
            Lang::En => format!("{en}\n{zh}"),
        }
    }
}

/// The columns of a sheet for a rulebook whose texts have these languages.
pub(in crate::sheets) fn leaves(columns: &[Column], languages: &[String]) -> Vec<Leaf> {
    let mut all = Vec::new();
    for column in columns {
        let heading = [column.heading.zh.to_owned(), column.heading.en.to_owned()];
        add(&mut all, column, column.key.to_owned(), heading, languages);
    }
    all
}

fn add(all: &mut Vec<Leaf>, column: &Column, key: String, heading: [String; 2], languages: &[String]) {
    let [zh, en] = &heading;
    match column.kind {
        Kind::Text => {
            for language in languages {
                let name = language_name(language);
                let heading = [format!("{zh}（{}）", name.zh), format!("{en} ({})", name.en)];
                all.push(leaf(column, format!("{key}.{language}"), heading, Kind::Words, true));
            }
        }
        Kind::Standing => {
            for below in STANDING_COLUMNS {
                let heading = [format!("{zh}：{}", below.heading.zh), format!("{en}: {}", below.heading.en)];
                add(all, below, format!("{key}.{}", below.key), heading, languages);
            }
        }
        kind => {
            let long = key.ends_with(".quote") || kind == Kind::Formula;
            all.push(leaf(column, key, heading, kind, long));
        }
    }
}

fn leaf(column: &Column, key: String, heading: [String; 2], kind: Kind, long: bool) -> Leaf {
    let path = key.split('.').map(str::to_owned).collect();
    Leaf { key, path, heading, kind, use_: column.use_, long }
}
