//! Any bytes as a rulebook. One that loads assesses a city that entered nothing, and is its own canonical text.
#![no_main]

use infocity_check::engine::assess;
use infocity_check::model::{Lang, Submission};
use infocity_check::{fingerprint, rulebook};
use infocity_fuzz::{holds, mutation};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutation::json(data, size, max_size, seed)
});

fuzz_target!(|bytes: &[u8]| {
    let plan = match rulebook::load(bytes) {
        Ok(plan) => plan,
        Err(faults) => {
            assert!(!faults.is_empty());
            faults.iter().for_each(|fault| assert!(!fault.line(Lang::Zh).is_empty()));
            return;
        }
    };
    holds::ordered(&assess(&plan, &Submission::default()).expect("an assessment"));
    let written = fingerprint::canonical(&plan.document);
    let again = rulebook::load(written.as_bytes()).expect("the canonical text loads");
    assert_eq!(fingerprint::canonical(&again.document), written);
});
