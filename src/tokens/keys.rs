//! Signing keys of a pool: made when first needed, published before they sign, replaced on schedule.
//!
//! A key without a successor signs without end. [`rotate`] publishes a new one at once and lets it sign after the
//! pool's overlap, when nobody holds a JWKS without it any more; the old one stays published until the tokens it
//! signed have ended. RFC 7517 has no rule for this; OpenID Connect Core §10.1.1 asks for the overlap. [`replace`] is
//! for a key that somebody else may hold: no overlap, and no afterlife.
//!
//! No node signs with a key that another does not publish, although each remembers what it read for five seconds: key
//! sets are always read anew, a verifier that does not know a key reads again, and a key is unpublished only when no
//! node remembers that it signs.

use std::sync::Arc;

use crate::crypto::jwt::{Algorithm, SigningKey};
use crate::env::{Env, PoolKeys, PublishedKey};
use crate::model::client::SigningAlgorithm;
use crate::model::ids::PoolId;
use crate::model::pool::UserPool;
use crate::security::audit;
use crate::store::pools;
use crate::store::signing_keys::{self, SigningKeyRecord};

use super::TokenError;

/// How long keys that were read are used without looking again, milliseconds.
const STALE_AFTER_MS: i64 = 5_000;

/// How long a key stays published after its last signature, milliseconds: the longest life of a token, and an hour.
const AFTERLIFE_MS: i64 = 86_400_000 + 3_600_000;

/// No pool replaces its keys sooner, milliseconds.
const SHORTEST_PERIOD_MS: i64 = 86_400_000;

/// The algorithm as the signing library names it.
pub(super) fn algorithm_of(algorithm: SigningAlgorithm) -> Algorithm {
    match algorithm {
        SigningAlgorithm::Rs256 => Algorithm::Rs256,
        SigningAlgorithm::Es256 => Algorithm::Es256,
        SigningAlgorithm::EdDsa => Algorithm::EdDsa,
    }
}

/// The published keys of a pool, at most five seconds old.
///
/// # Errors
/// [`TokenError::Internal`] when a key cannot be opened, [`TokenError::Store`].
pub async fn published(env: &Env, pool: &PoolId) -> Result<Arc<PoolKeys>, TokenError> {
    let now = env.now();
    match env.signing_keys.get(pool) {
        Some(cached) if (0..STALE_AFTER_MS).contains(&(now - cached.loaded_at)) => Ok(cached),
        _ => load(env, pool).await,
    }
}

/// Reads the published keys again: for the key set, which verifiers keep for long and which must not lack the key of a token
/// they hold, and for a token that may be signed by a key that another node has just made.
///
/// # Errors
/// As [`published`].
pub async fn load(env: &Env, pool: &PoolId) -> Result<Arc<PoolKeys>, TokenError> {
    let now = env.now();
    let known = env.signing_keys.get(pool);
    let records = {
        let pool = pool.clone();
        env.db.read(move |c| signing_keys::list(c, &pool, now)).await?
    };
    let mut keys = Vec::with_capacity(records.len());
    for record in records {
        let parsed = known.iter().flat_map(|known| &known.keys).find(|key| {
            key.signing.kid() == record.kid
                && (key.signs_from, key.signs_until) == (record.signs_from, record.signs_until)
        });
        keys.push(match parsed {
            Some(key) => key.clone(),
            None => Arc::new(open(env, &record)?),
        });
    }
    let loaded = Arc::new(PoolKeys { loaded_at: now, keys });
    env.signing_keys.put(pool, loaded.clone());
    Ok(loaded)
}

/// The key that signs now; made when the pool has none of this algorithm.
///
/// # Errors
/// [`TokenError::Internal`] when a key cannot be made or opened, [`TokenError::Store`].
pub async fn signer(
    env: &Env,
    pool: &PoolId,
    algorithm: SigningAlgorithm,
) -> Result<Arc<PublishedKey>, TokenError> {
    if let Some(key) = current(published(env, pool).await?.as_ref(), algorithm, env.now()) {
        return Ok(key);
    }
    make(env, pool, algorithm, Reason::Missing).await?;
    current(load(env, pool).await?.as_ref(), algorithm, env.now())
        .ok_or_else(|| TokenError::Internal("a signing key that was just made is not there".into()))
}

/// Makes the pool's key of this algorithm unless it has one. To be called when a pool is made and when a client
/// begins to use an algorithm, so that the key is published before the first token needs it.
///
/// # Errors
/// As [`signer`].
pub async fn ensure(env: &Env, pool: &PoolId, algorithm: SigningAlgorithm) -> Result<(), TokenError> {
    signer(env, pool, algorithm).await.map(drop)
}

/// Gives the pool's key of this algorithm a successor that signs after the pool's overlap.
///
/// # Errors
/// As [`signer`].
pub async fn rotate(env: &Env, pool: &UserPool, algorithm: SigningAlgorithm) -> Result<(), TokenError> {
    let overlap = pool.settings.signing_keys.overlap_ms();
    make(env, &pool.id, algorithm, Reason::Rotation { began_before: i64::MAX, overlap }).await
}

/// Replaces the pool's keys of this algorithm because somebody else may hold one: a new key signs at once, the others
/// sign no more and leave the key set after `unpublish_after_ms`. Tokens that they signed are refused from then on;
/// until then also those that somebody else signs are taken. Zero means as soon as no node signs with them any more,
/// which is five seconds.
///
/// # Errors
/// As [`signer`].
pub async fn replace(
    env: &Env,
    pool: &PoolId,
    algorithm: SigningAlgorithm,
    unpublish_after_ms: i64,
) -> Result<(), TokenError> {
    let after = unpublish_after_ms.clamp(STALE_AFTER_MS, AFTERLIFE_MS);
    make(env, pool, algorithm, Reason::Replacement { after }).await
}

/// Gives every key that has signed as long as its pool wants a successor, and deletes keys whose tokens have ended;
/// returns how many were due. For a job that runs now and then; several nodes may run it at once.
///
/// # Errors
/// As [`signer`].
pub async fn rotate_due(env: &Env) -> Result<usize, TokenError> {
    let now = env.now();
    env.db.write(move |c| signing_keys::delete_expired(c, now)).await?;
    let (old, pools) = env
        .db
        .read(move |c| {
            let old = signing_keys::list_unsucceeded(c, now - SHORTEST_PERIOD_MS)?;
            let pools = if old.is_empty() { Vec::new() } else { pools::list(c)? };
            Ok((old, pools))
        })
        .await?;
    let mut due = 0;
    for key in old {
        let Some(pool) = pools.iter().find(|pool| pool.id == key.pool_id) else { continue };
        let settings = pool.settings.signing_keys;
        let Some(began_before) = settings.period_ms().map(|period| now - period) else { continue };
        if key.signs_from <= began_before {
            let overlap = settings.overlap_ms();
            make(env, &pool.id, key.algorithm, Reason::Rotation { began_before, overlap }).await?;
            due += 1;
        }
    }
    Ok(due)
}

/// What may be told about the published keys of a pool, or of all pools, by pool and age.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env, pool: Option<&PoolId>) -> Result<Vec<SigningKeyRecord>, TokenError> {
    let (now, pool) = (env.now(), pool.cloned());
    let listed = env.db.read(move |c| match &pool {
        Some(pool) => signing_keys::list(c, pool, now),
        None => signing_keys::list_all(c, now),
    });
    Ok(listed.await?)
}

/// The key of this algorithm that signs at `now`: of two the one that began last.
fn current(keys: &PoolKeys, algorithm: SigningAlgorithm, now: i64) -> Option<Arc<PublishedKey>> {
    keys.keys
        .iter()
        .filter(|key| key.signing.algorithm() == algorithm_of(algorithm))
        .filter(|key| key.signs_from <= now && now < key.signs_until)
        .max_by_key(|key| key.signs_from)
        .cloned()
}

/// Why a key is made; checked again when the pool's keys are locked, so that of two nodes one makes it.
#[derive(Clone, Copy)]
enum Reason {
    /// There is none.
    Missing,
    /// Those without a successor began at or before this; the new one signs after the overlap.
    Rotation { began_before: i64, overlap: i64 },
    /// The others are not trusted any more, and unpublished after this many milliseconds.
    Replacement { after: i64 },
}

impl Reason {
    fn action(self) -> &'static str {
        match self {
            Self::Missing => "signing_key.create",
            Self::Rotation { .. } => "signing_key.rotate",
            Self::Replacement { .. } => "signing_key.replace",
        }
    }
}

async fn make(
    env: &Env,
    pool: &PoolId,
    algorithm: SigningAlgorithm,
    reason: Reason,
) -> Result<(), TokenError> {
    let key = tokio::task::spawn_blocking(move || SigningKey::generate(algorithm_of(algorithm)))
        .await
        .map_err(|_| TokenError::Internal("making a signing key was interrupted".into()))?
        .map_err(|error| TokenError::Internal(error.to_string()))?;
    let private = key.to_pkcs8().map_err(|error| TokenError::Internal(error.to_string()))?;
    let place = [pool.as_str(), "signing_keys", key.kid(), "sealed_private_key"];
    let now = env.now();
    let record = SigningKeyRecord {
        pool_id: pool.clone(),
        kid: key.kid().to_owned(),
        algorithm,
        sealed_private_key: env.keys.seal_column(place, &private, env.random.as_ref()),
        public_jwk: key.public_jwk().to_string(),
        created_at: now,
        signs_from: now,
        signs_until: i64::MAX,
        published_until: i64::MAX,
    };
    let event = audit::event(env, reason.action())
        .in_pool(pool)
        .about("signing_key", &record.kid)
        .with("algorithm", algorithm.name());
    env.db
        .write(move |c| {
            if !signing_keys::lock_pool(c, &record.pool_id)? {
                return Ok(());
            }
            let listed = signing_keys::list(c, &record.pool_id, now)?;
            let newest = listed
                .iter()
                .filter(|key| key.algorithm == algorithm && key.signs_until == i64::MAX)
                .map(|key| key.signs_from)
                .max();
            let mut signs_from = now;
            match (reason, newest) {
                (Reason::Missing, Some(_)) => return Ok(()),
                (Reason::Rotation { began_before, .. }, Some(began)) if began > began_before => return Ok(()),
                (Reason::Rotation { overlap, .. }, Some(_)) => {
                    signs_from = now + overlap;
                    let gone = signs_from + AFTERLIFE_MS;
                    signing_keys::retire(c, &record.pool_id, algorithm, signs_from, gone)?;
                }
                (Reason::Replacement { after }, _) => {
                    signing_keys::end_all(c, &record.pool_id, algorithm, now, now + after)?;
                }
                (_, None) => {}
            }
            signing_keys::insert(c, &SigningKeyRecord { signs_from, ..record.clone() })?;
            audit::record(c, &event)
        })
        .await?;
    env.signing_keys.forget(pool);
    Ok(())
}

fn open(env: &Env, record: &SigningKeyRecord) -> Result<PublishedKey, TokenError> {
    let place = [record.pool_id.as_str(), "signing_keys", &record.kid, "sealed_private_key"];
    let private = env
        .keys
        .open_column(place, &record.sealed_private_key)
        .map_err(|error| TokenError::Internal(format!("signing key {}: {error}", record.kid)))?;
    let signing = SigningKey::from_pkcs8(algorithm_of(record.algorithm), &private)
        .map_err(|error| TokenError::Internal(format!("signing key {}: {error}", record.kid)))?;
    Ok(PublishedKey {
        verifying: signing.verifying_key(),
        jwk: signing.public_jwk(),
        signing,
        signs_from: record.signs_from,
        signs_until: record.signs_until,
    })
}
