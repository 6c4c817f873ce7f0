//! What goes out of a book and comes into one, as sentences: nothing is lost, nothing comes in unasked, nothing hostile gets through.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../book/builder.rs"]
#[allow(dead_code)]
mod builder;
mod calendar;
mod erased;
#[path = "../book/guest.rs"]
#[allow(dead_code)]
mod guest;
#[path = "../book/handed.rs"]
#[allow(dead_code)]
mod handed;
mod hostile;
mod open_format;
mod paper;
mod pictures;
mod published;
mod some;
mod stock;
mod stopped;
