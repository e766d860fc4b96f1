//! `/account/passkeys`: the passkeys of this browser's session, their names and their end.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::login;
use super::super::visit::Visit;
use super::{ADD, LIST, application, day, full_name, is_fresh, login_link, own_form, poster, with_cookie};
use crate::crypto::digest::constant_time_eq;
use crate::crypto::encoding::base64url;
use crate::directory::passkeys::{self, Removed, Stay};
use crate::model::passkey::Passkey;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::contexts::{
    AccountPasskeys, AccountPasskeysState, ChangePasskey, Field, ShownPasskey, passkey_stays,
};
use crate::render::{Message, Notice, TextKey};
use crate::web::cookies;
use crate::web::form::FormParameters;
use crate::web::page::{self, PageContext};
use crate::web::{WebError, see_other};

/// The passkeys of whoever is signed in.
pub(in crate::pages) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match login::session(&visit).await? {
        Some(known) => known_page(&visit, &known, StatusCode::OK, None).await,
        None => Ok(show(&visit, StatusCode::OK, signed_out(&visit))),
    }
}

/// Names a passkey, or takes it away.
pub(in crate::pages) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let Some((session, user, _)) = poster(&visit, &form, "list").await? else {
        return Ok(show(&visit, StatusCode::FORBIDDEN, signed_out(&visit)));
    };
    let known = (session, user);
    if !is_fresh(&visit, &known.0) {
        let problem = Message::new(TextKey("passkeys-stale"));
        return known_page(&visit, &known, StatusCode::FORBIDDEN, Some(problem)).await;
    }
    let (env, pool, user) = (&visit.env, visit.pool(), &known.1);
    let present = passkeys::list(env, &user.id).await?;
    let is_meant = |one: &&Passkey| {
        constant_time_eq(key(&visit, &known.0, one).as_bytes(), form.text("passkey").as_bytes())
    };
    let Some(meant) = present.iter().find(is_meant) else {
        return Ok(see_other(&address(&visit, Some("not-there"))));
    };
    let id = &meant.credential_id;
    if !form.has("removeButton") {
        let there = passkeys::rename(env, &pool.id, &user.id, id, form.text("name")).await?;
        return Ok(see_other(&address(&visit, Some(if there { "renamed" } else { "not-there" }))));
    }
    match passkeys::remove(env, &visit.caller, pool, user, id).await? {
        Removed::Now => Ok(see_other(&address(&visit, Some("removed")))),
        Removed::NotTheirs => Ok(see_other(&address(&visit, Some("not-there")))),
        Removed::Stays(stay) => {
            let problem = Message::new(passkey_stays(stay == Stay::OnlyWay));
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
    let (env, pool) = (&visit.env, visit.pool());
    let browser = cookies::flow_browser(&visit.request, &pool.id);
    let is_stale = !is_fresh(visit, session);
    let rp_id = passkeys::rp_id(env, pool).await?;
    let all = passkeys::stays(env, pool, user).await?;
    let shown = |(passkey, stay): (Passkey, Option<Stay>)| ShownPasskey {
        created: day(passkey.created_at),
        last_used: passkey.last_used_at.map(day),
        synced: passkey.backed_up,
        other_domain: (passkey.rp_id != rp_id).then(|| passkey.rp_id.clone()),
        change: (!is_stale).then(|| ChangePasskey {
            form: own_form(visit, LIST, session, &browser),
            key: key(visit, session, &passkey),
            name: Field::of(passkey.name.clone().unwrap_or_default()),
        }),
        stays: stay.map(|stay| passkey_stays(stay == Stay::OnlyWay)),
        name: passkey.name,
    };
    let may_add = !is_stale && pool.settings.has_passkeys();
    let state = AccountPasskeysState::SignedIn {
        username: login::shown_name(visit, user),
        full_name: full_name(user),
        passkeys: all.into_iter().map(shown).collect(),
        add_link: may_add.then(|| visit.link(ADD, &application(visit))),
        is_stale: is_stale && problem.is_none(),
        login_link: login_link(visit, true).filter(|_| is_stale),
        problem,
    };
    with_cookie(visit, &browser, show(visit, status, state))
}

fn show(visit: &Visit, status: StatusCode, state: AccountPasskeysState) -> HttpResponse {
    let mut context = PageContext::new(&visit.request, &visit.requested);
    context.notice = match visit.query.get("notice").filter(|_| status.is_success()) {
        Some("added") => Some(Notice::passkey_added()),
        Some("renamed") => Some(Notice::passkey_renamed()),
        Some("removed") => Some(Notice::passkey_removed()),
        Some("not-there") => Some(Notice::passkey_not_there()),
        _ => None,
    };
    page::render(&context, status, &AccountPasskeys { state })
}

fn signed_out(visit: &Visit) -> AccountPasskeysState {
    AccountPasskeysState::SignedOut { login_link: login_link(visit, false) }
}

/// Names a passkey to its owner's page alone.
fn key(visit: &Visit, session: &BrowserSession, passkey: &Passkey) -> String {
    let parts = [visit.pool().id.as_str(), session.id.as_str(), &passkey.credential_id];
    base64url(&visit.env.keys.fingerprint("account-passkey", &parts))
}

/// This page, with the parameters of an application where it was opened with some.
pub(super) fn address(visit: &Visit, notice: Option<&str>) -> String {
    let mut query = application(visit);
    query.extend(notice.map(|notice| ("notice", notice)));
    visit.link(LIST, &query)
}
