//! Refresh tokens: random values, stored as SHA-256, rotated where the client's settings say so.
//!
//! A successor is derived from the token that was presented, so that a repeated refresh within the grace period
//! gets the same one although nothing readable is stored. Any other reuse revokes the family (RFC 9700 §4.14.2).

use crate::crypto::digest::sha256_base64url;
use crate::crypto::encoding::base64url;
use crate::env::Env;
use crate::model::client::{AppClient, RefreshRotation};
use crate::model::event::{Actor, AuditEvent};
use crate::model::ids::PoolId;
use crate::model::pool::UserPool;
use crate::model::session::TokenFamily;
use crate::security::audit;
use crate::store::token_families::{self, RefreshTokenRecord};
use crate::store::{AnyConn, StoreError};

use super::{Grounds, Person, TokenError, TokenSet, mint, read_person};

/// A refresh token that may be used, and what hangs on it. Nothing has been spent yet.
pub struct Recovered {
    /// The family.
    pub family: TokenFamily,
    presented: String,
    record: RefreshTokenRecord,
    person: Person,
}

/// Looks a presented refresh token up and checks everything that can be checked without spending it: the family is
/// live and of this client, and the account is in order.
///
/// # Errors
/// [`TokenError::Unknown`], [`TokenError::OtherClient`] (which revokes nothing), [`TokenError::Expired`],
/// [`TokenError::Revoked`], [`TokenError::UserNotAllowed`].
pub async fn recover(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    presented: &str,
) -> Result<Recovered, TokenError> {
    let found = look_up(env, pool, client, presented).await;
    if let Err(error) = &found {
        env.metrics.protocol.refreshes.one([error.word()]);
    }
    found
}

async fn look_up(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    presented: &str,
) -> Result<Recovered, TokenError> {
    let digest = sha256_base64url(presented.as_bytes());
    let pool_id = pool.id.clone();
    let found = env.db.read(move |c| find(c, &pool_id, &digest)).await?;
    let (record, family, person) = found.ok_or(TokenError::Unknown)?;
    if family.client_id != client.id {
        return Err(TokenError::OtherClient);
    }
    if family.revoked_at.is_some() {
        return Err(TokenError::Revoked);
    }
    if family.expires_at <= env.now() {
        return Err(TokenError::Expired);
    }
    if !person.may_use_tokens_from(family.created_at) {
        return Err(TokenError::UserNotAllowed);
    }
    Ok(Recovered { family, presented: presented.to_owned(), record, person })
}

/// Spends the refresh token where the client rotates, and issues new tokens (RFC 6749 §6). `scope` narrows what was
/// granted; absent, it stays. Scopes that the client may no longer have are left out.
///
/// # Errors
/// [`TokenError::ScopeTooWide`] without spending anything, [`TokenError::Reused`], [`TokenError::Revoked`].
pub async fn refresh(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    recovered: Recovered,
    scope: Option<&[String]>,
) -> Result<TokenSet, TokenError> {
    let outcome = spend_and_mint(env, pool, client, recovered, scope).await;
    let word = outcome.as_ref().map_or_else(TokenError::word, |_| "success");
    env.metrics.protocol.refreshes.one([word]);
    if word == "reused" {
        env.metrics.protocol.revocations.one(["refresh_reuse"]);
    }
    outcome
}

async fn spend_and_mint(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    recovered: Recovered,
    scope: Option<&[String]>,
) -> Result<TokenSet, TokenError> {
    let granted = narrow(client, &recovered.family.scope, scope)?;
    let refresh_token = rotate(env, client.settings.rotation, &recovered).await?;
    let grounds = Grounds {
        family: &recovered.family,
        person: &recovered.person,
        scope: granted,
        nonce: None,
        refresh_token,
    };
    mint(env, pool, client, grounds).await
}

type Found = (RefreshTokenRecord, TokenFamily, Person);

fn find(c: &mut AnyConn, pool: &PoolId, digest: &str) -> Result<Option<Found>, StoreError> {
    let Some(record) = token_families::find_refresh_token(c, digest)? else { return Ok(None) };
    let Some(family) = token_families::find(c, pool, &record.family_id)? else { return Ok(None) };
    let person = read_person(c, pool, &family.user_id)?;
    Ok(Some((record, family, person)))
}

fn narrow(
    client: &AppClient,
    family: &[String],
    wanted: Option<&[String]>,
) -> Result<Vec<String>, TokenError> {
    if let Some(wanted) = wanted
        && !wanted.iter().all(|scope| family.contains(scope))
    {
        return Err(TokenError::ScopeTooWide);
    }
    let still_allowed =
        |scope: &&String| *scope == "offline_access" || client.settings.allowed_scopes.contains(scope);
    Ok(wanted.unwrap_or(family).iter().filter(still_allowed).cloned().collect())
}

/// The successor of the presented token, or `None` where it stays in use.
async fn rotate(
    env: &Env,
    rotation: RefreshRotation,
    recovered: &Recovered,
) -> Result<Option<String>, TokenError> {
    // A token that was rotated out stays so when the client stops rotating.
    if !rotation.enabled && recovered.record.used_at.is_none() {
        return Ok(None);
    }
    let successor = base64url(&env.keys.derive_secret("refresh", &recovered.presented));
    let (digest, next) =
        (sha256_base64url(recovered.presented.as_bytes()), sha256_base64url(successor.as_bytes()));
    let (pool, family) = (recovered.family.pool_id.clone(), recovered.family.id.clone());
    let event = reuse_event(env, "token.reuse", &recovered.family);
    let now = env.now();
    env.db
        .write(move |c| {
            if token_families::find(c, &pool, &family)?.is_none_or(|family| family.revoked_at.is_some()) {
                return Ok(Err(TokenError::Revoked));
            }
            if token_families::consume_refresh_token(c, &digest, now)? {
                token_families::insert_refresh_token(c, &next, &family, now)?;
                return Ok(Ok(()));
            }
            let record = token_families::find_refresh_token(c, &digest)?;
            if record
                .and_then(|record| record.used_at)
                .is_some_and(|used_at| in_grace(rotation, used_at, now))
            {
                return Ok(Ok(()));
            }
            token_families::revoke(c, &pool, &family, now)?;
            audit::record(c, &event)?;
            Ok(Err(TokenError::Reused))
        })
        .await??;
    Ok(Some(successor))
}

/// That something was used twice that serves once, and that its family was revoked.
pub(super) fn reuse_event(env: &Env, action: &'static str, family: &TokenFamily) -> AuditEvent {
    audit::event(env, action)
        .in_pool(&family.pool_id)
        .by(Actor::Client(family.client_id.clone()))
        .about("user", &family.user_id)
        .with("family", family.id.as_str())
}

/// Without a grace period not even the same millisecond counts, and clocks of two nodes may differ.
fn in_grace(rotation: RefreshRotation, used_at: i64, now: i64) -> bool {
    rotation.grace_seconds > 0 && now < used_at + i64::from(rotation.grace_seconds) * 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grace_period_ends_to_the_millisecond_and_zero_is_none() {
        let rotation = |grace_seconds| RefreshRotation { enabled: true, grace_seconds };
        assert!(in_grace(rotation(10), 1_000, 1_000));
        assert!(in_grace(rotation(10), 1_000, 10_999));
        assert!(!in_grace(rotation(10), 1_000, 11_000));
        assert!(!in_grace(rotation(0), 1_000, 1_000));
        assert!(!in_grace(rotation(0), 1_000, 999));
    }

    #[test]
    fn a_refresh_narrows_and_never_widens() {
        let scopes = |text: &str| text.split(' ').map(String::from).collect::<Vec<_>>();
        let mut client = AppClient {
            pool_id: PoolId::trusted("us-east-1_Demo00001"),
            id: crate::model::ids::ClientId::trusted("demoweb"),
            name: "Demo".into(),
            settings: crate::model::client::ClientSettings::default(),
            created_at: 0,
            updated_at: 0,
        };
        let family = scopes("openid email offline_access");
        assert_eq!(narrow(&client, &family, None).ok(), Some(family.clone()));
        assert_eq!(narrow(&client, &family, Some(&scopes("openid"))).ok(), Some(scopes("openid")));
        let too_wide = narrow(&client, &family, Some(&scopes("openid phone")));
        assert!(matches!(too_wide, Err(TokenError::ScopeTooWide)));
        client.settings.allowed_scopes = scopes("openid");
        assert_eq!(narrow(&client, &family, None).ok(), Some(scopes("openid offline_access")));
    }
}
