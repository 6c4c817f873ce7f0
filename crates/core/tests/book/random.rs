//! Whatever is done in whatever order: all of it can be undone and redone, and the chain holds.

use crate::builder::{Desk, id};
use holdepunkt_core::change::{Change, Choice, LinkKind, Mark, PersonFields, Place};
use holdepunkt_core::error::Error;
use proptest::prelude::*;
use proptest::sample::Index;

const SECTIONS: [&str; 6] =
    ["well.like", "toolbox.tools", "signs.inner", "crisis.medicine", "crisis.front", "crisis.disagree"];

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
    (0..32_u8, any::<Index>(), any::<Index>(), "[a-cæøå \n]{0,6}", prop_oneof![Just(1_i64), Just(60)])
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
        0..=4 => {
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
        22 => Change::RemovePerson { id: person },
        23 => Change::AddChapter { id: id(), title: text },
        24 => Change::RenameChapter { id: chapter, title: text },
        25 => Change::HideChapter { id: chapter, hidden: on },
        26 => Change::MoveChapter { id: chapter, place: Place::First },
        27 => Change::RemoveChapter { id: chapter },
        28 => Change::AddSection { id: id(), page: "signs.page".into(), title: text, place: Place::First },
        29 => Change::AddLine { id: id(), section: own, prompt: String::new(), text, place },
        30 => Change::RemoveSection { id: own },
        _ => Change::NameMe { name: text },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

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
                    let change = change(&desk, deed);
                    let said = format!("{change:?}");
                    match desk.try_change(change) {
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
        prop_assert_eq!(desk.book().verify_chain().unwrap().revisions, u64::from(desk.book().revision()));
    }
}
