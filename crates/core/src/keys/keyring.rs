//! The secret that the computer's keyring keeps for a book, and its name there. It opens one slot of one book and nothing else.
//! Not here: the keyring itself, which belongs to the system and is asked by the shell.

use super::kept::{Kept, KeyBytes};
use crate::error::Error;
use crate::world::World;

/// Under which name the keyring keeps a secret: random, so that every book and every slot has its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name(pub(super) [u8; 16]);

/// A new secret for the keyring. Nothing of the book follows from it without the book's own key file.
#[derive(Clone, Debug)]
pub struct RingKey {
    pub name: Name,
    pub secret: KeyBytes,
}

impl Name {
    /// As it stands in the keyring: 32 hexadecimal digits.
    #[must_use]
    pub fn text(&self) -> String {
        super::file::hex(&self.0)
    }
}

impl RingKey {
    /// # Errors
    /// When the system has no randomness.
    pub fn random(world: &World) -> Result<Self, Error> {
        let mut name = [0; 16];
        world.fill(&mut name)?;
        Ok(Self { name: Name(name), secret: Kept::random(world)? })
    }
}
