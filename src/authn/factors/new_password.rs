//! A new password in place of a temporary one.

use super::{Judged, known};
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::authn::enter::missing_attributes;
use crate::directory::password::{self, SetPassword};
use crate::directory::users;
use crate::model::attributes::{AttributeMap, AttributeProblem};

/// Fills in what is missing and sets the password. Everything that can be refused is looked at before anything
/// changes, as far as that is possible without hashing.
///
/// # Errors
/// [`AuthnError::Password`], [`AuthnError::PasswordReused`], [`AuthnError::Attributes`], [`AuthnError::Busy`].
pub(super) async fn set(
    turn: &Turn<'_>,
    new_password: &str,
    mut attributes: AttributeMap,
) -> Result<Judged, AuthnError> {
    let Turn { env, caller, pool, client, flow, .. } = turn;
    let broken = pool.settings.password_policy.broken_rules(new_password);
    if !broken.is_empty() {
        return Err(AuthnError::Password(broken));
    }
    let id = known(turn)?;
    let user = users::find(env, pool, &id).await?.ok_or(AuthnError::UnknownFlow)?;
    // What an earlier try has set already is not missing any more, and may be immutable now.
    let missing = missing_attributes(pool, &user);
    attributes.retain(|name, value| missing.contains(name) && !value.is_empty());
    let absent: Vec<AttributeProblem> = missing
        .into_iter()
        .filter(|name| !attributes.contains_key(name))
        .map(AttributeProblem::Missing)
        .collect();
    if !absent.is_empty() {
        return Err(AuthnError::Attributes(absent));
    }
    if !attributes.is_empty() {
        users::set_attributes(env, pool, Some(client), &id, attributes).await?;
    }
    let how = SetPassword::Own { keep_session: None, keep_flow: Some(flow.id.clone()) };
    password::set(env, caller, pool, &id, new_password, how).await?;
    Ok(Judged::PasswordChosen)
}
