//! Rows of people. Their attributes and names have files of their own.

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{user_attributes, users};
use super::user_attributes as attributes;
use crate::model::attributes::AttributeMap;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::SecondFactor;
use crate::model::user::{User, UserStatus};

const TABLE: &str = "users";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = users)]
pub(super) struct Row {
    pub(super) id: String,
    pool_id: String,
    username: String,
    status: String,
    enabled: bool,
    message_factors: String,
    preferred_factor: Option<String>,
    created_at: i64,
    updated_at: i64,
    signed_out_at: i64,
}

impl Row {
    fn of(user: &User) -> Result<Self, StoreError> {
        Ok(Self {
            id: user.id.to_string(),
            pool_id: user.pool_id.to_string(),
            username: user.username.clone(),
            status: user.status.as_str().to_owned(),
            enabled: user.enabled,
            message_factors: columns::to_json(&user.message_factors)?,
            preferred_factor: user.preferred_factor.map(|factor| columns::to_json(&factor)).transpose()?,
            created_at: user.created_at,
            updated_at: user.updated_at,
            signed_out_at: user.signed_out_at,
        })
    }

    pub(super) fn into_user(self, attributes: AttributeMap) -> Result<User, StoreError> {
        let preferred = self.preferred_factor.as_deref();
        Ok(User {
            status: UserStatus::parse(&self.status).ok_or_else(|| columns::corrupt(TABLE, &self.id))?,
            message_factors: columns::from_json(TABLE, &self.id, &self.message_factors)?,
            preferred_factor: preferred.map(|json| columns::from_json(TABLE, &self.id, json)).transpose()?,
            pool_id: PoolId::trusted(self.pool_id),
            id: UserId::trusted(self.id),
            username: self.username,
            enabled: self.enabled,
            attributes,
            created_at: self.created_at,
            updated_at: self.updated_at,
            signed_out_at: self.signed_out_at,
        })
    }
}

/// Finds a person with all attributes. Does the same work when there is nobody.
///
/// # Errors
/// When the database did not answer or the row cannot be understood.
pub fn find(conn: &mut AnyConn, pool: &PoolId, id: &UserId) -> Result<Option<User>, StoreError> {
    let attributes = attributes::list(conn, pool, id)?;
    let query = users::table.filter(users::pool_id.eq(pool.as_str())).filter(users::id.eq(id.as_str()));
    on!(conn, c => query.select(Row::as_select()).first(c).optional())?
        .map(|row: Row| row.into_user(attributes))
        .transpose()
}

/// People of a pool by id, without their attributes: the first `most` after `after`.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list_page(
    conn: &mut AnyConn,
    pool: &PoolId,
    after: Option<&UserId>,
    most: i64,
) -> Result<Vec<User>, StoreError> {
    let query = users::table
        .filter(users::pool_id.eq(pool.as_str()))
        .filter(users::id.gt(after.map_or("", UserId::as_str)))
        .order(users::id)
        .limit(most);
    let rows: Vec<Row> = on!(conn, c => query.select(Row::as_select()).load(c))?;
    rows.into_iter().map(|row| row.into_user(AttributeMap::new())).collect()
}

/// Those of these people who exist, in any pool, without their attributes.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list_any(conn: &mut AnyConn, ids: &[&str]) -> Result<Vec<User>, StoreError> {
    let query = users::table.filter(users::id.eq_any(ids));
    let rows: Vec<Row> = on!(conn, c => query.select(Row::as_select()).load(c))?;
    rows.into_iter().map(|row| row.into_user(AttributeMap::new())).collect()
}

/// The ids of everybody in a pool.
///
/// # Errors
/// When the database did not answer.
pub fn list_ids(conn: &mut AnyConn, pool: &PoolId) -> Result<Vec<UserId>, StoreError> {
    let query = users::table.filter(users::pool_id.eq(pool.as_str())).order(users::id).select(users::id);
    let ids: Vec<String> = on!(conn, c => query.load(c))?;
    Ok(ids.into_iter().map(UserId::trusted).collect())
}

/// The unconfirmed accounts with this address, the newest first. `attribute` is `email` or `phone_number`. An attribute
/// is of its person's pool; asked for again with the person, the pool would make SQLite walk over all its people.
///
/// # Errors
/// When the database did not answer.
pub fn list_unconfirmed_by_address(
    conn: &mut AnyConn,
    pool: &PoolId,
    attribute: &str,
    folded: &str,
) -> Result<Vec<UserId>, StoreError> {
    let query = users::table
        .inner_join(user_attributes::table.on(user_attributes::user_id.eq(users::id)))
        .filter(user_attributes::pool_id.eq(pool.as_str()))
        .filter(user_attributes::name.eq(attribute))
        .filter(user_attributes::folded_value.eq(folded))
        .filter(users::status.eq(UserStatus::Unconfirmed.as_str()))
        .order((users::created_at.desc(), users::id.desc()))
        .select(users::id);
    let ids: Vec<String> = on!(conn, c => query.load(c))?;
    Ok(ids.into_iter().map(UserId::trusted).collect())
}

/// Accounts of a pool that were made at or before `until` and never confirmed, the oldest first, at most `limit`.
///
/// # Errors
/// When the database did not answer.
pub fn list_never_confirmed(
    conn: &mut AnyConn,
    pool: &PoolId,
    until: i64,
    limit: i64,
) -> Result<Vec<UserId>, StoreError> {
    // Written out, so that the partial index serves it; a bound value would keep the planner from seeing that it does.
    let unconfirmed = diesel::dsl::sql::<diesel::sql_types::Bool>("status = 'UNCONFIRMED'");
    let query = users::table
        .filter(users::pool_id.eq(pool.as_str()))
        .filter(users::created_at.le(until))
        .filter(unconfirmed)
        .order(users::created_at)
        .limit(limit)
        .select(users::id);
    let ids: Vec<String> = on!(conn, c => query.load(c))?;
    Ok(ids.into_iter().map(UserId::trusted).collect())
}

/// Stores a new person without attributes, names and password.
///
/// # Errors
/// When the database did not answer.
pub fn insert(conn: &mut AnyConn, user: &User) -> Result<(), StoreError> {
    insert_many(conn, std::slice::from_ref(user))
}

/// Stores new people without attributes, names and passwords.
///
/// # Errors
/// [`StoreError::Taken`] when somebody has one of the ids.
pub fn insert_many(conn: &mut AnyConn, people: &[User]) -> Result<(), StoreError> {
    let rows: Vec<Row> = people.iter().map(Row::of).collect::<Result<_, _>>()?;
    on!(conn, c => diesel::insert_into(users::table).values(&rows).execute(c))
        .map_err(columns::taken("user id"))?;
    Ok(())
}

/// Writes everything about a person who exists but attributes, names and password; returns whether they do.
///
/// # Errors
/// When the database did not answer.
pub fn update(conn: &mut AnyConn, user: &User) -> Result<bool, StoreError> {
    let row = Row::of(user)?;
    let place =
        users::table.filter(users::pool_id.eq(user.pool_id.as_str())).filter(users::id.eq(user.id.as_str()));
    let changed = on!(conn, c => diesel::update(place)
        .set((
            users::username.eq(&row.username),
            users::status.eq(&row.status),
            users::enabled.eq(row.enabled),
            users::message_factors.eq(&row.message_factors),
            users::preferred_factor.eq(&row.preferred_factor),
            users::created_at.eq(row.created_at),
            users::updated_at.eq(row.updated_at),
        ))
        .execute(c))?;
    Ok(changed == 1)
}

/// Moves the status from one of `from` to `to`; returns whether it stood at one of them.
///
/// # Errors
/// When the database did not answer.
pub fn update_status(
    conn: &mut AnyConn,
    user: (&PoolId, &UserId),
    from: &[UserStatus],
    to: UserStatus,
    now: i64,
) -> Result<bool, StoreError> {
    let from: Vec<&str> = from.iter().map(|status| status.as_str()).collect();
    let row = users::table
        .filter(users::pool_id.eq(user.0.as_str()))
        .filter(users::id.eq(user.1.as_str()))
        .filter(users::status.eq_any(&from));
    let changed = on!(conn, c => diesel::update(row)
        .set((users::status.eq(to.as_str()), users::updated_at.eq(now)))
        .execute(c))?;
    Ok(changed == 1)
}

/// Turns an account on or off; returns whether it exists.
///
/// # Errors
/// When the database did not answer.
pub fn update_enabled(
    conn: &mut AnyConn,
    pool: &PoolId,
    id: &UserId,
    enabled: bool,
    now: i64,
) -> Result<bool, StoreError> {
    let row = users::table.filter(users::pool_id.eq(pool.as_str())).filter(users::id.eq(id.as_str()));
    let changed = on!(conn, c => diesel::update(row)
        .set((users::enabled.eq(enabled), users::updated_at.eq(now)))
        .execute(c))?;
    Ok(changed == 1)
}

/// Changes which second factors are on and which comes first; returns whether the person exists.
///
/// # Errors
/// When the database did not answer.
pub fn update_factors(
    conn: &mut AnyConn,
    user: (&PoolId, &UserId),
    message_factors: &[SecondFactor],
    preferred: Option<SecondFactor>,
    now: i64,
) -> Result<bool, StoreError> {
    let message_factors = columns::to_json(message_factors)?;
    let preferred = preferred.map(|factor| columns::to_json(&factor)).transpose()?;
    let row = users::table.filter(users::pool_id.eq(user.0.as_str())).filter(users::id.eq(user.1.as_str()));
    let changed = on!(conn, c => diesel::update(row)
        .set((
            users::message_factors.eq(&message_factors),
            users::preferred_factor.eq(&preferred),
            users::updated_at.eq(now),
        ))
        .execute(c))?;
    Ok(changed == 1)
}

/// Marks a person as changed and thereby holds the row until the end of the write; returns whether the
/// person exists.
///
/// # Errors
/// When the database did not answer.
pub fn touch(conn: &mut AnyConn, pool: &PoolId, id: &UserId, now: i64) -> Result<bool, StoreError> {
    let row = users::table.filter(users::pool_id.eq(pool.as_str())).filter(users::id.eq(id.as_str()));
    let changed = on!(conn, c => diesel::update(row).set(users::updated_at.eq(now)).execute(c))?;
    Ok(changed == 1)
}

/// Holds a person's row until the end of the write, without changing it; waits for whoever holds it. Returns
/// whether the person exists. It comes before every other row of the person's, so that no two writes wait for
/// each other.
///
/// # Errors
/// When the database did not answer.
pub fn hold(conn: &mut AnyConn, pool: &PoolId, id: &UserId) -> Result<bool, StoreError> {
    let row = users::table.filter(users::pool_id.eq(pool.as_str())).filter(users::id.eq(id.as_str()));
    let held = on!(conn, c => diesel::update(row).set(users::updated_at.eq(users::updated_at)).execute(c))?;
    Ok(held == 1)
}

/// Deletes a person who is still unconfirmed, as [`delete`] does; returns whether there was one.
///
/// # Errors
/// When the database did not answer.
pub fn delete_unconfirmed(conn: &mut AnyConn, pool: &PoolId, id: &UserId) -> Result<bool, StoreError> {
    let row = users::table
        .filter(users::pool_id.eq(pool.as_str()))
        .filter(users::id.eq(id.as_str()))
        .filter(users::status.eq(UserStatus::Unconfirmed.as_str()));
    Ok(on!(conn, c => diesel::delete(row).execute(c))? == 1)
}

/// Deletes a person with attributes, names, password, factors, memberships, sessions and tokens; flows and
/// one-time codes, which may be about phantoms as well, are left. Returns whether the person existed.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, pool: &PoolId, id: &UserId) -> Result<bool, StoreError> {
    let row = users::table.filter(users::pool_id.eq(pool.as_str())).filter(users::id.eq(id.as_str()));
    Ok(on!(conn, c => diesel::delete(row).execute(c))? == 1)
}
