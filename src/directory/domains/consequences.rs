//! What a change of domains breaks: said before it is made.

use url::Url;

use super::table;
use crate::config::Settings;
use crate::env::PoolHosts;
use crate::model::domain::PoolDomain;
use crate::model::ids::{ClientId, PoolId};
use crate::model::pool::UserPool;
use crate::store::{AnyConn, StoreError, clients, domains, pools};

/// What a change breaks, or would break.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consequences {
    /// The address that metadata named before and names afterwards, when they differ.
    pub address: Option<(String, String)>,
    /// The host that no longer answers.
    pub lost_hosts: Vec<String>,
    /// Addresses of clients, of any pool, at a host that no longer answers.
    pub client_urls: Vec<(PoolId, ClientId, String)>,
}

impl Consequences {
    /// Whether nothing breaks.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A pool and its domains at one moment.
pub(super) struct State {
    pool: Option<UserPool>,
    domains: Vec<PoolDomain>,
}

impl State {
    pub(super) fn read(c: &mut AnyConn, pool: &PoolId) -> Result<Self, StoreError> {
        Ok(Self { pool: pools::find(c, pool)?, domains: domains::list(c, Some(pool))? })
    }

    fn address(&self, settings: &Settings) -> Option<String> {
        let mut hosts = PoolHosts::default();
        for domain in self.domains.iter().filter(|domain| domain.is_active()) {
            table::add_host(settings, &mut hosts, domain);
        }
        self.pool.as_ref().map(|pool| table::address_of(settings, pool, &hosts))
    }

    fn hosts(&self, settings: &Settings) -> Vec<String> {
        let active = self.domains.iter().filter(|domain| domain.is_active());
        active.filter_map(|domain| table::host(settings, &domain.name)).collect()
    }
}

/// What breaks between two states.
pub(super) fn between(
    c: &mut AnyConn,
    settings: &Settings,
    before: &State,
    after: &State,
) -> Result<Consequences, StoreError> {
    let remaining = after.hosts(settings);
    let mut lost_hosts = before.hosts(settings);
    lost_hosts.retain(|host| !remaining.contains(host));
    let mut client_urls = Vec::new();
    if !lost_hosts.is_empty() {
        for pool in pools::list(c)? {
            for client in clients::list(c, &pool.id)? {
                let urls = client.settings.callback_urls.iter().chain(&client.settings.logout_urls);
                let lost = |url: &&String| {
                    Url::parse(url)
                        .is_ok_and(|url| url.host_str().is_some_and(|h| lost_hosts.iter().any(|l| l == h)))
                };
                client_urls
                    .extend(urls.filter(lost).map(|url| (pool.id.clone(), client.id.clone(), url.clone())));
            }
        }
    }
    let address = before.address(settings).zip(after.address(settings)).filter(|(old, new)| old != new);
    Ok(Consequences { address, lost_hosts, client_urls })
}
