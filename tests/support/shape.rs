//! The shape of a rulebook, as the schema and the loader see it.

use infocity_check::model::FaultCode;
use infocity_check::rulebook;
use jsonschema::Validator;

/// Faults of shape: the schema sees all of them.
pub(crate) const OF_SHAPE: [FaultCode; 6] = [
    FaultCode::UnknownKey,
    FaultCode::UnknownValue,
    FaultCode::MissingKey,
    FaultCode::WrongType,
    FaultCode::InvalidValue,
    FaultCode::WrongFormat,
];

pub(crate) fn validator() -> Validator {
    let schema = serde_json::from_str(&rulebook::schema()).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
}
