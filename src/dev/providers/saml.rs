//! The SAML stand-in: sign-in by redirect and POST, single logout both ways, its metadata, and a page on which one ends
//! one's session there (SAML profiles §4.1 and §4.4).

use std::sync::{Mutex, PoisonError};

use actix_web::cookie::{Cookie, SameSite};
use actix_web::web::{ServiceConfig, post, resource};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::keys::{self, Keys};
use super::people::{self, Person};
use super::saml_message::{self as message, AuthnAsked, Issuer, LogoutAsked};
use super::{PATH, StandIn, grant, places, post as form, show};
use crate::directory::DirectoryError;
use crate::env::Env;
use crate::federation::FederationError;
use crate::federation::saml::binding::{self, Direction, Query};
use crate::federation::saml::{message_id, xml};
use crate::model::ids::PoolId;
use crate::render::contexts::{Form, ProviderNoteKind};
use crate::web::edge::{self, RequestFacts};
use crate::web::form::FormParameters;
use crate::web::{WebError, csrf, get_or_head, see_other};

const COOKIE: &str = "vestibule_stand_in";
/// So many service providers are remembered.
const KEPT: usize = 100;

pub(super) fn routes(routes: &mut ServiceConfig) {
    let at = |place: &str| resource(format!("{PATH}/saml{place}"));
    routes
        .service(at("").route(get_or_head().to(get)))
        .service(at("/metadata").route(get_or_head().to(get_metadata)))
        .service(at("/sso").route(get_or_head().to(get_sign_on)).route(post().to(post_sign_on)))
        .service(at("/answer").route(post().to(post_answer)))
        .service(at("/slo").route(get_or_head().to(get_logout)).route(post().to(post_logout)))
        .service(at("/end").route(post().to(post_end)));
}

/// A session of a browser here, in its cookie.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Session {
    person: String,
    /// The service provider that the person was signed in to, and where it takes responses.
    service_provider: String,
    consumer: String,
    index: String,
}

/// Where the service providers that have asked take responses, by their names: a sign-out request does not say it.
static SERVICE_PROVIDERS: Mutex<Vec<(String, String)>> = Mutex::new(Vec::new());

fn remember(asked: &AuthnAsked) {
    let mut known = SERVICE_PROVIDERS.lock().unwrap_or_else(PoisonError::into_inner);
    known.retain(|(name, _)| *name != asked.issuer);
    if known.len() == KEPT {
        known.remove(0);
    }
    known.push((asked.issuer.clone(), asked.consumer.clone()));
}

fn stand_in() -> StandIn {
    StandIn::at("saml").expect("the table has one")
}

/// A message of our own that could not be made.
fn internal(error: FederationError) -> WebError {
    WebError::Internal(error.to_string())
}

/// Who this is, with what it signs.
struct Itself {
    entity_id: String,
    keys: std::sync::Arc<Keys>,
    now: i64,
}

impl Itself {
    async fn of(env: &Env) -> Result<Self, DirectoryError> {
        let entity_id = stand_in().address(&env.settings, "/metadata");
        Ok(Self { entity_id, keys: keys::find(env).await?, now: env.now() + stand_in().clock_off })
    }

    fn issuer(&self) -> Issuer<'_> {
        Issuer { entity_id: &self.entity_id, credential: &self.keys.saml, now: self.now }
    }

    /// Sends a logout message on its way by a signed redirect.
    fn redirect(
        &self,
        (location, direction): (&str, Direction),
        message: &str,
        relay_state: Option<&str>,
    ) -> Result<HttpResponse, WebError> {
        let key = Some(self.keys.saml.signing_key());
        let address = binding::redirect(location, direction, message, relay_state, key);
        Ok(see_other(&address.map_err(internal)?))
    }
}

async fn get_metadata(request: HttpRequest) -> Result<HttpResponse, WebError> {
    let env = edge::env(&request);
    let at = |place: &str| stand_in().address(&env.settings, place);
    let document = Itself::of(&env).await?.issuer().metadata(&at("/sso"), &at("/slo"));
    Ok(HttpResponse::Ok().content_type("application/samlmetadata+xml").body(document))
}

async fn get_sign_on(request: HttpRequest) -> Result<HttpResponse, WebError> {
    let asked = Query::read(request.query_string())
        .and_then(|query| message::read_authn_request(&request_of(&query)?, query.relay_state()?));
    choose(&request, asked)
}

async fn post_sign_on(request: HttpRequest, form: FormParameters) -> Result<HttpResponse, WebError> {
    let relay_state = form.0.get("RelayState").map(ToOwned::to_owned);
    let asked = xml::base64(form.0.text("SAMLRequest"))
        .and_then(|bytes| message::read_authn_request(&bytes, relay_state));
    choose(&request, asked)
}

fn request_of(query: &Query<'_>) -> Result<Vec<u8>, FederationError> {
    match query.direction() {
        Direction::Request => query.message(),
        Direction::Response => Err(FederationError::Untrusted("that is an answer".to_owned())),
    }
}

/// Shows the people, to whoever a pool of this server has sent.
fn choose(
    request: &HttpRequest,
    asked: Result<AuthnAsked, FederationError>,
) -> Result<HttpResponse, WebError> {
    let (env, stand_in) = (edge::env(request), stand_in());
    let asked = match asked {
        Ok(asked) => asked,
        Err(error) => return show::bad_request(request, &stand_in, &format!("SAMLRequest: {error}")),
    };
    let carries = asked.relay_state.as_ref().is_none_or(|state| state.len() <= binding::RELAY_STATE_RECEIVED);
    if !carries || !places::is_ours(&env.settings, &asked.consumer, places::CONSUMER) {
        return show::bad_request(request, &stand_in, "AssertionConsumerServiceURL: not registered here");
    }
    remember(&asked);
    show::chooser(request, &stand_in, (grant::seal_request(&env, &stand_in, &asked), &asked.consumer))
}

/// Somebody was chosen, or nobody: the answer is a form that posts itself (SAML bindings §3.5).
async fn post_answer(request: HttpRequest, form: FormParameters) -> Result<HttpResponse, WebError> {
    csrf::check_site(&request)?;
    let (env, stand_in) = (edge::env(&request), stand_in());
    let Some(asked) = grant::open_request::<AuthnAsked>(&env, &stand_in, form.0.text("request")) else {
        return show::bad_request(&request, &stand_in, "request: this page was open for too long");
    };
    let own = Itself::of(&env).await?;
    let [response_id, assertion_id, index] = [(); 3].map(|()| message_id(env.random.as_ref()));
    let person = people::find(form.0.text("person"));
    let message = match &person {
        Some(person) => own.issuer().response(&asked, person, [&response_id, &assertion_id, &index]),
        None => own.issuer().refusal(&asked, &response_id),
    };
    let message = message.map_err(internal)?;
    let fields =
        binding::post(&asked.consumer, Direction::Response, &message, asked.relay_state.as_deref()).fields;
    let mut response = form::itself(&request, &asked.consumer, &fields);
    if let Some(person) = person {
        let session = Session {
            person: person.id.to_owned(),
            service_provider: asked.issuer,
            consumer: asked.consumer,
            index,
        };
        let cookie = cookie(&request, grant::seal_session(&env, &stand_in, &session));
        response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(response)
}

/// A pool ends somebody's session here, or answers that it has ended its own.
async fn get_logout(request: HttpRequest) -> Result<HttpResponse, WebError> {
    let read = || {
        let query = Query::read(request.query_string())?;
        Ok((query.direction(), query.message()?, query.relay_state()?))
    };
    logout(&request, read()).await
}

async fn post_logout(request: HttpRequest, form: FormParameters) -> Result<HttpResponse, WebError> {
    let relay_state = form.0.get("RelayState").map(ToOwned::to_owned);
    let (direction, field) = match form.0.get("SAMLResponse") {
        Some(field) => (Direction::Response, field),
        None => (Direction::Request, form.0.text("SAMLRequest")),
    };
    logout(&request, xml::base64(field).map(|bytes| (direction, bytes, relay_state))).await
}

async fn logout(
    request: &HttpRequest,
    received: Result<(Direction, Vec<u8>, Option<String>), FederationError>,
) -> Result<HttpResponse, WebError> {
    let stand_in = stand_in();
    let unread = |error: FederationError| {
        show::bad_request(request, &stand_in, &format!("the logout message: {error}"))
    };
    let (direction, bytes, relay_state) = match received {
        Ok(received) => received,
        Err(error) => return unread(error),
    };
    if direction == Direction::Response {
        return match message::read_logout_response(&bytes) {
            Ok(true) => show::note(request, &stand_in, ProviderNoteKind::SignedOutEverywhere),
            Ok(false) => show::note(request, &stand_in, ProviderNoteKind::NotEverywhere),
            Err(error) => unread(error),
        };
    }
    match message::read_logout_request(&bytes) {
        Ok(asked) => answer_logout(request, &asked, relay_state.as_deref()).await,
        Err(error) => unread(error),
    }
}

async fn answer_logout(
    request: &HttpRequest,
    asked: &LogoutAsked,
    relay_state: Option<&str>,
) -> Result<HttpResponse, WebError> {
    let env = edge::env(request);
    let Some(location) = logout_address(&env, request, &asked.issuer) else {
        return show::bad_request(request, &stand_in(), "Issuer: nobody of that name has signed in here");
    };
    let own = Itself::of(&env).await?;
    let id = message_id(env.random.as_ref());
    let answer = own.issuer().logout_response((&id, &location), asked).map_err(internal)?;
    let response = own.redirect((&location, Direction::Response), &answer, relay_state)?;
    Ok(without_session(request, response))
}

/// Where a service provider takes logout messages: it has asked before, signed this browser in, or says with its name
/// which pool it is.
fn logout_address(env: &Env, request: &HttpRequest, service_provider: &str) -> Option<String> {
    let known = SERVICE_PROVIDERS.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.iter().find(|(name, _)| name == service_provider).map(|(_, place)| place.clone());
    let of_session = || session(request).filter(|session| session.service_provider == service_provider);
    let of_pool = || {
        let id = service_provider.strip_prefix("urn:amazon:cognito:sp:")?;
        let id = PoolId::parse(id).ok()?;
        Some(format!("{}{}", env.settings.pool_url(&id), places::CONSUMER))
    };
    places::logout_of(&known.or_else(|| of_session().map(|session| session.consumer)).or_else(of_pool)?)
}

/// Who is signed in here, and the button that ends it.
async fn get(request: HttpRequest) -> Result<HttpResponse, WebError> {
    let person = session(&request).and_then(|session| people::find(&session.person));
    let kind = match person {
        Some(Person { name, .. }) => ProviderNoteKind::Session {
            display_name: name.to_owned(),
            form: Form::new(stand_in().local("/end"), ""),
        },
        None => ProviderNoteKind::NoSession,
    };
    show::note(&request, &stand_in(), kind)
}

/// Ends the session here and asks the pool to end its own (SAML profiles §4.4.3.1).
async fn post_end(request: HttpRequest) -> Result<HttpResponse, WebError> {
    csrf::check_site(&request)?;
    let env = edge::env(&request);
    let session = session(&request);
    let person = session.as_ref().and_then(|session| people::find(&session.person));
    let location = session.as_ref().and_then(|session| places::logout_of(&session.consumer));
    let (Some(session), Some(person), Some(location)) = (session, person, location) else {
        return show::note(&request, &stand_in(), ProviderNoteKind::NoSession);
    };
    let own = Itself::of(&env).await?;
    let id = message_id(env.random.as_ref());
    let whose = (&person, session.service_provider.as_str(), session.index.as_str());
    let asked = own.issuer().logout_request((&id, &location), whose).map_err(internal)?;
    let response = own.redirect((&location, Direction::Request), &asked, None)?;
    Ok(without_session(&request, response))
}

fn session(request: &HttpRequest) -> Option<Session> {
    grant::open_session(&edge::env(request), &stand_in(), request.cookie(COOKIE)?.value())
}

fn cookie(request: &HttpRequest, value: String) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path(stand_in().local(""))
        .http_only(true)
        .secure(RequestFacts::of(request).https)
        .same_site(SameSite::Lax)
        .finish()
}

fn without_session(request: &HttpRequest, mut response: HttpResponse) -> HttpResponse {
    let mut gone = cookie(request, String::new());
    gone.make_removal();
    // Only a cookie that is no header fails, and this one is.
    let _ = response.add_cookie(&gone);
    response
}
