//! What is new since a copy: the lines a print would have today against those that stood on it.
//! Not here: which lines a print has (`printing/gather`).

use super::view::{News, Since};
use crate::change::SharedLine;
use sha2::{Digest as _, Sha256};
use std::collections::{HashMap, HashSet};

/// A line of a print as it says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    pub id: String,
    /// Shown in the register.
    pub text: String,
    /// Everything it says on paper, in one string.
    pub all: String,
}

/// Sixteen hexadecimal digits that change when `all` does; salted, so that equal lines on two copies do not look alike.
#[must_use]
pub fn digest(salt: &str, all: &str) -> String {
    let hash = Sha256::new().chain_update(salt).chain_update([0]).chain_update(all).finalize();
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The lines of a print, as the register of copy `share` keeps them.
#[must_use]
pub fn kept(share: &str, lines: &[Saying]) -> Vec<SharedLine> {
    lines.iter().map(|line| SharedLine { id: line.id.clone(), said: digest(share, &line.all) }).collect()
}

/// What differs between the copy and a print made today, in the order of the print; what is gone comes last.
pub(super) fn since(share: &str, then: &[SharedLine], now: &[Saying]) -> Vec<News> {
    let before: HashMap<&str, &str> = then.iter().map(|line| (line.id.as_str(), line.said.as_str())).collect();
    let mut news: Vec<News> = Vec::new();
    for line in now {
        let since = match before.get(line.id.as_str()) {
            None => Since::Added,
            Some(said) if *said != digest(share, &line.all) => Since::Changed,
            Some(_) => continue,
        };
        news.push(News { line: line.id.clone(), since, text: line.text.clone() });
    }
    let today: HashSet<&str> = now.iter().map(|line| line.id.as_str()).collect();
    let gone = then.iter().filter(|line| !today.contains(line.id.as_str()));
    news.extend(gone.map(|line| News { line: line.id.clone(), since: Since::Gone, text: String::new() }));
    news
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saying(id: &str, all: &str) -> Saying {
        Saying { id: id.into(), text: all.into(), all: all.into() }
    }

    #[test]
    fn what_is_added_changed_and_gone_is_told_and_what_stands_is_not() {
        let then = kept("copy", &[saying("a", "te"), saying("b", "ro"), saying("c", "musik")]);
        let now = [saying("d", "en tur"), saying("b", "ro"), saying("a", "kaffe")];
        let told: Vec<_> = since("copy", &then, &now).into_iter().map(|news| (news.line, news.since)).collect();
        let expected = [("d", Since::Added), ("a", Since::Changed), ("c", Since::Gone)];
        assert_eq!(told, expected.map(|(line, since)| (line.to_string(), since)));
        assert!(since("copy", &kept("copy", &now), &now).is_empty(), "the order of lines is not news");
    }

    #[test]
    fn a_digest_does_not_hold_the_words_and_differs_between_copies() {
        assert_eq!(digest("one", "te").len(), 16);
        assert_ne!(digest("one", "te"), digest("two", "te"));
        assert_ne!(digest("one", "te"), digest("one", "te "));
        assert_ne!(digest("on", "ete"), digest("one", "te"), "salt and words do not run together");
    }
}
