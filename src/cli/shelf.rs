//! Several rulebooks side by side in a folder: a submission says which one, in which version, it was made for.

use std::path::{Path, PathBuf};

use super::Refusal;
use super::files::{read, refusal};
use crate::model::{Fault, FaultCode, Json, Lang, Place, RULEBOOK_FORMAT, RulebookRef, Submission};

/// The most files of a folder that are looked at.
const MAX_FILES: usize = 1000;

/// The rulebook of a folder, or of one of the folders in it, that a submission was made for.
pub(super) fn choose(folder: &str, submission: &Submission, lang: Lang) -> Result<PathBuf, Refusal> {
    let refused = |code, value: &str, known: &[&str]| {
        let params = [("known", &*known.join("; "))];
        refusal(folder, vec![Fault::new(code, &Place::document(), value, &params)], lang)
    };
    let found = rulebooks(Path::new(folder), lang);
    let names: Vec<_> = found.iter().map(|(at, _)| format!("{} {}", at.id, at.version)).collect();
    let known: Vec<_> = names.iter().map(String::as_str).collect();
    let mut fits = match &submission.rulebook {
        Some(named) => found.iter().filter(|(at, _)| at == named).collect::<Vec<_>>(),
        None => found.iter().collect(),
    };
    match (fits.pop(), fits.is_empty(), &submission.rulebook) {
        (Some((_, file)), true, _) => Ok(file.clone()),
        (None, _, Some(named)) => {
            Err(refused(FaultCode::NoSuchRulebook, &format!("{} {}", named.id, named.version), &known))
        }
        (Some(_), false, Some(named)) => {
            Err(refused(FaultCode::SeveralRulebooks, &format!("{} {}", named.id, named.version), &known))
        }
        (_, _, None) => Err(refused(FaultCode::NoRulebookNamed, "", &known)),
    }
}

/// The rulebooks there are, by id and version. What is not one is passed over.
fn rulebooks(folder: &Path, lang: Lang) -> Vec<(RulebookRef, PathBuf)> {
    let mut files = entries(folder);
    let inner: Vec<_> =
        files.iter().filter(|entry| entry.is_dir()).flat_map(|inner| entries(inner)).collect();
    files.extend(inner);
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json") && file.is_file());
    files.sort();
    files.truncate(MAX_FILES);
    let head = |file: PathBuf| {
        let json = Json::read(&read(file.to_str()?, lang).ok()?).ok()?;
        let text = |key| match json.get(key) {
            Some(Json::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let is_rulebook = text("format").is_some_and(|format| format == RULEBOOK_FORMAT);
        is_rulebook.then_some((RulebookRef { id: text("id")?, version: text("version")? }, file))
    };
    files.into_iter().filter_map(head).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}
