//! What was found in a file, as text: a line each, which editors read as `file:line:column: severity: …`.

use super::file::{Checked, Located};
use crate::model::{Fault, FaultCode, Finding, Lang, Severity};
use crate::texts::Word;
use crate::texts::cli::rulebook_check as words;
use crate::texts::words::severity;

/// The beginning of every format of rulebooks.
const RULEBOOKS: &str = "infocity-rulebook/";

/// All lines about a file; none about one that cannot be read, which standard error tells.
pub(super) fn text(checked: &Checked, lang: Lang) -> String {
    if checked.unreadable {
        return String::new();
    }
    let file = checked.file.as_str();
    let mut lines = vec![format!("{file}: {}", summary(checked, lang))];
    lines.extend(checked.faults.iter().map(|fault| of_fault(file, fault, lang)));
    lines.extend(checked.findings.iter().map(|finding| of_finding(file, finding, lang)));
    lines.into_iter().map(|line| line + "\n").collect()
}

fn summary(checked: &Checked, lang: Lang) -> String {
    let other = |fault: &Fault| fault.code == FaultCode::WrongFormat && fault.value.starts_with(RULEBOOKS);
    if let Some(fault) = checked.faults.iter().find(|fault| other(&fault.found)) {
        return words::OtherFormat { format: &fault.found.value }.get(lang);
    }
    if let Some(kind) = checked.faults.iter().find_map(|fault| kind(&fault.found)) {
        return words::NotARulebook { kind: kind.get(lang) }.get(lang);
    }
    let (Some(size), Some(named)) = (&checked.size, &checked.rulebook) else {
        return words::Faults { count: checked.faults.len() }.get(lang);
    };
    words::NoFaults {
        id: &named.id,
        version: &named.version,
        figures: size.figures,
        requirements: size.requirements,
        indicators: size.indicators,
        warnings: checked.count(Severity::Warning),
        hints: checked.count(Severity::Hint),
    }
    .get(lang)
}

/// What a file is that is no rulebook, by the beginning of its format.
fn kind(fault: &Fault) -> Option<Word> {
    let format = matches!(fault.code, FaultCode::WrongFormat | FaultCode::SubmissionForRulebook);
    let mut kinds = words::KINDS.iter().filter(|(start, _)| format && fault.value.starts_with(start));
    kinds.next().map(|(_, word)| *word)
}

fn of_fault(file: &str, located: &Located<Fault>, lang: Lang) -> String {
    let fault = &located.found;
    let told = Told {
        weight: words::ERROR,
        place: &fault.place,
        said: fault.said(lang),
        remedy: fault.remedy.get(lang),
    };
    line(file, located, &told, lang)
}

fn of_finding(file: &str, located: &Located<Finding>, lang: Lang) -> String {
    let finding = &located.found;
    let told = Told {
        weight: severity(finding.severity),
        place: &finding.place,
        said: finding.said(lang),
        remedy: finding.remedy.get(lang),
    };
    line(file, located, &told, lang)
}

/// What a line says of a fault or a finding. What it is about is said with its place, so the message goes without.
struct Told<'a> {
    weight: Word,
    place: &'a str,
    said: String,
    remedy: &'a str,
}

fn line<T>(file: &str, located: &Located<T>, told: &Told<'_>, lang: Lang) -> String {
    let at = located.position.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
    let place = if told.place.is_empty() { "/" } else { told.place };
    let (weight, about) = (told.weight.get(lang), located.about.get(lang));
    words::Line { file, at, weight, place, about, said: &told.said, remedy: told.remedy }.get(lang)
}
