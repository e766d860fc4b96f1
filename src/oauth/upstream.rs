//! Sign-out at the identity provider that a session began with: there, and back to where the sign-out was to end.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use url::Url;

use crate::authn::browser_session;
use crate::directory;
use crate::env::Env;
use crate::federation::round_trip::{self, Errand, Found, RoundTrip};
use crate::federation::saml::binding::Outgoing;
use crate::federation::saml::{self, Addresses};
use crate::federation::{FederationError, oidc};
use crate::model::client::SignOutReach;
use crate::model::external::UpstreamSession;
use crate::model::provider::IdentityProvider;
use crate::model::session::BrowserSession;
use crate::render::contexts::HandOver;
use crate::web::page::{self, PageContext};
use crate::web::pool_host::{self, RequestedPool};
use crate::web::{WebError, edge, headers};

use super::error::OAuthError;

/// Whether a sign-out reaches the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Where the provider has one.
    Asked,
    /// Where the provider's own setting says so (`IDPSignout`, as Cognito has it).
    BySetting,
}

impl Reach {
    /// What a client's setting means for the provider.
    pub fn of(reach: SignOutReach) -> Self {
        if reach == SignOutReach::Provider { Self::Asked } else { Self::BySetting }
    }
}

/// Sends the browser to the provider, if that has a sign-out; `destination` is where it goes afterwards. What goes wrong
/// at the provider is written down and keeps nobody from being signed out here.
///
/// # Errors
/// When the database did not answer.
pub async fn sign_out(
    request: &HttpRequest,
    requested: &RequestedPool,
    session: &BrowserSession,
    (reach, destination): (Reach, &str),
) -> Result<Option<HttpResponse>, WebError> {
    let env = edge::env(request);
    let upstream =
        browser_session::upstream(&env, session).map_err(|error| OAuthError::from(error).into_web())?;
    let Some(upstream) = upstream else { return Ok(None) };
    let provider = directory::providers::find(&env, &requested.pool, &upstream.provider).await?;
    let Some(provider) = provider else { return Ok(None) };
    let state = env.random.token();
    let departure = match &upstream.session {
        UpstreamSession::Oidc { .. } if reach == Reach::BySetting => Ok(None),
        UpstreamSession::Oidc { .. } => {
            let back = back(request, requested)?;
            oidc::logout_url(&env, &provider, &upstream.session, &back, &state).await
        }
        UpstreamSession::Saml { .. } if reach == Reach::BySetting && !saml::signs_out(&provider) => Ok(None),
        UpstreamSession::Saml { .. } => {
            let there = (&provider, &upstream.session);
            return by_saml(request, requested, there, (&state, destination)).await;
        }
    };
    let url = match departure {
        Ok(Some(url)) => url,
        Ok(None) => return Ok(None),
        Err(error) => {
            failed(requested, &upstream.provider, &error);
            return Ok(None);
        }
    };
    let errand = Errand::SignOut { destination: destination.to_owned(), request_id: None };
    remember(&env, requested, &state, (&upstream.provider, errand)).await?;
    Ok(Some(HttpResponse::Found().insert_header((LOCATION, url.as_str())).finish()))
}

/// By SAML (profiles §4.4.3.1): the answer comes to `/saml2/logout`.
async fn by_saml(
    request: &HttpRequest,
    requested: &RequestedPool,
    (provider, session): (&IdentityProvider, &UpstreamSession),
    (state, destination): (&str, &str),
) -> Result<Option<HttpResponse>, WebError> {
    let env = edge::env(request);
    let base = format!("{}{}", pool_host::origin(request), requested.base);
    let addresses = Addresses::of(&env.settings, &requested.pool, &base, &provider.name);
    let request_id = saml::request_id(&env);
    let ask = saml::Ask { request_id: request_id.clone(), relay_state: state.to_owned(), force_authn: false };
    let outgoing = match saml::sign_out::sign_out_request(&env, provider, &addresses, session, ask).await {
        Ok(Some(outgoing)) => outgoing,
        Ok(None) => return Ok(None),
        Err(FederationError::Store(error)) => return Err(error.into()),
        Err(error) => {
            failed(requested, &provider.name, &error);
            return Ok(None);
        }
    };
    let errand = Errand::SignOut { destination: destination.to_owned(), request_id: Some(request_id) };
    remember(&env, requested, state, (&provider.name, errand)).await?;
    let context = PageContext::new(request, requested);
    Ok(Some(match outgoing {
        Outgoing::Redirect(address) => HttpResponse::Found().insert_header((LOCATION, address)).finish(),
        Outgoing::Post(form) => {
            headers::allow_any_form_target(request);
            let fields = form.fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            let content = HandOver { provider: provider.name.clone(), action: form.action, fields };
            page::render(&context, StatusCode::OK, &content)
        }
    }))
}

/// Where a provider sends the browser back to: `/logout` itself, with nothing but the state.
fn back(request: &HttpRequest, requested: &RequestedPool) -> Result<Url, WebError> {
    let text = format!("{}{}/logout", pool_host::origin(request), requested.base);
    Url::parse(&text).map_err(|error| WebError::Internal(format!("our own address: {error}")))
}

async fn remember(
    env: &Env,
    requested: &RequestedPool,
    state: &str,
    (provider, errand): (&str, Errand),
) -> Result<(), WebError> {
    let trip = RoundTrip { provider: provider.to_owned(), browser: String::new(), errand, posted: None };
    let life = requested.pool.settings.provider_round_trip_ms();
    Ok(round_trip::open(env, &requested.pool.id, state, &trip, life).await?)
}

/// Somebody is back from a sign-out at a provider; `None` when the state is none of ours. The session here ended before
/// they left, and where they go was checked then, so that nothing depends on the browser or the time.
///
/// # Errors
/// When the database did not answer.
pub async fn come_back(
    env: &Env,
    requested: &RequestedPool,
    state: &str,
) -> Result<Option<HttpResponse>, WebError> {
    let found = round_trip::find(env, &requested.pool.id, state).await;
    let found = found.map_err(|error| match error {
        round_trip::TripError::Store(error) => error.into(),
        round_trip::TripError::Lost(error) => WebError::Internal(error.to_string()),
    })?;
    let Some(Found { trip: RoundTrip { errand: Errand::SignOut { destination, .. }, .. }, .. }) = found
    else {
        return Ok(None);
    };
    if !round_trip::close(env, &requested.pool.id, state).await? {
        return Ok(None);
    }
    Ok(Some(HttpResponse::Found().insert_header((LOCATION, destination)).finish()))
}

fn failed(requested: &RequestedPool, provider: &str, error: &FederationError) {
    tracing::warn!(
        pool = %requested.pool.id,
        provider,
        reason = %error,
        "somebody was signed out here, and not at the identity provider"
    );
}
