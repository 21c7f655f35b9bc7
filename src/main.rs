//! `infocity`: the engine at the command line.

fn main() -> std::process::ExitCode {
    infocity_check::cli::run()
}
