//! A new account.

use super::Judged;
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::authn::enter::Entry;
use crate::directory::sign_up::{self, SignUpRequest};
use crate::model::attributes::AttributeMap;
use crate::model::flow::Challenge;

/// Characters of a password that nobody is to know; as many as the longest policy asks for.
const UNKNOWN_LENGTH: usize = 99;

/// Makes an account and asks for the code that confirms it. To somebody whose address has an account it looks the same.
///
/// # Errors
/// As [`sign_up::sign_up`].
pub(super) async fn sign_up(
    turn: &mut Turn<'_>,
    username: Option<String>,
    password: String,
    attributes: AttributeMap,
) -> Result<Judged, AuthnError> {
    let address = || attributes.get("email").or_else(|| attributes.get("phone_number"));
    if let Some(name) = username.as_ref().or_else(address) {
        turn.remember_typed(name);
    }
    let Turn { env, caller, pool, client, .. } = turn;
    // Where passwords sign nobody in, the account gets one that nobody knows.
    let password =
        if pool.settings.password_sign_in { password } else { env.random.password(UNKNOWN_LENGTH) };
    let request = SignUpRequest { username, password, attributes };
    let result = sign_up::sign_up(env, caller, pool, client, request).await?;
    let entry = Entry::to(Challenge::ConfirmSignUp { delivery: result.delivery });
    Ok(Judged::Asked { subject: result.subject, entry })
}
