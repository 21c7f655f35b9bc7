//! The JSON Schema and the loader agree: what the schema refuses does not load, and what it accepts has the shape of a
//! rulebook, so that only faults of meaning are left.

use infocity_check::rulebook;
use jsonschema::Validator;
use proptest::prelude::*;

use crate::cases::{case, law};
use crate::support::dice::Dice;
use crate::support::mutations::mutate;
use crate::support::shape::{OF_SHAPE, validator};

/// Whatever is put wrong in a rulebook, schema and loader see the same faults of shape.
#[test]
fn the_schema_accepts_what_has_the_shape_of_a_rulebook() {
    let validator = validator();
    law("the_schema_accepts_what_has_the_shape_of_a_rulebook", &case(3), |case| {
        let mut document = case.document();
        prop_assert!(validator.is_valid(&document), "{:?}", first(&validator, &document));
        let mut dice = Dice::new(&case.extra);
        for _ in 0..1 + dice.of(2) {
            mutate(&mut document, &mut dice);
        }
        let loaded = rulebook::load(&serde_json::to_vec(&document).expect("JSON"));
        match (validator.is_valid(&document), loaded) {
            (true, Ok(_)) | (false, Err(_)) => {}
            (true, Err(faults)) => {
                let of_shape = faults.iter().find(|fault| OF_SHAPE.contains(&fault.code));
                prop_assert!(of_shape.is_none(), "the schema accepts: {of_shape:?}");
            }
            (false, Ok(_)) => prop_assert!(false, "the schema refuses: {:?}", first(&validator, &document)),
        }
        Ok(())
    });
}

/// What the schema says first.
fn first(validator: &Validator, document: &serde_json::Value) -> Option<String> {
    validator.iter_errors(document).next().map(|error| format!("{}: {error}", error.instance_path()))
}
