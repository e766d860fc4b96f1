//! Verifying our own tokens: an access token at userInfo, an ID token as a hint.

use serde_json::Value;

use crate::crypto::jwt::{self, Header};
use crate::env::Env;
use crate::model::external::Identity;
use crate::model::ids::{ClientId, FamilyId, PoolId, SessionId, UserId};
use crate::model::pool::UserPool;
use crate::model::user::User;
use crate::store::token_families;

use super::{Person, TokenError, find_person, keys, read_person};

/// A live access token.
#[derive(Debug, Clone)]
pub struct AccessToken {
    /// The client it was issued to.
    pub client_id: ClientId,
    /// Its scopes.
    pub scope: Vec<String>,
    /// Whose it is; `None` when the client acts for itself.
    pub user: Option<User>,
    /// Whom they are at identity providers.
    pub identities: Vec<Identity>,
}

/// A genuine ID token, expired or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdTokenHint {
    /// Whose it is.
    pub user_id: UserId,
    /// The client it was issued to.
    pub client_id: ClientId,
    /// The session it came from.
    pub session_id: Option<SessionId>,
}

/// Verifies an access token of this pool: signature, issuer, kind, expiry, and that neither its family nor its user
/// has ended since. Nothing here is cached but keys.
///
/// # Errors
/// [`TokenError`]; all but [`TokenError::Internal`] and [`TokenError::Store`] mean the token does not count.
pub async fn access_token(env: &Env, pool: &UserPool, token: &str) -> Result<AccessToken, TokenError> {
    let claims = Claims::verified(env, pool, token).await?;
    claims.require_use("access")?;
    if env.now() / 1000 >= claims.number("exp")? {
        return Err(TokenError::Expired);
    }
    let client_id = ClientId::trusted(claims.text("client_id")?);
    let scope = claims.text("scope")?.split(' ').filter(|name| !name.is_empty()).map(String::from).collect();
    if claims.find_text("username").is_none() {
        return Ok(AccessToken { client_id, scope, user: None, identities: Vec::new() });
    }
    let user = UserId::trusted(claims.text("sub")?);
    let person = match claims.find_text("origin_jti") {
        Some(family) => person_of_live_family(env, pool, FamilyId::trusted(family), user).await?,
        None => find_person(env, pool, &user).await?,
    };
    // `iat` is in seconds: a token made in the very second of a sign-out is caught by its family.
    let issued_until = claims.number("iat")? * 1000 + 999;
    let user = person.usable_since(issued_until).cloned().ok_or(TokenError::UserNotAllowed)?;
    Ok(AccessToken { client_id, scope, user: Some(user), identities: person.identities })
}

/// Verifies the signature and issuer of an ID token of this pool that is brought as a hint; an expired one is as good
/// (OpenID Connect RP-Initiated Logout §4).
///
/// # Errors
/// As [`access_token`].
pub async fn id_token_hint(env: &Env, pool: &UserPool, token: &str) -> Result<IdTokenHint, TokenError> {
    let claims = Claims::verified(env, pool, token).await?;
    claims.require_use("id")?;
    Ok(IdTokenHint {
        user_id: UserId::trusted(claims.text("sub")?),
        client_id: ClientId::trusted(claims.text("aud")?),
        session_id: claims.find_text("sid").map(SessionId::trusted),
    })
}

/// The claims of a token with our signature and issuer.
pub(super) struct Claims(Value);

impl Claims {
    /// Verifies signature and issuer.
    pub(super) async fn verified(env: &Env, pool: &UserPool, token: &str) -> Result<Self, TokenError> {
        let (_, claims) = signed_by_us(env, &pool.id, token).await?;
        let claims = Self(claims);
        if claims.find_text("iss") != Some(env.settings.issuer(&pool.id).as_str()) {
            return Err(TokenError::Unknown);
        }
        Ok(claims)
    }

    pub(super) fn require_use(&self, token_use: &str) -> Result<(), TokenError> {
        if self.find_text("token_use") == Some(token_use) { Ok(()) } else { Err(TokenError::OtherKind) }
    }

    pub(super) fn find_text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }

    fn text(&self, name: &str) -> Result<&str, TokenError> {
        self.find_text(name).ok_or(TokenError::Unknown)
    }

    fn number(&self, name: &str) -> Result<i64, TokenError> {
        self.0.get(name).and_then(Value::as_i64).ok_or(TokenError::Unknown)
    }
}

async fn signed_by_us(env: &Env, pool: &PoolId, token: &str) -> Result<(Header, Value), TokenError> {
    let check = |keys: &crate::env::PoolKeys| {
        jwt::verify(token, |kid| {
            keys.keys.iter().find(|key| key.signing.kid() == kid).map(|key| &key.verifying)
        })
    };
    match check(keys::published(env, pool).await?.as_ref()) {
        Err(jwt::JwtError::UnknownKey) => {
            check(keys::load(env, pool).await?.as_ref()).map_err(|_| TokenError::Unknown)
        }
        other => other.map_err(|_| TokenError::Unknown),
    }
}

async fn person_of_live_family(
    env: &Env,
    pool: &UserPool,
    family: FamilyId,
    user: UserId,
) -> Result<Person, TokenError> {
    let pool = pool.id.clone();
    let (live, person) = env
        .db
        .read(move |c| {
            let family = token_families::find(c, &pool, &family)?;
            let live = family.is_some_and(|family| family.revoked_at.is_none());
            Ok((live, read_person(c, &pool, &user)?))
        })
        .await?;
    if live { Ok(person) } else { Err(TokenError::Revoked) }
}
