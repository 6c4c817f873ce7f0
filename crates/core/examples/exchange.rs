//! What the largest files cost on their way in: `cargo run --release -p holdepunkt-core --example exchange [megabytes] [book]`. Three books that
//! fill a file of that size: short lines, long texts with a history, pictures. Times in milliseconds, of one run.
//! Not here: dialogs and the screen.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::exchange::bring::Chosen;
use holdepunkt_core::exchange::{picture, read, sealed};
use holdepunkt_core::folder::{Folder, PrivateFolder};
use holdepunkt_core::going::Going;
use holdepunkt_core::keys::{Cost, NewLock, draw_words};
use holdepunkt_core::opening;
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
    println!("  {what}: {:.0} ms", began.elapsed().as_secs_f64() * 1000.0);
    done
}

/// The most memory this program has had, in MiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}

fn paste(book: &mut Book, section: &str, text: String, texts: &Texts) -> Vec<String> {
    let change = Change::PasteLines { section: section.into(), text, place: Place::Last };
    book.change(change, texts).unwrap().created
}

const SENTENCE: &str = "Jeg går en lang tur langs vandet, og så ringer jeg til min søster. ";
const SECTIONS: [&str; 4] = ["well.like", "signs.inner", "toolbox.tools", "crisis.helps"];

/// Adds until one more round would make the file larger than `most`.
fn fill(book: &mut Book, kind: &str, most: usize, texts: &Texts) -> Vec<u8> {
    let mut file = book.as_open_file().unwrap();
    for round in 0.. {
        let section = SECTIONS[round % 4];
        match kind {
            "short lines" => drop(paste(book, section, format!("{}\n", &SENTENCE[..20]).repeat(2_700), texts)),
            "long texts" => {
                for id in paste(book, section, "en linje\n".repeat(60), texts) {
                    book.change(Change::WriteLine { id, text: SENTENCE.repeat(120) }, texts).unwrap();
                }
            }
            _ => {
                let line = paste(book, "well.like", "et billede".into(), texts).remove(0);
                let prepared = picture::prepare(&photograph(round)).unwrap();
                book.add_picture(&line, "well.like", &prepared, texts).unwrap();
            }
        }
        let grown = book.as_open_file().unwrap();
        let step = grown.len() - file.len();
        file = grown;
        if file.len() + step > most {
            break;
        }
    }
    file.into_bytes()
}

fn photograph(seed: usize) -> Vec<u8> {
    let mut state = u32::try_from(seed).unwrap_or(1) * 2_654_435_761 + 1;
    let drawn = image::RgbImage::from_fn(1200, 900, |_, _| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let [a, b, c, _] = state.to_le_bytes();
        image::Rgb([a / 4 + 90, b / 4 + 90, c / 4 + 90])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    drawn.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

fn main() {
    let megabytes: usize = std::env::args().nth(1).and_then(|size| size.parse().ok()).unwrap_or(20);
    let (world, texts) = (World::real(), Texts::new(Language::Da));
    let only = std::env::args().nth(2);
    for kind in ["short lines", "long texts", "pictures"]
        .into_iter()
        .filter(|kind| only.as_deref().is_none_or(|only| only == *kind))
    {
        let (_folder, mut mine) = book(&world);
        let file = fill(&mut mine, kind, megabytes * 1024 * 1024, &texts);
        println!(
            "{kind}: a file of {} bytes, {} commas",
            file.len(),
            file.iter().filter(|byte| **byte == b',').count()
        );
        told("made", || mine.as_open_file().unwrap());
        let words = draw_words(&world, sealed::WORDS).unwrap();
        let locked = told("locked with words", || sealed::seal(&file, &words, &world).unwrap());
        let inside = told("unlocked", || sealed::open(&locked, &words).unwrap());
        let parcel = told("read and checked", || read(&inside).unwrap());
        let (_other, mut other) = book(&world);
        let arriving = told("looked through", || other.arriving(&parcel, &Going::default(), &texts).unwrap());
        told("the whole book taken in", || other.bring_whole(&parcel, &Going::default(), &texts).unwrap());
        let (_third, mut third) = book(&world);
        let ids = arriving.chapters.iter().flat_map(|chapter| &chapter.lines).map(|line| line.id.clone()).collect();
        told("5,000 lines taken in", || {
            third.bring_some(&parcel, &Chosen { ids, mine: true }, &Going::default(), &texts).unwrap()
        });
        told("compared with the book that has it", || other.arriving(&parcel, &Going::default(), &texts).unwrap());
        println!("  at most {} MiB", peak());
    }
}
