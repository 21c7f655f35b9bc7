//! Whole results, held against files of the repository. `UPDATE=1` before a test writes them anew; read the difference
//! before it is committed.

use std::path::Path;

/// Whether the files are to be written rather than held against.
pub(crate) fn updates() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Holds a text against the file, to the last byte.
pub(crate) fn golden(file: impl AsRef<Path>, actual: &str) {
    let path = super::root().join(file);
    if updates() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, actual).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; UPDATE=1 writes it", path.display()));
    assert!(expected == actual, "{} is not what is said; UPDATE=1 shows how", path.display());
}
