//! What has to be typed in at the provider, so that it knows this pool.

use serde::Serialize;

use crate::directory::domains::{self, table};
use crate::env::Env;
use crate::federation::saml::Addresses;
use crate::model::domain::DomainStatus;
use crate::model::pool::UserPool;
use crate::model::provider::{IdentityProvider, ProviderKind};

/// What the provider must know of this pool. Each list begins with the address that the pool names; the others are for
/// applications that send their people to another one of its hosts.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum OtherSide {
    /// OpenID Connect and OAuth.
    Oidc {
        /// Where the provider sends browsers back to.
        redirect_uris: Vec<String>,
    },
    /// SAML.
    Saml {
        /// What the provider calls this pool; also the audience.
        entity_id: String,
        /// Where it reads all of this and the keys.
        metadata_url: String,
        /// Where responses are posted to.
        acs_urls: Vec<String>,
        /// Where logout messages go.
        slo_urls: Vec<String>,
    },
}

impl OtherSide {
    pub(super) async fn of(env: &Env, pool: &UserPool, provider: &IdentityProvider) -> Result<Self, String> {
        let addresses = addresses(env, pool).await?;
        if provider.kind != ProviderKind::Saml {
            let callback = |address: &String| format!("{address}/oauth2/idpresponse");
            return Ok(Self::Oidc { redirect_uris: addresses.iter().map(callback).collect() });
        }
        let known = |base: &String| Addresses::of(&env.settings, pool, base, &provider.name);
        let all: Vec<Addresses> = addresses.iter().map(known).collect();
        Ok(Self::Saml {
            entity_id: all[0].entity_id.clone(),
            metadata_url: Addresses::metadata_url(&addresses[0], &provider.name),
            acs_urls: all.iter().map(|known| known.acs.clone()).collect(),
            slo_urls: all.iter().map(|known| known.slo.clone()).collect(),
        })
    }

    pub(super) fn lines(&self) -> Vec<(&'static str, String)> {
        let each = |name: &'static str, urls: &[String]| {
            urls.iter().map(move |url| (name, url.clone())).collect::<Vec<_>>()
        };
        match self {
            Self::Oidc { redirect_uris } => each("redirect URI", redirect_uris),
            Self::Saml { entity_id, metadata_url, acs_urls, slo_urls } => {
                let mut lines = vec![("entity id", entity_id.clone()), ("metadata", metadata_url.clone())];
                lines.extend(each("ACS", acs_urls));
                lines.extend(each("logout (SLO)", slo_urls));
                lines
            }
        }
    }
}

/// Where the pool answers: first the address that it names, then its other hosts, then the path form. Never empty.
async fn addresses(env: &Env, pool: &UserPool) -> Result<Vec<String>, String> {
    let mut addresses = vec![table::address(env, pool).await.map_err(|e| e.to_string())?];
    let all = domains::list(env, Some(&pool.id)).await.map_err(|e| e.to_string())?;
    for domain in all.iter().filter(|domain| matches!(domain.status, DomainStatus::Active { .. })) {
        addresses
            .extend(table::host(&env.settings, &domain.name).map(|host| table::origin(&env.settings, &host)));
    }
    addresses.extend([env.settings.pool_url(&pool.id), env.settings.issuer(&pool.id)]);
    let mut known: Vec<String> = Vec::new();
    for address in addresses {
        if !known.contains(&address) {
            known.push(address);
        }
    }
    Ok(known)
}
