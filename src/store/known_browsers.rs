//! Browsers that have signed a person in, table `known_browsers`, by the SHA-256 of their device cookie.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::known_browsers;
use crate::model::ids::{PoolId, UserId};

/// Whether this browser has signed this person in, by a cookie that has not expired.
///
/// # Errors
/// When the database did not answer.
pub fn is_known(
    c: &mut AnyConn,
    pool: &PoolId,
    user: &UserId,
    digest: &str,
    now: i64,
) -> Result<bool, StoreError> {
    let row = known_browsers::table
        .filter(known_browsers::digest.eq(digest))
        .filter(known_browsers::user_id.eq(user.as_str()))
        .filter(known_browsers::pool_id.eq(pool.as_str()))
        .filter(known_browsers::expires_at.gt(now))
        .select(known_browsers::created_at);
    Ok(on!(c, c => row.first::<i64>(c).optional())?.is_some())
}

/// Whether this browser has signed anybody of the pool in, by a cookie that has not expired.
///
/// # Errors
/// When the database did not answer.
pub fn is_known_to_pool(c: &mut AnyConn, pool: &PoolId, digest: &str, now: i64) -> Result<bool, StoreError> {
    let row = known_browsers::table
        .filter(known_browsers::digest.eq(digest))
        .filter(known_browsers::pool_id.eq(pool.as_str()))
        .filter(known_browsers::expires_at.gt(now))
        .select(known_browsers::created_at);
    Ok(on!(c, c => row.first::<i64>(c).optional())?.is_some())
}

/// Remembers a browser of a person, or moves its expiry.
///
/// # Errors
/// When the database did not answer.
pub fn insert(
    c: &mut AnyConn,
    pool: &PoolId,
    user: &UserId,
    digest: &str,
    life: (i64, i64),
) -> Result<(), StoreError> {
    let (created_at, expires_at) = life;
    on!(c, c => diesel::insert_into(known_browsers::table)
        .values((
            known_browsers::digest.eq(digest),
            known_browsers::user_id.eq(user.as_str()),
            known_browsers::pool_id.eq(pool.as_str()),
            known_browsers::created_at.eq(created_at),
            known_browsers::expires_at.eq(expires_at),
        ))
        .on_conflict((known_browsers::digest, known_browsers::user_id))
        .do_update()
        .set(known_browsers::expires_at.eq(expires_at))
        .execute(c))?;
    Ok(())
}
