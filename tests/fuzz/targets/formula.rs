//! Any text as a formula over the figures of each rulebook. One that compiles has a value in every city, and each lies
//! in the range that stands while nothing is known.
#![no_main]

use infocity_check::language::{constant, formula};
use infocity_check::model::{Faults, Place};
use infocity_fuzz::{holds, world::WORLDS};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let place = Place::document();
    for world in WORLDS.iter() {
        let mut faults = Faults::default();
        match formula(text, &world.scope, &place, &mut faults) {
            Some((formula, _)) => {
                assert!(faults.is_empty(), "compiled in spite of {faults:?}");
                holds::formula(world, &formula);
            }
            None => assert!(!faults.is_empty(), "refused without a fault"),
        }
        let mut faults = Faults::default();
        let read = constant(text, &world.scope, &place, &mut faults);
        assert_eq!(read.is_some(), faults.is_empty());
    }
});
