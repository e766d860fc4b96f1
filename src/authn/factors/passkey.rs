//! A passkey: at the beginning in place of name and password, later as second factor.

use super::{Judged, known};
use crate::authn::engine::Turn;
use crate::authn::{AuthnError, FlowHandle};
use crate::directory::passkeys::challenge::{Ceremony, Kind};
use crate::directory::passkeys::{self, Given, PasskeyError};
use crate::directory::{DirectoryError, users};
use crate::env::Env;
use crate::model::flow::{ProofKind, Surface};
use crate::model::ids::UserId;
use crate::model::passkey::{Passkey, PasskeyProof};
use crate::model::pool::UserPool;

/// Checks a passkey that also says who it is. A lock after wrong passwords does not bind it: nobody guesses a key.
///
/// # Errors
/// [`AuthnError::Passkey`], [`AuthnError::FactorOff`]; after the right passkey [`AuthnError::Disabled`].
pub(super) async fn identify(turn: &mut Turn<'_>, given: Given<'_>) -> Result<Judged, AuthnError> {
    if !turn.pool.settings.signs_in_by_passkey() {
        return Err(AuthnError::FactorOff);
    }
    // Whoever confirms who they are is known, and another's passkey is as good as none.
    let expected = turn.flow.state.step_up.clone();
    let judged = verify(turn, expected.as_ref(), given).await?;
    let Judged::Proven { user, .. } = &judged else { return Ok(judged) };
    turn.named = Some(user.clone());
    let account = users::find(turn.env, turn.pool, user).await?.ok_or(AuthnError::UnknownFlow)?;
    if account.enabled { Ok(judged) } else { Err(AuthnError::Disabled) }
}

/// Checks a passkey of whoever the flow is about.
///
/// # Errors
/// [`AuthnError::Passkey`].
pub(super) async fn second(turn: &Turn<'_>, given: Given<'_>) -> Result<Judged, AuthnError> {
    let user = known(turn)?;
    verify(turn, Some(&user), given).await
}

async fn verify(turn: &Turn<'_>, whose: Option<&UserId>, given: Given<'_>) -> Result<Judged, AuthnError> {
    let Turn { env, caller, pool, flow, .. } = turn;
    let Surface::Hosted { browser, .. } = &flow.state.surface;
    let ceremony = Ceremony { kind: Kind::Prove, browser, transaction: flow.id.as_str() };
    let shown = passkeys::prove(env, caller, pool, whose, (ceremony, given)).await?;
    let proof = PasskeyProof {
        hardware: shown.passkey.is_hardware(),
        verified: shown.user_verified,
        both_factors: shown.user_verified && pool.settings.passkeys.counts_as_mfa,
    };
    Ok(Judged::Proven { user: shown.user, kind: ProofKind::Passkey(proof) })
}

/// What the page's script asks the browser for; `None` for a handle that is not genuine.
pub(in crate::authn) async fn request_options(
    env: &Env,
    pool: &UserPool,
    (handle, browser): (&FlowHandle, &str),
    allowed: &[Passkey],
) -> Result<Option<serde_json::Value>, DirectoryError> {
    let Some(opened) = handle.open(env, pool) else { return Ok(None) };
    let ceremony = Ceremony { kind: Kind::Prove, browser, transaction: opened.flow.as_str() };
    passkeys::request_options(env, pool, ceremony, allowed).await.map(Some)
}

impl From<PasskeyError> for AuthnError {
    fn from(error: PasskeyError) -> Self {
        match error {
            PasskeyError::Off => Self::FactorOff,
            PasskeyError::Directory(error) => error.into(),
            refused => Self::Passkey(refused),
        }
    }
}
