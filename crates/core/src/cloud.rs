//! Whether a folder lies in a service that copies files to the internet, by the names such services give their folders.
//! Not here: asking the service; a name is all there is.

use holdepunkt_i18n::Texts;
use std::path::Path;

/// Begins of folder names in lower case, and the service as people know it.
const SERVICES: [(&str, &str); 14] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drev"),
    ("googledrive", "Google Drev"),
    ("google drev", "Google Drev"),
    ("my drive", "Google Drev"),
    ("mit drev", "Google Drev"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pcloud", "pCloud"),
    ("syncthing", "Syncthing"),
];

/// The service whose folder `path` lies in, if any.
#[must_use]
pub fn service(path: &Path) -> Option<&'static str> {
    path.components().find_map(|part| {
        let name = part.as_os_str().to_str()?.to_lowercase();
        let fits = |begin: &str| {
            name.strip_prefix(begin)
                .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()) || rest.starts_with("drive"))
        };
        SERVICES.iter().find(|(begin, _)| fits(begin)).map(|(_, service)| *service)
    })
}

/// What to say of it, and what to do.
#[must_use]
pub fn warning(path: &Path, texts: &Texts) -> Option<(String, String)> {
    service(path).map(|service| (texts.safety_cloud(service), texts.safety_cloud_way_out()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_folders() {
        let cases = [
            ("/home/kim/Dropbox/bog", Some("Dropbox")),
            ("/home/kim/Dropbox (Privat)/bog", Some("Dropbox")),
            ("/home/kim/OneDrive - Aarhus Kommune/bog", Some("OneDrive")),
            ("/home/kim/Google Drive/bog", Some("Google Drev")),
            ("/Volumes/GoogleDrive/Mit drev", Some("Google Drev")),
            ("/Users/kim/Library/Mobile Documents/com~apple~CloudDocs/bog", Some("iCloud")),
            ("/Users/kim/iCloud Drive/bog", Some("iCloud")),
            ("/Users/kim/iCloudDrive/bog", Some("iCloud")),
            ("/home/kim/Nextcloud/bog", Some("Nextcloud")),
            ("/home/kim/pCloudDrive/bog", Some("pCloud")),
            ("/home/kim/.local/share/dk.holdepunkt.app", None),
            ("/home/dropboxer/bog", None),
            ("/media/kim/STICK/bog", None),
        ];
        for (path, expected) in cases {
            assert_eq!(service(Path::new(path)), expected, "{path}");
        }
    }
}
