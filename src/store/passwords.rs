//! Rows of passwords and of those that were used before.
//!
//! A password is named by its person alone; the pool comes from the person's row, which the caller has read.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{password_history, passwords, users};
use crate::model::credential::PasswordRecord;
use crate::model::ids::{PoolId, UserId};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = passwords)]
#[diesel(treat_none_as_null = true)]
#[diesel(treat_none_as_default_value = false)]
struct Row {
    user_id: String,
    phc: String,
    set_at: i64,
    temporary_until: Option<i64>,
    sealed_srp: Option<Vec<u8>>,
}

impl Row {
    fn of(record: &PasswordRecord) -> Self {
        Self {
            user_id: record.user_id.to_string(),
            phc: record.phc.clone(),
            set_at: record.set_at,
            temporary_until: record.temporary_until,
            sealed_srp: record.sealed_srp.clone(),
        }
    }

    fn into_record(self) -> PasswordRecord {
        PasswordRecord {
            user_id: UserId::trusted(self.user_id),
            phc: self.phc,
            set_at: self.set_at,
            temporary_until: self.temporary_until,
            sealed_srp: self.sealed_srp,
        }
    }
}

/// The password of a person.
///
/// # Errors
/// When the database did not answer.
pub fn find(conn: &mut AnyConn, user: &UserId) -> Result<Option<PasswordRecord>, StoreError> {
    let query = passwords::table.find(user.as_str());
    let row: Option<Row> = on!(conn, c => query.select(Row::as_select()).first(c).optional())?;
    Ok(row.map(Row::into_record))
}

/// The hash of whoever has the first id at or after `place`, the first of all when there is none after it; `None`
/// when that person has no password, or the pool nobody.
///
/// # Errors
/// When the database did not answer.
pub fn find_near(conn: &mut AnyConn, pool: &PoolId, place: &str) -> Result<Option<String>, StoreError> {
    let ids = || users::table.filter(users::pool_id.eq(pool.as_str())).order(users::id).select(users::id);
    let next: Option<String> = on!(conn, c => ids().filter(users::id.ge(place)).first(c).optional())?;
    let id = match next {
        Some(id) => Some(id),
        None => on!(conn, c => ids().first(c).optional())?,
    };
    let hash = passwords::table.find(id.unwrap_or_default()).select(passwords::phc);
    Ok(on!(conn, c => hash.first(c).optional())?)
}

/// Stores a password in place of an earlier one.
///
/// # Errors
/// When the database did not answer.
pub fn put(conn: &mut AnyConn, record: &PasswordRecord) -> Result<(), StoreError> {
    let row = Row::of(record);
    on!(conn, c => diesel::insert_into(passwords::table)
        .values(&row)
        .on_conflict(passwords::user_id)
        .do_update()
        .set(&row)
        .execute(c))?;
    Ok(())
}

/// Takes a person's password away; those that were used before it stay remembered.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, user: &UserId) -> Result<(), StoreError> {
    on!(conn, c => diesel::delete(passwords::table.find(user.as_str())).execute(c))?;
    Ok(())
}

/// Stores another hash of the same password, and its SRP verifier where one is given, if the hash is still
/// `expected`; returns whether it was.
///
/// # Errors
/// When the database did not answer.
pub fn update_hash(
    conn: &mut AnyConn,
    user: &UserId,
    expected: &str,
    phc: &str,
    sealed_srp: Option<&[u8]>,
) -> Result<bool, StoreError> {
    let row =
        || passwords::table.filter(passwords::user_id.eq(user.as_str())).filter(passwords::phc.eq(expected));
    let changed = match sealed_srp {
        Some(sealed) => on!(conn, c => diesel::update(row())
            .set((passwords::phc.eq(phc), passwords::sealed_srp.eq(sealed)))
            .execute(c))?,
        None => on!(conn, c => diesel::update(row()).set(passwords::phc.eq(phc)).execute(c))?,
    };
    Ok(changed == 1)
}

/// The passwords of these people.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_many(
    conn: &mut AnyConn,
    users: &[&str],
) -> Result<HashMap<UserId, PasswordRecord>, StoreError> {
    let query = passwords::table.filter(passwords::user_id.eq_any(users));
    let rows: Vec<Row> = on!(conn, c => query.select(Row::as_select()).load(c))?;
    Ok(rows.into_iter().map(Row::into_record).map(|record| (record.user_id.clone(), record)).collect())
}

/// The passwords that these people had before, the newest first, each with the time when it was set.
///
/// # Errors
/// When the database did not answer.
pub fn list_history_of_many(
    conn: &mut AnyConn,
    users: &[&str],
) -> Result<HashMap<UserId, Vec<(i64, String)>>, StoreError> {
    let query = password_history::table
        .filter(password_history::user_id.eq_any(users))
        .order(password_history::set_at.desc())
        .select((password_history::user_id, password_history::set_at, password_history::phc));
    let rows: Vec<(String, i64, String)> = on!(conn, c => query.load(c))?;
    let mut histories: HashMap<UserId, Vec<(i64, String)>> = HashMap::new();
    for (user, set_at, phc) in rows {
        histories.entry(UserId::trusted(user)).or_default().push((set_at, phc));
    }
    Ok(histories)
}

/// Stores the first passwords of many people.
///
/// # Errors
/// When the database did not answer, or one of them has a password.
pub fn insert_many(conn: &mut AnyConn, records: &[PasswordRecord]) -> Result<(), StoreError> {
    let rows: Vec<Row> = records.iter().map(Row::of).collect();
    on!(conn, c => diesel::insert_into(passwords::table).values(&rows).execute(c))?;
    Ok(())
}

/// The hashes of the passwords before the present one, the newest first.
///
/// # Errors
/// When the database did not answer.
pub fn list_history(conn: &mut AnyConn, user: &UserId, most: i64) -> Result<Vec<String>, StoreError> {
    let query = password_history::table
        .filter(password_history::user_id.eq(user.as_str()))
        .order(password_history::set_at.desc())
        .limit(most)
        .select(password_history::phc);
    Ok(on!(conn, c => query.load(c))?)
}

/// Remembers a password that has been replaced.
///
/// # Errors
/// When the database did not answer.
pub fn insert_history(conn: &mut AnyConn, record: &PasswordRecord) -> Result<(), StoreError> {
    on!(conn, c => diesel::insert_into(password_history::table)
        .values((
            password_history::user_id.eq(record.user_id.as_str()),
            password_history::set_at.eq(record.set_at),
            password_history::phc.eq(&record.phc),
        ))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// Forgets all but the `keep` newest of the replaced passwords.
///
/// # Errors
/// When the database did not answer.
pub fn prune_history(conn: &mut AnyConn, user: &UserId, keep: i64) -> Result<(), StoreError> {
    let newest_to_go = password_history::table
        .filter(password_history::user_id.eq(user.as_str()))
        .order(password_history::set_at.desc())
        .offset(keep)
        .limit(1)
        .select(password_history::set_at);
    let newest_to_go: Option<i64> = on!(conn, c => newest_to_go.first(c).optional())?;
    if let Some(set_at) = newest_to_go {
        let rows = password_history::table
            .filter(password_history::user_id.eq(user.as_str()))
            .filter(password_history::set_at.le(set_at));
        on!(conn, c => diesel::delete(rows).execute(c))?;
    }
    Ok(())
}
