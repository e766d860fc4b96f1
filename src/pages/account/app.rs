//! `/account/factors/app`: an authenticator app, the first one or another in its place.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::fields;
use super::super::visit::Visit;
use super::{Door, Owner, enter, factors, prove, recovery_codes, submit};
use crate::directory::totp_setup::{self, FirstCode, Replacing};
use crate::directory::{DirectoryError, factors as second_factors};
use crate::model::pool::SecondFactor;
use crate::render::Message;
use crate::render::contexts::{AccountApp, ErrorKind, Problem, QrCode};
use crate::web::WebError;
use crate::web::form::{FormParameters, Parameters};

pub(super) const PATH: &str = "/account/factors/app";

/// A new key.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    check_on(&visit)?;
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    // Whoever finds a browser unlocked must not make a factor of theirs the owner's.
    if let Some(response) = prove(&visit, &owner, PATH, &[]).await? {
        return Ok(response);
    }
    page(&visit, &owner, &Parameters::default(), None).await
}

/// The first code of the app.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    check_on(&visit)?;
    let form = form.0;
    let owner = match submit(&visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    if let Some(response) = prove(&visit, &owner, PATH, &[]).await? {
        return Ok(response);
    }
    let (sealed, code) = (form.text("key"), fields::code(&form));
    if code.is_empty() {
        return page(&visit, &owner, &form, Some(Problem::Required)).await;
    }
    let first = FirstCode { sealed, code: &code, device_name: Some(form.text("deviceName")) };
    let (env, caller, pool, user) = (&visit.env, &visit.caller, visit.pool(), &owner.user);
    match totp_setup::confirm(env, caller, pool, user, first, Replacing::Earlier).await {
        Ok(_) if recovery_codes::are_missing(&visit, &owner).await? => {
            recovery_codes::make(&visit, &owner).await
        }
        Ok(_) => Ok(owner.go(&visit, factors::PATH, "app-added")),
        Err(DirectoryError::CodeMismatch) => {
            page(&visit, &owner, &form, Some(Problem::AuthenticatorMismatch)).await
        }
        // The key is too old, or none of ours: another one is shown.
        Err(DirectoryError::CodeExpired) => {
            page(&visit, &owner, &Parameters::default(), Some(Problem::CodeExpired)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// 404 where the pool has no authenticator apps.
fn check_on(visit: &Visit) -> Result<(), WebError> {
    factors::check_on(visit)?;
    match visit.pool().settings.mfa.factors.contains(&SecondFactor::Totp) {
        true => Ok(()),
        false => Err(WebError::not_found(ErrorKind::NotFound)),
    }
}

async fn page(
    visit: &Visit,
    owner: &Owner,
    typed: &Parameters,
    problem: Option<Problem>,
) -> Result<HttpResponse, WebError> {
    let (env, pool, user) = (&visit.env, visit.pool(), &owner.user.id);
    let kept = match typed.get("key") {
        Some(sealed) => totp_setup::show(env, pool, sealed).await?.map(|key| (sealed.to_owned(), key)),
        None => None,
    };
    let (sealed, key) = match kept {
        Some(kept) => kept,
        None => {
            let sealed = totp_setup::begin(env, pool, user);
            let key = totp_setup::show(env, pool, &sealed).await?;
            (sealed, key.ok_or_else(|| WebError::Internal("a new key cannot be opened".into()))?)
        }
    };
    let content = AccountApp {
        around: owner.around(visit, factors::PATH).await?,
        form: owner.form(visit, PATH),
        sealed,
        qr: QrCode::of(&key.uri),
        uri: key.uri,
        key: key.key,
        device_name: fields::field(typed, "deviceName", None, None),
        replaces: second_factors::totp_device(env, pool, user).await?.is_some(),
        code_error: problem.clone().map(Message::from),
        cancel_link: owner.link(visit, factors::PATH, &[]),
    };
    let status = if problem.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    owner.show(visit, status, &content)
}
