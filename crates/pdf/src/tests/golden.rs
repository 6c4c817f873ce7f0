//! How the prints look: text and picture of every page against `tests/prints/ref`. `RENEW=1` writes them anew; look at
//! them before you commit them.

use std::path::PathBuf;

use super::{documents, pages};
use crate::press::{self, Template};
use crate::{PageImage, lay, phone, read, set_document, sheet_pages};
use holdepunkt_core::document::Print;

const WIDTH: u32 = 620;
/// A pixel that differs by more than this (of 255) is another pixel.
const FAINT: u8 = 40;
/// Other pixels that are no other picture, per thousand: rounding on another processor.
const FEW: usize = 2;

fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/prints/ref").join(name)
}

fn renew() -> bool {
    std::env::var_os("RENEW").is_some()
}

fn assert_golden(name: &str, pages: &[PageImage]) {
    let text = pages.iter().map(|page| page.text.as_str()).collect::<Vec<_>>().join("\n\n---\n\n") + "\n";
    if renew() {
        std::fs::write(place(&format!("{name}.txt")), &text).unwrap();
    }
    let expected = std::fs::read_to_string(place(&format!("{name}.txt"))).unwrap_or_default();
    assert!(text == expected, "the text of {name} is another: RENEW=1 and look at the difference");
    for (number, page) in pages.iter().enumerate() {
        assert_picture(&format!("{name}-{}.png", number + 1), &page.png);
    }
}

fn assert_picture(name: &str, png: &[u8]) {
    if renew() {
        std::fs::write(place(name), png).unwrap();
    }
    let expected = std::fs::read(place(name)).unwrap_or_else(|_| panic!("{name} is missing: RENEW=1 and look at it"));
    let [new, old] = [png, &expected].map(|png| image::load_from_memory(png).unwrap().to_luma8());
    assert_eq!(new.dimensions(), old.dimensions(), "{name} has another size");
    let other = new.pixels().zip(old.pixels()).filter(|(a, b)| a.0[0].abs_diff(b.0[0]) > FAINT).count();
    assert!(
        other * 1000 <= FEW * new.pixels().len(),
        "{name} looks different in {other} pixels: RENEW=1 and look at it"
    );
}

#[test]
fn a_normal_plan_looks_as_we_chose() {
    assert_golden("normal", &pages(&documents::normal(), WIDTH).unwrap());
}

#[test]
fn an_english_plan_looks_as_we_chose() {
    assert_golden("english", &pages(&documents::english(), WIDTH).unwrap());
}

fn assert_laid(name: &str, print: &Print, most: usize) {
    let laid = lay(print).unwrap();
    let pages: Vec<PageImage> = (0..laid.count().min(most)).map(|at| laid.page(at, WIDTH).unwrap()).collect();
    assert_golden(name, &pages);
}

#[test]
fn the_supporters_sheet_looks_as_we_chose() {
    assert_laid("relative", &Print::Steps(documents::sample("relative")), 9);
    assert_laid("relative-english", &Print::Steps(documents::sample("relative-english")), 9);
}

#[test]
fn a_replacement_looks_as_we_chose() {
    assert_laid("replacement", &Print::Steps(documents::sample("replacement")), 2);
}

#[test]
fn the_doctors_page_looks_as_we_chose() {
    assert_laid("doctor", &Print::Page(documents::sample("doctor")), 9);
}

#[test]
fn wishes_in_advance_look_as_we_chose_also_in_large_letters() {
    assert_laid("advance", &Print::Page(documents::sample("advance")), 9);
    assert_laid("large-advance", &Print::Page(documents::sample("advance")).in_large(true), 2);
}

#[test]
fn the_card_looks_as_we_chose() {
    assert_laid("card", &Print::Card(documents::card()), 9);
}

#[test]
fn the_whole_book_looks_as_we_chose() {
    assert_laid("book", &Print::Book(documents::sample("me")), 4);
}

#[test]
fn a_picture_looks_as_we_chose_in_the_book_and_on_the_supporters_sheet() {
    let document = documents::with_picture(&documents::photograph(800, 600));
    assert_laid("picture", &Print::Book(document.clone()), 1);
    let mut sheet = documents::sample("relative");
    sheet.parts.truncate(3);
    sheet.parts[0].groups[0].items[0].pictures = document.parts[0].groups[0].items[0].pictures.clone();
    assert_laid("picture-sheet", &Print::Steps(sheet), 1);
}

#[test]
fn empty_pages_look_as_we_chose() {
    assert_laid("blank", &Print::Book(documents::sample("blank")), 4);
}

#[test]
fn a_plan_in_large_letters_looks_as_we_chose() {
    assert_laid("large", &Print::Plan(documents::normal()).in_large(true), 3);
}

#[test]
fn a_hostile_plan_looks_as_we_chose() {
    let set = set_document(&documents::hostile(), Template::Print, true, None).unwrap();
    let picture = |page| PageImage { png: press::png(page, WIDTH).unwrap(), text: read::text(page) };
    assert_golden("hostile", &set.pages().iter().take(5).map(picture).collect::<Vec<_>>());
}

#[test]
fn the_phone_picture_looks_as_we_chose() {
    assert_picture("phone.png", &phone(&documents::normal()).unwrap());
}

#[test]
fn the_recovery_sheet_looks_as_we_chose() {
    assert_golden("sheet", &sheet_pages(&documents::recovery_sheet(), WIDTH).unwrap());
}
