//! What follows an answer: the next page, the way back to the application, or the same page with what was wrong.

use actix_web::HttpResponse;
use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;

use super::complaint::Complaint;
use super::guard;
use super::place::Place;
use super::room::{self, Door, Note, Room};
use super::visit::Visit;
use super::{challenge, confirm, forgot_password, login, new_password, set_up};
use crate::authn::{self, AuthnError, Step, browser_session, step_up};
use crate::directory::devices;
use crate::env::OpenForm;
use crate::model::flow::{Answer, Authenticated, Challenge};
use crate::model::ids::SessionId;
use crate::render::Page;
use crate::render::contexts::ErrorKind;
use crate::security::lockout;
use crate::web::cookies::{self, CookieKind};
use crate::web::form::{FormParameters, Parameters};
use crate::web::resume::{AbandonTicket, Abandoned, ResumeTicket};
use crate::web::{WebError, page, remembered, see_other};

/// How long to wait before an answer is offered again while another one is judged, in milliseconds; together longer than
/// a turn, which `authn` ends after ten seconds, and than clocks differ.
const WAITS_MS: [u64; 10] = [100, 200, 400, 800, 1600, 2000, 2000, 2000, 2000, 2000];

/// What became of an answer.
pub(super) enum Outcome {
    /// The person goes elsewhere.
    Gone(HttpResponse),
    /// The answer was refused; the page is shown again.
    Refused(Complaint),
}

/// Gives the flow its answer.
pub(super) async fn answer(visit: &Visit, room: &Room, answer: Answer) -> Result<Outcome, WebError> {
    let error = match judged(visit, room, answer).await {
        Ok(step) => return Ok(Outcome::Gone(follow(visit, room, step).await?)),
        Err(error) => error,
    };
    match Complaint::about(error, &visit.pool().settings) {
        Ok(complaint) => Ok(Outcome::Refused(complaint)),
        Err(error) => Ok(Outcome::Gone(depart(visit, room, error).await?)),
    }
}

/// What the flow says to an answer, once nobody else is judged any more.
pub(super) async fn judged(visit: &Visit, room: &Room, answer: Answer) -> Result<Step, AuthnError> {
    let (browser, caller) = (cookies::fingerprint(&room.transaction.browser), room.caller(visit));
    let mut waits = WAITS_MS.into_iter();
    loop {
        let handle = &room.handle;
        match authn::advance(&visit.env, &caller, visit.pool(), handle, &browser, answer.clone()).await {
            // Somebody else judges an answer to this challenge: a second click, or a node that died doing so. Then the
            // turn ends by time, and the person notices nothing but the wait.
            Err(AuthnError::InProgress) => match waits.next() {
                Some(milliseconds) => wait(milliseconds).await,
                None => return Err(AuthnError::InProgress),
            },
            judged => return judged,
        }
    }
}

/// Takes the browser to what is asked next, or back to the application with a session.
pub(super) async fn follow(visit: &Visit, room: &Room, step: Step) -> Result<HttpResponse, WebError> {
    match step {
        Step::Challenge { handle, challenge, notice, .. } => {
            Ok(see_other(&room::step_link(visit, Place::due(&challenge), &handle, notice.map(note))))
        }
        Step::Authenticated(authenticated) => begin_session(visit, room, &authenticated).await,
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a person waits here, and nothing announces that a dead node's turn is over"
)]
async fn wait(milliseconds: u64) {
    tokio::time::sleep(std::time::Duration::from_millis(milliseconds)).await;
}

/// `POST /resendcode`: the code once more, on whichever page waits for one.
pub(super) async fn resend(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let room = match room::submit(&visit, &form.0, None).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    let has_code = matches!(
        room.challenge,
        Challenge::ConfirmSignUp { .. }
            | Challenge::ResetPassword { .. }
            | Challenge::OneTimeCode { .. }
            | Challenge::SetUpCode { .. }
    );
    if !has_code {
        return Ok(see_other(&room::step_link(&visit, Place::due(&room.challenge), &room.handle, None)));
    }
    guard::count(&visit, OpenForm::Code);
    match answer(&visit, &room, Answer::Resend).await? {
        Outcome::Gone(response) => Ok(response),
        Outcome::Refused(complaint) => Ok(current_page(&visit, &room, &complaint)),
    }
}

/// Sends the browser back to the authorization endpoint with a session that satisfies the request.
pub(super) fn resume(visit: &Visit, room: &Room, session: &SessionId, fresh: bool) -> HttpResponse {
    if let Some(errand) = &room.transaction.authorization.parameters.account {
        return see_other(&errand.path);
    }
    let ticket = ResumeTicket {
        authorization: room.transaction.authorization.id.clone(),
        session: session.clone(),
        fresh,
        made_at: visit.env.now(),
    };
    let sealed = ticket.seal(&visit.env, &visit.pool().id);
    see_other(&visit.link("/oauth2/authorize", &[("resume", &sealed)]))
}

/// The response with a page of the flow and what is wrong on it.
pub(super) fn show<P: Page>(visit: &Visit, room: &Room, complaint: &Complaint, content: &P) -> HttpResponse {
    let mut context = room.context(visit);
    if !complaint.is_none() {
        // What went well before is no news any more.
        context.notice = None;
    }
    let mut response = page::render(&context, complaint.status(), content);
    complaint.wait(&mut response);
    response
}

/// The page of the step that the flow stands at.
fn current_page(visit: &Visit, room: &Room, complaint: &Complaint) -> HttpResponse {
    let nothing = Parameters::default();
    match Place::due(&room.challenge) {
        Place::Confirm => confirm::page(visit, room, complaint),
        Place::ConfirmForgotPassword => forgot_password::confirm_page(visit, room, &nothing, complaint),
        Place::NewPassword => new_password::page(visit, room, &nothing, complaint),
        Place::Challenge => challenge::page(visit, room, complaint),
        // The only code that is sent again there has a page that needs nothing more.
        Place::SetUp => set_up::code_page(visit, room, complaint),
        Place::Login | Place::SignUp | Place::ForgotPassword | Place::RecoveryCodes | Place::Provider => {
            login::page(visit, room, &nothing, complaint)
        }
    }
}

/// A new session in place of the browser's old one (session fixation), and the browser remembered.
async fn begin_session(
    visit: &Visit,
    room: &Room,
    authenticated: &Authenticated,
) -> Result<HttpResponse, WebError> {
    let (env, pool, request) = (&visit.env, visit.pool(), &visit.request);
    let replaced = cookies::read(request, &pool.id, CookieKind::Session);
    if let (Some(_), Some(cookie)) = (room.transaction.step_up(), &replaced) {
        match step_up::renew(env, pool, authenticated, cookie).await {
            Ok(Some((session, cookie))) => {
                let mut response = resume(visit, room, &session.id, true);
                let cookie = cookies::make(request, &pool.id, CookieKind::Session, &cookie);
                response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
                return Ok(response);
            }
            // The session has ended meanwhile; all that a sign-in needs was proven.
            Ok(None) => {}
            Err(error) => return depart(visit, room, error).await,
        }
    }
    let started = browser_session::start(env, &visit.caller, pool, authenticated, replaced.as_deref()).await;
    let (session, cookie) = match started {
        Ok(started) => started,
        Err(error) => return depart(visit, room, error).await,
    };
    let mut response = resume(visit, room, &session.id, true);
    let mut keep = vec![cookies::make(request, &pool.id, CookieKind::Session, &cookie)];
    match lockout::remember_browser(env, &visit.caller, pool, &authenticated.user_id).await {
        Ok(device) => keep.push(cookies::make(request, &pool.id, CookieKind::Device, &device)),
        // The person has signed in; a browser that is not remembered is only locked out sooner.
        Err(error) => {
            tracing::warn!(%error, "a browser was not remembered")
        }
    }
    keep.extend(remember(visit, authenticated).await);
    for cookie in &keep {
        response.add_cookie(cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(response)
}

/// The cookie of a browser that is to be remembered; without one the person is only asked again.
async fn remember(visit: &Visit, authenticated: &Authenticated) -> Option<Cookie<'static>> {
    if !authenticated.remember {
        return None;
    }
    let (env, pool, user) = (&visit.env, visit.pool(), &authenticated.user_id);
    let since = authenticated.authenticated_at;
    match devices::remember(env, &visit.caller, pool, user, since).await {
        Ok(value) => {
            let (mark, days) = (devices::cookie_mark(env, pool, user), pool.settings.mfa.remember_days);
            value.map(|value| remembered::make(&visit.request, &pool.id, &mark, &value, days))
        }
        Err(error) => {
            tracing::warn!(%error, "a browser was not remembered after a second factor");
            None
        }
    }
}

/// Where to go when this step takes no answer any more.
pub(super) async fn depart(visit: &Visit, room: &Room, error: AuthnError) -> Result<HttpResponse, WebError> {
    let place = Place::due(&room.challenge);
    match error {
        AuthnError::MovedOn => Ok(see_other(&room::step_link(visit, place, &room.handle, None))),
        // The application is told: it may ask for less, or say why it cannot go on.
        AuthnError::LevelOutOfReach => {
            let ticket = AbandonTicket {
                authorization: room.transaction.authorization.id.clone(),
                because: Abandoned::LevelOutOfReach,
                made_at: visit.env.now(),
            };
            let sealed = ticket.seal(&visit.env, &visit.pool().id);
            Ok(see_other(&visit.link("/oauth2/authorize", &[("abandon", &sealed)])))
        }
        AuthnError::AttemptsSpent => {
            let again = room.link(visit, Place::Login.path(), &[("restart", "1")]);
            Err(WebError::refused(StatusCode::TOO_MANY_REQUESTS, ErrorKind::FlowExpired).with_retry(again))
        }
        other => room::left(visit, &room.transaction, place, other).await,
    }
}

fn note(notice: authn::Notice) -> Note {
    match notice {
        authn::Notice::CodeSentAgain => Note::CodeSent,
        authn::Notice::PasswordChanged => Note::PasswordChanged,
    }
}
