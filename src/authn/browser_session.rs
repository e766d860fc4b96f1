//! Browser sessions: begun by a finished flow, found by the cookie, ended.

use super::AuthnError;
use crate::env::Env;
use crate::model::flow::Authenticated;
use crate::model::ids::SessionId;
use crate::model::pool::UserPool;
use crate::model::session::BrowserSession;
use crate::model::user::User;

/// Begins a session from a finished flow; returns it with the cookie's value, which is stored only as its SHA-256.
/// A flow gives one session only: a second call for the same flow is refused with [`AuthnError::MovedOn`]. `replaced` is
/// the cookie value that the browser held before; when that session is of the same person it ends, otherwise it ends too:
/// one browser has one session in a pool.
///
/// # Errors
/// [`AuthnError::MovedOn`], [`AuthnError::Store`].
pub async fn start(
    _env: &Env,
    _pool: &UserPool,
    _authenticated: &Authenticated,
    _replaced: Option<&str>,
) -> Result<(BrowserSession, String), AuthnError> {
    todo!()
}

/// Finds the session of a cookie value, with its user, and moves its idle end (at most once a minute). `None` when it is
/// unknown, ended, of another pool, or its user is disabled or was signed out everywhere.
///
/// # Errors
/// [`AuthnError::Store`].
pub async fn find(
    _env: &Env,
    _pool: &UserPool,
    _cookie: &str,
) -> Result<Option<(BrowserSession, User)>, AuthnError> {
    todo!()
}

/// Ends a session.
///
/// # Errors
/// [`AuthnError::Store`].
pub async fn end(_env: &Env, _pool: &UserPool, _id: &SessionId) -> Result<(), AuthnError> {
    todo!()
}
