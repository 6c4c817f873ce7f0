//! Writes the PDFs the tag checks look at: `cargo run -p holdepunkt-pdf --example prints -- DIR`, then
//! `python3 tests/prints/check_tags.py DIR/*.pdf`.

use std::path::PathBuf;

#[path = "../src/tests/documents.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::panic)]
mod documents;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder for the PDFs")?);
    std::fs::create_dir_all(&folder)?;
    for (name, document) in [
        ("normal", documents::normal()),
        ("english", documents::english()),
        ("empty", documents::bare()),
        ("troubles", documents::with_lines(documents::troubles())),
        ("hostile", documents::hostile()),
    ] {
        std::fs::write(folder.join(format!("{name}.pdf")), holdepunkt_pdf::pdf(&document)?)?;
    }
    std::fs::write(folder.join("sheet.pdf"), holdepunkt_pdf::sheet(&documents::recovery_sheet())?)?;
    Ok(())
}
