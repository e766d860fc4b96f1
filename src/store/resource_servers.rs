//! Rows of resource servers.

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::resource_servers;
use crate::model::ids::PoolId;
use crate::model::resource_server::ResourceServer;

const TABLE: &str = "resource_servers";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = resource_servers)]
struct Row {
    pool_id: String,
    identifier: String,
    name: String,
    scopes: String,
}

/// The resource servers of a pool, by identifier.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list(conn: &mut AnyConn, pool: &PoolId) -> Result<Vec<ResourceServer>, StoreError> {
    let query = resource_servers::table
        .filter(resource_servers::pool_id.eq(pool.as_str()))
        .order(resource_servers::identifier);
    let rows: Vec<Row> = on!(conn, c => query.select(Row::as_select()).load(c))?;
    rows.into_iter()
        .map(|row| {
            Ok(ResourceServer {
                scopes: columns::from_json(TABLE, &row.identifier, &row.scopes)?,
                pool_id: PoolId::trusted(row.pool_id),
                identifier: row.identifier,
                name: row.name,
            })
        })
        .collect()
}

/// Stores a resource server in place of an earlier one with the same identifier.
///
/// # Errors
/// When the database did not answer.
pub fn put(conn: &mut AnyConn, server: &ResourceServer) -> Result<(), StoreError> {
    let row = Row {
        pool_id: server.pool_id.to_string(),
        identifier: server.identifier.clone(),
        name: server.name.clone(),
        scopes: columns::to_json(&server.scopes)?,
    };
    on!(conn, c => diesel::insert_into(resource_servers::table)
        .values(&row)
        .on_conflict((resource_servers::pool_id, resource_servers::identifier))
        .do_update()
        .set((resource_servers::name.eq(&row.name), resource_servers::scopes.eq(&row.scopes)))
        .execute(c))?;
    Ok(())
}

/// Deletes a resource server; returns whether it existed.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, pool: &PoolId, identifier: &str) -> Result<bool, StoreError> {
    let row = resource_servers::table.find((pool.as_str(), identifier));
    Ok(on!(conn, c => diesel::delete(row).execute(c))? == 1)
}
