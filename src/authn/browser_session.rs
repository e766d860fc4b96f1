//! Browser sessions: begun by a finished flow, found by the cookie, ended.
//!
//! Owns the exchange of a flow for a session and the session's life. Leaves to the surfaces how the cookie travels.

use super::factors::external;
use super::{AuthnError, watch};
use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::external::Upstream;
use crate::model::flow::{AuthFlow, Authenticated, Stage, Subject, authentication_methods};
use crate::model::ids::SessionId;
use crate::model::pool::UserPool;
use crate::model::session::{BrowserSession, SeenBrowser};
use crate::model::user::User;
use crate::security::{audit, upstream};
use crate::store::{flows, sessions, users};

/// A session's use is noted at most once in so many milliseconds.
const SEEN_EVERY_MS: i64 = 60_000;

/// Begins a session from a finished flow; returns it with the cookie's value, which is stored only as its SHA-256.
/// A flow gives one session only: a second call for the same flow is refused with [`AuthnError::MovedOn`]. `replaced` is
/// the cookie value that the browser held before; that session ends, whosever it was: one browser has one session in a
/// pool.
///
/// # Errors
/// [`AuthnError::MovedOn`], also when the person's flows were ended meanwhile; [`AuthnError::Store`].
pub async fn start(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    authenticated: &Authenticated,
    replaced: Option<&str>,
) -> Result<(BrowserSession, String), AuthnError> {
    if authenticated.pool_id != pool.id {
        return Err(AuthnError::UnknownFlow);
    }
    let now = env.now();
    let cookie = env.random.token();
    let (idle_ms, absolute_ms) = pool.settings.session_life_ms();
    let session = BrowserSession {
        id: SessionId::trusted(env.random.uuid_v4()),
        pool_id: pool.id.clone(),
        user_id: authenticated.user_id.clone(),
        authenticated_at: authenticated.authenticated_at,
        proofs: authenticated.proofs.clone(),
        created_at: now,
        seen_at: now,
        idle_expires_at: now + idle_ms.min(absolute_ms),
        expires_at: now + absolute_ms,
        sealed_upstream: None,
        upstream_marks: None,
        browser: Some(seen(caller)),
    };
    let session = with_upstream(env, authenticated, session)?;
    let (row, flow_id, digest) =
        (session.clone(), authenticated.flow_id.clone(), sha256_base64url(cookie.as_bytes()));
    let replaced = replaced.map(|cookie| sha256_base64url(cookie.as_bytes()));
    let event = audit::event(env, "session.begin")
        .in_pool(&pool.id)
        .by(Actor::Person(session.user_id.clone()))
        .about("user", &session.user_id)
        .with("client", authenticated.client_id.as_str())
        .with("methods", authentication_methods(&session.proofs));
    let started = env
        .db
        .write(move |c| {
            if !sessions::hold_user(c, &row.pool_id, &row.user_id, row.authenticated_at)? {
                return Ok(false);
            }
            let flow = flows::find(c, &row.pool_id, &flow_id)?;
            if !flow.is_some_and(|flow| is_complete_for(&flow, &row))
                || !flows::consume(c, &row.pool_id, &flow_id, now)?
            {
                return Ok(false);
            }
            if let Some(replaced) = &replaced {
                sessions::delete_by_digest(c, &row.pool_id, replaced)?;
            }
            sessions::insert(c, &digest, &row)?;
            audit::record(c, &event)?;
            Ok(true)
        })
        .await?;
    if !started {
        return Err(AuthnError::MovedOn);
    }
    env.metrics.people.sign_ins.one(&pool.id, [watch::whole_method(authenticated), "success"]);
    Ok((session, cookie))
}

/// Finds the session of a cookie value, with its user, and moves its idle end (at most once a minute). `None` when it is
/// unknown, ended, of another pool, or its user is disabled or was signed out everywhere.
///
/// # Errors
/// [`AuthnError::Store`].
pub async fn find(
    env: &Env,
    pool: &UserPool,
    cookie: &str,
) -> Result<Option<(BrowserSession, User)>, AuthnError> {
    let now = env.now();
    let (pool_id, digest) = (pool.id.clone(), sha256_base64url(cookie.as_bytes()));
    let found = env
        .db
        .read(move |c| {
            let Some(session) = sessions::find(c, &pool_id, &digest, now)? else { return Ok(None) };
            let user = users::find(c, &pool_id, &session.user_id)?;
            Ok(user.map(|user| (session, user)))
        })
        .await?;
    let lives = |session: &BrowserSession, user: &User| {
        user.enabled && session.authenticated_at >= user.signed_out_at
    };
    let Some((mut session, user)) = found.filter(|(session, user)| lives(session, user)) else {
        return Ok(None);
    };
    if now - session.seen_at >= SEEN_EVERY_MS {
        let (idle_ms, _) = pool.settings.session_life_ms();
        session.seen_at = now;
        session.idle_expires_at = (now + idle_ms).min(session.expires_at);
        let seen = session.clone();
        env.db.write(move |c| sessions::update_seen(c, &seen)).await?;
    }
    Ok(Some((session, user)))
}

/// Ends a session.
///
/// # Errors
/// [`AuthnError::Store`].
pub async fn end(env: &Env, pool: &UserPool, session: &BrowserSession) -> Result<(), AuthnError> {
    let (pool_id, id) = (pool.id.clone(), session.id.clone());
    let user = Actor::Person(session.user_id.clone());
    let event = audit::event(env, "session.end").in_pool(&pool.id).by(user).about("user", &session.user_id);
    env.db
        .write(move |c| {
            sessions::delete(c, &pool_id, &id)?;
            audit::record(c, &event)
        })
        .await?;
    env.metrics.people.sign_outs.one(&pool.id, []);
    Ok(())
}

/// What is kept of a browser, so that its owner recognises it.
fn seen(caller: &Caller) -> SeenBrowser {
    SeenBrowser { user_agent: caller.user_agent.clone(), network: caller.address_prefix() }
}

/// The session with what a sign-out at the provider needs; it ends when the provider says so.
fn with_upstream(
    env: &Env,
    authenticated: &Authenticated,
    mut session: BrowserSession,
) -> Result<BrowserSession, AuthnError> {
    let Some(login) = &authenticated.external else { return Ok(session) };
    let identity = external::open(env, (&session.pool_id, &authenticated.flow_id), login)?;
    if let Some(ends_at) = identity.session_ends_at {
        session.expires_at = session.expires_at.min(ends_at);
        session.idle_expires_at = session.idle_expires_at.min(session.expires_at);
    }
    let upstream = Upstream { provider: identity.provider, session: identity.session };
    let json = serde_json::to_vec(&upstream).expect("texts are JSON");
    let sealed = env.keys.seal_column(upstream_place(&session), &json, env.random.as_ref());
    session.sealed_upstream = Some(sealed);
    session.upstream_marks = upstream::marks(env, &session.pool_id, &upstream);
    Ok(session)
}

/// The session at a provider that this one began with.
///
/// # Errors
/// [`AuthnError::Internal`] when it cannot be opened.
pub fn upstream(env: &Env, session: &BrowserSession) -> Result<Option<Upstream>, AuthnError> {
    let Some(sealed) = &session.sealed_upstream else { return Ok(None) };
    let lost = || AuthnError::Internal("a session at a provider cannot be opened".into());
    let json = env.keys.open_column(upstream_place(session), sealed).map_err(|_| lost())?;
    serde_json::from_slice(&json).map(Some).map_err(|_| lost())
}

fn upstream_place(session: &BrowserSession) -> [&str; 4] {
    [session.pool_id.as_str(), "browser_sessions", session.id.as_str(), "sealed_upstream"]
}

/// Whether a flow has proven all that the session claims.
pub(super) fn is_complete_for(flow: &AuthFlow, session: &BrowserSession) -> bool {
    let state = &flow.state;
    state.stage == Stage::Complete { at: session.authenticated_at }
        && state.subject == Subject::Known(session.user_id.clone())
        && state.proofs == session.proofs
}
