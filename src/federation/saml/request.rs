//! The request that sends somebody to a provider (SAML core §3.4.1).

use super::binding::{self, Binding, Direction, HTTP_POST, Outgoing};
use super::metadata::ProviderMetadata;
use super::service_provider::ServiceProvider;
use super::signature::sign_enveloped;
use super::xml::{escape, format_time};
use super::{ASSERTION, PROTOCOL, misconfigured};
use crate::federation::FederationError;
use crate::model::provider::IdentityProvider;

/// Whether every request to this provider is signed by its settings here, whatever its metadata wants.
#[must_use]
pub fn are_always_signed(provider: &IdentityProvider) -> bool {
    provider.details.contains_key("RequestSigningAlgorithm")
}

/// What is asked of the provider.
#[derive(Debug, Clone, Copy)]
pub struct AuthnRequest<'a> {
    /// From [`super::message_id`]; kept with the browser's sign-in until it is answered.
    pub id: &'a str,
    /// The present, Unix milliseconds.
    pub now_ms: i64,
    /// How the person is to be named, where that matters (SAML core §8.3).
    pub name_id_format: Option<&'a str>,
    /// Whether the person must prove themselves even with a session there.
    pub force_authn: bool,
    /// The key to the sign-in it belongs to: opaque, at most 80 bytes.
    pub relay_state: &'a str,
    /// Whether to sign; a provider that wants requests signed gets them so in any case.
    pub signed: bool,
}

impl AuthnRequest<'_> {
    /// The request on its way to the provider by `binding`.
    ///
    /// # Errors
    /// [`FederationError::Misconfigured`] when the provider has no address for that binding,
    /// [`FederationError::Internal`] when something of ours does not fit or signing fails.
    pub fn send(
        &self,
        service_provider: &ServiceProvider,
        provider: &ProviderMetadata,
        binding: Binding,
    ) -> Result<Outgoing, FederationError> {
        binding::check_own_relay_state(self.relay_state)?;
        let endpoint = provider
            .sign_on(binding)
            .ok_or_else(|| misconfigured("the provider has no address for sign-in by this binding"))?;
        let message = self.message(service_provider, &endpoint.location)?;
        let credential = service_provider.active();
        let signed = self.signed || provider.want_requests_signed();
        let state = Some(self.relay_state);
        match binding {
            Binding::Redirect => {
                let key = signed.then(|| credential.signing_key());
                binding::redirect(&endpoint.location, Direction::Request, &message, state, key)
                    .map(Outgoing::Redirect)
            }
            Binding::Post => {
                let message = if signed {
                    sign_enveloped(&message, credential.signing_key(), credential.certificate())?
                } else {
                    message
                };
                Ok(Outgoing::Post(binding::post(&endpoint.location, Direction::Request, &message, state)))
            }
        }
    }

    fn message(
        &self,
        service_provider: &ServiceProvider,
        destination: &str,
    ) -> Result<String, FederationError> {
        let instant = format_time(self.now_ms)
            .ok_or_else(|| FederationError::Internal("the clock is out of range".to_owned()))?;
        let force = if self.force_authn { " ForceAuthn=\"true\"" } else { "" };
        let format =
            self.name_id_format.map_or_else(String::new, |format| format!(" Format=\"{}\"", escape(format)));
        Ok(format!(
            "<samlp:AuthnRequest xmlns:samlp=\"{PROTOCOL}\" xmlns:saml=\"{ASSERTION}\" ID=\"{id}\" Version=\"2.0\" \
             IssueInstant=\"{instant}\" Destination=\"{destination}\"{force} \
             AssertionConsumerServiceURL=\"{acs}\" ProtocolBinding=\"{HTTP_POST}\">\
             <saml:Issuer>{issuer}</saml:Issuer>\
             <samlp:NameIDPolicy{format} AllowCreate=\"true\"/></samlp:AuthnRequest>",
            id = escape(self.id),
            destination = escape(destination),
            acs = escape(service_provider.acs_url()),
            issuer = escape(service_provider.entity_id()),
        ))
    }
}
