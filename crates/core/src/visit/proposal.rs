//! A proposal as data, the same in the book and in a file: what is wished for, what it rests on, who made it and when.
//! Not here: how one is made (`propose`) and answered (`accept`). The citizen's answers never travel, so they are not here either.

use super::Role;
use crate::change::{Id, LinkKind, PersonFields, Place};
use crate::view::Perspective;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// What somebody would like in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "wish", deny_unknown_fields)]
pub enum Wish {
    /// A line that is not there yet; `line` is the id it would have.
    NewLine {
        line: Id,
        section: String,
        prompt: String,
        text: String,
        because: String,
        place: Place,
    },
    Rewrite {
        line: Id,
        text: String,
        because: String,
    },
    Order {
        line: Id,
        place: Place,
    },
    Link {
        link: Id,
        from: Id,
        to_kind: LinkKind,
        to: Id,
    },
    /// Somebody new, or other words about somebody who is there.
    Person {
        person: Id,
        fields: PersonFields,
    },
}

impl Wish {
    /// The line or person it is about.
    #[must_use]
    pub fn target(&self) -> &str {
        match self {
            Self::NewLine { line, .. } | Self::Rewrite { line, .. } | Self::Order { line, .. } => line,
            Self::Link { from, .. } => from,
            Self::Person { person, .. } => person,
        }
    }

    /// Nothing is wished for (any more).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let blank = |text: &str| text.trim().is_empty();
        match self {
            Self::NewLine { text, because, .. } | Self::Rewrite { text, because, .. } => blank(text) && blank(because),
            Self::Person { fields, .. } => {
                [&fields.name, &fields.relation, &fields.phone, &fields.why].into_iter().all(|text| blank(text))
            }
            Self::Order { .. } | Self::Link { .. } => false,
        }
    }
}

/// What the book said when the proposal was made. When it says something else, the citizen sees then, now and proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "basis", deny_unknown_fields)]
pub enum Basis {
    #[default]
    Nothing,
    Line {
        text: String,
        because: String,
    },
    /// The line stood after this one; none: it stood first.
    After {
        line: Option<Id>,
    },
    Person {
        fields: PersonFields,
    },
}

/// One proposal. Ids are random, so a proposal is the same one wherever it has been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Proposal {
    pub id: Id,
    /// The visit it was made in; empty when it was made elsewhere.
    pub visit: Id,
    pub author: Id,
    /// As it was; may be empty.
    pub name: String,
    pub role: Role,
    pub perspective: Perspective,
    pub wish: Wish,
    pub basis: Basis,
    /// How often its author wrote it anew; the highest is the one that counts.
    pub edition: u32,
    /// When it was last written, by its author's clock: milliseconds since 1970, and seconds east of UTC. Told, never used for order
    /// between people: clocks may be years apart.
    pub made: i64,
    pub made_offset: i32,
}

impl Proposal {
    /// What a yes would do to the book as it is now. A field its author left as it was is not theirs: there the words stay that stand there now.
    #[must_use]
    pub fn on(&self, now: &Basis) -> Wish {
        let line = |text: &str, because: &str| {
            let ((was, was_why), (is, why)) = (self.basis.line(), now.line());
            (kept(text, was, is), kept(because, was_why, why))
        };
        let mut wish = self.wish.clone();
        match &mut wish {
            Wish::NewLine { text, because, .. } | Wish::Rewrite { text, because, .. } => {
                (*text, *because) = line(text, because);
            }
            Wish::Person { fields, .. } => {
                if let (Basis::Person { fields: was }, Basis::Person { fields: is }) = (&self.basis, now) {
                    *fields = PersonFields {
                        name: kept(&fields.name, &was.name, &is.name),
                        relation: kept(&fields.relation, &was.relation, &is.relation),
                        phone: kept(&fields.phone, &was.phone, &is.phone),
                        wanted: if fields.wanted == was.wanted { is.wanted } else { fields.wanted },
                        why: kept(&fields.why, &was.why, &is.why),
                    };
                }
            }
            Wish::Order { .. } | Wish::Link { .. } => {}
        }
        wish
    }
}

impl Basis {
    /// Text and reason; nothing said is empty.
    fn line(&self) -> (&str, &str) {
        match self {
            Self::Line { text, because } => (text, because),
            _ => ("", ""),
        }
    }
}

fn kept(wished: &str, was: &str, is: &str) -> String {
    if wished == was { is } else { wished }.to_string()
}

/// Proposals by id.
pub type Set = BTreeMap<Id, Proposal>;

/// Puts proposals together that came in any order, twice, in part: the set only grows, and of one id the newest edition counts. The same
/// proposals give the same set whatever way they came.
#[must_use]
pub fn merge(mut set: Set, incoming: impl IntoIterator<Item = Proposal>) -> Set {
    for proposal in incoming {
        match set.get(&proposal.id) {
            Some(known) if !is_newer(&proposal, known) => {}
            _ => drop(set.insert(proposal.id.clone(), proposal)),
        }
    }
    set
}

/// A total order on what goes under one id, so that two that claim the same edition do not flip back and forth.
fn is_newer(one: &Proposal, other: &Proposal) -> bool {
    let words = |proposal: &Proposal| serde_json::to_string(proposal).unwrap_or_default();
    one.edition.cmp(&other.edition).then_with(|| words(one).cmp(&words(other))).is_gt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn proposals() -> impl Strategy<Value = Vec<Proposal>> {
        let one = (0..6_u8, 0..4_u32, "[ab]{0,2}", 0..3_i64).prop_map(|(id, edition, text, made)| Proposal {
            id: id.to_string(),
            visit: String::new(),
            author: "k".into(),
            name: "Karen".into(),
            role: Role::Staff,
            perspective: Perspective::Third,
            wish: Wish::Rewrite { line: "l".into(), text, because: String::new() },
            basis: Basis::Line { text: "a".into(), because: String::new() },
            edition,
            made: made * 100_000_000_000,
            made_offset: 0,
        });
        proptest::collection::vec(one, 0..12)
    }

    proptest! {
        #[test]
        fn proposals_give_the_same_set_in_any_order_twice_and_in_part(
            first in proposals(),
            second in proposals(),
            third in proposals(),
            cut in 0..12_usize,
        ) {
            let of = |lists: &[&[Proposal]]| lists.iter().fold(Set::new(), |set, list| merge(set, list.to_vec()));
            let all = of(&[&first, &second, &third]);
            prop_assert_eq!(&all, &of(&[&third, &first, &second]), "any order");
            prop_assert_eq!(&all, &of(&[&first, &first, &second, &third, &second]), "twice");
            prop_assert_eq!(&all, &merge(of(&[&first]), merge(of(&[&second]), third.clone()).into_values()), "grouped in any way");
            let part = &second[..cut.min(second.len())];
            prop_assert_eq!(&all, &of(&[part, &first, &third, &second]), "in part first");
            prop_assert!(first.iter().all(|proposal| all.contains_key(&proposal.id)), "nothing is lost");
        }
    }

    #[test]
    fn what_is_carried_is_read_again_as_it_was_and_nothing_else_is_taken_for_it() {
        let proposal = Proposal {
            id: "p".into(),
            visit: String::new(),
            author: "k".into(),
            name: String::new(),
            role: Role::Peer,
            perspective: Perspective::Second,
            wish: Wish::Order { line: "l".into(), place: Place::After("m".into()) },
            basis: Basis::After { line: None },
            edition: 1,
            made: 5,
            made_offset: 3600,
        };
        let text = serde_json::to_string(&proposal).unwrap();
        assert_eq!(serde_json::from_str::<Proposal>(&text).unwrap(), proposal);
        assert!(serde_json::from_str::<Proposal>(&text.replace("\"edition\"", "\"more\":1,\"edition\"")).is_err());
        assert!(serde_json::from_str::<Wish>(r#"{"wish":"erase","line":"l"}"#).is_err());
    }
}
