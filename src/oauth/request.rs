//! An authorization request on oxide-auth's rails: client and redirect URI bound first, then the rules, then the
//! scopes, then the code.
//!
//! oxide-auth keeps the order and decides whether a refusal may travel to the client; what it has no words for (the
//! codes of OpenID Connect, PKCE by client, lives by our clock) comes out of the slots.

use std::borrow::Cow;

use async_trait::async_trait;
use oxide_auth::code_grant::authorization::{Error, Request};
use oxide_auth::code_grant::error::AuthorizationErrorType;
use oxide_auth::primitives::grant::{Extensions, Grant};
use oxide_auth::primitives::registrar::{BoundClient, ClientUrl, ExactUrl, PreGrant, RegistrarError};
use oxide_auth::primitives::scope::Scope;
use oxide_auth_async::code_grant::authorization::{Endpoint, Extension, Pending, authorization_code};
use oxide_auth_async::primitives::{Authorizer, Registrar};

use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::model::authorization::{AuthorizationCode, AuthorizationParameters};
use crate::model::client::{AppClient, ClientSettings};
use crate::model::ids::FamilyId;
use crate::model::pool::UserPool;
use crate::model::session::BrowserSession;
use crate::store::authorization_codes;
use crate::web::form::Parameters;

use super::checks::{self, Subject};
use super::error::{ErrorCode, OAuthError};
use super::respond::ResponseTarget;
use super::scopes;
use super::slot::Slot;

/// What a request is judged against.
#[derive(Clone, Copy)]
pub struct Grounds<'a> {
    /// The process.
    pub env: &'a Env,
    /// The pool.
    pub pool: &'a UserPool,
    /// The client that the request names.
    pub client: &'a AppClient,
}

/// Why a request is not accepted.
pub enum Refusal {
    /// The redirect URI cannot be trusted; nothing may be sent there.
    Untrusted,
    /// Anything else: the client is told.
    ToClient(ResponseTarget, OAuthError),
}

/// A request that passed every rule that does not depend on the person.
pub struct Accepted<'a> {
    /// What is kept of it.
    pub parameters: AuthorizationParameters,
    /// Where the answer goes.
    pub target: ResponseTarget,
    endpoint: AuthorizationEndpoint<'a>,
    pending: Pending,
}

/// Judges a request.
///
/// # Errors
/// See [`Refusal`].
pub async fn accept<'a>(grounds: Grounds<'a>, parameters: &'a Parameters) -> Result<Accepted<'a>, Refusal> {
    let redirect_uri = bound_redirect_uri(&grounds.client.settings, parameters.get("redirect_uri"));
    let mut endpoint = AuthorizationEndpoint::new(grounds, parameters, redirect_uri);
    let outcome = authorization_code(&mut endpoint, &Incoming(parameters)).await;
    let Some(redirect_uri) = redirect_uri else { return Err(Refusal::Untrusted) };
    let target = ResponseTarget {
        redirect_uri: redirect_uri.to_owned(),
        state: parameters.get("state").map(String::from),
        issuer: grounds.env.settings.issuer(&grounds.pool.id),
    };
    match outcome {
        Ok(pending) => {
            let scope = endpoint.registrar.granted.take().unwrap_or_default();
            let parameters = checks::keep(grounds.pool, parameters, redirect_uri, scope);
            Ok(Accepted { parameters, target, endpoint, pending })
        }
        Err(Error::Ignore) => Err(Refusal::Untrusted),
        Err(other) => {
            let error = endpoint.refusal().unwrap_or_else(|| translate(other));
            Err(Refusal::ToClient(target, error))
        }
    }
}

impl Accepted<'_> {
    /// Makes a single-use code for the person of a session.
    ///
    /// # Errors
    /// `server_error`, `temporarily_unavailable`.
    pub async fn issue_code(mut self, session: &BrowserSession) -> Result<String, OAuthError> {
        self.endpoint.authorizer.sign_in = Some((session.clone(), self.parameters));
        let owner = Cow::Owned(session.user_id.to_string());
        let outcome = self.pending.authorize(&mut self.endpoint, owner).await;
        // The address that oxide-auth built has a normalised redirect URI; only the code is taken.
        match (outcome, self.endpoint.authorizer.code.take()) {
            (Ok(_), Some(code)) => Ok(code),
            (_, _) => Err(self
                .endpoint
                .refusal()
                .unwrap_or_else(|| OAuthError::internal("no authorization code was made"))),
        }
    }
}

/// Where the answer may go: the URI that was sent, when it is registered; without one the default, or the only
/// one that is registered.
pub fn bound_redirect_uri<'a>(settings: &'a ClientSettings, sent: Option<&'a str>) -> Option<&'a str> {
    match (sent, &settings.default_redirect_uri, settings.callback_urls.as_slice()) {
        (Some(uri), ..) => settings.is_callback_url(uri).then_some(uri),
        (None, Some(default), _) => Some(default),
        (None, None, [only]) => Some(only),
        (None, None, _) => None,
    }
}

fn translate(error: Error) -> OAuthError {
    let mut error = error;
    let code = match error.description().map(|description| description.kind()) {
        Some(AuthorizationErrorType::InvalidRequest) => ErrorCode::InvalidRequest,
        Some(AuthorizationErrorType::InvalidScope) => ErrorCode::InvalidScope,
        Some(AuthorizationErrorType::UnauthorizedClient) => ErrorCode::UnauthorizedClient,
        Some(AuthorizationErrorType::UnsupportedResponseType) => ErrorCode::UnsupportedResponseType,
        _ => return OAuthError::internal("oxide-auth refused an authorization request without a reason"),
    };
    OAuthError::new(code, "The authorization request is not valid.")
}

/// The request as oxide-auth reads it.
struct Incoming<'a>(&'a Parameters);

impl Incoming<'_> {
    fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        self.0.get(name).map(Cow::Borrowed)
    }
}

impl Request for Incoming<'_> {
    fn valid(&self) -> bool {
        true
    }

    fn client_id(&self) -> Option<Cow<'_, str>> {
        self.value("client_id")
    }

    fn scope(&self) -> Option<Cow<'_, str>> {
        self.value("scope")
    }

    fn redirect_uri(&self) -> Option<Cow<'_, str>> {
        self.value("redirect_uri")
    }

    fn state(&self) -> Option<Cow<'_, str>> {
        self.value("state")
    }

    /// Judged by `checks`, which tells a missing one from a foreign one.
    fn response_type(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed("code"))
    }

    fn extension(&self, key: &str) -> Option<Cow<'_, str>> {
        self.value(key)
    }
}

struct AuthorizationEndpoint<'a> {
    registrar: BoundRegistrar<'a>,
    authorizer: CodeMaker<'a>,
    rules: Rules<'a>,
}

impl<'a> AuthorizationEndpoint<'a> {
    fn new(grounds: Grounds<'a>, parameters: &'a Parameters, redirect_uri: Option<&'a str>) -> Self {
        Self {
            registrar: BoundRegistrar {
                grounds,
                redirect_uri,
                wanted: parameters.text("scope"),
                granted: Slot::default(),
                refusal: Slot::default(),
            },
            authorizer: CodeMaker { grounds, sign_in: None, code: Slot::default(), refusal: Slot::default() },
            rules: Rules {
                subject: Subject { parameters, client: grounds.client, pool: grounds.pool },
                refusal: Slot::default(),
            },
        }
    }

    fn refusal(&self) -> Option<OAuthError> {
        [&self.rules.refusal, &self.registrar.refusal, &self.authorizer.refusal]
            .into_iter()
            .find_map(Slot::take)
    }
}

impl Endpoint for AuthorizationEndpoint<'_> {
    fn registrar(&self) -> &(dyn Registrar + Sync) {
        &self.registrar
    }

    fn authorizer(&mut self) -> &mut (dyn Authorizer + Send) {
        &mut self.authorizer
    }

    fn extension(&mut self) -> &mut (dyn Extension + Send) {
        &mut self.rules
    }
}

/// Knows one client, which was looked up before.
struct BoundRegistrar<'a> {
    grounds: Grounds<'a>,
    redirect_uri: Option<&'a str>,
    wanted: &'a str,
    granted: Slot<Vec<String>>,
    refusal: Slot<OAuthError>,
}

#[async_trait]
impl Registrar for BoundRegistrar<'_> {
    async fn bound_redirect<'b>(&self, bound: ClientUrl<'b>) -> Result<BoundClient<'b>, RegistrarError> {
        let uri = self.redirect_uri.filter(|_| bound.client_id == self.grounds.client.id.as_str());
        let exact = uri.and_then(|uri| ExactUrl::new(uri.to_owned()).ok());
        match exact {
            Some(exact) => {
                Ok(BoundClient { client_id: bound.client_id, redirect_uri: Cow::Owned(exact.into()) })
            }
            None => Err(RegistrarError::Unspecified),
        }
    }

    async fn negotiate<'b>(
        &self,
        client: BoundClient<'b>,
        _: Option<Scope>,
    ) -> Result<PreGrant, RegistrarError> {
        let Grounds { env, pool, client: app } = self.grounds;
        // oxide-auth's own set forgets the order.
        let granted = match scopes::parse(self.wanted) {
            Ok(wanted) => scopes::grant(env, pool, app, &wanted).await,
            Err(error) => Err(error),
        };
        let parsed = granted.map(|granted| (granted.join(" ").parse::<Scope>(), granted));
        match parsed {
            Ok((Ok(scope), granted)) => {
                self.granted.put(granted);
                Ok(PreGrant {
                    client_id: client.client_id.into_owned(),
                    redirect_uri: client.redirect_uri.into_owned(),
                    scope,
                })
            }
            Ok((Err(_), _)) => Err(RegistrarError::Unspecified),
            Err(error) => {
                let primitive = error.cause.is_some();
                self.refusal.put(error);
                Err(if primitive { RegistrarError::PrimitiveError } else { RegistrarError::Unspecified })
            }
        }
    }

    async fn check(&self, _: &str, _: Option<&[u8]>) -> Result<(), RegistrarError> {
        Err(RegistrarError::Unspecified)
    }
}

/// Applies the rules at the place where oxide-auth asks its extensions.
struct Rules<'a> {
    subject: Subject<'a>,
    refusal: Slot<OAuthError>,
}

#[async_trait]
impl Extension for Rules<'_> {
    async fn extend(&mut self, _: &(dyn Request + Sync)) -> Result<Extensions, ()> {
        checks::check(&self.subject).map(|()| Extensions::new()).map_err(|error| self.refusal.put(error))
    }
}

/// Makes and stores codes; `extract` belongs to the token endpoint.
struct CodeMaker<'a> {
    grounds: Grounds<'a>,
    sign_in: Option<(BrowserSession, AuthorizationParameters)>,
    code: Slot<String>,
    refusal: Slot<OAuthError>,
}

#[async_trait]
impl Authorizer for CodeMaker<'_> {
    /// The grant's own end is computed from the system's clock, so ours is taken.
    async fn authorize(&mut self, _: Grant) -> Result<String, ()> {
        let Grounds { env, pool, client } = self.grounds;
        let (session, parameters) = self.sign_in.take().ok_or(())?;
        let code = env.random.token();
        let record = AuthorizationCode {
            pool_id: pool.id.clone(),
            client_id: client.id.clone(),
            user_id: session.user_id,
            session_id: session.id,
            parameters,
            authenticated_at: session.authenticated_at,
            proofs: session.proofs,
            family_id: FamilyId::trusted(env.random.uuid_v4()),
            expires_at: env.now() + pool.settings.code_life_ms(),
            used_at: None,
        };
        let digest = sha256_base64url(code.as_bytes());
        let stored = env.db.write(move |c| authorization_codes::insert(c, &digest, &record)).await;
        match stored {
            Ok(true) => {
                self.code.put(code.clone());
                Ok(code)
            }
            Ok(false) => {
                let ended = "The sign-in was ended while the request was answered.";
                self.refusal.put(OAuthError::new(ErrorCode::LoginRequired, ended));
                Err(())
            }
            Err(error) => {
                self.refusal.put(error.into());
                Err(())
            }
        }
    }

    async fn extract(&mut self, _: &str) -> Result<Option<Grant>, ()> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_goes_to_a_registered_place_or_nowhere() {
        let with = |urls: &[&str], default: Option<&str>| ClientSettings {
            callback_urls: urls.iter().map(|url| (*url).to_owned()).collect(),
            default_redirect_uri: default.map(String::from),
            ..Default::default()
        };
        let (one, two) = (with(&["https://a/1"], None), with(&["https://a/1", "https://a/2"], None));
        let default = with(&["https://a/1", "https://a/2"], Some("https://a/2"));
        assert_eq!(bound_redirect_uri(&one, None), Some("https://a/1"));
        assert_eq!(bound_redirect_uri(&two, None), None);
        assert_eq!(bound_redirect_uri(&default, None), Some("https://a/2"));
        assert_eq!(bound_redirect_uri(&two, Some("https://a/2")), Some("https://a/2"));
        assert_eq!(bound_redirect_uri(&two, Some("https://a/2/")), None);
        assert_eq!(bound_redirect_uri(&with(&[], None), None), None);
    }
}
