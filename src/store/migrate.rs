//! Bringing the database's tables to the version this binary knows, and back by one step.
//!
//! Each step is a pair of folders with one name, `migrations/sqlite/<name>` and `migrations/postgres/<name>`,
//! embedded in the binary. Several nodes may migrate at once: the first does the work, the others wait.

use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel::sql_types::{Bool, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{AnyConn, PgConn, on};
use super::error::StoreError;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// The key of PostgreSQL's advisory lock: "vestibul" in ASCII.
const LOCK: i64 = 0x7665_7374_6962_756c;

/// Steps that an operator should plan for, and why: they take long, or the previous version must not run beside them.
/// All others may run at any time.
const ATTENTION: &[(&str, &str)] = &[];

/// What an operator should know about a step before it is applied, if anything.
pub fn attention(step: &str) -> Option<&'static str> {
    ATTENTION.iter().find(|(name, _)| *name == step).map(|(_, why)| *why)
}

/// What to do with the migrations.
#[derive(Clone, Copy)]
pub(super) enum Task {
    /// Apply everything pending.
    Apply,
    /// Name everything pending.
    List,
    /// Undo the newest.
    RevertLast,
}

/// The names of all steps that this binary knows, in order.
pub(super) fn known_names() -> Vec<String> {
    let steps = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).unwrap_or_default();
    steps.iter().map(|step| step.name().to_string()).collect()
}

/// The names of the steps that were applied, in order; of those that this binary does not know the version alone.
pub(super) fn applied(conn: &mut AnyConn) -> Result<Vec<String>, StoreError> {
    // The harness's own list begins with making its table, which a transaction that only reads must not.
    let exists = match conn {
        AnyConn::Pg(c) => {
            diesel::sql_query("SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS found")
                .get_result::<Found>(&mut **c)?
        }
        AnyConn::Sqlite(c) => diesel::sql_query(
            "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '__diesel_schema_migrations') AS found",
        )
        .get_result::<Found>(c)?,
    };
    if !exists.found {
        return Ok(Vec::new());
    }
    let query = diesel::sql_query("SELECT version AS name FROM __diesel_schema_migrations ORDER BY version");
    let versions: Vec<Version> = on!(conn, c => query.load(c))?;
    let known = known_names();
    let name = |version: String| {
        known.iter().find(|name| name.split('_').next() == Some(version.as_str())).cloned().unwrap_or(version)
    };
    Ok(versions.into_iter().map(|row| name(row.name)).collect())
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Bool)]
    found: bool,
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Inside a transaction of the caller's: brings the tables to exactly these steps, and returns `false` where the
/// database is already past them.
pub(super) fn bring_to(conn: &mut AnyConn, names: &[String]) -> Result<bool, StoreError> {
    if applied(conn)?.iter().any(|name| !names.contains(name)) {
        return Ok(false);
    }
    on!(conn, c => apply_named(c, names))?;
    Ok(true)
}

/// Does the task while no other node can, and returns the names of the steps it touched, in order.
pub(super) fn run(conn: &mut AnyConn, task: Task) -> Result<Vec<String>, StoreError> {
    match conn {
        AnyConn::Pg(pg) => {
            // A session's lock, released at the latest when this connection closes.
            pg.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
            let outcome = patiently(pg, task);
            let unlocked = pg.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"));
            outcome.and_then(|names| Ok(unlocked.map(|()| names)?))
        }
        AnyConn::Sqlite(sqlite) => {
            // Rebuilding a table drops it, which would delete the rows that refer to it. The switch has no
            // effect inside a transaction.
            sqlite.batch_execute("PRAGMA foreign_keys = OFF")?;
            let outcome = sqlite.immediate_transaction(|sqlite| {
                let names = steps(sqlite, SQLITE, task)?;
                check_references(sqlite)?;
                Ok(names)
            });
            let restored = sqlite.batch_execute("PRAGMA foreign_keys = ON");
            outcome.and_then(|names| Ok(restored.map(|()| names)?))
        }
    }
}

/// Does the task without standing in anybody's way: a step that changes a table waits a moment for those who read it, a
/// backup for example, then lets the others, who wait behind it, go first, and comes again.
fn patiently(pg: &mut PgConn, task: Task) -> Result<Vec<String>, StoreError> {
    pg.batch_execute("SET lock_timeout = 2000")?;
    let pending = steps(&mut *pg, POSTGRES, Task::List)?;
    let mut tries = 0;
    let outcome = loop {
        match steps(&mut *pg, POSTGRES, task) {
            Err(StoreError::Migration(cause)) if cause.contains("lock timeout") && tries < 300 => {
                tries += 1;
                tracing::info!("a migration waits for others to be done with a table");
                pg.batch_execute("SELECT pg_sleep(1)")?;
            }
            outcome => break outcome,
        }
    };
    pg.batch_execute("SET lock_timeout = 0")?;
    // Steps of an earlier try have been kept.
    outcome.map(|names| if matches!(task, Task::Apply) { pending } else { names })
}

/// Takes PostgreSQL's lock until the transaction ends; SQLite's writer is alone as it is.
pub(super) fn lock(conn: &mut AnyConn) -> Result<(), StoreError> {
    if let AnyConn::Pg(pg) = conn {
        pg.batch_execute(&format!("SELECT pg_advisory_xact_lock({LOCK})"))?;
    }
    Ok(())
}

/// The steps of the database's kind.
trait Steps: diesel::backend::Backend + Sized {
    const STEPS: EmbeddedMigrations;
}

impl Steps for diesel::sqlite::Sqlite {
    const STEPS: EmbeddedMigrations = SQLITE;
}

impl Steps for diesel::pg::Pg {
    const STEPS: EmbeddedMigrations = POSTGRES;
}

fn apply_named<DB: Steps>(conn: &mut impl MigrationHarness<DB>, names: &[String]) -> Result<(), StoreError>
where
    EmbeddedMigrations: MigrationSource<DB>,
{
    let failed = |e: Box<dyn std::error::Error + Send + Sync>| StoreError::Migration(e.to_string());
    for step in conn.pending_migrations(DB::STEPS).map_err(failed)? {
        if names.contains(&step.name().to_string()) {
            conn.run_migration(&*step).map_err(failed)?;
        }
    }
    Ok(())
}

fn steps<DB: diesel::backend::Backend>(
    conn: &mut impl MigrationHarness<DB>,
    source: EmbeddedMigrations,
    task: Task,
) -> Result<Vec<String>, StoreError> {
    let failed = |e: Box<dyn std::error::Error + Send + Sync>| StoreError::Migration(e.to_string());
    match task {
        Task::List => {
            let pending = conn.pending_migrations(source).map_err(failed)?;
            Ok(pending.iter().map(|step| step.name().to_string()).collect())
        }
        Task::Apply => {
            let applied = conn.applied_migrations().map_err(failed)?;
            let known = known::<DB>(&source)?;
            let newer: Vec<String> = applied
                .iter()
                .map(ToString::to_string)
                .filter(|version| !known.iter().any(|step| step.version == *version))
                .collect();
            if !newer.is_empty() {
                return Err(StoreError::Newer(newer));
            }
            let mut names = Vec::new();
            for step in conn.pending_migrations(source).map_err(failed)? {
                conn.run_migration(&*step).map_err(failed)?;
                names.push(step.name().to_string());
            }
            Ok(names)
        }
        Task::RevertLast => {
            if conn.applied_migrations().map_err(failed)?.is_empty() {
                return Ok(Vec::new());
            }
            Ok(vec![conn.revert_last_migration(source).map_err(failed)?.to_string()])
        }
    }
}

/// A step that this binary knows.
pub(super) struct Step {
    /// The part of the name before the first underscore, as the database keeps it.
    pub(super) version: String,
    /// The name of the step's folder.
    pub(super) name: String,
}

fn known<DB: diesel::backend::Backend>(source: &EmbeddedMigrations) -> Result<Vec<Step>, StoreError> {
    let steps =
        MigrationSource::<DB>::migrations(source).map_err(|e| StoreError::Migration(e.to_string()))?;
    let mut known: Vec<Step> = steps
        .iter()
        .map(|step| Step {
            version: step.name().version().as_owned().to_string(),
            name: step.name().to_string(),
        })
        .collect();
    known.sort_by(|a, b| a.version.cmp(&b.version));
    Ok(known)
}

/// The steps that this binary knows for a kind of database, oldest first.
pub(super) fn known_steps(postgres: bool) -> Result<Vec<Step>, StoreError> {
    if postgres { known::<diesel::pg::Pg>(&POSTGRES) } else { known::<diesel::sqlite::Sqlite>(&SQLITE) }
}

/// Whether every migration of this binary was applied; looks only, so that a connection for reading will do.
pub(super) fn check(conn: &mut AnyConn) -> Result<(), StoreError> {
    use applied::__diesel_schema_migrations::dsl::{__diesel_schema_migrations as table, version};
    let found = on!(&mut *conn, c => table.select(version).load::<String>(c));
    let applied = match found {
        Ok(applied) => applied,
        // No such table: nothing was ever applied. A lost connection is told apart by its owner.
        Err(DieselError::DatabaseError(DatabaseErrorKind::Unknown, text))
            if names_the_table(text.message()) =>
        {
            Vec::new()
        }
        Err(error) => return Err(error.into()),
    };
    let postgres = matches!(conn, AnyConn::Pg(_));
    let pending = known_steps(postgres)?.into_iter().find(|step| !applied.contains(&step.version));
    match pending {
        None => Ok(()),
        Some(step) => Err(StoreError::Migration(format!("{} is pending", step.name))),
    }
}

fn names_the_table(message: &str) -> bool {
    message.contains("__diesel_schema_migrations")
}

/// Diesel's own table.
mod applied {
    diesel::table! {
        __diesel_schema_migrations (version) {
            version -> Text,
        }
    }
}

#[derive(QueryableByName)]
struct Violation {
    #[diesel(sql_type = Text)]
    table: String,
}

pub(super) fn check_references(sqlite: &mut SqliteConnection) -> Result<(), StoreError> {
    let broken = diesel::sql_query("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
        .load::<Violation>(sqlite)?;
    if broken.is_empty() {
        return Ok(());
    }
    let tables: Vec<_> = broken.into_iter().map(|row| row.table).collect();
    Err(StoreError::Migration(format!("rows without the row they refer to in {}", tables.join(", "))))
}
