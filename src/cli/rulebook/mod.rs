//! `infocity rulebook`: what a rulebook's author does with it, one file a command.

mod check;
mod diff;
mod doc;
mod from_xlsx;
mod schema;
mod test;
mod to_xlsx;

use clap::Subcommand;

use super::{Answer, Refusal};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Say everything that keeps rulebooks from loading, and what is odd about those that load.
    Check(check::Arguments),
    /// Say what changed from one rulebook to another, and what it does to submissions.
    Diff(diff::Arguments),
    /// Write a rulebook as a readable document with its sources.
    Doc(doc::Arguments),
    /// Print the JSON Schema that an editor checks and completes a rulebook with.
    Schema,
    /// Try the examples beside a rulebook: do they come out as they should?
    Test(test::Arguments),
    /// Write a rulebook as a workbook, one sheet a kind of rule.
    ToXlsx(to_xlsx::Arguments),
    /// Read a workbook as a rulebook; faults are told by sheet and cell.
    FromXlsx(from_xlsx::Arguments),
}

pub(super) fn run(command: &Command) -> Result<Answer, Refusal> {
    match command {
        Command::Check(arguments) => check::run(arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Doc(arguments) => doc::run(arguments),
        Command::Schema => Ok(schema::run()),
        Command::Test(arguments) => test::run(arguments),
        Command::ToXlsx(arguments) => to_xlsx::run(arguments),
        Command::FromXlsx(arguments) => from_xlsx::run(arguments),
    }
}
