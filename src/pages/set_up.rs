//! `/setUpFactor`: a second factor is set up in the sign-in that needs one: the choice, an authenticator app, a number for
//! codes by SMS, and the code that proves an address.

use actix_web::HttpResponse;
use actix_web::http::Method;

use super::challenge::{choice, value};
use super::complaint::{Complaint, words};
use super::fields;
use super::outcome::{self, Outcome};
use super::place::Place;
use super::room::{self, Door, Room};
use super::visit::Visit;
use crate::directory::totp_setup::{self, ShownKey};
use crate::model::flow::{Answer, Challenge};
use crate::render::contexts::{
    ChallengeCode, ChallengePurpose, Problem, QrCode, Resend, SelectFactor, SetUpNumber, SetUpTotp,
};
use crate::web::form::{FormParameters, Parameters};
use crate::web::{WebError, csrf};

const PATH: &str = "/setUpFactor";

/// The form. With `methods` in the address, the way to the choice between the kinds: see `challenge`.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let room = match room::enter(&visit, Place::SetUp).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    let wants_choice = visit.query.has("methods") && has_alternatives(&room.challenge);
    if wants_choice && visit.request.method() == Method::GET && csrf::check_site(&visit.request).is_ok() {
        return match outcome::answer(&visit, &room, Answer::OtherFactor).await? {
            Outcome::Gone(response) => Ok(response),
            Outcome::Refused(complaint) => page(&visit, &room, &Parameters::default(), &complaint).await,
        };
    }
    page(&visit, &room, &Parameters::default(), &Complaint::default()).await
}

/// The choice, the app's first code, the number, or the code that was sent to it.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let room = match room::submit(&visit, &form.0, Some(Place::SetUp)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    let complaint = match read_answer(&room.challenge, &form.0) {
        Ok(answer) => match outcome::answer(&visit, &room, answer).await? {
            Outcome::Gone(response) => return Ok(response),
            Outcome::Refused(complaint) => complaint,
        },
        Err(complaint) => *complaint,
    };
    page(&visit, &room, &form.0, &complaint).await
}

async fn page(
    visit: &Visit,
    room: &Room,
    typed: &Parameters,
    complaint: &Complaint,
) -> Result<HttpResponse, WebError> {
    let form = room.form(visit, PATH, &[]);
    let error = words(complaint.whole.as_ref());
    let login_link = Some(room.link(visit, Place::Login.path(), &[("restart", "1")]));
    Ok(match &room.challenge {
        Challenge::SetUpTotp { sealed, .. } => {
            let Some(ShownKey { key, uri }) = totp_setup::show(&visit.env, visit.pool(), sealed).await?
            else {
                return Err(WebError::Internal("the key of a set-up cannot be opened".into()));
            };
            let content = SetUpTotp {
                form,
                qr: QrCode::of(&uri),
                uri,
                key,
                device_name: fields::field(typed, "deviceName", None, None),
                code_error: words(complaint.code.as_ref().map(of_the_app).as_ref()),
                error,
                other_methods_link: other_methods_link(visit, room),
                login_link,
            };
            outcome::show(visit, room, complaint, &content)
        }
        Challenge::SetUpNumber { .. } => {
            let problem = complaint.attributes.get("phone_number").or(complaint.username.as_ref());
            let content = SetUpNumber {
                form,
                number: fields::field(typed, "phoneNumber", None, problem),
                error,
                other_methods_link: other_methods_link(visit, room),
                login_link,
            };
            outcome::show(visit, room, complaint, &content)
        }
        Challenge::SetUpFactor { options } => {
            let content = SelectFactor {
                form,
                purpose: ChallengePurpose::SetUp,
                choices: options.iter().map(choice).collect(),
                error,
                recovery_link: None,
                login_link,
            };
            outcome::show(visit, room, complaint, &content)
        }
        _ => code_page(visit, room, complaint),
    })
}

/// The page that asks for the code which proves an address.
pub(super) fn code_page(visit: &Visit, room: &Room, complaint: &Complaint) -> HttpResponse {
    let Challenge::SetUpCode { delivery, .. } = &room.challenge else {
        return super::login::page(visit, room, &Parameters::default(), complaint);
    };
    let content = ChallengeCode {
        form: room.form(visit, PATH, &[]),
        purpose: ChallengePurpose::SetUp,
        delivery: fields::delivery(delivery),
        code_error: words(complaint.code.as_ref()),
        error: words(complaint.whole.as_ref()),
        remember_days: None,
        resend: Some(Resend { form: room.form(visit, "/resendcode", &[]) }),
        other_methods_link: other_methods_link(visit, room),
        recovery_link: None,
        login_link: Some(room.link(visit, Place::Login.path(), &[("restart", "1")])),
    };
    outcome::show(visit, room, complaint, &content)
}

fn read_answer(challenge: &Challenge, form: &Parameters) -> Result<Answer, Box<Complaint>> {
    let refuse = |complaint: Complaint| Err(Box::new(complaint));
    match challenge {
        Challenge::SetUpFactor { options } => options
            .iter()
            .find(|option| value(option.factor) == form.text("choice"))
            .map(|option| Answer::Choose(option.factor))
            .ok_or_else(|| {
                Box::new(Complaint { whole: Some(Problem::MethodUnavailable), ..Complaint::default() })
            }),
        Challenge::SetUpNumber { .. } => {
            let number = fields::phone_number(form.text("phoneNumber"));
            if number.is_empty() {
                return refuse(Complaint { username: Some(Problem::Required), ..Complaint::default() });
            }
            Ok(Answer::Number(number))
        }
        _ => {
            let code = fields::code(form);
            if code.is_empty() {
                return refuse(Complaint { code: Some(Problem::Required), ..Complaint::default() });
            }
            if !matches!(challenge, Challenge::SetUpTotp { .. }) {
                return Ok(Answer::Code(code));
            }
            let device_name = Some(form.text("deviceName").to_owned()).filter(|name| !name.is_empty());
            Ok(Answer::SetUpTotp { code, device_name })
        }
    }
}

fn other_methods_link(visit: &Visit, room: &Room) -> Option<String> {
    has_alternatives(&room.challenge).then(|| room.link(visit, PATH, &[("methods", "1")]))
}

fn has_alternatives(challenge: &Challenge) -> bool {
    matches!(
        challenge,
        Challenge::SetUpTotp { alternatives: true, .. }
            | Challenge::SetUpNumber { alternatives: true }
            | Challenge::SetUpCode { alternatives: true, .. }
    )
}

/// An app shows a new code by itself; there is none to be asked for.
fn of_the_app(problem: &Problem) -> Problem {
    match problem {
        Problem::CodeMismatch => Problem::AuthenticatorMismatch,
        other => other.clone(),
    }
}
