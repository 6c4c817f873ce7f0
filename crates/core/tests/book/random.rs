//! Whatever is done in whatever order: all of it can be undone and redone, and the chain holds.

use crate::builder::{Desk, id};
use holdepunkt_core::change::{
    Answer, Change, Choice, Copy, Form, HelpLineFields, How, LinkKind, Mark, NumberOf, PersonFields, Place, Tick,
};
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::picture::Prepared;
use holdepunkt_core::view::Changed;
use holdepunkt_i18n::Language;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;

const SECTIONS: [&str; 6] =
    ["well.like", "toolbox.tools", "signs.inner", "crisis.medicine", "crisis.front", "crisis.disagree"];

/// The kinds of deeds there are: changes, and two that bring pictures.
const KINDS: u8 = 59;
const PICTURE: u8 = KINDS - 2;
const PAPER: u8 = KINDS - 1;

/// What a random hand does; which line or person is picked when it is done.
#[derive(Clone, Debug)]
struct Deed {
    kind: u8,
    one: Index,
    other: Index,
    text: String,
    wait: i64,
}

fn deed() -> impl Strategy<Value = Deed> {
    (0..KINDS, any::<Index>(), any::<Index>(), "[a-cæøå \n]{0,6}", prop_oneof![Just(1_i64), Just(60)])
        .prop_map(|(kind, one, other, text, wait)| Deed { kind, one, other, text, wait })
}

fn lines(desk: &Desk) -> Vec<String> {
    let own = own_sections(desk);
    let sections = SECTIONS.iter().map(ToString::to_string).chain(own);
    sections.flat_map(|section| desk.lines(&section)).map(|line| line.id).collect()
}

fn own_sections(desk: &Desk) -> Vec<String> {
    let contents = desk.book().contents(&desk.texts).unwrap();
    let pages = contents.groups.iter().flat_map(|group| &group.chapters).flat_map(|chapter| &chapter.pages);
    pages
        .flat_map(|page| desk.book().page(&page.id, &desk.texts).unwrap().sections)
        .filter(|section| section.own)
        .map(|section| section.id)
        .collect()
}

fn chapters(desk: &Desk) -> Vec<String> {
    let contents = desk.book().contents(&desk.texts).unwrap();
    let shown = contents.groups.into_iter().flat_map(|group| group.chapters);
    shown.chain(contents.hidden).map(|chapter| chapter.id).collect()
}

/// A change on what is there now; on nothing there it is one that is refused.
fn change(desk: &Desk, deed: &Deed) -> Change {
    let pick = |from: Vec<String>, index: &Index| from.get(index.index(from.len().max(1))).cloned().unwrap_or_else(id);
    let (line, other) = (pick(lines(desk), &deed.one), pick(lines(desk), &deed.other));
    let section = SECTIONS[deed.one.index(SECTIONS.len())].to_string();
    let people: Vec<String> = desk.book().people().unwrap().into_iter().map(|person| person.id).collect();
    let person = pick(people, &deed.other);
    let chapter = pick(chapters(desk), &deed.one);
    let own = pick(own_sections(desk), &deed.one);
    let text = deed.text.clone();
    let place = match deed.other.index(3) {
        0 => Place::First,
        1 => Place::Last,
        _ => Place::After(other.clone()),
    };
    let on = deed.other.index(2) == 0;
    let fields = PersonFields { name: text.clone(), ..PersonFields::default() };
    match deed.kind {
        0 => Change::AddPrivateLine { id: id(), section, text },
        1..=4 => {
            let prompt = if section == "crisis.front" { "called".to_string() } else { String::new() };
            Change::AddLine { id: id(), section, prompt, text, place }
        }
        5..=8 => Change::WriteLine { id: line, text },
        9 => Change::WriteBecause { id: line, because: text },
        10 => Change::PasteLines { section, text, place },
        11 | 12 => Change::MoveLine { id: line, place },
        13 => Change::MarkLine { id: line, mark: Mark::Private, on },
        14 => Change::ChooseLine { id: line, choice: if on { Choice::Not } else { Choice::Preferred } },
        15 => Change::RemoveLine { id: line },
        16 => Change::RestoreLine { id: line, revision: u32::try_from(deed.other.index(40)).unwrap() },
        17 => Change::AddLink { id: id(), from: line, to_kind: LinkKind::Tool, to: other },
        18 => Change::AddLink { id: id(), from: line, to_kind: LinkKind::Person, to: person },
        19 => Change::AddPerson { id: id(), fields, place: Place::First },
        20 => Change::WritePerson { id: person, fields },
        21 => Change::MovePerson { id: person, place: Place::Last },
        22 if on => Change::RemovePerson { id: person },
        22 => Change::RemoveLink { id: pick(ids(desk, "link"), &deed.one) },
        23 => Change::AddChapter { id: id(), title: text },
        24 => Change::RenameChapter { id: chapter, title: text },
        25 => Change::HideChapter { id: chapter, hidden: on },
        26 => Change::MoveChapter { id: chapter, place: Place::First },
        27 => Change::RemoveChapter { id: chapter },
        28 if !on => match deed.one.index(3) {
            0 => Change::RenameSection { id: section, title: text },
            1 => Change::HideSection { id: section, hidden: deed.wait == 1 },
            _ => Change::MoveSection { id: section, place: Place::First },
        },
        28 => Change::AddSection { id: id(), page: "signs.page".into(), title: text, place: Place::First },
        29 => Change::AddLine { id: id(), section: own, prompt: String::new(), text, place },
        30 => Change::RemoveSection { id: own },
        31 => Change::NameMe { name: text },
        kind => newer(desk, kind, deed),
    }
}

/// Every id of a table, also of what was taken out.
fn ids(desk: &Desk, table: &str) -> Vec<String> {
    let mut statement = desk.book().connection().prepare(&format!("SELECT id FROM {table} ORDER BY id")).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Pictures, numbers, suggestions, looking again, readers and copies.
fn newer(desk: &Desk, kind: u8, deed: &Deed) -> Change {
    let pick = |from: Vec<String>, index: &Index| from.get(index.index(from.len().max(1))).cloned().unwrap_or_else(id);
    let text = deed.text.clone();
    let on = deed.other.index(2) == 0;
    let section = SECTIONS[deed.one.index(SECTIONS.len())].to_string();
    let line = pick(ids(desk, "entry"), &deed.one);
    let own_line = pick(ids(desk, "help_line"), &deed.one);
    let help_line = if on { own_line } else { "livslinien".to_string() };
    let fields = HelpLineFields { name: text.clone(), number: "12".into(), ..HelpLineFields::default() };
    let own_reader = pick(ids(desk, "preset"), &deed.one);
    let reader = if on { own_reader } else { "relative".to_string() };
    let share = pick(ids(desk, "share"), &deed.one);
    let answer = [Answer::Yes, Answer::No, Answer::Later][deed.one.index(3)];
    match kind {
        32 => Change::DescribePicture { id: pick(ids(desk, "picture"), &deed.one), alt: text },
        33 => Change::RemovePicture { id: pick(ids(desk, "picture"), &deed.one) },
        34 => Change::AddHelpLine { id: id(), fields },
        35 => Change::WriteHelpLine { id: help_line, fields },
        36 => Change::HideHelpLine { id: help_line, hidden: deed.one.index(2) == 0 },
        37 => Change::RemoveHelpLine { id: help_line },
        38 => Change::OrderHelpLines { ids: ids(desk, "help_line").into_iter().rev().collect() },
        39 => suggested(desk, deed),
        40 => {
            let suggestion = pick(desk.lines(SUGGESTIONS).into_iter().map(|line| line.id).collect(), &deed.one);
            let there: Vec<String> = desk.lines(&section).into_iter().map(|line| line.id).collect();
            let target = if on { String::new() } else { pick(there, &deed.other) };
            if deed.one.index(3) == 0 {
                return Change::AimOut { id: suggestion, target };
            }
            Change::AimLine { id: suggestion, section, target }
        }
        41 => Change::TakeAim { id: pick(ids(desk, "aim"), &deed.one), line: id() },
        42 => {
            Change::SetReview { day: if on { "2027-05-01".into() } else { String::new() }, off: deed.one.index(2) == 0 }
        }
        43 => Change::AnswerReview { page: "signs.page".into(), answer },
        44 => {
            let person = pick(ids(desk, "person"), &deed.one);
            let (of, id) = if on { (NumberOf::Person, person) } else { (NumberOf::Line, help_line) };
            Change::TryNumber { of, id, answer }
        }
        45 => Change::AddReader { id: id(), title: text, like: reader },
        46 => Change::RenameReader { id: reader, title: text },
        47 => {
            let language = if on { Language::En } else { Language::Da };
            Change::ArrangeReader { id: reader, form: Form::Book, language, large: deed.one.index(2) == 0 }
        }
        48 => Change::TickForReader { reader, what: Tick::Line, id: line, on: deed.one.index(2) == 0 },
        49 => Change::TickForReader { reader, what: Tick::Section, id: section, on: deed.one.index(2) == 0 },
        50 => Change::ResetReader { id: reader },
        51 => Change::RemoveReader { id: reader },
        52 => Change::RecordShare { id: id(), copy: Copy { reader, title: text, ..Copy::default() } },
        53 => Change::WriteShare { id: share, whom: text, how: How::File },
        54 => Change::TakeBackShare { id: share, back: on },
        55 => Change::RemoveShare { id: share },
        _ => Change::MarkLine { id: pick(photographs(desk), &deed.one), mark: Mark::Typed, on },
    }
}

const SUGGESTIONS: &str = "after.changes";
const NOTES: &str = "after.notes";

/// A suggestion, a note it could come from, or one that comes from a note.
fn suggested(desk: &Desk, deed: &Deed) -> Change {
    let text = deed.text.clone();
    let add = |section: &str, text| Change::AddLine {
        id: id(),
        section: section.into(),
        prompt: String::new(),
        text,
        place: Place::Last,
    };
    let notes = desk.lines(NOTES);
    match (deed.one.index(3), notes.get(deed.other.index(notes.len().max(1)))) {
        (0, _) => add(SUGGESTIONS, text),
        (1, _) => add(NOTES, text),
        (_, note) => {
            let from = note.map_or_else(id, |note| note.id.clone());
            let section = if deed.wait == 1 { "signs.inner".into() } else { String::new() };
            Change::SuggestFrom { from, id: id(), text, section, target: String::new() }
        }
    }
}

fn photographs(desk: &Desk) -> Vec<String> {
    desk.book().page("signs.page", &desk.texts).unwrap().paper.into_iter().map(|photograph| photograph.id).collect()
}

fn carry_out(desk: &mut Desk, deed: &Deed) -> (String, Result<Changed, Error>) {
    let drawn = Prepared { kind: "image/jpeg", width: 1, height: 1, bytes: deed.text.clone().into_bytes() };
    let lines = lines(desk);
    match deed.kind {
        PICTURE => {
            let line = lines.get(deed.one.index(lines.len().max(1))).cloned().unwrap_or_else(id);
            let done = desk.book.as_mut().unwrap().add_picture(&line, "signs.inner", &drawn, &desk.texts);
            ("a picture".to_string(), done)
        }
        PAPER => {
            let done = desk.book.as_mut().unwrap().add_paper("signs.page", &[drawn], &desk.texts);
            ("a photograph of a page".to_string(), done)
        }
        _ => {
            let change = change(desk, deed);
            (format!("{change:?}"), desk.try_change(change))
        }
    }
}

/// The place of each kind of change in the list of those that are drawn. A kind that is added here without being drawn fails the test below.
fn number(change: &Change) -> usize {
    use Change as C;
    match change {
        C::AddLine { .. } => 0,
        C::WriteLine { .. } => 1,
        C::WriteBecause { .. } => 2,
        C::PasteLines { .. } => 3,
        C::MoveLine { .. } => 4,
        C::MarkLine { .. } => 5,
        C::ChooseLine { .. } => 6,
        C::RemoveLine { .. } => 7,
        C::RestoreLine { .. } => 8,
        C::AddLink { .. } => 9,
        C::RemoveLink { .. } => 10,
        C::AddPerson { .. } => 11,
        C::WritePerson { .. } => 12,
        C::MovePerson { .. } => 13,
        C::RemovePerson { .. } => 14,
        C::AddChapter { .. } => 15,
        C::RenameChapter { .. } => 16,
        C::HideChapter { .. } => 17,
        C::MoveChapter { .. } => 18,
        C::RemoveChapter { .. } => 19,
        C::AddSection { .. } => 20,
        C::RenameSection { .. } => 21,
        C::HideSection { .. } => 22,
        C::MoveSection { .. } => 23,
        C::RemoveSection { .. } => 24,
        C::DescribePicture { .. } => 25,
        C::RemovePicture { .. } => 26,
        C::NameMe { .. } => 27,
        C::AddHelpLine { .. } => 28,
        C::WriteHelpLine { .. } => 29,
        C::HideHelpLine { .. } => 30,
        C::RemoveHelpLine { .. } => 31,
        C::OrderHelpLines { .. } => 32,
        C::AimLine { .. } => 33,
        C::TakeAim { .. } => 34,
        C::SetReview { .. } => 35,
        C::AnswerReview { .. } => 36,
        C::TryNumber { .. } => 37,
        C::AddReader { .. } => 38,
        C::RenameReader { .. } => 39,
        C::ArrangeReader { .. } => 40,
        C::TickForReader { .. } => 41,
        C::ResetReader { .. } => 42,
        C::RemoveReader { .. } => 43,
        C::RecordShare { .. } => 44,
        C::WriteShare { .. } => 45,
        C::TakeBackShare { .. } => 46,
        C::RemoveShare { .. } => 47,
        C::AddPrivateLine { .. } => 48,
        C::AimOut { .. } => 49,
        C::SuggestFrom { .. } => 50,
        // Two people do those together: `visits_random`.
        C::Visit { .. } => 51,
    }
}

#[test]
fn every_kind_of_change_is_drawn() {
    let desk = Desk::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut drawn = std::collections::BTreeSet::new();
    let index = any::<Index>();
    for kind in (0..KINDS).filter(|kind| ![PICTURE, PAPER].contains(kind)) {
        // Where one kind of deed is one of several changes it is drawn often enough for all of them.
        for _ in 0..24 {
            let [one, other] = [(); 2].map(|()| index.new_tree(&mut runner).unwrap().current());
            let deed = Deed { kind, one, other, text: "x".into(), wait: 1 };
            drawn.insert(number(&change(&desk, &deed)));
        }
    }
    assert_eq!(drawn, (0..51).collect(), "and those of a visit in visits_random");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn all_can_be_undone_to_the_empty_book_and_redone_to_the_same(
        deeds in prop::collection::vec((deed(), 0..10_u8), 1..45),
    ) {
        let mut desk = Desk::new();
        let empty = desk.everything();
        for (deed, turn) in &deeds {
            desk.wait(deed.wait);
            let (before, revision) = (desk.everything(), desk.book().revision());
            match turn {
                0 => drop(desk.book.as_mut().unwrap().undo(&desk.texts)),
                1 => drop(desk.book.as_mut().unwrap().redo(&desk.texts)),
                2 => desk.restart(),
                _ => {
                    let (said, done) = carry_out(&mut desk, deed);
                    match done {
                        Ok(answer) => {
                            let changed = desk.everything() != before;
                            prop_assert_eq!(answer.revision, revision + u32::from(changed), "{}", said);
                        }
                        Err(Error::NotFound(_) | Error::NotHere(_)) => {
                            prop_assert_eq!(desk.everything(), before, "{}", said);
                            prop_assert_eq!(desk.book().revision(), revision, "{}", said);
                        }
                        Err(error) => panic!("{said}: {error}"),
                    }
                }
            }
        }
        let full = desk.everything();
        let mut steps = 0;
        loop {
            match desk.book.as_mut().unwrap().undo(&desk.texts) {
                Ok(_) => steps += 1,
                Err(Error::NothingToUndo) => break,
                Err(error) => panic!("undo: {error}"),
            }
        }
        prop_assert_eq!(desk.everything(), empty);
        desk.restart();
        for _ in 0..steps {
            desk.redo();
        }
        prop_assert_eq!(desk.everything(), full);
        for chapter in chapters(&desk) {
            desk.book().history_of_chapter(&chapter, &desk.texts).unwrap();
        }
        prop_assert_eq!(desk.book().verify_chain().unwrap().revisions, u64::from(desk.book().revision()));
    }
}
