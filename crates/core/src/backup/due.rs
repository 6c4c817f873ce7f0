//! When a backup is due; decided on data. Not here: the timer that asks, which the shell has.

use super::Kept;
use chrono::{NaiveDateTime, TimeDelta};

/// Bytes of journal after which a backup is due, so that opening never has much to read.
const LONG_JOURNAL: u64 = 4 * 1024 * 1024;

/// When it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The book was just opened.
    Unlock,
    /// Asked every minute or so while the book is open.
    Open,
    /// The book is about to be closed or locked.
    Close,
    /// Before something large: migrating, an import, restoring, another key.
    Before,
}

/// What is known when it is asked.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub newest: Option<&'a Kept>,
    /// Number of the book's newest revision.
    pub revision: i64,
    pub now: NaiveDateTime,
    pub journal: u64,
    /// Something was erased for good, or the key was changed.
    pub copies_must_go: bool,
}

/// Whether a backup is due. Never when the newest one holds everything already.
#[must_use]
pub fn due(moment: Moment, known: &Known<'_>) -> bool {
    if known.copies_must_go || known.journal > LONG_JOURNAL {
        return true;
    }
    let Some(newest) = known.newest else { return known.revision > 0 };
    if newest.revision == known.revision {
        return false;
    }
    let age = known.now - newest.made;
    // Made in the future: the clock was or is wrong, and nobody knows how old it is.
    let unknown = age < TimeDelta::zero();
    match moment {
        Moment::Unlock => unknown || age > TimeDelta::hours(24),
        Moment::Open => unknown || age >= TimeDelta::minutes(30),
        Moment::Close | Moment::Before => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time")
    }

    #[test]
    fn the_table_of_when_it_is_due() {
        let newest = Kept { number: 1, revision: 10, made: at("2026-11-22 14:00"), path: "1".into() };
        let cases = [
            ("just made", Moment::Unlock, 11, "2026-11-22 14:01", false),
            ("a day old", Moment::Unlock, 11, "2026-11-23 14:01", true),
            ("a day old and nothing written since", Moment::Unlock, 10, "2026-11-23 14:01", false),
            ("20 minutes of writing", Moment::Open, 11, "2026-11-22 14:20", false),
            ("30 minutes of writing", Moment::Open, 11, "2026-11-22 14:30", true),
            ("closing after writing", Moment::Close, 11, "2026-11-22 14:01", true),
            ("closing after reading", Moment::Close, 10, "2026-11-22 14:01", false),
            ("before something large", Moment::Before, 11, "2026-11-22 14:01", true),
            ("the clock went back ten years", Moment::Open, 11, "2016-11-22 14:00", true),
        ];
        for (name, moment, revision, now, expected) in cases {
            let known = Known { newest: Some(&newest), revision, now: at(now), journal: 0, copies_must_go: false };
            assert_eq!(due(moment, &known), expected, "{name}");
        }
        let known = Known { newest: None, revision: 0, now: at("2026-11-22 14:00"), journal: 0, copies_must_go: false };
        assert!(!due(Moment::Close, &known), "nobody has written in it yet");
        assert!(due(Moment::Unlock, &Known { revision: 1, ..known }));
        let known = Known { newest: Some(&newest), revision: 10, ..known };
        assert!(due(Moment::Open, &Known { copies_must_go: true, ..known }), "erased words must leave the copies");
        assert!(due(Moment::Open, &Known { journal: LONG_JOURNAL + 1, ..known }));
    }
}
