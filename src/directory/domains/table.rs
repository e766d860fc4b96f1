//! Whose a host is and where a pool's pages live, from memory.
//!
//! Every active domain is in memory, so that a host nobody has costs as little as one that somebody has: no query, no
//! entry. The database is asked once in five seconds whether anything has changed, by whoever comes first.

use std::sync::Arc;

use crate::config::Settings;
use crate::env::{DomainTable, Env, PoolHosts};
use crate::model::domain::{DiscoveryAddress, DomainKind, DomainName, PoolDomain};
use crate::model::ids::PoolId;
use crate::model::pool::UserPool;
use crate::store::{StoreError, domains};

/// How long the table counts without asking, in milliseconds.
const FRESH_MS: i64 = 5_000;

/// Whose a host is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// The server's own: the host of `public_url`.
    Server,
    /// A pool's.
    Pool(PoolId),
}

/// Whose a host is; `None` when it is nobody's. `host` is in lower case and without a port.
///
/// # Errors
/// When the database did not answer.
pub async fn owner(env: &Env, host: &str) -> Result<Option<Owner>, StoreError> {
    if env.settings.public_url.host_str() == Some(host) {
        return Ok(Some(Owner::Server));
    }
    Ok(table(env).await?.by_host.get(host).cloned().map(Owner::Pool))
}

/// Where a pool's pages and OAuth endpoints are named to live, without a trailing slash: the pool's wish, if it can be had,
/// else the first of custom domain, prefix domain, root and path form.
///
/// # Errors
/// When the database did not answer.
pub async fn address(env: &Env, pool: &UserPool) -> Result<String, StoreError> {
    let table = table(env).await?;
    let none = PoolHosts::default();
    Ok(address_of(&env.settings, pool, table.by_pool.get(&pool.id).unwrap_or(&none)))
}

/// The origin of a host of ours. Scheme and port are those of `public_url`: all hosts share the listeners.
pub fn origin(settings: &Settings, host: &str) -> String {
    let scheme = settings.public_url.scheme();
    match settings.public_url.port() {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    }
}

/// The whole host name of a domain; `None` for a prefix where there is no suffix (any more).
pub fn host(settings: &Settings, name: &DomainName) -> Option<String> {
    match name.kind {
        DomainKind::Custom => Some(name.name.clone()),
        DomainKind::Prefix => Some(format!("{}.{}", name.name, settings.domain_suffix.as_deref()?)),
    }
}

pub(super) fn address_of(settings: &Settings, pool: &UserPool, hosts: &PoolHosts) -> String {
    let at = |kind: DiscoveryAddress| match kind {
        DiscoveryAddress::Custom => hosts.custom.as_deref().map(|host| origin(settings, host)),
        DiscoveryAddress::Prefix => hosts.prefix.as_deref().map(|host| origin(settings, host)),
        DiscoveryAddress::Root => {
            (settings.default_pool.as_ref() == Some(&pool.id)).then(|| settings.origin())
        }
        DiscoveryAddress::Path => Some(settings.issuer(&pool.id)),
    };
    let order = [DiscoveryAddress::Custom, DiscoveryAddress::Prefix, DiscoveryAddress::Root];
    let wish = pool.settings.discovery_address;
    wish.into_iter().chain(order).find_map(at).unwrap_or_else(|| settings.issuer(&pool.id))
}

/// Adds an active domain to what is known of its pool.
pub(super) fn add_host(settings: &Settings, hosts: &mut PoolHosts, domain: &PoolDomain) {
    match domain.name.kind {
        DomainKind::Custom if domain.is_primary || hosts.custom.is_none() => {
            hosts.custom = host(settings, &domain.name);
        }
        DomainKind::Custom => {}
        DomainKind::Prefix => hosts.prefix = host(settings, &domain.name),
    }
}

async fn table(env: &Env) -> Result<Arc<DomainTable>, StoreError> {
    if let Some(table) = fresh(env) {
        return Ok(table);
    }
    let attempts = env.domains.attempts();
    let _turn = env.domains.reading.lock().await;
    if let Some(table) = fresh(env) {
        return Ok(table);
    }
    // Whoever waited while another asked in vain asks no more: a database in trouble is not asked by a whole queue.
    if env.domains.attempts() != attempts {
        return Err(StoreError::Unavailable("the domains could not be read".into()));
    }
    let outcome = read(env).await;
    env.domains.attempted();
    outcome
}

fn fresh(env: &Env) -> Option<Arc<DomainTable>> {
    let now = env.now();
    // A clock that was set back makes it old.
    let counts = |at: i64| at <= now && now.saturating_sub(at) < FRESH_MS;
    env.domains.get().filter(|(at, _)| counts(*at)).map(|(_, table)| table)
}

async fn read(env: &Env) -> Result<Arc<DomainTable>, StoreError> {
    // Taken before asking, so that five seconds are five seconds.
    let at = env.now();
    let known = env.domains.get().map(|(_, table)| table);
    let known_stamp = known.as_ref().map(|table| table.stamp.clone());
    let read = env
        .db
        .read(move |c| {
            // The stamp first: a change in between makes the table newer than its stamp, never older.
            let stamp = domains::stamp(c)?;
            if known_stamp.is_some_and(|known| known == stamp) {
                return Ok(None);
            }
            Ok(Some((stamp, domains::list_active(c)?)))
        })
        .await?;
    let table = match (read, known) {
        (None, Some(known)) => known,
        (Some((stamp, active)), _) => Arc::new(build(&env.settings, stamp, &active)),
        (None, None) => Arc::default(),
    };
    env.domains.put(at, table.clone());
    Ok(table)
}

/// Settings may have changed since a name was given: the server's own address goes before every domain, and a custom
/// domain, which was proven, before a prefix.
fn build(settings: &Settings, stamp: Option<String>, active: &[PoolDomain]) -> DomainTable {
    let mut table = DomainTable { stamp, ..DomainTable::default() };
    for kind in [DomainKind::Custom, DomainKind::Prefix] {
        for domain in active.iter().filter(|domain| domain.name.kind == kind) {
            let Some(host) = host(settings, &domain.name) else { continue };
            if settings.public_url.host_str() == Some(&host) || table.by_host.contains_key(&host) {
                continue;
            }
            add_host(settings, table.by_pool.entry(domain.pool_id.clone()).or_default(), domain);
            table.by_host.insert(host, domain.pool_id.clone());
        }
    }
    table
}
