//! Counters of what may happen so often in a window, in the database.

use crate::model::ids::PoolId;
use crate::store::rate_counters::{self, Counter};
use crate::store::{AnyConn, StoreError};

/// One limit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Limit {
    /// What is counted, for example `mail-destination`.
    pub scope: &'static str,
    /// For whom.
    pub subject: String,
    /// How many in a window.
    pub most: u32,
    /// The window in milliseconds.
    pub window_ms: i64,
}

/// A limit is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a limit is used up for {for_ms} ms")]
pub struct UsedUp {
    /// Until its window ends, milliseconds.
    pub for_ms: i64,
}

impl UsedUp {
    /// The value of `Retry-After`: whole seconds, at least one.
    pub fn retry_after_seconds(self) -> u64 {
        u64::try_from(self.for_ms).unwrap_or(0).div_ceil(1000).max(1)
    }
}

/// Takes one from each of `limits`, or from none when one is used up; to be called inside a write. A window begins
/// with the first use after the last one ended.
///
/// # Errors
/// When the database did not answer. The verdict is a value, so that the write it stands in may commit.
pub fn take(
    c: &mut AnyConn,
    pool: &PoolId,
    limits: &[Limit],
    now: i64,
) -> Result<Result<(), UsedUp>, StoreError> {
    // Two writes that take the same counters in different orders would wait for each other for ever.
    let mut limits: Vec<&Limit> = limits.iter().collect();
    limits.sort();
    let mut counters = Vec::with_capacity(limits.len());
    for limit in limits {
        let fresh = Counter { used: 0, window_ends_at: now + limit.window_ms };
        let stored = rate_counters::find_for_update(c, pool, limit.scope, &limit.subject, fresh)?;
        // A window that ends too late was begun by a clock that has been put right since.
        let ends_at = stored.window_ends_at.min(fresh.window_ends_at);
        let counter = if ends_at <= now { fresh } else { Counter { window_ends_at: ends_at, ..stored } };
        if counter.used >= i64::from(limit.most) {
            return Ok(Err(UsedUp { for_ms: counter.window_ends_at - now }));
        }
        counters.push((limit, counter));
    }
    for (limit, counter) in counters {
        let taken = Counter { used: counter.used + 1, ..counter };
        rate_counters::update(c, pool, limit.scope, &limit.subject, taken)?;
    }
    Ok(Ok(()))
}
