//! Twelve recovery words: 128 random bits and four that check them, each word eleven bits of our own Danish list.
//! The layout is that of BIP-39; the list is not. Not here: the sheet they are printed on (`document`).

use super::kept::Kept;
use crate::error::Error;
use crate::world::World;
use secrecy::SecretString;
use sha2::{Digest as _, Sha256};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

/// 2,048 words, sorted, no two with the same first four letters.
const LIST: &str = include_str!("../../../../workbook/words-da.txt");
const COUNT: usize = 12;
const BITS: usize = 11;

/// The words on the recovery sheet.
#[derive(Clone)]
pub struct RecoveryWords {
    /// On the heap, where they stay when they are moved.
    numbers: Zeroizing<Vec<u16>>,
}

impl RecoveryWords {
    pub(super) fn random(world: &World) -> Result<Self, Error> {
        Ok(Self::of(&*Kept::<16>::random(world)?))
    }

    fn of(entropy: &[u8; 16]) -> Self {
        let mut bits = Kept::<17>::room();
        bits[..16].copy_from_slice(entropy);
        bits[16] = check(entropy);
        let mut numbers = Zeroizing::new(vec![0_u16; COUNT]);
        for (at, number) in numbers.iter_mut().enumerate() {
            for bit in at * BITS..(at + 1) * BITS {
                *number = *number << 1 | u16::from(bits[bit / 8] >> (7 - bit % 8) & 1);
            }
        }
        Self { numbers }
    }

    /// Reads words as a person types them from paper: capitals, numbers in front, commas and line ends do not matter,
    /// and four letters of a word are enough.
    ///
    /// # Errors
    /// [`Error::UnknownWord`] with its number from 1; [`Error::WordsDoNotMatch`] when there are not twelve or when the
    /// check fails, as when two have changed places.
    pub fn read(typed: &str) -> Result<Self, Error> {
        let typed = Zeroizing::new(typed.nfc().flat_map(char::to_lowercase).collect::<String>());
        let words = typed.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        let mut numbers = Zeroizing::new(vec![0_u16; COUNT]);
        let mut count = 0;
        for word in words {
            let Some(number) = number_of(word) else {
                return Err(Error::UnknownWord(u8::try_from(count + 1).unwrap_or(u8::MAX)));
            };
            if let Some(place) = numbers.get_mut(count) {
                *place = number;
            }
            count += 1;
        }
        let words = Self { numbers };
        if count == COUNT && words.fit_together() { Ok(words) } else { Err(Error::WordsDoNotMatch) }
    }

    /// The twelve words, to be put on paper once and then forgotten.
    #[must_use]
    pub fn words(&self) -> [&'static str; COUNT] {
        std::array::from_fn(|at| {
            self.numbers.get(at).and_then(|number| LIST.lines().nth(usize::from(*number))).unwrap_or_default()
        })
    }

    /// The same as strings, e.g. for the sheet. Whoever asks for them lets go of them soon.
    #[must_use]
    pub fn to_list(&self) -> Vec<String> {
        self.words().map(str::to_string).to_vec()
    }

    /// Whether `typed` is the word with this number (from 1) on the sheet, read as kindly as the whole sheet is.
    #[must_use]
    pub fn is_at(&self, number: usize, typed: &str) -> bool {
        let typed = Zeroizing::new(typed.trim().nfc().flat_map(char::to_lowercase).collect::<String>());
        let at = number.checked_sub(1).and_then(|at| self.numbers.get(at));
        at.is_some() && number_of(&typed).as_ref() == at
    }

    pub(super) fn entropy(&self) -> Kept<16> {
        let bits = self.bits();
        let mut entropy = Kept::room();
        entropy.copy_from_slice(&bits[..16]);
        entropy
    }

    fn fit_together(&self) -> bool {
        self.bits()[16] & 0xf0 == check(&self.entropy())
    }

    fn bits(&self) -> Kept<17> {
        let mut bits = Kept::<17>::room();
        for (at, number) in self.numbers.iter().enumerate() {
            for bit in 0..BITS {
                let place = at * BITS + bit;
                bits[place / 8] |= u8::from(number >> (BITS - 1 - bit) & 1 == 1) << (7 - place % 8);
            }
        }
        bits
    }
}

/// Words of a suggested passphrase: five of 2,048 are 55 bits, each drawn evenly and by itself.
const SUGGESTED: usize = 5;

/// A passphrase to choose or to draw again: five words of our list with a space between.
///
/// # Errors
/// When the system has no randomness.
pub fn suggest_passphrase(world: &World) -> Result<SecretString, Error> {
    draw_words(world, SUGGESTED)
}

/// So many words of our list with a space between, each drawn evenly and by itself: eleven bits a word.
///
/// # Errors
/// When the system has no randomness.
pub fn draw_words(world: &World, count: usize) -> Result<SecretString, Error> {
    let mut drawn = Zeroizing::new(vec![0_u8; 2 * count]);
    world.fill(drawn.as_mut_slice())?;
    let mut text = Zeroizing::new(String::with_capacity(128));
    for pair in drawn.chunks_exact(2) {
        // 2,048 goes into 65,536 without a rest, so no word is likelier than another.
        let number = usize::from(u16::from_be_bytes([pair[0], pair[1]]) % 2048);
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(LIST.lines().nth(number).unwrap_or_default());
    }
    Ok(SecretString::from(text.as_str()))
}

/// Words of our list as a person types them from paper, as they were drawn. What holds any other word is left as it was typed, but for
/// the space around it: another program may have chosen it.
#[must_use]
pub fn as_drawn(typed: &str) -> SecretString {
    let lower = Zeroizing::new(typed.nfc().flat_map(char::to_lowercase).collect::<String>());
    let mut text = Zeroizing::new(String::with_capacity(typed.len() + 64));
    for word in lower.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()) {
        let Some(number) = number_of(word) else { return SecretString::from(typed.trim()) };
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(LIST.lines().nth(usize::from(number)).unwrap_or_default());
    }
    SecretString::from(text.as_str())
}

/// A word of our list by its number, from 0 to 2,047.
#[must_use]
pub fn word(number: usize) -> &'static str {
    LIST.lines().nth(number).unwrap_or_default()
}

impl fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryWords(…)")
    }
}

/// The first four bits of the SHA-256 of the entropy, at the top of a byte.
fn check(entropy: &[u8; 16]) -> u8 {
    let mut digest = Sha256::digest(entropy);
    let check = digest[0] & 0xf0;
    digest.as_mut_slice().zeroize();
    check
}

/// The word itself, or the only one that begins with the same four letters; æ, ø and å may be written ae, oe and aa.
fn number_of(typed: &str) -> Option<u16> {
    find(typed).or_else(|| {
        let danish = Zeroizing::new(typed.replace("ae", "æ").replace("oe", "ø").replace("aa", "å"));
        find(&danish)
    })
}

fn find(typed: &str) -> Option<u16> {
    let exact = LIST.lines().position(|word| word == typed);
    let begun = || (typed.chars().count() >= 4).then(|| LIST.lines().position(|word| same_start(word, typed)))?;
    u16::try_from(exact.or_else(begun)?).ok()
}

fn same_start(word: &str, typed: &str) -> bool {
    word.chars().take(4).eq(typed.chars().take(4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret as _;
    use std::collections::HashSet;

    #[test]
    fn the_list_is_2048_sorted_words_that_differ_in_their_first_four_letters() {
        let words: Vec<&str> = LIST.lines().collect();
        assert_eq!(words.len(), 2048, "eleven bits a word");
        let starts: HashSet<String> = words.iter().map(|word| word.chars().take(4).collect()).collect();
        assert_eq!(starts.len(), 2048, "four letters must be enough to tell a word");
        for word in &words {
            assert!(word.chars().all(|letter| letter.is_lowercase() && letter.is_alphabetic()), "{word}");
            assert_eq!(word.nfc().collect::<String>(), *word, "{word} must be written as it is read");
        }
        let mut sorted = words.clone();
        sorted.sort_unstable();
        assert!(words == sorted || danish_order(&words), "the list is sorted, so that a change to it is seen");
    }

    fn danish_order(words: &[&str]) -> bool {
        let rank = |word: &str| -> Vec<u32> {
            word.chars()
                .map(|letter| match letter {
                    'æ' => 0x7b,
                    'ø' => 0x7c,
                    'å' => 0x7d,
                    letter => letter as u32,
                })
                .collect()
        };
        words.windows(2).all(|pair| rank(pair[0]) < rank(pair[1]))
    }

    #[test]
    fn words_give_back_the_bits_they_were_made_of() {
        for seed in 0..=255_u8 {
            let entropy = std::array::from_fn(|at| seed.wrapping_mul(31).wrapping_add((at * at) as u8));
            let words = RecoveryWords::of(&entropy);
            let read = RecoveryWords::read(&words.words().join(" ")).expect("its own words are read");
            assert_eq!(*read.entropy(), entropy, "a sheet must open the book it was printed for");
        }
    }

    #[test]
    fn words_are_read_as_people_write_them() {
        let words = RecoveryWords::of(&[7; 16]);
        let list = words.words();
        let numbered: String =
            list.iter().enumerate().map(|(at, word)| format!(" {}. {}\r\n", at + 1, word.to_uppercase())).collect();
        let four: String = list.iter().map(|word| word.chars().take(4).collect::<String>() + ",  ").collect();
        let decomposed: String = list.join("\t").nfd().collect();
        let without = list.join(" ").replace('æ', "ae").replace('ø', "oe").replace('å', "aa");
        for typed in [numbered, four, decomposed, without] {
            let read = RecoveryWords::read(&typed).expect("readable to a person");
            assert_eq!(*read.entropy(), *words.entropy());
        }
    }

    #[test]
    fn every_word_is_told_from_all_others_however_it_is_written() {
        for (number, word) in LIST.lines().enumerate() {
            let number = u16::try_from(number).ok();
            let four: String = word.chars().take(4).collect();
            let without = word.replace('æ', "ae").replace('ø', "oe").replace('å', "aa");
            for typed in [word, &four, &without] {
                assert_eq!(number_of(typed), number, "{typed} must be read as {word}");
            }
        }
    }

    #[test]
    fn an_unknown_word_is_told_by_its_number() {
        let mut list = RecoveryWords::of(&[9; 16]).words();
        list[4] = "zzzz";
        assert!(matches!(RecoveryWords::read(&list.join(" ")), Err(Error::UnknownWord(5))));
    }

    #[test]
    fn too_few_too_many_and_most_exchanged_words_are_seen() {
        let list = RecoveryWords::of(&[77; 16]).words();
        assert!(matches!(RecoveryWords::read(&list[..11].join(" ")), Err(Error::WordsDoNotMatch)));
        assert!(matches!(
            RecoveryWords::read(&[&list[..], &list[..1]].concat().join(" ")),
            Err(Error::WordsDoNotMatch)
        ));
        assert!(matches!(RecoveryWords::read(""), Err(Error::WordsDoNotMatch)));
        let mut refused = 0;
        for at in 0..2048 {
            let mut list = list;
            list[11] = LIST.lines().nth(at).expect("2,048 words");
            refused += usize::from(RecoveryWords::read(&list.join(" ")).is_err());
        }
        assert_eq!(refused, 2048 - 128, "four check bits let one in sixteen through; the slot refuses those");
    }

    #[test]
    fn one_word_of_the_sheet_is_known_by_its_number() {
        let words = RecoveryWords::of(&[9; 16]);
        let list = words.words();
        assert!(words.is_at(4, list[3]));
        assert!(words.is_at(9, &format!(" {} ", list[8].to_uppercase())));
        assert!(!words.is_at(4, list[8]), "another word of the sheet is not this one");
        for (number, typed) in [(0, list[0]), (13, list[0]), (4, ""), (4, "zzzz")] {
            assert!(!words.is_at(number, typed));
        }
    }

    #[test]
    fn a_suggested_passphrase_is_five_words_of_the_list_and_never_the_same() {
        let world = World::real();
        let mut seen = HashSet::new();
        let mut words = HashSet::new();
        for _ in 0..2000 {
            let suggested = suggest_passphrase(&world).expect("drawn").expose_secret().to_string();
            let each: Vec<&str> = suggested.split(' ').collect();
            assert_eq!(each.len(), 5);
            assert!(each.iter().all(|word| LIST.lines().any(|known| known == *word)), "{suggested}");
            words.extend(each.into_iter().map(str::to_string));
            assert!(seen.insert(suggested), "the same twice in two thousand");
        }
        // 10,000 even draws leave out about sixteen of 2,048 words; fewer than nine in ten would not be even.
        assert!(words.len() > 1950, "only {} of the words come up", words.len());
    }

    #[test]
    fn drawn_words_are_read_as_people_type_them_and_other_words_as_they_are() {
        let drawn = draw_words(&World::real(), 6).expect("drawn");
        let typed: String = drawn.expose_secret().split(' ').map(|word| format!("{}, ", word.to_uppercase())).collect();
        assert_eq!(as_drawn(&typed).expose_secret(), drawn.expose_secret());
        assert_eq!(as_drawn(" correct-horse Battery ").expose_secret(), "correct-horse Battery");
        assert_eq!(as_drawn("").expose_secret(), "");
    }

    #[test]
    fn the_words_are_not_shown_in_a_log() {
        let words = RecoveryWords::of(&[1; 16]);
        let shown = format!("{words:?}");
        assert!(words.words().iter().all(|word| !shown.contains(word)));
    }
}
