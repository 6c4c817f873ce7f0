//! The book as sentences: what always holds, whatever the citizen does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod aims;
mod builder;
mod chapters;
mod guest;
mod handover;
mod handover_files;
mod handover_order;
mod history;
mod kept;
mod lines;
mod links;
mod places;
mod proposals;
mod random;
mod record;
mod review;
mod undo;
mod unseen;
mod views;
mod visits;
mod visits_random;
mod waiting;
mod workbook;
