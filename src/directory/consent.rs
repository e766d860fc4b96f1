//! What people let applications have, where a client has to ask (`ClientSettings::consent`).
//!
//! A request is decided once: whoever is quicker, "allow" and "deny" of one request never both count. What was allowed is
//! kept for person, client and scope, until the person takes it back (`own_access`) or person or client go.

use super::DirectoryError;
use crate::env::Env;
use crate::model::agreement::Decision;
use crate::model::authorization::AuthorizationRequest;
use crate::model::client::AppClient;
use crate::model::event::Actor;
use crate::model::ids::UserId;
use crate::model::pool::UserPool;
use crate::model::session::BrowserSession;
use crate::security::audit;
use crate::store::authorization_requests::{self, Decided};
use crate::store::{consents, sessions};

/// The scopes among `wanted` that somebody has not let the client have.
///
/// # Errors
/// When the database did not answer.
pub async fn missing(
    env: &Env,
    client: &AppClient,
    user: &UserId,
    wanted: &[String],
) -> Result<Vec<String>, DirectoryError> {
    let (client, user, wanted) = (client.id.clone(), user.clone(), wanted.to_vec());
    Ok(env.db.read(move |c| consents::missing(c, &user, &client, &wanted)).await?)
}

/// Decides a request for the person of a session, and keeps what was allowed: the scopes of the request as it is stored,
/// whatever a form says. Returns whether the decision stands; it does not when the other was taken before, or when the
/// request, the session or the person are gone.
///
/// # Errors
/// When the database did not answer.
pub async fn decide(
    env: &Env,
    pool: &UserPool,
    session: &BrowserSession,
    request: &AuthorizationRequest,
    decision: Decision,
) -> Result<bool, DirectoryError> {
    let (key, now) = (pool.id.clone(), env.now());
    let (user, since, request) = (session.user_id.clone(), session.authenticated_at, request.clone());
    let action = match decision {
        Decision::Allowed => "consent.give",
        Decision::Denied => "consent.deny",
    };
    let event = audit::event(env, action)
        .in_pool(&key)
        .by(Actor::Person(user.clone()))
        .about("user", &user)
        .with("client", request.client_id.as_str())
        .with("scope", request.parameters.scope.clone());
    let decided = env.db.write(move |c| {
        if !sessions::hold_user(c, &key, &user, since)? {
            return Ok(Decided::Not);
        }
        let decided = authorization_requests::decide(c, &key, &request.id, decision, now)?;
        if decided == Decided::Now {
            if decision == Decision::Allowed {
                consents::grant(c, (&key, &user), &request.client_id, &request.parameters.scope, now)?;
            }
            audit::record(c, &event)?;
        }
        Ok(decided)
    });
    let decided = decided.await?;
    if decided == Decided::Now {
        env.metrics.people.agreements.one(&pool.id, ["consent", decision.as_str()]);
    }
    Ok(decided != Decided::Not)
}
