//! `/passkeys/add`, as with Cognito: a new passkey, and then on to the application whose authorization request the address
//! carries. Without one it is the account's own page.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::account;
use super::super::login;
use super::super::visit::Visit;
use crate::directory;
use crate::model::ids::ClientId;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::Message;
use crate::render::contexts::{AddPasskey, ErrorKind, Form};
use crate::web::cookies::{self, CookieKind, FlowBrowser};
use crate::web::csrf::{self, Binding};
use crate::web::form::{FormParameters, Parameters};
use crate::web::page::{self, PageContext};
use crate::web::{WebError, headers, see_other};

/// The path.
pub(in crate::pages) const ADD: &str = "/passkeys/add";

/// The button, for whoever is signed in and has just shown it.
pub(in crate::pages) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    check_on(&visit)?;
    if !visit.query.has("client_id") {
        return Ok(see_other(&visit.link(account::PASSKEYS_ADD, &[])));
    }
    check_request(&visit).await?;
    let Some(known) = login::session(&visit).await? else { return Ok(sign_in(&visit)) };
    match account::prove_for(&visit, &known, back(&visit)).await? {
        Some(response) => Ok(response),
        None => show(&visit, &known, (StatusCode::OK, None)).await,
    }
}

/// Stores what the browser has made.
pub(in crate::pages) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    check_on(&visit)?;
    check_request(&visit).await?;
    let Some((known, browser)) = poster(&visit, &form.0).await? else { return Ok(sign_in(&visit)) };
    if let Some(response) = account::prove_for(&visit, &known, back(&visit)).await? {
        return Ok(response);
    }
    let fingerprint = cookies::fingerprint(&browser);
    match super::add(&visit, (&known.0, &known.1), &fingerprint, &form.0).await? {
        Ok(()) => Ok(see_other(&onward(&visit))),
        Err((status, problem)) => show(&visit, &known, (status, Some(problem))).await,
    }
}

fn check_on(visit: &Visit) -> Result<(), WebError> {
    match visit.pool().settings.has_passkeys() {
        true => Ok(()),
        false => Err(WebError::not_found(ErrorKind::NotFound)),
    }
}

/// Client and redirect URI are looked at before anything is shown: nobody is led on from here to an address that the client
/// has not registered, letter by letter.
async fn check_request(visit: &Visit) -> Result<(), WebError> {
    let text = visit.query.text("client_id");
    let unknown = || {
        let client_id = text.chars().take(128).collect();
        WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::UnknownClient { client_id })
    };
    let id = ClientId::parse(text).map_err(|_| unknown())?;
    let client = directory::clients::serving(&visit.env, visit.pool(), &id).await?.ok_or_else(unknown)?;
    let settings = &client.settings;
    let sent = visit.query.text("redirect_uri");
    let target = match (visit.query.has("redirect_uri"), &settings.default_redirect_uri) {
        (true, _) => settings.is_callback_url(sent).then_some(sent),
        (false, Some(default)) => Some(default.as_str()),
        (false, None) => match settings.callback_urls.as_slice() {
            [only] => Some(only.as_str()),
            _ => None,
        },
    };
    let Some(target) = target else {
        let given = sent.chars().take(1024).collect();
        let registered = settings.callback_urls.clone();
        return Err(WebError::refused(
            StatusCode::BAD_REQUEST,
            ErrorKind::RedirectMismatch { given, registered },
        ));
    };
    headers::allow_form_target(&visit.request, target);
    Ok(())
}

/// The application, with or without a passkey.
fn onward(visit: &Visit) -> String {
    visit.link("/oauth2/authorize", &request(visit))
}

/// Sign-in first; the person comes back here.
fn sign_in(visit: &Visit) -> HttpResponse {
    let mut query = request(visit);
    query.push(("screen", "addPasskey"));
    see_other(&visit.link("/oauth2/authorize", &query))
}

/// This very page.
fn back(visit: &Visit) -> String {
    visit.link(ADD, &visit.query.iter().collect::<Vec<_>>())
}

/// The authorization request that the address carries.
fn request(visit: &Visit) -> Vec<(&str, &str)> {
    let mut query: Vec<(&str, &str)> = visit.query.iter().filter(|(name, _)| *name != "screen").collect();
    if !visit.query.has("response_type") {
        query.push(("response_type", "code"));
    }
    query
}

async fn show(
    visit: &Visit,
    (session, user): &(BrowserSession, User),
    (status, problem): (StatusCode, Option<Message>),
) -> Result<HttpResponse, WebError> {
    let browser = cookies::flow_browser(&visit.request, &visit.pool().id);
    let form = own_form(visit, session, &browser);
    let prompt = super::prompt(visit, (session, user), &browser.fingerprint(), form).await?;
    let content = AddPasskey::new(prompt, problem, onward(visit));
    let mut context = PageContext::new(&visit.request, &visit.requested);
    context.language = Some(visit.language_of(user));
    let mut response = page::render(&context, status, &content);
    // For the form's sake.
    if let Some(cookie) = browser.cookie(&visit.request, &visit.pool().id) {
        response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(response)
}

/// The person of this browser's session, for a form that they have posted, and the browser's cookie.
async fn poster(
    visit: &Visit,
    form: &Parameters,
) -> Result<Option<((BrowserSession, User), String)>, WebError> {
    csrf::check_site(&visit.request)?;
    let Some((session, user)) = login::session(visit).await? else { return Ok(None) };
    let browser = cookies::read(&visit.request, &visit.pool().id, CookieKind::Flow)
        .ok_or_else(|| WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::CookiesMissing))?;
    let transaction = transaction(&session);
    let binding = Binding { pool: &visit.pool().id, browser: &browser, transaction: &transaction };
    csrf::check(&visit.request, form, &binding).map_err(|error| error.with_retry(back(visit)))?;
    Ok(Some(((session, user), browser)))
}

/// A form that posts back to this very page.
fn own_form(visit: &Visit, session: &BrowserSession, browser: &FlowBrowser) -> Form {
    let transaction = transaction(session);
    let binding = Binding { pool: &visit.pool().id, browser: &browser.value, transaction: &transaction };
    Form::new(back(visit), csrf::token(&visit.env, &binding))
}

/// What a form's token is bound to besides pool and browser: somebody else may have signed in to it since.
fn transaction(session: &BrowserSession) -> String {
    format!("passkeys add {}", session.id)
}
