//! `grant_type=client_credentials` (RFC 6749 §4.4): a client for itself, with scopes of resource servers only.

use std::borrow::Cow;

use async_trait::async_trait;
use oxide_auth::code_grant::client_credentials::Request;
use oxide_auth::primitives::grant::Grant;
use oxide_auth::primitives::issuer::{IssuedToken, RefreshedToken};
use oxide_auth_async::code_grant::client_credentials::{Endpoint, Extension, client_credentials};
use oxide_auth_async::primitives::{Authorizer, Issuer, Registrar};

use crate::model::client::OAuthFlow;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::scopes;
use crate::oauth::slot::Slot;
use crate::oauth::token::TokenRequest;
use crate::tokens::{self, TokenSet};

use super::{ProvenClient, Shared, issued, not_allowed};

/// Gives a client an access token for itself.
///
/// # Errors
/// `invalid_scope`, `unauthorized_client`.
pub async fn grant(request: TokenRequest<'_>) -> Result<TokenSet, OAuthError> {
    if !request.client.settings.allows(OAuthFlow::ClientCredentials) {
        return Err(not_allowed());
    }
    let shared = Shared::new(request);
    let mut endpoint = MachineEndpoint {
        registrar: ProvenClient { shared: &shared, granted: Slot::default() },
        authorizer: NoCodes,
        issuer: MachineTokens { shared: &shared, granted: Vec::new() },
        nothing: (),
    };
    let result = match client_credentials(&mut endpoint, &Incoming(&shared)).await {
        Ok(pending) => {
            endpoint.issuer.granted = endpoint.registrar.granted.take().unwrap_or_default();
            pending.issue(&mut endpoint, request.client.id.to_string(), false).await.map(drop)
        }
        Err(error) => Err(error),
    };
    drop(endpoint);
    shared.outcome(result, OAuthError::invalid_request("The request is not valid."))
}

/// What the client gets: what it asks for, or everything it has, of resource servers.
pub(super) async fn scopes_of(request: TokenRequest<'_>) -> Result<Vec<String>, OAuthError> {
    let wanted = scopes::parse(request.parameters.text("scope"))?;
    if wanted.iter().any(|scope| !scopes::is_custom(scope)) {
        return Err(no_person());
    }
    let granted = scopes::grant(request.env, request.pool, request.client, &wanted).await?;
    let granted: Vec<String> = granted.into_iter().filter(|scope| scopes::is_custom(scope)).collect();
    if granted.is_empty() { Err(no_person()) } else { Ok(granted) }
}

fn no_person() -> OAuthError {
    OAuthError::new(ErrorCode::InvalidScope, "A client for itself gets scopes of resource servers only.")
}

/// The request as oxide-auth reads it.
struct Incoming<'a>(&'a Shared<'a>);

impl Request for Incoming<'_> {
    fn valid(&self) -> bool {
        true
    }

    fn authorization(&self) -> Option<(Cow<'_, str>, Cow<'_, [u8]>)> {
        Some((self.0.client_id(), Cow::Borrowed(b"".as_slice())))
    }

    /// Read by `scopes`, which has an error of its own for a malformed one.
    fn scope(&self) -> Option<Cow<'_, str>> {
        None
    }

    fn grant_type(&self) -> Option<Cow<'_, str>> {
        self.0.value("grant_type")
    }

    /// The client's credentials in the body have been judged.
    fn extension(&self, _: &str) -> Option<Cow<'_, str>> {
        None
    }
}

struct MachineEndpoint<'a> {
    registrar: ProvenClient<'a>,
    authorizer: NoCodes,
    issuer: MachineTokens<'a>,
    nothing: (),
}

impl Endpoint for MachineEndpoint<'_> {
    fn registrar(&self) -> &(dyn Registrar + Sync) {
        &self.registrar
    }

    fn authorizer(&mut self) -> &mut (dyn Authorizer + Send) {
        &mut self.authorizer
    }

    fn issuer(&mut self) -> &mut (dyn Issuer + Send) {
        &mut self.issuer
    }

    fn extension(&mut self) -> &mut (dyn Extension + Send) {
        &mut self.nothing
    }
}

/// This grant has no codes.
struct NoCodes;

#[async_trait]
impl Authorizer for NoCodes {
    async fn authorize(&mut self, _: Grant) -> Result<String, ()> {
        Err(())
    }

    async fn extract(&mut self, _: &str) -> Result<Option<Grant>, ()> {
        Err(())
    }
}

/// Issues access tokens to the client.
struct MachineTokens<'a> {
    shared: &'a Shared<'a>,
    granted: Vec<String>,
}

#[async_trait]
impl Issuer for MachineTokens<'_> {
    async fn issue(&mut self, _: Grant) -> Result<IssuedToken, ()> {
        let TokenRequest { env, pool, client, .. } = self.shared.request;
        match tokens::issue_for_client(env, pool, client, std::mem::take(&mut self.granted)).await {
            Ok(tokens) => {
                let answer = issued(&tokens);
                self.shared.tokens.put(tokens);
                Ok(answer)
            }
            Err(error) => {
                self.shared.refuse(error);
                Err(())
            }
        }
    }

    async fn refresh(&mut self, _: &str, _: Grant) -> Result<RefreshedToken, ()> {
        Err(())
    }

    async fn recover_token(&mut self, _: &str) -> Result<Option<Grant>, ()> {
        Err(())
    }

    async fn recover_refresh(&mut self, _: &str) -> Result<Option<Grant>, ()> {
        Err(())
    }
}
