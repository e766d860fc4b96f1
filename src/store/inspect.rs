//! What a database is, before anything is done to it.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::ManageConnection;
use diesel::sql_types::{BigInt, Text};
use secrecy::ExposeSecret;

use super::connection::{AnyConn, Connector, Purpose, Target, on, runtime};
use super::error::StoreError;
use super::schema::{app_clients, client_secrets, passwords, user_names, user_pools};
use super::{DatabaseSettings, meta, migrate, target};

/// What a database is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// Whether there is no database, or one without any table of ours.
    pub is_fresh: bool,
    /// Migrations it has, oldest first.
    pub applied: Vec<String>,
    /// Migrations it lacks, oldest first.
    pub pending: Vec<String>,
    /// Migrations it has that this program does not know: it belongs to a newer version.
    pub newer: Vec<String>,
    facts: Vec<(String, String)>,
}

impl Inspection {
    /// A fact about the database (see `store::meta`).
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.facts.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Looks at a database and changes nothing: no file is made, no table, no row.
///
/// # Errors
/// [`StoreError::Settings`] for a URL that names no usable database, [`StoreError::Unavailable`] when the database
/// does not answer, [`StoreError::Database`] for a file that is no database.
pub async fn inspect(settings: &DatabaseSettings) -> Result<Inspection, StoreError> {
    match peek(settings, read).await? {
        Some(found) => Ok(found),
        None => Ok(Inspection {
            is_fresh: true,
            pending: super::known_migrations(settings)?,
            ..Inspection::default()
        }),
    }
}

/// Runs `work` with a connection that cannot write, and without making the database if it is missing: then there
/// is no answer. The tables may be those of an older or a newer version.
///
/// # Errors
/// As [`inspect`], and those of `work`.
pub async fn peek<T: Send + 'static>(
    settings: &DatabaseSettings,
    work: impl FnOnce(&mut AnyConn) -> Result<T, StoreError> + Send + 'static,
) -> Result<Option<T>, StoreError> {
    let target = target(settings.url.expose_secret())?;
    let connector = Connector { target, purpose: Purpose::Inspect, patience: settings.patience };
    let look = move || {
        if let Target::Sqlite { path } = &connector.target {
            finish_what_was_cut_off(path);
        }
        if let Target::Sqlite { path } = &connector.target
            && std::fs::metadata(path).map_or(true, |facts| facts.len() == 0)
        {
            return Ok(None);
        }
        let mut conn = connector.connect()?;
        let outcome = work(&mut conn).map(Some);
        outcome.map_err(|error| error.settled(conn.is_lost()))
    };
    runtime().spawn_blocking(look).await.unwrap_or(Err(StoreError::Panicked))
}

/// A process that is killed while it makes a database leaves a journal behind which says that the file must become what
/// it was: whoever reads next does that, and a connection that may not write cannot. The journal of a process that lives
/// is left alone by SQLite itself.
fn finish_what_was_cut_off(path: &str) {
    if std::fs::metadata(format!("{path}-journal")).is_ok_and(|facts| facts.len() > 0)
        && let Ok(mut conn) = SqliteConnection::establish(path)
    {
        // What cannot be mended is found by the look that follows.
        let _ = conn.batch_execute("PRAGMA busy_timeout = 2000; PRAGMA schema_version;");
    }
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    version: String,
}

fn read(conn: &mut AnyConn) -> Result<Inspection, StoreError> {
    let known = migrate::known_steps(matches!(conn, AnyConn::Pg(_)))?;
    // Diesel's own look-up would make the table.
    let has_versions = has_table(conn, "__diesel_schema_migrations")?;
    let applied: Vec<String> = if has_versions {
        let query = "SELECT version FROM __diesel_schema_migrations ORDER BY version";
        let rows: Vec<Version> = on!(conn, c => diesel::sql_query(query).load(c))?;
        rows.into_iter().map(|row| row.version).collect()
    } else {
        Vec::new()
    };
    let has = |version: &str| applied.iter().any(|applied| applied == version);
    Ok(Inspection {
        is_fresh: applied.is_empty(),
        applied: known.iter().filter(|step| has(&step.version)).map(|step| step.name.clone()).collect(),
        pending: known.iter().filter(|step| !has(&step.version)).map(|step| step.name.clone()).collect(),
        newer: applied
            .iter()
            .filter(|version| !known.iter().any(|step| step.version == **version))
            .cloned()
            .collect(),
        facts: if has_table(conn, "meta")? { meta::all(conn)? } else { Vec::new() },
    })
}

fn has_table(conn: &mut AnyConn, name: &'static str) -> Result<bool, StoreError> {
    let query = match conn {
        AnyConn::Pg(_) => {
            "SELECT count(*) AS count FROM information_schema.tables WHERE table_schema = current_schema() \
             AND table_name = $1"
        }
        AnyConn::Sqlite(_) => "SELECT count(*) AS count FROM sqlite_master WHERE type = 'table' AND name = ?",
    };
    let found: Count = on!(conn, c => diesel::sql_query(query).bind::<Text, _>(name).get_result(c))?;
    Ok(found.count > 0)
}

/// Which of these pools exist. Reads only what every version's tables have.
///
/// # Errors
/// When the database did not answer.
pub fn existing_pools(conn: &mut AnyConn, ids: &[&str]) -> Result<Vec<String>, StoreError> {
    let query =
        user_pools::table.filter(user_pools::id.eq_any(ids)).select(user_pools::id).order(user_pools::id);
    Ok(on!(conn, c => query.load(c))?)
}

/// The first few clients that have one of these ids or whose settings hold this text. Reads only what every version's
/// tables have.
///
/// # Errors
/// When the database did not answer.
pub fn clients_with(conn: &mut AnyConn, setting: &str) -> Result<Vec<String>, StoreError> {
    let query = app_clients::table
        .filter(app_clients::settings.like(format!("%{setting}%")))
        .select(app_clients::id)
        .order(app_clients::id)
        .limit(5);
    Ok(on!(conn, c => query.load(c))?)
}

/// The password hashes of the people who sign in by one of these folded names, in any pool: name and hash. Reads only
/// what every version's tables have.
///
/// # Errors
/// When the database did not answer.
pub fn hashes_of_names(conn: &mut AnyConn, folded: &[&str]) -> Result<Vec<(String, String)>, StoreError> {
    let query = user_names::table
        .inner_join(passwords::table.on(passwords::user_id.eq(user_names::user_id)))
        .filter(user_names::folded_name.eq_any(folded))
        .select((user_names::folded_name, passwords::phc))
        .order(user_names::user_id)
        .limit(20);
    Ok(on!(conn, c => query.load(c))?)
}

/// Every sealed client secret: pool, client, id of the secret, sealed value. Reads only what every version's tables have.
///
/// # Errors
/// When the database did not answer.
pub fn sealed_client_secrets(conn: &mut AnyConn) -> Result<Vec<SealedRow>, StoreError> {
    let query = client_secrets::table
        .inner_join(app_clients::table.on(app_clients::id.eq(client_secrets::client_id)))
        .select((app_clients::pool_id, app_clients::id, client_secrets::id, client_secrets::sealed_value));
    Ok(on!(conn, c => query.load(c))?)
}

/// Pool, client, id of the secret, sealed value.
pub type SealedRow = (String, String, String, Vec<u8>);
