//! The command line. Exit 0: did what was asked; 1: the answer of a check is no; 2: the input cannot be read or the
//! call is wrong, with one line a fault on standard error.

mod assess;
mod bundle;
mod canonical;
mod explain;
mod files;
mod given;
mod lang;
mod reach;
mod rulebook;
mod shelf;

use std::io::Write as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::model::{Fault, Lang};

/// Self-assessment of a city against an indicator system: does it qualify, as what, how does it score, what is missing.
#[derive(Parser)]
#[command(name = "infocity", version)]
struct Call {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Assess a submission.
    Assess(assess::Arguments),
    /// Explain a number of an assessment, a requirement, or a value that goes into them.
    Explain(explain::Arguments),
    /// Print the canonical form of a submission or rulebook: the text its sha256 is taken of.
    Canonical(canonical::Arguments),
    /// Say what would have to change to meet the requirements and to reach the line.
    Reach(reach::Arguments),
    /// Write the page as one file with a rulebook in it, to be used offline or published.
    Bundle(bundle::Arguments),
    /// Check, test, compare and publish rulebooks.
    #[command(subcommand)]
    Rulebook(rulebook::Command),
}

/// What a command comes to.
enum Answer {
    /// It did what was asked: what to print.
    Done(String),
    /// The answer of a check is no: what to print.
    No(String),
    /// Some of what was given cannot be read: what to print of the rest, and why.
    Unread(String, Vec<Refusal>),
}

/// Why a command could not do what was asked.
struct Refusal {
    /// The file it is about.
    file: String,
    /// What is wrong with it.
    faults: Vec<Fault>,
    /// What is wrong with it, where that has no place in a JSON document: a line a fault.
    lines: Vec<String>,
    /// The language of the faults.
    lang: Lang,
}

/// Runs the command that the process was called with.
#[must_use]
pub fn run() -> ExitCode {
    let call = Call::parse();
    let answer = match call.command {
        Command::Assess(arguments) => assess::run(&arguments),
        Command::Bundle(arguments) => bundle::run(&arguments),
        Command::Canonical(arguments) => canonical::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Reach(arguments) => reach::run(&arguments),
        Command::Rulebook(command) => rulebook::run(&command),
    };
    let (text, code, refusals) = match answer {
        Ok(Answer::Done(text)) => (text, ExitCode::SUCCESS, Vec::new()),
        Ok(Answer::No(text)) => (text, ExitCode::from(1), Vec::new()),
        Ok(Answer::Unread(text, refusals)) => (text, ExitCode::from(2), refusals),
        Err(refusal) => (String::new(), ExitCode::from(2), vec![refusal]),
    };
    let mut errors = std::io::stderr().lock();
    for refusal in &refusals {
        for fault in &refusal.faults {
            // A closed standard error cannot be told of.
            let _ = writeln!(errors, "{}: {}", refusal.file, files::line(fault, refusal.lang));
        }
        for line in &refusal.lines {
            let _ = writeln!(errors, "{}: {line}", refusal.file);
        }
    }
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => code,
        // Whoever reads stopped reading: nothing is wrong.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => code,
        Err(_) => ExitCode::from(2),
    }
}
