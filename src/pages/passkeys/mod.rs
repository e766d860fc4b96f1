//! Making a passkey, for the account pages and for the page that applications link to ([`add`]).
//!
//! There is no flow here: who asks is the session, and forms are bound to browser and session.

pub(super) mod add;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;

use super::login;
use super::passkey::works_here;
use super::visit::Visit;
use crate::directory::passkeys::challenge::{Ceremony, Kind};
use crate::directory::passkeys::{self, Given, PasskeyError};
use crate::model::passkey::MOST_PASSKEYS;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::contexts::{ErrorKind, Form, PasskeyCeremony, PasskeyPrompt, Problem};
use crate::render::{Message, TextKey};
use crate::web::form::Parameters;
use crate::web::{WebError, pool_host};

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

/// What the script asks the browser for, with the form that brings it back; or why nothing can be asked for.
pub(super) async fn prompt(
    visit: &Visit,
    (session, user): (&BrowserSession, &User),
    browser: &str,
    form: Form,
) -> Result<Result<PasskeyPrompt, Message>, WebError> {
    let (env, pool) = (&visit.env, visit.pool());
    if passkeys::list(env, &user.id).await?.len() >= MOST_PASSKEYS {
        return Ok(Err(full()));
    }
    if !works_here(visit) {
        return Ok(Err(Problem::MethodUnavailable.into()));
    }
    let username = login::shown_name(visit, user);
    let name = user.attributes.get("name").filter(|name| !name.is_empty()).unwrap_or(&username);
    let person = (&user.id, username.as_str(), name.as_str());
    let options = passkeys::creation_options(env, pool, ceremony(session, browser), person).await?;
    let options = options.to_string();
    Ok(Ok(PasskeyPrompt { form, ceremony: PasskeyCeremony::Create, options, autofill: false }))
}

/// Stores what the browser has made and the form brings; or the status and the words of a refusal.
pub(super) async fn add(
    visit: &Visit,
    (session, user): (&BrowserSession, &User),
    browser: &str,
    form: &Parameters,
) -> Result<Result<(), (StatusCode, Message)>, WebError> {
    let origin = pool_host::origin(&visit.request);
    let given = Given { json: form.text("credential"), origin: &origin };
    let answer = (ceremony(session, browser), given);
    match passkeys::add(&visit.env, &visit.caller, visit.pool(), user, answer).await {
        Ok(_) => Ok(Ok(())),
        Err(error) => problem(error).map(Err),
    }
}

fn ceremony<'a>(session: &'a BrowserSession, browser: &'a str) -> Ceremony<'a> {
    Ceremony { kind: Kind::Add, browser, transaction: session.id.as_str() }
}

fn full() -> Message {
    let most = i64::try_from(MOST_PASSKEYS).unwrap_or(i64::MAX);
    Message::new(TextKey("passkey-add-full")).with("most", most)
}

fn problem(error: PasskeyError) -> Result<(StatusCode, Message), WebError> {
    let words: Message = match error {
        PasskeyError::Exists => {
            return Ok((StatusCode::CONFLICT, Message::new(TextKey("passkey-add-there"))));
        }
        PasskeyError::Full => return Ok((StatusCode::CONFLICT, full())),
        PasskeyError::Expired | PasskeyError::Replayed => Problem::PasskeyExpired.into(),
        PasskeyError::Directory(error) => return Err(error.into()),
        PasskeyError::Unknown | PasskeyError::Wrong(_) | PasskeyError::CounterBack | PasskeyError::Off => {
            Problem::PasskeyRefused.into()
        }
    };
    Ok((StatusCode::BAD_REQUEST, words))
}
