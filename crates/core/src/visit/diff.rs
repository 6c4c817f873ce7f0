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
    if old.len() + new.len() > MOST {
        return whole(before, after);
    }
    let compared = |words: &[Word<'_>]| words.iter().map(|word| word.said.to_string()).collect::<Vec<_>>();
    let mut runs = Runs::default();
    for op in capture_diff_slices(Algorithm::Myers, &compared(&old), &compared(&new)) {
        let (tag, from, to) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            for (old, new) in old[from].iter().zip(&new[to]) {
                runs.same(old.said);
                runs.other(old.space, new.space);
            }
        } else {
            old[from].iter().for_each(|word| runs.other(word.whole, ""));
            new[to].iter().for_each(|word| runs.other("", word.whole));
        }
    }
    runs.pieces()
}

/// One text in place of another, for what is not read word by word: a telephone number.
#[must_use]
pub fn whole(before: &str, after: &str) -> Vec<Piece> {
    let mut runs = Runs::default();
    runs.other(before, after);
    runs.pieces()
}

/// A word or a sign, and the space after it. The space is no part of the word, so a word that comes last is no other word.
struct Word<'a> {
    said: &'a str,
    space: &'a str,
    whole: &'a str,
}

/// Words, and signs by themselves, so that a full stop set behind a word is no other word. Space that a text begins with is an empty word.
fn split(text: &str) -> Vec<Word<'_>> {
    let mut starts = vec![0];
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let begins = |before: char| before.is_whitespace() || letter.is_alphanumeric() != before.is_alphanumeric();
        if !letter.is_whitespace() && before.is_some_and(begins) {
            starts.push(at);
        }
        before = Some(letter);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let wholes = starts.iter().zip(ends).map(|(start, end)| &text[*start..end]);
    wholes
        .map(|whole| {
            let said = whole.trim_end();
            Word { said, space: &whole[said.len()..], whole }
        })
        .collect()
}

/// What stays and what changes, by turns; what changes is told as one piece gone and one piece new.
#[derive(Default)]
struct Runs(Vec<Run>);

enum Run {
    Same(String),
    Other { gone: String, new: String },
}

impl Runs {
    fn same(&mut self, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(Run::Same(before)) => before.push_str(text),
            _ => self.0.push(Run::Same(text.to_string())),
        }
    }

    fn other(&mut self, gone: &str, new: &str) {
        if gone == new {
            return self.same(gone);
        }
        match self.0.last_mut() {
            Some(Run::Other { gone: before, new: after }) => {
                before.push_str(gone);
                after.push_str(new);
            }
            _ => self.0.push(Run::Other { gone: gone.to_string(), new: new.to_string() }),
        }
    }

    /// A sign alone between two changes is read with them: nobody sees what stayed.
    fn joined(self) -> Self {
        let mut joined = Self::default();
        let mut runs = self.0.into_iter().peekable();
        while let Some(run) = runs.next() {
            match (&run, joined.0.last(), runs.peek()) {
                (
                    Run::Same(text),
                    Some(Run::Other { gone, new }),
                    Some(Run::Other { gone: gone_next, new: new_next }),
                ) if !text.contains(|letter: char| letter.is_alphanumeric() || letter == '\n')
                    && (!gone.is_empty() || !gone_next.is_empty())
                    && (!new.is_empty() || !new_next.is_empty()) =>
                {
                    if let Some(Run::Other { gone, new }) = joined.0.last_mut() {
                        gone.push_str(text);
                        new.push_str(text);
                    }
                }
                _ => match run {
                    Run::Same(text) => joined.same(&text),
                    Run::Other { gone, new } => joined.other(&gone, &new),
                },
            }
        }
        joined
    }

    /// The space after a word that is another is the same space.
    fn without_same_space(self) -> Self {
        let mut runs = Self::default();
        for run in self.0 {
            match run {
                Run::Same(text) => runs.same(&text),
                Run::Other { gone, new } => {
                    let alike =
                        gone.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b && a.is_whitespace());
                    let space: usize = alike.map(|(space, _)| space.len_utf8()).sum();
                    runs.other(&gone[..gone.len() - space], &new[..new.len() - space]);
                    runs.same(&new[new.len() - space..]);
                }
            }
        }
        runs
    }

    fn pieces(self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for run in self.joined().without_same_space().0 {
            match run {
                Run::Same(text) => pieces.push((Turn::Same, text)),
                Run::Other { gone, new } => pieces.extend([(Turn::Removed, gone), (Turn::Added, new)]),
            }
        }
        pieces.into_iter().filter(|(_, text)| !text.is_empty()).map(|(turn, text)| Piece { turn, text }).collect()
    }
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

    fn said(before: &str, after: &str) -> String {
        let piece = |piece: Piece| match piece.turn {
            Turn::Same => piece.text,
            Turn::Added => format!("+{}+", piece.text),
            Turn::Removed => format!("-{}-", piece.text),
        };
        words(before, after).into_iter().map(piece).collect()
    }

    #[test]
    fn a_word_that_no_longer_comes_last_is_the_same_word() {
        assert_eq!(said("I sleep badly", "I sleep badly when it is hot"), "I sleep badly+ when it is hot+");
        assert_eq!(said("I sleep badly when it is hot", "I sleep badly"), "I sleep badly- when it is hot-");
        assert_eq!(said("uro", "megen uro"), "+megen +uro");
        assert_eq!(said("Mette", "Mette Holm"), "Mette+ Holm+");
    }

    #[test]
    fn what_is_changed_side_by_side_is_told_as_one() {
        assert_eq!(said("gå en tur", "løbe to ture"), "-gå en tur-+løbe to ture+");
        assert_eq!(said("ro, stilhed", "fred, søvn"), "-ro, stilhed-+fred, søvn+");
        assert_eq!(said("et stort hus", "et nyt hus"), "et -stort-+nyt+ hus");
        assert_eq!(said("te\nmere\nmælk", "kaffe\nmere\nfløde"), "-te-+kaffe+\nmere\n-mælk-+fløde+");
        assert_eq!(said("te\nmælk", "te mælk"), "te-\n-+ +mælk");
    }

    #[test]
    fn a_number_is_told_whole() {
        let told: Vec<String> = whole("12 34 56 78", "12 34 11 22").into_iter().map(|piece| piece.text).collect();
        assert_eq!(told, ["12 34 56 78", "12 34 11 22"]);
        assert_eq!(whole("12", "12").len(), 1);
        assert!(whole("", "").is_empty());
    }

    #[test]
    fn two_very_long_texts_are_shown_whole() {
        let (before, after) = (vec!["a"; MOST].join(" "), vec!["b"; MOST].join(" "));
        assert_eq!(words(&before, &after).len(), 2);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_pieces(before in " ?[ab .,\n👩‍👧å]{0,30}", after in " ?[ab .,\n👩‍👧å]{0,30}") {
            let pieces = words(&before, &after);
            prop_assert_eq!(read(&pieces, Turn::Removed), after);
            prop_assert_eq!(read(&pieces, Turn::Added), before);
            prop_assert!(pieces.windows(2).all(|two| two[0].turn != two[1].turn), "each change is one piece");
        }
    }
}
