//! `/saml2/logout`: a provider asks us to end sessions, or answers that it has ended its own.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;

use super::visit::Visit;
use super::{arrival, saml};
use crate::directory;
use crate::federation::FederationError;
use crate::federation::round_trip::{self, Errand, RoundTrip};
use crate::federation::saml::binding::Direction;
use crate::federation::saml::documents;
use crate::federation::saml::sign_out::{self, Incoming};
use crate::model::provider::ProviderKind;
use crate::render::contexts::{ErrorKind, SignedOut};
use crate::web::WebError;
use crate::web::form::{MessageParameters, ParametersError};
use crate::web::page::{self, PageContext};

/// `GET /saml2/logout` (SAML bindings §3.4).
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let query = visit.request.query_string().to_owned();
    logout(&visit, Incoming::Redirect(&query)).await
}

/// `POST /saml2/logout` (SAML bindings §3.5).
pub(super) async fn post(
    visit: Visit,
    form: Result<MessageParameters, ParametersError>,
) -> Result<HttpResponse, WebError> {
    let MessageParameters(form) = form?;
    let (direction, field) = match (form.get("SAMLRequest"), form.get("SAMLResponse")) {
        (Some(field), None) => (Direction::Request, field),
        (None, Some(field)) => (Direction::Response, field),
        _ => return Err(refused("There is no message, or there are two.")),
    };
    logout(&visit, Incoming::Post { direction, field, relay_state: form.get("RelayState") }).await
}

async fn logout(visit: &Visit, incoming: Incoming<'_>) -> Result<HttpResponse, WebError> {
    saml::limit(visit).await?;
    let outline = incoming.outline();
    let (direction, relay_state) = outline.map_err(|_| refused("There is no SAML message."))?;
    match direction {
        Direction::Request => obey(visit, incoming).await,
        Direction::Response => come_back(visit, incoming, relay_state.as_deref().unwrap_or_default()).await,
    }
}

/// Ends what the provider asks to be ended, and answers it.
async fn obey(visit: &Visit, incoming: Incoming<'_>) -> Result<HttpResponse, WebError> {
    let issuer = incoming.claimed_issuer().map_err(|error| not_believed(visit, &error))?;
    let all = directory::providers::of_kind(&visit.env, visit.pool(), ProviderKind::Saml).await?;
    let named = documents::named(&visit.env, &visit.pool().id, all, &issuer).await;
    let mut refusal = FederationError::Untrusted("no provider has the name of the sender".into());
    // One provider may be known here under several names.
    for provider in named.map_err(saml::fault)? {
        let addresses = saml::addresses(visit, &provider.name);
        match sign_out::obey(&visit.env, &provider, &addresses, incoming).await {
            Ok(Some(answer)) => {
                let context = PageContext::new(&visit.request, &visit.requested);
                return Ok(saml::send(visit, &context, &provider.name, answer));
            }
            Ok(None) => return Ok(signed_out(visit)),
            Err(error @ (FederationError::Store(_) | FederationError::Internal(_))) => {
                return Err(saml::fault(error));
            }
            Err(error) => refusal = error,
        }
    }
    Err(not_believed(visit, &refusal))
}

/// Takes the browser where it was to go after the sign-out. The session here ended before it left; all that the answer
/// decides is the log's line. It may come as another site's post, without our cookies, and nothing secret follows.
async fn come_back(visit: &Visit, incoming: Incoming<'_>, state: &str) -> Result<HttpResponse, WebError> {
    let Some(found) = arrival::find(visit, state).await? else { return arrival::unknown() };
    let RoundTrip { provider, errand: Errand::SignOut { destination, request_id: Some(id) }, .. } =
        found.trip
    else {
        return arrival::unknown();
    };
    let Some(known) = directory::providers::find(&visit.env, visit.pool(), &provider).await? else {
        return Ok(signed_out(visit));
    };
    let addresses = saml::addresses(visit, &provider);
    match sign_out::hear_answer(&visit.env, &known, &addresses, incoming, &id).await {
        Ok(answer) if answer.success => {}
        Ok(answer) => {
            tracing::warn!(
                pool = %visit.pool().id,
                provider,
                status = answer.status,
                "a provider did not end every session there"
            );
        }
        Err(error @ (FederationError::Store(_) | FederationError::Internal(_))) => {
            return Err(saml::fault(error));
        }
        // The person is signed out here, and where they go was checked before they left.
        Err(error) => drop(not_believed(visit, &error)),
    }
    if found.is_late || !round_trip::close(&visit.env, &visit.pool().id, state).await? {
        return arrival::unknown();
    }
    Ok(HttpResponse::Found().insert_header((LOCATION, destination)).finish())
}

fn signed_out(visit: &Visit) -> HttpResponse {
    let context = PageContext::new(&visit.request, &visit.requested);
    page::render(&context, StatusCode::OK, &SignedOut { continue_link: None })
}

/// What is wrong with a message stands in the log alone.
fn not_believed(visit: &Visit, error: &FederationError) -> WebError {
    tracing::warn!(pool = %visit.pool().id, %error, "a SAML logout message was refused");
    refused("The SAML message cannot be accepted.")
}

fn refused(detail: &str) -> WebError {
    let detail = detail.to_owned();
    WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::InvalidRequest { detail })
}
