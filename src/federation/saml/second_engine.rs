//! A second opinion: the crate `samael` over libxmlsec1, which shares no line with our own reading and verifying. Only
//! with the feature `samael`, only for tests: it needs system libraries, and is laxer than we are (what it lets pass is
//! listed in `tests/federation/saml_second.rs`). This is the only file that names it.

use std::str::FromStr;

use openssl::pkey::PKey;
use samael::crypto::{AllowedSignatureAlgorithm, Crypto, CryptoProvider};
use samael::metadata::EntityDescriptor;
use samael::service_provider::ServiceProvider as Samael;

use super::service_provider::ServiceProvider;

/// The other engine as the same service provider for one identity provider.
pub struct SecondEngine(Samael);

impl SecondEngine {
    /// `key` is our key (PKCS#8), `provider_metadata` an `EntityDescriptor`. The engine looks at the system's clock alone;
    /// `tolerance_seconds` is how far that may be from the times of a message.
    ///
    /// # Errors
    /// The text of the engine, for what it cannot read.
    pub fn new(
        ourselves: &ServiceProvider,
        key: &[u8],
        provider_metadata: &str,
        idp_initiated_allowed: bool,
        tolerance_seconds: i64,
    ) -> Result<Self, String> {
        let tolerance = chrono::Duration::try_seconds(tolerance_seconds).ok_or("not a duration")?;
        Ok(Self(Samael {
            entity_id: Some(ourselves.entity_id().to_owned()),
            key: Some(PKey::private_key_from_pkcs8(key).map_err(|error| error.to_string())?),
            acs_url: Some(ourselves.acs_url().to_owned()),
            slo_url: Some(ourselves.slo_url().to_owned()),
            idp_metadata: EntityDescriptor::from_str(provider_metadata).map_err(|error| error.to_string())?,
            allow_idp_initiated: idp_initiated_allowed,
            max_issue_delay: tolerance,
            max_clock_skew: tolerance,
            allowed_signature_algorithms: Some(vec![
                AllowedSignatureAlgorithm::RsaSha256,
                AllowedSignatureAlgorithm::RsaSha384,
                AllowedSignatureAlgorithm::RsaSha512,
                AllowedSignatureAlgorithm::EcdsaSha256,
                AllowedSignatureAlgorithm::EcdsaSha384,
            ]),
            ..Samael::default()
        }))
    }

    /// Whom it would sign in.
    ///
    /// # Errors
    /// Its reason for a refusal.
    pub fn verdict(&self, message: &[u8], outstanding: &[&str]) -> Result<String, String> {
        let text = std::str::from_utf8(message).map_err(|error| error.to_string())?;
        let assertion =
            self.0.parse_xml_response(text, Some(outstanding)).map_err(|error| error.to_string())?;
        let name_id = assertion.subject.and_then(|subject| subject.name_id);
        name_id.map(|name_id| name_id.value).ok_or_else(|| "there is no NameID".to_owned())
    }
}

/// Fills in the digests and signature values of the signature templates in `message` with an RSA key (PKCS#8).
///
/// # Errors
/// The text of the engine, for a message or key that it cannot use.
pub fn sign(message: &str, key: &[u8]) -> Result<String, String> {
    let key = PKey::private_key_from_pkcs8(key).and_then(|key| key.private_key_to_der());
    let key = key.map_err(|error| error.to_string())?;
    Crypto::sign_xml(message, &key).map_err(|error| error.to_string())
}
