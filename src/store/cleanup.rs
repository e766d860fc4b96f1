//! Deleting what has expired, for every table whose rows end by time.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::domains;
use super::error::StoreError;
use super::schema::{
    address_take_backs, auth_flows, authorization_codes, authorization_requests, browser_sessions,
    known_browsers, lockouts, one_time_codes, outbox, pending_addresses, rate_counters, refresh_tokens,
    released_domains, remembered_devices, round_trips, seen_assertions, token_families,
};

/// About so many rows of a table go in one call, so that no transaction grows long.
const BATCH: i64 = 500;
const HOUR_MS: i64 = 3_600_000;
const TEN_MINUTES_MS: i64 = 600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// How long a rotated refresh token is recognised, so that its reuse ends the family; a family may live for years.
const REUSE_MS: i64 = 30 * DAY_MS;

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
/// token family as long as an access token of it may live, a rotated refresh token for thirty days, and an expired flow
/// is told from an unknown one.
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
    rows += rotated_tokens(c, now - REUSE_MS)?;
    rows += delete_batch!(c, known_browsers.expires_at <= now);
    rows += delete_batch!(c, remembered_devices.expires_at <= now);
    rows += delete_batch!(c, pending_addresses.expires_at <= now);
    rows += delete_batch!(c, address_take_backs.expires_at <= now);
    rows += delete_batch!(c, lockouts.forget_at <= now);
    rows += delete_batch!(c, rate_counters.window_ends_at <= now);
    rows += delete_batch!(c, round_trips.expires_at <= now - TEN_MINUTES_MS);
    rows += delete_batch!(c, seen_assertions.expires_at <= now);
    rows += domains::delete_ended(c, now)?;
    rows += delete_batch!(c, released_domains.free_at <= now);
    let gone = outbox::sent_at.is_not_null().or(outbox::failed_at.is_not_null());
    rows += delete_batch!(c, outbox.created_at <= now - DAY_MS, gone);
    Ok(rows)
}

/// Refresh tokens that others have long replaced: of a client that refreshes every few minutes they would outgrow
/// everything else.
fn rotated_tokens(c: &mut AnyConn, until: i64) -> Result<usize, StoreError> {
    let old = refresh_tokens::table
        .filter(refresh_tokens::used_at.le(until))
        .order(refresh_tokens::used_at)
        .select(refresh_tokens::digest)
        .limit(BATCH);
    let old: Vec<String> = on!(&mut *c, c => old.load(c))?;
    if old.is_empty() {
        return Ok(0);
    }
    let batch = refresh_tokens::table.filter(refresh_tokens::digest.eq_any(old));
    Ok(on!(c, c => diesel::delete(batch).execute(c))?)
}
