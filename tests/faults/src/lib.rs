//! Every parser of bytes that others could have made, as a function from bytes: called by the fuzz targets (`fuzz/`), by
//! the test that replays their kept corpus, and by row F17. Not here: the rows of the fault table (`main.rs`).
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)] // for testing only

pub mod targets;
