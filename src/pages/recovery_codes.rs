//! `/recoveryCodes`: new recovery codes, shown until the person goes on; and how many are left after one was used.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, HeaderValue};

use super::complaint::{Complaint, words};
use super::outcome::{self, Outcome};
use super::place::Place;
use super::room::{self, Door, Room};
use super::visit::Visit;
use crate::directory::recovery_codes;
use crate::model::flow::{Answer, Challenge};
use crate::render::contexts::{RecoveryCodeUsed, RecoveryCodes};
use crate::web::WebError;
use crate::web::form::FormParameters;

const PATH: &str = "/recoveryCodes";
const DOWNLOAD: &str = "/recoveryCodes/download";

/// The codes.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match room::enter(&visit, Place::RecoveryCodes).await? {
        Door::Open(room) => page(&visit, &room, &Complaint::default()),
        Door::Elsewhere(response) => Ok(response),
    }
}

/// The person goes on.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let room = match room::submit(&visit, &form.0, Some(Place::RecoveryCodes)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    match outcome::answer(&visit, &room, Answer::GoOn).await? {
        Outcome::Gone(response) => Ok(response),
        Outcome::Refused(complaint) => page(&visit, &room, &complaint),
    }
}

/// The codes as a text file, without script. A POST, so that no address leads to them.
pub(super) async fn download(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let room = match room::submit(&visit, &form.0, Some(Place::RecoveryCodes)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    let Challenge::RecoveryCodes { sealed } = &room.challenge else {
        return page(&visit, &room, &Complaint::default());
    };
    let mut text = codes(&visit, sealed)?.join("\r\n");
    text.insert_str(0, &format!("{}\r\n\r\n", visit.pool().name.replace(['\r', '\n'], " ")));
    text.push_str("\r\n");
    let attachment = HeaderValue::from_static("attachment; filename=\"recovery-codes.txt\"");
    let response = HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, attachment))
        .body(text);
    Ok(response)
}

fn page(visit: &Visit, room: &Room, complaint: &Complaint) -> Result<HttpResponse, WebError> {
    let form = room.form(visit, PATH, &[]);
    let error = words(complaint.whole.as_ref());
    Ok(match &room.challenge {
        Challenge::RecoveryCodes { sealed } => {
            let content = RecoveryCodes {
                form,
                download: room.form(visit, DOWNLOAD, &[]),
                codes: codes(visit, sealed)?,
                error,
            };
            outcome::show(visit, room, complaint, &content)
        }
        Challenge::RecoveryCodeUsed { left } => {
            let content = RecoveryCodeUsed { form, left: *left, error };
            outcome::show(visit, room, complaint, &content)
        }
        _ => return Err(WebError::Internal("no recovery codes are shown at this step".into())),
    })
}

fn codes(visit: &Visit, sealed: &str) -> Result<Vec<String>, WebError> {
    recovery_codes::reveal_in_flow(&visit.env, visit.pool(), sealed)
        .ok_or_else(|| WebError::Internal("recovery codes cannot be opened".into()))
}
