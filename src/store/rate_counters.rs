//! Counters of what may happen so often in a window, table `rate_counters`.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::rate_counters;
use crate::model::ids::PoolId;

/// A counter's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counter {
    /// How many have happened in the window.
    pub used: i64,
    /// When the window ends, Unix milliseconds.
    pub window_ends_at: i64,
}

/// Reads a counter, made from `fresh` when it is missing, and keeps it from other writers until the end of this
/// write. Who takes several takes them in the order of scope and subject.
///
/// # Errors
/// When the database did not answer.
pub fn find_for_update(
    c: &mut AnyConn,
    pool: &PoolId,
    scope: &str,
    subject: &str,
    fresh: Counter,
) -> Result<Counter, StoreError> {
    // An update that changes nothing takes the row's lock on PostgreSQL and returns it, in one statement.
    let (used, window_ends_at) = on!(c, c => diesel::insert_into(rate_counters::table)
        .values((
            rate_counters::pool_id.eq(pool.as_str()),
            rate_counters::scope.eq(scope),
            rate_counters::subject.eq(subject),
            rate_counters::used.eq(fresh.used),
            rate_counters::window_ends_at.eq(fresh.window_ends_at),
        ))
        .on_conflict((rate_counters::pool_id, rate_counters::scope, rate_counters::subject))
        .do_update()
        .set(rate_counters::used.eq(rate_counters::used))
        .returning((rate_counters::used, rate_counters::window_ends_at))
        .get_result::<(i64, i64)>(c))?;
    Ok(Counter { used, window_ends_at })
}

/// Stores a counter that [`find_for_update`] read.
///
/// # Errors
/// When the database did not answer.
pub fn update(
    c: &mut AnyConn,
    pool: &PoolId,
    scope: &str,
    subject: &str,
    counter: Counter,
) -> Result<(), StoreError> {
    let row = rate_counters::table.find((pool.as_str(), scope, subject));
    on!(c, c => diesel::update(row)
        .set((
            rate_counters::used.eq(counter.used),
            rate_counters::window_ends_at.eq(counter.window_ends_at),
        ))
        .execute(c))?;
    Ok(())
}
