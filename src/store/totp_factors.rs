//! Rows of TOTP factors: one a person at most.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::totp_factors;
use crate::model::credential::TotpRecord;
use crate::model::ids::UserId;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = totp_factors)]
#[diesel(treat_none_as_null = true)]
#[diesel(treat_none_as_default_value = false)]
struct Row {
    user_id: String,
    sealed_seed: Vec<u8>,
    device_name: Option<String>,
    last_step: Option<i64>,
    created_at: i64,
}

impl Row {
    fn into_record(self) -> TotpRecord {
        TotpRecord {
            user_id: UserId::trusted(self.user_id),
            sealed_seed: self.sealed_seed,
            device_name: self.device_name,
            last_step: self.last_step,
            created_at: self.created_at,
        }
    }
}

/// The factor of a person.
///
/// # Errors
/// When the database did not answer.
pub fn find(conn: &mut AnyConn, user: &UserId) -> Result<Option<TotpRecord>, StoreError> {
    let query = totp_factors::table.find(user.as_str());
    let row: Option<Row> = on!(conn, c => query.select(Row::as_select()).first(c).optional())?;
    Ok(row.map(Row::into_record))
}

/// The factors of these people.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_many(conn: &mut AnyConn, users: &[&str]) -> Result<HashMap<UserId, TotpRecord>, StoreError> {
    let query = totp_factors::table.filter(totp_factors::user_id.eq_any(users));
    let rows: Vec<Row> = on!(conn, c => query.select(Row::as_select()).load(c))?;
    Ok(rows.into_iter().map(Row::into_record).map(|record| (record.user_id.clone(), record)).collect())
}

/// Stores a factor in place of an earlier one.
///
/// # Errors
/// When the database did not answer.
pub fn put(conn: &mut AnyConn, record: &TotpRecord) -> Result<(), StoreError> {
    let row = Row {
        user_id: record.user_id.to_string(),
        sealed_seed: record.sealed_seed.clone(),
        device_name: record.device_name.clone(),
        last_step: record.last_step,
        created_at: record.created_at,
    };
    on!(conn, c => diesel::insert_into(totp_factors::table)
        .values(&row)
        .on_conflict(totp_factors::user_id)
        .do_update()
        .set(&row)
        .execute(c))?;
    Ok(())
}

/// Marks a time step as used, if neither it nor a later one was; returns whether this call did.
///
/// # Errors
/// When the database did not answer.
pub fn consume_step(conn: &mut AnyConn, user: &UserId, step: i64) -> Result<bool, StoreError> {
    let row = totp_factors::table
        .filter(totp_factors::user_id.eq(user.as_str()))
        .filter(totp_factors::last_step.is_null().or(totp_factors::last_step.lt(step)));
    let changed = on!(conn, c => diesel::update(row).set(totp_factors::last_step.eq(step)).execute(c))?;
    Ok(changed == 1)
}

/// Deletes the factor of a person; returns whether there was one.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, user: &UserId) -> Result<bool, StoreError> {
    Ok(on!(conn, c => diesel::delete(totp_factors::table.find(user.as_str())).execute(c))? == 1)
}
