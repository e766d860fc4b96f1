//! Recovery codes of people (`recovery_codes`), by their keyed digests.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::recovery_codes;
use crate::model::ids::UserId;

/// Makes these the codes of a person, in place of all earlier ones.
///
/// # Errors
/// When the database did not answer.
pub fn replace(c: &mut AnyConn, user: &UserId, digests: &[[u8; 32]], now: i64) -> Result<(), StoreError> {
    delete(c, user)?;
    let rows: Vec<_> = digests
        .iter()
        .map(|digest| {
            (
                recovery_codes::user_id.eq(user.as_str()),
                recovery_codes::digest.eq(digest.to_vec()),
                recovery_codes::created_at.eq(now),
            )
        })
        .collect();
    for row in rows {
        on!(&mut *c, c => diesel::insert_into(recovery_codes::table).values(row).execute(c))?;
    }
    Ok(())
}

/// Spends a code: of several callers with the same one a single call returns `true`.
///
/// # Errors
/// When the database did not answer.
pub fn consume(c: &mut AnyConn, user: &UserId, digest: &[u8; 32]) -> Result<bool, StoreError> {
    let row = recovery_codes::table.find((user.as_str(), digest.to_vec()));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}

/// How many codes a person has left.
///
/// # Errors
/// When the database did not answer.
pub fn count(c: &mut AnyConn, user: &UserId) -> Result<i64, StoreError> {
    let rows = recovery_codes::table.filter(recovery_codes::user_id.eq(user.as_str())).count();
    Ok(on!(c, c => rows.get_result(c))?)
}

/// When the codes of a person were made, Unix milliseconds; `None` without any.
///
/// # Errors
/// When the database did not answer.
pub fn made_at(c: &mut AnyConn, user: &UserId) -> Result<Option<i64>, StoreError> {
    let row = recovery_codes::table
        .filter(recovery_codes::user_id.eq(user.as_str()))
        .select(recovery_codes::created_at);
    Ok(on!(c, c => row.first(c).optional())?)
}

/// Deletes the codes of a person.
///
/// # Errors
/// When the database did not answer.
pub fn delete(c: &mut AnyConn, user: &UserId) -> Result<(), StoreError> {
    let rows = recovery_codes::table.filter(recovery_codes::user_id.eq(user.as_str()));
    on!(c, c => diesel::delete(rows).execute(c))?;
    Ok(())
}
