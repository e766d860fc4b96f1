//! What can go wrong with a backup.

use std::io;

use crate::env::KeyRingError;
use crate::store::StoreError;

/// Why a backup was not taken, is not good, or was not restored. Each text says what to do, where there is something.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is a file of this name.
    #[error("there is a file {0} already; a backup never overwrites one")]
    Exists(String),
    /// A file cannot be read or written.
    #[error("{what} {file}: {error}")]
    File {
        /// What was done to it.
        what: &'static str,
        /// Its name.
        file: String,
        /// What the system said.
        error: io::Error,
    },
    /// The file is no backup.
    #[error("this is not a backup of Vestibule")]
    NotABackup,
    /// The file begins as a backup, and its header cannot be understood.
    #[error("the header of this backup is damaged")]
    DamagedHeader,
    /// The file's format or the database in it is newer than this binary.
    #[error(
        "this backup was made by version {0}, which is newer than this one; restore it with that version"
    )]
    Newer(String),
    /// A passphrase is needed.
    #[error("this backup is sealed with a passphrase; give its file with --passphrase-file")]
    PassphraseNeeded,
    /// The passphrase is another one.
    #[error("this is not the passphrase of this backup")]
    WrongPassphrase,
    /// The passphrase protects nothing.
    #[error("the passphrase must have at least 12 characters")]
    ShortPassphrase,
    /// The backup belongs to another master key.
    #[error(
        "this backup needs the master key with the fingerprint {needed}; set master_key (or previous_master_key) \
         to the key that was in use when it was made"
    )]
    WrongMasterKey {
        /// The fingerprint of the master key it was made under.
        needed: String,
    },
    /// The file was changed, cut off, or not written to its end.
    #[error("this backup is damaged or cut off: {0}")]
    Damaged(String),
    /// A table or column that no backup has a form for.
    #[error("the column {column} of {table} has the type {kind}, which a backup has no form for")]
    Uncovered {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// Its type.
        kind: String,
    },
    /// The database to restore into holds something.
    #[error("the database is not empty ({0} has rows); a backup is restored into an empty database only")]
    NotEmpty(String),
    /// The database to restore into has migrations that the backup's did not have.
    #[error(
        "the tables of this database are newer than the backup; restore it into a database without tables"
    )]
    TablesNewer,
    /// The database's own key check failed after the rows were loaded.
    #[error("the keys in this backup do not open: {0}")]
    Keys(#[from] KeyRingError),
    /// The database did not answer, or refused a row.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl BackupError {
    pub(super) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged(what.into())
    }

    pub(super) fn file(what: &'static str, file: &std::path::Path) -> impl Fn(io::Error) -> Self {
        let file = file.display().to_string();
        move |error| Self::File { what, file: file.clone(), error }
    }

    /// An error while reading the sealed stream: the stream's own judgement, or the disk's.
    pub(super) fn reading(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Self::Damaged(error.to_string()),
            _ => Self::File { what: "cannot read", file: "the backup".into(), error },
        }
    }
}
