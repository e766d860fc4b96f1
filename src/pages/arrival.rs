//! The way back from an identity provider: `/oauth2/idpresponse`, and what every way back has in common.
//!
//! In this order: the round trip that `state` names, the browser that left with it, the request that waits, time, the end
//! of the round trip (one caller ends it), and only then what the provider says.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::buttons;
use super::outcome;
use super::provider;
use super::provider_failed::{self, Failure};
use super::room::{self, Room, Transaction};
use super::visit::Visit;
use crate::authn::{self, FlowHandle, Step};
use crate::directory;
use crate::federation::round_trip::{self, Errand, Found, Posted, RoundTrip, TripError};
use crate::federation::{FederationError, oidc};
use crate::model::external::ExternalIdentity;
use crate::model::flow::{Answer, Challenge};
use crate::model::provider::{IdentityProvider, ProviderKind};
use crate::render::contexts::{ErrorKind, ProviderProblem};
use crate::web::cookies::{self, CookieKind};
use crate::web::form::{FormParameters, Parameters};
use crate::web::{WebError, see_other};

/// What is kept of a posted answer, and how much of each, in bytes.
const POSTED: [(&str, usize); 5] =
    [("code", 8192), ("error", 256), ("error_description", 1024), ("iss", 2048), ("user", 4096)];

/// How much a provider's clock may differ from ours, in milliseconds.
const CLOCKS_DIFFER_MS: i64 = 60_000;

/// Somebody is back in the browser they left with, in time and for the first time.
pub(super) struct Returned {
    pub(super) trip: RoundTrip,
    pub(super) transaction: Transaction,
    /// The challenge that the answer is for.
    pub(super) handle: FlowHandle,
    pub(super) provider: IdentityProvider,
}

/// `GET /oauth2/idpresponse`.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let returned = match returned(&visit, visit.query.text("state")).await? {
        Ok(returned) => returned,
        Err(response) => return Ok(response),
    };
    let Errand::Oidc { kept, .. } = &returned.trip.errand else {
        let wrong = FederationError::Untrusted("the answer came by another protocol".into());
        return conclude(&visit, returned, Err(wrong)).await;
    };
    let posted = returned.trip.posted.as_ref();
    let value = |name: &str| match posted {
        Some(posted) => posted.get(name).map(str::to_owned),
        None => visit.query.get(name).map(str::to_owned),
    };
    let answer = oidc::Answer {
        code: value("code"),
        error: value("error"),
        error_description: value("error_description"),
        iss: value("iss"),
        user: value("user"),
    };
    let callback = provider::callback(&visit)?;
    let identity = oidc::finish(&visit.env, &returned.provider, &callback, kept, answer).await;
    conclude(&visit, returned, identity).await
}

/// `POST /oauth2/idpresponse` (OAuth 2.0 Form Post Response Mode): Apple's way. The browser keeps our cookies from another
/// site's post, so what came is kept until it asks once more by itself.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let FormParameters(form) = form;
    let state = form.text("state").to_owned();
    let Some(Found { trip, .. }) = find(&visit, &state).await? else { return unknown() };
    if trip.posted.is_none() && matches!(trip.errand, Errand::Oidc { .. }) {
        let posted = fields(&form)?;
        round_trip::keep_posted(&visit.env, &visit.pool().id, &state, &trip, posted).await?;
    }
    Ok(see_other(&visit.link(provider::OIDC_CALLBACK, &[("state", &state)])))
}

fn fields(form: &Parameters) -> Result<Posted, WebError> {
    let mut kept = Vec::new();
    for (name, most) in POSTED {
        let Some(value) = form.get(name) else { continue };
        if value.len() > most {
            let detail = format!("{name} is longer than {most} bytes");
            return Err(WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::InvalidRequest { detail }));
        }
        kept.push((name.to_owned(), value.to_owned()));
    }
    Ok(Posted(kept))
}

/// A round trip by its `state`, whoever asks.
pub(super) async fn find(visit: &Visit, state: &str) -> Result<Option<Found>, WebError> {
    round_trip::find(&visit.env, &visit.pool().id, state).await.map_err(|error| match error {
        TripError::Store(error) => error.into(),
        TripError::Lost(error) => WebError::Internal(error.to_string()),
    })
}

/// Nobody left with this `state`, or long ago: there is no request to go on with.
pub(super) fn unknown() -> Result<HttpResponse, WebError> {
    Err(WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::FlowExpired))
}

/// Everything about a return that has nothing to do with what the provider says.
pub(super) async fn returned(visit: &Visit, state: &str) -> Result<Result<Returned, HttpResponse>, WebError> {
    let Some(Found { trip, is_late }) = find(visit, state).await? else { return unknown().map(Err) };
    let Some(handle) = trip.errand.flow().map(FlowHandle::from_text) else { return unknown().map(Err) };
    let fail = |problem, reason, transaction, kind| Failure {
        provider: &trip.provider,
        kind,
        problem,
        reason,
        transaction,
        flow: None,
        is_noted: false,
    };
    let browser = cookies::read(&visit.request, &visit.pool().id, CookieKind::Flow);
    if browser.is_none_or(|browser| cookies::fingerprint(&browser) != trip.browser) {
        // The round trip stays: the browser that left may still come back.
        let failure = fail(
            ProviderProblem::OtherBrowser,
            "another browser returned than the one that left",
            None,
            None,
        );
        return Ok(Err(provider_failed::show(visit, failure).await));
    }
    let transaction = room::transaction(visit, &handle).await?;
    let client = &transaction.client;
    let provider = directory::providers::of_client(&visit.env, visit.pool(), client, &trip.provider).await?;
    let Some(provider) = provider else {
        round_trip::close(&visit.env, &visit.pool().id, state).await?;
        let reason = "the client lost the provider while somebody was there";
        let failure = fail(ProviderProblem::NotAllowed, reason, Some(&transaction), None);
        return Ok(Err(provider_failed::show(visit, failure).await));
    };
    let is_first = round_trip::close(&visit.env, &visit.pool().id, state).await?;
    if is_late || !is_first {
        let reason =
            if is_late { "the round trip had ended by time" } else { "it was ended by another request" };
        let kind = Some(provider.kind);
        let failure = Failure {
            flow: Some(&handle),
            ..fail(ProviderProblem::Expired, reason, Some(&transaction), kind)
        };
        return Ok(Err(provider_failed::show(visit, failure).await));
    }
    Ok(Ok(Returned { trip, transaction, handle, provider }))
}

/// Gives the flow what the provider said, and takes the browser where that leads.
pub(super) async fn conclude(
    visit: &Visit,
    returned: Returned,
    identity: Result<ExternalIdentity, FederationError>,
) -> Result<HttpResponse, WebError> {
    let Returned { transaction, handle, provider, .. } = returned;
    let mut room = Room::at_provider(handle, &provider.name, transaction);
    let identity = identity.and_then(|identity| young_enough(visit, &room, identity));
    let is_noted = identity.is_ok();
    let (problem, reason) = match identity {
        Ok(identity) => match outcome::judged(visit, &room, Answer::External(Box::new(identity))).await {
            Ok(step) => return arrive(visit, &room, &provider, step).await,
            Err(error) => match provider_failed::of_flow(error) {
                Ok(failed) => failed,
                Err(error) => return outcome::depart(visit, &room, error).await,
            },
        },
        Err(FederationError::Internal(cause)) => return Err(WebError::Internal(cause)),
        Err(FederationError::Store(error)) => return Err(error.into()),
        Err(error) => (provider_failed::of_federation(&error), error.to_string()),
    };
    let flow = stands_at(visit, &mut room).await;
    let failure = Failure {
        provider: &provider.name,
        kind: Some(provider.kind),
        problem,
        reason: &reason,
        transaction: Some(&room.transaction),
        flow: flow.as_ref(),
        is_noted,
    };
    Ok(provider_failed::show(visit, failure).await)
}

/// Holds a provider that says when the person proved themselves there to the application's `max_age`.
fn young_enough(
    visit: &Visit,
    room: &Room,
    identity: ExternalIdentity,
) -> Result<ExternalIdentity, FederationError> {
    let most = room.transaction.authorization.parameters.max_age;
    let (Some(most), Some(at)) = (most, identity.authenticated_at) else { return Ok(identity) };
    let most_ms = i64::try_from(most).unwrap_or(i64::MAX).saturating_mul(1000);
    if visit.env.now().saturating_sub(at) <= most_ms.saturating_add(CLOCKS_DIFFER_MS) {
        return Ok(identity);
    }
    Err(FederationError::Denied("the sign-in there is older than the application asks for".into()))
}

/// The handle with which the flow can be tried again, if it is still there.
async fn stands_at(visit: &Visit, room: &mut Room) -> Option<FlowHandle> {
    let browser = cookies::fingerprint(&room.transaction.browser);
    match authn::current(&visit.env, visit.pool(), &room.handle, &browser).await {
        Ok(Step::Challenge {
            handle, challenge: Challenge::External { .. } | Challenge::Identify, ..
        }) => Some(handle),
        _ => None,
    }
}

async fn arrive(
    visit: &Visit,
    room: &Room,
    provider: &IdentityProvider,
    step: Step,
) -> Result<HttpResponse, WebError> {
    let protocol = match provider.kind {
        ProviderKind::Saml => "saml",
        ProviderKind::Facebook | ProviderKind::LoginWithAmazon => "oauth",
        ProviderKind::Google | ProviderKind::SignInWithApple | ProviderKind::Oidc => "oidc",
    };
    visit.env.metrics.protocol.federation.one([protocol, "success"]);
    let mut response = outcome::follow(visit, room, step).await?;
    let realm = buttons::realm(&provider.name);
    let cookie = cookies::make(&visit.request, &visit.pool().id, CookieKind::Realm, &realm);
    response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    Ok(response)
}

/// A sign-in that the provider began: it was verified when it was posted, and the flow that has been made for it takes
/// it up.
pub(super) async fn take_up(
    visit: &Visit,
    room: Room,
    name: &str,
    ticket: &str,
) -> Result<HttpResponse, WebError> {
    let Some(Found { trip, is_late }) = find(visit, ticket).await? else { return unknown() };
    let Errand::Unasked(identity) = trip.errand else { return unknown() };
    if is_late
        || identity.provider != name
        || !round_trip::close(&visit.env, &visit.pool().id, ticket).await?
    {
        return unknown();
    }
    let handle = match provider::choose(visit, &room, name).await? {
        Ok(handle) => handle,
        Err(response) => return Ok(response),
    };
    let client = &room.transaction.client;
    let Some(found) = directory::providers::of_client(&visit.env, visit.pool(), client, name).await? else {
        return unknown();
    };
    let trip = RoundTrip {
        provider: name.to_owned(),
        browser: trip.browser,
        errand: Errand::Unasked(identity.clone()),
        posted: None,
    };
    let returned = Returned { trip, transaction: room.transaction, handle, provider: found };
    conclude(visit, returned, Ok(*identity)).await
}
