//! `infocity rulebook`: what a rulebook's author does with it, one file a command.

mod check;
mod schema;

use clap::Subcommand;

use super::{Answer, Refusal};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Say everything that keeps a rulebook from loading.
    Check(check::Arguments),
    /// Print the JSON Schema that an editor checks and completes a rulebook with.
    Schema,
}

pub(super) fn run(command: &Command) -> Result<Answer, Refusal> {
    match command {
        Command::Check(arguments) => check::run(arguments),
        Command::Schema => Ok(schema::run()),
    }
}
