//! *Slet for altid*: rows taken out of the tables, out of every changeset and out of every record that came in with a file. The chain runs over the
//! digests of what was written and holds; a row whose payload was rewritten says so. Not here: the copies beside the book (`backup`), which are
//! cleared by the next backup.

use super::{chain, changeset};
use crate::change::Id;
use crate::error::Error;
use crate::exchange::record;
use crate::store::{DOMAIN, Words, earlier, revision, setting, table};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// What can be erased for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    Line,
    Visit,
    Handover,
    Person,
    Picture,
    Heading,
    Chapter,
    Reader,
    Copy,
    HelpLine,
}

/// Their names in the record.
impl Words for Erasure {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Line, "erase-line"),
        (Self::Visit, "erase-visit"),
        (Self::Handover, "erase-handover"),
        (Self::Person, "erase-person"),
        (Self::Picture, "erase-picture"),
        (Self::Heading, "erase-section"),
        (Self::Chapter, "erase-chapter"),
        (Self::Reader, "erase-reader"),
        (Self::Copy, "erase-share"),
        (Self::HelpLine, "erase-help-line"),
    ];
}

/// More keys than this are looked for by reading every changeset, rather than one after the other.
const FEW: usize = 12;

impl Erasure {
    /// The rows that go: by table, and the column that names what is erased. Of a proposal that is what it is about, or the visit or
    /// hand-over it came in: it holds words of all of them.
    const fn rows(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Line => &[
                ("entry", "id"),
                ("link", "from_entry"),
                ("link", "to_id"),
                ("picture", "entry"),
                ("proposal", "target"),
                ("preset_part", "target"),
                ("share_line", "line"),
            ],
            Self::Visit => &[
                ("visit", "id"),
                ("visit_answer", "visit"),
                ("agreement", "visit"),
                ("proposal", "visit"),
                ("visit_chapter", "visit"),
                ("visit_person", "visit"),
            ],
            Self::Handover => &[
                ("handover", "id"),
                ("handover_chapter", "handover"),
                ("handover_answer", "handover"),
                ("proposal", "visit"),
            ],
            Self::Person => &[
                ("person", "id"),
                ("link", "to_id"),
                ("proposal", "target"),
                ("preset_part", "target"),
                ("share_line", "line"),
            ],
            Self::Picture => &[("picture", "id")],
            // The lines that stood under it lie in the trash themselves.
            Self::Heading => &[("section", "id"), ("preset_part", "target")],
            Self::Chapter => &[("chapter", "id"), ("preset_part", "target")],
            Self::Reader => &[("preset", "id"), ("preset_part", "preset")],
            Self::Copy => &[("share", "id"), ("share_line", "share")],
            Self::HelpLine => &[("help_line", "id")],
        }
    }

    /// The lines its revision is told of in the history of.
    #[must_use]
    pub fn touched(self, id: &str) -> Vec<Id> {
        if self == Self::Line { vec![id.to_string()] } else { Vec::new() }
    }

    /// Takes it out for good, inside the caller's transaction, and says in the book that the copies beside it must go too.
    ///
    /// # Errors
    /// What the database says; [`Error::Damaged`] when a changeset cannot be read.
    pub fn carry_out(self, connection: &Connection, key: &[u8; 32], id: &str) -> Result<(), Error> {
        let mut goes = Goes { rows: self.rows(), id, keys: HashMap::new() };
        goes.look_in_tables(connection)?;
        goes.look_in_record(connection)?;
        goes.look_in_earlier(connection)?;
        goes.out_of_tables(connection)?;
        goes.out_of_earlier(connection)?;
        goes.out_of_record(connection, key)?;
        // Each erasure has a word of its own, so that a copy that was begun before it does not count for it.
        let after = revision::head(connection)?.map_or(0, |head| head.seq);
        setting::set(connection, setting::CLEAR_COPIES, &format!("erased after {after}"))
    }
}

/// The keys of all rows that go, also of those that are in no table any more: a later change to a row names nothing but its key.
struct Goes<'a> {
    rows: &'static [(&'static str, &'static str)],
    id: &'a str,
    keys: HashMap<&'static str, HashSet<String>>,
}

impl Goes<'_> {
    fn add(&mut self, table: &'static str, key: &str) {
        self.keys.entry(table).or_default().insert(key.to_string());
    }

    fn has(&self, table: &str, key: &str) -> bool {
        self.keys.get(table).is_some_and(|keys| keys.contains(key))
    }

    fn every_key(&self) -> impl Iterator<Item = &str> {
        self.keys.values().flatten().map(String::as_str)
    }

    fn look_in_tables(&mut self, connection: &Connection) -> Result<(), Error> {
        for (table, column) in self.rows {
            for key in table::keys_where(connection, table, column, self.id)? {
                self.add(table, &key);
            }
        }
        Ok(())
    }

    fn look_in_record(&mut self, connection: &Connection) -> Result<(), Error> {
        let at = |table: &str, column: &str| {
            table::known().iter().find(|known| known.name == table).and_then(|known| known.position(column))
        };
        let places: Vec<_> =
            self.rows.iter().filter_map(|(table, column)| Some((*table, at(table, column)?))).collect();
        revision::walk(connection, |_, payload| {
            // Most do not touch it, and reading is slower than looking.
            if changeset::holds(payload, self.id) {
                for row in changeset::rows(payload)? {
                    let meant = places.iter().find(|(table, at)| *table == row.table && row.says(*at, self.id));
                    if let (Some((table, _)), Some(key)) = (meant, row.key(0)) {
                        self.add(table, key);
                    }
                }
            }
            Ok(())
        })
    }

    fn look_in_earlier(&mut self, connection: &Connection) -> Result<(), Error> {
        earlier::walk(connection, |_, told| {
            if told.contains(self.id) {
                for changed in record::changes(told)? {
                    let meant = self.rows.iter().find(|(table, column)| changed.says(table, column, self.id));
                    if let Some((table, _)) = meant {
                        self.add(table, &changed.id);
                    }
                }
            }
            Ok(())
        })
    }

    fn out_of_tables(&self, connection: &Connection) -> Result<(), Error> {
        for table in DOMAIN {
            for key in self.keys.get(table).into_iter().flatten() {
                table::take_away(connection, table, key)?;
            }
        }
        Ok(())
    }

    fn out_of_earlier(&self, connection: &Connection) -> Result<(), Error> {
        let mut rewritten = Vec::new();
        earlier::walk(connection, |number, told| {
            if self.every_key().any(|key| told.contains(key))
                && let Some(rest) = record::without(told, |changed| self.has(&changed.table, &changed.id))?
            {
                rewritten.push((number, rest));
            }
            Ok(())
        })?;
        rewritten.iter().try_for_each(|(number, told)| earlier::rewrite(connection, *number, told))
    }

    /// Puts other payloads in the place of those that held what is erased.
    fn out_of_record(&self, connection: &Connection, key: &[u8; 32]) -> Result<(), Error> {
        let few = self.every_key().count() <= FEW;
        let mut rewritten = Vec::new();
        revision::walk(connection, |revision, payload| {
            if few && !self.every_key().any(|key| changeset::holds(payload, key)) {
                return Ok(());
            }
            let rest = changeset::without(payload, |row| match row.table {
                // What came in with a file is told there too, row by row: id, number, entry, record.
                "earlier" => self.every_key().any(|key| row.holds(3, key)),
                table => row.key(0).is_some_and(|key| self.has(table, key)),
            })?;
            if let Some(rest) = rest {
                rewritten.push((revision.seq, rest));
            }
            Ok(())
        })?;
        for (seq, payload) in rewritten {
            revision::rewrite(connection, seq, &payload, &chain::digest(key, &payload))?;
        }
        Ok(())
    }
}
