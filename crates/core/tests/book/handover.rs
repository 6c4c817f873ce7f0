//! Two machines by file: what goes along and what does not, what comes back, and what the citizen says to it.

use crate::builder::{Desk, id, on_paper};
use crate::guest::{new_line, rewrite};
use crate::handed::answer;
use holdepunkt_core::change::{Change, LinkKind, Mark, PersonFields, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{ProposalState as State, Role};

/// What must stay at home, with something to find in every place.
fn full(desk: &mut Desk) -> Vec<&'static str> {
    let mut stays = desk.something_everywhere();
    let heading = id();
    let page = "signs.page".to_string();
    desk.change(Change::AddSection { id: heading.clone(), page, title: "gemt-overskrift".into(), place: Place::Last });
    desk.line(&heading, "linje-under-gemt");
    desk.change(Change::HideSection { id: heading, hidden: true });
    stays.extend(["gemt-overskrift", "linje-under-gemt"]);
    stays
}

#[test]
fn only_what_was_opened_goes_along() {
    let mut desk = Desk::new();
    let stays = full(&mut desk);
    let handed = desk.hand_over(&["signs"]);
    let inside = handed.inside();
    let text = String::from_utf8_lossy(&inside);
    assert!(text.contains("åben-linje") && text.contains("nyt-ord"));
    for word in stays {
        assert!(!text.contains(word), "{word}");
    }
    assert!(!String::from_utf8_lossy(&handed.file).contains("linje"), "and outside the lock nothing at all");
}

#[test]
fn a_co_writer_sees_the_opened_pages_and_writes_on_them() {
    let mut desk = Desk::new();
    desk.change(Change::NameMe { name: "Anne".into() });
    let tool = desk.line("toolbox.tools", "en varm dyne");
    let line = desk.line("signs.inner", "uro i kroppen");
    desk.link(&line, LinkKind::Tool, &tool);
    desk.person("Mette");
    let handed = desk.hand_over(&["signs", "toolbox", "crisis"]);
    let theirs = handed.opened();
    let lines = theirs.lines("signs.inner");
    assert_eq!((lines[0].text.as_str(), lines[0].links[0].text.as_str()), ("uro i kroppen", "en varm dyne"));
    assert_eq!(lines[0].id, line, "the same line on both machines");
    assert_eq!(theirs.book().people().unwrap()[0].fields.name, "Mette");
    let contents = theirs.book().contents(&theirs.texts).unwrap();
    let view = contents.guest.unwrap();
    assert_eq!((view.owner.as_str(), view.name.as_str(), view.agenda.as_str()), ("Anne", "Karen", "at sove bedre"));
    assert_eq!(contents.visit.unwrap().pen_name, "Karen", "the pen is the co-writer's from the first moment");
    assert!(theirs.book().page("well.page", &theirs.texts).is_err(), "what was not opened is not there");
    assert!(desk.book().contents(&desk.texts).unwrap().guest.is_none());
}

#[test]
fn nothing_but_proposals_can_be_made_in_a_guests_book() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let mut theirs = desk.hand_over(&["signs"]).opened();
    theirs.change(Change::WriteLine { id: line.clone(), text: "megen uro".into() });
    assert_eq!(theirs.texts_of("signs.inner"), ["uro"]);
    assert_eq!(theirs.inbox().len(), 1);
    for change in [
        Change::RemoveLine { id: line.clone() },
        Change::MarkLine { id: line, mark: Mark::Private, on: true },
        Change::NameMe { name: "x".into() },
    ] {
        assert!(matches!(theirs.try_change(change), Err(Error::NotYourPen)));
    }
    assert!(theirs.book().history_of_chapter("signs", &theirs.texts).is_err());
    assert!(theirs.book().prepare_handover(&HandoverWanted::default()).is_err(), "and it is not handed on");
}

#[test]
fn what_comes_back_waits_in_the_inbox_and_nowhere_else() {
    let (mut desk, line, handed) = Desk::handed_over();
    let mut theirs = handed.opened();
    theirs.propose(rewrite(&line, "megen uro om natten"));
    theirs.propose(new_line("signs.inner", "går op og ned"));
    let before = desk.texts_of("signs.inner");
    let taken = desk.take(&answer(&theirs)).unwrap();
    assert_eq!((taken.from.as_str(), taken.fresh, taken.again, taken.answered), ("Karen", 2, 0, 0));
    assert_eq!(desk.texts_of("signs.inner"), before);
    let inbox = desk.inbox();
    assert_eq!(inbox.len(), 2);
    assert_eq!(
        (inbox[0].from.as_str(), inbox[0].role, inbox[0].perspective),
        ("Karen", Role::Staff, Perspective::Third)
    );
    assert!(!inbox[0].stale && !inbox[0].gone);
    let print = on_paper(desk.book(), &desk.texts);
    assert!(!print.contains("om natten") && !print.contains("går op"));
    desk.accept(&inbox[1].id.clone());
    assert_eq!(desk.texts_of("signs.inner"), ["uro", "går op og ned"]);
    assert_eq!(desk.lines("signs.inner")[1].author, "Karen");
    desk.undo();
    desk.undo();
    assert!(desk.inbox().is_empty(), "taking the answer in was one step");
    desk.redo();
    assert_eq!(desk.inbox().len(), 2);
}

#[test]
fn a_declined_proposal_leaves_no_trace_in_pages_prints_or_the_next_hand_over() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "ro");
    let mut theirs = desk.hand_over(&["crisis", "signs"]).opened();
    theirs.propose(new_line("crisis.helps", "en fremmed sætning"));
    desk.take(&answer(&theirs)).unwrap();
    let waiting = desk.inbox()[0].id.clone();
    desk.decline(&waiting);
    let texts = &desk.texts;
    let shown = format!(
        "{:?}{:?}{:?}",
        desk.book().page("crisis.helps", texts),
        on_paper(desk.book(), texts),
        holdepunkt_core::help::view(Some(desk.book()), "", texts, desk.book().world())
    );
    assert!(!shown.contains("fremmed"));
    let again = desk.hand_over(&["crisis", "signs"]);
    assert!(!String::from_utf8_lossy(&again.inside()).contains("fremmed"));
    assert_eq!(desk.take(&answer(&theirs)).unwrap().answered, 1, "it is not asked again");
    assert!(desk.inbox().is_empty());
    let record = desk.book().handovers(&desk.texts).unwrap();
    let first = record.given.iter().find(|item| !item.proposals.is_empty()).unwrap();
    assert_eq!(first.proposals[0].state, State::Declined, "the citizen's own record knows");
}

#[test]
fn the_book_may_change_a_hundred_times_meanwhile() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "Jeg går en tur");
    let other = desk.line("signs.inner", "Jeg sover");
    let mut theirs = desk.hand_over(&["signs"]).opened();
    let (one, two) =
        (theirs.propose(rewrite(&line, "Jeg går en lang tur")), theirs.propose(rewrite(&other, "Jeg sover længe")));
    for round in 0..100 {
        desk.wait(60);
        desk.write(&line, &format!("Jeg går en tur {round}"));
    }
    desk.take(&answer(&theirs)).unwrap();
    let view = desk.inbox().into_iter().find(|view| view.id == one).unwrap();
    assert!(view.stale);
    assert_eq!(
        (view.then.text.as_str(), view.now.text.as_str(), view.proposed.text.as_str()),
        ("Jeg går en tur", "Jeg går en tur 99", "Jeg går en lang tur")
    );
    assert!(matches!(desk.try_accept(&one, None, false), Err(Error::ChangedSince)), "never a silent merge");
    desk.accept(&two);
    desk.try_accept(&one, None, true).unwrap();
    assert_eq!(desk.texts_of("signs.inner"), ["Jeg går en lang tur", "Jeg sover længe"]);
}

#[test]
fn a_line_that_is_private_or_gone_meanwhile_can_be_told_apart() {
    let mut desk = Desk::new();
    let (gone, private) = (desk.line("signs.inner", "væk"), desk.line("signs.inner", "nu kun mig"));
    let mut theirs = desk.hand_over(&["signs"]).opened();
    theirs.propose(rewrite(&gone, "væk!"));
    theirs.propose(rewrite(&private, "vores"));
    desk.change(Change::RemoveLine { id: gone });
    desk.only_me(&private);
    desk.take(&answer(&theirs)).unwrap();
    let inbox = desk.inbox();
    assert_eq!(inbox.iter().filter(|view| view.gone).count(), 1);
    assert_eq!(desk.texts_of("signs.inner"), ["nu kun mig"]);
}

#[test]
fn a_private_line_between_does_not_make_an_order_look_changed() {
    let mut desk = Desk::new();
    let first = desk.line("signs.inner", "a");
    let private = desk.line("signs.inner", "hemmelig");
    let last = desk.line("signs.inner", "b");
    desk.only_me(&private);
    let mut theirs = desk.hand_over(&["signs"]).opened();
    let order = theirs.propose(Wish::Order { line: last, place: Place::First });
    desk.take(&answer(&theirs)).unwrap();
    assert!(!desk.inbox()[0].stale);
    desk.accept(&order);
    assert_eq!(desk.texts_of("signs.inner"), ["b", "a", "hemmelig"]);
    let _ = first;
}

#[test]
fn clocks_years_apart_change_nothing_but_what_is_told() {
    let (mut desk, line, handed) = Desk::handed_over();
    for years in [-40, 40] {
        let mut theirs = handed.opened();
        theirs.wait(years * 365 * 24 * 3600);
        let proposal = theirs.propose(rewrite(&line, &format!("uro {years}")));
        let taken = desk.take(&answer(&theirs)).unwrap();
        assert_eq!(taken.fresh, 1);
        let view = desk.inbox().into_iter().find(|view| view.id == proposal).unwrap();
        assert!(!view.stale);
    }
    assert_eq!(desk.inbox().len(), 2);
    desk.book().verify_chain().unwrap();
}

#[test]
fn one_hand_over_opened_twice_gives_both_what_was_written() {
    let (mut desk, _, handed) = Desk::handed_over();
    let (mut first, mut second) = (handed.opened(), handed.opened());
    first.propose(new_line("signs.inner", "fra den første"));
    second.propose(new_line("signs.inner", "fra den anden"));
    desk.take(&answer(&second)).unwrap();
    desk.take(&answer(&first)).unwrap();
    assert_eq!(desk.inbox().len(), 2);
    let revisions = desk.book().revision();
    let again = desk.take(&answer(&second)).unwrap();
    assert_eq!((again.fresh, again.again), (0, 1));
    assert_eq!(desk.book().revision(), revisions, "the same file again is no step");
}

#[test]
fn who_was_given_no_name_says_it_themselves_and_may_leave_it() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    let nameless = HandoverWanted { role: Role::Peer, chapters: vec!["signs".into()], ..HandoverWanted::default() };
    let handed = desk.hand_over_to(nameless);
    let mut named = handed.opened_by("  Bo  ");
    named.propose(new_line("signs.inner", "ét"));
    assert_eq!(desk.take(&answer(&named)).unwrap().from, "Bo");
    let mut silent = handed.opened_by("");
    silent.propose(new_line("signs.inner", "to"));
    desk.take(&answer(&silent)).unwrap();
    let from: Vec<String> = desk.inbox().into_iter().map(|view| view.from).collect();
    assert!(from.contains(&"Bo".to_string()) && from.iter().all(|name| !name.is_empty()), "{from:?}");
}

#[test]
fn a_person_is_proposed_only_where_the_people_were_opened() {
    let mut desk = Desk::new();
    desk.person("Mette");
    let handed = desk.hand_over(&["signs"]);
    let mut theirs = handed.opened();
    let fields = PersonFields { name: "Ole".into(), ..PersonFields::default() };
    let change = Change::AddPerson { id: id(), fields, place: Place::Last };
    assert!(theirs.try_change(change).is_err());
    assert!(theirs.book().people().unwrap().is_empty());
}
