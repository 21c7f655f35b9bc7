//! Any bytes as a submission. One that reads is its own canonical text, and is assessed or refused by each rulebook.
#![no_main]

use infocity_check::engine::assess;
use infocity_check::model::Lang;
use infocity_check::{fingerprint, submission};
use infocity_fuzz::{holds, mutation, world::WORLDS};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutation::json(data, size, max_size, seed)
});

fuzz_target!(|bytes: &[u8]| {
    let mut submission = match submission::read(bytes) {
        Ok(submission) => submission,
        Err(faults) => {
            assert!(!faults.is_empty());
            faults.iter().for_each(|fault| assert!(!fault.line(Lang::En).is_empty()));
            return;
        }
    };
    let written = fingerprint::canonical(&submission);
    let again = submission::read(written.as_bytes()).expect("the canonical text reads");
    assert_eq!(fingerprint::canonical(&again), written);
    // Whichever rulebook it was made for, each is asked.
    submission.rulebook = None;
    for world in WORLDS.iter() {
        match assess(&world.plan, &submission) {
            Ok(assessment) => holds::ordered(&assessment),
            Err(faults) => faults.iter().for_each(|fault| assert!(!fault.line(Lang::Zh).is_empty())),
        }
    }
});
