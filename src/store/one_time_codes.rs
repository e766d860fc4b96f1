//! Rows of short one-time codes: one a subject and purpose at most. Tries are counted across codes.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::one_time_codes;
use crate::model::ids::PoolId;

/// Which row is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeKey {
    /// The pool.
    pub pool: PoolId,
    /// A known person or a phantom, told apart by the form of the text.
    pub subject: String,
    /// What the code is for.
    pub purpose: &'static str,
}

/// A code as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = one_time_codes)]
pub struct CodeRow {
    /// The keyed fingerprint.
    pub digest: Vec<u8>,
    /// The address it was sent to.
    pub destination: Option<String>,
    /// Tries since the present window began.
    pub tries: i64,
    /// When the present window ends, Unix milliseconds.
    pub tries_until: i64,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it ends, Unix milliseconds.
    pub expires_at: i64,
}

/// The code of a subject and purpose, expired or not.
///
/// # Errors
/// When the database did not answer.
pub fn find(conn: &mut AnyConn, key: &CodeKey) -> Result<Option<CodeRow>, StoreError> {
    let query = one_time_codes::table.find((key.pool.as_str(), key.subject.as_str(), key.purpose));
    Ok(on!(conn, c => query.select(CodeRow::as_select()).first(c).optional())?)
}

/// Stores a code in place of an earlier one. Of an earlier row the tries and their window stay.
///
/// # Errors
/// When the database did not answer.
pub fn put(conn: &mut AnyConn, key: &CodeKey, row: &CodeRow) -> Result<(), StoreError> {
    on!(conn, c => diesel::insert_into(one_time_codes::table)
        .values((
            one_time_codes::pool_id.eq(key.pool.as_str()),
            one_time_codes::subject.eq(&key.subject),
            one_time_codes::purpose.eq(key.purpose),
            one_time_codes::digest.eq(&row.digest),
            one_time_codes::destination.eq(&row.destination),
            one_time_codes::tries.eq(row.tries),
            one_time_codes::tries_until.eq(row.tries_until),
            one_time_codes::created_at.eq(row.created_at),
            one_time_codes::expires_at.eq(row.expires_at),
        ))
        .on_conflict((one_time_codes::pool_id, one_time_codes::subject, one_time_codes::purpose))
        .do_update()
        .set((
            one_time_codes::digest.eq(&row.digest),
            one_time_codes::destination.eq(&row.destination),
            one_time_codes::created_at.eq(row.created_at),
            one_time_codes::expires_at.eq(row.expires_at),
        ))
        .execute(c))?;
    Ok(())
}

/// Counts one try, if fewer than `most` were made in the window; a window that has ended begins anew and
/// ends at `next_window`. Returns whether the try may be judged.
///
/// # Errors
/// When the database did not answer.
pub fn count_try(
    conn: &mut AnyConn,
    key: &CodeKey,
    most: i64,
    now: i64,
    next_window: i64,
) -> Result<bool, StoreError> {
    let row = || {
        one_time_codes::table
            .filter(one_time_codes::pool_id.eq(key.pool.as_str()))
            .filter(one_time_codes::subject.eq(&key.subject))
            .filter(one_time_codes::purpose.eq(key.purpose))
    };
    on!(conn, c => diesel::update(row().filter(one_time_codes::tries_until.le(now)))
        .set((one_time_codes::tries.eq(0), one_time_codes::tries_until.eq(next_window)))
        .execute(c))?;
    let counted = on!(conn, c => diesel::update(row().filter(one_time_codes::tries.lt(most)))
        .set(one_time_codes::tries.eq(one_time_codes::tries + 1))
        .execute(c))?;
    Ok(counted == 1)
}

/// Spends a code: deletes it, if it is still this one and has not expired. Returns whether this call did.
///
/// # Errors
/// When the database did not answer.
pub fn consume(conn: &mut AnyConn, key: &CodeKey, digest: &[u8], now: i64) -> Result<bool, StoreError> {
    let row = one_time_codes::table
        .filter(one_time_codes::pool_id.eq(key.pool.as_str()))
        .filter(one_time_codes::subject.eq(&key.subject))
        .filter(one_time_codes::purpose.eq(key.purpose))
        .filter(one_time_codes::digest.eq(digest))
        .filter(one_time_codes::expires_at.gt(now));
    Ok(on!(conn, c => diesel::delete(row).execute(c))? == 1)
}

/// Deletes a code, so that it can no longer be spent.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, key: &CodeKey) -> Result<(), StoreError> {
    let row = one_time_codes::table
        .filter(one_time_codes::pool_id.eq(key.pool.as_str()))
        .filter(one_time_codes::subject.eq(&key.subject))
        .filter(one_time_codes::purpose.eq(key.purpose));
    on!(conn, c => diesel::delete(row).execute(c))?;
    Ok(())
}

/// Deletes the codes of these subjects.
///
/// # Errors
/// When the database did not answer.
pub fn delete_of_subjects(conn: &mut AnyConn, pool: &PoolId, subjects: &[String]) -> Result<(), StoreError> {
    let rows = one_time_codes::table
        .filter(one_time_codes::pool_id.eq(pool.as_str()))
        .filter(one_time_codes::subject.eq_any(subjects));
    on!(conn, c => diesel::delete(rows).execute(c))?;
    Ok(())
}

/// Forgets how often the codes of these subjects were tried.
///
/// # Errors
/// When the database did not answer.
pub fn forget_tries(conn: &mut AnyConn, pool: &PoolId, subjects: &[String]) -> Result<(), StoreError> {
    let rows = one_time_codes::table
        .filter(one_time_codes::pool_id.eq(pool.as_str()))
        .filter(one_time_codes::subject.eq_any(subjects));
    on!(conn, c => diesel::update(rows).set(one_time_codes::tries.eq(0)).execute(c))?;
    Ok(())
}
