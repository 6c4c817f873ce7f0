//! Past the checks, for the rescue tool: the keys of a folder without its book, a connection to a file that may be damaged,
//! and a new book under the same keys. Always used on a private copy. Not here: what is saved out of it (crates/rescue).

use super::lock::enter_to_write;
use super::steps::write_new;
use super::{Look, Mode, Opened, SCHEMA, digest_key, finish, look, unlock_either};
use crate::cipher;
use crate::error::Error;
use crate::folder::{Folder, PrivateFolder, flush_folder_of};
use crate::keys::{self, DataKey, KeyBytes, KeyFile, Secret};
use crate::world::World;
use rusqlite::Connection;
use std::collections::HashSet;
use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use zeroize::Zeroizing;

/// The keys of a book, opened without looking at the book itself.
#[derive(Debug)]
pub struct Keys {
    file: KeyFile,
    key: DataKey,
}

impl Keys {
    /// Whether the keys in the folder need a secret at all.
    ///
    /// # Errors
    /// As [`KeyFile::read`].
    pub fn need_a_secret(folder: &Folder) -> Result<bool, Error> {
        Ok(!KeyFile::read(folder)?.is_open_book())
    }

    /// `None` for a book without a lock.
    ///
    /// # Errors
    /// As [`keys::unlock`] and [`KeyFile::read`].
    pub fn open(folder: &Folder, secret: Option<&Secret>) -> Result<Self, Error> {
        let (file, key) = unlock_either(folder, |keys| match secret {
            Some(secret) => keys::unlock(keys, secret),
            None => keys::unlock_open(keys),
        })?;
        Ok(Self { file, key })
    }

    /// For the keyed digests of the history of this book.
    ///
    /// # Errors
    /// What the database says.
    pub fn digest_key(&self, book: &Connection) -> Result<KeyBytes, Error> {
        digest_key(book, &self.key)
    }

    /// How often the key of the book stands in these bytes, as it is and as hexadecimal digits. For tests of what is
    /// left in memory.
    #[must_use]
    pub fn traces_in(&self, bytes: &[u8]) -> usize {
        let mut hex = Zeroizing::new(String::with_capacity(96));
        self.key.write_hex(&mut hex);
        times(bytes, self.key.raw()) + times(bytes, &hex.as_bytes()[..64])
    }

    /// The same for the keys that are derived from it: of the journal, the history's digests and the slot list.
    #[must_use]
    pub fn sub_traces_in(&self, bytes: &[u8]) -> usize {
        let labels = [crate::journal::KEY, super::DIGESTS, "slot list"];
        labels.iter().map(|label| times(bytes, self.key.derive(label).as_slice())).sum()
    }

    /// A connection to a file that may be damaged: keyed, encrypted, to be read and not written.
    ///
    /// # Errors
    /// What the database says; [`Error::WrongCipher`].
    pub fn connect(&self, book: &Path) -> Result<Connection, Error> {
        let connection = cipher::open(book, &self.key)?;
        connection.execute_batch("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;")?;
        connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;")?;
        Ok(connection)
    }

    /// Gives a copy whose list of tables cannot be read the list of a new book under the same keys: every book of this
    /// schema has it on the same pages. The other pages are left as they are.
    ///
    /// # Errors
    /// When the new book cannot be made, or the copy not be written.
    pub fn mend_list_of_tables(&self, book: &Path, world: &World) -> Result<(), Error> {
        let pages = book.metadata()?.len() / cipher::PAGE;
        let aside = PrivateFolder::make(world)?;
        let new = aside.path().join("book.db");
        write_new(&new, &self.key, SCHEMA)?;
        let of_tables = list_pages(&self.connect(&new)?)?;
        grow(&cipher::open(&new, &self.key)?, pages)?;
        let mut from = fs::File::open(&new)?;
        let mut to = fs::File::options().write(true).open(book)?;
        let mut page = vec![0; usize::try_from(cipher::PAGE).unwrap_or(4096)];
        for number in of_tables {
            let at = SeekFrom::Start((number - 1) * cipher::PAGE);
            from.seek(at)?;
            from.read_exact(&mut page)?;
            to.seek(at)?;
            to.write_all(&page)?;
        }
        Ok(to.sync_all()?)
    }

    /// A new, empty book in another folder: the same passphrase and the same words open it.
    ///
    /// # Errors
    /// [`Error::BookExists`] when there is anything that belongs to a book; [`Error::DiskFull`], [`Error::ReadOnly`] …
    pub fn new_book(&self, folder: &Folder, world: &World) -> Result<Opened, Error> {
        match look(folder) {
            Ok(Look::Nothing) => {}
            Err(error @ (Error::FolderMissing | Error::ReadOnly | Error::Io(_))) => return Err(error),
            _ => return Err(Error::BookExists),
        }
        folder.prepare()?;
        let lock = enter_to_write(folder)?;
        write_new(&folder.unfinished(), &self.key, SCHEMA)?;
        self.file.write(folder)?;
        fs::rename(folder.unfinished(), folder.book())?;
        flush_folder_of(&folder.book())?;
        finish(folder, lock, Mode::ReadWrite, self.file.clone(), self.key.clone(), SCHEMA, world)
    }
}

fn times(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).filter(|window| *window == needle).count()
}

/// The pages of a new book that hold its list of tables: all that are not the first page of a table or an index.
fn list_pages(new: &Connection) -> Result<Vec<u64>, Error> {
    let pages: i64 = new.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    let mut statement = new.prepare("SELECT rootpage FROM sqlite_schema")?;
    let roots: HashSet<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok((1..=pages).filter(|page| !roots.contains(page)).filter_map(|page| u64::try_from(page).ok()).collect())
}

/// Makes a new book at least so long and empty again: what its first page says of its length must not be too little.
fn grow(new: &Connection, pages: u64) -> Result<(), Error> {
    new.execute_batch("BEGIN")?;
    let mut left = pages * cipher::PAGE;
    while left > 0 {
        let part = left.min(16 * 1024 * 1024);
        new.execute(
            "INSERT INTO setting (key, value) VALUES (?1, hex(zeroblob(?2)))",
            (left.to_string(), i64::try_from(part / 2 + 1).unwrap_or(1)),
        )?;
        left -= part;
    }
    new.execute_batch("DELETE FROM setting; COMMIT; PRAGMA wal_checkpoint(TRUNCATE);")?;
    Ok(())
}
