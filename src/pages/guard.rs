//! What stands before the forms that anybody can post, while one is attacked: proof of work, which the page's script brings
//! by itself, and for whoever brings none a wait that grows. Nobody has to type anything again.

use std::time::Duration;

use actix_web::http::StatusCode;

use super::complaint::Complaint;
use super::outcome::{self, Outcome};
use super::room::Room;
use super::visit::Visit;
use crate::crypto::work;
use crate::env::{LineIsLong, Network, OpenForm};
use crate::model::flow::Answer;
use crate::render::contexts::{Form, Problem, Work};
use crate::security::rate::UsedUp;
use crate::web::WebError;
use crate::web::form::Parameters;

/// The field with the number that was found.
const FIELD: &str = "work";

/// A form of the page, with the work that it asks for now.
pub(super) fn ask(visit: &Visit, room: &Room, open: OpenForm, form: Form) -> Form {
    let bits = visit.pool().settings.abuse.work_bits;
    let is_asked = bits > 0 && is_attacked(visit, room, open);
    let work = is_asked.then(|| Work { seed: work::seed(open.word(), room.handle.as_str()), bits });
    Form { work, ..form }
}

/// Gives the flow an answer from such a form, after work or a wait where the form is attacked.
pub(super) async fn answer(
    visit: &Visit,
    room: &Room,
    (open, form): (OpenForm, &Parameters),
    answer: Answer,
) -> Result<Outcome, WebError> {
    if is_attacked(visit, room, open)
        && let Err(complaint) = admit(visit, room, open, form).await
    {
        return Ok(Outcome::Refused(complaint));
    }
    let outcome = outcome::answer(visit, room, answer).await?;
    let counts = match (&outcome, open) {
        (_, OpenForm::SignUp | OpenForm::Code) => true,
        (Outcome::Refused(complaint), OpenForm::SignIn) => {
            complaint.status() != StatusCode::SERVICE_UNAVAILABLE
        }
        (Outcome::Gone(_), OpenForm::SignIn) => false,
    };
    if counts {
        let (env, settings) = (&visit.env, &visit.pool().settings.abuse);
        env.pressure.count(&network(visit), open, settings, env.now());
    }
    Ok(outcome)
}

/// Whoever proves themselves once more is signed in already, and no attack.
fn is_attacked(visit: &Visit, room: &Room, open: OpenForm) -> bool {
    let (env, settings) = (&visit.env, &visit.pool().settings.abuse);
    room.confirming.is_none() && env.pressure.is_high(&network(visit), open, settings, env.now())
}

async fn admit(visit: &Visit, room: &Room, open: OpenForm, form: &Parameters) -> Result<(), Complaint> {
    let (env, settings) = (&visit.env, &visit.pool().settings.abuse);
    let guards = &env.metrics.people.form_guards;
    let told = |outcome| guards.one(&visit.pool().id, [open.word(), outcome]);
    let seed = work::seed(open.word(), room.handle.as_str());
    if settings.work_bits > 0 && work::is_done(&seed, form.text(FIELD), settings.work_bits) {
        told("worked");
        return Ok(());
    }
    match env.pressure.stand_in_line(&network(visit), settings, env.now()) {
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
