//! What stands before the forms that anybody can post, while one is attacked: proof of work, which the page's script brings
//! by itself, and for whoever brings none a wait that grows. Nobody has to type anything again.

use std::time::Duration;

use actix_web::http::StatusCode;

use super::complaint::Complaint;
use super::outcome::{self, Outcome};
use super::room::Room;
use super::visit::Visit;
use crate::crypto::work;
use crate::env::{Degree, LineIsLong, Network, OpenForm};
use crate::model::flow::Answer;
use crate::render::contexts::{Form, Problem, Work};
use crate::security::rate::UsedUp;
use crate::web::WebError;
use crate::web::form::Parameters;

/// The field with the number that was found.
const FIELD: &str = "work";

/// A form of the page, with the work that it asks for now: sooner than it is needed, so that whoever opened the page before an
/// attack and answers in it does not wait.
pub(super) fn ask(visit: &Visit, room: &Room, open: OpenForm, form: Form) -> Form {
    let bits = visit.pool().settings.abuse.work_bits;
    let is_asked = bits > 0 && degree(visit, room, open) > Degree::Calm;
    let work = is_asked.then(|| Work { seed: seed(room, open), bits });
    Form { work, ..form }
}

/// Gives the flow an answer from such a form, after work or a wait where the form is attacked.
pub(super) async fn answer(
    visit: &Visit,
    room: &Room,
    (open, form): (OpenForm, &Parameters),
    answer: Answer,
) -> Result<Outcome, WebError> {
    if degree(visit, room, open) == Degree::High
        && let Err(complaint) = admit(visit, room, open, form).await
    {
        return Ok(Outcome::Refused(complaint));
    }
    let mut trial = Trial { visit, open, counts: true };
    let outcome = outcome::answer(visit, room, answer).await?;
    let is_try = match &outcome {
        Outcome::Refused(complaint) => complaint.status() != StatusCode::SERVICE_UNAVAILABLE,
        // Each of the others costs a message or an account.
        Outcome::Gone(_) => open != OpenForm::SignIn,
    };
    trial.counts = is_try && !is_exempt(room, open);
    drop(trial);
    if matches!(outcome, Outcome::Refused(_)) {
        renew(visit, room, open).await?;
    }
    Ok(outcome)
}

/// A try under way. It counts unless it turns out to be none, also where its sender goes away before it is judged.
struct Trial<'a> {
    visit: &'a Visit,
    open: OpenForm,
    counts: bool,
}

impl Drop for Trial<'_> {
    fn drop(&mut self) {
        if self.counts {
            count(self.visit, self.open);
        }
    }
}

/// After a refusal, for the page that follows: it asks for work of its own.
pub(super) async fn renew(visit: &Visit, room: &Room, open: OpenForm) -> Result<(), WebError> {
    match degree(visit, room, open) {
        Degree::Calm => Ok(()),
        Degree::Rising | Degree::High => room.look_again(visit).await,
    }
}

/// Counts a wish for a code that came another way.
pub(super) fn count(visit: &Visit, open: OpenForm) {
    let (env, settings) = (&visit.env, &visit.pool().settings.abuse);
    env.pressure.count(&network(visit), open, settings, env.now());
}

/// Each number serves for one answer.
fn seed(room: &Room, open: OpenForm) -> String {
    work::seed(open.word(), &format!("{}\0{}", room.handle.as_str(), room.attempts.get()))
}

/// Whoever proves themselves once more by their password is signed in already, and no attack.
fn is_exempt(room: &Room, open: OpenForm) -> bool {
    open == OpenForm::SignIn && room.confirming.is_some()
}

fn degree(visit: &Visit, room: &Room, open: OpenForm) -> Degree {
    if is_exempt(room, open) {
        return Degree::Calm;
    }
    let (env, settings) = (&visit.env, &visit.pool().settings.abuse);
    env.pressure.degree(&network(visit), open, settings, env.now())
}

async fn admit(visit: &Visit, room: &Room, open: OpenForm, form: &Parameters) -> Result<(), Complaint> {
    let (env, settings) = (&visit.env, &visit.pool().settings.abuse);
    let guards = &env.metrics.people.form_guards;
    let told = |outcome| guards.one(&visit.pool().id, [open.word(), outcome]);
    let seed = seed(room, open);
    let is_done = settings.work_bits > 0 && work::is_done(&seed, form.text(FIELD), settings.work_bits);
    if is_done && env.pressure.spend(&seed, env.now()) {
        told("worked");
        return Ok(());
    }
    match env.pressure.stand_in_line(&network(visit), open, settings, env.now()) {
        Ok(delay) => {
            told("held");
            wait(delay).await;
            Ok(())
        }
        Err(LineIsLong { for_ms }) => {
            told("refused");
            Err(Complaint {
                status: Some(StatusCode::TOO_MANY_REQUESTS),
                retry_after: Some(UsedUp { for_ms }.retry_after_seconds()),
                whole: Some(Problem::TooManyRequests),
                ..Complaint::default()
            })
        }
    }
}

fn network(visit: &Visit) -> Network {
    Network { pool: visit.pool().id.clone(), prefix: visit.caller.address_prefix() }
}

#[expect(
    clippy::disallowed_methods,
    reason = "to wait is what is meant: it costs whoever attacks time, and us none"
)]
async fn wait(delay: Duration) {
    tokio::time::sleep(delay).await;
}
