//! Passkeys on the pages of the flow: what the script asks for, and what it brings back.

use actix_web::HttpResponse;

use super::challenge;
use super::complaint::{Complaint, words};
use super::outcome::{self, Outcome};
use super::place::Place;
use super::room::{self, Room, Transaction};
use super::visit::Visit;
use crate::authn::{self, FlowHandle};
use crate::directory::passkeys;
use crate::model::client::OWN_DIRECTORY;
use crate::model::flow::{Answer, Challenge};
use crate::render::contexts::{ChallengePasskey, PasskeyCeremony, PasskeyPrompt, Problem};
use crate::web::edge::RequestFacts;
use crate::web::form::Parameters;
use crate::web::{WebError, cookies, pool_host, proxy};

/// Whether passkeys can be asked for in this request: they are for domains, not for addresses.
pub(super) fn works_here(visit: &Visit) -> bool {
    let facts = RequestFacts::of(&visit.request);
    passkeys::works_at(proxy::host_of(&facts.authority))
}

/// What the script of a step's page asks for; `None` where no passkey is asked for.
pub(super) async fn options(
    visit: &Visit,
    transaction: &Transaction,
    handle: &FlowHandle,
    challenge: &Challenge,
) -> Result<Option<String>, WebError> {
    let pool = visit.pool();
    let at_beginning = challenge.is_beginning()
        && pool.settings.signs_in_by_passkey()
        && transaction.client.settings.allows_provider(OWN_DIRECTORY);
    let is_second = matches!(challenge, Challenge::Passkey { .. });
    if !(at_beginning || is_second) || !works_here(visit) {
        return Ok(None);
    }
    let browser = cookies::fingerprint(&transaction.browser);
    let allowed = authn::passkeys_of(&visit.env, pool, handle, &browser).await.map_err(room::fault)?;
    let flow = (handle, browser.as_str());
    let options = authn::passkey_options(&visit.env, pool, flow, &allowed).await.map_err(room::fault)?;
    Ok(Some(options.to_string()))
}

/// What the page shows of it: a form of its own, so that Enter still signs in with the password.
pub(super) fn prompt(visit: &Visit, room: &Room) -> Option<PasskeyPrompt> {
    let options = room.passkey.clone()?;
    let at_beginning = room.challenge.is_beginning();
    let path = if at_beginning { Place::Login.path() } else { Place::Challenge.path() };
    Some(PasskeyPrompt {
        form: room.form(visit, path, if at_beginning { &[("by", "passkey")] } else { &[] }),
        ceremony: PasskeyCeremony::Get,
        options,
        autofill: at_beginning,
    })
}

/// What the form brings back.
pub(super) fn answer(visit: &Visit, form: &Parameters) -> Answer {
    Answer::Passkey {
        credential: form.text("credential").to_owned(),
        origin: pool_host::origin(&visit.request),
    }
}

/// Signs in with the passkey that the login page's form brings.
pub(super) async fn sign_in(visit: &Visit, room: &Room, form: &Parameters) -> Result<Outcome, WebError> {
    outcome::answer(visit, room, answer(visit, form)).await
}

/// The page of a passkey as second factor.
pub(super) fn challenge_page(
    visit: &Visit,
    room: &Room,
    complaint: &Complaint,
    recovery_link: Option<String>,
) -> HttpResponse {
    let other_methods_link = challenge::has_alternatives(&room.challenge)
        .then(|| room.link(visit, Place::Challenge.path(), &[("methods", "1")]));
    let login_link = Some(room.link(visit, Place::Login.path(), &[("restart", "1")]));
    let content = ChallengePasskey {
        error: words(complaint.whole.as_ref())
            .or_else(|| room.passkey.is_none().then(|| Problem::MethodUnavailable.into())),
        passkey: prompt(visit, room),
        other_methods_link,
        recovery_link,
        login_link,
    };
    outcome::show(visit, room, complaint, &content)
}
