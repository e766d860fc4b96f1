//! What people let applications have, scope by scope.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::consents as t;
use crate::model::agreement::Consent;
use crate::model::ids::{ClientId, PoolId, UserId};

/// Lets a client have scopes of a person; returns those that it did not have before. An earlier time stays.
///
/// # Errors
/// When the database did not answer, or person or client are gone.
pub fn grant(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    client: &ClientId,
    scopes: &[String],
    now: i64,
) -> Result<Vec<String>, StoreError> {
    let mut new = Vec::new();
    for scope in scopes {
        let row = (
            t::user_id.eq(user.as_str()),
            t::client_id.eq(client.as_str()),
            t::scope.eq(scope),
            t::pool_id.eq(pool.as_str()),
            t::granted_at.eq(now),
        );
        let stored = on!(&mut *c, c => diesel::insert_into(t::table)
            .values(row)
            .on_conflict((t::user_id, t::client_id, t::scope))
            .do_nothing()
            .execute(c))?;
        if stored == 1 {
            new.push(scope.clone());
        }
    }
    Ok(new)
}

/// The scopes among these that a person has not let a client have, in their order.
///
/// # Errors
/// When the database did not answer.
pub fn missing(
    c: &mut AnyConn,
    user: &UserId,
    client: &ClientId,
    scopes: &[String],
) -> Result<Vec<String>, StoreError> {
    let query = t::table
        .filter(t::user_id.eq(user.as_str()))
        .filter(t::client_id.eq(client.as_str()))
        .select(t::scope);
    let granted: Vec<String> = on!(c, c => query.load(c))?;
    Ok(scopes.iter().filter(|scope| !granted.contains(scope)).cloned().collect())
}

/// What a person lets applications have, by client.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_user(c: &mut AnyConn, pool: &PoolId, user: &UserId) -> Result<Vec<Consent>, StoreError> {
    let query = t::table
        .filter(t::user_id.eq(user.as_str()))
        .filter(t::pool_id.eq(pool.as_str()))
        .order((t::client_id, t::scope))
        .select((t::client_id, t::scope, t::granted_at));
    let rows: Vec<(String, String, i64)> = on!(c, c => query.load(c))?;
    let mut all: Vec<Consent> = Vec::new();
    for (client, scope, granted_at) in rows {
        match all.last_mut().filter(|last| last.client_id.as_str() == client) {
            Some(last) => {
                last.since = last.since.min(granted_at);
                last.scope.push(scope);
            }
            None => all.push(Consent {
                client_id: ClientId::trusted(client),
                scope: vec![scope],
                since: granted_at,
            }),
        }
    }
    Ok(all)
}

/// Takes from a client all that a person let it have; returns whether there was anything.
///
/// # Errors
/// When the database did not answer.
pub fn withdraw(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    client: &ClientId,
) -> Result<bool, StoreError> {
    let rows = t::table
        .filter(t::user_id.eq(user.as_str()))
        .filter(t::client_id.eq(client.as_str()))
        .filter(t::pool_id.eq(pool.as_str()));
    Ok(on!(c, c => diesel::delete(rows).execute(c))? > 0)
}
