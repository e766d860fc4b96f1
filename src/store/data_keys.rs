//! Data keys, sealed under the master key.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::data_keys;

/// The sealed key with this id.
///
/// # Errors
/// When the database did not answer.
pub fn find(conn: &mut AnyConn, id: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let row = data_keys::table.find(id).select(data_keys::sealed_key);
    Ok(on!(conn, c => row.first(c).optional())?)
}

/// Stores a sealed key unless one with this id exists; returns whether it did.
///
/// # Errors
/// When the database did not answer.
pub fn insert_if_absent(
    conn: &mut AnyConn,
    id: &str,
    sealed_key: &[u8],
    now: i64,
) -> Result<bool, StoreError> {
    let row = (data_keys::id.eq(id), data_keys::sealed_key.eq(sealed_key), data_keys::created_at.eq(now));
    let inserted = on!(conn, c => diesel::insert_into(data_keys::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(inserted == 1)
}
