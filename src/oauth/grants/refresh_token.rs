//! `grant_type=refresh_token` (RFC 6749 §6).

use std::borrow::Cow;

use async_trait::async_trait;
use oxide_auth::code_grant::refresh::Request;
use oxide_auth::primitives::grant::{Extensions, Grant};
use oxide_auth::primitives::issuer::{IssuedToken, RefreshedToken};
use oxide_auth_async::code_grant::refresh::{Endpoint, refresh};
use oxide_auth_async::primitives::{Issuer, Registrar};

use crate::model::client::OAuthFlow;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::scopes;
use crate::oauth::slot::Slot;
use crate::oauth::token::TokenRequest;
use crate::tokens::refresh::Recovered;
use crate::tokens::{self, TokenSet};

use super::{ProvenClient, Shared, far_future, not_allowed, nowhere, parse_scope, refreshed};

/// Exchanges a refresh token for new tokens.
///
/// # Errors
/// `invalid_grant`, `invalid_scope`, `invalid_request`, `unauthorized_client`.
pub async fn grant(request: TokenRequest<'_>) -> Result<TokenSet, OAuthError> {
    if !request.client.settings.allows(OAuthFlow::Code) {
        return Err(not_allowed());
    }
    if request.parameters.get("refresh_token").is_none() {
        return Err(OAuthError::invalid_request("refresh_token is missing."));
    }
    let wanted = request.parameters.get("scope").map(scopes::parse).transpose()?;
    let shared = Shared::new(request);
    let mut endpoint = RefreshEndpoint {
        registrar: ProvenClient { shared: &shared, granted: Slot::default() },
        issuer: NextTokens { shared: &shared, recovered: Slot::default(), wanted },
    };
    let result = refresh(&mut endpoint, &Incoming(&shared)).await.map(drop);
    // The one refusal that the machine makes by itself once the token is found.
    let refused = match &result {
        Err(oxide_auth::code_grant::refresh::Error::Primitive) => {
            OAuthError::internal("oxide-auth could not go on with a refresh")
        }
        _ => OAuthError::new(ErrorCode::InvalidScope, "The scope exceeds what was granted."),
    };
    shared.outcome(result, refused)
}

/// The request as oxide-auth reads it.
struct Incoming<'a>(&'a Shared<'a>);

impl Request for Incoming<'_> {
    fn valid(&self) -> bool {
        true
    }

    fn refresh_token(&self) -> Option<Cow<'_, str>> {
        self.0.value("refresh_token")
    }

    fn scope(&self) -> Option<Cow<'_, str>> {
        self.0.value("scope")
    }

    fn grant_type(&self) -> Option<Cow<'_, str>> {
        self.0.value("grant_type")
    }

    /// However the client has proven itself; public ones too, or the machine would look the client up in the token.
    fn authorization(&self) -> Option<(Cow<'_, str>, Cow<'_, [u8]>)> {
        Some((self.0.client_id(), Cow::Borrowed(b"".as_slice())))
    }

    fn extension(&self, _: &str) -> Option<Cow<'_, str>> {
        None
    }
}

struct RefreshEndpoint<'a> {
    registrar: ProvenClient<'a>,
    issuer: NextTokens<'a>,
}

impl Endpoint for RefreshEndpoint<'_> {
    fn registrar(&self) -> &(dyn Registrar + Sync) {
        &self.registrar
    }

    fn issuer(&mut self) -> &mut (dyn Issuer + Send) {
        &mut self.issuer
    }
}

/// Looks refresh tokens up, and issues what follows.
struct NextTokens<'a> {
    shared: &'a Shared<'a>,
    recovered: Slot<Recovered>,
    wanted: Option<Vec<String>>,
}

#[async_trait]
impl Issuer for NextTokens<'_> {
    async fn issue(&mut self, _: Grant) -> Result<IssuedToken, ()> {
        Err(())
    }

    async fn refresh(&mut self, _: &str, _: Grant) -> Result<RefreshedToken, ()> {
        let TokenRequest { env, pool, client, .. } = self.shared.request;
        let recovered = self.recovered.take().ok_or(())?;
        match tokens::refresh::refresh(env, pool, client, recovered, self.wanted.as_deref()).await {
            Ok(tokens) => {
                let answer = refreshed(&tokens);
                self.shared.tokens.put(tokens);
                Ok(answer)
            }
            Err(error) => {
                self.shared.refuse(error);
                Err(())
            }
        }
    }

    async fn recover_token(&mut self, _: &str) -> Result<Option<Grant>, ()> {
        Err(())
    }

    async fn recover_refresh(&mut self, presented: &str) -> Result<Option<Grant>, ()> {
        let TokenRequest { env, pool, client, .. } = self.shared.request;
        match tokens::refresh::recover(env, pool, client, presented).await {
            Ok(recovered) => {
                let grant = Grant {
                    owner_id: recovered.family.user_id.to_string(),
                    client_id: recovered.family.client_id.to_string(),
                    scope: parse_scope(&recovered.family.scope).ok_or(())?,
                    redirect_uri: nowhere().ok_or(())?,
                    until: far_future(),
                    extensions: Extensions::new(),
                };
                self.recovered.put(recovered);
                Ok(Some(grant))
            }
            Err(error) => {
                self.shared.refuse(error);
                Ok(None)
            }
        }
    }
}
