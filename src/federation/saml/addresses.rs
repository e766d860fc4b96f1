//! How providers know a pool: the name and the addresses of the service provider, by pool, host and provider.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::config::Settings;
use crate::model::pool::UserPool;

const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Where a pool's responses are posted to, below its address.
pub const ACS_PATH: &str = "/saml2/idpresponse";
/// Where logout messages go, below the pool's address.
pub const SLO_PATH: &str = "/saml2/logout";
/// What precedes a provider's name in the address of the metadata that we publish for it.
pub const METADATA_PATH: &str = "/saml2/metadata/";

/// The service provider's name and addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    /// The name under which the provider knows us.
    pub entity_id: String,
    /// Where it posts responses (Assertion Consumer Service).
    pub acs: String,
    /// Where its logout messages go (Single Logout Service).
    pub slo: String,
}

impl Addresses {
    /// Those of a pool whose pages are at `base`, an absolute URL without a trailing slash. Every provider knows us by a
    /// name of its own, which is also where our metadata for it is; in Cognito's compatibility mode all know one name,
    /// `urn:amazon:cognito:sp:{pool}`, so that what is registered at a provider for Cognito goes on working.
    #[must_use]
    pub fn of(settings: &Settings, pool: &UserPool, base: &str, provider: &str) -> Self {
        if let Some(party) = &settings.saml_party {
            let (entity_id, acs, slo) = (party.entity_id.clone(), party.acs.clone(), party.slo.clone());
            return Self { entity_id, acs, slo };
        }
        let entity_id = if pool.settings.compatibility.cognito {
            format!("urn:amazon:cognito:sp:{}", pool.id)
        } else {
            Self::metadata_url(base, provider)
        };
        Self { entity_id, acs: format!("{base}{ACS_PATH}"), slo: format!("{base}{SLO_PATH}") }
    }

    /// Where the metadata for a provider is, of a pool whose pages are at `base`.
    #[must_use]
    pub fn metadata_url(base: &str, provider: &str) -> String {
        format!("{base}{METADATA_PATH}{}", utf8_percent_encode(provider, SEGMENT))
    }
}
