//! Browsers in which a person is not asked for a second factor (`remembered_devices`), by the SHA-256 of their cookie.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::remembered_devices;
use crate::model::device::RememberedDevice;
use crate::model::ids::{DeviceId, PoolId, UserId};

#[derive(Queryable, Insertable)]
#[diesel(table_name = remembered_devices)]
struct Row {
    id: String,
    pool_id: String,
    user_id: String,
    digest: String,
    name: String,
    created_at: i64,
    seen_at: i64,
    expires_at: i64,
}

impl Row {
    fn into_device(self) -> RememberedDevice {
        RememberedDevice {
            id: DeviceId::trusted(self.id),
            name: self.name,
            created_at: self.created_at,
            seen_at: self.seen_at,
            expires_at: self.expires_at,
        }
    }
}

/// Remembers a browser of a person.
///
/// # Errors
/// When the database did not answer.
pub fn insert(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    digest: &str,
    device: &RememberedDevice,
) -> Result<(), StoreError> {
    let row = Row {
        id: device.id.to_string(),
        pool_id: pool.to_string(),
        user_id: user.to_string(),
        digest: digest.to_owned(),
        name: device.name.clone(),
        created_at: device.created_at,
        seen_at: device.seen_at,
        expires_at: device.expires_at,
    };
    on!(c, c => diesel::insert_into(remembered_devices::table).values(&row).execute(c))?;
    Ok(())
}

/// The browser of a person behind one of these cookies, when it is still remembered.
///
/// # Errors
/// When the database did not answer.
pub fn find(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    digests: &[String],
    now: i64,
) -> Result<Option<RememberedDevice>, StoreError> {
    let row = remembered_devices::table
        .filter(remembered_devices::pool_id.eq(pool.as_str()))
        .filter(remembered_devices::user_id.eq(user.as_str()))
        .filter(remembered_devices::digest.eq_any(digests))
        .filter(remembered_devices::expires_at.gt(now));
    Ok(on!(c, c => row.first::<Row>(c).optional())?.map(Row::into_device))
}

/// Notes that a browser was used just now.
///
/// # Errors
/// When the database did not answer.
pub fn update_seen(c: &mut AnyConn, id: &DeviceId, now: i64) -> Result<(), StoreError> {
    let row = remembered_devices::table.find(id.as_str());
    on!(c, c => diesel::update(row).set(remembered_devices::seen_at.eq(now)).execute(c))?;
    Ok(())
}

/// The remembered browsers of a person, the last used first.
///
/// # Errors
/// When the database did not answer.
pub fn list(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    now: i64,
) -> Result<Vec<RememberedDevice>, StoreError> {
    let rows = remembered_devices::table
        .filter(remembered_devices::pool_id.eq(pool.as_str()))
        .filter(remembered_devices::user_id.eq(user.as_str()))
        .filter(remembered_devices::expires_at.gt(now))
        .order((remembered_devices::seen_at.desc(), remembered_devices::id));
    Ok(on!(c, c => rows.load::<Row>(c))?.into_iter().map(Row::into_device).collect())
}

/// Forgets one browser of a person; returns whether there was one.
///
/// # Errors
/// When the database did not answer.
pub fn delete(c: &mut AnyConn, (pool, user): (&PoolId, &UserId), id: &DeviceId) -> Result<bool, StoreError> {
    let row = remembered_devices::table
        .filter(remembered_devices::id.eq(id.as_str()))
        .filter(remembered_devices::pool_id.eq(pool.as_str()))
        .filter(remembered_devices::user_id.eq(user.as_str()));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}

/// Forgets the browsers of a person behind these cookies: one browser has one row of a person.
///
/// # Errors
/// When the database did not answer.
pub fn delete_by_digest(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    digests: &[String],
) -> Result<(), StoreError> {
    let rows = remembered_devices::table
        .filter(remembered_devices::pool_id.eq(pool.as_str()))
        .filter(remembered_devices::user_id.eq(user.as_str()))
        .filter(remembered_devices::digest.eq_any(digests));
    on!(c, c => diesel::delete(rows).execute(c))?;
    Ok(())
}

/// Forgets every browser of a person.
///
/// # Errors
/// When the database did not answer.
pub fn delete_of_user(c: &mut AnyConn, pool: &PoolId, user: &UserId) -> Result<(), StoreError> {
    let rows = remembered_devices::table
        .filter(remembered_devices::pool_id.eq(pool.as_str()))
        .filter(remembered_devices::user_id.eq(user.as_str()));
    on!(c, c => diesel::delete(rows).execute(c))?;
    Ok(())
}
