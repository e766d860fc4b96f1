//! Deleting what has expired, for every table whose rows end by time.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::domains;
use super::error::StoreError;
use super::schema::{
    auth_flows, authorization_codes, authorization_requests, browser_sessions, known_browsers, lockouts,
    one_time_codes, outbox, rate_counters, released_domains, token_families,
};

/// About so many rows of a table go in one call, so that no transaction grows long.
const BATCH: i64 = 500;
const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// Deletes about a batch of the rows of `$table` whose `$expiry` is not after `$until` and that fulfil `$also`, the
/// oldest first.
macro_rules! delete_batch {
    ($any:expr, $table:ident . $expiry:ident <= $until:expr $(, $also:expr)?) => {{
        let until: i64 = $until;
        let last = $table::table
            .filter($table::$expiry.le(until))
            $(.filter($also))?
            .order($table::$expiry)
            .select($table::$expiry)
            .offset(BATCH - 1)
            .limit(1);
        let last: Option<i64> = on!(&mut *$any, c => last.first(c).optional())?;
        let batch = $table::table.filter($table::$expiry.le(last.unwrap_or(until))) $(.filter($also))?;
        on!(&mut *$any, c => diesel::delete(batch).execute(c))?
    }};
}

/// Deletes a batch of everything that has expired, and returns how many rows went; 0 when nothing is left.
///
/// Rows that somebody may still come back for stay a while: a spent authorization code is recognised for a day, a
/// token family as long as an access token of it may live, and an expired flow is told from an unknown one.
///
/// # Errors
/// When the database did not answer.
pub fn expired(c: &mut AnyConn, now: i64) -> Result<usize, StoreError> {
    let mut rows = 0;
    rows += delete_batch!(c, one_time_codes.expires_at <= now, one_time_codes::tries_until.le(now));
    rows += delete_batch!(c, auth_flows.expires_at <= now - HOUR_MS);
    rows += delete_batch!(c, authorization_requests.expires_at <= now - HOUR_MS);
    rows += delete_batch!(c, authorization_codes.expires_at <= now - DAY_MS);
    rows += delete_batch!(c, browser_sessions.expires_at <= now);
    rows += delete_batch!(c, browser_sessions.idle_expires_at <= now);
    rows += delete_batch!(c, token_families.expires_at <= now - DAY_MS);
    rows += delete_batch!(c, known_browsers.expires_at <= now);
    rows += delete_batch!(c, lockouts.forget_at <= now);
    rows += delete_batch!(c, rate_counters.window_ends_at <= now);
    rows += domains::delete_ended(c, now)?;
    rows += delete_batch!(c, released_domains.free_at <= now);
    let gone = outbox::sent_at.is_not_null().or(outbox::failed_at.is_not_null());
    rows += delete_batch!(c, outbox.created_at <= now - DAY_MS, gone);
    Ok(rows)
}
