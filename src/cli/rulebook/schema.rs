//! `infocity rulebook schema`

use crate::cli::Answer;
use crate::rulebook;

pub(super) fn run() -> Answer {
    Answer::Done(rulebook::schema())
}
