//! Assesses many submissions: reads JSON lines, writes the assessment of each, or its faults, a line.
//!
//! A line is `{"rulebook": RULEBOOK or NAME, "submission": SUBMISSION}`; or `{"define": NAME, "rulebook": RULEBOOK}`, which
//! is answered with `{"defined": NAME}`. In place of an assessment stands `{"faults": [...]}`; what is no such line has
//! `{"error": TEXT}`.

use std::collections::HashMap;
use std::io::{self, BufRead, Write};

use infocity_check::model::{Fault, Json};
use infocity_check::plan::Plan;
use infocity_check::{engine, rulebook, submission};
use serde_json::json;

fn main() -> io::Result<()> {
    let mut defined = HashMap::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let answer = answer(&line?, &mut defined);
        let answer = answer.unwrap_or_else(|error| json!({ "error": error }).to_string());
        writeln!(out, "{answer}")?;
        // Whoever asks line by line waits for the answer.
        out.flush()?;
    }
    Ok(())
}

fn faults(faults: &[Fault]) -> String {
    json!({ "faults": faults }).to_string()
}

fn answer(line: &str, defined: &mut HashMap<String, Plan>) -> Result<String, String> {
    let line = Json::read(line.as_bytes()).map_err(|fault| json!(fault).to_string())?;
    let given = line.get("rulebook").ok_or("no rulebook")?;
    if let Some(Json::Text(name)) = line.get("define") {
        return Ok(match rulebook::load(given.to_string().as_bytes()) {
            Ok(plan) => {
                defined.insert(name.clone(), plan);
                json!({ "defined": name }).to_string()
            }
            Err(found) => faults(&found),
        });
    }
    let loaded;
    let plan = match given {
        Json::Text(name) => defined.get(name).ok_or_else(|| format!("no rulebook {name}"))?,
        document => match rulebook::load(document.to_string().as_bytes()) {
            Ok(plan) => {
                loaded = plan;
                &loaded
            }
            Err(found) => return Ok(faults(&found)),
        },
    };
    let submission = line.get("submission").ok_or("no submission")?;
    let assessment =
        submission::from_json(submission).and_then(|submission| engine::assess(plan, &submission));
    assessment.map_or_else(
        |found| Ok(faults(&found)),
        |assessment| serde_json::to_string(&assessment).map_err(|error| error.to_string()),
    )
}
