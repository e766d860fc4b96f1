//! Rows of people's attributes, each with the folded value that is searched.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{user_attributes, users};
use crate::model::attributes::AttributeMap;
use crate::model::ids::{PoolId, UserId};
use crate::model::user::UserStatus;

use aliased::flags;

/// The same table once more, for a flag beside the address that it is about.
mod aliased {
    use super::user_attributes;

    diesel::alias!(user_attributes as flags: Flags);
}

/// One attribute as it is stored. Folding is the directory's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAttribute {
    /// The attribute's name.
    pub name: String,
    /// The value as it was given.
    pub value: String,
    /// The form of the value that is compared.
    pub folded_value: String,
}

#[derive(Insertable)]
#[diesel(table_name = user_attributes)]
struct Row<'a> {
    user_id: &'a str,
    name: &'a str,
    pool_id: &'a str,
    value: &'a str,
    folded_value: &'a str,
}

/// All attributes of a person.
///
/// # Errors
/// When the database did not answer.
pub fn list(conn: &mut AnyConn, pool: &PoolId, user: &UserId) -> Result<AttributeMap, StoreError> {
    let query = user_attributes::table.filter(user_attributes::user_id.eq(user.as_str())).select((
        user_attributes::pool_id,
        user_attributes::name,
        user_attributes::value,
    ));
    let rows: Vec<(String, String, String)> = on!(conn, c => query.load(c))?;
    // Asked for in the query, the pool would make SQLite walk over all attributes of all its people.
    let own = rows.into_iter().filter(|(owner, _, _)| owner == pool.as_str());
    Ok(own.map(|(_, name, value)| (name, value)).collect())
}

/// The attributes of these people, whom the caller has read from their pool; with `names`, those alone. The pool is not
/// asked for again: SQLite would then walk over all of its attributes.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_many(
    conn: &mut AnyConn,
    users: &[&str],
    names: Option<&[String]>,
) -> Result<HashMap<UserId, AttributeMap>, StoreError> {
    let query = user_attributes::table.filter(user_attributes::user_id.eq_any(users)).select((
        user_attributes::user_id,
        user_attributes::name,
        user_attributes::value,
    ));
    let rows: Vec<(String, String, String)> = match names {
        Some(names) => on!(conn, c => query.filter(user_attributes::name.eq_any(names)).load(c))?,
        None => on!(conn, c => query.load(c))?,
    };
    let mut maps: HashMap<UserId, AttributeMap> = HashMap::new();
    for (user, name, value) in rows {
        maps.entry(UserId::trusted(user)).or_default().insert(name, value);
    }
    Ok(maps)
}

/// The names of all attributes that people of a pool have, with how many have each.
///
/// # Errors
/// When the database did not answer.
pub fn count_by_name(conn: &mut AnyConn, pool: &PoolId) -> Result<Vec<(String, i64)>, StoreError> {
    let query = user_attributes::table
        .filter(user_attributes::pool_id.eq(pool.as_str()))
        .group_by(user_attributes::name)
        .order(user_attributes::name)
        .select((user_attributes::name, count_star()));
    Ok(on!(conn, c => query.load(c))?)
}

/// How many people of a pool have this attribute.
///
/// # Errors
/// When the database did not answer.
pub fn count(conn: &mut AnyConn, pool: &PoolId, name: &str) -> Result<i64, StoreError> {
    let query = user_attributes::table
        .filter(user_attributes::pool_id.eq(pool.as_str()))
        .filter(user_attributes::name.eq(name));
    Ok(on!(conn, c => query.count().get_result(c))?)
}

/// Gives an attribute of everybody another name, which nobody may have a value under; returns how many had it.
///
/// # Errors
/// When the database did not answer.
pub fn rename(conn: &mut AnyConn, pool: &PoolId, from: &str, to: &str) -> Result<usize, StoreError> {
    let rows = user_attributes::table
        .filter(user_attributes::pool_id.eq(pool.as_str()))
        .filter(user_attributes::name.eq(from));
    Ok(on!(conn, c => diesel::update(rows).set(user_attributes::name.eq(to)).execute(c))?)
}

/// Takes an attribute away from everybody; returns how many had it.
///
/// # Errors
/// When the database did not answer.
pub fn delete_everywhere(conn: &mut AnyConn, pool: &PoolId, name: &str) -> Result<usize, StoreError> {
    let rows = user_attributes::table
        .filter(user_attributes::pool_id.eq(pool.as_str()))
        .filter(user_attributes::name.eq(name));
    Ok(on!(conn, c => diesel::delete(rows).execute(c))?)
}

/// Stores the first attributes of many people.
///
/// # Errors
/// When the database did not answer, or one of them has such an attribute.
pub fn insert_many(
    conn: &mut AnyConn,
    pool: &PoolId,
    attributes: &[(UserId, StoredAttribute)],
) -> Result<(), StoreError> {
    // PostgreSQL takes 65,535 values in a statement.
    for part in attributes.chunks(5_000) {
        let rows: Vec<Row<'_>> = part
            .iter()
            .map(|(user, attribute)| Row {
                user_id: user.as_str(),
                name: &attribute.name,
                pool_id: pool.as_str(),
                value: &attribute.value,
                folded_value: &attribute.folded_value,
            })
            .collect();
        on!(conn, c => diesel::insert_into(user_attributes::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// Sets attributes, new or not; those not named stay as they are.
///
/// # Errors
/// When the database did not answer.
pub fn put(
    conn: &mut AnyConn,
    pool: &PoolId,
    user: &UserId,
    attributes: &[StoredAttribute],
) -> Result<(), StoreError> {
    for attribute in attributes {
        let row = Row {
            user_id: user.as_str(),
            name: &attribute.name,
            pool_id: pool.as_str(),
            value: &attribute.value,
            folded_value: &attribute.folded_value,
        };
        on!(conn, c => diesel::insert_into(user_attributes::table)
            .values(&row)
            .on_conflict((user_attributes::user_id, user_attributes::name))
            .do_update()
            .set((
                user_attributes::value.eq(&attribute.value),
                user_attributes::folded_value.eq(&attribute.folded_value),
            ))
            .execute(c))?;
    }
    Ok(())
}

/// Takes attributes away.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, pool: &PoolId, user: &UserId, names: &[&str]) -> Result<(), StoreError> {
    let rows = user_attributes::table
        .filter(user_attributes::user_id.eq(user.as_str()))
        .filter(user_attributes::pool_id.eq(pool.as_str()))
        .filter(user_attributes::name.eq_any(names));
    on!(conn, c => diesel::delete(rows).execute(c))?;
    Ok(())
}

/// The first `most` people whose attribute has this folded value, by id.
///
/// # Errors
/// When the database did not answer.
pub fn list_owners(
    conn: &mut AnyConn,
    pool: &PoolId,
    name: &str,
    folded: &str,
    most: i64,
) -> Result<Vec<UserId>, StoreError> {
    let query = user_attributes::table
        .filter(user_attributes::pool_id.eq(pool.as_str()))
        .filter(user_attributes::name.eq(name))
        .filter(user_attributes::folded_value.eq(folded))
        .order(user_attributes::user_id)
        .limit(most)
        .select(user_attributes::user_id);
    let ids: Vec<String> = on!(conn, c => query.load(c))?;
    Ok(ids.into_iter().map(UserId::trusted).collect())
}

/// The first `most` confirmed people who have proven an address, by id: the attribute `name` has this folded value, and
/// `flag` is `true`. Accounts that only claim the address are not counted, however many there are.
///
/// # Errors
/// When the database did not answer.
pub fn list_proven_owners(
    conn: &mut AnyConn,
    pool: &PoolId,
    (name, flag): (&str, &str),
    folded: &str,
    most: i64,
) -> Result<Vec<UserId>, StoreError> {
    let of_same_person = flags.field(user_attributes::user_id).eq(user_attributes::user_id);
    let query = user_attributes::table
        .inner_join(flags.on(of_same_person))
        .inner_join(users::table.on(users::id.eq(user_attributes::user_id)))
        .filter(user_attributes::pool_id.eq(pool.as_str()))
        .filter(user_attributes::name.eq(name))
        .filter(user_attributes::folded_value.eq(folded))
        .filter(flags.field(user_attributes::name).eq(flag))
        .filter(flags.field(user_attributes::value).eq("true"))
        .filter(users::status.ne(UserStatus::Unconfirmed.as_str()))
        .order(user_attributes::user_id)
        .limit(most)
        .select(user_attributes::user_id);
    let ids: Vec<String> = on!(conn, c => query.load(c))?;
    Ok(ids.into_iter().map(UserId::trusted).collect())
}

/// The attributes of several people.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_all(
    conn: &mut AnyConn,
    users: &[String],
) -> Result<HashMap<String, AttributeMap>, StoreError> {
    let query = user_attributes::table.filter(user_attributes::user_id.eq_any(users)).select((
        user_attributes::user_id,
        user_attributes::name,
        user_attributes::value,
    ));
    let rows: Vec<(String, String, String)> = on!(conn, c => query.load(c))?;
    let mut all: HashMap<String, AttributeMap> = HashMap::new();
    for (user, name, value) in rows {
        all.entry(user).or_default().insert(name, value);
    }
    Ok(all)
}
