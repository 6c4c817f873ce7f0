//! What keeps the words when something breaks: journal, backups, restoring, erasing, another key.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod backups;
mod beside_the_record;
mod desk;
mod disk_full;
mod elsewhere;
mod erasing;
mod erasing_again;
mod journal;
mod large;
mod rekey;
mod restoring;
