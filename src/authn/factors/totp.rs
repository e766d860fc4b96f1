//! The code of an authenticator app.

use super::{Judged, known};
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::directory::factors;
use crate::model::flow::ProofKind;
use crate::security::lockout::{self, LockSubject};

/// Checks a TOTP code. The failure is counted before the check, apart from those of the password: the right password
/// must not wipe out guesses at the second factor.
///
/// # Errors
/// [`AuthnError::CodeMismatch`], also for a code that was used before; [`AuthnError::Locked`].
pub(super) async fn verify(turn: &Turn<'_>, code: &str) -> Result<Judged, AuthnError> {
    let user = known(turn)?;
    let Turn { env, caller, pool, .. } = turn;
    let subject = LockSubject::SecondFactor(user.clone());
    let attempt = lockout::claim(env, caller, pool, &subject).await?;
    if !factors::check_totp(env, pool, &user, code).await? {
        lockout::failed(env, attempt).await;
        return Err(AuthnError::CodeMismatch);
    }
    lockout::succeeded(env, attempt).await?;
    Ok(Judged::Proven { user, kind: ProofKind::Totp })
}
