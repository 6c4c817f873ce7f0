//! Every print of the sample book as PDF, to be looked at: `cargo run -p holdepunkt-pdf --example sample_prints -- DIR`.
//! Not here: the fixtures of the tests, which `RENEW=1` writes (`src/tests/stale.rs`).

use std::error::Error;
use std::path::PathBuf;

#[path = "../src/tests/samples.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder for the prints")?);
    std::fs::create_dir_all(&folder)?;
    for (name, print) in samples::every()? {
        std::fs::write(folder.join(format!("{name}.pdf")), holdepunkt_pdf::lay(&print)?.pdf()?)?;
        if ["ward", "relative", "residence"].contains(&name.as_str()) {
            let large = holdepunkt_pdf::lay(&print.in_large(true))?;
            std::fs::write(folder.join(format!("{name}-large.pdf")), large.pdf()?)?;
        }
    }
    Ok(())
}
