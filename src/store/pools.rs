//! Rows of user pools. A deleted pool keeps its row until it is purged; only what names it so sees it.

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{user_pools, users};
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

/// A pool that was deleted and can still be taken back, or waits to be purged.
#[derive(Debug, Clone, PartialEq)]
pub struct DeletedPool {
    /// The pool as it was.
    pub pool: UserPool,
    /// When it was deleted, Unix milliseconds; 0 once its purge has begun.
    pub deleted_at: i64,
}

/// Finds a pool, unless it is deleted.
///
/// # Errors
/// When the database did not answer or the row cannot be understood.
pub fn find(conn: &mut AnyConn, id: &PoolId) -> Result<Option<UserPool>, StoreError> {
    let query =
        user_pools::table.filter(user_pools::id.eq(id.as_str())).filter(user_pools::deleted_at.is_null());
    on!(conn, c => query.select(Row::as_select()).first(c).optional())?.map(Row::into_pool).transpose()
}

/// Finds a pool and keeps its settings as they are until the end of the write: whoever changes them waits, and
/// whoever has just changed them is waited for. It comes before every other row of the pool's people.
///
/// # Errors
/// When the database did not answer or the row cannot be understood.
pub fn find_kept(conn: &mut AnyConn, id: &PoolId) -> Result<Option<UserPool>, StoreError> {
    let query =
        user_pools::table.filter(user_pools::id.eq(id.as_str())).filter(user_pools::deleted_at.is_null());
    let row: Option<Row> = match conn {
        AnyConn::Pg(pg) => query.select(Row::as_select()).for_share().first(&mut **pg).optional()?,
        // A write is alone.
        AnyConn::Sqlite(sqlite) => query.select(Row::as_select()).first(sqlite).optional()?,
    };
    row.map(Row::into_pool).transpose()
}

/// Makes this write the only one that goes by the pool's settings; waits for the others. Returns whether the pool
/// exists.
///
/// # Errors
/// When the database did not answer.
pub fn hold(conn: &mut AnyConn, id: &PoolId) -> Result<bool, StoreError> {
    let row =
        user_pools::table.filter(user_pools::id.eq(id.as_str())).filter(user_pools::deleted_at.is_null());
    let held = on!(conn, c => diesel::update(row)
        .set(user_pools::updated_at.eq(user_pools::updated_at))
        .execute(c))?;
    Ok(held == 1)
}

/// All pools that are not deleted, by id.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list(conn: &mut AnyConn) -> Result<Vec<UserPool>, StoreError> {
    let query = user_pools::table.filter(user_pools::deleted_at.is_null()).order(user_pools::id);
    on!(conn, c => query.select(Row::as_select()).load(c))?.into_iter().map(Row::into_pool).collect()
}

/// Whether there is a pool with this id that was deleted.
///
/// # Errors
/// When the database did not answer.
pub fn is_deleted(conn: &mut AnyConn, id: &PoolId) -> Result<bool, StoreError> {
    let query = user_pools::table
        .filter(user_pools::id.eq(id.as_str()))
        .filter(user_pools::deleted_at.is_not_null())
        .select(user_pools::created_at);
    Ok(on!(conn, c => query.first::<i64>(c).optional())?.is_some())
}

/// The ids of the pools with this name, without deleted ones.
///
/// # Errors
/// When the database did not answer.
pub fn list_ids_by_name(conn: &mut AnyConn, name: &str) -> Result<Vec<PoolId>, StoreError> {
    let query = user_pools::table
        .filter(user_pools::name.eq(name))
        .filter(user_pools::deleted_at.is_null())
        .order(user_pools::id)
        .select(user_pools::id);
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
    let row = user_pools::table
        .filter(user_pools::id.eq(pool.id.as_str()))
        .filter(user_pools::deleted_at.is_null());
    let changed = on!(conn, c => diesel::update(row)
        .set((
            user_pools::name.eq(&pool.name),
            user_pools::settings.eq(&settings),
            user_pools::updated_at.eq(pool.updated_at),
        ))
        .execute(c))?;
    Ok(changed == 1)
}

/// The deleted pools, by id.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list_deleted(conn: &mut AnyConn) -> Result<Vec<DeletedPool>, StoreError> {
    let query = user_pools::table.filter(user_pools::deleted_at.is_not_null()).order(user_pools::id);
    let rows: Vec<(Row, Option<i64>)> =
        on!(conn, c => query.select((Row::as_select(), user_pools::deleted_at)).load(c))?;
    rows.into_iter()
        .map(|(row, deleted_at)| {
            Ok(DeletedPool { pool: row.into_pool()?, deleted_at: deleted_at.unwrap_or_default() })
        })
        .collect()
}

/// Whether there is no pool at all, deleted ones counted.
///
/// # Errors
/// When the database did not answer.
pub fn is_empty(conn: &mut AnyConn) -> Result<bool, StoreError> {
    let query = user_pools::table.select(user_pools::created_at).limit(1);
    Ok(on!(conn, c => query.first::<i64>(c).optional())?.is_none())
}

/// Marks a pool as deleted; returns whether it was there and not deleted yet.
///
/// # Errors
/// When the database did not answer.
pub fn mark_deleted(conn: &mut AnyConn, id: &PoolId, now: i64) -> Result<bool, StoreError> {
    let row =
        user_pools::table.filter(user_pools::id.eq(id.as_str())).filter(user_pools::deleted_at.is_null());
    Ok(on!(conn, c => diesel::update(row).set(user_pools::deleted_at.eq(now)).execute(c))? == 1)
}

/// Takes back a pool that was deleted after `since`; returns whether there was one.
///
/// # Errors
/// When the database did not answer.
pub fn restore(conn: &mut AnyConn, id: &PoolId, since: i64) -> Result<bool, StoreError> {
    let row =
        user_pools::table.filter(user_pools::id.eq(id.as_str())).filter(user_pools::deleted_at.gt(since));
    Ok(on!(conn, c => diesel::update(row).set(user_pools::deleted_at.eq(None::<i64>)).execute(c))? == 1)
}

/// What became of the wish to purge a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purge {
    /// There is no such pool, or its time is not over.
    NotDue,
    /// It begins now.
    Begun,
    /// It was begun before.
    UnderWay,
}

/// Makes sure that a pool deleted at or before `until` is never taken back. From here on its rows may go. Of several
/// callers one begins it.
///
/// # Errors
/// When the database did not answer.
pub fn begin_purge(conn: &mut AnyConn, id: &PoolId, until: i64) -> Result<Purge, StoreError> {
    let due = user_pools::table
        .filter(user_pools::id.eq(id.as_str()))
        .filter(user_pools::deleted_at.gt(0))
        .filter(user_pools::deleted_at.le(until));
    if on!(&mut *conn, c => diesel::update(due).set(user_pools::deleted_at.eq(0)).execute(c))? == 1 {
        return Ok(Purge::Begun);
    }
    let begun = user_pools::table.find(id.as_str()).filter(user_pools::deleted_at.eq(0));
    let begun: i64 = on!(conn, c => begun.count().get_result(c))?;
    Ok(if begun == 1 { Purge::UnderWay } else { Purge::NotDue })
}

/// Deletes a batch of the people of a pool whose purge has begun, with everything of theirs, and once there is nobody
/// left the pool itself with everything else of it. Returns whether the pool is gone.
///
/// # Errors
/// When the database did not answer.
pub fn purge_batch(conn: &mut AnyConn, id: &PoolId, batch: i64) -> Result<bool, StoreError> {
    let begun = user_pools::table
        .filter(user_pools::id.eq(id.as_str()))
        .filter(user_pools::deleted_at.eq(0))
        .select(user_pools::created_at);
    if on!(conn, c => begun.first::<i64>(c).optional())?.is_none() {
        return Ok(true);
    }
    let people =
        users::table.filter(users::pool_id.eq(id.as_str())).order(users::id).limit(batch).select(users::id);
    let people: Vec<String> = on!(conn, c => people.load(c))?;
    if !people.is_empty() {
        // Through the people's own indexes: none of the tables that hang on them has one by pool.
        let rows = users::table.filter(users::id.eq_any(&people));
        on!(conn, c => diesel::delete(rows).execute(c))?;
        return Ok(false);
    }
    // No foreign key leads from an attribute to its pool, only to its person: those went with the people.
    let row = user_pools::table.filter(user_pools::id.eq(id.as_str())).filter(user_pools::deleted_at.eq(0));
    on!(conn, c => diesel::delete(row).execute(c))?;
    Ok(true)
}
