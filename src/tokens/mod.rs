//! Tokens: made, refreshed, revoked, verified; signing keys.
//!
//! Owns what a token says and how long it counts: claims, token families, refresh tokens, keys. Leaves to others:
//! who may ask for one (`oauth` authenticates clients and checks requests), and how a person signs in (`authn`).
//!
//! ```text
//! code ── redeem ──► family + refresh token ── issue ──► TokenSet
//! refresh token ── refresh ──► TokenSet          client ── issue_for_client ──► TokenSet
//! ```

mod claims;
mod error;
pub mod keys;
mod redeem;
pub mod refresh;
pub mod revoke;
pub mod verify;

use serde_json::{Map, Value};

use crate::crypto::jwt::SigningKey;
use crate::env::Env;
use crate::metrics::Stopwatch;
use crate::model::client::AppClient;
use crate::model::external::Identity;
use crate::model::group::Group;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::UserPool;
use crate::model::session::TokenFamily;
use crate::model::user::{User, UserStatus};
use crate::store::{AnyConn, StoreError, external_links, groups, users};

pub use claims::released_attributes;
pub use error::TokenError;
pub use redeem::{Redeemed, discard, redeem};

use claims::{Bearer, SignIn, Stamp};

/// The tokens of one answer. Secrets, so it has no `Debug`.
#[derive(Clone)]
pub struct TokenSet {
    /// The access token, a JWT.
    pub access_token: String,
    /// The ID token, a JWT; only with the scope `openid`.
    pub id_token: Option<String>,
    /// A refresh token, when a new one was given.
    pub refresh_token: Option<String>,
    /// Life of the access token in seconds.
    pub expires_in: i64,
    /// The scopes granted, in the order they were asked for.
    pub scope: Vec<String>,
}

/// Issues the first tokens of a redeemed code (RFC 6749 §4.1.4, OpenID Connect Core §3.1.3.3).
///
/// # Errors
/// [`TokenError::UserNotAllowed`] when the account was closed or signed out since the code was made.
pub async fn issue(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    redeemed: &Redeemed,
) -> Result<TokenSet, TokenError> {
    let person = find_person(env, pool, &redeemed.family.user_id).await?;
    let code_made_at = redeemed.code.expires_at - pool.settings.code_life_ms();
    if !person.may_use_tokens_from(code_made_at) {
        return Err(TokenError::UserNotAllowed);
    }
    let grounds = Grounds {
        family: &redeemed.family,
        person: &person,
        scope: redeemed.family.scope.clone(),
        nonce: redeemed.code.parameters.nonce.as_deref(),
        refresh_token: Some(redeemed.refresh_token.clone()),
    };
    mint(env, pool, client, grounds).await
}

/// Issues an access token to a client for itself (RFC 6749 §4.4). The scopes are taken as checked.
///
/// # Errors
/// [`TokenError::Internal`], [`TokenError::Store`].
pub async fn issue_for_client(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    scope: Vec<String>,
) -> Result<TokenSet, TokenError> {
    let key = keys::signer(env, &pool.id, client.settings.signing_algorithm).await?;
    let expires_in = client.settings.access_token_life.seconds();
    let issuer = env.settings.issuer(&pool.id);
    let id = env.random.uuid_v4();
    let stamp = Stamp { issuer: &issuer, id: &id, now: env.now(), life: expires_in };
    let claims = claims::client_access_token(client, &scope, stamp);
    let access_token = sign(env, &key.signing, access_token_type(pool), &claims)?;
    env.metrics.protocol.tokens.one(["access"]);
    Ok(TokenSet { access_token, id_token: None, refresh_token: None, expires_in, scope })
}

/// What tokens for a person are issued on.
struct Grounds<'a> {
    family: &'a TokenFamily,
    person: &'a Person,
    scope: Vec<String>,
    nonce: Option<&'a str>,
    refresh_token: Option<String>,
}

/// A person as they are now: attributes, groups and identities are read again at every refresh.
struct Person {
    user: Option<User>,
    groups: Vec<Group>,
    identities: Vec<Identity>,
}

impl Person {
    /// The user, when the account is in order and was not signed out everywhere after `made_at`. Whatever asks for a new
    /// password signs out everywhere: who was signed in after that came from an identity provider and needs none.
    fn usable_since(&self, made_at: i64) -> Option<&User> {
        self.user.as_ref().filter(|user| {
            user.enabled && user.status != UserStatus::Unconfirmed && made_at >= user.signed_out_at
        })
    }

    fn may_use_tokens_from(&self, made_at: i64) -> bool {
        self.usable_since(made_at).is_some()
    }
}

async fn find_person(env: &Env, pool: &UserPool, user: &UserId) -> Result<Person, TokenError> {
    let (pool, user) = (pool.id.clone(), user.clone());
    Ok(env.db.read(move |c| read_person(c, &pool, &user)).await?)
}

fn read_person(c: &mut AnyConn, pool: &PoolId, user: &UserId) -> Result<Person, StoreError> {
    let Some(user) = users::find(c, pool, user)? else {
        return Ok(Person { user: None, groups: Vec::new(), identities: Vec::new() });
    };
    let groups = groups::list_of_user(c, pool, &user.id)?;
    let identities = external_links::identities_of_user(c, &user.id)?;
    Ok(Person { user: Some(user), groups, identities })
}

/// Makes access and ID token. Everything has been checked and spent before.
async fn mint(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    grounds: Grounds<'_>,
) -> Result<TokenSet, TokenError> {
    let Some(user) = &grounds.person.user else { return Err(TokenError::UserNotAllowed) };
    let key = keys::signer(env, &pool.id, client.settings.signing_algorithm).await?;
    let issuer = env.settings.issuer(&pool.id);
    let (access_id, id_id) = (env.random.uuid_v4(), env.random.uuid_v4());
    let expires_in = client.settings.access_token_life.seconds();
    let family = grounds.family;
    let Person { groups, identities, .. } = grounds.person;
    let bearer = Bearer { pool, client, user, groups, identities, scope: &grounds.scope };
    let sign_in = SignIn {
        authenticated_at: family.authenticated_at,
        proofs: &family.proofs,
        session: family.session_id.as_ref(),
        family: &family.id,
    };
    let stamp = Stamp { issuer: &issuer, id: &access_id, now: env.now(), life: expires_in };
    let access_claims = claims::access_token(bearer, sign_in, stamp);
    let access_token = sign(env, &key.signing, access_token_type(pool), &access_claims)?;
    let id_token = if grounds.scope.iter().any(|scope| scope == "openid") {
        let stamp = Stamp { id: &id_id, life: client.settings.id_token_life.seconds(), ..stamp };
        let binds = (key.signing.algorithm(), access_token.as_str());
        let claims = claims::id_token(bearer, sign_in, stamp, grounds.nonce, binds);
        Some(sign(env, &key.signing, None, &claims)?)
    } else {
        None
    };
    let tokens = &env.metrics.protocol.tokens;
    tokens.one(["access"]);
    id_token.iter().for_each(|_| tokens.one(["id"]));
    grounds.refresh_token.iter().for_each(|_| tokens.one(["refresh"]));
    Ok(TokenSet {
        access_token,
        id_token,
        refresh_token: grounds.refresh_token,
        expires_in,
        scope: grounds.scope,
    })
}

/// RFC 9068 §2.1, which Cognito's tokens do not follow.
fn access_token_type(pool: &UserPool) -> Option<&'static str> {
    (!pool.settings.compatibility.plain_token_type()).then_some("at+jwt")
}

fn sign(
    env: &Env,
    key: &SigningKey,
    typ: Option<&str>,
    claims: &Map<String, Value>,
) -> Result<String, TokenError> {
    let watch = Stopwatch::start();
    let header: Vec<(&str, &str)> = typ.map(|typ| ("typ", typ)).into_iter().collect();
    let token = key.sign(&header, claims).map_err(|error| TokenError::Internal(error.to_string()));
    env.metrics.protocol.signatures.observe([key.algorithm().as_str()], &watch);
    token
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::attributes::AttributeMap;

    #[test]
    fn tokens_are_for_accounts_in_order_with_or_without_a_password() {
        let person = |status, enabled, signed_out_at| Person {
            user: Some(User {
                pool_id: PoolId::trusted("us-east-1_Demo00001"),
                id: UserId::trusted("u-1"),
                username: "ada".into(),
                status,
                enabled,
                attributes: AttributeMap::new(),
                message_factors: Vec::new(),
                preferred_factor: None,
                created_at: 0,
                updated_at: 0,
                signed_out_at,
            }),
            groups: Vec::new(),
            identities: Vec::new(),
        };
        for status in UserStatus::ALL {
            let expected = status != UserStatus::Unconfirmed;
            assert_eq!(person(status, true, 0).may_use_tokens_from(5), expected, "{status:?}");
            assert!(!person(status, false, 0).may_use_tokens_from(5), "{status:?}");
            assert!(!person(status, true, 6).may_use_tokens_from(5), "{status:?}");
        }
    }
}
