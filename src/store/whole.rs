//! Transactions over the whole database: one that reads it all as of one moment, one that fills an empty one.

use diesel::connection::SimpleConnection;

use super::connection::{AnyConn, on, transaction};
use super::error::StoreError;
use super::migrate;

/// A database in the transaction that fills it.
pub struct Rebuilding<'a> {
    conn: &'a mut AnyConn,
}

impl Rebuilding<'_> {
    /// The connection, for store functions.
    pub fn conn(&mut self) -> &mut AnyConn {
        self.conn
    }

    /// Applies exactly these migrations; `false` where the database has others already.
    ///
    /// # Errors
    /// [`StoreError::Migration`].
    pub fn migrate_to(&mut self, names: &[String]) -> Result<bool, StoreError> {
        migrate::bring_to(self.conn, names)
    }

    /// Applies all migrations that this binary knows.
    ///
    /// # Errors
    /// [`StoreError::Migration`].
    pub fn migrate(&mut self) -> Result<(), StoreError> {
        migrate::bring_to(self.conn, &migrate::known_names()).map(drop)
    }
}

/// Runs `work` in a transaction that sees one moment and cannot write. The connection is not used again.
pub(super) fn read<T, E: From<StoreError>>(
    conn: &mut AnyConn,
    work: impl FnOnce(&mut AnyConn) -> Result<T, E>,
) -> Result<T, E> {
    let begin = match conn {
        // However slow the disk is that the rows go to.
        AnyConn::Pg(_) => {
            "SET idle_in_transaction_session_timeout = 0; \
             BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
        }
        // In WAL mode a reader's snapshot is that of its first statement and keeps nobody from writing.
        AnyConn::Sqlite(_) => "PRAGMA query_only = ON; BEGIN",
    };
    on!(&mut *conn, c => c.batch_execute(begin)).map_err(StoreError::from)?;
    let outcome = work(conn);
    // The connection is closed next, which ends the transaction as well.
    let _ = on!(conn, c => c.batch_execute("ROLLBACK"));
    outcome
}

/// Runs `work` in a transaction that is kept when `work` succeeds and every row has the rows it refers to.
pub(super) fn write<T, E: From<StoreError>>(
    conn: &mut AnyConn,
    work: impl FnOnce(&mut Rebuilding<'_>) -> Result<T, E>,
) -> Result<T, E> {
    if let AnyConn::Sqlite(sqlite) = conn {
        // Without effect inside a transaction.
        sqlite.batch_execute("PRAGMA foreign_keys = OFF").map_err(StoreError::from)?;
    }
    let mut work = Some(work);
    let mut refused = None;
    let outcome = transaction(conn, &mut |conn| {
        migrate::lock(conn)?;
        let work = work.take().ok_or(StoreError::Panicked)?;
        match work(&mut Rebuilding { conn: &mut *conn }) {
            Ok(value) => {
                if let AnyConn::Sqlite(sqlite) = conn {
                    migrate::check_references(sqlite)?;
                }
                Ok(value)
            }
            Err(error) => {
                refused = Some(error);
                Err(StoreError::Panicked)
            }
        }
    });
    match (outcome, refused) {
        (Ok(value), _) => Ok(value),
        (Err(_), Some(error)) => Err(error),
        (Err(failed), None) => Err(failed.error.into()),
    }
}
