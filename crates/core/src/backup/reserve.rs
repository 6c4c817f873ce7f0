//! `reserve`: 2 MiB that are given back when the disk is full, so that the last words fit.

use crate::folder::private_file;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

const BYTES: u64 = 2 * 1024 * 1024;

#[derive(Debug)]
pub(crate) struct Reserve {
    path: PathBuf,
    released: bool,
}

impl Reserve {
    /// Makes it where it is missing; when there is no room for it, there is none.
    pub(crate) fn at(path: PathBuf) -> Self {
        let mut reserve = Self { path, released: false };
        if !reserve.is_whole() {
            reserve.make();
        }
        reserve
    }

    fn is_whole(&self) -> bool {
        self.path.metadata().is_ok_and(|data| data.len() == BYTES)
    }

    /// Gives the room back. False when there was nothing to give.
    pub(crate) fn release(&mut self) -> bool {
        let given = !self.released && fs::remove_file(&self.path).is_ok();
        self.released |= given;
        given
    }

    pub(crate) const fn is_released(&self) -> bool {
        self.released
    }

    /// Written, not only asked for: a hole in a file takes no room.
    pub(crate) fn make(&mut self) {
        if self.is_whole() {
            self.released = false;
            return;
        }
        let block = vec![0x5a; 64 * 1024];
        let written = private_file().create(true).write(true).truncate(true).open(&self.path).and_then(|mut file| {
            (0..BYTES / block.len() as u64).try_for_each(|_| file.write_all(&block))?;
            file.sync_all()
        });
        match written {
            Ok(()) => self.released = false,
            Err(_) => {
                let _ = fs::remove_file(&self.path);
            }
        }
    }
}
