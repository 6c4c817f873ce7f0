//! The register of copies: who has what, what is new since, what comes back and what takes its place.
use crate::builder::{Desk, id};
use crate::share::{print, private, selection, sisters, tick};
use chrono::DateTime;
use holdepunkt_core::change::{Change, Copy, How, Tick};
use holdepunkt_core::printing;
use holdepunkt_core::share;
use holdepunkt_core::share::view::{CopyView, ReaderRow, Since, Standing};

pub fn copies(desk: &Desk) -> Vec<CopyView> {
    share::shares(desk.book(), "", &desk.texts).expect("the register").copies
}

pub fn row(desk: &Desk, reader: &str) -> ReaderRow {
    let rows = share::shares(desk.book(), "", &desk.texts).expect("the readers").readers;
    rows.into_iter().find(|row| row.id == reader).expect("the reader is on the list")
}

/// Gives the reader a copy of what is ticked now.
pub fn give(desk: &mut Desk, reader: &str, whom: &str, replaces: &str) -> String {
    desk.wait(60);
    let (printed, id) = (print(desk, reader), id());
    let copy = Copy {
        reader: reader.into(),
        title: "Det gør du nu".into(),
        whom: whom.into(),
        form: selection(desk, reader).form(),
        revision: printed.revision,
        replaces: replaces.into(),
        lines: share::kept(&id, &printed.lines),
        ..Copy::default()
    };
    desk.change(Change::RecordShare { id: id.clone(), copy });
    id
}

#[test]
fn the_sisters_copy_is_old_after_an_edit_and_says_what_is_new() {
    let (mut desk, never) = sisters();
    let copy = give(&mut desk, "relative", "Mette", "");
    assert_eq!((copies(&desk)[0].standing, copies(&desk)[0].news.len()), (Standing::Fresh, 0));
    assert_eq!((row(&desk, "relative").last.as_str(), row(&desk, "relative").news), ("22. november 2026", 0));
    // What she does not get is no news to her.
    desk.line("crisis.medicine", "ikke til hende");
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh);
    desk.write(&never, "Tag ikke min telefon eller mine nøgler");
    desk.line("crisis.helps", "Åbn et vindue");
    let old = &copies(&desk)[0];
    assert_eq!((old.id.as_str(), old.whom.as_str(), old.standing), (copy.as_str(), "Mette", Standing::Old));
    let news: Vec<_> = old.news.iter().map(|news| (news.since, news.text.as_str())).collect();
    assert_eq!(news, [(Since::Added, "Åbn et vindue"), (Since::Changed, "Tag ikke min telefon eller mine nøgler")]);
    assert_eq!(row(&desk, "relative").news, 2);
    desk.undo();
    desk.undo();
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh, "taken back is as it was");
}

#[test]
fn a_line_taken_out_or_made_private_is_told_without_its_words() {
    let (mut desk, never) = sisters();
    give(&mut desk, "relative", "Mette", "");
    private(&mut desk, &never);
    let old = &copies(&desk)[0];
    assert_eq!((old.standing, old.news[0].since, old.news[0].text.as_str()), (Standing::Old, Since::Gone, ""));
}

#[test]
fn the_replacement_asks_for_the_old_one_to_be_destroyed_and_takes_its_place() {
    let (mut desk, _) = sisters();
    let first = give(&mut desk, "relative", "Mette", "");
    desk.line("crisis.helps", "Åbn et vindue");
    let old = share::copy(desk.book(), &first, "", &desk.texts).expect("a copy");
    let cover = printing::cover(&old, &print(&desk, "relative").lines, &desk.texts);
    assert_eq!(cover.title, "Ny udgave til Mette");
    assert!(cover.lead.iter().any(|words| words.contains("Riv den gamle i stykker")), "{cover:?}");
    assert_eq!(cover.lead[0], "Du har fået »Det gør du nu« den 22. november 2026. Den gælder ikke mere.");
    assert_eq!(cover.news, ["Åbn et vindue"]);
    let second = give(&mut desk, "relative", "Mette", &first);
    let standing = |id: &str| copies(&desk).iter().find(|copy| copy.id == id).map(|copy| copy.standing);
    assert_eq!((standing(&first), standing(&second)), (Some(Standing::Replaced), Some(Standing::Fresh)));
    assert_eq!(row(&desk, "relative").news, 0);
}

#[test]
fn a_copy_comes_back_is_corrected_and_leaves_the_list_and_all_of_it_can_be_undone() {
    let (mut desk, never) = sisters();
    let copy = give(&mut desk, "relative", "", "");
    let before = desk.everything();
    desk.wait(60);
    desk.change(Change::WriteShare { id: copy.clone(), whom: "Mette".into(), how: How::File });
    assert_eq!((copies(&desk)[0].whom.as_str(), copies(&desk)[0].how), ("Mette", How::File));
    desk.write(&never, "noget andet");
    desk.change(Change::TakeBackShare { id: copy.clone(), back: true });
    assert_eq!((copies(&desk)[0].standing, copies(&desk)[0].back.as_str()), (Standing::Back, "22. november 2026"));
    assert_eq!(row(&desk, "relative").last, "", "nobody has one now");
    desk.change(Change::TakeBackShare { id: copy.clone(), back: false });
    assert_eq!(copies(&desk)[0].standing, Standing::Old);
    desk.change(Change::RemoveShare { id: copy.clone() });
    assert!(copies(&desk).is_empty());
    for _ in 0..5 {
        desk.undo();
    }
    assert_eq!(desk.everything(), before);
    desk.undo();
    assert!(copies(&desk).is_empty(), "and the copy was never given");
    desk.redo();
    assert_eq!(copies(&desk)[0].id, copy);
}

#[test]
fn what_was_only_looked_at_never_grows_old() {
    let (mut desk, never) = sisters();
    let copy = give(&mut desk, "relative", "Mette", "");
    desk.change(Change::WriteShare { id: copy, whom: "Mette".into(), how: How::Shown });
    desk.write(&never, "noget andet");
    assert_eq!(copies(&desk)[0].standing, Standing::Seen);
}

#[test]
fn the_same_copy_sent_twice_is_in_the_register_once() {
    let (mut desk, _) = sisters();
    let copy = Copy { whom: "Mette".into(), ..Copy::default() };
    let id = id();
    desk.change(Change::RecordShare { id: id.clone(), copy: copy.clone() });
    desk.change(Change::RecordShare { id, copy });
    assert_eq!(copies(&desk).len(), 1);
}

#[test]
fn a_line_erased_for_good_leaves_no_trace_in_ticks_and_copies() {
    let (mut desk, never) = sisters();
    tick(&mut desk, "relative", Tick::Line, &never, true);
    give(&mut desk, "relative", "Mette", "");
    desk.change(Change::RemoveLine { id: never.clone() });
    desk.book.as_mut().expect("open").erase_line(&never, &desk.texts).expect("erased");
    assert!(desk.everything().iter().all(|row| !row.contains(&never)), "no row names it");
    let mut changesets = desk.book().connection().prepare("SELECT changeset FROM revision").expect("a query");
    let rows = changesets.query_map([], |row| row.get::<_, Vec<u8>>(0)).expect("rows");
    for changeset in rows.map(|row| row.expect("a changeset")) {
        let named = changeset.windows(never.len()).any(|window| window == never.as_bytes());
        assert!(!named, "no changeset names it");
    }
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh, "what is erased is no news");
}

#[test]
fn a_name_of_300_letters_and_slashes_is_kept_as_it_is_written() {
    let (mut desk, _) = sisters();
    let name = "../Mette/\\ ".repeat(30);
    give(&mut desk, "relative", &name, "");
    assert_eq!(copies(&desk)[0].whom, name.trim());
}

#[test]
fn a_copy_given_in_winter_and_taken_back_on_a_summer_night_came_back_that_day() {
    let (mut desk, _) = sisters();
    let copy = give(&mut desk, "relative", "Mette", "");
    let summer = DateTime::parse_from_rfc3339("2027-06-15T00:30:00+02:00").expect("a time");
    *desk.clock.lock().expect("a clock") = summer;
    desk.change(Change::TakeBackShare { id: copy, back: true });
    assert_eq!(copies(&desk)[0].back, "15. juni 2027");
}
