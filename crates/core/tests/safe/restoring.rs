//! Going back to a backup as one step.

use crate::desk::Desk;
use holdepunkt_core::backup::{self, Difference, Preview};
use holdepunkt_core::change::{Change, Id, LinkKind, PersonFields, Place};
use holdepunkt_core::exchange::sealed;
use holdepunkt_core::handover::bundle::Bundle;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::handover::guest;
use holdepunkt_core::handover::known::CowriterFields;
use holdepunkt_core::store::handover;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{Guest, Role, VisitChange};
use holdepunkt_i18n::{Language, Texts};

#[test]
fn the_preview_tells_what_differs_and_going_back_is_one_step_that_undo_takes_back() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    let kept_line = desk.line("synger");
    let changed = desk.line("gå en tur");
    let gone = desk.line("ringe til Mette");
    desk.backup();
    desk.write(&changed, "gå en tur ved vandet");
    desk.book().change(Change::RemoveLine { id: gone.clone() }, &texts).unwrap();
    let person = desk.world.id().unwrap();
    let fields = PersonFields { name: "Ali".into(), ..PersonFields::default() };
    desk.book().change(Change::AddPerson { id: person.clone(), fields, place: Place::Last }, &texts).unwrap();
    let new = desk.line("ny linje");
    let link = Change::AddLink { id: desk.world.id().unwrap(), from: new, to_kind: LinkKind::Person, to: person };
    let linked = desk.book().change(link, &texts).is_ok();
    let now = desk.lines();
    let kept = backup::list(&desk.folder).unwrap().pop().unwrap();

    let (book, hold) = desk.both();
    let preview = backup::preview(book, hold, &kept, &texts).unwrap();
    assert_eq!(preview.made, "i dag kl. 14.03");
    assert_eq!(preview.changes_since, 4 + i64::from(linked));
    let well = preview.pages.iter().find(|page| page.page == "well.page").unwrap();
    let Difference { only_now, only_then, changed, title, .. } = well;
    assert_eq!(title, "Når jeg har det godt");
    assert_eq!(
        (only_now.as_slice(), only_then.as_slice()),
        (&["ny linje".to_string()][..], &["ringe til Mette".to_string()][..])
    );
    assert_eq!(changed, &[("gå en tur".to_string(), "gå en tur ved vandet".to_string())]);
    assert_eq!(preview.pages.len(), 2, "and the new person: {:?}", preview.pages);

    backup::bring_back(book, hold, &kept, &texts).unwrap();
    assert_eq!(desk.lines(), ["synger", "gå en tur", "ringe til Mette"]);
    assert!(desk.book().people().unwrap().is_empty());
    assert_eq!(backup::list(&desk.folder).unwrap().len(), 2, "the book that was replaced is a backup too");
    assert!(desk.reopen().is_quiet());
    desk.book().undo(&texts).unwrap();
    assert_eq!(desk.lines(), now);
    desk.book().redo(&texts).unwrap();
    assert_eq!(desk.lines(), ["synger", "gå en tur", "ringe til Mette"]);
    desk.book().verify_chain().unwrap();
    assert!(!desk.book().history_of_line(&kept_line, &texts).unwrap().is_empty());
}

#[test]
fn going_back_comes_again_from_the_journal_after_a_stop() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    desk.line("før");
    desk.backup();
    desk.line("efter");
    let kept = backup::list(&desk.folder).unwrap().pop().unwrap();
    let (book, hold) = desk.both();
    backup::bring_back(book, hold, &kept, &texts).unwrap();
    let (_dir, stopped) = desk.stopped();
    std::fs::remove_file(stopped.wal()).unwrap();
    assert_eq!(crate::desk::read(&stopped, &crate::desk::secret()).unwrap().0, ["før"]);
}

#[test]
fn any_old_backup_can_be_gone_back_to() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    for number in 0..6 {
        desk.line(&format!("linje {number}"));
        desk.backup();
    }
    let all = backup::list(&desk.folder).unwrap();
    for (index, kept) in all.iter().enumerate().rev() {
        let (book, hold) = desk.both();
        backup::bring_back(book, hold, kept, &texts).unwrap();
        assert_eq!(desk.lines().len(), index + 1);
    }
}

/// Karen has a chapter in a file, and has written these lines for it.
struct Karen {
    desk: Desk,
    proposals: Vec<Id>,
}

impl Karen {
    fn given(desk: &mut Desk) -> Self {
        Self::given_chapter(desk, "well")
    }

    fn given_chapter(desk: &mut Desk, chapter: &str) -> Self {
        let texts = Texts::new(Language::Da);
        let chapters = vec![chapter.to_string()];
        let wanted = HandoverWanted { name: "Karen".into(), role: Role::Staff, chapters, ..HandoverWanted::default() };
        let mut prepared = desk.book().prepare_handover(&wanted).unwrap();
        let given = prepared.seal(desk.book().world()).unwrap();
        desk.book().note_handover(&prepared, &texts).unwrap();
        let inside = sealed::open(&given.bytes, given.words.as_ref().unwrap()).unwrap();
        let mut theirs = Desk::new();
        guest::fill(theirs.book(), &Bundle::read(&inside).unwrap(), "", &texts).unwrap();
        Self { desk: theirs, proposals: Vec::new() }
    }

    fn writes(&mut self, text: &str) {
        self.writes_in("well.like", text);
    }

    fn writes_in(&mut self, section: &str, text: &str) {
        let (proposal, line) = (self.desk.world.id().unwrap(), self.desk.world.id().unwrap());
        let (section, prompt, because) = (section.to_string(), String::new(), String::new());
        let wish = Wish::NewLine { line, section, prompt, text: text.into(), because, place: Place::Last };
        let visit = VisitChange::Propose { id: proposal.clone(), wish, perspective: Perspective::Third };
        self.desk.book().change(Change::Visit { visit }, &Texts::new(Language::Da)).unwrap();
        self.proposals.push(proposal);
    }

    fn answer(&mut self) -> Vec<u8> {
        self.desk.book().hand_back().unwrap()
    }
}

impl Desk {
    fn answers(&mut self, visit: VisitChange) {
        self.book().change(Change::Visit { visit }, &Texts::new(Language::Da)).unwrap();
    }

    /// What waits, as it stands in the inbox.
    fn waits(&mut self) -> Vec<String> {
        let inbox = self.book().inbox(u32::MAX, &Texts::new(Language::Da)).unwrap();
        inbox.proposals.into_iter().map(|proposal| format!("{}: {}", proposal.from, proposal.proposed.text)).collect()
    }

    fn goes_back(&mut self) -> Preview {
        let texts = Texts::new(Language::Da);
        let kept = backup::list(&self.folder).unwrap().pop().unwrap();
        let (book, hold) = self.both();
        let preview = backup::preview(book, hold, &kept, &texts).unwrap();
        backup::bring_back(book, hold, &kept, &texts).unwrap();
        preview
    }
}

#[test]
fn what_was_given_after_the_backup_is_still_known_and_its_answer_is_taken_in() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    desk.line("synger");
    desk.backup();
    let mut karen = Karen::given(&mut desk);
    karen.writes("går tur");
    let preview = desk.goes_back();
    assert_eq!(preview.given, ["En del af bogen til Karen, 22. november 2026 kl. 14.03"]);
    assert!(preview.is_empty(), "nothing else is another: {preview:?}");
    assert_eq!(desk.book().take_answer(&karen.answer(), &texts).unwrap().fresh, 1);
    assert_eq!(desk.waits(), ["Karen: går tur"]);
    assert!(desk.reopen().is_quiet());
    desk.book().verify_chain().unwrap();
}

#[test]
fn a_yes_that_goes_back_with_the_plan_is_asked_again_and_a_no_is_not() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    desk.line("synger");
    let mut karen = Karen::given(&mut desk);
    karen.writes("taget med før");
    let first = karen.answer();
    desk.book().take_answer(&first, &texts).unwrap();
    desk.answers(VisitChange::Accept { id: karen.proposals[0].clone(), own: None, anyway: false });
    desk.backup();
    for text in ["taget med", "ikke taget med", "venter"] {
        karen.writes(text);
    }
    let answer = karen.answer();
    desk.book().take_answer(&answer, &texts).unwrap();
    desk.answers(VisitChange::Accept { id: karen.proposals[1].clone(), own: None, anyway: false });
    desk.answers(VisitChange::Decline { id: karen.proposals[2].clone() });
    let now = desk.lines();
    let preview = desk.goes_back();
    assert_eq!((preview.again, preview.other), (1, 0), "{preview:?}");
    assert_eq!(preview.pages.len(), 1, "the line, and nothing that waits: {preview:?}");
    assert_eq!(desk.lines(), ["synger", "taget med før"]);
    let mut waits = desk.waits();
    waits.sort();
    assert_eq!(waits, ["Karen: taget med", "Karen: venter"]);
    let again = desk.book().take_answer(&answer, &texts).unwrap();
    assert_eq!((again.fresh, again.again, again.answered), (0, 2, 2), "and nothing comes in twice");
    desk.answers(VisitChange::Accept { id: karen.proposals[1].clone(), own: None, anyway: false });
    assert_eq!(desk.lines(), ["synger", "taget med før", "taget med"]);
    desk.book().undo(&texts).unwrap();
    desk.book().undo(&texts).unwrap();
    assert_eq!(desk.lines(), now, "and going back is one step that is taken back");
    assert_eq!(desk.waits(), ["Karen: venter"]);
    desk.book().verify_chain().unwrap();
}

#[test]
fn what_waits_again_is_about_the_line_it_would_be_and_not_the_one_it_once_became() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    let mut karen = Karen::given_chapter(&mut desk, "crisis");
    karen.writes_in("crisis.disagree", "spørg min søster");
    let answer = karen.answer();
    let own = desk.world.id().unwrap();
    let (section, prompt, text) = ("crisis.disagree".to_string(), String::new(), "min bror bestemmer".to_string());
    let change = Change::AddLine { id: own.clone(), section, prompt, text, place: Place::Last };
    desk.book().change(change, &texts).unwrap();
    desk.backup();
    desk.book().take_answer(&answer, &texts).unwrap();
    desk.answers(VisitChange::Accept { id: karen.proposals[0].clone(), own: None, anyway: true });
    assert_eq!(desk.book().lines("crisis.disagree").unwrap()[0].id, own, "one answer: it took the words");
    assert_eq!(desk.goes_back().again, 1);
    // She comes herself and writes on the line that is there.
    let (visit, guest) = (desk.world.id().unwrap(), desk.world.id().unwrap());
    let author = handover::every(desk.book().connection()).unwrap().remove(0).author;
    let guests = vec![Guest { id: guest.clone(), author, name: "Karen".into(), role: Role::Staff }];
    let chapters = vec!["crisis".to_string()];
    desk.answers(VisitChange::Start { id: visit.clone(), guests, chapters, agenda: String::new() });
    desk.book().hold_pen(&guest).unwrap();
    desk.write(&own, "min bror og jeg bestemmer");
    desk.book().hold_pen("").unwrap();
    desk.answers(VisitChange::End { id: visit });
    let mut waits = desk.waits();
    waits.sort();
    assert_eq!(waits, ["Karen: min bror og jeg bestemmer", "Karen: spørg min søster"], "that is another proposal");
}

#[test]
fn a_key_that_was_let_go_of_does_not_come_back() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    desk.line("synger");
    let key = Desk::new().book().own_key().unwrap().key;
    let fields = CowriterFields { name: "Mette".into(), role: Role::Peer, key };
    desk.book().keep_cowriter(&fields, &texts).unwrap();
    desk.backup();
    desk.line("går tur");
    let known = desk.book().handovers(&texts).unwrap().known.remove(0);
    desk.book().drop_cowriter(&known.id, &texts).unwrap();
    let preview = desk.goes_back();
    assert_eq!((preview.pages.len(), preview.other), (1, 0), "the line, and nothing else is another: {preview:?}");
    assert_eq!(desk.lines(), ["synger"]);
    assert!(desk.book().handovers(&texts).unwrap().known.is_empty(), "her computer may be in other hands");
    desk.book().undo(&texts).unwrap();
    assert!(desk.book().handovers(&texts).unwrap().known.is_empty());
    desk.book().verify_chain().unwrap();
}

#[test]
fn a_hand_over_that_takes_no_more_answers_takes_none_after_going_back_and_a_key_that_was_kept_is_kept() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    desk.line("synger");
    let karen = Karen::given(&mut desk);
    desk.backup();
    let id = desk.book().handovers(&texts).unwrap().given[0].id.clone();
    desk.book().close_handover(&id, true, &texts).unwrap();
    let key = Desk::new().book().own_key().unwrap().key;
    let fields = CowriterFields { name: "Mette".into(), role: Role::Peer, key };
    desk.book().keep_cowriter(&fields, &texts).unwrap();
    desk.goes_back();
    let view = desk.book().handovers(&texts).unwrap();
    assert!(view.given[0].closed);
    assert_eq!(view.known[0].name, "Mette");
    drop(karen);
}

#[test]
fn visits_and_what_waits_from_them_are_told_before_they_go() {
    let mut desk = Desk::new();
    desk.line("synger");
    desk.backup();
    let (visit, karen) = (desk.world.id().unwrap(), desk.world.id().unwrap());
    let author = desk.world.id().unwrap();
    let guests = vec![Guest { id: karen.clone(), author, name: "Karen".into(), role: Role::Staff }];
    desk.answers(VisitChange::Start {
        id: visit.clone(),
        guests,
        chapters: vec!["well".into()],
        agenda: String::new(),
    });
    desk.book().hold_pen(&karen).unwrap();
    let (id, line) = (desk.world.id().unwrap(), desk.world.id().unwrap());
    let (section, prompt, because) = ("well.like".to_string(), String::new(), String::new());
    let wish = Wish::NewLine { line, section, prompt, text: "går tur".into(), because, place: Place::Last };
    desk.answers(VisitChange::Propose { id, wish, perspective: Perspective::Third });
    desk.book().hold_pen("").unwrap();
    desk.answers(VisitChange::End { id: visit });
    let preview = desk.goes_back();
    let told: Vec<_> = preview.pages.iter().map(|page| (page.title.as_str(), page.only_now.as_slice())).collect();
    let (waits, when) = (["Karen · går tur".to_string()], ["22. november 2026 kl. 14.03 med Karen".to_string()]);
    assert_eq!(told, [("Forslag, der venter", &waits[..]), ("Besøg", &when[..])]);
    assert!(desk.waits().is_empty());
}
