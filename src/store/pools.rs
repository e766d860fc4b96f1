//! Rows of user pools.

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::user_pools;
use crate::model::ids::PoolId;
use crate::model::pool::UserPool;

const TABLE: &str = "user_pools";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = user_pools)]
struct Row {
    id: String,
    name: String,
    settings: String,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    fn of(pool: &UserPool) -> Result<Self, StoreError> {
        Ok(Self {
            id: pool.id.to_string(),
            name: pool.name.clone(),
            settings: columns::to_json(&pool.settings)?,
            created_at: pool.created_at,
            updated_at: pool.updated_at,
        })
    }

    fn into_pool(self) -> Result<UserPool, StoreError> {
        Ok(UserPool {
            settings: columns::from_json(TABLE, &self.id, &self.settings)?,
            id: PoolId::trusted(self.id),
            name: self.name,
            created_at: self.created_at,
            updated_at: self.updated_at,
        })
    }
}

/// Finds a pool.
///
/// # Errors
/// When the database did not answer or the row cannot be understood.
pub fn find(conn: &mut AnyConn, id: &PoolId) -> Result<Option<UserPool>, StoreError> {
    let query = user_pools::table.find(id.as_str());
    on!(conn, c => query.select(Row::as_select()).first(c).optional())?.map(Row::into_pool).transpose()
}

/// All pools, by id.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list(conn: &mut AnyConn) -> Result<Vec<UserPool>, StoreError> {
    let query = user_pools::table.order(user_pools::id);
    on!(conn, c => query.select(Row::as_select()).load(c))?.into_iter().map(Row::into_pool).collect()
}

/// The ids of the pools with this name.
///
/// # Errors
/// When the database did not answer.
pub fn list_ids_by_name(conn: &mut AnyConn, name: &str) -> Result<Vec<PoolId>, StoreError> {
    let query =
        user_pools::table.filter(user_pools::name.eq(name)).order(user_pools::id).select(user_pools::id);
    let ids: Vec<String> = on!(conn, c => query.load(c))?;
    Ok(ids.into_iter().map(PoolId::trusted).collect())
}

/// Stores a new pool.
///
/// # Errors
/// [`StoreError::Taken`] when the id is in use.
pub fn insert(conn: &mut AnyConn, pool: &UserPool) -> Result<(), StoreError> {
    let row = Row::of(pool)?;
    on!(conn, c => diesel::insert_into(user_pools::table).values(&row).execute(c))
        .map_err(columns::taken("pool id"))?;
    Ok(())
}

/// Changes name and settings; returns whether the pool existed.
///
/// # Errors
/// When the database did not answer.
pub fn update(conn: &mut AnyConn, pool: &UserPool) -> Result<bool, StoreError> {
    let settings = columns::to_json(&pool.settings)?;
    let changed = on!(conn, c => diesel::update(user_pools::table.find(pool.id.as_str()))
        .set((
            user_pools::name.eq(&pool.name),
            user_pools::settings.eq(&settings),
            user_pools::updated_at.eq(pool.updated_at),
        ))
        .execute(c))?;
    Ok(changed == 1)
}
