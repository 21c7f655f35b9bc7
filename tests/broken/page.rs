//! The pages of cases: one heading a case, blocks of input, then what is said in Chinese and in English.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::support;

/// A page of cases.
pub(crate) struct Page {
    pub(crate) file: PathBuf,
    /// What stands before the first case.
    intro: String,
    pub(crate) cases: Vec<Case>,
}

/// What an author did wrong, and what is said of it.
pub(crate) struct Case {
    pub(crate) title: String,
    /// What stands before the blocks.
    prose: String,
    /// The blocks of input: what they are, and their lines.
    pub(crate) input: Vec<(String, String)>,
    pub(crate) zh: String,
    pub(crate) en: String,
}

/// All pages, by file name.
pub(crate) fn all() -> Vec<Page> {
    let folder = support::root().join("tests/broken");
    let entries = std::fs::read_dir(folder).expect("the folder of cases");
    let files = entries.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|end| end == "md")).collect();
    files.sort();
    files.into_iter().map(Page::read).collect()
}

impl Page {
    fn read(file: PathBuf) -> Self {
        let text = std::fs::read_to_string(&file).expect("a page");
        let mut page = Self { file, intro: String::new(), cases: Vec::new() };
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if let Some(title) = line.strip_prefix("## ") {
                let (title, [prose, zh, en]) = (title.to_owned(), [const { String::new() }; 3]);
                page.cases.push(Case { title, prose, input: Vec::new(), zh, en });
            } else if let Some(what) = line.strip_prefix("```") {
                let block: String = lines
                    .by_ref()
                    .take_while(|line| *line != "```")
                    .map(|line| format!("{line}\n"))
                    .collect();
                let case = page.cases.last_mut().expect("a block belongs to a case");
                match what {
                    "zh" => case.zh = block,
                    "en" => case.en = block,
                    _ => case.input.push((what.to_owned(), block)),
                }
            } else {
                let text = page.cases.last_mut().map_or(&mut page.intro, |case| &mut case.prose);
                text.push_str(line);
                text.push('\n');
            }
        }
        page
    }

    /// The page as text.
    pub(crate) fn text(&self) -> String {
        let mut out = format!("{}\n", self.intro.trim());
        for case in &self.cases {
            write!(out, "\n## {}\n", case.title).expect("written");
            if !case.prose.trim().is_empty() {
                write!(out, "\n{}\n", case.prose.trim()).expect("written");
            }
            let said = [("zh".to_owned(), case.zh.clone()), ("en".to_owned(), case.en.clone())];
            for (what, block) in case.input.iter().chain(&said) {
                write!(out, "\n```{what}\n{block}```\n").expect("written");
            }
        }
        out
    }
}
