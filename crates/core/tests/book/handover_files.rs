//! Files that are not what they seem: each is refused in words, and nothing of it is in the book.

use crate::builder::{Desk, id};
use crate::guest::new_line;
use crate::handed::{Handed, answer};
use holdepunkt_core::change::Place;
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::{FileFault, sealed};
use holdepunkt_core::handover::answer::Answer;
use holdepunkt_core::handover::bundle::{Bundle, Piece};
use holdepunkt_core::handover::{HandFault, guest, list, lock};
use holdepunkt_core::view::Code;
use holdepunkt_core::visit::proposal::{Basis, Wish};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use secrecy::SecretString;

/// A key by its letters, but a point of small order: what is locked to it, anybody could open.
const NO_LOCK: &str = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z";

/// The answer of the hand-over with one proposal, and the key to lock it with: what a forger who has the file can make.
fn written(desk: &Desk, handed: &Handed) -> (Answer, String) {
    let mut theirs = handed.opened();
    theirs.propose(new_line("signs.inner", "søvn"));
    let recipient = handed.bundle().head.recipient;
    let secret = secret_of(desk, handed);
    let inside = lock::open(&answer(&theirs), [secret.as_str()].into_iter()).unwrap().1;
    (Answer::read(&inside).unwrap(), recipient)
}

fn secret_of(desk: &Desk, handed: &Handed) -> String {
    let sql = "SELECT secret FROM handover WHERE id = ?1";
    desk.book().connection().query_row(sql, [&handed.id], |row| row.get(0)).unwrap()
}

fn locked(answer: &Answer, recipient: &str) -> Vec<u8> {
    lock::seal(&answer.write().unwrap(), recipient, &World::real()).unwrap()
}

#[test]
fn an_answer_in_somebody_elses_name_is_refused_whole() {
    let (mut desk, _, handed) = Desk::handed_over();
    let other = desk.hand_over(&["signs"]);
    let (good, recipient) = written(&desk, &handed);
    let bend = |bend: &dyn Fn(&mut Answer)| {
        let mut forged = good.clone();
        bend(&mut forged);
        locked(&forged, &recipient)
    };
    let forged = [
        (
            "the citizen's own",
            bend(&|answer| {
                answer.head.author = "me".into();
                answer.proposals[0].author = "me".into();
            }),
        ),
        (
            "somebody unknown",
            bend(&|answer| {
                answer.head.author = id();
                answer.proposals[0].author = answer.head.author.clone();
            }),
        ),
        ("two names", bend(&|answer| answer.proposals[0].author = id())),
        ("another hand-over", bend(&|answer| answer.head.handover.clone_from(&other.id))),
        ("another hand-over inside", bend(&|answer| answer.proposals[0].visit.clone_from(&other.id))),
        ("without what stood in the file", bend(&|answer| answer.head.token = id())),
    ];
    let before = desk.everything();
    for (what, file) in forged {
        assert!(matches!(desk.take(&file), Err(Error::Hand(HandFault::Forged))), "{what}");
    }
    assert_eq!(desk.everything(), before, "not one row");
    assert_eq!(desk.take(&locked(&good, &recipient)).unwrap().fresh, 1, "and the good one still comes in");
}

#[test]
fn an_answer_about_what_was_not_opened_is_refused_whole() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let shut = desk.line("well.like", "jeg synger");
    let private = desk.line("signs.inner", "kun mig");
    desk.only_me(&private);
    let person = desk.person("Mette");
    let handed = desk.hand_over(&["signs"]);
    let (good, recipient) = written(&desk, &handed);
    let text = |line: &str| Wish::Rewrite { line: line.into(), text: "x".into(), because: String::new() };
    let over = |line: &str, section: &str| Wish::NewLine {
        line: line.into(),
        section: section.into(),
        prompt: String::new(),
        text: "x".into(),
        because: String::new(),
        place: Place::Last,
    };
    let fields = holdepunkt_core::change::PersonFields::default();
    let wishes = [
        ("a line in a chapter that was shut", text(&shut)),
        ("a new line in a chapter that was shut", over(&id(), "well.like")),
        ("a new line that is an old one", over(&line, "signs.inner")),
        ("a new line that is a private one", over(&private, "signs.inner")),
        ("a person", Wish::Person { person, fields }),
    ];
    let before = desk.everything();
    for (what, wish) in wishes {
        let mut forged = good.clone();
        forged.proposals[0].wish = wish;
        forged.proposals[0].basis = Basis::Nothing;
        assert!(matches!(desk.take(&locked(&forged, &recipient)), Err(Error::Hand(HandFault::Forged))), "{what}");
    }
    assert_eq!(desk.everything(), before);
}

#[test]
fn a_proposal_of_one_cannot_be_rewritten_by_the_answer_of_another() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    let (first, second) = (desk.hand_over(&["signs"]), desk.hand_over(&["signs"]));
    let (karens, key) = written(&desk, &first);
    desk.take(&locked(&karens, &key)).unwrap();
    let (mut peters, key) = written(&desk, &second);
    peters.proposals[0].id.clone_from(&karens.proposals[0].id);
    peters.proposals[0].edition = 99;
    assert!(matches!(desk.take(&locked(&peters, &key)), Err(Error::Hand(HandFault::Forged))));
    assert_eq!(desk.inbox().len(), 1);
}

#[test]
fn an_answer_to_another_book_is_told_from_a_damaged_one() {
    let (mut mine, mut yours) = (Desk::new(), Desk::new());
    mine.line("signs.inner", "uro");
    yours.line("signs.inner", "uro");
    mine.hand_over(&["signs"]);
    let handed = yours.hand_over(&["signs"]);
    let file = answer(&handed.opened());
    assert!(matches!(mine.take(&file), Err(Error::Hand(HandFault::OtherBook))));
    for at in (0..file.len()).step_by(7) {
        let mut bent = file.clone();
        bent[at] ^= 1;
        let refused = yours.take(&bent).unwrap_err();
        let words = refused.failure(&Texts::new(Language::Da));
        assert!(!words.message.is_empty() && !words.way_out.is_empty(), "byte {at}");
        assert!(yours.take(&file[..at]).is_err(), "cut at {at}");
    }
    assert!(matches!(yours.take(b"%PDF-1.7"), Err(Error::File(FileFault::NotOurs))));
    assert_eq!(yours.take(&file).unwrap().fresh, 0, "an answer without proposals is one, too");
}

#[test]
fn the_wrong_file_in_the_wrong_place_is_said_in_words() {
    let (mut desk, _, handed) = Desk::handed_over();
    assert!(matches!(desk.take(&handed.file), Err(Error::Hand(HandFault::NotAnswer))), "the hand-over itself");
    let inside = lock::open(&answer(&handed.opened()), [secret_of(&desk, &handed).as_str()].into_iter()).unwrap().1;
    assert!(
        matches!(Bundle::read(&inside), Err(Error::Hand(HandFault::NotHandover))),
        "the answer on the guest's side"
    );
    let words = SecretString::from("seks helt andre ord end dem");
    let refused = sealed::open(&handed.file, &words).unwrap_err();
    assert_eq!((refused, refused.code()), (FileFault::Words, Code::WrongSecret));
}

#[test]
fn a_newer_version_and_a_stranger_list_are_refused() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    let mut bundle = desk.hand_over(&["signs"]).bundle();
    bundle.head.version = 2;
    assert!(matches!(Bundle::read(&bundle.write().unwrap()), Err(Error::File(FileFault::Newer))));
    bundle.head.version = 0;
    assert!(Bundle::read(&bundle.write().unwrap()).is_err());
    for stranger in [&b""[..], b"\0\0\0\x02{}", b"\0\0\0\x02[]\0", b"PK\x03\x04"] {
        assert!(Bundle::read(stranger).is_err() && Answer::read(stranger).is_err());
    }
    let mut list = Vec::new();
    list::add(&mut list, &serde_json::json!({ "format": "holdepunkt-handover", "more": 1 })).unwrap();
    assert!(matches!(Bundle::read(&list), Err(Error::File(FileFault::Broken(_)))));
}

#[test]
fn a_hand_over_that_does_not_fit_together_becomes_no_book() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    let good = desk.hand_over(&["signs"]).bundle();
    let line = |piece: &Piece| matches!(piece, Piece::Line { .. });
    let with = |more: Piece| {
        let mut bundle = good.clone();
        bundle.pieces.push(more);
        bundle
    };
    let first = good.pieces.iter().find(|piece| line(piece)).unwrap().clone();
    let Piece::Line { id: known, .. } = &first else { unreachable!() };
    let strange = |section: &str, author: &str, text: &str| {
        let mut piece = first.clone();
        if let Piece::Line { id: own, section: at, author: by, text: said, .. } = &mut piece {
            (*own, *at, *by, *said) = (id(), section.into(), author.into(), text.into());
        }
        piece
    };
    let bad = [
        ("a line twice", with(first.clone())),
        ("a chapter that was not opened", with(strange("well.like", "me", "x"))),
        ("the diary", with(strange("diary.page", "me", "x"))),
        ("an author nobody knows", with(strange("signs.inner", &id(), "x"))),
        ("control characters", with(strange("signs.inner", "me", "a\u{0}b"))),
        (
            "a link to nothing",
            with(Piece::Link {
                id: id(),
                from: known.clone(),
                to_kind: holdepunkt_core::change::LinkKind::Tool,
                to: id(),
            }),
        ),
        (
            "a path for an id",
            with(Piece::Chapter { id: "../../etc".into(), title: "x".into(), place: "a0".into(), own: true }),
        ),
    ];
    for (what, bundle) in bad {
        assert!(Bundle::read(&bundle.write().unwrap()).is_err(), "{what}");
    }
    let mine = &good.head.recipient;
    for key in [format!("{mine} "), mine.to_uppercase(), NO_LOCK.into(), String::new()] {
        let mut unanswerable = good.clone();
        unanswerable.head.recipient.clone_from(&key);
        assert!(Bundle::read(&unanswerable.write().unwrap()).is_err(), "no answer could be locked to {key:?}");
    }
    let mut shut = good.clone();
    shut.head.chapters.push("diary".into());
    assert!(Bundle::read(&shut.write().unwrap()).is_err(), "the diary is never opened");
    let mut theirs = Desk::new();
    guest::fill(theirs.book.as_mut().unwrap(), &good, "", &theirs.texts).unwrap();
    let markup = strange("signs.inner", "me", "<script>alert(1)</script> #import \"x\"");
    assert!(Bundle::read(&with(markup).write().unwrap()).is_ok(), "whatever stands in a line is only text");
}

#[test]
fn every_refusal_has_words_and_a_way_out_in_both_languages() {
    use HandFault::{Closed, Forged, NoKey, NotAKey, NotAnswer, NotHandover, Nothing, OtherBook, OtherKey};
    for language in [Language::Da, Language::En] {
        let texts = Texts::new(language);
        for fault in [NotHandover, NotAnswer, OtherBook, Closed, Forged, NoKey, OtherKey, NotAKey, Nothing] {
            let failure = Error::from(fault).failure(&texts);
            assert!(failure.message.ends_with('.') && failure.way_out.ends_with('.'), "{fault}");
        }
    }
}
