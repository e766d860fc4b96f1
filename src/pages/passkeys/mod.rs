//! The passkeys of whoever is signed in: their list, and a page that adds one.
//!
//! There is no flow here: who asks is the session, and forms are bound to browser and session. What may go is decided by
//! `directory::passkeys`. Opened with the parameters of an authorization request, the page that adds one goes on to the
//! application afterwards.

pub(super) mod add;
pub(super) mod list;

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;
use time::OffsetDateTime;

use super::login;
use super::visit::Visit;
use crate::directory::passkeys;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::contexts::{ErrorKind, Form};
use crate::web::WebError;
use crate::web::cookies::{self, CookieKind, FlowBrowser};
use crate::web::csrf::{self, Binding};
use crate::web::form::Parameters;

/// The list's path.
pub(super) const LIST: &str = "/account/passkeys";
/// The path of the page that adds one, as with Cognito.
pub(super) const ADD: &str = "/passkeys/add";

/// How old a sign-in may be for whoever changes the ways into their account.
const FRESH: Duration = Duration::from_secs(10 * 60);

/// `/.well-known/webauthn`: the origins at which passkeys for this host may be asked for (Web Authentication §5.11.2). A host
/// that passkeys are not for has no such file.
pub(super) async fn related_origins(visit: Visit) -> Result<HttpResponse, WebError> {
    let (env, pool) = (&visit.env, visit.pool());
    let host =
        crate::web::proxy::host_of(&crate::web::edge::RequestFacts::of(&visit.request).authority).to_owned();
    let is_for_this = pool.settings.has_passkeys()
        && visit.requested.base.is_empty()
        && passkeys::rp_id(env, pool).await? == host;
    if !is_for_this {
        return Err(WebError::not_found(ErrorKind::NotFound));
    }
    let origins = passkeys::related_origins(env, pool).await?;
    let body = serde_json::json!({ "origins": origins }).to_string();
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/json")).body(body))
}

/// The person of this browser's session, for a form that they have posted.
async fn poster(
    visit: &Visit,
    form: &Parameters,
    purpose: &str,
) -> Result<Option<(BrowserSession, User, String)>, WebError> {
    csrf::check_site(&visit.request)?;
    let Some((session, user)) = login::session(visit).await? else { return Ok(None) };
    let browser = cookies::read(&visit.request, &visit.pool().id, CookieKind::Flow)
        .ok_or_else(|| WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::CookiesMissing))?;
    let transaction = transaction(&session, purpose);
    let binding = Binding { pool: &visit.pool().id, browser: &browser, transaction: &transaction };
    let back = visit.link(if purpose == "add" { ADD } else { LIST }, &application(visit));
    csrf::check(&visit.request, form, &binding).map_err(|error| error.with_retry(back))?;
    Ok(Some((session, user, browser)))
}

/// A form that posts back to this very page.
fn own_form(visit: &Visit, path: &str, session: &BrowserSession, browser: &FlowBrowser) -> Form {
    let transaction = transaction(session, if path == ADD { "add" } else { "list" });
    let binding = Binding { pool: &visit.pool().id, browser: &browser.value, transaction: &transaction };
    Form::new(visit.link(path, &application(visit)), csrf::token(&visit.env, &binding))
}

/// What a form's token is bound to besides pool and browser: somebody else may have signed in to it since.
fn transaction(session: &BrowserSession, purpose: &str) -> String {
    format!("passkeys {purpose} {}", session.id)
}

/// Whoever finds a browser unlocked must not take its owner's ways in, nor make one for themselves.
fn is_fresh(visit: &Visit, session: &BrowserSession) -> bool {
    let age_ms = visit.env.now() - session.authenticated_at;
    u128::try_from(age_ms).unwrap_or(0) <= FRESH.as_millis()
}

fn full_name(user: &User) -> Option<String> {
    user.attributes.get("name").filter(|name| !name.is_empty()).cloned()
}

/// To the sign-in of the application that the address names.
fn login_link(visit: &Visit, again: bool) -> Option<String> {
    let mut query = application(visit);
    if query.is_empty() {
        return None;
    }
    if again {
        query.retain(|(name, _)| *name != "prompt");
        query.push(("prompt", "login"));
    }
    Some(visit.link("/login", &query))
}

/// The parameters of an application, where the page was opened with some.
fn application(visit: &Visit) -> Vec<(&str, &str)> {
    if visit.query.get("client_id").is_none() {
        return Vec::new();
    }
    visit.query.iter().filter(|(name, _)| *name != "notice").collect()
}

/// A day in UTC, as ISO 8601 writes it.
fn day(at_ms: i64) -> String {
    let at =
        OffsetDateTime::from_unix_timestamp(at_ms.div_euclid(1000)).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    at.date().to_string()
}

/// Keeps the browser's cookie for the form's sake.
fn with_cookie(
    visit: &Visit,
    browser: &FlowBrowser,
    mut response: HttpResponse,
) -> Result<HttpResponse, WebError> {
    if let Some(cookie) = browser.cookie(&visit.request, &visit.pool().id) {
        response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(response)
}
