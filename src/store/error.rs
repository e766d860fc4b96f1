//! What can go wrong in the store, and which failures a second attempt may mend.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// Why the store did not do what it was asked. "Not found" is no error: look-ups return `Option`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A unique value is in use by another row.
    #[error("{what} is already taken")]
    Taken {
        /// The value that collided, as a person would name it ("user name").
        what: &'static str,
    },
    /// A stored row does not convert to the type it stands for.
    #[error("row {id:?} of {table} cannot be understood")]
    Corrupt {
        /// The table's name.
        table: &'static str,
        /// The row's key.
        id: String,
    },
    /// The database is busy or out of reach; a later attempt may succeed. Surfaces answer 503.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// The settings name no usable database; the text says what to change.
    #[error("{0}")]
    Settings(String),
    /// The database was made by a newer version of this program; these steps are unknown here.
    #[error(
        "this database belongs to a newer version of vestibule (it has the migrations {}, which this version does not know); \
         install that version again", .0.join(", ")
    )]
    Newer(Vec<String>),
    /// A migration failed; nothing of it was kept.
    #[error("migrating the database failed: {0}")]
    Migration(String),
    /// What the row belongs to was deleted a moment ago. Surfaces answer 503: a second attempt finds it gone.
    #[error("what this belongs to was deleted meanwhile")]
    Orphaned,
    /// The work undid itself; what it found has gone another way.
    #[error("the write was undone")]
    Undone,
    /// The closure panicked; its transaction was rolled back.
    #[error("a database task panicked")]
    Panicked,
    /// Anything else the database refused.
    #[error("database error: {0}")]
    Database(#[from] DieselError),
}

impl StoreError {
    pub(super) fn busy() -> Self {
        Self::Unavailable("busy".into())
    }

    /// Turns the database's ways of saying "not now" into [`StoreError::Unavailable`].
    pub(super) fn settled(self, connection_lost: bool) -> Self {
        match self {
            Self::Database(DieselError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _)) => {
                Self::Orphaned
            }
            Self::Database(error) if is_lock_timeout(&error) => Self::busy(),
            Self::Database(_) if connection_lost => Self::Unavailable("the connection was lost".into()),
            Self::Database(error) if is_disconnect(&error) || is_out_of_space(&error) => {
                Self::Unavailable(error.to_string())
            }
            // The other side of a failover: the next connection leads to the server that takes writes.
            Self::Database(DieselError::DatabaseError(
                DatabaseErrorKind::ReadOnlyTransaction,
                information,
            )) => Self::Unavailable(information.message().to_owned()),
            other => other,
        }
    }

    /// Whether the same transaction, rolled back, may succeed on PostgreSQL when run again.
    pub(super) fn is_transient(&self) -> bool {
        match self {
            Self::Database(DieselError::DatabaseError(kind, _)) => match kind {
                DatabaseErrorKind::SerializationFailure
                | DatabaseErrorKind::ClosedConnection
                | DatabaseErrorKind::UnableToSendCommand => true,
                // The driver keeps no SQLSTATE for deadlocks and shutdowns, and their texts are translated by
                // the server, so everything it has no name for is tried twice.
                DatabaseErrorKind::Unknown => !matches!(self, Self::Database(e) if is_lock_timeout(e)),
                _ => false,
            },
            _ => false,
        }
    }
}

fn is_lock_timeout(error: &DieselError) -> bool {
    let DieselError::DatabaseError(DatabaseErrorKind::Unknown, information) = error else { return false };
    let message = information.message();
    message.starts_with("database is locked")
        || message.starts_with("database table is locked")
        || message.starts_with("canceling statement due to lock timeout")
        || message.starts_with("canceling statement due to statement timeout")
}

fn is_disconnect(error: &DieselError) -> bool {
    match error {
        DieselError::BrokenTransactionManager
        | DieselError::DatabaseError(
            DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
            _,
        ) => true,
        // PostgreSQL's last words on a connection may be read before its end is.
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, information) => {
            let message = information.message();
            message.starts_with("terminating connection") || message.starts_with("the database system is")
        }
        _ => false,
    }
}

/// Nothing is wrong with the database but the room it has: it goes on when there is some.
fn is_out_of_space(error: &DieselError) -> bool {
    let DieselError::DatabaseError(DatabaseErrorKind::Unknown, information) = error else { return false };
    let message = information.message();
    message.starts_with("database or disk is full")
        || message.starts_with("disk I/O error")
        || message.starts_with("unable to open database file")
        || message.starts_with("attempt to write a readonly database")
        || message.contains("No space left on device")
}
