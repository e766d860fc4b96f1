//! `/newPassword`: a password of one's own in place of a temporary one.

use actix_web::HttpResponse;

use super::complaint::{Complaint, words};
use super::fields;
use super::outcome::{self, Outcome};
use super::place::Place;
use super::room::{self, Door, Room};
use super::visit::Visit;
use crate::model::flow::{Answer, Challenge};
use crate::render::contexts::{NewPassword, Problem};
use crate::web::WebError;
use crate::web::form::{FormParameters, Parameters};

/// The form.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match room::enter(&visit, Place::NewPassword).await? {
        Door::Open(room) => Ok(page(&visit, &room, &Parameters::default(), &Complaint::default())),
        Door::Elsewhere(response) => Ok(response),
    }
}

/// Sets the password, and the attributes that were missing.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let room = match room::submit(&visit, &form, Some(Place::NewPassword)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    let (attributes, mut complaint) = fields::read_attributes(&missing_attributes(&room), &form);
    complaint.password = form.get("password").is_none().then_some(Problem::Required);
    if complaint.is_none() {
        let new_password = form.text("password").to_owned();
        match outcome::answer(&visit, &room, Answer::NewPassword { new_password, attributes }).await? {
            Outcome::Gone(response) => return Ok(response),
            Outcome::Refused(refused) => complaint = refused,
        }
    }
    Ok(page(&visit, &room, &form, &complaint))
}

pub(super) fn page(visit: &Visit, room: &Room, typed: &Parameters, complaint: &Complaint) -> HttpResponse {
    let content = NewPassword {
        form: room.form(visit, Place::NewPassword.path(), &[]),
        username: room.typed_name.clone().unwrap_or_default(),
        password_rules: fields::password_rules(&visit.pool().settings.password_policy, typed),
        password_error: words(complaint.password.as_ref()),
        attributes: fields::attribute_fields(&missing_attributes(room), typed, complaint),
        error: words(complaint.whole.as_ref()),
    };
    outcome::show(visit, room, complaint, &content)
}

fn missing_attributes(room: &Room) -> Vec<(String, bool)> {
    match &room.challenge {
        Challenge::NewPassword { missing_attributes } => {
            missing_attributes.iter().map(|name| (name.clone(), true)).collect()
        }
        _ => Vec::new(),
    }
}
