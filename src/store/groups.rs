//! Rows of groups and their members.

use std::collections::HashMap;

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{group_members, user_groups};
use crate::model::group::Group;
use crate::model::ids::{PoolId, UserId};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = user_groups)]
struct Row {
    pool_id: String,
    name: String,
    description: Option<String>,
    precedence: Option<i64>,
    role_arn: Option<String>,
    created_at: i64,
}

impl Row {
    fn into_group(self) -> Group {
        Group {
            pool_id: PoolId::trusted(self.pool_id),
            name: self.name,
            description: self.description,
            precedence: self.precedence,
            role_arn: self.role_arn,
            created_at: self.created_at,
        }
    }
}

/// Whether the pool has this group.
///
/// # Errors
/// When the database did not answer.
pub fn exists(conn: &mut AnyConn, pool: &PoolId, name: &str) -> Result<bool, StoreError> {
    let query = user_groups::table.find((pool.as_str(), name)).select(user_groups::created_at);
    Ok(on!(conn, c => query.first::<i64>(c).optional())?.is_some())
}

/// The groups of a person, by precedence (lowest number first, none last), then by name.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_user(conn: &mut AnyConn, pool: &PoolId, user: &UserId) -> Result<Vec<Group>, StoreError> {
    let query = user_groups::table
        .inner_join(
            group_members::table.on(group_members::pool_id
                .eq(user_groups::pool_id)
                .and(group_members::group_name.eq(user_groups::name))),
        )
        .filter(group_members::user_id.eq(user.as_str()));
    let rows: Vec<Row> = on!(conn, c => query.select(Row::as_select()).load(c))?;
    // Asked for in the query, the pool would make SQLite walk over all its memberships.
    let own = rows.into_iter().filter(|row| row.pool_id == pool.as_str());
    let mut groups: Vec<Group> = own.map(Row::into_group).collect();
    // Sorted here: the two databases put NULL and letters in different places.
    groups.sort_by(|one, other| {
        let key = |group: &Group| (group.precedence.is_none(), group.precedence);
        key(one).cmp(&key(other)).then_with(|| one.name.cmp(&other.name))
    });
    Ok(groups)
}

/// The names of the groups that these people are in, sorted. The caller has read the people from their pool.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_many(conn: &mut AnyConn, users: &[&str]) -> Result<HashMap<UserId, Vec<String>>, StoreError> {
    let query = group_members::table
        .filter(group_members::user_id.eq_any(users))
        .select((group_members::user_id, group_members::group_name));
    let rows: Vec<(String, String)> = on!(conn, c => query.load(c))?;
    let mut groups: HashMap<UserId, Vec<String>> = HashMap::new();
    for (user, group) in rows {
        groups.entry(UserId::trusted(user)).or_default().push(group);
    }
    groups.values_mut().for_each(|names| names.sort());
    Ok(groups)
}

/// Stores a new group.
///
/// # Errors
/// [`StoreError::Taken`] when the pool has one of this name.
pub fn insert(conn: &mut AnyConn, group: &Group) -> Result<(), StoreError> {
    let row = Row {
        pool_id: group.pool_id.to_string(),
        name: group.name.clone(),
        description: group.description.clone(),
        precedence: group.precedence,
        role_arn: group.role_arn.clone(),
        created_at: group.created_at,
    };
    on!(conn, c => diesel::insert_into(user_groups::table).values(&row).execute(c))
        .map_err(columns::taken("group name"))?;
    Ok(())
}

/// Changes everything but the name of a group; returns whether it existed.
///
/// # Errors
/// When the database did not answer.
pub fn update(conn: &mut AnyConn, group: &Group) -> Result<bool, StoreError> {
    let row = user_groups::table.find((group.pool_id.as_str(), group.name.as_str()));
    let changed = on!(conn, c => diesel::update(row)
        .set((
            user_groups::description.eq(&group.description),
            user_groups::precedence.eq(group.precedence),
            user_groups::role_arn.eq(&group.role_arn),
        ))
        .execute(c))?;
    Ok(changed == 1)
}

/// Whether a person is in a group.
///
/// # Errors
/// When the database did not answer.
pub fn is_member(conn: &mut AnyConn, pool: &PoolId, group: &str, user: &UserId) -> Result<bool, StoreError> {
    let query =
        group_members::table.find((pool.as_str(), group, user.as_str())).select(group_members::user_id);
    Ok(on!(conn, c => query.first::<String>(c).optional())?.is_some())
}

/// Adds a person to a group; a member stays one.
///
/// # Errors
/// When the database did not answer.
pub fn insert_member(
    conn: &mut AnyConn,
    pool: &PoolId,
    group: &str,
    user: &UserId,
) -> Result<(), StoreError> {
    on!(conn, c => diesel::insert_into(group_members::table)
        .values((
            group_members::pool_id.eq(pool.as_str()),
            group_members::group_name.eq(group),
            group_members::user_id.eq(user.as_str()),
        ))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// Takes a person out of a group; returns whether the person was in it.
///
/// # Errors
/// When the database did not answer.
pub fn delete_member(
    conn: &mut AnyConn,
    pool: &PoolId,
    group: &str,
    user: &UserId,
) -> Result<bool, StoreError> {
    let row = group_members::table
        .filter(group_members::pool_id.eq(pool.as_str()))
        .filter(group_members::group_name.eq(group))
        .filter(group_members::user_id.eq(user.as_str()));
    Ok(on!(conn, c => diesel::delete(row).execute(c))? == 1)
}

/// The groups of a pool, by name.
///
/// # Errors
/// When the database did not answer.
pub fn list(conn: &mut AnyConn, pool: &PoolId) -> Result<Vec<Group>, StoreError> {
    let query = user_groups::table.filter(user_groups::pool_id.eq(pool.as_str()));
    let rows: Vec<Row> = on!(conn, c => query.select(Row::as_select()).load(c))?;
    let mut groups: Vec<Group> = rows.into_iter().map(Row::into_group).collect();
    // Sorted here: PostgreSQL sorts letters by its locale.
    groups.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(groups)
}

/// How many people are in a group.
///
/// # Errors
/// When the database did not answer.
pub fn count_members(conn: &mut AnyConn, pool: &PoolId, group: &str) -> Result<i64, StoreError> {
    let query = group_members::table
        .filter(group_members::pool_id.eq(pool.as_str()))
        .filter(group_members::group_name.eq(group))
        .count();
    Ok(on!(conn, c => query.get_result(c))?)
}

/// Deletes a group; its members stay people. Returns whether it existed.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, pool: &PoolId, name: &str) -> Result<bool, StoreError> {
    let row = user_groups::table.find((pool.as_str(), name));
    Ok(on!(conn, c => diesel::delete(row).execute(c))? == 1)
}
