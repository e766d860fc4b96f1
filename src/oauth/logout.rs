//! `/logout`, with two contracts: Cognito's (`client_id` with `logout_uri` or `redirect_uri`, at once) and OpenID Connect
//! RP-Initiated Logout 1.0 (`id_token_hint`, `post_logout_redirect_uri`, `state`).
//!
//! Ends the browser's session in this pool, and as much more as the client's setting says (`SignOutReach`). Without a hint that proves the client's part in the sign-in
//! the person is asked first.

use std::sync::Arc;

use actix_web::http::header::LOCATION;
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};
use url::form_urlencoded::Serializer;

use crate::authn::{AuthnError, browser_session};
use crate::directory;
use crate::env::Env;
use crate::model::client::{AppClient, SignOutReach};
use crate::model::ids::ClientId;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::contexts::{ErrorKind, Form, SignOutConfirm, SignedOut};
use crate::tokens::revoke;
use crate::tokens::verify::{self, IdTokenHint};
use crate::web::cookies::{self, CookieKind};
use crate::web::form::{FormParameters, Parameters, ParametersError, QueryParameters};
use crate::web::page::{self, PageContext};
use crate::web::pool_host::RequestedPool;
use crate::web::{WebError, csrf, edge, goes_on_to, headers, see_other};

use super::authorize::nearest_first;
use super::error::OAuthError;
use super::upstream;

/// What the form's token is bound to: there is no transaction behind a sign-out.
const TRANSACTION: &str = "sign-out";

/// What is forwarded to the authorization endpoint after a sign-out with `redirect_uri`.
const FORWARDED: [&str; 10] = [
    "client_id",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "lang",
    "ui_locales",
];

/// Signs out, or asks whether to.
pub async fn get(
    request: HttpRequest,
    requested: RequestedPool,
    query: Result<QueryParameters, ParametersError>,
) -> Result<HttpResponse, WebError> {
    let QueryParameters(parameters) = query?;
    let visit = Visit { request: &request, requested: &requested, parameters: &parameters };
    if let Some(state) = only_state(&parameters)
        && let Some(onwards) = upstream::come_back(&visit.env(), &requested, state).await?
    {
        return Ok(onwards);
    }
    let wish = Wish::read(&visit).await?;
    let current = visit.session().await?;
    if wish.needs_confirmation(current.as_ref()) {
        return Ok(visit.ask(&wish, current.map(|(_, user)| user)));
    }
    visit.sign_out(current.map(|(session, _)| session), wish).await
}

/// The confirmation's form; or a client's own post (RP-Initiated Logout §2), which goes on as a GET, because browsers
/// keep our cookies from a post of another site.
pub async fn post(
    request: HttpRequest,
    requested: RequestedPool,
    query: Result<QueryParameters, ParametersError>,
    form: Result<FormParameters, ParametersError>,
) -> Result<HttpResponse, WebError> {
    let (QueryParameters(query), FormParameters(form)) = (query?, form?);
    if !form.has(csrf::FIELD) && !form.has("signOutSubmitButton") {
        let mut forwarded = Serializer::new(String::new());
        forwarded.extend_pairs(form.iter());
        return Ok(see_other(&format!("{}/logout?{}", requested.base, forwarded.finish())));
    }
    let browser = cookies::read(&request, &requested.pool.id, CookieKind::Flow)
        .ok_or_else(|| WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::CookiesMissing))?;
    let binding = csrf::Binding { pool: &requested.pool.id, browser: &browser, transaction: TRANSACTION };
    csrf::check(&request, &form, &binding)?;
    let visit = Visit { request: &request, requested: &requested, parameters: &query };
    let wish = Wish::read(&visit).await?;
    let current = visit.session().await?;
    visit.sign_out(current.map(|(session, _)| session), wish).await
}

/// Where the browser goes afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Destination {
    /// A page that says it is done.
    Page,
    /// A registered URL, as it is.
    Url(String),
    /// The sign-in page, by way of the authorization endpoint.
    SignIn(String),
}

/// What the request asks for, checked against the client.
struct Wish {
    destination: Destination,
    client: Option<Arc<AppClient>>,
    hint: Option<IdTokenHint>,
    /// RP-Initiated Logout, where a missing hint means a question.
    by_standard: bool,
}

impl Wish {
    async fn read(visit: &Visit<'_>) -> Result<Self, WebError> {
        let parameters = visit.parameters;
        let hint = visit.hint().await?;
        let client = visit.client(hint.as_ref()).await?;
        let sent = |name| parameters.get(name);
        if let Some(uri) = sent("logout_uri") {
            let client = required(client, parameters)?;
            allowed_after_sign_out(&client, uri)?;
            let destination = Destination::Url(uri.to_owned());
            return Ok(Self { destination, client: Some(client), hint, by_standard: false });
        }
        if let Some(uri) = sent("post_logout_redirect_uri") {
            let destination = match &client {
                Some(client) => {
                    allowed_after_sign_out(client, uri)?;
                    Destination::Url(with_state(uri, sent("state")))
                }
                // Nobody vouches for the address.
                None => Destination::Page,
            };
            return Ok(Self { destination, client, hint, by_standard: true });
        }
        if let Some(uri) = sent("redirect_uri") {
            let client = required(client, parameters)?;
            if !client.settings.is_callback_url(uri) {
                let registered = nearest_first(&client.settings.callback_urls, uri);
                let kind = ErrorKind::RedirectMismatch { given: shortened(uri), registered };
                return Err(WebError::refused(StatusCode::BAD_REQUEST, kind));
            }
            let destination = Destination::SignIn(forwarded(parameters));
            return Ok(Self { destination, client: Some(client), hint, by_standard: false });
        }
        Ok(Self { destination: Destination::Page, client, hint, by_standard: true })
    }

    /// A hint proves that the client has signed this person in; without one any page could sign people out.
    fn needs_confirmation(&self, current: Option<&(BrowserSession, User)>) -> bool {
        if !self.by_standard {
            return false;
        }
        match (&self.hint, current) {
            (Some(hint), Some((session, _))) => hint.user_id != session.user_id,
            (Some(_), None) => false,
            (None, Some(_)) => true,
            // Nothing to end; but the browser is not sent away on the word of nobody.
            (None, None) => self.destination != Destination::Page,
        }
    }
}

/// One request to sign out.
struct Visit<'a> {
    request: &'a HttpRequest,
    requested: &'a RequestedPool,
    parameters: &'a Parameters,
}

impl Visit<'_> {
    fn env(&self) -> actix_web::web::Data<Env> {
        edge::env(self.request)
    }

    /// The hint, if it is genuine; what else it may be is no news to anybody.
    async fn hint(&self) -> Result<Option<IdTokenHint>, WebError> {
        let Some(token) = self.parameters.get("id_token_hint") else { return Ok(None) };
        match verify::id_token_hint(&self.env(), &self.requested.pool, token).await {
            Ok(hint) => Ok(Some(hint)),
            Err(error) if error.is_internal() => Err(OAuthError::from(error).into_web()),
            Err(_) => Ok(None),
        }
    }

    async fn client(&self, hint: Option<&IdTokenHint>) -> Result<Option<Arc<AppClient>>, WebError> {
        let named = self.parameters.get("client_id");
        if let (Some(named), Some(hint)) = (named, hint)
            && named != hint.client_id.as_str()
        {
            let detail = "client_id differs from the audience of id_token_hint".to_owned();
            return Err(WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::InvalidRequest { detail }));
        }
        let Some(text) = named.or(hint.map(|hint| hint.client_id.as_str())) else { return Ok(None) };
        let unknown = || unknown_client(text);
        let id = ClientId::parse(text).map_err(|_| unknown())?;
        let found = directory::clients::serving(&self.env(), &self.requested.pool, &id).await?;
        found.map(Some).ok_or_else(unknown)
    }

    async fn session(&self) -> Result<Option<(BrowserSession, User)>, WebError> {
        let pool = &self.requested.pool;
        let Some(cookie) = cookies::read(self.request, &pool.id, CookieKind::Session) else {
            return Ok(None);
        };
        browser_session::find(&self.env(), pool, &cookie).await.map_err(into_web)
    }

    fn ask(&self, wish: &Wish, user: Option<User>) -> HttpResponse {
        let pool = &self.requested.pool;
        let browser = cookies::flow_browser(self.request, &pool.id);
        let binding = csrf::Binding { pool: &pool.id, browser: &browser.value, transaction: TRANSACTION };
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.parameters.iter());
        let action = format!("{}/logout?{}", self.requested.base, query.finish());
        let page = SignOutConfirm {
            form: Form::new(action, csrf::token(&self.env(), &binding)),
            username: user.map(display_name),
            cancel_link: None,
        };
        if let Destination::Url(url) = &wish.destination {
            headers::allow_form_target(self.request, url);
        }
        let mut context = PageContext::new(self.request, self.requested);
        if let Some(client) = &wish.client {
            context.leads_to(client);
        }
        let response = page::render(&context, StatusCode::OK, &page);
        with_cookie(response, browser.cookie(self.request, &pool.id))
    }

    async fn sign_out(
        &self,
        session: Option<BrowserSession>,
        Wish { destination, client, .. }: Wish,
    ) -> Result<HttpResponse, WebError> {
        let pool = &self.requested.pool;
        let reach = client.as_ref().map_or(SignOutReach::Session, |client| client.settings.sign_out);
        if let (SignOutReach::Application, Some(client)) = (reach, &client) {
            if let Some(session) = &session {
                self.revoke(session, Some(&client.id)).await?;
            }
            return Ok(self.go_to(&destination));
        }
        let mut response = None;
        if let Some(session) = session {
            if matches!(reach, SignOutReach::Everywhere | SignOutReach::Provider) {
                self.revoke(&session, None).await?;
            }
            browser_session::end(&self.env(), pool, &session).await.map_err(into_web)?;
            let upstream = upstream::Reach::of(reach);
            let onwards = self.address(&destination);
            response =
                upstream::sign_out(self.request, self.requested, &session, (upstream, &onwards)).await?;
            response = response.map(|response| self.after_a_form(response));
        }
        let response = response.unwrap_or_else(|| self.go_to(&destination));
        Ok(with_cookie(response, Some(cookies::forget(self.request, &pool.id, CookieKind::Session))))
    }

    /// A redirect to the provider, as a page that goes there by itself where a form was sent.
    fn after_a_form(&self, response: HttpResponse) -> HttpResponse {
        let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
        match location {
            Some(location) if self.request.method() == Method::POST => {
                let content = SignedOut { continue_link: Some(location.to_owned()) };
                let context = PageContext::new(self.request, self.requested);
                goes_on_to(page::render(&context, StatusCode::OK, &content), location)
            }
            _ => response,
        }
    }

    /// Ends what applications got from a session.
    async fn revoke(&self, session: &BrowserSession, client: Option<&ClientId>) -> Result<(), WebError> {
        let revoked = revoke::of_session(&self.env(), &self.requested.pool, session, client).await;
        revoked.map_err(|error| OAuthError::from(error).into_web())
    }

    /// Where a provider that has signed the person out leads back to, by way of us.
    fn address(&self, destination: &Destination) -> String {
        match destination {
            Destination::Page => format!("{}/logout", self.requested.base),
            Destination::Url(url) => url.clone(),
            Destination::SignIn(query) => format!("{}/oauth2/authorize?{query}", self.requested.base),
        }
    }

    fn go_to(&self, destination: &Destination) -> HttpResponse {
        match destination {
            Destination::Page => {
                let context = PageContext::new(self.request, self.requested);
                page::render(&context, StatusCode::OK, &SignedOut { continue_link: None })
            }
            Destination::Url(url) => HttpResponse::Found().insert_header((LOCATION, url.as_str())).finish(),
            Destination::SignIn(query) => {
                see_other(&format!("{}/oauth2/authorize?{query}", self.requested.base))
            }
        }
    }
}

/// The state with which a provider sends somebody back whom it has signed out: nothing else comes along.
fn only_state(parameters: &Parameters) -> Option<&str> {
    let others = ["client_id", "logout_uri", "redirect_uri", "post_logout_redirect_uri", "id_token_hint"];
    parameters.get("state").filter(|_| !others.iter().any(|name| parameters.has(name)))
}

fn with_cookie(
    mut response: HttpResponse,
    cookie: Option<actix_web::cookie::Cookie<'static>>,
) -> HttpResponse {
    match cookie.map(|cookie| response.add_cookie(&cookie)) {
        Some(Err(error)) => WebError::Internal(format!("a cookie: {error}")).into_response(),
        _ => response,
    }
}

fn required(client: Option<Arc<AppClient>>, parameters: &Parameters) -> Result<Arc<AppClient>, WebError> {
    client.ok_or_else(|| unknown_client(parameters.text("client_id")))
}

fn unknown_client(text: &str) -> WebError {
    let client_id = text.chars().take(128).collect();
    WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::UnknownClient { client_id })
}

fn allowed_after_sign_out(client: &AppClient, uri: &str) -> Result<(), WebError> {
    if client.settings.is_logout_url(uri) {
        return Ok(());
    }
    let registered = nearest_first(&client.settings.logout_urls, uri);
    let kind = ErrorKind::SignOutMismatch { given: shortened(uri), registered };
    Err(WebError::refused(StatusCode::BAD_REQUEST, kind))
}

fn shortened(uri: &str) -> String {
    uri.chars().take(1024).collect()
}

/// RP-Initiated Logout §3: `state` comes back, and nothing else.
fn with_state(uri: &str, state: Option<&str>) -> String {
    let Some(state) = state else { return uri.to_owned() };
    let joint = if uri.contains('?') { '&' } else { '?' };
    let mut query = Serializer::new(String::new());
    query.append_pair("state", state);
    format!("{uri}{joint}{}", query.finish())
}

/// The query for the authorization endpoint; `code` is the only response type there is.
fn forwarded(parameters: &Parameters) -> String {
    let mut query = Serializer::new(String::new());
    query.extend_pairs(parameters.iter().filter(|(name, _)| FORWARDED.contains(name)));
    if parameters.get("response_type").is_none() {
        query.append_pair("response_type", "code");
    }
    query.finish()
}

fn display_name(user: User) -> String {
    let address = user.attributes.get("email").or_else(|| user.attributes.get("phone_number"));
    if user.username == user.id.as_str()
        && let Some(address) = address
    {
        return address.clone();
    }
    user.username
}

fn into_web(error: AuthnError) -> WebError {
    OAuthError::from(error).into_web()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn state_is_all_that_is_added() {
        assert_eq!(with_state("https://a.example/bye", None), "https://a.example/bye");
        assert_eq!(with_state("https://a.example/bye", Some("a b&c")), "https://a.example/bye?state=a+b%26c");
        assert_eq!(with_state("https://a.example/bye?x=1", Some("s")), "https://a.example/bye?x=1&state=s");
    }

    #[test]
    fn only_known_parameters_are_forwarded_to_the_sign_in() {
        let Ok(parameters) =
            Parameters::parse(b"client_id=a&redirect_uri=https%3A%2F%2Fa&state=s&id_token_hint=x&foo=1")
        else {
            panic!("unreadable")
        };
        assert_eq!(
            forwarded(&parameters),
            "client_id=a&redirect_uri=https%3A%2F%2Fa&state=s&response_type=code"
        );
    }
}
