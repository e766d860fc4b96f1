//! The only folder that knows diesel: one code base on SQLite and PostgreSQL, chosen by the URL's scheme.
//!
//! Owns connections, transactions, migrations and one file of functions per table. Leaves every rule about
//! what the rows mean to the services above.
//!
//! A service calls `db.read(|conn| users::find(conn, ..))` or `db.write(move |conn| ..)`; the closure runs on a
//! blocking thread; store functions take `&mut AnyConn` and compose inside one write; "not found" is `Option`.
//!
//! Recipe for a table: a migration of the same name for both databases, its `diesel::table!`, a file with the
//! verbs `find`, `list`, `insert`, `update`, `delete`, `consume` over `on!`, and a test on both databases.

mod connection;
mod error;
mod migrate;
mod postgres;
mod reader;
mod schema;
mod shared_read;
mod whole;
mod writer;

pub mod addresses;
pub mod audit_events;
pub mod authorization_codes;
pub mod authorization_requests;
pub mod cleanup;
pub mod client_secrets;
pub mod clients;
pub mod columns;
pub mod data_keys;
pub mod domains;
pub mod dump;
pub mod external_links;
pub mod flows;
pub mod groups;
pub mod identity_providers;
pub mod inspect;
pub mod known_browsers;
pub mod leases;
pub mod lockouts;
pub mod meta;
pub mod one_time_codes;
pub mod outbox;
pub mod passwords;
pub mod pools;
pub mod provider_keys;
pub mod rate_counters;
pub mod recovery_codes;
pub mod remembered_devices;
pub mod resource_servers;
pub mod round_trips;
pub mod sessions;
pub mod sign_out;
pub mod signing_keys;
pub mod token_families;
pub mod totp_factors;
pub mod user_attributes;
pub mod user_names;
pub mod user_search;
pub mod users;

use std::sync::Arc;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, NopErrorHandler, Pool};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

use crate::metrics::{DatabaseMetrics, DatabaseUse, Stopwatch};

pub use connection::AnyConn;
pub use error::StoreError;
pub use inspect::{Inspection, inspect, peek};
pub use migrate::attention;
pub use shared_read::SharedReads;
pub use whole::Rebuilding;

use connection::{Connector, Purpose, Target, runtime, transaction};
use migrate::Task;
use postgres::PostgresTarget;
use reader::Readers;
use writer::Writer;

/// Where the database is and how much it may be asked at once.
#[derive(Clone, Debug)]
pub struct DatabaseSettings {
    /// `sqlite:<path>`, `postgres://…` or `postgresql://…`. Secret, because it may carry a password.
    pub url: SecretString,
    /// Connections for reading, and on PostgreSQL as many again for writing. At least 1.
    pub pool_size: u32,
    /// How long a caller waits for its turn, a connection or a lock before it is told "busy".
    pub patience: Duration,
}

impl DatabaseSettings {
    /// The defaults for a URL: 8 connections, 4 seconds of patience.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: SecretString::from(url.into()), pool_size: 8, patience: Duration::from_secs(4) }
    }
}

/// The database. Cheap to clone; all clones share the connections.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    reading: Reading,
    writers: Writers,
    connector: Connector,
    metrics: DatabaseMetrics,
}

enum Reading {
    /// Threads of their own, a connection each.
    Sqlite(Readers),
    Postgres(Slots),
}

enum Writers {
    /// One thread with the only writing connection.
    Sqlite(Writer),
    Postgres(Slots),
}

/// A pool that no more closures wait in than it has connections.
#[derive(Clone)]
struct Slots {
    pool: Pool<Connector>,
    free: Arc<Semaphore>,
    patience: Duration,
    what: DatabaseUse,
    metrics: DatabaseMetrics,
}

impl Db {
    /// Opens the database and checks that it answers. Creates an SQLite file that does not exist, readable by
    /// its owner only; changes no tables.
    ///
    /// # Errors
    /// [`StoreError::Settings`] for a URL that names no usable database, [`StoreError::Unavailable`] when the
    /// database does not answer.
    pub async fn open(settings: &DatabaseSettings) -> Result<Self, StoreError> {
        let target = target(settings.url.expose_secret())?;
        let (size, patience) = (settings.pool_size, settings.patience);
        if size == 0 {
            return Err(StoreError::Settings("the database needs a pool of at least one connection".into()));
        }
        let metrics = DatabaseMetrics::new(size);
        let opening = runtime().spawn_blocking(move || {
            let connector = Connector { target, purpose: Purpose::Write, patience };
            let writers = match &connector.target {
                Target::Sqlite { path } => {
                    create_private(path)?;
                    Writers::Sqlite(Writer::start(connector.clone(), metrics.clone())?)
                }
                Target::Postgres(_) => {
                    // The pool would only say that it waited in vain; a first connection says why.
                    connector.connect()?;
                    Writers::Postgres(Slots::new(connector.clone(), size, DatabaseUse::Write, &metrics))
                }
            };
            let reader = connector.for_purpose(Purpose::Read);
            let reading = match &connector.target {
                Target::Sqlite { .. } => Reading::Sqlite(Readers::new(reader, size, metrics.clone())),
                Target::Postgres(_) => {
                    Reading::Postgres(Slots::new(reader, size, DatabaseUse::Read, &metrics))
                }
            };
            Ok(Self { inner: Arc::new(Inner { reading, writers, connector, metrics }) })
        });
        opening.await.unwrap_or(Err(StoreError::Panicked))
    }

    /// Runs `work` with a connection that cannot write. It sees each statement's own snapshot.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::Unavailable`] when no connection came free in time.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AnyConn) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let outcome = match &self.inner.reading {
            Reading::Sqlite(readers) => readers.read(work).await,
            Reading::Postgres(slots) => {
                let run = |slots: &Slots| {
                    let mut conn = slots.pool.get().map_err(|e| StoreError::Unavailable(e.to_string()))?;
                    work(&mut conn).map_err(|error| error.settled(conn.is_lost()))
                };
                slots.run(run).await
            }
        };
        self.noting(DatabaseUse::Read, outcome)
    }

    /// Runs `work` in one transaction: `Ok` commits, `Err` and panics roll back; it answers when the disk has the
    /// commit. On PostgreSQL (READ COMMITTED) a deadlock, serialization failure or lost connection before the commit
    /// runs it once more, on SQLite a commit shared with others that failed; so `work` changes nothing but the database.
    /// Once begun it completes, even if the caller's future is dropped.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::Unavailable`] when its turn, a connection or a lock did not come in time.
    pub async fn write<T: Send + 'static>(
        &self,
        mut work: impl FnMut(&mut AnyConn) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let metrics = self.inner.metrics.clone();
        let outcome = match &self.inner.writers {
            Writers::Sqlite(writer) => writer.write(work).await,
            Writers::Postgres(slots) => {
                let run = move |slots: &Slots| {
                    let mut retries = 1;
                    loop {
                        let mut conn =
                            slots.pool.get().map_err(|e| StoreError::Unavailable(e.to_string()))?;
                        match transaction(&mut conn, &mut work) {
                            Ok(value) => return Ok(value),
                            Err(failed) if failed.retry && retries > 0 => {
                                tracing::debug!(error = %failed.error, "a transaction is run once more");
                                metrics.retried();
                                retries -= 1;
                            }
                            Err(failed) => return Err(failed.error),
                        }
                    }
                };
                slots.run(run).await
            }
        };
        self.noting(DatabaseUse::Write, outcome)
    }

    /// Looks at once whether the database answers and knows every migration of this binary. Newer ones are no fault:
    /// while a new version is rolled out, the old one goes on.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the database does not answer; [`StoreError::Migration`] for pending migrations.
    pub async fn check(&self) -> Result<(), StoreError> {
        self.read(migrate::check).await
    }

    /// What is measured of it.
    pub fn metrics(&self) -> &DatabaseMetrics {
        &self.inner.metrics
    }

    fn noting<T>(&self, what: DatabaseUse, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(StoreError::Unavailable(_)) = outcome {
            self.inner.metrics.unavailable(what);
        }
        outcome
    }

    /// Applies all pending migrations and returns their names. Any number of nodes may call it at once.
    ///
    /// # Errors
    /// [`StoreError::Migration`] when a step fails; the step leaves nothing behind.
    pub async fn migrate(&self) -> Result<Vec<String>, StoreError> {
        self.run_migrations(Task::Apply).await
    }

    /// The names of the migrations that [`Db::migrate`] would apply.
    pub async fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        self.run_migrations(Task::List).await
    }

    /// Undoes the newest applied migration and returns its version, or `None` when there is none.
    pub async fn revert_last(&self) -> Result<Option<String>, StoreError> {
        Ok(self.run_migrations(Task::RevertLast).await?.pop())
    }

    /// Moves SQLite's write-ahead log into the database file and empties it; PostgreSQL does so by itself.
    pub async fn checkpoint(&self) -> Result<(), StoreError> {
        let Writers::Sqlite(writer) = &self.inner.writers else { return Ok(()) };
        writer
            .alone(|conn| {
                let done = connection::on!(conn, c => c.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)"));
                done.map_err(|e| StoreError::from(e).settled(false))
            })
            .await
    }

    /// Runs `work` in one transaction that only reads, on a connection of its own and without limits on time: all its
    /// statements see the database as it was at the first one, while others go on writing.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::Unavailable`] when the database does not answer.
    pub async fn snapshot<T, E>(
        &self,
        work: impl FnOnce(&mut AnyConn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let connector = self.inner.connector.for_purpose(Purpose::Migrate);
        let reading = runtime().spawn_blocking(move || {
            let mut conn = connector.connect()?;
            whole::read(&mut conn, work)
        });
        reading.await.unwrap_or_else(|_| Err(StoreError::Panicked.into()))
    }

    /// Runs `work` in one transaction that may write everything, on a connection of its own, without limits on time and
    /// while nobody migrates. Of rows that refer to missing ones SQLite complains at the end only.
    ///
    /// # Errors
    /// Those of `work`, after which nothing was changed; [`StoreError::Unavailable`] when the database does not answer.
    pub async fn rebuild<T, E>(
        &self,
        work: impl FnOnce(&mut Rebuilding<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let connector = self.inner.connector.for_purpose(Purpose::Migrate);
        let writing = runtime().spawn_blocking(move || {
            let mut conn = connector.connect()?;
            whole::write(&mut conn, work)
        });
        writing.await.unwrap_or_else(|_| Err(StoreError::Panicked.into()))
    }

    async fn run_migrations(&self, task: Task) -> Result<Vec<String>, StoreError> {
        match &self.inner.writers {
            Writers::Sqlite(writer) => {
                writer.alone(move |conn| migrate::run(conn, task).map_err(|e| e.settled(false))).await
            }
            Writers::Postgres(_) => {
                let connector = self.inner.connector.for_purpose(Purpose::Migrate);
                let work = move || {
                    let mut conn = connector.connect()?;
                    migrate::run(&mut conn, task).map_err(|e| e.settled(conn.is_lost()))
                };
                runtime().spawn_blocking(work).await.unwrap_or(Err(StoreError::Panicked))
            }
        }
    }
}

impl Slots {
    fn new(connector: Connector, size: u32, what: DatabaseUse, metrics: &DatabaseMetrics) -> Self {
        let patience = connector.patience;
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(0))
            .connection_timeout(patience)
            // What a caller waits for in vain is in its error; the pool's own retries need no log.
            .error_handler(Box::new(NopErrorHandler))
            .build_unchecked(connector);
        let permits = usize::try_from(size).unwrap_or(Semaphore::MAX_PERMITS);
        Self { pool, free: Arc::new(Semaphore::new(permits)), patience, what, metrics: metrics.clone() }
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Slots) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let asked = Stopwatch::start();
        let turn = tokio::time::timeout(self.patience, self.free.clone().acquire_owned()).await;
        let Ok(Ok(permit)) = turn else { return Err(StoreError::busy()) };
        let slots = self.clone();
        let span = tracing::debug_span!("database", operation = self.what.label());
        let task = runtime().spawn_blocking(move || {
            let _permit = permit;
            let _using = slots.metrics.begin(slots.what, &asked);
            span.in_scope(|| work(&slots))
        });
        task.await.unwrap_or(Err(StoreError::Panicked))
    }
}

/// The names of all migrations that this program knows for the kind of database of a URL, oldest first.
///
/// # Errors
/// [`StoreError::Settings`] for a URL that names no usable database.
pub fn known_migrations(settings: &DatabaseSettings) -> Result<Vec<String>, StoreError> {
    let target = target(settings.url.expose_secret())?;
    let steps = migrate::known_steps(matches!(target, Target::Postgres(_)))?;
    Ok(steps.into_iter().map(|step| step.name).collect())
}

fn target(url: &str) -> Result<Target, StoreError> {
    match url.split_once(':') {
        Some(("postgres" | "postgresql", _)) => {
            PostgresTarget::parse(url).map(|target| Target::Postgres(Box::new(target)))
        }
        Some(("sqlite", path)) => {
            let path = path.strip_prefix("//").unwrap_or(path);
            // SQLite would take these for a private or an in-memory database, or for options.
            if path.is_empty()
                || path.starts_with([':', '?'])
                || path.starts_with("file:")
                || path.contains('?')
            {
                return Err(StoreError::Settings(
                    "the database URL must name a file and nothing else, for example sqlite:vestibule.db"
                        .into(),
                ));
            }
            Ok(Target::Sqlite { path: path.to_owned() })
        }
        // The URL is not repeated: a mistyped scheme does not make its password less secret.
        _ => Err(StoreError::Settings(
            "the database URL must begin with sqlite: or postgres: (or postgresql:)".into(),
        )),
    }
}

/// Creates the file before SQLite does, whose files everybody may read. The log files inherit its mode.
fn create_private(path: &str) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map(drop)
        .map_err(|e| StoreError::Settings(format!("the database file {path} cannot be opened: {e}")))
}
