//! `/account/providers`: the identity providers that sign in to the account of this browser's session, and their end.
//!
//! There is no flow here: who asks is the session, the form is bound to browser and session, and whether a link may go is
//! decided by `directory::external`.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use time::OffsetDateTime;

use super::visit::Visit;
use super::{buttons, login};
use crate::crypto::digest::constant_time_eq;
use crate::crypto::encoding::base64url;
use crate::directory::external::{self, Left, Stay, Ways};
use crate::model::external::Identity;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::contexts::{
    AccountLink, AccountProviders, AccountProvidersState, ErrorKind, Form, LinkStays, Unlink,
};
use crate::render::{Message, Notice, TextKey};
use crate::web::cookies::{self, CookieKind, FlowBrowser};
use crate::web::csrf::{self, Binding};
use crate::web::form::FormParameters;
use crate::web::page::{self, PageContext};
use crate::web::{WebError, see_other};

/// The page's path.
pub(super) const PATH: &str = "/account/providers";

/// How old a sign-in may be for whoever changes the ways into their account.
const FRESH: Duration = Duration::from_secs(10 * 60);

/// The links of whoever is signed in.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match login::session(&visit).await? {
        Some(known) => known_page(&visit, &known, StatusCode::OK, None).await,
        None => Ok(page(&visit, None, StatusCode::OK, signed_out(&visit))),
    }
}

/// Takes a link away.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    csrf::check_site(&visit.request)?;
    let Some((session, user)) = login::session(&visit).await? else {
        return Ok(page(&visit, None, StatusCode::FORBIDDEN, signed_out(&visit)));
    };
    let browser = cookies::read(&visit.request, &visit.pool().id, CookieKind::Flow)
        .ok_or_else(|| WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::CookiesMissing))?;
    let transaction = transaction(&session);
    let binding = Binding { pool: &visit.pool().id, browser: &browser, transaction: &transaction };
    csrf::check(&visit.request, &form, &binding).map_err(|error| error.with_retry(address(&visit, None)))?;

    let known = (session, user);
    if !is_fresh(&visit, &known.0) {
        let problem = Message::new(TextKey("account-stale"));
        return known_page(&visit, &known, StatusCode::FORBIDDEN, Some(problem)).await;
    }
    let ways = external::ways(&visit.env, visit.pool(), &known.1).await?;
    let is_meant = |one: &&Identity| {
        one.provider == form.text("provider")
            && constant_time_eq(key(&visit, &known.0, one).as_bytes(), form.text("link").as_bytes())
    };
    let Some(identity) = ways.identities.iter().find(is_meant) else {
        return Ok(see_other(&address(&visit, Some("not-linked"))));
    };
    match external::leave(&visit.env, &visit.caller, visit.pool(), &known.1, identity).await? {
        Left::Now => Ok(see_other(&address(&visit, Some("unlinked")))),
        Left::NotLinked => Ok(see_other(&address(&visit, Some("not-linked")))),
        Left::Stays(stay) => {
            let problem = stays(stay, &ways).problem(&identity.kind.shown_name(&identity.provider));
            known_page(&visit, &known, StatusCode::CONFLICT, Some(problem)).await
        }
    }
}

async fn known_page(
    visit: &Visit,
    (session, user): &(BrowserSession, User),
    status: StatusCode,
    problem: Option<Message>,
) -> Result<HttpResponse, WebError> {
    let pool = &visit.pool().id;
    let browser = cookies::flow_browser(&visit.request, pool);
    let ways = external::ways(&visit.env, visit.pool(), user).await?;
    let is_stale = !is_fresh(visit, session);
    let link = |identity: &Identity| {
        let stay = ways.stay(identity);
        let may_go = stay.is_none() && !is_stale;
        AccountLink {
            brand: buttons::brand(identity.kind),
            provider: identity.kind.shown_name(&identity.provider),
            since: day(identity.linked_at),
            unlink: may_go.then(|| unlink(visit, session, &browser, identity)),
            stays: stay.map(|stay| stays(stay, &ways)),
        }
    };
    let asks_again = is_stale && !ways.identities.is_empty();
    let state = AccountProvidersState::SignedIn {
        username: login::shown_name(visit, user),
        full_name: user.attributes.get("name").filter(|name| !name.is_empty()).cloned(),
        links: ways.identities.iter().map(link).collect(),
        is_stale: asks_again && problem.is_none(),
        login_link: login_link(visit, true).filter(|_| asks_again),
        problem,
    };
    let mut response = page(visit, Some(user), status, state);
    if let Some(cookie) = browser.cookie(&visit.request, pool) {
        response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(response)
}

fn page(
    visit: &Visit,
    person: Option<&User>,
    status: StatusCode,
    state: AccountProvidersState,
) -> HttpResponse {
    let mut context = PageContext::new(&visit.request, &visit.requested);
    context.language = person.map(|user| visit.language_of(user));
    context.notice = match visit.query.get("notice") {
        Some("unlinked") if status.is_success() => Some(Notice::unlinked()),
        Some("not-linked") if status.is_success() => Some(Notice::not_linked()),
        _ => None,
    };
    context.stays_here();
    page::render(&context, status, &AccountProviders { state })
}

fn signed_out(visit: &Visit) -> AccountProvidersState {
    AccountProvidersState::SignedOut { login_link: login_link(visit, false) }
}

fn unlink(visit: &Visit, session: &BrowserSession, browser: &FlowBrowser, identity: &Identity) -> Unlink {
    let transaction = transaction(session);
    let binding = Binding { pool: &visit.pool().id, browser: &browser.value, transaction: &transaction };
    Unlink {
        form: Form::new(address(visit, None), csrf::token(&visit.env, &binding)),
        provider: identity.provider.clone(),
        key: key(visit, session, identity),
    }
}

/// What the form's token is bound to besides pool and browser: somebody else may have signed in to it since.
fn transaction(session: &BrowserSession) -> String {
    format!("account-providers {}", session.id)
}

/// Names a link to its owner alone: nobody learns the person at the provider from it, nor whether two are the same.
fn key(visit: &Visit, session: &BrowserSession, identity: &Identity) -> String {
    let parts = [visit.pool().id.as_str(), session.id.as_str(), &identity.provider, &identity.subject];
    base64url(&visit.env.keys.fingerprint("account-link", &parts))
}

/// Whoever finds a browser unlocked must not take its owner's ways in.
fn is_fresh(visit: &Visit, session: &BrowserSession) -> bool {
    let age_ms = visit.env.now() - session.authenticated_at;
    u128::try_from(age_ms).unwrap_or(0) <= FRESH.as_millis()
}

fn stays(stay: Stay, ways: &Ways) -> LinkStays {
    let may_recover = ways.may_recover;
    match stay {
        Stay::OnlyWay => LinkStays::OnlyWay { may_recover },
        Stay::Own => LinkStays::Own { may_recover },
    }
}

/// This page, with the parameters of an application where it was opened with some.
fn address(visit: &Visit, notice: Option<&str>) -> String {
    let mut query = application(visit);
    query.extend(notice.map(|notice| ("notice", notice)));
    visit.link(PATH, &query)
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
