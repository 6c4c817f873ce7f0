//! Every filled line is on paper, whatever it contains.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::{documents, essence, every_text, pages, pdf};
use crate::{sheet, sheet_pages};
use holdepunkt_core::document::Document;

/// Text of all pages as our preview tells it.
fn told(document: &Document) -> String {
    pages(document, 60).unwrap().iter().map(|page| page.text.clone()).collect::<Vec<_>>().join("\n")
}

/// Text of a PDF as a stranger's program reads it.
fn extracted(pdf: &[u8]) -> String {
    let mut run = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let run = run.as_mut().expect("pdftotext (package poppler-utils) reads our PDFs in this test");
    let mut stdin = run.stdin.take().unwrap();
    let bytes = pdf.to_vec();
    let feed = std::thread::spawn(move || stdin.write_all(&bytes));
    let mut out = String::new();
    std::io::Read::read_to_string(run.stdout.as_mut().unwrap(), &mut out).unwrap();
    feed.join().unwrap().unwrap();
    run.wait().unwrap();
    // The footer stands between a line and its rest on the next page.
    let version = |line: &str| [" · version ", " · udgave ", " · edition "].iter().any(|word| line.contains(word));
    let footer = |line: &&str| version(line) || (line.starts_with("side ") && line.contains(" af "));
    out.split(['\n', '\u{C}']).filter(|line| !footer(line)).collect::<Vec<_>>().join("\n")
}

fn assert_all_in(document: &Document, paper: &str, who: &str) {
    let paper = essence(paper);
    for text in every_text(document) {
        let wanted = essence(text);
        assert!(paper.contains(&wanted), "{who} does not find a line of the document: {wanted}");
    }
}

#[test]
fn every_line_of_a_normal_plan_is_in_the_pdf_and_in_the_preview() {
    for document in [documents::normal(), documents::english()] {
        assert_all_in(&document, &extracted(&pdf(&document).unwrap()), "pdftotext");
        assert_all_in(&document, &told(&document), "the preview's text");
    }
}

#[test]
fn every_line_of_every_kind_of_trouble_is_in_the_preview() {
    let document = documents::with_lines(documents::troubles());
    assert_all_in(&document, &told(&document), "the preview's text");
}

#[test]
fn every_line_of_left_to_right_trouble_is_in_the_pdf() {
    let turns =
        |c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FDFD}');
    let document = documents::with_lines(documents::troubles().into_iter().filter(|line| !line.contains(turns)));
    assert_all_in(&document, &extracted(&pdf(&document).unwrap()), "pdftotext");
}

#[test]
fn every_right_to_left_word_is_whole_in_the_pdf() {
    let words = "مرحبا صديقي أختي שלום חבר לאחות";
    let paper = extracted(&pdf(&documents::with_lines([words.to_owned()])).unwrap());
    for word in words.split(' ') {
        assert!(paper.contains(word), "{word} in {paper}");
    }
}

#[test]
fn all_twelve_words_are_on_the_sheet_and_it_does_not_say_what_it_opens() {
    let document = documents::recovery_sheet();
    let file = sheet(&document).unwrap();
    let hidden = String::from_utf8_lossy(&file).to_lowercase();
    assert!(!hidden.contains("holdepunkt"), "nor does the file say it of itself");
    let paper = extracted(&file);
    for word in &document.words {
        assert!(paper.contains(word.as_str()), "{word}");
    }
    assert_eq!(sheet_pages(&document, 60).unwrap().len(), 1, "one page to put away");
    let lower = paper.to_lowercase();
    for telling in ["holdepunkt", "krise", "plan", "sygdom"] {
        assert!(!lower.contains(telling), "the sheet is neutral");
    }
}

#[test]
fn a_letter_with_marks_is_said_once_in_the_pdf() {
    for line in ["e\u{323}\u{301} o\u{330}\u{30C} x\u{302}\u{302}a", "हिन्दी कि र्क", "ก่ำ ที่นี่", "q\u{301}q\u{301}q\u{301}"]
    {
        let paper = extracted(&pdf(&documents::with_lines([line.to_owned()])).unwrap());
        assert!(essence(&paper).contains(&essence(line)), "{line} in {paper}");
    }
    for line in ["שָׁלוֹם", "مُحَمَّدٌ"] {
        let paper = essence(&extracted(&pdf(&documents::with_lines([line.to_owned()])).unwrap()));
        assert!(paper.contains(&essence(line)), "{line} in {paper}");
    }
}

#[test]
fn markup_in_user_text_stays_text() {
    let line = "#let x = 1 *fed* _kursiv_ $x^2$ <etiket> @henvis `kode` = ikke en overskrift // nej";
    assert!(told(&documents::with_lines([line.to_owned()])).contains(line));
}
