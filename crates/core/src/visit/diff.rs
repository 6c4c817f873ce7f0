//! What changed between two texts, word by word, for the three columns then, now and proposed.
//! Not here: deciding which one counts. The citizen does.

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use specta::Type;

/// More words than this are shown as two texts: nobody reads such a difference word by word.
const MOST: usize = 4_000;

/// What happened to a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    Same,
    Added,
    Removed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    pub turn: Turn,
    pub text: String,
}

/// The pieces that make `after` of `before`: without those removed they read `after`, without those added `before`.
#[must_use]
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (split(before), split(after));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |turn, words: &[&str]| {
        let text = words.concat();
        match pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.turn == turn => last.text.push_str(&text),
            _ => pieces.push(Piece { turn, text }),
        }
    };
    if old.len() + new.len() > MOST {
        add(Turn::Removed, &old);
        add(Turn::Added, &new);
        return pieces;
    }
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, from, to) = op.as_tag_tuple();
        match tag {
            DiffTag::Equal => add(Turn::Same, &new[to]),
            DiffTag::Delete => add(Turn::Removed, &old[from]),
            DiffTag::Insert => add(Turn::Added, &new[to]),
            DiffTag::Replace => {
                add(Turn::Removed, &old[from]);
                add(Turn::Added, &new[to]);
            }
        }
    }
    pieces
}

/// Words, each with the space after it, and signs by themselves, so that a full stop set behind a word is no other word.
fn split(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let begins =
            !letter.is_whitespace() && (before.is_whitespace() || letter.is_alphanumeric() != before.is_alphanumeric());
        if begins && at > start {
            words.push(&text[start..at]);
            start = at;
        }
        before = letter;
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(pieces: &[Piece], without: Turn) -> String {
        pieces.iter().filter(|piece| piece.turn != without).map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn only_the_words_that_differ_are_told() {
        let told: Vec<(Turn, String)> = words("Jeg går en tur, når det larmer.", "Jeg går en lang tur, når det larmer")
            .into_iter()
            .map(|piece| (piece.turn, piece.text))
            .collect();
        let piece = |turn, text: &str| (turn, text.to_string());
        assert_eq!(
            told,
            [
                piece(Turn::Same, "Jeg går en "),
                piece(Turn::Added, "lang "),
                piece(Turn::Same, "tur, når det larmer"),
                piece(Turn::Removed, ".")
            ]
        );
        assert!(words("", "").is_empty());
    }

    #[test]
    fn two_very_long_texts_are_shown_whole() {
        let (before, after) = ("a ".repeat(MOST), "b ".repeat(MOST));
        assert_eq!(words(&before, &after).len(), 2);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_pieces(before in "[ab .\n👩‍👧å]{0,30}", after in "[ab .\n👩‍👧å]{0,30}") {
            let pieces = words(&before, &after);
            prop_assert_eq!(read(&pieces, Turn::Removed), after);
            prop_assert_eq!(read(&pieces, Turn::Added), before);
        }
    }
}
