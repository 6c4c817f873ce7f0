//! Answers in any order, twice, in part, from two openings of one hand-over: the same proposals give the same inbox.
//! A few cases here; `HOLDEPUNKT_CASES=100000` in the full run.

use crate::builder::Desk;
use crate::handed::Handed;
use holdepunkt_core::handover::answer::Answer;
use holdepunkt_core::handover::lock;
use holdepunkt_core::store::proposal;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::Role;
use holdepunkt_core::visit::proposal::{Basis, Proposal, Set, Wish, merge};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// What one proposal may become over time: its number, its edition, its words.
type Edition = (u8, u32, String);

fn cases() -> u32 {
    std::env::var("HOLDEPUNKT_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

fn number(kind: u8, number: u8) -> String {
    format!("00000000-0000-4000-8000-{kind:04x}{number:08x}")
}

fn made(handed: &Handed, author: &str, (at, edition, text): &Edition) -> Proposal {
    Proposal {
        id: number(1, *at),
        visit: handed.id.clone(),
        author: author.into(),
        name: "Karen".into(),
        role: Role::Staff,
        perspective: Perspective::Third,
        wish: Wish::NewLine {
            line: number(2, *at),
            section: "signs.inner".into(),
            prompt: String::new(),
            text: text.clone(),
            because: String::new(),
            place: holdepunkt_core::change::Place::Last,
        },
        basis: Basis::Nothing,
        edition: *edition,
        made: i64::from(*edition) * 1_000_000_000_000 - 7,
        made_offset: 3600,
    }
}

/// The proposals that wait, as they stand.
fn inbox(desk: &Desk) -> Set {
    let open = proposal::open(desk.book().connection()).unwrap();
    open.into_iter().map(|kept| (kept.proposal.id.clone(), kept.proposal)).collect()
}

#[test]
fn any_order_of_answers_gives_the_same_inbox() {
    let mut desk = Desk::new();
    let handed = desk.hand_over(&["signs"]);
    let bundle = handed.bundle();
    let empty = inbox(&desk);
    let edition = (0..5_u8, 1..4_u32, "[ab]{1,2}");
    let answers = proptest::collection::vec(proptest::collection::vec(edition, 0..5), 1..5);
    let strategy = (answers, proptest::collection::vec(any::<prop::sample::Index>(), 0..8), any::<u64>());
    let mut runner = TestRunner::new(Config { cases: cases(), failure_persistence: None, ..Config::default() });
    let desk = std::cell::RefCell::new(desk);
    runner
        .run(&strategy, |(answers, more, seed)| {
            let mut desk = desk.borrow_mut();
            let all: Vec<Proposal> =
                answers.iter().flatten().map(|edition| made(&handed, &bundle.head.author, edition)).collect();
            let wanted = merge(Set::new(), all);
            // Every answer once, in an order of its own, and some of them again.
            let mut order: Vec<usize> = (0..answers.len()).collect();
            order.extend(more.iter().map(|index| index.index(answers.len())));
            let turn = order.len().max(1);
            order.rotate_left(usize::try_from(seed % turn as u64).unwrap_or(0));
            if seed % 2 == 1 {
                order.reverse();
            }
            let mut steps = 0;
            for at in order {
                let proposals = answers[at].iter().map(|edition| made(&handed, &bundle.head.author, edition)).collect();
                let head = holdepunkt_core::handover::answer::head(&bundle.head, "Karen", 0, 0);
                let file = lock::seal(
                    &Answer { head, proposals }.write().unwrap(),
                    &bundle.head.recipient,
                    desk.book().world(),
                )
                .unwrap();
                let taken = desk.take(&file).unwrap();
                steps += usize::from(taken.fresh > 0);
            }
            prop_assert_eq!(inbox(&desk), wanted);
            for _ in 0..steps {
                desk.undo();
            }
            prop_assert_eq!(inbox(&desk), empty.clone(), "and every answer is one step that can be taken back");
            Ok(())
        })
        .unwrap();
    desk.borrow().book().verify_chain().unwrap();
}
