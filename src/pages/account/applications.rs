//! `/account/applications`: which applications have tokens of somebody.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::visit::Visit;
use super::{Door, day, enter, submit};
use crate::crypto::digest::constant_time_eq;
use crate::directory::own_access::{self, Access};
use crate::render::contexts::{AccountApplication, AccountApplications};
use crate::render::{Message, TextKey};
use crate::web::WebError;
use crate::web::form::FormParameters;

pub(super) const PATH: &str = "/account/applications";

/// The list.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let all = own_access::applications(&visit.env, visit.pool(), &owner.user.id).await?;
    let shown = |access: &Access| AccountApplication {
        title: access.name.clone(),
        may: access.scope.iter().map(|scope| may(scope)).collect(),
        since: day(access.since),
        last_used: day(access.last_used),
        form: owner.form(&visit, PATH),
        key: owner.key(&visit, &["application", access.client_id.as_str()]),
    };
    let content = AccountApplications {
        around: owner.around(&visit, PATH).await?,
        applications: all.iter().map(shown).collect(),
    };
    owner.show(&visit, StatusCode::OK, &content)
}

/// Takes an application its access. It takes nothing away but access, so it needs no fresh proof.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let owner = match submit(&visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let (env, pool, user) = (&visit.env, visit.pool(), &owner.user.id);
    let all = own_access::applications(env, pool, user).await?;
    let is_meant = |access: &&Access| {
        let key = owner.key(&visit, &["application", access.client_id.as_str()]);
        constant_time_eq(key.as_bytes(), form.text("application").as_bytes())
    };
    let revoked = match all.iter().find(is_meant) {
        Some(access) => own_access::revoke_application(env, pool, user, &access.client_id).await?,
        None => false,
    };
    Ok(owner.go(&visit, PATH, if revoked { "revoked" } else { "not-there" }))
}

/// What a scope lets an application do.
fn may(scope: &str) -> Message {
    match scope {
        "openid" => TextKey("scope-openid").into(),
        "email" => TextKey("scope-email").into(),
        "phone" => TextKey("scope-phone").into(),
        "profile" => TextKey("scope-profile").into(),
        "address" => TextKey("scope-address").into(),
        "aws.cognito.signin.user.admin" => TextKey("scope-account").into(),
        other => Message::new(TextKey("scope-other")).with("scope", other),
    }
}
