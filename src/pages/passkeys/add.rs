//! `/passkeys/add`: a new passkey, and then on to the application that the address names.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::login;
use super::super::passkey::works_here;
use super::super::visit::Visit;
use super::{ADD, LIST, application, full_name, is_fresh, list, login_link, own_form, poster, with_cookie};
use crate::directory;
use crate::directory::passkeys::challenge::{Ceremony, Kind};
use crate::directory::passkeys::{self, Given, PasskeyError};
use crate::model::ids::ClientId;
use crate::model::passkey::MOST_PASSKEYS;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::contexts::{AddPasskey, ErrorKind, PasskeyCeremony, PasskeyPrompt, Problem};
use crate::render::{Message, TextKey};
use crate::web::cookies;
use crate::web::form::FormParameters;
use crate::web::page::{self, PageContext};
use crate::web::{WebError, headers, pool_host, see_other};

/// The button, for whoever is signed in.
pub(in crate::pages) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let onward = Onward::of(&visit).await?;
    match login::session(&visit).await? {
        Some(known) => show(&visit, &onward, &known, (StatusCode::OK, None)).await,
        None => Ok(onward.sign_in(&visit)),
    }
}

/// Stores what the browser has made.
pub(in crate::pages) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let onward = Onward::of(&visit).await?;
    let Some((session, user, browser)) = poster(&visit, &form.0, "add").await? else {
        return Ok(onward.sign_in(&visit));
    };
    let known = (session, user);
    if !is_fresh(&visit, &known.0) {
        return show(&visit, &onward, &known, (StatusCode::FORBIDDEN, None)).await;
    }
    let fingerprint = cookies::fingerprint(&browser);
    let ceremony = ceremony(&known.0, &fingerprint);
    let origin = pool_host::origin(&visit.request);
    let given = Given { json: form.0.text("credential"), origin: &origin };
    match passkeys::add(&visit.env, &visit.caller, visit.pool(), &known.1, (ceremony, given)).await {
        Ok(_) => Ok(see_other(&onward.after(&visit))),
        Err(error) => {
            let (status, problem) = problem(error)?;
            show(&visit, &onward, &known, (status, Some(problem))).await
        }
    }
}

/// Where the person goes afterwards.
enum Onward {
    /// To the list of passkeys.
    List,
    /// On to an application, whose redirect URI is registered.
    Application,
}

impl Onward {
    /// Client and redirect URI are looked at before anything is shown: nobody is led on from here to an address that the
    /// client has not registered, letter by letter.
    async fn of(visit: &Visit) -> Result<Self, WebError> {
        if !visit.pool().settings.has_passkeys() {
            return Err(WebError::not_found(ErrorKind::NotFound));
        }
        if !visit.query.has("client_id") {
            return Ok(Self::List);
        }
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
        Ok(Self::Application)
    }

    /// The address after the passkey was made.
    fn after(&self, visit: &Visit) -> String {
        match self {
            Self::List => list::address(visit, Some("added")),
            Self::Application => visit.link("/oauth2/authorize", &request(visit)),
        }
    }

    /// The address without a passkey.
    fn later(&self, visit: &Visit) -> String {
        match self {
            Self::List => visit.link(LIST, &[]),
            Self::Application => visit.link("/oauth2/authorize", &request(visit)),
        }
    }

    /// Sign-in first; with an application the person comes back here.
    fn sign_in(&self, visit: &Visit) -> HttpResponse {
        match self {
            Self::List => see_other(&visit.link(LIST, &[])),
            Self::Application => {
                let mut query = request(visit);
                query.push(("screen", "addPasskey"));
                see_other(&visit.link("/oauth2/authorize", &query))
            }
        }
    }
}

/// The authorization request that the address carries.
fn request(visit: &Visit) -> Vec<(&str, &str)> {
    let mut query = application(visit);
    query.retain(|(name, _)| *name != "screen");
    if !visit.query.has("response_type") {
        query.push(("response_type", "code"));
    }
    query
}

fn ceremony<'a>(session: &'a BrowserSession, browser: &'a str) -> Ceremony<'a> {
    Ceremony { kind: Kind::Add, browser, transaction: session.id.as_str() }
}

async fn show(
    visit: &Visit,
    onward: &Onward,
    (session, user): &(BrowserSession, User),
    (status, problem): (StatusCode, Option<Message>),
) -> Result<HttpResponse, WebError> {
    let (env, pool) = (&visit.env, visit.pool());
    let browser = cookies::flow_browser(&visit.request, &pool.id);
    let is_stale = !is_fresh(visit, session);
    let is_full = passkeys::list(env, &user.id).await?.len() >= MOST_PASSKEYS;
    let username = login::shown_name(visit, user);
    let name = full_name(user);
    let passkey = match is_stale || is_full || !works_here(visit) {
        true => None,
        false => {
            let fingerprint = browser.fingerprint();
            let person = (&user.id, username.as_str(), name.as_deref().unwrap_or(&username));
            let options =
                passkeys::creation_options(env, pool, ceremony(session, &fingerprint), person).await?;
            Some(PasskeyPrompt {
                form: own_form(visit, ADD, session, &browser),
                ceremony: PasskeyCeremony::Create,
                options: options.to_string(),
                autofill: false,
            })
        }
    };
    let error = problem
        .or_else(|| is_full.then(full))
        .or_else(|| (!is_stale && !works_here(visit)).then(|| Problem::MethodUnavailable.into()));
    let content = AddPasskey {
        username,
        full_name: name,
        passkey,
        is_stale,
        login_link: again(visit).filter(|_| is_stale),
        later_link: Some(onward.later(visit)),
        error,
    };
    let context = PageContext::new(&visit.request, &visit.requested);
    with_cookie(visit, &browser, page::render(&context, status, &content))
}

/// A fresh sign-in that comes back here.
fn again(visit: &Visit) -> Option<String> {
    login_link(visit, true)?;
    let mut query = request(visit);
    query.retain(|(name, _)| *name != "prompt");
    query.extend([("prompt", "login"), ("screen", "addPasskey")]);
    Some(visit.link("/oauth2/authorize", &query))
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
