//! Rows of app clients.

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::app_clients;
use crate::model::account::{ACCOUNT_CLIENT, account_client_id};
use crate::model::client::AppClient;
use crate::model::ids::{ClientId, PoolId};

const TABLE: &str = "app_clients";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = app_clients)]
struct Row {
    id: String,
    pool_id: String,
    name: String,
    settings: String,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    fn into_client(self) -> Result<AppClient, StoreError> {
        Ok(AppClient {
            settings: columns::from_json(TABLE, &self.id, &self.settings)?,
            pool_id: PoolId::trusted(self.pool_id),
            id: ClientId::trusted(self.id),
            name: self.name,
            created_at: self.created_at,
            updated_at: self.updated_at,
        })
    }
}

/// Finds a client of this pool.
///
/// # Errors
/// When the database did not answer or the row cannot be understood.
pub fn find(conn: &mut AnyConn, pool: &PoolId, id: &ClientId) -> Result<Option<AppClient>, StoreError> {
    // The rows of the account pages are there for what refers to them, and are no application.
    if id.as_str().starts_with(ACCOUNT_CLIENT) {
        return Ok(None);
    }
    let query = app_clients::table
        .filter(app_clients::pool_id.eq(pool.as_str()))
        .filter(app_clients::id.eq(id.as_str()));
    on!(conn, c => query.select(Row::as_select()).first(c).optional())?.map(Row::into_client).transpose()
}

/// Makes the row under which the account pages of a pool sign people in, unless it is there. It serves what refers to a
/// client, and no look-up finds it.
///
/// # Errors
/// When the database did not answer.
pub fn put_account(conn: &mut AnyConn, pool: &PoolId, now: i64) -> Result<(), StoreError> {
    let row = Row {
        id: account_client_id(pool),
        pool_id: pool.to_string(),
        name: String::new(),
        settings: "{}".to_owned(),
        created_at: now,
        updated_at: now,
    };
    on!(conn, c => diesel::insert_into(app_clients::table)
        .values(&row)
        .on_conflict(app_clients::id)
        .do_nothing()
        .execute(c))?;
    Ok(())
}

/// Whether any pool has a client with this id.
///
/// # Errors
/// When the database did not answer.
pub fn exists(conn: &mut AnyConn, id: &ClientId) -> Result<bool, StoreError> {
    let query = app_clients::table.find(id.as_str()).select(app_clients::created_at);
    Ok(on!(conn, c => query.first::<i64>(c).optional())?.is_some())
}

/// The clients of a pool, by id.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list(conn: &mut AnyConn, pool: &PoolId) -> Result<Vec<AppClient>, StoreError> {
    let query = app_clients::table
        .filter(app_clients::pool_id.eq(pool.as_str()))
        .filter(app_clients::id.not_like(format!("{ACCOUNT_CLIENT}%")))
        .order(app_clients::id);
    on!(conn, c => query.select(Row::as_select()).load(c))?.into_iter().map(Row::into_client).collect()
}

/// Stores a new client.
///
/// # Errors
/// [`StoreError::Taken`] when a client of any pool has the id.
pub fn insert(conn: &mut AnyConn, client: &AppClient) -> Result<(), StoreError> {
    let row = Row {
        id: client.id.to_string(),
        pool_id: client.pool_id.to_string(),
        name: client.name.clone(),
        settings: columns::to_json(&client.settings)?,
        created_at: client.created_at,
        updated_at: client.updated_at,
    };
    on!(conn, c => diesel::insert_into(app_clients::table).values(&row).execute(c))
        .map_err(columns::taken("client id"))?;
    Ok(())
}

/// Changes name and settings; returns whether the client existed.
///
/// # Errors
/// When the database did not answer.
pub fn update(conn: &mut AnyConn, client: &AppClient) -> Result<bool, StoreError> {
    let settings = columns::to_json(&client.settings)?;
    let row = app_clients::table
        .filter(app_clients::pool_id.eq(client.pool_id.as_str()))
        .filter(app_clients::id.eq(client.id.as_str()));
    let changed = on!(conn, c => diesel::update(row)
        .set((
            app_clients::name.eq(&client.name),
            app_clients::settings.eq(&settings),
            app_clients::updated_at.eq(client.updated_at),
        ))
        .execute(c))?;
    Ok(changed == 1)
}

/// Marks a client as changed and thereby holds its row until the end of the write, so that what is counted
/// about it stays true. Returns whether the client exists.
///
/// # Errors
/// When the database did not answer.
pub fn lock(conn: &mut AnyConn, pool: &PoolId, id: &ClientId, now: i64) -> Result<bool, StoreError> {
    let row = app_clients::table
        .filter(app_clients::pool_id.eq(pool.as_str()))
        .filter(app_clients::id.eq(id.as_str()));
    let changed = on!(conn, c => diesel::update(row).set(app_clients::updated_at.eq(now)).execute(c))?;
    Ok(changed == 1)
}

/// Holds a client's row until the end of the write, without changing it; returns whether the client exists.
///
/// # Errors
/// When the database did not answer.
pub fn hold(conn: &mut AnyConn, pool: &PoolId, id: &ClientId) -> Result<bool, StoreError> {
    let row = app_clients::table
        .filter(app_clients::pool_id.eq(pool.as_str()))
        .filter(app_clients::id.eq(id.as_str()));
    let held = on!(conn, c => diesel::update(row).set(app_clients::updated_at.eq(app_clients::updated_at)).execute(c))?;
    Ok(held == 1)
}

/// Deletes a client with its secrets, flows, codes and token families; returns whether it existed.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, pool: &PoolId, id: &ClientId) -> Result<bool, StoreError> {
    let row = app_clients::table
        .filter(app_clients::pool_id.eq(pool.as_str()))
        .filter(app_clients::id.eq(id.as_str()));
    Ok(on!(conn, c => diesel::delete(row).execute(c))? == 1)
}
