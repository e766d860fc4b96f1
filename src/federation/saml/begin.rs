//! The way there.

use super::addresses::Addresses;
use super::binding::{Binding, Outgoing};
use super::request::{AuthnRequest, are_always_signed};
use super::{documents, keys, message_id};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::IdentityProvider;

/// What is asked of the provider, or said to it.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// From [`request_id`]; kept with the browser's round trip, since the answer must name it.
    pub request_id: String,
    /// The key to the round trip: comes back unchanged with the answer.
    pub relay_state: String,
    /// Whether the person must prove themselves even with a session there. Not for a sign-out.
    pub force_authn: bool,
}

/// A new id for a request.
#[must_use]
pub fn request_id(env: &Env) -> String {
    let recorded = env.settings.saml_party.as_ref().and_then(|party| party.next_request_id());
    recorded.unwrap_or_else(|| message_id(env.random.as_ref()))
}

/// Sends a browser to a provider to sign in (SAML profiles §4.1): by redirect, or by POST where the provider takes that
/// alone. The request is signed when the provider's settings here or its metadata want it.
///
/// # Errors
/// When its metadata cannot be had or used, or our keys cannot.
pub async fn begin(
    env: &Env,
    provider: &IdentityProvider,
    addresses: &Addresses,
    ask: Ask,
) -> Result<Outgoing, FederationError> {
    let metadata = documents::metadata(env, provider).await?;
    let ourselves = keys::ourselves(env, provider, addresses).await?;
    let request = AuthnRequest {
        id: &ask.request_id,
        now_ms: env.now(),
        name_id_format: None,
        force_authn: ask.force_authn,
        relay_state: &ask.relay_state,
        signed: are_always_signed(provider),
    };
    let binding =
        if metadata.sign_on(Binding::Redirect).is_some() { Binding::Redirect } else { Binding::Post };
    request.send(&ourselves, &metadata, binding)
}
