//! `/provider`: the way to an identity provider.
//!
//! A GET, because the buttons are links: the policy of the pages lets no form end at another site. Nothing is done with
//! a link that another browser could use: the handle in it is sealed and belongs to the flow cookie.

use actix_web::HttpResponse;

use super::arrival;
use super::buttons;
use super::outcome;
use super::place::Place;
use super::provider_failed::{self, Failure};
use super::room::{self, Door, Room};
use super::saml;
use super::visit::Visit;
use crate::authn::{FlowHandle, Step};
use crate::directory;
use crate::federation::round_trip::{self, Errand, RoundTrip};
use crate::federation::{FederationError, oidc};
use crate::model::flow::{Answer, Challenge};
use crate::model::provider::{IdentityProvider, ProviderKind};
use crate::render::contexts::AtProvider;
use crate::web::caller::RequestLanguage;
use crate::web::cookies;
use crate::web::page;
use crate::web::pool_host;
use crate::web::{WebError, see_other};

/// Where OpenID Connect and social providers send the browser back to, below the pool's address.
pub(super) const OIDC_CALLBACK: &str = "/oauth2/idpresponse";

/// Takes the browser to the provider that `name` names; without one, offers to go there again.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let room = match room::enter(&visit, Place::Provider).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    match (visit.query.get("name"), visit.query.get("ticket")) {
        (None, _) => Ok(offer_again(&visit, &room)),
        (Some(name), None) => depart(&visit, &room, name).await,
        (Some(name), Some(ticket)) => arrival::take_up(&visit, *room, name, ticket).await,
    }
}

/// For somebody who came back by the back button.
fn offer_again(visit: &Visit, room: &Room) -> HttpResponse {
    let chosen = match &room.challenge {
        Challenge::External { provider } => room.offered.iter().find(|one| one.name == *provider),
        _ => None,
    };
    let another_way = room.link(visit, Place::Login.path(), &[("restart", "1")]);
    let Some(provider) = chosen else { return see_other(&another_way) };
    let content = AtProvider {
        provider: buttons::button(visit, room, provider),
        another_way: Some(another_way),
        problem: None,
    };
    page::render(&room.context(visit), actix_web::http::StatusCode::OK, &content)
}

/// Moves the flow to the provider; returns the handle under which the answer is awaited.
pub(super) async fn choose(
    visit: &Visit,
    room: &Room,
    name: &str,
) -> Result<Result<FlowHandle, HttpResponse>, WebError> {
    let error = match outcome::judged(visit, room, Answer::AtProvider(name.to_owned())).await {
        Ok(Step::Challenge { handle, challenge: Challenge::External { .. }, .. }) => return Ok(Ok(handle)),
        Ok(step) => return outcome::follow(visit, room, step).await.map(Err),
        Err(error) => error,
    };
    let (problem, reason) = match provider_failed::of_flow(error) {
        Ok(failed) => failed,
        Err(error) => return outcome::depart(visit, room, error).await.map(Err),
    };
    let failure = Failure {
        provider: name,
        kind: None,
        problem,
        reason: &reason,
        transaction: Some(&room.transaction),
        flow: None,
        is_noted: false,
    };
    Ok(Err(provider_failed::show(visit, failure).await))
}

async fn depart(visit: &Visit, room: &Room, name: &str) -> Result<HttpResponse, WebError> {
    let handle = match choose(visit, room, name).await? {
        Ok(handle) => handle,
        Err(response) => return Ok(response),
    };
    let found = directory::providers::of_client(&visit.env, visit.pool(), &room.transaction.client, name);
    let Some(provider) = found.await? else {
        return Err(WebError::Internal("a provider went while it was chosen".into()));
    };
    let launched = match provider.kind {
        ProviderKind::Saml => saml::launch(visit, room, &provider, &handle).await,
        _ => launch(visit, room, &provider, &handle).await,
    };
    let error = match launched {
        Ok(response) => return Ok(response),
        Err(Launch::Web(error)) => return Err(error),
        Err(Launch::Protocol(error)) => error,
    };
    let reason = error.to_string();
    let failure = Failure {
        provider: &provider.name,
        kind: Some(provider.kind),
        problem: provider_failed::of_federation(&error),
        reason: &reason,
        transaction: Some(&room.transaction),
        flow: Some(&handle),
        is_noted: false,
    };
    Ok(provider_failed::show(visit, failure).await)
}

/// Why nobody was sent to a provider.
pub(super) enum Launch {
    /// The provider is at fault.
    Protocol(FederationError),
    /// We are.
    Web(WebError),
}

impl From<FederationError> for Launch {
    fn from(error: FederationError) -> Self {
        match error {
            FederationError::Store(error) => Self::Web(error.into()),
            error => Self::Protocol(error),
        }
    }
}

impl<E: Into<WebError>> From<E> for Launch {
    fn from(error: E) -> Self {
        Self::Web(error.into())
    }
}

async fn launch(
    visit: &Visit,
    room: &Room,
    provider: &IdentityProvider,
    handle: &FlowHandle,
) -> Result<HttpResponse, Launch> {
    let state = visit.env.random.token();
    let ask = oidc::Ask { state: state.clone(), ..ask(room, provider, &room.language(visit)) };
    let departure = oidc::begin(&visit.env, provider, &callback(visit)?, ask).await?;
    let trip = RoundTrip {
        provider: provider.name.clone(),
        browser: cookies::fingerprint(&room.transaction.browser),
        errand: Errand::Oidc { flow: handle.as_str().to_owned(), kept: departure.round_trip },
        posted: None,
    };
    let life = visit.pool().settings.provider_round_trip_ms();
    round_trip::open(&visit.env, &visit.pool().id, &state, &trip, life).await?;
    Ok(see_other(departure.url.as_str()))
}

/// What the application asked of us is asked of the provider, as far as it knows how.
fn ask(room: &Room, provider: &IdentityProvider, language: &RequestLanguage) -> oidc::Ask {
    let wished = &room.transaction.authorization.parameters;
    let wants = |word: &str| wished.prompt.iter().any(|prompt| prompt == word);
    let prompt = match provider.kind {
        // Google cannot be told to ask for the password again, only for the account.
        ProviderKind::Google if wants("login") || wants("select_account") => Some("select_account"),
        _ if wants("login") => Some("login"),
        _ if wants("select_account") => Some("select_account"),
        _ => None,
    };
    let levels: Vec<&str> =
        wished.demand.levels.iter().filter_map(|level| provider.acr_value(*level)).collect();
    oidc::Ask {
        state: String::new(),
        // Nothing that was typed here: people type passwords into the name field, and this becomes an address.
        login_hint: wished.login_hint.clone(),
        prompt: prompt.map(str::to_owned),
        max_age: wished.max_age,
        ui_locales: locales(room, language),
        acr_values: (!levels.is_empty()).then(|| levels.join(" ")),
    }
}

/// The language of our page where somebody asked for it, then what the application asked for. A browser's own preference
/// reaches the provider in the browser's own words.
fn locales(room: &Room, language: &RequestLanguage) -> Option<String> {
    let is_tag = |tag: &str| {
        tag.len() <= 35 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    let asked = room.transaction.authorization.parameters.ui_locales.iter().map(String::as_str);
    let chosen = Some(language.tag.as_str()).filter(|_| language.is_wished);
    let mut locales: Vec<&str> = Vec::new();
    for tag in chosen.into_iter().chain(asked).filter(|tag| is_tag(tag)) {
        if !locales.contains(&tag) {
            locales.push(tag);
        }
    }
    (!locales.is_empty()).then(|| locales.join(" "))
}

/// The address that the provider sends the browser back to: on the host where the browser has its cookies.
pub(super) fn callback(visit: &Visit) -> Result<url::Url, WebError> {
    let text = format!("{}{}{OIDC_CALLBACK}", pool_host::origin(&visit.request), visit.requested.base);
    url::Url::parse(&text).map_err(|error| WebError::Internal(format!("our own address: {error}")))
}
