//! A new data folder from a backup, when the backup is whole. Not here: making backups (`holdepunkt-core`).

use crate::{Answer, Desk, check, new_folder, source};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::{Folder, write_whole};
use holdepunkt_core::keys::Secret;
use std::fs::{self, File};
use std::path::Path;

pub fn run(desk: &Desk, folder: &Folder, secret: Option<&Secret>, to: &Path) -> Result<Answer, Error> {
    let whole = match check::open(desk, folder, secret) {
        Ok(opened) => check::is_whole(desk, opened)?,
        Err(error @ Error::Damaged(_)) => {
            desk.say(&error.message(&desk.texts));
            false
        }
        Err(error) => return Err(error),
    };
    if !whole {
        desk.say(&desk.texts.rescue_restore_damaged());
        return Ok(Answer::Damaged);
    }
    let new = new_folder(to)?;
    if let Err(error) = put(folder, &new) {
        let _ = fs::remove_dir_all(to);
        return Err(error);
    }
    check::open(desk, &new, secret)?.close()?;
    desk.say(&desk.texts.rescue_restored(&to.display().to_string()));
    Ok(Answer::Well)
}

/// The copy was closed cleanly, so everything is in the one file. The book gets its name last.
fn put(from: &Folder, to: &Folder) -> Result<(), Error> {
    source::copy(&from.book(), &to.unfinished())?;
    let keys = fs::read(from.keys())?;
    write_whole(&to.keys(), &keys)?;
    write_whole(&to.keys_bak(), &keys)?;
    fs::rename(to.unfinished(), to.book())?;
    Ok(File::open(to.path())?.sync_all()?)
}
