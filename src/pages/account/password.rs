//! `/account/password`: changes the password, or sets the first one.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::complaint::{Complaint, words};
use super::super::fields;
use super::super::room;
use super::super::visit::Visit;
use super::{Door, Owner, enter, prove, submit};
use crate::authn::{AuthnError, step_up};
use crate::directory::password::SetPassword;
use crate::directory::{details, external, password};
use crate::render::contexts::{AccountPassword, ErrorKind, Problem};
use crate::render::{Message, TextKey};
use crate::web::WebError;
use crate::web::form::{FormParameters, Parameters};

pub(super) const PATH: &str = "/account/password";

/// The form, for whoever has proven themselves lately: secrets that are typed cannot be kept through a step-up.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    check_on(&visit)?;
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    if let Some(response) = prove(&visit, &owner, PATH, &[]).await? {
        return Ok(response);
    }
    page(&visit, &owner, &Parameters::default(), Refusal::default()).await
}

/// 404 where passwords open nothing.
fn check_on(visit: &Visit) -> Result<(), WebError> {
    match visit.pool().settings.password_sign_in {
        true => Ok(()),
        false => Err(WebError::not_found(ErrorKind::NotFound)),
    }
}

/// Sets the password. The present one is asked unless it was what the session was proven with.
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
    let (env, pool, id) = (&visit.env, visit.pool(), &owner.user.id);
    let mut refusal = Refusal::default();
    if form.get("password").is_none() {
        refusal.complaint.password = Some(Problem::Required);
        return page(&visit, &owner, &form, refusal).await;
    }
    if asks_present(&visit, &owner).await? {
        match step_up::check_password(env, &visit.caller, pool, id, form.text("present")).await {
            Ok(()) => {}
            Err(AuthnError::IncorrectCredentials) => {
                refusal.present = Some(TextKey("problem-present-password").into());
                return page(&visit, &owner, &form, refusal).await;
            }
            Err(error) => {
                refusal.complaint = Complaint::about(error, &pool.settings).map_err(room::fault)?;
                return page(&visit, &owner, &form, refusal).await;
            }
        }
    }
    let how = match form.has("elsewhere") {
        true => SetPassword::Own { keep_session: Some(owner.session.id.clone()), keep_flow: None },
        false => SetPassword::OwnEverywhere,
    };
    match password::set(env, &visit.caller, pool, id, form.text("password"), how).await {
        Ok(()) => Ok(owner.go(&visit, PATH, "password-saved")),
        Err(error) => {
            refusal.complaint =
                Complaint::about(AuthnError::from(error), &pool.settings).map_err(room::fault)?;
            page(&visit, &owner, &form, refusal).await
        }
    }
}

/// What is wrong, where the present password has a place of its own.
#[derive(Default)]
struct Refusal {
    complaint: Complaint,
    present: Option<Message>,
}

async fn page(
    visit: &Visit,
    owner: &Owner,
    typed: &Parameters,
    Refusal { complaint, present }: Refusal,
) -> Result<HttpResponse, WebError> {
    let is_wrong = !complaint.is_none() || present.is_some();
    let content = AccountPassword {
        around: owner.around(visit, PATH).await?,
        form: owner.form(visit, PATH),
        has_password: has_password(visit, owner).await?,
        asks_present: asks_present(visit, owner).await?,
        present_error: present,
        password_rules: fields::password_rules(&visit.pool().settings.password_policy, typed),
        password_error: words(complaint.password.as_ref()),
        // Signing out everywhere else is what a changed password is mostly for.
        ends_elsewhere: typed.is_empty() || typed.has("elsewhere"),
        error: words(complaint.whole.as_ref()),
    };
    let status = match (is_wrong, complaint.is_none()) {
        (false, _) => StatusCode::OK,
        (true, true) => StatusCode::BAD_REQUEST,
        (true, false) => complaint.status(),
    };
    let mut response = owner.show(visit, status, &content)?;
    complaint.wait(&mut response);
    Ok(response)
}

async fn has_password(visit: &Visit, owner: &Owner) -> Result<bool, WebError> {
    let details = details::of(&visit.env, visit.pool(), &owner.user).await?;
    Ok(details.password_set_at.is_some())
}

async fn asks_present(visit: &Visit, owner: &Owner) -> Result<bool, WebError> {
    if step_up::has_shown_password(&owner.session) {
        return Ok(false);
    }
    Ok(external::ways(&visit.env, visit.pool(), &owner.user).await?.has_password)
}
