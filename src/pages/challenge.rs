//! `/challenge`: a one-time code, a code of the authenticator app, or the choice between factors.

use actix_web::HttpResponse;
use actix_web::http::Method;

use super::complaint::{Complaint, words};
use super::fields;
use super::login;
use super::outcome::{self, Outcome};
use super::place::Place;
use super::room::{self, Door, Room};
use super::visit::Visit;
use crate::model::flow::{Answer, Challenge, FactorOption, FactorRole};
use crate::model::pool::SecondFactor;
use crate::render::contexts::{
    ChallengeCode, ChallengePurpose, ChallengeTotp, Factor, FactorChoice, Problem, Resend, SelectFactor,
};
use crate::web::form::{FormParameters, Parameters};
use crate::web::{WebError, csrf};

const PATH: &str = "/challenge";

/// The form. With `methods` in the address, the way to the choice between factors: nothing is sent or spent there, and
/// other sites cannot know the address.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let room = match room::enter(&visit, Place::Challenge).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    let wants_choice = visit.query.has("methods") && has_alternatives(&room.challenge);
    if wants_choice && visit.request.method() == Method::GET && csrf::check_site(&visit.request).is_ok() {
        return match outcome::answer(&visit, &room, Answer::OtherFactor).await? {
            Outcome::Gone(response) => Ok(response),
            Outcome::Refused(complaint) => Ok(page(&visit, &room, &complaint)),
        };
    }
    Ok(page(&visit, &room, &Complaint::default()))
}

/// The code, or the choice.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let room = match room::submit(&visit, &form.0, Some(Place::Challenge)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    let answer = match read_answer(&room.challenge, &form.0) {
        Ok(answer) => answer,
        Err(complaint) => return Ok(page(&visit, &room, &complaint)),
    };
    match outcome::answer(&visit, &room, answer).await? {
        Outcome::Gone(response) => Ok(response),
        Outcome::Refused(complaint) => Ok(page(&visit, &room, &complaint)),
    }
}

pub(super) fn page(visit: &Visit, room: &Room, complaint: &Complaint) -> HttpResponse {
    let form = room.form(visit, PATH, &[]);
    let code_error = words(complaint.code.as_ref());
    let error = words(complaint.whole.as_ref());
    let other_methods_link =
        has_alternatives(&room.challenge).then(|| room.link(visit, PATH, &[("methods", "1")]));
    // Who proves themselves once more is one person.
    let login_link = room
        .transaction
        .step_up()
        .is_none()
        .then(|| room.link(visit, Place::Login.path(), &[("restart", "1")]));
    match &room.challenge {
        Challenge::OneTimeCode { role, delivery, .. } => {
            let content = ChallengeCode {
                form,
                purpose: purpose(*role),
                delivery: fields::delivery(delivery),
                code_error,
                error,
                resend: Some(Resend { form: room.form(visit, "/resendcode", &[]) }),
                other_methods_link,
                login_link,
            };
            outcome::show(visit, room, complaint, &content)
        }
        Challenge::Totp { .. } => {
            let content = ChallengeTotp { form, code_error, error, other_methods_link, login_link };
            outcome::show(visit, room, complaint, &content)
        }
        Challenge::SelectFactor { options } => {
            let choices = options.iter().map(choice).collect();
            let purpose = ChallengePurpose::SecondFactor;
            let content = SelectFactor { form, purpose, choices, error, login_link };
            outcome::show(visit, room, complaint, &content)
        }
        Challenge::Identify
        | Challenge::ConfirmSignUp { .. }
        | Challenge::ResetPassword { .. }
        | Challenge::NewPassword { .. }
        | Challenge::External { .. } => login::page(visit, room, &Parameters::default(), complaint),
    }
}

fn read_answer(challenge: &Challenge, form: &Parameters) -> Result<Answer, Box<Complaint>> {
    if let Challenge::SelectFactor { options } = challenge {
        return options
            .iter()
            .find(|option| value(option.factor) == form.text("choice"))
            .map(|option| Answer::Choose(option.factor))
            .ok_or_else(|| {
                Box::new(Complaint { whole: Some(Problem::MethodUnavailable), ..Complaint::default() })
            });
    }
    let code = fields::code(form);
    if code.is_empty() {
        return Err(Box::new(Complaint { code: Some(Problem::Required), ..Complaint::default() }));
    }
    Ok(Answer::Code(code))
}

fn has_alternatives(challenge: &Challenge) -> bool {
    matches!(
        challenge,
        Challenge::OneTimeCode { alternatives: true, .. } | Challenge::Totp { alternatives: true, .. }
    )
}

fn purpose(role: FactorRole) -> ChallengePurpose {
    match role {
        FactorRole::First => ChallengePurpose::FirstFactor,
        FactorRole::Second => ChallengePurpose::SecondFactor,
    }
}

fn choice(option: &FactorOption) -> FactorChoice {
    let factor = match option.factor {
        SecondFactor::Totp => Factor::Totp,
        SecondFactor::Sms => Factor::Sms,
        SecondFactor::Email => Factor::Email,
    };
    FactorChoice { factor, value: value(option.factor).to_owned(), destination: option.destination.clone() }
}

/// Cognito's names of the factors.
fn value(factor: SecondFactor) -> &'static str {
    match factor {
        SecondFactor::Totp => "SOFTWARE_TOKEN_MFA",
        SecondFactor::Sms => "SMS_MFA",
        SecondFactor::Email => "EMAIL_OTP",
    }
}
