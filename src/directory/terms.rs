//! The terms of a pool and who accepted which version.
//!
//! Nobody gets to an application with the version in force unaccepted: `oauth` asks [`due`] before every code, whichever
//! way somebody signed in and however long ago. Accepting is recorded once for a version, with its time and addresses.

use super::DirectoryError;
use crate::env::Env;
use crate::model::agreement::{AcceptedTerms, TermsAcceptance, TermsSettings};
use crate::model::event::{Actor, AuditEvent};
use crate::model::ids::UserId;
use crate::model::pool::UserPool;
use crate::security::audit;
use crate::store::{pools, terms, users};

/// What somebody has to accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Terms, for the first time.
    First,
    /// A newer version than the one they accepted.
    Changed,
}

/// What somebody has to accept, and the settings that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueTerms {
    /// Why.
    pub due: Due,
    /// The terms in force.
    pub settings: TermsSettings,
}

/// Whether somebody has to accept terms by the pool as it is known here; whoever has is told so by one look-up. That may
/// be five seconds old, so whoever has not is judged by the terms in force now: else two nodes that know different ones
/// would send a browser to and fro.
///
/// # Errors
/// When the database did not answer.
pub async fn due(env: &Env, pool: &UserPool, user: &UserId) -> Result<Option<DueTerms>, DirectoryError> {
    let Some(version) = pool.settings.terms.version.clone() else { return Ok(None) };
    let who = user.clone();
    match env.db.read(move |c| terms::has_accepted(c, &who, &version)).await? {
        true => Ok(None),
        false => due_now(env, pool, user).await,
    }
}

/// Whether somebody has to accept the terms in force at this moment; `None` when they have, or nobody has to.
///
/// # Errors
/// When the database did not answer.
pub async fn due_now(env: &Env, pool: &UserPool, user: &UserId) -> Result<Option<DueTerms>, DirectoryError> {
    let (pool, user) = (pool.id.clone(), user.clone());
    let read = env.db.read(move |c| {
        let Some(settings) = pools::find(c, &pool)?.map(|pool| pool.settings.terms) else { return Ok(None) };
        let Some(version) = settings.version.clone() else { return Ok(None) };
        if terms::has_accepted(c, &user, &version)? {
            return Ok(None);
        }
        let due = if terms::has_accepted_any(c, &user)? { Due::Changed } else { Due::First };
        Ok(Some(DueTerms { due, settings }))
    });
    Ok(read.await?)
}

/// Records that somebody accepted terms. A second time changes nothing.
///
/// # Errors
/// [`DirectoryError::NotFound`] when the person is gone.
pub async fn accept(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    accepted: AcceptedTerms,
) -> Result<(), DirectoryError> {
    let event = event(env, pool, user, &accepted).by(Actor::Person(user.clone()));
    let acceptance = TermsAcceptance { terms: accepted, accepted_at: env.now() };
    let (key, user) = (pool.id.clone(), user.clone());
    let written = env.db.write(move |c| {
        if !users::hold(c, &key, &user)? {
            return Ok(None);
        }
        let is_new = terms::insert(c, (&key, &user), &acceptance)?;
        if is_new {
            audit::record(c, &event)?;
        }
        Ok(Some(is_new))
    });
    match written.await? {
        Some(true) => env.metrics.people.agreements.one(&pool.id, ["terms", "accepted"]),
        Some(false) => {}
        None => return Err(DirectoryError::NotFound("user")),
    }
    Ok(())
}

/// What somebody accepted, the newest first.
///
/// # Errors
/// When the database did not answer.
pub async fn of_user(env: &Env, user: &UserId) -> Result<Vec<TermsAcceptance>, DirectoryError> {
    let user = user.clone();
    Ok(env.db.read(move |c| terms::list_of_user(c, &user)).await?)
}

/// The event of an acceptance.
pub(super) fn event(env: &Env, pool: &UserPool, user: &UserId, accepted: &AcceptedTerms) -> AuditEvent {
    audit::event(env, "terms.accept")
        .in_pool(&pool.id)
        .about("user", user)
        .with("version", accepted.version.as_str())
}
