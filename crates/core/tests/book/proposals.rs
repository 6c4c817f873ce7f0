//! Proposals: whatever a guest's pen writes, only the citizen's yes brings it into the plan.

use crate::builder::{Desk, id};
use crate::guest::{around, new_line, rewrite};
use holdepunkt_core::change::{Change, Choice, LinkKind, Mark, PersonFields, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::store::entry;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{ProposalState, VisitChange};

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
        let print = format!("{:?}", holdepunkt_core::printing::crisis_plan(book, texts, book.world()).unwrap());
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
fn an_accepted_line_keeps_its_author_and_how_it_was_seen() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let proposal = desk.propose(new_line("signs.inner", "går meget op og ned ad gulvet"));
    desk.pen("");
    desk.accept(&proposal);
    let line = desk.lines("signs.inner").remove(0);
    assert_eq!((line.author.as_str(), line.perspective), ("Karen", Perspective::Third));
    let adopted = desk.book().visit_page("signs.page", u32::MAX, &desk.texts).unwrap().adopted;
    assert_eq!((adopted[0].from.as_str(), adopted[0].own_words, adopted[0].rewritten), ("Karen", false, false));
    desk.write(&line.id, "går op og ned ad gulvet");
    let adopted = desk.book().visit_page("signs.page", u32::MAX, &desk.texts).unwrap().adopted;
    assert!(adopted[0].rewritten, "the citizen has written in it, and it says so");
    assert_eq!(desk.lines("signs.inner")[0].author, "Karen", "a mended word does not make it mine alone");
}

#[test]
fn accepted_in_own_words_it_is_the_citizens_line() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let proposal = desk.propose(new_line("signs.inner", "motorisk uro"));
    desk.pen("");
    desk.try_accept(&proposal, Some("jeg kan ikke sidde stille"), false).unwrap();
    let line = desk.lines("signs.inner").remove(0);
    assert_eq!(line.text, "jeg kan ikke sidde stille");
    assert_eq!((line.author.as_str(), line.perspective), ("", Perspective::First));
    let adopted = desk.book().visit_page("signs.page", u32::MAX, &desk.texts).unwrap().adopted;
    assert!(adopted[0].own_words && adopted[0].from == "Karen");
}

#[test]
fn what_is_declined_is_gone_without_a_word() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let proposal = desk.propose(rewrite(&line, "motorisk uro"));
    desk.pen("");
    let before = desk.texts_of("signs.inner");
    desk.decline(&proposal);
    assert_eq!(desk.texts_of("signs.inner"), before);
    assert!(desk.inbox().is_empty());
    let seen = format!(
        "{:?}{:?}",
        desk.book().visit_record(&visit.id, &desk.texts).unwrap(),
        desk.book().visits(&desk.texts).unwrap()
    );
    assert!(!seen.contains("motorisk"), "while they sit there nothing says that something was declined");
    desk.end(&visit);
    let record = desk.book().visit_record(&visit.id, &desk.texts).unwrap();
    assert_eq!(record.proposals[0].state, ProposalState::Declined, "the citizen's own record knows");
    let history = desk.book().history_of_chapter("signs", &desk.texts).unwrap();
    assert!(history.iter().all(|item| !item.text.contains("motorisk")));
}

#[test]
fn every_answer_can_be_undone_and_redone() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let (one, two) = (desk.propose(rewrite(&line, "megen uro")), desk.propose(new_line("signs.inner", "søvn")));
    desk.pen("");
    let before = desk.everything();
    desk.accept(&one);
    desk.decline(&two);
    let after = desk.everything();
    desk.undo();
    desk.undo();
    assert_eq!(desk.everything(), before);
    desk.redo();
    desk.redo();
    assert_eq!(desk.everything(), after);
}

#[test]
fn a_line_that_changed_since_is_never_merged_in_silence() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "Jeg går en tur");
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let proposal = desk.propose(rewrite(&line, "Jeg går en lang tur"));
    desk.pen("");
    for round in 0..100 {
        desk.wait(60);
        desk.write(&line, &format!("Jeg går en tur {round}"));
    }
    assert!(matches!(desk.try_accept(&proposal, None, false), Err(Error::ChangedSince)));
    desk.change(around(VisitChange::AcceptAll { ids: vec![proposal.clone()] }));
    let view = desk.inbox().remove(0);
    assert!(view.stale && !view.gone, "all at once passes over it, and it still waits");
    assert_eq!(
        (view.then.text.as_str(), view.now.text.as_str(), view.proposed.text.as_str()),
        ("Jeg går en tur", "Jeg går en tur 99", "Jeg går en lang tur")
    );
    assert!(!view.since.is_empty() && !view.changes.is_empty());
    desk.try_accept(&proposal, None, true).unwrap();
    assert_eq!(desk.texts_of("signs.inner"), ["Jeg går en lang tur"]);
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["Jeg går en tur 99"]);
}

#[test]
fn a_proposal_for_a_line_that_is_gone_can_only_be_let_go() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let proposal = desk.propose(rewrite(&line, "megen uro"));
    desk.pen("");
    desk.change(Change::RemoveLine { id: line });
    assert!(desk.inbox()[0].gone);
    assert!(matches!(desk.try_accept(&proposal, None, true), Err(Error::NotFound(_))));
    desk.decline(&proposal);
    assert!(desk.inbox().is_empty());
}

#[test]
fn order_link_and_person_wait_for_a_yes_too() {
    let mut desk = Desk::new();
    let (first, second) = (desk.line("signs.inner", "a"), desk.line("signs.inner", "b"));
    let tool = desk.line("toolbox.tools", "te");
    let visit = desk.visit(&["signs", "toolbox", "crisis"]);
    desk.pen(&visit.karen);
    let order = desk.propose(Wish::Order { line: second.clone(), place: Place::First });
    let link = desk.propose(Wish::Link { link: id(), from: first.clone(), to_kind: LinkKind::Tool, to: tool });
    let fields = PersonFields { name: "Ole".into(), ..PersonFields::default() };
    let person = desk.propose(Wish::Person { person: id(), fields });
    assert_eq!(desk.texts_of("signs.inner"), ["a", "b"]);
    desk.pen("");
    desk.change(around(VisitChange::AcceptAll { ids: vec![order, link, person] }));
    assert_eq!(desk.texts_of("signs.inner"), ["b", "a"]);
    assert_eq!(desk.lines("signs.inner")[1].links[0].text, "te");
    assert_eq!(desk.book().people().unwrap()[0].fields.name, "Ole");
    assert!(desk.inbox().is_empty());
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["a", "b"], "all of it was one step");
    assert_eq!(desk.inbox().len(), 3);
}

#[test]
fn an_answer_given_already_is_not_written_over() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["crisis"]);
    desk.pen(&visit.karen);
    let wish = |text: &str| Wish::NewLine {
        line: id(),
        section: "crisis.front".into(),
        prompt: "called".into(),
        text: text.into(),
        because: String::new(),
        place: Place::Last,
    };
    let proposal = desk.propose(wish("Anne"));
    desk.pen("");
    desk.answer("crisis.front", "called", "Ane");
    assert!(matches!(desk.try_accept(&proposal, None, false), Err(Error::ChangedSince)));
    desk.decline(&proposal);
    desk.pen(&visit.karen);
    let proposal = desk.propose(wish("Anne Marie"));
    desk.pen("");
    assert_eq!(desk.inbox()[0].now.text, "Ane", "it is other words for the answer that is there");
    desk.accept(&proposal);
    assert_eq!(desk.texts_of("crisis.front"), ["Anne Marie"]);
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

#[test]
fn a_line_erased_for_good_takes_what_was_proposed_about_it_along() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "hemmeligt ord");
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let proposal = desk.propose(rewrite(&line, "et hemmeligt ord mere"));
    desk.pen("");
    desk.accept(&proposal);
    desk.end(&visit);
    let texts = &desk.texts;
    desk.book.as_mut().unwrap().erase_line(&line, texts).unwrap();
    assert!(entry::get(desk.book().connection(), &line).unwrap().is_none());
    assert!(!desk.everything().iter().any(|row| row.contains("hemmeligt")));
    assert!(!holds(&desk, "hemmeligt"), "not in the record either");
    desk.book().verify_chain().unwrap();
}

#[test]
fn an_answer_erased_for_good_takes_along_the_proposal_that_was_accepted_onto_it() {
    let mut desk = Desk::new();
    let answer = desk.answer("crisis.validity", "review", "om foråret");
    let visit = desk.visit(&["crisis"]);
    desk.pen(&visit.karen);
    let wish = Wish::NewLine {
        line: id(),
        section: "crisis.validity".into(),
        prompt: "review".into(),
        text: "et hemmeligt ord".into(),
        because: String::new(),
        place: Place::Last,
    };
    let proposal = desk.propose(wish);
    desk.pen("");
    let made = desk.try_accept(&proposal, None, true).unwrap().created;
    assert_eq!(made, std::slice::from_ref(&answer), "there is one answer");
    desk.end(&visit);
    desk.book.as_mut().unwrap().erase_line(&answer, &desk.texts).unwrap();
    assert!(!desk.everything().iter().any(|row| row.contains("hemmeligt") || row.contains("om foråret")));
    assert!(!holds(&desk, "hemmeligt") && !holds(&desk, "om foråret"), "not in the record either");
    desk.book().verify_chain().unwrap();
}

#[test]
fn a_visit_erased_for_good_leaves_nothing_but_the_lines_that_were_accepted() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let (yes, no) =
        (desk.propose(new_line("signs.inner", "uro")), desk.propose(new_line("signs.inner", "kanariefugl")));
    desk.pen("");
    desk.accept(&yes);
    desk.decline(&no);
    desk.undo();
    desk.redo();
    let texts = holdepunkt_i18n::Texts::new(holdepunkt_i18n::Language::Da);
    assert!(matches!(desk.book.as_mut().unwrap().erase_visit(&visit.id, &texts), Err(Error::VisitGoesOn)));
    desk.end(&visit);
    desk.book.as_mut().unwrap().erase_visit(&visit.id, &texts).unwrap();
    assert!(desk.book().visits(&texts).unwrap().visits.is_empty());
    for gone in ["kanariefugl", "at sove bedre"] {
        assert!(!desk.everything().iter().any(|row| row.contains(gone)) && !holds(&desk, gone), "{gone}");
    }
    assert_eq!(desk.lines("signs.inner")[0].author, "Karen", "the line stays, and whose it was");
    desk.book().verify_chain().unwrap();
    desk.restart();
    assert_eq!(desk.texts_of("signs.inner"), ["uro"]);
}

/// Whether these words stand anywhere in the record of changes.
fn holds(desk: &Desk, words: &str) -> bool {
    let mut statement = desk.book().connection().prepare("SELECT changeset FROM revision").unwrap();
    let changesets: Vec<Vec<u8>> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    changesets.iter().any(|changeset| holdepunkt_core::history::changeset::holds(changeset, words))
}
