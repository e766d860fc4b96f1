//! Facts about the database itself as named texts: the master key's check value, the development mark.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;

diesel::table! {
    /// Named texts about the database.
    meta (name) {
        /// What the text is about.
        name -> Text,
        /// The text.
        value -> Text,
    }
}

/// The value of `name`.
pub fn get(conn: &mut AnyConn, name: &str) -> Result<Option<String>, StoreError> {
    let row = meta::table.find(name).select(meta::value);
    Ok(on!(conn, c => row.first(c).optional())?)
}

/// All of them.
pub fn all(conn: &mut AnyConn) -> Result<Vec<(String, String)>, StoreError> {
    let rows = meta::table.select((meta::name, meta::value)).order(meta::name);
    Ok(on!(conn, c => rows.load(c))?)
}

/// Sets `name`, whether it existed or not.
pub fn set(conn: &mut AnyConn, name: &str, value: &str) -> Result<(), StoreError> {
    on!(conn, c => diesel::insert_into(meta::table)
        .values((meta::name.eq(name), meta::value.eq(value)))
        .on_conflict(meta::name)
        .do_update()
        .set(meta::value.eq(value))
        .execute(c))?;
    Ok(())
}

/// Sets `name` unless it exists; returns whether it did.
pub fn insert_if_absent(conn: &mut AnyConn, name: &str, value: &str) -> Result<bool, StoreError> {
    let inserted = on!(conn, c => diesel::insert_into(meta::table)
        .values((meta::name.eq(name), meta::value.eq(value)))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(inserted == 1)
}

/// Changes `name` if its value is still `expected`; returns whether it did.
pub fn replace(conn: &mut AnyConn, name: &str, expected: &str, value: &str) -> Result<bool, StoreError> {
    let row = meta::table.filter(meta::name.eq(name)).filter(meta::value.eq(expected));
    let updated = on!(conn, c => diesel::update(row).set(meta::value.eq(value)).execute(c))?;
    Ok(updated == 1)
}
