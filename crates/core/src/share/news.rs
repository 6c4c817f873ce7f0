//! What is new since a copy: the lines a print would have today against those that stood on it. A copy from before the print itself told what is
//! on it (0119) is not old because this program reckons in another way: what it was told of then is reckoned that way too.
//! Not here: which lines a print has (`printing/gather`).

use super::view::{News, Since};
use crate::change::SharedLine;
use crate::error::Error;
use sha2::{Digest as _, Sha256};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

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

/// Before the digest of what the print itself told; an earlier program wrote the digest alone.
const TOLD: &str = "p";

/// The lines of a print, as the register of copy `share` keeps them.
#[must_use]
pub fn kept(share: &str, lines: &[Saying]) -> Vec<SharedLine> {
    let said = |line: &Saying| format!("{TOLD}{}", digest(share, &line.all));
    lines.iter().map(|line| SharedLine { id: line.id.clone(), said: said(line) }).collect()
}

/// Whether a line of the register was written by a program that reckoned otherwise.
fn is_early(said: &str) -> bool {
    !said.starts_with(TOLD)
}

/// What differs between the copy and a print made today, in the order of the print; what is gone comes last. `early`: what an earlier
/// program would have told of a print made today, asked only where it may make a difference.
pub(super) fn since(
    share: &str,
    then: &[SharedLine],
    now: &[Saying],
    early: impl FnOnce() -> Result<Rc<[Saying]>, Error>,
) -> Result<Vec<News>, Error> {
    let before: HashMap<&str, &str> = then.iter().map(|line| (line.id.as_str(), line.said.as_str())).collect();
    let mut news = differing(share, then, now, &before);
    let is_early = |line: &str| before.get(line).is_some_and(|said| is_early(said));
    if news.iter().any(|news| is_early(&news.line)) {
        let early = early()?;
        let same = early.iter().filter(|line| before.get(line.id.as_str()) == Some(&digest(share, &line.all).as_str()));
        let same: HashSet<&str> = same.map(|line| line.id.as_str()).collect();
        news.retain(|news| !same.contains(news.line.as_str()));
    }
    Ok(news)
}

fn differing(share: &str, then: &[SharedLine], now: &[Saying], before: &HashMap<&str, &str>) -> Vec<News> {
    let mut news: Vec<News> = Vec::new();
    for line in now {
        let since = match before.get(line.id.as_str()) {
            None => Since::Added,
            Some(said) if said.strip_prefix(TOLD).unwrap_or(said) != digest(share, &line.all) => Since::Changed,
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

    fn nothing_early() -> Result<Rc<[Saying]>, Error> {
        panic!("nobody asks for it")
    }

    #[test]
    fn a_copy_of_an_earlier_program_is_told_by_its_own_reckoning_and_no_other_copy_is() {
        let told = |id: &str, all: &str| SharedLine { id: id.into(), said: digest("copy", all) };
        let then = [told("same", "te"), told("other", "te: let"), told("unprinted", "90"), told("changed", "ro: let")];
        let now = [saying("same", "te"), saying("other", "te"), saying("changed", "kaffe")];
        let early =
            || Ok([saying("other", "te: let"), saying("unprinted", "90"), saying("changed", "kaffe: let")].into());
        let news = since("copy", &then, &now, early).expect("told");
        assert_eq!(news.iter().map(|news| news.line.as_str()).collect::<Vec<_>>(), ["changed"]);
        // What a print of this program said is never taken for what an earlier one would have.
        let then = kept("copy", &[saying("other", "Mette")]);
        let news = since("copy", &then, &[saying("other", "Mette, 12 34")], || Ok([saying("other", "Mette")].into()));
        assert_eq!(news.expect("told").len(), 1);
    }

    #[test]
    fn what_is_added_changed_and_gone_is_told_and_what_stands_is_not() {
        let then = kept("copy", &[saying("a", "te"), saying("b", "ro"), saying("c", "musik")]);
        let now = [saying("d", "en tur"), saying("b", "ro"), saying("a", "kaffe")];
        let news = since("copy", &then, &now, nothing_early).expect("told");
        let told: Vec<_> = news.into_iter().map(|news| (news.line, news.since)).collect();
        let expected = [("d", Since::Added), ("a", Since::Changed), ("c", Since::Gone)];
        assert_eq!(told, expected.map(|(line, since)| (line.to_string(), since)));
        let same = since("copy", &kept("copy", &now), &now, nothing_early).expect("told");
        assert!(same.is_empty(), "the order of lines is not news");
    }

    #[test]
    fn a_digest_does_not_hold_the_words_and_differs_between_copies() {
        assert_eq!(digest("one", "te").len(), 16);
        assert_ne!(digest("one", "te"), digest("two", "te"));
        assert_ne!(digest("one", "te"), digest("one", "te "));
        assert_ne!(digest("on", "ete"), digest("one", "te"), "salt and words do not run together");
    }
}
