//! Backups: the whole database of one moment in one sealed file, and back into an empty database of either kind.
//!
//! Owns the file's format (`docs/backup-format.md`), its keys, and what must be true before a file counts as good. Leaves
//! to others: rows and tables (`store::dump`), which settings and master keys there are (`cli`).
//!
//! ```text
//! take     one snapshot ──► rows as lines ──► sealed chunks ──► a file that appears when it is complete
//! verify   a file ──► header ──► chunks ──► lines ──► every row, count and digest checked
//! restore  the same, each batch of rows into one transaction that is kept when everything was right
//! ```

mod container;
mod error;
mod lines;
mod restore;
mod take;

use std::path::Path;

use crate::crypto::master_key::MasterKeys;
use secrecy::SecretString;

pub use container::{Header, KeySource};
pub use error::BackupError;
pub use lines::{Manifest, TableCount};
pub use restore::{Restored, check_header, first_with_rows, restore};
pub use take::{Taken, take};

/// What a backup is sealed with.
#[derive(Clone, Default)]
pub enum Protection {
    /// A key that follows from the server's master key.
    #[default]
    MasterKey,
    /// A passphrase.
    Passphrase(SecretString),
}

/// What a backup may be opened with.
#[derive(Clone)]
pub struct Unlock {
    /// The master keys at hand.
    pub masters: Option<MasterKeys>,
    /// The passphrase at hand.
    pub passphrase: Option<SecretString>,
}

/// What a file says about itself and what it was found to hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    /// The header.
    pub header: Header,
    /// The tables with their counts.
    pub manifest: Manifest,
}

/// Reads the header of a backup; nothing in it is proven yet.
///
/// # Errors
/// [`BackupError`] when the file is none, or of a newer format.
pub fn read_header(file: &Path) -> Result<Header, BackupError> {
    container::open_file(file).map(|(header, ..)| header)
}

/// Reads a backup from its first byte to its last and checks everything in it that can be checked without a database.
/// Blocks.
///
/// # Errors
/// [`BackupError`]: whatever is wrong with the file or the key.
pub fn verify(file: &Path, unlock: &Unlock) -> Result<Verified, BackupError> {
    let (header, mut lines) = lines::open(file, unlock)?;
    while lines.next()?.is_some() {}
    Ok(Verified { header, manifest: lines.manifest()? })
}
