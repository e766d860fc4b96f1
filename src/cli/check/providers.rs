//! Identity providers: what is trusted on the way to them, and those with which nobody can sign in.

use crate::cli::operator;
use crate::cli::output::time;
use crate::config::{Finding, Settings};
use crate::directory::providers;
use crate::federation::saml::metadata::{ProviderMetadata, Reading};
use crate::model::pool::UserPool;
use crate::model::provider::{IdentityProvider, ProviderKind};
use crate::outbound::http::{HttpClient, HttpSettings};
use crate::server;
use crate::store::{self, StoreError, identity_providers, pools, provider_keys};

/// Metadata that ends within this should have been renewed, milliseconds.
const SOON: i64 = 3 * 86_400_000;

/// Whether `outbound.ca_file` can be read and is made of certificates.
pub(super) fn authorities(settings: &Settings) -> Option<Finding> {
    let client = HttpSettings::guarded(settings).and_then(|limits| HttpClient::new(&limits));
    let error = client.err()?.to_string();
    let reason =
        error.trim_start_matches("no HTTP client: ").trim_start_matches("outbound.ca_file: ").to_owned();
    let message = format!(
        "it cannot be used: {reason}; it is a PEM file with the certificates of authorities, readable by the server's user"
    );
    Some(Finding::error("outbound.ca_file", message))
}

/// A provider as it is stored, with the metadata that was last read of it.
struct Known {
    pool: UserPool,
    provider: IdentityProvider,
    metadata: Option<String>,
}

/// Looks at every provider of every pool. `now`: Unix milliseconds.
pub(super) async fn look(settings: &Settings, now: i64) -> Vec<Finding> {
    let database = server::database_settings(settings);
    let found = store::peek(&database, |c| {
        let mut all = Vec::new();
        for pool in pools::list(c)? {
            for stored in identity_providers::list(c, &pool.id)? {
                let provider = providers::without_secrets(&stored);
                let metadata = match provider.details.get("MetadataFile") {
                    Some(text) => Some(text.clone()),
                    None => provider_keys::metadata(c, &pool.id, &provider.name)?.map(|read| read.document),
                };
                all.push(Known { pool: pool.clone(), provider, metadata });
            }
        }
        Ok::<_, StoreError>(all)
    });
    match found.await {
        Ok(all) => all.iter().flatten().flat_map(|known| known.findings(settings, now)).collect(),
        Err(error) => vec![Finding::error("database", operator::unusable(&error))],
    }
}

impl Known {
    fn findings(&self, settings: &Settings, now: i64) -> Vec<Finding> {
        let Self { pool, provider, .. } = self;
        let place = format!("identity provider {} of the pool {}", provider.name, pool.id);
        let mut messages = providers::warnings(&pool.settings, provider);
        messages.extend(self.metadata_warning(settings, now));
        messages.into_iter().map(|message| Finding::warning(&place, message)).collect()
    }

    fn metadata_warning(&self, settings: &Settings, now: i64) -> Option<String> {
        if self.provider.kind != ProviderKind::Saml {
            return None;
        }
        // What has not been read yet is read at the first sign-in.
        let document = self.metadata.as_ref()?;
        let reading = Reading { entity_id: None, now_ms: now, http_on_loopback: settings.development };
        let name = &self.provider.name;
        let look = format!("see `vestibule provider check {name} --pool {}`", self.pool.id);
        match ProviderMetadata::read(document.as_bytes(), reading) {
            Err(error) => Some(format!("nobody can sign in with it: {error}; {look}")),
            Ok(metadata) => metadata
                .valid_until_ms()
                .filter(|until| until - now < SOON)
                .map(|until| format!("its metadata ends on {}; {look}", time(until))),
        }
    }
}
