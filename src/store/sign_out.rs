//! Ending everything that a person's earlier sign-ins opened, in one write with the fact that ends it.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::remembered_devices;
use super::schema::{auth_flows, authorization_codes, browser_sessions, token_families, users};
use crate::model::ids::{FlowId, PoolId, SessionId, UserId};

/// What a person keeps: the browser and the flow in which the change was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keep {
    /// The session that stays.
    pub session: Option<SessionId>,
    /// The flow that goes on.
    pub flow: Option<FlowId>,
    /// All sessions and tokens: only the flows that are under way end.
    pub everything: bool,
}

/// Ends a person's browser sessions, refresh families, open flows, unused authorization codes and remembered browsers, and marks
/// the moment, so that access tokens from before are dead too. Returns whether the person exists.
///
/// # Errors
/// When the database did not answer.
pub fn end_all(
    conn: &mut AnyConn,
    pool: &PoolId,
    user: &UserId,
    keep: &Keep,
    now: i64,
) -> Result<bool, StoreError> {
    if keep.everything {
        end_flows(conn, pool, user, keep.flow.as_ref())?;
        return super::users::touch(conn, pool, user, now);
    }
    // The person's row first: whoever starts a session or a family meanwhile waits here, or sees the mark.
    let row = users::table.filter(users::pool_id.eq(pool.as_str())).filter(users::id.eq(user.as_str()));
    let found = on!(conn, c => diesel::update(row)
        .set((users::signed_out_at.eq(now), users::updated_at.eq(now)))
        .execute(c))?;
    let kept = keep.session.as_ref().map_or("", SessionId::as_str);
    let sessions = || {
        browser_sessions::table
            .filter(browser_sessions::pool_id.eq(pool.as_str()))
            .filter(browser_sessions::user_id.eq(user.as_str()))
    };
    on!(conn, c => diesel::delete(sessions().filter(browser_sessions::id.ne(kept))).execute(c))?;
    // The mark ends every session that was proven before it. In the one kept the person has just been asked.
    on!(conn, c => diesel::update(sessions()).set(browser_sessions::authenticated_at.eq(now)).execute(c))?;
    let families = token_families::table
        .filter(token_families::pool_id.eq(pool.as_str()))
        .filter(token_families::user_id.eq(user.as_str()))
        .filter(token_families::revoked_at.is_null());
    on!(conn, c => diesel::update(families).set(token_families::revoked_at.eq(now)).execute(c))?;
    let codes = authorization_codes::table
        .filter(authorization_codes::pool_id.eq(pool.as_str()))
        .filter(authorization_codes::user_id.eq(user.as_str()))
        .filter(authorization_codes::used_at.is_null());
    on!(conn, c => diesel::delete(codes).execute(c))?;
    // Whoever had the old password may have had a browser remembered as well.
    remembered_devices::delete_of_user(conn, pool, user)?;
    end_flows(conn, pool, user, keep.flow.as_ref())?;
    Ok(found == 1)
}

/// Ends a person's open flows but the one kept.
///
/// # Errors
/// When the database did not answer.
pub fn end_flows(
    conn: &mut AnyConn,
    pool: &PoolId,
    user: &UserId,
    keep: Option<&FlowId>,
) -> Result<(), StoreError> {
    let flows = auth_flows::table
        .filter(auth_flows::pool_id.eq(pool.as_str()))
        .filter(auth_flows::user_id.eq(user.as_str()))
        .filter(auth_flows::id.ne(keep.map_or("", FlowId::as_str)));
    on!(conn, c => diesel::delete(flows).execute(c))?;
    Ok(())
}

/// What a person has open: browser sessions, and families whose refresh tokens still work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Open {
    /// Browser sessions.
    pub sessions: i64,
    /// Token families.
    pub families: i64,
}

/// Counts what a person has open.
///
/// # Errors
/// When the database did not answer.
pub fn count_open(conn: &mut AnyConn, pool: &PoolId, user: &UserId, now: i64) -> Result<Open, StoreError> {
    let sessions = browser_sessions::table
        .filter(browser_sessions::pool_id.eq(pool.as_str()))
        .filter(browser_sessions::user_id.eq(user.as_str()))
        .filter(browser_sessions::idle_expires_at.gt(now))
        .filter(browser_sessions::expires_at.gt(now))
        .count();
    let families = token_families::table
        .filter(token_families::pool_id.eq(pool.as_str()))
        .filter(token_families::user_id.eq(user.as_str()))
        .filter(token_families::revoked_at.is_null())
        .filter(token_families::expires_at.gt(now))
        .count();
    Ok(Open {
        sessions: on!(&mut *conn, c => sessions.get_result(c))?,
        families: on!(conn, c => families.get_result(c))?,
    })
}
