//! The grants of the token endpoint, one file each, on oxide-auth's state machines.
//!
//! The client has proven itself before (`client_auth`), so the machines' own authentication only confirms it. What they
//! cannot say comes out of slots: every invalid code or token is `invalid_grant`, tokens carry our lives and our order
//! of scopes.

pub mod authorization_code;
pub mod client_credentials;
pub mod refresh_token;

use std::borrow::Cow;
use std::sync::LazyLock;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use oxide_auth::primitives::issuer::{IssuedToken, RefreshedToken, TokenType};
use oxide_auth::primitives::registrar::{
    BoundClient, ClientUrl, ExactUrl, PreGrant, RegisteredUrl, RegistrarError,
};
use oxide_auth::primitives::scope::Scope;
use oxide_auth_async::primitives::Registrar;
use url::Url;

use super::error::{ErrorCode, OAuthError};
use super::slot::Slot;
use super::token::TokenRequest;
use crate::tokens::TokenSet;

/// Stands where oxide-auth wants a redirect URI: it compares parsed URLs and insists on one, while the rule is about
/// exact texts that may be absent.
const NO_REDIRECT: &str = "urn:vestibule:redirect-uri-is-compared-elsewhere";

/// Parsed once.
static NOWHERE: LazyLock<RegisteredUrl> =
    LazyLock::new(|| ExactUrl::new(NO_REDIRECT.to_owned()).expect("a valid URL").into());

/// What the parts of one grant share.
pub(super) struct Shared<'a> {
    request: TokenRequest<'a>,
    tokens: Slot<TokenSet>,
    refusal: Slot<OAuthError>,
}

impl<'a> Shared<'a> {
    fn new(request: TokenRequest<'a>) -> Self {
        Self { request, tokens: Slot::default(), refusal: Slot::default() }
    }

    fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        self.request.parameters.get(name).map(Cow::Borrowed)
    }

    fn client_id(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.request.client.id.as_str())
    }

    /// Remembers why, and tells oxide-auth that it cannot go on.
    fn refuse(&self, error: impl Into<OAuthError>) {
        self.refusal.put(error.into());
    }

    /// What came of it, in our words.
    fn outcome<E>(self, result: Result<(), E>, refused: OAuthError) -> Result<TokenSet, OAuthError> {
        match (result, self.tokens.take()) {
            (Ok(()), Some(tokens)) => Ok(tokens),
            (Ok(()), None) => Err(OAuthError::internal("a grant gave no tokens")),
            (Err(_), _) => Err(self.refusal.take().unwrap_or(refused)),
        }
    }
}

/// The client that has proven itself.
pub(super) struct ProvenClient<'a> {
    shared: &'a Shared<'a>,
    granted: Slot<Vec<String>>,
}

#[async_trait]
impl Registrar for ProvenClient<'_> {
    async fn bound_redirect<'b>(&self, bound: ClientUrl<'b>) -> Result<BoundClient<'b>, RegistrarError> {
        Ok(BoundClient { client_id: bound.client_id, redirect_uri: Cow::Borrowed(&*NOWHERE) })
    }

    /// Scopes for the client itself; those of a person were settled by the authorization request.
    async fn negotiate<'b>(
        &self,
        client: BoundClient<'b>,
        _: Option<Scope>,
    ) -> Result<PreGrant, RegistrarError> {
        match client_credentials::scopes_of(self.shared.request).await {
            Ok(granted) => {
                let scope = parse_scope(&granted).ok_or(RegistrarError::PrimitiveError)?;
                self.granted.put(granted);
                Ok(PreGrant {
                    client_id: client.client_id.into_owned(),
                    redirect_uri: client.redirect_uri.into_owned(),
                    scope,
                })
            }
            Err(error) => {
                self.shared.refuse(error);
                Err(RegistrarError::Unspecified)
            }
        }
    }

    async fn check(&self, client_id: &str, _: Option<&[u8]>) -> Result<(), RegistrarError> {
        if client_id == self.shared.request.client.id.as_str() {
            Ok(())
        } else {
            Err(RegistrarError::Unspecified)
        }
    }
}

fn parse_scope(scopes: &[String]) -> Option<Scope> {
    scopes.join(" ").parse().ok()
}

fn nowhere() -> Option<Url> {
    Url::parse(NO_REDIRECT).ok()
}

/// Later than any clock says: ends are judged by ours, oxide-auth looks at the system's.
fn far_future() -> DateTime<Utc> {
    DateTime::<Utc>::MAX_UTC
}

fn issued(tokens: &TokenSet) -> IssuedToken {
    IssuedToken {
        token: tokens.access_token.clone(),
        refresh: tokens.refresh_token.clone(),
        until: far_future(),
        token_type: TokenType::Bearer,
    }
}

fn refreshed(tokens: &TokenSet) -> RefreshedToken {
    RefreshedToken {
        token: tokens.access_token.clone(),
        refresh: tokens.refresh_token.clone(),
        until: far_future(),
        token_type: TokenType::Bearer,
    }
}

fn not_allowed() -> OAuthError {
    OAuthError::new(ErrorCode::UnauthorizedClient, "The client may not use this grant.")
}
