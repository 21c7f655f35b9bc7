//! Prints made rulebooks with submissions for them, complete and less known, as lines that `assess_lines` reads.
//!
//! `cargo run --example pairs -- --seed 1 --count 1000`: the same seed gives the same pairs. With `--rulebook FILE` the
//! submissions are all for that rulebook.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::panic,
    reason = "a tool of the tests ends by panicking"
)]

#[path = "mod.rs"]
mod support;

use std::io::Write;

use infocity_check::fingerprint;
use infocity_check::plan::Plan;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::json;
use support::rulebooks::{load, rulebook_rolls};
use support::submissions::{Submitter, submission_rolls};

/// In how many steps a submission becomes less known at most.
const BLURS: usize = 6;

fn argument(name: &str) -> Option<String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.next().and_then(|_| arguments.next())
}

fn number(name: &str, otherwise: u64) -> u64 {
    argument(name).map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name}: a whole number")))
}

fn main() {
    let mut seed = [0; 32];
    let (start, _) = seed.split_at_mut(8);
    start.copy_from_slice(&number("--seed", 1).to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let stored = argument("--rulebook").map(support::plan);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let define = |name: &str, rulebook: serde_json::Value| json!({ "define": name, "rulebook": rulebook });
    if let Some(plan) = &stored {
        let line = define(&plan.document.id, json!(plan.document));
        writeln!(out, "{line}").expect("standard output");
    }
    let mut left = number("--count", 1000);
    let mut count = 0_u64;
    while left > 0 {
        let (rulebook, submission) =
            (rulebook_rolls(), submission_rolls(BLURS)).new_tree(&mut runner).expect("rolls").current();
        let made = stored.is_none().then(|| rulebook.document());
        let loaded = made.as_ref().map(load);
        let plan: &Plan = stored.as_ref().or(loaded.as_ref()).expect("one of them");
        let name = match made {
            None => plan.document.id.clone(),
            Some(made) => {
                count += 1;
                let name = format!("{}-{count}", plan.document.id);
                writeln!(out, "{}", define(&name, made)).expect("standard output");
                name
            }
        };
        let chain = Submitter::new(plan).chain(&submission);
        // The complete one and the least known one.
        let ends = chain.first().into_iter().chain(chain.last().filter(|_| chain.len() > 1));
        for submission in ends.take(usize::try_from(left).unwrap_or(usize::MAX)) {
            let submission: serde_json::Value =
                serde_json::from_str(&fingerprint::canonical(submission)).expect("JSON");
            let line = json!({ "rulebook": name, "submission": submission });
            writeln!(out, "{line}").expect("standard output");
            left -= 1;
        }
    }
}
