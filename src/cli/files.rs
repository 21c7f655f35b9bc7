//! Reading what a command is given; `-` is standard input.

use std::fs::File;
use std::io::{ErrorKind, Read, Write as _};

use super::{Answer, Refusal};
use crate::model::{Fault, FaultCode, Lang, MAX_BYTES, Place};
use crate::plan::Plan;
use crate::rulebook;
use crate::texts::cli::files as words;

/// The rulebook used where none is named.
pub(super) const FLAGSHIP: &str = include_str!("../../rulebooks/miit-2019-63/rulebook.json");

/// The bytes of a file; reading ends shortly after the size that a document may have.
pub(super) fn read(file: &str, lang: Lang) -> Result<Vec<u8>, Refusal> {
    read_most(file, MAX_BYTES, lang)
}

/// The bytes of a file; reading ends shortly after `most` of them.
pub(super) fn read_most(file: &str, most: usize, lang: Lang) -> Result<Vec<u8>, Refusal> {
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if file == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|opened| opened.take(most).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(unreadable(file, why_unreadable(&error), lang)),
    }
}

/// Why a file cannot be read: one of the words that the catalogues have for it.
pub(super) fn why_unreadable(error: &std::io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file",
        ErrorKind::PermissionDenied => "reading it is not allowed",
        ErrorKind::IsADirectory => "it is a folder",
        _ => "the system could not read it",
    }
}

/// Writes what a command made to a file; `-` is standard output.
pub(super) fn write(file: &str, text: String, lang: Lang) -> Result<Answer, Refusal> {
    if file == "-" { Ok(Answer::Done(text)) } else { write_bytes(file, text.as_bytes(), lang) }
}

/// Writes a file that need be no text; `-` is standard output.
pub(super) fn write_bytes(file: &str, bytes: &[u8], lang: Lang) -> Result<Answer, Refusal> {
    let written =
        if file == "-" { std::io::stdout().lock().write_all(bytes) } else { std::fs::write(file, bytes) };
    if written.is_ok() && file != "-" {
        // A closed standard error cannot be told of.
        let _ = writeln!(std::io::stderr(), "{}", words::Written { file }.get(lang));
    }
    written.map(|()| Answer::Done(String::new())).map_err(|error| {
        let why = match error.kind() {
            ErrorKind::NotFound => "there is no such folder",
            ErrorKind::PermissionDenied => "writing there is not allowed",
            ErrorKind::IsADirectory => "it is a folder",
            _ => "the system could not write it",
        };
        let fault = Fault::new(FaultCode::Unwritable, &Place::document(), file, &[("why", why)]);
        refusal(file, vec![fault], lang)
    })
}

/// A file that cannot be read, and why: one of the words that the catalogues have for it.
pub(super) fn unreadable(file: &str, why: &str, lang: Lang) -> Refusal {
    let fault = Fault::new(FaultCode::Unreadable, &Place::document(), file, &[("why", why)]);
    refusal(file, vec![fault], lang)
}

pub(super) fn refusal(file: &str, faults: Vec<Fault>, lang: Lang) -> Refusal {
    Refusal { file: file.to_owned(), faults, lines: Vec::new(), lang }
}

/// The rulebook of a file, or the flagship.
pub(super) fn plan(file: Option<&str>, lang: Lang) -> Result<Plan, Refusal> {
    let loaded = match file {
        Some(file) => rulebook::load(&read(file, lang)?),
        None => rulebook::load(FLAGSHIP.as_bytes()),
    };
    loaded.map_err(|faults| refusal(file.unwrap_or("miit-2019-63"), faults, lang))
}

/// A fault as one line: where, what and what helps.
pub(super) fn line(fault: &Fault, lang: Lang) -> String {
    if fault.place.is_empty() { fault.line(lang) } else { format!("{}: {}", fault.place, fault.line(lang)) }
}
