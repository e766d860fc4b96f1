//! Guessing counters, table `lockouts`. What they mean is `security::lockout`'s business.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::lockouts;
use crate::model::ids::PoolId;

/// Names one counter of a pool.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// What is counted: `address`, `user`, `user-prefix`.
    pub scope: &'static str,
    /// For whom, as a fingerprint.
    pub subject: String,
}

/// A counter's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counter {
    /// Failures counted.
    pub failures: i64,
    /// No attempt is judged before, Unix milliseconds; 0 when never locked.
    pub locked_until: i64,
    /// The failures no longer count from then on, Unix milliseconds.
    pub forget_at: i64,
}

impl Counter {
    /// A counter that has seen nothing and is forgotten at `forget_at`.
    pub fn empty(forget_at: i64) -> Self {
        Self { failures: 0, locked_until: 0, forget_at }
    }
}

/// Reads a counter, made from `fresh` when it is missing, and keeps it from other writers until the end of this
/// write. Who takes several takes them in the order of their keys.
///
/// # Errors
/// When the database did not answer.
pub fn find_for_update(
    c: &mut AnyConn,
    pool: &PoolId,
    key: &Key,
    fresh: Counter,
) -> Result<Counter, StoreError> {
    // An update that changes nothing takes the row's lock on PostgreSQL and returns it, in one statement.
    let (failures, locked_until, forget_at) = on!(c, c => diesel::insert_into(lockouts::table)
        .values((
            lockouts::pool_id.eq(pool.as_str()),
            lockouts::scope.eq(key.scope),
            lockouts::subject.eq(&key.subject),
            lockouts::failures.eq(fresh.failures),
            lockouts::locked_until.eq(fresh.locked_until),
            lockouts::forget_at.eq(fresh.forget_at),
        ))
        .on_conflict((lockouts::pool_id, lockouts::scope, lockouts::subject))
        .do_update()
        .set(lockouts::failures.eq(lockouts::failures))
        .returning((lockouts::failures, lockouts::locked_until, lockouts::forget_at))
        .get_result::<(i64, i64, i64)>(c))?;
    Ok(Counter { failures, locked_until, forget_at })
}

/// Stores a counter that [`find_for_update`] read.
///
/// # Errors
/// When the database did not answer.
pub fn update(c: &mut AnyConn, pool: &PoolId, key: &Key, counter: Counter) -> Result<(), StoreError> {
    let row = lockouts::table.find((pool.as_str(), key.scope, &key.subject));
    on!(c, c => diesel::update(row)
        .set((
            lockouts::failures.eq(counter.failures),
            lockouts::locked_until.eq(counter.locked_until),
            lockouts::forget_at.eq(counter.forget_at),
        ))
        .execute(c))?;
    Ok(())
}

/// Forgets a counter.
///
/// # Errors
/// When the database did not answer.
pub fn delete(c: &mut AnyConn, pool: &PoolId, key: &Key) -> Result<(), StoreError> {
    let row = lockouts::table.find((pool.as_str(), key.scope, &key.subject));
    on!(c, c => diesel::delete(row).execute(c))?;
    Ok(())
}

/// Forgets all counters of a scope whose subject begins with `start`, which must hold no `%` and no `_`.
///
/// # Errors
/// When the database did not answer.
pub fn delete_beginning_with(
    c: &mut AnyConn,
    pool: &PoolId,
    scope: &'static str,
    start: &str,
) -> Result<(), StoreError> {
    let rows = lockouts::table
        .filter(lockouts::pool_id.eq(pool.as_str()))
        .filter(lockouts::scope.eq(scope))
        .filter(lockouts::subject.like(format!("{start}%")));
    on!(c, c => diesel::delete(rows).execute(c))?;
    Ok(())
}

/// When the longest lock ends among the counters of a scope whose subject is `subject` or begins with `subject/`, Unix
/// milliseconds; 0 without a lock.
///
/// # Errors
/// When the database did not answer.
pub fn longest_lock(
    c: &mut AnyConn,
    pool: &PoolId,
    scope: &'static str,
    subject: &str,
) -> Result<i64, StoreError> {
    let query = lockouts::table
        .filter(lockouts::pool_id.eq(pool.as_str()))
        .filter(lockouts::scope.eq(scope))
        .filter(lockouts::subject.eq(subject).or(lockouts::subject.like(format!("{subject}/%"))))
        .order(lockouts::locked_until.desc())
        .select(lockouts::locked_until);
    Ok(on!(c, c => query.first::<i64>(c).optional())?.unwrap_or(0))
}
