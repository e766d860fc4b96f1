//! The service provider that recorded SAML messages are for.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// In place of what pools, hosts, keys and chance say about us as a SAML service provider: so that messages which were
/// recorded elsewhere, for other names and keys, can be judged by the whole server. No setting leads here; only tests make
/// one.
pub struct RecordedParty {
    /// The name under which providers know us.
    pub entity_id: String,
    /// Where responses are addressed to.
    pub acs: String,
    /// Where logout messages are addressed to.
    pub slo: String,
    /// Our key, PKCS#8 DER.
    pub key: Vec<u8>,
    /// Its certificate, DER.
    pub certificate: Vec<u8>,
    request_ids: Mutex<VecDeque<String>>,
}

impl RecordedParty {
    /// Somebody of this name, with these addresses (for responses, for logout messages) and this key with its certificate.
    #[must_use]
    pub fn new(entity_id: &str, (acs, slo): (&str, &str), (key, certificate): (Vec<u8>, Vec<u8>)) -> Self {
        Self {
            entity_id: entity_id.to_owned(),
            acs: acs.to_owned(),
            slo: slo.to_owned(),
            key,
            certificate,
            request_ids: Mutex::default(),
        }
    }

    /// The id that one of the next requests bears.
    pub fn expect_request(&self, id: &str) {
        self.request_ids.lock().unwrap_or_else(PoisonError::into_inner).push_back(id.to_owned());
    }

    /// Takes the id of the next request.
    pub fn next_request_id(&self) -> Option<String> {
        self.request_ids.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}
