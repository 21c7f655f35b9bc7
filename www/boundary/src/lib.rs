//! The engine as a WebAssembly module.
use wasm_bindgen::prelude::wasm_bindgen;

/// The engine's version, as a report names it.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    infocity_check::VERSION.to_owned()
}
