//! SAML at the door: the way to a provider, `/saml2/idpresponse`, where it posts its answer, and our metadata for it.
//!
//! A provider's form comes from another site, so that the browser keeps our cookies from it: the POST finds the round trip
//! by RelayState, keeps the response there and sends the browser once more, and the GET, which has the cookies, judges
//! browser, round trip and response together.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Path;
use serde::Deserialize;

use super::arrival;
use super::provider::Launch;
use super::room::Room;
use super::saml_unasked;
use super::visit::Visit;
use crate::authn::FlowHandle;
use crate::crypto::encoding::hex;
use crate::directory;
use crate::federation::FederationError;
use crate::federation::round_trip::{self, Errand, Posted, RoundTrip};
use crate::federation::saml::addresses::ACS_PATH;
use crate::federation::saml::binding::Outgoing;
use crate::federation::saml::{self, Addresses, keys};
use crate::model::provider::{IdentityProvider, ProviderKind};
use crate::render::contexts::{ErrorKind, HandOver};
use crate::security::rate::{self, Limit};
use crate::web::form::{MessageParameters, ParametersError};
use crate::web::page::{self, PageContext};
use crate::web::{WebError, cookies, headers, pool_host, see_other};

/// Messages that are taken from one network in a minute. A whole company may be behind one.
const MOST_OF_NETWORK: u32 = 600;
const WINDOW_MS: i64 = 60_000;
/// The longest response that is kept for the browser, in characters: 256 KiB before base64.
const LONGEST_RESPONSE: usize = 360_000;

/// How a provider knows this pool, on the host that the browser uses.
pub(super) fn addresses(visit: &Visit, provider: &str) -> Addresses {
    let base = format!("{}{}", pool_host::origin(&visit.request), visit.requested.base);
    Addresses::of(&visit.env.settings, visit.pool(), &base, provider)
}

/// Takes the browser to a SAML provider. `handle` is the challenge under which the answer is awaited.
pub(super) async fn launch(
    visit: &Visit,
    room: &Room,
    provider: &IdentityProvider,
    handle: &FlowHandle,
) -> Result<HttpResponse, Launch> {
    let (state, request_id) = (visit.env.random.token(), saml::request_id(&visit.env));
    let wished = &room.transaction.authorization.parameters;
    let ask = saml::Ask {
        request_id: request_id.clone(),
        relay_state: state.clone(),
        force_authn: wished.max_age == Some(0) || wished.prompt.iter().any(|prompt| prompt == "login"),
    };
    let addresses = addresses(visit, &provider.name);
    let outgoing = saml::begin(&visit.env, provider, &addresses, ask).await?;
    let trip = RoundTrip {
        provider: provider.name.clone(),
        browser: cookies::fingerprint(&room.transaction.browser),
        errand: Errand::Saml { flow: handle.as_str().to_owned(), request_id },
        posted: None,
    };
    let life = visit.pool().settings.provider_round_trip_ms();
    round_trip::open(&visit.env, &visit.pool().id, &state, &trip, life).await?;
    Ok(send(visit, &room.context(visit), &provider.name, outgoing))
}

/// Sends the browser with a message to a provider.
pub(super) fn send(
    visit: &Visit,
    context: &PageContext<'_>,
    provider: &str,
    outgoing: Outgoing,
) -> HttpResponse {
    match outgoing {
        Outgoing::Redirect(address) => see_other(&address),
        Outgoing::Post(form) => {
            headers::allow_any_form_target(&visit.request);
            let fields = form.fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            let content = HandOver { provider: provider.to_owned(), action: form.action, fields };
            page::render(context, StatusCode::OK, &content)
        }
    }
}

/// `POST /saml2/idpresponse` (SAML bindings §3.5).
pub(super) async fn post(
    visit: Visit,
    form: Result<MessageParameters, ParametersError>,
) -> Result<HttpResponse, WebError> {
    let MessageParameters(form) = form?;
    limit(&visit).await?;
    let Some(response) = form.get("SAMLResponse") else {
        let detail = "There is no SAMLResponse.".to_owned();
        return Err(WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::InvalidRequest { detail }));
    };
    let state = form.text("RelayState");
    let Some(found) = arrival::find(&visit, state).await? else {
        return saml_unasked::post(&visit, response, state).await;
    };
    let (trip, in_time) = (found.trip, !found.is_late);
    if in_time && trip.posted.is_none() && matches!(trip.errand, Errand::Saml { .. }) {
        if response.len() > LONGEST_RESPONSE {
            let detail = format!("The SAMLResponse is longer than {LONGEST_RESPONSE} characters.");
            return Err(WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::InvalidRequest { detail }));
        }
        let posted = Posted(vec![("SAMLResponse".to_owned(), response.to_owned())]);
        round_trip::keep_posted(&visit.env, &visit.pool().id, state, &trip, posted).await?;
    }
    Ok(see_other(&visit.link(ACS_PATH, &[("state", state)])))
}

/// `GET /saml2/idpresponse`: the browser once more, with its cookies.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let returned = match arrival::returned(&visit, visit.query.text("state")).await? {
        Ok(returned) => returned,
        Err(response) => return Ok(response),
    };
    let identity = match (&returned.trip.errand, &returned.trip.posted) {
        (Errand::Saml { request_id, .. }, Some(posted)) => {
            let provider = &returned.provider;
            let addresses = addresses(&visit, &provider.name);
            let field = posted.get("SAMLResponse").unwrap_or_default();
            saml::finish(&visit.env, provider, &addresses, Some(request_id), field).await
        }
        (Errand::Saml { .. }, None) => {
            Err(FederationError::Incomplete("the browser came back without a response".into()))
        }
        _ => Err(FederationError::Untrusted("the answer came by another protocol".into())),
    };
    arrival::conclude(&visit, returned, identity).await
}

/// The provider's name in an address.
#[derive(Deserialize)]
pub(super) struct Named {
    provider: String,
}

/// `GET /saml2/metadata/{provider}` (SAML metadata §4.1): what an operator gives to the provider, or the provider reads.
pub(super) async fn metadata(visit: Visit, named: Path<Named>) -> Result<HttpResponse, WebError> {
    let found = directory::providers::find(&visit.env, visit.pool(), &named.provider).await?;
    let provider = found.filter(|provider| provider.kind == ProviderKind::Saml);
    let provider = provider.ok_or_else(|| WebError::not_found(ErrorKind::NotFound))?;
    let addresses = addresses(&visit, &provider.name);
    let ourselves = keys::ourselves(&visit.env, &provider, &addresses).await.map_err(fault)?;
    Ok(HttpResponse::Ok()
        .content_type("application/samlmetadata+xml")
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .insert_header((CONTENT_DISPOSITION, "inline; filename=\"metadata.xml\""))
        .body(ourselves.metadata()))
}

/// What of a failure is ours, or another one that no page explains.
pub(super) fn fault(error: FederationError) -> WebError {
    match error {
        FederationError::Store(error) => error.into(),
        error => WebError::Internal(error.to_string()),
    }
}

/// Refuses a network that sends too many messages: each costs signatures and a write.
pub(super) async fn limit(visit: &Visit) -> Result<(), WebError> {
    let parts = [visit.pool().id.as_str(), &visit.caller.address_prefix()];
    let prefix = visit.env.keys.fingerprint("saml-prefix", &parts);
    let limit = Limit {
        scope: "saml-network",
        subject: hex(&prefix[..16]),
        most: MOST_OF_NETWORK,
        window_ms: WINDOW_MS,
    };
    let (pool, now) = (visit.pool().id.clone(), visit.env.now());
    let taken = visit.env.db.write(move |c| rate::take(c, &pool, std::slice::from_ref(&limit), now)).await?;
    taken.map_err(|limit| WebError::TooMany { retry_after_seconds: limit.retry_after_seconds() })
}
