//! Answers in any order, twice, in part, from two openings of one hand-over, with the citizen's yes and no in between: the same proposals give the
//! same inbox, and what is answered stays answered. A few cases here; `tests/faults/run order --full` runs 100,000 in seeded slices.

use crate::builder::Desk;
use crate::guest::around;
use crate::handed::Handed;
use holdepunkt_core::change::{LinkKind, PersonFields, Place};
use holdepunkt_core::handover::answer::{Answer, head};
use holdepunkt_core::handover::bundle::Head;
use holdepunkt_core::handover::lock;
use holdepunkt_core::store::proposal;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::{Basis, Proposal, Set, Wish, merge};
use holdepunkt_core::visit::{OwnWords, ProposalState as State, Role, VisitChange};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What one proposal may become over time: its number, its edition, its words.
type Edition = (u8, u32, String);

/// What the citizen says to one of those that wait, between two answers.
#[derive(Clone, Copy, Debug)]
enum Says {
    Nothing,
    Yes,
    OwnWords,
    No,
}

/// Answers, which of them come again, how their order is turned, and what is said after each.
type Case = (Vec<Vec<Edition>>, Vec<Index>, u64, Vec<(Says, Index)>);

fn told(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|told| told.parse().ok())
}

/// The slice of this seed, the same every time; without one, another every time.
fn runner() -> TestRunner {
    let cases = told("HOLDEPUNKT_CASES").and_then(|cases| u32::try_from(cases).ok()).unwrap_or(48);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let Some(seed) = told("HOLDEPUNKT_SEED") else { return TestRunner::new(config) };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

fn number(kind: u8, number: u8) -> String {
    format!("00000000-0000-4000-8000-{kind:04x}{number:08x}")
}

/// The citizen's book, and what a co-writer can speak of in it.
struct Table {
    desk: Desk,
    handed: Handed,
    head: Head,
    lines: [String; 3],
    tool: String,
    person: String,
}

/// What came of a run, for the figures.
#[derive(Default)]
struct Sum {
    taken: u64,
    answered: u64,
    refused: u64,
    undone: u64,
}

impl Table {
    fn new() -> Self {
        let mut desk = Desk::new();
        let lines = ["uro", "søvn", "larm"].map(|text| desk.line("signs.inner", text));
        let tool = desk.line("toolbox.tools", "en varm dyne");
        let person = desk.person("Mette");
        let handed = desk.hand_over(&["signs", "toolbox", "crisis"]);
        let head = handed.bundle().head;
        Self { desk, handed, head, lines, tool, person }
    }

    /// Every kind of wish: two new lines, two that want other words for one line, an order, a link, somebody who is there and somebody new.
    /// What they rest on differs, so that some are told as changed since.
    fn wish(&self, (at, edition, text): &Edition) -> (Wish, Basis) {
        let (words, because) = (text.clone(), String::new());
        let [first, second, third] = self.lines.clone();
        let odd = edition % 2 == 1;
        let basis = |text: &str| Basis::Line { text: text.into(), because: String::new() };
        let fields = PersonFields { name: words.clone(), ..PersonFields::default() };
        match at {
            0 | 1 => {
                let place = if odd { Place::Last } else { Place::After(first) };
                let (line, section, prompt) = (number(2, *at), "signs.inner".into(), String::new());
                (Wish::NewLine { line, section, prompt, text: words, because, place }, Basis::Nothing)
            }
            2 => (Wish::Rewrite { line: first, text: words, because }, basis("uro")),
            3 => (
                Wish::Rewrite { line: first, text: words, because: "fordi".into() },
                basis(if odd { "uro" } else { "a" }),
            ),
            4 => {
                let place = if odd { Place::First } else { Place::After(third) };
                (Wish::Order { line: second, place }, Basis::After { line: Some(first) })
            }
            5 => {
                let (to_kind, to) =
                    if odd { (LinkKind::Tool, self.tool.clone()) } else { (LinkKind::Person, self.person.clone()) };
                (Wish::Link { link: number(3, *at), from: third, to_kind, to }, Basis::Nothing)
            }
            6 => {
                let then = PersonFields { name: "Mette".into(), ..PersonFields::default() };
                (Wish::Person { person: self.person.clone(), fields }, Basis::Person { fields: then })
            }
            _ => (Wish::Person { person: number(4, *at), fields }, Basis::Nothing),
        }
    }

    fn made(&self, edition: &Edition) -> Proposal {
        let (wish, basis) = self.wish(edition);
        let (at, edition, _) = edition;
        Proposal {
            id: number(1, *at),
            visit: self.handed.id.clone(),
            author: self.head.author.clone(),
            name: "Karen".into(),
            role: Role::Staff,
            perspective: Perspective::Third,
            wish,
            basis,
            edition: *edition,
            made: i64::from(*edition) * 1_000_000_000_000 - 7,
            made_offset: 3600,
        }
    }

    fn file(&self, answer: &[Edition]) -> Vec<u8> {
        let proposals = answer.iter().map(|edition| self.made(edition)).collect();
        let answer = Answer { head: head(&self.head, "Karen", 0, 0), proposals };
        lock::seal(&answer.write().unwrap(), &self.head.recipient, self.desk.book().world()).unwrap()
    }

    /// The proposals that wait, as they stand.
    fn inbox(&self) -> Set {
        let open = proposal::open(self.desk.book().connection()).unwrap();
        open.into_iter().map(|kept| (kept.proposal.id.clone(), kept.proposal)).collect()
    }

    /// All that stands in the plan, to be found again when every step is taken back.
    fn plan(&self) -> String {
        let book = self.desk.book();
        format!("{:?} {:?}", self.desk.lines("signs.inner"), book.people().unwrap())
    }

    /// What the citizen says to one that waits; gives it and what became of it, or nothing where it cannot be done any more.
    fn say(&mut self, says: Says, which: &Index) -> Option<(String, State)> {
        let waiting: Vec<String> = self.inbox().into_keys().collect();
        if waiting.is_empty() {
            return None;
        }
        let id = waiting[which.index(waiting.len())].clone();
        let own = OwnWords { text: "mine ord".into(), because: String::new() };
        let (visit, state) = match says {
            Says::Nothing => return None,
            Says::Yes => (VisitChange::Accept { id: id.clone(), own: None, anyway: true }, State::Accepted),
            Says::OwnWords => (VisitChange::Accept { id: id.clone(), own: Some(own), anyway: true }, State::OwnWords),
            Says::No => (VisitChange::Decline { id: id.clone() }, State::Declined),
        };
        self.desk.try_change(around(visit)).ok().map(|_| (id, state))
    }

    fn play(&mut self, (answers, again, turn, says): &Case, sum: &mut Sum) -> Result<(), TestCaseError> {
        let (before, empty) = (self.plan(), self.inbox());
        // Every answer once, in an order of its own, and some of them again.
        let mut order: Vec<usize> = (0..answers.len()).collect();
        order.extend(again.iter().map(|index| index.index(answers.len())));
        let places = order.len().max(1);
        order.rotate_left(usize::try_from(turn % places as u64).unwrap_or(0));
        if turn % 2 == 1 {
            order.reverse();
        }
        let mut arrived = Set::new();
        let mut answered: BTreeMap<String, (State, Proposal)> = BTreeMap::new();
        let mut steps = 0;
        for (round, at) in order.into_iter().enumerate() {
            let file = self.file(&answers[at]);
            let taken = self.desk.take(&file).unwrap();
            let ids: BTreeSet<u8> = answers[at].iter().map(|(number, ..)| *number).collect();
            prop_assert_eq!((taken.fresh + taken.again + taken.answered) as usize, ids.len(), "each is told of once");
            steps += usize::from(taken.fresh > 0);
            arrived = merge(arrived, answers[at].iter().map(|edition| self.made(edition)));
            if let Some((says, which)) = says.get(round) {
                let waiting = self.inbox();
                match self.say(*says, which) {
                    Some((id, state)) => {
                        answered.insert(id.clone(), (state, waiting[&id].clone()));
                        steps += 1;
                    }
                    None => sum.refused += u64::from(!matches!(says, Says::Nothing) && !waiting.is_empty()),
                }
            }
            let open = arrived.iter().filter(|(id, _)| !answered.contains_key(*id));
            let wanted: Set = open.map(|(id, proposal)| (id.clone(), proposal.clone())).collect();
            prop_assert_eq!(self.inbox(), wanted, "the inbox is what came and is not answered, in whatever order");
            for (id, (state, as_it_was)) in &answered {
                let kept = proposal::get(self.desk.book().connection(), id).unwrap().unwrap();
                prop_assert_eq!(kept.state, *state, "answered stays answered");
                prop_assert_eq!(&kept.proposal, as_it_was, "and as it was when it was answered");
            }
            sum.taken += 1;
        }
        for _ in 0..steps {
            self.desk.undo();
        }
        prop_assert_eq!(self.inbox(), empty, "every answer is one step that can be taken back");
        prop_assert_eq!(self.plan(), before, "and the plan is what it was");
        sum.answered += answered.len() as u64;
        sum.undone += steps as u64;
        Ok(())
    }
}

#[test]
fn any_order_of_answers_gives_the_same_inbox() {
    let edition = (0..8_u8, 1..4_u32, "[ab]{1,2}");
    let answers = prop::collection::vec(prop::collection::vec(edition, 0..6), 1..5);
    let says = prop_oneof![Just(Says::Nothing), Just(Says::Yes), Just(Says::OwnWords), Just(Says::No)];
    let says = prop::collection::vec((says, any::<Index>()), 0..10);
    let strategy = (answers, prop::collection::vec(any::<Index>(), 0..8), any::<u64>(), says);
    let (table, sum) = (RefCell::new(Table::new()), RefCell::new(Sum::default()));
    let mut runner = runner();
    let cases = runner.config().cases;
    runner.run(&strategy, |case| table.borrow_mut().play(&case, &mut sum.borrow_mut())).unwrap();
    table.borrow().desk.book().verify_chain().unwrap();
    let Sum { taken, answered, refused, undone } = sum.into_inner();
    println!(
        "ORDER cases={cases} taken_in={taken} answered={answered} not_possible_any_more={refused} steps_undone={undone} | holds"
    );
}
