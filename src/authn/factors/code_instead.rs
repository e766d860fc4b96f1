//! The wish to sign in with a one-time code instead of a password.

use super::Judged;
use super::one_time_code;
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::authn::enter::contact_kind;
use crate::authn::step_up;
use crate::directory::{names, ways};
use crate::model::flow::{FactorRole, Subject};
use crate::model::message::Medium;
use crate::model::pool::FirstFactor;
use crate::model::user::User;

/// Sends a code to the proven address of the named account. For a name without such an address everything looks the
/// same, and nothing is sent.
///
/// # Errors
/// [`AuthnError::FactorOff`], [`AuthnError::TooManyTries`], [`AuthnError::SmsNotPossible`].
pub(super) async fn ask(
    turn: &mut Turn<'_>,
    username: &str,
    factor: FirstFactor,
) -> Result<Judged, AuthnError> {
    turn.remember_typed(username);
    if !turn.pool.settings.first_factors.contains(&factor) || !ways::codes_are_on(turn.pool) {
        return Err(AuthnError::FactorOff);
    }
    let medium = match factor {
        FirstFactor::EmailOtp => Medium::Email,
        FirstFactor::SmsOtp => Medium::Sms,
    };
    let user = step_up::named(turn, username).await?;
    // Asked of nobody as well, so that both take as long.
    let codes_sign_in = match &user {
        Some(user) => ways::codes_sign_in(turn.env, turn.pool, user).await?,
        None => ways::codes_sign_nobody_in(turn.env, turn.pool).await?,
    };
    let reached = |user: &User| codes_sign_in && user.verified_contact(contact_kind(medium)).is_some();
    if let Some(user) = user.filter(reached) {
        match one_time_code::send_to(turn, &user, medium, FactorRole::First, false) {
            // A number that no SMS may go to would tell that it belongs to somebody.
            Err(AuthnError::SmsNotPossible) => {}
            sent => return Ok(Judged::Asked { subject: Subject::Known(user.id), entry: sent? }),
        }
    }
    let name = names::fold(turn.pool, username);
    let entry = one_time_code::pretend_to(turn, &name, medium)?;
    Ok(Judged::Asked { subject: Subject::Phantom(name), entry })
}
