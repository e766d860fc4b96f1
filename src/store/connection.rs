//! One connection to either database, how the pools open it, and the transaction around a write.
//!
//! Owns [`AnyConn`], the macro `on!` that runs one diesel query on whichever database it is, SQLite's pragmas
//! and the runtime that drives PostgreSQL's sockets. Leaves addresses and TLS to `postgres`, the queue of
//! SQLite's single writer to `writer`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel::{Connection, SqliteConnection};
use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::{AsyncConnectionWrapper, BlockOn};
use tokio::runtime::{Builder, Runtime};

use super::error::StoreError;
use super::postgres::PostgresTarget;

/// PostgreSQL under diesel's synchronous interface.
pub(super) type PgConn = AsyncConnectionWrapper<AsyncPgConnection, DbRt>;

/// An open connection to SQLite or PostgreSQL. Opaque outside the store: pass it on to store functions.
pub enum AnyConn {
    /// A connection to PostgreSQL.
    #[doc(hidden)]
    Pg(Box<PgConn>),
    /// A connection to SQLite.
    #[doc(hidden)]
    Sqlite(SqliteConnection),
}

/// Runs one expression on whichever database the [`AnyConn`] is: `on!(conn, c => query.execute(c))`.
macro_rules! on {
    ($any:expr, $conn:ident => $body:expr) => {
        match $any {
            $crate::store::connection::AnyConn::Pg(boxed) => {
                let $conn = &mut **boxed;
                $body
            }
            $crate::store::connection::AnyConn::Sqlite($conn) => $body,
        }
    };
}
pub(super) use on;

/// Waits for PostgreSQL on the store's own runtime, so that a busy HTTP worker never stalls a socket.
pub struct DbRt;

impl BlockOn for DbRt {
    fn block_on<F: Future>(&self, future: F) -> F::Output {
        runtime().block_on(future)
    }

    fn get_runtime() -> Self {
        Self
    }
}

/// The store's runtime: one thread for PostgreSQL's sockets, and the blocking threads that run closures.
pub(super) fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("pg-io")
            .enable_all()
            .build()
            .expect("the operating system lets the process start one more thread")
    })
}

/// What a connection is opened for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Read,
    Write,
    /// Reads without leaving a trace: no file is made or changed.
    Inspect,
    /// Without limits on time: a migration may take as long as it needs.
    Migrate,
}

/// Where the database is.
#[derive(Clone)]
pub(super) enum Target {
    Sqlite { path: String },
    Postgres(Box<PostgresTarget>),
}

/// Opens connections for one purpose; the pools call it.
#[derive(Clone)]
pub(super) struct Connector {
    pub(super) target: Target,
    pub(super) purpose: Purpose,
    /// How long a statement may wait for a lock.
    pub(super) patience: Duration,
}

impl Connector {
    /// The same database for another purpose.
    pub(super) fn for_purpose(&self, purpose: Purpose) -> Self {
        Self { purpose, ..self.clone() }
    }
}

impl ManageConnection for Connector {
    type Connection = AnyConn;
    type Error = StoreError;

    fn connect(&self) -> Result<AnyConn, StoreError> {
        let milliseconds = self.patience.as_millis();
        match &self.target {
            Target::Sqlite { path } => {
                let name = match self.purpose {
                    Purpose::Inspect => read_only_name(path),
                    _ => path.clone(),
                };
                let mut conn = SqliteConnection::establish(&name)
                    .map_err(|e| StoreError::Unavailable(format!("cannot open {path}: {e}")))?;
                // The timeout comes first: switching to WAL needs a lock as well.
                conn.batch_execute(&format!("PRAGMA busy_timeout = {milliseconds};"))?;
                conn.batch_execute(match self.purpose {
                    Purpose::Read | Purpose::Inspect => "PRAGMA query_only = ON;",
                    Purpose::Write | Purpose::Migrate => "PRAGMA journal_mode = WAL;",
                })?;
                // FULL: with NORMAL the last commits, of which people were told, may be gone after a power failure.
                conn.batch_execute(
                    "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; \
                     PRAGMA cache_size = -8000; PRAGMA journal_size_limit = 67108864;",
                )?;
                Ok(AnyConn::Sqlite(conn))
            }
            Target::Postgres(target) => {
                let mut conn = runtime().block_on(target.connect(self.patience)).map(PgConn::from)?;
                let mode = match self.purpose {
                    Purpose::Read | Purpose::Inspect => "READ ONLY",
                    Purpose::Write | Purpose::Migrate => "READ WRITE",
                };
                conn.batch_execute(&format!(
                    "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED, {mode};"
                ))?;
                if self.purpose != Purpose::Migrate {
                    conn.batch_execute(&format!(
                        "SET lock_timeout = {milliseconds}; SET statement_timeout = 30000;"
                    ))?;
                }
                Ok(AnyConn::Pg(Box::new(conn)))
            }
        }
    }

    /// Costs no round trip: a connection that died unnoticed is found by the query, and writes are retried.
    fn is_valid(&self, conn: &mut AnyConn) -> Result<(), StoreError> {
        if conn.is_lost() { Err(StoreError::Unavailable("the connection was lost".into())) } else { Ok(()) }
    }

    fn has_broken(&self, conn: &mut AnyConn) -> bool {
        conn.is_lost()
    }
}

impl AnyConn {
    /// Whether it leads to PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Pg(_))
    }

    /// Whether the connection is closed or stuck in a transaction and must not be used again.
    pub(super) fn is_lost(&mut self) -> bool {
        on!(self, conn => R2D2Connection::is_broken(conn))
    }

    pub(super) fn begin(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Pg(conn) => begin(&mut **conn),
            // A deferred transaction cannot become a writing one once another connection has written.
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE"),
        }
        .map_err(StoreError::from)
    }

    /// Undoes the transaction and any savepoints a panic left open. Where that fails the connection stays
    /// lost, and its owner replaces it.
    pub(super) fn roll_back(&mut self) {
        while on!(self, conn => roll_back(conn)).is_ok() {}
    }

    /// Commits the transaction, or releases the innermost savepoint.
    pub(super) fn commit(&mut self) -> Result<(), StoreError> {
        on!(self, conn => commit(conn)).map_err(StoreError::from)
    }

    /// Runs `work` so that its failure undoes its own statements and leaves the transaction usable.
    ///
    /// PostgreSQL refuses everything after a failed statement; a store function that wants to go on after
    /// [`StoreError::Taken`] wraps the statement in this.
    pub fn savepoint<T>(
        &mut self,
        work: impl FnOnce(&mut AnyConn) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.begin_savepoint()?;
        match work(self) {
            Ok(value) => self.commit().map(|()| value),
            Err(error) => {
                self.roll_back_savepoint()?;
                Err(error)
            }
        }
    }

    /// Inside a transaction.
    pub(super) fn begin_savepoint(&mut self) -> Result<(), StoreError> {
        Ok(on!(self, conn => begin(conn))?)
    }

    pub(super) fn roll_back_savepoint(&mut self) -> Result<(), StoreError> {
        Ok(on!(self, conn => roll_back(conn))?)
    }
}

/// A file as SQLite's URI that may not be written (<https://sqlite.org/uri.html>).
fn read_only_name(path: &str) -> String {
    let mut name = String::from("file:");
    for c in path.chars() {
        match c {
            '%' | '?' | '#' => name.push_str(&format!("%{:02X}", u32::from(c))),
            c => name.push(c),
        }
    }
    name.push_str("?mode=ro");
    name
}

fn begin<C: Connection>(conn: &mut C) -> diesel::QueryResult<()> {
    C::TransactionManager::begin_transaction(conn)
}

fn roll_back<C: Connection>(conn: &mut C) -> diesel::QueryResult<()> {
    C::TransactionManager::rollback_transaction(conn)
}

fn commit<C: Connection>(conn: &mut C) -> diesel::QueryResult<()> {
    C::TransactionManager::commit_transaction(conn)
}

/// A transaction that did not take place.
pub(super) struct Failed {
    pub(super) error: StoreError,
    /// It was certainly rolled back, and a second run may succeed.
    pub(super) retry: bool,
}

/// Runs `work` in one transaction: `Ok` commits, `Err` and panics roll back.
pub(super) fn transaction<T>(
    conn: &mut AnyConn,
    work: &mut dyn FnMut(&mut AnyConn) -> Result<T, StoreError>,
) -> Result<T, Failed> {
    if let Err(error) = conn.begin() {
        conn.roll_back();
        return Err(failed(conn, error));
    }
    match catch_unwind(AssertUnwindSafe(|| work(conn))) {
        Ok(Ok(value)) => finish(conn).map(|()| value),
        Ok(Err(error)) => {
            conn.roll_back();
            Err(failed(conn, error))
        }
        Err(_) => {
            conn.roll_back();
            Err(Failed { error: StoreError::Panicked, retry: false })
        }
    }
}

fn finish(conn: &mut AnyConn) -> Result<(), Failed> {
    // After a failed statement PostgreSQL answers COMMIT by rolling back and calls that a success. A closure
    // that swallowed the failure would be told that its write was kept.
    if let AnyConn::Pg(pg) = conn
        && let Err(error) = pg.batch_execute("SELECT 1")
    {
        conn.roll_back();
        let failure = failed(conn, error.into());
        return Err(Failed {
            retry: failure.retry && matches!(failure.error, StoreError::Unavailable(_)),
            ..failure
        });
    }
    let Err(error) = conn.commit() else { return Ok(()) };
    conn.roll_back();
    let failure = failed(conn, error);
    Err(match failure.error {
        // The answer to COMMIT may have been lost after it took effect; a second run could do it twice.
        StoreError::Unavailable(_) => Failed {
            error: StoreError::Unavailable("the connection was lost while committing".into()),
            retry: false,
        },
        error => Failed { error, retry: failure.retry },
    })
}

fn failed(conn: &mut AnyConn, error: StoreError) -> Failed {
    let lost = conn.is_lost();
    let retry = error.is_transient() || (lost && matches!(error, StoreError::Database(_)));
    Failed { error: error.settled(lost), retry }
}
