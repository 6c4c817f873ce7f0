//! What is said between the program and the process that sets: a line that tells who speaks, then frames of JSON with the large pieces
//! (pictures, pages, PDF) as they are behind it. Not here: who asks and who answers.

use std::io::{self, Read, Write};

use holdepunkt_core::document::Print;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{PageImage, PrintError};

/// Said first by the one that serves. Another version of the program sets other pages, and is not asked.
pub const HELLO: &str = concat!("holdepunkt sets prints ", env!("CARGO_PKG_VERSION"), "\n");
/// No frame is larger: pictures of a book are bounded far below, and so is what a page of it can be.
const MOST: u64 = 1 << 30;

#[derive(Debug, Serialize, Deserialize)]
pub enum Ask {
    Lay {
        print: Print,
    },
    Page {
        number: usize,
        width: u32,
    },
    Pdf,
    Phone {
        print: Print,
    },
    /// What is being set is not wanted any more.
    Stop,
    /// The pages are not looked at any more.
    Forget,
}

impl Ask {
    /// The pages that were set before are let go for it: there is one print at a time, and nobody needs to say that it is not looked at.
    pub const fn takes_the_place(&self) -> bool {
        matches!(self, Self::Lay { .. } | Self::Phone { .. })
    }
}

#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    Laid {
        pages: usize,
    },
    Picture {
        #[serde(skip)]
        png: Vec<u8>,
        text: String,
    },
    Pdf {
        #[serde(skip)]
        pdf: Vec<u8>,
    },
    Failed {
        fault: Fault,
    },
}

/// [`PrintError`] on its way.
#[derive(Debug, Serialize, Deserialize)]
pub enum Fault {
    Layout(String),
    Export(String),
    Picture,
    CardFull { back: bool, lines: u8 },
    Stopped,
    Unwanted,
}

impl From<PageImage> for Answer {
    fn from(page: PageImage) -> Self {
        Self::Picture { png: page.png, text: page.text }
    }
}

impl From<PrintError> for Answer {
    fn from(error: PrintError) -> Self {
        let fault = match error {
            PrintError::Layout(place) => Fault::Layout(place),
            PrintError::Export(kind) => Fault::Export(kind),
            PrintError::Picture => Fault::Picture,
            PrintError::CardFull { side, lines } => Fault::CardFull { back: side == "back", lines },
            PrintError::Stopped => Fault::Stopped,
            PrintError::Unwanted => Fault::Unwanted,
        };
        Self::Failed { fault }
    }
}

impl From<Fault> for PrintError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Layout(place) => Self::Layout(place),
            Fault::Export(kind) => Self::Export(kind),
            Fault::Picture => Self::Picture,
            Fault::CardFull { back, lines } => Self::CardFull { side: if back { "back" } else { "front" }, lines },
            Fault::Stopped => Self::Stopped,
            Fault::Unwanted => Self::Unwanted,
        }
    }
}

/// A message with large pieces, which travel behind it as they are.
pub trait Frame: Serialize + DeserializeOwned {
    fn pieces(&mut self) -> Vec<&mut Vec<u8>>;
}

impl Frame for Ask {
    fn pieces(&mut self) -> Vec<&mut Vec<u8>> {
        match self {
            Self::Lay { print } | Self::Phone { print } => print.pictures_mut().collect(),
            Self::Page { .. } | Self::Pdf | Self::Stop | Self::Forget => Vec::new(),
        }
    }
}

impl Frame for Answer {
    fn pieces(&mut self) -> Vec<&mut Vec<u8>> {
        match self {
            Self::Picture { png, .. } => vec![png],
            Self::Pdf { pdf } => vec![pdf],
            Self::Laid { .. } | Self::Failed { .. } => Vec::new(),
        }
    }
}

/// Writes a message.
///
/// # Errors
/// When nobody reads any more.
pub fn write<T: Frame>(to: &mut impl Write, mut message: T) -> io::Result<()> {
    let pieces: Vec<Vec<u8>> = message.pieces().into_iter().map(std::mem::take).collect();
    let json = serde_json::to_vec(&message)?;
    for bytes in std::iter::once(&json).chain(&pieces) {
        to.write_all(&(bytes.len() as u64).to_le_bytes())?;
        to.write_all(bytes)?;
    }
    to.flush()
}

/// Reads a message.
///
/// # Errors
/// When it ends before its end, or is none of ours.
pub fn read<T: Frame>(from: &mut impl Read) -> io::Result<T> {
    let mut message: T = serde_json::from_slice(&piece(from)?)?;
    for place in message.pieces() {
        *place = piece(from)?;
    }
    Ok(message)
}

fn piece(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut size = [0; 8];
    from.read_exact(&mut size)?;
    let size = u64::from_le_bytes(size);
    if size > MOST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    from.take(size).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == size { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
