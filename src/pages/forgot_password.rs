//! `/forgotPassword` and `/confirmforgotPassword`: whose password, then the code and the new one.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::complaint::{Complaint, words};
use super::fields;
use super::guard;
use super::outcome::{self, Outcome};
use super::place::Place;
use super::room::{self, Door, Room};
use super::visit::Visit;
use crate::env::OpenForm;
use crate::model::flow::{Answer, Challenge};
use crate::render::contexts::{ConfirmForgotPassword, ErrorKind, ForgotPassword, Problem, Resend};
use crate::web::WebError;
use crate::web::form::{FormParameters, Parameters};

/// Asks whose password it is.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let room = match room::enter(&visit, Place::ForgotPassword).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    check_open(&visit, &room)?;
    Ok(page(&visit, &room, &Parameters::default(), &Complaint::default()))
}

/// Sends the code.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let room = match room::submit(&visit, &form, Some(Place::ForgotPassword)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    check_open(&visit, &room)?;
    let username = form.text("username").to_owned();
    let mut complaint = Complaint { username: fields::name_problem(&username), ..Complaint::default() };
    if complaint.is_none() {
        let answer = Answer::ForgotPassword { username };
        match guard::answer(&visit, &room, (OpenForm::Code, &form), answer).await? {
            Outcome::Gone(response) => return Ok(response),
            Outcome::Refused(refused) => complaint = refused,
        }
    }
    Ok(page(&visit, &room, &form, &complaint))
}

/// Asks for the code and the new password.
pub(super) async fn get_confirm(visit: Visit) -> Result<HttpResponse, WebError> {
    match room::enter(&visit, Place::ConfirmForgotPassword).await? {
        Door::Open(room) => Ok(confirm_page(&visit, &room, &Parameters::default(), &Complaint::default())),
        Door::Elsewhere(response) => Ok(response),
    }
}

/// Sets the new password.
pub(super) async fn post_confirm(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let room = match room::submit(&visit, &form, Some(Place::ConfirmForgotPassword)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    let code = fields::code(&form);
    let mut complaint = Complaint {
        code: code.is_empty().then_some(Problem::Required),
        password: form.get("password").is_none().then_some(Problem::Required),
        ..Complaint::default()
    };
    if complaint.is_none() {
        let new_password = form.text("password").to_owned();
        match outcome::answer(&visit, &room, Answer::ResetPassword { code, new_password }).await? {
            Outcome::Gone(response) => return Ok(response),
            Outcome::Refused(refused) => complaint = refused,
        }
    }
    Ok(confirm_page(&visit, &room, &form, &complaint))
}

fn page(visit: &Visit, room: &Room, typed: &Parameters, complaint: &Complaint) -> HttpResponse {
    let content = ForgotPassword {
        form: guard::ask(visit, room, OpenForm::Code, room.form(visit, Place::ForgotPassword.path(), &[])),
        identifier: fields::identifier(&visit.pool().settings),
        username: fields::field(typed, "username", room.typed_name.as_deref(), complaint.username.as_ref()),
        error: words(complaint.whole.as_ref()),
        login_link: Some(room.link(visit, Place::Login.path(), &[])),
    };
    outcome::show(visit, room, complaint, &content)
}

pub(super) fn confirm_page(
    visit: &Visit,
    room: &Room,
    typed: &Parameters,
    complaint: &Complaint,
) -> HttpResponse {
    let delivery = match &room.challenge {
        Challenge::ResetPassword { delivery } => Some(fields::delivery(delivery)),
        _ => None,
    };
    let content = ConfirmForgotPassword {
        form: room.form(visit, Place::ConfirmForgotPassword.path(), &[]),
        username: room.typed_name.clone().unwrap_or_default(),
        delivery,
        code_error: words(complaint.code.as_ref()),
        password_rules: fields::password_rules(&visit.pool().settings.password_policy, typed),
        password_error: words(complaint.password.as_ref()),
        error: words(complaint.whole.as_ref()),
        resend: Some(Resend { form: room.form(visit, "/resendcode", &[]) }),
        login_link: Some(room.link(visit, Place::Login.path(), &[("restart", "1")])),
    };
    outcome::show(visit, room, complaint, &content)
}

fn check_open(visit: &Visit, room: &Room) -> Result<(), WebError> {
    if !visit.pool().settings.recovery.is_empty() {
        return Ok(());
    }
    let login = room.link(visit, Place::Login.path(), &[]);
    Err(WebError::refused(StatusCode::FORBIDDEN, ErrorKind::RecoveryClosed).with_retry(login))
}
