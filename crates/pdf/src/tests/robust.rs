//! Whatever is in the book, there is a print: every code point, every document twice the same, nothing off the page.

use typst_layout::PagedDocument;

use super::{documents, pages, pdf};
use crate::press::Template;
use crate::{PrintError, lay, lay_along, phone, read, set_document, set_sheet};
use holdepunkt_core::document::{Document, Print};
use holdepunkt_core::going::Going;

pub fn assert_on_page(pages: &PagedDocument, what: &str) {
    for (number, page) in pages.pages().iter().enumerate() {
        let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
        for (text, b) in read::boxes(page) {
            let inside = b.min.x.to_pt() >= 4.0
                && b.max.x.to_pt() <= width - 4.0
                && b.min.y.to_pt() >= 4.0
                && b.max.y.to_pt() <= height - 4.0;
            assert!(inside, "{what}, page {}: {text} lies at {b:?} of {width} × {height}", number + 1);
        }
    }
}

#[test]
fn no_glyph_leaves_the_page() {
    assert_on_page(&set_document(&documents::normal(), Template::Print, true, None).unwrap(), "normal");
    assert_on_page(&set_document(&documents::normal(), Template::Phone, true, None).unwrap(), "phone");
    assert_on_page(&set_sheet(&documents::recovery_sheet()).unwrap(), "sheet");
    let hostile = documents::hostile();
    assert_on_page(&set_document(&hostile, Template::Print, true, None).unwrap(), "hostile");
    assert_on_page(&set_document(&hostile, Template::Phone, true, None).unwrap(), "hostile phone");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = documents::normal();
    assert!(pdf(&document).unwrap() == pdf(&document).unwrap());
    assert!(phone(&document).unwrap() == phone(&document).unwrap());
}

#[test]
fn the_date_of_the_document_is_the_date_of_the_pdf() {
    let mut document = documents::bare();
    let bytes = pdf(&document).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("D:20261122"), "the builder's date, not the clock's");
    document.made = (0, 0, 0);
    assert!(pdf(&document).is_ok(), "an impossible date stops no print");
}

#[test]
fn characters_no_font_has_are_said_once_and_only_then() {
    let said = |document: &Document| {
        pages(document, 60).unwrap().iter().map(|page| page.text.matches("kunne ikke trykkes").count()).sum::<usize>()
    };
    assert_eq!(said(&documents::with_lines(["a\u{E000}b".into(), "\u{E001}".into()])), 1);
    assert_eq!(said(&documents::with_lines(["almindelig".into()])), 0);
}

#[test]
fn a_name_of_nothing_but_a_filler_stops_no_print() {
    for name in ["\u{3164}", "\u{FFA0}", "\u{115F}", "\u{2800}"] {
        let document = Document { name: name.into(), ..documents::with_lines([name.into()]) };
        assert!(pdf(&document).is_ok(), "{name:?}");
        assert!(phone(&document).is_ok(), "{name:?}");
    }
}

#[test]
fn prints_made_at_the_same_time_do_not_disturb_each_other() {
    let expected = pdf(&documents::normal()).unwrap();
    std::thread::scope(|scope| {
        let both = [0, 1].map(|_| scope.spawn(|| pdf(&documents::normal()).unwrap()));
        for print in both {
            assert!(print.join().unwrap() == expected);
        }
    });
}

/// Prints these characters, alone, in a word, doubled, and after a letter.
fn assert_prints(chars: &[char]) {
    let lines = chars.chunks(24).map(|some| some.iter().map(|c| format!("{c} o{c}o {c}{c} ")).collect());
    let document = documents::with_lines(lines);
    if let Err(error) = pdf(&document) {
        let culprit = chars.iter().find(|&&c| pdf(&documents::with_lines([format!("{c} o{c}o {c}{c}")])).is_err());
        panic!("{error}: {:?}", culprit.map(|&c| u32::from(c)));
    }
    assert_on_page(&set_document(&document, Template::Print, true, None).unwrap(), "code points");
}

#[test]
fn a_sample_of_all_code_points_prints() {
    let sample: Vec<char> = (0..=0x10FFFF_u32).step_by(769).chain(0..0x100).filter_map(char::from_u32).collect();
    assert_prints(&sample);
}

/// Minutes in release: `cargo test --release -p holdepunkt-pdf -- --ignored`.
#[test]
#[ignore = "every code point takes minutes; a sample runs always"]
fn all_code_points_print() {
    let all: Vec<char> = (0..=0x10FFFF_u32).filter_map(char::from_u32).collect();
    let interesting = all.iter().copied().filter(|&c| {
        u32::from(c) < 0x3_2000 || (0xE_0000..0xF_0100).contains(&u32::from(c)) || u32::from(c) % 257 == 0
    });
    for chunk in interesting.collect::<Vec<_>>().chunks(2000) {
        assert_prints(chunk);
    }
}

#[test]
fn a_print_is_stopped_at_any_moment_and_the_next_one_is_the_same_as_ever() {
    let print = Print::Plan(documents::normal());
    let whole = lay(&print).unwrap();
    for asks in [0, 1, 40, 200] {
        let stopped = lay_along(&print, &Going::stopped_after(asks));
        assert!(matches!(stopped, Err(PrintError::Unwanted)), "stopped when a font was asked for {asks} times");
    }
    let again = lay_along(&print, &Going::default()).unwrap();
    assert!(again.pdf().unwrap() == whole.pdf().unwrap(), "what was stopped leaves nothing behind");
}
