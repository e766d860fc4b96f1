//! Groups.

use super::DirectoryError;
use crate::env::Env;
use crate::model::group::Group;
use crate::model::ids::UserId;
use crate::model::pool::UserPool;
use crate::security::audit;
use crate::store::{StoreError, groups, users};

/// Makes a group.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] for a wrong or taken name.
pub async fn create(env: &Env, pool: &UserPool, group: Group) -> Result<(), DirectoryError> {
    let invalid = |sentence: &str| Err(DirectoryError::InvalidSetting(sentence.to_owned()));
    check(&group).or_else(invalid)?;
    let group = Group { pool_id: pool.id.clone(), ..group };
    let event = audit::event(env, "group.create").in_pool(&pool.id).about("group", &group.name);
    let stored = env.db.write(move |c| {
        groups::insert(c, &group)?;
        audit::record(c, &event)
    });
    match stored.await {
        Err(StoreError::Taken { .. }) => invalid("the pool has a group of this name"),
        outcome => Ok(outcome?),
    }
}

/// The rules of a group.
pub(crate) fn check(group: &Group) -> Result<(), &'static str> {
    let length = group.name.chars().count();
    if !(1..=128).contains(&length) || group.name.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err("the name of a group is 1 to 128 characters without white space");
    }
    if group.precedence.is_some_and(|precedence| !(0..=i64::from(i32::MAX)).contains(&precedence)) {
        return Err("the precedence of a group is a number from 0 to 2147483647");
    }
    Ok(())
}

/// Deletes a group; its members stay people.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn delete(env: &Env, pool: &UserPool, name: &str) -> Result<(), DirectoryError> {
    let event = audit::event(env, "group.delete").in_pool(&pool.id).about("group", name);
    let (pool, name) = (pool.id.clone(), name.to_owned());
    let found = env.db.write(move |c| {
        let found = groups::delete(c, &pool, &name)?;
        if found {
            audit::record(c, &event)?;
        }
        Ok(found)
    });
    if found.await? { Ok(()) } else { Err(DirectoryError::NotFound("group")) }
}

/// Adds a person to a group; a member stays one.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn add_member(
    env: &Env,
    pool: &UserPool,
    group: &str,
    user: &UserId,
) -> Result<(), DirectoryError> {
    let event = audit::event(env, "group.add_member").in_pool(&pool.id).about("user", user);
    let event = event.with("group", group);
    let (pool, group, user) = (pool.id.clone(), group.to_owned(), user.clone());
    let absent = env
        .db
        .write(move |c| {
            if !users::hold(c, &pool, &user)? {
                return Ok(Some("user"));
            }
            if !groups::exists(c, &pool, &group)? {
                return Ok(Some("group"));
            }
            if !groups::is_member(c, &pool, &group, &user)? {
                groups::insert_member(c, &pool, &group, &user)?;
                audit::record(c, &event)?;
            }
            Ok(None)
        })
        .await?;
    absent.map_or(Ok(()), |what| Err(DirectoryError::NotFound(what)))
}

/// Takes a person out of a group.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn remove_member(
    env: &Env,
    pool: &UserPool,
    group: &str,
    user: &UserId,
) -> Result<(), DirectoryError> {
    let event = audit::event(env, "group.remove_member").in_pool(&pool.id).about("user", user);
    let event = event.with("group", group);
    let (pool, group, user) = (pool.id.clone(), group.to_owned(), user.clone());
    let removed = env.db.write(move |c| {
        let removed = groups::delete_member(c, &pool, &group, &user)?;
        if removed {
            audit::record(c, &event)?;
        }
        Ok(removed)
    });
    if removed.await? { Ok(()) } else { Err(DirectoryError::NotFound("member")) }
}

/// The groups of a pool, by name, each with the number of its members.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env, pool: &UserPool) -> Result<Vec<(Group, i64)>, DirectoryError> {
    let pool = pool.id.clone();
    let read = env.db.read(move |c| {
        let mut counted = Vec::new();
        for group in groups::list(c, &pool)? {
            let members = groups::count_members(c, &pool, &group.name)?;
            counted.push((group, members));
        }
        Ok(counted)
    });
    Ok(read.await?)
}

/// The groups of a person, by precedence (lowest number first, none last), then by name.
///
/// # Errors
/// When the database did not answer.
pub async fn of_user(env: &Env, pool: &UserPool, user: &UserId) -> Result<Vec<Group>, DirectoryError> {
    let (pool, user) = (pool.id.clone(), user.clone());
    Ok(env.db.read(move |c| groups::list_of_user(c, &pool, &user)).await?)
}
