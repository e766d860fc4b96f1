//! Rows of app-client secrets, sealed.

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{app_clients, client_secrets};
use crate::model::ids::{ClientId, PoolId};

/// A secret as it is stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = client_secrets)]
pub struct SealedSecret {
    /// `{client_id}--{epoch}`.
    pub id: String,
    /// The sealed value.
    pub sealed_value: Vec<u8>,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it ends, Unix milliseconds; absent until it was rotated out.
    pub retires_at: Option<i64>,
}

/// The secrets of a client of this pool, the oldest first, those that have ended among them.
///
/// # Errors
/// When the database did not answer.
pub fn list(conn: &mut AnyConn, pool: &PoolId, client: &ClientId) -> Result<Vec<SealedSecret>, StoreError> {
    let query = client_secrets::table
        .inner_join(app_clients::table.on(app_clients::id.eq(client_secrets::client_id)))
        .filter(app_clients::pool_id.eq(pool.as_str()))
        .filter(client_secrets::client_id.eq(client.as_str()))
        .order((client_secrets::created_at, client_secrets::id));
    Ok(on!(conn, c => query.select(SealedSecret::as_select()).load(c))?)
}

/// Stores a secret.
///
/// # Errors
/// [`StoreError::Taken`] when the id is in use.
pub fn insert(conn: &mut AnyConn, client: &ClientId, secret: &SealedSecret) -> Result<(), StoreError> {
    on!(conn, c => diesel::insert_into(client_secrets::table)
        .values((
            client_secrets::id.eq(&secret.id),
            client_secrets::client_id.eq(client.as_str()),
            client_secrets::sealed_value.eq(&secret.sealed_value),
            client_secrets::created_at.eq(secret.created_at),
            client_secrets::retires_at.eq(secret.retires_at),
        ))
        .execute(c))
    .map_err(columns::taken("secret id"))?;
    Ok(())
}

/// Deletes one secret; returns whether it existed.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, client: &ClientId, id: &str) -> Result<bool, StoreError> {
    let row = client_secrets::table
        .filter(client_secrets::client_id.eq(client.as_str()))
        .filter(client_secrets::id.eq(id));
    Ok(on!(conn, c => diesel::delete(row).execute(c))? == 1)
}

/// Deletes every secret of a client.
///
/// # Errors
/// When the database did not answer.
pub fn delete_all(conn: &mut AnyConn, client: &ClientId) -> Result<(), StoreError> {
    let rows = client_secrets::table.filter(client_secrets::client_id.eq(client.as_str()));
    on!(conn, c => diesel::delete(rows).execute(c))?;
    Ok(())
}

/// Gives every secret of a client an end, unless it has an earlier one.
///
/// # Errors
/// When the database did not answer.
pub fn retire_all(conn: &mut AnyConn, client: &ClientId, at: i64) -> Result<(), StoreError> {
    let rows = client_secrets::table
        .filter(client_secrets::client_id.eq(client.as_str()))
        .filter(client_secrets::retires_at.is_null().or(client_secrets::retires_at.gt(at)));
    on!(conn, c => diesel::update(rows).set(client_secrets::retires_at.eq(at)).execute(c))?;
    Ok(())
}

/// Deletes the secrets of a client that have ended.
///
/// # Errors
/// When the database did not answer.
pub fn delete_retired(conn: &mut AnyConn, client: &ClientId, now: i64) -> Result<(), StoreError> {
    let rows = client_secrets::table
        .filter(client_secrets::client_id.eq(client.as_str()))
        .filter(client_secrets::retires_at.le(now));
    on!(conn, c => diesel::delete(rows).execute(c))?;
    Ok(())
}
