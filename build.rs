//! Makes Rust of the catalogues of texts; a catalogue at fault fails the build.

#[path = "build/texts.rs"]
mod texts;

use std::path::Path;
use std::process::ExitCode;

use texts::Catalogue;

/// Where the catalogues are, one a language.
const FOLDER: &str = "src/texts";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=build");
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            for sentence in wrong {
                println!("cargo::error={FOLDER}/{sentence}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Vec<String>> {
    let mut catalogues = Vec::new();
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(FOLDER).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let tag = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            match Catalogue::read(&tag, &std::fs::read_to_string(&path).map_err(told)?) {
                Ok(catalogue) => catalogues.push(catalogue),
                Err(sentence) => wrong.push(sentence),
            }
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let catalogues = texts::checked(catalogues)?;
    let out = std::env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    let write = |file: &str, rust: String| std::fs::write(Path::new(&out).join(file), rust).map_err(told);
    write("lang.rs", texts::lang(&catalogues))?;
    write("texts.rs", texts::texts(&catalogues))
}

#[expect(clippy::needless_pass_by_value, reason = "it is what an error is mapped by")]
fn told(error: std::io::Error) -> Vec<String> {
    vec![error.to_string()]
}
