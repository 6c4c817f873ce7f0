//! The book without a screen. No Tauri, no Typst: builds and tests in seconds.

pub mod change;
mod cipher;
pub mod document;
pub mod error;
pub mod folder;
pub mod keys;
pub mod opening;
pub mod preferences;
pub mod store;
pub mod view;
pub mod world;
