//! `/confirm`: the code that confirms a sign-up.

use actix_web::HttpResponse;

use super::complaint::{Complaint, words};
use super::fields;
use super::outcome::{self, Outcome};
use super::place::Place;
use super::room::{self, Door, Room};
use super::visit::Visit;
use crate::model::flow::{Answer, Challenge};
use crate::render::contexts::{Confirm, Problem, Resend};
use crate::web::WebError;
use crate::web::form::FormParameters;

/// The form.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match room::enter(&visit, Place::Confirm).await? {
        Door::Open(room) => Ok(page(&visit, &room, &Complaint::default())),
        Door::Elsewhere(response) => Ok(response),
    }
}

/// Spends the code.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let room = match room::submit(&visit, &form.0, Some(Place::Confirm)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    let code = fields::code(&form.0);
    if code.is_empty() {
        let complaint = Complaint { code: Some(Problem::Required), ..Complaint::default() };
        return Ok(page(&visit, &room, &complaint));
    }
    match outcome::answer(&visit, &room, Answer::Code(code)).await? {
        Outcome::Gone(response) => Ok(response),
        Outcome::Refused(complaint) => Ok(page(&visit, &room, &complaint)),
    }
}

pub(super) fn page(visit: &Visit, room: &Room, complaint: &Complaint) -> HttpResponse {
    let delivery = match &room.challenge {
        Challenge::ConfirmSignUp { delivery } => delivery.as_ref().map(fields::delivery),
        _ => None,
    };
    let back = || room.link(visit, Place::SignUp.path(), &[("restart", "1")]);
    let content = Confirm {
        form: room.form(visit, Place::Confirm.path(), &[]),
        resend: delivery.is_some().then(|| Resend { form: room.form(visit, "/resendcode", &[]) }),
        delivery,
        code_error: words(complaint.code.as_ref()),
        error: words(complaint.whole.as_ref()),
        back_link: visit.pool().settings.self_sign_up.then(back),
    };
    outcome::show(visit, room, complaint, &content)
}
