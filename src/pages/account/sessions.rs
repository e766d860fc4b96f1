//! `/account/sessions`: where somebody is signed in.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::visit::Visit;
use super::{Door, agent, enter, minute, submit};
use crate::crypto::digest::constant_time_eq;
use crate::directory::own_access;
use crate::model::session::BrowserSession;
use crate::render::contexts::{AccountSession, AccountSessions};
use crate::web::WebError;
use crate::web::form::FormParameters;

pub(super) const PATH: &str = "/account/sessions";

/// The list.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let mut sessions = own_access::sessions(&visit.env, visit.pool(), &owner.user).await?;
    sessions.sort_by_key(|session| session.id != owner.session.id);
    let shown = |session: &BrowserSession| {
        let is_here = session.id == owner.session.id;
        let seen_by = session.browser.as_ref();
        let known = agent::describe(seen_by.map_or("", |browser| browser.user_agent.as_str()));
        AccountSession {
            browser: known.words,
            is_mobile: known.is_mobile,
            network: seen_by.map(|browser| browser.network.clone()),
            began: minute(session.created_at),
            seen: minute(session.seen_at),
            is_here,
            end: (!is_here).then(|| owner.form(&visit, PATH)),
            key: owner.key(&visit, &["session", session.id.as_str()]),
        }
    };
    let content = AccountSessions {
        around: owner.around(&visit, PATH).await?,
        sessions: sessions.iter().map(shown).collect(),
        end_others: (sessions.len() > 1).then(|| owner.form(&visit, PATH)),
    };
    owner.show(&visit, StatusCode::OK, &content)
}

/// Ends one, or all but this one. It takes nothing away but access, so it needs no fresh proof: whoever fears a stranger
/// in their account is not held up.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let owner = match submit(&visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let (env, pool, user) = (&visit.env, visit.pool(), &owner.user);
    if form.has("endOthersButton") {
        own_access::end_others(env, pool, &user.id, &owner.session.id).await?;
        return Ok(owner.go(&visit, PATH, "others-ended"));
    }
    let sessions = own_access::sessions(env, pool, user).await?;
    let is_meant = |session: &&BrowserSession| {
        let key = owner.key(&visit, &["session", session.id.as_str()]);
        session.id != owner.session.id && constant_time_eq(key.as_bytes(), form.text("session").as_bytes())
    };
    let ended = match sessions.iter().find(is_meant) {
        Some(session) => own_access::end_session(env, pool, &user.id, &session.id).await?,
        None => false,
    };
    Ok(owner.go(&visit, PATH, if ended { "session-ended" } else { "session-gone" }))
}
