//! Bytes as the figures of a city, all known, then ever fewer: every range holds the one before, and decisions stand.
#![no_main]

use arbitrary::Unstructured;
use infocity_check::engine::assess;
use infocity_fuzz::{holds, submissions, world::WORLDS};
use libfuzzer_sys::fuzz_target;

/// As many steps as tell something, so that one input takes a moment only.
const MOST_STEPS: usize = 8;

fuzz_target!(|bytes: &[u8]| {
    let [_, world] = &*WORLDS;
    let mut bytes = Unstructured::new(bytes);
    let Ok(mut submission) = submissions::complete(&world.plan, &mut bytes) else { return };
    let mut more = assess(&world.plan, &submission).expect("an assessment");
    holds::ordered(&more);
    for _ in 0..MOST_STEPS {
        if bytes.is_empty() || submissions::blur(&world.plan, &mut submission, &mut bytes).is_err() {
            return;
        }
        let less = assess(&world.plan, &submission).expect("an assessment");
        holds::ordered(&less);
        holds::narrows(&less, &more);
        more = less;
    }
});
