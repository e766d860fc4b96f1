//! Our keys towards each provider: made at first need, sealed, published with a certificate of their own, and replaced
//! without a gap.
//!
//! A key that [`rotate`] makes is in our metadata for a week before it signs, so that a provider who reads it, or an
//! operator who carries it over by hand, knows it in time. The one before goes on decrypting for another week, since a
//! provider may still encrypt for it.

use super::addresses::Addresses;
use super::service_provider::{Credential, ServiceProvider};
use super::{misconfigured, request};
use crate::crypto::jwt::{Algorithm, SigningKey};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::ids::PoolId;
use crate::model::provider::{IdentityProvider, ProviderKind};
use crate::security::audit;
use crate::store::provider_keys::{self, StoredKey};
use crate::store::{StoreError, identity_providers};

/// How long a next key is published before it signs, milliseconds.
pub const PUBLISHED_FOR: i64 = 7 * 86_400_000;
/// How long a key decrypts after its successor has begun to sign, milliseconds.
pub const DECRYPTS_FOR: i64 = 7 * 86_400_000;
/// How long a certificate says that it is good, seconds: ten years. Providers pin the key; hardly one looks.
const CERTIFICATE_LIFE: i64 = 10 * 365 * 86_400;

/// A change of the key towards a provider that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollover {
    /// The next key's number.
    pub key: String,
    /// When it begins to sign, Unix milliseconds.
    pub signs_from: i64,
    /// When the present one ends, Unix milliseconds.
    pub present_retires_at: i64,
    /// Whether it was under way already.
    pub was_under_way: bool,
}

/// Ourselves towards a provider, with every key that has not ended; the one that signs comes first. Without any, the
/// first is made.
///
/// # Errors
/// [`FederationError::Internal`] when a key cannot be made or opened, [`FederationError::Store`].
pub async fn ourselves(
    env: &Env,
    provider: &IdentityProvider,
    addresses: &Addresses,
) -> Result<ServiceProvider, FederationError> {
    let credentials = match &env.settings.saml_party {
        Some(party) => vec![Credential::new(&party.key, &party.certificate)?],
        None => credentials(env, provider).await?,
    };
    let we = ServiceProvider::new(&addresses.entity_id, &addresses.acs, &addresses.slo, credentials)?;
    Ok(we.that_signs_requests(request::are_always_signed(provider)))
}

/// Makes the next key towards a provider, or says which one is under way already. It signs after [`PUBLISHED_FOR`].
///
/// # Errors
/// [`FederationError::Misconfigured`] when the pool has no SAML provider of that name, otherwise as [`ourselves`].
pub async fn rotate(env: &Env, pool: &PoolId, provider: &str) -> Result<Rollover, FederationError> {
    let (id, name) = (pool.clone(), provider.to_owned());
    let all = env.db.read(move |c| identity_providers::list(c, &id)).await?;
    if !all.iter().any(|one| one.name == name && one.kind == ProviderKind::Saml) {
        return Err(misconfigured("the pool has no SAML provider of that name"));
    }
    list(env, pool, provider).await?;
    let made = Made::new().await?;
    let (writing, pool, provider) = (env.clone(), pool.clone(), provider.to_owned());
    let (pool_id, name) = (pool.clone(), provider.clone());
    let event = audit::event(env, "identity_provider.rotate_key")
        .in_pool(&pool)
        .about("identity_provider", &provider);
    let outcome = env.db.write(move |c| {
        let now = writing.now();
        let keys = provider_keys::list(c, &pool, &provider)?;
        if let Some(under_way) = under_way(&keys, now) {
            return Ok(Ok(under_way));
        }
        let signs_from = now + PUBLISHED_FOR;
        let next = match made.stored(&writing, (&pool, &provider), &keys, signs_from) {
            Ok(next) => next,
            Err(error) => return Ok(Err(error)),
        };
        provider_keys::insert(c, &next)?;
        let present_retires_at = signs_from + DECRYPTS_FOR;
        for key in &keys {
            provider_keys::retire(c, &pool, &provider, &key.id, present_retires_at)?;
        }
        let event = event.clone().with("key", next.id.as_str()).with("signs_from", signs_from);
        audit::record(c, &event)?;
        Ok(Ok(Rollover { key: next.id, signs_from, present_retires_at, was_under_way: false }))
    });
    match outcome.await {
        // Somebody else did it at the same time; of this one nothing stayed.
        Err(StoreError::Taken { .. }) => {
            let keys = stored(env, &pool_id, &name).await?;
            under_way(&keys, env.now()).ok_or_else(|| internal("the next SAML key is not there"))
        }
        outcome => outcome?,
    }
}

/// The change that has begun, if one has.
fn under_way(keys: &[StoredKey], now: i64) -> Option<Rollover> {
    let next = keys.iter().find(|key| key.signs_from > now)?;
    let present = signing(keys, now).and_then(|key| key.retires_at);
    Some(Rollover {
        key: next.id.clone(),
        signs_from: next.signs_from,
        present_retires_at: present.unwrap_or(next.signs_from + DECRYPTS_FOR),
        was_under_way: true,
    })
}

/// The keys towards a provider that have not ended, made if there are none. The private halves stay sealed.
///
/// # Errors
/// As [`ourselves`].
pub async fn list(env: &Env, pool: &PoolId, provider: &str) -> Result<Vec<StoredKey>, FederationError> {
    let found = stored(env, pool, provider).await?;
    if signing(&found, env.now()).is_some() {
        return Ok(found);
    }
    let made = Made::new().await?;
    let first = made.stored(env, (pool, provider), &found, env.now())?;
    let event = audit::event(env, "identity_provider.create_key")
        .in_pool(pool)
        .about("identity_provider", provider)
        .with("key", first.id.as_str());
    let outcome = env.db.write(move |c| {
        provider_keys::insert(c, &first)?;
        audit::record(c, &event)
    });
    match outcome.await {
        // Another node was first: its key it is.
        Ok(()) | Err(StoreError::Taken { .. }) => stored(env, pool, provider).await,
        Err(error) => Err(error.into()),
    }
}

/// Deletes keys that have ended; returns how many. For a job.
///
/// # Errors
/// When the database did not answer.
pub async fn delete_retired(env: &Env) -> Result<usize, StoreError> {
    let now = env.now();
    env.db.write(move |c| provider_keys::delete_retired(c, now)).await
}

async fn credentials(env: &Env, provider: &IdentityProvider) -> Result<Vec<Credential>, FederationError> {
    let mut keys = list(env, &provider.pool_id, &provider.name).await?;
    let active = signing(&keys, env.now()).map(|key| key.id.clone());
    keys.sort_by_key(|key| Some(&key.id) != active.as_ref());
    keys.iter()
        .map(|key| {
            let private =
                env.keys.open_column(place(key, &seal_row(&key.provider, &key.id)), &key.sealed_key);
            let private = private.map_err(|_| internal("a SAML key cannot be opened"))?;
            Credential::new(&private, &key.certificate)
        })
        .collect()
}

async fn stored(env: &Env, pool: &PoolId, provider: &str) -> Result<Vec<StoredKey>, FederationError> {
    let (pool, provider, now) = (pool.clone(), provider.to_owned(), env.now());
    let mut keys = env.db.read(move |c| provider_keys::list(c, &pool, &provider)).await?;
    keys.retain(|key| key.retires_at.is_none_or(|end| end > now));
    Ok(keys)
}

/// The key that signs: of those that have begun the last one.
fn signing(keys: &[StoredKey], now: i64) -> Option<&StoredKey> {
    keys.iter().filter(|key| key.signs_from <= now).max_by_key(|key| (key.signs_from, number(key)))
}

fn number(key: &StoredKey) -> u32 {
    key.id.parse().unwrap_or(0)
}

/// A new key that is nobody's yet.
struct Made {
    private: zeroize::Zeroizing<Vec<u8>>,
}

impl Made {
    async fn new() -> Result<Self, FederationError> {
        let made = tokio::task::spawn_blocking(|| {
            SigningKey::generate(Algorithm::Rs256).and_then(|key| key.to_pkcs8())
        });
        let made = made.await.map_err(|_| internal("making a SAML key was interrupted"))?;
        Ok(Self { private: made.map_err(|_| internal("a SAML key cannot be made"))? })
    }

    /// Its row; numbers go up, so that two nodes that make one at once take the same and one of them gets it.
    fn stored(
        &self,
        env: &Env,
        (pool, provider): (&PoolId, &str),
        others: &[StoredKey],
        signs_from: i64,
    ) -> Result<StoredKey, FederationError> {
        let id = (others.iter().map(number).max().unwrap_or(0) + 1).to_string();
        let begins = env.now() / 1000 - 3600;
        let name = format!("{pool} {provider}");
        let certificate = Credential::self_signed(&self.private, &name, begins, begins + CERTIFICATE_LIFE)?;
        let mut key = StoredKey {
            pool_id: pool.clone(),
            provider: provider.to_owned(),
            id,
            sealed_key: Vec::new(),
            certificate,
            created_at: env.now(),
            signs_from,
            retires_at: None,
        };
        let row = seal_row(provider, &key.id);
        key.sealed_key = env.keys.seal_column(place(&key, &row), &self.private, env.random.as_ref());
        Ok(key)
    }
}

fn seal_row(provider: &str, id: &str) -> String {
    format!("{provider} {id}")
}

fn place<'a>(key: &'a StoredKey, row: &'a str) -> [&'a str; 4] {
    [key.pool_id.as_str(), "provider_keys", row, "sealed_key"]
}

fn internal(reason: &str) -> FederationError {
    FederationError::Internal(reason.to_owned())
}
