//! The way by the pages on which people accept terms and decide what an application may have.
//!
//! The one place that every code passes, whichever way somebody has signed in and however long ago: a session that was
//! there before is no way around. The request is stored, the page gets a sealed ticket for it, and comes back with
//! `?resume=` or `?abandon=`; then everything is judged again.

use actix_web::{HttpRequest, HttpResponse};

use super::dispatch::{self, Arrival, SessionFacts};
use super::error::{ErrorCode, OAuthError};
use super::request::{Accepted, Grounds};
use crate::authn::{self, AuthnError};
use crate::directory::{consent, terms};
use crate::model::agreement::{ConsentRule, Decision};
use crate::model::authorization::AuthorizationRequest;
use crate::model::session::BrowserSession;
use crate::security::rate;
use crate::store::authorization_requests;
use crate::web::caller::RequestCaller;
use crate::web::pool_host::RequestedPool;
use crate::web::resume::AgreementTicket;
use crate::web::{link, see_other};

/// What the person is still to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Whether they accept the terms of the pool.
    Terms,
    /// Whether the application may have what it asks for.
    Consent,
}

/// What the person of a session is still to be asked before the application gets a code: terms first, since without them
/// there is nothing to consent to.
///
/// # Errors
/// When the database did not answer.
pub async fn due(
    grounds: Grounds<'_>,
    accepted: &Accepted<'_>,
    session: &BrowserSession,
) -> Result<Option<Due>, OAuthError> {
    let Grounds { env, pool, client } = grounds;
    let user = &session.user_id;
    if terms::due(env, pool, user).await?.is_some() {
        return Ok(Some(Due::Terms));
    }
    if client.settings.consent == ConsentRule::None {
        return Ok(None);
    }
    // OpenID Connect Core §3.1.2.1: `consent` asks although everything was allowed before; once in a request.
    let is_asked_again = accepted.parameters.prompt.iter().any(|prompt| prompt == "consent")
        && accepted.decision != Some(Decision::Allowed);
    let is_missing = !consent::missing(env, client, user, &accepted.parameters.scope).await?.is_empty();
    Ok((is_asked_again || is_missing).then_some(Due::Consent))
}

/// To the page that asks, with the request stored for the way back; where nothing may be shown, the refusal that says so
/// (OpenID Connect Core §3.1.2.6).
///
/// # Errors
/// `interaction_required`, `consent_required`; when the database did not answer.
pub async fn begin(
    grounds: Grounds<'_>,
    (request, requested): (&HttpRequest, &RequestedPool),
    accepted: Accepted<'_>,
    (session, facts): (&BrowserSession, SessionFacts),
    due: Due,
) -> Result<HttpResponse, OAuthError> {
    if accepted.parameters.prompt.iter().any(|prompt| prompt == "none") {
        return Err(match due {
            Due::Terms => {
                OAuthError::new(ErrorCode::InteractionRequired, "The person has to accept the terms of use.")
            }
            Due::Consent => {
                OAuthError::new(ErrorCode::ConsentRequired, "The person has not allowed what is asked for.")
            }
        });
    }
    let Grounds { env, pool, .. } = grounds;
    // What was allowed and is asked for again was taken back since: that is another question, with an answer of its own.
    let decision = accepted.decision.filter(|_| due == Due::Terms);
    let (stored, browser) = dispatch::to_store(grounds, request, accepted.parameters);
    let stored = AuthorizationRequest { decision, ..stored };
    let ticket = AgreementTicket {
        authorization: stored.id.clone(),
        session: session.id.clone(),
        fresh: facts.arrival == Arrival::Proven,
        made_at: env.now(),
    };
    // A row that anybody who is signed in may make: counted like the beginnings of sign-ins.
    let RequestCaller(caller) = RequestCaller::of(request);
    let limit = authn::beginnings(env, &caller, pool);
    let begun = env.db.write(move |c| {
        let taken = rate::take(c, &stored.pool_id, std::slice::from_ref(&limit), stored.created_at)?;
        if taken.is_ok() {
            authorization_requests::insert(c, &stored)?;
        }
        Ok(taken)
    });
    begun.await?.map_err(AuthnError::Limited)?;
    let page = match due {
        Due::Terms => "terms",
        Due::Consent => "consent",
    };
    let sealed = ticket.seal(env, &pool.id);
    let mut response = see_other(&link(&format!("{}/{page}", requested.base), &[("ticket", &sealed)]));
    dispatch::keep_browser(&mut response, request, pool, &browser)?;
    Ok(response)
}
