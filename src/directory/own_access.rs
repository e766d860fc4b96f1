//! Where somebody is signed in and which applications have tokens of theirs, and the end of each by their own wish.

use std::collections::BTreeMap;

use super::DirectoryError;
use crate::env::Env;
use crate::model::event::{Actor, AuditEvent};
use crate::model::ids::{ClientId, SessionId, UserId};
use crate::model::pool::UserPool;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::security::audit;
use crate::store::{clients, sessions, token_families, users};

/// An application with live tokens of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Access {
    /// The client.
    pub client_id: ClientId,
    /// Its name as pages show it; the id where it has none.
    pub name: String,
    /// The scopes of all its tokens together, sorted.
    pub scope: Vec<String>,
    /// When the oldest of its tokens was given, Unix milliseconds.
    pub since: i64,
    /// When it last got tokens, Unix milliseconds.
    pub last_used: i64,
}

/// The sessions of a person that live, the one used last first.
///
/// # Errors
/// When the database did not answer.
pub async fn sessions(
    env: &Env,
    pool: &UserPool,
    user: &User,
) -> Result<Vec<BrowserSession>, DirectoryError> {
    let (pool, id, now, since) = (pool.id.clone(), user.id.clone(), env.now(), user.signed_out_at);
    let mut all = env.db.read(move |c| sessions::list_of_user(c, &pool, &id, now)).await?;
    all.retain(|session| session.authenticated_at >= since);
    Ok(all)
}

/// The applications that have live tokens of a person, by name.
///
/// # Errors
/// When the database did not answer.
pub async fn applications(env: &Env, pool: &UserPool, user: &UserId) -> Result<Vec<Access>, DirectoryError> {
    let (pool, user, now) = (pool.id.clone(), user.clone(), env.now());
    let read = env.db.read(move |c| {
        let mut by_client: BTreeMap<String, Access> = BTreeMap::new();
        for (family, last_used) in token_families::list_of_user(c, &pool, &user, now)? {
            let key = family.client_id.to_string();
            let access = by_client.entry(key).or_insert_with(|| Access {
                name: String::new(),
                client_id: family.client_id.clone(),
                scope: Vec::new(),
                since: family.created_at,
                last_used,
            });
            access.since = access.since.min(family.created_at);
            access.last_used = access.last_used.max(last_used);
            access.scope.extend(family.scope);
        }
        let mut all: Vec<Access> = by_client.into_values().collect();
        for access in &mut all {
            access.scope.sort();
            access.scope.dedup();
            let client = clients::find(c, &pool, &access.client_id)?;
            let name = client.map(|client| client.name).filter(|name| !name.is_empty());
            access.name = name.unwrap_or_else(|| access.client_id.to_string());
        }
        all.sort_by(|one, other| (&one.name, &one.client_id).cmp(&(&other.name, &other.client_id)));
        Ok(all)
    });
    Ok(read.await?)
}

/// Ends one session of a person, with the refresh tokens that applications got from it. Returns whether it was there.
///
/// # Errors
/// When the database did not answer.
pub async fn end_session(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    session: &SessionId,
) -> Result<bool, DirectoryError> {
    let event = event(env, "session.end_other", pool, user).with("sessions", 1);
    let (key, user, session, now) = (pool.id.clone(), user.clone(), session.clone(), env.now());
    let ended = env.db.write(move |c| {
        users::hold(c, &key, &user)?;
        let found = sessions::delete_of_user(c, (&key, &user), &session)?;
        if found {
            token_families::revoke_of_session(c, (&key, &user), &session, None, now)?;
            audit::record(c, &event)?;
        }
        Ok(found)
    });
    let ended = ended.await?;
    if ended {
        env.metrics.account.changes.one(&pool.id, ["session"]);
    }
    Ok(ended)
}

/// Ends every session of a person but one, and every refresh token that did not come from it. Returns how many
/// sessions ended.
///
/// # Errors
/// When the database did not answer.
pub async fn end_others(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    keep: &SessionId,
) -> Result<usize, DirectoryError> {
    let event = event(env, "session.end_other", pool, user);
    let (key, user, keep, now) = (pool.id.clone(), user.clone(), keep.clone(), env.now());
    let ended = env.db.write(move |c| {
        users::hold(c, &key, &user)?;
        let ended = sessions::delete_others(c, (&key, &user), &keep)?;
        token_families::revoke_of_user(c, (&key, &user), None, Some(&keep), now)?;
        audit::record(c, &event.clone().with("sessions", ended))?;
        Ok(ended)
    });
    let ended = ended.await?;
    env.metrics.account.changes.one(&pool.id, ["sessions"]);
    Ok(ended)
}

/// Ends every refresh token that an application has of a person. Returns whether it had one.
///
/// # Errors
/// When the database did not answer.
pub async fn revoke_application(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    client: &ClientId,
) -> Result<bool, DirectoryError> {
    let event = event(env, "token.revoke_application", pool, user).with("client", client.as_str());
    let (key, user, client, now) = (pool.id.clone(), user.clone(), client.clone(), env.now());
    let revoked = env.db.write(move |c| {
        users::hold(c, &key, &user)?;
        let revoked = token_families::revoke_of_user(c, (&key, &user), Some(&client), None, now)? > 0;
        if revoked {
            audit::record(c, &event)?;
        }
        Ok(revoked)
    });
    let revoked = revoked.await?;
    if revoked {
        env.metrics.account.changes.one(&pool.id, ["application"]);
    }
    Ok(revoked)
}

fn event(env: &Env, action: &'static str, pool: &UserPool, user: &UserId) -> AuditEvent {
    audit::event(env, action).in_pool(&pool.id).by(Actor::Person(user.clone())).about("user", user)
}
