// Lets pactcheck fuzz user::parse: answers each JSON line on stdin with one on stdout.
use base64::prelude::{Engine, BASE64_STANDARD};
use serde_json::{json, Value};
use std::io::{stdin, stdout, BufRead, Write};

mod user;

fn main() -> std::io::Result<()> {
    for line in stdin().lock().lines() {
        let question: Value = serde_json::from_str(&line?)?;
        let text = question["body"].as_str().unwrap_or_default();
        let body = BASE64_STANDARD.decode(text).unwrap_or_default();
        let answer = match user::parse(&body) {
            Ok(user) => json!({ "id": question["id"], "verdict": "accept", "value": user }),
            Err(refusal) => json!({ "id": question["id"], "verdict": "reject", "error": refusal.to_string() }),
        };
        writeln!(stdout(), "{answer}")?;
        stdout().flush()?;
    }
    Ok(())
}
