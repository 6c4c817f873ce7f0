//! What can be wrong with a hand-over or an answer, each with its own words. Not here: files in general (`exchange::FileFault`), such as words
//! that do not open one.

use crate::view::Code;
use holdepunkt_i18n::Texts;

/// Why a file is not taken in. Holds nothing of what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HandFault {
    #[error("the file is an answer, not a hand-over")]
    NotHandover,
    #[error("the file is a hand-over, not an answer")]
    NotAnswer,
    #[error("no hand-over of this book opens the answer")]
    OtherBook,
    #[error("no more answers are taken in to this hand-over")]
    Closed,
    #[error("the answer speaks in somebody else's name, or of something that was not handed over")]
    Forged,
    #[error("the file is locked to a key, and no book with keys is open")]
    NoKey,
    #[error("the file is locked to somebody else's key")]
    OtherKey,
    #[error("what was given is not a key")]
    NotAKey,
    #[error("nothing was opened, so there is nothing to hand over")]
    Nothing,
}

impl HandFault {
    /// What the screen may act on.
    #[must_use]
    pub const fn code(self) -> Code {
        match self {
            Self::OtherBook => Code::Foreign,
            _ => Code::Refused,
        }
    }

    /// What happened and what is safe.
    #[must_use]
    pub fn message(self, texts: &Texts) -> String {
        match self {
            Self::NotHandover => texts.err_hand_not_handover(),
            Self::NotAnswer => texts.err_hand_not_answer(),
            Self::OtherBook => texts.err_hand_other_book(),
            Self::Closed => texts.err_hand_closed(),
            Self::Forged => texts.err_hand_forged(),
            Self::NoKey => texts.err_hand_no_key(),
            Self::OtherKey => texts.err_hand_other_key(),
            Self::NotAKey => texts.err_hand_not_a_key(),
            Self::Nothing => texts.err_hand_nothing(),
        }
    }

    /// What to do now.
    #[must_use]
    pub fn way_out(self, texts: &Texts) -> String {
        match self {
            Self::NotHandover => texts.rec_hand_not_handover(),
            Self::NotAnswer => texts.rec_hand_not_answer(),
            Self::OtherBook => texts.rec_hand_other_book(),
            Self::Closed => texts.rec_hand_closed(),
            Self::Forged => texts.rec_hand_forged(),
            Self::NoKey => texts.rec_hand_no_key(),
            Self::OtherKey => texts.rec_hand_other_key(),
            Self::NotAKey => texts.rec_hand_not_a_key(),
            Self::Nothing => texts.rec_hand_nothing(),
        }
    }
}
