//! A forgotten password: the wish, the code, the new password.

use super::Judged;
use crate::authn::engine::Turn;
use crate::authn::enter::Entry;
use crate::authn::{AuthnError, Notice};
use crate::directory::recovery;
use crate::model::flow::Challenge;

/// Sends a reset code, or looks as if it had.
///
/// # Errors
/// [`AuthnError::NoRecovery`], [`AuthnError::TooManyTries`].
pub(super) async fn start(turn: &mut Turn<'_>, username: &str) -> Result<Judged, AuthnError> {
    turn.remember_typed(username);
    let Turn { env, caller, pool, client, .. } = turn;
    let (subject, delivery) = recovery::start(env, caller, pool, client, username).await?;
    Ok(Judged::Asked { subject, entry: Entry::to(Challenge::ResetPassword { delivery }) })
}

/// Sends the reset code again.
///
/// # Errors
/// [`AuthnError::NoRecovery`], [`AuthnError::TooManyTries`].
pub(super) async fn resend(turn: &Turn<'_>) -> Result<Judged, AuthnError> {
    let Turn { env, caller, pool, client, flow, .. } = turn;
    let delivery = recovery::resend(env, caller, pool, client, &flow.state.subject).await?;
    Ok(Judged::SentAgain(Entry::to(Challenge::ResetPassword { delivery })))
}

/// Sets the new password. The person signs in with it afterwards, so that a second factor is still asked for.
///
/// # Errors
/// [`AuthnError::CodeMismatch`], [`AuthnError::CodeExpired`], [`AuthnError::TooManyTries`], [`AuthnError::Password`],
/// [`AuthnError::PasswordReused`], [`AuthnError::Busy`].
pub(super) async fn finish(turn: &Turn<'_>, code: &str, new_password: &str) -> Result<Judged, AuthnError> {
    let Turn { env, caller, pool, flow, .. } = turn;
    recovery::finish(env, caller, pool, &flow.state.subject, code, new_password).await?;
    Ok(Judged::Restart(Some(Notice::PasswordChanged)))
}
