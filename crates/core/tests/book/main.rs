//! The book as sentences: what always holds, whatever the citizen does.

mod builder;
mod first;
