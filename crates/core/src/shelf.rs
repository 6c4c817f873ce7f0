//! Several books on one computer: each in a folder of its own, with its own lock, keys, backups and preferences. The program opens one and knows of
//! the others only where they lie and what they are called. Not here: opening (`opening`) and switching, which is another start of the program.

use crate::book::text;
use crate::error::Error;
use crate::folder::{Folder, make_private, write_whole};
use crate::world::World;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Beside the first book; in it a folder with a random name for every other one: a name on the disk tells nothing.
const OTHERS: &str = "books";
/// In a book's folder: what the book is called on this computer. Readable by everyone who uses the computer, and said so where it is written.
const LABEL: &str = "label";
/// Letters of a label.
const MOST_LABEL: usize = 40;
/// More books than a family has.
const MOST_BOOKS: usize = 24;

/// Where the books of this computer lie.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The folder of the first book.
    home: PathBuf,
    /// The folder of the one that is open in this program.
    here: PathBuf,
}

/// A book on the shelf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OnShelf {
    /// The name of its folder; empty for the first book.
    pub id: String,
    /// May be empty; then it goes by its number.
    pub label: String,
    /// It is the one in this window.
    pub here: bool,
}

impl Shelf {
    /// The shelf that a book's folder stands on.
    #[must_use]
    pub fn of(folder: &Folder) -> Self {
        let here = folder.path().to_path_buf();
        let above = here.parent().filter(|above| above.file_name() == Some(OsStr::new(OTHERS)));
        let home =
            above.filter(|_| is_ours(&here)).and_then(Path::parent).map_or_else(|| here.clone(), Path::to_path_buf);
        Self { home, here }
    }

    /// The first book, then the others by what they are called.
    #[must_use]
    pub fn books(&self) -> Vec<OnShelf> {
        let found = fs::read_dir(self.home.join(OTHERS)).into_iter().flatten().filter_map(Result::ok);
        let folders = found.map(|entry| entry.path()).filter(|path| path.is_dir() && is_ours(path)).take(MOST_BOOKS);
        let mut others: Vec<OnShelf> = folders.map(|path| self.on_shelf(&path)).collect();
        others.sort_by(|one, other| (one.label.to_lowercase(), &one.id).cmp(&(other.label.to_lowercase(), &other.id)));
        others.insert(0, self.on_shelf(&self.home));
        others
    }

    fn on_shelf(&self, path: &Path) -> OnShelf {
        let id = if path == self.home { String::new() } else { name_of(path).to_string() };
        let label = fs::read(path.join(LABEL)).ok().filter(|bytes| bytes.len() <= 4 * MOST_LABEL);
        let label = label.and_then(|bytes| String::from_utf8(bytes).ok()).map(|label| tidy(&label)).unwrap_or_default();
        OnShelf { id, label, here: path == self.here }
    }

    /// What the open book is called, where there is more than one.
    #[must_use]
    pub fn label(&self) -> Option<String> {
        let books = self.books();
        let several = books.len() > 1;
        books.into_iter().find(|book| book.here && several).map(|book| book.label)
    }

    /// Makes room for another book; the book itself is made when it is first opened.
    ///
    /// # Errors
    /// [`Error::NotHere`] when the shelf is full; when the folder cannot be written.
    pub fn add(&self, label: &str, world: &World) -> Result<OnShelf, Error> {
        if self.books().len() > MOST_BOOKS {
            return Err(Error::NotHere("one more book"));
        }
        let others = self.home.join(OTHERS);
        if !others.is_dir() {
            make_private(&others, false)?;
        }
        let path = others.join(world.id()?);
        make_private(&path, false)?;
        write_whole(&path.join(LABEL), tidy(label).as_bytes())?;
        Ok(self.on_shelf(&path))
    }

    /// Calls a book something else.
    ///
    /// # Errors
    /// [`Error::NotFound`]; when it cannot be written.
    pub fn rename(&self, id: &str, label: &str) -> Result<(), Error> {
        let folder = self.folder(id)?;
        write_whole(&folder.path().join(LABEL), tidy(label).as_bytes())
    }

    /// The folder of a book. Only one that stands on this shelf: an id is a name, never a path.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn folder(&self, id: &str) -> Result<Folder, Error> {
        let known = self.books().into_iter().find(|book| book.id == id).ok_or(Error::NotFound("book"))?;
        let path = if known.id.is_empty() { self.home.clone() } else { self.home.join(OTHERS).join(known.id) };
        Folder::at(&path)
    }
}

fn name_of(path: &Path) -> &str {
    path.file_name().and_then(OsStr::to_str).unwrap_or_default()
}

/// Folders we made have a random UUID for a name.
fn is_ours(path: &Path) -> bool {
    let name = name_of(path);
    uuid::Uuid::try_parse(name).is_ok_and(|known| known.hyphenated().to_string() == name)
}

fn tidy(label: &str) -> String {
    text::clean_title(label).unwrap_or_default().chars().take(MOST_LABEL).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf() -> (tempfile::TempDir, Shelf) {
        let above = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(&above.path().join("book")).expect("a name");
        folder.prepare().expect("made");
        let shelf = Shelf::of(&folder);
        (above, shelf)
    }

    #[test]
    fn one_book_is_alone_and_needs_no_name() {
        let (_above, shelf) = shelf();
        assert_eq!(shelf.books(), [OnShelf { id: String::new(), label: String::new(), here: true }]);
        assert_eq!(shelf.label(), None);
    }

    #[test]
    fn every_book_sees_the_same_shelf_and_itself_on_it() {
        let (_above, first) = shelf();
        first.rename("", "  Min\negen ").expect("renamed");
        let work = first.add("Arbejde", &World::real()).expect("added");
        assert!(!work.here);
        let folder = first.folder(&work.id).expect("there");
        let second = Shelf::of(&folder);
        let labels = |shelf: &Shelf| shelf.books().into_iter().map(|book| (book.label, book.here)).collect::<Vec<_>>();
        assert_eq!(labels(&first), [("Min egen".to_string(), true), ("Arbejde".to_string(), false)]);
        assert_eq!(labels(&second), [("Min egen".to_string(), false), ("Arbejde".to_string(), true)]);
        assert_eq!(second.label().as_deref(), Some("Arbejde"));
        assert_eq!(second.folder("").expect("there").path(), first.folder("").expect("there").path());
    }

    #[test]
    fn two_books_share_no_file() {
        use crate::keys::{Cost, NewLock, Secret};
        use crate::opening;
        use secrecy::SecretString;
        let (_above, first) = shelf();
        let other = first.add("Arbejde", &World::real()).expect("added");
        let passphrase = |words: &str| SecretString::from(words);
        let world = World::real();
        for (id, words) in [("", "en to tre"), (other.id.as_str(), "fire fem seks")] {
            let lock = NewLock::Passphrase(passphrase(words));
            let folder = first.folder(id).expect("there");
            opening::create(&folder, &lock, Cost::CHEAP, &world).expect("made").0.close().expect("closed");
        }
        let (one, two) = (first.folder("").expect("there"), first.folder(&other.id).expect("there"));
        let open = |folder: &Folder, words: &str| opening::open(folder, &Secret::Passphrase(passphrase(words)), &world);
        let held = open(&one, "en to tre").expect("opens");
        assert!(open(&two, "en to tre").is_err(), "a key opens its own book and no other");
        open(&two, "fire fem seks").expect("opens while the other is open").close().expect("closed");
        held.close().expect("closed");
    }

    #[test]
    fn an_id_is_never_a_path() {
        let (above, shelf) = shelf();
        fs::create_dir_all(above.path().join("elsewhere")).expect("made");
        for id in ["..", "../elsewhere", "/", "books", "x"] {
            assert!(matches!(shelf.folder(id), Err(Error::NotFound(_))), "{id}");
        }
        fs::create_dir_all(above.path().join("book/books/notes")).expect("made");
        assert_eq!(shelf.books().len(), 1, "what we did not make is not a book");
    }

    #[test]
    fn a_label_that_is_no_label_is_none() {
        let (_above, shelf) = shelf();
        let other = shelf.add(&"a".repeat(200), &World::real()).expect("added");
        assert_eq!(other.label.chars().count(), MOST_LABEL);
        let file = shelf.folder(&other.id).expect("there").path().join(LABEL);
        for bad in [&[0xff, 0xfe][..], &[b'x'; 5000][..]] {
            fs::write(&file, bad).expect("written");
            assert_eq!(shelf.books()[1].label, "");
        }
    }
}
