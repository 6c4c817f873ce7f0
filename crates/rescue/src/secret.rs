//! The passphrase or the twelve words: asked for without showing them, or read from a file that the helper made.
//! Never from the command line.

use crate::arguments::Way;
use holdepunkt_core::error::Error;
use holdepunkt_core::keys::Secret;
use holdepunkt_i18n::Texts;
use secrecy::SecretString;
use std::io::Read as _;
use std::path::Path;
use zeroize::Zeroizing;

/// Longer than any passphrase or sheet.
const MOST: u64 = 64 * 1024;

/// # Errors
/// When nothing comes or the file cannot be read.
pub fn get(way: &Way, texts: &Texts) -> Result<Secret, Error> {
    let ask = |prompt: String| -> Result<SecretString, Error> {
        let typed = Zeroizing::new(rpassword::prompt_password(format!("{prompt}\n"))?);
        filled(&typed)
    };
    Ok(match way {
        Way::AskPassphrase => Secret::Passphrase(ask(texts.rescue_ask_passphrase())?),
        Way::AskWords => Secret::Words(ask(texts.rescue_ask_words())?),
        Way::PassphraseFrom(path) => Secret::Passphrase(from(path)?),
        Way::WordsFrom(path) => Secret::Words(from(path)?),
    })
}

fn from(path: &Path) -> Result<SecretString, Error> {
    let mut text = Zeroizing::new(String::with_capacity(4096));
    if path == Path::new("-") {
        std::io::stdin().take(MOST).read_to_string(&mut text)?;
    } else {
        std::fs::File::open(path)?.take(MOST).read_to_string(&mut text)?;
    }
    filled(&text)
}

fn filled(text: &str) -> Result<SecretString, Error> {
    let text = text.trim_end_matches(['\r', '\n']);
    if text.trim().is_empty() { Err(Error::EmptyPassphrase) } else { Ok(SecretString::from(text)) }
}
