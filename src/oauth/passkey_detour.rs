//! The way by the page that adds a passkey, after the sign-in and before the application gets its answer.
//!
//! The page carries the authorization request in its address and comes back with it: the request is judged again then, and
//! the session answers it.

use actix_web::HttpResponse;

use super::dispatch::{Arrival, SessionFacts};
use super::error::OAuthError;
use super::request::Grounds;
use crate::authn::step_up;
use crate::directory::{passkeys, users};
use crate::model::authorization::AuthorizationParameters;
use crate::model::flow::ProofKind;
use crate::model::session::BrowserSession;
use crate::web::pool_host::RequestedPool;
use crate::web::{link, see_other};

/// Whether the person goes there: because they came from there and had to sign in, or because the pool offers a passkey to
/// whoever has just signed in without one.
///
/// # Errors
/// When the database did not answer.
pub async fn is_due(
    grounds: Grounds<'_>,
    parameters: &AuthorizationParameters,
    (session, facts): (&BrowserSession, SessionFacts),
) -> Result<bool, OAuthError> {
    let settings = &grounds.pool.settings;
    if !settings.has_passkeys() || parameters.prompt.iter().any(|prompt| prompt == "none") {
        return Ok(false);
    }
    if parameters.add_passkey {
        return Ok(true);
    }
    let own = |kind: &ProofKind| matches!(kind, ProofKind::Password | ProofKind::ConfirmedSignUp(_));
    let is_offered = settings.passkeys.offer
        && facts.arrival == Arrival::Proven
        && session.proofs.first().is_some_and(|proof| own(&proof.kind));
    if !is_offered || !passkeys::list(grounds.env, &session.user_id).await?.is_empty() {
        return Ok(false);
    }
    // An offer is no reason to ask for more proof: whoever was spared the second factor is left in peace.
    let Some(user) = users::find(grounds.env, grounds.pool, &session.user_id).await? else {
        return Ok(false);
    };
    let fresh = step_up::is_fresh(grounds.env, grounds.pool, (session, &user)).await;
    Ok(fresh?)
}

/// To the page, with the request as it would be sent again. What `prompt` and `max_age` asked for has been
/// done; asked for again they would lead here for ever.
pub fn begin(
    grounds: Grounds<'_>,
    requested: &RequestedPool,
    parameters: &AuthorizationParameters,
) -> HttpResponse {
    let (scope, locales) = (parameters.scope.join(" "), parameters.ui_locales.join(" "));
    let method = parameters.code_challenge.as_ref().map(|_| "S256");
    let acr = &grounds.pool.settings.acr;
    let levels: Vec<&str> = parameters.demand.levels.iter().map(|level| acr.name(*level)).collect();
    let levels = levels.join(" ");
    let values = [
        ("acr_values", Some(levels.as_str()).filter(|levels| !levels.is_empty())),
        ("response_type", Some("code")),
        ("client_id", Some(grounds.client.id.as_str())),
        ("redirect_uri", Some(parameters.redirect_uri.as_str()).filter(|_| parameters.redirect_uri_was_sent)),
        ("scope", Some(scope.as_str()).filter(|scope| !scope.is_empty())),
        ("state", parameters.state.as_deref()),
        ("nonce", parameters.nonce.as_deref()),
        ("code_challenge", parameters.code_challenge.as_deref()),
        ("code_challenge_method", method),
        ("ui_locales", Some(locales.as_str()).filter(|locales| !locales.is_empty())),
    ];
    let query: Vec<(&str, &str)> =
        values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    see_other(&link(&format!("{}/passkeys/add", requested.base), &query))
}
