//! Everybody knows the values of the demonstration: none may be in a production database.

use super::operator::unusable;
use crate::config::Settings;
use crate::crypto::master_key::MasterKeys;
use crate::crypto::seal::{self, KEY_LENGTH, Key};
use crate::crypto::{digest, password};
use crate::dev::seed;
use crate::server;
use crate::store::{self, StoreError, data_keys, inspect};

/// The data key that columns are sealed under.
const COLUMNS: &str = "columns";

/// Refuses a database with demonstration pools or client secrets, or with a switch of development. Secrets
/// are only looked into where the master key is at hand.
///
/// # Errors
/// A sentence that says what to do.
pub(super) async fn refuse(settings: &Settings, masters: Option<&MasterKeys>) -> Result<(), String> {
    let database = server::database_settings(settings);
    let found = store::peek(&database, |c| {
        let pools = inspect::existing_pools(c, &[seed::DEFAULT_POOL, seed::COGNITO_POOL])?;
        Ok::<_, StoreError>((pools, inspect::clients_with(c, "\"any_loopback_url\":true")?))
    });
    let Some((pools, clients)) = found.await.map_err(|e| unusable(&e))? else { return Ok(()) };
    if !pools.is_empty() {
        return Err(format!(
            "the database holds the demonstration pools {}, whose passwords everybody knows; give production a database \
             of its own (database.url)",
            pools.join(", ")
        ));
    }
    if !clients.is_empty() {
        return Err(format!(
            "the clients {} accept any loopback address (any_loopback_url), which is for development; register their addresses \
             one by one",
            clients.join(", ")
        ));
    }
    match masters {
        Some(masters) => refuse_secrets(settings, masters).await,
        None => Ok(()),
    }
}

/// Says who has a password of the demonstration. That is no reason to refuse anything: whoever signs up may choose that
/// name and that password.
///
/// # Errors
/// When the database cannot be used.
pub(super) async fn known_passwords(settings: &Settings) -> Result<Option<String>, String> {
    let database = server::database_settings(settings);
    let people = [&seed::ADA, &seed::GRACE].map(|person| person.email).to_vec();
    let found = store::peek(&database, move |c| inspect::hashes_of_names(c, &people));
    let hashes = found.await.map_err(|e| unusable(&e))?.unwrap_or_default();
    let known = [seed::ADA.password, seed::GRACE.password];
    // Few people have these names, so that this costs a hash only where something may be wrong.
    let weak = tokio::task::spawn_blocking(move || {
        let is_known = |phc: &str| known.iter().any(|p| password::verify(phc, p.as_bytes()));
        hashes.into_iter().find(|(_, phc)| is_known(phc)).map(|(name, _)| name)
    });
    let weak = weak.await.map_err(|e| e.to_string())?;
    Ok(weak.map(|name| {
        format!(
            "{name} has the password of the demonstration, which everybody knows; if you made that account, delete it or give \
             it another password"
        )
    }))
}

async fn refuse_secrets(settings: &Settings, masters: &MasterKeys) -> Result<(), String> {
    let database = server::database_settings(settings);
    let found = store::peek(&database, |c| {
        Ok::<_, StoreError>((data_keys::list(c)?, inspect::sealed_client_secrets(c)?))
    });
    let Some((keys, rows)) = found.await.map_err(|e| unusable(&e))? else { return Ok(()) };
    let Some((_, sealed_key)) = keys.into_iter().find(|(id, _)| id == COLUMNS) else { return Ok(()) };
    // What cannot be opened is found, and said, when the key ring is opened.
    let opened =
        masters.all().find_map(|key| seal::open(key.key(), &["data_keys", COLUMNS], &sealed_key).ok());
    let Some(key) = opened else { return Ok(()) };
    let Ok(bytes) = <[u8; KEY_LENGTH]>::try_from(key.as_slice()) else { return Ok(()) };
    let key = Key::from_bytes(bytes);
    let known = [seed::CONFIDENTIAL_SECRET, seed::MACHINE_SECRET];
    for (pool, client, id, sealed) in rows {
        let Ok(secret) = seal::open(&key, &[&pool, "client_secrets", &id, "sealed_value"], &sealed) else {
            continue;
        };
        if known.iter().any(|known| digest::constant_time_eq(known.as_bytes(), &secret)) {
            return Err(format!(
                "the client {client} has a secret of the demonstration, which everybody knows; give it another one"
            ));
        }
    }
    Ok(())
}
