//! How much work a passphrase costs to try. Not here: where it is used (`slot`).

use super::kept::KeyBytes;
use crate::error::Error;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use std::io::ErrorKind;
use zeroize::Zeroize;

/// Argon2id parameters, stored in the slot (RFC 9106).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// KiB
    pub memory: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Cost {
    /// 256 MiB, three passes.
    pub const FULL: Self = Self { memory: 256 * 1024, passes: 3, lanes: 1 };
    /// For computers with little memory: 64 MiB, three passes.
    pub const FLOOR: Self = Self { memory: 64 * 1024, passes: 3, lanes: 1 };
    /// Next to nothing. For tests and for books that hold nothing private, such as the sample.
    pub const CHEAP: Self = Self { memory: 64, passes: 1, lanes: 1 };

    const MOST: Self = Self { memory: 1024 * 1024, passes: 16, lanes: 16 };

    /// What this computer can bear: full where it has 4 GiB of memory or we cannot tell, otherwise the floor.
    #[must_use]
    pub fn of_this_computer() -> Self {
        match memory_of_this_computer() {
            // Four gigabytes on the box leave a little less for the system.
            Some(kib) if kib < 3_500_000 => Self::FLOOR,
            _ => Self::FULL,
        }
    }

    /// A key file may come from anyone: more than this is refused before any of it is done.
    #[must_use]
    pub(super) const fn is_bearable(self) -> bool {
        self.memory <= Self::MOST.memory
            && self.passes <= Self::MOST.passes
            && self.lanes <= Self::MOST.lanes
            && self.passes >= 1
            && self.lanes >= 1
            && self.memory >= 8 * self.lanes
    }

    /// The key that wraps, from a passphrase and the slot's salt.
    pub(super) fn stretch(self, passphrase: &[u8], salt: &[u8]) -> Result<KeyBytes, Error> {
        if !self.is_bearable() {
            return Err(Error::KeysDamaged);
        }
        let params = Params::new(self.memory, self.passes, self.lanes, Some(32)).map_err(|_| Error::KeysDamaged)?;
        let count = params.block_count();
        let mut memory: Vec<Block> = Vec::new();
        memory.try_reserve_exact(count).map_err(|_| Error::Io(ErrorKind::OutOfMemory))?;
        memory.resize(count, Block::default());
        let mut key = KeyBytes::room();
        let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
            passphrase,
            salt,
            key.as_mut_slice(),
            &mut memory,
        );
        // What is left in there leads to the key.
        memory.iter_mut().for_each(Zeroize::zeroize);
        done.map_err(|_| Error::KeysDamaged)?;
        Ok(key)
    }
}

/// KiB. Only Linux tells without a library; the other systems we run on ask for 4 GiB or more themselves.
fn memory_of_this_computer() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    line.split_whitespace().next()?.parse().ok()
}
