//! Writing out what there is, so that applying it changes nothing.

use secrecy::ExposeSecret;
use serde_json::{Value as Json, json};

use super::settings;
use super::write::Table;
use crate::crypto::totp;
use crate::directory::{DirectoryError, clients, declared, providers};
use crate::env::Env;
use crate::model::client::ClientSettings;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{PoolSettings, UserPool};
use crate::model::provider::is_secret_detail;
use crate::store::identity_providers::StoredProvider;
use crate::store::{
    self, StoreError, client_secrets, groups, passwords, resource_servers, totp_factors, users,
};

/// How many people are read at once.
const BATCH: usize = 200;

/// What is written out.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExportOptions {
    /// Client secrets, provider secrets and, with people, password hashes and TOTP seeds.
    pub with_secrets: bool,
    /// People.
    pub with_users: bool,
    /// Settings that have their default, too.
    pub full: bool,
}

/// Why nothing was written out.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// There is no such pool.
    #[error("there is no pool {0}")]
    NoPool(PoolId),
    /// Something stored cannot be read.
    #[error(transparent)]
    Directory(#[from] DirectoryError),
}

impl From<StoreError> for ExportError {
    fn from(error: StoreError) -> Self {
        Self::Directory(error.into())
    }
}

/// The declaration of one pool, or of all of them by id.
///
/// # Errors
/// [`ExportError::NoPool`].
pub async fn export(env: &Env, pool: Option<&PoolId>, options: ExportOptions) -> Result<String, ExportError> {
    let found = match pool {
        None => env.db.read(store::pools::list).await?,
        Some(id) => {
            let wanted = id.clone();
            let pool = env.db.read(move |c| store::pools::find(c, &wanted)).await?;
            vec![pool.ok_or_else(|| ExportError::NoPool(id.clone()))?]
        }
    };
    let mut pools = found;
    // Sorted here: PostgreSQL sorts letters by its locale.
    pools.sort_by(|one, other| one.id.cmp(&other.id));
    let mut tables = Vec::with_capacity(pools.len());
    for pool in &pools {
        tables.push(of_pool(env, pool, options).await?);
    }
    let mut root = Table::default();
    root.comment("A declaration of Vestibule; docs/declaration.md explains it.");
    if options.with_secrets {
        root.comment("It holds secrets: keep it as you keep those.");
    }
    root.tables("pool", tables);
    Ok(root.to_toml())
}

async fn of_pool(env: &Env, pool: &UserPool, options: ExportOptions) -> Result<Table, ExportError> {
    let mut table = Table::default();
    table.value("id", pool.id.as_str());
    table.value("name", pool.name.as_str());
    let (now, before) = (settings::json(&pool.settings), settings::json(&PoolSettings::default()));
    table.table("settings", settings_table(&now, &before, options.full));
    let id = pool.id.clone();
    let (all_domains, mut servers, all_groups, stored, mut all_clients) = env
        .db
        .read(move |c| {
            let domains = store::domains::list(c, Some(&id))?;
            let servers = resource_servers::list(c, &id)?;
            let groups = groups::list(c, &id)?;
            let providers = store::identity_providers::list(c, &id)?;
            let mut clients = Vec::new();
            for client in store::clients::list(c, &id)? {
                let secrets = client_secrets::list(c, &id, &client.id)?;
                clients.push((client, secrets));
            }
            Ok((domains, servers, groups, providers, clients))
        })
        .await?;
    servers.sort_by(|one, other| one.identifier.cmp(&other.identifier));
    all_clients.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));

    let now = env.now();
    let domain_tables = all_domains.iter().filter(|domain| !domain.has_ended(now)).map(|domain| {
        let mut table = Table::default();
        table.value("name", domain.name.name.as_str());
        if domain.is_primary {
            table.value("primary", true);
        }
        table
    });
    table.tables("domain", domain_tables.collect());

    let servers = servers.iter().map(|server| {
        let mut table = Table::default();
        table.value("identifier", server.identifier.as_str());
        table.value("name", server.name.as_str());
        table.value("scopes", json!(server.scopes));
        table
    });
    table.tables("resource_server", servers.collect());

    let groups_table = all_groups.iter().map(|group| {
        let mut table = Table::default();
        table.value("name", group.name.as_str());
        table.value("description", json!(group.description));
        table.value("precedence", json!(group.precedence));
        table.value("role_arn", json!(group.role_arn));
        table
    });
    table.tables("group", groups_table.collect());

    let mut provider_tables = Vec::new();
    for provider in &stored {
        provider_tables.push(of_provider(env, provider, options)?);
    }
    table.tables("identity_provider", provider_tables);

    let mut client_tables = Vec::new();
    for (client, secrets) in &all_clients {
        let mut table = Table::default();
        table.value("id", client.id.as_str());
        table.value("name", client.name.as_str());
        // One that was rotated out ends by itself, and must not come back by an import.
        let lasting = || secrets.iter().filter(|secret| secret.retires_at.is_none());
        if options.with_secrets && lasting().next().is_some() {
            let opened = lasting().map(|secret| clients::open(env, &pool.id, secret));
            let opened = opened.collect::<Result<Vec<_>, _>>()?;
            let values: Vec<&str> = opened.iter().map(|secret| secret.value.expose_secret()).collect();
            table.value("secret", if let [one] = values.as_slice() { json!(one) } else { json!(values) });
        }
        let (now, before) = (settings::json(&client.settings), settings::json(&ClientSettings::default()));
        table.table("settings", settings_table(&now, &before, options.full));
        client_tables.push(table);
    }
    table.tables("client", client_tables);
    if options.with_users {
        table.tables("user", people(env, pool, options).await?);
    }
    Ok(table)
}

/// The settings that differ from their default, or all of them.
fn settings_table(now: &Json, default: &Json, full: bool) -> Table {
    let mut table = Table::default();
    let Json::Object(map) = now else { return table };
    // Values before tables.
    for (key, value) in map.iter().filter(|(_, value)| !is_table(value)) {
        if full || default.get(key) != Some(value) {
            table.value(key, value.clone());
        }
    }
    for (key, value) in map.iter().filter(|(_, value)| is_table(value)) {
        let below = default.get(key).unwrap_or(&Json::Null);
        if full || below != value {
            table.table(key, settings_table(value, below, full));
        }
    }
    table
}

/// A length of time is one value, though it has two parts.
fn is_table(value: &Json) -> bool {
    value.is_object() && (value.get("value").is_none() || value.get("unit").is_none())
}

fn of_provider(env: &Env, stored: &StoredProvider, options: ExportOptions) -> Result<Table, ExportError> {
    let provider = providers::open(env, stored)?;
    let mut table = Table::default();
    table.value("name", provider.name.as_str());
    table.value("kind", provider.kind.as_str());
    if !provider.identifiers.is_empty() {
        table.value("idp_identifiers", json!(provider.identifiers));
    }
    let mut details = Table::default();
    for (name, value) in &provider.details {
        details.value(name, value.as_str());
    }
    for (name, value) in &provider.secrets {
        debug_assert!(is_secret_detail(name));
        match options.with_secrets {
            true => details.value(name, value.expose_secret()),
            false => details.comment(&format!("{name} = {{ env = \"…\" }}")),
        }
    }
    table.table("details", details);
    let mut mapping = Table::default();
    for (attribute, claim) in &provider.attribute_mapping {
        mapping.value(attribute, claim.as_str());
    }
    table.table("attribute_mapping", mapping);
    Ok(table)
}

async fn people(env: &Env, pool: &UserPool, options: ExportOptions) -> Result<Vec<Table>, ExportError> {
    let id = pool.id.clone();
    let mut ids: Vec<UserId> = env.db.read(move |c| users::list_ids(c, &id)).await?;
    ids.sort();
    let mut tables = Vec::with_capacity(ids.len());
    for batch in ids.chunks(BATCH) {
        let (id, batch) = (pool.id.clone(), batch.to_vec());
        let read = env.db.read(move |c| {
            let mut found = Vec::with_capacity(batch.len());
            for user in &batch {
                let Some(user) = users::find(c, &id, user)? else { continue };
                let memberships = groups::list_of_user(c, &id, &user.id)?;
                let password = passwords::find(c, &user.id)?;
                let factor = totp_factors::find(c, &user.id)?;
                found.push((user, memberships, password, factor));
            }
            Ok(found)
        });
        for (user, memberships, password, factor) in read.await? {
            let mut table = Table::default();
            table.value("id", user.id.as_str());
            if pool.settings.sign_in.has_free_form_usernames() {
                table.value("username", user.username.as_str());
            }
            table.value("status", user.status.as_str());
            if !user.enabled {
                table.value("enabled", false);
            }
            if !memberships.is_empty() {
                let names: Vec<&str> = memberships.iter().map(|group| group.name.as_str()).collect();
                table.value("groups", json!(names));
            }
            if options.with_secrets {
                table.value("password_hash", json!(password.map(|password| password.phc)));
                if let Some(factor) = &factor {
                    let seed = declared::open_seed(env, &pool.id, factor)?;
                    table.value("totp_seed", totp::secret_to_base32(&seed));
                    table.value("totp_device", json!(factor.device_name));
                }
            }
            if !user.message_factors.is_empty() {
                table.value("message_factors", json!(user.message_factors));
            }
            table.value("preferred_factor", json!(user.preferred_factor));
            let mut attributes = Table::default();
            for (name, value) in &user.attributes {
                attributes.value(name, value.as_str());
            }
            table.table("attributes", attributes);
            tables.push(table);
        }
    }
    Ok(tables)
}
