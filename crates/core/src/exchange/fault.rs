//! What can be wrong with a file somebody hands in, each with its own words. Not here: what is wrong with the book itself (`error`).

use crate::error::Error;
use crate::view::Code;
use holdepunkt_i18n::Texts;

/// Why a file cannot be taken in or made. Holds nothing of what stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    #[error("the file is larger than we read")]
    TooBig,
    #[error("the computer cannot read the file")]
    Unreadable,
    #[error("the file is not of a kind we know")]
    NotOurs,
    #[error("the file is one of ours, but something in it is not as it should be: {0}")]
    Broken(&'static str),
    #[error("the file is of a newer version")]
    Newer,
    #[error("the words do not open the file")]
    Words,
    #[error("opening the file would take more work than we do")]
    Costly,
    #[error("the file is locked with something else than words")]
    OtherLock,
    #[error("the file holds no picture or sound we can read")]
    NoPicture,
    #[error("the picture is of a kind only some telephones write")]
    PictureHeic,
    #[error("the picture or sound is larger than a book holds")]
    PictureTooBig,
    #[error("the file holds no people")]
    NoPeople,
    #[error("the person stopped it")]
    Stopped,
}

impl From<FileFault> for Error {
    fn from(fault: FileFault) -> Self {
        if fault == FileFault::Stopped { Self::Stopped } else { Self::File(fault) }
    }
}

impl FileFault {
    /// What the screen may act on.
    #[must_use]
    pub const fn code(self) -> Code {
        match self {
            Self::Words => Code::WrongSecret,
            Self::Newer => Code::Newer,
            Self::Stopped => Code::Cancelled,
            _ => Code::Refused,
        }
    }

    /// What happened and what is safe.
    #[must_use]
    pub fn message(self, texts: &Texts) -> String {
        match self {
            Self::TooBig => texts.err_file_too_big(),
            Self::Unreadable => texts.err_file_unreadable(),
            Self::NotOurs => texts.err_file_not_ours(),
            Self::Broken(_) => texts.err_file_broken(),
            Self::Newer => texts.err_file_newer(),
            Self::Words => texts.err_file_words(),
            Self::Costly => texts.err_file_costly(),
            Self::OtherLock => texts.err_file_other_lock(),
            Self::NoPicture => texts.err_file_no_picture(),
            Self::PictureHeic => texts.err_file_picture_heic(),
            Self::PictureTooBig => texts.err_file_picture_too_big(),
            Self::NoPeople => texts.err_file_no_people(),
            Self::Stopped => texts.err_stopped(),
        }
    }

    /// What to do now.
    #[must_use]
    pub fn way_out(self, texts: &Texts) -> String {
        match self {
            Self::TooBig => texts.rec_file_too_big(),
            Self::Unreadable => texts.rec_file_unreadable(),
            Self::NotOurs => texts.rec_file_not_ours(),
            Self::Broken(_) => texts.rec_file_broken(),
            Self::Newer => texts.rec_file_newer(),
            Self::Words => texts.rec_file_words(),
            Self::Costly => texts.rec_file_costly(),
            Self::OtherLock => texts.rec_file_other_lock(),
            Self::NoPicture => texts.rec_file_no_picture(),
            Self::PictureHeic => texts.rec_file_picture_heic(),
            Self::PictureTooBig => texts.rec_file_picture_too_big(),
            Self::NoPeople => texts.rec_file_no_people(),
            Self::Stopped => texts.rec_stopped(),
        }
    }
}
