//! Redeeming an authorization code: spend first, issue afterwards.

use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::model::authorization::AuthorizationCode;
use crate::model::client::AppClient;
use crate::model::event::{Actor, AuditEvent};
use crate::model::pool::UserPool;
use crate::model::session::TokenFamily;
use crate::security::audit;
use crate::store::{AnyConn, StoreError, authorization_codes, token_families};

use super::TokenError;

/// A spent code, with the family and the refresh token that were made of it. The refresh token is a secret, so
/// there is no `Debug`.
#[derive(Clone)]
pub struct Redeemed {
    /// The code.
    pub code: AuthorizationCode,
    /// The family of its tokens.
    pub family: TokenFamily,
    /// The first refresh token.
    pub refresh_token: String,
}

/// Spends a code for a client and begins the family of its tokens, in one write: of many callers at once one
/// succeeds, and the others find the family and revoke it (RFC 6749 §4.1.2, RFC 9700 §4.5).
///
/// What the code was bound to beyond the client (`redirect_uri`, `code_challenge`) is checked by the caller
/// afterwards; when it does not fit, the code stays spent and [`discard`] ends the family.
///
/// # Errors
/// [`TokenError::Unknown`], [`TokenError::Reused`], [`TokenError::Expired`], [`TokenError::OtherClient`],
/// [`TokenError::UserNotAllowed`].
pub async fn redeem(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    code: &str,
) -> Result<Redeemed, TokenError> {
    let digest = sha256_base64url(code.as_bytes());
    let refresh_token = env.random.token();
    let attempt = Attempt {
        client: client.clone(),
        refresh_digest: sha256_base64url(refresh_token.as_bytes()),
        now: env.now(),
        code_life_ms: pool.settings.code_life_ms(),
        event: audit::event(env, "code.reuse").in_pool(&pool.id).by(Actor::Client(client.id.clone())),
    };
    let pool_id = pool.id.clone();
    let outcome = env
        .db
        .write(move |c| {
            let Some(code) = authorization_codes::find(c, &pool_id, &digest)? else {
                return Ok(Err(TokenError::Unknown));
            };
            if authorization_codes::consume(c, &pool_id, &digest, attempt.now)? {
                attempt.begin_family(c, code)
            } else {
                attempt.refuse_replay(c, &code).map(Err)
            }
        })
        .await?;
    let (code, family) = outcome.inspect_err(|error| {
        if matches!(error, TokenError::Reused) {
            env.metrics.protocol.revocations.one(["code_reuse"]);
        }
    })?;
    Ok(Redeemed { code, family, refresh_token })
}

/// Ends the family of a code that turned out not to fit the request.
///
/// # Errors
/// [`TokenError::Store`].
pub async fn discard(env: &Env, redeemed: &Redeemed) -> Result<(), TokenError> {
    let (pool, family, now) = (redeemed.family.pool_id.clone(), redeemed.family.id.clone(), env.now());
    let client = Actor::Client(redeemed.family.client_id.clone());
    let event = audit::event(env, "token.revoke")
        .in_pool(&pool)
        .by(client)
        .about("user", &redeemed.family.user_id)
        .with("family", family.as_str())
        .with("reason", "code_mismatch");
    env.db
        .write(move |c| {
            token_families::revoke(c, &pool, &family, now)?;
            audit::record(c, &event)
        })
        .await?;
    env.metrics.protocol.revocations.one(["code_mismatch"]);
    Ok(())
}

/// One presentation of a code.
struct Attempt {
    client: AppClient,
    refresh_digest: String,
    now: i64,
    code_life_ms: i64,
    /// For the trail, should the code turn out to be spent.
    event: AuditEvent,
}

impl Attempt {
    fn begin_family(
        &self,
        c: &mut AnyConn,
        code: AuthorizationCode,
    ) -> Result<Result<(AuthorizationCode, TokenFamily), TokenError>, StoreError> {
        if code.client_id != self.client.id {
            return Ok(Err(TokenError::OtherClient));
        }
        if code.expires_at <= self.now {
            return Ok(Err(TokenError::Expired));
        }
        let signed_out_at = token_families::lock_user(c, &code.pool_id, &code.user_id)?;
        if signed_out_at.is_none_or(|at| code.expires_at - self.code_life_ms < at) {
            return Ok(Err(TokenError::UserNotAllowed));
        }
        let family = TokenFamily {
            id: code.family_id.clone(),
            pool_id: code.pool_id.clone(),
            client_id: code.client_id.clone(),
            user_id: code.user_id.clone(),
            session_id: Some(code.session_id.clone()),
            scope: code.parameters.scope.clone(),
            authenticated_at: code.authenticated_at,
            proofs: code.proofs.clone(),
            created_at: self.now,
            expires_at: self.now + self.client.settings.refresh_token_life.seconds() * 1000,
            revoked_at: None,
        };
        token_families::insert(c, &family)?;
        token_families::insert_refresh_token(c, &self.refresh_digest, &family.id, self.now)?;
        Ok(Ok((code, family)))
    }

    /// Only the code's own client can end what the code gave: others may have found it in a log.
    fn refuse_replay(&self, c: &mut AnyConn, code: &AuthorizationCode) -> Result<TokenError, StoreError> {
        if code.client_id != self.client.id {
            return Ok(TokenError::OtherClient);
        }
        token_families::revoke(c, &code.pool_id, &code.family_id, self.now)?;
        let event = self.event.clone().about("user", &code.user_id).with("family", code.family_id.as_str());
        audit::record(c, &event)?;
        Ok(TokenError::Reused)
    }
}
