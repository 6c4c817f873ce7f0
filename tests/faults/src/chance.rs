//! Repeatable randomness: the same seed gives the same run (SplitMix64). Not for keys.

pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `limit`, which is not zero.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    pub fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap()
    }

    pub fn coin(&mut self) -> bool {
        self.next() & 1 == 1
    }
}

/// The seed of a run: `HOLDEPUNKT_SEED`, so that a failure can be had again; else always the same.
pub fn seed() -> u64 {
    std::env::var("HOLDEPUNKT_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_122)
}

/// Which part of a long row this is, from 0: parts try other places, so that together they try all (`tests/faults/run --full`).
pub fn part() -> u64 {
    std::env::var("HOLDEPUNKT_PART").ok().and_then(|part| part.parse().ok()).unwrap_or(0)
}
