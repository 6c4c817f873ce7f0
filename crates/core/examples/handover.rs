//! What a hand-over of a full book costs: `cargo run --release -p holdepunkt-core --example handover [lines]`. Times in milliseconds, of one run.
//! Not here: dialogs and the screen.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::exchange::sealed;
use holdepunkt_core::folder::{Folder, PrivateFolder};
use holdepunkt_core::handover::bundle::Bundle;
use holdepunkt_core::handover::{give::HandoverWanted, guest};
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening;
use holdepunkt_core::workbook::workbook;
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::time::Instant;

fn book(world: &World) -> (PrivateFolder, Book) {
    let folder = PrivateFolder::make(world).unwrap();
    let at = Folder::at(folder.path()).unwrap();
    let (opened, _) = opening::create(&at, &NewLock::Open, Cost::CHEAP, world).unwrap();
    (folder, opened.book(world).unwrap().0)
}

fn told<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let done = work();
    println!("{what}: {:.0} ms", began.elapsed().as_secs_f64() * 1000.0);
    done
}

fn main() {
    let lines: usize = std::env::args().nth(1).and_then(|lines| lines.parse().ok()).unwrap_or(2_000);
    let (world, texts) = (World::real(), Texts::new(Language::Da));
    let (_mine, mut mine) = book(&world);
    let text = "Jeg går en lang tur langs vandet, og så ringer jeg til min søster. ".repeat(3);
    let per = lines / 4;
    for section in ["well.like", "signs.inner", "toolbox.tools", "crisis.helps"] {
        let pasted = format!("{text}\n").repeat(per);
        mine.change(Change::PasteLines { section: section.into(), text: pasted, place: Place::Last }, &texts).unwrap();
    }
    let never = holdepunkt_core::visit::NEVER_OPEN;
    let chapters = workbook().chapters.iter().map(|chapter| chapter.id.clone());
    let chapters = chapters.filter(|id| !never.contains(&id.as_str())).collect();
    let wanted = HandoverWanted { name: "Karen".into(), chapters, ..HandoverWanted::default() };
    let mut prepared = told("gathered", || mine.prepare_handover(&wanted).unwrap());
    let given = told("locked with words", || prepared.seal(&world).unwrap());
    mine.note_handover(&prepared, &texts).unwrap();
    println!("file: {} bytes, {lines} lines", given.bytes.len());
    let inside = told("unlocked", || sealed::open(&given.bytes, given.words.as_ref().unwrap()).unwrap());
    let bundle = told("read and checked", || Bundle::read(&inside).unwrap());
    let (_theirs, mut theirs) = book(&world);
    told("made into a guest's book", || guest::fill(&mut theirs, &bundle, "", &texts).unwrap());
    for number in 0..100 {
        let id = world.id().unwrap();
        let (section, text) = ("signs.inner".into(), format!("forslag {number}"));
        let change = Change::AddLine { id, section, prompt: String::new(), text, place: Place::Last };
        theirs.change(change, &texts).unwrap();
    }
    let answer = told("answer of 100 proposals locked", || theirs.hand_back().unwrap());
    let taken = told("answer taken in", || mine.take_answer(&answer, &texts).unwrap());
    println!("{} proposals", taken.fresh);
}
