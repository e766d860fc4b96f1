//! The account pages: what whoever is signed in may see and change of their own account.
//!
//! Owns who gets in and what a change needs. [`enter`] is the door of a GET: without a session it begins a sign-in that
//! ends on the page asked for. [`submit`] is the door of a POST: the form must be of this session. [`prove`] sends
//! whoever has not proven themselves lately through a step-up and back, with what they typed. Leaves to others: the rules
//! about people (`directory`), the proof itself (`authn`).
//!
//! There is no application behind these pages. A sign-in for them is kept like that of an application
//! (`AuthorizationRequest`), under a client that nobody can name (`directory::account_client`), so that providers, second
//! factors and recovery work on the way as they always do.

mod address;
mod agent;
mod applications;
pub(super) mod confirm;
mod data;
mod leaving;
mod lists;
mod overview;
mod password;
mod profile;
mod providers;
mod sessions;
mod take_back;

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::login;
use super::place::Place;
use super::room;
use super::visit::Visit;
use crate::authn::{self, Step, step_up};
use crate::crypto::encoding::base64url;
use crate::directory::{self, account_client};
use crate::model::account::AccountErrand;
use crate::model::authorization::{AuthorizationParameters, AuthorizationRequest};
use crate::model::client::AppClient;
use crate::model::flow::Surface;
use crate::model::ids::{AuthorizationId, ClientId, UserId};
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::contexts::{AccountAround, BackToApplication, ErrorKind, Form};
use crate::render::{Message, Notice, Page, TextKey, Tone};
use crate::store::authorization_requests;
use crate::web::cookies::{self, FlowBrowser};
use crate::web::csrf::{self, Binding};
use crate::web::form::Parameters;
use crate::web::page::{self, PageContext};
use crate::web::{WebError, get_or_head, see_other};

/// How long a sign-in for an account page may take, in milliseconds; as that for an application.
const REQUEST_LIFE_MS: i64 = 3_600_000;

/// Parameters that every link among the pages carries: the application where they were opened.
const CLIENT: &str = "client_id";
const RETURN: &str = "return_to";
/// What happened, for the next page; a word of ours.
const NOTICE: &str = "notice";
/// What was typed before a step-up, sealed.
const KEPT: &str = "kept";

/// Mounts the pages.
pub(super) fn routes(config: &mut ServiceConfig) {
    let page = |path: &str| web::resource(path.to_owned());
    config
        .service(page(overview::PATH).route(get_or_head().to(overview::get)))
        .service(
            page(profile::PATH).route(get_or_head().to(profile::get)).route(web::post().to(profile::post)),
        )
        .service(
            page(address::EMAIL)
                .route(get_or_head().to(address::get_email))
                .route(web::post().to(address::post_email)),
        )
        .service(
            page(address::PHONE)
                .route(get_or_head().to(address::get_phone))
                .route(web::post().to(address::post_phone)),
        )
        .service(
            page(password::PATH).route(get_or_head().to(password::get)).route(web::post().to(password::post)),
        )
        .service(
            page(providers::PATH)
                .route(get_or_head().to(providers::get))
                .route(web::post().to(providers::post)),
        )
        .service(
            page(sessions::PATH).route(get_or_head().to(sessions::get)).route(web::post().to(sessions::post)),
        )
        .service(
            page(applications::PATH)
                .route(get_or_head().to(applications::get))
                .route(web::post().to(applications::post)),
        )
        .service(page(data::PATH).route(get_or_head().to(data::get)).route(web::post().to(data::post)))
        .service(
            page(leaving::PATH).route(get_or_head().to(leaving::get)).route(web::post().to(leaving::post)),
        )
        .service(page(leaving::GONE).route(get_or_head().to(leaving::gone)))
        .service(
            page(take_back::PATH)
                .route(get_or_head().to(take_back::get))
                .route(web::post().to(take_back::post)),
        );
}

/// Whoever is signed in to this browser, on a page of their account.
pub(super) struct Owner {
    pub(super) session: BrowserSession,
    pub(super) user: User,
    browser: FlowBrowser,
    /// The application where the pages were opened, with the address to go back to.
    application: Option<(Arc<AppClient>, Option<String>)>,
}

/// What is behind a door.
pub(super) enum Door {
    Open(Box<Owner>),
    /// The person is sent elsewhere.
    Elsewhere(HttpResponse),
}

/// The door of a GET.
pub(super) async fn enter(visit: &Visit) -> Result<Door, WebError> {
    check_on(visit)?;
    let application = application(visit).await?;
    match login::session(visit).await? {
        Some((session, user)) => Ok(Door::Open(Box::new(Owner {
            session,
            user,
            browser: cookies::flow_browser(&visit.request, &visit.pool().id),
            application,
        }))),
        None => Ok(Door::Elsewhere(begin(visit, here(visit), None).await?)),
    }
}

/// The door of a POST: the same, and the form must have been given out to this session in this browser. Whoever has been
/// signed out meanwhile signs in and comes back to the page.
pub(super) async fn submit(visit: &Visit, form: &Parameters) -> Result<Door, WebError> {
    check_on(visit)?;
    csrf::check_site(&visit.request)?;
    let owner = match enter(visit).await? {
        Door::Open(owner) => owner,
        elsewhere => return Ok(elsewhere),
    };
    if owner.browser.is_new {
        return Err(WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::CookiesMissing));
    }
    let transaction = transaction(&owner.session);
    let binding =
        Binding { pool: &visit.pool().id, browser: &owner.browser.value, transaction: &transaction };
    csrf::check(&visit.request, form, &binding).map_err(|error| error.with_retry(here(visit)))?;
    Ok(Door::Open(owner))
}

/// 404 where the pool has no account pages: then there is nothing below this address.
pub(super) fn check_on(visit: &Visit) -> Result<(), WebError> {
    match visit.pool().settings.has_account_pages() {
        true => Ok(()),
        false => Err(WebError::not_found(ErrorKind::NotFound)),
    }
}

/// Nothing for whoever has proven themselves lately; everybody else is sent through a step-up, and comes back to `path`
/// with what they `typed`. Nothing typed that is secret may be among it.
pub(super) async fn prove(
    visit: &Visit,
    owner: &Owner,
    path: &str,
    typed: &[(&str, &str)],
) -> Result<Option<HttpResponse>, WebError> {
    let of = (&owner.session, &owner.user);
    if step_up::is_fresh(&visit.env, visit.pool(), of).await.map_err(room::fault)? {
        return Ok(None);
    }
    let kept = keep(visit, owner, typed);
    let back = match &kept {
        Some(kept) => owner.link(visit, path, &[(NOTICE, "kept"), (KEPT, kept)]),
        None => owner.link(visit, path, &[(NOTICE, "confirmed")]),
    };
    begin(visit, back, Some(&owner.user)).await.map(Some)
}

/// Begins a sign-in, or a step-up of `user`, that ends at `path`.
async fn begin(visit: &Visit, path: String, user: Option<&User>) -> Result<HttpResponse, WebError> {
    let (env, pool) = (&visit.env, visit.pool());
    let client = account_client::ready(env, pool).await?;
    let browser = cookies::flow_browser(&visit.request, &pool.id);
    let now = env.now();
    let parameters = AuthorizationParameters {
        // Whoever proves themselves at a provider does it there as well, and just now.
        prompt: user.map(|_| "login".to_owned()).into_iter().collect(),
        max_age: user.map(|_| u64::from(pool.settings.account.fresh_minutes) * 60),
        ui_locales: visit.query.get("lang").map(str::to_owned).into_iter().collect(),
        account: Some(AccountErrand { path, step_up: user.map(|user| user.id.clone()) }),
        ..AuthorizationParameters::default()
    };
    let stored = AuthorizationRequest {
        id: AuthorizationId::trusted(env.random.uuid_v4()),
        pool_id: pool.id.clone(),
        client_id: client.id.clone(),
        browser: browser.fingerprint(),
        parameters,
        created_at: now,
        expires_at: now + REQUEST_LIFE_MS,
    };
    let surface = Surface::Hosted { authorization: stored.id.clone(), browser: stored.browser.clone() };
    let named = user.map(|user| (&user.id, login::shown_name(visit, user)));
    let named = named.as_ref().map(|(id, name)| (*id, name.as_str()));
    // The flow first: it is counted, and what is refused leaves nothing behind.
    let handle = begin_flow(visit, &client, surface, named).await?;
    env.db.write(move |c| authorization_requests::insert(c, &stored)).await?;
    let mut response = see_other(&room::step_link(visit, Place::Login, &handle, None));
    if let Some(cookie) = browser.cookie(&visit.request, &pool.id) {
        response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(response)
}

/// Begins the flow of a request of these pages.
pub(super) async fn begin_flow(
    visit: &Visit,
    client: &AppClient,
    surface: Surface,
    step_up: Option<(&UserId, &str)>,
) -> Result<authn::FlowHandle, WebError> {
    let to = (visit.pool(), client);
    let begun = match step_up {
        Some(who) => authn::begin_step_up(&visit.env, &visit.caller, to, surface, who).await,
        None => authn::begin(&visit.env, &visit.caller, to, surface, None).await,
    };
    match begun.map_err(room::fault)? {
        Step::Challenge { handle, .. } => Ok(handle),
        Step::Authenticated(_) => Err(WebError::Internal("a new flow was complete at once".into())),
    }
}

impl Owner {
    /// A link to another account page, with the application where the pages were opened.
    pub(super) fn link(&self, visit: &Visit, path: &str, extra: &[(&str, &str)]) -> String {
        let mut query = Vec::new();
        if let Some((client, back)) = &self.application {
            query.push((CLIENT, client.id.as_str()));
            query.extend(back.as_deref().map(|back| (RETURN, back)));
        }
        query.extend(extra);
        visit.link(path, &query)
    }

    /// 303 to a page that tells what happened.
    pub(super) fn go(&self, visit: &Visit, path: &str, notice: &str) -> HttpResponse {
        see_other(&self.link(visit, path, &[(NOTICE, notice)]))
    }

    /// A form of this session that posts to `path`.
    pub(super) fn form(&self, visit: &Visit, path: &str) -> Form {
        let transaction = transaction(&self.session);
        let binding =
            Binding { pool: &visit.pool().id, browser: &self.browser.value, transaction: &transaction };
        Form::new(self.link(visit, path, &[]), csrf::token(&visit.env, &binding))
    }

    /// The application where the pages were opened.
    pub(super) fn client(&self) -> Option<&AppClient> {
        self.application.as_ref().map(|(client, _)| client.as_ref())
    }

    /// What every page has around it.
    pub(super) async fn around(&self, visit: &Visit, here: &str) -> Result<AccountAround, WebError> {
        Ok(AccountAround {
            username: login::shown_name(visit, &self.user),
            full_name: self.user.attributes.get("name").filter(|name| !name.is_empty()).cloned(),
            sections: overview::sections(visit, self, here).await?,
            overview_link: self.link(visit, overview::PATH, &[]),
            is_overview: here == overview::PATH,
            back: self.back(),
            sign_out_link: visit.link("/logout", &[]),
        })
    }

    fn back(&self) -> Option<BackToApplication> {
        let (client, link) = self.application.as_ref()?;
        let name = Some(client.name.clone()).filter(|name| !name.is_empty());
        Some(BackToApplication { name: name.unwrap_or_else(|| client.id.to_string()), link: link.clone()? })
    }

    /// The response with a page.
    pub(super) fn show<P: Page>(
        &self,
        visit: &Visit,
        status: StatusCode,
        content: &P,
    ) -> Result<HttpResponse, WebError> {
        let mut context = PageContext::new(&visit.request, &visit.requested);
        if let Some(client) = self.client() {
            context.leads_to(client);
        }
        // What went well before is no news beside a mistake.
        context.notice = visit.query.get(NOTICE).filter(|_| status.is_success()).and_then(notice);
        let mut response = page::render(&context, status, content);
        if let Some(cookie) = self.browser.cookie(&visit.request, &visit.pool().id) {
            response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
        }
        Ok(response)
    }

    /// Names something of this account to this session alone: nobody learns an id from it.
    pub(super) fn key(&self, visit: &Visit, parts: &[&str]) -> String {
        let all: Vec<&str> = [visit.pool().id.as_str(), self.session.id.as_str()]
            .into_iter()
            .chain(parts.iter().copied())
            .collect();
        base64url(&visit.env.keys.fingerprint("account-key", &all))
    }
}

/// What was typed before a step-up, when this page was reached by one of this session.
pub(super) fn kept(visit: &Visit, owner: &Owner) -> Parameters {
    let opened = visit.query.get(KEPT).and_then(|sealed| {
        let bytes = visit.env.keys.open_handle("account-kept", visit.pool().id.as_str(), sealed).ok()?;
        serde_json::from_slice::<Kept>(&bytes).ok()
    });
    let Some(kept) = opened.filter(|kept| kept.user == owner.user.id) else { return Parameters::default() };
    let text = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(kept.pairs).finish();
    Parameters::parse(text.as_bytes()).unwrap_or_default()
}

#[derive(Serialize, Deserialize)]
struct Kept {
    user: UserId,
    pairs: Vec<(String, String)>,
}

/// The longest text that is carried through a step-up, in bytes: it travels in an address.
const LONGEST_KEPT: usize = 1024;

fn keep(visit: &Visit, owner: &Owner, typed: &[(&str, &str)]) -> Option<String> {
    let pairs: Vec<(String, String)> = typed
        .iter()
        .filter(|(_, value)| !value.is_empty() && value.len() <= LONGEST_KEPT)
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    if pairs.is_empty() {
        return None;
    }
    let bytes = serde_json::to_vec(&Kept { user: owner.user.id.clone(), pairs }).expect("texts are JSON");
    let (keys, random) = (&visit.env.keys, visit.env.random.as_ref());
    Some(keys.seal_handle("account-kept", visit.pool().id.as_str(), &bytes, random))
}

/// What the forms' tokens are bound to besides pool and browser: somebody else may have signed in to it since. A step-up
/// renews the session under the same id, so forms in other tabs stay good.
fn transaction(session: &BrowserSession) -> String {
    format!("account {}", session.id)
}

/// This page's own address, without what was told there.
fn here(visit: &Visit) -> String {
    let kept: Vec<(&str, &str)> =
        visit.query.iter().filter(|(name, _)| [CLIENT, RETURN].contains(name)).collect();
    let path = visit.request.path();
    let own = path.strip_prefix(visit.requested.base.as_str()).unwrap_or(path);
    visit.link(own, &kept)
}

/// The application that the address names, and where in it to go back to, if that is an address registered with it. An
/// unknown one is passed over: it would only lead nowhere.
async fn application(visit: &Visit) -> Result<Option<(Arc<AppClient>, Option<String>)>, WebError> {
    let Some(id) = visit.query.get(CLIENT).and_then(|id| ClientId::parse(id).ok()) else { return Ok(None) };
    let Some(client) = directory::clients::serving(&visit.env, visit.pool(), &id).await? else {
        return Ok(None);
    };
    let registered = |url: &&str| client.settings.is_callback_url(url) || client.settings.is_logout_url(url);
    let back = visit.query.get(RETURN).filter(registered).filter(|url| is_of_the_web(url));
    let back = back.map(str::to_owned);
    Ok(Some((client, back)))
}

/// A link must not run anything; applications on phones have schemes of their own.
fn is_of_the_web(url: &str) -> bool {
    crate::model::client::check_redirect_url(url).is_ok()
}

/// The day of a moment in UTC, as ISO 8601 writes it.
pub(super) fn day(at_ms: i64) -> String {
    moment(at_ms).date().to_string()
}

/// A moment in UTC, to the minute.
pub(super) fn minute(at_ms: i64) -> String {
    let at = moment(at_ms);
    format!("{} {:02}:{:02} UTC", at.date(), at.hour(), at.minute())
}

fn moment(at_ms: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(at_ms.div_euclid(1000)).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// The words for what happened; an unknown word says nothing.
fn notice(word: &str) -> Option<Notice> {
    let good = |key| Some(Notice { tone: Tone::Success, message: Message::new(key) });
    let plain = |key| Some(Notice { tone: Tone::Information, message: Message::new(key) });
    match word {
        "confirmed" => good(TextKey("confirm-you-done")),
        "kept" => good(TextKey("confirm-you-kept")),
        "profile-saved" => good(TextKey("profile-saved")),
        "profile-unchanged" => plain(TextKey("profile-unchanged")),
        "code-sent" => good(TextKey("address-code-sent")),
        "email-changed" => good(TextKey("address-changed-email")),
        "phone-changed" => good(TextKey("address-changed-phone")),
        "address-unchanged" => plain(TextKey("address-unchanged")),
        "address-cancelled" => good(TextKey("address-cancelled")),
        "nothing-waits" => plain(TextKey("address-nothing-waits")),
        "password-saved" => good(TextKey("password-saved")),
        "unlinked" => good(TextKey("account-unlinked")),
        "not-linked" => plain(TextKey("account-not-linked")),
        "session-ended" => good(TextKey("sessions-ended")),
        "others-ended" => good(TextKey("sessions-others-ended")),
        "session-gone" => plain(TextKey("sessions-not-there")),
        "revoked" => good(TextKey("applications-revoked")),
        "not-there" => plain(TextKey("applications-not-there")),
        _ => None,
    }
}
