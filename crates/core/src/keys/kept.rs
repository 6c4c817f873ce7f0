//! Secret bytes in one place: on the heap, so that moving them moves a pointer and leaves no copy behind, and overwritten when they are let go.
//! Not here: what the bytes are for.

use crate::error::Error;
use crate::world::World;
use std::fmt;
use std::ops::{Deref, DerefMut};
use zeroize::{Zeroize, Zeroizing};

/// `N` secret bytes.
pub struct Kept<const N: usize>(Box<[u8; N]>);

/// A key of 32 bytes.
pub type KeyBytes = Kept<32>;

impl<const N: usize> Kept<N> {
    /// Room for a secret that is written where it will live.
    pub(crate) fn room() -> Self {
        Self(Box::new([0; N]))
    }

    pub(crate) fn random(world: &World) -> Result<Self, Error> {
        let mut bytes = Self::room();
        world.fill(bytes.as_mut_slice())?;
        Ok(bytes)
    }

    /// None when there are not `N` of them.
    #[must_use]
    pub fn copy_of(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != N {
            return None;
        }
        let mut kept = Self::room();
        kept.copy_from_slice(bytes);
        Some(kept)
    }
}

impl<const N: usize> Deref for Kept<N> {
    type Target = [u8; N];

    fn deref(&self) -> &[u8; N] {
        &self.0
    }
}

impl<const N: usize> DerefMut for Kept<N> {
    fn deref_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }
}

impl<const N: usize> Clone for Kept<N> {
    fn clone(&self) -> Self {
        let mut copy = Self::room();
        copy.copy_from_slice(self.as_slice());
        copy
    }
}

impl<const N: usize> Drop for Kept<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> Default for Kept<N> {
    fn default() -> Self {
        Self::room()
    }
}

/// For keys that come from elsewhere. Where they stood on the way is the giver's to wipe.
impl<const N: usize> From<Zeroizing<[u8; N]>> for Kept<N> {
    fn from(bytes: Zeroizing<[u8; N]>) -> Self {
        let mut kept = Self::room();
        kept.copy_from_slice(bytes.as_slice());
        kept
    }
}

impl<const N: usize> fmt::Debug for Kept<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Functions that have returned leave what they worked with below us on the stack, also those of the crates that hash and
/// cipher. Called where a key was handled, this overwrites it: more than any of them uses.
#[inline(never)]
pub(crate) fn wipe_stack() {
    let mut below = [0_u8; 128 * 1024];
    std::hint::black_box(&mut below);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_bytes_stay_in_one_place_when_they_are_moved_and_are_not_shown() {
        let kept = Kept::<32>::copy_of(&[7; 32]).expect("32 of them");
        let place = kept.as_ptr();
        let moved = std::hint::black_box(Some(kept)).expect("there");
        assert_eq!(moved.as_ptr(), place, "a moved secret must not leave a copy where it was");
        assert_eq!(format!("{moved:?}"), "…");
        assert!(Kept::<32>::copy_of(&[7; 31]).is_none());
    }
}
