//! `/challenge`: a one-time code, a code of the authenticator app, a recovery code, or the choice between factors or ways.

use actix_web::HttpResponse;
use actix_web::http::Method;

use super::complaint::{Complaint, words};
use super::fields;
use super::login;
use super::outcome::{self, Outcome};
use super::passkey;
use super::place::Place;
use super::room::{self, Door, Room};
use super::visit::Visit;
use crate::directory::devices;
use crate::model::flow::{Answer, Challenge, FactorOption, FactorRole, Way, WayOption};
use crate::model::pool::{FirstFactor, RememberDevices, SecondFactor};
use crate::render::contexts::{
    ChallengeCode, ChallengePurpose, ChallengeRecovery, ChallengeTotp, Factor, FactorChoice, Problem, Resend,
    SelectFactor,
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
    let wish = if visit.query.has("methods") && has_alternatives(&room.challenge) {
        Some(Answer::OtherFactor)
    } else if visit.query.has("ways") && has_other_ways(&visit, &room.challenge) {
        Some(Answer::OtherWay)
    } else {
        None
    };
    if let Some(wish) = wish
        && visit.request.method() == Method::GET
        && csrf::check_site(&visit.request).is_ok()
    {
        return match outcome::answer(&visit, &room, wish).await? {
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
    let by_recovery_code = wants_recovery(&visit, &room);
    if matches!(room.challenge, Challenge::Passkey { .. }) && !by_recovery_code {
        return match passkey::sign_in(&visit, &room, &form.0).await? {
            Outcome::Gone(response) => Ok(response),
            Outcome::Refused(complaint) => Ok(page(&visit, &room, &complaint)),
        };
    }
    let read =
        if by_recovery_code { read_recovery_code(&form.0) } else { read_answer(&room.challenge, &form.0) };
    let answer = match read {
        Ok(answer) => answer,
        Err(complaint) => return Ok(page(&visit, &room, &complaint)),
    };
    match outcome::answer(&visit, &room, answer).await? {
        Outcome::Gone(response) => Ok(response),
        Outcome::Refused(complaint) => Ok(page(&visit, &room, &complaint)),
    }
}

pub(super) fn page(visit: &Visit, room: &Room, complaint: &Complaint) -> HttpResponse {
    if wants_recovery(visit, room) {
        return recovery_page(visit, room, complaint);
    }
    let form = room.form(visit, PATH, &[]);
    let code_error = words(complaint.code.as_ref());
    let error = words(complaint.whole.as_ref());
    let other_methods_link = if has_alternatives(&room.challenge) {
        Some(room.link(visit, PATH, &[("methods", "1")]))
    } else {
        has_other_ways(visit, &room.challenge).then(|| room.link(visit, PATH, &[("ways", "1")]))
    };
    let recovery_link = room.takes_recovery_codes.then(|| room.link(visit, PATH, &[("recovery", "1")]));
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
                remember_days: remember_days(visit).filter(|_| *role == FactorRole::Second),
                resend: Some(Resend { form: room.form(visit, "/resendcode", &[]) }),
                other_methods_link,
                recovery_link,
                login_link,
            };
            outcome::show(visit, room, complaint, &content)
        }
        Challenge::Totp { device_name, .. } => {
            let content = ChallengeTotp {
                form,
                device_name: device_name.clone(),
                code_error,
                error,
                remember_days: remember_days(visit),
                other_methods_link,
                recovery_link,
                login_link,
            };
            outcome::show(visit, room, complaint, &content)
        }
        Challenge::Passkey { .. } => passkey::challenge_page(visit, room, complaint, recovery_link),
        Challenge::SelectFactor { options } => {
            let choices = options.iter().map(choice).collect();
            let purpose = ChallengePurpose::SecondFactor;
            let passkey = None;
            let content = SelectFactor { form, purpose, choices, error, passkey, recovery_link, login_link };
            outcome::show(visit, room, complaint, &content)
        }
        Challenge::ChooseWay { options } => {
            let choices = options.iter().map(way_choice).collect();
            let purpose = ChallengePurpose::FirstFactor;
            let (passkey, recovery_link) = (passkey::prompt(visit, room), None);
            let content = SelectFactor { form, purpose, choices, error, passkey, recovery_link, login_link };
            outcome::show(visit, room, complaint, &content)
        }
        _ => login::page(visit, room, &Parameters::default(), complaint),
    }
}

/// The page that asks for a recovery code; the flow stands where it stood.
fn recovery_page(visit: &Visit, room: &Room, complaint: &Complaint) -> HttpResponse {
    let content = ChallengeRecovery {
        form: room.form(visit, PATH, &[("recovery", "1")]),
        code_error: words(complaint.code.as_ref().map(of_paper).as_ref()),
        error: words(complaint.whole.as_ref()),
        back_link: Some(room.link(visit, PATH, &[])),
        login_link: Some(room.link(visit, Place::Login.path(), &[("restart", "1")])),
    };
    outcome::show(visit, room, complaint, &content)
}

fn wants_recovery(visit: &Visit, room: &Room) -> bool {
    visit.query.has("recovery") && room.takes_recovery_codes
}

/// A code on paper comes by no message, so there is no new one to be asked for.
fn of_paper(problem: &Problem) -> Problem {
    match problem {
        Problem::Required => Problem::Required,
        _ => Problem::RecoveryCodeMismatch,
    }
}

/// For how many days the browser could be remembered, where that is the person's choice.
fn remember_days(visit: &Visit) -> Option<u32> {
    (devices::mode(visit.pool()) == Some(RememberDevices::OptIn))
        .then_some(visit.pool().settings.mfa.remember_days)
}

fn read_recovery_code(form: &Parameters) -> Result<Answer, Box<Complaint>> {
    let code = form.text("recoveryCode").trim();
    if code.is_empty() {
        return Err(Box::new(Complaint { code: Some(Problem::Required), ..Complaint::default() }));
    }
    Ok(Answer::RecoveryCode(code.to_owned()))
}

fn read_answer(challenge: &Challenge, form: &Parameters) -> Result<Answer, Box<Complaint>> {
    let chosen = form.text("choice");
    let answer = match challenge {
        Challenge::SelectFactor { options } => Some(
            options
                .iter()
                .find(|option| value(option.factor) == chosen)
                .map(|option| Answer::Choose(option.factor)),
        ),
        Challenge::ChooseWay { options } => Some(
            options
                .iter()
                .find(|option| way_value(option.way) == chosen)
                .map(|option| Answer::ChooseWay(option.way)),
        ),
        _ => None,
    };
    if let Some(answer) = answer {
        return answer.ok_or_else(|| {
            Box::new(Complaint { whole: Some(Problem::MethodUnavailable), ..Complaint::default() })
        });
    }
    let code = fields::code(form);
    if code.is_empty() {
        return Err(Box::new(Complaint { code: Some(Problem::Required), ..Complaint::default() }));
    }
    let answer = Answer::Code(code);
    Ok(if form.has("remember") { Answer::Remember(Box::new(answer)) } else { answer })
}

pub(super) fn has_alternatives(challenge: &Challenge) -> bool {
    matches!(
        challenge,
        Challenge::OneTimeCode { alternatives: true, .. }
            | Challenge::Totp { alternatives: true, .. }
            | Challenge::Passkey { alternatives: true }
    )
}

/// Whether the way to sign in was chosen among several.
fn has_other_ways(visit: &Visit, challenge: &Challenge) -> bool {
    let asks_name = visit.pool().settings.identifier_first || !visit.pool().settings.password_sign_in;
    asks_name && matches!(challenge, Challenge::OneTimeCode { role: FactorRole::First, .. })
}

fn purpose(role: FactorRole) -> ChallengePurpose {
    match role {
        FactorRole::First => ChallengePurpose::FirstFactor,
        FactorRole::Second => ChallengePurpose::SecondFactor,
    }
}

pub(super) fn choice(option: &FactorOption) -> FactorChoice {
    let factor = match option.factor {
        SecondFactor::Totp => Factor::Totp,
        SecondFactor::Sms => Factor::Sms,
        SecondFactor::Email => Factor::Email,
        SecondFactor::Passkey => Factor::Passkey,
    };
    FactorChoice { factor, value: value(option.factor).to_owned(), destination: option.destination.clone() }
}

/// Cognito's names of the factors.
pub(super) fn value(factor: SecondFactor) -> &'static str {
    match factor {
        SecondFactor::Totp => "SOFTWARE_TOKEN_MFA",
        SecondFactor::Sms => "SMS_MFA",
        SecondFactor::Email => "EMAIL_OTP",
        SecondFactor::Passkey => "WEB_AUTHN",
    }
}

fn way_choice(option: &WayOption) -> FactorChoice {
    let factor = match option.way {
        Way::Password => Factor::Password,
        Way::Code(FirstFactor::EmailOtp) => Factor::Email,
        Way::Code(FirstFactor::SmsOtp) => Factor::Sms,
        Way::Code(FirstFactor::Passkey) => Factor::Passkey,
    };
    FactorChoice { factor, value: way_value(option.way).to_owned(), destination: option.destination.clone() }
}

/// Cognito's names of the first factors.
fn way_value(way: Way) -> &'static str {
    match way {
        Way::Password => "PASSWORD",
        Way::Code(FirstFactor::EmailOtp) => "EMAIL_OTP",
        Way::Code(FirstFactor::SmsOtp) => "SMS_OTP",
        Way::Code(FirstFactor::Passkey) => "WEB_AUTHN",
    }
}
