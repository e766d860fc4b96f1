//! Revoking tokens (RFC 7009).

use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::model::client::AppClient;
use crate::model::event::Actor;
use crate::model::ids::{ClientId, FamilyId};
use crate::model::pool::UserPool;
use crate::model::session::BrowserSession;
use crate::security::audit;
use crate::store::token_families;

use super::TokenError;
use super::verify::Claims;

/// Revokes the family of a refresh or access token, and with it every token made from the same sign-in. A token that
/// is unknown, has ended, or belongs to another client is left alone, and nobody learns which.
///
/// # Errors
/// [`TokenError::OtherKind`] for a genuine token that cannot be revoked: an ID token, a token without a family, and in
/// pools compatible with Cognito an access token.
pub async fn revoke(env: &Env, pool: &UserPool, client: &AppClient, token: &str) -> Result<(), TokenError> {
    let family = match find_by_refresh_token(env, token).await? {
        Some(family) => family,
        None => match find_by_access_token(env, pool, token).await? {
            Some(family) => family,
            None => return Ok(()),
        },
    };
    let (pool, client, now) = (pool.id.clone(), client.id.clone(), env.now());
    let event = audit::event(env, "token.revoke")
        .in_pool(&pool)
        .by(Actor::Client(client.clone()))
        .with("family", family.as_str())
        .with("reason", "requested");
    let revoked = env
        .db
        .write(move |c| {
            let found = token_families::find(c, &pool, &family)?;
            // What was revoked before is no event: a client may ask as often as it likes.
            let own = found.filter(|family| family.client_id == client && family.revoked_at.is_none());
            let Some(own) = own else { return Ok(false) };
            token_families::revoke(c, &pool, &family, now)?;
            audit::record(c, &event.clone().about("user", &own.user_id))?;
            Ok(true)
        })
        .await?;
    if revoked {
        env.metrics.protocol.revocations.one(["requested"]);
    }
    Ok(())
}

/// Revokes what applications got from a browser session; only what `client` got, when one is named.
///
/// # Errors
/// When the database did not answer.
pub async fn of_session(
    env: &Env,
    pool: &UserPool,
    session: &BrowserSession,
    client: Option<&ClientId>,
) -> Result<(), TokenError> {
    let (pool, id, user, now) = (pool.id.clone(), session.id.clone(), session.user_id.clone(), env.now());
    let client = client.cloned();
    let event = audit::event(env, "token.revoke")
        .in_pool(&pool)
        .by(Actor::Person(user.clone()))
        .about("user", &user)
        .with("session", id.as_str())
        .with("reason", "sign_out");
    let revoked = env
        .db
        .write(move |c| {
            let revoked = token_families::revoke_of_session(c, (&pool, &user), &id, client.as_ref(), now)?;
            if revoked > 0 {
                audit::record(c, &event)?;
            }
            Ok(revoked)
        })
        .await?;
    for _ in 0..revoked {
        env.metrics.protocol.revocations.one(["sign_out"]);
    }
    Ok(())
}

async fn find_by_refresh_token(env: &Env, token: &str) -> Result<Option<FamilyId>, TokenError> {
    let digest = sha256_base64url(token.as_bytes());
    let record = env.db.read(move |c| token_families::find_refresh_token(c, &digest)).await?;
    Ok(record.map(|record| record.family_id))
}

async fn find_by_access_token(
    env: &Env,
    pool: &UserPool,
    token: &str,
) -> Result<Option<FamilyId>, TokenError> {
    let claims = match Claims::verified(env, pool, token).await {
        Ok(claims) => claims,
        Err(error) if error.is_internal() => return Err(error),
        Err(_) => return Ok(None),
    };
    claims.require_use("access")?;
    if pool.settings.compatibility.cognito {
        return Err(TokenError::OtherKind);
    }
    claims.find_text("origin_jti").map(FamilyId::trusted).map(Some).ok_or(TokenError::OtherKind)
}
