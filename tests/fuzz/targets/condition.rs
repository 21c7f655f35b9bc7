//! Any text as a condition over the figures of each rulebook. One that compiles comes to the same in every city where
//! it is decided while nothing is known.
#![no_main]

use infocity_check::language::condition;
use infocity_check::model::{Faults, Place};
use infocity_fuzz::{holds, world::WORLDS};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for world in WORLDS.iter() {
        let mut faults = Faults::default();
        match condition(text, &world.scope, &Place::document(), &mut faults) {
            Some(condition) => {
                assert!(faults.is_empty(), "compiled in spite of {faults:?}");
                holds::condition(world, &condition);
            }
            None => assert!(!faults.is_empty(), "refused without a fault"),
        }
    }
});
