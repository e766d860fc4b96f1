//! Name and password.

use super::Judged;
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::authn::step_up;
use crate::directory::password::{self, PasswordVerdict};
use crate::directory::{DirectoryError, names};
use crate::model::flow::ProofKind;
use crate::security::lockout::{self, LockSubject};

/// Checks a password. The failure is counted before the check; an unknown name costs the same and locks alike; what
/// state the account is in is told only to whoever knows its password.
///
/// # Errors
/// [`AuthnError::IncorrectCredentials`], [`AuthnError::Locked`], [`AuthnError::Busy`]; after the right password
/// [`AuthnError::Disabled`], [`AuthnError::TemporaryPasswordExpired`].
pub(super) async fn verify(
    turn: &mut Turn<'_>,
    username: &str,
    password: &str,
) -> Result<Judged, AuthnError> {
    turn.remember_typed(username);
    let user = step_up::named(turn, username).await?;
    turn.named = user.as_ref().map(|user| user.id.clone());
    let Turn { env, caller, pool, .. } = turn;
    let subject = match &user {
        Some(user) => LockSubject::Known(user.id.clone()),
        None => LockSubject::Unknown(names::fold(pool, username)),
    };
    let attempt = lockout::claim(env, caller, pool, &subject).await?;
    let checked = match &subject {
        LockSubject::Unknown(name) => {
            password::check_nobody(env, pool, name, password).await.map(|()| PasswordVerdict::Wrong)
        }
        _ => password::check(env, pool, user.as_ref().map(|user| &user.id), password).await,
    };
    if let Err(DirectoryError::Busy) = checked {
        // Nothing was learned, so nothing is counted.
        lockout::withdraw(env, attempt).await?;
        return Err(AuthnError::Busy);
    }
    let verdict = checked?;
    let user = match (user, verdict) {
        (None, _) | (_, PasswordVerdict::Wrong) => {
            lockout::failed(env, attempt).await;
            return Err(AuthnError::IncorrectCredentials);
        }
        (Some(user), _) => user,
    };
    lockout::succeeded(env, attempt).await?;
    if !user.enabled {
        return Err(AuthnError::Disabled);
    }
    if verdict == PasswordVerdict::TemporaryExpired {
        return Err(AuthnError::TemporaryPasswordExpired);
    }
    Ok(Judged::Proven { user: user.id, kind: ProofKind::Password })
}
