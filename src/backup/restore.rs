//! Restoring a backup into an empty database of either kind, in one transaction: whatever goes wrong, nothing happened.

use std::path::Path;

use super::container::Header;
use super::lines::{self, Item};
use super::{BackupError, Manifest, Unlock};
use crate::crypto::master_key::MasterKeys;
use crate::env;
use crate::model::event::AuditEvent;
use crate::security::audit;
use crate::store::dump::{self, Table};
use crate::store::{AnyConn, Db, Rebuilding};

/// What was restored.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// The backup's header.
    pub header: Header,
    /// What it held.
    pub manifest: Manifest,
}

/// Loads a backup into `db`, which must be empty: without tables, or with tables without rows. Its tables are brought to
/// the backup's version, filled, and brought to this binary's. `event` is recorded in the same transaction.
///
/// # Errors
/// See [`BackupError`]; the database is as it was then.
pub async fn restore(
    db: &Db,
    file: &Path,
    unlock: &Unlock,
    event: AuditEvent,
) -> Result<Restored, BackupError> {
    let masters = check_header(file, unlock)?;
    let (file, unlock) = (file.to_owned(), unlock.clone());
    let restored = db.rebuild(move |rebuilding| {
        let (header, mut lines) = lines::open(&file, &unlock)?;
        if let Some(table) = first_with_rows(rebuilding.conn())? {
            return Err(BackupError::NotEmpty(table));
        }
        if !rebuilding.migrate_to(&header.migrations)? {
            return Err(BackupError::TablesNewer);
        }
        // Migrations may have put rows of their own into some tables; the backup has them as well.
        let tables = dump::tables(rebuilding.conn())?;
        for table in tables.iter().rev() {
            dump::delete_rows(rebuilding.conn(), table)?;
        }
        load(rebuilding.conn(), &tables, &mut lines)?;
        let manifest = lines.manifest()?;
        finish(rebuilding, &masters, &event)?;
        Ok::<_, BackupError>(Restored { header, manifest })
    });
    let restored = restored.await?;
    // Out of SQLite's log and onto the disk, before anybody believes that it is there.
    db.checkpoint().await?;
    Ok(restored)
}

/// Checks what a backup's header says: that this binary knows its version, and that the master key is at hand without
/// which no server runs on its data. Gives the master keys back.
///
/// # Errors
/// See [`BackupError`].
pub fn check_header(file: &Path, unlock: &Unlock) -> Result<MasterKeys, BackupError> {
    let header = super::read_header(file)?;
    let known = dump::known_migrations();
    if !header.migrations.iter().all(|name| known.contains(name)) {
        return Err(BackupError::Newer(header.product));
    }
    let needed = || BackupError::WrongMasterKey { needed: header.master_key.clone() };
    let masters = unlock.masters.clone().ok_or_else(needed)?;
    if masters.all().any(|master| master.fingerprint() == header.master_key) {
        Ok(masters)
    } else {
        Err(needed())
    }
}

/// The first table that has rows. The tables of a database that was just made may be there already.
///
/// # Errors
/// When the database did not answer.
pub fn first_with_rows(c: &mut AnyConn) -> Result<Option<String>, BackupError> {
    for table in dump::tables(c)? {
        if dump::has_rows(c, &table)? {
            return Ok(Some(table.name));
        }
    }
    Ok(None)
}

fn load<R: std::io::BufRead>(
    c: &mut AnyConn,
    tables: &[Table],
    lines: &mut lines::LineReader<R>,
) -> Result<(), BackupError> {
    let mut present: Option<Table> = None;
    let mut missing: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    while let Some(item) = lines.next()? {
        match item {
            Item::Table(table) => {
                let same = |known: &&Table| known.name == table.name && same_columns(known, &table);
                if !tables.iter().any(|known| same(&known)) {
                    return Err(BackupError::damaged(format!(
                        "the table {} is not one of its version",
                        table.name
                    )));
                }
                missing.retain(|name| *name != table.name);
                present = Some(table);
            }
            Item::Rows(rows) => {
                let table = present.as_ref().expect("rows come after their table");
                if dump::insert_rows(c, table, &rows)? != rows.len() {
                    return Err(BackupError::damaged(format!("not every row of {} was taken", table.name)));
                }
            }
        }
    }
    match missing.first() {
        None => Ok(()),
        Some(name) => Err(BackupError::damaged(format!("the table {name} is missing"))),
    }
}

/// The order of columns may differ: a column that one database added later stands elsewhere in the other.
fn same_columns(one: &Table, other: &Table) -> bool {
    one.columns.len() == other.columns.len()
        && one.columns.iter().all(|column| other.columns.contains(column))
}

fn finish(
    rebuilding: &mut Rebuilding<'_>,
    masters: &MasterKeys,
    event: &AuditEvent,
) -> Result<(), BackupError> {
    rebuilding.migrate()?;
    env::check_keys(rebuilding.conn(), masters)?;
    Ok(audit::record(rebuilding.conn(), event)?)
}
