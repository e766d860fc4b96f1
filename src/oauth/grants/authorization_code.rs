//! `grant_type=authorization_code` (RFC 6749 §4.1.3, RFC 7636 §4.6).

use std::borrow::Cow;

use async_trait::async_trait;
use oxide_auth::code_grant::accesstoken::{Authorization, Request};
use oxide_auth::primitives::grant::{Extensions, Grant};
use oxide_auth::primitives::issuer::{IssuedToken, RefreshedToken};
use oxide_auth_async::code_grant::access_token::{Endpoint, Extension, access_token};
use oxide_auth_async::primitives::{Authorizer, Issuer, Registrar};

use crate::crypto::digest::{constant_time_eq, sha256_base64url};
use crate::model::authorization::AuthorizationParameters;
use crate::model::client::OAuthFlow;
use crate::oauth::error::OAuthError;
use crate::oauth::slot::Slot;
use crate::oauth::token::TokenRequest;
use crate::tokens::{self, Redeemed, TokenSet};
use crate::web::form::Parameters;

use super::{NO_REDIRECT, ProvenClient, Shared, far_future, issued, not_allowed, nowhere, parse_scope};

/// Exchanges a code for tokens. The code is spent by being brought, whatever else is wrong with the request.
///
/// # Errors
/// `invalid_grant`, `invalid_request`, `unauthorized_client`.
pub async fn grant(request: TokenRequest<'_>) -> Result<TokenSet, OAuthError> {
    if !request.client.settings.allows(OAuthFlow::Code) {
        return Err(not_allowed());
    }
    if request.parameters.get("code").is_none() {
        return Err(OAuthError::invalid_request("code is missing."));
    }
    let shared = Shared::new(request);
    let redeemed = Slot::default();
    let mut endpoint = CodeEndpoint {
        registrar: ProvenClient { shared: &shared, granted: Slot::default() },
        authorizer: Codes { shared: &shared, redeemed: &redeemed },
        binding: Binding { shared: &shared, redeemed: &redeemed },
        issuer: FirstTokens { shared: &shared, redeemed: &redeemed },
    };
    let result = access_token(&mut endpoint, &Incoming(&shared)).await.map(drop);
    shared.outcome(result, OAuthError::invalid_grant("The code is not valid."))
}

/// The request as oxide-auth reads it.
struct Incoming<'a>(&'a Shared<'a>);

impl Request for Incoming<'_> {
    fn valid(&self) -> bool {
        true
    }

    fn code(&self) -> Option<Cow<'_, str>> {
        self.0.value("code")
    }

    /// However the client has proven itself, and whatever it repeats in the body.
    fn authorization(&self) -> Authorization<'_> {
        Authorization::Username(self.0.client_id())
    }

    fn client_id(&self) -> Option<Cow<'_, str>> {
        None
    }

    fn redirect_uri(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(NO_REDIRECT))
    }

    fn grant_type(&self) -> Option<Cow<'_, str>> {
        self.0.value("grant_type")
    }

    fn extension(&self, _: &str) -> Option<Cow<'_, str>> {
        None
    }
}

struct CodeEndpoint<'a> {
    registrar: ProvenClient<'a>,
    authorizer: Codes<'a>,
    binding: Binding<'a>,
    issuer: FirstTokens<'a>,
}

impl Endpoint for CodeEndpoint<'_> {
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
        &mut self.binding
    }
}

/// Spends codes.
struct Codes<'a> {
    shared: &'a Shared<'a>,
    redeemed: &'a Slot<Redeemed>,
}

#[async_trait]
impl Authorizer for Codes<'_> {
    /// Codes are made at the authorization endpoint.
    async fn authorize(&mut self, _: Grant) -> Result<String, ()> {
        Err(())
    }

    async fn extract(&mut self, code: &str) -> Result<Option<Grant>, ()> {
        let TokenRequest { env, pool, client, .. } = self.shared.request;
        match tokens::redeem(env, pool, client, code).await {
            Ok(redeemed) => {
                let grant = Grant {
                    owner_id: redeemed.family.user_id.to_string(),
                    client_id: redeemed.family.client_id.to_string(),
                    scope: parse_scope(&redeemed.family.scope).ok_or(())?,
                    redirect_uri: nowhere().ok_or(())?,
                    until: far_future(),
                    extensions: Extensions::new(),
                };
                self.redeemed.put(redeemed);
                Ok(Some(grant))
            }
            Err(error) => {
                self.shared.refuse(error);
                Ok(None)
            }
        }
    }
}

/// Checks what the code was bound to.
struct Binding<'a> {
    shared: &'a Shared<'a>,
    redeemed: &'a Slot<Redeemed>,
}

#[async_trait]
impl Extension for Binding<'_> {
    async fn extend(&mut self, _: &(dyn Request + Sync), _: Extensions) -> Result<Extensions, ()> {
        let redeemed = self.redeemed.take().ok_or(())?;
        let TokenRequest { env, parameters, .. } = self.shared.request;
        let bound = check_redirect_uri(&redeemed.code.parameters, parameters)
            .and_then(|()| check_verifier(&redeemed.code.parameters, parameters));
        match bound {
            Ok(()) => {
                self.redeemed.put(redeemed);
                Ok(Extensions::new())
            }
            Err(refusal) => {
                self.shared.refuse(refusal);
                if let Err(error) = tokens::discard(env, &redeemed).await {
                    self.shared.refuse(error);
                }
                Err(())
            }
        }
    }
}

/// RFC 6749 §4.1.3: the same text, and required if the authorization request had it.
fn check_redirect_uri(asked: &AuthorizationParameters, sent: &Parameters) -> Result<(), OAuthError> {
    match sent.get("redirect_uri") {
        Some(uri) if uri == asked.redirect_uri => Ok(()),
        None if !asked.redirect_uri_was_sent => Ok(()),
        None => Err(OAuthError::invalid_grant("redirect_uri is missing.")),
        Some(_) => {
            Err(OAuthError::invalid_grant("redirect_uri differs from the one in the authorization request."))
        }
    }
}

/// RFC 7636 §4.6; a verifier without a challenge hints at a downgrade (RFC 9700 §4.8.2).
fn check_verifier(asked: &AuthorizationParameters, sent: &Parameters) -> Result<(), OAuthError> {
    match (&asked.code_challenge, sent.get("code_verifier")) {
        (None, None) => Ok(()),
        (None, Some(_)) => {
            Err(OAuthError::invalid_grant("code_verifier was sent for a request without code_challenge."))
        }
        (Some(_), None) => Err(OAuthError::invalid_grant("code_verifier is missing.")),
        (Some(challenge), Some(verifier)) => {
            let computed = sha256_base64url(verifier.as_bytes());
            if is_verifier(verifier) && constant_time_eq(challenge.as_bytes(), computed.as_bytes()) {
                Ok(())
            } else {
                Err(OAuthError::invalid_grant("code_verifier does not belong to the code_challenge."))
            }
        }
    }
}

/// RFC 7636 §4.1.
fn is_verifier(text: &str) -> bool {
    (43..=128).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~'))
}

/// Issues the first tokens.
struct FirstTokens<'a> {
    shared: &'a Shared<'a>,
    redeemed: &'a Slot<Redeemed>,
}

#[async_trait]
impl Issuer for FirstTokens<'_> {
    async fn issue(&mut self, _: Grant) -> Result<IssuedToken, ()> {
        let TokenRequest { env, pool, client, .. } = self.shared.request;
        let redeemed = self.redeemed.take().ok_or(())?;
        match tokens::issue(env, pool, client, &redeemed).await {
            Ok(tokens) => {
                let answer = issued(&tokens);
                self.shared.tokens.put(tokens);
                Ok(answer)
            }
            Err(error) => {
                self.shared.refuse(error);
                if let Err(error) = tokens::discard(env, &redeemed).await {
                    self.shared.refuse(error);
                }
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

#[cfg(test)]
mod tests {
    use super::*;

    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    fn asked(challenge: Option<&str>, redirect_uri_was_sent: bool) -> AuthorizationParameters {
        AuthorizationParameters {
            redirect_uri: "https://app.example/cb".into(),
            redirect_uri_was_sent,
            code_challenge: challenge.map(String::from),
            ..Default::default()
        }
    }

    fn sent(body: &str) -> Parameters {
        let Ok(parameters) = Parameters::parse(body.as_bytes()) else { panic!("unreadable: {body}") };
        parameters
    }

    #[test]
    fn a_verifier_must_be_the_challenges_own() {
        let check = |challenge, body: &str| check_verifier(&asked(challenge, true), &sent(body)).is_ok();
        assert!(check(Some(CHALLENGE), &format!("code_verifier={VERIFIER}")));
        assert!(check(None, ""));
        assert!(!check(Some(CHALLENGE), ""));
        assert!(!check(Some(CHALLENGE), &format!("code_verifier={VERIFIER}x")));
        assert!(!check(Some(CHALLENGE), &format!("code_verifier={CHALLENGE}")), "a plain one");
        assert!(!check(None, &format!("code_verifier={VERIFIER}")), "one without a challenge");
        let short = sha256_base64url(b"short");
        assert!(!check(Some(short.as_str()), "code_verifier=short"));
    }

    #[test]
    fn the_redirect_uri_is_repeated_when_it_was_sent() {
        let check = |was_sent, body: &str| check_redirect_uri(&asked(None, was_sent), &sent(body)).is_ok();
        assert!(check(true, "redirect_uri=https://app.example/cb"));
        assert!(!check(true, ""));
        assert!(!check(true, "redirect_uri=https://app.example/cb/"));
        assert!(!check(true, "redirect_uri=https://APP.example/cb"));
        assert!(check(false, ""));
        assert!(check(false, "redirect_uri=https://app.example/cb"));
        assert!(!check(false, "redirect_uri=https://app.example/other"));
    }
}
