//! Identity providers: their rules beyond one value, and their secrets.

use std::collections::BTreeMap;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use super::DirectoryError;
use crate::env::Env;
use crate::model::attributes::VERIFIED_FLAGS;
use crate::model::client::AppClient;
use crate::model::ids::PoolId;
use crate::model::pool::{PoolSettings, UserPool};
use crate::model::provider::{IdentityProvider, Linking, ProviderKind};
use crate::security::audit;
use crate::store::identity_providers::{self, StoredProvider};
use crate::store::{AnyConn, StoreError, external_links, pools};

/// Everything that is wrong with a provider of a pool with these settings, each with the key it is about. No sentence
/// repeats a value.
pub(crate) fn problems(settings: &PoolSettings, provider: &IdentityProvider) -> Vec<(String, String)> {
    let mut problems = provider.problems();
    for attribute in provider.attribute_mapping.keys() {
        let known = attribute == "username"
            || VERIFIED_FLAGS.contains(&attribute.as_str())
            || settings.attribute(attribute).is_some();
        if !known {
            let reason = "is no attribute of the pool".to_owned();
            problems.push((format!("attribute_mapping.{attribute}"), reason));
        }
    }
    problems
}

/// What will not work with a provider, or not as it looks, although nothing about it is wrong: sentences for an operator.
#[must_use]
pub fn warnings(settings: &PoolSettings, provider: &IdentityProvider) -> Vec<String> {
    let mapped = |attribute: &str| provider.attribute_mapping.contains_key(attribute);
    let mut warnings = Vec::new();
    for schema in settings.schema.iter().filter(|schema| schema.required && !mapped(&schema.name)) {
        warnings.push(format!(
            "the pool requires {0}, and attribute_mapping has nothing for it: nobody new can come from here",
            schema.name
        ));
    }
    let addresses: Vec<&str> =
        settings.sign_in.username_attributes.iter().map(|kind| kind.attribute()).collect();
    let required = |name: &str| settings.schema.iter().any(|schema| schema.required && schema.name == name);
    if !addresses.is_empty() && !addresses.iter().any(|name| mapped(name) || required(name)) {
        warnings.push(format!(
            "people of the pool are known by {0}, and attribute_mapping has nothing for it: nobody new can come from here",
            addresses.join(" or ")
        ));
    }
    if provider.linking() != Linking::Separate && !(mapped("email") && mapped("email_verified")) {
        let sentence = "linking goes by a proven address, which attribute_mapping must bring with both email and \
                        email_verified: without them nobody is ever linked";
        warnings.push(sentence.to_owned());
    }
    for attribute in provider.attribute_mapping.keys() {
        if settings.attribute(attribute).is_some_and(|schema| !schema.mutable) {
            warnings.push(format!(
                "{attribute} cannot change once it is set: whoever comes with another value later is refused"
            ));
        }
    }
    warnings
}

/// The providers of a pool, by name.
///
/// # Errors
/// When the database did not answer, or secrets cannot be opened.
pub async fn list(env: &Env, pool: &UserPool) -> Result<Vec<IdentityProvider>, DirectoryError> {
    let id = pool.id.clone();
    let all = env.db.read(move |c| identity_providers::list(c, &id)).await?;
    all.iter().map(|one| open(env, one)).collect()
}

/// How many people sign in at a provider, each counted as often as they are known there.
///
/// # Errors
/// When the database did not answer.
pub async fn count_people(env: &Env, pool: &UserPool, name: &str) -> Result<i64, DirectoryError> {
    let (id, name) = (pool.id.clone(), name.to_owned());
    Ok(env.db.read(move |c| external_links::count_of_provider(c, &id, &name)).await?)
}

/// Where the people of a client may sign in, in the order of its buttons; the pool's own directory is not among them.
/// What was read less than five seconds ago is used again.
///
/// # Errors
/// When the database did not answer.
pub async fn offered(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
) -> Result<Vec<Arc<StoredProvider>>, DirectoryError> {
    let all = stored(env, &pool.id).await?;
    Ok(match &client.settings.identity_providers {
        None => all.iter().cloned().collect(),
        Some(names) => {
            names.iter().filter_map(|name| all.iter().find(|one| one.name == *name)).cloned().collect()
        }
    })
}

/// A provider where the people of a client may sign in.
///
/// # Errors
/// When the database did not answer, or its secrets cannot be opened.
pub async fn of_client(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    name: &str,
) -> Result<Option<IdentityProvider>, DirectoryError> {
    let all = offered(env, pool, client).await?;
    all.iter().find(|one| one.name == name).map(|one| open(env, one)).transpose()
}

/// A provider of a pool.
///
/// # Errors
/// When the database did not answer, or its secrets cannot be opened.
pub async fn find(
    env: &Env,
    pool: &UserPool,
    name: &str,
) -> Result<Option<IdentityProvider>, DirectoryError> {
    let all = stored(env, &pool.id).await?;
    all.iter().find(|one| one.name == name).map(|one| open(env, one)).transpose()
}

/// The providers of a pool that speak a protocol.
///
/// # Errors
/// When the database did not answer, or the secrets of one cannot be opened.
pub async fn of_kind(
    env: &Env,
    pool: &UserPool,
    kind: ProviderKind,
) -> Result<Vec<IdentityProvider>, DirectoryError> {
    let all = stored(env, &pool.id).await?;
    all.iter().filter(|one| one.kind == kind).map(|one| open(env, one)).collect()
}

/// What is said of an issuer that cannot change.
pub(crate) const ISSUER_STAYS: &str = "cannot change while people are linked with the provider: the new issuer's people \
    would get their accounts. Add a provider of another name, or delete this one, which takes its links with it";

/// Stores a provider in place of an earlier one of the same name. Another kind is another provider: that one must be
/// deleted first, and its links go with it. So is another `oidc_issuer` once people are linked, because it may mean other
/// people by the same subjects. The entity id of a SAML provider is pinned with the first document of each `MetadataURL`
/// (`federation::saml`); whoever sets another address or file here vouches that it knows the same people by the same
/// NameIDs.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] with everything that is wrong.
pub async fn put(env: &Env, pool: &UserPool, provider: &IdentityProvider) -> Result<(), DirectoryError> {
    store(env, pool, provider, false).await
}

/// Stores a new provider.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] with everything that is wrong, also when there is one of the name.
pub async fn create(env: &Env, pool: &UserPool, provider: &IdentityProvider) -> Result<(), DirectoryError> {
    store(env, pool, provider, true).await
}

async fn store(
    env: &Env,
    pool: &UserPool,
    provider: &IdentityProvider,
    is_new: bool,
) -> Result<(), DirectoryError> {
    refuse_problems(&pool.settings, provider)?;
    let row = seal(env, provider);
    let events = ["identity_provider.create", "identity_provider.update"].map(|action| {
        let event = audit::event(env, action).in_pool(&pool.id).about("identity_provider", &provider.name);
        event.with("kind", provider.kind.as_str())
    });
    let outcome = env.db.write(move |c| {
        // Of two at once the second sees the first.
        pools::hold(c, &row.pool_id)?;
        let all = identity_providers::list(c, &row.pool_id)?;
        let before = all.iter().find(|one| one.name == row.name);
        if is_new && before.is_some() {
            let sentence = format!("the pool has a provider {} already", row.name);
            return Ok(Err(DirectoryError::InvalidSetting(sentence)));
        }
        if before.is_some_and(|before| before.kind != row.kind) {
            return Ok(Err(DirectoryError::InvalidSetting(format!(
                "the pool has a provider {} of another kind; delete it first",
                row.name
            ))));
        }
        if let Err(refusal) = refuse_taken(&all, &row) {
            return Ok(Err(refusal));
        }
        if let Err(refusal) = put_row(c, before, &row)? {
            return Ok(Err(refusal));
        }
        audit::record(c, &events[usize::from(before.is_some())])?;
        Ok(Ok(()))
    });
    outcome.await??;
    env.settings_cache.providers.forget(&pool.id);
    Ok(())
}

/// Stores the row of a provider in place of `before`, within a write that holds the pool.
///
/// # Errors
/// The inner one is [`DirectoryError::InvalidSetting`], for another issuer while people are linked.
pub(crate) fn put_row(
    c: &mut AnyConn,
    before: Option<&StoredProvider>,
    row: &StoredProvider,
) -> Result<Result<(), DirectoryError>, StoreError> {
    let is_other = before.is_some_and(|before| names_other_issuer(&before.details, &row.details));
    if is_other && external_links::count_of_provider(c, &row.pool_id, &row.name)? > 0 {
        return Ok(Err(DirectoryError::InvalidSetting(format!("details.oidc_issuer {ISSUER_STAYS}"))));
    }
    identity_providers::put(c, row)?;
    Ok(Ok(()))
}

/// Whether the details of a provider name another issuer than before.
pub(crate) fn names_other_issuer(
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> bool {
    before.get("oidc_issuer") != after.get("oidc_issuer")
}

/// Changes a provider; what `work` refuses is refused. Returns it as it was and as it is.
///
/// # Errors
/// [`DirectoryError::NotFound`], [`DirectoryError::InvalidSetting`] with everything that is wrong, also as [`put`] has it.
pub async fn change(
    env: &Env,
    pool: &UserPool,
    name: &str,
    work: impl Fn(&mut IdentityProvider) -> Result<(), String> + Send + 'static,
) -> Result<(IdentityProvider, IdentityProvider), DirectoryError> {
    let event =
        audit::event(env, "identity_provider.update").in_pool(&pool.id).about("identity_provider", name);
    let (writer, pool, name) = (env.clone(), pool.clone(), name.to_owned());
    let id = pool.id.clone();
    let outcome = env.db.write(move |c| {
        // As above: of two changes at once none is lost.
        pools::hold(c, &pool.id)?;
        let all = identity_providers::list(c, &pool.id)?;
        let Some(stored) = all.iter().find(|one| one.name == name) else {
            return Ok(Err(DirectoryError::NotFound("identity provider")));
        };
        let prepared = open(&writer, stored).and_then(|before| {
            let mut after = before.clone();
            work(&mut after).map_err(DirectoryError::InvalidSetting)?;
            after.updated_at = writer.now();
            refuse_problems(&pool.settings, &after)?;
            let row = seal(&writer, &after);
            refuse_taken(&all, &row)?;
            Ok((before, after, row))
        });
        let (before, after, row) = match prepared {
            Ok(prepared) => prepared,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let keys = changed_keys(&before, &after);
        if keys.is_empty() {
            return Ok(Ok((before.clone(), before)));
        }
        if let Err(refusal) = put_row(c, Some(stored), &row)? {
            return Ok(Err(refusal));
        }
        audit::record(c, &event.clone().with("kind", row.kind.as_str()).with("changed", keys))?;
        Ok(Ok((before, after)))
    });
    let outcome = outcome.await;
    env.settings_cache.providers.forget(&id);
    outcome?
}

/// The settings of a provider that differ, secrets among them, without any value.
fn changed_keys(before: &IdentityProvider, after: &IdentityProvider) -> Vec<String> {
    let secrets = |provider: &IdentityProvider| -> BTreeMap<String, String> {
        let all = provider.secrets.iter();
        all.map(|(name, value)| (name.clone(), value.expose_secret().to_owned())).collect()
    };
    let (old, new) = (secrets(before), secrets(after));
    let mut keys: Vec<String> = [(&before.details, &after.details), (&old, &new)]
        .into_iter()
        .flat_map(|(old, new)| {
            let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
            names.filter(|name| old.get(*name) != new.get(*name)).map(|name| format!("details.{name}"))
        })
        .collect();
    if before.attribute_mapping != after.attribute_mapping {
        keys.push("attribute_mapping".to_owned());
    }
    if before.identifiers != after.identifiers {
        keys.push("idp_identifiers".to_owned());
    }
    keys
}

fn refuse_problems(settings: &PoolSettings, provider: &IdentityProvider) -> Result<(), DirectoryError> {
    let problems = problems(settings, provider);
    if problems.is_empty() {
        return Ok(());
    }
    let said: Vec<String> = problems.into_iter().map(|(key, reason)| format!("{key} {reason}")).collect();
    Err(DirectoryError::InvalidSetting(said.join("; ")))
}

/// Refuses an identifier that leads to another provider.
fn refuse_taken(all: &[StoredProvider], row: &StoredProvider) -> Result<(), DirectoryError> {
    let mut taken = all.iter().filter(|one| one.name != row.name).flat_map(|one| &one.identifiers);
    match taken.find(|identifier| row.identifiers.contains(identifier)) {
        None => Ok(()),
        Some(taken) => Err(DirectoryError::InvalidSetting(format!(
            "another provider of the pool has the identifier {taken}"
        ))),
    }
}

/// Deletes a provider with its links: people who have no other way in keep their accounts, and an operator can give
/// them one.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn delete(env: &Env, pool: &UserPool, name: &str) -> Result<(), DirectoryError> {
    let event =
        audit::event(env, "identity_provider.delete").in_pool(&pool.id).about("identity_provider", name);
    let (id, name) = (pool.id.clone(), name.to_owned());
    let found = env.db.write(move |c| {
        let found = identity_providers::delete(c, &id, &name)?;
        if found {
            audit::record(c, &event)?;
        }
        Ok(found)
    });
    let found = found.await?;
    env.settings_cache.providers.forget(&pool.id);
    if found { Ok(()) } else { Err(DirectoryError::NotFound("identity provider")) }
}

async fn stored(env: &Env, pool: &PoolId) -> Result<Arc<Vec<Arc<StoredProvider>>>, DirectoryError> {
    let now = env.now();
    if let Some(known) = env.settings_cache.providers.get(pool, now) {
        return Ok(known);
    }
    let id = pool.clone();
    let all = env.db.read(move |c| identity_providers::list(c, &id)).await?;
    let all = Arc::new(all.into_iter().map(Arc::new).collect::<Vec<_>>());
    env.settings_cache.providers.put(pool.clone(), all.clone(), now);
    Ok(all)
}

/// The row of a provider, its secrets sealed.
pub(crate) fn seal(env: &Env, provider: &IdentityProvider) -> StoredProvider {
    let secrets: BTreeMap<&str, &str> =
        provider.secrets.iter().map(|(name, value)| (name.as_str(), value.expose_secret())).collect();
    let sealed_secrets = (!secrets.is_empty()).then(|| {
        let json = zeroize::Zeroizing::new(serde_json::to_vec(&secrets).expect("texts are JSON"));
        env.keys.seal_column(place(&provider.pool_id, &provider.name), &json, env.random.as_ref())
    });
    StoredProvider {
        pool_id: provider.pool_id.clone(),
        name: provider.name.clone(),
        kind: provider.kind,
        details: provider.details.clone(),
        sealed_secrets,
        attribute_mapping: provider.attribute_mapping.clone(),
        identifiers: provider.identifiers.clone(),
        created_at: provider.created_at,
        updated_at: provider.updated_at,
    }
}

/// The provider of a row, its secrets opened.
///
/// # Errors
/// When they cannot be opened.
pub(crate) fn open(env: &Env, stored: &StoredProvider) -> Result<IdentityProvider, DirectoryError> {
    let unreadable = || {
        DirectoryError::Internal(format!(
            "the secrets of the identity provider {} cannot be opened",
            stored.name
        ))
    };
    let secrets: BTreeMap<String, String> = match &stored.sealed_secrets {
        None => BTreeMap::new(),
        Some(sealed) => {
            let json = env
                .keys
                .open_column(place(&stored.pool_id, &stored.name), sealed)
                .map_err(|_| unreadable())?;
            serde_json::from_slice(&json).map_err(|_| unreadable())?
        }
    };
    let secrets = secrets.into_iter().map(|(name, value)| (name, SecretString::from(value))).collect();
    Ok(IdentityProvider { secrets, ..without_secrets(stored) })
}

/// The provider of a row as far as nothing of it is secret.
pub fn without_secrets(stored: &StoredProvider) -> IdentityProvider {
    IdentityProvider {
        pool_id: stored.pool_id.clone(),
        name: stored.name.clone(),
        kind: stored.kind,
        details: stored.details.clone(),
        secrets: BTreeMap::new(),
        attribute_mapping: stored.attribute_mapping.clone(),
        identifiers: stored.identifiers.clone(),
        created_at: stored.created_at,
        updated_at: stored.updated_at,
    }
}

fn place<'a>(pool: &'a PoolId, name: &'a str) -> [&'a str; 4] {
    [pool.as_str(), "identity_providers", name, "sealed_secrets"]
}
