//! What the fuzz targets share: worlds to evaluate in, submissions made from bytes, mutation of JSON, and what must hold.

pub mod holds;
pub mod mutation;
pub mod submissions;
pub mod world;
