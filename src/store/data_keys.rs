//! Data keys, sealed under the master key.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::data_keys;

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

/// All sealed keys by id.
///
/// # Errors
/// When the database did not answer.
pub fn list(conn: &mut AnyConn) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let rows = data_keys::table.select((data_keys::id, data_keys::sealed_key)).order(data_keys::id);
    Ok(on!(conn, c => rows.load(c))?)
}

/// Replaces a sealed key.
///
/// # Errors
/// When the database did not answer.
pub fn update(conn: &mut AnyConn, id: &str, sealed_key: &[u8]) -> Result<(), StoreError> {
    let row = data_keys::table.find(id);
    on!(conn, c => diesel::update(row).set(data_keys::sealed_key.eq(sealed_key)).execute(c))?;
    Ok(())
}
