//! What leaves the book for eyes in a hard moment: the help page, the crisis plan, and the sample that shows both.
#![allow(clippy::expect_used, clippy::panic)] // tests

mod advance;
#[allow(dead_code)] // one builder for all tests of the book; these use a part of it
#[path = "../book/builder.rs"]
mod builder;
mod crisis_plan;
mod dead;
mod files;
mod hard_moment;
mod help_lines;
mod help_page;
mod numbers;
mod pictures;
mod prints;
mod register;
mod said;
mod sample;
mod share;
