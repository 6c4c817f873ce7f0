//! Writes the PDFs the tag checks look at: `cargo run -p holdepunkt-pdf --example prints -- DIR`, then
//! `python3 tests/prints/check_tags.py DIR/*.pdf`.

use std::path::PathBuf;

use holdepunkt_core::document::Print;

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
        std::fs::write(folder.join(format!("{name}.pdf")), holdepunkt_pdf::lay(&Print::Plan(document))?.pdf()?)?;
    }
    let [page, steps, book, large] = [Print::Page, Print::Steps, Print::Book, Print::Plan]
        .map(|shape| shape(documents::hostile_book()).in_large(false));
    for (name, print) in [
        ("relative", Print::Steps(documents::sample("relative"))),
        ("replacement", Print::Steps(documents::sample("replacement"))),
        ("doctor", Print::Page(documents::sample("doctor"))),
        ("card", Print::Card(documents::card())),
        ("book", Print::Book(documents::sample("me"))),
        ("blank", Print::Book(documents::sample("blank"))),
        ("large", Print::Plan(documents::normal()).in_large(true)),
        ("large-page", Print::Steps(documents::sample("relative")).in_large(true)),
        ("advance", Print::Page(documents::sample("advance"))),
        ("large-advance", Print::Page(documents::sample("advance")).in_large(true)),
        ("large-doctor", Print::Page(documents::sample("doctor")).in_large(true)),
        ("large-blank", Print::Book(documents::sample("blank")).in_large(true)),
        ("large-book", Print::Book(documents::sample("me")).in_large(true)),
        ("hostile-page", page),
        ("hostile-steps", steps),
        ("hostile-book", book),
        ("hostile-large", large.in_large(true)),
    ] {
        std::fs::write(folder.join(format!("{name}.pdf")), holdepunkt_pdf::lay(&print)?.pdf()?)?;
    }
    std::fs::write(folder.join("sheet.pdf"), holdepunkt_pdf::sheet(&documents::recovery_sheet())?)?;
    Ok(())
}
