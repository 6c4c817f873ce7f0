//! The book without a screen. No Tauri, no Typst: builds and tests in seconds.

mod cipher;

pub mod backup;
pub mod book;
pub mod card;
pub mod change;
pub mod cloud;
pub mod document;
pub mod error;
pub mod exchange;
pub mod folder;
pub mod going;
pub mod handover;
pub mod help;
pub mod history;
pub mod journal;
pub mod keys;
pub mod opening;
pub mod place;
pub mod preferences;
pub mod printing;
pub mod sample;
pub mod share;
pub mod shelf;
pub mod store;
pub mod view;
pub mod visit;
pub mod when;
pub mod workbook;
pub mod world;

pub use cipher::is_ours as cipher_is_ours;
