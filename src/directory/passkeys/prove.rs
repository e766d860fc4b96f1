//! Using a passkey.

use serde::Deserialize;

use super::challenge::{self, Ceremony};
use super::{Given, PasskeyError, rp_id, short};
use crate::crypto::digest::constant_time_eq;
use crate::crypto::encoding::{base64url, from_base64url};
use crate::crypto::webauthn::{
    self, Asserted, Assertion, Expected, LONGEST_CREDENTIAL_ID, Stored, WebauthnError,
};
use crate::directory::{notices, users};
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::ids::UserId;
use crate::model::message::{MessageKind, PasskeyNews};
use crate::model::passkey::{Passkey, UserVerification};
use crate::model::pool::UserPool;
use crate::security::audit;
use crate::store::passkeys::{self as rows, Use};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    raw_id: String,
    #[serde(rename = "type")]
    kind: String,
    response: Inner,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inner {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    authenticator_data: String,
    signature: String,
    #[serde(default)]
    user_handle: Option<String>,
}

/// Who has shown which passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Who.
    pub user: UserId,
    /// The passkey, as it was stored before.
    pub passkey: Passkey,
    /// Whether its authenticator made sure who holds it.
    pub user_verified: bool,
}

/// Judges a passkey and records its use. `whose` is whoever is known already; without it the passkey says who it is.
///
/// The challenge is spent first, whatever becomes of the answer. A counter that does not go on is refused, written down,
/// and told to the owner.
///
/// # Errors
/// See [`PasskeyError`].
pub async fn prove(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    whose: Option<&UserId>,
    (ceremony, given): (Ceremony<'_>, Given<'_>),
) -> Result<Shown, PasskeyError> {
    if !pool.settings.has_passkeys() {
        return Err(PasskeyError::Off);
    }
    let malformed = || WebauthnError::Malformed("the credential");
    let sent: Response = serde_json::from_str(given.json).map_err(|_| malformed())?;
    let bytes = |text: &str| from_base64url(text).ok_or_else(malformed);
    let client_data = bytes(&sent.response.client_data)?;
    let authenticator_data = bytes(&sent.response.authenticator_data)?;
    let signature = bytes(&sent.response.signature)?;
    let id = bytes(&sent.raw_id)?;
    if sent.kind != "public-key" || id.len() > LONGEST_CREDENTIAL_ID {
        return Err(malformed().into());
    }
    let challenge = webauthn::challenge_of(&client_data)?;
    challenge::spend(env, &pool.id, ceremony, &challenge).await?;

    // Web Authentication §7.2 steps 5 and 6: whose it is.
    let (pool_id, credential_id) = (pool.id.clone(), base64url(&id));
    let found = env.db.read(move |c| rows::find(c, &pool_id, &credential_id)).await?;
    let passkey = found.ok_or(PasskeyError::Unknown)?;
    let fits = |handle: &str| constant_time_eq(handle.as_bytes(), passkey.user_handle.as_bytes());
    let is_theirs = match (whose, &sent.response.user_handle) {
        (Some(user), handle) => *user == passkey.user_id && handle.as_deref().is_none_or(fits),
        (None, handle) => handle.as_deref().is_some_and(fits),
    };
    if !is_theirs {
        return Err(PasskeyError::Unknown);
    }
    let expected = Expected {
        challenge: &challenge,
        origins: &[given.origin.to_owned()],
        rp_id: &rp_id(env, pool).await?,
        user_verification: pool.settings.passkeys.user_verification == UserVerification::Required,
    };
    let stored = Stored { public_key: &passkey.public_key, backup_eligible: passkey.backup_eligible };
    let assertion = Assertion {
        client_data: &client_data,
        authenticator_data: &authenticator_data,
        signature: &signature,
    };
    let asserted = webauthn::verify_assertion(&expected, stored, assertion)?;
    record(env, caller, pool, &passkey, asserted).await?;
    Ok(Shown { user: passkey.user_id.clone(), user_verified: asserted.user_verified, passkey })
}

/// Web Authentication §7.2 steps 22 and 24, in one statement.
async fn record(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    passkey: &Passkey,
    asserted: Asserted,
) -> Result<(), PasskeyError> {
    let made = Use {
        sign_count: i64::from(asserted.sign_count),
        backed_up: asserted.backed_up,
        user_verified: asserted.user_verified,
        at: env.now(),
    };
    let event = audit::event(env, "passkey.counter_back")
        .in_pool(&pool.id)
        .by(Actor::Anonymous)
        .about("user", &passkey.user_id)
        .refused("counter_back")
        .with("passkey", short(&passkey.credential_id))
        .with("sent", made.sign_count);
    let owner = users::find(env, pool, &passkey.user_id).await?;
    let notice = owner.and_then(|user| {
        notices::to_owner(env, caller, pool, &user, MessageKind::Passkey(PasskeyNews::Copied))
    });
    let (pool_id, id) = (pool.id.clone(), passkey.credential_id.clone());
    let write = env.db.write(move |c| {
        if rows::consume(c, &pool_id, &id, made)? {
            return Ok(Ok(()));
        }
        let Some(present) = rows::find(c, &pool_id, &id)? else { return Ok(Err(PasskeyError::Unknown)) };
        audit::record(c, &event.clone().with("stored", present.sign_count))?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        Ok(Err(PasskeyError::CounterBack))
    });
    let outcome = write.await?;
    if matches!(outcome, Err(PasskeyError::CounterBack)) {
        messages::ring(env);
    }
    outcome
}
