//! The book without a screen. No Tauri, no Typst: builds and tests in seconds.

pub mod change;
pub mod document;
pub mod error;
pub mod view;
pub mod world;
