//! `/login`: name and password, a code instead, or "signed in as".

use actix_web::HttpResponse;
use actix_web::http::{Method, StatusCode};

use super::account::confirm;
use super::buttons;
use super::complaint::{Complaint, words};
use super::fields;
use super::guard;
use super::outcome::{self, Outcome};
use super::passkey;
use super::place::Place;
use super::room::{self, Door, Note, Room};
use super::visit::Visit;
use crate::authn::browser_session;
use crate::directory::ways;
use crate::env::OpenForm;
use crate::model::flow::{Answer, Challenge};
use crate::model::pool::{ContactKind, FirstFactor};
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::contexts::{
    AtProvider, Channel, Identify, IdentifyPurpose, Login, Problem, SignInMethod, SignedInAs,
};
use crate::web::cookies::{self, CookieKind};
use crate::web::form::{FormParameters, Parameters};
use crate::web::{WebError, csrf, goes_on_to, page, see_other};

const PATH: &str = "/login";

/// The form, or the choice to go on with the session that the browser has.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let room = match room::enter(&visit, Place::Login).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    if room.confirming.is_some() {
        return Ok(page(&visit, &room, &Parameters::default(), &Complaint::default()));
    }
    if visit.query.has("ways")
        && room.challenge == (Challenge::Password { alternatives: true })
        && visit.request.method() == Method::GET
        && csrf::check_site(&visit.request).is_ok()
    {
        return match outcome::answer(&visit, &room, Answer::OtherWay).await? {
            Outcome::Gone(response) => Ok(response),
            Outcome::Refused(complaint) => {
                guard::renew(&visit, &room, OpenForm::SignIn).await?;
                Ok(page(&visit, &room, &Parameters::default(), &complaint))
            }
        };
    }
    let wants_another = visit.query.get("account") == Some("other")
        || visit.query.has("by")
        || room.challenge != Challenge::Identify;
    let session = if wants_another { None } else { session(&visit).await? };
    match session {
        // Whoever links an account proves it now.
        Some((session, user)) if room.linking.is_none() && satisfies(&visit, &room, &session) => {
            Ok(signed_in_as(&visit, &room, &user))
        }
        Some(_) => {
            let mut context = room.context(&visit);
            context.notice.get_or_insert_with(|| Note::SignInAgain.words());
            let (nothing, fine) = (Parameters::default(), Complaint::default());
            if asks_name_first(&visit, &room, &nothing) {
                let form = name_form(&visit, &room, &nothing, &fine);
                return Ok(page::render(&context, StatusCode::OK, &form));
            }
            let form = sign_in_form(&visit, &room, &nothing, &fine);
            Ok(page::render(&context, StatusCode::OK, &form))
        }
        None => Ok(page(&visit, &room, &Parameters::default(), &Complaint::default())),
    }
}

/// Name and password, a name alone, or the choice about the session.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let room = match room::submit(&visit, &form, Some(Place::Login)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    match visit.query.get("account") {
        Some("continue") => return go_on(&visit, &room).await,
        Some("other") if form.has("switchButton") => {
            return Ok(see_other(&room.link(&visit, PATH, &[("account", "other")])));
        }
        _ => {}
    }
    if visit.query.get("by") == Some("passkey") {
        return match passkey::sign_in(&visit, &room, &form).await? {
            Outcome::Gone(response) => Ok(response),
            Outcome::Refused(complaint) => {
                guard::renew(&visit, &room, OpenForm::SignIn).await?;
                Ok(page(&visit, &room, &Parameters::default(), &complaint))
            }
        };
    }
    if asks_name_first(&visit, &room, &form) {
        return named(&visit, &room, &form).await;
    }
    let username = form.text("username").to_owned();
    let mut complaint = Complaint { username: fields::name_problem(&username), ..Complaint::default() };
    let (open, answer) = match first_factor(&visit) {
        Some(factor) => (OpenForm::Code, Answer::CodeInstead { username, factor }),
        None => {
            complaint.password = form.get("password").is_none().then_some(Problem::Required);
            (OpenForm::SignIn, Answer::Password { username, password: form.text("password").to_owned() })
        }
    };
    if complaint.is_none() {
        match guard::answer(&visit, &room, (open, &form), answer).await? {
            Outcome::Gone(response) => return Ok(response),
            Outcome::Refused(refused) => complaint = refused,
        }
    }
    Ok(page(&visit, &room, &form, &complaint))
}

/// Whether the page asks for the name alone, because what follows depends on it.
fn asks_name_first(visit: &Visit, room: &Room, typed: &Parameters) -> bool {
    let settings = &visit.pool().settings;
    let has_passwords = settings.password_sign_in;
    // Whoever went back to the page before types another name.
    let is_renamed = typed.has("username") && !typed.has("password");
    // A passkey that was refused leaves one at the page where it was tried.
    let by_another_way = visit.query.get("by").is_some_and(|way| way != "passkey");
    let is_chosen = (matches!(room.challenge, Challenge::Password { .. }) && !is_renamed)
        || (has_passwords && (by_another_way || room.linking.is_some()))
        || first_factor(visit).is_some()
        || room.confirming.is_some();
    (settings.identifier_first || !has_passwords) && buttons::takes_own_accounts(room) && !is_chosen
}

/// What follows the name alone: the provider of its domain, or the ways to sign in that this person has.
async fn named(visit: &Visit, room: &Room, form: &Parameters) -> Result<HttpResponse, WebError> {
    let username = form.text("username");
    if let Some(problem) = fields::name_problem(username) {
        let complaint = Complaint { username: Some(problem), ..Complaint::default() };
        return Ok(name_page(visit, room, form, &complaint));
    }
    if let Some(provider) = buttons::by_address(room, username).filter(|_| room.linking.is_none()) {
        let provider = buttons::button(visit, room, provider);
        let link = provider.link.clone();
        let has_passwords = visit.pool().settings.password_sign_in;
        let another_way = has_passwords.then(|| room.link(visit, PATH, &[("by", "password")]));
        let content = AtProvider { provider, another_way, problem: None };
        return Ok(goes_on_to(page::render(&room.context(visit), StatusCode::OK, &content), &link));
    }
    let answer = Answer::Name { username: username.to_owned() };
    match guard::answer(visit, room, (asked_by_name(visit), form), answer).await? {
        Outcome::Gone(response) => Ok(response),
        Outcome::Refused(complaint) => Ok(name_page(visit, room, form, &complaint)),
    }
}

/// What a name alone is taken for: where nobody has a password, it sends a code.
fn asked_by_name(visit: &Visit) -> OpenForm {
    if visit.pool().settings.password_sign_in { OpenForm::SignIn } else { OpenForm::Code }
}

fn name_page(visit: &Visit, room: &Room, typed: &Parameters, complaint: &Complaint) -> HttpResponse {
    outcome::show(visit, room, complaint, &name_form(visit, room, typed, complaint))
}

fn name_form(visit: &Visit, room: &Room, typed: &Parameters, complaint: &Complaint) -> Identify {
    let settings = &visit.pool().settings;
    Identify {
        form: guard::ask(visit, room, asked_by_name(visit), room.form(visit, PATH, &[])),
        purpose: IdentifyPurpose::AnyWay,
        identifier: fields::identifier(settings),
        username: fields::field(typed, "username", room.typed_name.as_deref(), complaint.username.as_ref()),
        error: words(complaint.whole.as_ref()),
        sign_up_link: settings.self_sign_up.then(|| room.link(visit, Place::SignUp.path(), &[])),
        back_link: None,
        providers: buttons::of(visit, room),
        last_used: buttons::last_used(visit, room),
        passkey: passkey::prompt(visit, room),
    }
}

/// The page that asks for a name.
pub(super) fn page(visit: &Visit, room: &Room, typed: &Parameters, complaint: &Complaint) -> HttpResponse {
    if let Some(confirming) = &room.confirming {
        return confirm::page(visit, room, confirming, complaint);
    }
    if asks_name_first(visit, room, typed) {
        return name_page(visit, room, typed, complaint);
    }
    let Some(factor) = first_factor(visit) else {
        return outcome::show(visit, room, complaint, &sign_in_form(visit, room, typed, complaint));
    };
    let (word, purpose) = match factor {
        FirstFactor::SmsOtp => ("sms", IdentifyPurpose::SmsCode),
        FirstFactor::EmailOtp | FirstFactor::Passkey => ("email", IdentifyPurpose::EmailCode),
    };
    let content = Identify {
        form: guard::ask(visit, room, OpenForm::Code, room.form(visit, PATH, &[("by", word)])),
        purpose,
        identifier: fields::identifier(&visit.pool().settings),
        username: fields::field(typed, "username", room.typed_name.as_deref(), complaint.username.as_ref()),
        error: words(complaint.whole.as_ref()),
        sign_up_link: None,
        back_link: Some(room.link(visit, PATH, &[("account", "other")])),
        providers: Vec::new(),
        last_used: None,
        passkey: None,
    };
    outcome::show(visit, room, complaint, &content)
}

fn sign_in_form(visit: &Visit, room: &Room, typed: &Parameters, complaint: &Complaint) -> Login {
    let settings = &visit.pool().settings;
    let method = |factor: &FirstFactor| {
        let (word, channel) = match factor {
            FirstFactor::EmailOtp => ("email", Channel::Email),
            FirstFactor::SmsOtp => ("sms", Channel::Sms),
            FirstFactor::Passkey => return None,
        };
        Some(SignInMethod { channel, link: room.link(visit, PATH, &[("by", word)]) })
    };
    let link = |place: Place| room.link(visit, place.path(), &[]);
    let codes_are_on = ways::codes_are_on(visit.pool());
    let own = buttons::takes_own_accounts(room);
    let by: &[(&str, &str)] = if settings.identifier_first { &[("by", "password")] } else { &[] };
    // Whoever has named themselves is offered their own ways; everybody else those of the pool.
    let is_named = matches!(room.challenge, Challenge::Password { .. });
    let has_other_ways = room.challenge == Challenge::Password { alternatives: true };
    Login {
        form: guard::ask(visit, room, OpenForm::SignIn, room.form(visit, PATH, by)),
        shows_form: own,
        identifier: fields::identifier(settings),
        username: fields::field(typed, "username", room.typed_name.as_deref(), complaint.username.as_ref()),
        password_error: words(complaint.password.as_ref()),
        error: words(complaint.whole.as_ref()),
        forgot_password_link: (own && !settings.recovery.is_empty()).then(|| link(Place::ForgotPassword)),
        sign_up_link: (own && settings.self_sign_up).then(|| link(Place::SignUp)),
        other_methods: settings
            .first_factors
            .iter()
            .filter(|_| own && codes_are_on && !is_named)
            .filter_map(method)
            .collect(),
        passkey: passkey::prompt(visit, room).filter(|_| own),
        other_ways_link: has_other_ways.then(|| room.link(visit, PATH, &[("ways", "1")])),
        providers: if is_named { Vec::new() } else { buttons::of(visit, room) },
        last_used: buttons::last_used(visit, room),
        linking: room.linking.clone(),
    }
}

fn signed_in_as(visit: &Visit, room: &Room, user: &User) -> HttpResponse {
    let content = SignedInAs {
        username: shown_name(visit, user),
        name: user.attributes.get("name").filter(|name| !name.is_empty()).cloned(),
        continue_form: room.form(visit, PATH, &[("account", "continue")]),
        switch_form: room.form(visit, PATH, &[("account", "other")]),
    };
    let mut context = room.context(visit);
    context.language = Some(room.transaction.language(visit, user.language()).tag);
    page::render(&context, StatusCode::OK, &content)
}

/// Goes on with the session, if it is still there and still enough.
async fn go_on(visit: &Visit, room: &Room) -> Result<HttpResponse, WebError> {
    match session(visit).await? {
        Some((session, _)) if satisfies(visit, room, &session) => {
            Ok(outcome::resume(visit, room, &session.id, false))
        }
        _ => Ok(see_other(&room.link(visit, PATH, &[("account", "other")]))),
    }
}

/// The session of the browser, with its person.
pub(super) async fn session(visit: &Visit) -> Result<Option<(BrowserSession, User)>, WebError> {
    let pool = visit.pool();
    let Some(cookie) = cookies::read(&visit.request, &pool.id, CookieKind::Session) else { return Ok(None) };
    browser_session::find(&visit.env, pool, &cookie).await.map_err(room::fault)
}

/// Whether a session is enough for the request that waits, as the authorization endpoint will judge it (OpenID Connect
/// Core §3.1.2.1: `prompt`, `max_age`).
fn satisfies(visit: &Visit, room: &Room, session: &BrowserSession) -> bool {
    let parameters = &room.transaction.authorization.parameters;
    let age_ms = visit.env.now() - session.authenticated_at;
    let is_young = match parameters.max_age {
        None => true,
        Some(0) => false,
        Some(most) => age_ms <= i64::try_from(most).unwrap_or(i64::MAX).saturating_mul(1000),
    };
    let is_enough = parameters.demand.is_met_by(&session.proofs);
    is_young && is_enough && !parameters.prompt.iter().any(|prompt| prompt == "login" || prompt == "create")
}

/// The name under which the person would sign in.
pub(super) fn shown_name(visit: &Visit, user: &User) -> String {
    let names = &visit.pool().settings.sign_in;
    let address = names.username_attributes.iter().find_map(|kind: &ContactKind| user.contact(*kind));
    address.unwrap_or(&user.username).to_owned()
}

/// The factor in place of the password that the address asks for, when the pool has it.
fn first_factor(visit: &Visit) -> Option<FirstFactor> {
    let factor = match visit.query.get("by")? {
        "email" => FirstFactor::EmailOtp,
        "sms" => FirstFactor::SmsOtp,
        _ => return None,
    };
    let is_on = visit.pool().settings.first_factors.contains(&factor) && ways::codes_are_on(visit.pool());
    is_on.then_some(factor)
}
