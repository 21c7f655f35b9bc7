//! Whether a file may be opened as a workbook: what it is, and how large it is when unpacked.
//!
//! A workbook is a zip archive; a small one can unpack to more than a machine holds. So every part is unpacked once,
//! counted and thrown away, before anything reads it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::fault::{Code, Fault};

/// The most bytes a workbook may have.
pub const MAX_FILE: usize = 16 * 1024 * 1024;

/// The most bytes its parts may have, unpacked.
const MAX_UNPACKED: usize = 64 * 1024 * 1024;

/// The most parts.
const MAX_PARTS: usize = 2000;

/// The most texts a workbook may say that it has: room is made for them before they are read.
const MAX_TEXTS: u64 = 2_000_000;

/// How a file of an older kind, or one with a password, begins.
const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// Whether the file can be opened.
///
/// # Errors
/// What kind of file it is instead, or what is too large about it.
pub(super) fn check(bytes: &[u8]) -> Result<(), Box<Fault>> {
    if bytes.len() > MAX_FILE {
        return Err(too_large(&format!("{} B", bytes.len()), &format!("{MAX_FILE} B")));
    }
    if bytes.starts_with(OLD) {
        return Err(Box::new(Fault::of_file(Code::OldWorkbook, "", &[])));
    }
    if !bytes.starts_with(b"PK") {
        return Err(Box::new(Fault::of_file(Code::NotWorkbook, "", &[])));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MAX_PARTS {
        return Err(too_large(&archive.len().to_string(), &MAX_PARTS.to_string()));
    }
    kind(&mut archive)?;
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&error))?;
        let name = part.name().map_err(|error| damaged(&error))?;
        let is_texts = name.to_ascii_lowercase().ends_with("sharedstrings.xml");
        left = unpack(part, left, is_texts)?;
    }
    Ok(())
}

/// Whether it is a workbook of the kind that is read.
fn kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Box<Fault>> {
    let names: Vec<String> = archive
        .file_names()
        .filter_map(Result::ok)
        .map(|name| name.to_ascii_lowercase().replace('\\', "/"))
        .collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if has("xl/workbook.bin") {
        return Err(Box::new(Fault::of_file(Code::OpenDocument, ".xlsb", &[])));
    }
    if has("content.xml") && has("mimetype") {
        return Err(Box::new(Fault::of_file(Code::OpenDocument, ".ods", &[])));
    }
    if !has("[content_types].xml") || !names.iter().any(|name| name.starts_with("xl/")) {
        return Err(Box::new(Fault::of_file(Code::NotWorkbook, "", &[])));
    }
    Ok(())
}

/// Unpacks a part and throws it away; how many bytes may still come.
fn unpack(mut part: impl Read, mut left: usize, is_texts: bool) -> Result<usize, Box<Fault>> {
    let mut kept = Vec::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = part.read(&mut buffer).map_err(|error| damaged(&error))?;
        if read == 0 {
            break;
        }
        left = left
            .checked_sub(read)
            .ok_or_else(|| too_large(&format!("> {MAX_UNPACKED} B"), &format!("{MAX_UNPACKED} B")))?;
        if is_texts {
            kept.extend_from_slice(buffer.get(..read).unwrap_or_default());
        }
    }
    // Any other encoding would hide what is looked for below.
    if kept.contains(&0) {
        return Err(damaged(&"UTF-16"));
    }
    announced(&kept)?;
    Ok(left)
}

/// How many texts the part says it has; the reader makes room for as many.
fn announced(texts: &[u8]) -> Result<(), Box<Fault>> {
    const KEY: &[u8] = b"uniqueCount";
    for start in texts.windows(KEY.len()).enumerate().filter(|(_, window)| *window == KEY).map(|(at, _)| at) {
        let after = texts.get(start.saturating_add(KEY.len())..).unwrap_or_default();
        let digits = after.iter().skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>');
        let digits: String =
            digits.take_while(|byte| byte.is_ascii_digit()).map(|byte| char::from(*byte)).collect();
        if !digits.is_empty() && digits.parse::<u64>().map_or(true, |count| count > MAX_TEXTS) {
            return Err(too_large(&digits, &MAX_TEXTS.to_string()));
        }
    }
    Ok(())
}

pub(super) fn too_large(value: &str, most: &str) -> Box<Fault> {
    Box::new(Fault::of_file(Code::TooLarge, value, &[("most", most)]))
}

pub(super) fn damaged(error: &impl std::fmt::Display) -> Box<Fault> {
    Box::new(Fault::of_file(Code::Damaged, &error.to_string(), &[]))
}
