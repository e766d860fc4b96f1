//! The code that confirms a sign-up.

use super::Judged;
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::authn::enter::Entry;
use crate::directory::{confirm, sign_up, users};
use crate::model::flow::{Challenge, ProofKind, Subject};
use crate::model::message::Medium;
use crate::model::user::UserStatus;

/// Confirms a sign-up by its code.
///
/// # Errors
/// [`AuthnError::CodeMismatch`], [`AuthnError::CodeExpired`], [`AuthnError::TooManyTries`].
pub(super) async fn verify(turn: &Turn<'_>, code: &str) -> Result<Judged, AuthnError> {
    let Turn { env, pool, flow, .. } = turn;
    let confirmed = confirm::confirm_sign_up(env, pool, &flow.state.subject, code).await?;
    let medium = confirmed.medium().unwrap_or(Medium::Email);
    Ok(Judged::Proven { user: confirmed.user_id().clone(), kind: ProofKind::ConfirmedSignUp(medium) })
}

/// Sends the code again. Whoever was confirmed elsewhere meanwhile, by the link or by an operator, signs in.
///
/// # Errors
/// [`AuthnError::TooManyTries`].
pub(super) async fn resend(turn: &Turn<'_>) -> Result<Judged, AuthnError> {
    let Turn { env, caller, pool, client, flow, .. } = turn;
    if let Subject::Known(id) = &flow.state.subject {
        let user = users::find(env, pool, id).await?.ok_or(AuthnError::UnknownFlow)?;
        if user.status != UserStatus::Unconfirmed {
            return Ok(Judged::Restart(None));
        }
    }
    let delivery = sign_up::resend(env, caller, pool, client, &flow.state.subject).await?;
    Ok(Judged::SentAgain(Entry::to(Challenge::ConfirmSignUp { delivery })))
}
