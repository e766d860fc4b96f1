//! What the browser is asked for (Web Authentication §5.4, §5.5), as its script takes it.

use serde_json::{Value, json};

use super::challenge::{self, LIFE_MS};
use super::{Ceremony, rp_id};
use crate::crypto::encoding::base64url;
use crate::crypto::webauthn::ALGORITHMS;
use crate::directory::DirectoryError;
use crate::env::Env;
use crate::model::ids::{PoolId, UserId};
use crate::model::passkey::Passkey;
use crate::model::pool::UserPool;

/// `PublicKeyCredentialCreationOptionsJSON`. Every passkey is discoverable, so that nobody need type a name to use it, and
/// nobody learns from a list of credentials who exists.
///
/// # Errors
/// When the database did not answer.
pub async fn creation_options(
    env: &Env,
    pool: &UserPool,
    ceremony: Ceremony<'_>,
    person: (&UserId, &str, &str),
) -> Result<Value, DirectoryError> {
    let (user, name, display_name) = person;
    let present = super::list(env, user).await?;
    let handle = handle(env, &pool.id, user, &present);
    Ok(json!({
        "rp": { "id": rp_id(env, pool).await?, "name": pool.name },
        "user": { "id": handle, "name": name, "displayName": display_name },
        "challenge": challenge::make(env, &pool.id, ceremony),
        "pubKeyCredParams": ALGORITHMS.map(|alg| json!({ "type": "public-key", "alg": alg })),
        "timeout": LIFE_MS,
        "excludeCredentials": descriptors(&present),
        "authenticatorSelection": {
            "residentKey": "required",
            "requireResidentKey": true,
            "userVerification": pool.settings.passkeys.user_verification.as_str(),
        },
        "attestation": "none",
    }))
}

/// `PublicKeyCredentialRequestOptionsJSON`. `allowed` are the passkeys of somebody who is known already; nothing is listed of
/// anybody who has only been named.
///
/// # Errors
/// When the database did not answer.
pub async fn request_options(
    env: &Env,
    pool: &UserPool,
    ceremony: Ceremony<'_>,
    allowed: &[Passkey],
) -> Result<Value, DirectoryError> {
    Ok(json!({
        "rpId": rp_id(env, pool).await?,
        "challenge": challenge::make(env, &pool.id, ceremony),
        "timeout": LIFE_MS,
        "userVerification": pool.settings.passkeys.user_verification.as_str(),
        "allowCredentials": descriptors(allowed),
    }))
}

/// What stands for a person at authenticators: the same in all their passkeys, and of itself nobody's. The first one is
/// drawn from the server's key, so that nothing is stored before there is a passkey.
pub(super) fn handle(env: &Env, pool: &PoolId, user: &UserId, present: &[Passkey]) -> String {
    match present.first() {
        Some(passkey) => passkey.user_handle.clone(),
        None => base64url(&env.keys.fingerprint("passkey-handle", &[pool.as_str(), user.as_str()])),
    }
}

fn descriptors(passkeys: &[Passkey]) -> Vec<Value> {
    let descriptor = |passkey: &Passkey| json!({ "type": "public-key", "id": passkey.credential_id, "transports": passkey.transports });
    passkeys.iter().map(descriptor).collect()
}
