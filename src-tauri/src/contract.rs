//! What the screen may ask for and what it gets: the types that are the shell's own, and the list of commands.
//! Declared once here and in core; `ui/src/lib/ipc/bindings.ts` is written from it and a test fails when it is stale.

use crate::{
    commands, crisis_commands, exchange_commands, going_commands, handover_commands, keyring_commands, lock_commands,
    paper_commands, safety_commands, share_commands, shelf_commands, visit_commands,
};
use holdepunkt_core::change::Id;
use holdepunkt_core::preferences::Preferences;
use holdepunkt_core::view::{Contents, Failure};
use holdepunkt_core::visit::waiting::VisitPage;
use holdepunkt_i18n::Language;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::Wry;
use tauri_specta::{Builder, collect_commands};

/// Asked for once when the window opens.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    pub status: Status,
    pub preferences: Preferences,
    pub version: String,
}

/// Which of the four doors the person stands at.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum Status {
    /// No book yet.
    FirstRun,
    Locked,
    Open,
    /// Somebody else's book was locked for a while. True: the words of its file open it again, otherwise one's own passphrase.
    GuestWaits {
        words: bool,
    },
    /// The book is there but cannot be opened as it is.
    Problem {
        failure: Failure,
        /// True when trying again may help (another window closed, a stick put back).
        again: bool,
    },
}

/// The lock chosen in the first run.
#[derive(Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum NewLock {
    Passphrase { passphrase: String },
    Open,
}

/// What the person unlocks with.
#[derive(Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Secret {
    Passphrase { passphrase: String },
    Words { words: String },
}

impl From<Secret> for holdepunkt_core::keys::Secret {
    fn from(secret: Secret) -> Self {
        match secret {
            Secret::Passphrase { passphrase } => Self::Passphrase(SecretString::from(passphrase)),
            Secret::Words { words } => Self::Words(SecretString::from(words)),
        }
    }
}

/// What one may come in with, besides the twelve words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WaysIn {
    pub passphrase: bool,
    /// One press, for whoever is logged in to this account of the computer.
    pub keyring: bool,
}

/// What is answered to *Ved du, hvor arket ligger?*
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum SheetAnswer {
    /// Yes, or a new one is made now.
    Known,
    /// Not asked again, of this sheet or a later one.
    Never,
}

/// Images of the very pages that are saved, each with its text.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    pub pages: Vec<PreviewPage>,
}

#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PreviewPage {
    /// `data:image/png;base64,…`
    pub image: String,
    pub text: String,
}

/// What is to be printed.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum PrintWhat {
    /// The whole crisis plan.
    Plan,
    /// What is ticked for a reader, in the form they get.
    Reader { id: String },
    /// *Mine ønsker på forhånd* alone.
    Advance,
    /// Chapters with ruled lines.
    Blank { chapters: Vec<String> },
}

#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PrintOrder {
    pub what: PrintWhat,
    pub language: Language,
    pub large: bool,
    /// The card has its words for a camera too.
    pub squares: bool,
    /// The copy it takes the place of; empty for none.
    pub replaces: Id,
}

/// Pages that are set: the first is here, the others are asked for by number.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Laid {
    pub number: u32,
    pub pages: u32,
    pub first: PreviewPage,
}

/// The pen has changed hands.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Handed {
    pub contents: Contents,
    /// What stands beside the page that is shown.
    pub beside: Option<VisitPage>,
}

/// Whether a file was saved, and where it went in the person's words.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Saved {
    pub saved: bool,
    pub name: String,
}

#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct About {
    pub folder: String,
    pub version: String,
}

/// Whether a hand-over was saved, and the words for it where it has any: shown once, kept nowhere.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HandoverMade {
    pub saved: bool,
    pub name: String,
    pub words: Vec<String>,
}

/// Whether a file was chosen, and what came of it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerTaken {
    pub picked: bool,
    pub taken: Option<holdepunkt_core::handover::receive::Taken>,
}

/// Whether a file was chosen, and whether it opens with words or with the own book's key.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HandoverFile {
    pub picked: bool,
    pub words: bool,
}

/// Whether an answer was saved, and where.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HandedBack {
    pub saved: bool,
    pub name: String,
}

/// All commands and types of the shell.
pub fn builder() -> Builder<Wry> {
    Builder::<Wry>::new()
        .commands(collect_commands![
            commands::start,
            commands::set_preferences,
            commands::create_book,
            commands::renew_words,
            commands::sheet_preview,
            commands::save_sheet,
            commands::forget_words,
            commands::unlock,
            commands::lock,
            commands::try_again,
            commands::contents,
            commands::page,
            commands::change,
            commands::undo,
            commands::redo,
            commands::history_of_line,
            commands::history_of_chapter,
            commands::help,
            commands::save_phone_picture,
            commands::open_saved,
            commands::open_sample,
            commands::close_sample,
            commands::about,
            commands::stay_open,
            commands::closed,
            lock_commands::suggest_passphrase,
            lock_commands::change_passphrase,
            lock_commands::confirm_word,
            lock_commands::sheet_due,
            lock_commands::answer_sheet,
            lock_commands::card,
            lock_commands::set_card,
            lock_commands::set_aside,
            going_commands::progress,
            going_commands::stop,
            exchange_commands::draw_words,
            exchange_commands::export_book,
            exchange_commands::export_sealed,
            exchange_commands::open_file,
            exchange_commands::unlock_file,
            exchange_commands::take_in,
            exchange_commands::leave_file,
            exchange_commands::chapters_as_text,
            exchange_commands::save_text,
            exchange_commands::copy_text,
            exchange_commands::record_file,
            exchange_commands::save_calendar,
            exchange_commands::choose_people,
            exchange_commands::add_people,
            exchange_commands::add_picture,
            exchange_commands::picture,
            exchange_commands::save_picture,
            paper_commands::add_paper,
            crisis_commands::help_lines,
            crisis_commands::aims,
            crisis_commands::review,
            crisis_commands::review_due,
            visit_commands::visits,
            visit_commands::visit_record,
            visit_commands::visit_page,
            visit_commands::inbox,
            visit_commands::ready_proposals,
            visit_commands::coming,
            visit_commands::visit_talk,
            visit_commands::hold_pen,
            visit_commands::open_chapters,
            visit_commands::pause_visit,
            visit_commands::resume_visit,
            visit_commands::end_visit,
            visit_commands::support,
            visit_commands::visit_preview,
            visit_commands::save_visit,
            visit_commands::save_visit_record,
            visit_commands::erase_visit,
            keyring_commands::ways_in,
            keyring_commands::create_in_keyring,
            keyring_commands::unlock_with_keyring,
            keyring_commands::use_keyring,
            keyring_commands::leave_keyring,
            safety_commands::safety,
            safety_commands::safety_told,
            safety_commands::make_room,
            safety_commands::back_up_now,
            safety_commands::safe_copy,
            safety_commands::preview_backup,
            safety_commands::restore_backup,
            safety_commands::choose_copy,
            safety_commands::open_copy,
            safety_commands::restore_copy,
            safety_commands::forget_copy,
            safety_commands::move_in,
            safety_commands::trash,
            safety_commands::take_from_trash,
            safety_commands::erase,
            safety_commands::rekey,
            handover_commands::handovers,
            handover_commands::hand_over,
            handover_commands::take_answer,
            handover_commands::close_handover,
            handover_commands::save_handover_record,
            handover_commands::erase_handover,
            handover_commands::keep_cowriter,
            handover_commands::drop_cowriter,
            handover_commands::own_key,
            handover_commands::save_own_key,
            handover_commands::choose_handover,
            handover_commands::read_handover,
            handover_commands::begin_guest,
            handover_commands::hand_back,
            handover_commands::is_to_be_handed_back,
            handover_commands::leave_guest,
            handover_commands::wake_guest,
            shelf_commands::shelf,
            shelf_commands::add_to_shelf,
            shelf_commands::label_book,
            shelf_commands::switch_book,
            share_commands::shares,
            share_commands::reader,
            share_commands::lay_print,
            share_commands::print_page,
            share_commands::save_print,
            share_commands::leave_print,
            share_commands::record_share,
        ])
        .disable_serde_phases()
        .dangerously_cast_bigints_to_number()
}

#[cfg(test)]
mod tests {
    use super::*;
    use specta_typescript::Typescript;

    #[test]
    fn the_bindings_of_the_screen_are_the_commands_of_the_shell() {
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/lib/ipc/bindings.ts");
        let folder = tempfile::tempdir().unwrap();
        let fresh = folder.path().join("bindings.ts");
        let path = if std::env::var_os("RENEW").is_some() { kept.into() } else { fresh };
        builder().export(Typescript::default(), &path).unwrap();
        let written = std::fs::read_to_string(&path).unwrap();
        let kept = std::fs::read_to_string(kept).unwrap_or_default();
        assert_eq!(kept, written, "stale: RENEW=1 cargo test --workspace the_bindings");
    }
}
