//! A recovery code in place of a second factor.

use super::{Judged, known};
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::directory::{recovery_codes, users};
use crate::model::flow::{Interlude, ProofKind};
use crate::security::lockout::{self, LockSubject};

/// Spends a recovery code. The failure is counted before the check, together with those of the other second factors: who
/// guesses at one has fewer guesses at the other.
///
/// # Errors
/// [`AuthnError::CodeMismatch`], also for a code that was used before; [`AuthnError::Locked`].
pub(super) async fn verify(turn: &Turn<'_>, code: &str) -> Result<Judged, AuthnError> {
    let id = known(turn)?;
    let Turn { env, caller, pool, .. } = turn;
    let user = users::find(env, pool, &id).await?.ok_or(AuthnError::UnknownFlow)?;
    let attempt = lockout::claim(env, caller, pool, &LockSubject::SecondFactor(id)).await?;
    let Some(left) = recovery_codes::spend(env, caller, pool, &user, code).await? else {
        lockout::failed(env, attempt).await;
        return Err(AuthnError::CodeMismatch);
    };
    lockout::succeeded(env, attempt).await?;
    let then = Some(Interlude::RecoveryCodeUsed { left });
    Ok(Judged::ProvenThen { user: user.id, kind: ProofKind::RecoveryCode, then })
}
