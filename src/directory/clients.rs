//! App clients and their secrets.

use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use super::DirectoryError;
use super::pools::changed;
use crate::crypto::digest::constant_time_eq;
use crate::env::Env;
use crate::model::attributes::VERIFIED_FLAGS;
use crate::model::branding::Branding;
use crate::model::client::{AppClient, ClientSecret, ClientSettings};
use crate::model::external::IDENTITIES;
use crate::model::ids::{ClientId, PoolId};
use crate::model::pool::{PoolSettings, UserPool};
use crate::model::resource_server::ResourceServer;
use crate::render::{Theme, images};
use crate::security::audit;
use crate::store::client_secrets::SealedSecret;
use crate::store::{AnyConn, StoreError, client_secrets, clients, resource_servers};

/// Scopes that every pool knows (OpenID Connect Core §5.4 and Cognito's own).
const BUILT_IN_SCOPES: [&str; 6] =
    ["openid", "email", "phone", "profile", "address", "aws.cognito.signin.user.admin"];

/// How many secrets may be active, so that one can be replaced without a gap.
pub(crate) const MOST_SECRETS: usize = 2;

/// A client to be made.
pub struct NewClient {
    /// Its id; drawn when absent.
    pub id: Option<ClientId>,
    /// Its name.
    pub name: String,
    /// Its settings.
    pub settings: ClientSettings,
    /// Its first secret, for confidential clients; drawn when absent.
    pub secret: Option<SecretString>,
}

/// Makes a client.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`].
pub async fn create(env: &Env, pool: &UserPool, mut new: NewClient) -> Result<AppClient, DirectoryError> {
    let no_pictures = Branding::default();
    images::take(&no_pictures, &mut new.settings.branding).map_err(DirectoryError::InvalidSetting)?;
    check(env, pool, &new.name, &new.settings).await?;
    if new.secret.is_some() && !new.settings.confidential {
        return Err(invalid("a public client has no secret; make it confidential or leave the secret out"));
    }
    let now = env.now();
    let client = AppClient {
        pool_id: pool.id.clone(),
        id: new.id.unwrap_or_else(|| ClientId::trusted(env.random.alphanumeric_lower(26))),
        name: new.name,
        settings: new.settings,
        created_at: now,
        updated_at: now,
    };
    let secret = match client.settings.confidential {
        true => Some(seal(env, &client, &value_or_drawn(env, new.secret)?, &[])),
        false => None,
    };
    let row = client.clone();
    let event = audit::event(env, "client.create").in_pool(&pool.id).about("client", &client.id);
    let stored = env.db.write(move |c| {
        clients::insert(c, &row)?;
        if let Some(secret) = &secret {
            client_secrets::insert(c, &row.id, secret)?;
        }
        audit::record(c, &event)
    });
    match stored.await {
        Ok(()) => Ok(client),
        Err(StoreError::Taken { .. }) => Err(invalid("another client of this server has this client id")),
        Err(error) => Err(error.into()),
    }
}

/// Changes the settings of a client. One that becomes confidential gets a secret; one that becomes public loses
/// its secrets.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`], [`DirectoryError::NotFound`].
pub async fn update(
    env: &Env,
    pool: &UserPool,
    id: &ClientId,
    settings: ClientSettings,
) -> Result<AppClient, DirectoryError> {
    let work = move |client: &mut AppClient| {
        client.settings = settings.clone();
        Ok(())
    };
    change(env, pool, id, work).await.map(|(client, _)| client)
}

/// Changes name and settings of a client as they are at that moment, as [`update`] does. What others change at the
/// same time is kept. Returns the secret that a client got which became confidential.
///
/// # Errors
/// As [`update`]; the sentence of `work`.
pub async fn change(
    env: &Env,
    pool: &UserPool,
    id: &ClientId,
    work: impl Fn(&mut AppClient) -> Result<(), String> + Send + 'static,
) -> Result<(AppClient, Option<ClientSecret>), DirectoryError> {
    let value = value_or_drawn(env, None)?;
    let Some(known) = find(env, pool, id).await? else { return Err(DirectoryError::NotFound("client")) };
    let mut wanted = known.clone();
    work(&mut wanted).map_err(DirectoryError::InvalidSetting)?;
    let (old, new) = (&known.settings.branding, &wanted.settings.branding);
    let prepared = images::Prepared::of(old, new).map_err(DirectoryError::InvalidSetting)?;
    let event = audit::event(env, "client.update").in_pool(&pool.id).about("client", id);
    let key = (pool.id.clone(), id.clone());
    let (env, pool, id) = (env.clone(), pool.clone(), id.clone());
    let (db, cache) = (env.db.clone(), env.settings_cache.clone());
    let outcome = db.write(move |c| {
        let now = env.now();
        if !clients::hold(c, &pool.id, &id)? {
            return Ok(Err(DirectoryError::NotFound("client")));
        }
        let Some(before) = clients::find(c, &pool.id, &id)? else {
            return Ok(Err(DirectoryError::NotFound("client")));
        };
        let mut client = before.clone();
        let taken = work(&mut client)
            .and_then(|()| prepared.take(&before.settings.branding, &mut client.settings.branding));
        if let Err(sentence) = taken {
            return Ok(Err(DirectoryError::InvalidSetting(sentence)));
        }
        let servers = resource_servers::list(c, &pool.id)?;
        if let Err(refusal) = check_with(&env, &pool.settings, &servers, (&client.name, &client.settings)) {
            return Ok(Err(refusal));
        }
        let changed = changed(&(&before.name, &before.settings), &(&client.name, &client.settings));
        if changed.is_empty() {
            return Ok(Ok((before, None)));
        }
        client.updated_at = now;
        clients::update(c, &client)?;
        let mut made = None;
        if !client.settings.confidential {
            client_secrets::delete_all(c, &id)?;
        } else if client_secrets::list(c, &pool.id, &id)?.is_empty() {
            let sealed = seal(&env, &client, &value, &[]);
            client_secrets::insert(c, &id, &sealed)?;
            made = Some(shown(&sealed, &value));
        }
        audit::record(c, &event.clone().with("changed", changed))?;
        Ok(Ok((client, made)))
    });
    let outcome = outcome.await?;
    cache.clients.forget(&key);
    outcome
}

/// Deletes a client; its refresh tokens, codes and open flows end with it.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn delete(env: &Env, pool: &UserPool, id: &ClientId) -> Result<(), DirectoryError> {
    let event = audit::event(env, "client.delete").in_pool(&pool.id).about("client", id);
    let key = (pool.id.clone(), id.clone());
    let (pool, id) = (pool.id.clone(), id.clone());
    let found = env.db.write(move |c| {
        let found = clients::delete(c, &pool, &id)?;
        if found {
            audit::record(c, &event)?;
        }
        Ok(found)
    });
    let found = found.await?;
    env.settings_cache.clients.forget(&key);
    if found { Ok(()) } else { Err(DirectoryError::NotFound("client")) }
}

/// The clients of a pool, by id.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env, pool: &UserPool) -> Result<Vec<AppClient>, DirectoryError> {
    let pool = pool.id.clone();
    Ok(env.db.read(move |c| clients::list(c, &pool)).await?)
}

/// Finds a client of this pool.
///
/// # Errors
/// When the database did not answer.
pub async fn find(env: &Env, pool: &UserPool, id: &ClientId) -> Result<Option<AppClient>, DirectoryError> {
    let (pool, id) = (pool.id.clone(), id.clone());
    Ok(env.db.read(move |c| clients::find(c, &pool, &id)).await?)
}

/// Finds a client to answer a request of it: as it was at most five seconds ago. Its secrets are always read anew.
///
/// # Errors
/// When the database did not answer.
pub async fn serving(
    env: &Env,
    pool: &UserPool,
    id: &ClientId,
) -> Result<Option<Arc<AppClient>>, DirectoryError> {
    let (now, key) = (env.now(), (pool.id.clone(), id.clone()));
    if let Some(known) = env.settings_cache.clients.get(&key, now) {
        return Ok(Some(known));
    }
    let Some(client) = find(env, pool, id).await?.map(Arc::new) else { return Ok(None) };
    env.settings_cache.clients.put(key, client.clone(), now);
    Ok(Some(client))
}

/// The active secrets, opened; never cached, so that a deleted one ends at once.
///
/// # Errors
/// When the database did not answer or a secret cannot be opened.
pub async fn secrets(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
) -> Result<Vec<ClientSecret>, DirectoryError> {
    let (pool_id, id, now) = (pool.id.clone(), client.id.clone(), env.now());
    let shared = &env.settings_cache.client_secrets;
    let key = (pool_id.clone(), id.clone());
    let sealed =
        shared.read(&env.db, key, move |c| client_secrets::list(c, &pool_id, &id).map(Arc::new)).await?;
    let active = sealed.iter().filter(|secret| secret.retires_at.is_none_or(|end| end > now));
    active.map(|secret| open(env, &pool.id, secret)).collect()
}

/// Adds a secret; at most two are active.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] for a third one.
pub async fn add_secret(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    value: Option<SecretString>,
) -> Result<ClientSecret, DirectoryError> {
    rotate_secret(env, pool, client, value, None).await
}

/// Adds a secret and ends the present ones after `retire_after_ms`; without it they go on until they are deleted, with
/// 0 they end at once. At most two are active.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] for a third one.
pub async fn rotate_secret(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    value: Option<SecretString>,
    retire_after_ms: Option<i64>,
) -> Result<ClientSecret, DirectoryError> {
    if !client.settings.confidential {
        return Err(invalid("a public client has no secret; make it confidential first"));
    }
    let value = value_or_drawn(env, value)?;
    let present: Vec<String> =
        secrets(env, pool, client).await?.into_iter().map(|secret| secret.id).collect();
    let sealed = seal(env, client, &value, &present);
    let event = audit::event(env, "client.add_secret").in_pool(&pool.id).about("client", &client.id);
    let event = event.with("secret", sealed.id.as_str());
    let (pool_id, id, row) = (pool.id.clone(), client.id.clone(), sealed.clone());
    let outcome = env.db.write(move |c| {
        change_secrets(c, &pool_id, &id, row.created_at, |c, present| {
            if retire_after_ms == Some(0) {
                client_secrets::delete_all(c, &id)?;
            } else if present.len() >= MOST_SECRETS {
                return Ok(Err("two secrets are active already; take one away first (`vestibule client remove-secret`), or end both at once with --retire-after 0"));
            }
            if let Some(after) = retire_after_ms {
                client_secrets::retire_all(c, &id, row.created_at.saturating_add(after))?;
            }
            client_secrets::insert(c, &id, &row)?;
            audit::record(c, &event).map(Ok)
        })
    });
    outcome.await??;
    Ok(shown(&sealed, &value))
}

/// Deletes a secret; the last one without an end stays.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] for the last one, [`DirectoryError::NotFound`].
pub async fn delete_secret(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    secret_id: &str,
) -> Result<(), DirectoryError> {
    let event = audit::event(env, "client.delete_secret").in_pool(&pool.id).about("client", &client.id);
    let (pool_id, id, secret_id, now) = (pool.id.clone(), client.id.clone(), secret_id.to_owned(), env.now());
    let outcome = env.db.write(move |c| {
        change_secrets(c, &pool_id, &id, now, |c, present| {
            let mut staying = present.iter().filter(|secret| secret.retires_at.is_none());
            if staying.next().is_some_and(|secret| secret.id == secret_id) && staying.next().is_none() {
                return Ok(Err("the last secret stays; add another one first"));
            }
            let found = client_secrets::delete(c, &id, &secret_id)?;
            if found {
                audit::record(c, &event.clone().with("secret", secret_id.as_str()))?;
            }
            Ok(Ok(found))
        })
    });
    if outcome.await?? { Ok(()) } else { Err(DirectoryError::NotFound("client secret")) }
}

/// Whether `presented` is one of the client's secrets, in constant time.
///
/// # Errors
/// As [`secrets`].
pub async fn check_secret(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    presented: &str,
) -> Result<bool, DirectoryError> {
    let secrets = secrets(env, pool, client).await?;
    // No early return: the time must not tell which of them came close.
    Ok(secrets.iter().fold(false, |found, secret| {
        constant_time_eq(secret.value.expose_secret().as_bytes(), presented.as_bytes()) | found
    }))
}

/// Runs a change of a client's secrets while nobody else changes them.
fn change_secrets<T>(
    c: &mut AnyConn,
    pool: &PoolId,
    client: &ClientId,
    now: i64,
    change: impl FnOnce(&mut AnyConn, &[SealedSecret]) -> Result<Result<T, &'static str>, StoreError>,
) -> Result<Result<T, DirectoryError>, StoreError> {
    if !clients::lock(c, pool, client, now)? {
        return Ok(Err(DirectoryError::NotFound("client")));
    }
    client_secrets::delete_retired(c, client, now)?;
    let present = client_secrets::list(c, pool, client)?;
    Ok(change(c, &present)?.map_err(invalid))
}

async fn check(
    env: &Env,
    pool: &UserPool,
    name: &str,
    settings: &ClientSettings,
) -> Result<(), DirectoryError> {
    let pool_id = pool.id.clone();
    let servers = env.db.read(move |c| resource_servers::list(c, &pool_id)).await?;
    check_with(env, &pool.settings, &servers, (name, settings))
}

/// The rules of a client in a pool with these settings and resource servers.
pub(crate) fn check_with(
    env: &Env,
    pool: &PoolSettings,
    servers: &[ResourceServer],
    (name, settings): (&str, &ClientSettings),
) -> Result<(), DirectoryError> {
    if name.trim().is_empty() || name.chars().count() > 128 || name.chars().any(char::is_control) {
        return Err(invalid("the name of a client must be 1 to 128 characters"));
    }
    settings.check().map_err(DirectoryError::InvalidSetting)?;
    if settings.any_loopback_url && !env.settings.development {
        return Err(invalid("any_loopback_url is for the development server; register the URLs one by one"));
    }
    // What follows from the links can be read and never written.
    let readable = settings.read_attributes.iter().flatten().filter(|name| *name != IDENTITIES);
    for attribute in readable.chain(settings.write_attributes.iter().flatten()) {
        let known = pool.attribute(attribute).is_some() || VERIFIED_FLAGS.contains(&attribute.as_str());
        if !known {
            return Err(DirectoryError::InvalidSetting(format!("the pool has no attribute {attribute}")));
        }
    }
    Theme::check_branding(&pool.branding.under(&settings.branding), pool.compatibility.cognito)
        .map_err(|error| invalid(&format!("branding: {error}")))?;
    let exists = |scope: &str| {
        BUILT_IN_SCOPES.contains(&scope)
            || servers.iter().any(|server| {
                let name = scope.strip_prefix(&server.identifier).and_then(|rest| rest.strip_prefix('/'));
                name.is_some_and(|name| server.scopes.iter().any(|scope| scope.name == name))
            })
    };
    match settings.allowed_scopes.iter().find(|scope| !exists(scope)) {
        Some(scope) => Err(DirectoryError::InvalidSetting(format!(
            "the scope {scope} does not exist; make its resource server first"
        ))),
        None => Ok(()),
    }
}

/// A given secret that keeps the rules, or a drawn one.
pub(crate) fn value_or_drawn(env: &Env, value: Option<SecretString>) -> Result<SecretString, DirectoryError> {
    let Some(value) = value else { return Ok(env.random.alphanumeric_lower(51).into()) };
    let text = value.expose_secret();
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'+';
    if (24..=64).contains(&text.len()) && text.bytes().all(allowed) {
        Ok(value)
    } else {
        Err(invalid("a client secret is 24 to 64 letters, digits, underscores or plus signs"))
    }
}

/// Seals a secret under an id that none of `present` has.
pub(crate) fn seal(env: &Env, client: &AppClient, value: &SecretString, present: &[String]) -> SealedSecret {
    let created_at = env.now();
    let id = (created_at..)
        .map(|epoch| format!("{}--{epoch}", client.id))
        .find(|id| !present.contains(id))
        .expect("two secrets do not use up all ids");
    let bytes = value.expose_secret().as_bytes();
    let sealed_value = env.keys.seal_column(place(&client.pool_id, &id), bytes, env.random.as_ref());
    SealedSecret { id, sealed_value, created_at, retires_at: None }
}

/// A secret as it was given.
pub(crate) fn open(env: &Env, pool: &PoolId, secret: &SealedSecret) -> Result<ClientSecret, DirectoryError> {
    let unreadable = || DirectoryError::Internal(format!("the client secret {} cannot be opened", secret.id));
    let bytes =
        env.keys.open_column(place(pool, &secret.id), &secret.sealed_value).map_err(|_| unreadable())?;
    let text = std::str::from_utf8(&bytes).map_err(|_| unreadable())?;
    Ok(shown(secret, &text.into()))
}

fn shown(secret: &SealedSecret, value: &SecretString) -> ClientSecret {
    ClientSecret {
        id: secret.id.clone(),
        value: value.clone(),
        created_at: secret.created_at,
        retires_at: secret.retires_at,
    }
}

fn place<'a>(pool: &'a PoolId, id: &'a str) -> [&'a str; 4] {
    [pool.as_str(), "client_secrets", id, "sealed_value"]
}

fn invalid(sentence: &str) -> DirectoryError {
    DirectoryError::InvalidSetting(sentence.to_owned())
}
