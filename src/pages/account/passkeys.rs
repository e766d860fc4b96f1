//! `/account/passkeys`: the passkeys of an account, their names, their end, and a new one.
//!
//! Which may go is decided by `directory::passkeys`.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::passkeys as ceremony;
use super::super::visit::Visit;
use super::{Door, Owner, enter, prove, submit};
use crate::crypto::digest::constant_time_eq;
use crate::directory::passkeys::{self, Removed, Stay};
use crate::model::passkey::Passkey;
use crate::render::Message;
use crate::render::contexts::{
    AccountPasskeys, AddPasskey, ChangePasskey, ErrorKind, Field, ShownPasskey, passkey_stays,
};
use crate::web::WebError;
use crate::web::form::FormParameters;

pub(in super::super) const PATH: &str = "/account/passkeys";
pub(in super::super) const ADD: &str = "/account/passkeys/add";

/// The passkeys of whoever is signed in.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match enter(&visit).await? {
        Door::Open(owner) => page(&visit, &owner, StatusCode::OK, None).await,
        Door::Elsewhere(response) => Ok(response),
    }
}

/// Names a passkey, or takes it away.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let owner = match submit(&visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    // Whoever finds a browser unlocked must not take its owner's ways in.
    if let Some(response) = prove(&visit, &owner, PATH, &[]).await? {
        return Ok(response);
    }
    let (env, pool, user) = (&visit.env, visit.pool(), &owner.user);
    let present = passkeys::list(env, &user.id).await?;
    let is_meant = |one: &&Passkey| {
        constant_time_eq(key(&visit, &owner, one).as_bytes(), form.text("passkey").as_bytes())
    };
    let Some(meant) = present.iter().find(is_meant) else {
        return Ok(owner.go(&visit, PATH, "passkey-gone"));
    };
    let id = &meant.credential_id;
    if !form.has("removeButton") {
        let there = passkeys::rename(env, &pool.id, &user.id, id, form.text("name")).await?;
        return Ok(owner.go(&visit, PATH, if there { "passkey-renamed" } else { "passkey-gone" }));
    }
    match passkeys::remove(env, &visit.caller, pool, user, id).await? {
        Removed::Now => Ok(owner.go(&visit, PATH, "passkey-removed")),
        Removed::NotTheirs => Ok(owner.go(&visit, PATH, "passkey-gone")),
        Removed::Stays(stay) => {
            let problem = Message::new(passkey_stays(stay == Stay::OnlyWay));
            page(&visit, &owner, StatusCode::CONFLICT, Some(problem)).await
        }
    }
}

/// The page that adds one. Whoever finds a browser unlocked must not make a way in for themselves.
pub(super) async fn get_add(visit: Visit) -> Result<HttpResponse, WebError> {
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    check_on(&visit)?;
    match prove(&visit, &owner, ADD, &[]).await? {
        Some(response) => Ok(response),
        None => add_page(&visit, &owner, (StatusCode::OK, None)).await,
    }
}

/// Stores what the browser has made.
pub(super) async fn post_add(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let owner = match submit(&visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    check_on(&visit)?;
    if let Some(response) = prove(&visit, &owner, ADD, &[]).await? {
        return Ok(response);
    }
    let browser = owner.browser.fingerprint();
    match ceremony::add(&visit, (&owner.session, &owner.user), &browser, &form).await? {
        Ok(()) => Ok(owner.go(&visit, PATH, "passkey-added")),
        Err((status, problem)) => add_page(&visit, &owner, (status, Some(problem))).await,
    }
}

/// 404 where there are no passkeys.
fn check_on(visit: &Visit) -> Result<(), WebError> {
    match visit.pool().settings.has_passkeys() {
        true => Ok(()),
        false => Err(WebError::not_found(ErrorKind::NotFound)),
    }
}

async fn add_page(
    visit: &Visit,
    owner: &Owner,
    (status, problem): (StatusCode, Option<Message>),
) -> Result<HttpResponse, WebError> {
    let of = (&owner.session, &owner.user);
    let form = owner.form(visit, ADD);
    let prompt = ceremony::prompt(visit, of, &owner.browser.fingerprint(), form).await?;
    let later_link = owner.link(visit, PATH, &[]);
    owner.show(visit, status, &AddPasskey::new(prompt, problem, later_link))
}

async fn page(
    visit: &Visit,
    owner: &Owner,
    status: StatusCode,
    problem: Option<Message>,
) -> Result<HttpResponse, WebError> {
    let (env, pool) = (&visit.env, visit.pool());
    let rp_id = passkeys::rp_id(env, pool).await?;
    let all = passkeys::stays(env, pool, &owner.user).await?;
    let shown = |(passkey, stay): (Passkey, Option<Stay>)| ShownPasskey {
        created: passkey.created_at,
        last_used: passkey.last_used_at,
        synced: passkey.backed_up,
        other_domain: (passkey.rp_id != rp_id).then(|| passkey.rp_id.clone()),
        change: ChangePasskey {
            form: owner.form(visit, PATH),
            key: key(visit, owner, &passkey),
            name: Field::of(passkey.name.clone().unwrap_or_default()),
        },
        stays: stay.map(|stay| passkey_stays(stay == Stay::OnlyWay)),
        name: passkey.name,
    };
    let content = AccountPasskeys {
        around: owner.around(visit, PATH).await?,
        passkeys: all.into_iter().map(shown).collect(),
        add_link: pool.settings.has_passkeys().then(|| owner.link(visit, ADD, &[])),
        problem,
    };
    owner.show(visit, status, &content)
}

/// Names a passkey to its owner's page alone.
fn key(visit: &Visit, owner: &Owner, passkey: &Passkey) -> String {
    owner.key(visit, &["passkey", &passkey.credential_id])
}
