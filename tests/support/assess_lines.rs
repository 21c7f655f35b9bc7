//! Assesses many submissions: reads JSON lines, writes the assessment of each, or its faults, a line.
//!
//! `{"define": NAME, "rulebook": RULEBOOK}` names a rulebook and is answered only where it has faults; a line
//! `{"rulebook": NAME, "submission": SUBMISSION}` is answered with the assessment. Faults stand as `{"faults": [...]}`; what
//! is no such line has `{"error": TEXT}`. Each rulebook's submissions go through one session, as on the page.

use std::collections::HashMap;
use std::io::{self, BufRead, Write};

use infocity_check::engine::Session;
use infocity_check::model::{Fault, Json};
use infocity_check::{rulebook, submission};
use serde_json::json;

fn main() -> io::Result<()> {
    let mut sessions = HashMap::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let answer = answer(&line?, &mut sessions);
        if let Some(answer) = answer.unwrap_or_else(|error| Some(json!({ "error": error }).to_string())) {
            writeln!(out, "{answer}")?;
        }
    }
    out.flush()
}

fn faults(faults: &[Fault]) -> String {
    json!({ "faults": faults }).to_string()
}

fn answer(line: &str, sessions: &mut HashMap<String, Session>) -> Result<Option<String>, String> {
    let line = Json::read(line.as_bytes()).map_err(|fault| json!(fault).to_string())?;
    let given = line.get("rulebook").ok_or("no rulebook")?;
    if let Some(Json::Text(name)) = line.get("define") {
        return Ok(match rulebook::load(given.to_string().as_bytes()) {
            Ok(plan) => {
                sessions.insert(name.clone(), Session::new(plan));
                None
            }
            Err(found) => Some(faults(&found)),
        });
    }
    let Json::Text(name) = given else { return Err("a rulebook is named".to_owned()) };
    let session = sessions.get_mut(name).ok_or_else(|| format!("no rulebook {name}"))?;
    let submission = line.get("submission").ok_or("no submission")?;
    match submission::from_json(submission).and_then(|submission| session.open(submission)) {
        Ok(()) => serde_json::to_string(session.assessment()).map(Some).map_err(|error| error.to_string()),
        Err(found) => Ok(Some(faults(&found))),
    }
}
