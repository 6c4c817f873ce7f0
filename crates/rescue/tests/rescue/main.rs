//! The tool as a person uses it: what it says, what it answers, and that the book it is pointed at stays as it was.
#![allow(clippy::expect_used, clippy::panic)]

mod case;
mod check;
mod export;
mod record;
mod restore;
mod salvage;
