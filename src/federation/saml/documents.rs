//! A provider's metadata: out of its settings, or from its address, with the last good copy in the database.
//!
//! The name that was read first at an address stays the provider's name for as long as the address does: a document that
//! names another one is refused, whoever serves it. A copy is used while the address does not answer, but never after the
//! `validUntil` in it.

use url::Url;

use super::metadata::{ProviderMetadata, Reading};
use super::misconfigured;
use crate::env::Env;
use crate::federation::FederationError;
use crate::federation::oidc::failure::no_document;
use crate::model::ids::PoolId;
use crate::model::provider::IdentityProvider;
use crate::outbound::documents::Document;
use crate::store::provider_keys::{self, Due, StoredMetadata};
use crate::store::{StoreError, identity_providers};

/// After a failure it is tried again in so many milliseconds.
const AFTER_FAILURE: i64 = 5 * 60 * 1000;
/// When the background work is so late, whoever needs the document reads it anew, milliseconds.
const LATE: i64 = 60 * 60 * 1000;
/// Documents above this size are read on a thread where that disturbs nobody, bytes.
const LONG: usize = 32 * 1024;
/// So many due providers are looked up at once.
const BATCH: i64 = 50;

enum Source<'a> {
    File(&'a str),
    Address(Url),
}

/// The metadata of a provider as it is known.
///
/// # Errors
/// [`FederationError::Misconfigured`] for a document that describes no usable provider or has expired,
/// [`FederationError::Unavailable`] and others when there is none and the address does not give one.
pub async fn metadata(env: &Env, provider: &IdentityProvider) -> Result<ProviderMetadata, FederationError> {
    let url = match source(provider)? {
        Source::File(text) => return read(env, text.as_bytes().into(), None).await.map_err(expired),
        Source::Address(url) => url,
    };
    let kept = kept(env, provider, &url).await?;
    let Some(kept) = kept else { return fetch(env, provider, &url, None).await };
    match read(env, kept.document.as_bytes().into(), Some(&kept.entity_id)).await {
        Ok(known) if env.now() < kept.refresh_at.saturating_add(LATE) => Ok(known),
        Ok(known) => Ok(refresh(env, provider, &url, Some(&kept)).await.unwrap_or(known)),
        Err(_) => fetch(env, provider, &url, Some(&kept.entity_id)).await,
    }
}

/// Reads a document that is needed now. Whoever waits for the same one waits for one fetch, and a failure is remembered
/// for a while.
async fn fetch(
    env: &Env,
    provider: &IdentityProvider,
    url: &Url,
    pinned: Option<&str>,
) -> Result<ProviderMetadata, FederationError> {
    let failed = |error| no_document("the provider's metadata", &error);
    let first = env.documents.get(url).await.map_err(failed)?;
    let error = match take(env, provider, url, &first, pinned).await {
        Err(FederationError::Store(error)) => return Err(error.into()),
        Err(error) => error,
        taken => return taken,
    };
    // What is in memory may be old.
    let newer = env.documents.newer_than(url, &first).await.map_err(failed)?;
    if newer.fetched_at != first.fetched_at {
        return take(env, provider, url, &newer, pinned).await;
    }
    if newer.fetched_at == env.now() {
        return Err(error);
    }
    Err(FederationError::Unavailable(format!("there is no newer metadata, and of the old one: {error}")))
}

/// What the provider publishes now, when that differs from `known` in its keys: for an answer that those do not verify.
/// It is asked at most once a minute.
///
/// # Errors
/// [`FederationError::Store`]. That there is nothing newer is no error.
pub async fn newer(
    env: &Env,
    provider: &IdentityProvider,
    known: &ProviderMetadata,
) -> Result<Option<ProviderMetadata>, FederationError> {
    let Source::Address(url) = source(provider)? else { return Ok(None) };
    let Ok(mut document) = env.documents.get(&url).await else { return Ok(None) };
    for attempt in 0..2 {
        if attempt == 1 {
            match env.documents.newer_than(&url, &document).await {
                Ok(newer) => document = newer,
                Err(_) => return Ok(None),
            }
        }
        let pinned = Some(known.entity_id());
        match read(env, document.body.to_vec(), pinned).await {
            Ok(read) if read.keys() != known.keys() => {
                return take(env, provider, &url, &document, pinned).await.map(Some);
            }
            Ok(_) => {}
            Err(_) => return Ok(None),
        }
    }
    Ok(None)
}

/// Reads the metadata again whatever is known: for an operator who has just changed something.
///
/// # Errors
/// As [`metadata`], and for a document that names another provider than before.
pub async fn reread(env: &Env, provider: &IdentityProvider) -> Result<ProviderMetadata, FederationError> {
    match source(provider)? {
        Source::File(_) => metadata(env, provider).await,
        Source::Address(url) => {
            let kept = kept(env, provider, &url).await?;
            refresh(env, provider, &url, kept.as_ref()).await
        }
    }
}

/// Reads every document that is due, and those that were never read; returns how many came. What fails is logged and
/// tried again later. `goes_on` is asked between two of them.
///
/// # Errors
/// [`StoreError`], and whatever `goes_on` fails with.
pub async fn refresh_due<E, F>(env: &Env, goes_on: impl Fn() -> F) -> Result<usize, E>
where
    E: From<StoreError>,
    F: Future<Output = Result<(), E>>,
{
    let (mut read, mut last): (usize, Option<Due>) = (0, None);
    loop {
        let (now, after) = (env.now(), last.clone());
        let due = env.db.read(move |c| provider_keys::metadata_due(c, now, after.as_ref(), BATCH)).await?;
        let Some(end) = due.last().cloned() else { return Ok(read) };
        for (pool, name) in due {
            read += usize::from(refresh_one(env, &pool, &name).await?);
            goes_on().await?;
        }
        last = Some(end);
    }
}

async fn refresh_one(env: &Env, pool: &PoolId, name: &str) -> Result<bool, StoreError> {
    let id = pool.clone();
    let all = env.db.read(move |c| identity_providers::list(c, &id)).await?;
    let Some(found) = all.into_iter().find(|one| one.name == name) else { return Ok(false) };
    // Its secrets stay sealed: a SAML provider has none.
    let provider = IdentityProvider {
        pool_id: found.pool_id,
        name: found.name,
        kind: found.kind,
        details: found.details,
        secrets: Default::default(),
        attribute_mapping: found.attribute_mapping,
        identifiers: found.identifiers,
        created_at: found.created_at,
        updated_at: found.updated_at,
    };
    match reread(env, &provider).await {
        Ok(_) => Ok(true),
        Err(FederationError::Store(error)) => Err(error),
        Err(_) => Ok(false),
    }
}

/// Which of the providers have this name. Nothing is fetched for it: anybody can ask.
///
/// # Errors
/// [`FederationError::Store`].
pub async fn named(
    env: &Env,
    pool: &PoolId,
    providers: Vec<IdentityProvider>,
    entity_id: &str,
) -> Result<Vec<IdentityProvider>, FederationError> {
    let id = pool.clone();
    let kept = env.db.read(move |c| provider_keys::entity_ids(c, &id)).await?;
    let plain = !entity_id.contains(['&', '<', '>', '"', '\'']);
    let mut found = Vec::new();
    for provider in providers {
        let fits = match source(&provider) {
            Err(_) => false,
            Ok(Source::Address(url)) => kept
                .iter()
                .any(|(name, at, known)| *name == provider.name && at == url.as_str() && known == entity_id),
            // Reading all of them would be dear.
            Ok(Source::File(text)) if plain && !quotes(text, entity_id) => false,
            Ok(Source::File(text)) => {
                let metadata = read(env, text.as_bytes().into(), None).await;
                metadata.is_ok_and(|metadata| metadata.entity_id() == entity_id)
            }
        };
        if fits {
            found.push(provider);
        }
    }
    Ok(found)
}

/// Whether a document may have this as the value of an attribute.
fn quotes(text: &str, value: &str) -> bool {
    ['"', '\''].iter().any(|quote| text.contains(&format!("{quote}{value}{quote}")))
}

fn source(provider: &IdentityProvider) -> Result<Source<'_>, FederationError> {
    let detail = |name: &str| provider.details.get(name).map(String::as_str);
    match (detail("MetadataFile"), detail("MetadataURL")) {
        (Some(text), _) => Ok(Source::File(text)),
        (None, Some(url)) => {
            Url::parse(url).map(Source::Address).map_err(|_| misconfigured("MetadataURL is no URL"))
        }
        (None, None) => Err(misconfigured("the provider has neither MetadataFile nor MetadataURL")),
    }
}

/// What was read at this address; what was read at another one does not count.
async fn kept(
    env: &Env,
    provider: &IdentityProvider,
    url: &Url,
) -> Result<Option<StoredMetadata>, StoreError> {
    let (pool, name) = (provider.pool_id.clone(), provider.name.clone());
    let kept = env.db.read(move |c| provider_keys::metadata(c, &pool, &name)).await?;
    Ok(kept.filter(|kept| kept.url == url.as_str()))
}

async fn refresh(
    env: &Env,
    provider: &IdentityProvider,
    url: &Url,
    kept: Option<&StoredMetadata>,
) -> Result<ProviderMetadata, FederationError> {
    let fetched = env.documents.reread(url).await;
    let taken = match fetched {
        Ok(document) => take(env, provider, url, &document, kept.map(|kept| kept.entity_id.as_str())).await,
        Err(error) => Err(no_document("the provider's metadata", &error)),
    };
    if let Err(error) = &taken {
        tracing::warn!(
            pool = provider.pool_id.as_str(),
            provider = provider.name,
            %error,
            "a SAML provider's metadata was not refreshed; the last copy stays"
        );
        if kept.is_some() {
            let (pool, name) = (provider.pool_id.clone(), provider.name.clone());
            let later = env.now().saturating_add(AFTER_FAILURE);
            env.db.write(move |c| provider_keys::put_off(c, &pool, &name, later)).await?;
        }
    }
    taken
}

/// Reads a fetched document and keeps it when it is good.
async fn take(
    env: &Env,
    provider: &IdentityProvider,
    url: &Url,
    document: &Document,
    pinned: Option<&str>,
) -> Result<ProviderMetadata, FederationError> {
    let metadata = read(env, document.body.to_vec(), pinned).await.map_err(expired)?;
    if metadata.keys_refused() > 0 {
        tracing::warn!(
            pool = provider.pool_id.as_str(),
            provider = provider.name,
            refused = metadata.keys_refused(),
            "a SAML provider's metadata has keys that are too weak or of an unknown kind"
        );
    }
    let text = String::from_utf8(document.body.to_vec());
    let stored = StoredMetadata {
        url: url.as_str().to_owned(),
        entity_id: metadata.entity_id().to_owned(),
        document: text.map_err(|_| misconfigured("the provider's metadata is not UTF-8"))?,
        fetched_at: document.fetched_at,
        refresh_at: metadata.refresh_at_ms(document.fetched_at),
    };
    let (pool, name) = (provider.pool_id.clone(), provider.name.clone());
    env.db
        .write(move |c| match provider_keys::metadata(c, &pool, &name)? {
            Some(newer) if newer.url == stored.url && newer.fetched_at > stored.fetched_at => Ok(()),
            _ => provider_keys::put_metadata(c, &pool, &name, &stored),
        })
        .await?;
    Ok(metadata)
}

async fn read(
    env: &Env,
    document: Vec<u8>,
    entity_id: Option<&str>,
) -> Result<ProviderMetadata, FederationError> {
    let (now_ms, http_on_loopback) = (env.now(), env.settings.development);
    let reading = |entity_id| Reading { entity_id, now_ms, http_on_loopback };
    if document.len() <= LONG {
        return ProviderMetadata::read(&document, reading(entity_id));
    }
    let entity_id = entity_id.map(str::to_owned);
    let task = tokio::task::spawn_blocking(move || {
        let reading = Reading { entity_id: entity_id.as_deref(), now_ms, http_on_loopback };
        ProviderMetadata::read(&document, reading)
    });
    task.await.map_err(|_| FederationError::Internal("reading metadata was interrupted".to_owned()))?
}

/// Metadata that has expired is for an operator to mend, here or there.
fn expired(error: FederationError) -> FederationError {
    match error {
        FederationError::Clock(reason) => FederationError::Misconfigured(reason),
        other => other,
    }
}
