//! Pictures of lines on paper: drawn in every shape, told to those who do not see them, never off the page; a damaged one is
//! told in words and stops no print.

use std::io::Write as _;
use std::process::{Command, Stdio};

use holdepunkt_core::document::{Document, Print};
use typst::layout::Abs;

use super::documents;
use crate::press::Template;
use crate::{lay, read, set_document};

const TEMPLATES: [Template; 4] = [Template::Print, Template::Steps, Template::Page, Template::Book];
const SHAPES: [fn(Document) -> Print; 4] = [Print::Plan, Print::Steps, Print::Page, Print::Book];

const SHOWS: &str = "Min lænestol ved vinduet";
const NOTE: &str = "(her ligger et billede i bogen: Min lænestol ved vinduet)";

fn told(print: &Print) -> String {
    let laid = lay(print).unwrap();
    (0..laid.count()).map(|at| laid.page(at, 60).unwrap().text).collect::<Vec<_>>().join("\n")
}

/// Rows of `pdfimages -list` that are pictures, as a stranger's program finds them.
fn found_in(pdf: &[u8]) -> usize {
    let mut run = Command::new("pdfimages").args(["-list", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let run = run.as_mut().expect("pdfimages (package poppler-utils) reads our PDFs in this test");
    run.stdin.take().unwrap().write_all(pdf).unwrap();
    let mut out = String::new();
    std::io::Read::read_to_string(run.stdout.as_mut().unwrap(), &mut out).unwrap();
    run.wait().unwrap();
    out.lines().filter(|line| line.contains(" image ")).count()
}

#[test]
fn a_photograph_and_a_drawing_are_drawn_in_every_shape_with_what_they_show() {
    for bytes in [documents::photograph(1_200, 900), documents::drawing(800, 600)] {
        for shape in SHAPES {
            for large in [false, true] {
                let print = shape(documents::with_picture(&bytes)).in_large(large);
                assert_eq!(found_in(&lay(&print).unwrap().pdf().unwrap()), 1, "{large}");
                let told = told(&print);
                assert_eq!(told.matches(SHOWS).count(), 1, "said once, not once more under it: {told}");
                assert!(!told.contains("her ligger et billede"), "{told}");
            }
        }
    }
}

#[test]
fn a_picture_without_a_description_is_told_to_those_who_do_not_see_it_and_nothing_stands_under_it() {
    let mut document = documents::with_picture(&documents::photograph(300, 200));
    document.parts[0].groups[0].items[0].pictures[0] = documents::picture(&documents::photograph(300, 200), "");
    let told = told(&Print::Book(document));
    assert_eq!(told.matches("Et billede").count(), 1, "{told}");
}

#[test]
fn a_damaged_picture_is_told_in_words_and_the_print_is_made() {
    let (jpeg, png) = (documents::photograph(300, 200), documents::drawing(300, 200));
    for bytes in
        [&jpeg[..jpeg.len() / 2], &png[..png.len() / 2], b"", b"GIF89a", b"\xff\xd8 BILLEDE", b"\xff\xd8\xff\xd9"]
    {
        for shape in SHAPES {
            let print = shape(documents::with_picture(bytes));
            let told = told(&print);
            assert!(told.contains(NOTE) && told.contains("Sæt dig ved siden af mig."), "{told}");
            assert_eq!(found_in(&lay(&print).unwrap().pdf().unwrap()), 0);
        }
    }
}

#[test]
fn no_picture_leaves_the_page_or_gets_larger_than_it_is_good_for() {
    for (width, height) in [(1_800, 1_350), (1_350, 1_800), (40, 30), (1, 1_800), (1_800, 1)] {
        let document = documents::with_picture(&documents::photograph(width, height));
        for template in TEMPLATES {
            for large in [false, true] {
                let pages = set_document(&Document { large, ..document.clone() }, template, true, None).unwrap();
                let mut count = 0;
                for page in pages.pages() {
                    for rect in read::pictures(page) {
                        count += 1;
                        let size = rect.size();
                        assert!(rect.min.x >= Abs::pt(30.0) && rect.max.x <= page.frame.width() - Abs::pt(30.0));
                        assert!(rect.min.y >= Abs::pt(30.0) && rect.max.y <= page.frame.height() - Abs::pt(40.0));
                        assert!(size.x <= Abs::pt(f64::from(width) * 0.75 + 1.0), "{width}×{height} is blown up");
                        assert!(size.y <= Abs::pt(301.0), "{width}×{height} fills the page");
                    }
                }
                assert_eq!(count, 1, "{template:?} {width}×{height}");
            }
        }
    }
}
