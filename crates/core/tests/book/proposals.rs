//! Proposals: whatever a guest's pen writes, only the citizen's yes brings it into the plan.

use crate::builder::{Desk, id, on_paper};
use crate::guest::{around, new_line, rewrite};
use holdepunkt_core::change::{Change, Choice, LinkKind, Mark, PersonFields, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::VisitChange;
use holdepunkt_core::visit::proposal::Wish;

#[test]
fn with_a_guests_pen_no_change_reaches_the_plan() {
    let mut desk = Desk::new();
    let (line, other) = (desk.line("signs.inner", "uro"), desk.line("signs.inner", "søvn"));
    let tool = desk.line("toolbox.tools", "gå en tur");
    let person = desk.person("Mette");
    let link = desk.link(&line, LinkKind::Tool, &tool);
    let visit = desk.visit(&["signs", "toolbox", "crisis"]);
    desk.pen(&visit.karen);
    let plan = |desk: &Desk| {
        let of = |row: &&String| !row.starts_with("proposal") && !row.starts_with("agreement");
        desk.everything().iter().filter(of).cloned().collect::<Vec<_>>()
    };
    let before = plan(&desk);
    let fields = PersonFields { name: "Ole".into(), ..PersonFields::default() };
    let place = Place::Last;
    let section = || "signs.inner".to_string();
    let changes = [
        Change::AddLine {
            id: id(),
            section: section(),
            prompt: String::new(),
            text: "ny".into(),
            place: place.clone(),
        },
        Change::WriteLine { id: line.clone(), text: "andre ord".into() },
        Change::WriteBecause { id: line.clone(), because: "fordi".into() },
        Change::PasteLines { section: section(), text: "a\nb".into(), place: place.clone() },
        Change::MoveLine { id: line.clone(), place: Place::After(other.clone()) },
        Change::MarkLine { id: line.clone(), mark: Mark::Private, on: true },
        Change::ChooseLine { id: line.clone(), choice: Choice::Not },
        Change::RemoveLine { id: line.clone() },
        Change::RestoreLine { id: line.clone(), revision: 1 },
        Change::AddLink { id: id(), from: other, to_kind: LinkKind::Tool, to: tool.clone() },
        Change::AddLink { id: id(), from: tool, to_kind: LinkKind::Person, to: person.clone() },
        Change::RemoveLink { id: link },
        Change::AddPerson { id: id(), fields: fields.clone(), place: place.clone() },
        Change::WritePerson { id: person.clone(), fields },
        Change::MovePerson { id: person.clone(), place: place.clone() },
        Change::RemovePerson { id: person },
        Change::AddChapter { id: id(), title: "ny".into() },
        Change::RenameChapter { id: "signs".into(), title: "ny".into() },
        Change::HideChapter { id: "signs".into(), hidden: true },
        Change::MoveChapter { id: "signs".into(), place: place.clone() },
        Change::RemoveChapter { id: id() },
        Change::AddSection { id: id(), page: "signs.page".into(), title: "ny".into(), place: place.clone() },
        Change::RenameSection { id: section(), title: "ny".into() },
        Change::HideSection { id: section(), hidden: true },
        Change::MoveSection { id: section(), place },
        Change::RemoveSection { id: section() },
        Change::NameMe { name: "en anden".into() },
        around(VisitChange::Open { id: visit.id.clone(), chapters: vec!["well".into()] }),
        around(VisitChange::End { id: visit.id.clone() }),
    ];
    let (mut proposed, mut refused) = (0, 0);
    for change in changes {
        let said = format!("{change:?}");
        match desk.try_change(change) {
            Ok(_) => proposed += 1,
            Err(Error::NotYourPen) => refused += 1,
            Err(error) => panic!("{said}: {error}"),
        }
        assert_eq!(plan(&desk), before, "{said}");
    }
    assert_eq!((proposed, refused), (8, 21));
    // Text and reason of one line are one proposal.
    assert_eq!(desk.inbox().len(), 7);
    let waiting = desk.inbox()[0].id.clone();
    for answer in [
        VisitChange::Accept { id: waiting.clone(), own: None, anyway: true },
        VisitChange::AcceptAll { ids: vec![waiting.clone()] },
        VisitChange::Decline { id: waiting },
    ] {
        assert!(
            matches!(desk.try_change(around(answer)), Err(Error::NotYourPen)),
            "a guest does not answer themselves"
        );
    }
}

#[test]
fn a_proposal_reaches_no_page_no_print_and_no_help_before_it_is_accepted() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "ro");
    let visit = desk.visit(&["crisis", "signs", "toolbox"]);
    desk.pen(&visit.karen);
    let texts = ["en samtale", "uro om natten", "en varm dyne"];
    let wishes = ["crisis.helps", "signs.inner", "toolbox.tools"];
    let proposals: Vec<_> =
        wishes.iter().zip(texts).map(|(section, text)| desk.propose(new_line(section, text))).collect();
    let declined = desk.propose(new_line("crisis.helps", "en fremmed sætning"));
    desk.pen("");
    desk.decline(&declined);
    desk.end(&visit);
    let everything_shown = |desk: &Desk| {
        let (book, texts) = (desk.book(), &desk.texts);
        let pages = ["crisis.helps", "signs.page", "toolbox.page"].map(|page| format!("{:?}", book.page(page, texts)));
        let print = on_paper(book, texts);
        let help = format!("{:?}", holdepunkt_core::help::view(Some(book), "", texts, book.world()));
        format!("{pages:?}{print}{help}")
    };
    let shown = everything_shown(&desk);
    for text in texts.iter().chain(&["en fremmed sætning"]) {
        assert!(!shown.contains(text), "{text}");
    }
    for proposal in &proposals {
        desk.accept(proposal);
    }
    let shown = everything_shown(&desk);
    assert!(texts.iter().all(|text| shown.contains(text)), "the same places show it when the citizen said yes");
    assert!(!shown.contains("en fremmed sætning"));
}

#[test]
fn writing_on_is_the_same_proposal_and_without_words_it_is_taken_back() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let (proposal, line) = (id(), id());
    let write = |desk: &mut Desk, text: &str| {
        let wish = Wish::NewLine {
            line: line.clone(),
            section: "signs.inner".into(),
            prompt: String::new(),
            text: text.into(),
            because: String::new(),
            place: Place::Last,
        };
        desk.change(around(VisitChange::Propose { id: proposal.clone(), wish, perspective: Perspective::Second }));
    };
    write(&mut desk, "   ");
    assert!(desk.inbox().is_empty(), "not a word is written yet");
    write(&mut desk, "går");
    write(&mut desk, "går meget");
    assert_eq!(desk.inbox().len(), 1);
    assert_eq!(desk.inbox()[0].proposed.text, "går meget");
    let revisions = desk.book().revision();
    write(&mut desk, "går meget");
    assert_eq!(desk.book().revision(), revisions, "the same again is no step");
    write(&mut desk, "");
    assert!(desk.inbox().is_empty());
    desk.undo();
    assert_eq!(desk.inbox()[0].proposed.text, "går meget");
    desk.undo();
    assert!(desk.inbox().is_empty(), "typing within half a minute is one step");
}

#[test]
fn a_guest_takes_back_only_their_own_steps() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    let line = desk.line("signs.inner", "mit");
    desk.pen(&visit.karen);
    assert!(desk.book().contents(&desk.texts).unwrap().undo.is_none(), "the citizen's step is not offered");
    assert!(matches!(desk.book.as_mut().unwrap().undo(&desk.texts), Err(Error::NothingToUndo)));
    desk.propose(rewrite(&line, "hendes"));
    desk.undo();
    assert!(desk.inbox().is_empty());
    assert!(matches!(desk.book.as_mut().unwrap().undo(&desk.texts), Err(Error::NothingToUndo)));
    desk.redo();
    assert_eq!(desk.inbox().len(), 1);
    desk.pen("");
    desk.undo();
    assert!(desk.inbox().is_empty(), "the citizen takes back anything");
    assert_eq!(desk.texts_of("signs.inner"), ["mit"]);
}

#[test]
fn two_guests_do_not_write_in_each_others_proposals() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let wish = new_line("signs.inner", "Karens");
    let proposal = desk.propose(wish.clone());
    desk.end(&visit);
    let other = desk.visit_of("Peter", &["signs"]);
    desk.pen(&other.karen);
    assert!(desk.inbox().is_empty(), "what Karen proposed is not Peter's to see");
    let steal = VisitChange::Propose { id: proposal.clone(), wish, perspective: Perspective::First };
    assert!(matches!(desk.try_change(around(steal)), Err(Error::NotFound(_))));
    assert!(matches!(desk.try_change(around(VisitChange::Withdraw { id: proposal })), Err(Error::NotFound(_))));
    desk.end(&other);
    assert_eq!(desk.inbox()[0].from, "Karen");
}

#[test]
fn a_co_writer_without_a_name_is_told_by_their_role() {
    let mut desk = Desk::new();
    let visit = desk.visit_of("  ", &["signs"]);
    desk.pen(&visit.karen);
    let proposal = desk.propose(new_line("signs.inner", "uro"));
    assert_eq!(desk.inbox()[0].from, "en medarbejder");
    desk.pen("");
    desk.accept(&proposal);
    assert_eq!(desk.lines("signs.inner")[0].author, "en medarbejder", "a line never looks as if it were the citizen's");
}
