//! Proving once more who one is, before changing how one signs in.
//!
//! A step-up is a flow whose person is set beforehand (`FlowState::step_up`): everything that proves somebody else is
//! refused, the name is not asked, and a second factor is asked for wherever there is one, also after a sign-in at an
//! identity provider. When it is complete it renews the session it was asked for; nothing else of the session changes.
//! Whether a session is fresh enough is read from what was proven in it, on the server.

use super::browser_session::is_complete_for;
use super::engine::Turn;
use super::{AuthnError, policy};
use crate::crypto::digest::sha256_base64url;
use crate::directory::password::{self, PasswordVerdict};
use crate::directory::{self, DirectoryError, external, names};
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::external::ExternalIdentity;
use crate::model::flow::{Authenticated, FlowState, ProofKind, authentication_methods};
use crate::model::ids::UserId;
use crate::model::pool::UserPool;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::security::audit;
use crate::security::lockout::{self, LockSubject};
use crate::store::{flows, sessions};

/// Whether a session is fresh enough to change the account: proven within the time that the pool says, with a second
/// factor where the person has one. A browser that is remembered stands in for no factor here.
///
/// # Errors
/// When the database did not answer.
pub async fn is_fresh(
    env: &Env,
    pool: &UserPool,
    (session, user): (&BrowserSession, &User),
) -> Result<bool, AuthnError> {
    let age_ms = env.now() - session.authenticated_at;
    if !(0..=pool.settings.account.fresh_ms()).contains(&age_ms) {
        return Ok(false);
    }
    let available = directory::factors::available(env, pool, user).await?;
    Ok(available.is_empty() || policy::has_shown_two(&session.proofs))
}

/// Whether a session was begun, or renewed, with the password.
pub fn has_shown_password(session: &BrowserSession) -> bool {
    session.proofs.iter().any(|proof| proof.kind == ProofKind::Password)
}

/// Checks the present password of somebody who is signed in, counted and locked as at a sign-in.
///
/// # Errors
/// [`AuthnError::IncorrectCredentials`], [`AuthnError::Locked`], [`AuthnError::Busy`].
pub async fn check_password(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &UserId,
    password: &str,
) -> Result<(), AuthnError> {
    let attempt = lockout::claim(env, caller, pool, &LockSubject::Known(user.clone())).await?;
    match password::check(env, pool, Some(user), password).await {
        Ok(PasswordVerdict::Right) => Ok(lockout::succeeded(env, attempt).await?),
        Ok(_) => {
            lockout::failed(env, attempt).await;
            Err(AuthnError::IncorrectCredentials)
        }
        Err(DirectoryError::Busy) => {
            // Nothing was learned, so nothing is counted.
            lockout::withdraw(env, attempt).await?;
            Err(AuthnError::Busy)
        }
        Err(error) => Err(error.into()),
    }
}

/// Renews the session of a cookie value with what a step-up has proven, under a new cookie value. `None` when there is no
/// such session of this person any more; the flow can then begin one.
///
/// # Errors
/// [`AuthnError::MovedOn`] when the flow was used before or ended meanwhile; [`AuthnError::Store`].
pub async fn renew(
    env: &Env,
    pool: &UserPool,
    authenticated: &Authenticated,
    cookie: &str,
) -> Result<Option<(BrowserSession, String)>, AuthnError> {
    if authenticated.pool_id != pool.id {
        return Err(AuthnError::UnknownFlow);
    }
    let now = env.now();
    let (pool_id, user) = (pool.id.clone(), authenticated.user_id.clone());
    let (old, key) = (sha256_base64url(cookie.as_bytes()), pool.id.clone());
    let found = env.db.read(move |c| sessions::find(c, &key, &old, now)).await?;
    let Some(before) = found.filter(|session| session.user_id == user) else { return Ok(None) };
    let (idle_ms, _) = pool.settings.session_life_ms();
    let session = BrowserSession {
        authenticated_at: authenticated.authenticated_at,
        proofs: authenticated.proofs.clone(),
        seen_at: now,
        idle_expires_at: (now + idle_ms).min(before.expires_at),
        ..before
    };
    let fresh = env.random.token();
    let digests = (sha256_base64url(cookie.as_bytes()), sha256_base64url(fresh.as_bytes()));
    let (row, flow_id) = (session.clone(), authenticated.flow_id.clone());
    let event = audit::event(env, "session.confirm")
        .in_pool(&pool.id)
        .by(Actor::Person(user.clone()))
        .about("user", &user)
        .with("methods", authentication_methods(&session.proofs));
    let renewed = env.db.write(move |c| {
        if !sessions::hold_user(c, &pool_id, &user, row.authenticated_at)? {
            return Ok(Renewed::MovedOn);
        }
        let flow = flows::find(c, &pool_id, &flow_id)?;
        if !flow.is_some_and(|flow| is_complete_for(&flow, &row)) {
            return Ok(Renewed::MovedOn);
        }
        // Looked for before the flow is spent, which can then still begin a session.
        if sessions::find(c, &pool_id, &digests.0, now)?.is_none_or(|present| present.id != row.id) {
            return Ok(Renewed::Gone);
        }
        if !flows::consume(c, &pool_id, &flow_id, now)? {
            return Ok(Renewed::MovedOn);
        }
        sessions::renew(c, &row, (&digests.0, &digests.1))?;
        audit::record(c, &event)?;
        Ok(Renewed::Done)
    });
    match renewed.await? {
        Renewed::Done => {
            env.metrics.account.step_ups.one(&pool.id, ["proven"]);
            Ok(Some((session, fresh)))
        }
        Renewed::Gone => Ok(None),
        Renewed::MovedOn => Err(AuthnError::MovedOn),
    }
}

enum Renewed {
    Done,
    Gone,
    MovedOn,
}

/// Whom a typed name means: in a step-up the person whose session it is, whatever was typed.
pub(super) async fn named(turn: &Turn<'_>, typed: &str) -> Result<Option<User>, AuthnError> {
    Ok(match &turn.flow.state.step_up {
        Some(user) => directory::users::find(turn.env, turn.pool, user).await?,
        None => names::find_for_sign_in(turn.env, turn.pool, typed).await?,
    })
}

/// Refuses everybody but the person whom a step-up is about.
pub(super) fn check(state: &FlowState, user: &UserId) -> Result<(), AuthnError> {
    match &state.step_up {
        Some(expected) if expected != user => Err(AuthnError::OtherAccount),
        _ => Ok(()),
    }
}

/// Refuses, in a step-up, everybody of a provider who is not linked with the person whom it is about.
pub(super) async fn check_identity(turn: &Turn<'_>, identity: &ExternalIdentity) -> Result<(), AuthnError> {
    let Some(expected) = &turn.flow.state.step_up else { return Ok(()) };
    let links = external::links(turn.env, expected).await?;
    let is_this =
        links.iter().any(|link| link.provider == identity.provider && link.subject == identity.subject);
    if is_this { Ok(()) } else { Err(refused(turn)) }
}

fn refused(turn: &Turn<'_>) -> AuthnError {
    turn.env.metrics.account.step_ups.one(&turn.pool.id, ["other_account"]);
    AuthnError::OtherAccount
}
