//! `/confirmUser`: the target of the link that confirms a sign-up.
//!
//! Its GET shows a button and changes nothing, because mail scanners follow links. There is no flow here: the link may
//! be opened in another browser than the one that signed up.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::complaint::Complaint;
use super::room;
use super::visit::Visit;
use crate::authn::AuthnError;
use crate::directory::{confirm, users};
use crate::model::flow::Subject;
use crate::model::ids::UserId;
use crate::model::user::UserStatus;
use crate::render::contexts::{ConfirmUser, ConfirmUserState, ErrorKind, Form, Problem};
use crate::web::cookies::{self, FlowBrowser};
use crate::web::csrf::{self, Binding};
use crate::web::form::FormParameters;
use crate::web::page::{self, PageContext};
use crate::web::{WebError, see_other};

const PATH: &str = "/confirmUser";

/// The parameters of the link, under Cognito's names; the name is the user id.
const NAME: &str = "user_name";
const CODE: &str = "confirmation_code";
const CLIENT: &str = "client_id";

/// The button, or what has become of it.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    if visit.query.get("done") == Some("1") {
        let state = ConfirmUserState::Confirmed { continue_link: None };
        return Ok(answer(&visit, StatusCode::OK, state));
    }
    let (name, code) = link_parts(&visit)?;
    let browser = cookies::flow_browser(&visit.request, &visit.pool().id);
    let query = [(CLIENT, visit.query.text(CLIENT)), (NAME, name), (CODE, code)];
    let form = Form::new(visit.link(PATH, &query), csrf::token(&visit.env, &binding(&visit, &browser, code)));
    let mut response = answer(&visit, StatusCode::OK, ConfirmUserState::Ask { form });
    if let Some(cookie) = browser.cookie(&visit.request, &visit.pool().id) {
        response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(response)
}

/// Confirms.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let (name, code) = link_parts(&visit)?;
    let browser = cookies::flow_browser(&visit.request, &visit.pool().id);
    let back = visit.link(PATH, &[(CLIENT, visit.query.text(CLIENT)), (NAME, name), (CODE, code)]);
    csrf::check(&visit.request, &form.0, &binding(&visit, &browser, code))
        .map_err(|error| error.with_retry(back))?;
    let user = users::find(&visit.env, visit.pool(), &UserId::trusted(name)).await?;
    let subject = match &user {
        Some(user) => Subject::Known(user.id.clone()),
        None => Subject::Phantom(name.to_owned()),
    };
    let error = match confirm::confirm_sign_up(&visit.env, visit.pool(), &subject, code).await {
        Ok(_) => return Ok(see_other(&visit.link(PATH, &[("done", "1")]))),
        Err(error) => AuthnError::from(error),
    };
    // The link was used before. Whoever asks has the user id from it, which nobody guesses.
    if user.is_some_and(|user| user.status == UserStatus::Confirmed) {
        return Ok(see_other(&visit.link(PATH, &[("done", "1")])));
    }
    let complaint = Complaint::about(error, &visit.pool().settings).map_err(room::fault)?;
    let problem = complaint.code.clone().or_else(|| complaint.whole.clone()).unwrap_or(Problem::CodeExpired);
    let state = ConfirmUserState::Failed { problem: problem.into(), login_link: None };
    Ok(answer(&visit, complaint.status(), state))
}

fn answer(visit: &Visit, status: StatusCode, state: ConfirmUserState) -> HttpResponse {
    let mut context = PageContext::new(&visit.request, &visit.requested);
    context.stays_here();
    page::render(&context, status, &ConfirmUser { state })
}

fn binding<'a>(visit: &'a Visit, browser: &'a FlowBrowser, code: &'a str) -> Binding<'a> {
    Binding { pool: &visit.pool().id, browser: &browser.value, transaction: code }
}

fn link_parts(visit: &Visit) -> Result<(&str, &str), WebError> {
    let (name, code) = (visit.query.get(NAME), visit.query.get(CODE));
    name.zip(code).filter(|(name, code)| name.len() <= 1024 && code.len() <= 256).ok_or_else(|| {
        let detail = format!("{NAME} and {CODE} are needed");
        WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::InvalidRequest { detail })
    })
}
