//! The computer's keyring: the Secret Service of a Linux desktop, the credential manager of Windows, the keychain of macOS. Asked with a
//! time limit and never with a question of its own, so that an absent, locked or hanging one is told at once and there are other ways in.
//! Not here: what is kept (`core::keys`), and when (`shell::ring`).

use holdepunkt_core::error::Error;
use holdepunkt_core::keys::KeyBytes;
use std::sync::mpsc;
use std::time::Duration;

/// A keyring that answers does so within milliseconds. Starting one may take a second or two.
const PATIENCE: Duration = Duration::from_secs(4);

/// Under which the system lists what is kept.
#[cfg(any(target_os = "linux", windows, target_os = "macos"))]
const SERVICE: &str = "dk.holdepunkt.app";

pub trait Keyring: Send + Sync {
    /// Keeps a secret under a name, in place of one that was there.
    ///
    /// # Errors
    /// [`Error::KeyringMissing`], [`Error::KeyringLocked`].
    fn keep(&self, name: &str, secret: &KeyBytes) -> Result<(), Error>;

    /// # Errors
    /// As [`Keyring::keep`]; [`Error::KeyringEmpty`], [`Error::KeyringOther`] when it is not one of ours.
    fn find(&self, name: &str) -> Result<KeyBytes, Error>;

    /// # Errors
    /// As [`Keyring::keep`]. That there is nothing to forget is none.
    fn forget(&self, name: &str) -> Result<(), Error>;
}

/// The one of the system.
pub struct OfTheSystem;

impl Keyring for OfTheSystem {
    fn keep(&self, name: &str, secret: &KeyBytes) -> Result<(), Error> {
        let (name, secret) = (name.to_string(), secret.clone());
        within(PATIENCE, move || system::keep(&name, &secret))
    }

    fn find(&self, name: &str) -> Result<KeyBytes, Error> {
        let name = name.to_string();
        within(PATIENCE, move || system::find(&name))
    }

    fn forget(&self, name: &str) -> Result<(), Error> {
        let name = name.to_string();
        within(PATIENCE, move || system::forget(&name))
    }
}

/// One that hangs is as good as none; the thread that waits for it is let go.
fn within<T: Send + 'static>(
    limit: Duration,
    ask: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let (give, take) = mpsc::channel();
    std::thread::spawn(move || {
        let _ = give.send(ask());
    });
    take.recv_timeout(limit).unwrap_or(Err(Error::KeyringMissing))
}

#[cfg(target_os = "linux")]
mod system {
    use super::SERVICE;
    use dbus_secret_service::{Collection, EncryptionType, Error as Refused, Item, SecretService};
    use holdepunkt_core::error::Error;
    use holdepunkt_core::keys::KeyBytes;
    use std::collections::HashMap;
    use zeroize::Zeroizing;

    /// The names of the attributes are those that other programs use too.
    fn attributes(name: &str) -> HashMap<&str, &str> {
        HashMap::from([("service", SERVICE), ("username", name)])
    }

    #[allow(clippy::needless_pass_by_value)] // as map_err gives it
    fn told(refused: Refused) -> Error {
        match refused {
            Refused::Locked | Refused::Prompt => Error::KeyringLocked,
            Refused::NoResult => Error::KeyringEmpty,
            _ => Error::KeyringMissing,
        }
    }

    fn service() -> Result<SecretService, Error> {
        // No seconds for a question: the one who is asked may not know the answer, and there are other ways in.
        SecretService::connect_with_max_prompt_timeout(EncryptionType::Plain, 0).map_err(|_| Error::KeyringMissing)
    }

    /// The keyring that opens when the person logs in; a system that has none keeps nothing for us.
    fn ring(service: &SecretService) -> Result<Collection<'_>, Error> {
        let ring = service.get_default_collection().map_err(|_| Error::KeyringMissing)?;
        if ring.is_locked().map_err(told)? { Err(Error::KeyringLocked) } else { Ok(ring) }
    }

    pub fn keep(name: &str, secret: &KeyBytes) -> Result<(), Error> {
        let service = service()?;
        let kind = "application/octet-stream";
        let ring = ring(&service)?;
        ring.create_item("Holdepunkt", attributes(name), secret.as_slice(), true, kind).map_err(told)?;
        Ok(())
    }

    fn open_item<'a>(service: &'a SecretService, name: &str) -> Result<Item<'a>, Error> {
        let mut found = service.search_items(attributes(name)).map_err(told)?;
        match found.unlocked.pop() {
            Some(item) => Ok(item),
            None if found.locked.is_empty() => ring(service).and(Err(Error::KeyringEmpty)),
            None => Err(Error::KeyringLocked),
        }
    }

    pub fn find(name: &str) -> Result<KeyBytes, Error> {
        let service = service()?;
        let secret = Zeroizing::new(open_item(&service, name)?.get_secret().map_err(told)?);
        KeyBytes::copy_of(&secret).ok_or(Error::KeyringOther)
    }

    pub fn forget(name: &str) -> Result<(), Error> {
        let service = service()?;
        match open_item(&service, name) {
            Ok(item) => item.delete().map_err(told),
            Err(Error::KeyringEmpty) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

#[cfg(any(windows, target_os = "macos"))]
mod system {
    use super::SERVICE;
    use holdepunkt_core::error::Error;
    use holdepunkt_core::keys::KeyBytes;
    use keyring_core::api::CredentialStoreApi as _;
    use keyring_core::{Entry, Error as Refused};
    use zeroize::Zeroizing;

    #[cfg(target_os = "macos")]
    use apple_native_keyring_store::keychain::Store;
    #[cfg(windows)]
    use windows_native_keyring_store::Store;

    #[allow(clippy::needless_pass_by_value)] // as map_err gives it
    fn told(refused: Refused) -> Error {
        match refused {
            Refused::NoEntry => Error::KeyringEmpty,
            Refused::NoStorageAccess(_) => Error::KeyringLocked,
            _ => Error::KeyringMissing,
        }
    }

    fn entry(name: &str) -> Result<Entry, Error> {
        Store::new().and_then(|store| store.build(SERVICE, name, None)).map_err(told)
    }

    pub fn keep(name: &str, secret: &KeyBytes) -> Result<(), Error> {
        entry(name)?.set_secret(secret.as_slice()).map_err(told)
    }

    pub fn find(name: &str) -> Result<KeyBytes, Error> {
        let secret = Zeroizing::new(entry(name)?.get_secret().map_err(told)?);
        KeyBytes::copy_of(&secret).ok_or(Error::KeyringOther)
    }

    pub fn forget(name: &str) -> Result<(), Error> {
        match entry(name)?.delete_credential() {
            Ok(()) | Err(Refused::NoEntry) => Ok(()),
            Err(refused) => Err(told(refused)),
        }
    }
}

#[cfg(not(any(target_os = "linux", windows, target_os = "macos")))]
mod system {
    use holdepunkt_core::error::Error;
    use holdepunkt_core::keys::KeyBytes;

    pub fn keep(_: &str, _: &KeyBytes) -> Result<(), Error> {
        Err(Error::KeyringMissing)
    }

    pub fn find(_: &str) -> Result<KeyBytes, Error> {
        Err(Error::KeyringMissing)
    }

    pub fn forget(_: &str) -> Result<(), Error> {
        Err(Error::KeyringMissing)
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
