//! Leases, table `leases`: who does a job that is done once over all nodes.
//!
//! A lease is a row with an end. It is taken by one conditional statement, whose row count is the verdict; a node that
//! dies gives its leases back by time. Every time here is the database's own: the clocks of the nodes are not asked, so
//! it does not matter by how much they differ.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::leases;

/// How much longer than asked for a lease may last: another version's may.
const HOUR_MS: i64 = 3_600_000;

/// What became of the wish for a lease.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The lease is the holder's.
    Taken,
    /// Somebody has it for so many more milliseconds, as far as is known.
    Held {
        /// Milliseconds.
        for_ms: i64,
    },
}

/// Takes the lease `name` for `for_ms` milliseconds, unless it has not ended yet, whoever has it.
///
/// # Errors
/// When the database did not answer.
pub fn take(c: &mut AnyConn, name: &str, holder: &str, for_ms: i64) -> Result<Verdict, StoreError> {
    let now = now(c)?;
    let until = now + for_ms;
    // An end that is too far away was set by a clock that has been put right since.
    let impossible = leases::until.gt(until + HOUR_MS);
    let ended = leases::table.filter(leases::name.eq(name)).filter(leases::until.le(now).or(impossible));
    let mut taken = on!(&mut *c, c => diesel::update(ended)
        .set((leases::holder.eq(holder), leases::until.eq(until)))
        .execute(c))?;
    if taken == 0 {
        taken = on!(&mut *c, c => diesel::insert_into(leases::table)
            .values((leases::name.eq(name), leases::holder.eq(holder), leases::until.eq(until)))
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    if taken == 1 {
        return Ok(Verdict::Taken);
    }
    let until = leases::table.find(name).select(leases::until);
    let until: Option<i64> = on!(c, c => until.first(c).optional())?;
    Ok(Verdict::Held { for_ms: until.map_or(0, |until| (until - now).max(0)) })
}

/// Moves the end of a lease to `for_ms` milliseconds from now, when `holder` still has it. Returns whether it does:
/// one that has ended and that nobody else took is still the holder's.
///
/// # Errors
/// When the database did not answer.
pub fn extend(c: &mut AnyConn, name: &str, holder: &str, for_ms: i64) -> Result<bool, StoreError> {
    let now = now(c)?;
    let row = leases::table.filter(leases::name.eq(name)).filter(leases::holder.eq(holder));
    Ok(on!(c, c => diesel::update(row).set(leases::until.eq(now + for_ms)).execute(c))? == 1)
}

/// Gives back everything that `holder` has, so that another node need not wait for the end.
///
/// # Errors
/// When the database did not answer.
pub fn release_all(c: &mut AnyConn, holder: &str) -> Result<usize, StoreError> {
    let rows = leases::table.filter(leases::holder.eq(holder));
    Ok(on!(c, c => diesel::delete(rows).execute(c))?)
}

/// The database's time, Unix milliseconds.
fn now(c: &mut AnyConn) -> Result<i64, StoreError> {
    let time = match c {
        // Not now(), which stands still for the length of a transaction.
        AnyConn::Pg(_) => "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
        AnyConn::Sqlite(_) => "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
    };
    Ok(on!(c, c => diesel::select(sql::<BigInt>(time)).get_result(c))?)
}
