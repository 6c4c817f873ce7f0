//! The book as sentences: what always holds, whatever the citizen does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod aims;
mod answers;
mod builder;
mod chapters;
mod erased;
mod guest;
mod handed;
mod handover;
mod handover_files;
mod handover_order;
mod handover_record;
mod history;
mod kept;
mod lines;
mod links;
mod names;
mod places;
mod proposals;
mod random;
mod record;
mod review;
mod told;
mod undo;
mod unseen;
mod views;
mod visits;
mod visits_random;
mod waiting;
mod workbook;
